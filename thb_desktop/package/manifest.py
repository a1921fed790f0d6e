"""The lists of an ASiC-E container: files with media type and digest (ETSI EN 319 162-1, A.4 and A.7).

The manifest lists what a signature covers, the archive manifest what a later time stamp covers.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from thb_desktop.errors import PackageFormError

MANIFEST = "META-INF/ASiCManifest001.xml"
SIGNATURE = "META-INF/signature001.p7s"
ARCHIVE_MANIFEST = "META-INF/ASiCArchiveManifest.xml"
ARCHIVE_STAMP = "META-INF/timestamp001.tst"
_XML, _SIGNATURE_TYPE, _STAMP_TYPE = (
    "text/xml",
    "application/pkcs7-signature",
    "application/vnd.etsi.timestamp-token",
)
_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<asic:ASiCManifest xmlns:asic="{_ASIC}" xmlns:ds="{_DSIG}">\n'
    '<asic:SigReference URI="{by}" MimeType="{by_type}"/>\n'
)
_SIGNED_HEAD = _HEAD.format(by=SIGNATURE, by_type=_SIGNATURE_TYPE)
_STAMPED_HEAD = _HEAD.format(by=ARCHIVE_STAMP, by_type=_STAMP_TYPE)
_ENTRY = (
    '<asic:DataObjectReference URI="{name}" MimeType="{media_type}">'
    f'<ds:DigestMethod Algorithm="{_SHA256}"/>'
    "<ds:DigestValue>{digest}</ds:DigestValue></asic:DataObjectReference>\n"
)
_TAIL = "</asic:ASiCManifest>\n"
_ROW = re.compile(
    _ENTRY.rstrip().format(
        name=r"(?P<name>[\w./-]*)", media_type=r"(?P<media_type>[\w.+/-]*)", digest="(?P<digest>[^<]{44})"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file in the manifest: its full name, its media type, and its SHA-256."""

    name: str
    media_type: str
    sha256: bytes


def to_xml(files: Iterable[Listed]) -> bytes:
    """Write the manifest; names and media types are ASCII without anything that XML would write otherwise."""
    return _written(_SIGNED_HEAD, files)


def archive_to_xml(files: Iterable[Listed], *, manifest: bytes, signature: bytes) -> bytes:
    """Write the list of what an archive time stamp covers: the files of the manifest, the manifest itself,
    and its signature with all that was added to it.
    """
    around = [
        Listed(name=MANIFEST, media_type=_XML, sha256=sha256(manifest).digest()),
        Listed(name=SIGNATURE, media_type=_SIGNATURE_TYPE, sha256=sha256(signature).digest()),
    ]
    return _written(_STAMPED_HEAD, [*files, *around])


def _written(head: str, files: Iterable[Listed]) -> bytes:
    rows = [
        _ENTRY.format(name=each.name, media_type=each.media_type, digest=b64encode(each.sha256).decode())
        for each in files
    ]
    return (head + "".join(rows) + _TAIL).encode("ascii")


def from_xml(untrusted: bytes) -> tuple[Listed, ...]:
    """Read a manifest that `to_xml` wrote, and no other, so that none of its bytes can vary.

    Raises PackageFormError.
    """
    try:
        text = untrusted.decode("ascii")
        rows = [_ROW.fullmatch(row) for row in text[len(_SIGNED_HEAD) : -len(_TAIL)].splitlines()]
        found = tuple(_listed(row) for row in rows if row is not None)
    except ValueError:
        raise _other_form() from None
    if None in rows or to_xml(found) != untrusted:
        raise _other_form()
    return found


def _listed(row: re.Match[str]) -> Listed:
    digest = b64decode(row["digest"], validate=True)
    return Listed(name=row["name"], media_type=row["media_type"], sha256=digest)


def _other_form() -> PackageFormError:
    return PackageFormError("the manifest is not in the form that this program writes")
