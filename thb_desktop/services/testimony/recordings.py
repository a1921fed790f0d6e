"""The recordings of an interview: which files are played, and their bytes, decrypted piece by piece."""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_rows import Recording
from thb_desktop.domain.recording_places import RecordedFile, files_of
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.evidence.exhibit_files import OpenedFile, opened
from thb_desktop.services.testimony.records import require_interview, require_turn
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_recorded(session: Session, interview_id: InterviewId) -> tuple[RecordedFile, ...]:
    """Return the files of the recordings of an interview that are played, in order of time."""
    return recorded_in(session.read, require_interview(session, interview_id))


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_recorded(session: Session, file_id: FileId, *, interview_id: InterviewId) -> OpenedFile:
    """Open a file of the recordings of this interview; nothing of it is written in clear.

    Raises NotFoundError for any other file, ErasedError, MaterialNotShownError, ContentMissingError.
    """
    files = recorded_in(session.read, require_interview(session, interview_id))
    found = next((each.file for each in files if each.file.id == file_id), None)
    if found is None:
        raise NotFoundError("this file is no recording of this interview")
    verify_kept(session.read, found)
    verify_file_shown(session.read, found)
    return opened(session.vault.content, found)


@permitted(Right.EDIT_TESTIMONY)
def set_range(session: Session, segment_id: SegmentId, begins: str, ends: str) -> Segment:
    """Set where a turn of a draft is in the recordings, as `recording_places.to_text` writes it.

    Nothing else of the turn changes, and what is typed on it and not saved stays.
    """
    segment = require_turn(session, segment_id)
    changed = replace(segment, recording_from=begins.strip(), recording_to=ends.strip())
    with session.work() as work:
        work.save(changed)
        work.record(segment.interview_id, VaultAction.SEGMENT_SET)
    return changed


def recorded_file(connection: Connection, interview_id: InterviewId, file_id: FileId) -> ExhibitFile | None:
    """Return a file of the recordings of an interview, of a master or of a working copy; None for others."""
    file = registry.EXHIBIT_FILE.find(connection, file_id)
    interview = registry.INTERVIEW.find(connection, interview_id)
    if file is None or file.struck or interview is None:
        return None
    exhibit = registry.EXHIBIT.find(connection, file.exhibit_id)
    named = _named(registry.RECORDING.where(connection, "interview_id", interview_id)) | {
        interview.recording_id
    }
    is_there = exhibit is not None and not exhibit.struck and exhibit.id in named
    return file if is_there else None


def recorded_in(connection: Connection, interview: Interview) -> tuple[RecordedFile, ...]:
    """Return what `list_recorded` returns. The exhibit of the header counts where no recording names it."""
    rows: Sequence[Recording] = registry.RECORDING.where(connection, "interview_id", interview.id)
    named = _named(rows)
    if interview.recording_id and interview.recording_id not in named:
        of_header = Recording(id=RowId(""), interview_id=interview.id, exhibit_id=interview.recording_id)
        rows, named = (*rows, of_header), named | {interview.recording_id}
    exhibits: dict[str, Exhibit] = {}
    files: dict[str, tuple[ExhibitFile, ...]] = {}
    for exhibit_id in named:
        exhibit = registry.EXHIBIT.find(connection, exhibit_id)
        if exhibit is not None and not exhibit.struck:
            exhibits[exhibit_id] = exhibit
            files[exhibit_id] = standing_files(connection, exhibit_id)
    return files_of(rows, exhibits, files)


def _named(rows: Sequence[Recording]) -> set[ExhibitId]:
    """Return the exhibits of these recordings: masters and working copies."""
    return {each for row in rows if not row.struck for each in (row.exhibit_id, row.working_copy_id) if each}
