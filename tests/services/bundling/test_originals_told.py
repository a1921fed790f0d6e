"""A version with a masked copy alone tells the custody of what it was made from, and none of its words."""

import json
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from tests.services.bundling.test_masked_copies import added, kept, mask
from tests.services.bundling.test_masked_texts import NAME, TEXT, mask_words
from tests.services.bundling.test_printed_contents import words_of
from tests.services.bundling.test_record_digests import attached, found
from tests.services.bundling.test_versions import drawn_up, printed
from tests.services.bundling.test_versions import mask as mask_field
from tests.support.hiding import png_that_tells
from tests.support.leaks import leaks, readable
from tests.support.offices import LATER, Small, act, exhibit
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.findings import Standing
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.vault.tables import registry


@pytest.mark.requirement("SR-36")
def test_the_custody_of_an_original_is_told_without_its_words_and_digests(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name="chat.txt")
    stated = file.sha256[:-1] + ("1" if file.sha256[-1] == "0" else "0")
    for other in (
        act(CustodyAction.VERIFIED, sha256=stated, actor=f"Clerk {NAME}", place="Heron flat"),
        act(CustodyAction.SEALED, seal="S-Heron"),
        act(CustodyAction.SEALED, seal="S-Stork"),
    ):
        custody.record_custody_event(session, file.exhibit_id, other)
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    made = kept(session, version, file)

    pdf = printed(session, small, version, "en")

    whole, copy = (registry.EXHIBIT.find(session.read, one) for one in (file.exhibit_id, made.exhibit_id))
    (told,) = json.loads(attached(pdf)[LIST])["originals"]
    events = custody.list_events(session, file.exhibit_id)
    assert (told["number"], told["copies"]) == (whole.number, [copy.number])
    assert [(each["number"], each["action"]) for each in told["events"]] == [
        (each.number, each.action) for each in events
    ]
    found_there = {each["rule"]: each["said"] for each in told["findings"]}
    assert found_there["custody.digest-differs"] == [["n", "number", "2"]]
    assert ["now", "", "[…]"] in found_there["custody.seal-not-named"]
    assert told["differing"] == [{"characters": 1, "event": 2}]
    page = words_of(pdf)
    assert f"Custody of {whole.number}, from which this masked copy was made" in page
    assert f"{whole.number} itself is not in this bundle" in page
    assert page.count("Event 2: the digest stated is not that of the exhibit's content.") == 2
    assert page.count("Event 2: the digest stated differs from that of the file in 1 of its 64") == 2
    (here,) = links_of(pdf)[whole.number]
    assert here == page_with(pdf, f"Custody of {whole.number}, from which")
    assert links_of(pdf)[f"Exhibit {whole.number}, {here}"] == {here}
    words = [NAME, "Heron", "Stork", stated, file.sha256, file.sha256[:16]]
    assert leaks(words, readable(pdf)) == []
    assert Standing.BROKEN not in found(attached(pdf)).values()


@pytest.mark.requirement("SR-36")
def test_the_custody_of_an_original_of_several_copies_stands_once(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name="chat.txt")
    other = exhibit_files.add_file(
        session,
        file.exhibit_id,
        source=BytesIO(TEXT.upper().encode()),
        name="two.txt",
        media_type="text/plain",
    )
    sealed = act(CustodyAction.SEALED, seal="S-Heron", actor=f"Clerk {NAME}", place="Heron flat")
    custody.record_custody_event(session, file.exhibit_id, sealed)
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    mask_words(session, version, other, TEXT.upper(), NAME.upper())
    made = [kept(session, version, each) for each in (file, other)]

    pdf = printed(session, small, version, "en")

    first, second = (registry.EXHIBIT.find(session.read, each.exhibit_id).number for each in made)
    whole = registry.EXHIBIT.find(session.read, file.exhibit_id).number
    page = words_of(pdf)
    assert page.count(f"Custody of {whole}, from which this masked copy was made") == 1
    assert f"This masked copy too was made from {whole}, whose custody stands once" in page
    assert page.index(f"Custody of {whole}, from") < page.index(f"below the sheet of {first}")
    links = links_of(pdf)
    assert {first, second, whole} <= links.keys()
    assert links[whole] == {page_with(pdf, f"Custody of {whole}, from which")}
    assert leaks([NAME, NAME.upper(), "Heron", file.sha256, other.sha256], readable(pdf)) == []


def links_of(pdf: bytes) -> dict[str, set[int]]:
    """The pages to which links lead, by what they are called."""
    found: dict[str, set[int]] = {}
    with pikepdf.open(BytesIO(pdf)) as read:
        numbers = {each.obj.objgen: number for number, each in enumerate(read.pages, 1)}
        for each in read.pages:
            for note in each.obj.get("/Annots", []):
                if note.Subtype == pikepdf.Name.Link:
                    found.setdefault(str(note.Contents), set()).add(numbers[note.Dest[0].objgen])
    return found


def page_with(pdf: bytes, words: str) -> int:
    ran = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = [" ".join(each.split()) for each in ran.stdout.decode().split("\f")]
    (only,) = (number for number, each in enumerate(pages, 1) if words in each)
    return only


def test_an_exhibit_that_is_in_the_version_itself_has_its_custody_there_alone(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"), name="a.png")
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)
    kept(session, version, file)

    assert "originals" not in json.loads(attached(printed(session, small, version))[LIST])


def test_a_late_entry_of_an_original_is_told_without_its_reason(session: Session, small: Small):
    seized = act(occurred_at=LATER - timedelta(days=30), late_entry_reason="Heron was away")
    whole = exhibits.register_exhibit(session, exhibit(small, collected_at=seized.occurred_at), seized)
    file = exhibit_files.add_file(
        session, whole.id, source=BytesIO(TEXT.encode()), name="chat.txt", media_type="text/plain"
    )
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    kept(session, version, file)

    pdf = printed(session, small, version, "en")

    page = words_of(pdf)
    assert "Entered late: event 1 (30 days) after it occurred. Reason given: […]" in page
    assert page.count("No late entry") == 1  # of the copy alone
    assert leaks(["Heron"], readable(pdf)) == []


def test_words_masked_in_the_custody_of_an_original_are_told_nowhere(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name="kestrel.txt")
    event = custody.record_custody_event(
        session, file.exhibit_id, act(CustodyAction.SEALED, seal="S-1", place="Kestrel flat")
    )
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    mask_field(session, version, ("custody_event", event.id, "place"), "Kestrel flat", "Kestrel flat")
    mask_field(session, version, ("exhibit_file", file.id, "name"), "kestrel", "kestrel.txt")
    kept(session, version, file)

    pdf = printed(session, small, version, "en")

    assert leaks(["Kestrel", "kestrel"], readable(pdf)) == []


@pytest.mark.requirement("SR-36")
def test_no_page_says_that_a_copy_was_collected_as_its_original_was(session: Session, small: Small):
    corrections.correct(session, replace(small.official, user_id=None), "Is no user of this vault")
    seized = act(occurred_at=LATER - timedelta(days=30))
    entered = exhibit(small, collected_at=seized.occurred_at, source="Heron flat")
    whole = exhibits.register_exhibit(session, entered, seized)
    file = exhibit_files.add_file(
        session, whole.id, source=BytesIO(TEXT.encode()), name="chat.txt", media_type="text/plain"
    )
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    kept(session, version, file)
    corrections.correct(session, small.official, "Is a user of this vault after all")

    page = words_of(printed(session, small, version, "en"))

    listed, _, sheet = page.partition(f"Exhibit {whole.number}-M1 – ")
    assert f"copied, by {session.user.name}" in listed
    assert "Collected" not in sheet.partition("Custody of")[0]
    assert "Person or place of origin" not in sheet.partition("Custody of")[0]
    assert "Heron" not in page


def test_a_copy_is_collected_by_the_official_who_made_it(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name="chat.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)

    made = kept(session, version, file)

    copy = registry.EXHIBIT.find(session.read, made.exhibit_id)
    assert (copy.collected_at, copy.collected_by) == (made.at, small.official.id)
