"""Who looked at what: read by whose function it is, by names and numbers, and written into itself."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import USER, first_case, reopen, settle, unlock
from tests.ui.test_roles import as_user
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.office import consultations
from thb_desktop.services.persons import people
from ui.application import AppController
from ui.main_window import MainWindow
from ui.office import consultations_model
from ui.office.consultations import ConsultationsPart
from ui.topics import Topic


def part_of(window: MainWindow, desk: AppController, qtbot: QtBot) -> ConsultationsPart:
    office = window.office
    window.go(window.pages.index(office))
    settle(desk, qtbot)
    office.tabs.setCurrentWidget(office.consultations)
    settle(desk, qtbot)
    return office.consultations


@pytest.mark.requirement("SR-19")
def test_an_auditor_reads_who_looked_at_what_and_why(desk: AppController, qtbot: QtBot, vault: Path):
    case = first_case(vault)
    session = reopen(vault)
    exhibit = exhibits.list_exhibits(session, case.id)[0].exhibit
    exhibits.get_exhibit(session, exhibit.id)
    session.close()

    part = part_of(as_user(desk, qtbot, vault, UserRole.AUDITOR), desk, qtbot)

    found = next(row for row in part.rows.rows if row.look.kind == Consulted.EXHIBIT)
    at = part.rows.rows.index(found)
    said = [str(part.rows.index(at, column).data()) for column in range(6)]
    assert USER in said[1]
    assert "Exhibit" in said[2]
    assert exhibit.number in said[3]
    assert case.reference in said[4]
    assert "Work on the case" in said[5]


@pytest.mark.requirement("SR-19")
def test_the_list_is_filtered_by_user_and_case(desk: AppController, qtbot: QtBot, vault: Path):
    case = first_case(vault)
    session = reopen(vault)
    exhibits.list_exhibits(session, case.id)
    session.close()
    window = as_user(desk, qtbot, vault, UserRole.AUDITOR)
    window.go(window.pages.index(window.custody))
    settle(desk, qtbot)
    part = part_of(window, desk, qtbot)
    everything = part.rows.rowCount()

    part.user.setCurrentIndex(part.user.findData(USER))
    by_user = {row.by for row in part.rows.rows}
    fewer = part.rows.rowCount()
    part.user.setCurrentIndex(0)
    part.case.setCurrentIndex(part.case.findData(case.reference))

    assert by_user == {USER}
    assert 0 < fewer < everything
    assert {row.case for row in part.rows.rows} == {case.reference}


def test_older_ones_are_offered_where_there_are_any_and_the_count_says_so(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    case = first_case(vault)
    session = reopen(vault)
    exhibits.list_exhibits(session, case.id)
    people.list_persons(session, case.id)
    session.close()
    part = part_of(as_user(desk, qtbot, vault, UserRole.AUDITOR), desk, qtbot)
    everything = part.rows.rowCount()
    whole = (part.more_button.isVisible(), part.count.text())
    monkeypatch.setattr(consultations_model, "PAGE", everything - 1)

    part.reload()
    settle(desk, qtbot)
    newest = (part.more_button.isVisible(), part.count.text())
    for _ in range(everything):
        part.more_button.click()
        settle(desk, qtbot)

    assert everything > 1
    assert whole == (False, f"\u2066{everything}\u2069 of {everything} entries")
    assert newest[0]
    assert "there are older entries" in newest[1]
    assert not part.more_button.isVisible()
    assert part.rows.rowCount() >= everything


def test_that_the_list_was_read_is_written_into_it_and_only_then(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(window.pages.index(window.office))
    settle(desk, qtbot)
    before = window.office.consultations.rows.rowCount()

    part_of(window, desk, qtbot)
    desk.end()

    session = reopen(vault)
    kinds = [look.kind for look in consultations.list_consultations(session)]
    session.close()
    assert before == 0
    assert kinds.count(Consulted.CONSULTATIONS) == 1


def looked_at(vault: Path, before: int) -> set[str]:
    """What the journal tells beyond so many entries."""
    session = reopen(vault)
    found = consultations.list_consultations(session)
    session.close()
    return {look.kind for look in found if look.seq > before}


def entries(vault: Path) -> int:
    session = reopen(vault)
    found = consultations.count_consultations(session)
    session.close()
    return found


RECORDS = {Consulted.TESTIMONY, Consulted.EXHIBIT, Consulted.FILE, Consulted.CUSTODY, Consulted.FINANCE}


@pytest.mark.requirement("SR-19")
def test_who_looks_at_the_office_alone_is_not_said_to_have_looked_at_records(
    desk: AppController, qtbot: QtBot, vault: Path
):
    before = entries(vault)
    window = unlock(desk, qtbot, vault)

    window.go(window.pages.index(window.office))
    settle(desk, qtbot)
    window.model.reload()
    desk.jobs.changed.emit(Topic.OFFICE)
    settle(desk, qtbot)
    desk.end()

    assert not looked_at(vault, before) & RECORDS


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("page", "kind"),
    [("interviews", Consulted.TESTIMONY), ("exhibits", Consulted.EXHIBIT), ("custody", Consulted.CUSTODY)],
)
def test_a_page_that_is_shown_is_a_look_at_what_stands_on_it_and_at_nothing_else(
    desk: AppController, qtbot: QtBot, vault: Path, page: str, kind: Consulted
):
    before = entries(vault)
    window = unlock(desk, qtbot, vault)

    window.go(window.pages.index(getattr(window, page)))
    settle(desk, qtbot)
    desk.end()

    assert looked_at(vault, before) & RECORDS == {kind}


@pytest.mark.requirement("SR-19")
def test_accounts_are_read_when_their_list_is_shown(desk: AppController, qtbot: QtBot, vault: Path):
    before = entries(vault)
    window = unlock(desk, qtbot, vault)
    window.cases.details.sections.open("accounts")
    settle(desk, qtbot)
    shown = len(window.cases.details.lists["accounts"].rows)

    window.cases.details.sections.open("facts")
    settle(desk, qtbot)
    hidden = len(window.cases.details.lists["accounts"].rows)
    desk.end()

    assert shown > hidden == 0
    assert looked_at(vault, before) & RECORDS == {Consulted.FINANCE}


@pytest.mark.requirement("SR-19")
def test_who_leaves_a_page_before_it_is_read_has_seen_no_record_of_it(
    desk: AppController, qtbot: QtBot, vault: Path
):
    before = entries(vault)
    window = unlock(desk, qtbot, vault)

    for page in (window.interviews, window.exhibits, window.office):
        window.go(window.pages.index(page))
    settle(desk, qtbot)
    desk.end()

    assert not looked_at(vault, before) & RECORDS


@pytest.mark.requirement("SR-19")
def test_who_may_not_read_it_sees_no_such_part(desk: AppController, qtbot: QtBot, vault: Path):
    window = as_user(desk, qtbot, vault, UserRole.CLERK)
    tabs = window.office.tabs

    assert not tabs.isTabVisible(tabs.indexOf(window.office.consultations))
