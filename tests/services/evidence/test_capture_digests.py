"""What a capture of the web states of its records and files is compared when its file is read again."""

import sys
from pathlib import Path
from threading import Event

import pytest

from tests.services.evidence.test_image_digests import kept, read_again, rehashed, spoilt
from tests.support.captures import ANSWER, packed, record, right, wacz
from tests.support.offices import Small
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, intake_rows, leaving
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.keeping import health

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
WRONG = f"sha1:{'A' * 32}"
BAD = packed([right(), record(ANSWER, block_digest=WRONG)])


def cases(session: Session, held: Exhibit) -> list[str]:
    return [each.case for each in check_exhibit(session, held.id).findings if "capture" in each.case]


def test_a_capture_that_agrees_is_recorded_with_the_reading(session: Session, small: Small, tmp_path: Path):
    held = kept(session, small, tmp_path, {"a.wacz": wacz({"archive/a.warc.gz": packed([right()])})})

    (whole,) = read_again(session, held)

    (told,) = intake_rows.list_digest_lists(session, held.id)
    (file,) = exhibits.get_exhibit(session, held.id).files
    assert whole.result is v.VerificationResult.MATCH
    assert (told.name, told.sha256, told.is_of_capture) == ("a.wacz", file.sha256, True)
    assert (told.named, told.agree, told.differ, told.missing, told.left) == (4, 4, (), (), 0)
    assert cases(session, held) == []
    assert {"content", "chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_a_digest_that_differs_is_told_with_custody_and_puts_nothing_in_quarantine(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"A.WARC.GZ": BAD, "b.txt": b"b"})

    (whole,) = read_again(session, held)
    read_again(session, held)

    told = intake_rows.list_digest_lists(session, held.id)[0]
    assert [(place, stated) for place, _, stated, _ in told.differ] == [
        ("2 https://ads.example/1 (WARC-Block-Digest)", "A" * 32)
    ]
    assert whole.result is v.VerificationResult.MATCH
    assert cases(session, held) == ["capture-differs"], "once for a file, however often it was read"
    assert leaving.list_bars(session, held.id) == ()
    assert len(exhibits.get_exhibit(session, held.id).lists) == 1


def test_a_file_that_a_wacz_names_and_has_not_is_told(session: Session, small: Small, tmp_path: Path):
    data = wacz(
        {"archive/a.warc": right()}, resources=[{"path": "archive/gone.warc", "hash": f"sha256:{'0' * 64}"}]
    )
    held = kept(session, small, tmp_path, {"a.wacz": data})

    read_again(session, held)

    assert cases(session, held) == ["capture-missing"]


@pytest.mark.parametrize(
    "files",
    [{"a.warc.gz": b"no capture"}, {"a.wacz": b"PK\3\4"}, {"a.bin": BAD}, {"a.warc": record(ANSWER)}],
    ids=["of another kind", "damaged", "another name", "states nothing"],
)
def test_of_a_capture_that_is_not_read_or_states_nothing_nothing_is_recorded(
    session: Session, small: Small, tmp_path: Path, files: dict[str, bytes]
):
    held = kept(session, small, tmp_path, files)

    (whole,) = read_again(session, held)

    assert whole.result is v.VerificationResult.MATCH
    assert intake_rows.list_digest_lists(session, held.id) == ()


def test_a_capture_is_compared_beside_a_file_that_differs(session: Session, small: Small, tmp_path: Path):
    held = kept(session, small, tmp_path, {"a.warc.gz": BAD, "b.txt": b"b"})
    spoilt(session, held, "b.txt")

    result = rehashed(session, small)

    assert (result.differ, result.other_data) == (["E-7"], ["E-7"])
    assert cases(session, held) == ["capture-differs"]


def test_a_stop_while_a_capture_is_compared_keeps_what_was_read(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"a.warc.gz": BAD})
    stopped = Event()

    result = rehashed(
        session,
        small,
        cancelled=stopped,
        progress=lambda done, _: stopped.set() if done >= len(BAD) else None,
    )

    assert (result.read, result.stopped, result.other_data) == (1, True, [])
    assert intake_rows.list_digest_lists(session, held.id) == ()
