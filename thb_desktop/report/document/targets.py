"""Names in the text that lead somewhere: an exhibit's number to its sheet, a passage's to its words."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from thb_desktop.report.style import ANSWER, CODE, MUTED, QUESTION
from thb_desktop.report.text import Paragraph, boxes

_UNLINKED = (QUESTION, ANSWER, CODE)
"""What somebody said is not linked: nobody said that they meant the exhibit."""
_LETTER_AND_DIGIT = re.compile(r"(?=.*\d)(?=.*[^\W\d_])")
"""A number without a letter, such as "12", stands for too much else."""


class Found(NamedTuple):
    """A name in a drawn paragraph: left, bottom, right, top in points, and the place to which it leads."""

    name: str
    box: tuple[float, float, float, float]
    place: str


class Targets:
    """The names of a document that lead to a place in it. Empty: none does."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._reached: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None

    def add(self, names: Mapping[str, str]) -> None:
        """Add names, each with the place to which it leads; each place must be drawn before the end."""
        self._places |= {name: place for name, place in names.items() if _LETTER_AND_DIGIT.match(name)}
        self._reached = frozenset(self._places.values())
        longest = sorted(self._places, key=lambda name: (-len(name), name))
        told = "|".join(map(re.escape, longest))
        self._pattern = re.compile(rf"(?<![\w/.-])(?:{told})(?![\w/-])") if longest else None

    def leads_to(self, place: str) -> bool:
        """Whether a name leads to this place."""
        return place in self._reached

    def found(self, paragraph: Paragraph, x: float, top: float, *, own: str) -> Iterator[Found]:
        """Return the names in a paragraph that is drawn here. own: the place in which it stands itself."""
        if self._pattern is None or paragraph.style in _UNLINKED or not self._pattern.search(paragraph.text):
            return
        for name, box in boxes(paragraph, self._pattern, x, top):
            if self._places[name] != own:
                yield Found(name, box, self._places[name])


UNDERLINE = MUTED
"""The colour of the line under a name that leads somewhere."""
