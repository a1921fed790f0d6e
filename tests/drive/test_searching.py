"""The search by real keys: from several places, in every script, narrowed, kept, printed and followed."""

from dataclasses import replace
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import Small, registered, small_case
from tests.support.records import held, rendition, turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.persons import people
from thb_desktop.services.searching import saved

SAID = (
    ("ar", "أخذوا جواز السفر.", "Ils ont pris le passeport."),
    ("zh", "他们拿走了我的护照。", "Le passeport encore."),
)


def begin(vault: Path) -> Small:
    """A case with a record in Arabic and Chinese, and an exhibit with a telephone number."""
    session = new_session(vault)
    small = small_case(session)
    people.add_person(session, replace(small.person, code="V-02"), None)
    interview = held(session, small)
    turn(
        session,
        interview,
        "أخذوا جواز السفر.",
        language="ar",
        renderings=[rendition("Ils ont pris le passeport.")],
    )
    turn(
        session,
        interview,
        "他们拿走了我的护照。",
        language="zh",
        renderings=[rendition("Le passeport encore.")],
    )
    registered(session, small, note="Called 0476/12.34.56 twice", number="E-9")
    session.close()
    return small


def finds(clerk: Clerk, typed: str, told: str) -> None:
    """Type what is searched for, and wait for what is told of it."""
    clerk.fills({"Search for": typed})
    clerk.reads(told)


def opens_search(clerk: Clerk, *keys: str) -> None:
    clerk.screen.keys(*keys)
    clerk.sees_dialog("Search")
    clerk.waits_for_focus("Search for")


def closes_search(clerk: Clerk) -> None:
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find("Search", "dialog"), "the search does not close")


def test_one_search_from_everywhere_in_every_script_kept_printed_and_followed_to_its_place(
    clerk: Clerk, tmp_path: Path
):
    vault, sheet = tmp_path / "vault", tmp_path / "hits.pdf"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)

    opens_search(clerk, "ctrl+k")  # at the cases
    finds(clerk, "جواز", "1 hit:")
    finds(clerk, "护照", "1 hit:")
    closes_search(clerk)
    clerk.goes_to("Exhibits", "ctrl+3")
    opens_search(clerk, "ctrl+k")
    finds(clerk, "+32 476 12 34 56", "1 hit:")
    closes_search(clerk)
    clerk.goes_to("Custody", "ctrl+4")
    opens_search(clerk, "ctrl+f")  # a page without a list of its own
    finds(clerk, "passeport", "2 hits:")

    clerk.fills({"Kind": "Testimony", "Language of the words": "nl"})
    clerk.reads("0 hits.")
    clerk.fills({"Language of the words": "French"})
    clerk.reads("Name the language by its short code")
    clerk.fills({"Language of the words": "fr"})  # a correction
    clerk.reads("2 hits:")
    clerk.screen.keys("alt+k")
    clerk.sees_dialog("Keep this search")
    clerk.fills({"Name": "Passports"})
    clerk.takes("Keep this search")
    clerk.screen.keys("alt+p")
    clerk.chooses_files("Where the sheet is written", str(sheet))
    clerk.reads("1 page written")

    clerk.reaches("Search for")
    clerk.screen.keys("Return", "Down", "Return")
    clerk.waits_for_choice("Interviews", "check box")
    clerk.reads("1 A\u2069: answer")
    clerk.leaves()

    session = reopen(vault)
    (kept,) = saved.list_saved(session)
    session.close()
    assert (kept.name, kept.words) == ("Passports", "passeport")
    assert (kept.chosen.kinds, kept.chosen.language) == ((SearchKind.TESTIMONY,), "fr")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert clerk.screen.errors() == ""


def test_a_name_typed_in_latin_letters_is_found_in_another_script_counted_apart_and_followed(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "vault"
    session = new_session(vault)
    small = small_case(session)
    registered(session, small, titles=(("en", "Letter of Ivanova"),), number="E-8")
    registered(session, small, titles=(("ru", "Письмо: Анна Иванова"),), number="E-9")
    registered(session, small, titles=(("ar", "رسالة محمد"),), number="E-10")
    session.close()
    clerk.opens(vault, PASSPHRASE)

    opens_search(clerk, "ctrl+k")
    finds(clerk, "ivanova", "2 hits:")
    clerk.reads("In another script or alike in sound, and last: Exhibit")
    finds(clerk, "mohammed", "1 hit:")
    clerk.reads("In another script or alike in sound, and last: Exhibit")
    finds(clerk, '"mohammed"', "0 hits.")
    finds(clerk, "Иванова", "2 hits:")
    finds(clerk, "ivanova", "2 hits:")
    clerk.reaches("Search for")
    clerk.screen.keys("Return", "Down", "Return")
    clerk.waits_for_choice("Exhibits", "check box")
    clerk.reads("Анна Иванова")
    clerk.leaves()

    assert clerk.screen.errors() == ""
