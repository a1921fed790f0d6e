"""What a forensic image states of its data is compared with them when its files are read again."""

import struct
from dataclasses import replace
from hashlib import md5, sha256
from pathlib import Path
from threading import Event

import pytest

from tests.support.ewf import ewf
from tests.support.offices import Small, act, registered
from tests.support.samples import sample
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, leaving, readings, rehash
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

DATA = (
    b"".join(sha256(bytes([n % 256, n // 256])).digest() for n in range(3_000))
    + bytes(512 * 400)
    + b"end".ljust(512)
)
DATA = DATA[: 512 * 187] + bytes(512 * 400) + b"end".ljust(512)
HUGE = ewf(DATA)[0].replace(struct.pack("<II", 64, 512), struct.pack("<II", 1 << 20, 512))
"""An image with chunks of 512 MiB, which are not read."""


def kept(session: Session, small: Small, folder: Path, files: dict[str, bytes]) -> Exhibit:
    held = registered(session, small, number="E-7", kind=v.ExhibitKind.FORENSIC_IMAGE)
    new = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        new.append(NewFile(source=folder / name, name=name, media_type="application/octet-stream"))
    add_files(session, held.id, new)
    return held


def read_again(session: Session, held: Exhibit) -> tuple[CustodyEvent, ...]:
    reading = readings.begin_reading(session, held.id)
    reading.run()
    return readings.record_reading(session, reading, act(v.CustodyAction.VERIFIED))


def cases(session: Session, held: Exhibit) -> list[str]:
    return [each.case for each in check_exhibit(session, held.id).findings]


@pytest.mark.parametrize("segments", [1, 3])
def test_an_image_whose_data_are_as_it_states_gets_an_event(
    session: Session, small: Small, tmp_path: Path, segments: int
):
    parts = ewf(DATA, segments=segments)
    held = kept(session, small, tmp_path, {f"a.E{number:02}": data for number, data in enumerate(parts, 1)})

    whole, image = read_again(session, held)

    assert (whole.result, whole.weak_digest) == (v.VerificationResult.MATCH, "")
    assert (image.result, len(image.weak_digest), image.files_read) == (
        v.VerificationResult.MATCH,
        40,
        segments,
    )
    assert not {"stated-differs", "content-differs", "digest-differs"} & {*cases(session, held)}


def test_an_image_whose_data_differ_from_what_it_states_is_told_and_stays(
    session: Session, small: Small, tmp_path: Path
):
    (data,) = ewf(DATA, md5=b"\1" * 16, sha1=b"")
    held = kept(session, small, tmp_path, {"a.E01": data})

    whole, image = read_again(session, held)
    _, again = read_again(session, held)

    assert whole.result is v.VerificationResult.MATCH
    assert (image.result, image.weak_digest) == (v.VerificationResult.MISMATCH, "01" * 16)
    assert image.note == md5(DATA, usedforsecurity=False).hexdigest()
    assert again.result is v.VerificationResult.MISMATCH
    assert cases(session, held).count("stated-differs") == 2
    assert "content-differs" not in cases(session, held)
    assert "quarantined" not in cases(session, held)


@pytest.mark.parametrize(
    "files",
    [
        {"a.E01": ewf(DATA, md5=b"", sha1=b"")[0]},
        {"a.E01": ewf(DATA, segments=2)[0]},
        {"a.E02": ewf(DATA, segments=2)[1]},
        {"a.E01": ewf(DATA)[0][:-1000]},
        {"a.E01": b"EVF\x09\x0d\x0a\xff\0\x01\x01\0\0\0" + b"volume".ljust(76, b"\xff") * 9},
        {"a.E01": b"no image"},
        {"a.E01": ewf(DATA)[0].replace(b"table\0", b"tabel\0")},
        {"a.E01": HUGE},
        {"a.E01": ewf(DATA, md5=bytes(16), sha1=bytes(20))[0]},
    ],
    ids=[
        "states nothing",
        "not whole",
        "not the first",
        "cut",
        "damaged",
        "another form",
        "no table",
        "chunks too large",
        "zeros alone",
    ],
)
def test_of_an_image_that_is_not_whole_or_not_read_nothing_is_said(
    session: Session, small: Small, tmp_path: Path, files: dict[str, bytes]
):
    held = kept(session, small, tmp_path, files)

    (whole,) = read_again(session, held)

    assert whole.result is v.VerificationResult.MATCH


def test_a_person_states_no_comparison_of_an_image(session: Session, small: Small, tmp_path: Path):
    (data,) = ewf(DATA)
    held = kept(session, small, tmp_path, {"a.E01": data})

    told = replace(act(v.CustodyAction.VERIFIED), sha256=sha256(data).hexdigest(), weak_digest="0" * 32)
    custody.record_custody_event(session, held.id, told)

    assert "stated-differs" not in cases(session, held)
    with pytest.raises(errors.ValueRefusedError):
        custody.record_custody_event(session, held.id, replace(told, weak_digest="xyz"))


@pytest.mark.parametrize("stated", ["a" * 128, "sha3-256:" + "a" * 64])
def test_a_person_states_a_value_of_sha_512_or_sha3_256(
    session: Session, small: Small, tmp_path: Path, stated: str
):
    held = kept(session, small, tmp_path, {"a.txt": b"words"})
    told = replace(act(v.CustodyAction.COPIED), weak_digest=stated)

    event = custody.record_custody_event(session, held.id, told)

    assert event.weak_digest == stated
    assert "weak-digest" not in cases(session, held)
    for wrong in (stated[:-1], stated.upper(), "a" * 64):
        with pytest.raises(errors.ValueRefusedError):
            custody.record_custody_event(session, held.id, replace(told, weak_digest=wrong))


def test_the_image_of_the_samples_agrees_with_its_md5(session: Session, small: Small, tmp_path: Path):
    data = sample("02-evidence/disk/image.E01").read_bytes()
    held = kept(session, small, tmp_path, {"image.E01": data})

    _, image = read_again(session, held)

    assert (image.result, image.weak_digest) == (
        v.VerificationResult.MATCH,
        "d73c51f10c7ee6a681b7b619ccc6f1c4",
    )


def test_a_field_of_zeros_is_no_digest_that_the_image_states(session: Session, small: Small, tmp_path: Path):
    held = kept(session, small, tmp_path, {"a.E01": ewf(DATA, sha1=bytes(20))[0]})

    _, image = read_again(session, held)

    right = md5(DATA, usedforsecurity=False).hexdigest()
    assert (image.result, image.weak_digest) == (v.VerificationResult.MATCH, right)


def rehashed(session: Session, small: Small, **told: object) -> rehash.RehashResult:
    due = rehash.due_exhibits(session, small.case.id, before=session.clock.read().at)
    return rehash.rehash(lambda work: work(session), due, lambda _: act(v.CustodyAction.VERIFIED), **told)  # type: ignore[arg-type]


def spoilt(session: Session, held: Exhibit, name: str) -> None:
    (file,) = [each for each in readings.begin_reading(session, held.id).files if each.name == name]
    path = session.vault.content.places.of(file.object_id)
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def test_an_image_that_is_refused_hides_no_file_that_differs(session: Session, small: Small, tmp_path: Path):
    held = kept(session, small, tmp_path, {"a.E01": HUGE, "b.E01": ewf(DATA)[0], "notes.txt": b"notes"})
    spoilt(session, held, "notes.txt")

    result = rehashed(session, small)

    _, *events = custody.list_events(session, held.id)
    assert (result.differ, result.left, result.stopped) == (["E-7"], [], False)
    assert [each.result for each in events] == [v.VerificationResult.MISMATCH, v.VerificationResult.MATCH]
    assert len(leaving.list_bars(session, held.id)) == 1


def test_a_stop_while_an_image_is_compared_keeps_what_was_read(
    session: Session, small: Small, tmp_path: Path
):
    files = {"a.E01": ewf(DATA)[0], "notes.txt": b"notes"}
    held = kept(session, small, tmp_path, files)
    spoilt(session, held, "notes.txt")
    stopped, size = Event(), len(files["a.E01"])

    result = rehashed(
        session, small, cancelled=stopped, progress=lambda done, _: stopped.set() if done >= size else None
    )

    _, *events = custody.list_events(session, held.id)
    assert (result.differ, result.left, result.stopped) == (["E-7"], [], True)
    assert [each.result for each in events] == [v.VerificationResult.MISMATCH]
    assert len(leaving.list_bars(session, held.id)) == 1


def test_a_run_tells_an_image_whose_data_are_not_as_it_states(session: Session, small: Small, tmp_path: Path):
    kept(session, small, tmp_path, {"a.E01": ewf(DATA, sha1=b"\1" * 20)[0], "b.E01": ewf(DATA)[0]})

    result = rehashed(session, small)

    assert (result.read, result.differ, result.other_data) == (1, [], ["E-7"])


def test_the_data_of_each_image_are_part_of_the_progress(session: Session, small: Small, tmp_path: Path):
    files = {"a.E01": ewf(DATA)[0], "b.E01": ewf(DATA[:5120])[0]}
    kept(session, small, tmp_path, files)
    size = sum(map(len, files.values()))
    seen: list[tuple[int, int]] = []

    rehashed(session, small, progress=lambda done, total: seen.append((done, total)))

    first, both = size + len(DATA), size + len(DATA) + 5120
    assert seen[-2:] == [(first, first), (both, both)]
    assert seen == sorted(seen)
