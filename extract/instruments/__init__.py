"""Which instruments a text names, and how it uses them: resolutions, documents, treaties, provisions."""
