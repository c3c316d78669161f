"""Whether a verb group is an act of the issuing body, judged by the joint and by what went before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..document import ParagraphKind
from ..model import VerbKind
from .groups import Group
from .joints import Joint, Left
from .nouns import is_about_letter, is_noun
from .reported import pronoun_before, source_before
from .unlisted import UNLISTED
from .verbs import Complement, Form, lexicon

_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "any", "such", "these", "those", "all"})
#: What follows an adjective that says how the body feels.
_OF_STATES = frozenset({"to", "that", "at", "of", "by", "about"})
_JOINED = (Joint.SEMICOLON, Joint.COMMA_AND, Joint.AND, Joint.COMMA, Joint.WHILE, Joint.BUT)

IT = "“it” taken for the body that the sentence begins with"
ASIDE = "a participle beside the verb, taken for the same subject's"
HALF = "a second feeling, taken to be expressed by the verb before"
#: Every rule that a verdict can name.
RULES = frozenset(
    {"act.head", "act.head.slip", "act.head.unlisted", "act.item", "act.sentence", "act.colon", "act.subject"}
    | {"act.again", "act.told", "act.told.joined", "act.semicolon.late", "act.comma.late", "act.half"}
    | {f"act.{joint}{kind}" for joint in _JOINED for kind in ("", ".mixed", ".aside")}
)


class Verdict(NamedTuple):
    """Why a group is an act, and how sure that is; ``source`` is the text that it is told of."""

    rule: str
    certainty: float = 1.0
    doubt: str = ""
    source: tuple[int, int] | None = None


class Judge:
    """Hears the verb groups of one paragraph from left to right.

    Args:
        kind: Of the paragraph.
        item: Whether it is a lettered item of another one.
        lead: How the first act of the paragraph that it belongs to stands.
    """

    def __init__(self, kind: ParagraphKind, *, item: bool, lead: Form | None) -> None:
        self._kind = kind
        self._item = item
        self._lead = lead
        #: Whether a verb joined by "and" can have the body as its subject.
        self._open = item and lead is not None
        self._named = self._slip = False
        #: Somebody else's verb went before in the form given: "and" may join that.
        self._foreign: Form | None = None
        self._began = False
        #: Whether the last act asks somebody, and whether it is about a letter, which may ask as well.
        self._asks = self._in_letter = False
        #: The words that name the text whose acts are being told.
        self._source: tuple[int, int] | None = None
        #: Where the last act ended: "Welcoming and encouraging" are two.
        self._ended = -1

    def sentence(self) -> None:
        """A sentence ends: the next one needs a subject, or a verb at its head."""
        self._open = self._named = False
        self._foreign = self._source = None

    def named(self) -> None:
        """The sentence begins with the body's name: its verb may follow behind other words."""
        self._named = True

    def wrap_up(self) -> None:
        """The list is over: what follows goes on with the paragraph's own verb."""
        self._open = self._lead is not None
        self._foreign = self._source = None

    def takes_slip(self, group: Group) -> bool:
        """Whether a paragraph may open with a slip: "Request the Panel to", "Reguests the Panel to"."""
        everyday = group.form in group.verb.shy + group.verb.lead
        told = self._kind in (ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR)
        self._slip = told and not self._item and not everyday
        return self._slip

    def takes_unlisted(self) -> bool:
        """Whether a paragraph may open with a verb that the lexicon lacks."""
        return self._kind is ParagraphKind.OPERATIVE and not self._item

    def hear(
        self, words: Sequence[str], texts: Sequence[str], group: Group, left: Left, start: int, behind: int
    ) -> Verdict | None:
        """Decides on a group.

        Args:
            words: The words of the document in lower case.
            texts: The same as printed.
            group: The group.
            left: How it is joined to the words before it.
            start: Where the paragraph begins.
            behind: Where the words that hang on the last group begin.

        Returns:
            The rule that accepts it, or None.
        """
        told = self._told(words, group, left, behind)
        if told is not None:
            return told
        verdict = self._decide(words, texts, group, left)
        if verdict is None:
            if left.joint in (Joint.NONE, Joint.AGAIN):
                self._note_foreign(words, group, left, start)
            return None
        if self._lead is None or left.joint in (Joint.START, Joint.SENTENCE, Joint.SUBJECT):
            self._lead = group.form
        self._open = self._began = True
        self._asks = group.verb.complement is Complement.ADDRESSEE
        self._in_letter = is_about_letter(words, group)
        self._foreign = self._source = None
        self._ended = group.end
        return verdict

    def half(self, group: Group) -> Verdict:
        """Takes the second half of what is expressed: "alarm at the fighting and grave concern at …"."""
        self._ended = group.end
        return Verdict("act.half", 0.85, HALF)

    def _told(self, words: Sequence[str], group: Group, left: Left, behind: int) -> Verdict | None:
        """An act of another text, or one that goes on with it."""
        if group.form is not Form.THIRD:
            return None
        at: int | None = None
        if left.joint is Joint.REPORTED:
            at = left.at - 1
        elif left.joint is Joint.NONE:
            at = pronoun_before(words, group.start, behind)
        if at is not None:
            self._source = source_before(words, at, behind)
            if self._source or words[left.at] != "it":  # "situations which it deems grave, and supports"
                self._foreign = Form.THIRD
            return Verdict("act.told", 0.9, "told of another text", self._source) if self._source else None
        joined = left.joint in (Joint.COMMA, Joint.AND, Joint.COMMA_AND, Joint.SEMICOLON)
        if self._lead is Form.THIRD:
            joined = left.joint is Joint.AND
        if self._source and joined:
            return Verdict("act.told.joined", 0.8, "joined to an act told of another text", self._source)
        return None

    def _note_foreign(self, words: Sequence[str], group: Group, left: Left, start: int) -> None:
        before = words[left.printed - 1] if left.printed > start else ""
        relative = before in _RELATIVE or (before == "," and words[left.printed - 2] in _RELATIVE)
        plain = group.form not in group.verb.shy + group.verb.lead
        if relative or (group.form is Form.PARTICIPLE and plain and before not in _DETERMINERS):
            self._foreign = group.form

    def _decide(self, words: Sequence[str], texts: Sequence[str], group: Group, left: Left) -> Verdict | None:
        joint, form = left.joint, group.form
        if joint in (Joint.NONE, Joint.REPORTED):
            return None
        if joint is Joint.AGAIN:  # "The Council appeals for calm, and it looks forward to talks"
            again = self._kind is ParagraphKind.STATEMENT and self._open and form is Form.THIRD
            return Verdict("act.again", 0.85, IT) if again and form not in group.verb.shy else None
        if joint is Joint.START:
            return self._head(words, texts, group)
        if joint is Joint.SUBJECT:
            return self._subject(words, group, left)
        if joint is Joint.SENTENCE:
            lead = form in group.verb.lead and form is not Form.THIRD
            return (
                None
                if lead or not texts[left.printed][0].isupper()
                else Verdict("act.sentence", 0.95, "opens a sentence without its subject")
            )
        if joint is Joint.COLON:
            return (
                None
                if self._began or form in group.verb.shy
                else Verdict("act.colon", 0.8, "stands behind a colon")
            )
        return self._joined(words, texts, group, left)

    def _head(self, words: Sequence[str], texts: Sequence[str], group: Group) -> Verdict | None:
        form = group.form
        if group.verb.id not in lexicon().verbs:
            return Verdict("act.head.unlisted", 0.5, UNLISTED)
        if self._slip:
            self._slip = False
            return Verdict("act.head.slip", 0.7, "no form of the verb, taken for a misprint")
        if not self._item:
            return Verdict("act.head")
        if form is not Form.THIRD and (self._kind is not ParagraphKind.PREAMBULAR or self._open):
            return None
        if form in group.verb.lead:
            return None
        return Verdict("act.item", 0.9, "opens a lettered item")

    def _subject(self, words: Sequence[str], group: Group, left: Left) -> Verdict | None:
        if words[left.at] == "it" and (group.form in group.verb.shy or group.form in group.verb.lead):
            return None
        if group.form is not Form.THIRD and words[left.printed - 1] != ",":
            return None
        return Verdict("act.subject")

    def _joined(self, words: Sequence[str], texts: Sequence[str], group: Group, left: Left) -> Verdict | None:
        """A group behind "and", a comma or the like."""
        joint, form, verb = left.joint, group.form, group.verb
        following = words[group.rest] if group.rest < len(words) else ""
        directs = verb.kind is VerbKind.DIRECTIVE
        stated = form is Form.PARTICIPLE and following == "that"
        # "Alarmed by the fighting, and seeking to end it"
        stated = stated or self._seeks(group, joint, following)
        state = form is not Form.THIRD and verb.adjective and Form.ADJECTIVE in verb.lead
        # "Deeply concerned at the fighting and determined to end it": two states of mind
        second = form is Form.ADJECTIVE and self._lead is form and following in _OF_STATES
        if ((form in verb.lead and not stated) or state) and not second:
            return None
        # "welcomes and is encouraged by": only right behind another verb is the body sure to be its subject.
        if (words[group.start] == "is" and self._ended != left.at) or is_noun(words, texts, group, left):
            return None
        modified = left.printed < group.start or stated
        if not self._open:
            return self._late(group, left, modified)
        if joint is Joint.AND and self._with_gerund(words, group, left) and not modified:
            return None
        if form is Form.ADJECTIVE and self._lead is Form.THIRD:
            return None
        bare = not (modified or second) and joint not in (Joint.SEMICOLON, Joint.COMMA_AND)
        own = following in ("its", "his") and self._goes_on(words, group, left)
        if form in verb.shy and bare and not own:
            return None
        if self._foreign is form and joint is Joint.AND and not modified:
            return None
        if form is Form.THIRD and self._lead is not Form.THIRD and self._kind is not ParagraphKind.OPERATIVE:
            if self._foreign is form and joint is not Joint.SEMICOLON:
                return None
            return Verdict(f"act.{joint}.mixed", 0.85, "third person in a clause of participles")
        if (
            form is Form.PARTICIPLE
            and joint is Joint.COMMA
            and self._in_letter
            and (directs or form in verb.shy)
        ):
            return None  # "Welcoming the letter from the President, requesting assistance"
        if (
            verb.limits
            and form is Form.PARTICIPLE
            and (self._asks or self._kind is not ParagraphKind.PREAMBULAR)
        ):
            return None
        if form is not Form.THIRD and self._lead is Form.THIRD:
            return self._aside(words, texts, group, left, modified)
        if form is Form.THIRD:
            self._lead = form
        return Verdict(f"act.{joint}")

    def _seeks(self, group: Group, joint: Joint, following: str) -> bool:
        """Whether a participle of the preamble says what the body itself is out for."""
        own = self._kind is ParagraphKind.PREAMBULAR and self._open and self._lead is not Form.THIRD
        seeking = group.form is Form.PARTICIPLE and Form.PARTICIPLE in group.verb.lead
        return own and joint is Joint.COMMA_AND and seeking and following == "to"

    def _goes_on(self, words: Sequence[str], group: Group, left: Left) -> bool:
        """Whether nobody else does what a participle says: "Welcoming the report and supporting its aims"."""
        own = self._kind is ParagraphKind.PREAMBULAR and self._lead is group.form is Form.PARTICIPLE
        if not own or left.joint is not Joint.AND:
            return False
        return not any(word.endswith("ing") for word in words[self._ended : left.at])

    def _late(self, group: Group, left: Left, modified: bool) -> Verdict | None:
        """The first verb of a paragraph, behind words that are none: "Pursuant to …, decides"."""
        if left.joint is Joint.SEMICOLON:
            return Verdict("act.semicolon.late", 0.8, "no verb at the head of the sentence")
        if self._item or not (self._named or (self._kind is ParagraphKind.OPERATIVE and not self._began)):
            return None
        if left.joint is Joint.WHILE and self._named and group.form is Form.PARTICIPLE:
            return Verdict("act.while.aside", 0.9, ASIDE)  # "The Council, while stressing …, welcomes"
        if group.form is not Form.THIRD or (group.form in group.verb.shy and not modified):
            return None
        if left.joint not in (Joint.COMMA, Joint.COMMA_AND) or self._foreign is Form.THIRD:
            return None
        return Verdict("act.comma.late", 0.8, "no verb at the head of the sentence")

    def _with_gerund(self, words: Sequence[str], group: Group, left: Left) -> bool:
        """Whether "and" joins the verb to a gerund of somebody else: "by promoting and encouraging"."""
        if group.form is not Form.PARTICIPLE or group.verb.kind is not VerbKind.DIRECTIVE:
            return False
        return self._ended != left.at and words[left.at - 1].endswith("ing")

    def _aside(
        self, words: Sequence[str], texts: Sequence[str], group: Group, left: Left, modified: bool
    ) -> Verdict | None:
        """A participle beside verbs in the third person: ", noting that", "while recognizing"."""
        joint, verb = left.joint, group.verb
        if group.form in verb.shy or group.form is Form.PAST:
            return None
        if joint is Joint.AND and not modified and (verb.complement is not Complement.PLAIN or verb.blames):
            return None
        if joint is Joint.AND and self._foreign is group.form:
            return None
        if verb.kind is VerbKind.DIRECTIVE and group.rest < len(words):
            following = words[group.rest]
            if following not in _DETERMINERS | {"that"} and not texts[group.rest][0].isupper():
                return None
        return Verdict(f"act.{joint}.aside", 0.9, ASIDE)
