"""Texts for tests of pages, and the pages of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.model import (
    Act,
    Actor,
    Addressee,
    Content,
    ContentKind,
    Force,
    Modality,
    Reading,
    VerbKind,
)
from obligraph.graph.export import write_view
from obligraph.graph.store import open_store

HOSTILE_NAME = '</script><script>window.hacked="name"</script><b onmouseover=alert(1)>Harbour</b> **&amp;'
HOSTILE_WORDS = (
    'to keep <img src="https://example.org/x.png" onerror="window.hacked=1"> javascript:alert(2) '
    f"<!--<script> ]]> ${{1}} {{{{ 7*7 }}}} \u2028 &lt;i&gt; \"'` {'W' * 10_000} lit"
)


def hostile_reading() -> Reading:
    """A text that tries to be a program, in every place that the page shows."""
    verb, name = "Requests", "the Harbour"
    words = f"{verb} {name} {HOSTILE_WORDS}"
    span = Span(0, len(words))
    paragraph = Paragraph("OP1", ParagraphKind.OPERATIVE, "1", span, words)
    title = "</title><script>window.hacked='title'</script>"
    document = Document(
        symbol="S/RES/9003(2032)",
        kind="resolution",
        body="Security Council",
        title=title,
        adopted=date(2032, 1, 1),
        meeting=None,
        text=words,
        sha256=hashlib.sha256(words.encode()).hexdigest(),
        source="hostile.txt",
        format="text",
        paragraphs=(paragraph,),
    )
    start = len(verb) + 1
    middle = start + len(name)
    act = Act(
        id="OP1/act/1",
        paragraph="OP1",
        verb=verb,
        verb_span=Span(0, len(verb)),
        act="request",
        kind=VerbKind.DIRECTIVE,
        force=Force.REQUEST,
        issuer="unsc",
        span=span,
        text=words,
        addressees=(Addressee(("harbour",), Span(start, middle), name, certainty=0.5, doubt=HOSTILE_NAME),),
        contents=(
            Content("OP1", ContentKind.ACTION, Span(middle + 1, len(words)), HOSTILE_WORDS, Modality.DUTY),
        ),
        rule=HOSTILE_NAME,
    )
    actors = (
        Actor("harbour", HOSTILE_NAME, "group", HOSTILE_NAME),
        Actor("unsc", "Security Council", "organ"),
    )
    return Reading(document, (), (act,), (), actors, ())


def write_page(folder: Path, *readings: Reading, view: str = "who-asks-whom") -> Path:
    """The page of some readings."""
    with open_store("memory", create=True) as store:
        for reading in readings:
            store.put(reading)
        write_view(store, view, folder / f"{view}.html")
    return folder / f"{view}.html"


def crowded_reading(number: int) -> Reading:
    """A text that asks something of many, with names long and short."""
    reading = hostile_reading()
    words = ["Board", "of", "Well-Meaning", "Harbour-Masters", "Miscellaneous", "WWWWWWWWWWWWWWWWWWWW"]
    names = [" ".join([f"No.{rank}", *words[rank % 6 : rank % 6 + rank % 5]]) for rank in range(number)]
    acts = [
        replace(
            reading.acts[0],
            id=f"OP1/act/{rank + 1}",
            addressees=(Addressee((f"body-{rank}",), Span(9, 20), names[rank]),),
        )
        for rank in range(number)
    ]
    kinds = ("state", "office", "organization", "group")
    actors = [Actor(f"body-{rank}", name, kinds[rank % 4]) for rank, name in enumerate(names)]
    return replace(reading, acts=tuple(acts), actors=(*actors, reading.actors[1]))
