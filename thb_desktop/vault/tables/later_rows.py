"""Later rows: events of custody of one action about these exhibits, and which exhibits were exported."""

import json
from collections.abc import Iterable

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_OF_ACTION = """
    WHERE action = :action AND exhibit_id IN (SELECT value FROM json_each(:exhibits))
    ORDER BY exhibit_id, number
"""


def custody_of(
    connection: Connection, action: CustodyAction, exhibits: Iterable[str]
) -> tuple[CustodyEvent, ...]:
    """Return the events of this action about these exhibits; no other event is read."""
    values = {"action": action.value, "exhibits": json.dumps([*exhibits])}
    return registry.CUSTODY_EVENT.select(connection, _OF_ACTION, values)
