"""One catalogue of words for screen, page and command line: codes, fields and findings, by language.

A file of `resources/words/<language>/` holds one kind of word and is read when its first word is asked for.
What a language lacks is said in English.
"""

import string
import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import resources.words
from thb_desktop.findings import Finding, Value

LANGUAGES = ("en", "fr", "nl", "ro", "ar")
_ENGLISH = "en"


@cache
def entries(kind: str, language: str) -> Mapping[str, str]:
    """All words of one kind in one language, by key; keys of tables within tables are joined by points."""
    file = files(resources.words).joinpath(language, f"{kind}.toml")
    if not file.is_file():
        return {}
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))


def entry(kind: str, key: str, language: str) -> str:
    """The words of one key; in English where the language lacks them."""
    return entries(kind, language).get(key) or entries(kind, _ENGLISH)[key]


def field_name(field: str, language: str) -> str:
    """What a field ("interview.place") is called."""
    return entry("fields", field, language)


def sentence(finding: Finding, language: str, isolate: Callable[[str], str] = str) -> str:
    """What a finding says. isolate: wraps a name or number, so that text around it cannot reorder it."""
    values = dict(finding.values)
    if finding.field:
        values["field"] = _Words(field_name(finding.field, language))
    template = entry("findings", finding.code, language)
    return _Filler(language, isolate).vformat(template, (), values)


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
            return entry("codes", f"{type(value).__name__}.{value}", self._language)
        if isinstance(value, datetime):
            offset = value.strftime("%z")
            return self._isolate(f"{value:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}")
        return self._isolate(str(value))


def _flat(table: Mapping[str, Any], above: str = "") -> "Any":
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
