"""The server: a SPARQL endpoint, a page to ask it with, and a page for every thing of the graph."""
