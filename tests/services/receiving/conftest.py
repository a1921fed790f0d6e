"""Liège sent the sample case PERLA; Bucharest has a vault with a small case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.offices import Small, copy_of, unlock
from tests.support.receiving import Post, Receiver, posted, receiving_office


@pytest.fixture(scope="module")
def post(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    sent = posted(sample_office, tmp_path_factory.mktemp("posted"))
    yield sent
    sent.desk.session.close()


@pytest.fixture(scope="module")
def bucharest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    folder = tmp_path_factory.mktemp("bucharest") / "office.thbvault"
    return folder, receiving_office(folder)


@pytest.fixture
def receiver(post: Post, bucharest: tuple[Path, Small], tmp_path: Path) -> Iterator[Receiver]:
    session = unlock(copy_of(bucharest[0], tmp_path / "office.thbvault"))
    yield Receiver(session=session, small=bucharest[1], post=post)
    session.close()
