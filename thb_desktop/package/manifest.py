"""The manifest of an ASiC-E container: each file with its media type and digest (ETSI EN 319 162-1, A.4)."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

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
_REFERENCE = f"{_ASIC} DataObjectReference"
_VALUE = f"{_DSIG} DigestValue"


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
    found: list[Listed] = []
    value: list[str] | None = None
    named: dict[str, str] = {}

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal value, named
        if tag == _REFERENCE:
            named = attributes
        value = [] if tag == _VALUE else None

    def text(part: str) -> None:
        if value is not None:
            value.append(part)

    def end(tag: str) -> None:
        if tag == _VALUE and value is not None:
            digest = b64decode("".join(value), validate=True)
            found.append(Listed(name=named["URI"], media_type=named["MimeType"], sha256=digest))

    def refuse(*_: object) -> None:
        raise PackageFormError("the manifest has a document type")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(untrusted, True)
        same = to_xml(found) == untrusted
    except (expat.ExpatError, ValueError, KeyError):
        same = False
    if not same:
        raise PackageFormError("the manifest is not in the form that this program writes")
    return tuple(found)
