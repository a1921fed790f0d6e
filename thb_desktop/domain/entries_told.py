"""Entries told apart: what documents tell of an entry of a case is told by events of its own.

The acts on entries are about the case file, whose events never leave the office. After each act that changes
what documents print of an entry, an event about `told_of` the entry tells it whole, with its printed
corrections. So the last such event is what a receiver has to find.
"""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.domain.case_fields import AUTHORITY, CASE, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.cooperation_fields import INSTRUMENT, USE_CONDITION
from thb_desktop.domain.corrections import Correction, field_of
from thb_desktop.domain.description_fields import OF_EXHIBITS
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.finance_fields import MONEY
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON
from thb_desktop.domain.signature_check import SIGNATURE_CHECK
from thb_desktop.domain.stays_fields import STAY

TOLD_APART: Mapping[str, Description] = MappingProxyType(
    {
        each.name: each
        for each in (
            *(CASE, AUTHORITY, PROCEEDING, INSTRUMENT, OFFICIAL, INTERPRETER, PERSON),
            *(CASE_OBJECT, STAY, USE_CONDITION, *MONEY),
            *OF_EXHIBITS,
            SIGNATURE_CHECK,
        )
    }
)
"""The kinds of these entries, by the name of their table."""


def outward_fields(description: Description) -> frozenset[str]:
    """Return the fields that leave the office: printed ones, references, and those that the program sets."""
    described = (each.name for each in description.fields if each.printed or each.editor is Editor.REFERENCE)
    return frozenset((*description.internal, *described))


def is_printed(description: Description, correction: Correction) -> bool:
    """Whether documents tell that this field was corrected."""
    field = field_of(description, correction.field)
    return field is not None and field.printed
