"""Evidence: exhibits and their files."""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.description_codes import ContentSensitivity
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, InstrumentId, ObjectId, OfficialId
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import ExhibitKind, Originality


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One item of evidence. A derived exhibit names its parent; the root is the first of the line.

    instrument_id: the instrument under which it was obtained from another State. legal_authority: the
    domestic warrant or order. emergency: why there was none when it was taken; ratification: the decision
    that confirmed it later. keep_until: the last day on which it must be kept, for which ground, and
    who decided it. details: quantity, make, model, serial number, marks, each by name. struck: the
    reason why the entry was struck out, or empty. extract_because: why it is a part of a longer original;
    empty if nobody said that it is one. known_limits, up_to_date_on: what it does not show, and on which day
    it was up to date. other_verification: what was checked besides digests. sensitivity: what is delicate in
    its content, for the office alone.
    """

    id: ExhibitId
    case_id: CaseId
    number: str
    kind: ExhibitKind
    originality: Originality | None
    titles: Texts
    source: str
    collected_at: datetime
    collected_by: OfficialId
    parent_id: ExhibitId | None
    root_id: ExhibitId
    instrument_id: InstrumentId | None
    seal: str
    note: str = ""
    description: str = ""
    legal_authority: str = ""
    details: tuple[tuple[str, str], ...] = ()
    struck: str = ""
    emergency: str = ""
    ratification: str = ""
    keep_until: date | None = None
    keep_ground: str = ""
    keep_decided_by: str = ""
    extract_because: str = ""
    known_limits: str = ""
    up_to_date_on: date | None = None
    other_verification: str = ""
    sensitivity: tuple[ContentSensitivity, ...] = ()

    @property
    def is_secret(self) -> bool:
        """Whether its content is sealed separately, entered by two persons, and never stored as a file."""
        return self.kind is ExhibitKind.SECRET_KEY_MATERIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitFile:
    """One file of an exhibit: its original name, size in bytes, SHA-256 (hex) and the id of its stored
    content. struck: why it was withdrawn, as added by mistake; empty while it stands.
    """

    id: FileId
    exhibit_id: ExhibitId
    name: str
    media_type: str
    size: int
    sha256: str
    object_id: ObjectId
    added_at: datetime
    struck: str = ""
