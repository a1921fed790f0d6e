"""One catalogue of words for screen, page and command line: codes, languages, fields and findings.

A file of `resources/words/<language>/` holds one kind of word and is read when its first word is asked for.
What a language lacks is said in English. Words stand as within a sentence; `capital` lets them begin one.
"""

import re
import string
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import resources.words
from thb_desktop.findings import Finding, Value

LANGUAGES = ("en", "fr", "nl", "ro", "ar")
_ENGLISH = "en"
_REGION = re.compile(r"-([A-Z]{2}|\d{3})(-|$)")


@cache
def entries(kind: str, language: str) -> Mapping[str, str]:
    """All words of one kind in one language, by key; keys of tables within tables are joined by points."""
    file = files(resources.words).joinpath(language, f"{kind}.toml")
    if not file.is_file():
        return {}
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))


def entry(kind: str, key: str, language: str) -> str:
    """The words of one key, in English where the language lacks them; KeyError where there are none."""
    return entries(kind, language).get(key) or entries(kind, _ENGLISH)[key]


def word(code: StrEnum, language: str) -> str:
    """What a coded value is called."""
    return entry("codes", f"{type(code).__name__}.{code.value}", language)


def word_of(vocabulary: str, code: str, language: str) -> str:
    """The same for a code as it was written; one that is not known stays as it is."""
    key = f"{vocabulary}.{code}"
    return entry("codes", key, language) if key in entries("codes", _ENGLISH) else code


def field_name(field: str, language: str) -> str:
    """What a field ("interview.place") is called."""
    return entry("fields", field, language)


def language_name(tag: str, language: str) -> str:
    """What the language of a BCP 47 tag is called, with its region; of an unknown one, the tag itself."""
    base, known = tag.partition("-")[0].lower(), entries("languages", _ENGLISH)
    if base not in known:
        return tag
    name, region = entry("languages", base, language), _REGION.search(tag)
    return f"{name} ({region[1]})" if region else name


def language_tags() -> tuple[str, ...]:
    """The languages that have a name."""
    return tuple(entries("languages", _ENGLISH))


def sentence(finding: Finding, language: str, isolate: Callable[[str], str] = str) -> str:
    """What a finding says. isolate: wraps a name or number, so that text around it cannot reorder it."""
    values = dict(finding.values)
    if finding.field:
        values["field"] = _Words(field_name(finding.field, language))
    return _Filler(language, isolate).vformat(entry("findings", finding.code, language), (), values)


def capital(words: str) -> str:
    """The words as they begin a sentence or stand alone."""
    return words[:1].upper() + words[1:]


class _Words(str):
    """Words of the catalogue: they stand in a sentence as they are."""

    __slots__ = ()


class _Filler(string.Formatter):
    """Puts values into a sentence: codes in words, lists with commas, moments to the minute."""

    def __init__(self, language: str, isolate: Callable[[str], str]) -> None:
        self._language, self._isolate = language, isolate

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._said(value, format_spec)

    def _said(self, value: Value, form: str) -> str:
        if isinstance(value, tuple):
            return ", ".join(self._said(each, form) for each in value)
        if isinstance(value, _Words):
            return value
        if isinstance(value, StrEnum):
            return word(value, self._language)
        if isinstance(value, datetime):
            offset = value.strftime("%z")
            return self._isolate(f"{value:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}")
        if form == "language":
            return language_name(str(value), self._language)
        return self._isolate(str(value))


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
