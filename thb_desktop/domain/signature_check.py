"""Signature checks: what was found of the signatures in a signed file of others that an exhibit holds.

What is said of each signature is kept as one text (JSON), in the form of docs/formats/foreign-signatures.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import cast

from thb_desktop.domain.description_codes import LevelSource, SignatureLevel, SignatureVerdict
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.ids import AgentId, CaseId, ExhibitId, FileId, RowId
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Standing, Value

_SIGNED = (
    *(".pdf", ".asice", ".asics", ".sce", ".scs", ".bdoc", ".edoc", ".adoc", ".ddoc", ".zip"),
    *(".p7s", ".p7m", ".p7b", ".p7", ".pkcs7", ".sig", ".tsr", ".tst", ".xml"),
)
_AT = "at"
_DOUBT, _PROOF = "doubt", "proof"
_STANDINGS = {_DOUBT: Standing.UNKNOWN, _PROOF: Standing.BROKEN}


class SignatureTime(Enum):
    """Who says when something was signed."""

    NOBODY = "nobody"
    SIGNER = "signer"
    TIME_STAMP = "time-stamp"
    TIME_STAMP_UNKNOWN = "time-stamp-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustAnchor:
    """A certificate (DER) that is trusted for one judgement, its name, and its SHA-256."""

    der: bytes
    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureCheck:
    """One judgement. It is never changed: whoever judges again adds another.

    file_id, sha256: the file that was judged; content_id: the file that it signs, if it is another. anchors:
    name and fingerprint (SHA-256) of each certificate that was trusted. judged_at: when; at: when it was
    kept. said: what was found. level_claimed and what follows it: what was stated of the level of the
    signatures when it was kept, see `signature_level.OfLevel`; the program determined nothing of it.
    """

    id: RowId
    case_id: CaseId
    exhibit_id: ExhibitId
    file_id: FileId
    content_id: FileId | None
    sha256: str
    judged_at: datetime
    verdict: SignatureVerdict
    anchors: tuple[tuple[str, str], ...]
    said: str
    by: AgentId
    at: datetime
    level_claimed: SignatureLevel | None = None
    level_determined_by: LevelSource | None = None
    level_report: str = ""
    level_report_on: date | None = None
    level_report_by: str = ""


def may_be_signed(name: str, media_type: str) -> bool:
    """Whether a file of this name or kind can hold signatures that are judged."""
    return media_type == "application/pdf" or name.lower().endswith(_SIGNED)


def _field(name: str, editor: Editor, *, codes: type[StrEnum] | None = None, required: bool = True) -> Field:
    return Field(
        name=name,
        section="signatures",
        editor=editor,
        codes=codes,
        until=Phase.ONCE,
        required=required,
        sometimes=not required,
    )


SIGNATURE_CHECK = Description(
    name="signature_check",
    entity=SignatureCheck,
    fields=(
        _field("verdict", Editor.CODE, codes=SignatureVerdict),
        _field("judged_at", Editor.MOMENT),
        _field("anchors", Editor.DETAILS),
        _field("level_claimed", Editor.CODE, codes=SignatureLevel, required=False),
        _field("level_determined_by", Editor.CODE, codes=LevelSource, required=False),
        _field("level_report", Editor.LINE, required=False),
        _field("level_report_on", Editor.DAY, required=False),
        _field("level_report_by", Editor.LINE, required=False),
    ),
    internal=("id", "case_id", "exhibit_id", "file_id", "content_id", "sha256", "said", "by", "at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignature:
    """What was found of one signature or time stamp. covers: the first files that it covers; more: how many
    it covers besides.
    """

    is_time_stamp: bool
    place: str
    indication: str
    sub_indication: str
    signer: str
    issuer: str
    fingerprint: str
    anchor: str
    at: datetime | None
    time_from: SignatureTime
    covers: tuple[str, ...]
    more: int
    notes: tuple[Finding, ...]

    @property
    def indicated(self) -> str:
        """The indication of ETSI EN 319 102-1, with its sub-indication."""
        return f"{self.indication} {self.sub_indication}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInFile:
    """What was found of all signatures, and of the file itself."""

    signatures: tuple[FoundSignature, ...]
    notes: tuple[Finding, ...]


def found_in(said: object) -> FoundInFile:
    """Return what a check says, whose text was read as JSON. Raises FormatError."""
    try:
        told = cast(Mapping[str, object], said)
        return FoundInFile(
            signatures=tuple(map(_signature, cast(Sequence[Mapping[str, object]], told["signatures"]))),
            notes=_notes(told),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise FormatError("what is kept of a signature does not have its form") from None


def _signature(told: Mapping[str, object]) -> FoundSignature:
    at = str(told["time"])
    return FoundSignature(
        is_time_stamp=told["kind"] == "time-stamp",
        place=str(told["place"]),
        indication=str(told["indication"]),
        sub_indication=str(told["sub_indication"]),
        signer=str(told["signer"]),
        issuer=str(told["issuer"]),
        fingerprint=str(told["certificate_sha256"]),
        anchor=str(told["anchor"]),
        at=datetime.fromisoformat(at) if at else None,
        time_from=SignatureTime(str(told["time_from"])),
        covers=tuple(map(str, cast(Sequence[object], told["covers"]))),
        more=int(cast(int, told["more"])),
        notes=_notes(told),
    )


def _notes(told: Mapping[str, object]) -> tuple[Finding, ...]:
    return tuple(map(_note, cast(Sequence[Mapping[str, object]], told["notes"])))


def _note(told: Mapping[str, object]) -> Finding:
    code, _, case = str(told["code"]).partition(".")
    values = cast(Mapping[str, object], told["values"])
    return Finding(
        code=code,
        case=case,
        standing=_STANDINGS.get(str(told["weight"]), Standing.HOLDS),
        values={name: _value(name, value) for name, value in values.items()},
    )


def _value(name: str, told: object) -> Value:
    if isinstance(told, list):
        return tuple(map(str, told))
    if isinstance(told, int):
        return told
    return datetime.fromisoformat(str(told)) if name == _AT else str(told)
