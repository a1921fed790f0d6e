"""Files from outside: taken in as they are or refused in one sentence, and never half."""

import errno
import hashlib
import io
import json
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.security.conftest import needs
from tests.security.hostile_files import MADE
from tests.support.disks import small_disk
from tests.support.memory import can_be_measured
from tests.support.offices import Small, registered, unlock
from tests.support.samples import HERE, sample
from thb_desktop.errors import (
    SourceChangedError,
    SourceKindError,
    SourceUnreadableError,
    ThbError,
)
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.vault.content import ContentStore, StoredObject

__all__ = ["small_disk"]

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
WHOLE = "THB_WHOLE" in os.environ
"""The full sizes of the specification; without it what fits into an ordinary run."""
SPARSE = (2 << 30) if WHOLE else (192 << 20)
MANY = 10_000 if WHOLE else 500


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    (tmp_path / "content").mkdir()
    return ContentStore(
        folder=tmp_path / "content",
        key=bytearray(secrets.token_bytes(32)),
        vault_id=secrets.token_bytes(16),
        randomness=secrets.token_bytes,
    )


def read(store: ContentStore, stored: StoredObject) -> bytes:
    with store.open(stored.object_id, stored.size) as reader:
        return reader.read()


def left(store: ContentStore) -> list[str]:
    return [path.name for path in store.folder.rglob("*")]


def differing(store: ContentStore, contents: dict[str, bytes], place: Path) -> list[str]:
    """The names of files that come back otherwise than they went in, or with another digest."""
    wrong = []
    for number, (name, data) in enumerate(contents.items()):
        source = place / f"source-{number}"
        source.write_bytes(data)
        stored = store.store_file(source)
        same = read(store, stored) == data == source.read_bytes()
        if not same or (stored.size, stored.sha256) != (len(data), hashlib.sha256(data).hexdigest()):
            wrong.append(name)
        source.unlink()
    return wrong


@pytest.mark.requirement("SR-22")
def test_sr_22_hostile_files_are_kept_bit_by_bit(store, tmp_path, figure):
    contents = {name: make() for name, make in MADE.items()}

    wrong = differing(store, contents, tmp_path)

    figure("SR-22", "hostile files made here, kept bit by bit", len(contents))
    assert len(contents) >= 50
    assert wrong == []
    assert len(set(store.object_ids())) == len(contents)


@pytest.mark.requirement("SR-22")
def test_sr_22_hostile_files_of_others_are_kept_bit_by_bit(store, tmp_path, figure):
    folders = [sample(f"02-evidence/{name}") for name in ("archives", "bad-xml", "pdf-pdfjs", "web")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    contents = {str(path): path.read_bytes() for path in paths if path.stat().st_size < 1 << 20}

    wrong = differing(store, contents, tmp_path)

    figure("SR-22", "hostile files of others, kept bit by bit", len(contents))
    assert HERE
    assert len(contents) >= 20
    assert wrong == []


TAKE_IN = """
import secrets, shutil, sys
from pathlib import Path
from tests.support.memory import forget_peak, peak
from thb_desktop.vault.content import ContentStore

source, content = map(Path, sys.argv[1:])
store = ContentStore(folder=content, key=bytearray(32), vault_id=bytes(16), randomness=secrets.token_bytes)
(content.parent / "small").write_bytes(b"x" * (8 << 20))
store.store_file(content.parent / "small")
before = forget_peak()
stored = store.store_file(source)
grown = (peak() - before) // 1024
print(stored.sha256, stored.size, grown)
shutil.rmtree(content)
"""


@pytest.mark.skipif(not can_be_measured(), reason="needs /proc/self/clear_refs")
@pytest.mark.requirement("SR-22")
def test_sr_22_a_huge_hollow_file_takes_little_memory(tmp_path, run_python, figure):
    (tmp_path / "content").mkdir()
    with (tmp_path / "hollow").open("wb") as file:
        file.truncate(SPARSE)
    digest = hashlib.sha256()
    for _ in range(SPARSE >> 20):
        digest.update(bytes(1 << 20))

    run = run_python(TAKE_IN, tmp_path / "hollow", tmp_path / "content", timeout=500)

    assert run.returncode == 0, run.stderr
    sha256, size, grown = run.stdout.split()
    figure("SR-22", f"MiB of memory for a hollow file of {SPARSE >> 20} MiB", int(grown))
    assert (sha256, int(size)) == (digest.hexdigest(), SPARSE)
    assert int(grown) < 64


def strange_sources(place: Path) -> dict[str, Path]:
    """Things in a folder that are no regular file, or lead to none."""
    import socket  # noqa: TID251 - one that lies in a folder, and leads nowhere

    (place / "file").write_bytes(b"x")
    (place / "link").symlink_to(place / "file")
    (place / "dangling").symlink_to(place / "nowhere")
    (place / "ring one").symlink_to(place / "ring two")
    (place / "ring two").symlink_to(place / "ring one")
    (place / "folder").mkdir()
    (place / "folder" / "up").symlink_to(place)
    os.mkfifo(place / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(place / "socket"))
    names = ("link", "dangling", "ring one", "folder", "pipe", "socket")
    loop = place / "folder" / "up" / "folder" / "up"
    devices = {path: Path("/dev", path) for path in ("zero", "null", "full", "tty")}
    return {name: place / name for name in names} | {"loop": loop} | devices


@posix
@pytest.mark.requirement("SR-23")
def test_sr_23_what_is_no_regular_file_is_refused_at_once(store, tmp_path, monkeypatch, figure):
    place = tmp_path / "Kowalska"
    place.mkdir()
    monkeypatch.chdir(place)  # the name of a socket has to be short
    sources = strange_sources(Path()) | {"whole name": place / "link"}

    for name, path in sources.items():
        with pytest.raises((SourceKindError, SourceUnreadableError)) as refusal:
            store.store_file(path)
        assert "Kowalska" not in str(refusal.value), name
    figure("SR-23", "things that are no regular file, refused", len(sources))
    assert left(store) == []


@posix
@pytest.mark.requirement("SR-23")
def test_sr_23_a_second_name_of_a_file_is_that_file(store, tmp_path):
    (tmp_path / "one").write_bytes(b"evidence")
    (tmp_path / "two").hardlink_to(tmp_path / "one")

    stored = store.store_file(tmp_path / "two")

    assert read(store, stored) == b"evidence"
    assert (tmp_path / "one").stat().st_nlink == 2


@posix
@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize(
    "name",
    ["n" * 255, "ن" * 127, "\u202egpj.exe", " blank ", "new\nline", "..x", "-rf", "CON", "a" * 250 + ".pdf"],
    ids=["255", "255 Arabic", "turned", "blank", "line", "dots", "dash", "device", "pdf"],
)
def test_sr_23_a_strange_name_is_no_hindrance(folder: Path, small: Small, tmp_path: Path, name: str):
    """What no page can show is refused by its name; the vault keeps nothing of it."""
    source = tmp_path / "from" / name
    source.parent.mkdir()
    source.write_bytes(b"evidence")
    session = unlock(folder)
    exhibit = registered(session, small)

    try:
        file = exhibit_files.add_file(
            session, exhibit.id, source=source, name=name, media_type="application/octet-stream"
        )
        with exhibit_files.open_file(session, file.id) as reader:
            found = reader.read()
        assert (found, file.name) == (b"evidence", name)
    finally:
        objects = list(session.vault.content.object_ids())
        session.close()
    assert len(objects) == 1


@posix
@pytest.mark.requirement("SR-23")
@pytest.mark.skipif(sys.platform == "darwin", reason="names are UTF-8 there")
def test_sr_23_a_name_that_is_no_text_is_refused_and_leaves_nothing(folder, small, tmp_path, store):
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/name-\xff\xfe.bin"))
    source.write_bytes(b"evidence")
    session = unlock(folder)
    exhibit = registered(session, small)
    size = session.journal.size

    with pytest.raises(ThbError) as refusal:
        exhibit_files.add_file(session, exhibit.id, source=source, name=source.name, media_type="image/x")

    objects, after = list(session.vault.content.object_ids()), session.journal.size
    kept = exhibit_files.add_file(
        session, exhibit.id, source=source, name="name-FF-FE.bin", media_type="image/x"
    )
    session.close()
    assert refusal.value.code == "control-character"
    assert (objects, after) == ([], size)
    assert kept.size == 8


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("change", ["grows", "shrinks", "is emptied", "is written over"])
def test_sr_23_a_file_that_changes_while_it_is_read_is_refused(store, tmp_path, change):
    source = tmp_path / "export.bin"
    source.write_bytes(secrets.token_bytes(5 << 20))
    told: list[int] = []

    def spoil(done: int, total: int) -> None:
        if not told:
            with source.open("r+b") as file:
                if change == "grows":
                    file.seek(0, io.SEEK_END)
                    file.write(b"more")
                elif change == "is written over":
                    file.seek(4 << 20)
                    file.write(b"other")
                else:
                    file.truncate(0 if change == "is emptied" else (5 << 20) - 1)
        told.append(done)

    with pytest.raises(SourceChangedError):
        store.store_file(source, progress=spoil)

    assert left(store) == []


FAIL = """
import hashlib, json, os, secrets, sys
from pathlib import Path
from thb_desktop.errors import ThbError
from thb_desktop.vault.content import ContentStore

source, content = map(Path, sys.argv[1:])
store = ContentStore(folder=content, key=bytearray(32), vault_id=bytes(16), randomness=secrets.token_bytes)
told = []
for _ in range(24):
    try:
        stored = store.store_file(source)
        told.append("kept " + stored.sha256)
        store.remove(stored.object_id)
    except ThbError as refusal:
        told.append(refusal.code)
    told.append([path.name for path in content.rglob("*") if path.is_file()])
print(json.dumps(told))
"""


@needs("strace")
@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("size", [4000, 6 << 20], ids=["small", "large"])
def test_sr_23_a_medium_that_fails_at_any_read_leaves_nothing(tmp_path, run_python, size, figure):
    """The system answers EIO at every fifth read of the source: each turn fails at another place."""
    source, content = tmp_path / "source", tmp_path / "content"
    content.mkdir()
    source.write_bytes(secrets.token_bytes(size))
    inject = "inject=read:error=EIO:when=2+5"
    behind = ["strace", "-f", "-qq", "-P", source, "-e", "trace=read", "-e", inject, "-o", tmp_path / "trace"]

    run = run_python(FAIL, source, content, behind=behind)

    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    outcomes, leftovers = told[::2], told[1::2]
    failed = outcomes.count("source-unreadable")
    kept = f"kept {hashlib.sha256(source.read_bytes()).hexdigest()}"
    figure("SR-23", f"turns of 24 that failed at a read of {size} bytes", failed)
    assert (tmp_path / "trace").read_text("utf-8").count("INJECTED") == failed > 4
    assert set(outcomes) <= {"source-unreadable", kept}
    assert not any(leftovers)


DROP = """
import os, secrets, sys
from pathlib import Path
from thb_desktop.errors import ThbError
from thb_desktop.vault.content import ContentStore

source, content = map(Path, sys.argv[1:])
store = ContentStore(folder=content, key=bytearray(32), vault_id=bytes(16), randomness=secrets.token_bytes)
if os.geteuid() == 0:
    os.chown(content, 65534, 65534)
    os.setgid(65534)
    os.setuid(65534)
try:
    store.store_file(source)
except ThbError as refusal:
    print(refusal.code, "denied" in str(refusal), [path.name for path in content.rglob("*")])
"""


@posix
@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("mode", [0o000, 0o200])
def test_sr_23_a_file_that_may_not_be_read_is_refused(tmp_path, run_python, mode):
    with tempfile.TemporaryDirectory() as name:  # whose parents everybody may enter
        place = Path(name)
        place.chmod(0o755)
        (place / "content").mkdir()
        (place / "closed").write_bytes(b"x")
        (place / "closed").chmod(mode)
        run = run_python(DROP, place / "closed", place / "content")

    assert run.stdout == "source-unreadable False []\n", run.stderr


@pytest.mark.requirement("SR-23")
def test_sr_23_many_files_become_durable_together(store, tmp_path, figure):
    (tmp_path / "from").mkdir()
    paths = [tmp_path / "from" / f"{number:05}.bin" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_bytes(f"evidence {number}".encode())

    with store.batch() as batch:
        kept = [batch.add_file(path) for path in paths]

    figure("SR-23", "files taken in at once", len(kept))
    assert len(set(store.object_ids())) == MANY
    for number in (0, MANY // 2, MANY - 1):
        assert read(store, kept[number]) == f"evidence {number}".encode()
    assert not [name for name in left(store) if name.endswith(".part")]


@pytest.fixture
def medium_to_read(small_disk: Path) -> Path:
    """A medium with a file on it that nobody can write to."""
    (small_disk / "evidence.bin").write_bytes(b"evidence")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    return small_disk


@pytest.mark.requirement("SR-23")
def test_sr_23_from_a_medium_that_cannot_be_written_a_file_is_taken_in(store, medium_to_read):
    stored = store.store_file(medium_to_read / "evidence.bin")

    assert read(store, stored) == b"evidence"
    with pytest.raises(OSError, match="Read-only") as refusal:
        (medium_to_read / "x").touch()
    assert refusal.value.errno == errno.EROFS
