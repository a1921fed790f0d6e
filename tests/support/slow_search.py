"""The search for sealed identities as it was before it was made fast: what the fast one is compared with."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterator

from thb_desktop.domain.chance import CODE, LONG, is_in_code
from thb_desktop.domain.form_search import FormSearch, Hit
from thb_desktop.inspect.texts import codings
from thb_desktop.inspect.texts.codings import LEGACY, RUN, WIDE_RUN, marked, strict_text, unmarked

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_RUNS = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
    rb"|(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){3,}|(?:[\xe0-\xef][\x80-\xbf]{2}){2}"
)
_WIDE_RUNS = {
    "utf-16-le": re.compile(rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\0|[\x00-\xff][\x01-\x06\x09-\x17\x1e\x1f]){5,}"),
    "utf-16-be": re.compile(rb"(?:\0[\t\n\r\x20-\x7e\xa0-\xff]|[\x01-\x06\x09-\x17\x1e\x1f][\x00-\xff]){5,}"),
}
_LATIN = re.compile(rb"[\x20-\x7e\xc0-\xff]{6,}")
_KNOWN = re.compile("[0-9A-Za-z\u0370-\u06ff]+")


class SlowSearch(FormSearch):
    """Each word of each text is compared."""

    def _found(self, text: str) -> tuple[Hit, ...]:
        found = self._hits(text)
        if not found or not CODE.search(text):
            return found
        inside = self._hits(text, lambda form: len(form.letters) >= LONG or is_in_code(text, form.letters))
        outside = self._hits(CODE.sub(lambda code: "\n" * code[0].count("\n") or " ", text))
        return tuple({each.owner: each for each in (*inside, *outside)}.values())


def decoded(data: bytes) -> Iterator[str]:
    """Each text that bytes may be."""
    if data[:4] in (BOM_UTF32_LE, BOM_UTF32_BE):
        yield data.decode("utf-32", "replace")
    elif data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
        yield data.decode("utf-16", "replace")
    elif b"\0" not in data and (text := strict_text(data)) is not None:
        yield unmarked(text)
        if not codings._is_whole(data):
            yield from (end.decode(name, "replace") for end in (data[:64], data[-64:]) for name in LEGACY)
        if len(data.translate(None, _CONTROLS)) < len(data):
            yield _wide_text(data) or ""
            yield from map("\n".join, codings._syllables(data))
    elif len(data.translate(None, _CONTROLS)) >= len(data) * 0.99:
        yield from (data.decode(name, "replace") for name in LEGACY)
        yield unmarked(data.decode("utf-8", "replace"))
        yield from codings._further(data)
        yield from map("\n".join, codings._syllables(data))
    elif (wide := _wide_text(data)) is not None:
        yield wide
    else:
        yield from among_bytes(data)


def among_bytes(data: bytes) -> Iterator[str]:
    """The texts among bytes that are none: an expression is tried at each byte."""
    yield marked(each.decode("utf-8", "replace") for each in _RUNS.findall(data))
    for name, runs in _WIDE_RUNS.items():
        yield marked((each.decode(name, "replace") for each in runs.findall(data)), WIDE_RUN)
    for each in codings._syllables(data):
        yield "\n".join(each) if len(data) <= 64 else marked(each, WIDE_RUN)
    yield marked(
        (each.decode("cp1252", "replace") for each in _LATIN.findall(data) if not each.isascii()), RUN
    )


def _wide_text(data: bytes) -> str | None:
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data[: len(data) // 2 * 2].decode(name)
        except UnicodeDecodeError:
            continue
        if sum(map(len, _KNOWN.findall(text))) > len(text) // 2:
            return text
    return None
