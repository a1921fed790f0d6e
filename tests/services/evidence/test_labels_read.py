"""Sheets of labels as a printer and a scanner that is not ours see them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.action_days import action_team
from tests.support.offices import Small, registered
from thb_desktop.domain.labels import SHEETS
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days, labels
from thb_desktop.services.evidence.labels import Labels

DOTS = 150
"""Dots an inch, of a plain office printer and its scanner."""

pytestmark = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="needs zbar, which reads the codes")


def read_from_paper(made: Labels, folder: Path) -> list[str]:
    """Print the sheet, draw its pages by poppler, and read the code of each label by zbar, one label at a
    time, as a hand scanner sees it.
    """
    target, sheet, dots = folder / "labels.pdf", made.sheet, DOTS / 25.4
    labels.write_labels(made, target)
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", target, folder / "page"], check=True)
    pages, seen = sorted(folder.glob("page*.pgm")), []
    for at in range(made.first, made.first + len(made.labels)):
        page, place = divmod(at, sheet.count)
        row, column = divmod(place, sheet.columns)
        left, top = sheet.left + column * (sheet.width + sheet.gap), sheet.top + row * sheet.height
        view = folder / f"label-{at}.pgm"
        corners = (round(each * dots) for each in (left, top, left + sheet.width, top + sheet.height))
        view.write_bytes(cut(pages[page].read_bytes(), *corners))
        seen.append(view)
    read = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *seen]
    return subprocess.run(read, capture_output=True, check=True, text=True).stdout.split()


def cut(picture: bytes, left: int, top: int, right: int, bottom: int) -> bytes:
    """A part of a grey picture (PGM)."""
    _, size, _, pixels = picture.split(b"\n", 3)
    width = int(size.split()[0])
    lines = [pixels[line * width + left : line * width + right] for line in range(top, bottom)]
    return b"P5\n%d %d\n255\n" % (right - left, len(lines)) + b"".join(lines)


@pytest.mark.parametrize("name", SHEETS)
def test_every_code_of_a_sheet_is_read_by_another_reader_and_leads_to_its_exhibit(
    session: Session, small: Small, tmp_path: Path, name: str
):
    kept = [registered(session, small, number=f"VR-2026/0044-B-{at}", seal=f"BE-{at}") for at in range(5)]
    made = labels.labels_of(session, small.case.id, [each.id for each in kept], SHEETS[name], first=1)

    found = read_from_paper(made, tmp_path)

    led = [labels.find_scanned(session, small.case.id, each).number for each in found]
    assert led == [each.number for each in kept]


def test_the_numbers_that_a_team_takes_along_are_read_and_lead_to_the_exhibit_that_got_one(
    session: Session, small: Small, tmp_path: Path
):
    team = action_days.add_team(
        session, action_team(small.case.id, first_number="EX-0101", last_number="EX-0150")
    )
    kept = registered(session, small, number="EX-0117")
    made = labels.labels_of_team(session, small.case.id, team.id, SHEETS["3x8"])

    found = read_from_paper(made, tmp_path)

    assert found == [each.code for each in made.labels]
    (code,) = (each.code for each in made.labels if each.number == "EX-0117")
    assert labels.find_scanned(session, small.case.id, code).id == kept.id
