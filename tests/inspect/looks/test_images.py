"""The data of a forensic image are compared piece by piece, and none is left out between two pieces."""

import io
from hashlib import sha256

import pytest

from tests.support.ewf import ewf
from thb_desktop.inspect.looks import images
from thb_desktop.inspect.looks.images import compare_image
from thb_desktop.inspect.looks.parts import Asked

DATA = b"".join(sha256(bytes([number % 256, number // 256])).digest() for number in range(16 * 1000))


@pytest.mark.parametrize("at_once", [1, 32 * 1024, 100_000, 1 << 30])
@pytest.mark.parametrize("segments", [1, 4])
def test_each_piece_is_compared(monkeypatch: pytest.MonkeyPatch, at_once: int, segments: int):
    monkeypatch.setattr(images, "_AT_ONCE", at_once)
    parts = ewf(DATA, segments=segments)
    asked, sizes = Asked(io.BytesIO(b"".join(parts))), [len(each) for each in parts]

    done, told = list[int](), compare_image(asked, sizes)
    while not told["ended"]:
        done.append(told["done"])
        told = compare_image(asked, sizes)

    assert told["done"] == told["total"] == len(DATA)
    assert told["found"] == told["stated"]
    assert done == sorted(set(done))
