"""The text of a PDF file in the order of its content, as software reads it that follows the structure."""

import re
from pathlib import Path

import pikepdf

_PAIR = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")


def text_as_tagged(path: Path) -> str:
    """Return what the glyphs mean (ToUnicode, ActualText), with no blank that is not in the file."""
    with pikepdf.open(path) as pdf:
        return "\n".join(_text_of(page) for page in pdf.pages)


def _text_of(page: pikepdf.Page) -> str:
    meanings = {
        name: _meanings(font.ToUnicode.read_bytes().decode("latin-1"))
        for name, font in page.obj.Resources.Font.items()
        if "/ToUnicode" in font
    }
    read: list[str] = []
    covered: list[bool] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = meanings.get(str(operands[0]), {})
            case "BDC":
                said = operands[1].get("/ActualText") if isinstance(operands[1], pikepdf.Dictionary) else None
                covered.append(said is not None)
                read += [str(said)] if said is not None else []
            case "BMC":
                covered.append(False)
            case "EMC":
                covered.pop()
            case "TJ" if not any(covered):
                shown = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
                codes = (int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2))
                read += [font.get(code, "\ufffd") for code in codes]
    return "".join(read)


def _meanings(told: str) -> dict[int, str]:
    """Our files list each glyph (bfchar)."""
    blocks = re.findall(r"beginbfchar(.*?)endbfchar", told, re.DOTALL)
    pairs = (pair for block in blocks for pair in _PAIR.findall(block))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
