"""Disclosures: what of a case a recipient gets, on which ground, and what is masked in it."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.folding import makes_other_word
from thb_desktop.domain.ids import (
    AgentId,
    CaseId,
    DisclosureId,
    ExhibitId,
    InstrumentId,
    InterviewId,
    PersonId,
    RowId,
)
from thb_desktop.domain.interview_fields import INTERVIEW, ROWS
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.redaction_marks import WORDS
from thb_desktop.domain.vocabulary import RedactionReason

CONTENT = "content"
"""The field by which a redaction names a place in the content of a file: a page, a time, or words."""
METADATA = "metadata"
"""The field by which it names what a file says of itself beside its content."""
SHORTEST = 3
"""Fewer masked signs than these are looked for nowhere else: they stand everywhere."""
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0001-\U000e007f"
"""Signs that nobody sees, for a class of a pattern."""
_WITHOUT_WORDS = frozenset({CONTENT, METADATA})
_TYPED = frozenset({Editor.LINE, Editor.TEXT})
REDACTABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "segment": ("source_text", "pointed_at", "marks"),
        "rendering": ("text",),
        "rendering_version": ("text",),
        **{
            each.name: tuple(
                field.name
                for field in each.fields
                if field.editor in _TYPED and field.printed and field.name != "number"
            )
            for each in (*ROWS, INTERVIEW)
        },
        "custody_event": tuple(
            field.name
            for field in CUSTODY_EVENT.fields
            if field.editor in _TYPED and field.name in WORDS["custody_event"]
        ),
        "exhibit": (
            *("titles", "description", "source", "legal_authority", "emergency", "ratification"),
            *("keep_ground", "keep_decided_by"),
            *("extract_because", "known_limits", "other_verification"),
        ),
        "exhibit_file": ("name", CONTENT, METADATA),
    }
)
"""The fields in which words can be masked, by table: what was said, what a linguist made of it, to what
somebody pointed, what was typed in the header or a row of a record, what an exhibit is called, and what a
custody event says in words. A title has its language behind: `titles/fr`; a mark of a turn its place from 1:
`marks/1`.
"""
_MANY = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A version for a recipient. What it is made of is listed by id: nothing comes into it later by itself.

    instrument_id: the request that it answers; basis: what it rests on otherwise, or besides. person_ids,
    since, until, territory (a country): by what the items were chosen; empty where it was not asked.
    """

    id: DisclosureId
    case_id: CaseId
    number: str
    recipient: str
    purpose: str
    drawn_by: AgentId
    at: datetime
    instrument_id: InstrumentId | None = None
    basis: str = ""
    interview_ids: tuple[InterviewId, ...] = ()
    exhibit_ids: tuple[ExhibitId, ...] = ()
    person_ids: tuple[PersonId, ...] = ()
    since: date | None = None
    until: date | None = None
    territory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """Words, or a part of a file, that a version does not show; or, with `withdraws_id`, the end of one.

    entity, field: the table of the row and its field. anchors: the one place. ordered_by: which authority
    ordered it. because: why it was withdrawn.
    """

    id: RowId
    disclosure_id: DisclosureId
    entity: str
    field: str
    anchors: tuple[Anchor, ...]
    reason: RedactionReason
    ordered_by: str
    by: AgentId
    at: datetime
    withdraws_id: RowId | None = None
    because: str = ""

    @property
    def anchor(self) -> Anchor:
        return self.anchors[0]

    @property
    def row(self) -> str:
        """The id of the row in which it is."""
        return self.anchor.of

    @property
    def is_of_words(self) -> bool:
        """Whether it is of words of a field, and not of the content of a file."""
        return self.anchor.kind is AnchorKind.TEXT and self.field != CONTENT

    @property
    def is_of_text(self) -> bool:
        """Whether it is of words or cells of a file that is a plain text."""
        return self.field == CONTENT and self.anchor.kind in (AnchorKind.TEXT, AnchorKind.CELLS)


class ScopeReason(StrEnum):
    """Why an item of a case is not in a version of it."""

    NOT_CHOSEN = "NOT_CHOSEN"
    OTHER_PERSON = "OTHER_PERSON"
    OTHER_PERIOD = "OTHER_PERIOD"
    OTHER_TERRITORY = "OTHER_TERRITORY"
    COPY_ALONE = "COPY_ALONE"


def standing(redactions: Iterable[Redaction]) -> tuple[Redaction, ...]:
    """Return the redactions that nobody withdrew."""
    told = [*redactions]
    ended = {each.withdraws_id for each in told if each.withdraws_id}
    return tuple(each for each in told if each.withdraws_id is None and each.id not in ended)


def may_be_redacted(entity: str, field: str) -> bool:
    """Whether words, or a place in a file, can be masked in this field."""
    return field.partition(_MANY)[0] in REDACTABLE.get(entity, ())


def fields_in(entity: str, row: object) -> Iterator[str]:
    """Return the fields of a row in which words can be masked; each text of several is one."""
    for name in REDACTABLE[entity]:
        held = getattr(row, name, None)
        if isinstance(held, tuple):
            yield from (f"{name}{_MANY}{key}" for key in _texts(held))
        elif name not in _WITHOUT_WORDS:
            yield name


def occurrences(row: str, text: str, words: str) -> tuple[Anchor, ...]:
    """Return where words stand by themselves in a text of this row, whatever their capitals and blanks.

    Signs that nobody sees may stand between the letters: chats have them around names and numbers. A word
    that a mark makes of them (an accent that stands alone, a vowel sign) is another one.
    """
    forms = {unicodedata.normalize(form, words) for form in ("NFC", "NFD")} | {words, _half_composed(words)}
    either = "|".join(filter(None, map(_pattern_of, sorted(forms))))
    found = re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text, re.IGNORECASE) if either else ()
    spans = (each.span() for each in found)
    return tuple(Anchor.of_text(row, text, *span) for span in spans if _stands_alone(text, span))


def _stands_alone(text: str, span: tuple[int, int]) -> bool:
    """Whether no mark makes another word of these: as an accent does, or a vowel sign before more letters."""
    start, end = span
    if any(makes_other_word(sign) for sign in text[start - 1 : start] + text[end : end + 1]):
        return False
    while unicodedata.category(text[end : end + 1] or " ").startswith("M"):
        end += 1
    return not text[end : end + 1].isalnum()


def _half_composed(words: str) -> str:
    """As codings of before Unicode have it: the last mark of each letter stands alone, the others do not."""
    apart = (unicodedata.normalize("NFD", each) for each in unicodedata.normalize("NFC", words))
    return "".join(unicodedata.normalize("NFC", each[:-1]) + each[-1] for each in apart)


def _pattern_of(words: str) -> str:
    """Return the pattern of words: any blanks between two, and unseen signs between two letters."""
    seen = re.sub(f"[{_UNSEEN}]", "", words)
    each = (f"[{_UNSEEN}]*".join(map(re.escape, word)) for word in seen.split())
    return rf"[\s{_UNSEEN}]+".join(each)


def text_in(row: object, field: str) -> str:
    """Return the text of a field of a row; empty if there is none."""
    name, _, key = field.partition(_MANY)
    held = getattr(row, name, None)
    if key:
        held = _texts(held).get(key) if isinstance(held, tuple) else None
    return held if isinstance(held, str) else ""


def _texts(held: tuple[Any, ...]) -> dict[str, str]:
    """Return several texts of one field: by their languages, or by their places from 1."""
    return {
        **{str(place): text for place, text in enumerate(held, 1) if isinstance(text, str)},
        **{each[0]: each[1] for each in held if not isinstance(each, str)},
    }


def changed_in(row: object, field: str, change: Callable[[str], str]) -> object:
    """Return the value of a field whose text was changed, as the row holds it."""
    name, _, key = field.partition(_MANY)
    held = getattr(row, name)
    if not key:
        return change(held)
    changed = {**_texts(held), key: change(text_in(row, field))}
    if all(isinstance(each, str) for each in held):
        return tuple(changed.values())
    return tuple(changed.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """By what items of a case are chosen; what is empty is not asked."""

    person_ids: tuple[PersonId, ...] = ()
    since: date | None = None
    until: date | None = None
    territory: str = ""

    def refuses(
        self, *, persons: Collection[PersonId], day: PartialDate | None, country: str
    ) -> ScopeReason | None:
        """Return why an item is outside; None if it is inside.

        persons: who is heard in a record, or in the records that name an exhibit. What may lie outside the
        period, or has no known day or country, is outside.
        """
        if self.person_ids and not set(self.person_ids) & set(persons):
            return ScopeReason.OTHER_PERSON
        if not self._is_in_period(day):
            return ScopeReason.OTHER_PERIOD
        if self.territory and country != self.territory:
            return ScopeReason.OTHER_TERRITORY
        return None

    def _is_in_period(self, day: PartialDate | None) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = (day.earliest, day.latest) if day else (None, None)
        if first is None or last is None:
            return False
        return (self.since is None or self.since <= first) and (self.until is None or last <= self.until)
