"""Signatures that were drawn on the screen, below the custody record that tells of them."""

from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.strokes import HEIGHT, WIDTH, Stroke, read_strokes
from thb_desktop.errors import ValueRefusedError
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL, RULE

_HIGH = 52.0
_WIDE = _HIGH * WIDTH / HEIGHT


def draw_signatures(setting: Setting, full: ExhibitInFull) -> None:
    """Draw each drawn signature below who drew it, and for which event.

    The line says in words what the drawing is; the drawing itself is an artifact.
    """
    flow, words = setting.flow, setting.words.custody
    for event in (entry.event for entry in full.custody):
        try:
            strokes = read_strokes(event.strokes) if event.strokes else ()
        except ValueRefusedError:  # not of this program; the digest of the event tells what stands there
            strokes = ()
        if not strokes:
            continue
        flow.need(_HIGH + 24)
        flow.text(words.drawn.format(n=event.number, name=event.actor), CELL, after=3)
        _draw(setting, strokes)


def _draw(setting: Setting, strokes: tuple[Stroke, ...]) -> None:
    flow = setting.flow
    page, left, top = flow.page, flow.left, flow.top
    page.frame(left, top - _HIGH, _WIDE, _HIGH, weight=0.5, colour=RULE)
    paths = []
    for stroke in strokes:
        points = (f"{left + x * _WIDE / WIDTH:.2f} {top - y * _HIGH / HEIGHT:.2f}" for x, y in stroke)
        paths.append(f"{next(points)} m " + " ".join(f"{point} l" for point in points))
    with page.artifact("Layout"):
        page.write(f"q 0 0 0 RG 0.9 w 1 J 1 j {' S '.join(paths)} S Q")
    flow.gap(_HIGH + 8)
