"""The chosen custody event in full: what is open about it, and what was recorded."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.corrections import REASON_KEPT_BACK
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import value_said
from thb_desktop.domain.custody_remedies import REMEDIES
from thb_desktop.domain.second_person import Seconded
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.domain.zones import beside
from thb_desktop.findings import Finding, Standing
from ui.clock import occurred, place_of
from ui.custody.view_model import EventRow
from ui.labels import field_words, words
from ui.labels.events import event_words
from ui.labels.findings import finding_text
from ui.standings import SAID
from ui.text import NONE, digest_groups, isolate, isolate_words, listed, translate, when
from ui.tones import Tone
from ui.widgets.basic import Card, Label, Notice, Part, empty_layout, row
from ui.widgets.facts import FactList
from ui.widgets.scrolled import Scrolled
from ui.widgets.signing_pad import DrawnSignature

NAMES = 112
"""The width of the names of facts, in pixels."""
MOST_NAMES = 5
DIGESTS = frozenset({"source_sha256"})
FURTHER = (
    *("seal_state", "packaging", "condition", "carrier", "tracking", "due_on", "document", "witness"),
    *("former_seal_kept", "method", "tool", "write_blocker", "read_errors", "deviations", "read_only"),
    *("destructive", "amount", "notified", "source_sha256"),
)
"""The fields of few actions, in the order in which the card tells them."""
Events = Sequence[CustodyEvent]


class EventCard(Card):
    """Each finding stands first, with what would resolve it."""

    def __init__(self, acts: QWidget) -> None:
        """acts: what can be done with the event."""
        super().__init__(spacing=8)
        self.setMinimumWidth(320)
        self.heading = Label("", Part.HEADING, wrap=True)
        self.body.addWidget(self.heading)
        scrolled = Scrolled(self.tr("The chosen event"))
        self.findings, self.drawn = QVBoxLayout(), QVBoxLayout()
        self.facts, self.second = FactList(NAMES, spacing=6), FactList(NAMES, spacing=6)
        told = QVBoxLayout()
        told.setSpacing(6)
        for each in (self.findings, self.facts, self.drawn, self.second):
            told.addLayout(each)
        scrolled.column.addLayout(told)
        scrolled.column.addStretch(1)
        self.body.addWidget(scrolled, 1)
        self.body.addWidget(acts)

    def show_event(self, found: EventRow | None, events: Events) -> None:
        """Show an event. events: those of its exhibit, among which is the one that it corrects."""
        for each in (self.findings, self.drawn):
            empty_layout(each)
        for facts in (self.facts, self.second):
            facts.begin()
        if found is None:
            self.heading.setText(self.tr("No event is chosen"))
        else:
            self.heading.setText(event_words(found.event))
            self._tell_findings(found)
            self._tell_event(found, events)
        for facts in (self.facts, self.second):
            facts.end()

    def _tell_findings(self, found: EventRow) -> None:
        for finding in found.findings:
            notice = Notice()
            remedy = REMEDIES.get(finding.case)
            said = [finding_text(finding), finding_text(remedy) if remedy else ""]
            notice.tell("\n".join(filter(None, said)), _tone(finding, found))
            self.findings.addWidget(notice)

    def add_second(self, second: Seconded) -> None:
        """Tell who approved the event that is shown, or why nobody did."""
        if second.role is None:
            self.second.tell(self.tr("Done alone, because"), second.alone_because)
        else:
            self.second.tell(self.tr("Second person"), f"{isolate_words(second.name)} ({words(second.role)})")

    def _tell_event(self, found: EventRow, events: Events) -> None:
        event = found.event
        self.facts.tell(self.tr("Exhibit"), found.exhibit.number, exact=True)
        self.facts.tell(self.tr("Event"), n_of_count(found))
        at = occurred(event)
        self.facts.tell(self.tr("Date and time"), when(at), exact=True)
        self.facts.tell(self.tr("Entered"), when(beside(event.recorded_at, at)), exact=True)
        self.facts.tell(self.tr("Clock of the entry"), words(event.clock_source))
        self.facts.tell(self.tr("Time zone"), place_of(at))
        self.facts.tell(self.tr("By"), event.actor or NONE)
        is_kept_back = (event.action, event.reason) == (CustodyAction.EXHIBIT_CORRECTED, REASON_KEPT_BACK)
        self.facts.tell(self.tr("Reason"), self.tr("Kept back") if is_kept_back else event.reason or NONE)
        for what, how in (
            *self._corrected(event, events),
            *self._confirmed(found, events),
            (self.tr("Reason for late entry"), event.late_entry_reason),
            (self.tr("Place"), event.place),
            (self.tr("From"), event.from_party),
            (self.tr("To"), event.to_party),
            (self.tr("Seal"), event.seal),
            (self.tr("Former seal"), event.former_seal),
            (self.tr("Digest"), digest_groups(event.sha256)),
            (self.tr("Result"), words(event.result) if event.result else ""),
            (self.tr("Of the file"), _names(found.files)),
            *_further(event),
            (self.tr("Note"), event.note),
        ):
            if how:
                self.facts.tell(what, how)
        if event.strokes:
            drawn = DrawnSignature(event.strokes, self.tr("The signature as it was drawn"))
            self.drawn.addLayout(row(drawn, None))

    def _confirmed(self, found: EventRow, events: Events) -> tuple[tuple[str, str], ...]:
        """For a confirmation or its withdrawal: of what, by which party and how, and who recorded it."""
        event = found.event
        return (
            (field_words("custody_event", "confirms"), _named(event.confirms, events)),
            (field_words("custody_event", "party"), words(event.party) if event.party else ""),
            (field_words("custody_event", "way"), words(event.way) if event.way else ""),
            (field_words("custody_event", "scan_id"), found.scan),
            (field_words("custody_event", "recorder"), event.recorder),
        )

    def _corrected(self, event: CustodyEvent, events: Events) -> tuple[tuple[str, str], ...]:
        """For a correction: the event, the wrong value and the right value."""
        return (
            (self.tr("Event to correct"), _named(event.corrects, events)),
            (field_words("custody_event", "lacked"), words(event.lacked) if event.lacked else ""),
            (self.tr("Wrong value"), _value(event, event.wrong_value)),
            (self.tr("Right value"), _value(event, event.right_value)),
        )


def _tone(finding: Finding, found: EventRow) -> Tone:
    """Return how a finding is shown: one that leaves nothing open is a remark, and no praise."""
    return Tone.INFO if finding.standing is Standing.HOLDS or not found.is_open else SAID[finding.standing]


def _named(wanted: str | None, events: Events) -> str:
    """Return an event of the same exhibit by its number and act; empty for none."""
    about = next((each for each in events if each.id == wanted), None)
    return f"{isolate(str(about.number))}  {event_words(about)}" if about else ""


def _names(files: Sequence[str]) -> str:
    """Return the first names; there may be many copies of one file."""
    more = "\u2026" if len(files) > MOST_NAMES else ""
    return listed([*(isolate(each) for each in files[:MOST_NAMES]), *filter(None, [more])])


def _value(correction: CustodyEvent, value: str) -> str:
    """Return the wrong or the right value of a correction: the state of a seal in words."""
    said = value_said(correction, value)
    return words(said) if isinstance(said, StrEnum) else said


def _further(event: CustodyEvent) -> Iterator[tuple[str, str]]:
    """Yield the fields that only some actions have, with their names."""
    for name in FURTHER:
        value = getattr(event, name)
        if isinstance(value, bool):
            yield (
                field_words("custody_event", name),
                translate("editors", "Yes") if value else translate("editors", "No"),
            )
        elif value:
            told = words(value) if isinstance(value, StrEnum) else str(value)
            yield field_words("custody_event", name), digest_groups(told) if name in DIGESTS else told


def n_of_count(found: EventRow) -> str:
    """Return the number of an event among those of its exhibit."""
    n, count = isolate(str(found.event.number)), isolate(str(found.count))
    return translate("EventCard", "{n} of {count}").format(n=n, count=count)
