"""Names in the text that lead somewhere: an exhibit's number to its sheet, a passage's to its words."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from thb_desktop.report.style import CODE, MUTED, SAID
from thb_desktop.report.text import Paragraph, boxes

_UNLINKED = (*SAID, CODE)
"""What somebody said is not linked: nobody said that they meant the exhibit."""
_LETTER_AND_DIGIT = re.compile(r"(?=.*\d)(?=.*[^\W\d_])")
"""A number without a letter, such as "12", stands for too much else."""
_WORD = re.compile(r"(?<![\w/.-])\w[\w/-]*")
_GOES_ON = re.compile(r"[\w/-]")


class Found(NamedTuple):
    """A name in a drawn paragraph: left, bottom, right, top in points, and the place to which it leads."""

    name: str
    box: tuple[float, float, float, float]
    place: str


class Targets:
    """The names of a document that lead to a place in it. Empty: none does.

    A text is read once, however many names there are: each word in it is looked up among their first words.
    """

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._reached: frozenset[str] = frozenset()
        self._by_word: dict[str, list[str]] = {}
        """The names by their first words."""

    def add(self, names: Mapping[str, str]) -> None:
        """Add names, each with the place to which it leads; each place must be drawn before the end."""
        self._places |= {name: place for name, place in names.items() if _LETTER_AND_DIGIT.match(name)}
        self._reached = frozenset(self._places.values())
        self._by_word = {}
        for name in sorted(self._places, key=lambda each: (-len(each), each)):
            if word := _WORD.match(name):
                self._by_word.setdefault(word[0], []).append(name)

    def leads_to(self, place: str) -> bool:
        """Whether a name leads to this place."""
        return place in self._reached

    def found(self, paragraph: Paragraph, x: float, top: float, *, own: str) -> Iterator[Found]:
        """Return the names in a paragraph that is drawn here. own: the place in which it stands itself."""
        if paragraph.style in _UNLINKED or self._by_word.keys().isdisjoint(_WORD.findall(paragraph.text)):
            return
        for name, box in boxes(paragraph, self._names_in, x, top):
            if self._places[name] != own:
                yield Found(name, box, self._places[name])

    def _names_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Return where a name begins and ends, the longest that stands there."""
        end = 0
        for word in _WORD.finditer(text):
            at = word.start()
            for name in self._by_word.get(word[0], ()) if at >= end else ():
                if text.startswith(name, at) and not _GOES_ON.match(text, at + len(name)):
                    end = at + len(name)
                    yield at, end
                    break


UNDERLINE = MUTED
"""The colour of the line under a name that leads somewhere."""
