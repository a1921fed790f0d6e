"""Taking out: a file of an exhibit is written outside the vault, in clear, for somebody and for a reason."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.ids import AgentId, ExhibitId, FileId, RowId
from thb_desktop.domain.leaving import KEEPS_HERE, NEVER_LIFTED

TAKES_TWO = NEVER_LIFTED
"""A bar of such a kind keeps a file out of every bundle and package. By itself it goes out, if two persons
say so: to the unit that may hold it.
"""
STAYS = KEEPS_HERE - TAKES_TWO
"""As long as a bar of such a kind stands, no file of the exhibit goes out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """One file that was taken out.

    place: where it was written, as a path. size, sha256: of what was written, which is what was recorded.
    recipient: who receives it, with the State and what they are. within_limits: why the use stays within the
    purpose to which it is bound. identities_because, unsearched_because: why it goes out although it tells a
    sealed identity, or although something in it could not be searched for one. approval_id: who approved it
    as the second person, or why nobody did.
    """

    id: RowId
    exhibit_id: ExhibitId
    file_id: FileId
    place: str
    size: int
    sha256: str
    recipient: str
    state: str
    party: PartyKind
    reason: str
    by: AgentId
    at: datetime
    within_limits: str = ""
    identities_because: str = ""
    unsearched_because: str = ""
    approval_id: RowId | None = None


def _field(name: str, editor: Editor, **told: object) -> Field:
    return Field(name=name, section="taken_out", editor=editor, until=Phase.ONCE, **told)  # type: ignore[arg-type]  # passed on


TAKEN_OUT = Description(
    name="taken_out",
    entity=TakenOut,
    fields=(
        _field("reason", Editor.LINE, required=True),
        _field("recipient", Editor.LINE, required=True),
        _field("party", Editor.CODE, codes=PartyKind, required=True),
        _field("state", Editor.COUNTRY, required=True),
        _field("within_limits", Editor.LINE, rules=("V-X-02",)),
        _field("identities_because", Editor.LINE),
        _field("unsearched_because", Editor.LINE),
    ),
    internal=("id", "exhibit_id", "file_id", "place", "size", "sha256", "by", "at", "approval_id"),
)
