"""Containers that others signed with CAdES: as they are, with a file changed, missing, or not covered."""

import io
import zipfile

import pytest

from tests.support import foreign
from thb_desktop.verify.foreign.answer import Format, Verdict

FILES = {"letter.txt": b"Dear colleague", "annex 1.txt": b"Sums: 100"}


def keys(answer):
    return [note.key for each in answer.signatures for note in each.notes] + [
        note.key for note in answer.notes
    ]


@pytest.fixture
def members(tmp_path, authority):
    return foreign.extended_container(tmp_path, authority.clerk, FILES)


def test_an_extended_container_is_judged_with_its_list(judge, authority, members):
    answer = judge(foreign.container(members), authority.root)

    assert (answer.format, answer.verdict) == (Format.ASIC_E, Verdict.REMARKS)
    assert answer.signatures[0].covers == ("letter.txt", "annex 1.txt")
    assert "foreign-files-as-listed" in keys(answer)


@pytest.mark.requirement("SR-33")
def test_a_changed_file_is_proven_and_named(judge, authority, members):
    answer = judge(foreign.container(members | {"annex 1.txt": b"Sums: 900"}), authority.root)

    assert answer.verdict is Verdict.NOT_VALID
    assert answer.signatures[0].sub_indication == "HASH_FAILURE"
    changed = next(note for note in answer.signatures[0].notes if note.key == "foreign-file-changed")
    assert changed.values["files"] == ("annex 1.txt",)
    assert not {"foreign-holds", "foreign-intact"} & set(keys(answer)), "something that it covers was changed"


def test_a_missing_file_is_a_doubt(judge, authority, members):
    del members["letter.txt"]

    answer = judge(foreign.container(members), authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert answer.signatures[0].sub_indication == "SIGNED_DATA_NOT_FOUND"
    assert not {"foreign-holds", "foreign-intact"} & set(keys(answer))


def test_a_file_under_no_signature_is_a_remark(judge, authority, members):
    answer = judge(foreign.container(members | {"extra.txt": b"unsigned"}), authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert "foreign-not-covered" in keys(answer)


def uncovered(answer):
    return [
        name for note in answer.notes if note.key == "foreign-not-covered" for name in note.values["files"]
    ]


@pytest.mark.parametrize("signature", ["META-INF/signature999.p7s", "META-INF/signature001.p7s"])
def test_a_list_that_no_signature_signs_covers_nothing_and_is_named(judge, authority, members, signature):
    """Whoever adds a file can add a list of it; here also one that names the signature of another list."""
    stray = foreign.manifest(signature, {"extra.txt": b"unsigned"})
    added = {"extra.txt": b"unsigned", "META-INF/ASiCManifest999.xml": stray}

    answer = judge(foreign.container(members | added), authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert uncovered(answer) == ["extra.txt", "META-INF/ASiCManifest999.xml"]


def test_a_signature_that_cannot_be_read_covers_nothing(judge, authority, members):
    stray = foreign.manifest("META-INF/signature999.p7s", {"extra.txt": b"unsigned"})
    added = {
        "extra.txt": b"unsigned",
        "META-INF/ASiCManifest999.xml": stray,
        "META-INF/signature999.p7s": b"none",
    }

    answer = judge(foreign.container(members | added), authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert "extra.txt" in uncovered(answer)


def test_what_lies_besides_among_the_signatures_is_named(judge, authority, members):
    added = {"META-INF/notes.txt": b"unsigned", "META-INF/manifest.xml": b"<manifest/>"}

    answer = judge(foreign.container(members | added), authority.root)

    assert uncovered(answer) == ["META-INF/notes.txt"]


def test_of_a_sound_container_nothing_is_uncovered(judge, authority, members):
    assert uncovered(judge(foreign.container(members), authority.root)) == []


def test_a_changed_list_is_proven(judge, authority, members):
    listed = members["META-INF/ASiCManifest001.xml"].replace(b"letter.txt", b"letter.tx ")

    answer = judge(foreign.container(members | {"META-INF/ASiCManifest001.xml": listed}), authority.root)

    assert answer.verdict is Verdict.NOT_VALID


def test_a_simple_container_signs_its_one_file(judge, authority, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_bytes(FILES["letter.txt"])
    signature = foreign.cms_sign(tmp_path, letter, authority.clerk)
    members = {"letter.txt": FILES["letter.txt"], "META-INF/signature.p7s": signature}

    whole = judge(foreign.container(members, extended=False), authority.root)
    changed = judge(foreign.container(members | {"letter.txt": b"?"}, extended=False), authority.root)
    two = judge(foreign.container(members | {"other.txt": b"?"}, extended=False), authority.root)

    assert (whole.format, whole.verdict) == (Format.ASIC_S, Verdict.REMARKS)
    assert changed.verdict is Verdict.NOT_VALID
    assert "foreign-subject-unknown" in keys(two)


def test_xml_signatures_and_evidence_records_are_said_not_to_be_judged(judge):
    data = foreign.container(
        {"a.txt": b"a", "META-INF/signatures0.xml": b"<x/>", "META-INF/evidencerecord.ers": b"x"}
    )

    answer = judge(data)

    assert answer.verdict is Verdict.UNDECIDED
    assert keys(answer) == ["foreign-xades", "foreign-evidence-record"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_container_with_a_file_twice_is_not_judged(judge, members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in (*members.items(), ("letter.txt", b"other")):
            packed.writestr(name, content)

    answer = judge(target.getvalue())

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, ["foreign-container-odd"])


def test_a_container_whose_list_is_packed_in_a_damaged_way_is_not_judged(judge, members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as packed:
        for name, content in reversed(members.items()):
            packed.writestr(name, content)
        spoilt = packed.getinfo("META-INF/ASiCManifest001.xml").header_offset + 60
    data = bytearray(target.getvalue())
    data[spoilt : spoilt + 100] = b"\xff" * 100

    answer = judge(bytes(data))

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, ["foreign-container-odd"])


def test_a_list_with_a_document_type_is_not_read(judge, members):
    listed = members["META-INF/ASiCManifest001.xml"]
    hostile = listed.replace(b"?><", b'?><!DOCTYPE a [<!ENTITY b "c">]><', 1)

    answer = judge(foreign.container(members | {"META-INF/ASiCManifest001.xml": hostile}))

    assert keys(answer) == ["foreign-container-odd"]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(99), b"PK\x03\x04META-INF/"])
def test_what_only_begins_as_a_container_is_not_judged(judge, data):
    assert judge(data).verdict is Verdict.UNDECIDED


def test_names_from_a_container_are_made_safe_to_show(judge, authority, tmp_path):
    name = "bill\u202etxt.exe"
    members = foreign.extended_container(tmp_path, authority.clerk, {name: b"x"})

    answer = judge(foreign.container(members), authority.root)

    assert "\u202e" not in "".join(answer.signatures[0].covers)


def test_a_list_that_names_a_file_twice_is_no_praise_for_one_of_its_contents(judge, authority, tmp_path):
    signature, other = "META-INF/signature001.p7s", {"letter.txt": b"Dear enemy"}
    once, twice = foreign.manifest(signature, FILES), foreign.manifest(signature, other)
    row = twice[twice.index(b"<asic:DataObjectReference") : twice.index(b"</asic:ASiCManifest>")]
    listed = once.replace(b"<asic:DataObjectReference", row + b"<asic:DataObjectReference", 1)
    path = tmp_path / "manifest.xml"
    path.write_bytes(listed)
    signed = {
        "META-INF/ASiCManifest001.xml": listed,
        signature: foreign.cms_sign(tmp_path, path, authority.clerk),
    }

    for files in (FILES, FILES | other):
        answer = judge(foreign.container(files | signed), authority.root)

        assert answer.verdict is Verdict.UNDECIDED
        told = next(
            note for each in answer.signatures for note in each.notes if note.key == "foreign-listed-twice"
        )
        assert told.values["files"] == ("letter.txt",)
        assert not {"foreign-files-as-listed", "foreign-holds"} & set(keys(answer))


def test_a_list_that_a_stranger_added_for_the_same_signature_accuses_nobody(judge, authority, members):
    """It comes first in the container; the signature fits the other one."""
    added = foreign.manifest("META-INF/signature001.p7s", {"letter.txt": b"Dear enemy"})

    answer = judge(foreign.container({"META-INF/AManifest.xml": added} | members), authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert answer.signatures[0].covers == ("letter.txt", "annex 1.txt")
    free = next(note for note in answer.notes if note.key == "foreign-not-covered")
    assert free.values["files"] == ("META-INF/AManifest.xml",)


def hidden_before_the_directory(data: bytes) -> bytes:
    """A member that stands before the directory, which does not name it: a program that reads from the
    beginning finds it, as the last letter.txt.
    """
    end = data.rindex(b"PK\5\6")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    lone = foreign.container({"letter.txt": b"Dear enemy"})
    begin = lone.index(b"PK\3\4", 1)
    hidden = lone[begin : lone.index(b"PK\1\2")]
    moved = (start + len(hidden)).to_bytes(4, "little")
    return data[:start] + hidden + data[start : end + 16] + moved + data[end + 20 :]


def another_before_it(data: bytes) -> bytes:
    """A whole other container before it, whose places are counted from its own beginning."""
    return foreign.container({"letter.txt": b"Dear enemy"}) + data


def another_end_in_its_comment(data: bytes) -> bytes:
    end = data.rindex(b"PK\5\6")
    other = data[end:]
    return data[: end + 20] + len(other).to_bytes(2, "little") + other


def another_length_before_its_content(data: bytes) -> bytes:
    at = data.index(b"PK\3\4", data.index(b"letter.txt") - 40) + 18
    return data[:at] + (3).to_bytes(4, "little") + data[at + 4 :]


def another_name_before_what_nobody_signed(data: bytes) -> bytes:
    return data.replace(b"extra.txt", b"other.txt", 1)


@pytest.mark.parametrize(
    "change",
    [
        hidden_before_the_directory,
        another_before_it,
        another_end_in_its_comment,
        another_length_before_its_content,
        another_name_before_what_nobody_signed,
    ],
)
def test_a_container_that_two_programs_read_differently_is_never_valid(judge, authority, members, change):
    honest = foreign.container(members | {"extra.txt": b"unsigned"})
    assert judge(honest, authority.root).verdict is Verdict.REMARKS

    answer = judge(change(honest), authority.root)

    assert answer.verdict in (Verdict.UNDECIDED, Verdict.NOT_VALID)
    assert {"foreign-container-two-ways", "foreign-container-odd"} & set(keys(answer))


@pytest.mark.parametrize("comment", [b"", b"mimetype=application/vnd.etsi.asic-e+zip"])
def test_lengths_behind_the_content_a_comment_and_zip64_are_read_in_one_way(
    judge, authority, members, comment
):
    """As other programs write them into a stream."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise io.UnsupportedOperation

    target = Stream()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        for name, content in members.items():
            with packed.open(name, "w", force_zip64=name == "letter.txt") as member:
                member.write(content)
        packed.comment = comment

    answer = judge(target.getvalue(), authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert "foreign-container-two-ways" not in keys(answer)
