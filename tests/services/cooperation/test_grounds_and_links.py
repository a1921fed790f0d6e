"""Grounds of refusal and postponement by the data pack (V-X-11); links between instruments (V-X-12)."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.instruments import added, instrument
from tests.support.offices import Small, by_hand
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import (
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    MeasureKind,
    PostponementGround,
    RefusalGround,
)
from thb_desktop.domain.grounds import GroundKind, check_grounds
from thb_desktop.domain.instrument_links import Linked, LinkSaid, links_of, verify_link
from thb_desktop.errors import FieldMissingError, InstrumentCircleError, NotFoundError, PackRefusedError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import sheets
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, board_sheets
from thb_desktop.services.core import packs
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import packs as office_packs
from thb_desktop.words import capital, sentence

ARTICLE_11 = {
    "IMMUNITY_PRIVILEGE_PRESS": "a",
    "NATIONAL_SECURITY": "b",
    "NON_CRIMINAL_PROCEEDINGS_MEASURE": "c",
    "NE_BIS_IN_IDEM": "d",
    "EXTRATERRITORIALITY": "e",
    "FUNDAMENTAL_RIGHTS": "f",
    "DUAL_CRIMINALITY": "g",
    "OFFENCE_THRESHOLD": "h",
}
"""Section 4.2 of the description of the domain."""
REFUSED = InstrumentStatus.REFUSED


def told(session: Session, order: Instrument) -> dict[str, str]:
    """What the board says of the answer to an order: the sentences, by what they say."""
    lines = board.board_of(session, order.case_id)
    line = next(each for each in lines if each.instrument.id == order.id)
    return {each.case: sentence(each, "en") for each in line.grounds}


def test_the_pack_has_each_ground_of_article_11_for_orders_with_its_letter():
    pack = packs.shipped_pack()

    found = {
        each.code.value: each
        for each in pack.grounds
        if each.kind is GroundKind.REFUSAL and InstrumentType.EIO in each.types
    }

    assert {code: each.source for code, each in found.items()} == {
        code: f"Directive 2014/41/EU, Article 11(1)({letter})"
        + (", but not for measures of Article 10(2)" if letter in "gh" else "")
        for code, letter in ARTICLE_11.items()
    }
    assert all(each.certain for each in found.values())
    assert not any(each.certain for each in pack.grounds if InstrumentType.MLA_REQUEST_1959 in each.types)


def test_the_board_tells_the_grounds_of_an_answer_with_their_articles(session: Session, small: Small):
    made = added(session, small, status=REFUSED)
    missing = told(session, made)
    answered = replace(
        made,
        refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM,),
        refused_because="Judged in Cluj on 3 May",
        postponed_because=PostponementGround.IN_USE_ELSEWHERE,
    )

    corrections.correct(session, answered, "The letter of 4 June")

    assert "no ground of the refusal is chosen (V-X-11)" in missing["missing"]
    assert told(session, made) == {
        "refused": "EIO-1: refused on the ground ne bis in idem (Directive 2014/41/EU, Article 11(1)(d)).",
        "postponed": "EIO-1: postponed on the ground used in other proceedings "
        "(Directive 2014/41/EU, Article 15(1)(b) (?)).",
        "words": "EIO-1: in the words of the answer: Judged in Cluj on 3 May",
    }


def test_a_ground_that_the_text_does_not_have_is_entered_as_it_came_and_told(session: Session, small: Small):
    order = added(session, small, status=REFUSED, refusal_grounds=(RefusalGround.ESSENTIAL_INTERESTS,))
    request = added(
        session,
        small,
        number="MLA-1",
        type=InstrumentType.MLA_REQUEST_2000,
        status=REFUSED,
        refusal_grounds=(RefusalGround.ESSENTIAL_INTERESTS,),
    )
    warrant = added(
        session,
        small,
        number="EAW-1",
        type=InstrumentType.EAW,
        status=REFUSED,
        refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM,),
    )

    assert told(session, order).keys() == {"refused-other", "unlisted"}
    assert "Article 2(b)" in told(session, request)["refused"]
    # The pack says nothing of warrants, so nothing is doubtful.
    assert told(session, warrant).keys() == {"refused-other"}


def test_a_listed_offence_excludes_the_lack_of_double_criminality(session: Session, small: Small):
    grounds = (RefusalGround.DUAL_CRIMINALITY,)
    listed = instrument(small, status=REFUSED, refusal_grounds=grounds, listed_offence=True)
    rules = packs.shipped_pack().grounds

    doubted = [each for each in check_grounds(rules, listed) if each.standing is Standing.UNKNOWN]

    assert [each.case for each in doubted] == ["excluded"]
    assert "Article 11(1)(g)" in sentence(doubted[0], "en")
    assert "listed offence" in sentence(doubted[0], "en")
    for other in (None, False):
        plain = replace(listed, listed_offence=other)
        assert [each.case for each in check_grounds(rules, plain)] == ["refused"]


LACK = RefusalGround.DUAL_CRIMINALITY
HEARD, TAPPED = MeasureKind.HEARING_VICTIM, MeasureKind.INTERCEPTION


@pytest.mark.parametrize(
    ("ground", "ticked", "case"),
    [
        (LACK, (HEARD,), "always"),
        (RefusalGround.OFFENCE_THRESHOLD, (HEARD,), "always"),
        (LACK, (HEARD, TAPPED), "always-some"),
        (RefusalGround.OTHER, (HEARD, TAPPED), "always-other"),
        (LACK, (TAPPED,), ""),
        (LACK, (), ""),
        (RefusalGround.NE_BIS_IN_IDEM, (HEARD,), ""),
    ],
)
def test_what_is_no_ground_for_measures_that_are_always_available_is_told(
    session: Session,
    small: Small,
    ground: RefusalGround,
    ticked: tuple[MeasureKind, ...],
    case: str,
):
    order = added(
        session,
        small,
        status=REFUSED,
        refusal_grounds=(ground,),
        refused_because="As in their letter",
        measure_kinds=ticked,
    )

    (line,) = board.board_of(session, order.case_id)

    found = [each for each in line.grounds if each.case.startswith("always")]
    assert [each.case for each in found] == ([case] if case else [])
    for each in found:
        assert each.standing is (Standing.UNKNOWN if case == "always" else Standing.HOLDS)
        assert "hearing of a victim" in sentence(each, "en")
        assert "interception" not in sentence(each, "en")
        assert sentence(each, "fr") != sentence(each, "en") != sentence(each, "ar")


def test_a_pack_of_the_office_without_availability_leaves_that_of_the_program(session: Session, small: Small):
    shipped = packs.shipped_text()
    begin, end = shipped.index("[[availability]]"), shipped.index("[[form]]")
    office_packs.adopt_pack(session, shipped[:begin] + shipped[end:], reason="Looked up")

    assert packs.pack_in_use(session.read).available == packs.shipped_pack().available


def test_the_sentence_names_the_question_that_excludes_a_ground(small: Small):
    """A pack of the office can name another one than the listed offence."""
    ground = RefusalGround.FUNDAMENTAL_RIGHTS
    rules = [replace(each, unless="urgent") for each in packs.shipped_pack().grounds if each.code is ground]
    order = instrument(small, status=REFUSED, refusal_grounds=(ground,), urgent=True)

    told_of = {each.case: sentence(each, "en") for each in check_grounds(rules, order)}

    assert "answers with yes: urgent (V-X-11)" in told_of["excluded"]
    assert "listed" not in told_of["excluded"]


def test_a_postponement_is_not_doubted_where_the_pack_has_grounds_of_refusal_alone(small: Small):
    """Article 6(1) of ETS 30 lets what is needed in other proceedings wait, and the pack does not have it."""
    request = instrument(
        small,
        type=InstrumentType.MLA_REQUEST_1959,
        postponed_because=PostponementGround.IN_USE_ELSEWHERE,
    )

    found = check_grounds(packs.shipped_pack().grounds, request)

    assert [each.case for each in found] == ["postponed-other"]


def test_another_ground_is_told_in_the_words_of_the_answer(session: Session, small: Small):
    made = added(session, small, status=REFUSED)
    other = replace(made, refusal_grounds=(RefusalGround.OTHER,))

    for blank in ("", " ", "\u200b"):
        with pytest.raises(FieldMissingError) as refused:
            corrections.correct(session, replace(other, refused_because=blank), "The letter")
        assert refused.value.field == "instrument.refused_because"
    with pytest.raises(FieldMissingError):
        added(session, small, number="EIO-2", refusal_grounds=(RefusalGround.OTHER,))

    taken = corrections.correct(session, replace(other, refused_because="Costs"), "The letter")
    assert taken.refusal_grounds == (RefusalGround.OTHER,)
    assert told(session, made).keys() == {"refused-other", "words"}


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ('kind = "refusal"\ncode', 'kind = "doubt"\ncode', "kind"),
        ('code = "NE_BIS_IN_IDEM"', 'code = "NO_SUCH"', "code"),
        ('code = "NE_BIS_IN_IDEM"', 'code = "FUNDAMENTAL_RIGHTS"', "code"),
        ('kind = "postponement"', 'kind = "refusal"', "code"),
        ('unless = "listed_offence"', 'unless = "note"', "unless"),
    ],
)
def test_what_is_no_ground_is_refused(before: str, after: str, part: str):
    with pytest.raises(PackRefusedError) as refused:
        packs.pack_of(packs.shipped_text().replace(before, after, 1))

    assert refused.value.named == {"part": part}


def test_a_pack_of_the_office_without_grounds_leaves_those_of_the_program(session: Session, small: Small):
    without = re.sub(r"\[\[ground\]\]\n(?:[a-z_]+ = .*\n)+", "", packs.shipped_text())
    assert not packs.pack_of(without).grounds

    office_packs.adopt_pack(session, without, reason="Without grounds, for this test")

    assert office_packs.present_pack(session)[0].is_own
    assert packs.pack_in_use(session.read).grounds == packs.shipped_pack().grounds


@pytest.mark.parametrize(
    ("how", "back"),
    [
        (InstrumentLink.SUPPLEMENTS, LinkSaid.SUPPLEMENTED_BY),
        (InstrumentLink.ANSWERS, LinkSaid.ANSWERED_BY),
        (InstrumentLink.FOLLOWS, LinkSaid.FOLLOWED_BY),
        (InstrumentLink.REPLACES, LinkSaid.REPLACED_BY),
        (InstrumentLink.PROLONGS, LinkSaid.PROLONGED_BY),
        (InstrumentLink.AUTHORISES, LinkSaid.AUTHORISED_BY),
        (None, LinkSaid.NAMED_BY),
    ],
)
def test_a_link_is_told_with_both_instruments(
    session: Session, small: Small, how: InstrumentLink | None, back: LinkSaid
):
    first = added(session, small)
    added(session, small, number="EIO-2", related_id=first.id, related_as=how)

    one, two = board.board_of(session, small.case.id)

    assert one.links == (Linked(how=back, other="EIO-2"),)
    assert two.links == (Linked(how=how or LinkSaid.BELONGS_TO, other="EIO-1"),)


def test_a_link_is_corrected_and_one_that_was_struck_out_is_told_no_more(session: Session, small: Small):
    first, other = added(session, small), added(session, small, number="EIO-9")
    made = added(session, small, number="EIO-2", related_id=first.id, related_as=InstrumentLink.FOLLOWS)

    corrected = corrections.correct(
        session, replace(made, related_id=other.id, related_as=InstrumentLink.REPLACES), "The letter says so"
    )
    linked = {each.instrument.number: each.links for each in board.board_of(session, small.case.id)}
    corrections.strike_out(session, "instrument", corrected.id, "Entered twice")

    assert linked["EIO-1"] == ()
    assert linked["EIO-9"] == (Linked(how=LinkSaid.REPLACED_BY, other="EIO-2"),)
    assert all(each.links == () for each in board.board_of(session, small.case.id))


def test_an_instrument_belongs_to_no_circle(session: Session, small: Small):
    first = added(session, small)
    second = added(session, small, number="EIO-2", related_id=first.id)
    third = added(session, small, number="EIO-3", related_id=second.id)

    for earlier, through in ((first.id, "EIO-1"), (second.id, "EIO-2"), (third.id, "EIO-2")):
        with pytest.raises(InstrumentCircleError) as refused:
            corrections.correct(session, replace(first, related_id=earlier), "The letter says so")
        assert refused.value.code == "instruments-in-a-circle"
        assert refused.value.field == "instrument.related_id"
        assert refused.value.named == {"number": "EIO-1", "through": through}

    corrections.correct(session, replace(third, related_id=first.id), "The letter says so")


def test_a_circle_of_another_program_ends_the_question(small: Small):
    """A program of a colleague's own can write one: nothing runs for ever."""
    one, two = instrument(small, id="a", related_id="b"), instrument(small, id="b", related_id="a")
    new = instrument(small, id="c", related_id="a")

    assert [each.how for each in links_of(one, (one, two))] == [LinkSaid.BELONGS_TO, LinkSaid.NAMED_BY]
    verify_link(new, {"a": one, "b": two})


def test_a_link_that_stands_may_stay_beside_another_correction(small: Small):
    """Former programs took an instrument that belongs to itself: its status can be corrected."""
    before = instrument(small, id="a", related_id="a")
    after = replace(before, status=REFUSED)

    verify_link(after, {"a": before}, before)

    for changed in (replace(before, related_as=InstrumentLink.FOLLOWS), replace(before, related_id="b")):
        with pytest.raises(InstrumentCircleError):
            verify_link(changed, {"a": before, "b": instrument(small, id="b", related_id="a")}, before)


def test_an_order_that_belongs_to_itself_since_a_former_program_is_corrected(session: Session, small: Small):
    made = added(session, small)
    with by_hand(session) as connection:
        connection.execute("UPDATE instrument SET related_id = id")

    right = replace(made, related_id=made.id, foreign_reference="RO-78/2026")
    corrected = corrections.correct(session, right, "The letter says so")

    assert (corrected.foreign_reference, corrected.related_id) == ("RO-78/2026", made.id)


def test_how_is_said_only_of_an_earlier_instrument_of_the_same_case(session: Session, small: Small):
    with pytest.raises(FieldMissingError) as refused:
        added(session, small, related_as=InstrumentLink.PROLONGS)
    with pytest.raises(NotFoundError):
        added(session, small, related_id="elsewhere", related_as=InstrumentLink.PROLONGS)

    assert refused.value.field == "instrument.related_id"


def test_the_printed_board_tells_grounds_and_links(session: Session, small: Small, tmp_path: Path):
    first = added(session, small, status=REFUSED, refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM,))
    added(session, small, number="MLA-2", type=InstrumentType.MLA_REQUEST_2000, related_id=first.id)
    target = tmp_path / "board.pdf"

    sheets.write_sheet(board_sheets.board_sheet(session, small.case.id), target)

    made = subprocess.run(["pdftotext", "-raw", target, "-"], capture_output=True, check=True, text=True)
    text = re.sub(r"\s+", " ", made.stdout)
    assert "ne bis in idem" in text
    assert "Se rattache à EIO-1" in text
    assert "MLA-2" in text


def test_the_printed_board_says_what_the_board_says_of_an_answer_and_of_a_form(
    session: Session, small: Small, tmp_path: Path
):
    order = added(
        session,
        small,
        from_country=small.case.country,
        status=REFUSED,
        refusal_grounds=(RefusalGround.DUAL_CRIMINALITY, RefusalGround.POLITICAL_OR_FISCAL_OFFENCE),
        refused_because="Nu este infractiune",
        listed_offence=True,
    )
    added(session, small, number="EIO-2", status=REFUSED)
    target = tmp_path / "board.pdf"

    sheets.write_sheet(board_sheets.board_sheet(session, small.case.id), target)

    made = subprocess.run(["pdftotext", "-raw", target, "-"], capture_output=True, check=True, text=True)
    text = re.sub(r"\s+", " ", made.stdout)
    lines = board.board_of(session, small.case.id)
    said = [each for line in lines for each in line.doubts]
    assert {each.case for each in said} >= {"excluded", "unlisted", "missing", "words", "sent-incomplete"}
    for each in said:
        assert re.sub(r"\s+", " ", capital(sentence(each, "fr"))) in text, each.case
    assert order.number in text
