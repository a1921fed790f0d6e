"""Recordings that lie about themselves, and decoders whose process somebody took over."""

import struct
import subprocess
import sys
from collections.abc import Iterable

import pytest

from tests.support.recorded import FFMPEG, Held
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.media import decoder as media
from thb_desktop.inspect.media.decoder import Decoder

_TAKEN_OVER = """
import struct, sys
asked, told = sys.stdin.buffer, sys.stdout.buffer
def hear():
    asked.read(struct.unpack("<cI", asked.read(5))[1])
def say(kind, content=b""):
    told.write(struct.pack("<cI", kind, len(content)) + content)
    told.flush()
hear()
"""
OPENED = 'say(b"O", struct.pack("<qBB", {duration}, 1, 1))\nhear()\n'
"""How the answer of an honest one begins."""


def matroska(times: Iterable[int], duration: float | None = None) -> bytes:
    """Ten milliseconds of sound at each of these times (milliseconds). duration: what the file says."""
    head = _element("1A45DFA3", _element("4282", b"matroska") + _element("4287", b"\2"))
    info = _element("2AD7B1", (1_000_000).to_bytes(3))
    info += _element("4489", struct.pack(">d", duration)) if duration is not None else b""
    sound = _element("B5", struct.pack(">d", 8000)) + _element("9F", b"\1") + _element("6264", b"\x10")
    track = b"".join(
        (
            *(_element(name, b"\1") for name in ("D7", "73C5")),
            *(_element("83", b"\2"), _element("86", b"A_PCM/INT/LIT"), _element("E1", sound)),
        )
    )
    clusters = (_element("E7", at.to_bytes(8)) + _element("A3", b"\x81\0\0\x80" + bytes(160)) for at in times)
    parts = [_element("1549A966", info), _element("1654AE6B", _element("AE", track))]
    parts += [_element("1F43B675", each) for each in clusters]
    return head + _element("18538067", b"".join(parts))


def taken_over(patch: pytest.MonkeyPatch, says: str, *, seconds: float = 5) -> Decoder:
    """Open a recording whose confined process runs these lines of Python in place of the decoder."""
    patch.setattr(media, "started", lambda *_: _Process(says))
    held = Held(bytes(100))
    return Decoder(FFMPEG, held, held.size, limits=Limits(memory=1 << 30, processor=60, seconds=seconds))


class _Process:
    def __init__(self, says: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TAKEN_OVER + says],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.stdin, self.stdout = self._process.stdin, self._process.stdout

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int:
        return self._process.wait()


def _element(name: str, content: bytes) -> bytes:
    return bytes.fromhex(name) + (len(content) | 1 << 56).to_bytes(8) + content
