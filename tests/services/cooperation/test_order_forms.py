"""The official form of an order: what keeps it from being sent, and its data sheet (V-X-05, V-X-06)."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.instruments import added
from tests.support.offices import Small
from tests.support.orders import complete, complete_order
from thb_desktop.domain.case import Authority
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType, MeasureKind
from thb_desktop.domain.ids import AuthorityId
from thb_desktop.domain.order_forms import is_sent
from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart
from thb_desktop.errors import NotFoundError, OrderIncompleteError, PackRefusedError
from thb_desktop.services.case_file import cases, sheets
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, cooperation
from thb_desktop.services.cooperation.data_sheet import data_sheet
from thb_desktop.services.core import packs
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import packs as office_packs
from thb_desktop.words import sentence

EMPTY: dict[str, tuple[str, Any]] = {
    "A": ("to_country", ""),
    "B": ("urgent", None),
    "C": ("measures", ()),
    "D": ("supplements_earlier", None),
    "E": ("persons_concerned", ()),
    "F": ("proceedings_kind", None),
    "G": ("facts", ""),
    "I": ("formalities", ""),
    "J": ("remedies", ""),
    "K": ("issuer_contact", ""),
}
ON = date(2026, 5, 4)


def send(session: Session, order: Instrument) -> Instrument:
    return cooperation.set_instrument_status(session, order.id, InstrumentStatus.SENT, on=ON)


def authority(session: Session, small: Small, kind: AuthorityKind) -> Authority:
    made = Authority(
        id=AuthorityId(""),
        case_id=small.case.id,
        name=f"Office {kind}",
        kind=kind,
        part=AuthorityPart.PARTNER,
        country=small.case.country,
    )
    return cases.add_authority(session, made)


def cases_told(session: Session, small: Small) -> list[str]:
    return [each.case for line in board.board_of(session, small.case.id) for each in line.form]


def test_an_order_with_everything_that_its_form_needs_is_marked_as_sent(session: Session, small: Small):
    order = complete_order(session, small)

    assert cases_told(session, small) == ["complete"]
    assert send(session, order).transmitted_on == ON


@pytest.mark.parametrize("letter", EMPTY)
def test_an_order_whose_form_lacks_a_section_is_not_marked_as_sent(
    session: Session, small: Small, letter: str
):
    field, empty = EMPTY[letter]
    order = complete_order(session, small, **{field: empty})

    with pytest.raises(OrderIncompleteError) as refused:
        send(session, order)

    assert refused.value.lacking == {letter: (field,)}
    assert board.board_of(session, small.case.id)[0].instrument.status is not InstrumentStatus.SENT


@pytest.mark.parametrize("empty", ["  ", "\u2800", "\u200b\n"])
def test_what_nobody_can_read_is_no_answer(session: Session, small: Small, empty: str):
    with pytest.raises(OrderIncompleteError):
        send(session, complete_order(session, small, facts=empty, persons_concerned=(empty,)))


def test_urgency_has_its_ground_and_a_supplement_names_what_it_supplements(session: Session, small: Small):
    order = complete_order(session, small, urgent=True, supplements_earlier=True)

    with pytest.raises(OrderIncompleteError) as refused:
        send(session, order)

    assert refused.value.lacking == {"B": ("urgency",), "D": ("related_id",)}


@pytest.mark.parametrize("kind", [AuthorityKind.POLICE, AuthorityKind.INSPECTORATE, AuthorityKind.OTHER])
def test_an_order_of_the_police_is_validated_by_a_judge_or_a_prosecutor(
    session: Session, small: Small, kind: AuthorityKind
):
    police = authority(session, small, kind)
    prosecutor = authority(session, small, AuthorityKind.PUBLIC_PROSECUTOR)
    order = complete_order(session, small, issuing_authority_id=police.id)

    with pytest.raises(OrderIncompleteError) as refused:
        send(session, order)
    assert refused.value.lacking == {"L": ("validating_authority_id", "validated_on")}

    itself = corrections.correct(
        session, replace(order, validating_authority_id=police.id, validated_on=ON), "Section L"
    )
    with pytest.raises(OrderIncompleteError) as refused:
        send(session, itself)
    assert refused.value.lacking == {"L": ("validating_authority_id",)}

    validated = replace(itself, validating_authority_id=prosecutor.id)
    assert send(session, corrections.correct(session, validated, "The wrong one")).status is (
        InstrumentStatus.SENT
    )


def test_a_correction_does_not_go_round_the_rule(session: Session, small: Small):
    order = complete_order(session, small, remedies="")
    status = InstrumentStatus.SENT

    with pytest.raises(OrderIncompleteError):
        corrections.correct(session, replace(order, status=status), "It left")
    with pytest.raises(OrderIncompleteError):
        cooperation.set_instrument_status(session, order.id, status, on=ON)


ANSWERED = [each for each in InstrumentStatus if is_sent(each) and each is not InstrumentStatus.SENT]


@pytest.mark.parametrize("status", ANSWERED)
def test_what_the_other_side_did_with_an_order_that_is_not_complete_is_entered_and_its_gaps_are_told(
    session: Session, small: Small, status: InstrumentStatus
):
    ours, paper = (
        complete_order(session, small, remedies="", number=number, status=InstrumentStatus.ISSUED)
        for number in ("EIO-8", "EIO-9")
    )

    corrected = corrections.correct(session, replace(ours, status=status), "They answered")
    told = cooperation.set_instrument_status(session, paper.id, status, on=ON)

    assert (corrected.status, told.status) == (status, status)
    assert cases_told(session, small) == ["sent-incomplete"] * 2
    for each in (corrected, told):  # the answer makes it no order that was marked as sent
        with pytest.raises(OrderIncompleteError):
            corrections.correct(session, replace(each, status=InstrumentStatus.SENT), "It left")
    with pytest.raises(OrderIncompleteError) as refused:
        corrections.correct(session, replace(corrected, facts=""), "Emptied")
    assert refused.value.lacking == {"G": ("facts",)}


def test_an_order_is_not_entered_as_sent_without_its_form_nor_emptied_once_it_is(
    session: Session, small: Small
):
    with pytest.raises(OrderIncompleteError):
        added(session, small, from_country=small.case.country, status=InstrumentStatus.SENT)

    sent = send(session, complete_order(session, small))
    with pytest.raises(OrderIncompleteError) as refused:
        corrections.correct(session, replace(sent, facts=""), "Emptied")
    assert refused.value.lacking == {"G": ("facts",)}
    assert corrections.correct(session, replace(sent, facts="In other words"), "Clearer").facts


def test_what_the_other_side_answered_is_entered_and_its_gaps_are_told(session: Session, small: Small):
    order = added(session, small, from_country=small.case.country, status=InstrumentStatus.EXECUTED)

    assert cases_told(session, small) == ["sent-incomplete", "home-unconfirmed"]
    assert corrections.correct(session, replace(order, territory="Cluj"), "The place").territory == "Cluj"


def test_the_order_of_another_state_is_not_ours_to_complete(session: Session, small: Small):
    order = added(session, small, from_country="RO", to_country=small.case.country)

    assert send(session, order).status is InstrumentStatus.SENT
    assert cases_told(session, small) == []


def test_a_request_of_another_kind_has_no_such_form(session: Session, small: Small):
    made = added(session, small, type=InstrumentType.JIT_AGREEMENT, from_country=small.case.country)

    assert send(session, made).status is InstrumentStatus.SENT
    with pytest.raises(NotFoundError):
        data_sheet(session, small.case.id, made.id)


@pytest.mark.parametrize(("answer", "told"), [(None, "home-unconfirmed"), (False, "home-unavailable")])
def test_measures_that_are_not_confirmed_to_be_available_at_home_are_told_and_do_not_refuse(
    session: Session, small: Small, answer: bool | None, told: str
):
    order = complete_order(session, small, available_at_home=answer)

    assert cases_told(session, small) == ["complete", told]
    (line,) = board.board_of(session, small.case.id)
    assert "V-X-06" in sentence(line.form[1], "en")
    assert sentence(line.form[1], "fr") != sentence(line.form[1], "en") != sentence(line.form[1], "ar")
    assert send(session, order).status is InstrumentStatus.SENT


def test_the_data_sheet_has_what_was_entered_and_the_version_source_and_date_of_the_form(
    session: Session, small: Small, tmp_path: Path
):
    order = complete_order(
        session,
        small,
        measure_kinds=(MeasureKind.VIDEO_HEARING_WITNESS, MeasureKind.BANK_ACCOUNTS),
        part_answers=(
            ("H2_REASONS", "She lives in Cluj, and must not meet him"),
            ("H4_BANKS", "Banca Transilvania"),
            ("H6_REASONS", "Asked for last year"),
        ),
    )
    target = tmp_path / "data.pdf"

    sheets.write_sheet(data_sheet(session, small.case.id, order.id), target)

    text = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, check=True, text=True)
    shown = " ".join(text.stdout.replace("\u2019", "'").split())
    assert "Ceci n'est pas le formulaire" in shown
    assert "OJ L 130, 1.5.2014" in shown
    assert "2026-11-27" in shown
    for name, value in complete(small).items():
        if type(value) is str and not name.endswith("_id"):
            assert " ".join(value.replace("\u2019", "'").split())[:30] in shown, name
    assert "H2 : pourquoi l'audition" in shown
    assert "She lives in Cluj, and must not meet him" in shown
    assert "Banca Transilvania" in shown
    assert "Asked for last year" in shown, "an answer whose measure is not ticked any more is not lost"
    assert "H2 : quelle autorité" in shown, "a question without an answer is named"
    assert "H4, opérations" not in shown, "of a measure that nobody ticked"
    assert "H7 :" not in shown
    assert "audition d'un témoin par vidéoconférence" in shown
    assert "informations sur des comptes bancaires" in shown
    assert "Parties pour les mesures cochées H2, H4" in shown
    assert small.authority.name.replace("\u2019", "'") in shown


def test_a_section_that_the_catalogue_has_no_heading_for_stands_under_its_letter(
    session: Session, small: Small
):
    office_packs.adopt_pack(
        session, packs.shipped_text().replace('letter = "H"', 'letter = "M"'), reason="Looked up"
    )
    order = complete_order(session, small)

    sheet = data_sheet(session, small.case.id, order.id)

    assert "M" in [each.heading for each in sheet.parts]


def test_a_pack_of_the_office_may_bring_its_own_form_and_lacks_none_without_one():
    shipped = packs.shipped_text()
    without = shipped[: shipped.index("[[form]]")]

    assert packs.pack_of(shipped).form_of(InstrumentType.EIO) is not None
    assert packs.pack_of(without).forms == ()
    for spoilt in (
        shipped.replace('takes = ["from_country", "to_country"]', 'takes = ["case_id"]'),
        shipped.replace('needs_if = { urgent = "urgency" }', 'needs_if = { urgent = "struck" }'),
        shipped.replace("needs_if = { urgent", 'needs_if = "urgent" # {'),
        shipped.replace('needs_if = { urgent = "urgency" }', 'needs_if = { urgent = ["urgency"] }'),
        shipped.replace('needs = ["urgent"]', 'needs = ["facts"]'),
        shipped.replace('letter = "C"', 'letter = "B"'),
        shipped.replace("validates = true", 'validates = "yes"'),
        shipped.replace('H6 = ["COVERT"]', 'H6 = ["HIDDEN"]'),
        shipped.replace('H6 = ["COVERT"]', 'H6 = "COVERT"'),
    ):
        with pytest.raises(PackRefusedError):
            packs.pack_of(spoilt)


def test_the_form_of_the_program_is_asked_where_the_pack_of_the_office_has_none(
    session: Session, small: Small
):
    shipped = packs.shipped_text()
    office_packs.adopt_pack(session, shipped[: shipped.index("[[form]]")], reason="Looked up")

    with pytest.raises(OrderIncompleteError):
        send(session, complete_order(session, small, facts=""))
