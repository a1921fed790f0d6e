"""What lies beside the rows follows from them: counts, orders and the nodes of the tree."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.offices import Small, act, by_hand, changed, copy_of, exhibit, unlock
from thb_desktop.findings import Standing
from thb_desktop.ledger.tree import Frontier
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping import health
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.database import Connection, connect_in_memory, load_migrations, take_steps
from thb_desktop.vault.tables import chain, nodes, registry

NUMBERS = st.lists(st.text("E-0123456789a/. ", min_size=1, max_size=8), unique=True, max_size=30)
EXHIBIT = """
    INSERT INTO exhibit (id, case_id, number, kind, titles, source, collected_at, collected_by, root_id, seal)
    VALUES (:number, 'case', :number, 'DOCUMENT', '[]', '', '', '', :number, '')
"""
PLACES = "SELECT number FROM exhibit_order WHERE case_id = 'case' ORDER BY place, number"


@pytest.fixture(scope="module")
def scratch() -> Iterator[Connection]:
    with closing(connect_in_memory()) as connection:
        take_steps(connection, load_migrations())
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


def natural(number: str) -> tuple[tuple[tuple[str, int], ...], str]:
    """As people sort: digits by their value, of equal numbers the one that comes first as text."""
    parts = re.findall(r"([^0-9]*)([0-9]*)", number)
    return tuple((letters, int(digits or -1)) for letters, digits in parts), number


@given(numbers=NUMBERS)
def test_exhibits_are_in_the_order_in_which_people_count(scratch: Connection, numbers: list[str]):
    scratch.execute("BEGIN")

    scratch.executemany(EXHIBIT, [{"number": number} for number in numbers])
    found = [row[0] for row in scratch.execute(PLACES)]
    scratch.execute("ROLLBACK")

    assert found == sorted(numbers, key=natural)


def test_a_corrected_number_has_its_new_place(scratch: Connection):
    scratch.execute("BEGIN")
    scratch.executemany(EXHIBIT, [{"number": number} for number in ("E-1", "E-2", "E-10")])

    scratch.execute("UPDATE exhibit SET number = 'E-11' WHERE number = 'E-1'")
    found = [row[0] for row in scratch.execute(PLACES)]
    scratch.execute("ROLLBACK")

    assert found == ["E-2", "E-10", "E-11"]


def test_what_is_counted_is_what_the_rows_are(read_samples: Session):
    read = read_samples.read
    for summary in cases.list_cases(read_samples):
        case_id = summary.case.id
        held = {each.id for each in registry.EXHIBIT.where(read, "case_id", case_id)}
        events = [each for each in registry.CUSTODY_EVENT.all(read) if each.exhibit_id in held]
        heard = registry.INTERVIEW.where(read, "case_id", case_id)
        turns = {each.id: registry.SEGMENT.where(read, "interview_id", each.id) for each in heard}
        said = {
            rendering.language
            for segments in turns.values()
            for segment in segments
            for rendering in registry.RENDERING.where(read, "segment_id", segment.id)
        }

        assert (summary.interviews, summary.exhibits, summary.events) == (len(heard), len(held), len(events))
        assert interviews.list_languages(read_samples, case_id) == tuple(sorted(said))
        listed = interviews.list_interviews(read_samples, case_id)
        assert {each.interview.id: each.segments for each in listed} == {
            interview: len(segments) for interview, segments in turns.items()
        }


def test_pages_of_exhibits_are_the_whole_list_in_pieces(read_samples: Session):
    for case in registry.CASE_FILE.all(read_samples.read):
        whole = exhibits.list_exhibits(read_samples, case.id)

        pages, after = [exhibits.page_of_exhibits(read_samples, case.id, count=3)], None
        while (after := pages[-1].after) is not None:
            pages.append(exhibits.page_of_exhibits(read_samples, case.id, after=after, count=3))

        assert [row for page in pages for row in page.rows] == list(whole)
        assert all(len(page.rows) <= 3 for page in pages)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE case_tally SET events = events + 1", "case_tally"),
        ("DELETE FROM interview_tally", "interview_tally"),
        ("INSERT INTO interview_language SELECT id, 'xx' FROM interview LIMIT 1", "interview_language"),
        ("UPDATE file_tally SET size = 0", "file_tally"),
        ("UPDATE exhibit_order SET place = 'Z' || place", "exhibit_order"),
        ("UPDATE custody_hour SET hour = '2019' || substr(hour, 5)", "custody_hour"),
        ("DELETE FROM custody_hour", "custody_hour"),
        ("UPDATE chain_node SET hash = zeroblob(32) WHERE place = 3", "chain_node"),
        ("DELETE FROM chain_head WHERE size = (SELECT min(size) FROM chain_head)", "chain_head"),
        ("DELETE FROM chain_head WHERE size < (SELECT max(size) FROM chain_head)", "chain_head"),
    ],
)
def test_what_was_changed_beside_the_rows_is_named_by_the_health_check(
    sample_office: Path, tmp_path: Path, statement: str, table: str
):
    folder = copy_of(sample_office, tmp_path / "office.thbvault")

    def change(connection: Connection) -> None:
        for trigger in ("chain_node_stays", "chain_head_is_kept", "consultation_head_is_kept"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)

    changed(folder, change)
    with closing(unlock(folder)) as session:
        found = health.check_vault(session).findings

    told = [finding for finding in found if finding.standing is Standing.BROKEN]
    assert [(finding.code, finding.values.get("table")) for finding in told] == [("tables-differ", table)]


def test_every_entry_keeps_the_nodes_that_it_completes(read_samples: Session):
    frontier = Frontier()
    for signed in chain.entries(read_samples.read):
        frontier = frontier.appended(signed.leaf_hash)

    assert nodes.are_right(read_samples.read)
    assert nodes.tree(read_samples.read, frontier.size).root == frontier.root


def test_a_proof_of_changed_nodes_is_made_from_the_entries_instead(session: Session, small: Small):
    held = exhibits.register_exhibit(session, exhibit(small), act())
    before = extract_of(session, [held.id]).data
    with by_hand(session) as connection:
        connection.execute("DROP TRIGGER chain_node_stays")
        connection.execute("UPDATE chain_node SET hash = zeroblob(32)")

    after = extract_of(session, [held.id]).data

    assert not nodes.are_right(session.read)
    assert after == before


def test_nodes_that_a_migration_left_out_are_made_with_the_next_entry(session: Session, small: Small):
    with by_hand(session) as connection:
        connection.execute("DROP TRIGGER chain_node_is_kept")
        connection.execute("DELETE FROM chain_node WHERE place > 1")
    assert not nodes.are_right(session.read)

    exhibits.register_exhibit(session, exhibit(small), act())

    assert nodes.are_right(session.read)
