"""Transcripts are looked at as passages with time, speaker or tier, and words; nothing is guessed."""

import re

import pytest

from tests.inspect.looks.test_kinds import seen
from tests.support.looked import EAF, UNALIGNED
from tests.support.samples import sample
from thb_desktop.domain.looks import Conversation, PlainText, Shown
from thb_desktop.exchange.transcripts.elan import read_eaf

SRT = (
    "\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>Bună ziua</i>\r\nIon: aici\r\n\r\n"
    "2\r\nno time here\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000 X1:10\r\n\r\n"
).encode()
VTT = (
    b"WEBVTT - a call\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\nfirst\n00:01.000 --> 00:02.500 align:start\n"
    b"<v.loud Ana Pop>Da &amp; nu</v>\n\n01:00:00.000 --> 01:00:01.000\n<v Ion>a</v> <v Ana>b</v>\n"
)
GRID = (  # of Praat, in its long form
    b'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
    b"xmin = 0 \nxmax = 2 \ntiers? <exists> \nsize = 2 \n"
    b'item []: \n    item [1]:\n        class = "IntervalTier" \n        name = "Ana" \n        xmin = 0 \n'
    b"        xmax = 2 \n        intervals [1]:\n            xmin = 0.5 \n            xmax = 1.25 \n"
    b'            text = "she said ""no""\nand left" \n        intervals [2]:\n            xmin = 1.25 \n'
    b'            xmax = 2 \n            text = "" \n    item [2]:\n        class = "TextTier" \n'
    b'        name = "noise" \n        points [1]:\n            number = 0.25 \n            mark = "door" \n'
)


def told(data: bytes) -> list[tuple[str, str, str]]:
    look = seen(Conversation, data)
    assert look.is_transcript
    return [(each.at, each.sender, each.text) for each in look.messages]


def test_a_time_of_many_digits_is_cut_and_its_passage_stays_in_its_place():
    long = GRID.replace(b"xmin = 0.5 ", b"xmin = 0." + b"5" * 9000 + b" ")

    ((_, _, first), (at, _, second)) = told(long)

    assert (first, second) == ("door", 'she said "no"\nand left')
    assert at == f"0.{'5' * 28} \u2013 1.25 s"


def test_subtitles_are_passages_with_their_times_as_they_are_written():
    assert told(SRT) == [
        ("00:00:01,000 – 00:00:03,500", "", "Bună ziua\nIon: aici"),
        ("", "", "2\nno time here"),
        ("00:00:04,000 – 00:00:05,000", "", ""),
    ]


def test_voices_of_webvtt_are_speakers_and_notes_stand_as_they_are_written():
    assert told(VTT) == [
        ("", "", "WEBVTT - a call"),
        ("", "", "NOTE made by hand"),
        ("00:01.000 – 00:02.500", "", "first"),
        ("00:01.000 – 00:02.500", "Ana Pop", "Da & nu"),
        ("01:00:00.000 – 01:00:01.000", "Ion / Ana", "a b"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "NOTED BY THE POLICE: she cried",
        "STYLE of her dress",
        "REGIONAL",
        "NOTE\n<i>by hand</i>",
        "00:1 --> 2",
    ],
)
def test_no_block_of_webvtt_with_words_is_left_out(words: str):
    assert told(f"WEBVTT\n\n{words}\n".encode()) == [("", "", words)]


def test_a_style_is_passed_over_only_where_webvtt_has_styles():
    cue = "00:01.000 --> 00:02.000\na\n"

    read = told(f"WEBVTT\n\nSTYLE \n::cue {{}}\n\nREGION\nid:a\n\n{cue}\nSTYLE\nof her dress\n".encode())

    assert [text for _, _, text in read] == ["a", "STYLE\nof her dress"]


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("12", []),
        ("0f8fad5b-d9cb-469f-a165-70867728950e/12-0", []),
        ("1 Zenobia speaking", ["1 Zenobia speaking"]),
        ("27.11.2026", ["27.11.2026"]),
    ],
)
def test_an_identifier_of_webvtt_that_says_something_stands_before_its_cue(
    identifier: str, expected: list[str]
):
    read = told(f"WEBVTT\n\n{identifier}\n00:01.000 --> 00:02.000\n<v Ana>da\n".encode())

    assert [text for _, sender, text in read if not sender] == expected
    assert read[-1] == ("00:01.000 – 00:02.000", "Ana", "da")


def test_signs_that_webvtt_writes_as_words_are_kept():
    said = "<v A&amp;B>&lt;b&gt; <i>and</i> &lt;v Ana&gt; <i am here> <lang fr>oui</lang> <00:01.500>&amp;lt;"

    read = told(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n".encode())

    assert read == [("00:01.000 – 00:02.000", "A&B", "<b> and <v Ana> <i am here> oui &lt;")]


def test_subrip_has_no_voices_and_only_its_own_tags():
    said = '<v Maria> <lang xx> <s he said> <B>a</B> <font color="#fff">b</font> &lt;i&gt;'

    read = told(f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n".encode())

    assert read == [("00:00:01,000 – 00:00:02,000", "", "<v Maria> <lang xx> <s he said> a b &lt;i&gt;")]


def test_tiers_of_elan_stand_by_their_times_with_what_hangs_on_them():
    assert told(EAF) == [
        ("00:00:01.000 – 00:00:02.500", "Ion (talk)", "Bună & ziua"),
        ("00:00:01.000 – 00:00:02.500", "fr", "Bonjour"),
        ("00:00:03.000 –", "Ana", "no end"),
    ]


def test_turns_of_a_record_have_the_same_words_in_the_same_order_but_for_tiers_that_hang_on_others():
    for data in (EAF, UNALIGNED):
        shown = [text for _, tier, text in told(data) if tier != "fr"]

        assert [turn.text for turn in read_eaf(data).turns] == shown


def test_an_annotation_without_one_of_its_times_stays_between_its_neighbours():
    assert told(UNALIGNED) == [
        ("00:00:01.000 –", "Ana", "Did he"),
        ("", "Ana", "pay"),
        ("– 00:00:03.000", "Ana", "you?"),
        ("00:00:03.000 – 00:00:09.000", "Ana", "No, never."),
    ]


@pytest.mark.parametrize("slots", [b"1", b"2", b"12"])
def test_an_annotation_that_names_no_slot_stays_before_the_next_of_its_tier(slots: bytes):
    changed = re.sub(b'SLOT_ID="s[%s]"' % slots, b'SLOT_ID="gone"', UNALIGNED)

    assert [text for _, _, text in told(changed)] == ["Did he", "pay", "you?", "No, never."]


def test_a_slot_that_stands_behind_its_own_end_moves_no_words_behind_it():
    slot = b'<TIME_SLOT TIME_SLOT_ID="s2"/>'
    changed = UNALIGNED.replace(slot, b"").replace(b"</TIME_ORDER>", slot + b"</TIME_ORDER>")

    assert [text for _, _, text in told(changed)] == ["Did he", "pay", "you?", "No, never."]


def test_intervals_and_points_of_praat_stand_by_their_times():
    assert told(GRID) == [
        ("0.25 s", "noise", "door"),
        ("0.5 – 1.25 s", "Ana", 'she said "no"\nand left'),
    ]


def test_values_of_praat_on_one_line_are_all_read():
    head, values = GRID.split(b"item [1]:")
    one_line = head + b"item [1]:" + b" ".join(values.split(b"\n"))

    assert told(one_line) == [
        ("0.25 s", "noise", "door"),
        ("0.5 – 1.25 s", "Ana", 'she said "no" and left'),
    ]


def test_words_behind_a_value_within_another_are_not_lost():
    inner = b"Bonjour <ANNOTATION_VALUE>within</ANNOTATION_VALUE> behind"

    texts = [text for _, _, text in told(EAF.replace(b"Bonjour", inner))]

    assert texts == ["Bună & ziua", "Bonjour  behind", "within", "no end"]


@pytest.mark.parametrize(
    "data",
    [
        EAF.replace(b"<ANNOTATION_DOCUMENT", b"<!DOCTYPE x [<!ENTITY a 'b'>]><ANNOTATION_DOCUMENT"),
        EAF[:-40],
    ],
)
def test_an_annotation_document_that_cannot_be_read_as_one_is_shown_as_its_text(data: bytes):
    look = seen(PlainText, data)

    assert any("ANNOTATION_DOCUMENT" in line for line in look.lines)


def test_a_text_that_only_speaks_of_subtitles_is_a_text():
    for data in (
        b"WEBVTTX\n\nmore",
        b"1\nnext --> line\n",
        b"<?xml version='1.0'?><a>ANNOTATION_DOCUMENT</a>",
    ):
        assert isinstance(seen(PlainText, data), PlainText)


def test_a_time_of_praat_before_the_beginning_or_that_cannot_be_read_moves_no_words():
    changed = GRID.replace(b"number = 0.25", b"number = -1.5e-05").replace(
        b'mark = "door" \n',
        b'mark = "door" \n points [2]:\n number = soon\n mark = "step" \n',
    )

    assert [text for _, _, text in told(changed)] == ["door", "step", 'she said "no"\nand left']


def test_a_quotation_that_never_ends_costs_one_pass():
    data = GRID[:-8] + b"x\n" * 200_000

    assert len(told(data)) == 2


def test_every_sample_is_read_and_real_ones_are_transcripts():
    files = [*sample("01-texts/subtitles").iterdir(), *sample("01-texts/elan").iterdir()]
    seen_as = {path.name: seen(Shown, path.read_bytes()) for path in files}

    for name in ("sample.srt", "bom-utf-16-le.srt", "testWebVTT_simple.vtt", "test.eaf"):
        look = seen_as[name]
        assert isinstance(look, Conversation), name
        assert look.is_transcript
        assert any(each.text for each in look.messages)
