"""Containers: standard tools alone check ours, each byte has one value, and a name leads nowhere else."""

import io
import secrets
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from tests.support import pdfs
from thb_desktop.errors import (
    MemberChangedError,
    MemberNameError,
    NotFoundError,
    PackageFormError,
    PackageTooLargeError,
)
from thb_desktop.package import bag, manifest, packing
from thb_desktop.package.members import Member, held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import bag_is_right, changed_files, open_container

AT = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
INFO = {"Source-Organization": "Office of Borduria", "External-Identifier": "BR-THB-2026-001"}
OFFICE = pdfs.make_office()
PICTURE = pdfs.fixed_randomness("picture")(300_000)
MEMBERS = [
    held("bundle.pdf", "application/pdf", b"%PDF-1.7 and so on"),
    held("exhibits/E-01.jpg", "image/jpeg", PICTURE),
    held("exhibits/E-02", "application/octet-stream", b""),
    held("case/case.jsonld", "application/ld+json", b"{}"),
]

needs_tools = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("openssl", "unzip", "sha256sum")),
    reason="openssl, unzip or sha256sum is not installed",
)


class OnlyForwards:
    """A stream that can neither be sought nor read, as an envelope is."""

    def __init__(self) -> None:
        self.written = bytearray()

    def write(self, data: bytes) -> None:
        self.written += data


def packed(members=MEMBERS, info=INFO, signer=OFFICE.judge, at=AT) -> bytes:
    target = OnlyForwards()
    told = write_container(target, members, info=info, signer=signer, chain=[OFFICE.root], at=at)
    assert (told.size, told.sha256) == (len(target.written), sha256(target.written).hexdigest())
    return bytes(target.written)


CONTAINER = packed()


def read(data: bytes):
    return open_container(io.BytesIO(data))


def test_the_same_content_gives_the_same_bytes():
    assert packed() == CONTAINER


def test_each_file_is_read_back_as_it_was_packed():
    container = read(CONTAINER)

    content = {each.name: b"".join(container.pieces(each.name)) for each in container.payload}

    assert content == {f"data/{each.name}": b"".join(each.pieces()) for each in MEMBERS}
    assert [*changed_files(container)] == []
    assert bag_is_right(container)
    with pytest.raises(NotFoundError):
        container.pieces("data/other")


def test_the_first_file_says_what_the_container_is_at_the_place_where_tools_look():
    assert CONTAINER[30:38] == b"mimetype"
    assert CONTAINER[38:].startswith(b"application/vnd.etsi.asic-e+zip")


def test_another_reader_of_zip_files_sees_the_same_files_in_order():
    with zipfile.ZipFile(io.BytesIO(CONTAINER)) as others:
        assert others.testzip() is None
        names = [each.filename for each in others.infolist()]

    assert names == [each.name for each in read(CONTAINER).members]
    assert names[0] == "mimetype"
    assert names[-2:] == [manifest.MANIFEST, manifest.SIGNATURE]


@needs_tools
def test_standard_tools_alone_check_everything(tmp_path):
    (tmp_path / "p.asice").write_bytes(CONTAINER)
    root = x509.load_der_x509_certificate(OFFICE.root).public_bytes(Encoding.PEM)
    (tmp_path / "root.pem").write_bytes(root)

    def run(*command: str, within: str = ".") -> str:
        done = subprocess.run(command, cwd=tmp_path / within, check=True, capture_output=True, text=True)
        return done.stdout + done.stderr

    run("unzip", "-q", "p.asice", "-d", "opened")
    sums = run("sha256sum", "-c", bag.MANIFEST, within="opened")
    tags = run("sha256sum", "-c", bag.TAG_MANIFEST, within="opened")
    said = run(
        *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", manifest.SIGNATURE),
        *("-content", manifest.MANIFEST, "-CAfile", "../root.pem", "-purpose", "any", "-out", "/dev/null"),
        within="opened",
    )

    assert sums.count(": OK") == len(MEMBERS)
    assert tags.count(": OK") == 3
    assert "CAdES Verification successful" in said


@needs_tools
def test_openssl_refuses_a_manifest_of_which_one_digest_was_changed(tmp_path):
    with zipfile.ZipFile(io.BytesIO(CONTAINER)) as others:
        others.extractall(tmp_path)
    root = x509.load_der_x509_certificate(OFFICE.root).public_bytes(Encoding.PEM)
    (tmp_path / "root.pem").write_bytes(root)
    listed = (tmp_path / manifest.MANIFEST).read_bytes()
    (tmp_path / manifest.MANIFEST).write_bytes(listed.replace(b"E-02", b"E-03"))

    done = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", manifest.SIGNATURE),
            *("-content", manifest.MANIFEST, "-CAfile", "root.pem", "-purpose", "any", "-out", "/dev/null"),
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert done.returncode != 0


def test_the_manifest_lists_each_file_but_itself_its_signature_and_the_kind():
    tree = etree.fromstring(read(CONTAINER).manifest)
    spaces = {"a": "http://uri.etsi.org/02918/v1.2.1#"}

    listed = tree.xpath("//a:DataObjectReference/@URI", namespaces=spaces)

    assert listed == [f"data/{each.name}" for each in MEMBERS] + list(bag.TAG_FILES)
    assert tree.xpath("//a:SigReference/@URI", namespaces=spaces) == [manifest.SIGNATURE]


def test_no_byte_can_vary_unseen_but_in_the_signature_that_is_checked_apart():
    signature = CONTAINER.index(read(CONTAINER).signature)
    unseen = []

    for _ in range(3000):
        place = secrets.randbelow(len(CONTAINER) - len(PICTURE) + 1000)  # most of them outside the picture
        place += (len(PICTURE) - 1000) * (place > 1000)
        data = bytearray(CONTAINER)
        data[place] ^= 1 << secrets.randbelow(8)
        try:
            container = read(bytes(data))
            if not [*changed_files(container)] and bag_is_right(container):
                unseen.append(place)
        except PackageFormError:
            continue

    assert all(signature <= place < signature + len(read(CONTAINER).signature) for place in unseen)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"junk" + data, id="before"),
        pytest.param(lambda data: data + b"junk", id="behind"),
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[: len(data) // 2], id="half"),
        pytest.param(lambda data: data[:0], id="nothing"),
        pytest.param(lambda data: data + data, id="twice"),
        pytest.param(lambda data: data[:-2] + b"\x04\0junk", id="a comment"),
    ],
)
def test_a_container_with_anything_around_it_is_refused(change):
    with pytest.raises(PackageFormError):
        read(change(CONTAINER))


def rezipped(change) -> bytes:
    """The files packed once more by another program, after `change` of the list of names and contents."""
    with zipfile.ZipFile(io.BytesIO(CONTAINER)) as others:
        files = [(each, others.read(each)) for each in others.namelist()]
    change(files)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name, content in files:
            written.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda files: files.reverse(), id="the same files by another program"),
        pytest.param(lambda files: files.append(("data/more.txt", b"more")), id="one more file"),
        pytest.param(lambda files: files.pop(1), id="one file less"),
        pytest.param(lambda files: files.insert(2, files[1]), id="a file twice"),
        pytest.param(lambda files: files.append(("../../leads-away", b"out")), id="a name that leads away"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_container_packed_again_is_refused(change):
    with pytest.raises(PackageFormError):
        read(rezipped(change))


@pytest.mark.parametrize(
    "name",
    [
        *("", "/etc/passwd", "../up", "a/../b", "a//b", "a/", "./a", "a\\b", "c:a", "a\0b", "é.txt", "a b"),
        *("con", "NUL.txt", "lpt1", "dot.", ".hidden", "a" * 101, "a\nb", "a%2e", "<a>"),
    ],
)
def test_a_name_that_some_system_would_not_unpack_is_refused(name):
    with pytest.raises(MemberNameError):
        packed([held(name, "text/plain", b"content")])


@pytest.mark.parametrize("names", [("a.txt", "A.TXT"), ("same", "same"), ("a", "a/b"), ("A/b", "a")])
def test_two_names_that_some_system_would_not_keep_apart_are_refused(names):
    with pytest.raises(MemberNameError):
        packed([held(name, "text/plain", b"content") for name in names])


def test_a_media_type_that_is_none_is_refused_by_the_name_of_its_file():
    with pytest.raises(MemberNameError) as refusal:
        packed([held("a.txt", 'text"/>', b"content")])

    assert refusal.value.named["name"] == "a.txt"


@pytest.mark.parametrize("second", [b"other", b"conten", b"contents"])
def test_a_file_that_changes_while_it_is_packed_is_named(second):
    readings = iter([b"content", second])
    changing = Member(name="a.txt", media_type="text/plain", pieces=lambda: [next(readings)])

    with pytest.raises(MemberChangedError) as refusal:
        packed([changing])

    assert refusal.value.named["name"] == "a.txt"


def test_a_manifest_with_a_document_type_is_not_read():
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'

    with pytest.raises(PackageFormError):
        manifest.from_xml(bomb)


def test_lengths_beyond_four_gibibytes_have_a_form_that_others_read():
    from thb_desktop.package.zip_stream import Stored, directory, read_directory

    class Sparse(io.RawIOBase):
        """A file of zeros with some parts that are not."""

        def __init__(self, parts: dict[int, bytes], size: int) -> None:
            self.parts, self.size, self.place = parts, size, 0

        def seekable(self) -> bool:
            return True

        def readable(self) -> bool:
            return True

        def seek(self, place: int, whence: int = 0) -> int:
            self.place = place + (0, self.place, self.size)[whence]
            return self.place

        def tell(self) -> int:
            return self.place

        def read(self, length: int = -1) -> bytes:
            length = min(length if length >= 0 else self.size, self.size - self.place)
            data = bytearray(length)
            for begin, part in self.parts.items():
                low, high = max(begin, self.place), min(begin + len(part), self.place + length)
                if low < high:
                    data[low - self.place : high - self.place] = part[low - begin : high - begin]
            self.place += length
            return bytes(data)

    first = Stored(name="data/film", size=5 << 30, crc32=0x1234)
    second = Stored(name="data/note", size=7, crc32=0x4321, offset=first.end)
    members = (first, second)
    end = directory(members, second.end)
    parts = {0: first.local(), second.offset: second.local(), second.end: end}
    file = Sparse(parts, second.end + len(end))

    assert read_directory(file, file.size, most=1 << 20, most_members=2) == members
    with zipfile.ZipFile(file) as others:
        seen = [(each.filename, each.file_size, each.CRC, each.header_offset) for each in others.infolist()]
    assert seen == [(each.name, each.size, each.crc32, each.offset) for each in members]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028"])
def test_an_end_of_line_in_what_is_told_of_the_bag_begins_no_element(end):
    container = read(packed(info={"Source-Organization": f"Office{end}Payload-Oxum: 1.1"}))

    told = b"".join(container.pieces(bag.INFO)).decode()

    assert told.splitlines()[0] == "Source-Organization: Office Payload-Oxum: 1.1"
    assert len(told.splitlines()) == 2
    assert bag_is_right(container)


def test_more_files_than_a_reader_takes_are_refused_before_a_byte_is_written():
    member = Member(name="a", media_type="text/plain", pieces=lambda: [b""])
    target = OnlyForwards()

    with pytest.raises(PackageTooLargeError) as refusal:
        write_container(
            *(target, [member] * 100_000), info=INFO, signer=OFFICE.judge, chain=[OFFICE.root], at=AT
        )

    assert refusal.value.named == {"files": "100000"}
    assert target.written == b""


def test_a_list_that_a_reader_does_not_hold_is_refused_before_a_byte_is_written(monkeypatch):
    monkeypatch.setattr(packing, "MOST_LISTED", 1000)
    target = OnlyForwards()

    with pytest.raises(PackageTooLargeError):
        write_container(*(target, MEMBERS), info=INFO, signer=OFFICE.judge, chain=[OFFICE.root], at=AT)

    assert target.written == b""
