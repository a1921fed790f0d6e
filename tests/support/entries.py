"""Entries for tests: for each described field a value other than its present one."""

from datetime import date
from typing import Any

from thb_desktop.domain.fields import Editor, Field
from thb_desktop.domain.partial_dates import PartialDate

OTHER: dict[Editor, Any] = {
    Editor.TITLES: (("fr", "Autre"),),
    Editor.LANGUAGE: "en",
    Editor.COUNTRY: "NL",
    Editor.LINES: ("one", "two"),
    Editor.LANGUAGES: ("en",),
    Editor.COUNTRIES: ("NL",),
    Editor.DETAILS: (("make", "X"),),
    Editor.ANSWERS: (("H6_REASONS", "X"),),
    Editor.DAY: date(2026, 2, 3),
    Editor.PARTIAL_DATE: PartialDate("2024-05~"),
    Editor.YES_NO: True,
    Editor.AMOUNT: "11.00",
    Editor.BALANCE: "-11.00",
    Editor.CURRENCY: "USD",
    Editor.SECONDS: -4,
    Editor.NUMBER: 7,
    Editor.DIRECTIONS: ("en>fr",),
}

NAMED: dict[tuple[str, str], Any] = {
    ("action_team", "first_number"): "EX-0100",
    ("action_team", "last_number"): "EX-0102",
    ("voided_number", "number"): "EX-0103",
    ("outcome", "decided_on"): date(2026, 6, 2),
    ("stay", "until"): PartialDate("2025-07"),
}
"""Values of fields that must be of a form, or agree with others; by section and name."""


def another(field: Field, value: Any) -> Any:
    """Return another value that the field allows."""
    if field.name == "births":
        return (("1999-05~", "Her own statement"),)
    if (field.section, field.name) in NAMED:
        return NAMED[field.section, field.name]
    if field.editor is Editor.CODE and field.codes is not None:
        return next(code for code in field.codes if code is not value)
    if field.editor is Editor.CODES and field.codes is not None:
        return (next(code for code in field.codes if code not in value),)
    if field.editor is Editor.MOMENT:
        return value.replace(year=value.year - 1)
    return OTHER.get(field.editor, f"{value} corrected")
