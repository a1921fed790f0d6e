"""Masked copies of hostile and of real files: a copy or a refusal, never a fault, and nothing but pixels."""

import io
import json
import sys

import pytest
from PIL import Image

from tests.security.hostile_files import MADE
from tests.services.bundling.test_masked_copies import added, laid, mask
from tests.services.bundling.test_versions import drawn_up
from tests.support.offices import Small
from tests.support.sampled import few
from tests.support.samples import sample
from thb_desktop.errors import ThbError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.services.bundling.copy_making import LaidCopy
from thb_desktop.services.core.session import Session

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
HALF = (0, 0, 500, 1000)


def copy_of(session: Session, small: Small, name: str, data: bytes) -> LaidCopy | None:
    """The copy of a file whose left half is masked; None if it is refused."""
    file = added(session, small, data, name=name)
    version = drawn_up(session, small, interview_ids=(), exhibit_ids=(file.exhibit_id,))
    mask(session, version, file, HALF)
    try:
        return laid(session, version, file)
    except ThbError:
        return None


@pytest.mark.requirement("SR-26")
@pytest.mark.parametrize("kind", ["pdf-horrors", "pdf-pdfjs"])
def test_a_hostile_page_is_copied_as_a_picture_or_refused(session: Session, small: Small, kind: str):
    found = sorted(sample(f"02-evidence/{kind}").glob("*.pdf"))
    made = {
        path.name: copy_of(session, small, path.name, path.read_bytes())
        for path in few(found, 1 + len(found) // 4)
    }

    copies = [each for each in made.values() if each is not None]
    assert copies
    for each in copies:
        for word in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/Annots", b"/Metadata", b"/URI"):
            assert word not in each.data


@pytest.mark.requirement("SR-26")
def test_a_photograph_keeps_its_face_and_loses_what_it_says_of_itself(session: Session, small: Small):
    for path in few(sorted(sample("02-evidence/photos").glob("*.jpg")), 3):
        copy = copy_of(session, small, path.name, path.read_bytes())
        assert copy is not None, path.name

        with Image.open(path) as whole, Image.open(io.BytesIO(copy.data)) as seen:
            turned = whole.getexif().get(0x0112, 1) >= 5
            assert seen.size == (whole.size[::-1] if turned else whole.size)
            assert not seen.getexif()
        told = texts_in(io.BytesIO(copy.data)).told()
        said = json.dumps(told, ensure_ascii=False)
        assert not any(word in said for word in ("Canon", "NIKON", "Nikon", "GPS", "Photoshop", "Adobe"))


@pytest.mark.requirement("SR-26")
def test_what_is_made_to_harm_is_copied_or_refused(session: Session, small: Small):
    for name, make in few(sorted(MADE.items()), len(MADE) // 6):
        copy = copy_of(session, small, name, make())

        assert copy is None or copy.data[:4] in (b"%PDF", b"\x89PNG", b"\xff\xd8\xff\xe0"), name
