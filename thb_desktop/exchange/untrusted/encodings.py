"""The text of a file from outside: which encoding it has is found, said, and never guessed."""

import codecs
from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.errors import EncodingUnknownError
from thb_desktop.exchange.untrusted.limits import FILE, verify_size


class TextEncoding(StrEnum):
    """The encodings that are read."""

    UTF_8 = "UTF-8"
    UTF_8_MARKED = "UTF-8 with byte order mark"
    UTF_16_LITTLE = "UTF-16, little-endian"
    UTF_16_BIG = "UTF-16, big-endian"


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", TextEncoding.UTF_8_MARKED),
    (b"\xff\xfe", "utf-16-le", TextEncoding.UTF_16_LITTLE),
    (b"\xfe\xff", "utf-16-be", TextEncoding.UTF_16_BIG),
)
_OTHER_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """The text without its byte order mark, as it is in the file: nothing is normalised."""

    text: str
    encoding: TextEncoding


def decode(untrusted: bytes, *, most: int = FILE) -> DecodedText:
    """Return the text of a file. most: bytes that it may have.

    Raises EncodingUnknownError if it is neither UTF-8 nor UTF-16 with a byte order mark, or contains U+0000.
    """
    verify_size(untrusted, most)
    mark, codec, encoding = _mark_of(untrusted)
    try:
        text = untrusted[len(mark) :].decode(codec)
    except UnicodeDecodeError:
        raise EncodingUnknownError(_UNKNOWN) from None
    if "\0" in text:
        raise EncodingUnknownError(_NUL)
    return DecodedText(text=text, encoding=encoding)


def as_utf_8(untrusted: bytes, *, most: int = FILE) -> tuple[memoryview, TextEncoding]:
    """Return the bytes of a file in UTF-8 without its mark. A file in UTF-8 is checked, and not copied.

    Raises what `decode` raises.
    """
    verify_size(untrusted, most)
    mark, codec, encoding = _mark_of(untrusted)
    if codec != "utf-8":
        return memoryview(decode(untrusted, most=most).text.encode()), encoding
    rest, decoder = memoryview(untrusted)[len(mark) :], codecs.getincrementaldecoder(codec)()
    try:
        for start in range(0, len(rest), _PIECE):
            if "\0" in decoder.decode(rest[start : start + _PIECE]):
                raise EncodingUnknownError(_NUL)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise EncodingUnknownError(_UNKNOWN) from None
    return rest, encoding


def encoding_of(untrusted: bytes) -> TextEncoding:
    """Return the encoding that the mark of a file names; UTF-8 without one."""
    return _mark_of(untrusted)[2]


_PIECE = 1 << 20
_UNKNOWN = "the text is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8"
_NUL = "the text contains U+0000; it may be UTF-16 without a byte order mark"


def _mark_of(untrusted: bytes) -> tuple[bytes, str, TextEncoding]:
    if untrusted.startswith(_OTHER_MARKS):
        raise EncodingUnknownError("the byte order mark is that of another encoding")
    return next(
        (each for each in _MARKS if untrusted.startswith(each[0])), (b"", "utf-8", TextEncoding.UTF_8)
    )
