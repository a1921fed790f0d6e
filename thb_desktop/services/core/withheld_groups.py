"""Withheld groups: whether an event lets an extract leave out what it must, and no more.

The author of an event commits to the groups. Without them its whole content leaves with each bundle of what
it is about; with others, no extract of it could ever be read.
"""

import re

from thb_desktop.domain.kept_back import reason_told, withheld_places
from thb_desktop.ledger.canonical import Value
from thb_desktop.vault.journal import Event

GROUPED_SINCE = 4
"""The schema since which all events have the groups of `withheld_places`. A schema that changes these must
say here what those before it had.
"""
_NONCE = re.compile(r"[0-9a-f]{64}")


def is_grouped(event: Event) -> bool:
    """Whether an event has the groups of its states, each with random bytes of its own, and says no reason
    beside them that one of its rows says: that would leave whatever the row keeps back.
    """
    if event.schema < GROUPED_SINCE:
        return True
    marks = event.groups if isinstance(event.groups, list) else [None]
    groups: list[Value] = [[[*place] for place in group] for group in withheld_places(event.states)]
    nonces = [str(each.get("nonce")) for each in marks if isinstance(each, dict)]
    return (
        [each.get("fields") if isinstance(each, dict) else None for each in marks] == groups
        and all(map(_NONCE.fullmatch, nonces))
        and len(set(nonces)) == len(nonces)
        and event.reason == reason_told(event.reason, event.states)
    )
