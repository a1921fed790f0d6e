"""What attached interview records say, with which attached language work is compared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from thb_desktop.domain.corrected_words import as_corrected
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree

Digests: TypeAlias = tuple[str, ...]
"""Of words with what was corrected at the reading back, and behind it, where that differs, of those without.
Of these an earlier version of the program made translations.
"""


@dataclass(slots=True)
class Spoken:
    """The digests of what attached interview records say, taken record by record, and behind them the words.

    original: by segment, the digests of its words in their own language, and this language. rendered: by
    segment and language, the digests of the rendition, or else of the translation. recorded: the digests of
    the files with these ids, as far as attached records of exhibits tell them. copied: by record that is a
    copy, the digest of its file and how many pages that has. words: by digest, with what was corrected.
    turns: by record, its segments.
    """

    original: dict[str, tuple[Digests, str]] = field(default_factory=dict)
    rendered: dict[tuple[str, str], Digests] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    copied: dict[str, tuple[str, int]] = field(default_factory=dict)
    masked: set[str] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)
    turns: dict[str, set[str]] = field(default_factory=dict)
    recorded: Callable[[frozenset[str]], Mapping[str, str]] = lambda _: {}

    def take(self, tree: RecordTree) -> None:
        interview = _map(tree.value("interview")) if "interview" in tree.parts else {}
        self.records[str(interview.get("id"))] = str(interview.get("number"))
        turns = self.turns.setdefault(str(interview.get("id")), set())
        kinds: dict[tuple[str, str], Value] = {}
        corrected = self._corrected(tree)
        for name in tree.parts:
            row = _map(tree.value(name))
            if name in tree.masked and name.startswith(("segments/", "renderings/", "corrections/")):
                self.masked.add(str(row.get("segment_id", row.get("id"))))
            if name.startswith("segments/"):
                own, language = str(row.get("id")), str(row.get("language"))
                turns.add(own)
                said, after = _text(row.get("source_text")), corrected.pop((own, language), [])
                if said or after:
                    self.original[own] = self._digests(said, after), language
            if name.startswith("elsewhere/"):
                self.copied[str(row.get("id"))] = str(row.get("sha256")), _count(row.get("pages"))
            if name.startswith("renderings/"):
                key = str(row.get("segment_id")), str(row.get("language"))
                if kinds.get(key) != RenderingKind.RENDITION:
                    kinds[key] = row.get("kind")
                    self.rendered[key] = self._digests(_text(row.get("text")), corrected.get(key, []))
        for key, alone in corrected.items():
            self.rendered.setdefault(key, self._digests("", alone))

    def _corrected(self, tree: RecordTree) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """Return what was corrected of each segment in each language, in the order of entry."""
        parts = (_map(tree.value(name)) for name in tree.parts if name.startswith("corrections/"))
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row in sorted(parts, key=lambda one: str(one.get("id"))):
            if not row.get("struck"):
                key = str(row.get("segment_id")), str(row.get("language"))
                found.setdefault(key, []).append((_text(row.get("before")), _text(row.get("after"))))
        return found

    def sources(self, segment_id: str, side: str) -> Digests:
        """Return the digests of the words of a segment on a side; none if they are not there."""
        said = self.original.get(segment_id)
        if said and side in ("", said[1]):
            return said[0]
        return self.rendered.get((segment_id, side), ()) if side else ()

    def _digests(self, said: str, corrections: Sequence[tuple[str, str]]) -> Digests:
        text = as_corrected(said, corrections)
        self.words[digest_of(text)] = text
        return tuple(map(digest_of, dict.fromkeys((text, said or text))))


def _count(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _map(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
