"""The manifest of an ASiC-E container: each file with its media type and digest (ETSI EN 319 162-1, A.4)."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.errors import PackageFormError

MANIFEST = "META-INF/ASiCManifest001.xml"
SIGNATURE = "META-INF/signature001.p7s"
_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<asic:ASiCManifest xmlns:asic="{_ASIC}" xmlns:ds="{_DSIG}">\n'
    f'<asic:SigReference URI="{SIGNATURE}" MimeType="application/pkcs7-signature"/>\n'
)
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
    rows = [
        _ENTRY.format(name=each.name, media_type=each.media_type, digest=b64encode(each.sha256).decode())
        for each in files
    ]
    return (_HEAD + "".join(rows) + _TAIL).encode("ascii")


def from_xml(untrusted: bytes) -> tuple[Listed, ...]:
    """Read a manifest that `to_xml` wrote, and no other, so that none of its bytes can vary.

    Raises PackageFormError.
    """
    try:
        text = untrusted.decode("ascii")
        rows = [_ROW.fullmatch(row) for row in text[len(_HEAD) : -len(_TAIL)].splitlines()]
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
