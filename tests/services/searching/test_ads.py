"""Advertisements: read from a table or a capture, entered with their place, withdrawn and read again."""

import hashlib
import io
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.offices import Small, act, by_hand, exhibit
from tests.support.second_person import ALONE
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ads import AdGroupKind, AdReading
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.links import Thing
from thb_desktop.exchange.ads import AdColumns, picture_names
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, custody, exhibits, leaving
from thb_desktop.services.evidence.ad_files import AdsRead
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.office import consultations
from thb_desktop.services.searching import ad_groups
from thb_desktop.services.searching.links import links_of
from thb_desktop.services.searching.search import search
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain

COLUMNS = AdColumns(
    delimiter=";", number="Id", url="Link", title="Title", text="Text", phones="Phone", price="Price",
    location="City", posted="Posted", pictures="Pictures", platform_of_all="quoka.example",
)  # fmt: skip
BODY = (
    "New in town, discreet and warm, come and see me in my private flat near the station every day until late"
)
TABLE = f"""\ufeffId;Title;Text;Phone;Price;City;Posted;Link;Pictures
1;Luna;"{BODY}
call now";+32 470 12 34 56;100 / 150;Liège;2026-01-02 10:00;https://q.example/1;a.jpg, b.jpg
2;Mia;{BODY.upper()} call now;0470 123456;120;Namur;3 Jan;https://q.example/2;b.jpg
;;;;;;;;
3;Ana;Something else;+33 470 12 34 56;;Lille;;https://q.example/3;
4;;;;;;;;
;;;;;;;;
"""
PAGE = """<html><head><title>Luna</title><meta property="og:image" content="/p/1.jpg"></head>
<body><h1>Luna</h1><p>{text}</p><img src="../p/1.jpg"><img src="data:image/gif;base64,R0"></body></html>"""
PICTURE = b"\xff\xd8\xff\xe0 a picture"


def kept(session: Session, small: Small, folder: Path, files: dict[str, bytes]) -> tuple[Exhibit, FileId]:
    """An exhibit with these files, and the first of them."""
    held = exhibits.register_exhibit(
        session, exhibit(small, number=f"E-{len(files)}-{len(str(files))}"), act()
    )
    new = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        new.append(NewFile(source=folder / name, name=name, media_type="text/plain"))
    return held, add_files(session, held.id, new)[0].id


def seen(session: Session, file: FileId, columns: AdColumns | None) -> AdsRead:
    with closing(ads.open_ads(session, file)) as opened:
        return opened.read(columns)


def titles(session: Session, file: FileId) -> tuple[str, ...]:
    with closing(ads.open_ads(session, file)) as opened:
        return opened.titles(";")


def entered(session: Session, file: FileId, columns: AdColumns | None) -> AdReading:
    return ads.enter(session, seen(session, file, columns))


def answer(url: str, media_type: str, body: bytes) -> bytes:
    """A record of a WARC with what a server answered."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: " + media_type.encode() + b"\r\n\r\n" + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T10:00:00Z\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def wacz(*records: bytes, pages: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc", b"".join(records))
        archive.writestr("pages/pages.jsonl", pages)
    return target.getvalue()


def test_each_row_of_a_table_becomes_an_advertisement_with_its_place(
    session: Session, small: Small, tmp_path: Path
):
    files = {"ads.csv": TABLE.encode(), "b.jpg": PICTURE}
    held, file = kept(session, small, tmp_path, files)

    looked_at = seen(session, file, COLUMNS)
    reading = ads.enter(session, looked_at)

    first, second, third, fourth = ads.page_of_ads(session, small.case.id).rows
    assert titles(session, file)[:3] == ("Id", "Title", "Text")
    assert (looked_at.count, reading.count) == (4, 4)
    assert (first.place, second.place, third.place, fourth.place) == ("2", "4", "6", "7")
    assert (first.text, first.phones, first.price) == (f"{BODY}\ncall now", "+32 470 12 34 56", "100 / 150")
    assert (first.platform, first.posted, first.number) == ("quoka.example", "2026-01-02 10:00", "1")
    assert first.pictures == (("a.jpg", ""), ("b.jpg", hashlib.sha256(PICTURE).hexdigest()))
    assert {each.exhibit_id for each in (first, second, third, fourth)} == {held.id}
    assert dict(reading.mapping)["text"] == "Text"
    assert chain.entries_of(session.read, reading.id)[-1].parsed().action == "ADS_READ"
    assert rebuild(session.read).differing == ()


@pytest.mark.parametrize("asks_titles", [True, False])
def test_who_looks_at_a_file_for_its_advertisements_has_consulted_it(
    session: Session, small: Small, tmp_path: Path, asks_titles: bool
):
    _, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode()})

    if asks_titles:
        titles(session, file)
    else:
        seen(session, file, COLUMNS)

    told = [(each.kind, each.subject) for each in consultations.list_consultations(session)]
    assert (Consulted.FILE, file) in told


def test_a_row_in_which_the_chosen_columns_have_nothing_is_kept_with_its_place(
    session: Session, small: Small, tmp_path: Path
):
    _, file = kept(session, small, tmp_path, {"ads.csv": b"Text;Note\nOne;\n;only a note\nTwo\x07;\n"})

    reading = entered(session, file, AdColumns(delimiter=";", text="Text"))

    assert reading.unread == (("3", " | only a note"),)
    assert [each.text for each in ads.page_of_ads(session, small.case.id).rows] == ["One", "Two\ufffd"]


def test_the_same_number_text_and_picture_make_groups_that_lead_to_their_rows(
    session: Session, small: Small, tmp_path: Path
):
    _, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode(), "b.jpg": PICTURE})
    entered(session, file, COLUMNS)
    first, second, third, _ = ads.page_of_ads(session, small.case.id).rows

    found = ad_groups.list_groups(session, small.case.id)

    told = {(each.kind, each.shared): each.ads for each in found.groups}
    assert (found.done, found.total) == (4, 4)
    assert told == {
        (AdGroupKind.PHONE, "+32 470 12 34 56"): (first.id, second.id),
        (AdGroupKind.PHONE, "0470 123456"): (second.id, third.id),
        (AdGroupKind.TEXT, BODY[:80]): (first.id, second.id),
        (AdGroupKind.PICTURE, "b.jpg"): (first.id, second.id),
    }
    assert ads.page_of_named(session, small.case.id, (third.id,)).rows == (third,)


def test_texts_that_are_alike_are_told_with_their_percentage(session: Session, small: Small, tmp_path: Path):
    rows = [
        "Text",
        BODY,
        BODY.replace("private", "quiet"),
        "Another text of ten words that is like none of the rest",
    ]
    _, file = kept(session, small, tmp_path, {"ads.csv": "\n".join(rows).encode()})
    entered(session, file, AdColumns(delimiter="tab", text="Text"))
    first, second, _ = ads.page_of_ads(session, small.case.id).rows

    (group,) = ad_groups.list_groups(session, small.case.id).groups

    assert (group.kind, group.ads, group.alike) == (AdGroupKind.ALIKE, (first.id, second.id), (72, 72))


def test_the_pages_of_a_capture_become_advertisements_with_the_digests_of_their_pictures(
    session: Session, small: Small, tmp_path: Path
):
    page = PAGE.format(text="Call +32 470 12 34 56").encode()
    data = wacz(
        answer("https://q.example/ads/1", "text/html; charset=utf-8", page),
        answer("https://q.example/p/1.jpg", "image/jpeg", PICTURE),
        answer("https://tracker.example/", "text/html", page),
        pages='{"url": "https://q.example/ads/1"}\n',
    )
    _, file = kept(session, small, tmp_path, {"a.wacz": data})

    entered(session, file, None)

    (found,) = ads.page_of_ads(session, small.case.id).rows
    assert (found.url, found.title) == ("https://q.example/ads/1", "Luna")
    assert found.text == "Luna\nCall +32 470 12 34 56"
    assert found.pictures == (("https://q.example/p/1.jpg", hashlib.sha256(PICTURE).hexdigest()),)
    assert found.place == "1/0.0"


def test_a_page_of_html_is_one_advertisement(session: Session, small: Small, tmp_path: Path):
    _, file = kept(session, small, tmp_path, {"a.html": PAGE.format(text="Words").encode()})

    entered(session, file, None)

    (found,) = ads.page_of_ads(session, small.case.id).rows
    assert (found.title, found.text, found.pictures) == (
        "Luna",
        "Luna\nWords",
        (("/p/1.jpg", ""), ("../p/1.jpg", "")),
    )


def test_a_wrong_reading_is_withdrawn_with_a_reason_and_the_file_read_again(
    session: Session, small: Small, tmp_path: Path
):
    _, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode()})
    wrong = entered(session, file, AdColumns(delimiter=";", title="Text"))
    with pytest.raises(errors.AdsReadError):
        entered(session, file, COLUMNS)
    assert search(session, "discreet").total == 2

    for nothing in (" ", "\u200b"):
        with pytest.raises(errors.ReasonMissingError):
            ads.withdraw(session, wrong.id, nothing)
    ads.withdraw(session, wrong.id, "The text was read as the title")

    assert [each.is_struck for each in search(session, "discreet").hits] == [True, True]
    assert ads.page_of_ads(session, small.case.id).rows == ()
    assert ad_groups.list_groups(session, small.case.id).groups == ()
    with pytest.raises(errors.AdsWithdrawnError):
        ads.withdraw(session, wrong.id, "Again")
    entered(session, file, COLUMNS)
    assert sorted(each.is_struck for each in search(session, "discreet").hits) == [False, False, True, True]
    assert [each.withdrawn_because for each in ads.list_readings(session, small.case.id)] == [
        "The text was read as the title",
        "",
    ]
    assert rebuild(session.read).differing == ()


@pytest.mark.parametrize(
    ("columns", "refusal"),
    [
        (AdColumns(delimiter=";", text="Words"), errors.AdMappingError),
        (AdColumns(delimiter=";", phones="Phone"), errors.AdMappingError),
        (AdColumns(delimiter="?", text="Text"), errors.AdMappingError),
        (AdColumns(delimiter=";", text="Text", platform="Title", platform_of_all="q"), errors.AdMappingError),
        (None, errors.PartDamagedError),
    ],
)
def test_a_choice_that_does_not_fit_is_refused_and_nothing_is_entered(
    session: Session,
    small: Small,
    tmp_path: Path,
    columns: AdColumns | None,
    refusal: type[errors.ThbError],
):
    _, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode()})

    with pytest.raises(refusal):
        entered(session, file, columns)

    assert ads.list_readings(session, small.case.id) == ()


def test_a_file_without_an_advertisement_is_refused(session: Session, small: Small, tmp_path: Path):
    _, file = kept(session, small, tmp_path, {"ads.csv": b"Text;Note\n;x\n"})

    with pytest.raises(errors.NoAdsError):
        entered(session, file, AdColumns(delimiter=";", text="Text"))


def test_advertisements_of_material_of_abuse_are_not_shown(session: Session, small: Small, tmp_path: Path):
    held, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode()})
    entered(session, file, COLUMNS)

    leaving.bar_exhibit(session, held.id, v.BarKind.ABUSE_MATERIAL, "Seen by the unit")

    assert ads.page_of_ads(session, small.case.id).rows == ()
    assert ad_groups.list_groups(session, small.case.id).groups == ()
    assert search(session, "discreet").hits == ()


@pytest.mark.parametrize("ends", ["erased", "abuse"])
def test_what_was_made_from_advertisements_goes_with_the_content_of_their_exhibit(
    session: Session, small: Small, tmp_path: Path, ends: str
):
    other = BODY.replace("private", "quiet")
    held, file = kept(
        session, small, tmp_path, {"ads.csv": f"Text;Phone\n{BODY};+32 470 12 34 56\n".encode()}
    )
    _, stays = kept(session, small, tmp_path, {"more.csv": f"Text\n{BODY}\n{other}\n".encode()})
    entered(session, file, AdColumns(delimiter=";", text="Text", phones="Phone"))
    entered(session, stays, AdColumns(delimiter=";", text="Text"))
    assert {each.kind for each in ad_groups.list_groups(session, small.case.id).groups} >= {AdGroupKind.TEXT}
    assert search(session, "470123456").total == 1

    if ends == "erased":
        ordered = replace(act(v.CustodyAction.ERASED), reason="Order of 1 June 2026")
        custody.record_custody_event(session, held.id, ordered, second=ALONE)
    else:
        leaving.bar_exhibit(session, held.id, v.BarKind.ABUSE_MATERIAL, "Seen by the unit")

    def stays_in(column: str, name: str) -> list[str]:
        return [row[0] for row in session.read.execute(f"SELECT {column} FROM {name}")]  # noqa: S608

    assert stays_in("kind", "ad_key") == ["TEXT", "TEXT"]
    assert len(stays_in("reading_id", "ad_day")) == 1
    assert len(stays_in("reading_id", "ad_followed")) == len(stays_in("percent", "ad_alike")) == 1
    assert search(session, "470123456").total == 0
    assert search(session, "discreet").total == 2


def test_texts_that_no_other_exhibit_has_go_with_theirs(session: Session, small: Small, tmp_path: Path):
    rows = f"Text\n{BODY}\n{BODY.replace('private', 'quiet')}\n".encode()
    held, file = kept(session, small, tmp_path, {"ads.csv": rows})
    entered(session, file, AdColumns(delimiter=";", text="Text"))
    assert ad_groups.list_groups(session, small.case.id).groups

    ordered = replace(act(v.CustodyAction.ERASED), reason="Order of 1 June 2026")
    custody.record_custody_event(session, held.id, ordered, second=ALONE)

    for table in ("ad_key", "ad_band", "ad_alike", "ad_followed", "ad_day"):
        assert session.read.execute(f"SELECT * FROM {table}").fetchone() is None, table  # noqa: S608


def test_a_reading_with_fewer_rows_than_it_says_keeps_no_other_waiting(
    session: Session, small: Small, tmp_path: Path
):
    rows = b"Text;Phone\nOne;+32 470 12 34 56\nTwo;0470 12 34 56\n"
    _, file = kept(session, small, tmp_path, {"a.csv": rows})
    _, second = kept(session, small, tmp_path, {"b.csv": rows + b"Three;\n"})
    columns = AdColumns(delimiter=";", text="Text", phones="Phone")
    short = entered(session, file, columns)
    entered(session, second, columns)
    with by_hand(session) as connection:
        connection.execute("DROP TRIGGER ad_reading_stays")
        connection.execute("UPDATE ad_reading SET count = 5 WHERE id = ?", (short.id,))

    found = ad_groups.list_groups(session, small.case.id)

    (phone,) = [each for each in found.groups if each.kind is AdGroupKind.PHONE]
    assert len(phone.ads) == 4
    assert found.done == found.total


def test_what_was_read_from_a_file_that_is_erased_meanwhile_is_not_entered(
    session: Session, small: Small, tmp_path: Path
):
    held, file = kept(session, small, tmp_path, {"ads.csv": TABLE.encode()})
    looked_at = seen(session, file, COLUMNS)
    ordered = replace(act(v.CustodyAction.ERASED), reason="Order of 1 June 2026")
    custody.record_custody_event(session, held.id, ordered, second=ALONE)

    with pytest.raises(errors.ErasedError):
        ads.enter(session, looked_at)

    assert ads.list_readings(session, small.case.id) == ()


def test_the_advertisements_of_a_group_come_page_by_page(session: Session, small: Small, tmp_path: Path):
    rows = "Text;Phone\n" + "".join(f"Text {number};+32 470 12 34 56\n" for number in range(25))
    _, file = kept(session, small, tmp_path, {"ads.csv": rows.encode()})
    entered(session, file, AdColumns(delimiter=";", text="Text", phones="Phone"))
    (group,) = ad_groups.list_groups(session, small.case.id).groups

    first = ads.page_of_named(session, small.case.id, group.ads, count=20)
    assert first.after is not None
    last = ads.page_of_named(session, small.case.id, group.ads, after=int(first.after[0]), count=20)

    assert [each.id for each in (*first.rows, *last.rows)] == list(group.ads)
    assert (first.total, len(last.rows), last.after) == (25, 5, None)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("a.jpg, b.jpg", ("a.jpg", "b.jpg")),
        ("a.jpg b.jpg", ("a.jpg", "b.jpg")),
        ("IMG 001.jpg", ("IMG 001.jpg",)),
        ("IMG 001.jpg; IMG 002.jpg", ("IMG 001.jpg", "IMG 002.jpg")),
        ("Luna (2).png|b.png", ("Luna (2).png", "b.png")),
        ("https://q.example/p/1 https://q.example/p/2", ("https://q.example/p/1", "https://q.example/p/2")),
        ("one.jpg two.jpg", ("one.jpg two.jpg",)),
        ("x/one.jpg two.jpg, a.jpg", ("x/one.jpg two.jpg", "a.jpg")),
        ("a, b.jpg", ("a, b.jpg",)),
        (" ", ()),
    ],
)
def test_a_picture_whose_name_has_a_blank_stays_one(cell: str, names: tuple[str, ...]):
    held = {"one.jpg two.jpg": "0" * 64, "a, b.jpg": "1" * 64}

    assert picture_names(cell, lambda name: held.get(name, "")) == names


def test_of_many_numbers_in_advertisements_the_links_read_the_first_and_count_the_rest(
    session: Session, small: Small, tmp_path: Path
):
    rows = "".join(f"{number};Luna;;+32 470 00 00 {number};;;;;\n" for number in range(10, 35))
    table = TABLE.splitlines()[0] + "\n" + rows
    held, file = kept(session, small, tmp_path, {"ads.csv": table.encode()})
    entered(session, file, COLUMNS)
    while ad_groups.follow(session, small.case.id):
        pass

    found = links_of(session, small.case.id, Thing("exhibit", held.id))

    assert found.not_followed == 25 - 20
