"""Times that a row says: whether they can be those of the entry that adds or changes it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from thb_desktop.domain.act_subjects import is_by_another
from thb_desktop.domain.change import Change
from thb_desktop.domain.custody_rules import is_ahead, lacks_delay
from thb_desktop.domain.row_authors import TIMES, TIMES_OF_CHANGES, WORDS
from thb_desktop.domain.times import from_text, to_text

NEAR_TIMES: Mapping[str, str] = {"assignment": "assigned_at"}
"""The field of a new row with a time near that of its entry, by table: it is taken when the store of an
assignment is begun, and a long recording is copied into it before the entry is written.
"""
_NEAR = timedelta(days=1)


def is_of_its_time(change: Change, action: str, at: datetime) -> bool:
    """Whether a row says the time of the entry that adds or changes it, where the program writes no other.

    at: the time of the entry. A custody event, which may tell of an earlier time, does not tell of a later
    one, and says why it was recorded more than a day late.
    """
    if is_by_another(change, action):
        return True
    name = (TIMES if change.before is None else TIMES_OF_CHANGES).get(change.table)
    is_said = name in change.fields or (
        change.before is not None and WORDS.get(change.table) in change.fields
    )
    if name is not None and is_said and change.after[name] not in (None, to_text(at)):
        return False
    return change.before is not None or (_is_near(change, at) and _can_have_been(change, at))


def _is_near(change: Change, at: datetime) -> bool:
    name = NEAR_TIMES.get(change.table)
    return name is None or abs(from_text(str(change.after[name])) - at) <= _NEAR


def _can_have_been(change: Change, at: datetime) -> bool:
    if change.table != "custody_event":
        return True
    occurred = from_text(str(change.after["occurred_at"]))
    return not is_ahead(occurred, at) and not lacks_delay(
        occurred, at, str(change.after["late_entry_reason"])
    )
