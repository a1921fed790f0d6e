"""Time stamps of containers: asked for here, had from a machine with a network, added to the signature."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.signature_stamps import signature_value, split, stamped
from thb_desktop.errors import AlreadyExistsError, SigningError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.package.packing import write_signed_again
from thb_desktop.package.unpacking import open_container
from thb_desktop.report.stamping import request_of, token_of
from thb_desktop.services.packaging.folders import opened
from thb_desktop.services.packaging.opening import NewFile
from thb_desktop.vault.system import medium, sync_folder, write_all, write_whole
from thb_desktop.verify.package import check_package
from thb_desktop.verify.packaged import in_folder
from thb_desktop.verify.pdf import read_file

_NONCE = 16


def write_container_request(container: Path, request: Path, *, randomness: Randomness) -> None:
    """Write what a time-stamp authority is asked for the signature of a container.

    Raises AlreadyExistsError, FileUnreadableError, PackageFormError, and SigningError for a container that
    is not valid, or has a stamp.
    """
    with opened(container) as untrusted:
        if verdict(check_package(untrusted)) is Standing.BROKEN:
            raise SigningError("the container is not valid: verify it first")
        message, token = split(open_container(untrusted).signature)
    if token is not None:
        raise SigningError("the signature of the container has a time stamp already")
    nonce = int.from_bytes(draw(randomness, _NONCE)) | 1 << (8 * _NONCE - 1)
    with medium():
        if request.exists():
            raise AlreadyExistsError("the file exists already; name another")
        write_whole(request, request_of(_covered(message), nonce=nonce))


def write_stamped_container(
    container: Path,
    request: Path,
    answer: Path,
    target: Path,
    *,
    trusted_roots: Sequence[bytes] = (),
    stamp_roots: Sequence[bytes] = (),
) -> tuple[Finding, ...]:
    """Write the container with the stamp of its signature, and return what a check of it finds.

    Nothing is written if anything in it is broken. Raises TimeStampError, SigningError, AlreadyExistsError,
    PackageFormError, FileUnreadableError.
    """
    if target.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with opened(container) as untrusted:
        read = open_container(untrusted)
        message, earlier = split(read.signature)
        if earlier is not None:
            raise SigningError("the signature of the container has a time stamp already")
        token = token_of(read_file(request), read_file(answer), _covered(message))
        with medium(), NewFile(target, target.with_name(f"{target.name}.part")) as new:
            write_signed_again(_Whole(new), untrusted, read.members, stamped(message, token))
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


def _covered(message: bytes) -> bytes:
    return sha256(signature_value(message)).digest()


class _Whole:
    """Writes everything: an unbuffered file may take only a part at a time."""

    def __init__(self, new: NewFile) -> None:
        self._file = new.file

    def write(self, data: bytes, /) -> None:
        write_all(self._file, data)
