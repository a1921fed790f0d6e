"""What judges files of others, here in the process of the test: what is confined is tested for itself."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from tests.support import foreign
from thb_desktop.verify.foreign.answer import Answer
from thb_desktop.verify.foreign.worker import load

Judge = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.be_patient(monkeypatch)


@pytest.fixture(scope="session")
def authority() -> foreign.Authority:
    return foreign.authority()


@pytest.fixture
def judge() -> Iterator[Judge]:
    """Judge a file with some trust anchors, as the confined process does."""
    load()
    from thb_desktop.verify.foreign.judging import Given
    from thb_desktop.verify.foreign.judging import judge as judge_given

    def judged(
        data: bytes,
        *anchors: foreign.Person | bytes,
        content: bytes | None = None,
        name: str = "letter.txt",
        now: datetime = foreign.NOW,
    ) -> Answer:
        told = tuple(each if isinstance(each, bytes) else each.der for each in anchors)
        return judge_given(Given(data=data, content=content, name=name, anchors=told, now=now))

    logging.disable(logging.CRITICAL)
    yield judged
    logging.disable(logging.NOTSET)
