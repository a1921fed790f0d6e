"""Text for display: values of evidence keep their direction, and a name cannot hide characters."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from thb_desktop.domain import reading_order

isolate, isolate_identifiers = reading_order.isolate, reading_order.isolate_identifiers

_UNITS = ("B", "kB", "MB", "GB", "TB")
NONE = "\u2014"
NO_BREAK = "\u00a0"
_LONG_NUMBER = re.compile(r"(?<![\w.,-])\d{5,}(?!\w|[.,]\d)", re.ASCII)
_NARROW = "\N{NARROW NO-BREAK SPACE}"


def isolate_words(value: str) -> str:
    """Wrap a name or another text with its own direction; identifiers in it keep their order."""
    first, last = reading_order.FIRST_STRONG_ISOLATE, reading_order.POP_ISOLATE
    return f"{first}{isolate_identifiers(value)}{last}" if value else value


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is right-to-left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def language_is_right_to_left(tag: str) -> bool:
    """Whether a language (BCP 47 tag) is written from right to left."""
    return bool(tag) and QLocale(tag).textDirection().name == "RightToLeft"


def visible(name: str) -> str:
    """Show the invisible characters of a file name: controls and direction marks become their code points."""
    return "".join(_escaped(sign) for sign in name)


def size(count: int) -> str:
    """Return a number of bytes in decimal units, with a point in every language."""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{count} B" if unit == 0 else f"{value:.1f} {_UNITS[unit]}"


def grouped(text: str) -> str:
    """Divide whole numbers of five digits and more in groups of three: 299 820. A point or a comma between
    them would be read as the sign of decimals in one language or the other.
    """
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}".replace(",", _NARROW), text)


def minutes(seconds: int) -> str:
    """Write a time that passes, in minutes and seconds; from an hour on with the hours."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def when(at: datetime | None) -> str:
    """Return a moment to the minute with its offset, ISO 8601: evidence has one form in every language."""
    if at is None:
        return NONE
    offset = at.strftime("%z")
    return f"{at:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"


def day(value: date | None) -> str:
    return NONE if value is None else value.isoformat()


def digest_groups(digest: str, group: int = 8) -> str:
    """Return a digest in groups for comparison by eye."""
    return " ".join(digest[start : start + group] for start in range(0, len(digest), group))


def as_plain_tip(text: str) -> str:
    """Escape a text for tool tips, where Qt would interpret markup."""
    if not text:
        return ""
    import html  # no text is cut in the first window

    return f"<qt>{html.escape(text).replace('\n', '<br>')}</qt>"


def translate(context: str, sentence: str, disambiguation: str = "", count: int = -1) -> str:
    """Return the sentence in the language of the window. count: of which %n tells, in its plural form."""
    return QCoreApplication.translate(context, sentence, disambiguation, count)


def with_name(name: str, said: str) -> str:
    """Return a name and what is said of it, with the colon of the language of the window."""
    return translate("lists", "{name}: {said}").format(name=name, said=said)


def quoted(words: str) -> str:
    """Return words of a text in the quotation marks of the language of the window, which stand at the ends of
    the words in their direction, also where they take several lines.
    """
    whole = translate("lists", "\u00ab{words}\u00bb").format(words=isolate_identifiers(words))
    return f"{reading_order.FIRST_STRONG_ISOLATE}{whole}{reading_order.POP_ISOLATE}"


def listed(parts: Iterable[str]) -> str:
    """Return a list in one line, with the comma of the language of the window."""
    return translate("lists", "{first}, {second}").format(first="", second="").join(parts)


def listed_apart(parts: Iterable[str]) -> str:
    """The same with a semicolon, for parts that have commas themselves."""
    return translate("lists", "{first}; {second}").format(first="", second="").join(parts)


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a sentence for translators where it is written; `translate` returns it later."""
    return sentence


def _escaped(sign: str) -> str:
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return f"\u27e8U+{ord(sign):04X}\u27e9"
    return sign
