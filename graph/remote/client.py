"""Speaks the SPARQL 1.1 Protocol with a server, and makes one line of what can go wrong.

An answer is taken as a whole before any of it is used: a server that runs out of time may cut it off
and still say 200. The server is asked where the user said, and nowhere else: a redirect is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ...errors import StoreError
from .address import Address

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, Triple
    from urllib3 import BaseHTTPResponse

CONNECT_SECONDS = 10.0
"""How long a server may take to accept a connection."""

READ_SECONDS = 300.0
"""How long a server may be silent while it works."""

LONGEST = 4 * 2**30
"""Bytes that an answer may have."""

_PIECE = 2**20
_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples"

Graphs = tuple[tuple[str, str], ...]
"""Parameters of the protocol that say which graphs a query is asked of."""

UNION: Graphs = (("union-default-graph", ""),)
"""How Oxigraph is asked to take all graphs as one; other servers pass over it."""


class Client:
    """A connection to a server.

    Args:
        where: Its address.
    """

    def __init__(self, where: Address) -> None:
        import urllib3

        self.where = where
        self._pool = urllib3.PoolManager(
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
        )
        self._headers = {"User-Agent": "obligraph", "Accept-Encoding": "identity"}
        if where.credentials:
            self._headers |= urllib3.make_headers(basic_auth=where.credentials)

    def solutions(self, sparql: str, graphs: Graphs = UNION) -> QuerySolutions | QueryBoolean:
        """The answer to a SELECT or an ASK.

        Args:
            sparql: The query, complete.
            graphs: Which graphs to ask.

        Raises:
            StoreError: There is no answer, or it is cut off.
        """
        from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results

        body = self._ask(sparql, graphs, _TABLE)
        found = None
        try:
            found = parse_query_results(body, QueryResultsFormat.JSON)
            if not isinstance(found, QueryBoolean):
                for _ in found:  # to the end, so that no part of an answer that is cut off is used
                    pass
                found = parse_query_results(body, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            found = None  # which must not outlive its thread in a traceback
            raise self._cut(body, "results") from error
        return found

    def triples(self, sparql: str, graphs: Graphs = UNION) -> Iterator[Triple]:
        """The answer to a CONSTRUCT or DESCRIBE; otherwise as ``solutions``."""
        from pyoxigraph import RdfFormat, parse

        body = self._ask(sparql, graphs, _TRIPLES)
        try:
            for _ in parse(body, format=RdfFormat.N_TRIPLES):
                pass
        except (SyntaxError, ValueError) as error:
            raise self._cut(body, "triples") from error
        return (quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES))

    def update(self, sparql: str) -> None:
        """Changes the store, all of it or, as far as the server keeps its promise, nothing.

        Args:
            sparql: The update, complete.

        Raises:
            StoreError: The server has not done it, or has not said so.
        """
        self._sent(self.where.update, "application/sparql-update", sparql.encode(), "*/*", writes=True)

    def close(self) -> None:
        """Lets go of the connection."""
        self._pool.clear()

    def _ask(self, sparql: str, graphs: Graphs, accept: str) -> bytes:
        form = urlencode([("query", sparql), *graphs]).encode()
        kind, body = self._sent(
            self.where.query, "application/x-www-form-urlencoded", form, f"{accept}, application/json;q=0.1"
        )
        if kind not in (accept, "application/json", "text/plain"):
            raise StoreError(
                f"no SPARQL server: it answers a query with {kind or 'something without a type'}",
                place=self.where.shown,
                remedy="check the address: that of Oxigraph has no path, others end in /sparql or /query",
            )
        return body

    def _sent(self, url: str, kind: str, data: bytes, accept: str, writes: bool = False) -> tuple[str, bytes]:
        """The content type and the body of a good answer."""
        from urllib3.exceptions import HTTPError

        try:
            response = self._pool.request(
                "POST",
                url,
                body=data,
                headers={**self._headers, "Content-Type": kind, "Accept": accept},
                redirect=False,
                preload_content=False,
            )
            try:
                body = b"".join(self._pieces(response))
            except BaseException:
                response.close()
                raise
            response.release_conn()
        except HTTPError as error:
            raise self._unreached(error) from error
        if not 200 <= response.status < 300:
            raise self._refused(response, body, writes)
        return response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), body

    def _pieces(self, response: BaseHTTPResponse) -> Iterator[bytes]:
        size = 0
        while piece := response.read(_PIECE):
            size += len(piece)
            if size > LONGEST:
                raise StoreError(
                    f"the server’s answer is longer than {LONGEST / 2**30:g} GiB",
                    place=self.where.shown,
                    remedy="ask for less",
                )
            yield piece

    def _cut(self, body: bytes, what: str) -> StoreError:
        said = re.search(r"[^\]}\".]*\Z", body[-200:].decode("utf-8", "replace"))
        said_so = f" (“{_line(said[0])}”)" if said and _line(said[0]) else ""
        return StoreError(
            f"the server’s answer is cut off or is no {what} of SPARQL{said_so}",
            place=self.where.shown,
            remedy="ask for less, or give the server more time",
        )

    def _unreached(self, error: Exception) -> StoreError:
        """What it means that there was no answer."""
        from urllib3 import exceptions

        place = self.where.shown
        if isinstance(error, exceptions.SSLError):
            return StoreError(
                f"no secure connection ({_line(str(error))})", place=place, remedy="check its certificate"
            )
        if isinstance(error, exceptions.ReadTimeoutError):
            return StoreError(
                f"the server has been silent for {READ_SECONDS:g} seconds", place=place, remedy="ask for less"
            )
        if isinstance(error, exceptions.NameResolutionError):
            return StoreError("no such host", place=place, remedy="check the address")
        if isinstance(error, (exceptions.NewConnectionError, exceptions.ConnectTimeoutError)):
            return StoreError(
                f"no server can be reached there ({_line(_cause(error))})",
                place=place,
                remedy="start it, or check the address",
            )
        return StoreError(
            f"the connection broke off ({_line(_cause(error))})",
            place=place,
            remedy="check that a SPARQL server runs there, and try again",
        )

    def _refused(self, response: BaseHTTPResponse, body: bytes, writes: bool) -> StoreError:
        """What it means that the server says no."""
        status = response.status
        said = _line(body[:500].decode("utf-8", "replace"))
        html = said.lstrip().startswith("<")
        because = f" (“{said}”)" if said and not html else ""
        what = f"the server answers {status}"
        remedy = ""
        if 300 <= status < 400:
            what += f", and sends to {_shown(response.headers.get('Location', ''))}"
            remedy = "give that address, if you trust it"
        elif status == 401:
            what += ": it knows no such name and password" if self.where.credentials else ": it wants a name"
            remedy = "write them into the address, as in http://name:password@host/"
        elif status == 403:
            what += f": it allows no {'writing' if writes else 'reading'} there{because}"
            remedy = "ask who keeps it"
        elif status in (404, 405, 406, 415):
            what += f": nothing there takes {'updates' if writes else 'queries'} of SPARQL 1.1"
            remedy = "check the address"
            if writes:
                from .address import UPDATE_VARIABLE

                remedy = f"name the address for updates in {UPDATE_VARIABLE}"
        elif status == 413:
            what += ": too much at once"
            remedy = "let it take longer requests"
        elif status in (408, 503, 504):
            what += f": it has no time{because}"
            remedy = "ask for less, or try again later"
        elif status >= 500:
            what += f": a fault of its own{because}"
            remedy = "look into its log"
        else:
            what += f": it refuses the {'update' if writes else 'query'}{because}"
        return StoreError(what, place=self.where.shown, remedy=remedy)


def _cause(error: Exception) -> str:
    """What the system says; the library puts the names of its own objects before it."""
    text = str(error)
    known = re.search(r"\[Errno -?\d+\] (.*?)(?:['\")]|\Z)", text)
    return known[1].lower() if known else text.rpartition(": ")[2].strip("()'\" .")


def _shown(url: str) -> str:
    """A place on the web without name, password and question."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        return parse_url(url)._replace(auth=None, query=None, fragment=None).url or "nowhere"
    except LocationParseError:
        return "nowhere"


def _line(text: str) -> str:
    """Some words of what a server says, on one line and without control characters."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= 120 else f"{plain[:119]}…"
