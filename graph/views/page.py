"""The page: a picture of who asks whom with the words behind each arrow, in one HTML file.

Drawn by pyvis, with the vis-network script that pyvis carries in its installed package, and a
template of our own, since pyvis's own links a style sheet and a script from elsewhere even when it is
told to put everything in line. The page asks nothing of any network: its Content-Security-Policy lets
run only the scripts whose digests it states, and forbids every connection. What comes from a
document travels as JSON with ``<``, ``>`` and ``&`` escaped, and is shown by ``textContent``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .clauses import ROLES, passages
from .facts import ActFact, Facts, ParagraphFact
from .graphs import aggregated_by_verb

if TYPE_CHECKING:
    from .graphs import Multi

OFFICIAL = "https://undocs.org/"

# Force -> name, dash array. The colours are in page.css, so that they follow light and dark.
FORCES: Mapping[str, tuple[str, tuple[int, ...]]] = {
    "decision": ("Decision", ()),
    "demand": ("Demand", (22, 6)),
    "request": ("Request", (11, 5)),
    "appeal": ("Appeal", (12, 5, 3, 5)),
    "encouragement": ("Encouragement", (4, 4)),
    "statement": ("Statement", (2, 7)),
}

# Groups of kinds of actor, clockwise from the top of the picture.
GROUPS: Mapping[str, tuple[str, frozenset[str]]] = {
    "states": ("States and groups of States", frozenset({"state", "group-of-states"})),
    "un": (
        "United Nations bodies and offices",
        frozenset({"organ", "committee", "mission", "office", "agency", "role"}),
    ),
    "organizations": ("Other organizations", frozenset({"organization"})),
    "others": ("Others", frozenset()),
}

_WIDEST = 6.0  # pixels of an arrow: more hides the boxes that it passes
_PLAIN_TITLE = re.compile(r"resolution \d+ \(\d{4}\)", re.IGNORECASE)
_MONTHS = (  # strftime would follow the user's locale
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_STYLES = ("page.css",)
_SCRIPTS = ("dom.js", "clauses.js", "layout.js", "picture.js", "table.js", "page.js")
_OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "zoomView": False,
    },
    "nodes": {"shape": "box", "borderWidth": 1, "labelHighlightBold": False, "margin": 7},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "arrowStrikethrough": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
}


def page(facts: Facts, graph: Multi) -> str:
    """Writes the page.

    Args:
        facts: What the graph was made of.
        graph: Of ``who_asks_whom`` or ``who_condemns_whom``; its name becomes the title.

    Returns:
        The HTML. The same facts give the same bytes.
    """
    from jinja2 import ChoiceLoader, Environment, FunctionLoader
    from pyvis.network import Network  # type: ignore[import-untyped]

    summed = aggregated_by_verb(graph)
    net = Network(directed=True, cdn_resources="in_line", height="100%", heading="")
    net.nodes, net.edges = _nodes(summed), _edges(summed)
    net.options = dict(_OPTIONS)
    library = net.templateEnv.loader
    net.templateEnv = Environment(
        loader=ChoiceLoader([FunctionLoader(_own), library]), autoescape=True, keep_trailing_newline=True
    )
    net.path = "page.html"
    vis = _script(library.get_source(net.templateEnv, "lib/vis-9.1.2/vis-network.min.js")[0])
    own = "".join(_own(name) for name in _SCRIPTS)
    own = f'"use strict";\n(() => {{\n{own}}})();\n'
    style = "".join(_own(name) for name in _STYLES)
    net.templateEnv.globals.update(
        title=str(graph.graph.get("name", "")),
        about=_about(facts, graph),
        data=_data(facts, summed),
        vis=vis,
        script=own,
        style=style,
        policy=_policy((vis, own), style),
    )
    return str(net.generate_html())


def _own(name: str) -> str:
    """A file of this package."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def _script(source: str) -> str:
    """A library's script, fit to stand in line: nothing in it may end the script element."""
    return source.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(scripts: Sequence[str], style: str) -> str:
    """A policy that lets these scripts and this style in, and nothing else, from nowhere else."""

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(digest, scripts))}",
            f"style-src {digest(style)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _group(kind: str) -> str:
    """The group that a kind of actor stands in."""
    return next((name for name, (_, kinds) in GROUPS.items() if kind in kinds), "others")


def _nodes(graph: Multi) -> list[dict[str, Any]]:
    """The boxes; the page itself gives them places, in the room that its window has."""
    return [
        {
            "id": node,
            "label": graph.nodes[node]["name"],
            "place": _group(graph.nodes[node]["kind"]),
            "known": graph.nodes[node]["known"],
        }
        for node in sorted(graph)
    ]


def _edges(graph: Multi) -> list[dict[str, Any]]:
    """The arrows: one an asker, addressee and verb, strongest first between two actors."""
    found = []
    number = 0
    for source in sorted(graph):
        for target in sorted(graph[source]):
            verbs = sorted(graph[source][target], key=lambda v: (-graph[source][target][v]["rank"], v))
            for verb in verbs:
                data = graph[source][target][verb]
                found.append(
                    {
                        "id": f"e{number}",
                        "from": source,
                        "to": target,
                        "force": data["force"],
                        "verb": verb,
                        "weight": data["weight"],
                        "width": min(_WIDEST, round(1.4 + 1.1 * (data["weight"] - 1) ** 0.6, 2)),
                        "dashes": list(FORCES.get(data["force"], FORCES["statement"])[1]) or False,
                    }
                )
                number += 1
    return found


def _about(facts: Facts, graph: Multi) -> str:
    """A line that says what the picture shows."""
    shown = sorted({data["document"] for _, _, data in graph.edges(data=True)})
    if not shown:
        return "Nothing to show: no act that was read names anybody."
    if len(shown) == 1:
        document = next(d for d in facts.documents.values() if d.id == shown[0])
        title = "" if _PLAIN_TITLE.fullmatch(document.title.strip()) else document.title
        day = document.date
        adopted = f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""
        return " · ".join(part for part in (document.id, title, adopted) if part)
    days = sorted(d.date for d in facts.documents.values() if d.date and d.id in set(shown))
    years = dict.fromkeys((str(days[0].year), str(days[-1].year))) if days else {}
    return ", ".join(part for part in (f"{len(shown)} documents", "–".join(years)) if part)


def _data(facts: Facts, graph: Multi) -> dict[str, Any]:
    """Everything that the panel and the table show, each paragraph's text once."""
    drawn = {key for _, _, data in graph.edges(data=True) for key in data["acts"]}
    used = [act for act in facts.acts if act.id in drawn]
    paragraphs: dict[ParagraphFact, int] = {}
    rows = [_row(facts, act, paragraphs) for act in used]
    documents = {act.document for act in used}
    index = {act.id: rank for rank, act in enumerate(used)}
    return {
        "forces": [[key, {"name": name, "dashes": list(dashes)}] for key, (name, dashes) in FORCES.items()],
        "groups": [[key, name] for key, (name, _) in GROUPS.items()],
        "roles": list(ROLES),
        "actors": {node: _actor(graph.nodes[node]) for node in sorted(graph)},
        "documents": {
            d.id: {
                "title": d.title,
                "kind": d.kind,
                "date": d.date.isoformat() if d.date else "",
                "href": _official(d.id),
            }
            for d in facts.documents.values()
            if d.iri in documents
        },
        "paragraphs": [{"label": p.label, "text": p.text} for p in paragraphs],
        "acts": rows,
        "edges": [
            [index[key] for key in graph[edge["from"]][edge["to"]][edge["verb"]]["acts"]]
            for edge in _edges(graph)
        ],
    }


def _actor(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": data["name"],
        "full": data["full_name"],
        "kind": data["kind"].replace("-", " "),
        "known": data["known"],
    }


def _row(facts: Facts, act: ActFact, paragraphs: dict[ParagraphFact, int]) -> dict[str, Any]:
    """An act as the page has it; paragraphs are numbered as they come."""
    found = []
    for passage in passages(facts, act):
        number = paragraphs.setdefault(passage.paragraph, len(paragraphs))
        found.append([number, [[m.start, m.end, ROLES.index(m.role)] for m in passage.marks]])
    doubts = list(dict.fromkeys([*act.doubts, *(a.doubt for a in act.addresses if a.doubt)]))
    certainty = min([act.certainty, *(a.certainty for a in act.addresses)])
    return {
        "id": act.id,
        "document": facts.documents[act.document].id,
        "verb": act.verb,
        "act": act.act,
        "force": act.force,
        "passages": found,
        "modality": sorted({o.modality for o in act.obligations}),
        "due": sorted({t.due for t in act.times if t.due}),
        "until": sorted({t.until for t in act.times if t.until}),
        "certainty": certainty,
        "doubts": doubts,
        "rule": act.rule,
    }


def _official(symbol: str) -> str:
    """Where the official text is; empty for a text that states no symbol."""
    return "" if symbol.startswith("untitled/") else OFFICIAL + quote(symbol, safe="/()")
