"""New certificates: whether what an entry tells as the certificate of a new key is one of that user.

Who renews certificates later compares with the user, so a wrong one is named at the entry that told it.
"""

from datetime import datetime

from thb_desktop.crypto.certificates import is_by_itself, read_holder, verify_leaf
from thb_desktop.domain.change import Change
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.ledger.fields import base64_bytes

CERTIFIED = frozenset({"signing_identity", "user"})
"""Tables whose rows have a certificate."""


def is_certified(change: Change, user: User, office: str, root: bytes, *, at: datetime) -> bool:
    """Whether the certificate of a new row names its user and office, and begins at the time of its entry.

    root: the vault's root certificate, DER. at: the time of the entry. A key that its user made may be
    certified by itself until the root does it, and then says no function.
    """
    try:
        certificate = base64_bytes(change.after["certificate"])
        holder = read_holder(certificate)
    except (CertificateError, FormatError):
        return False
    named = (holder.name, holder.organisation, holder.serial_number, holder.not_before)
    if named != (user.name, office, user.id, at.replace(microsecond=0)):
        return False
    is_own = change.table == "signing_identity" and change.after["kind"] == IdentityKind.OWN_KEY
    try:
        verify_leaf(certificate, root, at=holder.not_before)
    except CertificateError:
        return is_own and not holder.function and is_by_itself(certificate)
    return holder.function == user.role.value or (not is_own and not holder.function)
