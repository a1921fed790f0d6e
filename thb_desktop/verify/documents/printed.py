"""What a bundle states of the content that it prints: whether it is of files that the bundle names."""

from collections.abc import Iterator, Mapping, Set
from hashlib import sha256
from typing import NamedTuple

from thb_desktop.findings import Finding, Where, broken, holds
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import Spend
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.limits import ROW

_PLAIN = ".txt"
_MARKED_UP = ("<", "{\\rtf")


class PrintedText(NamedTuple):
    """The beginning of a plain text that is printed, as it is stated. shown: how many lines of it."""

    number: str
    file_sha256: str
    shown: int
    words_sha256: str

    def is_of(self, data: bytes) -> bool | None:
        """Whether these words are those of a file; None where its reader may write them otherwise."""
        try:
            text = data.decode().replace("\r\n", "\n")
        except UnicodeDecodeError:
            return None
        lines = text.split("\n")
        if text.startswith(_MARKED_UP) or not all(map(str.isprintable, lines)):
            return None
        words = "".join(f"{line}\n" for line in lines[: self.shown])
        return sha256(words.encode()).hexdigest() == self.words_sha256


class PrintedTold:
    """Takes what the data of a bundle tell of printed content, and of the files of these exhibits.

    keep: told the memory that is not given back. Whether the exhibits are those that were signed, another
    check says; whether the words are those of the file, the check of a package, of plain texts alone.

    texts: plain texts of which no line was cut.
    """

    def __init__(self, keep: Spend) -> None:
        self._keep = keep
        self._chosen: list[str] = []
        self._printed: list[tuple[str, frozenset[str]]] = []
        self.texts: list[PrintedText] = []
        self._files: dict[str, frozenset[str]] = {}
        self._pictures: set[str] = set()

    def take(self, name: str, told: Mapping[str, Value]) -> None:
        """Take what is said of the bundle, of an exhibit, or of the printed content."""
        if name == "bundle":
            self._chosen = [str(each) for each in _rows(told.get("contents"))]
            self._keep(ROW * len(self._chosen))
        elif name == "contents":
            for each in map(_row, _rows(told.get("contents"))):
                self._keep(ROW * (1 + len(_rows(each.get("files")))))
                self._printed.append((str(each.get("exhibit")), _digests(each)))
                self.texts += _texts(each)
                self._take_pictures(each)
        elif name == "exhibits":
            number = str(_row(told.get("exhibit")).get("number"))
            if number in self._chosen:
                self._keep(ROW * (1 + len(_rows(told.get("files")))))
                self._files[number] = _digests(told)

    def _take_pictures(self, told: Mapping[str, Value]) -> None:
        for file in map(_row, _rows(told.get("files"))):
            stated = [str(_row(each).get("sha256")) for each in _rows(file.get("pictures"))]
            self._keep(ROW * len(stated))
            self._pictures.update(stated)

    def not_among(self, files: Mapping[str, frozenset[str]]) -> list[str]:
        """Return the exhibits of which something else is printed than these files (SHA-256, by exhibit)."""
        return [number for number, printed in self._printed if not printed <= files.get(number, printed)]

    def found(self, pictures: Set[str]) -> Iterator[Finding]:
        """Return whether the content is that of the chosen exhibits, and of files of theirs.

        pictures: the SHA-256 of each picture of the document; a bundle has no others than it states.
        """
        if pictures != self._pictures:
            yield broken("printed-other-picture")
        numbers = [number for number, _ in self._printed]
        if numbers != self._chosen:
            yield broken("printed-other-exhibits")
        known = {number: self._files.get(number, frozenset[str]()) for number in numbers}
        wrong = self.not_among(known)
        for number in wrong:
            yield broken("printed-other-file", where=Where(kind="exhibit", names=(shown(number),)))
        if numbers == self._chosen and numbers and not wrong:
            yield holds("printed-of-files", count=sum(len(each) for _, each in self._printed))


def _texts(told: Mapping[str, Value]) -> Iterator[PrintedText]:
    for each in map(_row, _rows(told.get("files"))):
        shown_lines, name = each.get("shown"), str(each.get("name")).lower()
        is_whole = each.get("form") == "TEXT" and not each.get("shortened") and name.endswith(_PLAIN)
        if is_whole and isinstance(shown_lines, int):
            words = str(each.get("words_sha256"))
            yield PrintedText(str(told.get("exhibit")), str(each.get("sha256")), shown_lines, words)


def _digests(told: Mapping[str, Value]) -> frozenset[str]:
    return frozenset(str(_row(each).get("sha256")) for each in _rows(told.get("files")))


def _rows(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _row(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
