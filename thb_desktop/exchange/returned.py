"""What came back, compared with what was sent out: the same checks for every format (V-T-05)."""

from collections.abc import Iterator
from dataclasses import dataclass

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import (
    ExchangeError,
    ExchangeJobError,
    ExchangeLanguagesError,
    OfOneUnitError,
    TargetMissingError,
    UnitsDoubledError,
    UnitsMissingError,
    UnitSourceChangedError,
    UnitSourceOutdatedError,
    UnitsUnknownError,
    WorkStateUnknownError,
)
from thb_desktop.exchange.characters import direction_controls
from thb_desktop.exchange.units import (
    SEALED_CODES,
    WITHOUT_TARGET,
    ExchangeFile,
    ExchangeNote,
    ExchangeState,
    ExchangeUnit,
)
from thb_desktop.findings import Finding, Where, unknown

CLAIMED = frozenset({ExchangeState.REVISED, ExchangeState.DISPUTED, ExchangeState.CERTIFIED})
"""States that follow from signatures alone; a file can only claim them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedUnit:
    """One unit as a file has it. key: names job and unit. digest: the one that the file names for its source;
    empty if it names none.

    state: None if the file says nothing that is known. remark: what somebody wrote beside it, in a table.
    """

    key: str
    source: str
    target: str
    state: ExchangeState | None
    digest: str = ""
    notes: tuple[ExchangeNote, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """A file as it was read, before anything in it is believed. findings: what in it is not taken."""

    source_language: str
    target_language: str
    units: tuple[ReturnedUnit, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedUnit:
    """A unit that came back, and the one that was sent. remark: new words in the column of notes.

    earlier: the number of the version here that has the words of the file already; 0 for none.
    """

    sent: ExchangeUnit
    unit: ExchangeUnit
    remark: str = ""
    earlier: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether anything of it is another than was sent."""
        return self.unit != self.sent or bool(self.remark)

    @property
    def has_new_words(self) -> bool:
        """Whether its translation is another than was sent, and has words that no earlier version has: only
        that becomes a version.
        """
        return self.unit.target != self.sent.target and not is_blank(self.unit.target) and not self.earlier

    @property
    def new_notes(self) -> tuple[ExchangeNote, ...]:
        """Return the notes whose code or words were not sent; where they stand does not count."""
        known = {(note.code, note.text) for note in self.sent.notes}
        return tuple(note for note in self.unit.notes if (note.code, note.text) not in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """All units of a file that came back, and what a person should know of them."""

    units: tuple[AcceptedUnit, ...]
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> tuple[AcceptedUnit, ...]:
        return tuple(each for each in self.units if each.is_changed)


def accept(untrusted: ReturnedFile, sent: ExchangeFile) -> Acceptance:
    """Return what came back, in the order in which it was sent.

    sent: what would be sent out now. Raises ExchangeJobError, ExchangeLanguagesError, UnitsUnknownError,
    UnitsDoubledError, UnitsMissingError, UnitSourceOutdatedError, UnitSourceChangedError,
    WorkStateUnknownError, TargetMissingError.
    """
    for refusal in refusals(untrusted, sent):
        raise refusal
    found = {unit.key: unit for unit in untrusted.units}
    accepted = tuple(_accepted(found[sent.key_of(unit)], unit) for unit in sent.units)
    return Acceptance(units=accepted, findings=(*untrusted.findings, *_findings(accepted)))


def refusals(untrusted: ReturnedFile, sent: ExchangeFile) -> Iterator[ExchangeError]:
    """Return everything for which a file is refused: what is of no turn first, then by the turns."""
    if untrusted.units and not any(sent.is_of_this_job(unit.key) for unit in untrusted.units):
        yield ExchangeJobError("the file was made for another job, or names none", "1")
        return
    theirs = (untrusted.source_language.lower(), untrusted.target_language.lower())
    if theirs != (sent.source_language.lower(), sent.target_language.lower()):
        yield ExchangeLanguagesError("the file has other languages than the one that was sent out")
        return
    known, found = {sent.key_of(unit): unit for unit in sent.units}, dict[str, ReturnedUnit]()
    for place, unit in enumerate(untrusted.units, 1):
        if not sent.is_of_this_job(unit.key):
            yield ExchangeJobError("a unit was sent out for another job, or names none", str(place))
        elif unit.key not in known:
            yield UnitsUnknownError("a unit is not one of the job as it is now", str(place))
        elif unit.key in found:
            yield UnitsDoubledError("a unit came back twice", known[unit.key].number)
        else:
            found[unit.key] = unit
    for key, expected in known.items():
        if key not in found:
            yield UnitsMissingError("a unit of the job is not in the file", expected.number)
        elif (refusal := _refusal(found[key], expected)) is not None:
            yield refusal


def remark_of(unit: ExchangeUnit) -> str:
    """Return the notes of a unit as a table shows them."""
    return "\n".join(f"{note.code}: {note.text}" if note.code else note.text for note in unit.notes)


def _refusal(untrusted: ReturnedUnit, sent: ExchangeUnit) -> OfOneUnitError | None:
    if untrusted.digest and untrusted.digest != sent.source_digest:
        return UnitSourceOutdatedError("the source text is another one by now", sent.number)
    if digest_of(untrusted.source) != sent.source_digest:
        return UnitSourceChangedError("the source text was changed in the file", sent.number)
    if untrusted.state is None:
        return WorkStateUnknownError("the state of a unit is unknown", sent.number)
    if untrusted.state not in WITHOUT_TARGET and is_blank(untrusted.target):
        return TargetMissingError("a unit is marked as translated, and has no translation", sent.number)
    return None


def _accepted(untrusted: ReturnedUnit, sent: ExchangeUnit) -> AcceptedUnit:
    is_table = untrusted.remark is not None
    unit = ExchangeUnit(
        id=sent.id,
        number=sent.number,
        speaker=sent.speaker,
        source_language=sent.source_language,
        source=sent.source,
        target_language=sent.target_language,
        target=untrusted.target,
        state=untrusted.state or ExchangeState.DRAFT,
        notes=_still_fitting(sent, untrusted.target) if is_table else untrusted.notes,
    )
    remark = untrusted.remark or ""
    return AcceptedUnit(sent=sent, unit=unit, remark=remark if remark != remark_of(sent) else "")


def _still_fitting(sent: ExchangeUnit, target: str) -> tuple[ExchangeNote, ...]:
    """Return the notes that were sent; a table holds no places, so those in a changed target are left out."""
    return tuple(
        note for note in sent.notes if not note.end or note.side != "target" or target == sent.target
    )


def _findings(accepted: tuple[AcceptedUnit, ...]) -> list[Finding]:
    findings = []
    for each in accepted:
        where, unit = Where(kind="unit", names=(each.sent.number,)), each.unit
        told = " ".join((unit.target, each.remark, *(note.text for note in unit.notes)))
        if signs := direction_controls(told):
            findings.append(unknown("exchange-text.direction", where=where, signs=signs))
        if any(note.code in SEALED_CODES for note in each.new_notes):
            findings.append(unknown("exchange-note.safety", where=where))
        if each.sent.target and not unit.target:
            findings.append(unknown("exchange-target.emptied", where=where))
        if unit.state in CLAIMED and each.is_changed:
            findings.append(unknown("exchange-state.claimed", where=where, state=unit.state.value))
    return findings
