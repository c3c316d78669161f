"""Small files of AKN4UN in words of our own, in several languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@dataclass(frozen=True)
class Op:
    """An operative paragraph: its printed number, words, items and what closes it."""

    number: str
    words: str
    items: Sequence[tuple[str, str]] = ()
    closing: str = ""


@dataclass(frozen=True)
class Texts:
    """A resolution in one language."""

    code: str
    opener: str
    preamble: Sequence[str]
    operative: Sequence[Op]
    formula: str = 'name="enactingFormula"'


ENGLISH = Texts(
    "eng",
    "The Security Council,",
    ("Recalling its resolution 3990 (2030),", "Deeply concerned by the storms,"),
    (
        Op("1.", "Requests the Secretary-General to report on the lights within six months;"),
        Op(
            "2.",
            "Calls upon Member States:",
            (("(a)", "To light their harbours;"), ("(b)", "To mark the shoals;")),
            "as appropriate;",
        ),
        Op("3.", "Decides to remain seized of the matter."),
    ),
)
LANGUAGES: Mapping[str, Texts] = {
    "en": ENGLISH,
    "fr": Texts(
        "fra",
        "Le Conseil de sécurité,",
        ("Rappelant sa résolution 3990 (2030),", "Profondément préoccupé par les tempêtes"),
        (
            Op("1.", "Prie le Secrétaire général de présenter un rapport sur les phares dans les six mois ;"),
            Op(
                "2.",
                "Demande aux États Membres :",
                (("a)", "D’éclairer leurs ports ;"), ("b)", "De baliser les hauts-fonds ;")),
                "selon qu’il convient ;",
            ),
            Op("3.", "Décide de rester saisi de la question."),
        ),
    ),
    "es": Texts(
        "spa",
        "El Consejo de Seguridad,",
        ("Recordando su resolución 3990 (2030),", "Profundamente preocupado por las tormentas,"),
        (
            Op("1.", "Solicita al Secretario General que informe sobre los faros en seis meses;"),
            Op(
                "2.",
                "Exhorta a los Estados Miembros a:",
                (("a)", "Iluminar sus puertos;"), ("b)", "Balizar;")),
            ),
            Op("3.", "Decide seguir ocupándose de la cuestión."),
        ),
    ),
    "ru": Texts(
        "rus",
        "Совет Безопасности,",
        ("ссылаясь на свою резолюцию 3990 (2030),", "будучи глубоко обеспокоен штормами,"),
        (
            Op("1.", "просит Генерального секретаря представить доклад о маяках;"),
            Op("2.", "призывает государства-члены:", (("a)", "осветить порты;"), ("b)", "обозначить мели;"))),
            Op("3.", "постановляет продолжать заниматься этим вопросом."),
        ),
    ),
    "ar": Texts(
        "ara",
        "إن مجلس الأمن،",
        ("إذ يشير إلى قراره 3990 (2030)،", "وإذ يساوره بالغ القلق إزاء العواصف،"),
        (
            Op("١ -", "يطلب إلى الأمين العام أن يقدم تقريرا عن المنارات؛"),
            Op(
                "٢ -",
                "يهيب بالدول الأعضاء:",
                (("(أ)", "أن تضيء موانئها؛"), ("(ب)", "أن تعلّم المياه الضحلة؛")),
            ),
            Op("٣ -", "يقرر أن يبقي المسألة قيد نظره."),
        ),
    ),
    "zh": Texts(
        "zho",
        "安全理事会，",
        ("回顾其第3990（2030）号决议，", "深为关切风暴，"),
        (
            Op("1.", "请秘书长在六个月内就灯塔提出报告；"),
            Op("2.", "呼吁会员国：", (("（a）", "照亮港口；"), ("（b）", "标明浅滩；")), "酌情；"),
            Op("3.", "决定继续处理此案。"),
        ),
        formula="",
    ),
}


def resolution(texts: Texts, number: int = 4001, language: str | None = None) -> bytes:
    """The resolution as a file.

    Args:
        texts: Its words.
        number: Of the resolution.
        language: What the file says of its language, as XML; the element of AKN4UN if None.
    """
    said = f'<FRBRExpression><FRBRlanguage language="{texts.code}"/></FRBRExpression>'
    preamble = "".join(f"<container><p>{words}</p></container>" for words in texts.preamble)
    operative = "".join(_paragraph(at, one) for at, one in enumerate(texts.operative, start=1))
    return (
        f'<akomaNtoso xmlns="{NS}"><statement name="resolution"><meta><identification source="#x"><FRBRWork>'
        f'<FRBRuri value="/akn/un/statement/deliberation/unsc/2031-05-04/{number}-2031/"/>'
        '<FRBRdate date="2031-05-04" name="adoption"/><FRBRauthor href="sc" as="author"/></FRBRWork>'
        f"{said if language is None else language}</identification></meta><coverPage>"
        f'<p><docNumber refersTo="#symbol">S/RES/{number} (2031)</docNumber></p>'
        '<p><docAuthority refersTo="#issuingBody">Security Council</docAuthority></p></coverPage>'
        f"<preamble><formula {texts.formula}><p>{texts.opener}</p></formula>{preamble}</preamble>"
        f"<mainBody>{operative}</mainBody></statement></akomaNtoso>"
    ).encode()


def _paragraph(at: int, op: Op) -> str:
    items = "".join(
        f"<point><num>{number}</num><content><p>{words}</p></content></point>" for number, words in op.items
    )
    closing = f"<wrapUp><p>{op.closing}</p></wrapUp>" if op.closing else ""
    listed = f"<list>{items}{closing}</list>" if items else ""
    words = f"<num>{op.number}</num><content><p>{op.words}</p></content>"
    return f"<paragraph eId='para_{at}'>{words}{listed}</paragraph>"
