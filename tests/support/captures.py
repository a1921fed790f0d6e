"""Captures of the web (WARC, WACZ), made for a test, with the digests that they state."""

import gzip
import hashlib
import io
import json
import zipfile
from base64 import b32encode
from collections.abc import Iterable, Mapping

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE = b"<p>Rooms, 24 hours, call 0476 12 34 56</p>"
ANSWER = HEAD + b"\r\n" + PAGE
IN_PIECES = (
    HEAD
    + b"Transfer-Encoding: chunked\r\n\r\n"
    + b"5;x=y\r\n<p>Ro\r\n%x\r\n%s\r\n0\r\n\r\n"
    % (
        len(PAGE) - 5,
        PAGE[5:],
    )
)


def stated(data: bytes, kind: str = "sha1", *, hexadecimal: bool = False) -> str:
    """Write a digest as tools do: SHA-1 in Base32, others in hexadecimal digits if asked for."""
    digest = hashlib.new(kind, data, usedforsecurity=False).digest()
    return f"{kind}:{digest.hex() if hexadecimal else b32encode(digest).decode().rstrip('=')}"


def record(block: bytes, kind: str = "response", **headers: str) -> bytes:
    """Return a record. headers: `block_digest`, `payload_digest` and others of WARC, without that word."""
    told = {
        "WARC-Type": kind,
        "WARC-Target-URI": "https://ads.example/1",
        "WARC-Date": "2026-04-11T20:15:30Z",
        **{f"WARC-{name.replace('_', '-').title()}": value for name, value in headers.items()},
        "Content-Type": "application/http; msgtype=response" if kind != "resource" else "text/html",
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return b"WARC/1.1\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Return a `.warc.gz`: each record a member of its own."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def right(block: bytes = ANSWER, payload: bytes = PAGE, kind: str = "sha1") -> bytes:
    """Return a record whose digests are right."""
    return record(block, block_digest=stated(block, kind), payload_digest=stated(payload, kind))


def wacz(
    files: Mapping[str, bytes],
    *,
    resources: Iterable[Mapping[str, object]] | None = None,
    package_digest: str | None = None,
    compression: int = zipfile.ZIP_STORED,
    **more: object,
) -> bytes:
    """Return a WACZ. resources: what it states of its files instead of the right digests."""
    right = [{"path": path, "hash": stated(data, "sha256", hexadecimal=True)} for path, data in files.items()]
    listed = right if resources is None else list(resources)
    package = json.dumps({"profile": "data-package", "resources": listed}).encode()
    of_package = stated(package, "sha256", hexadecimal=True) if package_digest is None else package_digest
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
        archive.writestr("datapackage.json", package)
        told = {"path": "datapackage.json", "hash": of_package, **more}
        archive.writestr("datapackage-digest.json", json.dumps(told))
    return target.getvalue()
