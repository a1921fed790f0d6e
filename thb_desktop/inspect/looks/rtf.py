"""RTF: its words, without tables of fonts and styles, pictures and what else is no text."""

import re

from thb_desktop.inspect.looks.parts import Asked, Said
from thb_desktop.inspect.looks.plain import words_page
from thb_desktop.inspect.texts.markup import rtf_text

_APART = re.compile(
    r"(?<!\\)\{(?:\s*\\\*|\s*\\(?:fonttbl|colortbl|stylesheet|info|pict|objdata|listtable|listoverridetable"
    r"|revtbl|themedata|datastore|xmlnstbl|rsidtbl|generator|fldinst|bkmkstart|bkmkend)\b)"
)
"""How a group begins that is no text: a table, a picture, or one that a reader may pass over."""
_SIGN = re.compile(r"\\[\\{}]|[{}]")
_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_PAGES = frozenset(
    {"437", "850", "852", "866", "874", "932", "936", "949", "950", *map(str, range(1250, 1259))}
)
_FONT = re.compile(r"\\f(\d+)\b[^{};]{0,400}?\\fcharset(\d{1,3})\b")
_CHARSETS = {
    "128": "cp932", "129": "cp949", "134": "cp936", "136": "cp950", "161": "cp1253", "162": "cp1254",
    "163": "cp1258", "177": "cp1255", "178": "cp1256", "186": "cp1257", "204": "cp1251", "222": "cp874",
    "238": "cp1250", "254": "cp437", "255": "cp850",
}  # fmt: skip
"""The coding of a font, by its character set; that of the others is the coding of the file."""


def look_at_rtf(asked: Asked) -> Said:
    return words_page(words_of_rtf(asked).split("\n"), asked.page)


def words_of_rtf(asked: Asked) -> str:
    text = asked.whole().decode("latin-1")
    page = _PAGE.search(text)
    coding = f"cp{page[1]}" if page and page[1] in _PAGES else "cp1252"
    words = rtf_text(_body_of(text), coding, _fonts_of(text))
    return "\n".join(line for line in words.split("\n") if line.strip())


def _fonts_of(text: str) -> dict[str, str]:
    """Return the codings of the fonts that have one of their own. Words in Czech, Romanian or Russian stand
    in such fonts in a file of Western Europe.
    """
    begins = text.find("{\\fonttbl")
    if begins < 0:
        return {}
    table = text[begins : _end_of_group(text, begins)]
    return {each[1]: _CHARSETS[each[2]] for each in _FONT.finditer(table) if each[2] in _CHARSETS}


def _body_of(text: str) -> str:
    """Return a text without the groups that are none. A group that does not end goes to the end."""
    found, place = list[str](), 0
    while each := _APART.search(text, place):
        found.append(text[place : each.start()])
        place = _end_of_group(text, each.start())
    return "".join((*found, text[place:]))


def _end_of_group(text: str, begins: int) -> int:
    depth = 0
    for each in _SIGN.finditer(text, begins):
        depth += {"{": 1, "}": -1}.get(each[0], 0)
        if depth == 0:
            return each.end()
    return len(text)
