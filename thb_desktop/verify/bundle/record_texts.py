"""The attached texts of interviews: whether each holds what its record does (docs/formats/bundle.md)."""

import re
from collections.abc import Iterator, Mapping

from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree

_HEAD = re.compile(
    rb"thb-record-text/1\nbundle: [^\n]*\ncase: [^\n]*\nrecord: ([^\n]*)\nperson: [^\n]*\n"
    rb"language: ([^\n]*)\nrecord-sha256: ([0-9a-f]{64})\nsegments: (\d+)\n"
)


class RecordTexts:
    """The attached texts; each is taken by its record. left: the paths of those that no record took."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.left = {path for path in files if path.startswith("records/") and path.endswith(".txt")}

    def tell(self, tree: RecordTree) -> bool:
        """Whether one of the texts holds exactly what was said and rendered in this record."""
        for path in sorted(self.left):
            head = _HEAD.match(self._files[path])
            if head is not None and head[3] == tree.digest.encode():
                self.left.discard(path)
                own = _row(tree.value("interview"))
                said = (own.get("number"), own.get("language"), str(len(_numbers(tree))))
                told = tuple(head[place].decode("utf-8", "replace") for place in (1, 2, 4))
                return told == said and _holds(self._files[path][head.end() :], tree)
        return False


def _holds(text: bytes, tree: RecordTree) -> bool:
    """Whether the text is the segments in order, each with its renderings in any order, and nothing else."""
    for number in _numbers(tree):
        segment = _row(tree.value(f"segments/{number}"))
        start = "\n# {} | {} | {} | {}\n".format(number, *map(segment.get, ("label", "speaker", "kind")))
        start += f"@ {segment.get('language')} | ORIGINAL | {segment.get('capture')}"
        opening = start.encode() + _with_length(segment.get("source_text"))
        if not text.startswith(opening):
            return False
        text = text[len(opening) :]
        waiting = list(_renderings(tree, number))
        while waiting:
            found = next((each for each in waiting if text.startswith(each)), None)
            if found is None:
                return False
            waiting.remove(found)
            text = text[len(found) :]
    return not text


def _renderings(tree: RecordTree, number: int) -> Iterator[bytes]:
    for name in tree.parts:
        if name.startswith("renderings/") and name.split("/")[2] == str(number):
            row = _row(tree.value(name))
            start = "@ {} | {} | {}".format(*map(row.get, ("language", "kind", "state")))
            yield start.encode() + _with_length(row.get("text"))


def _with_length(text: Value) -> bytes:
    data = text.encode() if isinstance(text, str) else None
    return b" | -\n" if data is None else b" | %d\n%s\n" % (len(data), data)


def _numbers(tree: RecordTree) -> list[int]:
    """The numbers of the segments, in order."""
    names = (name.partition("/")[2] for name in tree.parts if name.startswith("segments/"))
    return sorted(int(number) for number in names if number.isascii() and number.isdecimal())


def _row(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
