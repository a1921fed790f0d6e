"""Teams of an action day, voided numbers and persons found, for tests."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from thb_desktop.domain.action_day import ActionTeam, PersonFound, VoidedNumber
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.zones import at_place

BEGINS = at_place(datetime(2026, 6, 1, 2, tzinfo=UTC), "Europe/Bucharest")


def action_team(case_id: CaseId, **changes: Any) -> ActionTeam:
    """Three numbers: EX-0101 to EX-0103."""
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "number": "T-1",
        "action": "June",
        "place": "Bac\u0103u, house",
        "begins_at": BEGINS,
        "first_number": "EX-0101",
        "last_number": "EX-0103",
    }
    return ActionTeam(**{**fields, **changes})


def voided_number(case_id: CaseId, team_id: RowId, **changes: Any) -> VoidedNumber:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "team_id": team_id,
        "number": "EX-0102",
        "reason": "Label torn",
    }
    return VoidedNumber(**{**fields, **changes})


def person_found(case_id: CaseId, team_id: RowId, **changes: Any) -> PersonFound:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "team_id": team_id,
        "number": "F-1",
        "found_at": datetime(2026, 6, 1, 6, 20, tzinfo=timezone(timedelta(hours=3))),
    }
    return PersonFound(**{**fields, **changes})
