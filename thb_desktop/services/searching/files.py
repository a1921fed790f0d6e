"""Files in the search: their words are read by the confined process, and kept beside the record."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from threading import Event

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, FileId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import DamageError, UsageError, VerificationError
from thb_desktop.services.core.beside import InVault
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.looks import open_look
from thb_desktop.services.searching.index import index_text
from thb_desktop.vault.tables import search_index

MOST = 2_000_000
"""Code points of a file that are kept; what comes after is not searched."""
_PART = 20_000
"""Code points that are kept together, and shown as one place."""
_ALL = 2**31


@dataclass(frozen=True, slots=True)
class FilesRead:
    """How many files were read whole, how many in part (the rest is pictures, sound, or locked), and how many
    were refused.
    """

    whole: int = 0
    in_part: int = 0
    refused: int = 0


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def unread_files(session: Session, case_id: CaseId, most: int = _ALL) -> tuple[FileId, ...]:
    """Return the files of a case whose words are not searched yet, at most so many."""
    return tuple(map(FileId, search_index.unread_files(session.read, case_id, most)))


def read_file(in_vault: InVault, file_id: FileId) -> bool:
    """Read the words of a file and keep them for the search; return whether there is something else in it.

    Raises what `looks.open_look` and `Looking.text` raise; then what was kept stays.
    """
    with closing(in_vault(lambda session: open_look(session, file_id))) as looking:
        text, in_part = looking.words(MOST)
    parts = [text[at : at + _PART] for at in range(0, len(text), _PART)] or [""]
    in_vault(lambda session: index_text(session, file_id, parts))
    return in_part


def read_files(
    in_vault: InVault,
    case_id: CaseId,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Event | None = None,
) -> FilesRead:
    """Read all files of a case of which nothing is kept yet.

    A file that is refused (damaged, with a password, erased, barred) does not keep the others from it.
    progress: files done, and all of them. cancelled: what was read until then is kept, and told.
    """
    files = in_vault(lambda session: unread_files(session, case_id))
    whole = parts = refused = 0
    for done, file_id in enumerate(files):
        if cancelled is not None and cancelled.is_set():
            break
        if progress is not None:
            progress(done, len(files))
        try:
            in_part = read_file(in_vault, file_id)
        except (VerificationError, DamageError, UsageError):
            refused += 1
        else:
            whole, parts = whole + (not in_part), parts + in_part
    return FilesRead(whole, parts, refused)
