"""Parts of a package for a channel with a size limit: none is larger, and together they open."""

import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.offices import copy_of, unlock
from tests.support.packages import Sending, opened, sending
from thb_desktop.errors import ValueRefusedError
from thb_desktop.services.packaging.packages import gather_package, read_bundle

ORDERED = "Ordered"


@pytest.fixture(scope="module")
def desk(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sending]:
    place = tmp_path_factory.mktemp("parts")
    session = unlock(copy_of(sample_office, place / "office.thbvault"))
    yield sending(session, place)
    session.close()


def test_no_file_is_larger_than_the_channel_takes_and_the_parts_open_together(desk: Sending, tmp_path: Path):
    made = desk.made(tmp_path / "sent", identities_because=ORDERED, largest=1)

    parts = sorted((tmp_path / "sent").glob("*.p7m"))
    container = opened(tmp_path / "sent", tmp_path / "opened.asice", desk.addressee)

    assert made.package.size > 1_000_000
    assert len(parts) == made.package.volumes > 1
    assert max(each.stat().st_size for each in (tmp_path / "sent").iterdir()) <= 1_000_000
    assert sha256(container.read_bytes()).hexdigest() == made.package.sha256
    checked = subprocess.run(
        ["sha256sum", "--check", "volumes.sha256"], cwd=tmp_path / "sent", capture_output=True, check=False
    )
    assert checked.returncode == 0


@pytest.mark.parametrize("largest", [-1, 251, 10**9])
def test_a_size_that_no_part_can_have_is_refused(desk: Sending, largest: int):
    with pytest.raises(ValueRefusedError):
        gather_package(desk.session, read_bundle(desk.bundle), desk.options(largest=largest))
