"""The fields of a decision about a signed record, described once."""

from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.vocabulary import RecordDecisionKind

RECORD_DECISION = Description(
    name="record_decision",
    entity=RecordDecision,
    fields=(
        Field(
            name="kind",
            section="record_decision",
            editor=Editor.CODE,
            codes=RecordDecisionKind,
            until=Phase.ONCE,
            required=True,
        ),
        *(
            Field(name=name, section="record_decision", editor=editor, until=Phase.ONCE)
            for name, editor in (
                ("reference", Editor.LINE),
                ("decided_by", Editor.LINE),
                ("decided_on", Editor.PARTIAL_DATE),
                ("reason", Editor.TEXT),
            )
        ),
    ),
    internal=("id", "interview_id", "entered_by", "at", "digest"),
)
DECIDED = ("reference", "decided_by", "decided_on", "reason")
"""What each decision of a court or an authority needs."""
