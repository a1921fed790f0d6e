"""What an exhibit consists of: authority, digests that were read, weak digests, segments of images."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from tests.domain.test_custody_findings import DEVICE, NOW, SEIZED, Told, events_of, file
from thb_desktop.domain.content_digests import content_digest
from thb_desktop.domain.custody_content import Beside
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import InstrumentId, RowId
from thb_desktop.domain.segments_of_images import missing_segments
from thb_desktop.domain.vocabulary import BarKind, ExhibitKind, VerificationResult
from thb_desktop.domain.vocabulary import CustodyAction as A
from thb_desktop.findings import Finding, Standing

SHA = {"sha256": "a" * 64}
MD5 = {"weak_digest": "c" * 32}
BARE = replace(DEVICE, legal_authority="")
IMAGE = replace(DEVICE, kind=ExhibitKind.FORENSIC_IMAGE)
MATCHED = {"result": VerificationResult.MATCH, **SHA, "files_read": 1}
STATED = {"result": VerificationResult.MATCH, **SHA}
DIFFERED = {"result": VerificationResult.MISMATCH, **SHA, "files_read": 1}
ACQUIRED: Told = (A.ACQUIRED, 0, {"write_blocker": "T-1", "source_sha256": "a" * 64})


def found_in(
    *told: Told,
    files: Sequence[ExhibitFile] = (),
    exhibit: Exhibit = DEVICE,
    beside: Beside | None = None,
) -> list[Finding]:
    return [*check_custody(exhibit, events_of(*told), files, at=NOW, beside=beside or Beside())]


def cases(found: list[Finding]) -> list[tuple[str, object]]:
    return [(each.case, each.values["n"]) for each in found]


@pytest.mark.parametrize(
    ("exhibit", "first", "expected"),
    [
        (BARE, SEIZED, [("no-authority", Standing.UNKNOWN)]),
        (BARE, (A.COLLECTED, 0, {}), [("no-authority", Standing.UNKNOWN)]),
        (replace(BARE, kind=ExhibitKind.FILE), (A.COLLECTED, 0, {}), []),
        (BARE, (A.VOLUNTARILY_HANDED_OVER, 0, {"from_party": "A witness"}), []),
        (BARE, (A.SEIZED, 0, {"document": "Order 12"}), []),
        (replace(BARE, instrument_id=InstrumentId("order")), SEIZED, []),
        (replace(BARE, emergency="Flight"), SEIZED, [("not-ratified", Standing.UNKNOWN)]),
        (replace(BARE, emergency="Flight", ratification="Decision 3"), SEIZED, []),
        (replace(BARE, ratification="Decision 3"), SEIZED, [("no-authority", Standing.UNKNOWN)]),
    ],
)
def test_a_seizure_names_its_order_or_the_emergency_and_the_ratification(
    exhibit: Exhibit, first: Told, expected: list[tuple[str, Standing]]
):
    assert [(each.case, each.standing) for each in found_in(first, exhibit=exhibit)] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(A.VERIFIED, 1, MATCHED)], []),
        ([(A.VERIFIED, 1, DIFFERED)], [("content-differs", 2)]),
        ([(A.VERIFIED, 1, DIFFERED), (A.VERIFIED, 2, MATCHED)], []),
        ([(A.VERIFIED, 1, MATCHED), (A.VERIFIED, 2, DIFFERED)], [("content-differs", 3)]),
        (
            [(A.VERIFIED, 1, DIFFERED), (A.VERIFIED, 2, STATED)],
            [("content-differs", 2)],
        ),
    ],
)
def test_content_that_differed_is_told_until_it_is_read_and_agrees(
    told: list[Told], expected: list[tuple[str, int]]
):
    assert cases(found_in(SEIZED, *told, files=[file("a" * 64)])) == expected


GONE = {"sha256": "d" * 64}
READ_DAMAGED: Told = (A.VERIFIED, 1, {**DIFFERED, **GONE})
TAKEN_BACK: Told = (A.FILE_WITHDRAWN, 2, GONE)
PUT_BACK: Told = (A.FILE_REINSTATED, 3, GONE)


@pytest.mark.parametrize(
    ("told", "standing", "expected"),
    [
        ([READ_DAMAGED, TAKEN_BACK], ["a"], [("differed-withdrawn", Standing.HOLDS)]),
        ([READ_DAMAGED, TAKEN_BACK], [], [("differed-withdrawn", Standing.HOLDS)]),
        ([READ_DAMAGED, TAKEN_BACK], ["a", "d"], [("content-differs", Standing.UNKNOWN)]),
        ([READ_DAMAGED, TAKEN_BACK, PUT_BACK], ["a", "d"], [("content-differs", Standing.UNKNOWN)]),
        (
            [(A.VERIFIED, 1, {**DIFFERED, **GONE, **MD5}), TAKEN_BACK],
            ["a"],
            [("differed-withdrawn", Standing.HOLDS)],
        ),
        ([(A.VERIFIED, 1, {**MATCHED, **GONE}), TAKEN_BACK], ["a"], []),
    ],
)
def test_that_a_file_differed_is_only_told_once_it_was_withdrawn(
    told: list[Told], standing: list[str], expected: list[tuple[str, Standing]]
):
    found = found_in(SEIZED, *told, files=[file(each * 64) for each in standing])

    assert [(each.case, each.standing) for each in found] == expected


def test_one_digest_stands_for_all_files_that_were_there():
    files = [file("b" * 64), file("a" * 64)]
    later = replace(file("d" * 64), added_at=NOW + timedelta(days=900))
    whole = {**MATCHED, "sha256": content_digest(files), "files_read": 2}

    assert found_in(SEIZED, (A.VERIFIED, 1, whole), files=[*files, later]) == []
    assert content_digest(files) == sha256(f"{'a' * 64}\n{'b' * 64}\n".encode()).hexdigest()
    assert cases(found_in(SEIZED, (A.VERIFIED, 1, whole), files=files[:1])) == [("digest-differs", 2)]


A_FILE, B_FILE, C_FILE = (file(each * 64) for each in "abc")
OUT: Told = (A.FILE_WITHDRAWN, 5, {"sha256": C_FILE.sha256})
BACK: Told = (A.FILE_REINSTATED, 9, {"sha256": C_FILE.sha256})


def read_whole(at: int, *files: ExhibitFile) -> Told:
    return A.VERIFIED, at, {**MATCHED, "sha256": content_digest(files), "files_read": len(files)}


@pytest.mark.parametrize(
    ("told", "standing", "differ"),
    [
        ([read_whole(1, A_FILE, B_FILE), OUT], [A_FILE, B_FILE], []),
        ([read_whole(1, A_FILE, B_FILE), read_whole(2, A_FILE, B_FILE, C_FILE), OUT], [A_FILE, B_FILE], []),
        ([OUT, read_whole(6, A_FILE, B_FILE, C_FILE)], [A_FILE, B_FILE], [3]),
        ([OUT, read_whole(6, A_FILE, B_FILE), BACK], [A_FILE, B_FILE, C_FILE], []),
        ([OUT, BACK, read_whole(10, A_FILE, B_FILE)], [A_FILE, B_FILE, C_FILE], [4]),
        ([read_whole(1, A_FILE, C_FILE, C_FILE), OUT], [A_FILE, C_FILE], []),
        ([OUT, read_whole(6, A_FILE, C_FILE)], [A_FILE, C_FILE], []),
        ([read_whole(1, A_FILE, B_FILE, C_FILE, C_FILE), OUT, OUT], [A_FILE, B_FILE], []),
        ([read_whole(1, A_FILE, B_FILE, C_FILE), *[OUT] * 9], [A_FILE, B_FILE], []),
    ],
    ids=[
        *("read before it was added", "read with it and without", "read as if it still stood"),
        *("reinstated after a reading", "reinstated before one", "one of two with the same bytes"),
        *("its twin is read", "both of them", "one of many"),
    ],
)
def test_one_digest_stands_for_the_files_that_were_not_withdrawn_then(
    told: list[Told], standing: list[ExhibitFile], differ: list[int]
):
    found = found_in(SEIZED, *told, files=standing)

    assert [each.values["n"] for each in found if each.case == "digest-differs"] == differ


def test_which_file_was_withdrawn_is_not_corrected():
    other = {"corrects": RowId("event 3"), "wrong_value": C_FILE.sha256, "right_value": "d" * 64}
    stated = (A.VERIFIED, 1, {**MATCHED, "sha256": "d" * 64})

    found = found_in(SEIZED, stated, OUT, (A.CORRECTION, 6, other), files=[A_FILE, B_FILE])

    assert ("digest-differs", 2) in cases(found)


def test_a_stated_value_that_agreed_since_is_not_told_any_more():
    said = (A.SEIZED, 0, {**MD5, **SHA})
    odd = (A.VERIFIED, 1, {**DIFFERED, **MD5})
    even = (A.VERIFIED, 2, {**MATCHED, **MD5})

    assert cases(found_in(said, odd, files=[A_FILE])) == [("value-differs", 2)]
    assert cases(found_in(said, odd, even, files=[A_FILE])) == []
    assert cases(found_in(said, even, odd, files=[A_FILE])) == [("value-differs", 3)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (MD5, [("weak-digest", 1)]),
        ({**MD5, "source_sha256": "a" * 64}, []),
        ({"weak_digest": "c" * 128}, []),
        ({"weak_digest": "sha3-256:" + "c" * 64}, []),
        ({}, []),
    ],
)
def test_a_weak_digest_alone_is_told(fields: dict[str, Any], expected: list[tuple[str, int]]):
    assert cases(found_in((A.SEIZED, 0, fields))) == expected


@pytest.mark.parametrize(
    ("action", "right", "expected"),
    [
        (A.SEIZED, "a" * 64, []),
        (A.ACQUIRED, "a" * 64, []),
        (A.SEIZED, "d" * 128, []),
        (A.SEIZED, "d" * 32, [("weak-digest", 1)]),
        (A.SEIZED, "None was made", [("weak-digest", 1)]),
    ],
)
def test_a_correction_says_the_strong_digest_that_was_missing(
    action: A, right: str, expected: list[tuple[str, int]]
):
    values = {"corrects": RowId("event 1"), "wrong_value": MD5["weak_digest"], "right_value": right}

    found = found_in((action, 0, MD5), (A.CORRECTION, 1, values))

    assert cases(found) == expected


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (["a.E01", "a.E02", "A.e03"], ()),
        (["a.E02", "a.E04"], ("E01", "E03")),
        ([*(f"a.E{n:02}" for n in range(1, 100)), "a.EAA", "a.EAC"], ("EAB",)),
        (["a.001", "a.003", "b.Ex01"], ("002",)),
        (["a.000", "a.001"], ()),
        (["a.Lx02"], ("LX01",)),
        (["a.E01", "a.log", "a.eml", "setup.exe", "mail.lnk", "a.ESP", "base.sql"], ()),
        (["a.E01", "a.E03", "a.eml"], ("E02",)),
        (["a.dd", "photo.jpg", "notes.E1", "a.S01"], ()),
    ],
)
def test_missing_segments_of_an_image_are_named(names: list[str], missing: tuple[str, ...]):
    files = [replace(file("a" * 64), name=name) for name in names]

    found = found_in(ACQUIRED, files=files, exhibit=IMAGE)

    assert [(each.case, each.values["names"]) for each in found] == (
        [("segment-missing", missing)] if missing else []
    )
    assert missing_segments(reversed(names)) == missing


def test_an_image_file_without_bytes_is_refused_and_an_empty_file_of_another_exhibit_is_not():
    empty = replace(file("a" * 64), size=0)

    (found,) = found_in(ACQUIRED, files=[empty], exhibit=IMAGE)

    assert (found.case, found.standing) == ("file-empty", Standing.BROKEN)
    assert found_in(SEIZED, files=[empty]) == []


def test_what_stands_beside_the_events_is_told():
    beside = Beside(bars=frozenset({BarKind.QUARANTINE, BarKind.PRIVILEGED, BarKind.LEGAL_HOLD}), changed=3)

    found = found_in(SEIZED, beside=beside)

    assert [each.case for each in found] == ["changed-after", "quarantined", "privileged", "on-hold"]
