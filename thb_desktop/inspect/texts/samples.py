"""Samples: one small file of each kind, looked into before a process is confined: so all is loaded."""

import base64
import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

from thb_desktop.inspect.texts.codings import load_codings
from thb_desktop.inspect.texts.looking import texts_in

_TEXT = b"Caf\xc3\xa9 &eacute; %C3%A9 \\u00e9"
_MAIL = (
    b"From: =?iso-8859-2?Q?a=E9?= <a@b.example>\r\nTo: =?utf-8?B?w6k=?= <c@b.example>\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"a=C3=A9\r\n--x\r\nContent-Disposition: attachment; filename*=utf-8''a%C3%A9\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nYcOp\r\n--x--\r\n"
)
_LZMA_ZIP = base64.b64decode(
    b"UEsDBD8AAgAOAAAAIQCm6WWuMQAAABwAAAAFAAAAMy50eHQJBAUAXQAAgAAAIZhIzFPHMi0w5JpJ+Z1e7vCWEOfiYSoIMPXbJbZU"
    b"eNAo//+4EgAAUEsBAj8DPwACAA4AAAAhAKbpZa4xAAAAHAAAAAUAAAAAAAAAAAAAAIABAAAAADMudHh0UEsFBgAAAAABAAEAMwAA"
    b"AFQAAAAAAA=="
)
"""An archive of a text packed by LZMA: Python would take a hundredth of a second at each start to pack it."""


def load() -> None:
    """Look into a sample of each kind of file."""
    load_codings()
    for data in (_TEXT, _MAIL, b"{\\rtf1 a}", _zipped(), _LZMA_ZIP, _tarred(), *_packed()):
        texts_in(io.BytesIO(data))


def _zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for count, kind in enumerate((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)):
            archive.writestr(f"{count}.txt", _TEXT, kind)
    return target.getvalue()


def _tarred() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
        member = tarfile.TarInfo("a\u00e9.txt")
        member.size = len(_TEXT)
        archive.addfile(member, io.BytesIO(_TEXT))
    return target.getvalue()


def _packed() -> tuple[bytes, ...]:
    return gzip.compress(_TEXT), bz2.compress(_TEXT), lzma.compress(_TEXT, preset=0)
