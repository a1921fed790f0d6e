"""The texts that the cells of an XLSX file share, or hold themselves."""

import re

from thb_desktop.exchange.tables.looks import is_on
from thb_desktop.exchange.tables.xlsx_looks import look_of_font
from thb_desktop.exchange.tables.xlsx_writing import SPACE
from thb_desktop.exchange.untrusted.xml import Element

_TAG = f"{{{SPACE}}}"
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")
UNREADABLE = "no text"
SPOKEN = "spoken"


class Strings:
    """Texts in the order of the file. looks: by number, why words of a text are not seen as they are."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.looks: dict[int, str] = {}

    def take(self, _root: Element, item: Element) -> None:
        text, look = read_string(item)
        if look:
            self.looks[len(self.texts)] = look
        self.texts.append(text)


def read_string(item: Element) -> tuple[str, str]:
    """Return a text, and why it is not seen as it is: a look, SPOKEN for one beside which stands how it is
    pronounced, UNREADABLE for one that has other parts than a text has.
    """
    parts, look, plain = list[str](), "", 0
    for child in item.children:
        if isinstance(child, str):
            look = look or (UNREADABLE if child.strip() else "")
            continue
        name = child.name.removeprefix(_TAG)
        if name == "t":
            plain += 1
            parts.append(child.text())
            look = look or (UNREADABLE if any(child.elements) else "")
        elif name == "r":
            found, own = _run(child)
            parts.append(found)
            look = look or own
        elif name == "rPh":
            look = look or (SPOKEN if child.text().strip() else "")
        elif name != "phoneticPr":
            look = look or UNREADABLE
    if plain > 1 or (plain and len(parts) > plain):
        look = UNREADABLE
    text = named_characters("".join(parts))
    return (text, look) if text is not None else ("", UNREADABLE)


def _run(run: Element) -> tuple[str, str]:
    texts, look = [each.text() for each in run.named(f"{_TAG}t")], ""
    for child in run.elements:
        if child.name == f"{_TAG}rPr":
            look = look or look_of_font(child)
        elif child.name != f"{_TAG}t" or any(child.elements):
            look = UNREADABLE
    return "".join(texts), UNREADABLE if len(texts) != 1 else look


def named_characters(text: str) -> str | None:
    """Put the characters in whose numbers the text names; None for half a pair."""
    if any(0xD800 <= int(found[1], 16) < 0xE000 for found in _NUMBERED.finditer(text)):
        return None
    return _NUMBERED.sub(lambda found: chr(int(found[1], 16)), text)


def is_shown(switch: str) -> bool:
    """Whether a row or a cell shows how its words are pronounced."""
    return is_on(switch)
