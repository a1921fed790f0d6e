"""Search of forms: many names and numbers looked for in a text at once, at the cost of the text alone.

The words of a text are taken one after the other. A form is known by its letters and digits without what
stands between them, and by the places where something may: so "Anne-Marie", "ANNE MARIE" and "annemarie" are
one name, and "0476/12.34.56" is a number. A word that only contains a name is another word. A short form is
found only where the signs beside it speak for a text (`chance`).
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from thb_desktop.domain.chance import CODE, LONG, Runs, is_in_code
from thb_desktop.domain.form_glance import Glance
from thb_desktop.domain.form_words import ASCII_WORDS, RUN, WIDE_RUN, WORDS, plain, words_in

_HYPHENS = "-\u2010\u00ad"
_END = r"[ \t\u00a0]*\r?\n[ \t\u00a0]*"
_BROKEN = re.compile(rf"[{_HYPHENS}](?<=[^\W\d_].){_END}(?=[^\W\d_])")
"""A word that is broken at the end of a line, or two that a hyphen joins: it is read both ways."""
_BROKEN_WORD = re.compile(rf"(?:{_BROKEN.pattern}(?:(?!{_BROKEN.pattern})\S)*+)++")
"""The same with what follows it up to a blank."""
_BREAK = re.compile(rf"[{_HYPHENS}]{_END}")
_OF_ADDRESS = re.compile(
    r"(?<![\w.+-])[^\W\d_]++(?:[._-][^\W\d_]++){0,5}+[._-]?\d{0,8}+(?=@)|"
    r"(?<![\w.])@[^\W\d_]++(?:[._][^\W\d_]++){0,5}+[._]?\d{0,8}+(?![\w@])"
)
"""Whose an e-mail address or an account is, in words: small letters say nothing there."""
_SHORT = 3
"""A name of so many letters is found where it begins with a capital, as in a sentence it does."""
_JOINED = 8
"""Letters from which on the words of a name are found although nothing stands between them."""
_JOINED_IN_ADDRESS = 5
"""The same before the sign of an e-mail address."""
_LABEL = 60
"""Signs of a text that is no sentence: a file name, a title, a cell. Capitals say nothing there."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form that is looked for. letters: without what stands between. breaks: where something may stand;
    None for anywhere (a number).
    """

    letters: str
    breaks: frozenset[int] | None

    @classmethod
    def of(cls, words: Sequence[str]) -> "Form":
        """The form of a name of these words."""
        ends: list[int] = []
        for word in words[:-1]:
            ends.append((ends[-1] if ends else 0) + len(word))
        return cls("".join(words), frozenset(ends))


@dataclass(frozen=True, slots=True)
class Hit:
    """A form in a text. owner: whose form it is. line: of the text, from 1."""

    owner: str
    line: int


class FormSearch:
    """Forms with their owners, looked for in one pass."""

    def __init__(self, owned: Iterable[tuple[Form, str]]) -> None:
        self._forms: dict[str, list[tuple[Form, str]]] = {}
        self._beginnings: set[str] = set()
        for form, owner in owned:
            known = self._forms.setdefault(form.letters, [])
            if (form, owner) not in known:
                known.append((form, owner))
                letters = form.letters
                self._beginnings.update(letters[:length] for length in range(1, len(letters) + 1))

    def __bool__(self) -> bool:
        return bool(self._forms)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return whose forms a text contains, each owner once, and where first."""
        whole = _unbroken(text)
        joined = self._found(whole) if whole != text else ()
        first: dict[str, Hit] = {}
        for each in (*joined, *self._found(text), *self._in_addresses(text)):
            if each.owner not in first or each.line < first[each.owner].line:
                first[each.owner] = each
        return tuple(first.values())

    def _found(self, text: str) -> tuple[Hit, ...]:
        if text.startswith((RUN, WIDE_RUN)) and not self._glance.may_hold(text):
            return ()
        found = self._hits(text)
        if not found or not CODE.search(text):
            return found
        inside = self._hits(text, lambda form: len(form.letters) >= LONG or is_in_code(text, form.letters))
        outside = self._hits(CODE.sub(lambda code: "\n" * code[0].count("\n") or " ", text))
        return tuple({each.owner: each for each in (*inside, *outside)}.values())

    def _in_addresses(self, text: str) -> Iterator[Hit]:
        first: dict[str, int] = {}
        for written, at in _first_places(_addresses(text)).items():
            for _, _, owner in self._in_address(written):
                first.setdefault(owner, at)
        return (Hit(owner, text.count("\n", 0, at) + 1) for owner, at in first.items())

    def _in_address(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Whole names alone: small letters say of no shorter one that it is a name."""
        return self._taken(text, _JOINED_IN_ADDRESS, lambda form: bool(form.breaks))

    @cached_property
    def _glance(self) -> Glance:
        return Glance(self._forms)

    def _hits(self, text: str, is_found: Callable[[Form], bool] = lambda _: True) -> tuple[Hit, ...]:
        """Find forms; of runs among bytes, the short ones where they are written as a text is."""
        found, runs, words, written = dict[str, int](), Runs(text), words_in(text), _Written(text)
        told: dict[tuple[Form, int], bool] = {}
        for place in [at for at, word in enumerate(words) if word in self._beginnings]:
            for form, owner, count in self._at(words, place):
                if owner in found or (len(form.letters) < LONG and not runs.show(form.letters, place)):
                    continue
                key = form, count
                if key not in told:
                    told[key] = written.has_name(form, words[place : place + count]) and is_found(form)
                if told[key]:
                    found[owner] = place
        return tuple(Hit(owner, _line(text, place)) for owner, place in found.items())

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where in a text each form begins and ends, everywhere it stands, the longest first."""
        spans = {(start, end) for start, end, _ in self._taken(text)}
        for each in _addresses(text):
            at = each.start()
            spans.update((at + start, at + end) for start, end, _ in self._in_address(each[0]))
        return tuple(sorted(spans, key=lambda each: (each[0] - each[1], each)))

    def _taken(
        self, text: str, joined: int = _JOINED, is_meant: Callable[[Form], bool] = lambda _: True
    ) -> Iterator[tuple[int, int, str]]:
        """Yield where in a text a form stands, and whose it is. joined: as `_JOINED`."""
        broken = {at for each in _BROKEN.finditer(text) for at in range(*each.span())}
        written = _Written(text)
        for left_out in filter(None, (broken, {-1})):
            compared, signs = _traced(text, left_out)
            found = [*WORDS.finditer(compared)]
            words = [each[0] for each in found]
            for place in [at for at, word in enumerate(words) if word in self._beginnings]:
                for form, owner, count in self._at(words, place, joined):
                    start, end = signs[found[place].start()], signs[found[place + count - 1].end() - 1] + 1
                    taken = words[place : place + count]
                    is_name = written.has_name(form, taken) and _is_written_as_name(taken, text, start)
                    if is_name and is_meant(form):
                        yield start, end, owner

    def _at(self, words: Sequence[str], place: int, joined: int = _JOINED) -> Iterator[tuple[Form, str, int]]:
        """The forms that begin with this word, with the number of words that they take."""
        letters, breaks, singles = "", list[int](), True
        for count, word in enumerate(words[place : place + 40], 1):
            letters += word
            if letters not in self._beginnings:
                return
            singles = singles and len(word) == 1
            for form, owner in self._forms.get(letters, ()):
                spelt = singles and len(letters) > _SHORT
                if form.breaks is None or spelt or _is_broken_well(form, breaks, joined):
                    yield form, owner, count
            breaks.append(len(letters))


def _addresses(text: str) -> Iterator[re.Match[str]]:
    if "@" in text and not text.startswith((RUN, WIDE_RUN)):
        yield from _OF_ADDRESS.finditer(text)


def _first_places(found: Iterable[re.Match[str]]) -> dict[str, int]:
    """Return each of the words that were found, once, and where it stands first."""
    places: dict[str, int] = {}
    for each in found:
        places.setdefault(each[0], each.start())
    return places


def _unbroken(text: str) -> str:
    """Return a text in which no word is broken: the end of its line stands behind it."""
    if "\n" in text and any(sign in text for sign in _HYPHENS):
        return _BROKEN_WORD.sub(lambda found: _BREAK.sub("", found[0]) + "\n" * found[0].count("\n"), text)
    return text


def _is_broken_well(form: Form, breaks: Sequence[int], joined: int) -> bool:
    if form.breaks is None or not form.breaks.issuperset(breaks):
        return not form.letters.isascii() and len(breaks) == len(form.letters) - 1
    return len(breaks) == len(form.breaks) or len(form.letters) >= joined


class _Written:
    """A text, and how its words are written: gathered once, and only for names that are so short."""

    def __init__(self, text: str) -> None:
        self._text = text

    def has_name(self, form: Form, words: Sequence[str]) -> bool:
        """Whether words so short are written as a name is, somewhere in the text."""
        if form.breaks is None or max(map(len, words)) > _SHORT or len(self._text) <= _LABEL:
            return True
        if not any(sign.islower() for sign in form.letters):
            return True  # a script without capitals
        if _is_spelled(words):
            return True
        wanted, capital = [[word] for word in words], self._with_capital
        return any(capital[at : at + len(wanted)] == wanted for at in range(len(capital)))

    @cached_property
    def _with_capital(self) -> list[list[str]]:
        """Of each word that begins with a capital, its words in the form in which they are compared."""
        written = _WRITTEN.findall(unicodedata.normalize("NFC", self._text))
        return [words_in(each) if each[0].isupper() else [] for each in written]


def _is_spelled(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(len(word) == 1 for word in words)


def _is_written_as_name(words: Sequence[str], text: str, start: int) -> bool:
    """Whether words so short begin with a capital at this place of a sentence, or are single letters."""
    if _is_spelled(words):
        return True
    sign = text[start]
    is_short = max(map(len, words)) <= _SHORT and len(text) > _LABEL
    return not (is_short and sign.isalpha() and sign.upper() != sign.lower()) or sign.isupper()


def _traced(text: str, left_out: Collection[int]) -> tuple[str, list[int]]:
    """Return a text in the form in which it is compared, and of each of its signs the place in the text."""
    signs, places = list[str](), list[int]()
    for at, sign in enumerate(text):
        compared = "" if at in left_out else plain(sign)
        signs.append(compared)
        places += [at] * len(compared)
    return "".join(signs), places


_WRITTEN = re.compile(r"[^\W\d_]+")


def _line(text: str, place: int) -> int:
    """The line on which a word of a text stands."""
    form, compared = (ASCII_WORDS, text.lower()) if text.isascii() else (WORDS, plain(text))
    for at, found in enumerate(form.finditer(compared)):
        if at == place:
            return compared.count("\n", 0, found.start()) + 1
    return 1
