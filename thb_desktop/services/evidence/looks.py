"""Looks: files of exhibits, seen and read without leaving the vault, and what they say about themselves.

`open_look` is called in the vault's thread. What it returns is used beside it, for each page costs a while.
Nothing that a file says becomes an entry by itself, and nothing of it is written in clear.
"""

from contextlib import closing

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.looks import Look, PartPath, Told, Way
from thb_desktop.domain.rights import Right
from thb_desktop.inspect.running import Worker
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.exhibit_files import OpenedFile, get_file, opened
from thb_desktop.services.evidence.looking import Looking


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_look(session: Session, file_id: FileId, *, drawer: Worker | None = None) -> Looking:
    """Open a file to be looked into; whoever opened it closes it.

    drawer: the process that draws pages (`ui.reading.asking.DRAWER`); without it they are not drawn. Raises
    NotFoundError, ErasedError, MaterialNotShownError, ContentMissingError.
    """
    file = _to_be_seen(session, file_id)
    return Looking(opened(session.vault.content, file), file.name, drawer)


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_recording(session: Session, file_id: FileId) -> OpenedFile:
    """Open a file to be played; whoever opened it closes it. Raises as `open_look`."""
    return opened(session.vault.content, _to_be_seen(session, file_id))


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def look_at(
    session: Session, file_id: FileId, part: PartPath = (), *, page: int = 1, way: Way = Way.CONTENT
) -> Look:
    """Return one page of what a file shows, at once, for who wants no more. Raises as `Looking.look`."""
    with closing(open_look(session, file_id)) as looking:
        return looking.look(part, page=page, way=way)


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def told_by(session: Session, file_id: FileId, part: PartPath = ()) -> Told:
    """Return what a file says about itself. Raises as `Looking.look`."""
    with closing(open_look(session, file_id)) as looking:
        return looking.told(part)


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def text_of(session: Session, file_id: FileId, limit: int) -> str:
    """Return the words of a file, at most `limit` code points, for a search. Raises as `Looking.look`."""
    with closing(open_look(session, file_id)) as looking:
        return looking.text(limit)


def _to_be_seen(session: Session, file_id: FileId) -> ExhibitFile:
    """Return a file that is kept and may be shown: material of child sexual abuse is not (V-E-09)."""
    file = get_file(session, file_id)
    verify_kept(session.read, file)
    verify_file_shown(session.read, file)
    return file
