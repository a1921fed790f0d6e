"""Checklists for the content of a bundle."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from thb_desktop.domain.case import in_language
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.findings import Finding
from ui.labels import language_name, words
from ui.labels.findings import finding_text
from ui.rows import Column
from ui.standings import ADVISED, advice_words
from ui.text import isolate, isolate_words, translate
from ui.widgets.tick_list import Entry, TickList

if TYPE_CHECKING:
    from thb_desktop.services.language.overview import JobSummary
    from thb_desktop.services.testimony.interview_lists import InterviewSummary

_TOLD = (InterviewState.RESTRICTED, InterviewState.ANNULLED_BY_DECISION)

MOST_ROWS = 7
"""Visible rows of a list; a longer list scrolls."""
EDGE = 4
"""Least margin around the rows of a list, in pixels."""


class Checklist(TickList):
    """As high as its entries, so that none is cut."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._takes_all = False
        self._fit()

    def fill(self, entries: Sequence[Entry], *, at_first: bool = False) -> None:
        """List these; chosen entries stay chosen, and nothing else is chosen by the program.

        at_first: choose everything when the list is first filled.
        """
        every = at_first and not self.ticks.entries
        self._takes_all = False
        self.ticks.fill(entries)
        if every:
            self.ticks.tick(entries)
        self._fit()

    def add(self, entries: Sequence[Entry]) -> None:
        """List these too. What was chosen before `fill` stays chosen; all are, if all were chosen since."""
        self.ticks.add(entries)
        if self._takes_all:
            self.ticks.tick(entries)
        self._fit()

    def clear(self) -> None:
        self.fill(())

    def toggle(self) -> None:
        """Tick all, or none if all are ticked; nothing while the list is not to be changed."""
        if not self.isEnabled():
            return
        left_out = self.ticks.unticked()
        self._takes_all = bool(left_out)
        self.ticks.tick_all_but(() if left_out else self.chosen())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fit whole rows; the margins are known only when the list is shown."""
        row = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        rows = min(max(self.count(), 1), MOST_ROWS)
        around = self.height() - self.viewport().height() if self.isVisible() else EDGE
        self.setFixedHeight(rows * row + max(around, EDGE))


def exhibit_entry(found: Exhibit, language: str) -> Entry:
    """Return an entry for an exhibit, with its number and title. language: of the case."""
    title = isolate_words(in_language(found.titles, language))
    return Entry(shown=f"{isolate(found.number)}  {title}", value=found.id)


def content_entry(entry: Entry, *, is_pictured: bool) -> Entry:
    """Return the same entry; if pictures of it would be printed, it has a star, which says so."""
    if not is_pictured:
        return entry
    told = translate("ExportView", "{exhibit} (as pictures: what they show is not searched for names)")
    return replace(entry, shown=f"* {entry.shown}", told=told.format(exhibit=entry.shown))


def record_entry(found: "InterviewSummary") -> Entry:
    """Return an entry for a record; an unsigned one cannot be chosen, and says so."""
    parts = [
        isolate(found.interview.number),
        isolate(found.person),
        language_name(found.interview.language),
    ]
    state = words(found.state).lower()
    if found.state in _TOLD:
        parts.append(f"({state})")
    barred = ""
    if not found.interview.is_signed:
        barred = translate("ExportView", "not signed yet ({state})").format(state=state)
    return Entry(shown="  ".join(parts), value=found.interview.id, barred=barred)


def job_entry(found: "JobSummary") -> Entry:
    """Return an entry for a translation beside a record: its number, the record, the language, and whose.

    One of which nothing is signed cannot be chosen, and says so.
    """
    job = found.job
    parts = (
        isolate(job.number),
        isolate(found.record),
        language_name(job.target_language),
        isolate_words(found.linguist.name),
    )
    barred = "" if found.is_signed else translate("ExportView", "its linguist signed nothing yet")
    return Entry(shown="  ".join(parts), value=job.id, barred=barred)


def lacks_record(jobs: "Iterable[JobSummary]", chosen: Sequence[str], records: Sequence[str]) -> str:
    """Return that a chosen translation is of a record that is not chosen; empty if none is."""
    for each in jobs:
        if each.job.id in chosen and each.job.interview_id not in records:
            told = translate(
                "ExportView", "Translation {job} is of record {record}. Please choose that record too."
            )
            return told.format(job=isolate(each.job.number), record=isolate(each.record))
    return ""


def finding_columns() -> tuple[Column[Finding], ...]:
    """Return the columns of what is checked before the signature."""
    return (
        Column(
            title=translate("ExportView", "Result"),
            read=lambda found: advice_words(found.standing),
            width=120,
            tone=lambda found: ADVISED[found.standing],
        ),
        Column(title=translate("ExportView", "What was checked"), read=finding_text),
    )
