"""Text in every script: order, faces, glyphs, lines, and embedded fonts.

`lay_out` gives a `Paragraph`; `draw` puts it on a page; the document's `FontBook` gives the fonts to embed.
"""

from thb_desktop.report.text.characters import show_typed, without_direction_marks
from thb_desktop.report.text.drawing import Page, boxes, draw, text_object
from thb_desktop.report.text.embedding import EmbeddedFont, FontBook
from thb_desktop.report.text.measured import Measured
from thb_desktop.report.text.paragraph import Align, Direction, Line, Paragraph, TextStyle, lay_out

__all__ = [
    "Align",
    "Direction",
    "EmbeddedFont",
    "FontBook",
    "Line",
    "Measured",
    "Page",
    "Paragraph",
    "TextStyle",
    "boxes",
    "draw",
    "lay_out",
    "show_typed",
    "text_object",
    "without_direction_marks",
]
