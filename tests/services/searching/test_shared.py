"""What several sources of a case share: counted, paged, leading to the sources, without what is not read."""

from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.services.searching.test_ads import COLUMNS, TABLE, entered
from tests.services.searching.test_ads import kept as kept_ads
from tests.services.searching.test_links_by_names import add
from tests.services.searching.test_search import colleagues
from tests.support import money
from tests.support.offices import Small, act, copy_of, registered, unlock
from tests.support.vaults import OTHER_PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.identifier_kinds import IdentifierKind as K
from thb_desktop.domain.searching import SearchKind as S
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, exhibit_files, exhibits, leaving, withdrawing
from thb_desktop.services.money import finance
from thb_desktop.services.searching import index, shared
from thb_desktop.vault.tables import noted_identifiers

__all__ = ["colleagues"]

PHONE = "+32 476 12 34 56"
IBAN = "BE68 5390 0754 7034"


def chat(session: Session, small: Small, number: str, *texts: str) -> list[ExhibitFile]:
    """Files of an exhibit whose words are read."""
    held = registered(session, small, number=number)
    files = []
    for at, text in enumerate(texts):
        files.append(
            exhibit_files.add_file(
                session,
                held.id,
                source=BytesIO(text.encode()),
                name=f"chat-{at}.txt",
                media_type="text/plain",
            )
        )
        index.index_text(session, files[-1].id, [text])
    return files


def told(session: Session, small: Small, kind: K | None = None) -> dict[tuple[K, str], int]:
    rows = shared.page_of_shared(session, small.case.id, kind).rows
    return {(each.kind, each.written): each.sources for each in rows}


def sources(session: Session, small: Small, kind: K) -> list[tuple[S, str, str]]:
    (one,) = shared.page_of_shared(session, small.case.id, kind).rows
    found = shared.sources_of(session, small.case.id, one).rows
    return [(each.kind, each.number, each.name) for each in found]


def test_a_number_in_two_files_and_an_object_leads_to_each(session: Session, small: Small):
    chat(session, small, "E-1", "Call 0476/12.34.56 and 0476/12.34.56", f"from {PHONE}", "0470 99 88 77")
    add(session, small, "O-1", "0476123456", v.CaseObjectKind.PHONE)

    assert told(session, small) == {(K.PHONE, PHONE): 3}
    assert sorted(sources(session, small, K.PHONE)) == [
        (S.FILE, "E-1", "chat-0.txt"),
        (S.FILE, "E-1", "chat-1.txt"),
        (S.OBJECT, "O-1", "0476123456"),
    ]


def test_a_number_in_arabic_and_in_thai_digits_is_one(session: Session, small: Small):
    arabic = "\u0631\u0642\u0645\u064a \u0660\u0664\u0667\u0666\u0661\u0662\u0663\u0664\u0665\u0666"
    thai = "\u0e42\u0e17\u0e23 \u0e50\u0e54\u0e57\u0e56-\u0e51\u0e52-\u0e53\u0e54-\u0e55\u0e56"
    chat(session, small, "E-1", arabic, thai, "0476123456")

    assert told(session, small) == {(K.PHONE, "0476123456"): 3}


def test_the_colour_profile_of_two_photographs_is_no_name_that_they_share(session: Session, small: Small):
    curve = "\n #(-27;@EJOTY^chmrw|\n"
    chat(session, small, "E-1", f"{curve} by @mira_liege; @nova", f"{curve} (@mira_liege)", "@nova, 5")

    assert told(session, small) == {(K.HANDLE, "@mira_liege"): 2, (K.HANDLE, "@nova"): 2}


def test_the_dates_of_two_chats_and_two_objects_are_no_numbers_that_they_share(
    session: Session, small: Small
):
    line = f"[05/03/2026 20:15:33] Mira: {PHONE}"
    chat(session, small, "E-1", line, line.replace(PHONE, "ok"), f"2026-03-15 08:00 {PHONE}")
    for number in ("AD-1", "AD-2"):
        add(session, small, number, "Posted 2026-03-15 08:00", v.CaseObjectKind.ONLINE_ADVERT)

    assert told(session, small) == {(K.PHONE, PHONE): 2}


def test_each_kind_is_told_and_chosen_by_itself(session: Session, small: Small):
    chat(
        session,
        small,
        "E-1",
        f"Ana.K@Example.com @anna_k {IBAN}\n4111 1111 1111 1111 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "ana.k@example.com https://t.me/anna_k BE68539007547034\n4111-1111-1111-1111 "
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    )
    finance.add_account(session, money.account(small.case.id))

    found = {kind: count for (kind, _), count in told(session, small).items()}

    assert found == {K.EMAIL: 2, K.HANDLE: 2, K.IBAN: 3, K.CARD: 2, K.WALLET: 2}
    assert list(told(session, small, K.IBAN).values()) == [3]
    assert told(session, small, K.PHONE) == {}


def test_numbers_of_two_countries_are_two(session: Session, small: Small):
    chat(session, small, "E-1", "+32 470 12 34 56", "+33 470 12 34 56")
    assert told(session, small) == {}

    chat(session, small, "E-2", "+33 470 12 34 56")

    assert told(session, small) == {(K.PHONE, "+33 470 12 34 56"): 2}
    assert sorted(sources(session, small, K.PHONE)) == [
        (S.FILE, "E-1", "chat-1.txt"),
        (S.FILE, "E-2", "chat-0.txt"),
    ]


def test_a_plate_counts_as_long_as_a_vehicle_has_it(session: Session, small: Small):
    chat(session, small, "E-1", "Seen: 1-ABC-234", "the car 1 ABC 234 left")
    assert told(session, small) == {}

    car = add(session, small, "O-1", "1-ABC-234", v.CaseObjectKind.VEHICLE)
    found = told(session, small)
    index.discard(session)
    anew = told(session, small)
    corrections.strike_out(session, "case_object", car.id, "Another car")

    assert list(found.values()) == list(anew.values()) == [3]
    assert told(session, small) == {}


def test_a_file_with_a_plate_on_each_page_is_noted_once(session: Session, small: Small):
    (file,) = chat(session, small, "E-1", "1-ABC-234")
    index.index_text(session, file.id, [f"Page {at}: 1-ABC-234" for at in range(30)])
    told(session, small)
    before = session.read.total_changes

    add(session, small, "O-1", "1-ABC-234", v.CaseObjectKind.VEHICLE)

    assert list(told(session, small).values()) == [2]
    assert session.read.total_changes - before < 3_000


@pytest.mark.parametrize(
    "statement",
    [noted_identifiers._MOST_SHARED, noted_identifiers._IN_ORDER, noted_identifiers._IN_ORDER_OF_KIND],
)
def test_a_page_reads_no_identifier_of_one_source_alone(session: Session, statement: str):
    asked = {"case_number": 1, "kind": "PHONE", "value": "", "count": 1, "sources": 5}
    plan = session.read.execute(f"EXPLAIN QUERY PLAN {statement}", asked).fetchall()

    assert ["INDEX search_shared_" in str(row[3]) for row in plan] == [True]


def test_what_was_struck_out_or_withdrawn_does_not_count(session: Session, small: Small, tmp_path: Path):
    _, other = chat(session, small, "E-1", PHONE, "+32476123456")
    (third,) = chat(session, small, "E-2", PHONE)
    assert list(told(session, small).values()) == [3]

    withdrawing.withdraw_file(session, other.id, "Of another case")
    assert list(told(session, small).values()) == [2]
    corrections.strike_out(session, "exhibit", third.exhibit_id, "Registered twice")
    assert told(session, small) == {}
    withdrawing.reinstate_file(session, other.id, "Of this case")
    assert list(told(session, small).values()) == [2]
    index.discard(session)
    assert sources(session, small, K.PHONE) == [
        (S.FILE, "E-1", "chat-0.txt"),
        (S.FILE, "E-1", "chat-1.txt"),
    ]


def test_advertisements_are_of_the_file_from_which_they_were_read(
    session: Session, small: Small, tmp_path: Path
):
    _, file = kept_ads(session, small, tmp_path, {"ads.csv": TABLE.encode()})
    reading = entered(session, file, COLUMNS)
    assert told(session, small) == {}
    chat(session, small, "E-9", "+32470123456")

    found = told(session, small)
    ads.withdraw(session, reading.id, "Wrong columns")

    assert list(found.values()) == [2]
    assert told(session, small) == {}


def test_pages_follow_each_other_the_most_shared_first(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    numbers = [f"+32 476 12 34 {at:02}" for at in range(9)]
    chat(session, small, "E-1", " ; ".join(numbers), " ; ".join(numbers), " ; ".join(numbers[4:6]))
    monkeypatch.setattr(shared, "_AT_ONCE", 4)

    first = shared.page_of_shared(session, small.case.id, count=5)
    second = shared.page_of_shared(session, small.case.id, after=first.after, count=5)

    written = [each.written for each in (*first.rows, *second.rows)]
    assert [each.sources for each in first.rows] == [3, 3, 2, 2, 2]
    assert sorted(written) == numbers
    assert (len(second.rows), second.after) == (4, None)
    (most, *_) = first.rows
    part = shared.sources_of(session, small.case.id, most, count=2)
    rest = shared.sources_of(session, small.case.id, most, after=part.after, count=2)
    assert [each.name for each in (*part.rows, *rest.rows)] == ["chat-0.txt", "chat-1.txt", "chat-2.txt"]


def test_what_a_user_may_not_read_is_neither_shown_nor_counted(colleagues: Path, tmp_path: Path):
    folder = copy_of(colleagues, tmp_path / "o.thbvault")
    with closing(unlock(folder)) as session:
        case_id = session.read.execute("SELECT id FROM case_file").fetchone()[0]
        exhibit_id = session.read.execute("SELECT id FROM exhibit").fetchone()[0]
        kept = exhibits.get_bare_exhibit(session, exhibit_id)
        for number, told in (("E-8", PHONE), ("E-9", f"{PHONE} and ana@example.com")):
            exhibits.register_exhibit(session, replace(kept, number=number, note=told, seal=""), act())
        file = exhibit_files.add_file(
            session, exhibit_id, source=BytesIO(b"x"), name="a.txt", media_type="text/plain"
        )
        index.index_text(session, file.id, [f"{PHONE}, ana@example.com"])
        whole, cut = shared.page_of_shared(session, case_id), shared.leaves_out(session)

    text = f"{OTHER_PASSPHRASE} {v.UserRole.EVIDENCE_CUSTODIAN.lower()}"
    with closing(unlock(folder, text)) as session:
        part, is_part = shared.page_of_shared(session, case_id), shared.leaves_out(session)
        seen = shared.sources_of(session, case_id, part.rows[0])

    assert [(each.kind, each.sources) for each in whole.rows] == [(K.PHONE, 3), (K.EMAIL, 2)]
    assert (cut, is_part) == (False, True)
    assert [(each.kind, each.sources) for each in part.rows] == [(K.PHONE, 2)]
    assert [each.number for each in seen.rows] == ["E-8", "E-9"]


def test_the_text_of_material_of_abuse_in_another_exhibit_does_not_count(session: Session, small: Small):
    chat(session, small, "E-1", PHONE, "from 0476 12 34 56")
    (third,) = chat(session, small, "E-2", f"{PHONE} again")
    barred = registered(session, small, number="E-3")
    leaving.bar_exhibit(session, barred.id, v.BarKind.ABUSE_MATERIAL, "Seen by the unit")
    assert list(told(session, small).values()) == [3]

    exhibit_files.add_file(
        session, barred.id, source=BytesIO(PHONE.encode()), name="a.txt", media_type="text/plain"
    )

    assert list(told(session, small).values()) == [2]
    assert sources(session, small, K.PHONE) == [
        (S.FILE, "E-1", "chat-1.txt"),
        (S.FILE, "E-2", third.name),
    ]


def test_what_a_row_had_goes_with_it(session: Session, small: Small):
    entry = add(session, small, "O-1", PHONE, v.CaseObjectKind.PHONE)
    chat(session, small, "E-1", PHONE)
    assert len(told(session, small)) == 1

    corrections.correct(session, replace(entry, label="+32 476 00 00 00"), "Misread")

    assert told(session, small) == {}
    count = session.read.execute("SELECT count(*) FROM search_shared").fetchone()[0]
    assert count == 2
    index.discard(session)
    for table in noted_identifiers.CLEAR:
        name = table.removeprefix("DELETE FROM ")
        assert session.read.execute(" ".join(("SELECT count(*) FROM", name))).fetchone()[0] == 0
