"""Two offices in two countries, each vault in a process of its own: PERLA goes out, and its receipt back."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_receive_commands import INTO, key, vault  # noqa: F401 - fixtures
from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post  # noqa: F401 - fixtures
from tests.support.both_records import agreed
from tests.support.controllers import reopen
from tests.support.offices import copy_of
from tests.support.packages import opened
from tests.support.receiving import NAME, SENDER, Post
from tests.support.vaults import PASSPHRASE

ROOT = Path(__file__).parents[2]
TOOLS = ("openssl", "unzip", "sha256sum", "pdfsig", "xmllint")
needs_tools = pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="a tool is not installed")


def thb(home: Path, *arguments: object, words: str = "") -> dict[str, Any]:
    """Run the program as a user of another computer: a process with its own home and nothing else."""
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n{words}\n".encode())
    os.close(writing)
    opening = ("--key-passphrase-fd", reading) if words else ()
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "thb_desktop"),
            *map(str, (*arguments, "--passphrase-fd", reading, *opening, "--json")),
        ],
        cwd=ROOT,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        pass_fds=(reading,),
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(reading)
    assert done.returncode in {0, 41}, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def fingerprint(home: Path, folder: Path, to: Path) -> str:
    thb(home, "root", folder, "--to", to)
    der = subprocess.run(
        ["openssl", "x509", "-in", to, "-outform", "DER"], check=True, capture_output=True
    ).stdout
    return sha256(der).hexdigest()


@needs_tools
@pytest.mark.requirement("SR-16")
def test_perla_goes_from_liege_to_bucharest_and_a_receipt_comes_back(
    post: Post,  # noqa: F811
    vault: Path,  # noqa: F811
    key: Path,  # noqa: F811
    tmp_path: Path,
):
    liege = copy_of(post.office, tmp_path / "liege.thbvault")
    at_liege, at_bucharest = tmp_path / "home-liege", tmp_path / "home-bucharest"
    theirs = fingerprint(at_bucharest, vault, tmp_path / "bucharest.pem")
    told = ("--told", "By telephone")
    thb(
        *(at_bucharest, "office-abroad", "add", vault, post.root, post.fingerprint),
        *("--name", SENDER, "--country", "BE", *told),
    )
    thb(
        *(at_liege, "office-abroad", "add", liege, tmp_path / "bucharest.pem", theirs),
        *("--name", NAME, "--country", "RO", *told),
    )

    received = thb(
        *(at_bucharest, "receive", vault, post.folder, "--key", key, *INTO),
        *("--refuse", "E-05", "Not readable"),
        words="words",
    )
    receipt = tmp_path / "receipt.asice"
    thb(at_bucharest, "receipt", "write", vault, "2026/1", "R-1", "--to", receipt, "--remarks", "Thank you")
    entered = thb(at_liege, "receipt", "import", liege, receipt)
    listed = thb(at_liege, "receipt", "list", liege, "DEMO-A-PERLA")
    compared = thb(at_liege, "compare", liege, "--file", receipt)

    assert (received["office"], received["sha256"]) == (SENDER, post.made.package.sha256)
    assert entered["refused"] == ["E-05: Not readable"]
    assert [each["state"] for each in listed["packages"]] == ["received-with-remarks"]
    assert compared["verdict"] == "holds"
    for home, folder in ((at_liege, liege), (at_bucharest, vault)):
        assert thb(home, "check", folder)["verdict"] == "holds"
    with closing(reopen(liege)) as ours, closing(reopen(vault)) as theirs:
        assert agreed(ours, theirs) == len(received["exhibits"]) == entered["accepted"] + 1

    container = opened(post.folder, tmp_path / "package.asice", post.addressee)
    for file, root in ((container, post.root), (receipt, tmp_path / "bucharest.pem")):
        checked_by_others(file, root, tmp_path / file.stem)
    if find_spec("bagit") is None:
        pytest.skip("all held, but for bagit, which is not installed")
    for file in (container, receipt):
        place = tmp_path / file.stem
        bagged = [sys.executable, "-m", "bagit", "--quiet", "--validate", place]
        subprocess.run(bagged, check=True, env={"PATH": "/usr/bin:/bin", "HOME": str(place)})


def checked_by_others(file: Path, root: Path, place: Path) -> None:
    """Check a container in an empty environment, with what any office has."""
    empty = {"PATH": "/usr/bin:/bin", "HOME": str(place)}
    subprocess.run(["unzip", "-q", file, "-d", place], check=True, env=empty)
    for listed in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--quiet", listed], cwd=place, check=True, env=empty)
    manifest = "META-INF/ASiCManifest001.xml"
    subprocess.run(["xmllint", "--noout", "--nonet", manifest], cwd=place, check=True, env=empty)
    subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", "META-INF/signature001.p7s", "-content", manifest),
            *("-CAfile", root, "-out", "/dev/null"),
        ],
        cwd=place,
        check=True,
        capture_output=True,
        env=empty,
    )
    if (place / "data" / "bundle.pdf").exists():
        said = subprocess.run(
            ["pdfsig", "-nocert", place / "data" / "bundle.pdf"],
            check=False,
            capture_output=True,
            text=True,
            env=empty,
        )
        assert "Signature is Valid." in said.stdout
        subprocess.run(["sh", "data/check.sh", root], cwd=place, check=True, capture_output=True, env=empty)
