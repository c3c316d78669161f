"""A store on a SPARQL 1.1 server: asked by its protocol, changed by its updates."""
