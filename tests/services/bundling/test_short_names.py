"""Short names: found in each text, and never in bytes or digits that only spell them."""

import base64
import zipfile
from collections.abc import Callable
from hashlib import shake_256
from io import BytesIO
from uuid import UUID

import pytest

from tests.services.bundling.test_identity_scan import FILLING, NOISE, PLACES, pdf, register, scanned
from tests.support.sampled import few
from thb_desktop.domain import form_words
from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.domain.people import Identity
from thb_desktop.inspect.texts.codings import RUN, WIDE_RUN, decoded
from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import scan_file

SHORT = ("Ana", "Ioni", "Deea", "Maria", "Іван", "Али", "علي")
SPELT = (
    *("Ana", "Ion", "Eva", "Mia", "Noa", "Ali", "Ada", "Abe", "Lea", "Edi"),
    *("Ioni", "Anca", "Deea", "Edda", "Aida", "Nina", "Otto", "Elena", "Maria", "Vasile"),
)
LEGACY = {
    "cp1250": "Ștef",
    "cp1251": "Іван",
    "cp1253": "Νίκη",
    "cp1256": "علي",
    "gb18030": "李英",
    "koi8-u": "Иван",
}


def noise(size: int) -> bytes:
    return shake_256(b"noise").digest(size)


def spelt() -> FormSearch:
    owned = (Identity(person_id=PersonId(name), name=name) for name in SPELT)
    return FormSearch((form, each.name) for each in owned for form in forms_of(each))


def hits(data: bytes) -> list[str]:
    step = 1 << 16
    search = Register(search=spelt(), mark="m")
    pieces = [data[at : at + step] for at in range(0, len(data), step)]
    found = scan_file(search, "E-01", "a.bin", lambda: pieces)
    return [each.person for each in found.hits]


@pytest.mark.parametrize("place", few(list(PLACES), 9))
def test_a_short_name_is_found_in_each_place_and_each_script(place: str):
    missed = [name for name in SHORT if not scanned(PLACES[place](name), name).hits]

    assert missed == []


@pytest.mark.parametrize(("coding", "name"), LEGACY.items())
def test_a_short_name_is_found_in_a_text_of_each_coding(coding: str, name: str):
    text = f"{FILLING} {name.replace('Ș', 'Ş')}, room 12".encode(coding)

    assert scanned(text, name).hits


@pytest.mark.parametrize("name", few(["Ana", "Ioni", "Maria"], 1))
@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize(
    "written",
    [
        "I met {} at the hotel",
        "C:\\Users\\{}\\Desktop\\rooms.txt",
        "name: {}; room: 12; paid",
        "Café Zoë, {} était là",
        "HOTEL GRAND, {} ROOM 12",
    ],
)
def test_a_short_name_in_a_text_among_bytes_is_found(written: str, coding: str, name: str):
    name_here = name.upper() if written.isupper() or "GRAND" in written else name
    data = NOISE + bytes(2) + written.format(name_here).encode(coding) + bytes(2) + NOISE

    assert scanned(data, name).hits


@pytest.mark.parametrize("name", ["Vasile", "Popescu"])
def test_a_name_of_six_letters_is_found_among_bytes_alone(name: str):
    assert scanned(NOISE + b"\0" + name.encode() + b"\0" + NOISE, name).hits


def test_a_short_name_in_syllables_among_bytes_is_found_beside_a_sentence_and_in_a_list():
    for text in ("昨天我在酒店前台见过李英后来她去了车站并没有回来", "张三，李英，王五"):
        data = NOISE + text.encode("utf-16-le") + NOISE

        assert scanned(data, "李英").hits, text


@pytest.mark.parametrize(
    "code",
    [
        "/home/{}/Documents/2024/Photos",
        "https://a.example/people/{}/photos/summer-of-2024/",
        "Backup_2024-03-12_{}_telephone_contacts.db",
        "https://a.example/?session=8f3a2c9d7e1b4f60a5c8&name={}",
    ],
)
@pytest.mark.parametrize("name", ["Ana", "Ioni"])
def test_a_short_name_in_a_path_or_an_address_is_found(code: str, name: str):
    assert scanned(f"{FILLING} {code.format(name)} and then".encode(), name).hits


LABELS = (
    *("interview_{}_2025_03_12.wav", "statement-of-{}-2025-03-12.pdf", "IMG_2025_0312_{}.jpg"),
    *("C:/Users/judge/Desktop/{}/file1.doc", "/home/office/Desktop/{}/x.doc", "C/Users/JP/{}/AppData"),
    *("WhatsApp_Chat_with_{}.txt", "Rapport_d_audition_{}.pdf", "{}_2025-03-12_statement_signed"),
    *("https://www.example.com/ads/{}-new-in-town-brussels", "@{}_brussels_2025_official"),
    *("msg-{}-8f3a2c9d1e77b0a4", "DSC00123_{}_DSC00124_XX", "EX-0101_{}_SIM1_IMEI"),
)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("name", few(["Ana", "Joy", "Deea", "Maria", "Elena", "Vasile"], 1))
def test_a_short_name_is_found_in_the_name_of_a_file_a_path_and_a_label(label: str, name: str):
    written = (name, name.lower(), name.upper())
    missed = [each for each in written if not scanned(f"{label.format(each)}".encode(), name).hits]

    assert missed == []


def test_beside_a_digest_that_spells_it_a_short_name_is_told_with_its_own_line():
    text = f"{FILLING}\n3f9deea81b3c{'0' * 20}4a\nThen Deea came"

    (hit,) = scanned(text.encode(), "Deea").hits

    assert hit.line == 3


SPELLING: dict[str, Callable[[bytes], bytes]] = {
    "bytes": lambda data: data,
    "Base64": base64.encodebytes,
    "Base64 of a URL": lambda data: b"\n".join(
        base64.urlsafe_b64encode(data[at : at + 48]) for at in range(0, len(data), 48)
    ),
    "digests": lambda data: "\n".join(data[at : at + 32].hex() for at in range(0, len(data), 32)).encode(),
    "digests in capitals": lambda data: "\n".join(
        data[at : at + 32].hex().upper() for at in range(0, len(data), 32)
    ).encode(),
    "fingerprints": lambda data: "\n".join(
        data[at : at + 32].hex(" ", -2) for at in range(0, len(data), 32)
    ).encode(),
    "ids": lambda data: "\n".join(
        str(UUID(bytes=data[at : at + 16])) for at in range(0, len(data) - 15, 16)
    ).encode(),
}


@pytest.mark.parametrize("written", SPELLING)
def test_noise_that_spells_short_names_tells_nobody(written: str):
    data = SPELLING[written](noise(1 << 18))

    assert hits(data) == []


def test_the_noise_of_these_tests_does_spell_short_names():
    """Without this, the test above could say nothing."""
    plain = [text.replace(RUN, "") for text in decoded(noise(1 << 18))]

    assert {each.owner for text in plain for each in spelt().find(text)}


def test_the_compressed_end_of_an_archive_tells_nobody():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.bin", noise(1 << 16))

    assert hits(target.getvalue()) == []


def test_a_signature_in_a_pdf_tells_nobody():
    made = pdf("Vandenberg", title=False)
    signature = b" /Contents <" + noise(1 << 16).hex().encode() + b">"
    signed = made.replace(b"/Type /Catalog", b"/Type /Catalog" + signature)

    assert signed != made
    assert hits(signed) == []


def test_the_reader_of_files_and_the_search_have_the_same_marks():
    assert (RUN, WIDE_RUN) == (form_words.RUN, form_words.WIDE_RUN)


def test_a_mark_in_a_text_hides_no_name():
    assert scanned(f"{FILLING} \ufdd0Ioni\ufdd0 \ufdd1".encode(), "Ioni").hits
    assert register("Ioni").search is not None
