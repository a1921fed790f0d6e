"""`thb board`: the requests of a case with their deadlines, and the sheets, through the command."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.support.command_line import PASSPHRASE, Answer, CommandLine
from tests.support.offices import unlock
from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType, TransmissionChannel
from thb_desktop.domain.ids import RowId
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, cooperation
from thb_desktop.words import word

CASE, OTHER = "DEMO-A-PERLA", "DEMO-B-SCHELDE"


def test_the_board_tells_requests_with_their_deadlines_and_writes_a_sheet(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "board.pdf"

    done = thb("board", demo_vault, CASE, "--to", target, "--json", passphrase=PASSPHRASE)
    again = thb("board", demo_vault, CASE, "--to", target, "--json", passphrase=PASSPHRASE)

    assert done.code == 0
    assert len(done.json["instruments"]) >= 3
    assert all({"number", "wave", "answers", "deadlines"} <= set(each) for each in done.json["instruments"])
    assert done.json["pages"] >= 1
    assert target.read_bytes().startswith(b"%PDF")
    assert again.refusal == "already-exists"


def test_without_a_file_nothing_is_written_and_a_sheet_needs_one(thb: CommandLine, demo_vault: Path):
    done = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE)
    refused = thb("board", demo_vault, CASE, "--referral", "DELAYED_EIO", "--json", passphrase=PASSPHRASE)

    assert (done.code, done.json["pages"]) == (0, None)
    assert (refused.code, refused.refusal) == (2, "usage")


def test_a_referral_without_names_and_the_data_of_an_order_are_written(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    listed = thb("board", demo_vault, OTHER, "--json", passphrase=PASSPHRASE).json["instruments"]
    order = next(each["number"] for each in listed if each["number"].startswith("EIO"))
    referral = ("--referral", "DELAYED_EIO", "--wanted", "A meeting")

    for name, given in (("referral.pdf", referral), ("data.pdf", ("--data-for", order))):
        done = thb(
            "board", demo_vault, OTHER, "--to", tmp_path / name, *given, "--json", passphrase=PASSPHRASE
        )

        assert done.code == 0, done.err
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_referral_that_would_name_a_person_is_refused(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "sheet.pdf"

    refused = thb(
        *(
            "board",
            demo_vault,
            CASE,
            "--to",
            target,
            "--referral",
            "DELAYED_EIO",
            "--wanted",
            "Ask Claire Vandenhove",
            "--json",
        ),
        passphrase=PASSPHRASE,
    )

    assert (refused.code, refused.refusal) == (2, "name-in-sheet")
    assert not target.exists()


def test_a_referral_of_the_demonstration_is_written_although_a_word_contains_a_name(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "sheet.pdf"

    done = thb(
        *("board", demo_vault, CASE, "--to", target, "--referral", "DELAYED_EIO", "--wanted", "Help"),
        *("--json",),
        passphrase=PASSPHRASE,
    )

    assert done.code == 0, done.err  # "circonstances" is in it, and Stan is a name of the case
    assert target.exists()


def test_an_order_and_a_case_that_are_not_there_are_refused(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "sheet.pdf"

    order = thb(
        *("board", demo_vault, CASE, "--to", target, "--data-for", "EIO-99", "--json"), passphrase=PASSPHRASE
    )
    case = thb("board", demo_vault, "2026/99", "--json", passphrase=PASSPHRASE)

    assert (order.refusal, case.refusal) == ("not-found", "not-found")
    assert not target.exists()


def test_times_of_receipts_are_told_to_the_minute(thb: CommandLine, demo_vault: Path):
    said = thb("receipt", "list", demo_vault, CASE, passphrase=PASSPHRASE)
    (package,) = thb("receipt", "list", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["packages"]

    assert re.search(r", received \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d, exhibits accepted: ", said.out)
    assert [each["doubts"] for each in package["receipts"]] == [[]]


def test_a_package_is_noted_as_sent_with_what_is_known_of_it_and_what_a_person_says(
    thb: CommandLine, demo_vault: Path
):
    listed = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["instruments"]
    under = next(each["number"] for each in listed if each["number"] != "EIO-1")
    (package,) = thb("receipt", "list", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["packages"]
    number = package["number"]

    def sent(what: str, day: str, *under: str) -> Answer:
        said = ("--number", "S-1", "--channel", "COURIER", "--by", "The registry", "--on", day, *under)
        return thb("sent", demo_vault, CASE, what, *said, "--json", passphrase=PASSPHRASE)

    strange, undated = sent("none", "2026-01-15"), sent(number, "yesterday")
    noted = sent(number, "2026-01-15", "--under", under).json
    known = sent(number, "2026-01-15", "--number", "S-2", "--basis", "A copy for counsel").json

    assert noted["what"].startswith(f"{number} (")
    assert noted["what"].endswith(f"), SHA-256 {package['sha256']}")
    assert (noted["number"], noted["instrument"]) == ("S-1", under)
    assert (known["number"], known["instrument"]) == ("S-2", "EIO-1")  # that of the bundle's release
    assert (known["basis"], noted["basis"]) == ("A copy for counsel", "")
    assert (strange.refusal, undated.refusal) == ("not-found", "usage")


def told(thb: CommandLine, vault: Path) -> dict[str, list[str]]:
    """What the text says, by the number with which its lines begin."""
    said: dict[str, list[str]] = {}
    for line in thb("board", vault, CASE, passphrase=PASSPHRASE).out.splitlines():
        number, _, rest = line.partition(": ")
        said.setdefault(number, []).append(rest)
    return said


def test_each_instrument_is_told_with_its_kind_its_states_its_status_and_its_answers_also_without_deadline(
    thb: CommandLine, demo_vault: Path
):
    listed = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["instruments"]
    said = told(thb, demo_vault)

    by_number = {each["number"]: each for each in listed}
    waiting = [each["number"] for each in listed if not each["deadlines"]]
    assert {"JIT-1", "MLA-1"} <= {*waiting}
    for number, each in by_number.items():
        head = said[number][0]
        assert word(InstrumentType(each["type"]), "en") in head
        sides = [each["from_country"], each["to_country"]]
        parties = f"between {', '.join([*sides, *each['further_states']])}"
        assert (parties if number == "JIT-1" else " to ".join(sides)) in head
        assert word(InstrumentStatus(each["status"]), "en") in head
        assert all(answer in head for answer in each["answers"])
        assert ("no deadline open" in head) == (each["next_due"] is None)
    assert any(each["answers"] for each in listed)


def test_the_log_is_told_also_under_an_instrument_that_was_struck_out_and_under_none(
    thb: CommandLine, demo_vault: Path
):
    session = unlock(demo_vault)
    case = next(each.case for each in cases.list_cases(session) if each.case.reference == CASE)
    orders = {each.number: each.id for each in cooperation.list_instruments(session, case.id)}
    sent = Transmission(
        id=RowId(""),
        case_id=case.id,
        number="S-1",
        instrument_id=orders["MLA-1"],
        channel=TransmissionChannel.COURIER,
        sent_on=date(2026, 1, 15),
        incoming=False,
        by="The registry",
        what="The request",
        receipt="Slip 9",
    )
    board.note_transmission(session, sent)
    free = replace(sent, number="S-2", instrument_id=None, basis="A copy", incoming=None, receipt="")
    board.note_transmission(session, free)
    corrections.strike_out(session, "instrument", orders["MLA-1"], "Entered twice")
    session.close()

    said = told(thb, demo_vault)
    answer = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json

    (under,), (without,) = said["S-1"], said["S-2"]
    assert "MLA-1" not in said
    assert (
        under == "2026-01-15; sent; under MLA-1 (struck out); courier; by The registry; The request;"
        " receipt: Slip 9."
    )
    assert "direction not entered; A copy; " in without
    assert "no receipt entered" in without
    log = {each["number"]: each for each in answer["transmissions"]}
    assert (log["S-1"]["instrument"], log["S-1"]["instrument_struck"]) == ("MLA-1", True)
    assert (log["S-1"]["incoming"], log["S-2"]["incoming"]) == (False, None)
    assert (log["S-2"]["instrument"], log["S-2"]["basis"]) == (None, "A copy")
    assert log["S-1"]["channel"] == "COURIER"
