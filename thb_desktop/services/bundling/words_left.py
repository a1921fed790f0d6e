"""Masked words that a text still says in another way: beside `_` or a digit, joined, spelled, as codes.

A text is compared as it is written, and as programs read it: without tags, with its references and codes
read, with the words put together that are broken at the end of a line.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from thb_desktop.domain.address_rules import compared
from thb_desktop.domain.disclosure import SHORTEST, Redaction
from thb_desktop.domain.masked_elan import TOLD_VALUE, is_plain_elan, without_names
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import DocumentFormError
from thb_desktop.inspect.texts.references import unescaped

_TAG = re.compile(r"<[^<>]{0,400}>")
_MARK = re.compile(f"⟦(?:{'|'.join(RedactionReason)})⟧")
_BROKEN = re.compile(r"[-=\u2010\u00ad]\r?\n")
_BYTES = re.compile(r"(?:[%=][0-9A-Fa-f]{2})+|(?:\\x[0-9A-Fa-f]{2})+")
_UNITS = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+")
_NO_DIGIT = re.compile(r"[^0-9A-Fa-f]|\\[xu]")
_CASED = [chr(code) for code in range(0x2000)]
_SMALL, _CAPITAL = ("".join(filter(is_case, _CASED)) for is_case in (str.islower, str.isupper))
_OF_CASE = re.compile(rf"(?<=[{_SMALL}])(?=[{_CAPITAL}])|(?<=[{_CAPITAL}])(?=[{_CAPITAL}][{_SMALL}])")
_OF_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Where a word ends although nothing stands between: a capital behind a small letter, a digit."""
_SPELLED, _NUMBER = 4, 7
"""The least letters of a word that is spelled, and the least digits of a number in other groups."""
_MOST_READINGS = 32
_MOST_LINES = 10


class WordsLeft:
    """The masked words of a text, looked for in its copy."""

    def __init__(self, quoted: Iterable[str]) -> None:
        """quoted: what is masked, as it is written. What is shorter than SHORTEST is not looked for."""
        wanted = {each for one in quoted for each in _readings(one) if len(each.strip()) >= SHORTEST}
        self._forms = {form for each in wanted for form in _forms_of(each)}
        self._joined = {form for form in map(_joined, wanted) if len(form) >= SHORTEST}
        numbers = {form for form in self._joined if form.isdigit() and len(form) >= _NUMBER}
        patterns = (r"[ ./()_-]{0,2}".join(each) for each in sorted(numbers))
        self._numbers = [re.compile(rf"(?<!\d){each}(?!\d)") for each in patterns]

    def stand_in(self, text: str) -> bool:
        """Whether a text says one of them."""
        return any(self._stand_so(each) for each in _readings(text))

    def are_within(self, reference: str) -> bool:
        """Whether the reference to a file has the letters of one of them, also within a longer word."""
        return any(form in _joined(each) for each in _readings(reference) for form in self._joined)

    def lines_in(self, text: str) -> tuple[int, ...]:
        """Return the first lines in which they stand, from 1; where they begin on one and end on another, the
        one on which they end.
        """
        lines = text.split("\n")
        found = (number for number, line in enumerate(lines, 1) if self.stand_in(line))
        first = tuple(number for number, _ in zip(found, range(_MOST_LINES), strict=False))
        return first or self._last_line(lines)

    def _last_line(self, lines: list[str]) -> tuple[int, ...]:
        low, high = 1, len(lines)
        while low < high:
            middle = (low + high) // 2
            if self.stand_in("\n".join(lines[:middle])):
                high = middle
            else:
                low = middle + 1
        return (low,)

    def _stand_so(self, text: str) -> bool:
        by_case = _by_case(text)
        by_digits = _OF_DIGITS.sub(" ", by_case)
        for each in dict.fromkeys((text, by_case, by_digits)):
            words = _words(each)
            # 285n is another number than 285.
            whole = each not in (text, by_case)
            if any(f" {form} " in words for form in self._forms if not (whole and _has_digit_at_end(form))):
                return True
        return any(each.search(text) for each in self._numbers)


def shown_in(copy: str) -> str:
    """Return what a copy says, line by line: without its marks, and of ELAN without the names of elements."""
    bare = _MARK.sub("⟦⟧", copy)
    return without_names(bare) if is_plain_elan(copy) else bare


def all_readings(text: str) -> str:
    """Return a text in each way in which it can be read, one after the other."""
    return "\n".join(each.replace("_", " ") for each in _readings(text))


def with_values_masked(copy: str, redactions: Iterable[Redaction]) -> str:
    """Return a copy of an ELAN file in which names and references to files are masked as a whole where
    something of a masked word is left in them.
    """
    sought = [(WordsLeft([each.anchor.quoted]), each.reason) for each in redactions if each.anchor.quoted]

    def masked(found: re.Match[str]) -> str:
        value = found["value"]
        bare = _MARK.sub("⟦⟧", value[1:-1])
        for words, reason in sought:
            if words.are_within(bare) if found["file"] else words.stand_in(bare):
                return f"{found['before']}{value[0]}⟦{reason.value}⟧{value[0]}"
        return found[0]

    return TOLD_VALUE.sub(masked, copy)


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it is written, and in each other way in which a program reads it.

    Raises DocumentFormError for one of codes within codes within codes.
    """
    found = [text]
    for each in found:
        for read in _STEPS:
            if (other := read(each)) not in found:
                found.append(other)
        if len(found) > _MOST_READINGS:
            raise DocumentFormError("a text hides its letters behind too many codes")
    yield from found


def _without_tags(text: str) -> str:
    return _TAG.sub("", text)


def _without_breaks(text: str) -> str:
    return _BROKEN.sub("", text)


def _without_codes(text: str) -> str:
    """Read percent codes, those of mail and those of programs (`%C3%A9`, `=C3=A9`, `\\u00e9`)."""
    text = _UNITS.sub(lambda found: _octets(found[0]).decode("utf-16-be", "replace"), text)
    return _BYTES.sub(lambda found: _decoded(_octets(found[0])), text)


def _octets(codes: str) -> bytes:
    return bytes.fromhex(_NO_DIGIT.sub("", codes))


def _decoded(octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


_STEPS: tuple[Callable[[str], str], ...] = (_without_tags, unescaped, _without_codes, _without_breaks)


def _forms_of(wanted: str) -> Iterator[str]:
    joined, by_case = _joined(wanted), _by_case(wanted)
    yield from (
        form for each in (wanted, by_case, _OF_DIGITS.sub(" ", by_case)) if (form := _words(each).strip())
    )
    if len(joined) >= SHORTEST:
        yield joined
    if len(joined) >= _SPELLED and not joined.isdigit():
        yield " ".join(joined)


def _words(text: str) -> str:
    return f" {compared(text.replace('_', ' '))} "


def _joined(text: str) -> str:
    return _words(text).replace(" ", "")


def _by_case(text: str) -> str:
    return _OF_CASE.sub(" ", normalize("NFC", text))


def _has_digit_at_end(form: str) -> bool:
    return form[0].isdigit() or form[-1].isdigit()
