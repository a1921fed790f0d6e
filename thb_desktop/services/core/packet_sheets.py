"""Packet sheets: whether a packet that the vault says came back is one that its interpreter signed.

The row keeps the sheet of the packet, the list of its files, and the signature of that list, as they came.
The sheet names the assignment, the packet that left, and the state of the store. Whoever has the key of the
database can write a row, and no signature of the interpreter.
"""

from base64 import b64decode
from hashlib import new as new_hash
from hashlib import sha256

from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.certificates import read_holder
from thb_desktop.domain.assignment import PacketReturn
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.errors import CertificateError, FormatError, PackageFormError, PdfBeyondBoundsError
from thb_desktop.ledger import canonical
from thb_desktop.package.manifest import from_xml
from thb_desktop.package.members import PAYLOAD
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.seen_states import without_seen
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.documents.cms import check_message

SHEET = "packet.json"
RETURN = "thb-assignment-return/1"
LONGEST_SHEET = 4096
_LONGEST = 1 << 16
"""Characters of the list and of the signature: such a packet has two files, and two certificates."""


def returns_that_came(
    connection: Connection, assignment_id: AssignmentId, root: bytes
) -> tuple[PacketReturn, ...]:
    """Return the packets of an assignment that came back, without the rows that no interpreter signed: these
    bind nobody. root: the vault's root certificate, DER.
    """
    rows = registry.PACKET_RETURN.where(connection, "assignment_id", assignment_id)
    return tuple(each for each in rows if is_sent_back(connection, each, root))


def is_sent_back(connection: Connection, untrusted: PacketReturn, root: bytes) -> bool:
    """Whether the interpreter of the assignment signed a packet with this state of the store."""
    assignment = registry.ASSIGNMENT.find(connection, untrusted.assignment_id)
    packet = registry.PACKET.find(connection, untrusted.packet_id)
    if assignment is None or packet is None or untrusted.by_user != assignment.user_id:
        return False
    signed = {
        "format": RETURN,
        "assignment": assignment.id,
        "packet": packet.sha256,
        "entries": untrusted.entries,
        "head": untrusted.head,
    }
    try:
        sheet = canonical.parse(untrusted.sheet.encode(), max_size=LONGEST_SHEET)
        if without_seen(sheet) != signed or max(len(untrusted.listed), len(untrusted.signature)) > _LONGEST:
            return False
        listed = untrusted.listed.encode("ascii")
        digests = {each.name: each.sha256 for each in from_xml(listed)}
        if digests.get(PAYLOAD + SHEET) != sha256(untrusted.sheet.encode()).digest():
            return False
        key = _key_behind(listed, b64decode(untrusted.signature, validate=True))
    except (FormatError, PackageFormError, PdfBeyondBoundsError, CertificateError, ValueError):
        return False
    return key in certified_keys(certificates_of(connection), root).get(untrusted.by_user, ())


def _key_behind(listed: bytes, signature: bytes) -> bytes:
    """Return the public key (DER) whose signature of the list holds; nothing if it does not hold.

    Whose key it is, the vault says: the certificate in the message is only where the key is read.
    """

    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, listed, usedforsecurity=True).digest()

    checked = check_message(signature, None, digest, pades=False, own=True)
    if checked.is_broken or checked.signer is None:
        return b""
    return read_holder(checked.signer.public_bytes(Encoding.DER)).public_key
