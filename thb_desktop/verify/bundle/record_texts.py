"""The attached texts of interviews: whether each holds what its record does (docs/formats/bundle.md)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree

_HEAD = re.compile(
    rb"thb-record-text/1\nbundle: [^\n]*\ncase: [^\n]*\nrecord: ([^\n]*)\nperson: [^\n]*\n"
    rb"language: ([^\n]*)\nrecord-sha256: ([0-9a-f]{64})\nsegments: (\d+)\n"
)
_RENDERING = re.compile(rb"@ [^\n]* \| (\d{1,12})\n")


class RecordTexts:
    """The attached texts; each is taken by its record. left: the paths of those that no record took."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.left = {path for path in files if path.startswith("records/") and path.endswith(".txt")}
        self._paths: dict[bytes, list[str]] = {}
        for path in sorted(self.left, reverse=True):
            if head := _HEAD.match(files[path]):
                self._paths.setdefault(head[3], []).append(path)

    def tell(self, tree: RecordTree) -> bool:
        """Whether a text of this digest holds exactly what was said and rendered in this record."""
        paths = self._paths.get(tree.digest.encode())
        if not paths:
            return False
        path = paths.pop()
        self.left.discard(path)
        head = _HEAD.match(self._files[path])
        own, numbers = _row(tree.value("interview")), _numbers(tree)
        said = (own.get("number"), own.get("language"), str(len(numbers)))
        told = tuple(head[place].decode("utf-8", "replace") for place in (1, 2, 4)) if head else ()
        return head is not None and told == said and _holds(self._files[path], head.end(), tree, numbers)


def _holds(text: bytes, at: int, tree: RecordTree, numbers: Sequence[int]) -> bool:
    """Whether the text is the segments in order, each with its renderings in any order, and nothing else."""
    renderings = _renderings(tree)
    for number in numbers:
        segment = _row(tree.value(f"segments/{number}"))
        start = "\n# {} | {} | {} | {}\n".format(number, *map(segment.get, ("label", "speaker", "kind")))
        start += f"@ {segment.get('language')} | ORIGINAL | {segment.get('capture')}"
        opening = start.encode() + _with_length(segment.get("source_text"))
        if not text.startswith(opening, at):
            return False
        at += len(opening)
        waiting = renderings.get(str(number), Counter())
        while waiting.total():
            head = _RENDERING.match(text, at)
            end = head.end() + int(head[1]) + 1 if head else 0
            if end == 0 or not waiting[text[at:end]]:
                return False
            waiting[text[at:end]] -= 1
            at = end
    return at == len(text)


def _renderings(tree: RecordTree) -> dict[str, Counter[bytes]]:
    """The lines of the renderings by the number of their segment."""
    found: dict[str, Counter[bytes]] = {}
    for name in tree.parts:
        if name.startswith("renderings/"):
            row, number = _row(tree.value(name)), name.rpartition("/")[0].rpartition("/")[2]
            start = "@ {} | {} | {}".format(*map(row.get, ("language", "kind", "state")))
            lines = start.encode() + _with_length(row.get("text"))
            found.setdefault(number, Counter())[lines] += 1
    return found


def _with_length(text: Value) -> bytes:
    data = text.encode() if isinstance(text, str) else None
    return b" | -\n" if data is None else b" | %d\n%s\n" % (len(data), data)


def _numbers(tree: RecordTree) -> list[int]:
    """The numbers of the segments, in order."""
    names = (name.partition("/")[2] for name in tree.parts if name.startswith("segments/"))
    return sorted(int(number) for number in names if number.isascii() and number.isdecimal())


def _row(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
