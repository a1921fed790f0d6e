"""`thb custody` on the demonstration: the record, what it leaves open, and the exit code."""

from datetime import date
from pathlib import Path
from shutil import copytree

from tests.support.command_line import Answer, CommandLine
from tests.support.controllers import new_session
from tests.support.ewf import ewf
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE as TYPED
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.samples.demo import PASSPHRASE

CASE = "DEMO-A-PERLA"


def test_the_record_of_an_exhibit_is_printed_with_what_it_leaves_open(thb: CommandLine, demo_vault: Path):
    said = thb("custody", demo_vault, CASE, "E-04", passphrase=PASSPHRASE)
    told = thb("custody", demo_vault, CASE, "E-04", "--json", passphrase=PASSPHRASE)

    (exhibit,) = told.json["exhibits"]
    (finding,) = exhibit["findings"]
    assert (said.code, told.code) == (41, 41)
    assert "Between event 1 and event 2, nothing tells where the exhibit was" in said.out
    assert f"\n         {finding['resolved_by']}\n" in said.out
    assert [event["action"] for event in exhibit["events"]][:2] == ["SEIZED", "EXAMINED"]
    assert (finding["code"], finding["event"]) == ("custody.gap", 2)
    assert finding["resolved_by"].startswith("Record where it was kept")


def test_a_transfer_that_nobody_confirmed_is_a_note_and_not_called_valid(thb: CommandLine, demo_vault: Path):
    said = thb("custody", demo_vault, CASE, "E-02", passphrase=PASSPHRASE)

    assert "   note  Event 3: the transfer is not confirmed by the giver" in said.out
    assert "valid  " not in said.out


def test_an_exhibit_with_an_unbroken_record_ends_with_success(thb: CommandLine, demo_vault: Path):
    told = thb("custody", demo_vault, CASE, "E-03", "--json", passphrase=PASSPHRASE)

    assert (told.code, told.json["open"]) == (0, False)
    offsets = [event["occurred_at"][-6:] for event in told.json["exhibits"][0]["events"]]
    assert offsets[:3] == ["+03:00", "+03:00", "+02:00"]


def test_each_exhibit_of_a_case_is_printed_without_a_number(thb: CommandLine, demo_vault: Path):
    told = thb("custody", demo_vault, CASE, "--json", passphrase=PASSPHRASE)

    open_ones = [each["number"] for each in told.json["exhibits"] if each["findings"]]
    assert told.code == 41
    assert open_ones == ["E-02", "E-04", "E-07", "E-16"]


def test_an_exhibit_that_is_not_there_is_told(thb: CommandLine, demo_vault: Path):
    assert thb("custody", demo_vault, CASE, "E-99", "--json", passphrase=PASSPHRASE).code == 2


def test_a_receiver_is_told_which_exhibits_have_something_open(thb: CommandLine, demonstration: Path):
    root = ("--root", demonstration / "root-certificate.pem")

    said = [thb("verify", demonstration / f"{name}.pdf", *root) for name in ("perla", "schelde")]

    assert [each.code for each in said] == [0, 0]
    assert "E-02, E-04, E-16: The custody events leave something open" in " ".join(said[0].out.split())
    assert "E-05: The custody events leave something open" in " ".join(said[1].out.split())
    early = "A record in the bundle says that it was shown before it came"
    assert f"E-16: {early}" in " ".join(said[0].out.split())
    assert early not in " ".join(said[1].out.split())


def test_stored_files_are_read_again_for_a_reason_when_they_are_due(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    vault = tmp_path / "copy.thbvault"
    copytree(demo_vault, vault)

    def said(*more: str) -> Answer:
        return thb("custody", vault, CASE, "--rehash", "Yearly", *more, "--json", passphrase=PASSPHRASE)

    unset = said()
    none = said("--not-since", "2020-01-01")
    one = said("E-10", "--all")
    interval = thb("rehash-time", vault, "--months", "12", "--reason", "Why", "--json", passphrase=PASSPHRASE)
    due = said()
    rest = said("--not-since", one.json["begun"])

    assert (unset.code, unset.refusal) == (2, "rehash-time-missing")
    assert (none.code, none.json["due"]) == (0, 0)
    assert (one.code, one.json["read"], one.json["quarantined"]) == (0, 1, [])
    assert interval.json["months"] == 12
    assert (due.code, due.json["due"]) == (0, 0)
    assert (rest.code, rest.json["read"], rest.json["left"]) == (0, rest.json["due"], [])
    assert rest.json["read"] > 3


def test_an_image_whose_data_are_not_as_it_states_is_told_and_does_not_end_with_success(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    vault, image = tmp_path / "copy.thbvault", tmp_path / "a.E01"
    copytree(demo_vault, vault)
    image.write_bytes(ewf(bytes(5120), md5=b"\1" * 16, sha1=b"")[0])
    assert thb("take", vault, CASE, "E-10", image, passphrase=PASSPHRASE).code == 0

    typed = ("custody", vault, CASE, "E-10", "--rehash", "Yearly", "--all")
    told = thb(*typed, "--json", passphrase=PASSPHRASE)
    said = thb(*typed, passphrase=PASSPHRASE)

    assert (told.code, told.json["quarantined"], told.json["other_data"]) == (40, [], ["E-10"])
    assert said.code == 40
    assert "The content is not as stated: E-10" in said.out


def test_a_number_of_no_exhibit_and_a_time_without_a_reason_are_refused(thb: CommandLine, demo_vault: Path):
    typed = ("custody", demo_vault, CASE)

    unknown = thb(*typed, "E-99", "--rehash", "Yearly", "--all", "--json", passphrase=PASSPHRASE)
    everything = thb(*typed, "--all", "--json", passphrase=PASSPHRASE)
    since = thb(*typed, "--not-since", "2026-01-01", "--json", passphrase=PASSPHRASE)

    assert (unknown.code, unknown.refusal) == (2, "not-found")
    assert [(each.code, each.refusal) for each in (everything, since)] == [(2, "usage")] * 2


def test_what_is_kept_until_a_day_is_listed_with_its_ground(thb: CommandLine, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    for number, year in (("E-1", 2090), ("E-2", 2020)):
        decided = {"keep_ground": "Order 7", "keep_decided_by": "Judge Exemple"}
        kept = exhibit(small, number=number, keep_until=date(year, 1, 1), **decided)
        exhibits.register_exhibit(session, kept, act())
    session.close()

    def said(*typed: str) -> Answer:
        return thb("custody", vault, small.case.reference, *typed, passphrase=TYPED)

    every = said("--kept-until", "2090-01-01", "--json")
    one = said("E-1", "--kept-until", "2090-01-01")
    none = said("--kept-until", "1999-01-01")
    wrong = said("--kept-until", "soon", "--json")

    assert [(each["number"], each["due"]) for each in every.json["exhibits"]] == [
        ("E-2", True),
        ("E-1", False),
    ]
    assert (every.code, every.json["open"]) == (41, True)
    assert (one.code, one.out.strip()) == (0, "E-1  2090-01-01  Order 7  Judge Exemple")
    assert (none.code, none.out.strip()) == (0, "No exhibit is kept until such a day.")
    assert (wrong.code, wrong.refusal) == (2, "usage")
