"""The index of the events: each entry that tells a row is found, and the state of the row before an entry."""

from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, case_file, changed, unlock
from thb_desktop.domain.record import Record
from thb_desktop.errors import FormatError, UnrecordedChangeError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tables.told_rows import RowName, row_name
from thb_desktop.vault.told_states import ToldStates


def told(connection: Connection) -> list[tuple[int, RowName, Record]]:
    """Number, row and record of every state in the events."""
    return [
        (seq, row_name(state), state["record"])  # type: ignore[misc]
        for seq, opening in enumerate(chain.openings(connection), start=1)
        for state in Event.parse(opening.payload).states  # type: ignore[union-attr]
    ]


def indexed(connection: Connection) -> set[tuple[str, str, int]]:
    return set(told_rows.rows(connection))


def expected(connection: Connection) -> set[tuple[str, str, int]]:
    return {(row.entity, row.key, seq) for seq, row, _ in told(connection)}


def test_the_index_has_each_row_that_each_event_tells(session: Session):
    cases.open_case(session, case_file(reference="2026/2"))

    assert indexed(session.read) == expected(session.read) != set()


def test_the_index_of_an_older_vault_is_filled_from_its_events(example: Path):
    session = unlock(example, start=NEXT_DAY)
    found, wanted = indexed(session.read), expected(session.read)
    session.close()

    assert found == wanted != set()


@pytest.mark.requirement("SR-17")
def test_a_transaction_that_fails_leaves_nothing_in_the_index(session: Session, small: Small):
    before = indexed(session.read)

    with pytest.raises(UnrecordedChangeError), session.work() as work:
        work.save(case_file(id=work.new_id(), reference="2026/3"))

    assert indexed(session.read) == before


def test_the_state_before_each_entry_is_that_of_a_replay(samples: Session):
    states, last = ToldStates(samples.read), dict[RowName, Record]()
    differing = []

    for seq, row, record in told(samples.read)[:3000]:
        if states.before(row, seq) != last.get(row):
            differing.append((seq, row))
        last[row] = record

    assert last
    assert differing == []


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM told_row WHERE entity = 'official'",
        "UPDATE told_row SET seq = seq + 1000 WHERE entity = 'person'",
        "INSERT INTO told_row VALUES ('office', 'another', 1)",
    ],
)
def test_an_index_that_is_not_what_the_events_tell_is_named(folder: Path, statement: str):
    changed(folder, lambda connection: connection.execute(statement))

    session = unlock(folder, start=NEXT_DAY)
    report = health.check_vault(session)
    session.close()

    assert "tables-differ" in {each.code for each in session.opening.findings}
    assert verdict(report.findings) is Standing.BROKEN
    assert [each.case for each in report.findings if each.code == "tables-differ"] == ["index"]


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("told_sum", ["", "0" * 64])
def test_the_sum_of_a_former_head_is_compared_by_the_health_check(folder: Path, told_sum: str):
    def change(connection: Connection) -> None:
        *_, (size, _), _ = chain.told_sums(connection)
        connection.execute("DROP TRIGGER chain_head_stays")
        connection.execute("UPDATE chain_head SET told_sum = ? WHERE size = ?", (told_sum, size))

    changed(folder, change)

    session = unlock(folder, start=NEXT_DAY)
    report = health.check_vault(session)
    session.close()

    assert [each.case for each in report.findings if each.code == "tables-differ"] == ["index"]


def test_heads_from_before_the_index_have_no_sum(example: Path):
    session = unlock(example, start=NEXT_DAY)
    sums = [text for _, text in chain.told_sums(session.read)]
    session.close()

    assert sums[0] == ""
    assert sums[-1] != ""


def test_an_entry_that_does_not_tell_the_row_that_the_index_claims_is_refused(folder: Path, small: Small):
    changed(folder, lambda connection: connection.execute("UPDATE OR REPLACE told_row SET seq = 1"))
    session = unlock(folder, start=NEXT_DAY)

    with pytest.raises(FormatError):
        ToldStates(session.read).before(RowName("person", small.person.id), 99)

    session.close()


@pytest.mark.parametrize("state", [None, {}, {"entity": "person"}, {"entity": "person", "record": {}}])
def test_what_tells_no_row_has_no_name_in_the_index(state: object):
    with pytest.raises(FormatError):
        row_name(state)
