"""Addresses of SPARQL servers: where to ask and where to write, and what of it messages may show."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from ...errors import UsageError

UPDATE_VARIABLE = "OBLIGRAPH_UPDATE_URL"
"""The environment variable that names where to write, where that does not follow from where to ask."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is asked and written to.

    Attributes:
        shown: What messages call it: without name and password.
        query: URL that takes queries.
        update: URL that takes updates.
        credentials: ``name:password``; empty for none. Left out of the value's own text.
    """

    shown: str
    query: str
    update: str
    credentials: str = field(default="", repr=False)


def address(text: str, update: str | None = None) -> Address:
    """Reads an address as a user gives it.

    Of an address without a path, such as Oxigraph's ``http://localhost:7878``, queries go to
    ``/query`` and updates to ``/update``. One that ends in ``/query`` has its updates at ``/update``
    beside it. Any other takes both, as the SPARQL 1.1 Protocol allows.

    Args:
        text: The address, perhaps with ``name:password@`` before the host.
        update: Where to write; None for what the environment says, or else what follows.

    Raises:
        UsageError: It is none.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    given = os.environ.get(UPDATE_VARIABLE, "") if update is None else update
    try:
        url = parse_url(text)
        other = parse_url(given) if given else None
    except LocationParseError:
        raise _no_address() from None
    for one in (url, other):
        if one is not None and (one.scheme not in ("http", "https") or not one.host):
            raise _no_address()
    bare = url._replace(auth=None, fragment=None)
    path = (bare.path or "").rstrip("/")
    if not path:
        query, beside = bare._replace(path="/query"), bare._replace(path="/update")
    elif path.endswith("/query"):
        query, beside = bare, bare._replace(path=f"{path.removesuffix('/query')}/update")
    else:
        query = beside = bare
    written = other._replace(auth=None, fragment=None) if other is not None else beside
    auth = url.auth or (other.auth if other is not None else None) or ""
    return Address(bare.url, query.url, written.url, _unquoted(auth))


def _unquoted(auth: str) -> str:
    from urllib.parse import unquote

    return unquote(auth)


def _no_address() -> UsageError:
    """The error that says so, without the address, which may hold a password."""
    return UsageError(
        "no address of a SPARQL server", remedy="give one such as http://localhost:7878, or a folder"
    )
