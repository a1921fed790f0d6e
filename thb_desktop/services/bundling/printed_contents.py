"""Printed contents: of which files of exhibits a bundle prints the content, and what is read of them.

Nothing is read that nobody chose. Which files these are is known in the vault's thread; they are read beside
it, each by a confined process.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import SHORTEST
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import DisclosureId, ExhibitId
from thb_desktop.domain.leaving import KEEPS_HERE
from thb_desktop.domain.printed_content import PrintedContent
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ContentNotPrintedError, NotFoundError, WordsLeftError
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.content_reading import read_content
from thb_desktop.services.bundling.masked_copies import copies_in
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.services.bundling.words_left import WordsLeft, shown_in
from thb_desktop.services.core.leaving_bars import holds_abuse, is_bound_by
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_among, standing_files
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, registry

MOST_FILES = 20
"""Of one exhibit that are read."""
_PICTURED = ("image/", "application/pdf")
"""Media types, or their beginnings."""
_CAPTURES = (".warc", ".warc.gz", ".wacz", ".mht", ".mhtml")
"""How names of captures end, whose pictures are printed beside their words."""
MOST_PICTURED = 64 << 20
"""Bytes of pictures in a bundle; the last file may exceed them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenContent:
    """The files of an exhibit of a bundle whose content is printed under its sheet, as the vault has them."""

    exhibit_id: ExhibitId
    number: str
    files: tuple[ExhibitFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsToPrint:
    """Contents that were chosen and not read yet. quoted: words that a version masks, which stay masked."""

    chosen: tuple[ChosenContent, ...]
    quoted: tuple[str, ...] = field(repr=False)
    store: ContentStore = field(repr=False)

    def read(self, content: BundleContent, stop: Callable[[], None] | None = None) -> BundleContent:
        """Return the same with what is printed of files; any thread does it, without the vault's database.

        stop: called before each file; what it raises ends the reading. Raises WordsLeftError if masked words
        stand in what would be printed, DocumentFormError if it hides its letters behind codes within codes,
        SandboxMissingError, ContentDamagedError, ContentMissingError.
        """
        names = {file.id: file.name for each in content.exhibits for file in each.files}
        printed, pictured = [], 0
        for each in self.chosen:
            files = []
            for file in each.files[:MOST_FILES]:
                if stop is not None:
                    stop()
                read = read_content(self.store, file, room=MOST_PICTURED - pictured)
                pictured += sum(len(one.jpeg) for one in read.pictures)
                files.append(replace(read, name=names.get(file.id, file.name)))
            printed.append(
                PrintedContent(
                    exhibit_id=each.exhibit_id,
                    number=each.number,
                    files=tuple(files),
                    files_left=len(each.files) - len(files),
                )
            )
        self._verify_masked(printed)
        return replace(content, printed=tuple(printed))

    def _verify_masked(self, printed: Iterable[PrintedContent]) -> None:
        if not self.quoted:
            return
        told = ((each.number, "".join(file.searched for file in each.files)) for each in printed)
        left = WordsLeft(self.quoted)
        if places := tuple(number for number, words in told if left.stand_in(shown_in(words))):
            raise WordsLeftError("masked words stand there again", places)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def contents_to_print(session: Session, content: BundleContent, options: BundleOptions) -> ContentsToPrint:
    """Return what `gather_bundle` found to be printed of files. Each file is in the log of consultations.

    Raises NotAllowedError for who may not open files, and ContentNotPrintedError.
    """
    chosen = contents_of(session.read, options, content.exhibits)
    if chosen:
        session.require(Right.OPEN_FILES)
    for each in chosen:
        for file in each.files[:MOST_FILES]:
            session.consulted(Consulted.FILE, file.id)
    masked = redactions_of(session.read, options.disclosure_id) if options.disclosure_id else ()
    words = (each.anchor.quoted for each in masked)
    return ContentsToPrint(
        chosen=chosen,
        quoted=tuple(each for each in words if len(each) >= SHORTEST),
        store=session.vault.content,
    )


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def pictured_among(session: Session, exhibit_ids: Iterable[ExhibitId]) -> frozenset[ExhibitId]:
    """Return those of these exhibits with a file that would be printed as pictures, by its recorded kind."""
    files = standing_among(session.read, exhibit_ids)
    return frozenset(
        each.exhibit_id
        for each in files
        if each.media_type.startswith(_PICTURED) or each.name.lower().endswith(_CAPTURES)
    )


def contents_of(
    connection: Connection, options: BundleOptions, taken: Sequence[ExhibitInFull]
) -> tuple[ChosenContent, ...]:
    """Return of which files of these exhibits content is printed, in the order of the exhibits.

    Of a file in which a version masks something, its masked copy is printed, under the sheet of the copy.
    Raises ContentNotPrintedError for what is not there or must not leave, NotFoundError.
    """
    found, refused = _files_of(connection, options, {each.exhibit.id for each in taken})
    numbers = (*(_number(connection, each) for each in refused), *not_printable(connection, found))
    if numbers:
        raise ContentNotPrintedError(
            "the content of these exhibits cannot be printed", tuple(dict.fromkeys(numbers))
        )
    return tuple(
        ChosenContent(
            exhibit_id=each.exhibit.id,
            number=each.exhibit.number,
            files=tuple(found[each.exhibit.id].values()),
        )
        for each in taken
        if each.exhibit.id in found
    )


def not_printable(connection: Connection, exhibit_ids: Iterable[ExhibitId]) -> tuple[str, ...]:
    """Return the numbers of the exhibits whose content must not leave the office, or is not kept."""
    return tuple(
        _number(connection, each)
        for each in exhibit_ids
        if counts.is_erased(connection, each)
        or _exhibit(connection, each).is_secret
        or is_bound_by(connection, each, KEEPS_HERE)
        or holds_abuse(connection, registry.EXHIBIT_FILE.where(connection, "exhibit_id", each))
    )


_Files = dict[ExhibitId, dict[str, ExhibitFile]]


def _files_of(
    connection: Connection, options: BundleOptions, there: set[ExhibitId]
) -> tuple[_Files, list[ExhibitId]]:
    """Return the chosen files by exhibit, and the exhibits of which there is nothing to print."""
    found: _Files = {}
    refused: list[ExhibitId] = []
    instead = _instead(connection, options.disclosure_id)
    for exhibit_id in dict.fromkeys(options.contents):
        is_told = exhibit_id in there
        if exhibit_id in there:
            found.setdefault(exhibit_id, {})
        for file in standing_files(connection, exhibit_id):
            printed = instead.get(file.id, file)
            if printed is None:
                refused.append(exhibit_id)
            elif printed.exhibit_id in there:
                found.setdefault(printed.exhibit_id, {})[printed.id] = printed
                is_told = True
        if not is_told:
            refused.append(exhibit_id)
    return found, refused


def _instead(connection: Connection, disclosure_id: DisclosureId | None) -> dict[str, ExhibitFile | None]:
    """Return what stands for each file in which a version masks something: its masked copy, or nothing."""
    if disclosure_id is None:
        return {}
    masked = {each.row for each in redactions_of(connection, disclosure_id) if not each.is_of_words}
    copies = copies_in(connection, disclosure_id)
    return {
        file.id: registry.EXHIBIT_FILE.find(connection, copies[file.id].copy_id)
        if file.id in copies
        else None
        for file in registry.EXHIBIT_FILE.among(connection, "id", masked)
    }


def _number(connection: Connection, exhibit_id: ExhibitId) -> str:
    return _exhibit(connection, exhibit_id).number


def _exhibit(connection: Connection, exhibit_id: ExhibitId) -> Exhibit:
    exhibit = registry.EXHIBIT.find(connection, exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this vault")
    return exhibit
