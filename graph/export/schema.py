"""The tables that a store is exported as: their columns, what these mean, and how they hang together.

This table of tables is all that the writers of CSV, of its description and of Parquet know of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: In small letters, as a database takes it.
        about: What it says.
        type: ``string``, ``date``, ``integer``, ``decimal`` or ``boolean``, after XML Schema.
        refers: The table whose key its values are; empty for none.
        many: Whether a cell holds several values.
        required: Whether each row has a value.
    """

    name: str
    about: str
    type: str = "string"
    refers: str = ""
    many: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its key is the first ``keys`` columns."""

    name: str
    about: str
    columns: tuple[Column, ...]
    keys: int = 1


def _id(about: str) -> Column:
    return Column(about.split()[0], f"{about}, as its IRI without https://w3id.org/obligraph/", required=True)


def _in(table: str, name: str, about: str, required: bool = True) -> Column:
    return Column(name, about, refers=table, required=required)


TABLES = (
    Table(
        "documents",
        "The documents of the store.",
        (
            _id("document"),
            Column("symbol", "Its symbol, as the United Nations give it", required=True),
            Column("kind", "resolution, statement or draft"),
            Column("title", "Its title, as far as the source has one"),
            Column("adopted", "Day of adoption", "date"),
            Column("meeting", "Number of the meeting at which it was adopted", "integer"),
            Column("agenda", "The agenda item"),
            Column("chapter_vii", "Whether it says that it acts under Chapter VII of the Charter", "boolean"),
            Column("language", "Tag of its language"),
            Column("subjects", "Its keywords", many=True),
            Column("link", "Address of the official document"),
        ),
    ),
    Table(
        "paragraphs",
        "The paragraphs of the documents, in their order.",
        (
            _id("paragraph"),
            _in("documents", "document", "The document that it is part of"),
            Column("label", "Its label: PP for preambular, OP for operative, with its number", required=True),
            Column("position", "Its rank in the document, from 1", "integer", required=True),
            Column("kind", "preambular, operative, …"),
            _in("paragraphs", "parent", "The paragraph that it is an item of", False),
            Column("text", "Its own words"),
            Column("wrap_up", "The words behind its items that close it"),
        ),
    ),
    Table(
        "acts",
        "What the body does by a verb: requests, decides, condemns. A reported act is of another text.",
        (
            _id("act"),
            _in("documents", "document", "The document that it stands in"),
            _in("paragraphs", "paragraph", "The paragraph that its verb stands in"),
            Column("verb", "Dictionary form of the verb"),
            Column("printed", "The verb as printed"),
            Column("force", "How strong it is: decision, demand, request, appeal, …"),
            Column("kind", "What kind of verb it is: directive, expressive, …"),
            _in("actors", "issuer", "Who does it"),
            Column("reported", "Whether it is only reported from another text", "boolean", required=True),
            Column("text", "Its words"),
            Column("certainty", "How sure the reading is, from 0 to 1", "decimal", required=True),
            Column("doubts", "Why it is not sure", many=True),
            Column("rule", "The rule that read it"),
        ),
    ),
    Table(
        "addressees",
        "Whom acts address, and whom they blame.",
        (
            _in("acts", "act", "The act"),
            _in("actors", "actor", "The actor"),
            Column("role", "addressee, or target of what is condemned", required=True),
            Column("via", "including, for a member that is singled out of a group"),
            Column("text", "The words that name the actor"),
            Column("certainty", "How sure the reading is, from 0 to 1", "decimal", required=True),
        ),
        0,
    ),
    Table(
        "obligations",
        "One actor and one action that an act imposes, recommends, permits or forbids.",
        (
            _id("obligation"),
            _in("acts", "act", "The act that it arises from"),
            _in("documents", "document", "The document"),
            _in("paragraphs", "paragraph", "The paragraph that the action stands in"),
            Column("modality", "duty, recommendation, permission, prohibition or exemption"),
            _in("actors", "bearer", "Who is to do it"),
            _in("actors", "issuer", "Who imposes it"),
            Column("via", "including, for a member that is singled out of a group"),
            Column("force", "How strong the act is"),
            Column("verb", "Dictionary form of the act’s verb"),
            Column("action", "What is to be done, in the words of the document"),
            Column("due", "The earliest day by which it is due", "date"),
            Column("until", "The latest day to which it lasts", "date"),
            Column("times", "The words that say when", many=True),
            Column("qualifiers", "The words that limit it", many=True),
        ),
    ),
    Table(
        "times",
        "The times that acts set.",
        (
            _id("time"),
            _in("acts", "act", "The act"),
            Column("kind", "deadline, recurrence, period or start"),
            Column("text", "The words"),
            Column("iso", "The time as ISO 8601 writes it, as far as it can"),
            Column("due", "The day by which something is due", "date"),
            Column("until", "The day to which it lasts", "date"),
            Column("day", "The day that it names or works out to", "date"),
            Column("event", "The event that it hangs on"),
        ),
    ),
    Table(
        "citations",
        "What acts cite, and to what use.",
        (
            _id("citation"),
            _in("acts", "act", "The act"),
            _in("instruments", "instrument", "What is cited"),
            Column("use", "What for: authority, recalled, …"),
            Column("text", "The words that cite it"),
        ),
    ),
    Table(
        "mentions",
        "Which actors and instruments the paragraphs mention: one of both in each row.",
        (
            _in("paragraphs", "paragraph", "The paragraph"),
            _in("actors", "actor", "The actor", False),
            _in("instruments", "instrument", "The instrument", False),
        ),
        0,
    ),
    Table(
        "votes",
        "How States voted.",
        (
            _id("vote"),
            _in("documents", "document", "The document"),
            _in("actors", "state", "The State"),
            Column("ballot", "for, against, abstaining or absent"),
        ),
    ),
    Table(
        "actors",
        "Who asks, is asked, votes or is mentioned.",
        (
            _id("actor"),
            Column("name", "Its usual name", required=True),
            Column("full_name", "Its full name"),
            Column("kind", "state, body, role, group, …"),
            _in("actors", "parent", "What it is part of", False),
            Column("known", "Whether the authority file knows it", "boolean", required=True),
        ),
    ),
    Table(
        "instruments",
        "What is cited or mentioned: resolutions, treaties, their provisions.",
        (
            _id("instrument"),
            Column("name", "How it is cited", required=True),
            Column("kind", "resolution, treaty, document, …"),
            _in("instruments", "whole", "What it is a provision of", False),
        ),
    ),
)
"""All tables, in the order of a description."""

BY_NAME = {table.name: table for table in TABLES}
