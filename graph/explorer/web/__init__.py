"""The explorer's scripts, styles and template, which ``page.py`` puts into one file."""
