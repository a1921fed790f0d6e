"""Words that are composed of pairs of letters, and plain text: the same as what is set in the whole way."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from thb_desktop.report.text import FontBook, Paragraph, TextStyle, lay_out, text_object
from thb_desktop.report.text.faces import Voice
from thb_desktop.report.text.shaping import Word, shape

STYLE = TextStyle(size=9.5, leading=13.5)
CHARACTERS = [
    *map(chr, (*range(0x21, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x250))),
    *map(chr, (*range(0x2010, 0x2016), *range(0x2018, 0x2020), 0x2026)),
]
"""All of which a word in Latin letters may be made."""
LETTERS = "abcdefghijklmnopqrstuvwxyzAVTWYLPFăâîșțéèêàçôûœ'’.,;-"
VOICES = [
    Voice("Latn", language, bold=bold, mono=mono)
    for language in ("fr", "ro", "ca", "nl", "mh", "nv")
    for bold, mono in ((False, False), (True, False), (False, True))
]


def whole(word: Word) -> tuple[str, float]:
    """What HarfBuzz makes of all its letters together: the inside of a TJ array, and its width."""
    clusters = [cluster for run in word.runs for cluster in run.clusters]
    shown = "".join(piece for cluster in clusters for _, piece in cluster.pieces)
    return shown.replace("><", ""), sum(cluster.advance for cluster in clusters)


def drawn(count: int, characters: Sequence[str], seed: str) -> Iterator[str]:
    """Words of one to twelve characters, the same ones in each run."""
    for number in range(count):
        digest = hashlib.sha256(f"{seed} {number}".encode()).digest()
        at = (int.from_bytes(digest[2 * place : 2 * place + 2]) for place in range(1, 2 + digest[0] % 12))
        yield "".join(characters[each % len(characters)] for each in at)


@pytest.mark.parametrize("voice", VOICES)
def test_a_composed_word_is_what_harfbuzz_makes_of_it_whole(voice: Voice):
    words = [*drawn(600, LETTERS, voice.language), *drawn(1200, CHARACTERS, voice.language)]
    shaped = [shape(text, True, voice) for text in words]
    composed = [word for word in shaped if word.composed]

    assert len(composed) > 800
    assert [(word.text, word.composed, word.width) for word in composed] == [
        (word.text, *whole(word)) for word in composed
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("différent", "fr"),  # two letters become one glyph
        ("suficient\u0326", "ro"),  # a mark that is set on a letter
        ("col·legi", "ca"),  # the point looks at both sides
        ("duş", "ro"),  # drawn as if it had been written with a comma
        ("\u05d0", "fr"),
    ],
)
def test_a_word_that_pairs_do_not_decide_is_shaped_whole(text: str, language: str):
    word = shape(text, True, Voice("Latn", language))

    assert (word.composed, word.width) == ("", whole(word)[1])


def test_a_text_is_told_once_by_a_glyph_that_means_two_things():
    style, fonts = TextStyle(size=10), FontBook()
    first, second = (
        lay_out(text, style=style, width=300, language="ro") for text in ("duş", "duș")
    )  # both with one glyph

    operators = [text_object(each, fonts, 0, 0) for each in (first, second)]

    assert ["ActualText" in each for each in operators] == [False, True]


TEXTS = (
    "M-a întrebat câți bani am primit: 1 600 de euro, nu 12 400, la 3 mai ( sau 4 ) .",
    "« Il m’a dit : “ attends ” » - puis il est parti - avec 42 000 euros / mois .",
    "an-extraordinarily-long-name Donaudampfschifffahrtselektrizitätenhauptbetriebswerk ends",
    "Він забрав мій паспорт і сказав, що я винна 4 200 євро !",
    "one",
    "12/2026/P P-2026/0001/BIS E-05 a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "\xa0x \xa0 différent effet efforts — “x” … [ 1 ] { 2 } a_b _ c ½ ² 3",
)


def lines_of(paragraph: Paragraph) -> list[tuple[int, list[str], float, float, float]]:
    return [
        (line.start, [word.text for word in line.words], line.width, line.ascent, line.height)
        for line in paragraph.lines
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [30.0, 60.0, 77.7, 120.0, 206.0, 500.0])
def test_plain_text_has_the_lines_of_any_other_text(text: str, width: float):
    plain = lay_out(text, style=STYLE, width=width, language="fr")
    other = lay_out(f"{text}\n", style=STYLE, width=width, language="fr")  # its line feed is not plain

    assert lines_of(plain) == lines_of(other)
    assert [line.end for line in plain.lines[:-1]] == [line.end for line in other.lines[:-1]]
    assert [line.blank for line in plain.lines[:-1]] == [line.blank for line in other.lines[:-1]]
    assert plain.lines[-1].end == len(text)


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_is_drawn_as_any_other_text(text: str):
    plain = lay_out(text, style=STYLE, width=206, language="fr")
    by_word = replace(plain, face=None)

    drawn = [text_object(each, FontBook(), 59.5, 700.25) for each in (plain, by_word)]

    assert drawn[0] == drawn[1]


def test_most_texts_are_plain():
    assert [lay_out(text, style=STYLE, width=500, language="fr").face is not None for text in TEXTS] == (
        [True] * len(TEXTS)
    )
