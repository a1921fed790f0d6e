"""Labels: printed for exhibits, singly and in sheets, and read back with a scanner."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import thb_desktop
from thb_desktop.domain.action_day import numbers_of
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_findings import in_order
from thb_desktop.domain.custody_seals import seal_now
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.labels import IssuedLabel, IssuedNumber, Label, LabelSheet, read_code
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    CodeForeignError,
    NothingToExportError,
    NumberNotIssuedError,
    ValueRefusedError,
)
from thb_desktop.report.labels import Labels, LabelWords, compose_labels
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.action_days import standing_team
from thb_desktop.vault.system import medium
from thb_desktop.vault.tables import lists, registry

MOST = 2400
"""Labels in one file."""


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def labels_of(
    session: Session, case_id: CaseId, exhibit_ids: Sequence[ExhibitId], sheet: LabelSheet, *, first: int = 0
) -> Labels:
    """Return the labels of exhibits of a case, in this order, with the seal that is on each now.

    first: places of the first page that are used.

    Raises NothingToExportError for none, ValueRefusedError for more than MOST, an exhibit of another case,
    and a place that is not on the page.
    """
    if not exhibit_ids:
        raise NothingToExportError("choose at least one exhibit")
    case = get_case(session, case_id)
    found = {each.id: each for each in registry.EXHIBIT.among(session.read, "id", exhibit_ids)}
    if any(each not in found or found[each].case_id != case_id for each in exhibit_ids):
        raise ValueRefusedError("an exhibit is not of this case")
    events: dict[ExhibitId, list[CustodyEvent]] = {each: [] for each in exhibit_ids}
    for event in registry.CUSTODY_EVENT.among(session.read, "exhibit_id", exhibit_ids):
        events[event.exhibit_id].append(event)
    labels = [
        Label(
            exhibit_id=each,
            number=found[each].number,
            case=case.reference,
            seal=seal_now(found[each].seal, in_order(corrected(events[each]))),
        )
        for each in exhibit_ids
    ]
    return _labels(labels, case, sheet, first, session.clock.read().at)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def labels_of_team(
    session: Session, case_id: CaseId, team_id: RowId, sheet: LabelSheet, *, first: int = 0
) -> Labels:
    """Return the labels of the numbers that a team got, before any exhibit has them.

    Raises NotFoundError, StruckOutError, and ValueRefusedError for a place that is not on the page.
    """
    case = get_case(session, case_id)
    numbers = numbers_of(standing_team(session, case_id, team_id))
    labels = [
        IssuedLabel(issued=IssuedNumber(case_id=case_id, number=each), case=case.reference)
        for each in numbers
    ]
    return _labels(labels, case, sheet, first, session.clock.read().at)


def _labels(
    labels: Sequence[Label | IssuedLabel], case: CaseFile, sheet: LabelSheet, first: int, at: datetime
) -> Labels:
    if not 0 <= first < sheet.count or len(labels) > MOST:
        raise ValueRefusedError("the first free place is not on the sheet, or there are too many labels")
    language = language_of(case.language)
    return Labels(
        labels=labels,
        sheet=sheet,
        words=LabelWords(
            **{
                name: said(f"label_{name}", language)
                for name in ("title", "exhibit", "case", "seal", "check")
            },
            by_hand=tuple(said(f"label_{name}", language) for name in ("packed", "place", "by", "signature")),
        ),
        language=language,
        made_at=at.replace(microsecond=0),
        software=f"THB Desktop {thb_desktop.__version__}",
        first=first,
    )


def write_labels(labels: Labels, target: Path) -> int:
    """Write the pages to a file that does not exist yet; return their number."""
    made = io.BytesIO()
    pages = compose_labels(labels, made)
    with medium(), target.open("xb") as file:
        file.write(made.getvalue())
    return pages


@permitted(Right.READ_EXHIBITS)
def find_scanned(session: Session, case_id: CaseId | None, text: str) -> Exhibit:
    """Return the exhibit whose label was scanned, and log that it was consulted. case_id: None for any case.

    A label that was printed in advance leads to the exhibit that has its number now. Raises CodeNotReadError
    for what is no whole code, CodeForeignError for one of another case or vault, NumberNotIssuedError for a
    number that no exhibit has yet.
    """
    named = read_code(text)
    if isinstance(named, IssuedNumber):
        case = registry.CASE_FILE.find(session.read, named.case_id)
        found = lists.numbered(session.read, named.case_id, named.number) if case is not None else None
        if case is not None and case_id in (None, named.case_id) and found is None:
            raise NumberNotIssuedError("no exhibit has this number yet")
    else:
        found = registry.EXHIBIT.find(session.read, named)
    if found is None or (case_id is not None and found.case_id != case_id):
        raise CodeForeignError("this code is of no exhibit of this case")
    session.consulted(Consulted.EXHIBIT, found.id)
    return found
