"""Masked copies of texts and tables: what is masked is in no byte, and no digest lets it be guessed."""

import hashlib
import io
import json
import unicodedata

import pytest

from tests.services.bundling.test_masked_copies import added, kept, laid, mask
from tests.services.bundling.test_record_digests import attached, found
from tests.services.bundling.test_versions import ORDER, drawn_up, printed
from tests.support.hiding import drawn_name
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import Disclosure, Redaction, occurrences
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import (
    DocumentFormError,
    MarkInTextError,
    ReasonMissingError,
    RedactionPlaceError,
    WordsLeftError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import maskable, redactions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, leaving
from thb_desktop.services.office import consultations
from thb_desktop.vault.tables import registry

NAME = "Zenobia Petrescu"
TEXT = f"09:14 {NAME}: I am at the station.\r\n09:15 Ion: wait.\r\n"
TABLE = 'Name,Amount,Note\r\n"Petrescu, Zenobia",100,"said ""wait"""\r\nIon,200,\r\n'
CODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def mask_words(session: Session, version: Disclosure, file: ExhibitFile, text: str, words: str) -> Redaction:
    start = text.index(words)
    return redactions.redact_words(
        session,
        version.id,
        entity="exhibit_file",
        row=file.id,
        field="content",
        start=start,
        end=start + len(words),
        order=ORDER,
    )


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("coding", CODINGS)
def test_words_of_a_text_are_in_no_byte_of_its_copy_and_the_rest_stays(
    session: Session, small: Small, coding: str
):
    file = added(session, small, TEXT.encode(coding), name=f"{NAME}.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)

    copy = laid(session, version, file)

    assert copy.data.decode() == TEXT.replace(NAME, "⟦THIRD_PARTY⟧")
    assert (copy.suffix, copy.media_type, copy.text) == (".txt", "text/plain", copy.data.decode())


@pytest.mark.requirement("SR-36")
def test_neither_words_nor_digest_of_a_text_are_in_the_bundle_of_its_version(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name=f"chat of {NAME}.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    made = kept(session, version, file)

    pdf = printed(session, small, version)

    whole = registry.EXHIBIT.find(session.read, file.exhibit_id)
    derived = registry.EXHIBIT.find(session.read, made.exhibit_id)
    assert whole is not None
    assert derived is not None
    files = attached(pdf)
    assert leaks([NAME, "Zenobia", file.sha256, file.sha256[:16], file.id], readable(pdf)) == []
    assert f"records/exhibit-{whole.number}.jsonl" not in files
    assert f"records/exhibit-{derived.number}.jsonl" in files
    assert Standing.BROKEN not in found(files).values()
    told = json.loads(files[LIST])
    assert [(each["record"], each["field"], each["place"], each["copy"]) for each in told["redactions"]] == [
        (derived.number, "content", "files/1", derived.number)
    ]
    assert {"count": 1, "kind": "EXHIBITS", "reason": "COPY_ALONE"} in told["scope"]


def test_an_exhibit_with_a_masked_text_is_not_shown_before_there_is_a_copy(session: Session, small: Small):
    file = added(session, small, TEXT.encode())
    other = added(session, small, b"Nothing of note", name="other.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)

    files = attached(printed(session, small, version))

    shown = registry.EXHIBIT.find(session.read, other.exhibit_id)
    assert shown is not None
    assert [name for name in files if name.startswith("records/exhibit-")] == [
        f"records/exhibit-{shown.number}.jsonl"
    ]
    assert leaks([NAME, file.sha256], files) == []


def test_a_mask_that_is_withdrawn_shows_the_exhibit_again(session: Session, small: Small):
    file = added(session, small, TEXT.encode())
    version = drawn_up(session, small, interview_ids=())
    made = mask_words(session, version, file, TEXT, NAME)
    kept(session, version, file)

    redactions.withdraw_redaction(session, made.id, "Not protected")

    files = attached(printed(session, small, version))
    assert [name for name in files if name.startswith("records/exhibit-")] == ["records/exhibit-E-1.jsonl"]


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_column_of_a_table_is_masked_and_the_others_stay(session: Session, small: Small, separator: str):
    rows = [["Name", "Amount"], [f'"{NAME}{separator}"', "100"], ["Ion", "200"], ["", "300"]]
    table = "\n".join(separator.join(row) for row in rows)
    file = added(session, small, table.encode(), name="rows.csv")
    version = drawn_up(session, small, interview_ids=())

    redactions.redact_cells(session, version.id, file.id, (0, 1, 1, 10**9), ORDER)

    copy = laid(session, version, file)
    mark = "⟦THIRD_PARTY⟧"
    assert copy.text.split("\n") == [
        f"Name{separator}Amount",
        f"{mark}{separator}100",
        f"{mark}{separator}200",
        f"{separator}300",
    ]
    assert (copy.suffix, copy.media_type) == (".csv", "text/csv")


def test_the_list_tells_which_cells_are_masked(session: Session, small: Small):
    file = added(session, small, TABLE.encode(), name="rows.csv")
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_cells(session, version.id, file.id, (0, 1, 1, 10**9), ORDER)
    mask_words(session, version, file, TABLE, "200")
    kept(session, version, file)

    files = attached(printed(session, small, version))

    told = json.loads(files[LIST])["redactions"]
    assert [each["place"] for each in told] == ["files/1 / 1-1 / 2-3", "files/1"]
    assert leaks(["Petrescu", file.sha256], files) == []


def test_words_are_masked_everywhere_in_texts_too_and_a_longer_word_stays(session: Session, small: Small):
    text = f"{NAME}. Zenobiana. {NAME}"
    file = added(session, small, text.encode())
    version = drawn_up(session, small, interview_ids=())

    made = redactions.redact_everywhere(session, version.id, NAME, ORDER)

    assert [each.field for each in made if each.row == file.id] == ["content", "content"]
    assert laid(session, version, file).text == "⟦THIRD_PARTY⟧. Zenobiana. ⟦THIRD_PARTY⟧"


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("seed", range(6))
def test_names_in_any_script_are_in_no_byte_of_a_copy_in_whatever_form_they_were_typed(
    session: Session, small: Small, seed: int, form: str
):
    name = unicodedata.normalize("NFC", drawn_name(seed))
    rows = f"Amount;Name\n100;{name}\n200;{name}n\n"
    file = added(session, small, unicodedata.normalize(form, rows).encode(), name=f"{name}.csv")
    version = drawn_up(session, small, interview_ids=())

    redactions.redact_everywhere(session, version.id, name, ORDER)

    copy = laid(session, version, file)
    assert copy.text.splitlines()[:2] == ["Amount;Name", "100;⟦THIRD_PARTY⟧"]
    assert unicodedata.normalize("NFC", copy.text.splitlines()[2]) == f"200;{name}n"


def test_words_between_whose_letters_nobody_sees_signs_are_masked_everywhere(session: Session, small: Small):
    """Chats put such signs around names and numbers, and lines break within a name."""
    number = "+49 151 2345678"
    written = number.replace(" ", "\u00a0")
    names = "Zeno\u200bbia\u00a0Petrescu", "\u2068Zenobia\nPetre\u00adscu\u2069"
    text = f"{names[0]}: \u202a{written}\u202c. {names[1]}"
    file = added(session, small, text.encode())
    version = drawn_up(session, small, interview_ids=())

    redactions.redact_everywhere(session, version.id, NAME, ORDER)
    redactions.redact_everywhere(session, version.id, number, ORDER)

    copy = laid(session, version, file).text
    assert copy == "⟦THIRD_PARTY⟧: \u202a⟦THIRD_PARTY⟧\u202c. \u2068⟦THIRD_PARTY⟧\u2069"


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\U000e0041", "\u0640"])
def test_masked_words_with_unseen_signs_in_the_text_again_are_refused(
    session: Session, small: Small, sign: str
):
    text = f"{NAME} and {sign.join(NAME)}"
    file = added(session, small, text.encode())
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, text, NAME)

    with pytest.raises(WordsLeftError):
        laid(session, version, file)


def test_what_a_masked_cell_holds_and_another_cell_says_is_told(session: Session, small: Small):
    table = f'Name,Note\n"{NAME}",ask zenobia  PETRESCU\nIon Pop,waits\nab,ab\n'
    file = added(session, small, table.encode(), name="rows.csv")
    version = drawn_up(session, small, interview_ids=())

    redactions.redact_cells(session, version.id, file.id, (0, 1, 1, 10**9), ORDER)

    assert laid(session, version, file).left == (NAME,)


def test_a_mask_in_one_text_reads_no_other_text_of_its_exhibit(session: Session, small: Small):
    file = added(session, small, TEXT.encode())
    other = exhibit_files.add_file(
        session, file.exhibit_id, source=io.BytesIO(TEXT.encode() * 2), name="b.txt", media_type="text/plain"
    )
    version = drawn_up(session, small, interview_ids=())

    mask_words(session, version, file, TEXT, NAME)

    read = {each.subject for each in consultations.list_consultations(session) if each.kind == Consulted.FILE}
    assert file.id in read
    assert other.id not in read


def test_masked_words_that_stand_in_the_text_again_are_refused(session: Session, small: Small):
    text = f"{NAME} and {NAME}"
    file = added(session, small, text.encode())
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, text, NAME)

    with pytest.raises(WordsLeftError):
        laid(session, version, file)


@pytest.mark.parametrize(
    "data",
    [
        b"<html>Zenobia</html>",
        b"{\\rtf1 Zenobia}",
        b"From: a\nContent-Transfer-Encoding: base64\n\nWmVub2JpYQ==",
        b"BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:Zen=6Fbia",
        b"Zen\0obia",
        b"",
        b"Zenobia" * 700_000,
    ],
)
def test_words_of_a_file_that_may_hide_others_are_not_masked(session: Session, small: Small, data: bytes):
    file = added(session, small, data)
    version = drawn_up(session, small, interview_ids=())

    listed = [each.field for each in maskable.list_maskable(session, version.id) if each.row == file.id]

    assert listed == ["name"]
    with pytest.raises(RedactionPlaceError):
        mask_words(session, version, file, "Zenobia", "Zenobia")


def test_cells_that_are_not_there_and_tables_that_are_none_are_refused(session: Session, small: Small):
    table = added(session, small, TABLE.encode())
    text = added(session, small, TEXT.encode())
    version = drawn_up(session, small, interview_ids=())

    for file, cells in ((table, (9, 0, 10, 5)), (table, (0, 9, 1, 10**9)), (text, (0, 0, 1, 1))):
        with pytest.raises(RedactionPlaceError):
            redactions.redact_cells(session, version.id, file.id, cells, ORDER)
    with pytest.raises(ReasonMissingError):
        redactions.redact_cells(
            session, version.id, table.id, (0, 0, 1, 1), redactions.Order(reason=ORDER.reason, ordered_by=" ")
        )


def test_a_text_with_a_rectangle_has_no_copy(session: Session, small: Small):
    file = added(session, small, TEXT.encode())
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    mask(session, version, file)

    with pytest.raises(DocumentFormError):
        laid(session, version, file)


def test_the_text_of_abuse_material_is_not_listed(session: Session, small: Small):
    file = added(session, small, TEXT.encode())
    version = drawn_up(session, small, interview_ids=())
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "Found so")

    assert not any(
        each.field == "content" for each in maskable.list_maskable(session, version.id) if each.row == file.id
    )


def test_a_copy_that_shows_words_like_a_mark_of_the_record_is_no_way_in(session: Session, small: Small):
    """A mark in a copy has no number, so it is none of the list."""
    file = added(session, small, b"A B")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, "A B", "A")
    kept(session, version, file)

    try:
        files = attached(printed(session, small, version))
    except MarkInTextError:
        pytest.fail("a mark of a copy was taken for one of a record")

    assert hashlib.sha256(b"A B").hexdigest().encode() not in b"".join(files.values())


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("রহিমা", "রহিমা, রহিমাপুর", 1),
        ("চক্রবর্ত", "চক্রবর্তী", 0),
        ("Zoe", unicodedata.normalize("NFD", "Zoë and Zoe"), 1),
        ("زينب", "زينبٌ", 1),
        ("زينب", "زينبًا", 0),
        ("Nguyễn", "Nguyê\u0303n", 1),
    ],
)
def test_a_word_that_a_mark_makes_of_another_stays(words: str, text: str, count: int):
    assert len(occurrences("row", text, words)) == count


def test_a_text_whose_name_alone_tells_somebody_leaves_as_a_copy(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name=f"{NAME}.txt")
    version = drawn_up(session, small, interview_ids=())
    redactions.redact_metadata(session, version.id, file.id, ORDER)

    copy = laid(session, version, file)

    assert (copy.text, copy.suffix) == (TEXT, ".txt")
