"""Short codes at the beginning of an empty row: what they are, and what is typed behind them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thb_desktop import words as catalogue
from thb_desktop.domain.vocabulary import BreakReason, CautionCode, Conduct, PresenceRole
from ui import language
from ui.text import isolate_words, listed

BEGIN = "/"
"""What a short code begins with."""


class ShortCode(StrEnum):
    """A code is a stroke and a letter, then a blank."""

    BREAK = "b"
    CONDUCT = "c"
    EXHIBIT = "x"
    ENTERS = "e"
    LEAVES = "l"
    INTERPRETER = "i"
    CAUTION = "v"
    NOT_WRITTEN = "n"
    MODE = "m"


_SECONDS = re.compile(r"(\d{1,4})s?")
_MOST = 6
"""The most choices that a sentence names."""
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")


def code_of(typed: str) -> tuple[ShortCode, str] | None:
    """Return the code at the beginning of a text and what follows it; None for other words."""
    letter, rest = typed[1:2].lower(), typed[2:]
    if not typed.startswith("/") or letter not in list(ShortCode) or (rest and not rest[0].isspace()):
        return None
    return ShortCode(letter), rest.strip()


@dataclass(frozen=True, slots=True)
class Seen:
    """What could be seen. seconds: of a silence. pointed_at: the number of an exhibit, or empty."""

    conduct: tuple[Conduct, ...]
    seconds: int | None = None
    pointed_at: str = ""


def conduct_of(typed: str) -> Seen | None:
    """Return what could be seen ("cries, silence 40, points E-04"); None if a part is no code."""
    found: list[Conduct] = []
    seconds: int | None = None
    pointed_at = ""
    for part in filter(None, (each.strip() for each in re.split(r"[,;]", typed))):
        matching, further = matches(part, Conduct), ""
        if not matching:
            words, _, further = part.rpartition(" ")
            matching = matches(words, Conduct) if words else []
        if len(matching) != 1:
            return None
        match matching[0]:
            case Conduct.SILENCE if counted := _SECONDS.fullmatch(further):
                seconds = int(counted[1])
            case Conduct.POINTS if further:
                pointed_at = further
            case _ if further:
                return None
        found.append(matching[0])
    return Seen(tuple(dict.fromkeys(found)), seconds, pointed_at) if found else None


def reason_of(typed: str) -> tuple[BreakReason | None, str]:
    """Return the reason of a break, and what else is to be noted of it.

    "inter" and "meal" stand for a reason. Whole words of which a reason says more stay words of the clerk:
    "fatigue" does not say that it is the interpreter's.
    """
    matching = matches(typed, BreakReason)
    if not typed:
        return None, ""
    if len(matching) == 1 and not _says_more(matching[0], typed):
        return matching[0], ""
    return BreakReason.OTHER, typed


def newcomer(typed: str) -> tuple[Sequence[PresenceRole], str]:
    """Return the function and the name of who enters ("victim's lawyer, Ana Pop"), or all functions that the
    words can mean; none for a name alone, and for a name with a comma in it.
    """
    function, _, name = typed.partition(",")
    found = matches(function, PresenceRole) if function.strip() and name.strip() else []
    return (found, name.strip()) if found else ((), typed)


def cautions_of(typed: str) -> Sequence[CautionCode]:
    """Return the cautions whose words begin so."""
    return matches(typed, CautionCode)


def range_of(typed: str) -> tuple[str, str] | None:
    """Return a range of the recording: "12:02 12:09" or "00:12:02-00:12:09". None if it is not one."""
    found = [_clock(each) for each in _TIME.finditer(typed)]
    if not 1 <= len(found) <= 2 or _TIME.sub("", typed).strip(" \t-\u2013\u2014"):
        return None
    since, until = found[0], found[-1] if len(found) == 2 else ""
    return None if until and until < since else (since, until)


def matches[C: StrEnum](typed: str, codes: type[C]) -> list[C]:
    """Return the codes of which a word begins so, in the language of the window, in English or as a code.

    A code that is meant exactly stands alone.
    """
    wanted = folded(typed)
    if not wanted:
        return list(codes)
    exact = [each for each in codes if wanted in _names(each)]
    return exact or [each for each in codes if any(_begins(name, wanted) for name in _names(each))]


def chosen_by[T](typed: str, offered: Iterable[tuple[str, T]]) -> list[T]:
    """Return the entries of which a word begins so; one that is meant exactly stands alone."""
    wanted, entries = folded(typed), [(folded(words), entry) for words, entry in offered]
    exact = [entry for words, entry in entries if wanted and wanted in (words, words.partition("  ")[0])]
    return exact or [entry for words, entry in entries if wanted and _begins(words, wanted)]


def folded(text: str) -> str:
    """Return a text without marks, direction signs and capitals, so that it can be compared."""
    apart = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return kept.casefold().replace("_", " ").strip()


def _names(code: StrEnum) -> set[str]:
    tags = (language.current(), catalogue.ENGLISH)
    return {folded(code.value), *(folded(catalogue.word(code, tag)) for tag in tags)}


def _begins(name: str, wanted: str) -> bool:
    return any(name[found.start() :].startswith(wanted) for found in re.finditer(r"\b\w", name))


def _says_more(code: StrEnum, typed: str) -> bool:
    """Whether whole words are typed, and the words of a code go on behind them."""
    wanted = folded(typed)
    return wanted not in _names(code) and any(
        f" {wanted} " in f" {name} " for name in _names(code) if not name.endswith(wanted)
    )


def _clock(found: re.Match[str]) -> str:
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


def few(names: Iterable[str], *, most: int = _MOST) -> str:
    """Name choices in a sentence, and no more of them than it has room for."""
    found = [isolate_words(each) for each in names]
    return listed((*found[:most], *(("\u2026",) if len(found) > most else ())))
