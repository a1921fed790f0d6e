"""Alike pictures of advertisements: marked by a confined process, and never told as the same."""

import gzip
import hashlib
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageOps

from tests.services.searching.test_ads import PAGE, answer, entered, kept, wacz
from tests.support.offices import Small, act, exhibit
from tests.support.second_person import ALONE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ads import AdGroup, AdGroupKind
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.picture_marks import MOST, bands, differing, near_bands
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits, leaving
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.searching import ad_groups, ad_pictures
from thb_desktop.vault.rebuild import rebuild

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
COLUMNS = AdColumns(delimiter=";", text="Text", pictures="Pictures")


def drawn(seed: int, side: int = 360) -> Image.Image:
    """A picture of coloured shapes, another one for each seed."""
    picture = Image.new("RGB", (side, side * 3 // 4), "#888")
    pen = ImageDraw.Draw(picture)
    digest = hashlib.shake_256(str(seed).encode()).digest(240)
    for at in range(0, len(digest), 8):
        x, y, width, height, *colour, _ = digest[at : at + 8]
        box = (
            x * side // 256,
            y * side // 340,
            (x + width // 2) * side // 256,
            (y + height // 2) * side // 340,
        )
        pen.rectangle(box, fill=tuple(colour))
    return picture


def coded(picture: Image.Image, form: str = "JPEG", **how: int) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, **how)
    return made.getvalue()


def table(*named: str) -> bytes:
    rows = "".join(f"Words of number {number};{each}\n" for number, each in enumerate(named))
    return f"Text;Pictures\n{rows}".encode()


def alike(session: Session, small: Small) -> list[AdGroup]:
    ad_pictures.mark_pictures(lambda work: work(session), small.case.id)
    found = ad_groups.list_groups(session, small.case.id).groups
    return [each for each in found if each.kind is AdGroupKind.PICTURE_ALIKE]


def test_pictures_that_were_coded_sized_or_coloured_anew_are_told_as_alike_and_others_are_not(
    session: Session, small: Small, tmp_path: Path
):
    first = drawn(1)
    turned = Image.Exif()
    turned[0x0112] = 6
    files = {
        "a.jpg": coded(first, quality=90),
        "b.jpg": coded(first.resize((180, 135)), quality=40),
        "c.png": coded(ImageOps.grayscale(first), "PNG"),
        "d.gif": coded(first.quantize(64), "GIF"),
        "e.jpg": coded(first.rotate(90, expand=True), exif=turned),
        "other.jpg": coded(drawn(2)),
        "flat.png": coded(Image.new("RGB", (300, 200), "navy"), "PNG"),
        "broken.jpg": coded(first)[:300],
    }
    names = list(files)
    held, file = kept(session, small, tmp_path, {"ads.csv": table(*names), **files})
    entered(session, file, COLUMNS)
    before = ad_groups.list_groups(session, small.case.id)
    assert (before.unmarked, before.without_mark) == (len(files), 0)

    (group,) = alike(session, small)

    after = ad_groups.list_groups(session, small.case.id)
    assert (len(group.ads), group.shared) == (5, "a.jpg")
    assert group.alike is not None
    assert 100 * (64 - MOST) // 64 <= group.alike[0] <= group.alike[1] <= 100
    assert (after.unmarked, after.without_mark) == (0, 2)
    assert ad_pictures.next_pictures(session, small.case.id) is None
    assert rebuild(session.read).differing == ()
    leaving.bar_exhibit(session, held.id, v.BarKind.ABUSE_MATERIAL, "Seen by the unit")
    for name in ("picture_mark", "picture_band", "picture_pair"):
        assert session.read.execute(f"SELECT * FROM {name}").fetchone() is None, name  # noqa: S608


def test_pictures_in_a_capture_are_compared_with_files(session: Session, small: Small, tmp_path: Path):
    """The records are packed, and larger than a piece that is read, so that two walks are in one file."""
    large = Image.blend(drawn(3, 600), Image.effect_noise((600, 450), 80).convert("RGB"), 0.3)
    page = PAGE.format(text="Call me").encode()
    data = wacz(
        *map(
            gzip.compress,
            (
                answer("https://q.example/p/1.jpg", "image/bmp", coded(large, "BMP")),
                answer("https://q.example/ads/1", "text/html; charset=utf-8", page),
            ),
        ),
        pages='{"url": "https://q.example/ads/1"}\n',
    )
    capture, captured = kept(session, small, tmp_path, {"a.wacz": data})
    entered(session, captured, None)
    beside_it, file = kept(
        session, small, tmp_path, {"ads.csv": table("x.jpg"), "x.jpg": coded(large, quality=50)}
    )
    entered(session, file, COLUMNS)

    (group,) = alike(session, small)

    assert len(group.ads) == 2
    within, beside = ad_pictures.pictures_of(session, small.case.id, group)
    assert (within.exhibit.id, within.file) == (capture.id, None)
    assert (beside.exhibit.id, beside.name) == (beside_it.id, "x.jpg")
    assert ad_groups.list_groups(session, small.case.id).unmarked == 0


@pytest.mark.parametrize("ends", ["erased", "abuse", "abuse before"])
def test_a_picture_that_goes_in_one_exhibit_has_no_mark_from_another(
    session: Session, small: Small, tmp_path: Path, ends: str
):
    """Another exhibit holds the same file. Erasure leaves that one; abuse material does not."""
    picture, near = coded(drawn(5)), coded(drawn(5), quality=30)
    other = exhibits.register_exhibit(session, exhibit(small, number="E-other"), act())
    source = tmp_path / "same.jpg"
    source.write_bytes(picture)
    add_files(session, other.id, [NewFile(source=source, name="same.jpg", media_type="image/jpeg")])
    _, file = kept(
        session, small, tmp_path, {"ads.csv": table("a.jpg", "b.jpg"), "a.jpg": picture, "b.jpg": near}
    )
    entered(session, file, COLUMNS)
    if ends == "abuse before":
        _bar(session, other.id)
    else:
        assert len(alike(session, small)) == 1

    if ends == "erased":
        ordered = replace(act(v.CustodyAction.ERASED), reason="Order of 1 June 2026")
        custody.record_custody_event(session, other.id, ordered, second=ALONE)
    elif ends == "abuse":
        _bar(session, other.id)

    assert len(alike(session, small)) == (1 if ends == "erased" else 0)
    marks = dict(session.read.execute("SELECT sha256, mark FROM picture_mark").fetchall())
    assert bool(marks[hashlib.sha256(picture).hexdigest()]) == (ends == "erased")


def _bar(session: Session, exhibit_id: ExhibitId) -> None:
    leaving.bar_exhibit(session, exhibit_id, v.BarKind.ABUSE_MATERIAL, "Seen by the unit")


def test_each_mark_within_the_bound_shares_a_part_that_is_looked_up():
    one = f"{0x0123456789ABCDEF:016x}"
    spread = [0, 17, 33, 49, 1, 20, 40]

    for count in range(MOST + 1):
        other = f"{int(one, 16) ^ sum(1 << bit for bit in spread[:count]):016x}"

        assert differing(one, other) == count
        assert set(near_bands(one)) & set(bands(other))


@pytest.mark.requirement("SR-27")
def test_a_picture_that_is_made_to_do_harm_keeps_no_other_from_its_mark(
    session: Session, small: Small, tmp_path: Path, figure: Callable[[str, str, object], None]
):
    from tests.security.hostile_files import MADE

    bomb = MADE["a picture of 60,000 by 60,000"]()
    files = {"bomb.png": bomb, "a.jpg": coded(drawn(6)), "b.jpg": coded(drawn(6), quality=20)}
    _, file = kept(session, small, tmp_path, {"ads.csv": table(*files), **files})
    entered(session, file, COLUMNS)

    assert len(alike(session, small)) == 1
    assert ad_groups.list_groups(session, small.case.id).without_mark == 1
