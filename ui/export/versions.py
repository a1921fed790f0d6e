"""Versions for a recipient: listed, drawn up, and masked word by word."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.disclosure import Disclosure, Redaction, Selection
from thb_desktop.domain.ids import (
    CaseId,
    ExhibitId,
    FileId,
    InstrumentId,
    InterviewId,
    PersonId,
)
from thb_desktop.domain.masked_text import LAST_ROW, cell_at
from thb_desktop.domain.people import Person
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import RedactionPlaceError
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.persons import people
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.bundling.maskable import Maskable
    from thb_desktop.services.core.session import Session


WITHDRAWN = -1
"""What is told instead of how many places were masked, when one was shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is typed for a version. interviews, exhibits: None for all that the selection allows."""

    recipient: str
    purpose: str
    request: InstrumentId | None
    basis: str
    interviews: tuple[InterviewId, ...] | None
    exhibits: tuple[ExhibitId, ...] | None
    persons: tuple[PersonId, ...] = ()
    since: date | None = None
    until: date | None = None
    territory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Records and exhibits that are ticked on the page."""

    interviews: tuple[InterviewId, ...] = ()
    exhibits: tuple[ExhibitId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """By what a version can be chosen, and what it can rest on: entries of the case."""

    instruments: tuple[Instrument, ...]
    persons: tuple[Person, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words that are chosen: the text in which they are, and their code points."""

    of: "Maskable"
    start: int
    end: int


class VersionsModel(ViewModel):
    """listed: the versions of the case. grounds: Grounds. drawn: the version that was drawn up.

    texts: the texts of a version in which words can be masked, and the redactions that stand. masked: how
    many places were masked, after which the redactions are read again, and no text.
    """

    changes = Topic.BUNDLES

    listed = Signal(object)
    grounds = Signal(object)
    drawn = Signal(object)
    texts = Signal(object, object)
    masked = Signal(int)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case_id: CaseId | None = None
        self._found: tuple[Maskable, ...] = ()

    def show_case(self, case_id: CaseId | None) -> None:
        from thb_desktop.services.bundling import disclosures

        self.case_id = case_id
        if case_id is None:
            self.listed.emit(())
            return
        self.read(lambda session: disclosures.list_disclosures(session, case_id), self.listed.emit)

    def ask_grounds(self) -> None:
        if self.case_id is not None:
            case_id = self.case_id
            self.read(lambda session: _grounds(session, case_id), self.grounds.emit)

    def draw_up(self, draft: Draft) -> None:
        """Record what goes to whom; the list is read again."""
        from thb_desktop.services.bundling import disclosures

        if self.case_id is None:
            return
        case_id = self.case_id
        asked = disclosures.DisclosureDraft(
            recipient=draft.recipient,
            purpose=draft.purpose,
            instrument_id=draft.request,
            basis=draft.basis,
            interview_ids=draft.interviews,
            exhibit_ids=draft.exhibits,
            selection=Selection(
                person_ids=draft.persons,
                since=draft.since,
                until=draft.until,
                territory=draft.territory,
            ),
        )
        self.write(lambda session: disclosures.draw_up(session, case_id, asked), self.drawn.emit)

    def ask_texts(self, version: Disclosure) -> None:
        from thb_desktop.services.bundling import maskable

        def then(found: "tuple[Maskable, ...]") -> None:
            self._found = found
            self._ask_redactions(version)

        self.read(lambda session: maskable.list_maskable(session, version.id), then)

    def _ask_redactions(self, version: Disclosure) -> None:
        from thb_desktop.services.bundling import redactions

        self.read(
            lambda session: redactions.list_redactions(session, version.id),
            lambda standing: self.texts.emit(self._found, standing),
        )

    def mask(self, version: Disclosure, span: Span, reason: RedactionReason, ordered_by: str) -> None:
        """Mask the chosen words where they stand."""
        from thb_desktop.services.bundling import redactions

        self.write(
            lambda session: redactions.redact_words(
                session,
                version.id,
                entity=span.of.entity,
                row=span.of.row,
                field=span.of.field,
                start=span.start,
                end=span.end,
                order=redactions.Order(reason=reason, ordered_by=ordered_by),
            ),
            lambda _: self._masked(version, 1),
        )

    def mask_everywhere(
        self, version: Disclosure, words: str, reason: RedactionReason, ordered_by: str
    ) -> None:
        """Mask these words wherever they stand by themselves in the version."""
        from thb_desktop.services.bundling import redactions

        order = redactions.Order(reason=reason, ordered_by=ordered_by)
        self.write(
            lambda session: redactions.redact_everywhere(session, version.id, words, order),
            lambda made: self._masked(version, len(made)),
        )

    def mask_identities(self, version: Disclosure, reason: RedactionReason, ordered_by: str) -> None:
        """Mask what is sealed in the identities of protected persons, wherever it stands in the version."""
        from thb_desktop.services.bundling import redactions

        order = redactions.Order(reason=reason, ordered_by=ordered_by)
        self.write(
            lambda session: redactions.redact_identities(session, version.id, order),
            lambda made: self._masked(version, len(made)),
        )

    def mask_column(self, version: Disclosure, span: Span, reason: RedactionReason, ordered_by: str) -> None:
        """Mask the column in which the span begins, from its row to the last one."""
        from thb_desktop.services.bundling import redactions

        found = cell_at(span.of.text, span.start)
        if found is None:
            self.refuse(RedactionPlaceError("no cell of a table is there"))
            return
        column, row = found
        order = redactions.Order(reason=reason, ordered_by=ordered_by)
        cells = (column, row, column + 1, LAST_ROW)
        self.write(
            lambda session: redactions.redact_cells(session, version.id, FileId(span.of.row), cells, order),
            lambda _: self._masked(version, 1),
        )

    def show_again(self, version: Disclosure, redaction: Redaction, because: str) -> None:
        from thb_desktop.services.bundling import redactions

        self.write(
            lambda session: redactions.withdraw_redaction(session, redaction.id, because),
            lambda _: self._masked(version, WITHDRAWN),
        )

    def _masked(self, version: Disclosure, count: int) -> None:
        self.masked.emit(count)
        self._ask_redactions(version)


def _grounds(session: "Session", case_id: CaseId) -> Grounds:
    authorities = cases.list_authorities(session, case_id)
    return Grounds(
        instruments=tuple(each for each in cooperation.list_instruments(session, case_id) if not each.struck),
        persons=tuple(each for each in people.list_persons(session, case_id) if not each.struck),
        countries=tuple(sorted({each.country for each in authorities if each.country and not each.struck})),
    )
