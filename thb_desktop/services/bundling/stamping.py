"""Stamping: a time stamp for a signed PDF, asked for here and had from a machine that has a network."""

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import (
    AlreadyExistsError,
    FileUnreadableError,
    SigningError,
    TimeStampUnreadableError,
)
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.report.stamping import ValidationData, ask, fill
from thb_desktop.vault.system import medium, write_whole
from thb_desktop.verify.pdf import check_pdf, read_file

_LONGEST = 16 << 20
"""Bytes of a file of validation data: a revocation list of a large authority has several million."""
_MOST_FILES = 200
_NONCE = 16


def read_validation_data(paths: Sequence[Path]) -> ValidationData:
    """Sort files (DER or PEM) into certificates, revocation lists and OCSP answers.

    Raises TimeStampUnreadableError, FileUnreadableError.
    """
    certificates, lists, answers = list[bytes](), list[bytes](), list[bytes]()
    for path in paths:
        untrusted = _short(path)
        if untrusted.lstrip().startswith(b"-----BEGIN CERTIFICATE"):
            certificates += _certificates(untrusted)
        elif (certificate := _certificate(untrusted)) is not None:
            certificates.append(certificate)
        elif (listed := _revocation_list(untrusted)) is not None:
            lists.append(listed)
        elif _is_status_answer(untrusted):
            answers.append(untrusted)
        else:
            raise TimeStampUnreadableError("a file of validation data is of no known kind")
    return ValidationData(certificates=certificates, revocation_lists=lists, status_answers=answers)


def validation_data_in(folder: Path | None) -> ValidationData:
    """Read all files of a folder as validation data; nothing without a folder.

    Raises TimeStampUnreadableError, FileUnreadableError.
    """
    try:
        paths = sorted(folder.iterdir()) if folder else []
    except OSError:
        raise FileUnreadableError("there is no folder of this name, or it cannot be read") from None
    if len(paths) > _MOST_FILES:
        raise TimeStampUnreadableError("the folder has more files than are read as validation data")
    return read_validation_data(paths)


def write_request(document: Path, request: Path, *, data: ValidationData, randomness: Randomness) -> None:
    """Write what a time-stamp authority is asked for this document. The request must not exist.

    Raises AlreadyExistsError, FileUnreadableError, and SigningError for a document that is not valid: a stamp
    would make it look better than it is.
    """
    untrusted = read_file(document)
    if verdict(check_pdf(untrusted)) is Standing.BROKEN:
        raise SigningError("the document is not valid: verify it first")
    nonce = int.from_bytes(draw(randomness, _NONCE)) | 1 << (8 * _NONCE - 1)
    _write_new(request, ask(BytesIO(untrusted), nonce=nonce, data=data))


def write_stamped(
    document: Path,
    request: Path,
    answer: Path,
    stamped: Path,
    *,
    data: ValidationData,
    trusted_roots: Sequence[bytes] = (),
    stamp_roots: Sequence[bytes] = (),
) -> tuple[Finding, ...]:
    """Write the document with its stamp, and return what a check of the written file finds.

    Nothing is written if anything in it is broken. Raises TimeStampError, SigningError, AlreadyExistsError.
    """
    whole = BytesIO()
    fill(
        BytesIO(read_file(document)),
        whole,
        untrusted_request=_short(request),
        untrusted_answer=_short(answer),
        data=data,
    )
    found = check_pdf(whole.getvalue(), trusted_roots=trusted_roots, stamp_roots=stamp_roots)
    if verdict(found) is not Standing.BROKEN:
        _write_new(stamped, whole.getvalue())
    return found


def _short(path: Path) -> bytes:
    untrusted = read_file(path)
    if len(untrusted) > _LONGEST:
        raise TimeStampUnreadableError("a file for a time stamp is too long")
    return untrusted


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist, whole or not at all."""
    with medium():
        if path.exists():
            raise AlreadyExistsError("the file exists already; name another")
        write_whole(path, content)


def _certificates(untrusted: bytes) -> list[bytes]:
    try:
        return [each.public_bytes(Encoding.DER) for each in x509.load_pem_x509_certificates(untrusted)]
    except ValueError:
        raise TimeStampUnreadableError("a certificate in the validation data cannot be read") from None


def _certificate(untrusted: bytes) -> bytes | None:
    try:
        return x509.load_der_x509_certificate(untrusted).public_bytes(Encoding.DER)
    except ValueError:
        return None


def _revocation_list(untrusted: bytes) -> bytes | None:
    for load in (x509.load_der_x509_crl, x509.load_pem_x509_crl):
        with suppress(ValueError):
            return load(untrusted).public_bytes(Encoding.DER)
    return None


def _is_status_answer(untrusted: bytes) -> bool:
    try:
        return ocsp.load_der_ocsp_response(untrusted).response_status is ocsp.OCSPResponseStatus.SUCCESSFUL
    except ValueError:
        return False
