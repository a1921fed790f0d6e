"""Contents of volumes: one ahead, nothing before its digest and its tag are right, long ones in pieces."""

from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from tests.services.packaging.conftest import CONTENT
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.errors import EnvelopeDamagedError, NotARecipientError
from thb_desktop.services.packaging import opened_volumes
from thb_desktop.services.packaging.opened_volumes import contents

PARTS = [CONTENT[start : start + 300_000] for start in range(0, len(CONTENT), 300_000)]


@pytest.fixture
def opener(receiver) -> KeyOpener:
    return KeyOpener(certificate=receiver.certificate, private_key=receiver.private_key)


@pytest.fixture
def volumes(closed) -> list[Path]:
    return sorted(closed.glob("*.p7m"))


@pytest.fixture(params=["held", "long"])
def kind(request, monkeypatch) -> str:
    """Whether volumes are held in memory, or too long for it."""
    if request.param == "long":
        monkeypatch.setattr(opened_volumes, "MOST_HELD", 10_000)
    return request.param


@pytest.fixture
def listed(volumes) -> dict[str, str]:
    return {each.name: sha256(each.read_bytes()).hexdigest() for each in volumes}


def given_out(*asked) -> tuple[list[bytes], Exception | None]:
    """What is given out, and the refusal after it."""
    found: list[bytes] = []
    try:
        with closing(contents(*asked)) as pieces:
            found.extend(map(bytes, pieces))
    except EnvelopeDamagedError as refusal:
        return found, refusal
    return found, None


@pytest.mark.usefixtures("kind")
def test_volumes_are_given_out_in_their_order(volumes, listed, opener):
    assert given_out(volumes, listed, [opener]) == (PARTS, None)
    assert given_out(volumes, {}, [opener]) == (PARTS, None)


@pytest.mark.usefixtures("kind")
@pytest.mark.parametrize("with_list", [True, False])
def test_of_a_changed_volume_no_byte_is_given_out(volumes, listed, opener, with_list):
    data = bytearray(volumes[1].read_bytes())
    data[-40] ^= 1
    volumes[1].write_bytes(data)

    found, refusal = given_out(volumes, listed if with_list else {}, [opener])

    assert found == PARTS[:1]
    assert refusal is not None


@pytest.mark.usefixtures("kind")
@pytest.mark.parametrize("change", ["another", "not in it"])
def test_a_volume_that_is_not_the_listed_one_gives_nothing_although_its_tag_is_right(
    volumes, listed, opener, change
):
    if change == "another":
        listed[volumes[1].name] = "0" * 64
    else:
        del listed[volumes[1].name]

    found, refusal = given_out(volumes, listed, [opener])

    assert found == PARTS[:1]
    assert "list" in str(refusal)


def test_one_volume_is_prepared_while_another_is_given_out_and_no_more(volumes, opener, monkeypatch):
    def noted(self, path, digest, openers):
        begun.append(path)
        if len(begun) == 2:
            two.set()
        return content(self, path, digest, openers)

    begun: list[Path] = []
    two = Event()
    content = opened_volumes._Room.content
    monkeypatch.setattr(opened_volumes._Room, "content", noted)

    with closing(contents(volumes, {}, [opener])) as pieces:
        first = next(pieces)
        held = bytes(first)
        assert two.wait(20)
        assert bytes(first) == held == PARTS[0]
        assert begun == volumes[:2]


def test_a_room_serves_again(volumes, opener, monkeypatch):
    with closing(contents(volumes, {}, [opener])) as pieces:
        first, second, third = pieces

    assert isinstance(first, memoryview)
    assert third.obj is first.obj
    assert second.obj is not first.obj


def test_somebody_else_gets_nothing(volumes, listed):
    with pytest.raises(NotARecipientError), closing(contents(volumes, listed, [])) as pieces:
        next(pieces)
