"""The bag: tag files that make the unpacked folder a bag (RFC 8493), which `sha256sum -c` checks."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
TAG_FILES = (DECLARATION, INFO, MANIFEST, TAG_MANIFEST)
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def tag_files(payload: Iterable[tuple[str, int, str]], info: Mapping[str, str]) -> dict[str, bytes]:
    """Return the tag files by name, for payload files of (name with `data/`, size in bytes, SHA-256 in hex).

    info: the elements of `bag-info.txt` in their order; the count of bytes and files is added. White space in
    a value is written as one blank: an end of line would begin another element.
    """
    rows = list(payload)
    told = [*info.items(), ("Payload-Oxum", f"{sum(size for _, size, _ in rows)}.{len(rows)}")]
    files = {
        DECLARATION: _DECLARATION,
        INFO: "".join(f"{name}: {' '.join(value.split())}\n" for name, value in told).encode(),
        MANIFEST: "".join(f"{digest}  {name}\n" for name, _, digest in rows).encode(),
    }
    listed = sorted((name, sha256(content).hexdigest()) for name, content in files.items())
    return {**files, TAG_MANIFEST: "".join(f"{digest}  {name}\n" for name, digest in listed).encode()}


def info_of(untrusted: bytes) -> dict[str, str]:
    """Return the elements of a `bag-info.txt` without its count; nothing of one in another form."""
    lines = untrusted.decode("utf-8", errors="replace").splitlines()
    pairs = [line.partition(": ") for line in lines]
    return {name: value for name, _, value in pairs if name != "Payload-Oxum"}
