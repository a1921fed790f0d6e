"""Alike pictures by real keys: compared when somebody asks, looked at side by side, another one chosen."""

from contextlib import closing
from pathlib import Path

from tests.services.searching.test_ad_pictures import COLUMNS, coded, drawn, table
from tests.services.searching.test_ads import entered, kept
from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.vaults import PASSPHRASE

ADS, PAIR = "Advertisements", "Alike pictures side by side"


def test_two_alike_pictures_are_seen_beside_each_other_in_one_size(clerk: Clerk, tmp_path: Path):
    vault, place = tmp_path / "office.thbvault", tmp_path / "files"
    place.mkdir()
    with closing(new_session(vault)) as session:
        pictures = {"a.png": coded(drawn(1), "PNG"), "b.png": coded(drawn(1).convert("L"), "PNG")}
        _, file = kept(session, offices.small_case(session), place, {"ads.csv": table(*pictures), **pictures})
        entered(session, file, COLUMNS)

    clerk.opens(vault, PASSPHRASE)
    clerk.presses(ADS)
    clerk.sees_dialog(ADS)
    clerk.presses("Compare the pictures")
    clerk.reads("Alike by a mark")
    clerk.waits_for_button("Look at both")
    clerk.waits_for_focus("What they share")
    clerk.screen.keys("Return")
    clerk.sees_dialog(PAIR)
    clerk.screen.keys("ctrl+0")
    clerk.screen.until(lambda: len(clerk.reader.find("100 %", "label")) == 2, "not both are at 100 %")
    clerk.screen.keys("ctrl+e")
    clerk.screen.picture("pair")
    clerk.reaches("Second picture")
    clerk.screen.keys("Up")
    clerk.screen.until(lambda: "a.png" in (clerk.reader.focus() or clerk.reaches("Close")).value, "no other")
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find(PAIR, "dialog"), "the dialog does not close")
    clerk.escapes()
    clerk.leaves()
    assert clerk.screen.errors() == ""
