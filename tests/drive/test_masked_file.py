"""A picture is masked by real keys: from a new version to a bundle with its copy, with a correction."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import draws_up_version
from tests.support.exported import SPECIAL, verified
from tests.support.hiding import png_that_tells
from tests.support.vaults import PASSPHRASE
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
FILES = "Mask files of version D-001"
STAYS = "The file stays in the office until its copy is made."


def begin(vault: Path) -> None:
    """A case with one exhibit that has a picture with a name on it."""
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        taken = offices.registered(session, small, number="E-01")
        exhibit_files.add_file(
            session,
            taken.id,
            source=BytesIO(png_that_tells("Zenobia")),
            name="room.png",
            media_type="image/png",
        )


def masks(clerk: Clerk, *keys: str) -> None:
    """Make a rectangle, bring it to its place by keys, and mask it."""
    clerk.presses("New rectangle")
    clerk.waits_for_focus("Page of the file")
    clerk.screen.keys(*keys)
    clerk.screen.keys("ctrl+Return")
    clerk.reads(STAYS)


def copies(clerk: Clerk, number: str) -> None:
    """Make the copy, look at it, and keep it."""
    clerk.presses("Make the copy")
    clerk.sees_dialog("The copy as it leaves")
    clerk.presses("Keep this copy")
    clerk.reads(f"Masked copy \u2066{number}\u2069 leaves in its place.")


def test_a_picture_is_masked_by_keys_corrected_and_leaves_as_a_copy(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    draws_up_version(clerk)
    clerk.presses("Mask files")
    clerk.sees_dialog(FILES)
    clerk.fills({"Reason": "Third party", "Ordered by": "Judge Maes"})
    masks(clerk, "Up", "Up")
    copies(clerk, "E-01-M1")

    clerk.presses("Show again")
    clerk.sees_dialog("Show this place again?")
    clerk.fills({"Reason": "the wrong place"})
    clerk.takes("Show this place again?")
    clerk.reads("In the file itself nothing is masked.")
    masks(clerk, *("shift+Down",) * 16, *("Left",) * 5, *("shift+Right",) * 10)
    copies(clerk, "E-01-M2")
    clerk.escapes()
    clerk.fills({"State of the recipient": "BE", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.fills({"Reason for acting alone": "alone in the office"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")
    clerk.leaves()

    told = verified(bundle, vault)
    assert told.returncode == 0, told.stdout
    with closing(reopen(vault)) as session:
        first, second = registry.MASKED_COPY.all(session.read)
        wrong, right = (
            registry.REDACTION.find(session.read, each.redaction_ids[0]).anchor.rectangle
            for each in (first, second)
        )
        with exhibit_files.open_file(session, second.copy_id) as stored, Image.open(stored) as copy:
            wide, high = copy.width / 1000, copy.height / 1000
            left, top, end, bottom = right
            box = (int(left * wide) + 1, int(top * high) + 1, int(end * wide) - 1, int(bottom * high) - 1)
            assert {top for _, top in copy.convert("RGB").crop(box).getextrema()} == {0}
    assert (wrong[0] - right[0], right[2] - right[0] - (wrong[2] - wrong[0])) == (50, 100)
