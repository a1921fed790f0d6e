"""One signature of a PDF: exactly what it covers, and whether it is valid."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from hashlib import new as new_hash

from thb_desktop.errors import NotCanonicalError
from thb_desktop.findings import Finding, Where, broken, holds
from thb_desktop.verify.der import read_element
from thb_desktop.verify.documents.fields import SignatureField
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.syntax import Dictionary, Ref, String

OUR_NAME = "THB Desktop"
"""The maker that our own writer states under the signature: then our exact form is required."""
MAXIMUM_MESSAGE = 4 * 1024 * 1024
PADES, TIME_STAMP = "ETSI.CAdES.detached", "ETSI.RFC3161"
KINDS = {PADES, TIME_STAMP, "adbe.pkcs7.detached"}
_WEAK_KINDS = {"adbe.pkcs7.sha1", "adbe.x509.rsa_sha1"}
HEXADECIMAL = re.compile(rb"<(?:[0-9A-F]+|[0-9a-f]+)>")
OUR_HEXADECIMAL = re.compile(rb"<[0-9A-F]+>")
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


def message_in(data: bytes, signature: Signature, form: re.Pattern[bytes]) -> bytes | Finding:
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
        from thb_desktop.verify.documents.cms import loose_length  # our own messages have no such form

        return loose_length(message)


def digest_of(file: PdfFile, signature: Signature) -> Callable[[str], bytes]:
    @cache
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


def say_time(at: datetime | None) -> list[Finding]:
    """Say that a time is claimed, and no more (V-S-04)."""
    return [] if at is None else [holds("time-claimed", at=at)]


def placed(finding: Finding, number: int, count: int, field: SignatureField) -> Finding:
    """Return the finding with its signature added in front."""
    place = Where(kind="signature", first=number, last=number, of=count, names=(field.name,))
    return replace(finding, where=(place, *finding.where))
