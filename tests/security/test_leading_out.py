"""SR-24: an archive that leads out, at each door that takes one: nothing appears elsewhere, and it is told.

Each door gets its own honest archive with one hostile thing more: at least 30 forms. The archives of public
collections are tried too, where the folder of THB_SAMPLES has them.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from pyhanko.sign.validation.policy_decl import LocalKnowledge

from tests.package.test_container import CONTAINER
from tests.support import leading_out as made
from tests.support.exchange import exchange, unpacked
from tests.support.leading_out import NAMES, TARS, WORD, Entry, cases, of_collections
from tests.support.looked import WARC
from tests.support.offices import unlock
from tests.support.recipients import NOW
from thb_desktop import words
from thb_desktop.domain.looks import EntryMark, FactCode
from thb_desktop.errors import BackupDamagedError, EnvelopeDamagedError, ThbError
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.tables.xlsx_writing import write_xlsx
from thb_desktop.findings import Finding, Standing
from thb_desktop.inspect.looks.looking import Looker
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.core.packet_sheets import RETURN
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.services.packets.parcel import read_parcel
from thb_desktop.services.receiving.examining import examine, known_before
from thb_desktop.verify.foreign.answer import Weight
from thb_desktop.verify.foreign.asic_files import judge_asic
from thb_desktop.verify.foreign.policy import Policy

LEAST = 30
"""Forms at each door."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MAKING = frozenset({"os.mkdir", "os.symlink", "os.link", "os.rename", "os.truncate"})
_SEEN: list[list[str]] = []


def _hear(event: str, told: tuple[object, ...]) -> None:
    if not _SEEN:
        return
    if event == "open" and isinstance(told[0], str | bytes) and isinstance(told[2], int):
        if told[2] & _WRITING and "__pycache__" not in os.fsdecode(told[0]):  # Python's own
            _SEEN[-1].append(os.fsdecode(told[0]))
    elif event in _MAKING:
        _SEEN[-1].append(str(told[1] if event in ("os.symlink", "os.link", "os.rename") else told[0]))


@pytest.fixture(scope="module", autouse=True)
def hearing() -> None:
    """Hear of each file that this process opens to write, and of each folder and link that it makes."""
    sys.addaudithook(_hear)


@contextmanager
def nothing_appears(but: Path | None = None) -> Iterator[None]:
    """Within the `with` block nothing is written, except below a folder; nor does a file of that name appear
    where the forms lead.
    """
    _SEEN.append([])
    try:
        yield
    finally:
        written = _SEEN.pop()
    inside = but.resolve() if but else None
    outside = [each for each in written if inside is None or not Path(each).resolve().is_relative_to(inside)]
    here = Path.cwd()
    places = [Path("/"), Path("/tmp"), Path("/etc"), here, *here.parents]  # noqa: S108 - it is looked at
    found = [str(each) for place in places if place.is_dir() for each in place.glob(f"*{WORD}*")]
    assert (outside, found) == ([], [])


def names_of(held: Mapping[str, bytes]) -> list[Entry]:
    return [Entry(name=name.encode(), data=data, packed=True) for name, data in held.items()]


def of_container() -> list[Entry]:
    with io.BytesIO(CONTAINER) as file:
        opened = open_container(file)
        return [
            Entry(name=each.name.encode(), data=b"".join(opened.pieces(each.name)), flags=0)
            for each in opened.members
        ]


DOCX, XLSX = names_of(unpacked(write_docx(exchange()))), names_of(unpacked(write_xlsx(exchange())))
WACZ = names_of(
    {
        "datapackage.json": b'{"title": "a"}',
        "archive/data.warc": WARC,
        "pages/pages.jsonl": b'{"url": "https://a.example/", "title": "A"}\n',
    }
)
PLAIN = [Entry(name=b"good.txt")]
SIGNED = [
    Entry(name=b"mimetype", data=b"application/vnd.etsi.asic-s+zip"),
    Entry(name=b"good.txt"),
    Entry(name=b"META-INF/signature.p7s", data=b"0\x03\x02\x01\x01"),
]


def hostile(held: list[Entry]) -> list[tuple[str, bytes]]:
    found = [*cases(held), *of_collections()]
    assert len(found) >= LEAST
    return found


def told(finding: Finding) -> str:
    return words.sentence(finding, words.ENGLISH)


def is_told(refusal: ThbError | str) -> bool:
    """Whether a refusal has its sentence."""
    return bool(words.refusal(refusal if isinstance(refusal, str) else refusal.code, words.ENGLISH))


@pytest.mark.requirement("SR-24")
def test_sr_24_a_package_that_leads_out_is_found_broken_and_only_the_store_is_written(
    folder: Path, tmp_path: Path, figure: Callable[[str, str, object], None]
):
    session, came = unlock(folder), tmp_path / "came"
    before, forms = set(session.vault.content.object_ids()), hostile(of_container())

    for name, data in forms:
        came.write_bytes(data)
        with nothing_appears(but=folder):
            looked = examine(known_before(session), came)
            broken = [each for each in looked.findings if each.standing is Standing.BROKEN]
            looked.taken.drop()
        assert looked.is_broken, name
        assert all(map(told, broken)), name
        assert looked.sheet is None, name
    left = set(session.vault.content.object_ids())
    session.close()

    assert left == before
    figure("SR-24", "forms of archives that lead out, at each door at least", LEAST)
    figure("SR-24", "forms of a package that lead out", len(forms))


@pytest.mark.requirement("SR-24")
def test_sr_24_a_packet_that_leads_out_is_refused_before_anything_of_it_is_unpacked():
    for name, data in hostile(of_container()):
        with nothing_appears(), pytest.raises(ThbError) as refusal:
            read_parcel(io.BytesIO(data), RETURN, root="00" * 32)
        assert refusal.value.code in ("packet-broken", "packet-foreign", "packet-untrusted"), name
        assert is_told(refusal.value), name


@pytest.mark.requirement("SR-24")
def test_sr_24_a_signed_container_of_others_that_leads_out_is_judged_and_not_unpacked():
    policy = Policy(anchors=(), now=NOW, known=LocalKnowledge())
    for name, data in hostile(SIGNED):
        with nothing_appears():
            answer = judge_asic(data, policy)
        notes = [*answer.notes, *(note for each in answer.signatures for note in each.notes)]
        assert any(note.weight is not Weight.TOLD for note in notes), name
        assert all(words.entry("foreign", note.key, words.ENGLISH) for note in notes), name


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize(
    ("held", "read"), [(DOCX, read_docx), (XLSX, read_xlsx)], ids=["a document", "a workbook"]
)
def test_sr_24_a_table_that_comes_back_and_leads_out_is_refused(
    held: list[Entry], read: Callable[[bytes], object]
):
    honest = read(made.written(held))

    for name, data in hostile(held):
        if name in HARMLESS_IN_A_TABLE:
            with nothing_appears():
                assert read(data) == honest, name
        else:
            with nothing_appears(), pytest.raises(ThbError) as refusal:
                read(data)
            assert is_told(refusal.value), name


HARMLESS_IN_A_TABLE = frozenset({"a file and a folder of one name"})
"""What is read in memory by its list alone, and is nobody's way out: nothing is unpacked by a name."""


class Bytes(io.BytesIO):
    """A file that stays open, as that of the confined process does."""

    def close(self) -> None: ...


class Looked:
    """One file that is looked at as the confined process does it, here: what would be written is heard."""

    def __init__(self, data: bytes) -> None:
        self._looker, self._source = Looker(), Bytes(data)

    def ask(self, job: str, *way: str) -> Mapping[str, object]:
        said, pieces = self._looker.answer(
            self._source,  # type: ignore[arg-type]  # it reads
            {"job": job, "part": way, "name": "file"},
        )
        for _ in pieces:
            pass
        if "refused" in said:
            assert is_told(str(said["refused"]))
        return said

    def listed(self) -> list[Mapping[str, object]]:
        """Every entry after it was opened too; none if the list itself is refused."""
        said = self.ask("look")
        parts = said.get("parts", [])
        assert isinstance(parts, list)
        for each in parts:
            if each["key"]:
                self.ask("bytes", each["key"])
        return parts

    def facts(self) -> dict[str, str]:
        facts = self.ask("told").get("facts", [])
        assert isinstance(facts, list)
        return {each["code"]: each["value"] for each in facts}


OUTSIDE, WINDOWS, AGAIN = {"OUTSIDE"}, {"WINDOWS"}, {"AGAIN"}
MARKED: Mapping[str, set[str]] = {
    "name: up": OUTSIDE,
    "name: up once": OUTSIDE,
    "name: up and down": OUTSIDE,
    "name: up through a folder": OUTSIDE,
    "name: up with the other strokes": OUTSIDE,
    "name: up with both strokes": OUTSIDE,
    "name: up at its end": OUTSIDE,
    "name: up with dots and spaces behind": OUTSIDE,
    "name: absolute": OUTSIDE,
    "name: absolute, two strokes": OUTSIDE,
    "name: absolute, the other stroke": OUTSIDE,
    "name: a drive": OUTSIDE,
    "name: a drive, the other stroke": OUTSIDE,
    "name: a drive without a stroke": OUTSIDE,
    "name: a share": OUTSIDE,
    "name: a long path of Windows": OUTSIDE,
    "name: a NUL": {"OUTSIDE", "OTHER_NAME"},
    "name: a NUL, and up": {"OUTSIDE", "OTHER_NAME"},
    "name: a device": WINDOWS,
    "name: a device with an ending": WINDOWS,
    "name: a numbered device": WINDOWS,
    "name: a stream of a file": WINDOWS,
    "name: a dot at its end": WINDOWS,
    "name: a space at its end": WINDOWS,
    "name: a stroke alone": OUTSIDE,
    "name: dots alone": OUTSIDE,
    "a link out": {"LINK"},
    "a link, and a file of its name": {"LINK", "AGAIN"},
    "a link to a folder, and a file in it": {"LINK", "OUTSIDE"},
    "links to here and above, and a file above": {"LINK", "OUTSIDE"},
    "one name twice": AGAIN,
    "one name in two cases": AGAIN,
    "one name composed and decomposed": AGAIN,
    "two entries at one place": {"OVERLAPS"},
    "an entry in the midst of another": {"OVERLAPS"},
    "a place beyond the end": {"OVERLAPS"},
    "a packed size beyond the end": {"OVERLAPS"},
    "another name in its head": {"OTHER_NAME", "OUTSIDE"},
    "another name in its head, as long": {"OTHER_NAME"},
    "another name in the Unicode field": {"OTHER_NAME", "OUTSIDE"},
    "another harmless name in the Unicode field": {"OTHER_NAME"},
    "a place before the beginning": {"OVERLAPS"},
    "long sizes that lie": {"BOMB"},
    "long sizes without their field": {"OVERLAPS"},
    "a long place that lies": {"OVERLAPS"},
    "a bomb": {"BOMB"},
    "a size that is too large": {"BOMB"},
    "encrypted": {"ENCRYPTED"},
    "a tar": OUTSIDE,
}
"""What must be told of the entries of a ZIP that is looked at."""
SHOWN = frozenset(
    {
        *("name: up in full width", "name: up, with percent signs", "name: a home", "name: no name"),
        *("name: a line break", "name: a mark that turns the direction", "a device of the system"),
        *("a file and a folder of one name", "a bomb in archives", "a list that tells too many"),
    }
)
"""What leads nowhere as it stands: its name is shown with each of its signs."""
OPENED = frozenset({"a size that is too small", "a size that is too large", "a digest that lies"})
"""What the list does not betray: an entry is refused when it is opened."""
BESIDE = frozenset(
    {
        *("two lists", "two lists that know of each other"),
        *("an archive in the comment", "bytes behind the end"),
    }
)
"""Beside the entries of the list, another program finds others: the facts of the file tell it."""


def marks_of(parts: Sequence[Mapping[str, object]]) -> set[str]:
    found: set[str] = set()
    for each in parts:
        found |= {*each.get("marks", ())}  # type: ignore[misc]
    assert all(words.word(EntryMark(mark), words.ENGLISH) for mark in found)
    return found


def untold(name: str, data: bytes, held: int) -> str:
    """Look at a ZIP, open each entry, and say what is missing in what is told of it."""
    looked = Looked(data)
    parts, facts = looked.listed(), looked.facts()
    if not parts:
        return "" if "refused" in looked.ask("look") else "it is empty"
    if name in MARKED:
        return "" if MARKED[name] <= marks_of(parts) else f"marked {marks_of(parts)}"
    if name in OPENED:
        refused = "refused" in looked.ask("bytes", str(len(parts) - 1))
        return "" if refused else "opened"
    if name in BESIDE:
        assert words.word(FactCode.BESIDE, words.ENGLISH)
        return "" if "BESIDE" in facts else f"told {facts}"
    if name == "a list that tells too few":
        return "" if len(parts) > held and "OUTSIDE" in marks_of(parts) else "cut"
    return "" if name in SHOWN else f"listed, marked {marks_of(parts)}"


@pytest.mark.requirement("SR-24")
def test_sr_24_an_archive_that_is_looked_at_tells_what_leads_out_and_unpacks_nothing(
    figure: Callable[[str, str, object], None],
):
    wrong, forms = {}, [*cases(PLAIN)]

    for name, data in forms:
        with nothing_appears():
            if missing := untold(name, data, len(PLAIN)):
                wrong[name] = missing

    assert wrong == {}
    figure("SR-24", "forms of an archive that is looked at", len(forms) + len(TARS))


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize("kind", ["capture", "document", "workbook"])
def test_sr_24_a_capture_or_an_office_file_that_leads_out_is_looked_at_and_unpacked_nowhere(kind: str):
    held = {"capture": WACZ, "document": DOCX, "workbook": XLSX}[kind]
    honest = Looked(made.written(held)).ask("look")

    for name, data in hostile(held):
        looked = Looked(data)
        with nothing_appears():
            said = looked.ask("look")
            looked.ask("text")
            looked.facts()
        if kind == "capture" and "parts" in said:
            with nothing_appears():
                parts = looked.listed()
            assert MARKED.get(name, set()) <= marks_of(parts), name
        elif said != honest:
            assert "refused" in said or said["look"] in ("Listing", "PlainText"), name


@pytest.mark.requirement("SR-24")
def test_sr_24_each_archive_of_the_public_collections_is_marked_and_unpacked_nowhere():
    found = dict(of_collections())
    if not found:
        pytest.skip("not here: 06-archives (the samples that THB_SAMPLES names)")

    unmarked = []
    for name, data in found.items():
        with nothing_appears():
            marks = marks_of(Looked(data).listed())
        if not marks & {"OUTSIDE", "LINK"}:
            unmarked.append(name)

    assert unmarked == []


MARKED_TAR: Mapping[str, set[str]] = {
    **{name: marks for name, marks in MARKED.items() if name.startswith("name: ")},
    "name: a home": set(),
    "a link out": {"LINK", "OUTSIDE"},
    "a hard link out": {"LINK", "OUTSIDE"},
    "a link, and a file of its name": {"LINK", "OUTSIDE", "AGAIN"},
    "a link to a folder, and a file in it": {"LINK", "OUTSIDE"},
    "links to here and above, and a file above": {"LINK", "OUTSIDE"},
    "a device": {"DEVICE"},
    "a pipe": {"DEVICE"},
    "one name twice": AGAIN,
    "one name in two cases": AGAIN,
    "one name composed and decomposed": AGAIN,
    "a long name that leads up": OUTSIDE,
    "a name in an extended header": OUTSIDE,
    "a name for all in an extended header": OUTSIDE,
}


@pytest.mark.requirement("SR-24")
def test_sr_24_a_tar_that_is_looked_at_tells_what_leads_out_and_unpacks_nothing():
    wrong = {}

    for name, build in TARS.items():
        with nothing_appears():
            looked = Looked(build())
            parts = looked.listed()
        is_refused = not parts and "refused" in looked.ask("look")
        if not is_refused and not MARKED_TAR.get(name, set()) <= marks_of(parts):
            wrong[name] = marks_of(parts)

    assert len(TARS) >= LEAST
    assert wrong == {}


@pytest.mark.requirement("SR-24")
def test_sr_24_the_words_of_an_archive_that_leads_out_are_found_and_nothing_is_unpacked():
    """The search before something leaves reads every packed text."""
    packed = [*hostile(PLAIN), *((name, build()) for name, build in TARS.items())]

    for name, data in packed:
        with nothing_appears():
            found = texts_in(io.BytesIO(data))
        told_names = "\n".join(text for _, text in found.parts)
        assert found.parts or found.unread, name
        if name in ("name: up", "name: absolute", "a hard link out", "a link out"):
            assert WORD in told_names, name


@pytest.mark.requirement("SR-24", "SR-47")
@pytest.mark.parametrize("name", sorted(NAMES))
def test_sr_24_a_backup_that_names_a_part_elsewhere_is_refused_with_the_key_itself(name: str):
    from tests.vault.backup import test_manifest as backups

    value = backups.value()
    called = NAMES[name].decode("utf-8", "replace")
    value["parts"] = sorted(
        [*value["parts"], {"name": called, "size": 1, "sha256": "11" * 32}],  # type: ignore[misc]
        key=lambda each: each["name"],
    )

    for form in (backups.sealed, backups.clear):
        with nothing_appears(), pytest.raises(BackupDamagedError) as refusal:
            backups.Manifest.from_bytes(form(value), backups.KEY)
        assert is_told(refusal.value)


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize("name", ["..", ".", "CON", "nul.txt", "COM1.log", "dot."])
def test_sr_24_a_volume_with_a_name_that_leads_elsewhere_opens_no_file(name: str, tmp_path: Path):
    closed = tmp_path / "closed"
    closed.mkdir()
    listed = {f"{each}.001.p7m": b"0" for each in ("package.asice", name)}
    for volume, data in listed.items():
        (closed / volume).write_bytes(data)
    lines = [f"{sha256(data).hexdigest()}  {volume}\n" for volume, data in listed.items()]
    (closed / "volumes.sha256").write_text("".join(lines))

    with nothing_appears(), pytest.raises(EnvelopeDamagedError) as refusal:
        open_folder(closed, tmp_path / "opened", [])

    assert is_told(refusal.value)
    assert not (tmp_path / "opened").exists()


@pytest.mark.requirement("SR-24")
def test_sr_24_a_list_beside_volumes_that_names_files_elsewhere_opens_none_of_them(tmp_path: Path):
    for number, name in enumerate(sorted(NAMES)):
        closed = tmp_path / f"closed-{number}"
        closed.mkdir()
        (closed / "volumes.sha256").write_bytes(b"11" * 32 + b"  " + NAMES[name] + b".001.p7m\n")
        with nothing_appears(), pytest.raises(ThbError) as refusal:
            open_folder(closed, tmp_path / "opened", [])
        assert is_told(refusal.value), name
    assert not (tmp_path / "opened").exists()


def test_what_is_written_elsewhere_is_heard(tmp_path: Path):
    """The proof that these tests can fail."""
    with pytest.raises(AssertionError), nothing_appears():
        (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(AssertionError), nothing_appears(but=tmp_path / "inside"):
        (tmp_path / "outside").symlink_to("/")
    with nothing_appears(but=tmp_path):
        (tmp_path / "within").mkdir()
