"""XLIFF 2.1: what goes out comes back as it was, whatever a text contains."""

import re
import unicodedata

import pytest
from hypothesis import given

from tests.support.exchange import ARABIC, ASTRAL, FRENCH, exchange, files, note, unit
from thb_desktop.errors import MixedLanguagesError, SealedNoteError, TextUnwritableError
from thb_desktop.exchange.returned import accept
from thb_desktop.exchange.units import ExchangeFile, ExchangeNote, ExchangeState, Side, by_languages
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.exchange.xliff.writing import write_xliff
from thb_desktop.findings import Standing


@given(files())
def test_what_goes_out_and_comes_back_is_what_was_sent(sent: ExchangeFile):
    accepted = accept(read_xliff(write_xliff(sent)), sent)

    assert [each.unit for each in accepted.units] == list(sent.units)
    assert accepted.changed == ()


@given(files())
def test_the_same_units_give_the_same_bytes(sent: ExchangeFile):
    assert write_xliff(sent) == write_xliff(sent)


@pytest.mark.parametrize("state", ExchangeState)
def test_each_state_is_told_and_read(state: ExchangeState):
    target = "" if state is ExchangeState.UNTOUCHED else FRENCH
    sent = exchange(unit(state=state, target=target))

    (returned,) = read_xliff(write_xliff(sent)).units

    assert returned.state is state


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01\x1f\ufffe\uffff",
        "a\r\nb\rc\td",
        "cafe\u0301",
        "\u202efdp\u202c",
        ASTRAL,
        "<mrk>&amp;]]>",
        "  two  ",
    ],
)
def test_a_text_comes_back_character_by_character(text: str):
    sent = exchange(unit(source=text, target=f"x{text}"))

    (returned,) = read_xliff(write_xliff(sent)).units

    assert (returned.source, returned.target) == (text, f"x{text}")


def test_nothing_is_normalised():
    name = unicodedata.normalize("NFD", "Ngô Thị Huyền")
    sent = exchange(unit(source=name, source_language="vi"))

    (returned,) = read_xliff(write_xliff(sent)).units

    assert returned.source == name != unicodedata.normalize("NFC", name)


def test_a_place_is_counted_in_code_points():
    text = f"{ASTRAL} mansa"
    sent = exchange(unit(source=text, notes=(note(text, "mansa", code="TERM"),)))

    (returned,) = read_xliff(write_xliff(sent)).units

    assert (returned.notes[0].start, returned.notes[0].quoted) == (len(ASTRAL) + 1, "mansa")
    assert returned.notes[0].code == "TERM"


def test_marks_that_cross_are_written_as_pairs_and_marks_within_one_another_as_elements():
    crossing = (note("abcdef", "abcd"), note("abcdef", "cdef", id="2"))
    within = (note("abcdef", "abcdef"), note("abcdef", "cd", id="2"))

    crossed, nested = (
        write_xliff(exchange(unit(source="abcdef", notes=notes))).decode() for notes in (crossing, within)
    )

    assert (crossed.count("<mrk"), crossed.count("<sm "), crossed.count("<em ")) == (1, 1, 1)
    assert (nested.count("<mrk"), nested.count("<sm ")) == (2, 0)


def test_a_translator_who_begins_a_unit_need_not_change_its_state():
    sent = exchange(unit(target="", state=ExchangeState.UNTOUCHED))
    written = write_xliff(sent).replace(b"</source>\n", b"</source>\n<target>Oui</target>\n")

    (accepted,) = accept(read_xliff(written), sent).changed

    assert (accepted.unit.target, accepted.unit.state) == ("Oui", ExchangeState.DRAFT)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ('state="initial"', ExchangeState.DRAFT),
        ("", ExchangeState.DRAFT),
        ('state="translated"', ExchangeState.SELF_CHECKED),
        ('state="translated" subState="tool:x"', ExchangeState.SELF_CHECKED),
        ('state="reviewed"', ExchangeState.REVISED),
        ('state="final"', ExchangeState.CERTIFIED),
    ],
)
def test_a_state_of_another_program_counts_by_its_four_values(told: str, state: ExchangeState):
    written = write_xliff(exchange(unit())).decode()

    (returned,) = read_xliff(
        written.replace('state="translated" subState="thb:selfChecked"', told).encode()
    ).units

    assert returned.state is state


def test_a_certified_state_of_a_new_translation_is_told_as_a_claim():
    sent = exchange(unit(state=ExchangeState.DRAFT))
    written = write_xliff(sent).replace(
        b'"initial" subState="thb:draft"', b'"final" subState="thb:certified"'
    )

    accepted = accept(read_xliff(written), sent)

    assert [(each.code, each.case, each.standing) for each in accepted.findings] == [
        ("exchange-state", "claimed", Standing.UNKNOWN)
    ]


def test_direction_controls_are_kept_and_told():
    sent = exchange(unit())
    written = write_xliff(sent).replace(FRENCH.encode(), "fdp\u202e.exe\u2066".encode())

    accepted = accept(read_xliff(written), sent)

    assert accepted.units[0].unit.target == "fdp\u202e.exe\u2066"
    assert [each.values["signs"] for each in accepted.findings] == [("U+202E", "U+2066")]


def test_a_remark_of_a_translator_comes_back_with_its_place():
    sent = exchange(unit())
    marked = '<mrk id="m1" type="comment" value="which sister?">sœur</mrk>'
    written = write_xliff(sent).decode().replace("sœur", marked)

    (accepted,) = accept(read_xliff(written.encode()), sent).changed

    assert accepted.unit.target == FRENCH
    assert accepted.unit.notes == (
        ExchangeNote(
            id="new1", text="which sister?", side=Side.TARGET, start=FRENCH.index("sœur"),
            end=FRENCH.index("sœur") + 4, quoted="sœur",
        ),
    )  # fmt: skip


def test_a_note_about_safety_that_comes_back_is_told_so_that_it_is_sealed():
    sent = exchange(unit())
    written = write_xliff(sent).replace(b"</notes>", b'<note category="SAFETY_FLAG">afraid</note></notes>')

    accepted = accept(read_xliff(written), sent)

    assert [each.key for each in accepted.findings] == ["exchange-note.safety"]
    assert [note.code for note in accepted.units[0].new_notes] == ["SAFETY_FLAG"]


def test_a_program_that_drops_marks_adds_no_notes():
    sent = exchange()
    written = re.sub(r"</?mrk[^>]*>", "", write_xliff(sent).decode())

    accepted = accept(read_xliff(written.encode()), sent)

    assert [each.new_notes for each in accepted.changed] == [()]


def test_what_other_programs_add_beside_the_text_is_passed_over():
    sent = exchange(unit())
    matches = '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#g1"/></m:matches>'
    written = write_xliff(sent).decode().replace("<notes>", f"{matches}<notes>", 1)

    accepted = accept(read_xliff(written.encode()), sent)

    assert accepted.changed == ()


def test_a_file_has_one_pair_of_languages_and_units_of_several_are_divided():
    units = (unit(1), unit(2, source_language="fr-BE", target_language="ar"), unit(3))

    with pytest.raises(MixedLanguagesError):
        exchange(*units)

    assert [[each.number for each in part] for part in by_languages(units)] == [["1", "3"], ["2"]]


def test_a_note_that_is_sealed_for_the_judge_does_not_go_out():
    with pytest.raises(SealedNoteError):
        exchange(unit(notes=(note(ARABIC, "أختي", code="SAFETY_FLAG"),)))


def test_a_note_with_a_character_that_xml_cannot_hold_is_refused_with_its_turn():
    sent = exchange(unit(7, notes=(ExchangeNote(id="1", text="\x01"),)))

    with pytest.raises(TextUnwritableError) as refusal:
        write_xliff(sent)

    assert refusal.value.named == {"unit": "7"}
