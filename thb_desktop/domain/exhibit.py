"""Evidence: exhibits and the files they hold."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.case import Texts
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, InstrumentId, ObjectId, OfficialId
from thb_desktop.domain.vocabulary import ExhibitKind, Originality


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One item of evidence. A derived exhibit names its parent; the root is where the line begins.

    instrument_id: under which it was obtained from another State. legal_authority: the warrant or order here.
    details: quantity, make, model, serial number, marks, each as it is named. struck: why the entry was made
    in error, empty where it was not.
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

    @property
    def is_secret(self) -> bool:
        """Whether what it holds is sealed apart, typed in by two persons, and never kept as a file."""
        return self.kind is ExhibitKind.SECRET_KEY_MATERIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitFile:
    """One file of an exhibit: its name as found, size in bytes, SHA-256 (hex) and where its content rests."""

    id: FileId
    exhibit_id: ExhibitId
    name: str
    media_type: str
    size: int
    sha256: str
    object_id: ObjectId
    added_at: datetime
