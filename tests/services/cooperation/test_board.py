"""Deadlines with how they were counted, the board of a case, and its sheets."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.persons.test_claims import SAID, claim
from tests.support.instruments import added
from tests.support.offices import IDENTITY, Small, held_interview, registered
from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.cooperation_codes import (
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    PostponementGround,
    ReferralProblem,
    TransmissionChannel,
)
from thb_desktop.domain.deadlines import DeadlineCode, deadlines_of, easter_sunday, last_day
from thb_desktop.domain.ids import OfficialId, RowId
from thb_desktop.domain.instrument_links import Linked, LinkSaid
from thb_desktop.domain.person_claims import ClaimWords
from thb_desktop.domain.vocabulary import ClaimKind
from thb_desktop.errors import (
    FieldMissingError,
    NameInSheetError,
    NamesNotComparedError,
    NotAllowedError,
    NotFoundError,
    PackRefusedError,
    ReasonMissingError,
)
from thb_desktop.services.bundling import referrals
from thb_desktop.services.case_file import sheets
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, board_sheets
from thb_desktop.services.cooperation.data_sheet import data_sheet
from thb_desktop.services.core import packs
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import claims, people
from thb_desktop.words import sentence

PACK = packs.pack_of(packs.shipped_text())
RO, BE = PACK.holidays_of("RO"), PACK.holidays_of("BE")


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
        (2026, date(2026, 4, 5), date(2026, 4, 12)),
        (2027, date(2027, 3, 28), date(2027, 5, 2)),
        (2038, date(2038, 4, 25), date(2038, 4, 25)),
    ],
)
def test_easter_is_where_each_church_has_it(year: int, western: date, eastern: date):
    assert easter_sunday(year, is_eastern=False) == western
    assert easter_sunday(year, is_eastern=True) == eastern


def test_the_day_of_the_event_is_not_counted_and_no_period_ends_on_a_day_of_rest():
    assert last_day(date(2026, 3, 20), 7, None) == (date(2026, 3, 27), date(2026, 3, 27))
    assert last_day(date(2026, 3, 21), 7, None) == (date(2026, 3, 28), date(2026, 3, 30))  # a Saturday
    assert last_day(date(2026, 3, 27), 7, BE)[1] == date(2026, 4, 3)  # Good Friday is no holiday there
    assert last_day(date(2026, 3, 27), 9, BE)[1] == date(2026, 4, 7)  # Easter Sunday, then Easter Monday
    assert last_day(date(2026, 4, 3), 7, RO)[1] == date(
        2026, 4, 14
    )  # Good Friday to Easter Monday in Romania


def standing(session: Session, small: Small, on: date, **changes: object) -> dict[str, tuple[str, str]]:
    made = added(session, small, **changes)
    found = {}
    for each in deadlines_of(made, PACK.deadlines, PACK.holidays_of(made.to_country), on):
        assert sentence(each.finding, "fr") != sentence(each.finding, "en")
        found[each.code] = (each.finding.case, each.due.isoformat() if each.due else "")
    return found


def test_an_order_has_a_week_for_receipt_and_thirty_days_for_recognition_and_ninety_for_execution(
    session: Session, small: Small
):
    on = date(2026, 4, 10)

    assert standing(session, small, on, received_on=date(2026, 4, 7)) == {
        DeadlineCode.EIO_ACK: ("soon", "2026-04-14"),
        DeadlineCode.EIO_RECOG: ("due", "2026-05-07"),
        DeadlineCode.EIO_EXEC: ("not-begun", ""),
        DeadlineCode.EIO_PROVISIONAL: ("depends", "2026-04-08"),
        DeadlineCode.EIO_INTERCEPT_OBJ: ("depends", "2026-04-11"),
    }
    assert standing(
        session,
        small,
        on,
        number="EIO-2",
        received_on=date(2026, 3, 20),
        acknowledged_on=date(2026, 3, 28),
        recognised_on=date(2026, 4, 2),
        due_on=date(2026, 4, 9),
    ) == {
        DeadlineCode.EIO_ACK: ("met-late", "2026-03-27"),
        DeadlineCode.EIO_RECOG: ("met", "2026-04-20"),
        DeadlineCode.EIO_EXEC: ("due", "2026-07-01"),
        DeadlineCode.ASKED: ("overdue", "2026-04-09"),
    }


def test_an_extension_and_a_postponement_with_their_grounds_move_a_deadline(session: Session, small: Small):
    on = date(2026, 8, 1)
    extended = standing(
        session, small, on, received_on=date(2026, 3, 20), extended_because="The court of Cluj asked for time"
    )
    postponed = standing(
        session,
        small,
        on,
        number="EIO-2",
        received_on=date(2026, 3, 20),
        recognised_on=date(2026, 4, 2),
        postponed_because=PostponementGround.ONGOING_INVESTIGATION,
        postponed_until=date(2026, 9, 1),
    )

    assert extended[DeadlineCode.EIO_RECOG] == ("overdue", "2026-05-19")
    assert postponed[DeadlineCode.EIO_EXEC] == ("postponed", "2026-07-01")


def test_the_reason_of_a_deadline_is_told_with_its_rule_and_the_holidays(session: Session, small: Small):
    made = added(session, small, received_on=date(2026, 4, 3))

    (first, *_) = deadlines_of(made, PACK.deadlines, RO, date(2026, 4, 4))
    (bare, *_) = deadlines_of(made, PACK.deadlines, None, date(2026, 4, 4))

    told = sentence(first.finding, "en")
    assert "7 days from 2026-04-03, that day not counted" in told
    assert "Regulation 1182/71" in told
    assert "Article 16(1)" in told
    assert first.due == date(2026, 4, 14)
    assert "no holidays of RO" in sentence(bare.finding, "en")


def test_a_refused_order_waits_for_nothing(session: Session, small: Small):
    assert standing(session, small, date(2026, 8, 1), status=InstrumentStatus.REFUSED) == {}


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ('since = "received_on"', 'since = "status_on"', "deadline"),
        ('code = "EIO_ACK"', 'code = "NO_SUCH"', "heading"),
        ('code = "EIO_ACK"', 'code = "NO_SUCH"\nheading = { en = " " }', "en"),
        ('code = "EIO_ACK"', 'code = "EIO_RECOG"', "code"),
        ('code = "EIO_ACK"', 'code = "ASKED"', "code"),
        ("days = 7", "", "hours"),
        ("days = 7", "days = 7\nhours = 24", "hours"),
        ("days = 7", "hours = 24\nlonger = 24", "hours"),
        ('only_if = "urgent"', 'only_if = "note"', "only_if"),
        ("days = 7", "days = 0", "days"),
        ('church = "western"', 'church = "northern"', "church"),
        ('"01-01", "01-06"', '"13-01", "01-06"', "days"),
    ],
)
def test_what_is_no_deadline_and_no_holiday_is_refused(before: str, after: str, part: str):
    with pytest.raises(PackRefusedError) as told:
        packs.pack_of(packs.shipped_text().replace(before, after, 1))

    assert told.value.named == {"part": part}


def transmission(small: Small, instrument_id: str | None, **changes: object) -> Transmission:
    fields: dict[str, object] = {
        "id": RowId(""),
        "case_id": small.case.id,
        "number": "T-1",
        "instrument_id": instrument_id,
        "channel": TransmissionChannel.E_EDES,
        "sent_on": date(2026, 3, 20),
        "incoming": False,
        "by": "Clerk of the court",
        "what": "The order with its translation",
    }
    return Transmission(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_board_tells_waves_answers_and_transmissions(session: Session, small: Small):
    late = added(session, small, number="EIO-9", wave=2, to_country="NL")
    first = added(session, small, wave=1)
    loose = added(session, small, number="EIO-3")
    answer = added(session, small, number="A-1", related_id=first.id, related_as=InstrumentLink.ANSWERS)
    registered(session, small, instrument_id=first.id)
    held_interview(session, small, instrument_id=first.id)
    sent = board.note_transmission(session, transmission(small, first.id))
    struck = board.note_transmission(session, transmission(small, first.id, number="T-2"))
    corrections.strike_out(session, "transmission", struck.id, "Entered twice")

    lines = board.board_of(session, small.case.id)

    assert [each.instrument.number for each in lines[:2]] == [first.number, late.number]
    assert {each.instrument.number for each in lines[2:]} == {loose.number, answer.number}
    assert set(lines[0].answers) == {"I-01", "E-1"}
    assert lines[0].links == (Linked(how=LinkSaid.ANSWERED_BY, other="A-1"),)
    assert lines[0].transmissions == (sent,)


def test_an_agreement_on_the_board_has_parties_and_goes_from_none_to_another(session: Session, small: Small):
    added(session, small)
    added(session, small, number="JIT-1", type=InstrumentType.JIT_AGREEMENT, further_states=("NL",))

    columns = dict(board_sheets.columns_of(list(board.board_of(session, small.case.id)), "en"))

    shown = dict(zip(columns["Number in the file"], columns["States"], strict=True))
    assert shown == {"EIO-1": "BE \u2192 RO", "JIT-1": "BE, RO, NL"}


def test_the_last_transmission_on_the_board_is_that_of_the_last_day_and_not_the_one_entered_last(
    session: Session, small: Small
):
    made = added(session, small)
    answer = board.note_transmission(
        session, transmission(small, made.id, number="T-2", sent_on=date(2026, 5, 4), incoming=True)
    )
    order = board.note_transmission(
        session, transmission(small, made.id, number="T-1", sent_on=date(2026, 3, 20))
    )

    (line,) = board.board_of(session, small.case.id)

    assert line.transmissions == (order, answer)


def test_what_went_under_no_instrument_is_noted_on_another_basis_and_stands_in_the_printed_log(
    session: Session, small: Small, tmp_path: Path
):
    for unsaid in ("", "  "):
        with pytest.raises(FieldMissingError) as refused:
            board.note_transmission(session, transmission(small, None, basis=unsaid))
        assert refused.value.field == "transmission.basis"
    basis = "Spontanément"
    noted = board.note_transmission(session, transmission(small, None, number="S-1", basis=basis))
    made = added(session, small)
    corrected = corrections.correct(session, replace(noted, instrument_id=made.id, basis=""), "Under it")
    with pytest.raises(FieldMissingError):
        corrections.correct(session, replace(corrected, instrument_id=None), "Under none")
    corrections.correct(session, noted, "Under none after all")

    assert board.list_log(session, small.case.id) == ((None, noted),)
    sheets.write_sheet(board_sheets.board_sheet(session, small.case.id), tmp_path / "board.pdf")
    assert basis in printed(tmp_path / "board.pdf").partition("Journal des transmissions")[2]


def printed(path: Path) -> str:
    made = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s+", " ", made.stdout)


def test_the_board_is_printed_with_waves_and_reasons(session: Session, small: Small, tmp_path: Path):
    made = added(session, small, wave=1, received_on=date(2026, 3, 20))
    digest = "ab12cd34" * 8
    board.note_transmission(
        session, transmission(small, made.id, what=f"A-001 (B-001), SHA-256 {digest}", receipt="Slip 9")
    )

    pages = sheets.write_sheet(board_sheets.board_sheet(session, small.case.id), tmp_path / "board.pdf")

    text = printed(tmp_path / "board.pdf")
    assert pages == 1
    assert "Vague 1" in text
    assert "e-EDES" in text
    assert "1182/71" in text
    log = text.partition("Journal des transmissions")[2]
    assert "Slip 9" in log
    assert "Venu de l'autre" in log
    assert digest not in log
    assert "ab12" in log
    assert re.search(r"\d\d\.;", text) is None


def test_the_printed_log_keeps_what_went_under_a_request_that_was_struck_out(
    session: Session, small: Small, tmp_path: Path
):
    made, other = added(session, small), added(session, small, number="EIO-2")
    first = board.note_transmission(session, transmission(small, made.id, what="The first order"))
    later = transmission(small, other.id, number="T-2", sent_on=date(2026, 3, 21))
    board.note_transmission(session, later)
    corrections.strike_out(session, "instrument", made.id, "Entered twice")

    sheets.write_sheet(board_sheets.board_sheet(session, small.case.id), tmp_path / "board.pdf")

    log = printed(tmp_path / "board.pdf").partition("Journal des transmissions")[2]
    assert "The first order" in log
    assert "EIO-1 (rayé)" in log
    assert "EIO-2 (rayé)" not in log
    told = board.list_log(session, small.case.id)
    assert [(each.number, one.number) for one, each in told] == [(first.number, "EIO-1"), ("T-2", "EIO-2")]


def test_a_referral_has_two_pages_at_most_and_names_nobody(session: Session, small: Small, tmp_path: Path):
    for number in range(30):
        added(session, small, number=f"EIO-{number}", received_on=date(2026, 3, 20))
    target = tmp_path / "referral.pdf"

    sheet = referrals.referral_sheet(
        session, small.case.id, problem=ReferralProblem.DELAYED_EIO, wanted="A coordination meeting in June"
    )
    pages = sheets.write_sheet(sheet, target)

    text = printed(target)
    assert pages <= 2
    assert "A coordination meeting in June" in text
    for name in (*IDENTITY.name.split(), "Moreau", "Ardeleanu", *IDENTITY.contacts):
        assert name not in text
        assert name.encode() not in target.read_bytes()


def test_a_referral_names_every_party_of_an_agreement(session: Session, small: Small):
    added(session, small, type=InstrumentType.JIT_AGREEMENT, further_states=("NL",))

    sheet = referrals.referral_sheet(
        session, small.case.id, problem=ReferralProblem.DELAYED_EIO, wanted="A coordination meeting"
    )

    assert "BE, NL, RO" in str(sheet)


@pytest.mark.parametrize(
    "wanted",
    [
        "Please hear Ioana Crețu-Exemplu",
        "Please hear IOANA CRETU-EXEMPLU",
        "Ask Sarah Moreau",
        "Ask inspector MOREAU",
        "Call +40 700 000 099",
        "Call +40700000099",
        "Call 0040700000099",
        "Ask Иоана",
        "Ask I o a n a",
        "Ask Ioa\u00adna",
    ],
)
def test_a_referral_with_a_name_is_refused(session: Session, small: Small, wanted: str):
    with pytest.raises(NameInSheetError) as refusal:
        referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted=wanted)

    assert refusal.value.named == {"where": "Ce qui est demandé"}


def test_a_word_that_only_contains_a_name_stays_in_a_referral(session: Session, small: Small):
    claims.add_claim(session, claim(small.person, ClaimKind.ALIAS), ClaimWords(text="Stan"))

    sheet = referrals.referral_sheet(
        session, small.case.id, problem=ReferralProblem.OTHER, wanted="Les circonstances à l'instant"
    )

    assert "Les circonstances à l'instant" in sheet.texts()
    with pytest.raises(NameInSheetError):
        referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted="Où est Stan")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("أحمد المصري", "شهادة لأحمد المصري"),
        ("أحمد المصري", "أقوال وأحمد"),
        ("王小明", "关于王小明的请求"),
        ("Đỗ Lê", "La déclaration de Do Le"),
    ],
)
def test_a_name_of_nobody_protected_is_found_as_the_search_of_bundles_finds_one(
    session: Session, small: Small, name: str, wanted: str
):
    official = replace(small.official, id=OfficialId(""), code="M-09", name=name)
    people.add_official(session, official)

    with pytest.raises(NameInSheetError):
        referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted=wanted)


def test_who_cannot_compare_sealed_names_makes_no_referral(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    def shut(*_: object) -> None:
        raise NotAllowedError("the key is held by others")

    monkeypatch.setattr(people, "open_identity", shut)

    with pytest.raises(NamesNotComparedError):
        referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted="Help")


def test_a_referral_with_a_name_that_somebody_claimed_is_refused(session: Session, small: Small):
    claims.add_claim(session, claim(small.person), SAID)

    for wanted in ("Ask about Selam Tesfay", "Ask about ሰላም"):
        with pytest.raises(NameInSheetError):
            referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted=wanted)


def test_a_referral_without_what_is_asked_is_refused(session: Session, small: Small):
    with pytest.raises(ReasonMissingError):
        referrals.referral_sheet(session, small.case.id, problem=ReferralProblem.OTHER, wanted=" ")


def test_the_data_sheet_says_that_it_is_no_form_and_what_is_to_be_filled_in(
    session: Session, small: Small, tmp_path: Path
):
    made = added(session, small, measures=("Hearing of a witness",), issuing_authority_id=small.authority.id)
    target = tmp_path / "data.pdf"

    sheets.write_sheet(data_sheet(session, small.case.id, made.id), target)

    text = printed(target)
    assert "Ceci n'est pas le formulaire" in text.replace("\u2019", "'")
    assert "Hearing of a witness" in text
    assert small.authority.name in text.replace("\u2019", "'")
    assert text.count("Non inscrit ici") > 4
    assert IDENTITY.name not in text


def test_only_an_order_has_a_data_sheet(session: Session, small: Small):
    made = added(session, small, type=InstrumentType.JIT_AGREEMENT)

    with pytest.raises(NotFoundError):
        data_sheet(session, small.case.id, made.id)

    assert replace(made, note="x").type is InstrumentType.JIT_AGREEMENT
