"""What a capture of the web states of its records and files is compared with them, in confinement."""

import gzip
import io
import sys
import zipfile
from base64 import b32encode
from typing import Any

import pytest

from tests.support.captures import ANSWER, IN_PIECES, PAGE, packed, record, right, stated, wacz
from tests.support.looking import Counted
from tests.support.samples import sample
from thb_desktop.domain.looks import CaptureComparison
from thb_desktop.errors import DocumentTooLargeError, InspectionEndedError, PartDamagedError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.looks import stated as stated_module
from thb_desktop.inspect.looks.kinds import Found, Kind
from thb_desktop.inspect.looks.parts import Asked
from thb_desktop.inspect.looks.pieces import Joining
from thb_desktop.services.evidence.looking import comparing_capture

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
WRONG = f"sha1:{b32encode(bytes(20)).decode()}"


def compared(data: bytes, limits: Limits | None = None) -> CaptureComparison:
    comparing = comparing_capture(Counted(data), len(data), limits or Limits(processor=60, answer=32 << 20))
    try:
        told = comparing.go_on()
        while not told.ended:
            told = comparing.go_on()
    finally:
        comparing.close()
    return told


def counts(told: CaptureComparison) -> tuple[int, int, int, int, int]:
    return told.named, told.agree, len(told.differ), len(told.missing), len(told.not_judged)


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256", "sha512"])
@pytest.mark.parametrize("form", ["plain", "packed"])
def test_right_digests_of_records_agree(kind: str, form: str):
    records = [
        right(kind=kind),
        right(IN_PIECES, kind=kind),
        right(IN_PIECES, IN_PIECES.partition(b"\r\n\r\n")[2]),
    ]

    told = compared(packed(records) if form == "packed" else b"".join(records))

    assert counts(told) == (6, 6, 0, 0, 0)
    assert told.done == told.total


def test_a_digest_in_hexadecimal_digits_or_of_another_name_is_read_too():
    block = stated(ANSWER, "sha256", hexadecimal=True)

    told = compared(
        record(ANSWER, block_digest=block.upper().replace("SHA256", "SHA-256"), payload_digest="blake3:00")
    )

    assert counts(told) == (2, 1, 0, 0, 1)
    assert told.not_judged == ("1 https://ads.example/1 (WARC-Payload-Digest)",)


@pytest.mark.parametrize("field", ["block_digest", "payload_digest"])
def test_a_digest_that_differs_is_told_with_its_place_and_the_right_one(field: str):
    told = compared(packed([right(), record(ANSWER, **{field: WRONG})]))

    digest = stated(ANSWER if field == "block_digest" else PAGE).partition(":")[2]
    name = "WARC-Block-Digest" if field == "block_digest" else "WARC-Payload-Digest"
    assert told.differ == ((f"2 https://ads.example/1 ({name})", "sha1", "A" * 32, digest),)
    assert counts(told) == (3, 2, 1, 0, 0)


@pytest.mark.parametrize(
    ("kind", "headers"),
    [
        ("revisit", {}),
        ("response", {"truncated": "length"}),
        ("response", {"segment_number": "1"}),
    ],
)
def test_of_a_payload_that_is_elsewhere_or_not_whole_nothing_is_said(kind: str, headers: dict[str, str]):
    told = compared(record(ANSWER, kind, block_digest=stated(ANSWER), payload_digest=WRONG, **headers))

    assert counts(told) == (2, 1, 0, 0, 1)


@pytest.mark.parametrize("payload", ["joined", "as it came"])
def test_an_answer_that_broke_off_between_its_pieces_is_not_told_as_another(payload: str):
    cut = IN_PIECES.removesuffix(b"0\r\n\r\n")
    body = PAGE if payload == "joined" else cut.partition(b"\r\n\r\n")[2]

    told = compared(right(cut, body) + record(IN_PIECES, payload_digest=WRONG))

    assert counts(told) == ((3, 1, 1, 0, 1) if payload == "joined" else (3, 2, 1, 0, 0))


def test_a_resource_has_no_headers_of_an_answer():
    told = compared(record(ANSWER, "resource", block_digest=stated(ANSWER), payload_digest=stated(ANSWER)))

    assert counts(told) == (2, 2, 0, 0, 0)


def test_where_a_warc_cannot_be_read_any_more_the_rest_is_not_judged():
    records = [gzip.compress(each, mtime=0) for each in (right(), right(), right())]

    told = compared(records[0] + records[1][:40] + b"\xff" * 9 + records[1][49:] + records[2])

    assert told.agree >= 2
    assert told.differ == ()
    assert told.not_judged == ("2 \u2026",), "the record in which the damage is"


def test_a_wacz_agrees_with_its_package_and_its_records():
    files = {"archive/data.warc.gz": packed([right(), right()]), "pages/pages.jsonl": b"{}\n"}

    told = compared(wacz(files))

    assert counts(told) == (7, 7, 0, 0, 0)


def test_what_a_wacz_states_otherwise_is_told_file_by_file():
    warc = packed([record(ANSWER, block_digest=WRONG)])
    files = {"archive/data.warc.gz": warc, "indexes/a.idx": b"a", "fuzzy.json": b"b", "more.txt": b"c"}
    told = compared(
        wacz(
            files,
            resources=[
                {"path": "archive/data.warc.gz", "hash": stated(warc, "sha256", hexadecimal=True)},
                {"path": "indexes/a.idx", "hash": stated(b"A", "sha256", hexadecimal=True)},
                {"path": "fuzzy.json", "hash": "crc32:00"},
                {"path": "gone.cdx", "hash": stated(b"", "sha256", hexadecimal=True)},
                {"path": "old.idx", "stats": {"hash": "00"}, "hashing": "sha224"},
            ],
            package_digest=stated(b"", "sha256", hexadecimal=True),
            signedData={"signature": "x"},
        )
    )

    assert [place for place, *_ in told.differ] == [
        "datapackage.json",
        "indexes/a.idx",
        "archive/data.warc.gz 1 https://ads.example/1 (WARC-Block-Digest)",
    ]
    assert told.missing == ("gone.cdx", "old.idx")
    assert told.unnamed == ("more.txt",)
    assert told.not_judged == ("datapackage-digest.json (signedData)", "fuzzy.json")
    assert (told.named, told.agree) == (8, 1)


def test_a_warc_that_is_packed_a_second_time_is_judged_as_a_file_alone():
    told = compared(
        wacz(
            {"archive/data.warc.gz": packed([record(ANSWER, block_digest=WRONG)])},
            compression=zipfile.ZIP_DEFLATED,
        )
    )

    assert counts(told) == (3, 2, 0, 0, 1)
    assert told.not_judged == ("archive/data.warc.gz",)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_with_one_name_none_is_judged():
    data = io.BytesIO(wacz({"archive/a.warc": right()}))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("archive/a.warc", b"another")

    told = compared(data.getvalue())

    assert "archive/a.warc" in told.not_judged
    assert told.differ == ()


@pytest.mark.requirement("SR-26", "SR-27")
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            lambda: gzip.compress(b"WARC/1.1\r\nContent-Length: 9" + b"9" * 5000 + b"\r\n\r\n"), id="length"
        ),
        pytest.param(
            lambda: wacz({"archive/a": b""}, resources=[{"path": 1}, 2, {"path": "archive/a"}]), id="list"
        ),
        pytest.param(
            lambda: wacz({"archive/a": b""}).replace(b'"resources": [', b'"resources": {'), id="damaged"
        ),
        pytest.param(
            lambda: packed(record(ANSWER, **{f"x{n}": "y" for n in range(200)}) for _ in "a"), id="headers"
        ),
        pytest.param(lambda: packed([b""] * 3000) and b"WARC/1.1\r\n\r\n" + b"\r\n" * 100_000, id="nothing"),
    ],
)
def test_what_is_not_as_it_should_be_ends_cleanly(data):
    try:
        told = compared(data())
    except (PartDamagedError, DocumentTooLargeError):
        return

    assert told.differ == ()


@pytest.mark.requirement("SR-26", "SR-27")
def test_a_capture_that_becomes_far_larger_than_it_is_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stated_module, "_LEAST", 1 << 20)
    bomb = packed([record(bytes(200 << 20), block_digest=WRONG)])
    asked = Asked(io.BytesIO(bomb))

    with pytest.raises(stated_module.UnreadableError):
        list(iter(lambda: stated_module.compare_capture(asked, Found(Kind.WARC, ""))["ended"], True))


@pytest.mark.requirement("SR-26", "SR-27")
def test_a_reading_without_end_is_ended_by_its_limits():
    empty = gzip.compress(b"", mtime=0) * 400_000

    with pytest.raises(InspectionEndedError):
        compared(packed([right()]) + empty, Limits(processor=2, seconds=3, answer=1 << 20))


@pytest.mark.requirement("SR-26")
def test_the_comparison_ends_after_a_thousand_that_differ():
    told = compared(b"".join([record(ANSWER, block_digest=WRONG)] * 1500))

    assert (len(told.differ), told.named) == (1000, 1000)


@pytest.mark.requirement("SR-26")
def test_the_comparison_ends_after_a_thousand_files_that_are_not_there():
    gone = [{"path": f"gone/{number}", "hash": f"sha256:{'0' * 64}"} for number in range(3000)]

    told = compared(wacz({"archive/a.warc": right()}, resources=gone))

    assert (len(told.missing), told.named) == (1000, 1001)


@pytest.mark.parametrize("at_once", [1, 3, 7, 1000])
def test_pieces_are_joined_wherever_they_are_cut(at_once: int):
    body = IN_PIECES.partition(b"\r\n\r\n")[2]
    joining = Joining()

    found = b"".join(joining.join(body[at : at + at_once]) for at in range(0, len(body), at_once))

    assert (found, joining.is_whole) == (PAGE, True)


class Stepped(bytes):
    """Bytes that count how many of them were copied or looked at, and so do their parts."""

    steps = 0

    def __getitem__(self, which: Any) -> Any:
        found = super().__getitem__(which)
        return self._of(found) if isinstance(found, bytes) else found

    def __add__(self, other: bytes) -> "Stepped":
        return self._of(super().__add__(other))

    def __radd__(self, other: bytes) -> "Stepped":
        return self._of(other + bytes(self))

    def find(self, sought: Any, begins: Any = 0, ends: Any = None) -> int:
        found = super().find(sought, begins, ends)
        Stepped.steps += (found if found >= 0 else len(self)) - (begins or 0)
        return found

    @classmethod
    def _of(cls, found: bytes) -> "Stepped":
        cls.steps += len(found)
        return cls(found)


@pytest.mark.parametrize("at_once", [1 << 16, 1000])
def test_the_work_of_joining_grows_as_the_bytes_do_also_where_each_piece_is_one_byte(at_once: int):
    body = Stepped(b"1\r\na\r\n" * 20_000 + b"0\r\n")
    parts = [Stepped(bytes(body)[at : at + at_once]) for at in range(0, len(body), at_once)]
    joining, Stepped.steps = Joining(), 0

    found = b"".join(joining.join(each) for each in parts)

    assert (len(found), joining.is_whole) == (20_000, True)
    assert Stepped.steps <= 5 * len(body)


@pytest.mark.parametrize("body", [b"<p>no pieces</p>", b"5\r\nabcdefgh", b"2\r\nab\r\nzz\r\n", b"9" * 70_000])
def test_what_is_not_in_pieces_is_not_joined(body: bytes):
    joining = Joining()

    joining.join(body)

    assert not joining.is_whole


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("example.warc.gz", (8, 7, 0, 0, 1)),
        ("example-resource.warc.gz", (2, 2, 0, 0, 0)),
        ("example-bad-non-chunked.warc.gz", (4, 2, 1, 0, 1)),
    ],
)
def test_the_captures_of_the_samples(name: str, expected: tuple[int, ...]):
    assert counts(compared(sample(f"02-evidence/web/{name}").read_bytes())) == expected
