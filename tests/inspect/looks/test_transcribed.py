"""Transcripts are looked at as passages with time, speaker or tier, and words; nothing is guessed."""

import pytest

from tests.inspect.looks.test_kinds import seen
from tests.support.looked import EAF
from tests.support.samples import sample
from thb_desktop.domain.looks import Conversation, PlainText, Shown

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


def test_subtitles_are_passages_with_their_times_as_they_are_written():
    assert told(SRT) == [
        ("00:00:01,000 – 00:00:03,500", "", "Bună ziua\nIon: aici"),
        ("", "", "2\nno time here"),
        ("00:00:04,000 – 00:00:05,000", "", ""),
    ]


def test_voices_of_webvtt_are_speakers_and_notes_and_styles_no_passages():
    assert told(VTT) == [
        ("00:01.000 – 00:02.500", "Ana Pop", "Da & nu"),
        ("01:00:00.000 – 01:00:01.000", "Ion / Ana", "a b"),
    ]


def test_tiers_of_elan_stand_by_their_times_with_what_hangs_on_them():
    assert told(EAF) == [
        ("00:00:01.000 – 00:00:02.500", "Ion (talk)", "Bună & ziua"),
        ("00:00:01.000 – 00:00:02.500", "fr", "Bonjour"),
        ("", "Ana", "no end"),
    ]


def test_intervals_and_points_of_praat_stand_by_their_times():
    assert told(GRID) == [
        ("0.25 s", "noise", "door"),
        ("0.5 – 1.25 s", "Ana", 'she said "no"\nand left'),
    ]


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
