"""Masked copies: what of a file a version shows in its place, with masked pixels gone from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.ids import AgentId, DisclosureId, ExhibitId, FileId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedCopy:
    """A copy of a file for one version. It never changes: a later one of the same file supersedes it.

    file_id: what it is a copy of. exhibit_id, copy_id: the derived exhibit that it is, and its only file.
    redaction_ids: what is masked in it. dots: to the inch, of a page that was drawn; 0 for a picture.
    """

    id: RowId
    disclosure_id: DisclosureId
    file_id: FileId
    exhibit_id: ExhibitId
    copy_id: FileId
    redaction_ids: tuple[RowId, ...]
    pages: int
    dots: int
    made_by: AgentId
    at: datetime


def in_the_file(redactions: Iterable[Redaction], file_id: FileId) -> tuple[Redaction, ...]:
    """Return those of the content and the metadata of a file, without those of its name."""
    return tuple(each for each in redactions if each.row == file_id and not each.is_of_words)


def current(copies: Iterable[MaskedCopy], redactions: Iterable[Redaction]) -> Mapping[FileId, MaskedCopy]:
    """Return the copy of each file that a version shows: the last one, if it masks all that is masked now.

    copies: of one version, in the order of entry. redactions: those of it that stand.
    """
    last = {each.file_id: each for each in copies}
    masked: dict[str, set[str]] = {}
    for each in redactions:
        if not each.is_of_words:
            masked.setdefault(each.row, set()).add(each.id)
    return {file: copy for file, copy in last.items() if masked.get(file) == set(copy.redaction_ids)}
