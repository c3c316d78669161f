"""Citations of Security Council resolutions found, against the links of the UN's own XML.

    python -m benchmarks.citations [--from 2017] [--errors]

The hyperlinks of the resolutions in AKN4UN are reliable from 2017 on. A link
counts when its words contain the number that it points to (some files' links are shifted against
their words). Recall is of the links; a citation in words that carry no such link is listed as
unmarked, since editors often leave a second mention unlinked, and counts against precision only
when the number and year that it was read from do not belong together.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from obligraph.commands.parallel import Failure
from obligraph.extract.document import Document, Paragraph, ParagraphKind, Span
from obligraph.extract.instruments.find import instruments_of
from obligraph.extract.instruments.symbols import year_of

from .corpus import Row, Text, measured, table, texts

FIRST = 2017
_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_TARGET = re.compile(r"S/RES/(\d+)\((\d{4})\)")


def paragraphs(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The text of each paragraph of a file, with its links as start, end, key."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for element in etree.parse(str(path), parser).iter(f"{_AKN}p"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if above & {f"{_AKN}coverPage", f"{_AKN}preface", f"{_AKN}authorialNote"}:
            continue
        pieces: list[tuple[str, str]] = []
        _collect(element, "", pieces)
        yield _joined(pieces)


def _collect(element: etree._Element, link: str, pieces: list[tuple[str, str]]) -> None:
    """The words below an element, each with the target of the link that it stands in."""
    if not isinstance(element.tag, str) or element.tag == f"{_AKN}authorialNote":
        return
    if element.tag == f"{_AKN}a":
        target = _TARGET.search(re.sub(r"\s", "", element.get("href") or ""))
        link = f"S/RES/{target[1]}({target[2]})" if target else ""
    pieces.append((element.text or "", link))
    for child in element:
        _collect(child, link, pieces)
        pieces.append((child.tail or "", link))


def _joined(pieces: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The text with single spaces, and its links; parts of one link that adjoin are one."""
    text = ""
    links: list[tuple[int, int, str]] = []
    for words, link in pieces:
        start = len(text)
        for part in re.findall(r"\s+|\S+", words):
            if not part.isspace():
                text += part
            elif text and not text.endswith(" "):
                text += " "
        if link and len(text) > start:
            if links and links[-1][2] == link and links[-1][1] >= start - 1:
                links[-1] = (links[-1][0], len(text), link)
            else:
                links.append((start, len(text), link))
    return text, links


def found_in(text: str) -> list[tuple[int, int, str]]:
    """The Security Council resolutions cited in a paragraph: start, end, key."""
    span = Span(0, len(text))
    paragraph = Paragraph("OP1", ParagraphKind.OPERATIVE, "1", span, text)
    document = Document(
        symbol="S/RES/1(1946)",
        kind="resolution",
        body="Security Council",
        title="",
        adopted=date(2017, 1, 1),
        meeting=None,
        text=text,
        sha256="",
        source="",
        format="akn",
        paragraphs=(paragraph,),
    )
    found = instruments_of(document)
    whole = {instrument.key: instrument.whole or instrument.key for instrument in found.instruments}
    places = {(c.span.start, c.span.end, whole[c.instrument]) for c in found.citations}
    return sorted(place for place in places if place[2].startswith("S/RES/"))


def compared(text: Text) -> tuple[Counter[str], tuple[str, ...]]:
    """What was found, missed and doubtful in a file: counts by name, and a line for each but the hits."""
    count: Counter[str] = Counter()
    lines: list[str] = []
    for words, links in paragraphs(text.path):
        _compare(text.path.stem, words, links, count, lines)
    return count, tuple(lines)


def rows(counts: Iterable[Counter[str]]) -> tuple[Row, ...]:
    """Recall and precision, pooled."""
    count: Counter[str] = Counter()
    for one in counts:
        count.update(one)
    links = count["hit"] + count["missed"]
    unmarked = f"{count['unmarked']:,} in words without a link are not counted"
    return (
        Row("recall", count["hit"] / max(1, links), 0.99, f"of {links:,} links"),
        Row("precision", count["hit"] / max(1, count["hit"] + count["wrong"]), 0.98, unmarked),
    )


def main() -> int:
    """Prints the figures; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--from", dest="first", type=int, default=FIRST, metavar="YEAR")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is in doubt")
    options = parser.parse_args()
    items = [text for text in texts("xml") if int(text.path.parent.name) >= options.first]
    if not items:
        return 0
    found = [one for _, one in measured(compared, items) if not isinstance(one, Failure)]
    table(f"Citations of resolutions in {len(items)} texts against their links", rows(c for c, _ in found))
    if options.errors:
        print("\n".join(line for _, lines in found for line in lines))
    return 0


def _compare(
    name: str, text: str, links: list[tuple[int, int, str]], count: Counter[str], lines: list[str]
) -> None:
    found = found_in(text)
    matched: set[tuple[int, int, str]] = set()
    for start, end, key in links:
        number = re.sub(r"S/RES/(\d+).*", r"\1", key)
        if number not in text[start:end]:
            count["shifted"] += 1
            continue
        hits = [one for one in found if one[2] == key and one[0] < end and start < one[1]]
        count["hit" if hits else "missed"] += 1
        matched.update(hits)
        if not hits:
            lines.append(f"missed\t{name}\t{key}\t{text[max(0, start - 40) : end + 20]}")
    for start, end, key in found:
        if (start, end, key) in matched:
            continue
        parts = re.fullmatch(r"S/RES/(\d+)\((\d{4})\)", key)
        right = parts is not None and year_of(int(parts[1])) == int(parts[2])
        linked = any(start < until and since < end for since, until, _ in links)
        what = "unmarked" if right and (not linked or _shifted(links, start, end, text)) else "wrong"
        count[what] += 1
        lines.append(f"{what}\t{name}\t{key}\t{text[max(0, start - 40) : end + 20]}")


def _shifted(links: list[tuple[int, int, str]], start: int, end: int, text: str) -> bool:
    """Whether the link over these words points to a number that is not in them."""
    return all(
        re.sub(r"S/RES/(\d+).*", r"\1", key) not in text[since:until]
        for since, until, key in links
        if start < until and since < end
    )


if __name__ == "__main__":
    sys.exit(main())
