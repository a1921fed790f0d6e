"""One signature of a PDF: exactly what it covers, and whether it is valid."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import new as new_hash

from asn1crypto import parser as asn1_parser
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from thb_desktop.errors import NotCanonicalError
from thb_desktop.findings import Finding, Standing, Where, broken, holds
from thb_desktop.verify.der import read_element
from thb_desktop.verify.documents.cms import check_message, stamped_time, time_stamp_content
from thb_desktop.verify.documents.fields import SignatureField
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.path import check_path, shown_name
from thb_desktop.verify.documents.syntax import Dictionary, Ref, String
from thb_desktop.verify.documents.value import HASHES, MALFORMED, CheckedMessage

OUR_NAME = "THB Desktop"
"""The maker that our own writer states under the signature: then our exact form is required."""
MAXIMUM_MESSAGE = 4 * 1024 * 1024
PADES, TIME_STAMP = "ETSI.CAdES.detached", "ETSI.RFC3161"
_KINDS = {PADES, TIME_STAMP, "adbe.pkcs7.detached"}
_WEAK_KINDS = {"adbe.pkcs7.sha1", "adbe.x509.rsa_sha1"}
_OPEN_FOR_OURS = {"root-unknown", "self-signed"}
_LET_TO_OTHERS = {"encoding-not-strict.order"}
"""What authorities do in the certificates of their time stamps: OpenSSL does not sort them."""
_HEXADECIMAL = re.compile(rb"<(?:[0-9A-F]+|[0-9a-f]+)>")
_OUR_HEXADECIMAL = re.compile(rb"<[0-9A-F]+>")
_DATE = re.compile(
    r"D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z(?:00'?00'?)?|([+-])(\d{2})'?(\d{2})'?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A filled signature field, and how much of the file it claims to cover."""

    field: SignatureField
    dictionary: Dictionary
    contents: String
    end: int
    """The length of the file when this signature was made."""

    @property
    def is_time_stamp(self) -> bool:
        return self.dictionary.get("SubFilter") == TIME_STAMP

    @property
    def is_pades(self) -> bool:
        return self.dictionary.get("SubFilter") == PADES

    def is_own(self, file: PdfFile) -> bool:
        """Whether it states that this program made it."""
        built = file.dictionary(file.dictionary(self.dictionary.get("Prop_Build")).get("App"))
        return file.resolve(built.get("Name")) == OUR_NAME


def read_signature(file: PdfFile, field: SignatureField) -> tuple[Signature | None, Finding | None]:
    """Return the signature in a field, or the finding that says why none can be checked."""
    dictionary = file.dictionary(field.value)
    contents = file.resolve(dictionary.get("Contents"))
    numbers = [file.resolve(item) for item in file.array(dictionary.get("ByteRange"))]
    ranges = [number for number in numbers if isinstance(number, int) and not isinstance(number, bool)]
    held = field.value.number if isinstance(field.value, Ref) else field.number
    place = None if held is None else file.places.get(held)
    if place is None or place.kind != 1:
        return None, broken("byte-range-malformed.packed")
    if not isinstance(contents, String) or len(ranges) != 4 or len(numbers) != 4 or min(ranges) < 0:
        return None, broken("byte-range-malformed.unsaid")
    start, first, second, rest = ranges
    end = second + rest
    if start != 0 or end > len(file.data) or (first, second) != (contents.start, contents.end):
        return None, broken("byte-range-not-exact")
    if file.resolve(dictionary.get("SubFilter")) in _WEAK_KINDS:
        return None, broken("weak-algorithm.digest", algorithm="SHA-1")
    return Signature(field=field, dictionary=dictionary, contents=contents, end=end), None


def check_signature(
    file: PdfFile,
    signature: Signature,
    *,
    trusted: Collection[str],
    roots: Sequence[x509.Certificate],
) -> tuple[list[Finding], bytes | None]:
    """Check the message of one signature and the path from its certificate to a root.

    Returns the findings, and the signer's certificate (DER) if it could be read.
    """
    own = signature.is_own(file)
    message = _message(file.data, signature, _OUR_HEXADECIMAL if own else _HEXADECIMAL)
    if isinstance(message, Finding):
        return [message], None
    digest = _digest_of(file, signature)
    checked = _checked(message, signature, digest, own=own)
    if file.resolve(signature.dictionary.get("SubFilter")) not in _KINDS:
        checked.unknown("kind-unknown")
    if checked.is_broken or checked.signer is None:
        return checked.findings, None
    stamped = stamped_time(message) if signature.is_time_stamp else None
    at = stamped or claimed_time(file.open_string(signature.dictionary.get("M"))) or checked.signing_time
    path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=at)
    name = shown_name(checked.signer)
    found = [*checked.findings, *path]
    if own:
        found = [_as_ours(finding) for finding in found]
    if stamped is not None:
        found = [finding for finding in found if finding.key not in _LET_TO_OTHERS]
        found += [] if _may_stamp(checked.signer) else [broken("certificate-not-for-stamps")]
    sound = not any(one.standing is Standing.BROKEN or one.code == "algorithm-unknown" for one in found)
    whole = [holds("signature-holds", name=name)] if sound else []
    told = _say_time(at) if stamped is None else [holds("time-stamped", at=stamped, name=name)]
    return [*whole, *found, *told], checked.signer.public_bytes(Encoding.DER)


def check_stamp(
    token: bytes, covered: bytes, *, trusted: Collection[str], roots: Sequence[x509.Certificate]
) -> list[Finding]:
    """Check an RFC 3161 token (CMS, DER) over these bytes, and the path from its signer to a root."""

    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, covered, usedforsecurity=True).digest()

    checked, at = _checked_stamp(token, digest, own=False), stamped_time(token)
    if checked.is_broken or checked.signer is None or at is None:
        return checked.findings or [broken("signature-malformed.time-stamp")]
    path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=at)
    found = [each for each in (*checked.findings, *path) if each.key not in _LET_TO_OTHERS]
    found += [] if _may_stamp(checked.signer) else [broken("certificate-not-for-stamps")]
    return [*found, holds("time-stamped-signature", at=at, name=shown_name(checked.signer))]


def _may_stamp(certificate: x509.Certificate) -> bool:
    """Whether it was issued for time stamps and nothing else (RFC 3161, 2.3)."""
    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except (x509.ExtensionNotFound, *MALFORMED):
        return False
    return list(uses.value) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _as_ours(finding: Finding) -> Finding:
    """What is only unusual elsewhere counts as a change if the signature says that this program wrote it."""
    if finding.standing is not Standing.UNKNOWN or finding.code in _OPEN_FOR_OURS:
        return finding
    return replace(finding, standing=Standing.BROKEN, where=(*finding.where, Where(kind="not-own-form")))


def _checked(
    message: bytes, signature: Signature, digest: Callable[[str], bytes], *, own: bool
) -> CheckedMessage:
    if not signature.is_time_stamp:
        return check_message(message, None, digest, pades=signature.is_pades, own=own)
    return _checked_stamp(message, digest, own=own)


def _checked_stamp(message: bytes, digest: Callable[[str], bytes], *, own: bool) -> CheckedMessage:
    stamped = time_stamp_content(message)
    if stamped is None:
        checked = CheckedMessage()
        checked.broken("signature-malformed.time-stamp")
        return checked
    content, algorithm, imprint = stamped
    checked = check_message(message, content, digest, pades=False, own=own)
    if algorithm not in HASHES or digest(algorithm) != imprint:
        checked.broken("content-changed.time-stamp")
    return checked


def _message(data: bytes, signature: Signature, form: re.Pattern[bytes]) -> bytes | Finding:
    """Return the DER message in the gap of the byte range: hexadecimal digits of one case, then only
    zeros.
    """
    text = data[signature.contents.start : signature.contents.end]
    if form.fullmatch(text) is None or len(text) % 2 or len(text) > MAXIMUM_MESSAGE:
        return broken("contents-not-strict")
    message = bytes.fromhex(text[1:-1].decode())
    end = _length(message)
    if end is None:
        return broken("signature-malformed.unreadable")
    if message[end:].strip(b"\x00"):
        return broken("padding-not-clean")
    return message[:end]


def _length(message: bytes) -> int | None:
    """Return the length of the message before its padding, even in the loose encoding (BER)."""
    try:
        return read_element(message, 0, len(message)).end
    except NotCanonicalError:
        try:
            return int(asn1_parser.peek(message))
        except MALFORMED:
            return None


def _digest_of(file: PdfFile, signature: Signature) -> Callable[[str], bytes]:
    def digest(algorithm: str) -> bytes:
        file.budget.move(signature.end)
        content = memoryview(file.data)
        computed = new_hash(algorithm, usedforsecurity=True)
        computed.update(content[: signature.contents.start])
        computed.update(content[signature.contents.end : signature.end])
        return computed.digest()

    return digest


def claimed_time(text: bytes) -> datetime | None:
    """Return the instant of a PDF date (ISO 32000-1, 7.9.4), or None."""
    found = _DATE.fullmatch(text.decode("latin-1"))
    if found is None:
        return None
    try:
        parts = [int(part) for part in found.groups()[:6]]
        shift = timedelta(hours=int(found.group(8) or 0), minutes=int(found.group(9) or 0))
        zone = timezone(-shift if found.group(7) == "-" else shift)
        return datetime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], tzinfo=zone).astimezone(
            UTC
        )
    except (ValueError, OverflowError):
        return None


def _say_time(at: datetime | None) -> list[Finding]:
    """Say that a time is claimed, and no more (V-S-04)."""
    return [] if at is None else [holds("time-claimed", at=at)]


def placed(finding: Finding, number: int, count: int, field: SignatureField) -> Finding:
    """Return the finding with its signature added in front."""
    place = Where(kind="signature", first=number, last=number, of=count, names=(field.name,))
    return replace(finding, where=(place, *finding.where))
