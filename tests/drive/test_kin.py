"""An interpreter who is kin to the person heard, by real keys: declared, corrected, signed and printed.

The warning names what was declared; the signed record shows it in full, and so do the pages and the bundle.
"""

from contextlib import closing
from pathlib import Path

from tests.drive.test_paper import SIGNERS, pages_of, prints
from tests.drive.test_whole_case import open_part, show_formalities
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.vault.tables import registry

WHY, RIGHT = "an aunt of hers, no other interpreter for two days", "a cousin of hers, no other for two days"
DECLARED = {
    "Conflicts of interest": "Declared, accepted",
    "Note on conflicts of interest": WHY,
    "Answered yes to: Family tie": "",
}


def test_kinship_of_the_interpreter_is_read_in_the_window_and_on_paper(clerk: Clerk, tmp_path: Path):
    vault, printed, bundle = tmp_path / "vault", tmp_path / "printed.pdf", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=False)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.waits_for_focus("Account")
    show_formalities(clerk)
    open_part(clerk, "Interpreters")
    clerk.enters("Interpreters", DECLARED, by="Change")
    clerk.enters("Interpreters", {"Note on conflicts of interest": RIGHT}, by="Change")
    prints(clerk, printed)
    for signer in SIGNERS:
        clerk.enters("Signatures", signer, by="Signature on paper")
    clerk.presses("Sign")
    clerk.sees_dialog("Sign this record?")
    clerk.reads("declared a conflict of interest: family tie")
    clerk.answers_warnings("nobody else speaks her dialect")
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")
    open_part(clerk, "Interpreters")
    clerk.presses("Read in full")
    clerk.sees_dialog("Interpreters")
    clerk.reads(RIGHT)
    clerk.screen.picture("in-full")
    clerk.escapes()
    exports(clerk, bundle)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (engaged,) = registry.INTERPRETER_ENGAGEMENT.all(session.read)
    assert v.ConflictQuestion.FAMILY in engaged.conflict_declared
    for paper in (printed, bundle):
        told = " ".join(pages_of(paper))
        assert RIGHT in told
        assert "lien familial" in told.lower()
    assert clerk.screen.errors() == ""
