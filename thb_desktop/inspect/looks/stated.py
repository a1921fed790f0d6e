"""Stated digests: what a WARC states of its records, and a WACZ of its files, compared with what is there.

A WARC has for each record the digest of its block, and of its payload: what stands behind the headers of an
answer (ISO 28500). Tools differ in whether an answer that came in pieces is joined before; either agrees. A
WACZ names its files with a digest in `datapackage.json`, and that file in `datapackage-digest.json`; the
WARCs in it are compared too where they are not packed a second time. No signature is checked.
"""

import hashlib
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from thb_desktop.inspect.looks.archives import FAULTS, zipped
from thb_desktop.inspect.looks.digests import Stated, Sums, read_stated
from thb_desktop.inspect.looks.kinds import Found, Kind
from thb_desktop.inspect.looks.parts import MOST_ENTRIES, TOO_LARGE, Asked, Said, UnreadableError, read_most
from thb_desktop.inspect.looks.warcs import Opened, opened_records
from thb_desktop.inspect.looks.web import json_of

_PIECE = 1 << 16
_AT_ONCE = 64 << 20
"""Bytes of one answer; the next question goes on."""
_AT_ONCE_RECORDS = 10_000
_MOST_DIFFER = 1000
"""Of what differs, or is not there; the comparison ends with it."""
_MOST_NAMED = 1000
"""Of what is not judged, of which the rest is counted, or not named, of which it is not."""
_NAME = 500
_MOST_PACKAGE = 16 << 20
_RATIO, _LEAST = 200, 1 << 30
"""How many times larger than the file its records may become, from so many bytes on."""
_PACKAGE, _DIGEST = "datapackage.json", "datapackage-digest.json"
_FAULTS = (*FAULTS, ValueError, LookupError, OSError, RuntimeError)


@dataclass(slots=True)
class _Tally:
    """What was found so far. done, total: bytes."""

    total: int
    done: int = 0
    named: int = 0
    agree: int = 0
    differ: list[tuple[str, str, str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    not_judged: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        return len(self.differ) + len(self.missing) >= _MOST_DIFFER

    def judge(self, where: str, stated: Stated, *found: bytes) -> None:
        """Count a digest that was compared with one of these, the first one being told."""
        self.named += 1
        written = [stated.written(each) for each in found]
        if stated.value in written:
            self.agree += 1
        else:
            self.differ.append((where, stated.algorithm, stated.value, written[0]))

    def lack(self, where: str) -> None:
        """Count the digest of what is not there."""
        self.named += 1
        self.missing.append(where)

    def leave(self, where: str) -> None:
        """Count a digest that is not judged."""
        self.named += 1
        if len(self.not_judged) < _MOST_NAMED:
            self.not_judged.append(where)


def compare_capture(asked: Asked, found: Found) -> Said:
    """Go on comparing; the answer says how far it is, and at the end what agrees and what does not.

    Raises UnreadableError for a file that is neither WARC nor WACZ, or becomes far larger than it is.
    """
    if "stated" not in asked.kept:
        asked.kept["stated"] = _Comparison(asked, found)
    comparison: _Comparison = asked.kept["stated"]
    return comparison.go_on()


class _Comparison:
    def __init__(self, asked: Asked, found: Found) -> None:
        if found.kind not in (Kind.WARC, Kind.WACZ):
            raise UnreadableError
        size = asked.source.seek(0, 2)
        self._tally = _Tally(total=size)
        self._most = max(_LEAST, _RATIO * size)
        self._hashed = 0
        is_warc = found.kind is Kind.WARC
        self._walk = _of_warc(self._tally, asked.source, "") if is_warc else self._of_wacz(asked)

    def go_on(self) -> Said:
        """Compare the next bytes. Each step tells how many it read."""
        tally, until, ended = self._tally, self._hashed + _AT_ONCE, False
        for _ in range(_AT_ONCE_RECORDS):
            step = next(self._walk, None)
            ended = step is None or tally.is_full
            self._hashed += step or 0
            if self._hashed > self._most:
                raise UnreadableError(TOO_LARGE)
            if ended or self._hashed >= until:
                break
        if not ended:
            return {"done": min(tally.done, tally.total), "total": tally.total, "ended": False}
        return {
            "done": tally.total,
            "total": tally.total,
            "ended": True,
            "named": tally.named,
            "agree": tally.agree,
            "differ": tally.differ,
            "missing": tally.missing,
            "unnamed": tally.unnamed,
            "not_judged": tally.not_judged,
        }

    def _of_wacz(self, asked: Asked) -> Iterator[int]:
        archive, tally = zipped(asked), self._tally
        tally.total = max(sum(each.file_size for each in archive.filelist), 1)
        package = read_most(archive.open(_PACKAGE), _MOST_PACKAGE)  # type: ignore[arg-type]  # it reads
        _judge_package(tally, archive, package)
        resources = _resources(package)
        there = Counter(each.filename for each in archive.filelist)
        for path, untrusted in resources.items():
            yield from _of_member(tally, archive, path, untrusted, there[path])
            yield 0
        others = (each.filename for each in archive.filelist if not each.is_dir())
        named = {*resources, _PACKAGE, _DIGEST}
        tally.unnamed += [each[:_NAME] for each in others if each not in named][:_MOST_NAMED]
        for entry in archive.filelist:
            if re.fullmatch(r"archive/.+\.warc(?:\.gz)?", entry.filename, re.IGNORECASE):
                yield from _of_warc_within(tally, archive, entry)


def _judge_package(tally: _Tally, archive: zipfile.ZipFile, package: bytes) -> None:
    """Compare `datapackage.json` with its own digest, where there is one."""
    if _DIGEST not in archive.NameToInfo:
        return
    told = _object(read_most(archive.open(_DIGEST), _MOST_PACKAGE))  # type: ignore[arg-type]  # it reads
    stated = read_stated(told.get("hash"))
    if stated is None or told.get("path", _PACKAGE) != _PACKAGE:
        tally.leave(f"{_DIGEST} (hash)")
    else:
        tally.judge(_PACKAGE, stated, hashlib.new(stated.algorithm, package, usedforsecurity=False).digest())
    if "signedData" in told:
        tally.leave(f"{_DIGEST} (signedData)")


def _resources(package: bytes) -> dict[str, object]:
    """Return what the package states of each path."""
    listed = _object(package).get("resources")
    found: dict[str, object] = {}
    for each in listed[:MOST_ENTRIES] if isinstance(listed, list) else ():
        path = each.get("path") if isinstance(each, dict) else None
        if isinstance(path, str) and path:
            found[path] = _told_hash(each) if path not in found else None  # of two, none is judged
    return found


def _told_hash(each: Mapping[str, object]) -> object:
    """Return the digest of a resource; before WACZ 1.0 it stood apart from the name of its kind."""
    stats = each.get("stats")
    if "hash" not in each and isinstance(stats, dict):
        return f"{each.get('hashing')}:{stats.get('hash')}"
    return each.get("hash")


def _object(untrusted: bytes) -> Mapping[str, object]:
    told = json_of(untrusted)
    if not isinstance(told, dict):
        raise UnreadableError
    return told


def _of_member(
    tally: _Tally, archive: zipfile.ZipFile, path: str, untrusted: object, count: int
) -> Iterator[int]:
    """Compare a file of a WACZ. Of two with one name, of a locked or a damaged one, nothing is said.

    count: how many files of the archive have this name.
    """
    where, stated, entry = path[:_NAME], read_stated(untrusted), archive.NameToInfo.get(path)
    if entry is None:
        tally.lack(where)
        return
    if stated is None or count != 1 or entry.flag_bits & 1:
        tally.leave(where)
        return
    summed = hashlib.new(stated.algorithm, usedforsecurity=False)
    try:
        with archive.open(entry) as source:
            while piece := source.read(_PIECE):
                summed.update(piece)
                tally.done += len(piece)
                yield len(piece)
    except _FAULTS:
        tally.leave(where)
    else:
        tally.judge(where, stated, summed.digest())


def _of_warc_within(tally: _Tally, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[int]:
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
        tally.leave(entry.filename[:_NAME])
        return
    with archive.open(entry) as source:
        yield from _of_warc(tally, source, f"{entry.filename[:_NAME]} ")  # type: ignore[arg-type]  # it reads


def _of_warc(tally: _Tally, source: BinaryIO, before: str) -> Iterator[int]:
    """Compare each record. What cannot be read any more is not judged."""
    number = 1
    try:
        for each in opened_records(source):
            if not before:
                tally.done = max(tally.done, each.place)
            yield from _of_record(tally, each, f"{before}{number}")
            number += 1
    except (UnreadableError, zlib.error, *_FAULTS):
        tally.leave(f"{before}{number} \u2026")


def _of_record(tally: _Tally, opened: Opened, number: str) -> Iterator[int]:
    record = opened.record
    headers = record.headers
    told = {name: headers[name] for name in _HEADERS if headers.get(name)}
    stated = {name: read_stated(value) for name, value in told.items()}
    address = headers.get("warc-target-uri", "").strip("<>") or headers.get("warc-type", "")
    sums = Sums(record, [each.algorithm for each in stated.values() if each is not None])
    for piece in opened.pieces():
        sums.update(piece)
        yield len(piece)
    yield 0
    for name, value in stated.items():
        where = f"{number} {address[:_NAME]} ({_HEADERS[name]})"
        digests = sums.block if name == _BLOCK else sums.payload
        if value is None or not (found := digests(value)):
            tally.leave(where)
        else:
            tally.judge(where, value, *found)


_BLOCK = "warc-block-digest"
_HEADERS = {_BLOCK: "WARC-Block-Digest", "warc-payload-digest": "WARC-Payload-Digest"}
