"""Handling codes of providers: what they need, and what they keep from a recipient (V-X-02)."""

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, HandlingCode
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.errors import FieldMissingError, FieldNotAskedError

TRAFFIC_LIGHT = frozenset(
    {
        HandlingCode.TLP_RED,
        HandlingCode.TLP_AMBER_STRICT,
        HandlingCode.TLP_AMBER,
        HandlingCode.TLP_GREEN,
        HandlingCode.TLP_CLEAR,
    }
)
"""Markings of courtesy: they are told, and keep nothing back."""
_TESTIMONY = frozenset({ExhibitKind.STATEMENT_RECORD})


def keeps_back(condition: UseCondition, state: str) -> bool:
    """Whether the code of a condition is against a bundle for this State, as long as nobody consented.

    A bundle is made for proceedings, which H1 forbids. H2 forbids any passing on, but to who set it.
    """
    if condition.handling is HandlingCode.EUROPOL_H1:
        return True
    return condition.handling is HandlingCode.EUROPOL_H2 and (
        not condition.imposed_state or state != condition.imposed_state
    )


def verify_marked(condition: UseCondition, exhibit: Exhibit | None, before: UseCondition | None) -> None:
    """Refuse a handling code that nobody says, one of another scheme without its words, and a grade of
    testimony: that is for the court. before: the present entry; as it stands it may stay.

    Raises FieldMissingError, FieldNotAskedError.
    """
    if condition.kind is ConditionKind.HANDLING_CODE and condition.handling is None:
        raise FieldMissingError("which handling code it is was not said", "use_condition.handling")
    if condition.handling is HandlingCode.OTHER and is_blank(condition.handling_words):
        raise FieldMissingError("a code of another scheme is told in words", "use_condition.handling_words")
    grades = {"source_grade": condition.source_grade, "information_grade": condition.information_grade}
    if exhibit is None or exhibit.kind not in _TESTIMONY:
        return
    for name, grade in grades.items():
        if grade is not None and (before is None or getattr(before, name) is not grade):
            raise FieldNotAskedError("testimony is not graded", f"use_condition.{name}")
