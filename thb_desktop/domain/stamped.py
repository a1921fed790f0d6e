"""A bundle with its time stamp: the recorded file, and behind it what a time-stamp authority said."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, BundleId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class StampedBundle:
    """A file that begins with a recorded bundle, byte for byte, and goes on with its time stamp.

    sha256, size: of the whole file. stamped_at, authority: as the stamp says; whether that authority is
    trusted is not said by it.
    """

    id: RowId
    bundle_id: BundleId
    sha256: str
    size: int
    stamped_at: datetime
    authority: str
    recorded_by: AgentId
    at: datetime
