"""A transcript that is a file of an exhibit stands in its sheet as a table: time, speaker or tier, words."""

import sys

import pytest

from tests.services.bundling.test_masked_copies import added, kept
from tests.services.bundling.test_masked_texts import mask_words
from tests.services.bundling.test_printed_contents import prepared, printed_of, stated, words_of
from tests.services.bundling.test_versions import drawn_up
from tests.support.leaks import leaks, readable
from tests.support.looked import EAF
from tests.support.offices import IDENTITY, Small
from thb_desktop.domain.printed_content import PrintedForm
from thb_desktop.errors import IdentityInBundleError, WordsLeftError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)

NAME = "Zenobia Petrescu"
SUBTITLES = (
    "1\r\n00:00:01,000 --> 00:00:03,500\r\nIon: Bună ziua\r\n\r\n"
    f"2\r\n00:00:04,000 --> 00:00:05,000\r\n{NAME} is here.\r\n"
)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("call.srt", SUBTITLES.encode(), ("SubRip", "00:00:01,000 – 00:00:03,500", "Ion: Bună ziua")),
        (
            "call.vtt",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Pop>Da</v>\n",
            ("WebVTT", "00:01.000", "Ana Pop", "Da"),
        ),
        ("call.eaf", EAF, ("ELAN", "00:00:01.000", "Ion (talk)", "Bună & ziua", "Bonjour", "no end")),
    ],
)
def test_a_transcript_stands_in_the_sheet_as_a_table(
    session: Session, small: Small, name: str, data: bytes, expected: tuple[str, ...]
):
    file = added(session, small, data, name=name)

    made = prepared(session, small, file)

    found, words, told = printed_of(made), words_of(made.pdf), stated(made)
    assert (found.form, found.left_out) == (PrintedForm.TRANSCRIPT, 0)
    assert [each for each in expected if each not in words] == []
    assert "-->" not in words
    assert (told["form"], told["shown"]) == ("TRANSCRIPT", len(found.rows))
    assert told["sha256"] == file.sha256


@pytest.mark.requirement("SR-36")
def test_of_a_transcript_with_masked_words_the_copy_stands_there_as_a_table(session: Session, small: Small):
    file = added(session, small, SUBTITLES.encode(), name="call.srt")
    added(session, small, b"Nothing of note", name="other.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, SUBTITLES, NAME)
    copy = kept(session, version, file)

    made = prepared(session, small, file, disclosure_id=version.id)

    (found,) = made.content.printed
    assert found.exhibit_id == copy.exhibit_id
    assert found.files[0].form is PrintedForm.TRANSCRIPT
    assert found.files[0].rows[1] == ("00:00:04,000 – 00:00:05,000", "", "⟦THIRD_PARTY⟧ is here.")
    assert leaks([NAME, "Zenobia", file.sha256], readable(made.pdf)) == []


@pytest.mark.requirement("SR-36")
def test_masked_words_beside_other_signs_or_as_codes_are_not_printed(session: Session, small: Small):
    file = added(session, small, SUBTITLES.encode(), name="call.srt")
    left = f"see {NAME.replace(' ', '%20')}_2025.wav".encode()
    other = added(session, small, EAF.replace(b"Bonjour", left), name="call.eaf")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, SUBTITLES, NAME)
    kept(session, version, file)

    with pytest.raises(WordsLeftError) as refusal:
        prepared(session, small, other, disclosure_id=version.id)

    assert refusal.value.places == ("E-2",)


@pytest.mark.requirement("SR-36")
def test_masked_words_and_sealed_identities_in_a_tier_refuse_the_bundle(session: Session, small: Small):
    file = added(session, small, SUBTITLES.encode(), name="call.srt")
    other = added(session, small, EAF.replace(b"Bonjour", NAME.upper().encode()), name="call.eaf")
    sealed = added(session, small, EAF.replace(b"Bonjour", IDENTITY.name.encode()), name="sealed.eaf")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, SUBTITLES, NAME)
    kept(session, version, file)

    with pytest.raises(WordsLeftError) as refusal:
        prepared(session, small, other, disclosure_id=version.id)
    with pytest.raises(IdentityInBundleError) as hit:
        prepared(session, small, sealed)

    assert refusal.value.places == ("E-2",)
    assert "sealed.eaf" in {place for place, _ in hit.value.places}
