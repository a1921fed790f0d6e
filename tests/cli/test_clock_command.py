"""`thb clock`: why the clock went back, said once."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.support.command_line import CommandLine
from tests.support.offices import case_file, new_office, unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.vault.tables import chain


def test_why_the_clock_went_back_is_recorded_once(thb: CommandLine, tmp_path: Path):
    folder = tmp_path / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder, start=SystemClock().read().at + timedelta(hours=3))) as session:
        cases.open_case(session, case_file())

    said = thb("clock", folder, "--reason", "The battery was empty", "--json", passphrase=PASSPHRASE)
    again = thb("clock", folder, "--reason", "The battery was empty", "--json", passphrase=PASSPHRASE)

    assert said.code == 0
    assert said.json["before"] > said.json["after"]
    assert again.refusal == "clock-not-back"
    with closing(unlock(folder)) as session:
        assert [each.parsed().action for each in chain.entries(session.read)].count("CLOCK_EXPLAINED") == 1
