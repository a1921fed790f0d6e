"""A clerk whose computer's clock went back is told on Health, and says why there by real keys."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import case_file, new_office, unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.office import clock
from thb_desktop.vault.tables import chain

BECAUSE = "The battery was empty; set again by the telephone"


def test_why_the_clock_went_back_is_said_on_health(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    new_office(vault)
    ahead = SystemClock().read().at + timedelta(hours=3)
    with closing(unlock(vault, start=ahead)) as session:
        cases.open_case(session, case_file())

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Health", "ctrl+6")
    clerk.reads("The clock of this computer went back")
    clerk.screen.picture("k1-went-back")
    clerk.presses("Say why it went back")
    clerk.sees_dialog("Why the clock went back")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("A reason is needed.")
    clerk.screen.types(BECAUSE)
    clerk.screen.picture("k2-reason")
    clerk.takes("Why the clock went back")
    clerk.reads("Documents can be signed again.")
    clerk.screen.picture("k3-said")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        said = [each.parsed().action for each in chain.entries(session.read)]
        assert said.index("CLOCK_WENT_BACK") < said.index("CLOCK_EXPLAINED")
        assert clock.unexplained_jump(session) is None
    assert clerk.screen.errors() == ""
