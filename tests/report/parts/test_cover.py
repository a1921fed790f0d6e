"""The cover says what is so of this bundle: whose names stand in it, and what may be withheld."""

from dataclasses import replace

import pytest

from tests.report.parts.test_noticed import setting_of, told
from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.persons_told import ClaimTold, PersonTold
from thb_desktop.domain.vocabulary import ClaimBasis, ClaimKind
from thb_desktop.report.parts.certificate import may_be_withheld
from thb_desktop.report.parts.cover import coded_persons, handling_notices
from thb_desktop.report.parts.legal import work_of
from thb_desktop.report.parts.version import in_words


@pytest.fixture(scope="module")
def content() -> BundleContent:
    return case_content("perla")


def test_the_cover_says_beside_which_codes_a_name_stands(content: BundleContent):
    suspect = next(each for each in content.frame.persons if each.code == "S-01")
    claim = ClaimTold(kind=ClaimKind.NAME, basis=ClaimBasis.SELF_DECLARED, words="Marian Tudose")
    of_persons = (PersonTold(person_id=suspect.id, claims=(claim,)),)
    named = replace(content, frame=replace(content.frame, told=of_persons))
    unnamed = replace(content, frame=replace(content.frame, told=()))

    said = coded_persons(setting_of(named))
    assert "A name stands beside the code of S-01; the key of the other codes" in said
    assert "by a code, whose key is not in this bundle" in coded_persons(setting_of(unnamed))


def test_exhibits_go_back_to_the_state_that_executed_and_not_to_whoever_sends_the_bundle(
    content: BundleContent,
):
    order = next(each for each in content.frame.instruments if each.number == "EIO-1")
    owed = (
        replace(order, return_required=True),
        replace(order, number="X-1", to_country="", return_required=True),
    )

    said = handling_notices(setting_of(replace(content, frame=replace(content.frame, instruments=owed))))

    assert (order.from_country, order.to_country) == ("BE", "RO")
    assert (
        "Exhibits are to be returned to the State to which the instrument was sent: EIO-1 (RO), X-1." in said
    )


def masked(full: InterviewInFull) -> InterviewInFull:
    """The record with a mark in its first turn."""
    first, *further = full.segments
    turn = replace(first, segment=replace(first.segment, source_text="Here ⟦R-001 VICTIM_PRIVACY⟧ was"))
    return replace(full, segments=(turn, *further), certifications=())


def test_of_a_record_with_marks_nobody_says_that_no_attestation_is_recorded(content: BundleContent):
    plain = replace(content.interviews[0], certifications=())
    hidden = masked(content.interviews[0])

    said = [told(replace(content, interviews=(each,)))[plain.interview.number] for each in (plain, hidden)]

    assert "No attestation by the interpreter is recorded for this interview." in said[0]
    assert "No attestation by the interpreter is recorded" not in said[1]
    assert "One that covers masked turns would be withheld." in said[1]


def test_the_place_of_an_interpreter_says_where_an_attestation_may_be_withheld(content: BundleContent):
    engaged = content.interviews[0].engagements[0].interpreter_id
    user = next(each.user_id for each in setting_of(content).interpreters.values() if each.id == engaged)
    hidden = replace(content, interviews=(masked(content.interviews[0]),))

    assert user is not None
    assert may_be_withheld(setting_of(hidden), user)
    assert not may_be_withheld(setting_of(content), user)


def test_who_agreed_with_or_disputed_a_translation_has_it_among_their_work(content: BundleContent):
    setting = setting_of(content)
    linguists = content.frame.interpreters
    names = [each.name for each in linguists]

    _, (_, worked) = work_of(setting, linguists)

    assert worked[names.index("Grace Osagie-Peeters")] == "I-06, T-05"
    assert worked[names.index("Simona Ardeleanu")] == "I-01, I-02"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("files/1", "File 1"),
        ("files/12 / 3", "File 12, Page 3"),
        ("files/1 / metadata", "File 1, metadata"),
        ("2\u00a0A / fr", "2\u00a0A / fr"),
    ],
)
def test_a_mask_in_a_file_is_told_by_the_number_of_the_file(content: BundleContent, place: str, said: str):
    assert in_words(setting_of(content), place) == said
