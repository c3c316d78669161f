"""Running the server: a socket, an address to tell, and a clean end."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from ..errors import InputError
from .app import create_app
from .asking import Settings
from .guarding import Guard

#: Seconds that answers under way have when the server is told to end.
_FAREWELL = 3
#: Connections at once; further ones are told that the server is busy.
_MOST = 512
#: Bytes of the longest head of a request; a query in an address is part of it.
_LONGEST_HEAD = 64 * 2**10


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        host: The name or the number of an address of this machine.
        port: Its port; 0 for one that is free.

    Raises:
        InputError: The address is no address here, or is in use.
    """
    place = f"{host}:{port}"
    try:
        family, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
            0
        ]
        return socket.create_server(where[:2], family=family, backlog=128)
    except (OSError, UnicodeError, OverflowError) as error:
        reason = (getattr(error, "strerror", None) or "no such address").lower()
        raise InputError(
            f"cannot listen: {reason}", place=place, remedy="choose another with --port or --host"
        ) from error


def is_local(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def names_of(host: str) -> tuple[str, ...]:
    """The names that a server at an address goes by: those of this machine, or any if others reach it."""
    if not is_local(host):
        return ()
    own = f"[{host}]" if ":" in host else host.lower()
    return tuple(dict.fromkeys((own, "localhost", "127.0.0.1", "[::1]")))


def address_of(listening: socket.socket) -> str:
    """The address of a server, for a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(settings: Settings, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Serves until it is told to end, by Ctrl-C or by a signal.

    Args:
        settings: How to serve.
        listening: Where; it is closed at the end.
        ready: Called when the server answers.

    Raises:
        InputError: It cannot start.
    """
    import uvicorn

    # Around all of it, so that what is said of a fault of ours is guarded too.
    app = Guard(create_app(settings), settings.hosts)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                ready()

    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        ws="none",
        http="h11",
        lifespan="on",
        limit_concurrency=_MOST,
        timeout_graceful_shutdown=_FAREWELL,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
    )

    def end(_: int, __: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)  # which the server lets come to us when it has ended
    server = Server(config)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
        listening.close()
    if not server.started:
        raise InputError("the server does not start", remedy="look at what was said before")
