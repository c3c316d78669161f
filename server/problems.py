"""What can go wrong with a request, as a status of HTTP and one line of text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..errors import ObligraphError, QueryError, StoreError, UsageError
from ..queries.run import TooMuch

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Problem(ObligraphError):
    """A request that is not answered.

    Args:
        message: What is wrong, without a full stop.
        code: The status of HTTP.
        place: As of every expected error.
        remedy: As of every expected error.
        retry_after: Seconds after which to ask again; None where that would not help.
        allow: The methods that there are, where the method is what is wrong.
    """

    def __init__(
        self,
        message: str,
        *,
        code: int = 400,
        place: str = "",
        remedy: str = "",
        retry_after: int | None = None,
        allow: str = "",
    ) -> None:
        super().__init__(message, place=place, remedy=remedy)
        self.code = code
        self.retry_after = retry_after
        self.allow = allow


def code_of(error: ObligraphError) -> int:
    """The status of HTTP for an expected error."""
    if isinstance(error, Problem):
        return error.code
    if isinstance(error, TooMuch):
        return 422
    if isinstance(error, QueryError | UsageError):
        return 400
    return 503 if isinstance(error, StoreError) else 500


def response_to(error: ObligraphError) -> Response:
    """The answer to a request that fails: a line of plain text."""
    from starlette.responses import PlainTextResponse

    code = code_of(error)
    line = str(error)
    if isinstance(error, StoreError):  # whose place is a folder of the machine, which is nobody's business
        print(f"obligraph: {line}", file=sys.stderr, flush=True)
        line = error.message
    headers = {}
    if isinstance(error, Problem):
        if error.retry_after is not None:
            headers["Retry-After"] = str(error.retry_after)
        if error.allow:
            headers["Allow"] = error.allow
    return PlainTextResponse(f"{line}\n", status_code=code, headers=headers)


async def expected(_: Request, error: Exception) -> Response:
    """Answers a request that ran into an expected error."""
    assert isinstance(error, ObligraphError)
    return response_to(error)


async def by_status(request: Request, error: Exception) -> Response:
    """Answers a request that the router refuses: no such address, no such method."""
    from starlette.exceptions import HTTPException

    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "GET, HEAD")
        return response_to(
            Problem(
                f"{request.method} is not on offer here", code=405, allow=allowed, remedy=f"use {allowed}"
            )
        )
    return response_to(Problem(error.detail.lower(), code=error.status_code))


async def unexpected(_: Request, error: Exception) -> Response:
    """Answers a request that ran into a fault of ours; what it was, the server's own log says."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    print(f"obligraph: a fault of obligraph: {reason}", file=sys.stderr, flush=True)
    return response_to(Problem("a fault of the server, not of yours", code=500))
