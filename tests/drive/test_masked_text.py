"""A table is masked by real keys: a column, a correction, the copy looked at and signed away in a bundle."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from tests.drive.test_masked_file import FILES, STAYS
from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import draws_up_version
from tests.support.exported import SPECIAL, verified
from tests.support.vaults import PASSPHRASE
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
MASKS = "Mask words in version D-001"
TABLE = "Amount;Name\r\n100;Zenobia\r\n200;Ion\r\n"


def begin(vault: Path) -> None:
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        taken = offices.registered(session, small, number="E-01")
        exhibit_files.add_file(
            session, taken.id, source=BytesIO(TABLE.encode()), name="rows.csv", media_type="text/csv"
        )


def masks_from(clerk: Clerk, *keys: str) -> None:
    """Put the cursor into the text of the file, and mask the column from there down."""
    clerk.reaches("Text")
    clerk.screen.keys("ctrl+Home", *keys)
    clerk.presses("Mask the column from here down")
    clerk.reads("1 place masked.")


def test_a_column_is_masked_by_keys_corrected_and_leaves_as_a_copy(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    draws_up_version(clerk)
    clerk.waits_for_button("Mask words")
    clerk.reaches("Mask words…")
    clerk.screen.keys("space")
    clerk.sees_dialog(MASKS)
    clerk.fills({"Reason": "Third party", "Ordered by": "Judge Maes"})
    clerk.reaches("Texts of the version")
    clerk.screen.keys("ctrl+End")
    masks_from(clerk, "Down")
    clerk.presses("Show again")
    clerk.sees_dialog("Show these words again?")
    clerk.fills({"Reason": "the wrong column"})
    clerk.takes("Show these words again?")
    masks_from(clerk, "Down", "End")
    clerk.escapes()

    clerk.presses("Mask files")
    clerk.sees_dialog(FILES)
    clerk.reads("This file is a text.")
    clerk.reads(STAYS)
    clerk.presses("Make the copy")
    clerk.sees_dialog("The copy as it leaves")
    clerk.reads("100;\u27e6THIRD_PARTY\u27e7")
    clerk.presses("Keep this copy")
    clerk.reads("Masked copy \u2066E-01-M1\u2069 leaves in its place.")
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
        (made,) = registry.MASKED_COPY.all(session.read)
        with exhibit_files.open_file(session, made.copy_id) as stored:
            assert stored.read().decode() == (
                "Amount;Name\r\n100;\u27e6THIRD_PARTY\u27e7\r\n200;\u27e6THIRD_PARTY\u27e7\r\n"
            )
