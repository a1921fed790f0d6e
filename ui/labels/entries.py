"""Words for entries of a case in lists of choices: code and name, so that two of one name differ."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from thb_desktop.domain.case import in_language
from ui.labels import words
from ui.text import isolate, isolate_words, translate

Choices = dict[str, list[tuple[str, str]]]
"""What references can name: by kind of entry, the words and the id of each."""


def choices_among(entries: Mapping[str, Iterable[Any]], language: str) -> Choices:
    """Return the choices by kind, without struck entries. language: of the file."""
    return {
        kind: [(_words(kind, each, language), str(each.id)) for each in found if not each.struck]
        for kind, found in entries.items()
    }


def names_among(entries: Mapping[str, Iterable[Any]], language: str) -> dict[str, str]:
    """Return the words of each entry by id, struck ones included."""
    return {str(each.id): _words(kind, each, language) for kind, found in entries.items() for each in found}


def tell_merged(choices: Choices, under: Mapping[Any, Any]) -> None:
    """Say of each record of a person that is shown under another one which that is. under: by its id."""
    choices["person"] = [
        (_shown_under(shown, under[identity]) if identity in under else shown, identity)
        for shown, identity in choices.get("person", [])
    ]


def _shown_under(shown: str, kept: Any) -> str:
    sentence = translate("entries", "{person}, shown under {kept}")
    return sentence.format(person=shown, kept=isolate(kept.code))


def exhibit_words(exhibit: Any, language: str) -> str:
    """Return number and title of an exhibit."""
    return _two(exhibit.number, in_language(exhibit.titles, language))


def official_words(official: Any) -> str:
    """Return code and name: two officials of a case may have the same name."""
    return _two(official.code, official.name)


def entry_words(kind: str, entry: Any, language: str) -> str:
    """Return the words that name an entry in the heading of a dialog, isolated. language: of the file."""
    say = _ALSO_SAID.get(kind)
    return say(entry) if say else _words(kind, entry, language)


def _words(kind: str, entry: Any, language: str) -> str:
    return exhibit_words(entry, language) if kind == "exhibit" else _SAID[kind](entry)


def _two(code: str, name: str) -> str:
    return f"{isolate(code)}  {isolate_words(name)}"


_SAID: dict[str, Callable[[Any], str]] = {
    "official": official_words,
    "interpreter": official_words,
    "authority": lambda entry: isolate_words(entry.name),
    "person": lambda entry: isolate(entry.code),
    "instrument": lambda entry: _two(entry.number, entry.reference),
    "proceeding": lambda entry: _two(entry.country, entry.reference) if entry.reference else entry.country,
    "action_team": lambda entry: _two(entry.number, entry.place),
    "case_object": lambda entry: _two(entry.number, entry.label),
    **dict.fromkeys(("account", "bank_statement"), lambda entry: isolate(entry.number)),
    "hand_over": lambda entry: _two(entry.number, words(entry.kind)),
}
_ALSO_SAID: dict[str, Callable[[Any], str]] = {
    "case_file": lambda entry: isolate(entry.reference),
    **dict.fromkeys(("transmission", "voided_number", "person_found"), lambda entry: isolate(entry.number)),
    "use_condition": lambda entry: isolate(entry.number),
    "item_description": lambda entry: isolate_words(entry.item),
    "online_capture": lambda entry: isolate(entry.requested_url),
    "stay": lambda entry: words(entry.role) if entry.role else isolate_words(entry.source),
    "money_transaction": lambda entry: isolate(f"{entry.amount} {entry.currency}"),
    "value_transfer": lambda entry: isolate(entry.number),
    "attribution": lambda entry: isolate_words(entry.holder),
    "pay_figure": lambda entry: words(entry.kind),
    "person_role": lambda entry: words(entry.role),
    "exhibit": lambda entry: isolate(entry.number),
}
"""Kinds that no reference names, and exhibits, whose titles are too long for a heading."""
