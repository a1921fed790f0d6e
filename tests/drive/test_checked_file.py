"""A signed file of others by real keys: its answer, and another once its authority is trusted."""

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits


def test_a_clerk_checks_a_file_of_others_and_trusts_its_authority(clerk: Clerk, tmp_path: Path):
    whole, vault = foreign.authority(), tmp_path / "office.thbvault"
    letter, root = tmp_path / "judgment.pdf", tmp_path / "root.pem"
    letter.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    root.write_bytes(whole.root.certificate.public_bytes(Encoding.PEM))
    session = new_session(vault)
    case = small_case(session).case
    before = len(exhibits.list_exhibits(session, case.id))
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.screen.keys("ctrl+shift+f")
    clerk.sees_dialog("Check a signed file")
    clerk.screen.keys("alt+f")
    clerk.chooses_files("Signed file", str(letter))
    clerk.reads("Cannot be judged")
    clerk.reads("Get the root certificate of the issuing authority")
    clerk.screen.keys("alt+t")
    clerk.chooses_files("Certificate that you trust", str(root))
    clerk.reads("Valid, with remarks")
    clerk.reads("Ottokar Clerk")
    clerk.screen.picture("checked")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    assert len(exhibits.list_exhibits(session, case.id)) == before
    session.close()
