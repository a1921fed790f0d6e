"""A clerk mends by real keys: a number between Arabic words, two halves joined, a code undone."""

from pathlib import Path

from tests.drive.test_desk import begin, kept, sit_down
from tests.support.clerk import Clerk
from thb_desktop.domain import vocabulary as v

ON = "On a break since"
NUMBER = "2023/45-B"
SAID = f"\u0631\u0642\u0645 {NUMBER} \u0641\u064a \u0627\u0644\u0648\u0635\u0644"


def test_what_is_typed_in_haste_is_mended_by_keys(clerk: Clerk, tmp_path: Path):
    vault, keys = tmp_path / "vault", clerk.screen.keys
    begin(vault)
    sit_down(clerk, vault)
    clerk.screen.types("Quel numero?")
    keys("Return")
    clerk.sees("Answer", "label")
    keys("Tab")
    clerk.waits_for_focus("New turn, Arabic")
    clerk.screen.pastes(SAID)
    keys("Home", "Delete", "ctrl+z", "Return")
    clerk.sees("Question", "label")
    clerk.screen.picture("m1-number")
    for half in ("F2", "F2"):
        keys(half)
        clerk.sees("Answer", "label")
        clerk.screen.types("Une moitie.")
        keys("Return")
        clerk.sees("Question", "label")

    keys("Escape")
    clerk.waits_for_focus("Account")
    keys("Up", "alt+j", "ctrl+shift+n")
    clerk.waits_for_focus("New turn, French")
    clerk.screen.types("/b meal")
    keys("Return")
    clerk.reads(ON)
    keys("ctrl+z")
    clerk.screen.until(lambda: not clerk.reader.says(ON), "the break goes on")
    clerk.screen.picture("m2-undone")
    clerk.leaves()

    record, _ = kept(vault)
    standing = [each for each in record.segments if not each.segment.struck]
    assert [each.segment.source_text for each in standing] == ["Quel numero?", SAID, None]
    assert standing[-1].side("fr").text == "Une moitie. Une moitie."
    assert [each.kind for each in record.timeline if each.struck] == [v.TimelineKind.BREAK_START]
    assert [each for each in record.timeline if not each.struck] == []
    assert clerk.screen.errors() == ""
