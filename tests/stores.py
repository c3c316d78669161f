"""What tests look at inside a store of this process."""

import pyoxigraph
from obligraph.graph.embedded import EmbeddedStore
from obligraph.graph.store import Store


def quads(store: Store) -> pyoxigraph.Store:
    """The database of a store that is no server's."""
    assert isinstance(store, EmbeddedStore)
    return store.quads
