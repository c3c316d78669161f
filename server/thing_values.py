"""What the page of a thing shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Value:
    """What a property leads to or comes from.

    Attributes:
        text: Its label, or the literal.
        iri: Of the thing; empty for a literal.
        hint: The first words of what it was read from, or its title.
    """

    text: str
    iri: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values.

    Attributes:
        iri: Of the property.
        label: As people read it.
        values: Some of them.
        more: Whether there are more than are shown.
    """

    iri: str
    label: str
    values: tuple[Value, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text: a paragraph, or what something was read from.

    Attributes:
        label: Of the paragraph.
        iri: Of the paragraph.
        text: The words.
    """

    label: str
    iri: str
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the store.

    Attributes:
        iri: Its IRI.
        label: What it is called.
        title: More of what it is called, a title or a full name; may be empty.
        types: Its classes.
        unlisted: Whether it is an actor that the authority file lacks.
        whole: What it is part of: a document, or an instrument; None where it is no part.
        passages: The words it was read from, or is.
        outgoing: What is said of it.
        incoming: What leads to it.
    """

    iri: str
    label: str
    title: str = ""
    types: tuple[Value, ...] = ()
    unlisted: bool = False
    whole: Value | None = None
    passages: tuple[Passage, ...] = ()
    outgoing: tuple[Property, ...] = field(default=(), repr=False)
    incoming: tuple[Property, ...] = field(default=(), repr=False)
