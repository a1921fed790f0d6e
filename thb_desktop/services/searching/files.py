"""Files in the search: their words are read by the confined process, and kept beside the record."""

from contextlib import closing

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, FileId
from thb_desktop.domain.machine_reading import machine_page
from thb_desktop.domain.rights import Right
from thb_desktop.errors import DamageError, UsageError, VerificationError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.looks import open_look
from thb_desktop.services.searching.index import index_text
from thb_desktop.vault.tables import registry, search_index

MOST = 2_000_000
"""Code points of a file that are kept; what comes after is not searched."""
_PART = 20_000
"""Code points that are kept together, and shown as one place."""


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def read_file(session: Session, file_id: FileId) -> int:
    """Read the words of a file and keep them for the search; return how many code points.

    Raises what `looks.open_look` and `Looking.text` raise; then what was kept stays.
    """
    with closing(open_look(session, file_id)) as looking:
        text = looking.text(MOST)
    index_text(session, file_id, [text[at : at + _PART] for at in range(0, len(text), _PART)])
    return len(text)


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def read_files(session: Session, case_id: CaseId) -> tuple[int, int]:
    """Read all files of a case of which nothing is kept yet; return how many were read, and how many not.

    A file that is refused (damaged, with a password, erased, barred) does not keep the others from it.
    """
    read = refused = 0
    for exhibit in registry.EXHIBIT.where(session.read, "case_id", case_id):
        for file in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit.id):
            if any(not machine_page(part) for part, _ in search_index.file_texts(session.read, file.id)):
                continue
            try:
                read_file(session, file.id)
                session.consulted(Consulted.FILE, file.id)
                read += 1
            except (VerificationError, DamageError, UsageError):
                refused += 1
    return read, refused
