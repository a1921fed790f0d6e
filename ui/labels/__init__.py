"""Words for coded values and languages, in the language of the window."""

from enum import StrEnum

from PySide6.QtCore import QLocale

from thb_desktop import words as catalogue
from ui import language
from ui.labels import (
    cases,
    consultations,
    evidence,
    interviews,
    language_work,
    languages,
    measures,
    people,
    protection,
    rights,
)
from ui.text import NONE, translate

WORDS = {
    **people.WORDS,
    **rights.WORDS,
    **cases.WORDS,
    **interviews.WORDS,
    **language_work.WORDS,
    **evidence.WORDS,
    **consultations.WORDS,
    **protection.WORDS,
}


def words(code: StrEnum | None) -> str:
    """What a code is called on screen; a dash for none."""
    return NONE if code is None else translate("codes", WORDS[type(code)][code])


def measure_words(code: str) -> str:
    """What a special measure is called on screen; one that is not of the list keeps its code."""
    known = measures.MEASURES.get(code)
    return translate("codes", known) if known else code


def language_name(tag: str) -> str:
    """What a language (BCP 47 tag) is called on screen, its region or script included."""
    if not tag:
        return NONE
    base, _, rest = tag.partition("-")
    if base not in languages.NAMES:
        return tag
    name = translate("languages", languages.NAMES[base])
    territory = QLocale(tag).territory()
    if not rest or len(rest) not in (2, 3) or territory is QLocale.Country.AnyTerritory:
        return name
    return f"{name} ({rest})"


def field_words(entity: str, field: str) -> str:
    """What a field of an entity is called on screen."""
    return catalogue.field_name(f"{entity}.{field}", language.current())
