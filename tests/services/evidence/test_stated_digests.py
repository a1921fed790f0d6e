"""A value of MD5, SHA-1, SHA-512 or SHA3-256 that somebody states is compared when the files are read."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.ewf import ewf
from tests.support.offices import Small, act, registered
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits, readings, rehash, withdrawing
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

ONE, TWO = b"one" * 700_000, b"two"
MATCH, MISMATCH = v.VerificationResult.MATCH, v.VerificationResult.MISMATCH


def kept(session: Session, small: Small, folder: Path, files: dict[str, bytes], **more: Any) -> Exhibit:
    held = registered(session, small, number="E-7", **more)
    new = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        new.append(NewFile(source=folder / name, name=name, media_type="application/octet-stream"))
    add_files(session, held.id, new)
    return held


def stated(session: Session, held: Exhibit, value: str) -> CustodyEvent:
    return custody.record_custody_event(
        session, held.id, replace(act(v.CustodyAction.SEIZED), weak_digest=value)
    )


def read_again(session: Session, held: Exhibit) -> tuple[CustodyEvent, ...]:
    reading = readings.begin_reading(session, held.id)
    reading.run()
    return readings.record_reading(session, reading, act(v.CustodyAction.VERIFIED))


def differing(session: Session, held: Exhibit) -> list[str]:
    found = [each.case for each in check_exhibit(session, held.id).findings]
    return [each for each in found if each.endswith("-differs")]


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha512", "sha3_256"])
@pytest.mark.parametrize("content", [ONE, TWO, ONE + TWO], ids=["the first", "the second", "both"])
def test_a_value_of_a_file_or_of_all_of_them_in_the_order_of_their_names_agrees(
    session: Session, small: Small, tmp_path: Path, algorithm: str, content: bytes
):
    held = kept(session, small, tmp_path, {"part.10": TWO, "part.9": ONE})
    digits = hashlib.new(algorithm, content).hexdigest()
    value = f"sha3-256:{digits}" if algorithm == "sha3_256" else digits
    stated(session, held, value)

    whole, compared = read_again(session, held)

    assert (whole.result, whole.weak_digest) == (MATCH, "")
    assert (compared.result, compared.weak_digest, compared.files_read) == (MATCH, value, 2)
    assert differing(session, held) == []


def test_a_value_that_is_of_no_file_is_told_with_what_the_file_has_until_it_is_corrected(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"one.bin": ONE})
    event = stated(session, held, "0" * 128)

    _, compared = read_again(session, held)

    assert compared.result is MISMATCH
    assert compared.note == hashlib.sha512(ONE).hexdigest()
    assert differing(session, held) == ["value-differs"]

    right = hashlib.sha512(ONE).hexdigest()
    told = replace(
        act(v.CustodyAction.CORRECTION), corrects=event.id, wrong_value="0" * 128, right_value=right
    )
    custody.record_custody_event(session, held.id, told)
    assert differing(session, held) == []
    _, compared = read_again(session, held)
    assert (compared.result, compared.weak_digest) == (MATCH, right)


def test_what_was_compared_is_not_compared_again_before_a_file_is_added(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"one.bin": ONE})
    stated(session, held, "0" * 32)
    read_again(session, held)

    assert len(read_again(session, held)) == 1

    (tmp_path / "two.bin").write_bytes(TWO)
    add_files(session, held.id, [NewFile(source=tmp_path / "two.bin", name="two.bin", media_type="a/b")])
    _, compared = read_again(session, held)
    assert (compared.result, compared.note, compared.files_read) == (MISMATCH, "", 2)


def test_a_value_of_all_files_is_compared_again_once_a_wrong_one_was_withdrawn(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"one.bin": ONE, "two.bin": TWO, "wrong.bin": b"x"})
    stated(session, held, hashlib.md5(ONE + TWO, usedforsecurity=False).hexdigest())
    read_again(session, held)
    assert differing(session, held) == ["value-differs"]

    (wrong,) = (each for each in exhibits.get_exhibit(session, held.id).files if each.name == "wrong.bin")
    withdrawing.withdraw_file(session, wrong.id, "Of another case")
    _, compared = read_again(session, held)

    assert (compared.result, compared.files_read) == (MATCH, 2)
    assert differing(session, held) == []
    assert len(read_again(session, held)) == 1


def test_of_the_data_in_an_image_nothing_is_said_that_was_not_compared(
    session: Session, small: Small, tmp_path: Path
):
    (data,) = ewf(b"data".ljust(512 * 8))
    held = kept(session, small, tmp_path, {"a.E01": data}, kind=v.ExhibitKind.FORENSIC_IMAGE)
    stated(session, held, "0" * 32)
    stated(session, held, hashlib.sha1(data, usedforsecurity=False).hexdigest())

    whole, image, of_file = read_again(session, held)

    assert [whole.weak_digest, image.result, of_file.result] == ["", MATCH, MATCH]
    assert image.weak_digest != of_file.weak_digest
    assert differing(session, held) == []


def test_a_file_that_is_damaged_says_nothing_of_the_value(session: Session, small: Small, tmp_path: Path):
    held = kept(session, small, tmp_path, {"one.bin": ONE})
    stated(session, held, "0" * 32)
    for each in session.vault.content.folder.rglob("*"):
        if each.is_file() and each.stat().st_size > len(ONE):
            data = bytearray(each.read_bytes())
            data[len(data) // 2] ^= 1
            each.chmod(0o600)
            each.write_bytes(data)

    (event,) = read_again(session, held)

    assert (event.result, event.weak_digest) == (MISMATCH, "")


def test_a_run_over_the_case_names_the_exhibit_with_such_a_value(
    session: Session, small: Small, tmp_path: Path
):
    held = kept(session, small, tmp_path, {"one.bin": ONE})
    stated(session, held, "0" * 40)
    due = rehash.due_exhibits(session, small.case.id, before=session.clock.read().at)

    result = rehash.rehash(lambda work: work(session), due, lambda _: act(v.CustodyAction.VERIFIED))

    assert (result.differ, result.other_data) == ([], ["E-7"])
