"""Units: the turns of a record with their translations, as they go out to a translator and come back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import MixedLanguagesError, SealedNoteError

_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}")
_JOB_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
SEALED_CODES = frozenset({"SAFETY_FLAG"})
"""Codes of notes that never go out. One may come back."""


class ExchangeState(StrEnum):
    """How far the work on a unit is. What comes back above SELF_CHECKED is a claim of the file, no more."""

    UNTOUCHED = "UNTOUCHED"
    DRAFT = "DRAFT"
    SELF_CHECKED = "SELF_CHECKED"
    REVISED = "REVISED"
    DISPUTED = "DISPUTED"
    CERTIFIED = "CERTIFIED"


WITHOUT_TARGET = frozenset({ExchangeState.UNTOUCHED, ExchangeState.DRAFT})
"""The states in which a unit may have no translation."""


class Side(StrEnum):
    """Which of the two texts of a unit a note is about."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeNote:
    """A note on a unit, on one of its texts, or on a place in one.

    code: of the annotation; empty for a remark without one. start, end: code points of the text of its side;
    both 0 for the whole. quoted: the words there.
    """

    id: str
    text: str
    code: str = ""
    side: Side | None = None
    start: int = 0
    end: int = 0
    quoted: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for an id that XML does not have, or a place that is none."""
        placed = self.start < self.end if self.end else self.start == 0
        if not _ID.fullmatch(self.id) or not placed or len(self.quoted) != self.end - self.start:
            message = "a note has no usable id, or is at no place"
            raise ValueError(message)
        if self.end and self.side is None:
            message = "a place is in one of the two texts"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeUnit:
    """One turn: what was said, and its translation.

    id: of the segment. number: what people call the turn. speaker: a label, never a protected name. target:
    empty if there is none yet.
    """

    id: str
    number: str
    speaker: str
    source_language: str
    source: str
    target_language: str
    target: str = ""
    state: ExchangeState = ExchangeState.UNTOUCHED
    notes: tuple[ExchangeNote, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for an id or a language that no file could hold, or a note that fits no text."""
        tags = (self.source_language, self.target_language)
        if not _ID.fullmatch(self.id) or not all(map(is_language_tag, tags)):
            message = "a unit has no usable id or languages"
            raise ValueError(message)
        if self.state not in WITHOUT_TARGET and is_blank(self.target):
            message = "a unit is translated, and has no translation"
            raise ValueError(message)
        if self.state is ExchangeState.UNTOUCHED and self.target:
            message = "a unit is untouched, and has a translation"
            raise ValueError(message)
        if any(self.side(note.side)[note.start : note.end] != note.quoted for note in self.notes):
            message = "a note quotes other words than stand at its place"
            raise ValueError(message)
        if len({note.id for note in self.notes}) != len(self.notes):
            message = "two notes of a unit have one id"
            raise ValueError(message)

    @property
    def source_digest(self) -> str:
        """SHA-256 (hex) of the exact source text."""
        return digest_of(self.source)

    def side(self, side: Side | None) -> str:
        """Return the text of a side; empty for none."""
        return {Side.SOURCE: self.source, Side.TARGET: self.target, None: ""}[side]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFile:
    """Units of one pair of languages, out of one job.

    reference: what a translator may know of the case, and no more. job_id: stands in the key of each unit, so
    that no unit of one linguist's job is taken for that of another.
    """

    reference: str
    job_id: str
    units: tuple[ExchangeUnit, ...]

    def __post_init__(self) -> None:
        """Raise MixedLanguagesError, SealedNoteError, or ValueError for no unit, two of one id, or no job."""
        if not _JOB_ID.fullmatch(self.job_id):
            message = "a file is made for a job"
            raise ValueError(message)
        if not self.units or len({unit.id for unit in self.units}) != len(self.units):
            message = "a file has at least one unit, and no two of one id"
            raise ValueError(message)
        if len({(unit.source_language, unit.target_language) for unit in self.units}) > 1:
            raise MixedLanguagesError("the units have several languages; make one file for each pair")
        if any(note.code in SEALED_CODES for unit in self.units for note in unit.notes):
            raise SealedNoteError("a note is sealed for the judge, and does not go out")

    @property
    def source_language(self) -> str:
        return self.units[0].source_language

    @property
    def target_language(self) -> str:
        return self.units[0].target_language

    def key_of(self, unit: ExchangeUnit) -> str:
        """Return what names a unit in the file: its job, and its id."""
        return f"{self.job_id}.{unit.id}"

    def is_of_this_job(self, key: str) -> bool:
        return key.startswith(f"{self.job_id}.")


def is_language_tag(tag: str) -> bool:
    """Whether files can name a language by this tag."""
    return _LANGUAGE.fullmatch(tag) is not None


def by_languages(units: Iterable[ExchangeUnit]) -> tuple[tuple[ExchangeUnit, ...], ...]:
    """Return the units of each pair of languages, in their order: each is a file of its own."""
    pairs: dict[tuple[str, str], list[ExchangeUnit]] = {}
    for unit in units:
        pairs.setdefault((unit.source_language, unit.target_language), []).append(unit)
    return tuple(map(tuple, pairs.values()))
