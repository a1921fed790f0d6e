"""A data pack of the office, in place of the one that comes with the program."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePack:
    """One version of it. text: TOML, as it was read. source: on what it rests; reason: why it was adopted."""

    id: RowId
    version: int
    text: str
    source: str
    reason: str
    made_by: AgentId
    at: datetime
