"""Who is meant: the authority file, the names in a text, and what stands for them."""
