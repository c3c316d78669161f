"""The explorer's page: data, scripts and styles in one HTML file, which asks nothing of any network.

Drawn by pyvis, with the vis-network script that pyvis carries in its installed package, and a
template of our own, since pyvis's own links a style sheet and a script from elsewhere even when it is
told to put everything in line. The Content-Security-Policy lets run only the scripts whose digests it
states, and forbids every connection (of a served page: to all but its own server). What comes from a
document travels as JSON with ``<``, ``>`` and ``&`` escaped, and is shown by ``textContent``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from ..views.facts import Facts, Filters, Queryable
from ..views.load import load
from .data import explorer_data
from .load import NEEDS, load_more

_PLAIN_TITLE = re.compile(r"resolution \d+ \(\d{4}\)", re.IGNORECASE)
_MONTHS = (  # strftime would follow the user's locale
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_STYLES = ("base.css", "frame.css", "views.css", "print.css")
# In this order, in one scope: what a script uses is above it. Views register themselves in VIEWS.
_SCRIPTS = (
    *("dom.js", "data.js", "state.js", "select.js", "arrows.js", "files.js"),
    *("ring.js", "canvas-looks.js", "canvas-words.js", "canvas-moves.js", "canvas.js", "svg.js"),
    *("clauses.js", "parts.js", "panel.js", "facets.js"),
    *("scenes.js", "scene-groups.js", "side-by-side.js", "view-picture.js"),
    *("view-texts.js", "view-actors.js", "view-timeline.js", "view-citations.js"),
    *("view-table.js", "main.js"),
)


def explorer_page(
    store: Queryable, filters: Filters | None = None, *, start: str = "", facts: Facts | None = None
) -> str:
    """Makes the explorer of a store.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        filters: Which acts it holds; None for all.
        start: State that it opens in, as the words behind ``#`` in its address.
        facts: Of ``load(store, filters, NEEDS)``, where they are loaded already; then no filters.

    Returns:
        The HTML. The same store gives the same bytes.

    Raises:
        UsageError: A document or a verb that is asked for is not there.
    """
    return page_with(data_of(store, filters, start=start, facts=facts))[0]


def data_of(
    store: Queryable,
    filters: Filters | None = None,
    *,
    start: str = "",
    live: str = "",
    facts: Facts | None = None,
) -> dict[str, Any]:
    """What the explorer shows of a store, for JSON; the arguments are those of ``explorer_page``.

    Args:
        store: The store.
        filters: Which acts it holds; None for all.
        start: State that it opens in.
        live: Path of the server that has the things of the graph; empty where there is none.
        facts: Those that are loaded already; None to load them.
    """
    if facts is None:
        facts = load(store, filters, NEEDS)
    title = "Who condemns whom" if "relation=condemns" in start else "Who asks whom"
    return explorer_data(
        facts, load_more(store, facts), title=title, about=about(facts), start=start, live=live
    )


def page_with(data: Mapping[str, Any], *, connect: str = "'none'") -> tuple[str, str]:
    """Puts data and scripts into a page.

    Args:
        data: Of ``data.explorer_data``; or ``title``, ``about`` and in ``fetch`` the address of the rest.
        connect: What the page may connect to, as a source of a Content-Security-Policy.

    Returns:
        The HTML, and the policy that it states of itself, which a server is to state, too.
    """
    from jinja2 import ChoiceLoader, Environment, FunctionLoader
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis has no types

    net = Network(directed=True, cdn_resources="in_line", height="100%", heading="")
    library = net.templateEnv.loader
    net.templateEnv = Environment(
        loader=ChoiceLoader([FunctionLoader(_own), library]), autoescape=True, keep_trailing_newline=True
    )
    net.templateEnv.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    net.path = "page.html"
    vis = _script(library.get_source(net.templateEnv, "lib/vis-9.1.2/vis-network.min.js")[0])
    own = f'"use strict";\n(() => {{\n{"".join(map(_own, _SCRIPTS))}}})();\n'
    style = "".join(map(_own, _STYLES))
    rules = policy((vis, own), style, connect)
    net.templateEnv.globals.update(
        title=data["title"],
        about=data["about"],
        data=data,
        vis=vis,
        script=own,
        style=style,
        policy=rules,
    )
    return str(net.generate_html()), rules


def policy(scripts: Sequence[str], style: str, connect: str) -> str:
    """A policy that lets these scripts and this style in, and nothing else, from nowhere else."""

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(digest, scripts))}",
            f"style-src {digest(style)}",
            "img-src data:",
            f"connect-src {connect}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def about(facts: Facts) -> str:
    """A line that says what the page holds."""
    shown = {act.document for act in facts.acts}
    documents = [document for iri, document in facts.documents.items() if iri in shown]
    if not documents:
        return "Nothing to show: no act was read."
    if len(documents) == 1:
        (document,) = documents
        title = "" if _PLAIN_TITLE.fullmatch(document.title.strip()) else document.title
        day = document.date
        adopted = f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""
        return " · ".join(part for part in (document.id, title, adopted) if part)
    days = sorted(document.date for document in documents if document.date)
    years = dict.fromkeys((str(days[0].year), str(days[-1].year))) if days else {}
    return ", ".join(part for part in (f"{len(documents)} documents", "–".join(years)) if part)


def _own(name: str) -> str:
    """A file of the package of scripts and styles."""
    return (files(f"{__package__}.web") / name).read_text(encoding="utf-8")


def _script(source: str) -> str:
    """A library's script, fit to stand in line: nothing in it may end the script element."""
    return source.replace("</script", "<\\/script").replace("<!--", "<\\!--")
