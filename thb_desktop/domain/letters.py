"""The letters of languages: whether a text can be in the language that it is said to be in."""

import unicodedata

_LEAST = 4
"""Letters of a text from which it is judged: a name or a number may stand in any script."""
_LATIN = (
    "en fr nl de es ca pt it ro pl cs sk sl hr sq hu fi et lv lt sv da nb nn no is ga mt tr az vi id ms tl "
    "so sw yo ig ha wo ff"
)
_OTHERS = {
    "ARABIC": "ar fa prs ur ps ckb ug sd",
    "CYRILLIC": "ru uk bg mk be kk ky tg",
    "HEBREW": "he yi",
    "GREEK": "el",
    "ETHIOPIC": "am ti",
    "DEVANAGARI": "hi ne mr",
    "BENGALI": "bn as",
    "TAMIL": "ta",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "CJK": "zh yue ja",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
}
_SCRIPTS = {script: frozenset(tags.split()) for script, tags in {**_OTHERS, "LATIN": _LATIN}.items()}
"""Languages (BCP 47, first part) by the word with which Unicode names begin for letters of their script. Of a
language that is written in several (`sr`, `ku`, `uz`, `pa`), nothing is said.
"""


def is_in_other_letters(text: str, language: str) -> bool:
    """Whether no letter of a text is of a script in which its language is written. False if unknown."""
    first, *more = language.split("-")
    expected = {script for script, tags in _SCRIPTS.items() if first in tags}
    if not expected or any(len(each) == 4 for each in more):
        return False
    letters = [each for each in text if each.isalpha()]
    return len(letters) >= _LEAST and not any(
        unicodedata.name(each, " ").split(" ")[0] in expected for each in letters
    )
