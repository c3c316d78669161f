"""The explorer: one page to see who asks whom, by when and in which words, alone or served.

``data.explorer_data`` makes what it shows, ``page.explorer_page`` puts that and the scripts of
``web/`` into one HTML file. What the scripts get is written down in ``data``.
"""
