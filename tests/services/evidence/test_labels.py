"""Labels of exhibits: what stands on them, the code that a scanner reads back, and the sheets."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from tests.support.offices import Small, act, case_file, registered
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.labels import SHEETS, Label, is_code, read_code
from thb_desktop.errors import CodeForeignError, CodeNotReadError, NothingToExportError, ValueRefusedError
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import labels
from thb_desktop.services.evidence.custody import record_custody_event
from thb_desktop.services.office import consultations
from thb_desktop.vault.tables import registry


def label(exhibit: Exhibit) -> Label:
    return Label(exhibit_id=exhibit.id, number=exhibit.number, case="2026/1", seal=exhibit.seal)


def test_a_code_is_read_back_whatever_the_scanner_puts_around_it():
    one = Label(exhibit_id=ExhibitId(str(uuid4())), number="E-1", case="2026/1", seal="")

    for text in (one.code, f"  {one.code}\t", one.code.lower(), one.code.replace(":", ".")):
        assert is_code(text)
        assert read_code(text) == one.exhibit_id
    assert one.code.endswith(one.check)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda code: code[:-1],
        lambda code: code[:-1] + ("0" if code[-1] != "0" else "1"),
        lambda code: code[:6] + ("0" if code[6] != "0" else "1") + code[7:],
        lambda code: code.replace("THB1", "THB2"),
        lambda code: code + "0",
        lambda code: code.replace(":", "M"),
        lambda code: code[:0],
        lambda code: code[:0] + "4006381333931",
    ],
)
def test_a_code_that_is_foreign_or_was_not_read_whole_is_refused(spoil):  # type: ignore[no-untyped-def]  # a lambda
    code = Label(exhibit_id=ExhibitId(str(uuid4())), number="E-1", case="2026/1", seal="").code

    with pytest.raises(CodeNotReadError):
        read_code(spoil(code))


def test_a_scanned_label_leads_to_its_exhibit_and_that_of_another_case_does_not(
    session: Session, small: Small
):
    kept = registered(session, small, seal="BE-1")
    other = cases.open_case(session, case_file(reference="2026/2"))
    unknown = Label(exhibit_id=ExhibitId(str(uuid4())), number="E-1", case="", seal="")

    assert labels.find_scanned(session, small.case.id, label(kept).code).id == kept.id
    for case_id, code in ((other.id, label(kept).code), (small.case.id, unknown.code)):
        with pytest.raises(CodeForeignError):
            labels.find_scanned(session, case_id, code)


def test_a_label_has_the_seal_that_is_on_the_exhibit_now_and_none_if_it_was_opened(
    session: Session, small: Small
):
    first = registered(session, small, seal="BE-1")
    second = registered(session, small, number="E-2", seal="BE-2")
    seal = {"former_seal": "BE-1", "seal": "BE-7"}
    record_custody_event(session, first.id, act(v.CustodyAction.RESEALED, **seal))
    opened = {"seal": "BE-2", "seal_state": v.SealState.INTACT}
    record_custody_event(session, second.id, act(v.CustodyAction.UNSEALED, **opened))

    made = labels.labels_of(session, small.case.id, [second.id, first.id], SHEETS["3x8"])

    assert [each.seal for each in made.labels] == ["", "BE-7"]


def test_in_any_case_a_scanned_label_leads_to_its_exhibit_and_this_is_logged_of_it(
    session: Session, small: Small
):
    kept = registered(session, small, seal="BE-1")

    found = labels.find_scanned(session, None, label(kept).code)

    assert found.id == kept.id
    views = [(each.kind, each.subject) for each in consultations.list_consultations(session)]
    assert (Consulted.EXHIBIT, kept.id) in views
    assert (Consulted.EXHIBIT, small.case.id) not in views


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_has_the_number_case_and_seal_of_each_and_no_title(
    session: Session, small: Small, tmp_path: Path, name: str
):
    kept = [
        registered(session, small, number=f"E-{at}", seal=f"BE-{at}", titles=(("fr", "Ioana Exemple"),))
        for at in range(1, 4)
    ]
    sheet, target = SHEETS[name], tmp_path / "labels.pdf"

    made = labels.labels_of(session, small.case.id, [each.id for each in kept], sheet, first=1)
    pages = labels.write_labels(made, target)
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"], capture_output=True, check=True, text=True
    ).stdout

    assert pages == (4 + sheet.count - 1) // sheet.count
    for each in kept:
        assert {each.number, each.seal, label(each).check} <= set(text.split())
    assert small.case.reference in text
    assert "Exemple" not in text


def _words(target: Path) -> dict[str, tuple[float, float, float, float]]:
    """The words of the first page: left, top, right and bottom of each, in points."""
    told = subprocess.run(["pdftotext", "-bbox", target, "-"], capture_output=True, check=True, text=True)
    found = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)<', told.stdout)
    return {text: (float(a), float(b), float(c), float(d)) for a, b, c, d, text in found}


@pytest.mark.parametrize("name", SHEETS)
def test_a_long_number_case_and_seal_stay_on_their_label_with_the_check(
    session: Session, small: Small, tmp_path: Path, name: str
):
    seal = "S.4471/2026 " * 6 + "boxed"
    kept = registered(session, small, number="VR-2026/0044-B-12", seal=seal)
    sheet, target = SHEETS[name], tmp_path / "labels.pdf"

    labels.write_labels(labels.labels_of(session, small.case.id, [kept.id], sheet), target)
    words = _words(target)

    assert {kept.number, label(kept).check, "boxed"} <= words.keys()
    right, bottom = (sheet.left + sheet.width) * 72 / 25.4, (sheet.top + sheet.height) * 72 / 25.4
    assert all(word[2] < right and word[3] < bottom for word in words.values())


@pytest.mark.parametrize("language", ["en", "fr", "de", "ar"])
def test_what_is_written_by_hand_has_a_line_beside_its_words_and_not_below_them(
    session: Session, small: Small, tmp_path: Path, language: str
):
    """The lines are read from the picture of the page: above each it is white. An exhibit without a seal has
    a line for that too.
    """
    kept, target, dots = registered(session, small, number="E-1"), tmp_path / "labels.pdf", 144
    made = labels.labels_of(session, small.case.id, [kept.id], SHEETS["2x2"])
    told = tuple(said(f"label_{name}", language) for name in ("packed", "place", "by", "signature"))
    words = replace(
        made.words,
        **{name: said(f"label_{name}", language) for name in ("exhibit", "seal")},
        by_hand=told,
    )
    labels.write_labels(replace(made, words=words, language=language), target)
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", target, tmp_path / "page"], check=True)
    data = next(tmp_path.glob("page*.pgm")).read_bytes()
    _, size, _, pixels = data.split(b"\n", 3)
    width = int(size.split()[0])
    side = 105 * 0.45
    begins, ends = set(), set()
    for at in range(5):
        row = round((8 + side + 13 * (at + 1)) * dots / 25.4)
        near = (pixels[each * width : each * width + width // 2] for each in range(row - 2, row + 3))
        dark = ("".join("#" if pixel < 200 else " " for pixel in each) for each in near)
        first, last = max(
            (found.span() for each in dark for found in re.finditer("#+", each)),
            key=lambda run: run[1] - run[0],
        )
        begins.add(first)
        ends.add(last)
        above = (pixels[each * width + first : each * width + last] for each in range(row - 40, row - 4))
        assert all(min(each) > 200 for each in above)

    assert len(begins) == len(ends) == 1
    assert (ends.pop() - begins.pop()) * 25.4 / dots > 40


def test_the_code_on_the_page_has_the_modules_that_its_standard_asks(
    session: Session, small: Small, tmp_path: Path
):
    """The bars are read from the picture of the page, module by module."""
    kept, target, dots = registered(session, small), tmp_path / "labels.pdf", 300
    sheet = SHEETS["2x7"]
    labels.write_labels(labels.labels_of(session, small.case.id, [kept.id], sheet), target)
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", target, tmp_path / "page"], check=True)
    data = next(tmp_path.glob("page*.pgm")).read_bytes()
    _, size, _, pixels = data.split(b"\n", 3)
    width = int(size.split()[0])
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(label(kept).code)
    code.make()
    count, inner = code.getModuleCount(), 2.5
    side = min(sheet.height - 2 * inner, sheet.width * 0.45, 60)
    module = side / (count + 8)

    def is_dark(row: int, column: int) -> bool:
        left = sheet.left + inner + (4 + column + 0.5) * module
        top = sheet.top + inner + (4 + row + 0.5) * module
        return pixels[round(top * dots / 25.4) * width + round(left * dots / 25.4)] < 128

    places = [(row, column) for row in range(-4, count + 4) for column in range(-4, count + 4)]
    inside = {(row, column) for row in range(count) for column in range(count)}
    assert all(is_dark(*place) == (place in inside and bool(code.isDark(*place))) for place in places)


def test_no_label_and_a_place_that_is_not_on_the_sheet_are_refused(session: Session, small: Small):
    kept, sheet = registered(session, small), SHEETS["3x8"]

    with pytest.raises(NothingToExportError):
        labels.labels_of(session, small.case.id, [], sheet)
    for first in (-1, 24):
        with pytest.raises(ValueRefusedError):
            labels.labels_of(session, small.case.id, [kept.id], sheet, first=first)
    with pytest.raises(ValueRefusedError):
        labels.labels_of(session, small.case.id, [ExhibitId(str(uuid4()))], sheet)


def test_many_labels_are_on_as_many_pages_as_they_need(session: Session, small: Small):
    kept = registered(session, small)
    made = labels.labels_of(session, small.case.id, [kept.id] * 49, SHEETS["3x8"])

    target = BytesIO()

    assert labels.compose_labels(made, target) == 3
    assert registry.EXHIBIT.find(session.read, kept.id) == kept
