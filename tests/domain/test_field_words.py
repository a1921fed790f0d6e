"""Every described field has its words in each language of screen and page."""

import importlib
import pkgutil

import pytest

import thb_desktop.domain
from thb_desktop import words
from thb_desktop.domain.fields import Description
from thb_desktop.report.words import LANGUAGES as OF_THE_PAGE


def descriptions() -> dict[str, Description]:
    """All descriptions of the domain, by name."""
    found = {}
    for module in pkgutil.iter_modules(thb_desktop.domain.__path__, "thb_desktop.domain."):
        if module.name.endswith("_fields"):
            values = vars(importlib.import_module(module.name)).values()
            found.update({each.name: each for each in values if isinstance(each, Description)})
    return found


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_each_field_is_named_in_each_language(language: str):
    wanted = {f"{each.name}.{field.name}" for each in descriptions().values() for field in each.fields}

    named = words.entries("fields", language)

    assert wanted - named.keys() == set()
    assert not [name for name, said in named.items() if not said.strip()]


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_two_fields_of_an_entity_have_the_same_name(language: str):
    doubled = []
    for each in descriptions().values():
        names = [words.field_name(f"{each.name}.{field.name}", language) for field in each.fields]
        doubled += [(each.name, name) for name in set(names) if names.count(name) > 1]

    assert doubled == []


@pytest.mark.parametrize("language", OF_THE_PAGE)
def test_each_code_that_a_page_may_print_has_words_in_its_language(language: str):
    fields = [field for each in descriptions().values() for field in each.printed() if field.codes]
    wanted = {f"{type(code).__name__}.{code.value}" for field in fields for code in field.codes or ()}

    assert wanted - words.entries("codes", language).keys() == set()
