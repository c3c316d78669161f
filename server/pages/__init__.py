"""Pages, scripts and styles of the server."""
