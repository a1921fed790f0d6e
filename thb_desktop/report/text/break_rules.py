"""The classes and rules of the Unicode Line Breaking Algorithm (UAX #14), as the annex writes them."""

import unicodedata
from typing import Final

import regex

_NAMES: Final = (
    "BK CR LF NL SP ZW WJ GL CB BA BB HY HH NS B2 CL CP EX IS SY OP QU QI QF PR PO NU AL HL ID IN EB EM EC "
    "H2 H3 JL JV JT RI AK AP AS VF VI ZWJ CM DC"
)
"""Classes after rule LB1, and: QI, QF = QU of category Pi, Pf; EC = unassigned pictographs; DC = U+25CC."""

_RESOLVED: Final = {"AI": "AL", "SG": "AL", "XX": "AL", "SA": "AL", "CJ": "NS"}

# Classes stand for narrow and wide (East Asian) characters alike unless the rule says otherwise.
_RULES: Final = """
LB4    BK ÷
LB5    CR × LF
LB5    CR|LF|NL ÷
LB6    × BK|CR|LF|NL
LB7    × SP|ZW
LB8    ZW SP* ÷
LB11   × WJ
LB11   WJ ×
LB12   GL ×
LB12a  ^SP|BA|HY|HH × GL
LB13   × CL|CP|EX|SY
LB14   OP SP* ×
LB15a  sot|BK|CR|LF|NL|OP|QU|QI|QF|GL|SP|ZW QI SP* ×
LB15b  × QF SP|GL|WJ|CL|QU|QI|QF|CP|EX|IS|SY|BK|CR|LF|NL|ZW|eot
LB15c  SP ÷ IS NU
LB15d  × IS
LB16   CL|CP SP* × NS
LB17   B2 SP* × B2
LB18   SP ÷
LB19   × QU|QF
LB19   QU|QI ×
LB19a  ^wide × QI
LB19a  × QI ^wide|eot
LB19a  QF × ^wide
LB19a  sot|^wide QF ×
LB20   ÷ CB
LB20   CB ÷
LB20a  sot|BK|CR|LF|NL|SP|ZW|CB|GL HY|HH × AL|HL
LB21   × BA|HY|HH|NS
LB21   BB ×
LB21a  HL HY|HH × ^HL
LB21b  SY × HL
LB22   × IN
LB23   AL|HL|DC × NU
LB23   NU × AL|HL|DC
LB23a  PR × ID|EB|EM|EC
LB23a  ID|EB|EM|EC × PO
LB24   PR|PO × AL|HL|DC
LB24   AL|HL|DC × PR|PO
LB25   NU SY|IS* CL|CP × PO|PR
LB25   NU SY|IS* × PO|PR|NU
LB25   PO|PR × OP NU
LB25   PO|PR × OP IS NU
LB25   PO|PR|HY|IS × NU
LB26   JL × JL|JV|H2|H3
LB26   JV|H2 × JV|JT
LB26   JT|H3 × JT
LB27   JL|JV|JT|H2|H3 × PO
LB27   PR × JL|JV|JT|H2|H3
LB28   AL|HL|DC × AL|HL|DC
LB28a  AP × AK|DC|AS
LB28a  AK|DC|AS × VF|VI
LB28a  AK|DC|AS VI × AK|DC
LB28a  AK|DC|AS × AK|DC|AS VF
LB29   IS × AL|HL|DC
LB30   AL|HL|DC|NU × narrowOP
LB30   narrowCP × AL|HL|DC|NU
LB30a  sot|^RI pairsRI RI × RI
LB30b  EB × EM
LB30b  EC × EM
"""

_WIDE_SHIFT: Final = 0x100
_CODES: Final = {name: 0x100 + index for index, name in enumerate(_NAMES.split())}
_IDEOGRAPHS: Final = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))
_VALUES: Final = [name for name in _NAMES.split() if name not in {"QI", "QF", "EC", "DC"}] + list(_RESOLVED)
_VALUE: Final = regex.compile("|".join(f"(\\p{{lb={value}}})" for value in _VALUES))
_WIDE: Final = regex.compile(r"[\p{ea=F}\p{ea=W}\p{ea=H}]")
_PICTOGRAPH: Final = regex.compile(r"\p{Extended_Pictographic}")


class _Letters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = chr(_CODES[_class_of(chr(code))] + (_WIDE_SHIFT if _WIDE.match(chr(code)) else 0))
        self[code] = letter
        return letter


def _class_of(character: str) -> str:
    category = unicodedata.category(character)
    code = ord(character)
    if character == "\u25cc":
        return "DC"
    if category == "Cn":
        if _PICTOGRAPH.match(character):
            return "EC"
        return "ID" if any(first <= code <= last for first, last in _IDEOGRAPHS) else "AL"
    value: str = _VALUES[_VALUE.match(character).lastindex - 1]
    if value == "QU":
        return {"Pi": "QI", "Pf": "QF"}.get(category, "QU")
    if value == "SA" and category in {"Mn", "Mc"}:
        return "CM"
    return _RESOLVED.get(value, value)


def _both(names: str) -> frozenset[str]:
    return frozenset(chr(_CODES[name] + shift) for name in names.split() for shift in (0, _WIDE_SHIFT))


_LETTERS: Final = _Letters()
_GLUE: Final = chr(_CODES["WJ"])
_ALPHABETIC: Final = chr(_CODES["AL"])
_ZWJ: Final = _both("ZWJ")
_COMBINING: Final = _both("ZWJ CM")
_UNCOMBINING: Final = _both("BK CR LF NL SP ZW")


def break_letters(text: str) -> tuple[str, list[int]]:
    """Class letters after rules LB1 and LB8a to LB10, and the offset of each (the text's end comes last)."""
    letters: list[str] = []
    places: list[int] = []
    previous = ""
    for offset, letter in enumerate(text.translate(_LETTERS)):
        if letter in _COMBINING and letters and letters[-1] not in _UNCOMBINING:
            previous = letter
            continue
        if previous in _ZWJ:
            letters.append(_GLUE)
            places.append(offset)
        letters.append(_ALPHABETIC if letter in _COMBINING else letter)
        places.append(offset)
        previous = letter
    places.append(len(text))
    return "".join(letters), places


def _term(term: str) -> str:
    """One term of a rule as a regular expression over class letters."""
    if term.startswith("pairs"):
        return f"(?:{_term(term[5:]) * 2})*"
    edges = "".join(expression for name, expression in (("sot", r"\A|"), ("eot", r"\Z|")) if name in term)
    names = term.replace("sot|", "").replace("|eot", "")
    letters = "".join(map(_letters_of, names.strip("^*").split("|")))
    body = f"[{'^' * names.startswith('^')}{letters}]{'*' * names.endswith('*')}"
    return f"(?:{edges}{body})" if edges else body


def _letters_of(name: str) -> str:
    """The letters of one class, narrow and wide; or all wide letters; or the narrow letter of one class."""
    if name == "wide":
        return "".join(chr(code + _WIDE_SHIFT) for code in _CODES.values())
    code = _CODES[name.removeprefix("narrow")]
    return chr(code) + ("" if name.startswith("narrow") else chr(code + _WIDE_SHIFT))


def _rule(line: str) -> str:
    sign = "÷" if "÷" in line else "×"
    behind, ahead = ("".join(map(_term, side.split())) for side in line[7:].split(sign))
    left = f"(?<={behind})" if behind else ""
    right = f"(?={ahead})" if ahead else ""
    return left + right + ("(?P<break>)" if sign == "÷" else "")


_NOT_WITHIN_WORDS: Final = "(?:(?<!{letter})|(?!{letter}))".format(letter=_term("AL|HL|NU"))
"""Anywhere but between two letters or digits: no line ends there (LB23, LB25, LB28, before which no rule says
anything else), and to ask all rules first takes long, as in a digest in hexadecimal.
"""
DECISION: Final = regex.compile(
    f"{_NOT_WITHIN_WORDS}(?:{'|'.join(map(_rule, _RULES.strip().splitlines()))}|(?P<break>))"
)
"""Matches, empty, between any two class letters that are not within a word: the first rule that fits. Group
`break`: it may break.
"""
