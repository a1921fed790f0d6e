"""One catalogue of words for screen, page and command line: codes, languages, fields, findings and refusals.

A file of `resources/words/<language>/` holds one kind of word and is read when its first word is asked for.
What a language lacks is said in English. Words stand as within a sentence; `capital` lets them begin one.
"""

import json
import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Any

import resources.words
from thb_desktop.findings import OF_CUSTODY, Finding, Heading, Value, Where
from thb_desktop.language_tags import canonical_language, parts_of

LANGUAGES = ("en", "fr", "nl", "de", "es", "ro", "ar")
ENGLISH = "en"
_OF_FILES = ("verification", "documents", "foreign", "packages")
"""Where the sentences of a verification stand: of a custody extract; of signed documents, files of others and
packages, which do not travel.
"""
_LINE = re.compile(r'(?:#.*|\[([\w.-]+)\]|([\w.-]+) = "([^"\\]*)"|)', re.ASCII)
"""A comment, the name of a table, or a key and its text, if nothing in them has to be rewritten."""
_GIB, _MIB = 2**30, 2**20
_SEPARATORS = {"ar": ("\u060c ", "\u061b ")}
"""The comma and the semicolon of a list, where they are not the Latin ones."""
_WITH_POINT = ("en", "ar")
"""The languages that write 20.7; the others write 20,7."""


@cache
def entries(kind: str, language: str) -> Mapping[str, str]:
    """Return all words of one kind in one language, by key; points join the keys of nested tables."""
    told = _read(language, f"{kind}.toml")
    return {} if told is None else _plain(told) or _nested(told)


def _plain(told: str) -> Mapping[str, str]:
    """Return the words of a file of tables and of keys with one text each, line by line; none of another.

    All files but a few are like that, and to read each as all of TOML takes ten times as long.
    """
    words, above = dict[str, str](), ""
    for line in told.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            return {}
        table, key, text = found.groups()
        if table is not None:
            above = f"{table}."
        elif key is not None:
            words[above + key] = text
    return words


def _nested(told: str) -> Mapping[str, str]:
    import tomllib  # see above

    return dict(_flat(tomllib.loads(told)))


def _read(language: str, name: str) -> str | None:
    """Return a file of words; None if the language has none. `importlib.resources` would do the same, but to
    load it takes longer than to read the words of a verification. The package is imported above: `get_data`
    would load it without making it known to the one that it is in.
    """
    try:
        told = get_data(resources.words.__name__, f"{language}/{name}")
    except OSError:
        return None
    return None if told is None else told.decode("utf-8")


def entry(kind: str, key: str, language: str) -> str:
    """Return the words of one key, in English if the language lacks them. Raises KeyError if there are
    none.
    """
    return entries(kind, language).get(key) or entries(kind, ENGLISH)[key]


@lru_cache(4096, typed=True)  # codes of two kinds may be spelt alike
def word(code: StrEnum, language: str) -> str:
    """Return the word of a coded value; of one that a later version added, the code itself."""
    if code not in type(code).__members__.values():
        return code.value
    return entry("codes", f"{type(code).__name__}.{code.value}", language)


def called(name: StrEnum | Heading, language: str) -> str:
    """Return what the catalogue, or a data pack of the office, calls something."""
    return name.in_language(language) if isinstance(name, Heading) else word(name, language)


def field_name(field: str, language: str) -> str:
    """Return the name of a field ("interview.place")."""
    return entry("fields", field, language)


def _named(field: str, language: str) -> str:
    """Return what a sentence calls a field: the name on its form can need the form around it ("end")."""
    return entries("named", language).get(field) or field_name(field, language)


def find_field_name(field: str, language: str) -> str:
    """Return the name of a field; empty for a column that is no field."""
    return field_name(field, language) if field in entries("fields", ENGLISH) else ""


def section_name(section: str, language: str) -> str:
    """The heading of a part of a form or of a page."""
    return entry("sections", section, language)


@cache
def language_name(tag: str, language: str) -> str:
    """Return the name of a BCP 47 tag's language, with its script and region; of one without a name, the tag.

    The names are our own where there is one, and else those of Unicode CLDR.
    """
    parts, base = parts_of(tag), tag.partition("-")[0].lower()
    # A variety for which the code of its language stands too may have a name of its own: Mandarin.
    name = _own(base, language) if canonical_language(base) == parts.language else ""
    name = name or _own(parts.language, language) or _standard("languages", parts.language, language)
    if not name:
        return tag
    told = [_standard("scripts", parts.script, language) or parts.script] if parts.script else []
    told += [_standard("regions", parts.region, language) or parts.region] if parts.region else []
    told += parts.variants
    return f"{name} ({', '.join(told)})" if told else name


def _own(base: str, language: str) -> str:
    return entry("languages", base, language) if base in entries("languages", ENGLISH) else ""


def _standard(kind: str, key: str, language: str) -> str:
    """Return a name of Unicode CLDR, in English if the language lacks it; empty if there is none."""
    return _of_cldr(language)[kind].get(key) or _of_cldr(ENGLISH)[kind].get(key, "")


@cache
def _of_cldr(language: str) -> Mapping[str, Mapping[str, str]]:
    told = _read(language, "cldr.json")
    if told is None:
        return {"languages": {}, "scripts": {}, "regions": {}}
    names: Mapping[str, Mapping[str, str]] = json.loads(told)
    return names


def language_tags() -> tuple[str, ...]:
    """Return the languages that have a name."""
    return tuple(entries("languages", ENGLISH))


def refusal(code: str, language: str) -> str:
    """What an error says to a person, by its code."""
    return entry("errors", code, language)


def sentence(finding: Finding, language: str, isolate: Callable[[str], str] = str) -> str:
    """Return the sentence of a finding. isolate: wraps a name or number, so that text around it cannot
    reorder it.
    """
    return _Filler(language, isolate).sentence(finding)


def sentence_about(
    finding: Finding, called: str | StrEnum, language: str, isolate: Callable[[str], str] = str
) -> str:
    """What a finding says, and of which row. called: its name or code; empty for none."""
    said = sentence(finding, language, isolate)
    name = word(called, language) if isinstance(called, StrEnum) else isolate(called)
    return f"{said} ({name})" if name else said


def where_words(where: Where, language: str, isolate: Callable[[str], str] = str) -> str:
    """Return the name of a checked part ("entries 3 to 5")."""
    return _Filler(language, isolate).where(where)


def places(
    told: Iterable[tuple[Where | str, str]], language: str, isolate: Callable[[str], str] = str
) -> str:
    """Return parts with what stands in brackets after each ("page 10 (V-01); I-01, 2 A, text (V-02)")."""
    filler = _Filler(language, isolate)
    named = (
        (filler.where(part) if isinstance(part, Where) else isolate(part), isolate(after) if after else "")
        for part, after in told
    )
    _, semicolon = _SEPARATORS.get(language, (", ", "; "))
    return semicolon.join(f"{part} ({after})" if after else part for part, after in named)


def capital(words: str) -> str:
    """Return the words with a capital, for the start of a sentence or alone."""
    return words[:1].upper() + words[1:]


class _Words(str):
    """Words of the catalogue, which go into a sentence unchanged."""

    __slots__ = ()


class _Filler(string.Formatter):
    """Puts values into a sentence: codes in words, lists with commas, moments to the minute."""

    def __init__(self, language: str, isolate: Callable[[str], str]) -> None:
        self._language, self._isolate = language, isolate

    def sentence(self, finding: Finding) -> str:
        values = dict(finding.values)
        if finding.field:
            values["field"] = _Words(_named(finding.field, self._language))
        key = finding.key.removeprefix(OF_CUSTODY)
        kind = next((each for each in _OF_FILES if key in entries(each, ENGLISH)), "findings")
        said = self.vformat(entry(kind, key, self._language), (), values)
        for where in reversed(finding.where):
            said = self.vformat(
                entry("where", "before", self._language),
                (),
                {"where": _Words(self.where(where)), "sentence": _Words(said)},
            )
        return capital(said)

    def where(self, where: Where) -> str:
        number = "count" if where.of and not where.first else "many" if where.last > where.first else "one"
        if len(where.names) > 1:
            number = "many"
        values = {"first": where.first, "last": where.last, "of": where.of, "names": where.names}
        if where.field:
            number = "field"
            values["field"] = _Words(_named(where.field, self._language))
        return self.vformat(entry("where", f"{where.kind}.{number}", self._language), (), values)

    def format_field(self, value: Any, format_spec: str) -> str:
        """A form with a stroke has two wordings, of one and of another number: `{count:turn|turns}`."""
        if "|" in format_spec:
            of_one, of_others = format_spec.split("|")
            return of_one if value == 1 else of_others
        return self._said(value, format_spec)

    def _said(self, value: Value, form: str) -> str:
        if isinstance(value, tuple):
            comma, semicolon = _SEPARATORS.get(self._language, (", ", "; "))
            parts = semicolon if any(isinstance(each, Where) for each in value) else comma
            return parts.join(self._said(each, form) for each in value)
        if isinstance(value, Heading):
            return self._isolate(value.in_language(self._language))
        said = self._in_words(value, form)
        return self._isolate(_written(value, form, self._language)) if said is None else said

    def _in_words(self, value: Value, form: str) -> str | None:
        """Return the words of the catalogue; None for a value that is shown unchanged."""
        match value:
            case _Words():
                return value
            case StrEnum():
                return word(value, self._language)
            case Where():
                return self.where(value)
            case Finding():
                return self.sentence(value)
            case str() if form == "language":
                return language_name(value, self._language)
        return None


def _written(value: Value, form: str, language: str) -> str:
    match value:
        case datetime():
            return minute(value)
        case timedelta():
            return _span(value)
        case int() if form == "size":
            return _size(value, language)
    return str(value)


def minute(at: datetime) -> str:
    """Return a moment to the minute, with its offset."""
    offset = at.strftime("%z")
    return f"{at:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"


def _span(by: timedelta) -> str:
    hours, minutes = divmod(int(abs(by).total_seconds()) // 60, 60)
    return f"{'-' if by < timedelta() else '+'}{hours} h {minutes:02} min"


def _size(count: int, language: str) -> str:
    letter = "o" if language == "fr" else "B"  # French counts in octets
    if count < _GIB:
        return f"{count / _MIB:.0f}\u00a0Mi{letter}"
    said = f"{count / _GIB:.1f}"
    return f"{said if language in _WITH_POINT else said.replace('.', ',')}\u00a0Gi{letter}"


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
