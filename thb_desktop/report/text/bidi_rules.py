"""The rules of UAX #9 that look at neighbours (W1 to I2), for one isolating run sequence.

Characters are one letter per bidirectional class, and the rules are substitutions on that string: the work
per character is the regular expression engine's. `_LETTERS` names the letters.
"""

import re
import unicodedata
from typing import Final

_LETTERS: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "+", "ET": "$", "AN": "N", "CS": ",", "NSM": "M",
    "BN": "b", "B": "B", "S": "S", "WS": "W", "ON": "O", "LRE": "l", "RLE": "r", "LRO": "p", "RLO": "q",
    "PDF": "f", "LRI": "i", "RLI": "j", "FSI": "k", "PDI": "d",
}  # fmt: skip

# Classes of code points without a character, by DerivedBidiClass.txt's @missing lines; the rest are L.
_UNASSIGNED: Final = (
    (0x0590, 0x05FF, "R"), (0x0600, 0x07BF, "A"), (0x07C0, 0x085F, "R"), (0x0860, 0x08FF, "A"),
    (0x2065, 0x2065, "b"), (0x20A0, 0x20CF, "$"), (0xFB1D, 0xFB4F, "R"), (0xFB50, 0xFDCF, "A"),
    (0xFDD0, 0xFDEF, "b"), (0xFDF0, 0xFDFF, "A"), (0xFE70, 0xFEFF, "A"), (0xFFF0, 0xFFF8, "b"),
    (0x10800, 0x10CFF, "R"), (0x10D00, 0x10D3F, "A"), (0x10D40, 0x10EBF, "R"), (0x10EC0, 0x10EFF, "A"),
    (0x10F00, 0x10F2F, "R"), (0x10F30, 0x10F6F, "A"), (0x10F70, 0x10FFF, "R"), (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "A"), (0x1ECC0, 0x1ECFF, "R"), (0x1ED00, 0x1ED4F, "A"), (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "A"), (0x1EF00, 0x1EFFF, "R"), (0xE0000, 0xE0FFF, "b"),
)  # fmt: skip

# BidiBrackets.txt: opening and closing brackets, pair by pair.
BRACKETS: Final = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣"
    "⸤⸥⸦⸧⸨⸩\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CANONICAL: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING: Final = {o: _CANONICAL.get(c, c) for o, c in zip(BRACKETS[0::2], BRACKETS[1::2], strict=True)}
_BRACKET: Final = re.compile("[" + re.escape(BRACKETS) + "]")
_BRACKET_DEPTH: Final = 63
_ISOLATES: Final = "ijkd"
_NEUTRAL: Final = "BSWOijkd"


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        name = unicodedata.bidirectional(chr(code))
        letter = _LETTERS[name] if name else _unassigned(code)
        self[code] = letter
        return letter


def _unassigned(code: int) -> str:
    if code & 0xFFFE == 0xFFFE:
        return "b"
    return next((letter for first, last, letter in _UNASSIGNED if first <= code <= last), "L")


_CLASSES: Final = _Classes()


def classes_of(text: str) -> str:
    """The class letters of a text, one per character."""
    return text.translate(_CLASSES)


def implicit_levels(text: str, types: str, level: int, before: int, after: int) -> bytes:
    """Rules W1 to I2 for one isolating run sequence; `before` and `after` are its neighbours' levels."""
    start = "R" if max(level, before) & 1 else "L"
    end = "R" if max(level, after) & 1 else "L"
    weak = _weak(start + types)
    if "O" in weak and _BRACKET.search(text):
        weak = _brackets(text, types, weak, "R" if level & 1 else "L")
    resolved = weak + end
    resolved = re.sub(f"(?<=L)[{_NEUTRAL}]+(?=L)", lambda m: "L" * len(m[0]), resolved)
    resolved = re.sub(f"(?<=[REN])[{_NEUTRAL}]+(?=[REN])", lambda m: "R" * len(m[0]), resolved)
    resolved = re.sub(f"[{_NEUTRAL}]", "R" if level & 1 else "L", resolved)
    left, right, number = (level + 1, level, level + 1) if level & 1 else (level, level + 1, level + 2)
    levels = {ord("L"): left, ord("R"): right, ord("E"): number, ord("N"): number}
    return resolved[1:-1].translate(levels).encode("latin-1")


def _weak(types: str) -> str:
    """Rules W1 to W7 on a sequence that begins with its start-of-sequence type."""
    if "M" in types:
        types = re.sub(f"(?<=[{_ISOLATES}])M+", lambda m: "O" * len(m[0]), types)
        types = re.sub("(.)(M+)", lambda m: m[1] * (1 + len(m[2])), types)
    if "A" in types:
        if "E" in types:
            types = re.sub("A[^LRA]*", lambda m: m[0].replace("E", "N"), types)
        types = types.replace("A", "R")
    types = re.sub("(?<=E)[+,](?=E)", "E", types)
    types = re.sub("(?<=N),(?=N)", "N", types)
    if "$" in types:
        types = re.sub(r"\$*E[E$]*", lambda m: "E" * len(m[0]), types)
    types = re.sub("[+$,]", "O", types)
    return re.sub("L[^R]*", lambda m: m[0].replace("E", "L"), types)


def _brackets(text: str, types: str, weak: str, embedding: str) -> str:
    """Rule N0: bracket pairs take one direction. `weak` has the start's letter in front."""
    out = list(weak)
    for opening, closing in _pairs(text, weak):
        inside = {_strong(letter) for letter in out[opening + 2 : closing + 1]}
        if embedding in inside:
            direction = embedding
        elif inside - {""}:
            direction = next(found for at in range(opening, -1, -1) if (found := _strong(out[at])))
        else:
            continue
        for index in (opening, closing):
            out[index + 1] = direction
            for after in range(index + 1, len(types)):
                if types[after] != "M":
                    break
                out[after + 1] = direction
    return "".join(out)


def _pairs(text: str, weak: str) -> list[tuple[int, int]]:
    """Rule BD16: bracket pairs in the order of their opening brackets."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        index, bracket = match.start(), match[0]
        if weak[index + 1] != "O":
            continue
        if bracket in _CLOSING:
            if len(waiting) == _BRACKET_DEPTH:
                return []
            waiting.append((_CLOSING[bracket], index))
            continue
        bracket = _CANONICAL.get(bracket, bracket)
        for position in range(len(waiting) - 1, -1, -1):
            if waiting[position][0] == bracket:
                pairs.append((waiting[position][1], index))
                del waiting[position:]
                break
    return sorted(pairs)


def _strong(letter: str) -> str:
    """The direction a letter counts for in rules N0 to N2, or nothing."""
    return "R" if letter in "REN" else "L" if letter == "L" else ""
