"""Transfer: to which State and to whom a bundle goes, under what, and on which ground."""

from dataclasses import dataclass, fields

from thb_desktop.domain.cooperation_codes import PartyKind, TransferGround
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.ids import InstrumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What a person answers before a bundle leaves.

    state: the recipient's. party: what the recipient is. instrument_id: under which instrument;
    spontaneous: without one, on the office's own initiative. ground, ground_because: of Chapter V of
    Directive (EU) 2016/680, for a third State; competence: why the recipient is competent for its purposes;
    authorised: what the State agreed to from which data came. special, special_because: whether data of
    Article 10 are in it, and why they are strictly necessary. within_limits: why the use stays within the
    purpose or the speciality to which something in it is bound. retention: how long the recipient is expected
    to keep it, in words.
    """

    state: str = ""
    party: PartyKind | None = None
    instrument_id: InstrumentId | None = None
    spontaneous: bool = False
    ground: TransferGround | None = None
    ground_because: str = ""
    competence: str = ""
    authorised: str = ""
    special: bool | None = None
    special_because: str = ""
    within_limits: str = ""
    retention: str = ""


NOWHERE = Transfer()
"""Nothing is answered yet."""


def _field(name: str, editor: Editor, *rules: str, **told: object) -> Field:
    return Field(name=name, section="transfer", editor=editor, until=Phase.ONCE, rules=rules, **told)  # type: ignore[arg-type]  # passed on


TRANSFER = Description(
    name="transfer",
    entity=Transfer,
    fields=(
        _field("state", Editor.COUNTRY, "V-X-01", required=True),
        _field("party", Editor.CODE, "V-X-02", codes=PartyKind, required=True),
        _field("instrument_id", Editor.REFERENCE, "V-X-01", refers_to="instrument"),
        _field("spontaneous", Editor.YES_NO, "V-X-01", sometimes=True),
        _field("special", Editor.YES_NO, "V-P-02"),
        _field("special_because", Editor.LINE, "V-P-02"),
        _field("within_limits", Editor.LINE, "V-X-02"),
        _field("retention", Editor.LINE),
        _field("ground", Editor.CODE, "V-P-05", codes=TransferGround, sometimes=True),
        _field("ground_because", Editor.LINE, "V-P-05"),
        _field("competence", Editor.LINE, "V-P-05"),
        _field("authorised", Editor.LINE, "V-P-05"),
    ),
    internal=(),
)
NAMES = tuple(each.name for each in fields(Transfer))
"""The same fields of a bundle keep the answers."""
