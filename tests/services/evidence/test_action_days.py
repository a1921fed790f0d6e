"""A joint action day: numbers issued to teams, what became of them, persons found, sheets and labels."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.action_days import BEGINS, action_team, person_found, voided_number
from tests.support.offices import Small, case_file, registered
from thb_desktop import errors
from thb_desktop.domain.action_day import (
    MOST,
    check_begun,
    check_found,
    check_twice,
    in_order_of_need,
    numbers_between,
    numbers_of,
    reconcile,
    rows_among,
    rows_told,
)
from thb_desktop.domain.action_day_codes import FoundNeed, FoundOutcome
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.labels import SHEETS, IssuedLabel, IssuedNumber, is_code, read_code
from thb_desktop.domain.zones import at_place
from thb_desktop.report.sheets import compose_sheet
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_day_sheets, action_days, labels
from thb_desktop.vault.tables import chain
from thb_desktop.words import ENGLISH, sentence

CASE, TEAM = CaseId("c"), RowId("t")


def test_numbers_run_as_they_are_written():
    assert numbers_between("EX-0098", "EX-0101") == ("EX-0098", "EX-0099", "EX-0100", "EX-0101")
    assert numbers_between("E-9", "E-11") == ("E-9", "E-10", "E-11")
    assert numbers_between(" 7 ", "7") == ("7",)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("EX-0101", "EX-0100"),
        ("EX-0101", "EX-150"),
        ("E-9", "E-011"),
        ("A-1", "B-2"),
        ("EX", "EX-2"),
        ("EX-1", "EX-"),
        ("E-1", f"E-{MOST + 1}"),
        ("E" * 120 + "1", "E" * 120 + "2"),
        ("E" * 3000 + "1", "E" * 3000 + "2"),
        ("\u0628" * 60 + "1", "\u0628" * 60 + "2"),
        ("E-\u0661", "E-\u0662"),
    ],
)
def test_what_is_no_row_of_numbers_is_refused(first: str, last: str):
    with pytest.raises(errors.NumbersRangeError):
        numbers_between(first, last)


def test_issued_is_used_and_voided_and_what_is_neither_is_named():
    team = action_team(CASE, id=TEAM, last_number="EX-0105")

    found = reconcile(team, {"EX-0101", "EX-0104", "EX-0900"}, ["EX-0102", "EX-0104", "EX-0700"], BEGINS)

    assert found.open == ("EX-0103", "EX-0105")
    assert (found.used, found.voided, found.both) == (
        ("EX-0101", "EX-0104"),
        ("EX-0102", "EX-0104"),
        ("EX-0104",),
    )
    assert {each.case for each in found.findings} == {
        "numbers-open",
        "used-and-voided",
        "voided-elsewhere",
    }
    whole = reconcile(team, set(numbers_of(team)) - {"EX-0102"}, ["EX-0102"], BEGINS)
    assert whole.findings == ()
    assert len(whole.issued) == len(whole.used) + len(whole.voided)


def test_the_longest_number_that_is_issued_is_read_from_its_label():
    for first in ("E" * 119 + "1", "\u0628" * 59 + "01"):
        (number,) = numbers_between(first, first)
        issued = IssuedNumber(case_id=CaseId("0" * 32), number=number)

        read = read_code(IssuedLabel(issued=issued, case="").code)

        assert isinstance(read, IssuedNumber)
        assert read.number == number


def test_open_numbers_are_rows_and_a_bounded_number_of_them_is_named():
    team = action_team(CASE, id=TEAM, first_number="EX-0101", last_number="EX-0600")
    issued = numbers_of(team)

    (whole,) = reconcile(team, [], [], BEGINS).findings
    (gaps,) = reconcile(team, issued[1::2], [], BEGINS).findings

    assert whole.values["numbers"] == ("EX-0101 \u2013 EX-0600",)
    told = gaps.values["numbers"]
    assert isinstance(told, tuple)
    assert told[:2] == ("EX-0101", "EX-0103")
    assert (len(told), told[-1]) == (11, "\u2026 (+240)")
    assert len(rows_told(rows_among(issued, issued[::2]))) == 250


def test_nobody_is_warned_of_open_numbers_before_the_team_begins():
    before = BEGINS - timedelta(minutes=1)
    teams = [reconcile(action_team(CASE, id=TEAM, number=f"T-{n}"), [], [], before) for n in range(1, 21)]

    (said,) = check_begun(teams)

    assert all(each.findings == () and each.open for each in teams)
    assert said.standing.name == "HOLDS"
    assert said.values["teams"] == (*(f"T-{n}" for n in range(1, 11)), "\u2026 (+10)")
    assert list(check_begun([reconcile(action_team(CASE), [], [], BEGINS)])) == []


def test_numbers_that_two_teams_both_have_are_told():
    """A program of a colleague's own can issue them again, without the rules of the services."""
    ranges = {"T-1": ("EX-0101", "EX-0120"), "T-2": ("EX-0121", "EX-0130"), "T-3": ("EX-0110", "EX-0122")}
    teams = [
        reconcile(
            action_team(CASE, id=RowId(name), number=name, first_number=first, last_number=last),
            [],
            [],
            BEGINS,
        )
        for name, (first, last) in ranges.items()
    ]

    told = list(check_twice(teams))

    assert [(each.case, each.about) for each in told] == [("issued-twice", "T-3")] * 2
    assert [(each.values["other"], each.values["numbers"]) for each in told] == [
        ("T-1", ("EX-0110 \u2013 EX-0120",)),
        ("T-2", ("EX-0121 \u2013 EX-0122",)),
    ]
    assert list(check_twice(teams[:2])) == []


def test_the_comparison_of_an_action_day_tells_numbers_that_were_issued_twice(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    with session.work() as work:
        again = replace(team, id=RowId(session.new_id(work.at)), number="T-9")
        work.save(again)
        work.record(small.case.id, VaultAction.ACTION_DAY_NOTED)

    day = action_days.action_day_of(session, small.case.id)

    assert "action-day.issued-twice" in [each.key for each in action_days.findings_of(day)]


def test_a_voided_number_is_read_without_blanks_as_a_range_is(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))

    action_days.void_number(session, voided_number(small.case.id, team.id, number=" EX-0101 "))

    assert action_days.action_day_of(session, small.case.id).teams[0].voided == ("EX-0101",)


@pytest.mark.parametrize("written", ["EX-0107 \u2013 EX-0109", "EX-0107\u2013EX-0109", " EX-0107 - EX-0109 "])
def test_a_row_of_numbers_is_voided_in_one_act(session: Session, small: Small, written: str):
    team = action_days.add_team(session, action_team(small.case.id, last_number="EX-0110"))

    first = action_days.void_number(session, voided_number(small.case.id, team.id, number=written))

    (reconciled,) = action_days.action_day_of(session, small.case.id).teams
    assert first.number == "EX-0107"
    assert reconciled.voided == ("EX-0107", "EX-0108", "EX-0109")


def test_a_row_of_numbers_is_voided_whole_or_not_at_all(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id, last_number="EX-0110"))
    registered(session, small, number="EX-0109")
    refusals = {
        "EX-0107 \u2013 EX-0109": errors.NumbersTakenError,
        "EX-0110 \u2013 EX-0111": errors.NumberNotIssuedError,
        "EX-0107 \u2013 EX-0105": errors.NumbersRangeError,
    }

    for written, refusal in refusals.items():
        with pytest.raises(refusal) as refused:
            action_days.void_number(session, voided_number(small.case.id, team.id, number=written))
        assert refused.value.field == "voided_number.number"

    assert action_days.list_voided(session, small.case.id) == ()


def test_a_person_for_whom_nothing_is_decided_is_told_after_a_day_and_warned_of_after_three():
    waiting = person_found(CASE, TEAM, id=RowId("p"))
    at = waiting.found_at

    def told(hours: float, **changes: object) -> list[str]:
        one = replace(waiting, **changes)  # type: ignore[arg-type]  # fields of a person found
        return [each.standing.name for each in check_found([one], at + timedelta(hours=hours))]

    assert told(23.9) == []
    assert told(24) == ["HOLDS"]
    assert told(72) == ["UNKNOWN"]
    (late,) = check_found([waiting], at + timedelta(days=180, hours=4))
    assert "nothing is decided 180 days after" in sentence(late, ENGLISH)
    assert told(72, outcome=FoundOutcome.REFERRED) == []
    assert told(72, struck="Twice") == []


def test_who_waits_comes_first_and_of_these_who_may_be_a_child_or_needs_a_doctor():
    early = person_found(CASE, TEAM, number="F-1")
    decided = replace(early, number="F-2", outcome=FoundOutcome.REFERRED, may_be_child=True)
    child = replace(early, number="F-3", found_at=early.found_at + timedelta(hours=2), may_be_child=True)
    hurt = replace(
        early, number="F-4", found_at=early.found_at + timedelta(hours=3), needs=(FoundNeed.MEDICAL,)
    )

    found = in_order_of_need([decided, early, hurt, child])

    assert [each.number for each in found] == ["F-3", "F-4", "F-1", "F-2"]


def test_a_day_is_entered_compared_corrected_and_each_act_is_an_event(session: Session, small: Small):
    size = session.journal.size
    team = action_days.add_team(session, action_team(small.case.id))
    voided = action_days.void_number(session, voided_number(small.case.id, team.id))
    person = action_days.add_person_found(session, person_found(small.case.id, team.id))
    registered(session, small, number="EX-0101", seal="BE-101")

    before = action_days.action_day_of(session, small.case.id)
    corrections.correct(session, replace(voided, number="EX-0103"), "Wrong label")
    corrections.correct(session, replace(person, outcome=FoundOutcome.TO_BE_HEARD), "Decided")
    registered(session, small, number="EX-0102", seal="BE-102")
    after = action_days.action_day_of(session, small.case.id)

    assert [each.open for each in before.teams] == [("EX-0103",)]
    assert [each.findings for each in after.teams] == [()]
    assert after.findings == ()
    told = [entry.parsed().action for entry in chain.entries(session.read)][size:]
    assert told.count("ACTION_DAY_NOTED") == 3
    assert told.count("ENTRY_CORRECTED") == 2


def test_a_number_goes_to_one_team_and_none_that_an_exhibit_has(session: Session, small: Small):
    registered(session, small, number="EX-0150", seal="BE-150")
    team = action_days.add_team(session, action_team(small.case.id))
    other = cases.open_case(session, case_file(reference="2026/2"))

    for first, last in (("EX-0103", "EX-0110"), ("EX-0149", "EX-0151")):
        with pytest.raises(errors.NumbersTakenError):
            action_days.add_team(
                session, action_team(small.case.id, number="T-2", first_number=first, last_number=last)
            )
    with pytest.raises(errors.NumbersTakenError):
        corrections.correct(session, replace(team, last_number="EX-0150"), "More")
    action_days.add_team(session, action_team(other.id))
    corrections.strike_out(session, "action_team", team.id, "Called off")
    action_days.add_team(session, action_team(small.case.id, number="T-2"))

    assert len(action_days.action_day_of(session, small.case.id).teams) == 1


def test_the_voided_numbers_of_a_team_are_struck_out_with_it_and_free_again(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    for number in ("EX-0101", "EX-0102"):
        action_days.void_number(session, voided_number(small.case.id, team.id, number=number))

    corrections.strike_out(session, "action_team", team.id, "Called off")
    again = action_days.add_team(session, action_team(small.case.id, number="T-2"))
    action_days.void_number(session, voided_number(small.case.id, again.id))

    listed = action_days.list_voided(session, small.case.id)
    assert {(each.number, each.team_id, each.struck) for each in listed} == {
        ("EX-0101", team.id, "Called off"),
        ("EX-0102", team.id, "Called off"),
        ("EX-0102", again.id, ""),
    }
    with pytest.raises(errors.StruckOutError):
        action_days.void_number(session, voided_number(small.case.id, team.id, number="EX-0103"))


def test_a_number_in_use_by_its_own_team_stays_when_the_team_is_corrected(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    registered(session, small, number="EX-0101", seal="BE-101")

    corrected = corrections.correct(session, replace(team, last_number="EX-0104"), "One more")

    assert numbers_of(corrected)[-1] == "EX-0104"


def test_only_a_number_of_the_team_that_no_exhibit_has_is_voided(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    registered(session, small, number="EX-0101", seal="BE-101")

    for number, error in (("EX-0104", errors.NumberNotIssuedError), ("EX-0101", errors.NumbersTakenError)):
        with pytest.raises(error):
            action_days.void_number(session, voided_number(small.case.id, team.id, number=number))


def test_the_run_sheet_tells_when_the_others_begin_by_the_clock_of_the_team(session: Session, small: Small):
    """Also in the night in which the clocks change: both moments are the same."""
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    own = action_days.add_team(
        session, action_team(small.case.id, begins_at=at_place(night, "Europe/Bucharest"))
    )
    action_days.add_team(
        session,
        action_team(
            small.case.id,
            number="T-2",
            place="Antwerpen",
            begins_at=at_place(night + timedelta(hours=1), "Europe/Brussels"),
            first_number="EX-0201",
            last_number="EX-0202",
        ),
    )

    sheet = action_day_sheets.run_sheet(session, small.case.id, own.id)

    texts = "\n".join(sheet.texts())
    assert "UTC+02:00, Bucarest (Europe/Bucharest)" in sheet.texts(), "the clock by which the team writes"
    assert {said("jad_clock", "fr"), said("jad_other_clock", "fr")} <= set(sheet.texts())
    assert said("jad_by_clock", "fr") in texts
    assert "2026-03-29 02:30 +02:00" in texts
    assert "2026-03-29 04:30 +03:00" in texts
    assert "2026-03-29 03:30 +02:00" in texts
    assert {"EX-0101", "EX-0102", "EX-0103"} <= set(sheet.texts())
    assert "EX-0201" not in sheet.texts()
    assert compose_sheet(sheet, BytesIO()) >= 1


def test_what_is_open_is_printed(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    action_days.add_person_found(session, person_found(small.case.id, team.id, seen="Cold, no shoes"))

    texts = action_day_sheets.reconciliation_sheet(session, small.case.id).texts()

    assert any("EX-0101 \u2013 EX-0103" in each for each in texts)
    assert "Cold, no shoes" in texts


def test_the_sheet_after_the_day_tells_why_numbers_were_voided_which_team_found_whom_and_when_it_was_printed(
    session: Session, small: Small
):
    team = action_days.add_team(session, action_team(small.case.id))
    for number in ("EX-0101", "EX-0102"):
        action_days.void_number(session, voided_number(small.case.id, team.id, number=number))
    action_days.void_number(
        session, voided_number(small.case.id, team.id, number="EX-0103", reason="Nothing found", by="P-1")
    )
    action_days.add_person_found(session, person_found(small.case.id, team.id))
    action_days.add_person_found(
        session, person_found(small.case.id, team.id, number="F-2", may_be_child=True)
    )

    sheet = action_day_sheets.reconciliation_sheet(session, small.case.id)

    numbers, voided, persons = sheet.parts
    assert session.user.name in sheet.printed
    assert numbers.text == said("jad_nothing_open", "fr"), "what waits for persons is told with the persons"
    assert [text for _, text in voided.columns] == [
        ("T-1", "T-1"),
        ("EX-0101 \u2013 EX-0102", "EX-0103"),
        ("Label torn", "Nothing found"),
        ("", "P-1"),
    ]
    assert [each.index("F-") > 0 for each in persons.text.splitlines()] == [True, True]
    assert persons.text.index("F-2") < persons.text.index("F-1"), "who may be a child waits first"
    assert (said("jad_team_column", "fr"), ["T-1", "T-1"]) in persons.columns
    assert compose_sheet(sheet, BytesIO()) == 1


def test_the_lines_for_persons_have_the_number_of_the_team_so_that_two_teams_write_no_number_twice(
    session: Session, small: Small
):
    team = action_days.add_team(session, action_team(small.case.id))

    sheet = action_day_sheets.run_sheet(session, small.case.id, team.id)

    assert (said("jad_line", "fr"), [f"T-1/{each}" for each in range(1, 7)]) in sheet.parts[-1].columns
    assert session.user.name in sheet.printed


def test_no_heading_of_a_sheet_stands_over_nothing(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))

    run = action_day_sheets.run_sheet(session, small.case.id, team.id)
    after = action_day_sheets.reconciliation_sheet(session, small.case.id)

    assert said("jad_no_others", "fr") in run.texts()
    assert said("jad_none_found", "fr") in after.texts()


def test_a_label_printed_in_advance_leads_to_the_exhibit_that_gets_its_number(
    session: Session, small: Small, tmp_path: Path
):
    team = action_days.add_team(session, action_team(small.case.id))
    made = labels.labels_of_team(session, small.case.id, team.id, SHEETS["3x8"])
    code = made.labels[1].code

    with pytest.raises(errors.NumberNotIssuedError):
        labels.find_scanned(session, small.case.id, code)
    kept = registered(session, small, number="EX-0102", seal="BE-102")

    for text in (code, code.lower(), code.replace(":", ".")):
        assert is_code(text)
        assert labels.find_scanned(session, small.case.id, text).id == kept.id
    assert labels.write_labels(made, tmp_path / "labels.pdf") == 1
    shown = subprocess.run(["pdftotext", tmp_path / "labels.pdf", "-"], capture_output=True, check=True)
    assert "EX-0103" in shown.stdout.decode()
    other = cases.open_case(session, case_file(reference="2026/2"))
    for case_id, scanned in (
        (other.id, code),
        (None, IssuedLabel(issued=IssuedNumber(case_id=CaseId("0" * 32), number="E-1"), case="").code),
    ):
        with pytest.raises(errors.CodeForeignError):
            labels.find_scanned(session, case_id, scanned)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda code: code[:-1],
        lambda code: code.replace("THB2", "THB1"),
        lambda code: code[:40] + ("0" if code[40] != "0" else "1") + code[41:],
        lambda code: code + "0",
    ],
)
def test_a_spoiled_label_of_a_number_is_refused(spoil):  # type: ignore[no-untyped-def]  # a lambda
    code = IssuedLabel(issued=IssuedNumber(case_id=CaseId("0" * 32), number="EX-0101"), case="").code

    with pytest.raises(errors.CodeNotReadError):
        read_code(spoil(code))


def test_the_time_of_a_team_keeps_its_place(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))

    (found,) = action_days.list_teams(session, small.case.id)

    assert found == team
    assert found.begins_at.tzname() == BEGINS.tzname() == "Europe/Bucharest"


def test_a_voided_number_is_asked_about_with_who_entered_it_when_and_why(session: Session, small: Small):
    case_id = small.case.id
    team = action_days.add_team(session, action_team(case_id))
    action_days.void_number(session, voided_number(case_id, team.id))
    other = action_days.void_number(
        session, voided_number(case_id, team.id, number="EX-0103", by="Sgt. Exemple")
    )

    asked = action_days.ask_before(session, case_id, " EX-0102 ")
    as_said = action_days.ask_before(session, case_id, "EX-0103")

    assert asked is not None
    assert as_said is not None
    assert asked.field == "exhibit.number"
    said = sentence(asked, ENGLISH)
    assert f"Number EX-0102 was voided. {session.user.name} entered that on 20" in said
    assert "\u201cLabel torn\u201d" in said
    assert "was voided, said by Sgt. Exemple." in sentence(as_said, ENGLISH)
    assert action_days.ask_before(session, case_id, "EX-0101") is None
    assert action_days.ask_before(session, CASE, "EX-0102") is None
    corrections.strike_out(session, "voided_number", other.id, "Found after all")
    assert action_days.ask_before(session, case_id, "EX-0103") is None


def test_a_voided_number_is_looked_up(session: Session, small: Small):
    team = action_days.add_team(session, action_team(small.case.id))
    action_days.void_number(session, voided_number(small.case.id, team.id))
    asked: list[str] = []
    session.read.set_trace_callback(asked.append)
    action_days.ask_before(session, small.case.id, "EX-0102")
    session.read.set_trace_callback(None)
    (query,) = [each for each in asked if "FROM voided_number" in each]
    (step,) = session.read.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert "voided_number_once (case_id=? AND number=?)" in step[3]
