"""Masked copies of transcripts: in their own form, with times, and masked words in no byte."""

import io

import pytest

from tests.inspect.looks.test_transcribed import GRID, told
from tests.services.bundling.test_masked_copies import added, kept, laid
from tests.services.bundling.test_masked_texts import mask_words
from tests.services.bundling.test_record_digests import attached
from tests.services.bundling.test_versions import ORDER, drawn_up, printed
from tests.support.leaks import leaks, readable
from tests.support.looked import EAF
from tests.support.offices import Small
from thb_desktop.domain.masked_elan import has_same_markup, is_plain_elan, with_distinct_tiers
from thb_desktop.errors import CopyUnsoundError, NothingMaskedError, WordsLeftError
from thb_desktop.exchange.transcripts.elan import read_eaf
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.services.bundling import redactions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files

NAME = "Zenobia"
ELAN = EAF.replace(b"Bonjour", b"Zenobia, bonjour").replace(b'PARTICIPANT="Ion"', b'PARTICIPANT="Zenobia"')
SUBRIP = b"1\r\n00:00:01,000 --> 00:00:03,500\r\nZenobia: yes\r\n"
WEBVTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zenobia>yes</v>\n"
PRAAT = GRID.replace(b"door", b"Zenobia")


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    ("data", "suffix", "expected"),
    [
        (ELAN, ".eaf", ("00:00:01.000 – 00:00:02.500", "⟦THIRD_PARTY⟧ (talk)", "Bună & ziua")),
        (SUBRIP, ".srt", ("00:00:01,000 – 00:00:03,500", "", "⟦THIRD_PARTY⟧: yes")),
        (WEBVTT, ".vtt", ("00:01.000 – 00:02.000", "⟦THIRD_PARTY⟧", "yes")),
        (PRAAT, ".TextGrid", ("0.25 s", "noise", "⟦THIRD_PARTY⟧")),
    ],
)
def test_a_masked_transcript_is_one_of_its_form_with_its_times(
    session: Session, small: Small, data: bytes, suffix: str, expected: tuple[str, str, str]
):
    file = added(session, small, data, name=f"call{suffix}")
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_everywhere(session, version.id, NAME, ORDER)

    copy = laid(session, version, file)

    read = str(texts_in(io.BytesIO(copy.data)).told()).encode()
    assert copy.suffix == suffix
    assert expected in told(copy.data)
    assert [at for at, _, _ in told(copy.data)] == [at for at, _, _ in told(data)]
    assert leaks([NAME], {"file": copy.data, "text: read": read}) == []
    assert copy.text == copy.data.decode()


@pytest.mark.requirement("SR-36")
def test_neither_a_word_nor_the_digest_of_an_elan_file_is_in_a_byte_of_the_bundle(
    session: Session, small: Small
):
    file = added(session, small, ELAN, name="call.eaf")
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_everywhere(session, version.id, NAME, ORDER)
    made = kept(session, version, file)

    pdf = printed(session, small, version)

    with exhibit_files.open_file(session, made.copy_id) as stored:
        turns = read_eaf(stored.read()).turns
    assert leaks([NAME, file.sha256, file.sha256[:16]], readable(pdf)) == []
    assert leaks([NAME, file.sha256], attached(pdf)) == []
    assert [(each.speaker, each.text, each.start) for each in turns] == [
        ("⟦THIRD_PARTY⟧", "Bună & ziua", 1000),
        ("Ana", "no end", 3000),
    ]


@pytest.mark.requirement("SR-36")
def test_words_that_only_a_reader_puts_together_refuse_the_copy(session: Session, small: Small):
    split = WEBVTT.replace(b"yes", b"Zeno<i>bia</i> &#90;enobia")
    file = added(session, small, split, name="call.vtt")
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_everywhere(session, version.id, NAME, ORDER)

    with pytest.raises(WordsLeftError):
        laid(session, version, file)


@pytest.mark.requirement("SR-36")
def test_a_mask_that_reaches_into_the_markup_makes_no_copy(session: Session, small: Small):
    text = ELAN.decode()
    file = added(session, small, ELAN, name="call.eaf")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, text, "bonjour</ANNOTATION_VALUE>")

    with pytest.raises(CopyUnsoundError):
        laid(session, version, file)


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    "hidden",
    [
        b"<!-- Zenobia -->",
        b"<![CDATA[Zeno]]>bia",
        b"&#90;enobia",
        b"&name;",
        b"<?note Zenobia?>",
    ],
)
def test_of_an_elan_file_in_which_letters_may_be_hidden_no_copy_is_made(
    session: Session, small: Small, hidden: bytes
):
    file = added(session, small, ELAN.replace(b"Bun\xc4\x83", hidden), name="call.eaf")
    version = drawn_up(session, small, interview_ids=())

    made = redactions.redact_everywhere(session, version.id, NAME, ORDER)

    assert made == ()
    with pytest.raises(NothingMaskedError):
        laid(session, version, file)


def test_other_markup_and_another_coding_are_no_plain_elan():
    assert is_plain_elan(ELAN.decode())
    assert not is_plain_elan(ELAN.decode().replace("UTF-8", "ISO-8859-1"))
    assert not is_plain_elan("<html>ANNOTATION_DOCUMENT</html>")
    assert not has_same_markup("<a b='1'>x</a>", "<a b='1' c='2'>x</a>")
    assert has_same_markup("<a b='x>y'>x</a>", "<a b='⟦z⟧'>⟦z⟧</a>")


def test_tiers_whose_names_are_masked_alike_stay_apart_with_what_hangs_on_them():
    whole = '<T TIER_ID="Zenobia"/><T TIER_ID="Petra"/><T TIER_ID="Ion"/><T TIER_ID="fr" PARENT_REF="Petra"/>'
    mark = "⟦THIRD_PARTY⟧"
    copy = whole.replace("Zenobia", mark).replace("Petra", mark)

    made = with_distinct_tiers(whole, copy)

    second = f'<T TIER_ID="{mark} 2"/><T TIER_ID="Ion"/><T TIER_ID="fr" PARENT_REF="{mark} 2"/>'
    assert made == f'<T TIER_ID="{mark}"/>{second}'
