"""What came with the signature of a record, or after it: warnings with their reasons, and decisions."""

from collections.abc import Callable, Mapping

from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.record_decision_fields import RECORD_DECISION
from thb_desktop.domain.warning_reason import WarningReason
from ui.clock import when_here
from ui.forms.reading import column
from ui.forms.rows_panel import RowsPanel
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import field_words, section_words
from ui.labels.findings import finding_text_in
from ui.rows import Column
from ui.text import isolate_words, translate

WARNINGS = "warning_reason"


def warnings_panel(model: InterviewsViewModel) -> RowsPanel:
    """The warnings despite which the record was signed, each with its reason."""
    columns: list[Column[WarningReason]] = [
        Column(
            title=field_words(WARNINGS, "rule"), read=lambda each: each.finding.code, width=90, exact=True
        ),
        Column(
            title=field_words(WARNINGS, "warning"),
            read=lambda each: finding_text_in(model.record, each.finding),
        ),
        Column(title=field_words(WARNINGS, "reason"), read=lambda each: isolate_words(each.reason)),
    ]
    return RowsPanel(section_words(WARNINGS), columns, empty=translate("tables", "Nothing is recorded."))


def decisions_panel(names: Callable[[], Mapping[str, str]]) -> RowsPanel:
    """The decisions about a signed record, in the order of their entry."""
    widths = {"kind": 130, "reference": 110, "decided_by": 140, "decided_on": 120, "reason": 0}
    columns: list[Column[RecordDecision]] = [
        column(RECORD_DECISION, name, width=width, names=names) for name, width in widths.items()
    ]
    entered = translate("tables", "Entered")
    columns.append(Column(title=entered, read=lambda each: when_here(each.at), width=130))
    heading = section_words(RECORD_DECISION.name)
    return RowsPanel(heading, columns, empty=translate("tables", "Nothing is recorded."))
