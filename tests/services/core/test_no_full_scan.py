"""No statement of a normal act reads a whole table that grows with a case: it costs the same at any size.

The plans of SQLite say so, without any measurement of time: each statement that a session executes, and each
query in a trigger.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.searching.test_ad_pictures import coded, drawn
from tests.support import money
from tests.support.offices import Small, act, exhibit, held_interview
from tests.support.stays import a_place, a_stay
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.links import Thing
from thb_desktop.domain.money_flow import FlowFilter
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, custody, exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.money import finance, money_flow
from thb_desktop.services.money.money_told import money_told
from thb_desktop.services.persons import people, stays
from thb_desktop.services.searching import ad_groups, ad_pictures, links, shared
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.services.testimony.records import get_interview
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.vault.database import Connection
from thb_desktop.vault.safeguards import allow_writing, forbid_writing
from thb_desktop.vault.tables import money_lists

SMALL = {
    *(
        "office",
        "restoration",
        "user",
        "compartment_version",
        "compartment_grant",
        "compartment_key",
        "handover",
    ),
    *("signing_identity", "case_file", "private_key", "user_slot", "identity_key", "sealed_secret"),
    "office_pack",
}
"""Tables of the office itself, which do not grow with its cases."""
WHOLE = re.compile(r"^SCAN (\w+)\b(?! VIRTUAL TABLE INDEX \d+:.*M)")
"""A search (MATCH) is answered from its index."""
TRIGGER = re.compile(r"\bWHEN\b(?P<when>.*?)\bBEGIN\b(?P<body>.*)\bEND$", re.DOTALL)
UNCONDITIONAL = re.compile(r"\bBEGIN\b(?P<body>.*)\bEND$", re.DOTALL)


@contextmanager
def statements(connection: Connection) -> Iterator[set[str]]:
    """Collect the statements that are executed within."""
    found: set[str] = set()
    connection.set_trace_callback(found.add)
    try:
        yield found
    finally:
        connection.set_trace_callback(None)


def tables_of(connection: Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row[0] for row in rows if not row[0].startswith(("code_", "sqlite_"))} - SMALL


def scans(connection: Connection, statement: str) -> set[str]:
    """The growing tables of which a statement reads every row."""
    allow_writing(connection)
    try:
        plan = connection.execute("EXPLAIN QUERY PLAN " + statement).fetchall()
    finally:
        forbid_writing(connection)
    if (
        " LIMIT " in statement
        and " WHERE " not in statement
        and "TEMP B-TREE" not in str([*map(tuple, plan)])
    ):
        return set()  # it stops after some rows, in the order of the key
    read = {found[1] for row in plan if (found := WHOLE.match(str(row["detail"])))}
    return read & tables_of(connection)


def queries_of(trigger: str) -> Iterator[str]:
    """The condition of a trigger and its statements, with a value instead of the new and the old row."""
    found = TRIGGER.search(trigger) or UNCONDITIONAL.search(trigger)
    assert found is not None
    parts = found.groupdict()
    if "when" in parts:
        yield _with_values(f"SELECT 1 WHERE {parts['when']}")
    for statement in parts["body"].split(";"):
        if statement.strip() and "RAISE" not in statement:
            yield _with_values(statement)


def _with_values(sql: str) -> str:
    return re.sub(r"\b(NEW|OLD)\.\w+", "'x'", sql)


def writing(session: Session, small: Small) -> None:
    """What is entered all day."""
    held = exhibits.register_exhibit(session, exhibit(small, seal="BE-77"), act())
    custody.record_custody_event(session, held.id, act(v.CustodyAction.EXAMINED))
    custody.record_custody_event(session, held.id, act(v.CustodyAction.SEALED, seal="BE-78"))
    corrections.correct(session, replace(held, description="Black"), "Seen again")
    interview = held_interview(session, small)
    turns: list[SegmentId] = []
    for _ in range(3):
        turn = segments.add_segment(
            session,
            interview.id,
            speaker=v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.ANSWER,
            language="ro",
            source_text="Da, am spus.",
            capture=v.SourceCapture.TYPED_LIVE,
            renderings=(
                NewRendering(language="fr", text="Oui", kind=v.RenderingKind.RENDITION, author_id=None),
            ),
            before=turns[0] if turns else None,
        )
        turns.append(turn.id)
    segments.move_segment(session, turns[0], before=turns[1])
    segments.split_segment(session, turns[2], at=3)
    segments.strike_segment(session, turns[1], "Twice")
    account = finance.add_account(session, money.account(small.case.id, number="BK-7"))
    statement = finance.add_statement(session, money.statement(small.case.id, account.id))
    row = money.transaction(small.case.id, from_account_id=account.id, statement_id=statement.id)
    finance.add_transaction(session, row)
    leg = finance.add_hand_over(session, money.hand_over(small.case.id))
    finance.add_transfer(session, money.transfer(small.case.id, leg.id))
    finance.add_attribution(session, money.attribution(small.case.id, account.id))
    finance.add_pay_figure(session, money.pay_figure(small.case.id, small.person.id))
    place = cases.add_object(session, a_place(small.case.id, number="AD-7"))
    stays.add_stay(session, a_stay(small.case.id, small.person.id, place.id))


def reading_ads(session: Session, small: Small, folder: Path) -> None:
    """A file that is read into advertisements, which are listed, compared, withdrawn and read again."""
    held = exhibits.register_exhibit(session, exhibit(small, number="E-90", seal="BE-90"), act())
    path = folder / "ads.csv"
    words = " ".join(map(str, range(1, 20)))
    rows = (f"{words};+32 470 12 34 56;{number}.jpg\n" for number in (1, 2, 2))
    path.write_text(f"Text;Phone;Pictures\n{''.join(rows)}", "utf-8")
    pictures = [folder / "1.jpg", folder / "2.jpg"]
    for number, each in enumerate(pictures):
        each.write_bytes(coded(drawn(1), quality=50 + number))
    new = [NewFile(source=each, name=each.name, media_type="image/jpeg") for each in (path, *pictures)]
    file, *_ = add_files(session, held.id, new)
    columns = AdColumns(delimiter=";", text="Text", phones="Phone", pictures="Pictures")
    for _ in range(2):
        with closing(ads.open_ads(session, file.id)) as opened:
            read = ads.enter(session, opened.read(columns))
        ads.page_of_ads(session, small.case.id)
        ads.list_readings(session, small.case.id)
        ad_pictures.mark_pictures(lambda work: work(session), small.case.id)
        for group in ad_groups.list_groups(session, small.case.id).groups:
            ads.page_of_named(session, small.case.id, group.ads)
        ads.withdraw(session, read.id, "Again")


def reading(session: Session, small: Small) -> None:
    """What is looked at all day."""
    case_id = small.case.id
    cases.list_cases(session)
    page = exhibits.page_of_exhibits(session, case_id, count=1)
    exhibits.page_of_exhibits(session, case_id, count=1, after=page.after)
    custody.page_of_events(session, case_id, count=1)
    exhibits.get_exhibit(session, page.rows[0].exhibit.id)
    people.list_officials(session, case_id)
    people.list_persons(session, case_id)
    objects = cases.page_of_objects(session, case_id, count=1)
    cases.page_of_objects(session, case_id, count=1, after=objects.after)
    places = cases.page_of_places(session, case_id, count=1)
    cases.page_of_places(session, case_id, after=places.after)
    cases.places_of_stays(session, case_id)
    interviews.list_numbers(session, case_id)
    corrections.list_corrections(session, page.rows[0].exhibit.id)
    transactions = finance.page_of_transactions(session, case_id, count=1)
    finance.page_of_transactions(session, case_id, count=1, after=transactions.after)
    named = finance.list_named(session, case_id)
    finance.check_statement_of(session, named["bank_statement"][0].id)
    money_told(session, case_id)
    money_lists.transactions_called(session.read, case_id, ["R-1"])
    money_lists.statements_of_file(session.read, case_id, "0" * 64)
    seen = money_flow.money_flow_of(session, case_id, most=1)
    money_flow.money_flow_of(session, case_id, FlowFilter(person_id=small.person.id, since=date(2026, 1, 1)))
    for flow in seen.flows:
        money_flow.entries_of_flow(session, case_id, flow, count=1)
    first = page.rows[0].exhibit.id
    for kind, key in (("person", small.person.id), ("exhibit", first), ("account", named["account"][0].id)):
        links.links_of(session, case_id, Thing(kind, key))
    for kind in (None, IdentifierKind.PHONE):
        several = shared.page_of_shared(session, case_id, kind, count=1)
        shared.page_of_shared(session, case_id, kind, after=("1", "PHONE 0"), count=1)
    for one in several.rows:
        shared.sources_of(session, case_id, one, count=1)
    interviews.list_languages(session, case_id)
    for listed in interviews.list_interviews(session, case_id):
        get_interview(session, listed.interview.id)
        interviews.check_interview(session, listed.interview.id)
    extract_of(session, [page.rows[0].exhibit.id])
    chronology_of(session, case_id)
    chronology_of(session, case_id, most=0)


@pytest.mark.parametrize("acts", [writing, reading])
def test_no_statement_reads_a_whole_table_that_grows(
    session: Session, small: Small, acts: Callable[[Session, Small], None]
):
    if acts is reading:
        writing(session, small)

    with statements(session.read) as found:
        acts(session, small)

    # Of an INSERT, a plan names only tables that refer to the new row: they are read while a deferred
    # constraint is violated, and none is here.
    told = {each for each in found if re.match(r"\s*(SELECT|UPDATE|DELETE|WITH)\b", each)}
    whole = {each: tables for each in told if (tables := scans(session.read, each))}
    assert len(told) > 20
    assert whole == {}


def test_advertisements_are_read_and_compared_without_reading_a_whole_table(
    session: Session, small: Small, tmp_path: Path
):
    with statements(session.read) as found:
        reading_ads(session, small, tmp_path)

    told = {each for each in found if re.match(r"\s*(SELECT|UPDATE|DELETE|WITH)\b", each)}
    assert len(told) > 20
    assert {each: tables for each in told if (tables := scans(session.read, each))} == {}


def test_no_trigger_reads_a_whole_table_that_grows(session: Session):
    triggers = session.read.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()

    whole = {
        (name, query): tables
        for name, sql in (tuple(row) for row in triggers)
        for query in queries_of(sql)
        if (tables := scans(session.read, query))
    }

    assert len(triggers) > 100
    assert whole == {}
