"""The text of a file from outside: which encoding it has is found, said, and never guessed."""

from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.errors import EncodingUnknownError
from thb_desktop.exchange.untrusted.limits import verify_size


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


def decode(untrusted: bytes) -> DecodedText:
    """Return the text of a file.

    Raises EncodingUnknownError if it is neither UTF-8 nor UTF-16 with a byte order mark, or contains U+0000.
    """
    verify_size(untrusted)
    if untrusted.startswith(_OTHER_MARKS):
        raise EncodingUnknownError("the byte order mark is that of another encoding")
    for mark, codec, encoding in _MARKS:
        if untrusted.startswith(mark):
            return DecodedText(text=_decoded(untrusted[len(mark) :], codec), encoding=encoding)
    return DecodedText(text=_decoded(untrusted, "utf-8"), encoding=TextEncoding.UTF_8)


def _decoded(untrusted: bytes, codec: str) -> str:
    try:
        text = untrusted.decode(codec)
    except UnicodeDecodeError:
        raise EncodingUnknownError(
            "the text is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8"
        ) from None
    if "\0" in text:
        raise EncodingUnknownError("the text contains U+0000; it may be UTF-16 without a byte order mark")
    return text
