"""Codings: by which code the bytes of a text are read, and whether that is more than a guess."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from thb_desktop.inspect.texts.codings import LEGACY, legacy_of, wide_text

CHOICES = ("utf-8", "utf-16-le", "utf-16-be", *LEGACY, "iso8859-2", "iso8859-5", "koi8-r", "cp437")
"""What somebody may choose instead of a guess."""
NAMED = (
    *("cp437", "cp850", "cp852", "cp866", "cp874", "cp932", "cp936", "cp949", "cp950", "mac-roman"),
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)),
    *(
        "euc-jp",
        "iso2022-jp",
        "shift-jis",
        "euc-kr",
        "gb2312",
        "gbk",
        "big5",
        "koi8-u",
        "tis-620",
        "mac-cyrillic",
    ),
)
"""What pages, RTF and older Office files name besides."""
_MARKS = (
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_CUT = 4
"""Bytes by which the end of a beginning may cut a sign."""


def coding_of(head: bytes) -> tuple[str, bool]:
    """Return the coding of a text that begins so, and whether it is a guess."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, False
    if b"\0" not in head and _is_utf_8(head):
        return "utf-8", False
    if b"\0" in head and (wide := _wide(head)):
        return wide, True
    return legacy_of(head), True


def _is_utf_8(head: bytes) -> bool:
    for cut in range(_CUT):
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError as fault:
            if fault.start < len(head) - cut - _CUT:
                return False
            continue
        return True
    return False


def _wide(head: bytes) -> str:
    head = head[: len(head) // 2 * 2]
    if wide_text(head) is None:
        return ""
    return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"


def text_from(data: bytes, coding: str = "") -> str:
    """Return the text of bytes, by this coding if there is such one here, without its mark.

    What Python calls `idna` and `undefined` reads no text: such a name counts as none.
    """
    try:
        return data.decode(coding or coding_of(data)[0], "replace").removeprefix("\ufeff")
    except (LookupError, OSError, UnicodeError):
        return data.decode(coding_of(data)[0], "replace").removeprefix("\ufeff")
