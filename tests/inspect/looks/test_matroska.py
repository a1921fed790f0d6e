"""The head of a film of Matroska that says too much."""

import io

import pytest

from thb_desktop.inspect.looks.matroska import of_matroska

_EMPTY_TRACK = b"\xae\x80"


def element(name: str, content: bytes) -> bytes:
    return bytes.fromhex(name) + b"\x10" + len(content).to_bytes(3) + content


@pytest.mark.parametrize(("parts", "tracks", "told"), [(1, 3, 3), (1, 4000, 400), (10, 50, 200)])
def test_only_so_many_tracks_and_parts_are_told(parts: int, tracks: int, told: int):
    head = element("1654AE6B", _EMPTY_TRACK * tracks) * parts
    film = element("1A45DFA3", b"") + element("18538067", head)

    assert len(list(of_matroska(io.BytesIO(film)))) == told
