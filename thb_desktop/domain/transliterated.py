"""Transliterations: how the words of a name may be written in another script, for a comparison alone.

No table of one standard is enough: a passport, a hotel and a phone each write the same name in another way. A
letter has its usual renderings; a word has as many spellings as `MOST`, the most usual first. What is read is
one word as `form_search.words_in` gives it: small letters without marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

MOST = 96
"""Spellings of one word in one other script."""
_LONGEST = 24
"""Letters of a word that is transliterated at all."""

_CYRILLIC: Mapping[str, str] = {
    "ия": "iya ia ya ija iia",
    "ія": "iia ia ya iya ija",
    "а": "a",
    "б": "b",
    "в": "v w",
    "г": "g h",
    "д": "d",
    "ђ": "dj",
    "е": "e ye",
    "є": "ie ye e",
    "ж": "zh j z",
    "з": "z",
    "и": "i y j",
    "і": "i yi",
    "к": "k c",
    "л": "l",
    "љ": "lj",
    "м": "m",
    "н": "n",
    "њ": "nj",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s ss",
    "т": "t",
    "ћ": "c",
    "у": "u ou",
    "ф": "f",
    "х": "kh h x",
    "ц": "ts c tz",
    "ч": "ch tch c",
    "џ": "dz",
    "ш": "sh ch s",
    "щ": "shch sht sch",
    "ъ": " a",
    "ы": "y i",
    "ь": " y",
    "э": "e",
    "ю": "yu iu ju",
    "я": "ya ia ja",
    "ј": "j",
}
_GREEK: Mapping[str, str] = {
    "αι": "ai e",
    "αυ": "av au",
    "ει": "ei i",
    "ευ": "ev eu",
    "οι": "oi i",
    "ου": "ou u",
    "γγ": "ng gg",
    "γκ": "gk g",
    "μπ": "b mp",
    "ντ": "d nt",
    "τζ": "tz",
    "α": "a",
    "β": "v b",
    "γ": "g y",
    "δ": "d",
    "ε": "e",
    "ζ": "z",
    "η": "i e",
    "θ": "th",
    "ι": "i",
    "κ": "k c",
    "λ": "l",
    "μ": "m",
    "ν": "n",
    "ξ": "x ks",
    "ο": "o",
    "π": "p",
    "ρ": "r",
    "σ": "s",
    "τ": "t",
    "υ": "y i",
    "φ": "f ph",
    "χ": "ch h kh",
    "ψ": "ps",
    "ω": "o",
}
_ARABIC: Mapping[str, str] = {
    "ا": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th t",
    "ج": "j dj g",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh d z",
    "ر": "r",
    "ز": "z",
    "س": "s ss",
    "ش": "sh ch",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z d",
    "ع": " a",
    "غ": "gh",
    "ف": "f",
    "ق": "q k",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "ou w u",
    "ي": "i y ee a",
    "ء": " ",
    "پ": "p",
    "چ": "ch",
    "ژ": "zh j",
    "گ": "g",
}
_CLEAR = 4
"""Letters in Arabic from which on a name is no small word of the language, as "was" and "to" are."""
_SHORT_VOWELS = ("a", "i", "u", "e", "o")
"""Arabic does not write them: each may stand between two consonants."""
_TO_CYRILLIC: Mapping[str, str] = {
    "shch": "щ",
    "sch": "щ ш",
    "tch": "ч",
    "zh": "ж",
    "kh": "х",
    "ts": "ц",
    "ch": "ч х",
    "sh": "ш",
    "yu": "ю",
    "iu": "ю",
    "ya": "я",
    "ia": "ия ія я иа",
    "ye": "е є",
    "ou": "у",
    "a": "а",
    "b": "б",
    "c": "к ц",
    "d": "д",
    "e": "е э",
    "f": "ф",
    "g": "г ґ",
    "h": "г х",
    "i": "и і",
    "j": "й ж дж",
    "k": "к",
    "l": "л",
    "m": "м",
    "n": "н",
    "o": "о",
    "p": "п",
    "q": "к",
    "r": "р",
    "s": "с",
    "t": "т",
    "u": "у",
    "v": "в",
    "w": "в",
    "x": "кс",
    "y": "и ы",
    "z": "з",
}
_TO_GREEK: Mapping[str, str] = {
    "th": "θ",
    "ph": "φ",
    "ch": "χ",
    "ps": "ψ",
    "ou": "ου",
    "ei": "ει",
    "oi": "οι",
    "ai": "αι",
    "mp": "μπ",
    "nt": "ντ",
    "tz": "τζ",
    "a": "α",
    "b": "μπ β",
    "c": "κ",
    "d": "δ ντ",
    "e": "ε",
    "f": "φ",
    "g": "γ γκ",
    "h": "χ",
    "i": "ι η",
    "j": "τζ",
    "k": "κ",
    "l": "λ",
    "m": "μ",
    "n": "ν",
    "o": "ο ω",
    "p": "π",
    "q": "κ",
    "r": "ρ",
    "s": "σ",
    "t": "τ",
    "u": "ου",
    "v": "β",
    "w": "ου",
    "x": "ξ",
    "y": "υ ι",
    "z": "ζ",
}
_TO_ARABIC: Mapping[str, str] = {
    "kh": "خ",
    "gh": "غ",
    "sh": "ش",
    "ch": "ش تش",
    "dj": "ج",
    "th": "ث ذ",
    "dh": "ذ ض",
    "ou": "و",
    "oo": "و",
    "ee": "ي",
    "aa": "ا",
    "a": "ا ",
    "b": "ب",
    "c": "ك",
    "d": "د ض",
    "e": " ي",
    "f": "ف",
    "g": "غ ج",
    "h": "ه ح",
    "i": "ي ",
    "j": "ج",
    "k": "ك ق",
    "l": "ل",
    "m": "م",
    "n": "ن",
    "o": "و ",
    "p": "ب",
    "q": "ق",
    "r": "ر",
    "s": "س ص",
    "t": "ت ط",
    "u": "و ",
    "v": "ف",
    "w": "و",
    "x": "كس",
    "y": "ي",
    "z": "ز",
}
_LATIN: Mapping[str, str] = {
    "kh": "kh h",
    "dj": "dj j",
    "ou": "ou u",
    "oo": "oo u ou",
    "ee": "ee i",
    "sh": "sh ch",
    "ch": "ch sh",
    "ph": "ph f",
    "ya": "ya ia ja",
    "ia": "ia ya ja",
    "yu": "yu iu ju",
    "iu": "iu yu ju",
    "q": "q k",
    "j": "j dj y",
    "y": "y i",
    "w": "w v ou",
    "x": "x ks",
}
"""The same sound in Latin letters, as offices of several countries write it."""
_ENDING = "ه"
"""The last letter of many names of women, also written with two dots; in Latin letters a vowel."""
_ENDINGS = ("a", "ah", "e", "eh")
_ARTICLE = "ال"
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
_ARTICLES = ("al", "el", "ul", "as", "ash", "ar", "an", "at", "ad", "az")


def spellings(word: str) -> frozenset[str]:
    """Return how a word of a name may be written in other scripts, and in its own by another table. Without
    what cannot be told from a word of the language: nothing shorter than three letters.
    """
    found = set(_spellings(word)) if len(word) <= _LONGEST else set[str]()
    return frozenset(each for each in found if len(each) > 2) - {word}


def _spellings(word: str) -> Iterator[str]:
    if _is_of(word, "\u0400", "\u052f"):
        yield from _written(word, _CYRILLIC, MOST)
    elif _is_of(word, "\u0370", "\u03ff"):
        yield from _written(word, _GREEK, MOST)
    elif _is_of(word, "\u0600", "\u06ff"):
        yield from _of_arabic(word)
    elif word.isascii() and word.isalpha():
        yield from _written(word, _LATIN, MOST)
        yield from _written(word, _TO_CYRILLIC, MOST)
        yield from _written(word, _TO_GREEK, MOST)
        for each in _written(word, _TO_ARABIC, MOST):
            if len(each) >= _CLEAR:
                yield each
            if word.endswith(_ENDINGS) and len(each) >= _CLEAR:
                yield each.removesuffix("ا") + _ENDING


def _is_of(word: str, first: str, last: str) -> bool:
    return any(first <= sign <= last for sign in word)


def _written(word: str, table: Mapping[str, str], most: int) -> Iterator[str]:
    """Write a word letter by letter, the longest group first; a blank in the table is no letter at all."""
    choices = [_choices(table, part) for part in _parts(word, table)]
    yield from islice(("".join(each) for each in _usual_first(choices)), most)


def _choices(table: Mapping[str, str], part: str) -> tuple[str, ...]:
    told = table.get(part, part)
    silent = ("",) if told != told.strip() else ()
    written = tuple(told.split())
    return silent + written if told.startswith(" ") else written + silent


def _parts(word: str, table: Mapping[str, str]) -> Iterator[str]:
    longest = max(map(len, table))
    place = 0
    while place < len(word):
        group = next(
            (word[place : place + length] for length in range(longest, 1, -1)
             if word[place : place + length] in table),
            word[place],
        )  # fmt: skip
        yield group
        place += len(group)


def _usual_first(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """All combinations, first those in which few letters are written otherwise than usual."""
    yield tuple(each[0] for each in choices)
    for count in range(1, max(map(len, choices), default=1)):
        yield tuple(each[min(count, len(each) - 1)] for each in choices)
    for place, each in enumerate(choices):
        for other in each[1:]:
            yield tuple(other if at == place else one[0] for at, one in enumerate(choices))
    yield from product(*choices)


def _of_arabic(word: str) -> Iterator[str]:
    bare = word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word
    for each in dict.fromkeys((word, bare)):
        if len(each) >= _CLEAR:
            yield from _with_clitics(each)
    latin = dict.fromkeys(_vowelled(bare))
    yield from latin
    if bare != word:
        yield from (article + each for article in _ARTICLES for each in islice(latin, MOST // 4))


def _with_clitics(word: str) -> Iterator[str]:
    """Arabic writes "and", "with", "for" and the article together with the name."""
    yield word
    if not word.startswith(_ARTICLE):
        yield _ARTICLE + word
    yield from (each + word for each in _PROCLITICS)


def _vowelled(word: str) -> Iterator[str]:
    """Latin spellings of a word of which consonants and long vowels are known."""
    choices: list[tuple[str, ...]] = []
    for letter, after in zip(word, (*word[1:], ""), strict=True):
        is_last = not after
        choices.append(_ENDINGS if is_last and letter == _ENDING else _choices(_ARABIC, letter))
        if (
            not is_last
            and letter != "ا"
            and after not in "اوي"
            and not (after == _ENDING and word.endswith(after))
        ):
            choices.append((*_SHORT_VOWELS, ""))
    yield from islice(("".join(each) for each in _usual_first(choices)), MOST * 8)
