"""Packages of an office: each way in which one that is signed could mislead about its exhibits is named."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.support.offices import copy_of, unlock
from tests.support.packages import ORDERED, opened, sending
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.package.members import PAYLOAD, Member, held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.verify import package_sheet
from thb_desktop.verify.package import check_package

Files = dict[str, bytes]
STATEMENT = "exhibits/E-01/001.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A sound package in its parts, and what it takes to sign another by the same judge."""

    files: Files
    types: dict[str, str]
    session: Session
    root: bytes

    def packed(self, files: Files) -> bytes:
        members: list[Member] = [
            held(name, self.types.get(name, "text/plain"), content) for name, content in files.items()
        ]
        target = io.BytesIO()
        write_container(
            target,
            members,
            info={},
            signer=self.session.keys.signer,
            chain=[self.root],
            at=self.session.clock.read().at.replace(microsecond=0),
        )
        return target.getvalue()

    def found(self, files: Files) -> dict[str, Standing]:
        findings = check_package(io.BytesIO(self.packed(files)), trusted_roots=[self.root])
        return {each.key: each.standing for each in findings if each.standing is not Standing.HOLDS}


@pytest.fixture(scope="module")
def sound(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:  # noqa: F811
    place = tmp_path_factory.mktemp("packaged")
    session = unlock(copy_of(sample_office, place / "office.thbvault"))
    desk = sending(session, place)
    desk.made(place / "sent", identities_because=ORDERED)
    with opened(place / "sent", place / "package.asice", desk.addressee).open("rb") as file:
        container = open_container(file)
        names = [each.name for each in container.payload]
        files = {name.removeprefix(PAYLOAD): b"".join(container.pieces(name)) for name in names}
        types = {each.name.removeprefix(PAYLOAD): each.media_type for each in container.payload}
    yield Sound(files=files, types=types, session=session, root=root_certificate(session.office_record))
    session.close()


def told(files: Files, change: Callable[[dict[str, object]], None]) -> Files:
    """The same package with another sheet."""
    sheet = canonical.parse(files["package.json"])
    assert isinstance(sheet, dict)
    change(sheet)
    return {**files, "package.json": canonical.encode(sheet)}


def first_file(sheet: dict[str, object]) -> dict[str, object]:
    return sheet["exhibits"][0]["files"][0]  # type: ignore[index,no-any-return]


def as_told(files: Files, content: bytes) -> Files:
    """Another statement, and a sheet that gives its digest and length."""

    def change(sheet: dict[str, object]) -> None:
        first_file(sheet).update(sha256=sha256(content).hexdigest(), size=len(content))

    return told({**files, STATEMENT: content}, change)


def renumbered(sheet: dict[str, object]) -> None:
    sheet["exhibits"][0]["number"] = "E-02"  # type: ignore[index]


def moved(sheet: dict[str, object]) -> None:
    exhibits = sheet["exhibits"]
    exhibits[0]["files"], exhibits[1]["files"] = exhibits[1]["files"], exhibits[0]["files"]  # type: ignore[index]


def invented(sheet: dict[str, object]) -> None:
    first_file(sheet)["id"] = "another"


def doubled(sheet: dict[str, object]) -> None:
    sheet["exhibits"].append(sheet["exhibits"][0])  # type: ignore[attr-defined,index]


def other_bundle(sheet: dict[str, object]) -> None:
    sheet["bundle"].update(sha256="0" * 64)  # type: ignore[attr-defined]


def other_root(sheet: dict[str, object]) -> None:
    sheet["root_certificate_sha256"] = "0" * 64


def other_form(sheet: dict[str, object]) -> None:
    sheet["format"] = "thb-package/2"


def outside(sheet: dict[str, object]) -> None:
    file = first_file(sheet)
    file["beside"] = "../" + str(file.pop("path"))


def device(sheet: dict[str, object]) -> None:
    file = first_file(sheet)
    file.pop("path")
    file["beside"] = "nul.mp4"


def two_in_one(sheet: dict[str, object]) -> None:
    """Where the case of letters is not looked at, one file would be compared for both."""
    names = iter(("media-1.mp4", "MEDIA-1.mp4"))
    for each in sheet["exhibits"][:2]:  # type: ignore[index]
        each["files"][0].pop("path")
        each["files"][0]["beside"] = next(names)


def costly(sheet: dict[str, object]) -> None:
    """A text that is short and takes much memory when it is read."""
    sheet["more"] = [[] for _ in range(600_000)]


ATTACKS: dict[str, tuple[Callable[[Files], Files], str]] = {
    "another statement": (lambda files: {**files, STATEMENT: b"Another"}, "package-exhibit.sheet"),
    "another statement, and the sheet with it": (
        lambda files: as_told(files, b"Another"),
        "package-exhibit.record",
    ),
    "a file more": (
        lambda files: {**files, "exhibits/E-01/002.txt": b"Another"},
        "package-unnamed-file",
    ),
    "a file less": (
        lambda files: {name: content for name, content in files.items() if name != STATEMENT},
        "package-exhibit.sheet",
    ),
    "under another exhibit's number": (lambda files: told(files, renumbered), "package-exhibit.record"),
    "files of two exhibits exchanged": (lambda files: told(files, moved), "package-exhibit.record"),
    "a file that nobody recorded": (lambda files: told(files, invented), "package-exhibit.record"),
    "a file told twice": (lambda files: told(files, doubled), "package-sheet"),
    "a sheet of another bundle": (lambda files: told(files, other_bundle), "package-other-bundle"),
    "a sheet of another office": (lambda files: told(files, other_root), "package-other-record"),
    "a sheet of a later form": (lambda files: told(files, other_form), "package-sheet"),
    "a name that leads elsewhere": (lambda files: told(files, outside), "package-sheet"),
    "a name of a device": (lambda files: told(files, device), "package-sheet"),
    "two names that differ in their case alone": (lambda files: told(files, two_in_one), "package-sheet"),
    "a sheet that takes much memory": (lambda files: told(files, costly), "package-sheet"),
    "a sheet that is none": (lambda files: {**files, "package.json": b"{}"}, "package-sheet"),
    "no custody record": (
        lambda files: {n: c for n, c in files.items() if not n.startswith("custody/")},
        "package-other-record",
    ),
    "another custody record": (
        lambda files: {**files, "custody/custody-extract.json": b"{}"},
        "package-other-record",
    ),
    "no bundle": (
        lambda files: {name: content for name, content in files.items() if name != "bundle.pdf"},
        "package-other-bundle",
    ),
}


def test_what_is_signed_anew_as_it_was_holds(sound: Sound):
    data = sound.packed(sound.files)

    assert verdict(check_package(io.BytesIO(data), trusted_roots=[sound.root])) is Standing.HOLDS


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_the_judge_would_sign_wrongly_is_named_with_its_reason(sound: Sound, attack: str):
    change, key = ATTACKS[attack]

    found = sound.found(change(sound.files))

    assert found.get(key) is Standing.BROKEN


def test_a_sheet_that_takes_much_memory_is_not_read_at_all(sound: Sound, monkeypatch: pytest.MonkeyPatch):
    files = told(sound.files, costly)
    assert len(files["package.json"]) < 4 << 20
    read: list[int] = []
    monkeypatch.setattr(package_sheet, "_read", lambda _: read.append(1))

    data = io.BytesIO(sound.packed(files))
    (refusal,) = [
        each for each in check_package(data, trusted_roots=[sound.root]) if each.code == "package-sheet"
    ]

    assert refusal.values["detail"] == "the sheet of the package is too long"
    assert read == []


def test_a_custody_record_with_a_flipped_byte_is_broken_even_if_the_sheet_names_it(sound: Sound):
    name = "custody/custody-extract.json"
    data = bytearray(sound.files[name])
    data[len(data) // 2] ^= 1

    def change(sheet: dict[str, object]) -> None:
        sheet["custody_sha256"] = sha256(data).hexdigest()

    found = sound.found(told({**sound.files, name: bytes(data)}, change))

    assert any(key.startswith("custody-") and standing is Standing.BROKEN for key, standing in found.items())


def test_without_the_root_it_is_unknown_and_not_valid(sound: Sound):
    assert verdict(check_package(io.BytesIO(sound.packed(sound.files)))) is Standing.UNKNOWN
