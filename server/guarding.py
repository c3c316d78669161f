"""What stands before all routes: by which name the server may be called, and headers that guard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .problems import Problem, response_to

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Only scripts and styles of the server itself run on its pages, and these ask nothing of others.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class Guard:
    """Refuses requests for another host, and puts the headers on every answer.

    A page of the web can have its own name lead to this machine. Its requests then carry that name,
    so a server that is for this machine alone answers to none but the machine's own names.

    Args:
        app: What is guarded.
        hosts: Names by which the server may be called, without ports; none for any.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it; the headers go onto what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in _HEADERS if name not in there),
                ]
            await send(message)

        if self._hosts and not self._called_by_name(scope):
            refusal = response_to(
                Problem(
                    "this server does not go by that name",
                    code=421,
                    remedy="call it by the address that it printed, or start it with --host",
                )
            )
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    def _called_by_name(self, scope: Scope) -> bool:
        names = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        return len(names) == 1 and _without_port(names[0]).lower() in self._hosts


def _without_port(host: str) -> str:
    """``localhost`` of ``localhost:8000``, ``[::1]`` of ``[::1]:8000``."""
    if host.startswith("["):
        name, end, _ = host.partition("]")
        return name + end
    return host.partition(":")[0]
