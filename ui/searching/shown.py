"""What is shown of the words of a hit, and where in it stands what was found."""

from dataclasses import dataclass

from thb_desktop.services.searching.search import Hit
from ui.text import visible

BEFORE = 24
"""Signs that are shown before the first place that was found: it is seen in a narrow table."""
_ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """text: in one line. places: start and end of each place in it, in code points."""

    text: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, hit: Hit) -> "Shown":
        text, places = hit.snippet.text, hit.snippet.places
        start = max(0, places[0][0] - BEFORE) if places else 0
        if start:
            start = text.find(" ", start, places[0][0]) + 1 or start
        told, at = [f"{_ELLIPSIS} "] if start or hit.snippet.is_begun else [], dict[int, int]()
        length = sum(map(len, told))
        was_blank = False
        for place in range(start, len(text) + 1):
            at[place] = length
            if place == len(text):
                break
            is_blank = text[place].isspace()
            said = "" if is_blank and was_blank else " " if is_blank else visible(text[place])
            was_blank = is_blank
            told.append(said)
            length += len(said)
        if hit.snippet.is_cut:
            told.append(f" {_ELLIPSIS}")
        return cls(
            text="".join(told),
            places=tuple((at[begin], at[end]) for begin, end in places if begin >= start),
        )
