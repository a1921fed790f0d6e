"""Messages between offices: a small signed container with one text of canonical JSON.

A receipt is one. Its form is that of a package (docs/formats/package.md, 1), so that one reader, one check
and the same commands of OpenSSL do for all that travels.
"""

import io
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from thb_desktop.domain.compared_digests import compared_certificate
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AlreadyExistsError,
    FormatError,
    MessageNotSoundError,
    MessageOtherError,
    OfficeUnknownError,
    PackageFormError,
    PdfBeyondBoundsError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.canonical import Value, encode
from thb_desktop.package.members import PAYLOAD, held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.services.core.login import pem_of, root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import verify_renewed
from thb_desktop.services.core.session import Session
from thb_desktop.vault.system import is_file, medium, open_file
from thb_desktop.verify.package import check_package
from thb_desktop.verify.package_sheet import LARGEST_MESSAGE, message_text
from thb_desktop.verify.packaged import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that holds, and whose office is known. text: what it says; sha256: of its file."""

    office: ForeignOffice
    text: Mapping[str, Value] = field(repr=False)
    data: bytes = field(repr=False)
    sha256: str


def read_message(path: Path, name: str, forms: Collection[str], offices: Iterable[ForeignOffice]) -> Message:
    """Read a message of this name and of one of these forms that one of these offices signed, from a file.
    Raises what `message_in` does.
    """
    return message_in(_read(path), name, forms, offices)


def message_in(data: bytes, name: str, forms: Collection[str], offices: Iterable[ForeignOffice]) -> Message:
    """Read a message of this name and of one of these forms that one of these offices signed.

    Raises MessageNotSoundError for what is none or does not hold, MessageOtherError for one of another name,
    OfficeUnknownError for another signer.
    """
    try:
        container = open_container(io.BytesIO(data))
    except PackageFormError:
        raise MessageNotSoundError("the file is not a signed message of an office") from None
    if (found := _name_in(container)) != name:
        if found:
            raise MessageOtherError("the file is a message of another kind")
        raise MessageNotSoundError("the file is not a message of this kind")
    for office in offices:
        findings = check_package(
            io.BytesIO(data), trusted_roots=[compared_certificate(office.root, office.sha256)]
        )
        if verdict(findings) is Standing.BROKEN:
            raise MessageNotSoundError("the message does not hold")
        if verdict(findings) is Standing.HOLDS:
            text = _text(container, PAYLOAD + name, forms)
            return Message(office=office, text=text, data=data, sha256=sha256(data).hexdigest())
    if verdict(check_package(io.BytesIO(data))) is Standing.BROKEN:
        raise MessageNotSoundError("the message does not hold")
    raise OfficeUnknownError("no office of the register signed this", _root(container))


def message_of(path: Path) -> str:
    """Return which message a file holds, by the name of its text: empty if it is none."""
    with suppress(PackageFormError, MessageNotSoundError):
        return _name_in(open_container(io.BytesIO(_read(path))))
    return ""


def _name_in(container: Container) -> str:
    """Return the name of the text beside the root; empty if there is another number of files, or no root."""
    names = {each.name for each in container.payload} - {PAYLOAD + ROOT}
    is_message = len(container.payload) == 2 and len(names) == 1
    return names.pop().removeprefix(PAYLOAD) if is_message else ""


def _read(path: Path) -> bytes:
    with medium():
        if not is_file(path):
            raise MessageNotSoundError("the file is not a signed message of an office")
        with open_file(path) as file:
            data = file.read(LARGEST_MESSAGE + 1)
    if len(data) > LARGEST_MESSAGE:
        raise MessageNotSoundError("the file is too large for a message of an office")
    return data


def _text(container: Container, name: str, forms: Collection[str]) -> Mapping[str, Value]:
    try:
        told = message_text(container, name)
        if told["format"] not in forms:
            raise FormatError("the message has a form that this version does not know")
    except (FormatError, KeyError, PdfBeyondBoundsError):
        raise MessageNotSoundError("the message has a form that this version does not know") from None
    return told


def root_named_in(path: Path) -> bytes:
    """Return the root certificate (DER) that a message names, for a comparison of its fingerprint: nothing
    says yet whose it is. Empty if there is none.
    """
    with suppress(PackageFormError, MessageNotSoundError):
        return _named_root(open_container(io.BytesIO(_read(path))))
    return b""


def _named_root(container: Container) -> bytes:
    pem = b"".join(container.pieces(PAYLOAD + ROOT)).split(b"-----")
    with suppress(ValueError, IndexError):
        return b64decode(b"".join(pem[2].split()))
    return b""


def _root(container: Container) -> str:
    root = _named_root(container)
    return sha256(root).hexdigest() if root else ""


@permitted(Right.REGISTER_EXHIBITS)
def packed_message(session: Session, name: str, text: Mapping[str, Value], at: datetime) -> bytes:
    """Sign a message as the user of the session. Raises SigningError, CertificateRenewalDueError."""
    signer = session.keys.signer
    verify_renewed([signer.certificate] if signer.certificate else [], at=at)
    root = root_certificate(session.office_record)
    target = io.BytesIO()
    write_container(
        target,
        [
            held(name, "application/json", encode(dict(text))),
            held(ROOT, "application/x-pem-file", pem_of(root).encode("ascii")),
        ],
        info={"Source-Organization": session.office_record.name, "Bagging-Date": at.date().isoformat()},
        signer=signer,
        chain=[root],
        at=at,
    )
    return target.getvalue()


def verify_free(target: Path) -> None:
    """Raise AlreadyExistsError if something has the name of a message that is to be written."""
    if lexists(target):
        raise AlreadyExistsError("a file with this name already exists")
