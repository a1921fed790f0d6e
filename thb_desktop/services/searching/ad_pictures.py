"""Alike pictures of advertisements: by marks that are computed from them when somebody asks, in steps.

A mark is a search aid. That two are alike says which pictures to look at, and not that they are the same.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Event

from thb_desktop.domain.ads import AdGroup, AdReading
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.picture_marks import MOST, bands, differing, near_bands
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.core.beside import InVault
from thb_desktop.services.core.leaving_bars import is_bound_by, is_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.ads import counted
from thb_desktop.services.evidence.picture_marks import Pictures, marks_of
from thb_desktop.services.searching.ad_groups import follow
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import picture_lists, registry

STEP = 100
"""Pictures of one step."""
_ALL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikePicture:
    """A picture that is alike another one. name: of the file that it is, or else the begin of its digest.

    file: None for a picture within a file of the exhibit.
    """

    name: str
    exhibit: Exhibit
    file: ExhibitFile | None


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def next_pictures(session: Session, case_id: CaseId, after: tuple[str, str] = ("", "")) -> Pictures | None:
    """Return the next pictures of a case that were not looked at for a mark; None if there are none.

    after: `Pictures.until` of those before. The keys of advertisements are made first (`ad_groups.follow`).
    In a vault that is only read there are none. Material of child sexual abuse is never among them, nor a
    picture that is such material in another exhibit.
    """
    if not session.keeps_drafts:
        return None
    at, (reached, digest) = session.read, after
    for reading in sorted(counted(at, case_id), key=lambda each: each.id):
        if reading.id >= reached:
            behind = digest if reading.id == reached else ""
            found = picture_lists.unmarked(at, case_id, reading.id, after=behind, most=STEP)
            if found:
                return _pictures(at, reading, found)
    return None


def _pictures(at: Connection, reading: AdReading, found: Sequence[str]) -> Pictures:
    files, barred = _files_of(at, reading.exhibit_id, found)
    capture = None
    if set(found) - barred - files.keys():  # a capture is read once, for all that it has
        capture = registry.EXHIBIT_FILE.find(at, reading.file_id)
        found = picture_lists.unmarked(at, reading.case_id, reading.id, most=_ALL)
        files, barred = _files_of(at, reading.exhibit_id, found)
    return Pictures(
        exhibit_id=reading.exhibit_id,
        wanted=frozenset(found) - barred,
        files=tuple(files.values()),
        capture=capture,
        barred=frozenset(barred),
        until=(reading.id, found[-1]),
    )


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def keep_marks(session: Session, case_id: CaseId, pictures: Pictures, marks: Mapping[str, str]) -> None:
    """Keep the marks of pictures. What was marked as material of child sexual abuse meanwhile has none."""
    if not is_shown(session.read, pictures.exhibit_id):
        return
    _, barred = _files_of(session.read, pictures.exhibit_id, pictures.wanted)
    with session.drafting() as connection:
        for sha256 in sorted(pictures.wanted | pictures.barred):
            mark = "" if sha256 in barred else marks.get(sha256, "")
            picture_lists.put_mark(connection, case_id, pictures.exhibit_id, sha256, mark)
            if mark and not picture_lists.has_mark(connection, case_id, bands(mark)[0], mark):
                known = picture_lists.marks_near(connection, case_id, near_bands(mark))
                near = [each for each in known if differing(each, mark) <= MOST]
                picture_lists.put_bands(connection, case_id, mark, bands(mark), near)


def mark_pictures(
    in_vault: InVault,
    case_id: CaseId,
    progress: Callable[[int, int], None] | None = None,
    *,
    cancelled: Event | None = None,
) -> None:
    """Mark all pictures of a case in steps; what was kept before a stop stays.

    Raises SandboxMissingError, CancelledError.
    """
    while in_vault(partial(follow, case_id=case_id)):
        pass
    content = in_vault(lambda session: session.vault.content)
    total = in_vault(partial(count_unmarked, case_id=case_id))
    done, until = 0, ("", "")
    while (pictures := in_vault(partial(next_pictures, case_id=case_id, after=until))) is not None:
        marks = marks_of(content, pictures, cancelled=cancelled)
        in_vault(partial(keep_marks, case_id=case_id, pictures=pictures, marks=marks))
        done, until = done + len(pictures.wanted | pictures.barred), pictures.until
        if progress is not None:
            progress(done, total)


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def count_unmarked(session: Session, case_id: CaseId) -> int:
    """Return how many pictures of a case were not looked at for a mark."""
    readings = {each.id for each in counted(session.read, case_id)}
    return picture_lists.count_unmarked(session.read, case_id, readings)[0]


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def pictures_of(session: Session, case_id: CaseId, group: AdGroup) -> tuple[AlikePicture, ...]:
    """Return the pictures of a group that are alike, to be looked at. Each is read by an act of its own."""
    at = session.read
    where = picture_lists.exhibits_of(at, case_id, group.pictures)
    exhibits = {each.id: each for each in registry.EXHIBIT.among(at, "id", set(where.values()))}
    held = registry.EXHIBIT_FILE.among(at, "sha256", set(where))
    files = {each.sha256: each for each in held if each.exhibit_id == where[each.sha256] and not each.struck}
    return tuple(
        AlikePicture(name=file.name if file else sha256[:16], exhibit=exhibits[where[sha256]], file=file)
        for sha256 in group.pictures
        if sha256 in where
        for file in [files.get(sha256)]
    )


def _files_of(
    at: Connection, exhibit_id: ExhibitId, wanted: Collection[str]
) -> tuple[dict[str, ExhibitFile], set[str]]:
    """Return which of these pictures are files of an exhibit, and which are barred, by their digests."""
    held = registry.EXHIBIT_FILE.among(at, "sha256", wanted)
    abuse = {BarKind.ABUSE_MATERIAL}
    bound = {each for each in {file.exhibit_id for file in held} if is_bound_by(at, each, abuse)}
    barred = {each.sha256 for each in held if each.exhibit_id in bound}
    files = {
        each.sha256: each
        for each in held
        if each.exhibit_id == exhibit_id and each.sha256 not in barred and not each.struck
    }
    return files, barred
