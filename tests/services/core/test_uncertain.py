"""After a medium failed: nothing is written upon what may or may not be there, and no journal gets a gap."""

from collections.abc import Callable

import pytest

from tests.support.offices import Small, case_file
from thb_desktop.errors import ChangeUncertainError, StorageError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import people
from thb_desktop.vault import safeguards
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.chain import CONSULTATIONS


@pytest.fixture
def fails_once(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let the medium refuse the next transaction, at its last step."""

    def arrange(refusal: Exception) -> None:
        commit = safeguards._commit

        def failing(connection: object) -> None:
            monkeypatch.setattr(safeguards, "_commit", commit)
            raise refusal

        monkeypatch.setattr(safeguards, "_commit", failing)

    return arrange


def look(session: Session, small: Small) -> None:
    people.list_persons(session, small.case.id)


def write(session: Session, _: Small) -> None:
    cases.open_case(session, case_file(reference="2026/8"))


@pytest.mark.requirement("SR-41")
@pytest.mark.parametrize("first", [write, look])
def test_after_a_change_that_may_be_there_nothing_more_is_written(
    session: Session, small: Small, fails_once: Callable[[Exception], None], first: Callable[..., None]
):
    fails_once(ChangeUncertainError("the medium failed"))

    with pytest.raises(ChangeUncertainError):
        first(session, small)

    with pytest.raises(ChangeUncertainError, match="unlock it"):
        cases.open_case(session, case_file(reference="2026/9"))


@pytest.mark.requirement("SR-41")
def test_a_look_that_could_not_be_written_leaves_no_gap_in_its_journal(
    session: Session, small: Small, fails_once: Callable[[Exception], None]
):
    look(session, small)
    fails_once(StorageError("the medium failed"))

    with pytest.raises(StorageError):
        people.get_person(session, small.person.id)
    people.get_person(session, small.person.id)

    told = [signed.parsed() for signed in chain.entries(session.read, CONSULTATIONS)]
    assert [(entry.seq, entry.action) for entry in told] == [(1, "CASE"), (2, "PERSON")]
    found = health.check_vault(session).findings
    assert {each.standing for each in found if each.code.startswith("consultations")} == {Standing.HOLDS}
