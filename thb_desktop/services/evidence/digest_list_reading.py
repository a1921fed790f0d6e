"""Reading lists of digests that others made, before the files of a run are compared with them.

Three forms are read: lines of a digest and a path, as `sha256sum` and its like write them and as a BagIt
manifest has them; lines of `SHA256 (path) = digest`; and the `datapackage.json` of a WACZ.
"""

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from thb_desktop.domain.digest_lists import Comparison
from thb_desktop.domain.intake import file_name, shown_path
from thb_desktop.errors import DigestListError, FormatError
from thb_desktop.ledger import canonical
from thb_desktop.vault.sources import open_source
from thb_desktop.vault.system import medium

MOST_BYTES = 64 << 20
"""Of a list: more than half a million lines."""
_MOST_OF_PACKAGE = 16 << 20
"""Of a data package, whose reading takes many times as much memory."""
_BY_LENGTH = {32: "md5", 40: "sha1", 56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512"}
_BY_NAME = {name.upper(): name for name in _BY_LENGTH.values()}
_LINE = re.compile(r"(\\?)([0-9A-Fa-f]{32,128})(?: [ *]|[ \t]+\*?)(.+)")
_TAGGED = re.compile(r"(\\?)([A-Z0-9]+) \((.+)\) = ([0-9A-Fa-f]{32,128})")
_ESCAPE = re.compile(r"\\([\\nr])")
_SIGNS = {"\\": "\\", "n": "\n", "r": "\r"}
_OF_BAG = re.compile(r"(?:tag)?manifest-[a-z0-9]+\.txt")
_ENCODED = re.compile("%(0[AaDd]|25)")
_NAMED = re.compile("([a-z0-9]+):([0-9A-Fa-f]{32,128})")


def opened_list(path: Path) -> Comparison:
    """Read a list of digests from a file. Raises DigestListError, and what `open_source` raises."""
    with open_source(path) as source, medium():
        untrusted = source.file.read(MOST_BYTES + 1)
        source.verify_unchanged()
    return Comparison(
        name=file_name(path.name),
        folder=os.path.dirname(os.path.abspath(path)),  # noqa: PTH100, PTH120 - as the walk names it
        sha256=sha256(untrusted).hexdigest(),
        stated=read_list(path.name, untrusted),
    )


def read_list(name: str, untrusted: bytes) -> dict[str, dict[str, str]]:
    """Read a list: the digests of each path, by their algorithms. Raises DigestListError."""
    if len(untrusted) > MOST_BYTES:
        raise DigestListError("the list of digests is larger than any this program reads")
    try:
        text = untrusted.decode("utf-16" if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise DigestListError("the list of digests is not text") from None
    lines = _of_package(text) if text.lstrip().startswith("{") else _of_lines(text, name)
    found: dict[str, dict[str, str]] = {}
    for path, algorithm, digest in lines:
        stated = found.setdefault(shown_path(path.removeprefix("./")), {})
        if stated.setdefault(algorithm, digest.lower()) != digest.lower():
            raise DigestListError("the list of digests names a file twice, with two digests")
    if not found:
        raise DigestListError("the list of digests names no file")
    return found


def _of_lines(text: str, name: str) -> Iterator[tuple[str, str, str]]:
    in_bag = _OF_BAG.fullmatch(name.lower()) is not None
    for line in text.split("\n"):
        told = line.removesuffix("\r")
        if not told.strip() or told.startswith(("#", ";")):
            continue
        tagged = _TAGGED.fullmatch(told)
        if tagged is not None:
            escaped, kind, path, digest = tagged.groups()
            algorithm = _BY_NAME.get(kind)
        else:
            plain = _LINE.fullmatch(told)
            if plain is None:
                raise DigestListError("a line of the list of digests has neither digest nor path")
            escaped, digest, path = plain.groups()
            algorithm = _BY_LENGTH.get(len(digest))
        if algorithm is None or _BY_LENGTH.get(len(digest)) != algorithm:
            raise DigestListError("a line of the list of digests has a digest of an unknown kind")
        if escaped:
            path = _ESCAPE.sub(lambda found: _SIGNS[found[1]], path)
        if in_bag:
            path = _ENCODED.sub(lambda found: chr(int(found[1], 16)), path)
        yield path, algorithm, digest


def _of_package(text: str) -> Iterator[tuple[str, str, str]]:
    """Read the resources of a data package: each with `path` and `hash`, "sha256:" and the digest."""
    if len(text) > _MOST_OF_PACKAGE:
        raise DigestListError("the list of digests is larger than any this program reads")
    try:
        read = canonical.read_at(text.strip(), 0)
    except FormatError:
        read = None
    told = read[0] if read is not None else None
    resources = told.get("resources") if isinstance(told, dict) else None
    for each in resources if isinstance(resources, list) else ():
        path, named = (each.get("path"), each.get("hash")) if isinstance(each, dict) else (None, None)
        digest = _NAMED.fullmatch(named) if isinstance(named, str) else None
        if not isinstance(path, str) or digest is None or _BY_LENGTH.get(len(digest[2])) != digest[1]:
            raise DigestListError("the list of digests is not in its form")
        yield path, digest[1], digest[2]
