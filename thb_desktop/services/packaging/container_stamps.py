"""Time stamps of containers: asked for here, had from a machine with a network, added to the signature.

The first covers the signature. A second one, the archive time stamp, covers the whole container with the
validation data that were added until then.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.signature_stamps import (
    MOST_VALUES,
    RevocationValues,
    signature_value,
    stamped,
    taken_apart,
)
from thb_desktop.errors import AlreadyExistsError, SigningError, TimeStampUnreadableError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.package.manifest import archive_to_xml
from thb_desktop.package.packing import write_signed_again
from thb_desktop.package.unpacking import MOST_SIGNATURE, Container, open_container
from thb_desktop.report.stamping import ValidationData, request_of, token_of
from thb_desktop.services.packaging.folders import opened
from thb_desktop.services.packaging.opening import NewFile
from thb_desktop.vault.system import medium, sync_folder, write_all, write_whole
from thb_desktop.verify.package import check_package
from thb_desktop.verify.packaged import in_folder
from thb_desktop.verify.pdf import read_file

_NONCE = 16
_MOST_TOKEN = 64 << 10
"""Bytes that a signature and a time stamp have at most beside the validation data."""


def write_container_request(
    container: Path, request: Path, *, data: ValidationData, randomness: Randomness
) -> None:
    """Write what a time-stamp authority is asked for a container: for its signature, and if that has a stamp
    already, for the whole container with the validation data.

    Raises AlreadyExistsError, FileUnreadableError, PackageFormError, TimeStampUnreadableError for
    certificates and for more data than a container holds, and SigningError for a container that is not valid,
    or has both stamps.
    """
    with opened(container) as untrusted:
        if verdict(check_package(untrusted)) is Standing.BROKEN:
            raise SigningError("the container is not valid: verify it first")
        covered = _asked(open_container(untrusted), data).covered
    nonce = int.from_bytes(draw(randomness, _NONCE)) | 1 << (8 * _NONCE - 1)
    with medium():
        if request.exists():
            raise AlreadyExistsError("the file exists already; name another")
        write_whole(request, request_of(sha256(covered).digest(), nonce=nonce))


def write_stamped_container(
    container: Path,
    request: Path,
    answer: Path,
    target: Path,
    *,
    data: ValidationData,
    trusted_roots: Sequence[bytes] = (),
    stamp_roots: Sequence[bytes] = (),
) -> tuple[Finding, ...]:
    """Write the container with the stamp and the validation data, and return what a check of it finds.

    Nothing is written if anything in it is broken. Raises TimeStampError, SigningError, AlreadyExistsError,
    PackageFormError, FileUnreadableError.
    """
    if target.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with opened(container) as untrusted:
        read = open_container(untrusted)
        asked = _asked(read, data)
        token = token_of(read_file(request), read_file(answer), sha256(asked.covered).digest())
        signature, archive = asked.with_token(token)
        with medium(), NewFile(target, target.with_name(f"{target.name}.part")) as new:
            write_signed_again(_Whole(new), untrusted, read.members, signature, archive)
            new.file.seek(0)
            found = check_package(
                new.file,
                trusted_roots=trusted_roots,
                stamp_roots=stamp_roots,
                beside=in_folder(container.absolute().parent),
            )
            if verdict(found) is not Standing.BROKEN:
                new.give_name()
                sync_folder(target.parent)
    return found


class _Asked(NamedTuple):
    """What a stamp is asked for: the value of a signature, or the list of an archive time stamp.

    signature: with all that was added to it before the archive time stamp.
    """

    covered: bytes
    message: bytes
    values: RevocationValues
    signature: bytes | None = None

    def with_token(self, token: bytes) -> tuple[bytes, Sequence[bytes]]:
        """Return the signature, and what stands behind it."""
        if self.signature is None:
            return stamped(self.message, token, self.values), ()
        return self.signature, (self.covered, token)


def _asked(container: Container, data: ValidationData) -> _Asked:
    """Return what the next stamp of a container covers. Raises SigningError, TimeStampUnreadableError."""
    if container.archive is not None:
        raise SigningError("the container has an archive time stamp already")
    if data.certificates:
        raise TimeStampUnreadableError(
            "the signature of a container has the certificates that it needs: name lists and answers alone"
        )
    parts = taken_apart(container.signature)
    values = parts.values.with_more(data.revocation_lists, data.status_answers)
    if values.size > MOST_SIGNATURE - _MOST_TOKEN or values.count > MOST_VALUES:
        raise TimeStampUnreadableError("the validation data are more than a container holds")
    if parts.token is None:
        return _Asked(signature_value(parts.message), parts.message, values)
    signature = stamped(parts.message, parts.token, values)
    listed = archive_to_xml(container.listed, manifest=container.manifest, signature=signature)
    return _Asked(listed, parts.message, values, signature)


class _Whole:
    """Writes everything: an unbuffered file may take only a part at a time."""

    def __init__(self, new: NewFile) -> None:
        self._file = new.file

    def write(self, data: bytes | memoryview, /) -> None:
        write_all(self._file, data)
