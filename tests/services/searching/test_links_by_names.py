"""Links by what is written in two places: e-mail addresses, handles, wallets, IBANs, cards, IP addresses and
the plates of vehicles.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.case_file.test_ways_in import SEIZED
from tests.services.searching.test_ads import entered, kept
from tests.support import money
from tests.support.offices import Small, exhibit
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ads import AdGroupKind
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.domain.ids import CaseObjectId, RowId
from thb_desktop.domain.links import IDENTIFIER, Links, Thing
from thb_desktop.errors import ValueRefusedError
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, descriptions, exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.searching import ad_groups, links_written
from thb_desktop.services.searching.links import links_of
from thb_desktop.services.searching.search import search

WALLET = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
IBAN = "BE68 5390 0754 7034"


def add(
    session: Session, small: Small, number: str, label: str, kind: v.CaseObjectKind = v.CaseObjectKind.ADDRESS
) -> CaseObject:
    entry = CaseObject(id=CaseObjectId(""), case_id=small.case.id, kind=kind, number=number, label=label)
    return cases.add_object(session, entry)


def beyond(found: Links) -> Iterator[tuple[str, Thing]]:
    """Return what is linked with the thing through something that is written, and through what."""
    return ((each.one.key, each.other) for each in found.links if each.one.kind == IDENTIFIER)


@pytest.mark.parametrize(
    ("here", "there", "key"),
    [
        ("Wrote from Ana.K@Example.com", "mail to ana.k@example.com, twice", "Ana.K@Example.com"),
        ("Is @Anna_K there", "https://t.me/anna_k", "@Anna_K"),
        (f"Paid to {WALLET}", f"wallet {WALLET} of the agency", WALLET),
        (f"IBAN {IBAN}", "to BE68539007547034", IBAN),
        ("card 4111 1111 1111 1111", "4111-1111-1111-1111", "4111 1111 1111 1111"),
        ("logged in from 203.0.113.7", "IP 203.0.113.7 on that day", "203.0.113.7"),
        ("from 2001:db8:0:0::7", "2001:DB8::7", "2001:db8:0:0::7"),
    ],
)
def test_what_is_written_in_two_places_links_them(
    session: Session, small: Small, here: str, there: str, key: str
):
    first, second = add(session, small, "A-1", here), add(session, small, "A-2", there)

    found = links_of(session, small.case.id, Thing("case_object", first.id))
    begun = links_of(session, small.case.id, Thing(IDENTIFIER, key))

    assert list(beyond(found)) == [(key, Thing("case_object", second.id))]
    assert {each.other.key for each in begun.links} == {first.id, second.id}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Is @anna there", "Anna came at noon"),
        ("ana.k@example.com", "ana k example com"),
        ("ana.k@example.com", "ana.k@example.org"),
        ("from 203.0.113.7", "on 203,0 113 7"),
    ],
)
def test_the_words_of_a_name_link_nothing(session: Session, small: Small, here: str, there: str):
    first = add(session, small, "A-1", here)
    add(session, small, "A-2", there)

    assert links_of(session, small.case.id, Thing("case_object", first.id)).links == ()


def test_a_search_finds_a_name_by_its_words_too(session: Session, small: Small):
    first = add(session, small, "A-1", "Profile Anna_K of the site")
    second = add(session, small, "A-2", "instagram.com/anna_k")

    assert {each.id for each in search(session, "@Anna_K").hits} == {first.id, second.id}


def test_a_plate_links_where_a_vehicle_of_the_case_has_it(session: Session, small: Small):
    van = add(session, small, "VEH-1", "Van 1-ABC-234", v.CaseObjectKind.VEHICLE)
    seen = add(session, small, "A-1", "Parked there: 1ABC234 and 1 ABC 234")
    other = add(session, small, "A-2", "Two 2-XYZ-987 and file EX-0007")
    add(session, small, "A-3", "2-XYZ-987, EX-0007")

    of_van = list(beyond(links_of(session, small.case.id, Thing("case_object", van.id))))
    of_seen = list(beyond(links_of(session, small.case.id, Thing("case_object", seen.id))))

    assert of_van == [("1-ABC-234", Thing("case_object", seen.id))]
    assert [each for _, each in of_seen] == [Thing("case_object", van.id)]
    assert links_of(session, small.case.id, Thing("case_object", other.id)).links == ()


def test_a_plate_is_found_behind_one_that_is_written_often_and_only_plates_are_counted(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(links_written, "_PLATES", 3)
    van = add(session, small, "VEH-1", "Van 1-ABC-234", v.CaseObjectKind.VEHICLE)
    seen = add(session, small, "A-1", "EX-0007, " * 5 + "1ABC 234, EX-0008, EX-0009, EX-0010")

    found = links_of(session, small.case.id, Thing("case_object", seen.id))

    assert [each for _, each in beyond(found)] == [Thing("case_object", van.id)]
    assert found.not_followed == 0


def test_an_object_and_a_capture_that_hold_a_handle_need_no_sign_before_it(session: Session, small: Small):
    name = add(session, small, "H-1", "anna_k", v.CaseObjectKind.HANDLE)
    said = add(session, small, "A-1", "She wrote as @Anna_K")
    captured = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    capture = OnlineCapture(
        id=RowId(""),
        case_id=small.case.id,
        exhibit_id=captured.id,
        requested_url="https://ads.example/1",
        captured_at=datetime(2025, 3, 4, 9, 0, tzinfo=UTC),
        account="anna_k (10042)",
    )
    descriptions.describe_capture(session, capture)

    of_name = set(beyond(links_of(session, small.case.id, Thing("case_object", name.id))))
    of_capture = set(beyond(links_of(session, small.case.id, Thing("exhibit", captured.id))))

    there = {name.id: Thing("case_object", name.id), captured.id: Thing("exhibit", captured.id)}
    assert of_name == {("@anna_k", Thing("case_object", said.id)), ("@anna_k", there[captured.id])}
    assert of_capture == {("@anna_k", Thing("case_object", said.id)), ("@anna_k", there[name.id])}


def test_the_wallet_of_an_account_leads_to_where_it_is_written(session: Session, small: Small):
    wallet = replace(
        money.account(small.case.id, number="W-1"),
        kind=v.AccountKind.CRYPTO_SELF,
        identifier=WALLET,
        network="tron",
    )
    account = finance.add_account(session, wallet)
    said = add(session, small, "A-1", f"Pay to {WALLET}")

    found = list(beyond(links_of(session, small.case.id, Thing("account", account.id))))

    assert found == [(WALLET, Thing("case_object", said.id))]


def test_what_is_no_number_and_no_name_is_refused(session: Session, small: Small):
    for words in ("Anna", "@1", "a@b"):
        with pytest.raises(ValueRefusedError):
            links_of(session, small.case.id, Thing(IDENTIFIER, words))


def test_advertisements_share_what_is_written_in_them(session: Session, small: Small, tmp_path: Path):
    one = f"Ana, ana.k@example.com or @Ana_K, {IBAN}, {WALLET}, card 4111 1111 1111 1111, from 203.0.113.7"
    other = f"ANA.K@EXAMPLE.COM; t.me/ana_k; BE68539007547034; {WALLET}; 4111111111111111; 203.0.113.7"
    rows = f'Text\n"{one}"\n"{other}"\n"Call 203.0.113.8"\n'
    held, file = kept(session, small, tmp_path, {"ads.csv": rows.encode()})
    entered(session, file, AdColumns(delimiter=",", text="Text"))
    first, second, third = ads.page_of_ads(session, small.case.id).rows

    groups = ad_groups.list_groups(session, small.case.id).groups
    linked = links_of(session, small.case.id, Thing("exhibit", held.id))
    place = add(session, small, "A-1", "Booked by ana.k@example.com")
    after = links_of(session, small.case.id, Thing("exhibit", held.id))

    assert {each.kind: each.shared for each in groups} == {
        AdGroupKind.EMAIL: "ana.k@example.com",
        AdGroupKind.HANDLE: "@Ana_K",
        AdGroupKind.WALLET: WALLET,
        AdGroupKind.IBAN: IBAN,
        AdGroupKind.CARD: "4111 1111 1111 1111",
        AdGroupKind.IP: "203.0.113.7",
    }
    assert {each.ads for each in groups} == {(first.id, second.id)}
    assert third.text == "Call 203.0.113.8"
    assert list(beyond(linked)) == []
    assert ("ana.k@example.com", Thing("case_object", place.id)) in [
        (key.lower(), thing) for key, thing in beyond(after)
    ]
