"""ASiC files: containers with CAdES signatures or time stamps (ETSI EN 319 162-1), judged as they are.

Nothing is written. What XAdES or an evidence record signs is not judged here, and said so.
"""

import lzma
import re
import zlib
from base64 import b64decode
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import new as new_hash
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from asn1crypto import cms

from thb_desktop.errors import ThbError
from thb_desktop.exchange.untrusted.xml import Element, read_xml
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Kind, Note, Weight, with_files
from thb_desktop.verify.foreign.cms_files import digest_of_bytes, signatures_of, signed_data
from thb_desktop.verify.foreign.message import DigestOf, judge_time_stamp
from thb_desktop.verify.foreign.policy import Policy
from thb_desktop.verify.foreign.zip_ways import reads_one_way

MAXIMUM_MEMBERS, MAXIMUM_HELD, MAXIMUM_SIGNATURES = 10_000, 16 << 20, 100
"""Files in a container; bytes of one that is read at once; signatures."""
_NAMED_AT_MOST = 20
_MOST_LISTS = 10
"""Lists that say of one signature that it signs them. Honest containers have one."""
_PIECE = 1 << 20
_META, _TYPE = "META-INF/", "mimetype"
_SIGNATURE = re.compile(r"META-INF/[^/]*signature[^/]*\.p7[sm]", re.IGNORECASE)
_STAMP = re.compile(r"META-INF/[^/]*timestamp[^/]*\.tst", re.IGNORECASE)
_XADES = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml", re.IGNORECASE)
_RECORD = re.compile(r"META-INF/[^/]*evidencerecord[^/]*\.(?:xml|ers)", re.IGNORECASE)
_MANIFEST = re.compile(r"META-INF/[^/]*manifest[^/]*\.xml", re.IGNORECASE)
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_OPEN_DOCUMENT = "META-INF/manifest.xml"
_MARKS = _META.encode(), b"vnd.etsi.asic"
"""Without one of them, an archive is no signed container."""
_EXTENDED, _SIMPLE = b"application/vnd.etsi.asic-e+zip", b"application/vnd.etsi.asic-s+zip"
_DIGESTS = {
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}


class _As(Enum):
    """How a file of a list is found."""

    LISTED = "listed"
    CHANGED = "changed"
    ABSENT = "absent"
    UNKNOWN = "unknown"


_TOLD = {
    _As.CHANGED: ("foreign-file-changed", Weight.PROOF),
    _As.ABSENT: ("foreign-file-missing", Weight.DOUBT),
    _As.UNKNOWN: ("foreign-file-digest-unknown", Weight.DOUBT),
}


class _OddError(Exception):
    """The container has not the form of one, or more than is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    """A list of files with their digests, and the file that signs or stamps it."""

    name: str
    data: bytes
    signed_by: str
    listed: tuple[tuple[str, tuple[str, bytes]], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The files of the list, each once."""
        return tuple(dict(self.listed))


_ODD = (
    *(_OddError, BadZipFile, zlib.error, lzma.LZMAError, EOFError, ThbError),
    *(ValueError, KeyError, OSError, RuntimeError),
)
"""What reading a container that is not as it should be can raise; a RuntimeError may say NotImplemented."""


def judge_asic(untrusted: bytes, policy: Policy) -> Answer:
    """Judge a container. What cannot be read is a doubt; a file that is not as it was signed is a proof."""
    if not any(mark in untrusted for mark in _MARKS):
        return Answer(format=Format.OTHER, notes=(Note(key="foreign-not-known", weight=Weight.DOUBT),))
    try:
        return _Container(untrusted, policy).answer()
    except _ODD:
        return Answer(format=Format.ASIC_E, notes=(Note(key="foreign-container-odd", weight=Weight.DOUBT),))


class _Container:
    def __init__(self, untrusted: bytes, policy: Policy) -> None:
        self._zip = ZipFile(BytesIO(untrusted), "r")
        self._is_plain = reads_one_way(untrusted, self._zip.infolist(), self._zip.start_dir)
        self._policy = policy
        names = [each.filename for each in self._zip.infolist() if not each.is_dir()]
        if len(names) > MAXIMUM_MEMBERS or max(Counter(names).values(), default=0) > 1:
            raise _OddError
        self._names = names
        self._data = [name for name in names if not name.startswith(_META) and name != _TYPE]
        self._manifests = [
            self._manifest(name) for name in names if _MANIFEST.fullmatch(name) and name != _OPEN_DOCUMENT
        ]
        told = self._type()
        self._is_extended = told == _EXTENDED or (told != _SIMPLE and bool(self._manifests))
        self._covered: dict[Kind, set[str]] = {kind: set() for kind in Kind}

    def answer(self) -> Answer:
        found = [name for name in self._names if _SIGNATURE.fullmatch(name) or _STAMP.fullmatch(name)]
        others = [name for name in self._names if _XADES.fullmatch(name) or _RECORD.fullmatch(name)]
        if len(found) + len(others) > MAXIMUM_SIGNATURES:
            raise _OddError
        judged = [each for name in found for each in self._judged(name)]
        judged += [_not_read(name) for name in others]
        form = Format.ASIC_E if self._is_extended else Format.ASIC_S
        if not judged:
            return Answer(format=form, notes=(Note(key="foreign-not-signed", weight=Weight.DOUBT),))
        notes = [] if others else [*self._uncovered({*found, _OPEN_DOCUMENT, _TYPE})]
        if not self._is_plain:
            notes.append(Note(key="foreign-container-two-ways", weight=Weight.DOUBT))
        return Answer(format=form, signatures=tuple(judged), notes=tuple(notes))

    def _type(self) -> bytes:
        return self._held(_TYPE).strip() if _TYPE in self._names else b""

    def _held(self, name: str) -> bytes:
        with self._zip.open(name) as member:
            data = member.read(MAXIMUM_HELD + 1)
        if len(data) > MAXIMUM_HELD:
            raise _OddError
        return data

    def _manifest(self, name: str) -> _Manifest:
        data = self._held(name)
        root = read_xml(data)
        reference = next((each for each in root.within() if each.local == "SigReference"), None)
        if reference is None:
            raise _OddError
        listed = tuple(_reference(each) for each in root.within() if each.local == "DataObjectReference")
        return _Manifest(name=name, data=data, signed_by=_uri(reference), listed=listed)

    def _judged(self, name: str) -> Iterator[Judged]:
        signed = signed_data(self._held(name))
        if signed is None:
            yield _doubt(name, "foreign-unreadable-signature")
            return
        naming: list[_Manifest | None] = [each for each in self._manifests if each.signed_by == name]
        if len(naming) > _MOST_LISTS:
            raise _OddError
        naming = naming or [None]
        found = [[*self._judged_with(name, signed, each)] for each in naming]
        best = min(range(len(found)), key=lambda place: max(map(_weight, found[place])))
        for each in found[best]:
            self._covered[each.kind] |= self._covers(each, naming[best])
        yield from found[best]

    def _covers(self, judged: Judged, manifest: _Manifest | None) -> set[str]:
        if any(note.key == "foreign-subject-unknown" for note in judged.notes):
            return set()
        return {*manifest.names, manifest.name} if manifest else set(self._data)

    def _judged_with(self, name: str, signed: cms.SignedData, manifest: _Manifest | None) -> Iterator[Judged]:
        """Judge a signature by one of the lists that say that it signs them: anybody can add such a list."""
        covers, digest_of, notes = self._signed(manifest)
        if digest_of is None:
            yield _doubt(name, "foreign-subject-unknown")
            return
        if _STAMP.fullmatch(name):
            judged = [judge_time_stamp(signed, digest_of, self._policy, place=name, covers=covers)]
        else:
            judged = list(signatures_of(signed, digest_of, self._policy, name, covers))
        missing = any(note.key == "foreign-file-missing" for note in notes)
        if missing and not any(note.weight is Weight.PROOF for note in notes):
            judged = [replace(each, sub_indication="SIGNED_DATA_NOT_FOUND") for each in judged]
        yield from (with_files(each, notes) for each in judged)

    def _signed(self, manifest: _Manifest | None) -> tuple[tuple[str, ...], DigestOf | None, list[Note]]:
        """Return what is signed: the files of a manifest, or in a simple container its one file."""
        if manifest is not None:
            covers = manifest.names
            return covers, digest_of_bytes(manifest.data), list(self._as_listed(manifest))
        if self._is_extended or len(self._data) != 1:
            return (), None, []
        return tuple(self._data), self._digest_of_member(self._data[0]), []

    def _as_listed(self, manifest: _Manifest) -> Iterator[Note]:
        """Say which files of a list are not there, are not as listed, or cannot be compared."""
        found: dict[str, set[_As]] = {}
        for name, (algorithm, digest) in manifest.listed:
            found.setdefault(name, set()).add(self._compared(name, algorithm, digest))
        for told, (key, weight) in _TOLD.items():
            if names := [name for name, each in found.items() if each == {told}]:
                yield _files(key, weight, names)
        if twice := [name for name, each in found.items() if len(each) > 1]:
            yield _files("foreign-listed-twice", Weight.DOUBT, twice)
        if all(each == {_As.LISTED} for each in found.values()):
            yield Note(key="foreign-files-as-listed", weight=Weight.TOLD, values={"count": len(found)})

    def _compared(self, name: str, algorithm: str, digest: bytes) -> _As:
        if name not in self._names:
            return _As.ABSENT
        if algorithm not in _DIGESTS:
            return _As.UNKNOWN
        return _As.LISTED if self._digest(name, _DIGESTS[algorithm]) == digest else _As.CHANGED

    def _digest_of_member(self, name: str) -> DigestOf:
        def digest_of(algorithm: str) -> bytes:
            return self._digest(name, algorithm)

        return digest_of

    def _digest(self, name: str, algorithm: str) -> bytes:
        digest = new_hash(algorithm, usedforsecurity=False)
        with self._zip.open(name) as member:
            while piece := member.read(_PIECE):
                digest.update(piece)
        return digest.digest()

    def _uncovered(self, known: Collection[str]) -> Iterator[Note]:
        """Name the files that no signature covers; without any, those that no time stamp covers.

        A list that no judged signature signs covers nothing, and is a stray file itself.
        """
        covered = self._covered[Kind.SIGNATURE] or self._covered[Kind.TIME_STAMP]
        lists = self._covered[Kind.TIME_STAMP]
        free = [
            name
            for name in self._names
            if name not in covered and name not in known and not (name.startswith(_META) and name in lists)
        ]
        if free:
            yield _files("foreign-not-covered", Weight.REMARK, free)


def _weight(judged: Judged) -> int:
    return max((note.weight for note in judged.notes), default=Weight.DOUBT)


def _files(key: str, weight: Weight, names: Sequence[str]) -> Note:
    return Note(
        key=key, weight=weight, values={"files": tuple(shown(name) for name in names[:_NAMED_AT_MOST])}
    )


def _not_read(name: str) -> Judged:
    return _doubt(name, "foreign-xades" if _XADES.fullmatch(name) else "foreign-evidence-record")


def _doubt(name: str, key: str) -> Judged:
    return Judged(
        kind=Kind.SIGNATURE,
        place=shown(name),
        notes=(Note(key=key, weight=Weight.DOUBT),),
        sub_indication="GENERIC",
    )


def _reference(element: Element) -> tuple[str, tuple[str, bytes]]:
    method = next((each for each in element.within() if each.local == "DigestMethod"), None)
    value = next((each for each in element.within() if each.local == "DigestValue"), None)
    if method is None or value is None:
        raise _OddError
    digest = b64decode("".join(value.text().split()), validate=True)
    return _uri(element), (method.attributes.get("Algorithm", ""), digest)


def _uri(element: Element) -> str:
    """Return the name that an element refers to, with its percent signs read (RFC 3986)."""
    told = element.attributes.get("URI", "").encode()
    name = _PERCENT.sub(lambda found: bytes.fromhex(found[1].decode()), told)
    return name.decode("utf-8", "replace").removeprefix("/")
