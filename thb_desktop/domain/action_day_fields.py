"""Fields of a joint action day: its teams, voided numbers, and persons found."""

from functools import partial

from thb_desktop.domain.action_day import ActionTeam, PersonFound, VoidedNumber
from thb_desktop.domain.action_day_codes import FoundNeed, FoundOutcome
from thb_desktop.domain.fields import Description, Editor, Phase, record_field

_field = partial(record_field, until=Phase.ALWAYS)
_INTERNAL = ("id", "case_id", "struck")

ACTION_TEAM = Description(
    name="action_team",
    entity=ActionTeam,
    fields=(
        _field("number", "action_team", Editor.LINE, required=True),
        _field("action", "action_team", Editor.LINE, required=True),
        _field("leader", "action_team", Editor.LINE),
        _field("place", "action_team", Editor.LINE, required=True),
        _field("begins_at", "action_team", Editor.MOMENT, required=True),
        _field("first_number", "action_team", Editor.LINE, required=True),
        _field("last_number", "action_team", Editor.LINE, required=True),
        _field("task", "action_team", Editor.TEXT),
        _field("note", "action_team", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

VOIDED_NUMBER = Description(
    name="voided_number",
    entity=VoidedNumber,
    fields=(
        _field("team_id", "voided_number", Editor.REFERENCE, refers_to="action_team", required=True),
        _field("number", "voided_number", Editor.LINE, required=True),
        _field("reason", "voided_number", Editor.LINE, required=True),
        _field("by", "voided_number", Editor.LINE),
    ),
    internal=_INTERNAL,
)

PERSON_FOUND = Description(
    name="person_found",
    entity=PersonFound,
    fields=(
        _field("number", "person_found", Editor.LINE, required=True),
        _field("team_id", "person_found", Editor.REFERENCE, refers_to="action_team", required=True),
        _field("found_at", "person_found", Editor.MOMENT, required=True),
        _field("place", "person_found", Editor.LINE),
        _field("seen", "person_found", Editor.TEXT),
        _field("language", "person_found", Editor.LANGUAGE),
        _field("may_be_child", "person_found", Editor.YES_NO, sometimes=True),
        _field("needs", "person_found", Editor.CODES, codes=FoundNeed),
        _field("outcome", "outcome", Editor.CODE, codes=FoundOutcome, sometimes=True),
        _field("decided_on", "outcome", Editor.DAY),
        _field("decided_by", "outcome", Editor.LINE),
        _field("person_id", "outcome", Editor.REFERENCE, refers_to="person"),
        _field("note", "person_found", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

ACTION_DAY = (ACTION_TEAM, VOIDED_NUMBER, PERSON_FOUND)
