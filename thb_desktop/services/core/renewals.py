"""Certificates that must be renewed: they say no function, or they end soon.

A vault made before certificates said the function has such certificates for all its users.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from thb_desktop.crypto.certificates import USER_VALIDITY, Holder, is_signing_key, read_holder, verify_leaf
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.errors import CertificateError, CertificateRenewalDueError
from thb_desktop.findings import Finding, unknown
from thb_desktop.services.core.user_certification import der_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry

SOON = timedelta(days=180)
"""A certificate may be renewed in this time before it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """A certificate (DER) that must be renewed: of a user, or of one of their further keys.

    until: when the user was retired or the key withdrawn, which the new certificate does not outlast.
    """

    user: User
    identity: SigningIdentity | None
    certificate: bytes
    until: datetime | None


def due_renewals(connection: Connection, *, at: datetime) -> tuple[Renewal, ...]:
    """List the certificates to renew, of all users.

    Those of retired users and withdrawn keys need only the function, for what they signed before.
    """
    users = {user.id: user for user in registry.USER.all(connection)}
    further = registry.SIGNING_IDENTITY.all(connection)
    left = {user.id: _retired(connection, user) for user in users.values()}
    held: list[Renewal] = [
        Renewal(user=user, identity=None, certificate=der_of(user.certificate), until=left[user.id])
        for user in users.values()
    ]
    held += [
        Renewal(
            user=users[each.user_id],
            identity=each,
            certificate=der_of(each.certificate),
            until=each.ended_at or left[each.user_id],
        )
        for each in further
        if each.user_id in users
    ]
    return tuple(each for each in held if _is_due(each, at))


def verify_renewed(certificates: Iterable[bytes], *, at: datetime) -> None:
    """Raise CertificateRenewalDueError unless each of these (DER) says a function and is valid now."""
    if not all(is_renewed(each, at=at) for each in certificates):
        raise CertificateRenewalDueError("the certificate of a signer says no function, or has ended")


def is_renewed(certificate: bytes, *, at: datetime) -> bool:
    """Whether a bundle may be signed with it (DER): it says a function and is valid now."""
    holder = read_holder(certificate)
    return bool(holder.function) and holder.not_before <= at <= holder.not_after


def is_renewal(
    former: bytes,
    renewed: bytes,
    root: bytes,
    user: User,
    office: str,
    *,
    at: datetime,
    left: datetime | None,
) -> bool:
    """Whether a certificate (DER) renews a former one of this user and says nothing else.

    It is over the same key, in the name of the user and the office, begins when the former one did, and ends
    no earlier, or as late as one made at the time of its entry. left: when the user was retired or the key
    withdrawn, where it may end too.
    """
    try:
        before, now = read_holder(former), read_holder(renewed)
        verify_leaf(renewed, root, at=now.not_before)
    except CertificateError:
        return False
    least = min(before.not_after, (left or at + USER_VALIDITY).replace(microsecond=0))
    kept = (before.public_key, user.name, office, user.id, before.not_before)
    return (
        kept == (now.public_key, now.name, now.organisation, now.serial_number, now.not_before)
        and now.function in ("", user.role.value)
        and now.not_after >= least
    )


def check_renewals(connection: Connection, *, at: datetime) -> Iterator[Finding]:
    """Find the users whose certificates must be renewed."""
    names = dict.fromkeys(each.user.name for each in due_renewals(connection, at=at))
    if names:
        yield unknown("certificate-renewal-due", names=tuple(names))


def _is_due(renewal: Renewal, at: datetime) -> bool:
    try:
        holder = read_holder(renewal.certificate)
    except CertificateError:
        return False  # the check of the users reports it
    if not _can_be_renewed(holder, renewal, at):
        return False  # so is the entry that told it, and nobody else waits for it
    if renewal.until is not None:
        return not holder.function
    return not holder.function or holder.not_after - at < SOON


def _can_be_renewed(holder: Holder, renewal: Renewal, at: datetime) -> bool:
    """Whether the root may certify this key for a time: a user's own program can tell any certificate."""
    until = renewal.until or at + USER_VALIDITY
    return is_signing_key(holder.public_key) and holder.not_before < until


def retired_before(connection: Connection, user: str, entry: int) -> datetime | None:
    """Return when a user was retired, if an entry before this one did it."""
    entries = (signed.parsed() for signed in reversed(chain.entries_of(connection, user)))
    retired = (each for each in entries if each.action == VaultAction.USER_RETIRED and each.seq < entry)
    return next((each.at for each in retired), None)


def _retired(connection: Connection, user: User) -> datetime | None:
    return None if user.active else retired_before(connection, user.id, chain.size_of(connection) + 1)
