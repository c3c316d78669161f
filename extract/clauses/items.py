"""Items: what a list below an act's own words makes of both."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Span
from ..model import Content, ContentKind
from .cut import Item
from .grammar import grammar
from .shapes import Complement, Shape
from .words import Word, can_be_verb, first_word, is_infinitive, lowers, words

#: Most words of a chapeau that only announces its items, and how many of its last may say so.
_ANNOUNCEMENT = 9
_ANNOUNCED_IN = 4
#: Most words of "to take immediate and effective measures".
_MEASURES = 7
#: Words of "to continue to", which says nothing without its items.
_BARE = 3
#: Fewest characters of a noun with its article before who is asked in a chapeau.
_NOUN_FIRST = 10
#: Most words of the title of a part of a list: "Secure and Stable Environment".
_TITLE = 10
#: What leads from an act's own words to its items, besides the words that no phrase ends with.
_LEADS = frozenset(
    {"including", "through", "particular", "notably", "namely", "order", "especially", "inter", "alia"}
)
#: Words of an item "that the Commission shall …" within which its verb stands.
_SUBJECT = 20


def content(text: str, label: str, kind: ContentKind, span: Span) -> Content:
    """A piece of content: the words of ``text`` at ``span``, of the paragraph ``label``."""
    return Content(label, kind, span, text[span.start : span.end])


def allowed(sequence: Sequence[Word], complement: Complement) -> Sequence[Word]:
    """What a chapeau allows besides its items: "authorizes | the deployment of 300 men | with a mandate to:".

    Args:
        sequence: The words of the chapeau.
        complement: What they were read as.

    Returns:
        Its words; none where the chapeau begins with who is asked.
    """
    if not complement.asked or complement.asked[0].span.start - sequence[0].start < _NOUN_FIRST:
        return ()
    if sequence[0].lower not in grammar().determiner:
        return ()
    mandate = next((i for i in range(1, len(sequence)) if lowers(sequence[i : i + 2]) == ["with", "a"]), None)
    return sequence[:mandate] if sequence[-1].lower == "to" or mandate else ()


def is_unlettered(item: Item) -> bool:
    """Whether an item is set off by a dash or a dot only: its label counts it, as in ``OP8(-1)``."""
    return "(-" in item.paragraph


def goes_on(head: Sequence[Word], complement: Complement) -> bool:
    """Whether a that-clause goes on in its items: "shall prevent: (a) …", "shall not apply to: (a) …".

    Args:
        head: The words before the items.
        complement: What they were read as.

    Returns:
        Whether it does; not where the words are whole and announce the items ("the following …").
    """
    if complement.shape not in (Shape.BEARER, Shape.THAT):
        return False
    return grammar().announcing.isdisjoint(lowers(head[-_ANNOUNCED_IN:]))


def sets_condition(head: Sequence[Word]) -> bool:
    """Whether the items are conditions of what the words say: "shall deny entry unless: (a) …"."""
    last = head[-2].lower if head[-1].text == ":" and len(head) > 1 else head[-1].lower
    return last in grammar().condition


def announces(head: Sequence[Word]) -> bool:
    """Whether the words only announce the items: "to:", "to continue to:", "to take the following steps:".

    So do "to take immediate effective measures:".
    """
    if len(head) <= 2 or (len(head) <= _BARE and head[-1].lower == "to"):
        return True
    announcing = grammar().announcing
    if len(head) <= _MEASURES and is_infinitive(head, 0) and head[-1].lower in grammar().purposeful:
        return head[1].lower == "take"
    return len(head) <= _ANNOUNCEMENT and any(word.lower in announcing for word in head[-_ANNOUNCED_IN:])


def before_items(head: Sequence[Word]) -> Sequence[Word]:
    """The words of a chapeau without what leads to its items: "a strategy | , including through:".

    Args:
        head: The words, which more than announce the items.

    Returns:
        Those that say something without the items.
    """
    end = len(head)
    dangling = grammar().dangling
    while end > _BARE and (
        head[end - 1].text in ",:" or head[end - 1].lower in _LEADS or head[end - 1].lower in dangling
    ):
        end -= 1
    return head[:end]


def item_kind(
    text: str, item: Item, kind: ContentKind, complement: Complement, *, decided: bool
) -> ContentKind:
    """What an item is: as what the verb's own words are, unless its first word shows otherwise.

    Args:
        text: ``Document.text``.
        item: The item.
        kind: What the verb's own words are.
        complement: What they were read as.
        decided: Whether the verb says what the body decides.

    Returns:
        The kind of the item's piece.
    """
    first = first_word(text, item.own)
    if first is None:
        return kind
    announced = complement.shape is Shape.CHAPEAU and not complement.asked
    if first.lower == "that" and (kind is not ContentKind.ACTION or announced):
        binds = not grammar().firm_modal.isdisjoint(lowers(words(text, item.own)[:_SUBJECT]))
        return ContentKind.ACTION if binds and kind is ContentKind.ACTION else ContentKind.PROPOSITION
    lowered = first._replace(text=first.lower)  # an item's first word may have a capital
    verbal = first.lower == "to" or can_be_verb(lowered)
    if kind is ContentKind.PROPOSITION and decided and _is_task(text, item):
        return ContentKind.ACTION  # "decides that its mandate shall be: (a) To monitor …"
    if complement.shape is Shape.CHAPEAU and not complement.asked and not verbal:
        return ContentKind.OBJECT
    return kind


def item_pieces(text: str, item: Item, kind: ContentKind) -> list[Content]:
    """One piece an item; but a mere title of its sub-items gives the pieces to them.

    Args:
        text: ``Document.text``.
        item: The item.
        kind: What its pieces are.

    Returns:
        The pieces in the order of the text; none where the item has no words.
    """
    if item.children and not _is_infinitive(text, item) and _is_title(text, item):
        told = kind is ContentKind.PROPOSITION
        kinds = [ContentKind.ACTION if told and _is_task(text, child) else kind for child in item.children]
        return [
            piece
            for child, one in zip(item.children, kinds, strict=True)
            for piece in item_pieces(text, child, one)
        ]
    if item.own.start == item.own.end and not item.children:
        return []
    return [content(text, item.paragraph, kind, item.span)]


def _is_title(text: str, item: Item) -> bool:
    """Whether the words of an item only say what its sub-items are about: "Rights: (a) to monitor …"."""
    own = words(text, item.own)
    if _acts_behind_comma(own):
        return False
    infinitives = [_is_infinitive(text, child) for child in item.children]
    if all(infinitives) or not own:
        return True
    titled = len(own) <= _TITLE and own[0].text[0].isupper() and own[-1].text.isalpha()
    return titled and any(infinitives) and not any(is_unlettered(child) for child in item.children)


def _is_task(text: str, item: Item) -> bool:
    """Whether an item says what is to be done: "To monitor …", not "To be necessary for …"."""
    own = words(text, item.own)
    match lowers(own[:2]):
        case ["to", second]:
            return second != "be"
        case [first, *_] if first in grammar().manner_opener:
            return _acts_behind_comma(own)
        case _:
            return False


def _acts_behind_comma(own: Sequence[Word]) -> bool:
    """Whether words go on to an infinitive: "in support of Chad, | to take steps: (i) to patrol"."""
    return any(own[i - 1].text in ",;" and is_infinitive(own, i) for i in range(1, len(own)))


def _is_infinitive(text: str, item: Item) -> bool:
    first = first_word(text, item.own)
    return first is not None and first.lower == "to"
