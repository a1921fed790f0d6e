"""Packs: what is known of instruments between States, as dated data with a source.

Whom an instrument binds, which languages a State accepts and which are its official ones, which States
protect data adequately. A statement that nobody compared with an official list says so (`certain`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from thb_desktop.domain.availability import Availability
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.deadlines import DeadlineRule, Holidays
from thb_desktop.domain.grounds import GroundRule
from thb_desktop.domain.order_forms import OrderForm


class Binding(Enum):
    """Whether an instrument binds States. UNKNOWN: the pack says nothing of instruments of this type."""

    BOUND = "BOUND"
    UNSURE = "UNSURE"
    NOT_BOUND = "NOT_BOUND"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """One treaty or act of the Union. cite: as lawyers cite it in any language. purpose: what it serves.

    bound: the States that it binds, or those of the one side where `other_side` names the other. unsure:
    those of which the pack does not know it.
    """

    key: str
    cite: str
    types: frozenset[InstrumentType]
    purpose: str
    bound: frozenset[str]
    unsure: frozenset[str]
    other_side: frozenset[str] = frozenset()
    certain: bool = False
    source: str = ""

    def binds(self, states: Iterable[str]) -> Binding:
        """Whether it binds each of these States, and if it has two sides, whether they stand on both."""
        named = frozenset(states)
        known = self.bound | self.other_side
        if not named <= known | self.unsure:
            return Binding.NOT_BOUND
        if self.other_side and len(named) > 1 and not (named & self.bound and named & self.other_side):
            return Binding.NOT_BOUND
        return Binding.UNSURE if named & self.unsure else Binding.BOUND

    def may_bind(self, states: Iterable[str]) -> bool:
        """Whether it binds each of these States, or may."""
        return self.binds(states) in (Binding.BOUND, Binding.UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Languages in which a State accepts instruments of these types."""

    state: str
    types: frozenset[InstrumentType]
    languages: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The official languages of a State."""

    state: str
    languages: tuple[str, ...]
    certain: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adequacy:
    """A decision that a State protects data adequately (Article 36 of Directive (EU) 2016/680)."""

    state: str
    decision: str
    until: date | None
    certain: bool


class LawKey(Enum):
    """What a sentence of a document rests on."""

    CHILD_PRESUMED = "CHILD_PRESUMED"
    DISTANT_HEARING = "DISTANT_HEARING"
    ASSET_CERTIFICATES = "ASSET_CERTIFICATES"
    DATA_QUALITY = "DATA_QUALITY"
    CONTROLLER = "CONTROLLER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """How documents cite a rule. cites: pairs of language and citation."""

    key: LawKey
    cites: tuple[tuple[str, str], ...]
    certain: bool
    source: str

    def cited(self, language: str) -> str:
        """Return the citation in this language, with (?) where it was compared with no official text; empty
        where the pack has none in it.
        """
        cite = dict(self.cites).get(language, "")
        return cite if self.certain or not cite else f"{cite} (?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNamed:
    """The citations of a pack. version, checked_on: of the pack."""

    laws: tuple[Law, ...]
    version: str
    checked_on: date

    def cited(self, key: LawKey, language: str) -> str:
        return next((each.cited(language) for each in self.laws if each.key is key), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One pack. version, checked_on, source: which one it is, and on what it rests. is_own: of the office.

    protecting: the States whose authorities apply Directive (EU) 2016/680; all others are third States.
    """

    version: str
    checked_on: date
    source: str
    protecting: frozenset[str]
    treaties: tuple[Treaty, ...]
    accepted: tuple[Accepted, ...]
    adequate: tuple[Adequacy, ...]
    deadlines: tuple[DeadlineRule, ...] = ()
    holidays: tuple[Holidays, ...] = ()
    forms: tuple[OrderForm, ...] = ()
    official: tuple[Official, ...] = ()
    grounds: tuple[GroundRule, ...] = ()
    law: LawNamed | None = None
    available: tuple[Availability, ...] = ()
    is_own: bool = False

    def treaties_of(self, kind: InstrumentType) -> tuple[Treaty, ...]:
        return tuple(each for each in self.treaties if kind in each.types)

    def binding(self, kind: InstrumentType, states: Iterable[str]) -> Binding:
        """The best that a treaty of this type says of these States. `OTHER` may rest on any treaty."""
        named = tuple(filter(None, states))
        found = self.treaties_of(kind)
        if not found or not named or kind is InstrumentType.OTHER:
            return Binding.UNKNOWN
        said = {each.binds(named) for each in found}
        return next(each for each in (Binding.BOUND, Binding.UNSURE, Binding.NOT_BOUND) if each in said)

    def instead_of(self, kind: InstrumentType, states: Iterable[str]) -> tuple[Treaty, ...]:
        """The treaties of the same purpose that bind both States, those that certainly do first."""
        named = tuple(filter(None, states))
        purposes = {each.purpose for each in self.treaties_of(kind)}
        fitting = [
            (each.binds(named), place, each)
            for place, each in enumerate(self.treaties)
            if each.purpose in purposes and each.types and kind not in each.types
        ]
        return tuple(
            each for wanted in (Binding.BOUND, Binding.UNSURE) for said, _, each in fitting if said is wanted
        )

    def languages_of(self, state: str, kind: InstrumentType) -> Accepted | None:
        return next((each for each in self.accepted if each.state == state and kind in each.types), None)

    def official_of(self, state: str) -> tuple[str, ...]:
        """The official languages of a State; empty if the pack says nothing of it."""
        return next((each.languages for each in self.official if each.state == state), ())

    def adequacy_of(self, state: str, on: date) -> Adequacy | None:
        """The decision on a State that applies on this day."""
        return next(
            (
                each
                for each in self.adequate
                if each.state == state and (each.until is None or on <= each.until)
            ),
            None,
        )

    def holidays_of(self, state: str) -> Holidays | None:
        return next((each for each in self.holidays if each.state == state), None)

    def form_of(self, kind: InstrumentType) -> OrderForm | None:
        return next((each for each in self.forms if kind in each.types), None)

    def is_third(self, state: str) -> bool:
        return bool(state) and state not in self.protecting
