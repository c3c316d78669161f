"""Who asks whom to do what, under which instrument, by when, and in which words."""

__version__ = "0.1.0"
