"""The file specifications of a PDF (ISO 32000-1, 7.11): each attached file has one name and one content,
whichever entry a reader takes.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.errors import PdfBeyondBoundsError
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Ref, Stream
from thb_desktop.verify.limits import ROW

MAXIMUM_ATTACHMENTS = 100_000

_NAMES, _STREAMS = ("F", "UF"), ("F", "UF")
_OTHER_NAMES = ("DOS", "Mac", "Unix")
_KEYS = {"Type", "F", "UF", "EF", "AFRelationship", "Desc"}
_STREAM_KEYS = {"Type", "Subtype", "Params", "Length", "Filter"}
_AF = "AF"
_UNPACKING = ("Filter", "DecodeParms")
_PATH = re.compile(r"(?!.*(?:^|/)\.)(?:[A-Za-z0-9_.~-]*[A-Za-z0-9_~-]/)*[A-Za-z0-9_.~-]*[A-Za-z0-9_~-]")
"""The names that our bundles give: ASCII, in folders, none hidden, none that a system shortens."""


@dataclass(slots=True)
class Attachments:
    """The attached files of a document, by each name that a reader could give them."""

    files: dict[str, Stream] = field(default_factory=dict)
    unclear: dict[str, None] = field(default_factory=dict)
    """The names of files that another reader could call or read otherwise."""
    read: dict[Ref, tuple[str, int]] = field(default_factory=dict)
    """By the objects of specifications in the one form, the name of each, and where its content begins."""

    def add(self, file: PdfFile, specification: Dictionary, own: Ref | None = None) -> None:
        """Take a file specification with an embedded file. Raises PdfBeyondBoundsError for too many.

        own: the object that it is; None for one within another object.
        """
        held = file.dictionary(specification["EF"])
        streams = [each for each in _contents(file, held) if isinstance(each, Stream)]
        names = list(dict.fromkeys(_names(file, specification))) or [""]
        if not _is_in_one_form(file, specification, held, streams) or len(names) != 1:
            self.unclear |= dict.fromkeys(names)
        elif own is not None:
            file.budget.keep(ROW)
            self.read[own] = names[0], streams[0].start
        for name in names:
            for stream in streams:
                if name not in self.files:
                    file.budget.keep(2 * ROW + 4 * len(name))
                    self.files[name] = _needed(stream)
                elif self.files[name].start != stream.start:
                    self.unclear[name] = None
        if len(self.files) > MAXIMUM_ATTACHMENTS:
            raise PdfBeyondBoundsError("the file has more attachments than this check reads")

    def compare(self, file: PdfFile) -> None:
        """Mark what is called otherwise in the name tree, in the document's list, or in another system."""
        folded: dict[str, str] = {}
        for name in self.files:
            if folded.setdefault(unicodedata.normalize("NFKC", name).casefold(), name) != name:
                self.unclear[name] = None
        own = {(name, stream.start) for name, stream in self.files.items()}
        listed = set(_of_name_tree(file, self.read))
        associated = (
            {_named(file, item, self.read) for item in _associated(file)} if _AF in file.catalog else own
        )
        self.unclear |= dict.fromkeys(sorted(name for name, _ in (own ^ listed) | (own ^ associated)))
        if "Collection" in file.catalog:
            self.unclear |= dict.fromkeys(self.files)


def _needed(stream: Stream) -> Stream:
    """Return a stream with what unpacks it, without the rest of its dictionary: that stays in memory."""
    kept = {key: value for key, value in stream.dictionary.items() if key in _UNPACKING}
    return Stream(kept, stream.start, stream.end)


def attached(file: PdfFile, name: str) -> Stream | None:
    """Return the file of this name in the document's own list. Whether a reader could find another, only
    `content.look_through` tells.
    """
    for item in _associated(file):
        specification = file.dictionary(item)
        if "EF" in specification and name in _names(file, specification):
            found = Attachments()
            found.add(file, specification)
            return found.files.get(name)
    return None


def attached_in(file: PdfFile, folder: str) -> Iterator[tuple[str, Stream]]:
    """Yield name and content of each file in the document's own list whose name begins so, by its name: in
    one pass, however many there are. The same is true of it as of `attached`.
    """
    found = Attachments()
    for item in _associated(file):
        specification = file.dictionary(item)
        if "EF" in specification and any(name.startswith(folder) for name in _names(file, specification)):
            found.add(file, specification)
    yield from sorted(found.files.items(), key=lambda each: each[0])


def is_plain(name: str) -> bool:
    """Whether a name is one that every system keeps as it is."""
    return _PATH.fullmatch(name) is not None


def _is_in_one_form(
    file: PdfFile, specification: Dictionary, held: Dictionary, streams: list[Stream]
) -> bool:
    """Whether name and content stand in the only form that leaves no choice."""
    if not specification.keys() <= _KEYS or set(held) != set(_STREAMS) or held["F"] != held["UF"]:
        return False
    if not isinstance(held["F"], Ref) or len(streams) != len(_STREAMS):
        return False
    texts = [file.open_string(specification.get(key)) for key in _NAMES]
    return all(texts) and streams[0].dictionary.keys() <= _STREAM_KEYS


def _names(file: PdfFile, specification: Dictionary) -> Iterator[str]:
    for key in (*_NAMES, *_OTHER_NAMES):
        if key in specification:
            yield text_of(file.open_string(specification[key]))


def text_of(text: bytes) -> str:
    """Return a PDF text string (ISO 32000-2, 7.9.2.2) as text; what cannot be read is replaced."""
    if text[:2] == b"\xfe\xff":
        return text[2:].decode("utf-16-be", "replace")
    return text[3:].decode("utf-8", "replace") if text[:3] == b"\xef\xbb\xbf" else text.decode("latin-1")


def _of_name_tree(file: PdfFile, read: dict[Ref, tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The names and contents in the name tree, which must be one list in order; else none."""
    tree = file.dictionary(file.dictionary(file.catalog.get("Names")).get("EmbeddedFiles"))
    pairs = file.array(tree.get("Names"))
    keys = [file.open_string(key) for key in pairs[::2]]
    if set(tree) - {"Names"} or sorted(set(keys)) != keys or len(pairs) % 2:
        return
    for key, item in zip(keys, pairs[1::2], strict=True):
        name, start = _named(file, item, read)
        yield text_of(key), start if name == text_of(key) else -1


def _associated(file: PdfFile) -> list[PdfObject]:
    return file.array(file.catalog.get(_AF))


def _named(file: PdfFile, item: PdfObject, read: dict[Ref, tuple[str, int]]) -> tuple[str, int]:
    """The own name of a specification, and where its content begins. read: those that were read before."""
    if isinstance(item, Ref) and item in read:
        return read[item]
    specification = file.dictionary(item)
    stream = file.resolve(file.dictionary(specification.get("EF")).get("F"))
    own = text_of(file.open_string(specification.get("UF")))
    named = own, stream.start if isinstance(stream, Stream) else -1
    if isinstance(item, Ref):
        read[item] = named
    return named


def _contents(file: PdfFile, held: Dictionary) -> list[PdfObject]:
    """Return what the entries of an `EF` lead to; nearly always all to one stream, which is read once."""
    read = {item: file.resolve(item) for item in held.values() if isinstance(item, Ref)}
    return [read[item] if isinstance(item, Ref) else item for item in held.values()]
