"""Masked words that a copy would say in another way: it is refused with their lines, or masked as a whole."""

import pytest

from tests.services.bundling.test_masked_copies import added, laid
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.support.looked import EAF
from tests.support.offices import Small
from thb_desktop.errors import DocumentFormError, WordsLeftInTextError
from thb_desktop.services.bundling import redactions
from thb_desktop.services.bundling.copy_making import LaidCopy
from thb_desktop.services.bundling.words_left import WordsLeft
from thb_desktop.services.core.session import Session

MARK = "⟦THIRD_PARTY⟧"


def copy_of(session: Session, small: Small, data: bytes, name: str, words: str) -> LaidCopy:
    file = added(session, small, data, name=name)
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_everywhere(session, version.id, words, ORDER)
    return laid(session, version, file)


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    "left",
    [
        "file:///D:/Zenobia_2025.wav",
        "call_Zenobia.mp4",
        "Zenobia2025",
        "callZenobia",
        "CALLZenobia",
        "ZenobiaPetrescu",
        "zeno%62ia",
        "%5Aenobia%20Petrescu",
        "%255Aenobia",
        "Z=65nobia",
        "\\u005aenobia",
        "\\x5aenobia",
        "&#90;enobia",
        "&amp;#90;enobia",
        "Zeno<b>bia</b>",
        "Zeno&lt;b&gt;bia",
        '<v who="Zen&#111;bia">x</v>',
        "Z-e-n-o-b-i-a",
        "z_e_n_o_b_i_a",
        "Zeno-\nbia",
        "ZÉNOBIA_x",
    ],
)
def test_a_word_is_found_in_each_way_in_which_it_can_stand(left: str):
    words = WordsLeft(["Zenobia"])

    assert words.stand_in(f"Nothing. {left} Nothing.")


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ("O'Brien", "O&apos;Brien"),
        ("O'Brien", "obrien_1"),
        ("McDonald", "callMcDonald2"),
        ("Ana Ruiz", "Ana%20Ruiz"),
        ("Ana Ruiz", "AnaRuiz.wav"),
        ("Ana Ruiz", "ana+ruiz"),
        ("José", "Jos%E9"),
        ("José", "Jos%C3%A9"),
        ("Жанна", "\\u0416\\u0430\\u043d\\u043d\\u0430"),
        ("Жанна", "файлЖанна"),
        ("+49 151 2345678", "tel:49151/2345-678"),
        ("Ana%20Ruiz", "Ana Ruiz"),
    ],
)
def test_so_are_names_of_several_parts_in_other_scripts_and_numbers(wanted: str, left: str):
    assert WordsLeft([wanted]).stand_in(f"x {left} y")


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Zenobia", "Zenobiana, Xenobia, zenobi a"),
        ("Ona", "On a dit"),
        ("1234", "1;2;3;4"),
        ("Rue 285", "Rue 285n"),
        ("1234567", "12,34,567"),
        ("Party", f"{MARK} said"),
        ("ab", "ab"),
    ],
)
def test_other_words_are_left_alone(wanted: str, text: str):
    copy = text.replace(MARK, "⟦⟧")

    assert not WordsLeft([wanted]).stand_in(copy)


@pytest.mark.requirement("SR-36")
def test_a_copy_with_a_masked_word_in_a_file_name_is_refused_with_exhibit_and_lines(
    session: Session, small: Small
):
    data = b"WEBVTT\n\nNOTE file Zenobia_call.mp4\n\n00:01.000 --> 00:02.000\nZenobia Ruiz:\nZenobia%20Ruiz\n"

    with pytest.raises(WordsLeftInTextError) as refusal:
        copy_of(session, small, data, "call.vtt", "Zenobia")

    assert refusal.value.places == ("E-1: 3",)


def test_lines_are_those_of_the_file_also_where_a_mask_goes_over_several(session: Session, small: Small):
    data = b"Ana\nRuiz\nx\nAna%20Ruiz\n"

    with pytest.raises(WordsLeftInTextError) as refusal:
        copy_of(session, small, data, "call.txt", "Ana Ruiz")

    assert refusal.value.places == ("E-1: 4",)


def test_a_word_over_the_end_of_a_line_is_told_with_the_line_on_which_it_ends():
    assert WordsLeft(["Zenobia"]).lines_in("a\nZeno-\nbia\nb") == (3,)


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    ("attribute", "masked", "words"),
    [
        ('MEDIA_URL="file:///D:/Zenobia_2025.wav"', f'MEDIA_URL="{MARK}"', "Zenobia"),
        ('RELATIVE_MEDIA_URL="./callzenobia.wav"', f'RELATIVE_MEDIA_URL="{MARK}"', "Zenobia"),
        ("MEDIA_FILE='D:/Zenobia 2025_Zenobia.wav'", f"MEDIA_FILE='{MARK}'", "Zenobia"),
        ('ANNOTATOR="Ana%20Ruiz"', f'ANNOTATOR="{MARK}"', "Ana Ruiz"),
        ('PARTICIPANT="O&apos;Brien"', f'PARTICIPANT="{MARK}"', "O'Brien"),
        ('AUTHOR="AnaRuiz"', f'AUTHOR="{MARK}"', "Ana Ruiz"),
    ],
)
def test_names_and_references_to_files_in_an_elan_file_are_masked_as_a_whole(
    session: Session, small: Small, attribute: str, masked: str, words: str
):
    own = EAF.decode().replace('AUTHOR=""', attribute).replace("Bonjour", words)

    copy = copy_of(session, small, own.encode(), "call.eaf", words)

    assert copy.text == EAF.decode().replace('AUTHOR=""', masked).replace("Bonjour", MARK)
    assert copy.left == ()


@pytest.mark.requirement("SR-36")
def test_tiers_that_are_masked_as_a_whole_keep_what_hangs_on_them(session: Session, small: Small):
    own = EAF.replace(b'"talk"', b'"talk_Zenobia"').replace(b'"Ana"', b'"Zenobia"')

    copy = copy_of(session, small, own, "call.eaf", "Zenobia")

    assert f'TIER_ID="{MARK}"' in copy.text
    assert f'TIER_ID="{MARK} 2"' in copy.text
    assert f'TIER_ID="fr" PARENT_REF="{MARK} 2"' in copy.text


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('ANNOTATION_ID="a3"', 'ANNOTATION_ID="Zenobia_3"'),
        ("no end", "Zenobia_3"),
        ("no end", "Zen&amp;#111;bia"),
    ],
)
def test_elsewhere_in_an_elan_file_masked_words_refuse_the_copy(
    session: Session, small: Small, before: str, after: str
):
    own = EAF.decode().replace(before, after).replace("Bonjour", "Zenobia")
    line = own[: own.index(after)].count("\n") + 1

    with pytest.raises(WordsLeftInTextError) as refusal:
        copy_of(session, small, own.encode(), "call.eaf", "Zenobia")

    assert refusal.value.places == (f"E-1: {line}",)


def test_names_of_elements_and_attributes_are_no_masked_words(session: Session, small: Small):
    own = EAF.replace(b"Bonjour", b"Slot").replace(b"no end", b"Party")
    file = added(session, small, own, name="call.eaf")
    version = drawn_up(session, small, interview_ids=())
    for words in ("Slot", "Party"):
        redactions.redact_everywhere(session, version.id, words, ORDER)

    assert laid(session, version, file).text.count(MARK) == 2


def test_a_reference_of_thousands_of_digits_is_read(session: Session, small: Small):
    data = b"Zenobia &#" + b"1" * 5000 + b"; yes\n"

    assert copy_of(session, small, data, "call.txt", "Zenobia").text.startswith(f"{MARK} &#111")


def test_a_text_of_codes_within_codes_has_no_copy():
    with pytest.raises(DocumentFormError):
        WordsLeft(["Zenobia"]).stand_in("%" + "25" * 60 + "41")
