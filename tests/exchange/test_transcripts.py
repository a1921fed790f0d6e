"""Transcripts of others become turns; what is not understood is kept, and told by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.exchange import ANY
from tests.support.looked import UNALIGNED
from thb_desktop import errors
from thb_desktop.exchange.transcripts.elan import read_eaf
from thb_desktop.exchange.transcripts.plain import read_plain
from thb_desktop.exchange.transcripts.subtitles import read_srt
from thb_desktop.exchange.transcripts.turns import Transcript
from thb_desktop.exchange.transcripts.webvtt import read_vtt
from thb_desktop.exchange.untrusted.encodings import TextEncoding
from thb_desktop.words import sentence

SRT = """1
00:00:06,500 --> 00:00:09,000
JUDGE: Where were you?

2
00:00:09,000 --> 01:00:17,250
I was at home,
with my sister.
"""
VTT = """WEBVTT - a title

NOTE nobody reads
this

STYLE
::cue { color: red }

1
00:01.000 --> 00:04.000 align:start
<v Judge>Where <i>were</i> you?</v>

00:05.000 --> 01:00:09.000
R&amp;D <00:06.000>&lt;b&gt;
"""
EAF = """<ANNOTATION_DOCUMENT>
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///etc/passwd"/></HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="10"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="2000"/>
<TIME_SLOT TIME_SLOT_ID="c"/><TIME_SLOT TIME_SLOT_ID="d" TIME_VALUE="5"/></TIME_ORDER>
<TIER TIER_ID="Witness" LANG_REF="ara" LINGUISTIC_TYPE_REF="t">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="1" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">
<ANNOTATION_VALUE>نعم</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="2" TIME_SLOT_REF1="c" TIME_SLOT_REF2="b">
<ANNOTATION_VALUE>لا</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="x" PARTICIPANT="Judge" LINGUISTIC_TYPE_REF="t">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="3" TIME_SLOT_REF1="d" TIME_SLOT_REF2="a">
<ANNOTATION_VALUE>Oui ?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="glosses" PARENT_REF="Witness" LINGUISTIC_TYPE_REF="g"/></ANNOTATION_DOCUMENT>"""


def told(transcript: Transcript) -> list[tuple[str, int]]:
    """The key and the line of each finding; each has a sentence in both languages."""
    assert all(sentence(each, language) for each in transcript.findings for language in ("en", "fr"))
    return [(each.key, each.where[0].first) for each in transcript.findings]


def turns(transcript: Transcript) -> list[tuple[str, str, int | None, int | None]]:
    return [(turn.speaker, turn.text, turn.start, turn.end) for turn in transcript.turns]


def test_subrip_gives_speaker_text_and_times():
    read = read_srt(SRT.encode())

    assert turns(read) == [
        ("JUDGE", "Where were you?", 6500, 9000),
        ("", "I was at home,\nwith my sister.", 9000, 3_617_250),
    ]
    assert (told(read), read.encoding) == ([], TextEncoding.UTF_8)
    assert [turn.line for turn in read.turns] == [1, 5]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("00:00:06,500", "00:00:6x", ("transcript.times", 2)),
        ("00:00:06,500", "00:61:06,500", ("transcript.times", 2)),
        ("00:00:06,500 -->", "00:00:10,500 -->", ("transcript.ends-before", 1)),
        ("JUDGE: Where were you?", "JUDGE:", ("transcript.no-text", 1)),
        ("JUDGE: Where were you?\n", "", ("transcript.no-text", 1)),
        ("1\n", "first\n", ("transcript.left-out", 1)),
        ("JUDGE: Where", "<i>Where</i>", ("transcript.formatting", 1)),
        ("I was at home,\n", "- Yes.\n- ", ("transcript.several-speakers", 5)),
        ("home", "\u202ehome", ("exchange-text.direction", 5)),
        ("home,\n", "home,\n3\n00:00:01,000 --> 00:00:02,000\n", ("transcript.times-in-text", 5)),
    ],
)
def test_what_is_not_understood_in_subrip_is_told_by_its_line(old: str, new: str, finding: tuple[str, int]):
    read = read_srt(SRT.replace(old, new, 1).encode())

    assert told(read) == [finding]
    assert len(read.turns) == 2


def test_a_text_without_its_times_is_kept():
    read = read_srt(SRT.replace("00:00:06,500 --> 00:00:09,000\n", "").encode())

    assert turns(read)[0] == ("JUDGE", "Where were you?", None, None)
    assert told(read) == [("transcript.times", 2)]


def test_webvtt_gives_voices_and_text_without_its_markup():
    read = read_vtt(VTT.encode())

    assert turns(read) == [("Judge", "Where were you?", 1000, 4000), ("", "R&D <b>", 5000, 3_609_000)]
    assert told(read) == [  # its note is told, its style is not
        *(("transcript.left-out", 3), ("transcript.formatting", 9), ("transcript.formatting", 13)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("00:01.000", "00:01", ("transcript.times", 10)),
        ("00:01.000 --> 00:04.000", "00:04.000 --> 00:01.000", ("transcript.ends-before", 9)),
        ("Where", "<v Clerk>Where", ("transcript.several-speakers", 9)),
    ],
)
def test_what_is_not_understood_in_webvtt_is_told_by_its_line(old: str, new: str, finding: tuple[str, int]):
    assert finding in told(read_vtt(VTT.replace(old, new, 1).encode()))


def test_words_that_only_begin_as_a_note_or_a_style_of_webvtt_are_kept():
    read = read_vtt(b"WEBVTT\n\nNOTED, she cried\n\nSTYLE of her dress\n\nNOTE\nby hand\n\nREGION \nid:a\n")

    assert turns(read) == [("", "NOTED, she cried", None, None), ("", "STYLE of her dress", None, None)]


def test_a_cue_that_follows_the_head_of_webvtt_without_an_empty_line_is_read():
    read = read_vtt(b"WEBVTT\nKind: captions\n00:01.000 --> 00:04.000\nYes.\n")

    assert turns(read) == [("", "Yes.", 1000, 4000)]
    assert [turn.line for turn in read.turns] == [3]


def test_a_turn_of_elan_without_one_of_its_times_stays_between_its_neighbours():
    read = read_eaf(UNALIGNED)

    assert turns(read) == [
        ("Ana", "Did he", 1000, None),
        ("Ana", "pay", None, None),
        ("Ana", "you?", None, 3000),
        ("Ana", "No, never.", 3000, 9000),
    ]


def test_elan_gives_each_tier_of_its_own_as_a_speaker_in_the_order_of_time():
    read = read_eaf(EAF.encode())

    assert turns(read) == [
        ("Judge", "Oui ?", 5, 10),
        ("Witness", "نعم", 10, 2000),
        ("Witness", "لا", None, 2000),
    ]
    assert [turn.language for turn in read.turns] == ["", "ara", "ara"]
    assert told(read) == [("transcript.times", 8), ("transcript.tier", 13)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A: Yes.\nB: No.", [("A", "Yes."), ("B", "No.")]),
        ("Q. Where?\nA. At home.", [("Q", "Where?"), ("A", "At home.")]),
        ("Judge Dubois : Où ?\nMme K. : Là.", [("Judge Dubois", "Où ?"), ("Mme K.", "Là.")]),
        ("القاضي: أين؟\nالشاهدة: هناك.", [("القاضي", "أين؟"), ("الشاهدة", "هناك.")]),
        ("法官：在哪里？\n证人：在家。", [("法官", "在哪里？"), ("证人", "在家。")]),
        ("A:\nYes.\nAnd no.", [("A", "Yes.\nAnd no.")]),
        ("A: It was at 10:30, see http://x: y", [("A", "It was at 10:30, see http://x: y")]),
        ("A: He said,\nand I quote him here now: go.", [("A", "He said,\nand I quote him here now: go.")]),
        ("A: Yes.\r\nB: No.\rC: Oh.", [("A", "Yes."), ("B", "No."), ("C", "Oh.")]),
    ],
)
def test_plain_text_is_divided_where_a_line_names_a_speaker(text: str, expected: list[tuple[str, str]]):
    read = read_plain(text.encode())

    assert [(turn.speaker, turn.text) for turn in read.turns] == expected
    assert told(read) == []


def test_a_time_before_a_speaker_is_where_the_turn_begins():
    read = read_plain(b"[00:01:05] A: Yes.\n(02:03.5) B: No.")

    assert turns(read) == [("A", "Yes.", 65_000, None), ("B", "No.", 123_500, None)]


def test_what_plain_text_does_not_say_is_told_and_no_text_is_lost():
    read = read_plain(b"Heading\n\nA: Yes.\n\nHe cries.\n\nB: No.\n")

    assert [(turn.speaker, turn.text) for turn in read.turns] == [
        ("", "Heading"),
        ("A", "Yes.\nHe cries."),
        ("B", "No."),
    ]
    assert told(read) == [("transcript.no-speaker", 1), ("transcript.continued", 5)]


def test_a_text_without_any_speaker_gives_its_paragraphs():
    read = read_plain("One\ntwo.\n\nThree.".encode("utf-16"))

    assert [turn.text for turn in read.turns] == ["One\ntwo.", "Three."]
    assert (told(read), read.encoding) == ([("transcript.no-speakers", 1)], TextEncoding.UTF_16_LITTLE)


@given(ANY)
def test_plain_text_loses_no_visible_character(text: str):
    text = text.replace("\0", "")

    read = read_plain(text.encode())

    kept = "".join(f"{turn.speaker}{turn.text}" for turn in read.turns)
    seen = [sign for sign in text if not sign.isspace() and sign not in ":\uff1a.[]()" and not sign.isdigit()]
    assert [sign for sign in kept if sign in seen] == [sign for sign in seen if sign in kept]
    assert set(seen) <= set(kept)


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 10**5), st.sampled_from(("Yes", "Oui\nnon"))))
)
def test_times_are_read_to_the_millisecond(cues: list[tuple[int, int, str]]):
    def stamp(at: int) -> str:
        return f"{at // 3_600_000:02}:{at // 60_000 % 60:02}:{at // 1000 % 60:02},{at % 1000:03}"

    written = "\n\n".join(
        f"{number}\n{stamp(start)} --> {stamp(start + length)}\n{text}"
        for number, (start, length, text) in enumerate(cues, 1)
    )

    read = read_srt(f"{written}\n\n99\n00:00:00,000 --> 00:00:01,000\nx".encode())

    assert turns(read)[:-1] == [("", text, start, start + length) for start, length, text in cues]


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_srt, b"Only text."),
        (read_srt, b""),
        (read_vtt, b"00:01.000 --> 00:04.000\nx"),
        (read_vtt, b""),
        (read_vtt, b"WEBVTTX"),
        (read_eaf, b"<a/>"),
        (read_eaf, b"<ANNOTATION_DOCUMENT/>"),
        (read_eaf, EAF.replace("milliseconds", "PAL-frames").encode()),
    ],
)
def test_a_file_of_another_form_is_refused(read, data: bytes):
    with pytest.raises(errors.ExchangeFormatError):
        read(data)


def test_more_turns_than_a_file_may_have_are_refused():
    with pytest.raises(errors.ExchangeOverLimitError):
        read_plain(b"A: x\n" * 20_001)
