"""What a capture of the web states of its records and files is compared when its file is read again."""

import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.services.evidence.test_image_digests import kept, read_again, rehashed, spoilt
from tests.support.captures import ANSWER, packed, record, right, wacz
from tests.support.offices import Small
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import NotCompared
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import capture_digests, exhibits, intake_rows, leaving, withdrawing
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


def test_of_a_capture_that_was_withdrawn_nothing_is_told_any_more(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"a.warc.gz": BAD, "b.txt": b"b"})
    read_again(session, held)
    (wrong, _) = exhibits.get_exhibit(session, held.id).files

    withdrawing.withdraw_file(session, wrong.id, "Of another case")

    assert cases(session, held) == []
    assert exhibits.get_exhibit(session, held.id).lists == ()
    withdrawing.reinstate_file(session, wrong.id, "Of this case")
    assert cases(session, held) == ["capture-differs"]


def test_a_file_that_a_wacz_names_and_has_not_is_told(session: Session, small: Small, tmp_path: Path):
    data = wacz(
        {"archive/a.warc": right()}, resources=[{"path": "archive/gone.warc", "hash": f"sha256:{'0' * 64}"}]
    )
    held = kept(session, small, tmp_path, {"a.wacz": data})

    read_again(session, held)

    assert cases(session, held) == ["capture-missing"]


@pytest.mark.parametrize(
    ("files", "because"),
    [
        ({"a.warc.gz": b"no capture"}, NotCompared.UNREADABLE),
        ({"a.wacz": b"PK\3\4"}, NotCompared.UNREADABLE),
        ({"a.warc": record(ANSWER)}, NotCompared.NO_DIGEST),
    ],
    ids=["of another kind", "damaged", "states nothing"],
)
def test_of_a_capture_that_is_not_compared_the_reason_is_recorded_and_nothing_is_said_of_it(
    session: Session, small: Small, tmp_path: Path, files: dict[str, bytes], because: NotCompared
):
    held = kept(session, small, tmp_path, files)

    (whole,) = read_again(session, held)

    (told,) = intake_rows.list_digest_lists(session, held.id)
    assert whole.result is v.VerificationResult.MATCH
    assert ([told.name], told.because, told.is_possible) == ([*files], because, True)
    assert (told.named, told.agree, told.differ, told.missing, told.left) == (0, 0, (), (), 0)
    is_named = because is not NotCompared.NO_DIGEST
    assert cases(session, held) == (["capture-not-compared"] if is_named else [])
    assert rehashed(session, small).other_data == []


@pytest.mark.parametrize(
    ("error", "because"),
    [
        (errors.DocumentLockedError("it opens with a password"), NotCompared.LOCKED),
        (errors.DocumentTooLargeError("it is larger"), NotCompared.TOO_LARGE),
        (errors.InspectionEndedError("it ended"), NotCompared.ENDED),
        (errors.SandboxMissingError("nothing keeps it apart"), NotCompared.NO_SANDBOX),
        (errors.PartDamagedError("it is damaged"), NotCompared.UNREADABLE),
        (errors.ContentMissingError("it is not there"), NotCompared.UNREADABLE),
    ],
)
def test_each_refusal_of_a_reading_has_its_reason(error: errors.ThbError, because: NotCompared):
    assert capture_digests.because_of(error) is because


def test_a_file_without_the_name_of_a_capture_is_not_compared_and_not_named(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"a.bin": BAD})

    read_again(session, held)

    assert intake_rows.list_digest_lists(session, held.id) == ()


def test_a_capture_that_the_process_cannot_read_within_its_limits_is_named(
    session: Session, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    held = kept(session, small, tmp_path, {"a.warc.gz": BAD})
    monkeypatch.setattr(capture_digests, "_LIMITS", replace(capture_digests._LIMITS, answer=1))

    read_again(session, held)

    (told,) = intake_rows.list_digest_lists(session, held.id)
    assert told.because is NotCompared.ENDED


def test_that_a_capture_was_not_compared_hides_no_earlier_difference(
    session: Session, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    held = kept(session, small, tmp_path, {"a.warc.gz": BAD})
    read_again(session, held)
    monkeypatch.setattr(capture_digests, "_LIMITS", replace(capture_digests._LIMITS, answer=1))
    read_again(session, held)

    assert len(intake_rows.list_digest_lists(session, held.id)) == 2
    assert cases(session, held) == ["capture-differs"]


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
