"""Further rows of an interview record: what a victim was told, what an interpreter said for themselves, and
the recordings.
"""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import ExhibitId, InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.vocabulary import CameraView, InterventionKind, VictimInformationItem


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimInformation:
    """One item of what a victim is told at the first contact: when it was given, or why it was deferred."""

    id: RowId
    interview_id: InterviewId
    item: VictimInformationItem
    given_at: datetime | None = None
    given_by: str = ""
    deferred_reason: str = ""
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One time at which an interpreter spoke for themselves.

    turn_id: the turn at which it was. note: what they said.
    """

    id: RowId
    interview_id: InterviewId
    kind: InterventionKind
    interpreter_id: InterpreterId | None = None
    at: datetime | None = None
    turn_id: SegmentId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One recording of an interview: the device, the medium, and who holds the master.

    exhibit_id: the exhibit with its file. working_copy_id: the exhibit that is played and copied. sealed:
    whether the master was sealed. legal_basis: the consent, or the law.
    """

    id: RowId
    interview_id: InterviewId
    device: str = ""
    media_id: str = ""
    started_at: datetime | None = None
    stopped_at: datetime | None = None
    continuous: bool | None = None
    view: CameraView | None = None
    exhibit_id: ExhibitId | None = None
    sealed: bool | None = None
    held_by: str = ""
    working_copy_id: ExhibitId | None = None
    legal_basis: str = ""
    struck: str = ""
