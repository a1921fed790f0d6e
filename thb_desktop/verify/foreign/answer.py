"""Answer: what is said of a signed file of others, and how it comes through the pipe of the other process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Self, cast

from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Standing, Value
from thb_desktop.ledger import canonical

FORM = 1
_AT = "at"
"""The name of a value that is a moment."""


class Verdict(StrEnum):
    """What a person may rely on. NOT_VALID needs a proof; without one, a doubt is UNDECIDED."""

    VALID = "valid"
    REMARKS = "valid-with-remarks"
    UNDECIDED = "cannot-be-judged"
    NOT_VALID = "not-valid"


class Indication(StrEnum):
    """The main indications of EN 319 102-1, 5.1.3."""

    PASSED = "TOTAL-PASSED"
    INDETERMINATE = "INDETERMINATE"
    FAILED = "TOTAL-FAILED"


class Format(StrEnum):
    """How the signature stands with what it signs."""

    PDF = "pdf"
    ASIC_S = "asic-s"
    ASIC_E = "asic-e"
    CMS = "cms"
    CMS_DETACHED = "cms-detached"
    MAIL = "mail"
    OTHER = "other"


class Kind(StrEnum):
    """What was judged."""

    SIGNATURE = "signature"
    TIME_STAMP = "time-stamp"


class TimeFrom(StrEnum):
    """Who says when."""

    NOBODY = "nobody"
    SIGNER = "signer"
    TIME_STAMP = "time-stamp"
    TIME_STAMP_UNKNOWN = "time-stamp-unknown"


class Weight(IntEnum):
    """What a note does to the verdict."""

    TOLD = 0
    REMARK = 1
    DOUBT = 2
    PROOF = 3


_VERDICTS = {
    Weight.TOLD: Verdict.VALID,
    Weight.REMARK: Verdict.REMARKS,
    Weight.DOUBT: Verdict.UNDECIDED,
    Weight.PROOF: Verdict.NOT_VALID,
}
_STANDINGS = {Weight.DOUBT: Standing.UNKNOWN, Weight.PROOF: Standing.BROKEN}
_ORDER = (Verdict.VALID, Verdict.REMARKS, Verdict.UNDECIDED, Verdict.NOT_VALID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that is said: the key of its sentence and its values. Texts come from outside."""

    key: str
    weight: Weight
    values: Mapping[str, str | int | datetime | tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def finding(self) -> Finding:
        """Return it as `words` writes it."""
        code, _, case = self.key.partition(".")
        values = cast(Mapping[str, Value], self.values)
        standing = _STANDINGS.get(self.weight, Standing.HOLDS)
        return Finding(code=code, case=case, standing=standing, values=values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One signature or time stamp. place: the name of its field or file. fingerprint: of the certificate.

    anchor: the name of the trust anchor to which the certificate leads; empty if it leads to none.
    """

    kind: Kind
    place: str
    notes: tuple[Note, ...]
    sub_indication: str = ""
    signer: str = ""
    issuer: str = ""
    fingerprint: str = ""
    anchor: str = ""
    at: datetime | None = None
    time_from: TimeFrom = TimeFrom.NOBODY
    covers: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return _VERDICTS[max((note.weight for note in self.notes), default=Weight.DOUBT)]

    @property
    def indication(self) -> Indication:
        return _indication(self.verdict)


_WHOLE = ("foreign-holds", "foreign-intact")
"""Notes that say that nothing which a signature covers was changed."""


def with_files(judged: Judged, notes: Sequence[Note]) -> Judged:
    """Add what was found of the files that a signature covers besides the message. If they are not all as
    they were signed, nothing says that nothing was changed.
    """
    if any(note.weight is not Weight.TOLD for note in notes):
        kept = tuple(note for note in judged.notes if note.key not in _WHOLE)
        judged = replace(judged, notes=kept)
    return with_notes(judged, notes, failure="HASH_FAILURE")


def with_notes(judged: Judged, notes: Sequence[Note], *, failure: str = "FORMAT_FAILURE") -> Judged:
    """Add what was found beside the message itself. failure: the sub-indication if a note is a proof."""
    weight = max((note.weight for note in notes), default=Weight.TOLD)
    sub = judged.sub_indication
    if weight is Weight.PROOF:
        sub = failure
    elif weight is Weight.DOUBT and not sub:
        sub = "GENERIC"
    return replace(judged, notes=(*judged.notes, *notes), sub_indication=sub)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of a file: of each of its signatures, and of the file as a whole."""

    format: Format
    signatures: tuple[Judged, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Return the worst of all; without a signature there is nothing to judge."""
        found = [each.verdict for each in self.signatures]
        if self.notes or not found:
            found.append(_VERDICTS[max((note.weight for note in self.notes), default=Weight.DOUBT)])
        return max(found, key=_ORDER.index)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all notes, in the order of the answer."""
        notes = [note for each in self.signatures for note in each.notes]
        return tuple(note.finding for note in (*notes, *self.notes))

    def to_bytes(self) -> bytes:
        return canonical.encode(
            {
                "form": FORM,
                "format": self.format.value,
                "notes": [_told(note) for note in self.notes],
                "signatures": [_told_signature(each) for each in self.signatures],
            }
        )

    @classmethod
    def read(cls, untrusted: bytes) -> Self:
        """Read what another process answered. Raises FormatError."""
        try:
            said = cast(Mapping[str, object], canonical.parse(untrusted))
            if said["form"] != FORM:
                raise FormatError("the answer has another form")
            return cls(
                format=Format(str(said["format"])),
                notes=_read_notes(said["notes"]),
                signatures=tuple(
                    _read_signature(cast(Mapping[str, object], each))
                    for each in cast(Sequence[object], said["signatures"])
                ),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            raise FormatError("the answer of the judging process does not have its form") from None


def _indication(verdict: Verdict) -> Indication:
    if verdict is Verdict.NOT_VALID:
        return Indication.FAILED
    return Indication.INDETERMINATE if verdict is Verdict.UNDECIDED else Indication.PASSED


def _told(note: Note) -> canonical.Value:
    values = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in note.values.items()
    }
    return {"key": note.key, "weight": int(note.weight), "values": values}


def _told_signature(judged: Judged) -> canonical.Value:
    return {
        "kind": judged.kind.value,
        "place": judged.place,
        "notes": [_told(note) for note in judged.notes],
        "sub_indication": judged.sub_indication,
        "signer": judged.signer,
        "issuer": judged.issuer,
        "fingerprint": judged.fingerprint,
        "anchor": judged.anchor,
        "at": judged.at.isoformat() if judged.at else "",
        "time_from": judged.time_from.value,
        "covers": list(judged.covers),
    }


def _read_notes(told: object) -> tuple[Note, ...]:
    return tuple(_read_note(cast(Mapping[str, object], each)) for each in cast(Sequence[object], told))


def _read_note(told: Mapping[str, object]) -> Note:
    values = cast(Mapping[str, object], told["values"])
    return Note(
        key=str(told["key"]),
        weight=Weight(cast(int, told["weight"])),
        values={name: _read_value(name, value) for name, value in values.items()},
    )


def _read_value(name: str, told: object) -> str | int | datetime | tuple[str, ...]:
    if isinstance(told, list):
        return tuple(str(each) for each in told)
    if isinstance(told, int):
        return told
    return datetime.fromisoformat(str(told)) if name == _AT else str(told)


def _read_signature(told: Mapping[str, object]) -> Judged:
    at = str(told["at"])
    return Judged(
        kind=Kind(str(told["kind"])),
        place=str(told["place"]),
        notes=_read_notes(told["notes"]),
        sub_indication=str(told["sub_indication"]),
        signer=str(told["signer"]),
        issuer=str(told["issuer"]),
        fingerprint=str(told["fingerprint"]),
        anchor=str(told["anchor"]),
        at=datetime.fromisoformat(at) if at else None,
        time_from=TimeFrom(str(told["time_from"])),
        covers=tuple(str(each) for each in cast(Sequence[object], told["covers"])),
    )
