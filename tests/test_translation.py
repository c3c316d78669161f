"""Text in other languages: read by its numbers, attached to the paragraphs of the English text."""

from __future__ import annotations

import dataclasses
from itertools import permutations
from pathlib import Path

import pytest
from obligraph.cli import main
from obligraph.errors import InputError
from obligraph.extract.document import READ, Document
from obligraph.extract.read import read_bytes
from obligraph.extract.read.languages import body_name, language_code, latin_number
from obligraph.graph.iri import document_iri, is_translation, translation_iri
from obligraph.graph.store import open_store
from obligraph.graph.translation import fitted, labels
from obligraph.graph.validate import validate
from obligraph.ontology.vocabulary import OG
from obligraph.queries.library import library
from obligraph.queries.run import run
from pyoxigraph import RdfFormat, parse

from .akn import ENGLISH, LANGUAGES, Op, Texts, resolution
from .servers import oxigraph
from .stores import quads

DOCUMENT = document_iri("S/RES/4001(2031)")
LABELS = "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3"
OTHERS = tuple(code for code in LANGUAGES if code != READ)


def read(code: str) -> Document:
    return read_bytes(resolution(LANGUAGES[code]), f"{code}.xml")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_paragraphs_in_each_language(code: str) -> None:
    document = read(code)
    assert document.language == code
    assert " ".join(p.label for p in document.paragraphs) == LABELS
    assert all(document.words(p.span) == p.text for p in document.paragraphs)
    texts = LANGUAGES[code]
    assert [p.text for p in document.paragraphs if p.label.startswith("PP")] == list(texts.preamble)
    assert document.paragraphs[-1].text == texts.operative[-1].words


def test_words_after_the_last_item_close_the_paragraph_in_each_language() -> None:
    for code in ("en", "fr", "zh"):
        document = read(code)
        (second,) = (p for p in document.paragraphs if p.label == "OP2")
        assert second.wrap_up is not None
        assert document.words(second.wrap_up) == LANGUAGES[code].operative[1].closing


@pytest.mark.parametrize(
    ("stated", "expected", "why"),
    [
        ("eng", "en", "ISO 639-2"),
        ("fre", "fr", "its bibliographic form"),
        ("zho", "zh", "the terminological one"),
        ("es", "es", "ISO 639-1"),
        ("ru-RU", "ru", "with a region"),
        ("swa", "swa", "a language without a place in the table"),
        ("EN", "en", "capitals"),
        ("?", "und", "no code"),
    ],
)
def test_language_codes(stated: str, expected: str, why: str) -> None:
    assert language_code(stated) == expected, why


@pytest.mark.parametrize(
    ("said", "expected", "why"),
    [
        ('<FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression>', "fr", "the expression's"),
        ("", "en", "nothing said"),
        ('<FRBRExpression xml:lang="fr"/>', "fr", "the mark of XML"),
        (
            '<FRBRExpression xml:lang="en"><FRBRlanguage language="fra"/></FRBRExpression>',
            "fr",
            "the element of the format counts more than the mark of XML",
        ),
    ],
)
def test_where_a_file_says_its_language(said: str, expected: str, why: str) -> None:
    assert read_bytes(resolution(LANGUAGES["fr"], language=said), "x.xml").language == expected, why


@pytest.mark.parametrize(
    ("printed", "expected", "why"),
    [
        ("1.", "1.", "nothing to change"),
        ("٣ -", "3.", "Arabic digits, and a dash for the stop"),
        ("12 –", "12.", "another dash"),
        ("(أ)", "(a)", "the abjad's first letter"),
        ("(ب)", "(b)", "its second"),
        ("(هـ)", "(e)", "a letter drawn out"),
        ("(ز)", "(g)", "the seventh"),
        ("（c）", "(c)", "wide brackets"),
        ("a)", "a)", "French and Spanish items"),
    ],
)
def test_numbers_in_other_scripts(printed: str, expected: str, why: str) -> None:
    assert latin_number(printed) == expected, why


@pytest.mark.parametrize("texts", LANGUAGES.values(), ids=LANGUAGES)
def test_the_name_of_the_body_is_no_paragraph(texts: Texts) -> None:
    opener = texts.opener
    assert texts is ENGLISH or body_name(opener)
    assert not body_name(f"{opener} Rappelant sa résolution")


def test_the_graph_of_a_translation_lies_beside_that_of_the_document() -> None:
    name = translation_iri("S/RES/4001(2031)", "fr")
    assert name == f"{DOCUMENT}/translation/fr"
    assert is_translation(name)
    assert not is_translation(DOCUMENT)
    assert not is_translation(document_iri("S/RES/1(2000)/translation/fr")), "no symbol reaches into one"


def test_words_are_attached_by_number() -> None:
    french = fitted(read("fr"), LABELS.split())
    assert french.apart == ()
    quads = list(parse("".join(french.lines).encode(), format=RdfFormat.N_QUADS))
    words = {q.subject.value: q.object for q in quads if q.predicate.value == OG.translation}
    assert len(words) == 7
    assert words[f"{DOCUMENT}/OP2(a)"].value == "D’éclairer leurs ports ;"
    assert words[f"{DOCUMENT}/OP2"].value == "Demande aux États Membres : … selon qu’il convient ;"
    assert {literal.language for literal in words.values()} == {"fr"}
    assert not [q for q in quads if q.predicate.value == OG.text], "og:text is one text a paragraph"


@pytest.mark.parametrize(
    ("there", "attached", "apart", "why"),
    [
        (
            "PP1 PP2 PP3 OP1 OP2 OP2(a) OP2(b) OP3",
            "OP1 OP2 OP2(a) OP2(b) OP3",
            "the preamble is left out: it has 2 paragraphs, and 3 in English",
            "one more in the preamble may stand anywhere in it",
        ),
        (
            "PP1 PP2 OP1 OP2 OP2(a)",
            "PP1 PP2 OP1 OP2 OP2(a)",
            "left out, since the English text has none of this number: OP2(b), OP3",
            "printed numbers say which is missing",
        ),
        (
            f"{LABELS} OP4",
            LABELS,
            "no words for: OP4",
            "and which has no words",
        ),
    ],
)
def test_what_does_not_match_is_left_out_and_said(there: str, attached: str, apart: str, why: str) -> None:
    found = fitted(read("fr"), there.split())
    assert found.apart == (apart,), why
    done = {line.split(">")[0].rpartition("/")[2] for line in found.lines if f"<{OG.translation}>" in line}
    assert done == set(attached.split()), why


def build(folder: Path, store: Path, *codes: str) -> int:
    files = []
    for code in codes:
        file = folder / f"{code}.xml"
        file.write_bytes(resolution(LANGUAGES[code]))
        files.append(str(file))
    return main(["build", *files, "-o", str(store)])


def dump(store: Path) -> str:
    with open_store(store) as opened:
        return "\n".join(sorted(f"{quad}" for quad in quads(opened)))


def test_the_order_does_not_matter_and_building_again_changes_nothing(tmp_path: Path) -> None:
    dumps = set()
    for at, order in enumerate(permutations(("en", "fr", "ar"))):
        store = tmp_path / str(at)
        assert build(tmp_path, store, *order) == 0
        dumps.add(dump(store))
    assert len(dumps) == 1
    assert build(tmp_path, store, "fr", "en") == 0
    assert build(tmp_path, store, "ar") == 0
    assert dumps == {dump(store)}


def test_a_translation_may_come_later_and_be_read_again(tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert build(tmp_path, store, "en") == 0
    assert build(tmp_path, store, *OTHERS) == 0
    with open_store(store) as opened:
        assert opened.documents() == (DOCUMENT,), "a translation is no document of its own"
        assert len(opened.translations(DOCUMENT)) == len(OTHERS)
        assert validate(opened) == ()
    changed = dataclasses.replace(
        LANGUAGES["fr"], operative=(Op("1.", "Prie instamment ;"), *LANGUAGES["fr"].operative[1:])
    )
    (tmp_path / "fr.xml").write_bytes(resolution(changed))
    assert main(["build", str(tmp_path / "fr.xml"), "-o", str(store)]) == 0
    with open_store(store) as opened:
        rows = opened.select("SELECT ?w { ?p og:label 'OP1' ; og:translation ?w FILTER(LANG(?w) = 'fr') }")
        assert [row["w"].value for row in rows] == ["Prie instamment ;"]


def test_without_the_english_text_a_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    assert build(tmp_path, store, "fr") == 3
    said = capsys.readouterr().err
    assert "fr.xml: the store has no English text of S/RES/4001(2031)" in said
    assert "build the English text first" in said
    with open_store("memory") as empty, pytest.raises(InputError, match="no English text"):
        labels(empty, read("fr"))


def test_what_cannot_be_matched_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = dataclasses.replace(LANGUAGES["fr"], preamble=LANGUAGES["fr"].preamble[:1])
    (tmp_path / "fr.xml").write_bytes(resolution(texts))
    (tmp_path / "en.xml").write_bytes(resolution(ENGLISH))
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "store")]) == 0
    assert (
        "fr.xml: the preamble is left out: it has 1 paragraphs, and 2 in English" in capsys.readouterr().err
    )


def test_two_texts_in_one_language_are_one_too_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_bytes(resolution(LANGUAGES["fr"]))
    (tmp_path / "en.xml").write_bytes(resolution(ENGLISH))
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "store")]) == 0
    assert "b.xml: left out: it is S/RES/4001(2031) too" in capsys.readouterr().err


def test_acts_are_read_in_english_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "fr.xml"
    file.write_bytes(resolution(LANGUAGES["fr"]))
    assert main(["extract", str(file)]) == 3
    assert "its language is “fr”, and acts are read in English alone" in capsys.readouterr().err


def test_no_answer_of_a_named_query_changes_but_of_those_about_languages(tmp_path: Path) -> None:
    english, all = tmp_path / "english", tmp_path / "all"
    assert build(tmp_path, english, "en") == 0
    assert build(tmp_path, all, *LANGUAGES) == 0
    compared = 0
    with open_store(english) as one, open_store(all) as other:
        for name, query in library().items():
            given = {"document": "S/RES/4001(2031)", "label": "OP2", "paragraph": "OP2"}
            wanted = {p.name: given[p.name] for p in query.parameters if p.name in given}
            if any(p.required and p.name not in given for p in query.parameters) or name in LANGUAGE_QUERIES:
                continue
            assert run(one, query, wanted) == run(other, query, wanted), name
            compared += 1
    assert compared > 10


LANGUAGE_QUERIES = {"as-akn", "as-eli", "as-undo", "in-other-languages"}


def test_exports_keep_the_words(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "out.nq"
    assert build(tmp_path, store, "en", "fr") == 0
    assert main(["export", "-o", str(file), "--store", str(store)]) == 0
    written = list(parse(path=str(file), format=RdfFormat.N_QUADS))
    graphs = {q.graph_name.value for q in written if q.predicate.value == OG.translation}
    assert graphs == {f"{DOCUMENT}/translation/fr"}


def test_texts_that_are_asked_without_a_store_have_their_words_too(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for code in ("fr", "en"):
        (tmp_path / f"{code}.xml").write_bytes(resolution(LANGUAGES[code]))
    asked = ["query", "in-other-languages", "-p", "document=4001", "-O", "csv", "--from"]
    assert main([*asked, str(tmp_path / "fr.xml"), str(tmp_path / "en.xml")]) == 0
    assert "Décide de rester saisi de la question." in capfd.readouterr().out
    assert main([*asked, str(tmp_path / "fr.xml")]) == 3
    assert "no English text" in capfd.readouterr().err


def test_an_english_text_that_fails_leaves_its_translation_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fr.xml").write_bytes(resolution(LANGUAGES["fr"]))
    english = tmp_path / "en.xml"
    english.write_bytes(resolution(ENGLISH))
    (tmp_path / "en.xml.review.toml").write_text('[[act]]\nid = "OP9/act/1"\nreviewer = "A. Reader"\n')
    status = main(["build", str(tmp_path / "fr.xml"), str(english), "-o", str(tmp_path / "store")])
    said = capsys.readouterr().err
    assert status == 3
    assert "no English text of S/RES/4001(2031)" in said


def test_a_server_keeps_the_words_as_a_folder_does(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert build(tmp_path, folder, "fr", "en") == 0
    with oxigraph(tmp_path) as address:
        files = [str(tmp_path / f"{code}.xml") for code in ("fr", "en")]
        assert main(["build", *files, "-o", address]) == 0
        assert main(["build", files[0], "-o", address]) == 0, "again, when the English text is there"
        with open_store(address) as remote, open_store(folder) as local:
            assert remote.documents() == local.documents() == (DOCUMENT,)
            assert set(remote.graph(DOCUMENT)) == set(local.graph(DOCUMENT))
            assert validate(remote) == ()
