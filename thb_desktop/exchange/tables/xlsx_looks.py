"""How the cells of an XLSX file look, by their styles."""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.exchange.tables.looks import brightness, faint, is_on, number, of_signs
from thb_desktop.exchange.tables.xlsx_writing import SPACE
from thb_desktop.exchange.untrusted.xml import Element

_TAG = f"{{{SPACE}}}"
_PLAIN_FORMATS = ("general", "@", "standard")
_LAST_BUILT_IN = 49
_WHITE_INDEXED = ("1", "9")
_WHITE_THEME = "0"


def looks_of(styles: Element | None) -> Sequence[str]:
    """Return for each style of cells why its words are not seen as they are; empty where they are."""
    if styles is None:
        return ()
    formats = {
        each.attributes.get("numFmtId", ""): each.attributes.get("formatCode", "")
        for each in _in(styles, "numFmts")
    }
    fonts, fills = list(_in(styles, "fonts")), list(_in(styles, "fills"))
    return [_of_cell(each, formats, fonts, fills) for each in _in(styles, "cellXfs")]


def _in(styles: Element, group: str) -> Iterator[Element]:
    found = styles.first(f"{_TAG}{group}")
    return found.elements if found else iter(())


def _of_cell(
    style: Element, formats: Mapping[str, str], fonts: Sequence[Element], fills: Sequence[Element]
) -> str:
    told = style.attributes
    number_format = told.get("numFmtId", "0")
    shown_as = formats.get(number_format, "" if (number(number_format) or 0) > _LAST_BUILT_IN else "General")
    if shown_as.lower() not in _PLAIN_FORMATS and number_format in formats:
        return "in a format that hides or adds words"
    for alignment in style.named(f"{_TAG}alignment"):
        if alignment.attributes.get("horizontal") == "fill":
            return "repeated by the office program"
        if (number(alignment.attributes.get("indent", "0")) or 0) > 15:
            return "at another place"
    font, fill = _at(fonts, told.get("fontId", "0")), _at(fills, told.get("fillId", "0"))
    return look_of_font(font, _behind(fill)) if font else ""


def look_of_font(font: Element, behind: int | None = None) -> str:
    """Return why words in a font are not seen as they are. font: of a style, or of a part of a text."""
    colour = None
    for each in font.elements:
        name, value = each.name.removeprefix(_TAG), each.attributes.get("val", "1")
        if name == "strike" and is_on(value):
            return "struck through"
        if name == "sz" and (number(value) or 0) < 4:
            return "too small"
        if name in ("name", "rFont") and (found := of_signs(value)):
            return found
        if name == "color":
            colour = _brightness(each)
    return faint(colour, behind)


def _behind(fill: Element | None) -> int | None:
    pattern = fill.first(f"{_TAG}patternFill") if fill else None
    if pattern is None or pattern.attributes.get("patternType") != "solid":
        return None
    colour = pattern.first(f"{_TAG}fgColor")
    return _brightness(colour) if colour is not None else None


def _brightness(colour: Element) -> int | None:
    told = colour.attributes
    if "rgb" in told:
        return brightness(told["rgb"])
    if told.get("indexed") in _WHITE_INDEXED:
        return 255
    tint = number(told.get("tint", "0")) or 0
    if "theme" in told:
        base = 255 if told["theme"] == _WHITE_THEME else None
        return base if abs(tint) < 0.75 else 255 if tint > 0 else 0
    return None


def _at(found: Sequence[Element], told: str) -> Element | None:
    is_place = told.isascii() and told.isdigit() and len(told) < 7
    return found[int(told)] if is_place and int(told) < len(found) else None
