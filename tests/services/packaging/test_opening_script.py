"""The script beside the volumes: OpenSSL and a shell open a closed folder, or refuse and leave nothing."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.services.packaging.conftest import CONTENT, WORDS
from tests.support.recipients import holder
from thb_desktop.services.packaging import folders

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@needs_openssl
def test_the_script_beside_it_opens_it_with_the_certificate(closed, receiver, tmp_path):
    (tmp_path / "there").mkdir()

    done = subprocess.run(
        ["sh", closed / "open.sh", receiver.certificate_file, receiver.key_file],
        cwd=tmp_path / "there",
        check=True,
        capture_output=True,
        text=True,
    )

    assert (tmp_path / "there" / "package.pdf").read_bytes() == CONTENT
    assert folders.sha256(CONTENT).hexdigest() in done.stdout
    assert [each.name for each in (tmp_path / "there").iterdir()] == ["package.pdf"]


@needs_openssl
def test_the_script_beside_it_opens_it_with_the_passphrase(closed, tmp_path):
    (tmp_path / "there").mkdir()

    subprocess.run(
        ["sh", closed / "open.sh"],
        cwd=tmp_path / "there",
        input=WORDS + b"\n",
        check=True,
        capture_output=True,
    )

    assert (tmp_path / "there" / "package.pdf").read_bytes() == CONTENT


@needs_openssl
@pytest.mark.parametrize("harm", ["changed", "missing", "other key", "wrong words"])
def test_the_script_refuses_and_leaves_nothing(closed, receiver, tmp_path, harm):
    there = tmp_path / "there"
    there.mkdir()
    volume = closed / "package.pdf.002.p7m"
    arguments: list[object] = [receiver.certificate_file, receiver.key_file]
    if harm == "changed":
        data = bytearray(volume.read_bytes())
        data[-5000] ^= 1
        volume.write_bytes(data)
    elif harm == "missing":
        volume.unlink()
    elif harm == "other key":
        stranger = holder(ec.generate_private_key(ec.SECP256R1()), there, "stranger")
        arguments = [stranger.certificate_file, stranger.key_file]
    else:
        arguments = []

    done = subprocess.run(
        ["sh", closed / "open.sh", *map(str, arguments)],
        cwd=there,
        input=b"other words\n",
        check=False,
        capture_output=True,
    )

    assert done.returncode != 0
    assert not [path for path in there.iterdir() if path.name.startswith("package")]


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
@needs_openssl
def test_the_script_needs_nothing_but_a_bare_system(closed, receiver, tmp_path):
    (tmp_path / "there").mkdir()
    kept = [each for each in ("/lib", "/lib64", "/bin", "/etc/ssl") if Path(each).exists()]
    bare = ["bwrap", "--unshare-all", "--ro-bind", "/usr", "/usr"]
    for each in kept:
        bare += ["--ro-bind", each, each]
    bare += ["--dev", "/dev", "--bind", str(tmp_path), str(tmp_path), "--chdir", str(tmp_path / "there")]
    script = ["sh", str(closed / "open.sh"), str(receiver.certificate_file), str(receiver.key_file)]

    done = subprocess.run(
        [*bare, *script], check=False, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}
    )
    if "ermission" in done.stderr and "namespace" in done.stderr:
        pytest.skip("this system allows no namespaces")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "there" / "package.pdf").read_bytes() == CONTENT


@needs_openssl
@pytest.mark.parametrize("name", ["-v", "a b", "two\nlines", "*", "[a-z]"])
def test_the_script_works_in_a_folder_of_any_name(closed, receiver, tmp_path, name):
    there = tmp_path / name
    there.mkdir()
    closed.rename(there / "-closed")

    subprocess.run(
        ["sh", "./-closed/open.sh", receiver.certificate_file, receiver.key_file],
        cwd=there,
        check=True,
        capture_output=True,
    )

    assert (there / "package.pdf").read_bytes() == CONTENT


@needs_openssl
def test_the_script_opens_the_volumes_of_the_list_and_no_other(closed, receiver, tmp_path):
    shutil.copy(closed / "package.pdf.001.p7m", closed / "package.pdf.004.p7m")
    (tmp_path / "there").mkdir()

    subprocess.run(
        ["sh", closed / "open.sh", receiver.certificate_file, receiver.key_file],
        cwd=tmp_path / "there",
        check=True,
        capture_output=True,
    )

    assert (tmp_path / "there" / "package.pdf").read_bytes() == CONTENT


def heeded() -> None:
    """Heed what whoever began these tests may ignore: a shell cannot undo that for itself."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@needs_openssl
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_script_leaves_nothing_in_clear_when_it_is_stopped(closed, tmp_path, number):
    there, tools = tmp_path / "there", tmp_path / "tools"
    there.mkdir()
    tools.mkdir()
    busy = "import time; print('opened', flush=True); time.sleep(30)"  # no shell: it may lose a signal
    (tools / "openssl").write_text(f"#!{sys.executable}\n{busy}\n")
    (tools / "openssl").chmod(0o700)
    with subprocess.Popen(
        ["sh", closed / "open.sh", "c", "k"],
        cwd=there,
        env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"},
        start_new_session=True,
        stderr=subprocess.DEVNULL,
        preexec_fn=heeded,  # noqa: PLW1509 - no thread of ours runs beside it
    ) as running:
        part, begun = there / "package.pdf.part", monotonic()
        while not (part.exists() and part.stat().st_size) and monotonic() - begun < 20:
            sleep(0.01)
        assert part.stat().st_size
        os.killpg(running.pid, number)
        assert running.wait(20) != 0

    assert [*there.iterdir()] == []


@needs_openssl
@pytest.mark.parametrize("arguments", [["certificate.pem"], ["a", "b", "c"]])
def test_the_script_says_how_it_is_called(closed, tmp_path, arguments):
    done = subprocess.run(
        ["sh", closed / "open.sh", *arguments],
        *(),
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        input="",
    )

    assert done.returncode == 2
    assert "open.sh CERTIFICATE.pem KEY.pem" in done.stderr


@needs_openssl
def test_the_script_overwrites_nothing_of_an_opening_that_was_stopped(closed, receiver, tmp_path):
    (tmp_path / "package.pdf.part").write_bytes(b"of somebody else")

    done = subprocess.run(
        ["sh", closed / "open.sh", receiver.certificate_file, receiver.key_file],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )

    assert done.returncode != 0
    assert (tmp_path / "package.pdf.part").read_bytes() == b"of somebody else"


def test_each_language_has_the_command_with_which_a_volume_is_opened_by_hand(closed, receiver, tmp_path):
    told = (closed / "README.txt").read_text(encoding="utf-8")
    lines = [each for each in told.splitlines() if "openssl cms -decrypt" in each]

    assert len(lines) == len(told.split("\n--\n")) == 6
    for line in lines:
        options = line.partition(" -in ")[0].strip()
        assert options == "openssl cms -decrypt -binary -inform DER"
        assert {"-recip", "-inkey", ">>"} <= set(line.split())
