"""Sources: whose recordings a strip plays: those of a record, or the one that was assigned."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import PySide6

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import FileId, InterviewId
from thb_desktop.domain.recording_places import RecordedFile
from thb_desktop.services.assignments import desk
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import looks
from thb_desktop.services.evidence.exhibit_files import OpenedFile
from thb_desktop.services.testimony import recordings


class Source(Protocol):
    """Lists the files, and opens one of them; both on the vault's thread."""

    def list_files(self, session: Session, /) -> tuple[RecordedFile, ...]: ...
    def open_file(self, session: Session, file_id: FileId, /) -> OpenedFile: ...


@dataclass(frozen=True, slots=True)
class OfRecord:
    """The recordings of an interview, in the vault of the office."""

    interview_id: InterviewId

    def list_files(self, session: Session) -> tuple[RecordedFile, ...]:
        return recordings.list_recorded(session, self.interview_id)

    def open_file(self, session: Session, file_id: FileId) -> OpenedFile:
        return recordings.open_recorded(session, file_id, interview_id=self.interview_id)


@dataclass(frozen=True, slots=True)
class OfAssignment:
    """The recording that was given along, in the store of an assignment."""

    def list_files(self, session: Session) -> tuple[RecordedFile, ...]:
        return desk.list_recorded(session)

    def open_file(self, session: Session, file_id: FileId) -> OpenedFile:
        return desk.open_recorded(session, file_id)


@dataclass(frozen=True, slots=True)
class OfExhibit:
    """One file of an exhibit that is looked into."""

    exhibit: Exhibit
    file: ExhibitFile

    def list_files(self, _: Session) -> tuple[RecordedFile, ...]:
        return (RecordedFile(name=self.exhibit.number, exhibit=self.exhibit, file=self.file),)

    def open_file(self, session: Session, file_id: FileId) -> OpenedFile:
        return looks.open_recording(session, file_id)


def decoder_folder() -> Path:
    """Return where the libraries are that the confined decoder loads; they come with Qt."""
    folder = Path(PySide6.__file__).parent
    return folder if sys.platform == "win32" else folder / "Qt" / "lib"
