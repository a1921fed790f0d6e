"""Strokes: a signature drawn on the screen, as points on a field of 1000 by 400."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from thb_desktop.errors import ValueRefusedError

WIDTH, HEIGHT = 1000, 400
MOST, LEAST = 2000, 8
"""Points of a signature."""
_FIELD = "custody_event.strokes"

Point: TypeAlias = tuple[int, int]
Stroke: TypeAlias = tuple[Point, ...]


def strokes_text(strokes: Iterable[Sequence[Point]]) -> str:
    """Return strokes as text: "x,y x,y;x,y x,y"."""
    return ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in strokes if stroke)


def read_strokes(untrusted: str) -> tuple[Stroke, ...]:
    """Return the strokes that a text tells.

    Raises ValueRefusedError for another form, a point beside the field, and too few or too many points.
    """
    try:
        strokes = tuple(
            tuple(_point(point) for point in stroke.split(" ")) for stroke in untrusted.split(";")
        )
    except ValueError:
        raise ValueRefusedError("the drawn signature is not in the form of strokes", _FIELD) from None
    count = len({point for stroke in strokes for point in stroke})
    if not count >= LEAST or sum(map(len, strokes)) > MOST:
        raise ValueRefusedError("the drawn signature has too few or too many points", _FIELD)
    return strokes


def _point(text: str) -> Point:
    across, down = text.split(",")
    if not (across.isascii() and across.isdigit() and down.isascii() and down.isdigit()):
        raise ValueError
    x, y = int(across[:5]), int(down[:5])
    if x > WIDTH or y > HEIGHT:
        raise ValueError
    return x, y
