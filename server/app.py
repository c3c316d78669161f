"""The application: groups of routes, one file each, behind one guard, before one pool of workers.

A group is a module with a function ``routes``. Its functions get a request, and have the store asked
by ``asking.ask``, in a worker. To add a group, name it in ``_groups``. A page that brings a policy of
its own (``Content-Security-Policy``) keeps it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from ..errors import ObligraphError
from . import problems
from .asking import Settings
from .pool import Pool
from .worker import Limits

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.routing import BaseRoute


def _groups() -> Iterator[list[BaseRoute]]:
    """All groups of routes. The last takes every path that no other has taken."""
    from . import assets, explorer, home, named, openapi, protocol, resources, suggestions

    for module in (protocol, named, suggestions, openapi, assets, home, explorer, resources):
        yield module.routes()


def create_app(settings: Settings) -> Starlette:
    """Makes the application; its workers start and end with the server that runs it.

    Args:
        settings: How it is to run.
    """
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware

    pool = Pool(settings.where, workers=settings.workers, limits=Limits(settings.seconds, settings.memory))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await pool.start()
            yield
        finally:
            await pool.close()

    middleware = []
    if settings.origins:
        middleware.append(
            Middleware(CORSMiddleware, allow_origins=list(settings.origins), allow_methods=["GET", "POST"])
        )
    app = Starlette(
        routes=[route for group in _groups() for route in group],
        middleware=middleware,
        exception_handlers={
            ObligraphError: problems.expected,
            HTTPException: problems.by_status,
            Exception: problems.unexpected,
        },
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    app.state.settings = settings
    app.state.pool = pool
    return app
