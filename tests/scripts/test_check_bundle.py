"""The short script checks a bundle in a bare container, with Python's own library and OpenSSL alone."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import pdfs
from tests.support.code import ROOT

SCRIPT = ROOT / "scripts" / "check_bundle.py"
PYTHON = Path(sys.base_exec_prefix, "bin", f"python3.{sys.version_info.minor}")
BARE = ["bwrap", "--unshare-all", "--die-with-parent", "--clearenv", "--new-session", "--dev", "/dev"]


def needs_a_container() -> None:
    """Skip by name where there is no bubblewrap, it may not make a container, or there is no OpenSSL."""
    for tool in ("bwrap", "openssl"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool}")
    if subprocess.run([*bare(), "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("needs containers, which this system does not let bwrap make")


def bare() -> list[str]:
    """Nothing of this machine but its programs and libraries, and an empty folder for what is temporary."""
    bound = [Path("/usr"), Path("/etc/ssl")]
    bound += [PYTHON.parents[1]] if not PYTHON.is_relative_to("/usr") else []
    binds = [word for path in bound if path.exists() for word in ("--ro-bind", str(path), str(path))]
    links = [
        word
        for name in ("lib", "lib64", "bin")
        if Path("/", name).exists()
        for word in ("--symlink", f"usr/{name}", f"/{name}")
    ]
    return [*BARE, *binds, *links, "--tmpfs", "/tmp", "--setenv", "PATH", "/usr/bin"]  # noqa: S108


def check(document: bytes, root: bytes, place: Path) -> tuple[int, str]:
    place.mkdir(exist_ok=True)
    certificate = x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM)
    (place / "bundle.pdf").write_bytes(document)
    (place / "root.pem").write_bytes(certificate)
    shutil.copy(SCRIPT, place / "check.py")
    inside = ["--ro-bind", str(place), "/mnt", "--chdir", "/mnt", str(PYTHON), "-I", "-S", "check.py"]
    ran = subprocess.run(
        [*bare(), *inside, "bundle.pdf", "root.pem"], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode, ran.stdout


def flipped(at: Callable[[bytes], int]) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        place = at(data)
        return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]

    return change


def room(data: bytes) -> int:
    return pdfs.room_of(data)[1]


TAMPERED: dict[str, Callable[[bytes], bytes]] = {
    "a byte of the first page": flipped(lambda data: data.index(b"stream") + 20),
    "a byte in the middle": flipped(lambda data: len(data) // 2),
    "the last byte": flipped(lambda data: len(data) - 3),
    "the first signature": flipped(lambda data: pdfs.room_of(data, 0)[0] + 200),
    "the room behind the last signature": lambda data: data[: room(data) - 3] + b"1" + data[room(data) - 2 :],
    "bytes behind the end": lambda data: data + b"\n% more\n",
    "another version saved on top": lambda data: pdfs.updated(data, {1: b"<< /Type /Catalog >>"}),
    "its end cut off": lambda data: data[:-40],
    "its signatures taken out of sight": lambda data: data.replace(b"/ByteRange", b"/ByteRangf"),
    "a second place that nobody can read": lambda data: data + b"/ByteRange [0 1 x]",
    "nothing": lambda _: b"",
}


@pytest.mark.requirement("SR-38")
def test_a_bundle_holds_before_the_script_in_a_bare_container(tmp_path: Path):
    needs_a_container()
    office = pdfs.make_office()

    code, said = check(pdfs.signed_twice(office), office.root, tmp_path / "place")

    assert code == 0, said
    assert "\nVALID: " in said
    assert "Signature 2 of 2: subject=" in said


@pytest.mark.requirement("SR-33", "SR-38")
def test_the_script_refuses_each_tampered_bundle_and_a_foreign_root(
    tmp_path: Path, figure: Callable[[str, str, object], None]
):
    needs_a_container()
    office, foreign = pdfs.make_office(), pdfs.make_office("Somebody else")
    whole = pdfs.signed_twice(office)

    refused = {name: check(change(whole), office.root, tmp_path / "a") for name, change in TAMPERED.items()}
    refused["a foreign root"] = check(whole, foreign.root, tmp_path / "b")
    refused["signed by others"] = check(pdfs.signed_twice(foreign), office.root, tmp_path / "c")

    missed = {name: said for name, (code, said) in refused.items() if code != 1 or "NOT VALID" not in said}
    assert missed == {}
    figure("SR-38", "tampered bundles that it refuses", len(refused))


@pytest.mark.requirement("SR-38")
def test_the_script_is_short_and_imports_nothing_that_is_not_pythons_own(
    figure: Callable[[str, str, object], None],
):
    lines = SCRIPT.read_text("utf-8").splitlines()
    imported = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}

    assert len(lines) <= 100
    assert imported <= sys.stdlib_module_names
    figure("SR-38", "lines of the script that checks a bundle", len(lines))
