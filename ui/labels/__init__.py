"""Words for coded values, languages and fields in the language of the window, from the one catalogue."""

from enum import StrEnum

from thb_desktop import words as catalogue
from thb_desktop.domain.order_questions import FormQuestion
from thb_desktop.domain.segment import StruckCode
from thb_desktop.findings import Heading
from ui import language
from ui.text import NONE, isolate_words


def words(code: StrEnum | None) -> str:
    """Return the word of a code on screen; a dash for none."""
    return NONE if code is None else catalogue.capital(catalogue.word(code, language.current()))


def called(name: StrEnum | Heading) -> str:
    """Return on screen what the catalogue, or a data pack of the office, calls something."""
    return isolate_words(catalogue.capital(catalogue.called(name, language.current())))


def within(code: StrEnum) -> str:
    """Return the word of a code within a sentence."""
    return catalogue.word(code, language.current())


def known[C: StrEnum](codes: type[C], code: str) -> C | str:
    """Return the code if this version knows it, else the stored text."""
    try:
        return codes(code)
    except ValueError:
        return code


def question_words(key: str) -> str:
    """Return on screen what a question of the form of an order is called, by its code."""
    question = known(FormQuestion, key)
    return words(question) if isinstance(question, FormQuestion) else isolate_words(key)


def struck_words(reason: str) -> str:
    """Return why a turn was struck out, within a sentence: the words of a person, or those of a code."""
    code = known(StruckCode, reason)
    told = catalogue.word(code, language.current()) if isinstance(code, StruckCode) else code
    return isolate_words(told)


def language_name(tag: str) -> str:
    """Return the name of a language (BCP 47 tag) on screen, with its region; a dash for none."""
    return catalogue.capital(catalogue.language_name(tag, language.current())) if tag else NONE


def language_within(tag: str) -> str:
    """The same within a sentence, where some languages use a small letter."""
    return catalogue.language_name(tag, language.current()) if tag else NONE


def field_words(entity: str, field: str) -> str:
    """Return the name of a field on screen."""
    return catalogue.capital(catalogue.field_name(f"{entity}.{field}", language.current()))


def section_words(section: str) -> str:
    """The heading of a part of a form."""
    return catalogue.section_name(section, language.current())
