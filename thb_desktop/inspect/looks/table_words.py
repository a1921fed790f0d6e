"""Words of a table of SQLite: the columns of a table, by the words that made it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from thb_desktop.inspect.looks.parts import LONGEST

MOST_VALUES = 2000
"""Columns of a table that are told."""
_PART = re.compile(
    r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?|--[^\n]*|/\*.*?(?:\*/|\Z)|[(),]"""
    r"""|[^'"`\[(),\-/]+|.""",
    re.DOTALL,
)
"""What is opened and not closed reaches to the end: else each sign of many would be sought to there."""
_RULES = frozenset({"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"})
_IS_INTEGER = re.compile(
    r"\s*INTEGER\s*(?:$|(?<=\s)(?:CONSTRAINT|PRIMARY|NOT|NULL|UNIQUE|CHECK|DEFAULT|COLLATE|REFERENCES)\b)",
    re.IGNORECASE,
)
_IS_KEY = re.compile(r"\bPRIMARY\s+KEY\b(?!\s+DESC\b)", re.IGNORECASE)
_KEY_RULE = re.compile(r"\bPRIMARY\s+KEY\s*\(", re.IGNORECASE)
_VIRTUAL = re.compile(r"\bAS\s*\(\0*\)(?!\s*STORED\b)", re.IGNORECASE)
_DEFAULT = re.compile(r"\bDEFAULT\b\s*", re.IGNORECASE)
_LITERAL = re.compile(
    r"'((?:[^']|'')*)'|(NULL|TRUE|FALSE|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?![\w.])", re.IGNORECASE
)
_LITERALS: dict[str, object] = {"NULL": None, "TRUE": 1, "FALSE": 0}


class Missing(StrEnum):
    """What stands for a value that is not told."""

    NOT_READ = "[not read]"
    NOT_STORED = "[not stored]"


class Columns(NamedTuple):
    """Names of the columns that are stored, which one is the number of its row, and what stands for values
    that a row does not have since their column was added later.
    """

    titles: tuple[str, ...]
    key: int | None
    defaults: tuple[object, ...]


def columns_of(words: str) -> Columns:
    """Return the columns of a table by the words that made it."""
    titles, defaults, whole, key = list[str](), list[object](), set[str](), None
    for part in _parts_of(words):
        name, rest = _name_of(part)
        bare = _bare(rest)
        if name.upper() in _RULES and not part.lstrip().startswith(('"', "`", "[", "'")):
            key = _key_by_rule(part, titles, whole) if key is None else key
            continue
        if _VIRTUAL.search(bare):
            continue
        if _IS_INTEGER.match(bare):
            whole.add(name.lower())
            key = len(titles) if _IS_KEY.search(bare) else key
        titles.append(name)
        defaults.append(_default_of(rest, bare))
    return Columns(tuple(titles[:MOST_VALUES]), key, tuple(defaults[:MOST_VALUES]))


def _key_by_rule(part: str, titles: list[str], whole: set[str]) -> int | None:
    """Return the column that a rule of the table makes the number of its row. whole: those of integers."""
    if not _KEY_RULE.search(_bare(part)):
        return None
    names = [_name_of(each)[0].lower() for each in _parts_of(part)]
    if len(names) != 1 or names[0] not in whole:
        return None
    return [each.lower() for each in titles].index(names[0])


def _default_of(rest: str, bare: str) -> object:
    found = _DEFAULT.search(bare)
    if found is None:
        return None
    literal = _LITERAL.match(rest, found.end())
    if literal is None:
        return Missing.NOT_STORED
    if literal[1] is not None:
        return literal[1].replace("''", "'")
    return _LITERALS.get(literal[2].upper(), literal[2].removeprefix("+"))


def _bare(words: str) -> str:
    """Return the words with what stands in quotes or brackets left blank, as long as it was."""
    depth, found = 0, list[str]()
    for piece in _PART.findall(words):
        depth -= piece == ")"
        is_bare = depth == 0 and not piece.startswith(("'", '"', "`", "["))
        found.append(piece if is_bare else "\0" * len(piece))
        depth += piece == "("
    return "".join(found)


def _parts_of(words: str) -> Iterator[str]:
    """Return what stands between the commas of the outer brackets."""
    depth, part = 0, list[str]()
    for found in _PART.findall(words[:LONGEST]):
        piece = " " if found.startswith(("--", "/*")) else found
        if piece == ")":
            depth -= 1
        if (piece == "," and depth == 1) or (piece == ")" and depth == 0):
            yield "".join(part)
            part = []
        elif depth:
            part.append(piece)
        if piece == "(":
            depth += 1
        elif piece == ")" and depth == 0:
            return


def _name_of(part: str) -> tuple[str, str]:
    found = re.match(r"""\s*(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|'((?:[^']|'')*)'|([^\s(]+))""", part)
    if found is None:
        return "", part
    name = next(each for each in found.groups() if each is not None)
    return name, part[found.end() :]
