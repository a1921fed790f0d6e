"""Offices to work in: an empty one, a small case, and the two sample cases, each copied for its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.disks import small_disk
from tests.support.offices import Small, copy_of, new_office, small_case, unlock
from tests.support.once import made_once
from tests.vault.data import make_example
from tests.vault.data.freeze import FROZEN
from thb_desktop.services.core.session import Session
from thb_desktop.services.samples import Sample, load_sample_case

__all__ = ["small_disk"]


@pytest.fixture(scope="session")
def small_office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """A closed vault with a small case; copy it before touching it."""
    folder = tmp_path_factory.mktemp("small") / "office.thbvault"
    kept: list[Small] = []
    new_office(folder, lambda session: kept.append(small_case(session)))
    return folder, kept[0]


@pytest.fixture(scope="session")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with both sample cases; copy it before touching it."""

    def fill(session: Session) -> None:
        for sample in Sample:
            load_sample_case(session, sample.value)

    def make(place: Path) -> None:
        new_office(place / "office.thbvault", fill)

    return made_once(tmp_path_factory, "samples", make) / "office.thbvault"


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the frozen example of a vault is, with what is known of it; until a version is out, a new one."""
    if FROZEN.is_file():
        return FROZEN.parent
    place = tmp_path_factory.mktemp("frozen")
    make_example.make(place)
    return place


@pytest.fixture
def example(frozen: Path, tmp_path: Path) -> Path:
    """A copy of the frozen example."""
    return copy_of(frozen / make_example.NAME, tmp_path / make_example.NAME)


@pytest.fixture
def folder(small_office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(small_office[0], tmp_path / "office.thbvault")


@pytest.fixture
def small(small_office: tuple[Path, Small]) -> Small:
    return small_office[1]


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    opened = unlock(folder)
    yield opened
    opened.close()


@pytest.fixture
def samples(sample_office: Path, tmp_path: Path) -> Iterator[Session]:
    """A session of one's own in the vault with both sample cases."""
    opened = unlock(copy_of(sample_office, tmp_path / "samples.thbvault"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def read_samples(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The vault with both sample cases, to read only: nothing in it may be changed by a test."""
    opened = unlock(copy_of(sample_office, tmp_path_factory.mktemp("read") / "office.thbvault"))
    yield opened
    opened.close()
