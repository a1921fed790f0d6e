"""How the words of a DOCX file look, by themselves or by a style."""

from collections.abc import Callable, Iterator, Mapping

from thb_desktop.exchange.tables.looks import NOT_SEEN, brightness, faint, is_on, number, of_signs
from thb_desktop.exchange.untrusted.xml import Element

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TAG = f"{{{SPACE}}}"
_VALUE = f"{_TAG}val"
HIDDEN, SMALL = "hidden", "too small"
UNSEEN = frozenset({HIDDEN, SMALL, NOT_SEEN})
"""Looks of words that nobody sees."""
_SWITCHES: Mapping[str, str] = {
    "vanish": HIDDEN,
    "webHidden": HIDDEN,
    "specVanish": HIDDEN,
    "hidden": HIDDEN,
    "strike": "struck through",
    "dstrike": "struck through",
    "caps": "in letters of another size",
    "smallCaps": "in letters of another size",
}
_STYLED = ("rStyle", "pStyle", "tblStyle")
_WHITE_BY_NAME = ("background1", "light1", "bg1", "lt1")
_HIGHLIGHTS: Mapping[str, int] = {
    "black": 0, "darkBlue": 15, "blue": 29, "darkRed": 41, "darkMagenta": 56, "darkGreen": 59, "red": 76,
    "darkCyan": 90, "darkYellow": 113, "magenta": 105, "darkGray": 128, "green": 150, "cyan": 179,
    "lightGray": 192, "yellow": 226, "white": 255,
}  # fmt: skip
_FAR = 2880
"""An indent or a distance in twentieths of a point (two inches) that leads out of a cell."""


class Looks:
    """What the styles of a file do to words."""

    def __init__(self, styles: Element | None) -> None:
        self._of_style: dict[str, str] = {}
        self.everywhere = ""
        if styles is not None:
            self._read(styles)

    def of(self, properties: Element, behind: int | None = None) -> str:
        """Return why words with these properties are not seen as they are. behind: brightness of the cell."""
        for each in properties.elements:
            name = each.name.removeprefix(_TAG)
            if name in _STYLED and (found := self._of_style.get(each.attributes.get(_VALUE, ""), "")):
                return found
        return _own_look(properties, behind)

    def _read(self, styles: Element) -> None:
        based: dict[str, str] = {}
        for style in styles.named(f"{_TAG}style"):
            style_id = style.attributes.get(f"{_TAG}styleId", "")
            self._of_style[style_id] = next(filter(None, map(_own_look, _containers(style))), "")
            base = style.first(f"{_TAG}basedOn")
            based[style_id] = base.attributes.get(_VALUE, "") if base else ""
        for style_id in self._of_style:
            self._inherit(style_id, based)
        for style in styles.named(f"{_TAG}style"):
            if is_on(style.attributes.get(f"{_TAG}default", "0")):
                self.everywhere = (
                    self.everywhere or self._of_style[style.attributes.get(f"{_TAG}styleId", "")]
                )
        for defaults in styles.named(f"{_TAG}docDefaults"):
            found = next(filter(None, map(_own_look, _containers(defaults))), "")
            self.everywhere = self.everywhere or found

    def _inherit(self, style_id: str, based: dict[str, str]) -> None:
        """Give a style, and all on which it is based, the look of the last of them. Each is followed once."""
        way = []
        while style_id in based and not self._of_style[style_id]:
            way.append(style_id)
            style_id = based.pop(style_id)
        for each in way:
            self._of_style[each] = self._of_style.get(style_id, "")


def shade_of(properties: Element | None) -> int | None:
    """Return the brightness of what is behind words; None where nothing says it."""
    shade = properties.first(f"{_TAG}shd") if properties else None
    highlight = properties.first(f"{_TAG}highlight") if properties else None
    if highlight is not None:
        return _HIGHLIGHTS.get(highlight.attributes.get(_VALUE, ""))
    if shade is None or shade.attributes.get(_VALUE) == "nil":
        return None
    told = shade.attributes
    solid = told.get(f"{_TAG}color", "") if told.get(_VALUE) == "solid" else told.get(f"{_TAG}fill", "")
    return brightness(solid)


def _containers(element: Element) -> Iterator[Element]:
    return (each for each in element.within() if each.local in ("rPr", "pPr"))


def _own_look(properties: Element, behind: int | None = None) -> str:
    own = shade_of(properties)
    behind = behind if own is None else own
    if own is not None and (found := faint(None, own)) and properties.first(f"{_TAG}color") is None:
        return found
    return next(filter(None, (_look(each, behind) for each in properties.elements)), "")


def _look(element: Element, behind: int | None) -> str:
    name, value = element.name.removeprefix(_TAG), element.attributes.get(_VALUE, "1")
    if name in _SWITCHES:
        return _SWITCHES[name] if is_on(value) else ""
    if name == "color":
        return _coloured(element, behind)
    if element.local == "textFill":
        return _filled(element, behind)
    return _LOOKS[name](element.attributes, value) if name in _LOOKS else _look_of_more(element, name)


def _look_of_more(element: Element, name: str) -> str:
    if name == "numPr":
        numbered = element.first(f"{_TAG}numId")
        is_none = numbered is not None and numbered.attributes.get(_VALUE) == "0"
        return "" if is_none else "numbered by the office program"
    return "at another place" if name in ("fitText", "framePr") else ""


def _coloured(element: Element, behind: int | None) -> str:
    told = element.attributes
    if told.get(f"{_TAG}themeColor", "") in _WHITE_BY_NAME:
        return faint(255, behind)
    colour = brightness(told.get(_VALUE, ""))
    return faint(colour, behind) if colour is not None else ""


def _small(_told: Mapping[str, str], value: str) -> str:
    return SMALL if (number(value) or 0) < 8 else ""


def _wide(_told: Mapping[str, str], value: str) -> str:
    return "" if 33 <= (number(value.rstrip("%")) or 0) <= 300 else "too narrow or too wide"


def _raised(_told: Mapping[str, str], value: str) -> str:
    return "at another place" if abs(number(value) or 0) > 24 else ""


def _in_font(told: Mapping[str, str], _value: str) -> str:
    return next(filter(None, map(of_signs, told.values())), "")


def _indented(told: Mapping[str, str], _value: str) -> str:
    return "at another place" if any(abs(number(each) or 0) > _FAR for each in told.values()) else ""


def _spacing(told: Mapping[str, str], _value: str) -> str:
    """Of letters (a value), or of lines (exactly so high)."""
    is_narrow = (number(told.get(_VALUE, "0")) or 0) < -40
    is_exact = told.get(f"{_TAG}lineRule") == "exact" and (number(told.get(f"{_TAG}line", "")) or 0) < 120
    return "over one another" if is_narrow or is_exact else ""


def _filled(fill: Element, behind: int | None) -> str:
    """Return a reason for letters that are filled with nothing, or with something clear or faint."""
    for each in fill.within():
        if each.local in ("noFill", "alpha"):
            return NOT_SEEN
        value = next((told for name, told in each.attributes.items() if name.endswith("val")), "")
        if each.local == "schemeClr" and value in _WHITE_BY_NAME:
            return faint(255, behind)
        if each.local == "srgbClr" and (found := faint(brightness(value), behind)):
            return found
    return ""


_LOOKS: Mapping[str, Callable[[Mapping[str, str], str], str]] = {
    "sz": _small,
    "szCs": _small,
    "w": _wide,
    "position": _raised,
    "rFonts": _in_font,
    "ind": _indented,
    "spacing": _spacing,
}
