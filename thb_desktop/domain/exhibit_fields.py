"""Fields of exhibits and of custody events."""

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.vocabulary import (
    Carrier,
    CustodyAction,
    ExhibitKind,
    Originality,
    SealState,
    VerificationResult,
)

_ALWAYS, _ONCE = Phase.ALWAYS, Phase.ONCE

EXHIBIT = Description(
    name="exhibit",
    entity=Exhibit,
    fields=(
        Field(
            name="number",
            section="exhibit",
            editor=Editor.LINE,
            until=_ALWAYS,
            required=True,
            rules=("V-E-03",),
        ),
        Field(name="titles", section="exhibit", editor=Editor.TITLES, until=_ALWAYS, required=True),
        Field(
            name="kind",
            section="exhibit",
            editor=Editor.CODE,
            codes=ExhibitKind,
            until=_ALWAYS,
            required=True,
        ),
        Field(name="originality", section="exhibit", editor=Editor.CODE, codes=Originality, until=_ALWAYS),
        Field(
            name="parent_id",
            section="origin",
            editor=Editor.REFERENCE,
            refers_to="exhibit",
            until=_ONCE,
        ),
        Field(name="source", section="origin", editor=Editor.LINE, until=_ALWAYS),
        Field(name="collected_at", section="origin", editor=Editor.MOMENT, until=_ALWAYS, required=True),
        Field(
            name="collected_by",
            section="origin",
            editor=Editor.REFERENCE,
            refers_to="official",
            until=_ALWAYS,
            required=True,
        ),
        Field(
            name="instrument_id",
            section="origin",
            editor=Editor.REFERENCE,
            refers_to="instrument",
            until=_ALWAYS,
        ),
        Field(name="legal_authority", section="origin", editor=Editor.LINE, until=_ALWAYS, rules=("V-E-01",)),
        Field(name="emergency", section="origin", editor=Editor.LINE, until=_ALWAYS, rules=("V-E-01",)),
        Field(name="ratification", section="origin", editor=Editor.LINE, until=_ALWAYS, rules=("V-E-01",)),
        Field(name="seal", section="state", editor=Editor.LINE, until=_ALWAYS, rules=("V-E-03",)),
        Field(name="description", section="state", editor=Editor.TEXT, until=_ALWAYS),
        Field(name="details", section="state", editor=Editor.DETAILS, until=_ALWAYS),
        Field(name="note", section="state", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "root_id", "struck"),
)

CUSTODY_EVENT = Description(
    name="custody_event",
    entity=CustodyEvent,
    fields=(
        Field(
            name="action",
            section="act",
            editor=Editor.CODE,
            codes=CustodyAction,
            until=_ONCE,
            required=True,
        ),
        Field(name="occurred_at", section="act", editor=Editor.MOMENT, until=_ONCE, required=True),
        Field(name="actor", section="act", editor=Editor.LINE, until=_ONCE, required=True),
        Field(
            name="actor_id",
            section="act",
            editor=Editor.REFERENCE,
            refers_to="official",
            until=_ONCE,
        ),
        Field(name="reason", section="act", editor=Editor.LINE, until=_ONCE, required=True),
        Field(name="place", section="act", editor=Editor.LINE, until=_ONCE),
        Field(name="document", section="act", editor=Editor.LINE, until=_ONCE),
        Field(name="witness", section="act", editor=Editor.LINE, until=_ONCE),
        Field(name="from_party", section="transfer", editor=Editor.LINE, until=_ONCE, rules=("V-E-02",)),
        Field(name="to_party", section="transfer", editor=Editor.LINE, until=_ONCE, rules=("V-E-02",)),
        Field(name="seal", section="seal", editor=Editor.LINE, until=_ONCE, rules=("V-E-03",)),
        Field(name="former_seal", section="seal", editor=Editor.LINE, until=_ONCE),
        Field(name="condition", section="transfer", editor=Editor.LINE, until=_ONCE),
        Field(name="carrier", section="transfer", editor=Editor.CODE, codes=Carrier, until=_ONCE),
        Field(name="tracking", section="transfer", editor=Editor.LINE, until=_ONCE),
        Field(name="due_on", section="transfer", editor=Editor.DAY, until=_ONCE),
        Field(
            name="seal_state",
            section="seal",
            editor=Editor.CODE,
            codes=SealState,
            until=_ONCE,
            rules=("V-E-08",),
        ),
        Field(name="packaging", section="seal", editor=Editor.LINE, until=_ONCE),
        Field(name="method", section="work", editor=Editor.LINE, until=_ONCE),
        Field(name="tool", section="work", editor=Editor.LINE, until=_ONCE),
        Field(name="write_blocker", section="work", editor=Editor.LINE, until=_ONCE, rules=("V-E-05",)),
        Field(name="amount", section="work", editor=Editor.LINE, until=_ONCE),
        Field(name="notified", section="work", editor=Editor.LINE, until=_ONCE),
        Field(name="sha256", section="digest", editor=Editor.LINE, until=_ONCE, rules=("V-E-04",)),
        Field(
            name="result",
            section="digest",
            editor=Editor.CODE,
            codes=VerificationResult,
            until=_ONCE,
            rules=("V-E-04",),
        ),
        Field(name="source_sha256", section="digest", editor=Editor.LINE, until=_ONCE),
        Field(name="weak_digest", section="digest", editor=Editor.LINE, until=_ONCE, rules=("V-E-07",)),
        Field(
            name="corrects",
            section="correction",
            editor=Editor.REFERENCE,
            refers_to="custody_event",
            until=_ONCE,
        ),
        Field(name="wrong_value", section="correction", editor=Editor.LINE, until=_ONCE),
        Field(name="right_value", section="correction", editor=Editor.LINE, until=_ONCE),
        Field(name="note", section="act", editor=Editor.TEXT, until=_ONCE),
        Field(name="late_entry_reason", section="act", editor=Editor.LINE, until=_ONCE),
    ),
    internal=(
        *("id", "exhibit_id", "number", "recorded_at", "clock_source"),
        *("approval_id", "copies", "act_id", "files_read"),
    ),
)
"""`custody_kinds` says which of these an action uses and which it requires."""
