"""Taking: how much was taken is told as it is taken, although a whole volume comes at once."""

from thb_desktop.services.receiving.taking import Pieces, _Told


def test_what_was_taken_is_told_piece_by_piece_and_not_when_a_volume_comes():
    told: list[tuple[int, int]] = []
    volumes = iter([memoryview(b"abcdef"), memoryview(b"gh")])
    source = Pieces(volumes, _Told(8, lambda done, total: told.append((done, total))))
    room = memoryview(bytearray(4))

    read = [bytes(room[: source.readinto(room)]) for _ in range(4)]

    assert read == [b"abcd", b"ef", b"gh", b""]
    assert told == [(4, 8), (6, 8), (8, 8)]
