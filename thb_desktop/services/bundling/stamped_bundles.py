"""Stamped bundles: a bundle that came back with its time stamp is recorded, so that it can travel."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.ids import BundleId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.stamped import StampedBundle
from thb_desktop.errors import AlreadyExistsError, BundleForeignError, BundleNotStampedError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import check_pdf, read_file

_END = b"%%EOF"
_MOST_ENDS = 40
"""How many parts of a PDF are looked at from its end: signatures, and time stamps."""


@permitted(Right.RELEASE_BUNDLES)
def record_stamped(session: Session, path: Path) -> StampedBundle:
    """Record a file that begins with a bundle of this vault and goes on with its time stamps; the first one
    says since when it is stamped.

    Raises FileUnreadableError, BundleForeignError for the file of another vault, BundleNotStampedError for
    one without a stamp that holds or with something else behind the bundle, AlreadyExistsError.
    """
    untrusted = read_file(path)
    digest = hashlib.sha256(untrusted).hexdigest()
    if registry.STAMPED_BUNDLE.where(session.read, "sha256", digest):
        raise AlreadyExistsError("this stamped file is recorded already")
    bundle, length = _begun(session.read, untrusted)
    found = check_pdf(untrusted, trusted_roots=[root_certificate(session.office_record)])
    stamps = [each for each in found if each.code == "time-stamped" and each.standing is not Standing.BROKEN]
    if length == len(untrusted) or not stamps or verdict(found) is Standing.BROKEN:
        raise BundleNotStampedError("no time stamp that holds stands behind the bundle")
    stamped_at, authority = _said(stamps[0])
    with session.work() as work:
        stamped = StampedBundle(
            id=RowId(work.new_id()),
            bundle_id=bundle.id,
            sha256=digest,
            size=len(untrusted),
            stamped_at=stamped_at,
            authority=authority,
            recorded_by=session.user.id,
            at=work.at,
        )
        work.save(stamped)
        work.record(bundle.id, VaultAction.BUNDLE_STAMPED, authority)
    return stamped


@permitted(Right.READ_CASE)
def list_stamped(session: Session, bundle_id: BundleId) -> tuple[StampedBundle, ...]:
    """List the stamped files of a bundle, in order of time."""
    return registry.STAMPED_BUNDLE.where(session.read, "bundle_id", bundle_id)


def bundle_of(connection: Connection, sha256: str) -> Bundle | None:
    """Return the bundle of which a file with this digest is: as it was signed, or with its time stamp."""
    found = registry.BUNDLE.where(connection, "sha256", sha256)
    if found:
        return found[0]
    stamped = registry.STAMPED_BUNDLE.where(connection, "sha256", sha256)
    return registry.BUNDLE.find(connection, stamped[0].bundle_id) if stamped else None


def _begun(connection: Connection, untrusted: bytes) -> tuple[Bundle, int]:
    """Return the recorded bundle with which a file begins, and its length. Raises BundleForeignError."""
    for length in _ends(untrusted):
        digest = hashlib.sha256(memoryview(untrusted)[:length]).hexdigest()
        if found := registry.BUNDLE.where(connection, "sha256", digest):
            return found[0], length
    raise BundleForeignError("the file does not begin with a bundle that this vault made")


def _ends(untrusted: bytes) -> Iterator[int]:
    """Yield where parts of a PDF end, the last one first."""
    at = len(untrusted)
    for _ in range(_MOST_ENDS):
        at = untrusted.rfind(_END, 0, at)
        if at < 0:
            return
        for newline in (b"\r\n", b"\n", b"\r", b""):
            if untrusted.startswith(newline, at + len(_END)):
                yield at + len(_END) + len(newline)


def _said(stamp: Finding) -> tuple[datetime, str]:
    """Return the time and the name of a stamp as the check told them."""
    at, name = stamp.values["at"], stamp.values["name"]
    if not isinstance(at, datetime):
        raise BundleNotStampedError("the time of the stamp cannot be read")
    return at, str(name).strip() or "?"
