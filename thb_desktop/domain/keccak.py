"""Keccak-256 as Ethereum uses it. It is not SHA3-256, which pads otherwise."""

_MASK = (1 << 64) - 1
_RATE = 136
"""Bytes that are taken in at a time."""
_SIDE = 5


def keccak_256(data: bytes) -> bytes:
    """Return the digest of 32 bytes."""
    padded = bytearray(data) + b"\x01" + bytes(-(len(data) + 1) % _RATE)
    padded[-1] |= 0x80
    lanes = [[0] * _SIDE for _ in range(_SIDE)]
    for start in range(0, len(padded), _RATE):
        for number in range(_RATE // 8):
            piece = padded[start + 8 * number : start + 8 * number + 8]
            lanes[number % _SIDE][number // _SIDE] ^= int.from_bytes(piece, "little")
        lanes = _permuted(lanes)
    return b"".join(lanes[number][0].to_bytes(8, "little") for number in range(4))


def _permuted(lanes: list[list[int]]) -> list[list[int]]:
    """Keccak-f[1600]: 24 rounds over 25 lanes of 64 bits."""
    register = 1
    for _ in range(24):
        sums = [lanes[x][0] ^ lanes[x][1] ^ lanes[x][2] ^ lanes[x][3] ^ lanes[x][4] for x in range(_SIDE)]
        mixed = [sums[x - 1] ^ _turned(sums[(x + 1) % _SIDE], 1) for x in range(_SIDE)]
        lanes = [[lane ^ mixed[x] for lane in lanes[x]] for x in range(_SIDE)]
        x, y, current = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % _SIDE
            current, lanes[x][y] = lanes[x][y], _turned(current, (step + 1) * (step + 2) // 2)
        for row in range(_SIDE):
            before = [lanes[x][row] for x in range(_SIDE)]
            for x in range(_SIDE):
                lanes[x][row] = before[x] ^ (~before[(x + 1) % _SIDE] & before[(x + 2) % _SIDE])
        for bit in range(7):
            register = (register << 1 ^ (register >> 7) * 0x71) % 256
            if register & 2:
                lanes[0][0] ^= 1 << ((1 << bit) - 1)
    return lanes


def _turned(lane: int, by: int) -> int:
    by %= 64
    return (lane << by | lane >> (64 - by)) & _MASK
