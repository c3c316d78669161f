"""Corrections by readers: the file that keeps them, and the reading that heeds them."""
