"""Bundles that were signed before, by real keys: listed, opened by their file, and led to a package."""

import shutil
from contextlib import closing
from pathlib import Path

from tests.services.receiving.test_notices_of_records import Sent, sent  # noqa: F401 - a fixture
from tests.support.clerk import Clerk
from tests.support.offices import copy_of, unlock
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.vault.tables import registry

LISTED = "Signed bundles of this case"


def reads_in(clerk: Clerk, table: str, told: str) -> None:
    """Wait until a cell of a table says this."""

    def is_told() -> bool:
        cells = [one for each in clerk.reader.find(table, "table") for one in clerk.reader.inside(each)]
        return any(told in plain(each.name) for each in cells)

    clerk.screen.until(is_told, f"{told!r} stands nowhere in {table!r}")


def test_a_bundle_of_before_is_chosen_from_its_list_and_its_file_opened_after_a_wrong_one(
    clerk: Clerk,
    sent: Sent,  # noqa: F811
    tmp_path: Path,
):
    vault = copy_of(sent.office, tmp_path / "office.thbvault")
    with closing(unlock(vault)) as session:
        (made,) = registry.BUNDLE.all(session.read)
    bundle, other = tmp_path / "bundle.pdf", tmp_path / "other.pdf"
    shutil.copyfile(sent.folder.with_name("bundle.pdf"), bundle)
    other.write_bytes(bundle.read_bytes() + b"\n")
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Export", "ctrl+5")
    clerk.reaches("Signed bundles")
    clerk.screen.keys("space")
    clerk.sees_dialog(LISTED)
    reads_in(clerk, "Signed bundles", "DIICOT")
    clerk.screen.picture("listed")
    clerk.reaches("Signed bundles")
    clerk.screen.keys("Return")
    clerk.chooses_files(f"The file of bundle {made.number}", str(other))
    clerk.reads("not a bundle that this vault made")
    clerk.screen.keys("ctrl+Return")
    clerk.chooses_files(f"The file of bundle {made.number}", str(bundle))
    clerk.waits_for_button("Make the sealed package")
    clerk.screen.picture("opened")
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    clerk.reads("Judge of Borduria")
    clerk.escapes()
    clerk.leaves()

    assert clerk.screen.errors() == ""
