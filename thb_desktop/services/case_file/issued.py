"""Numbers issued in advance: which of them exhibits have, and whether a team may get them."""

from collections.abc import Iterable

from thb_desktop.domain.action_day import ActionTeam, VoidedNumber, numbers_of, verify_team, verify_voided
from thb_desktop.domain.ids import CaseId
from thb_desktop.errors import NotFoundError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import lists, registry


def used_among(connection: Connection, case_id: CaseId, numbers: Iterable[str]) -> frozenset[str]:
    """Return those of these numbers that standing exhibits of the case have; each is looked up by itself."""
    return frozenset(each for each in numbers if lists.numbered(connection, case_id, each) is not None)


def verify_issued(connection: Connection, value: object, before: object = None) -> None:
    """Refuse a team with numbers of another team or of exhibits, and a voided number that is not the team's.

    before: the present entry; numbers that it already has may stay. Raises NumbersRangeError,
    NumbersTakenError, NumberNotIssuedError.
    """
    match value:
        case ActionTeam():
            had = set(numbers_of(before)) if isinstance(before, ActionTeam) else set[str]()
            new = [each for each in numbers_of(value) if each not in had]
            teams = registry.ACTION_TEAM.where(connection, "case_id", value.case_id)
            verify_team(value, teams, used_among(connection, value.case_id, new))
        case VoidedNumber() if not isinstance(before, VoidedNumber) or _names(before) != _names(value):
            team = registry.ACTION_TEAM.find(connection, value.team_id)
            if team is None:
                raise NotFoundError("a named entry is not in the file")
            is_used = bool(used_among(connection, value.case_id, [value.number.strip()]))
            verify_voided(value, team, is_used=is_used)


def _names(value: VoidedNumber) -> tuple[str, str]:
    return value.team_id, value.number
