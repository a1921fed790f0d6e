"""Signing a finished PDF: PAdES B-B into prepared fields, without moving the key.

Certification: the first of several signatures (the interpreter's, before the judge approves) certifies and
allows the other fields to be filled. A single signature certifies and allows no change.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from thb_desktop.crypto.signed_messages import room_for, sign_detached
from thb_desktop.crypto.signing import Signer
from thb_desktop.crypto.without_network import keep_client_out
from thb_desktop.errors import SigningError
from thb_desktop.ledger.release import SignedRelease

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.cms_embedder import SigMDPSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

ARCHIVE_FIELD = "ArchiveTimeStamp"
"""The empty place that each document has for a time stamp, made before anyone signs."""
RENEWAL_FIELD = "ArchiveTimeStamp2"
"""The empty place for a second one, over the first and what was added since. Earlier documents have none."""
STAMP_FIELDS = (ARCHIVE_FIELD, RENEWAL_FIELD)
WRITER = "THB Desktop"
"""Written as the maker of the signature; the verifier then requires the exact form written here."""


class Certification(IntEnum):
    """The changes that a certifying signature allows (ISO 32000-1, table 254)."""

    NO_CHANGES = 1
    FILL_FORMS = 2


def certification_of(position: int, count: int) -> Certification | None:
    """Return how the signature at `position` (from 0) of `count` certifies; None if it only approves."""
    if position > 0:
        return None
    return Certification.NO_CHANGES if count == 1 else Certification.FILL_FORMS


def sign(
    source: BinaryIO,
    target: BinaryIO,
    *,
    field: str,
    signer: Signer,
    chain: Sequence[bytes],
    certify: Certification | None,
    at: datetime,
    reason: str | None = None,
    release: bytes = b"",
) -> None:
    """Write `source` to `target` with one more signature, in the empty field of that name.

    `chain` has the certificates above the signer's up to the root, in DER; `at` is the claimed time (PAdES
    B-B has no other); `target` can be read and sought; `release` (`ledger.release`) is stated in the
    signature. The same input gives the same bytes. Raises SigningError for a missing or filled field, a
    signer without certificate, or a certification that is not the first signature.
    """
    if signer.certificate is None or at.tzinfo is None:
        raise SigningError("a signature needs a certificate and a time with its offset from UTC")
    keep_client_out()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import general
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup

    room = room_for([signer.certificate, *chain])
    try:
        writer = writer_of(source, field, at)
        if certify is not None and _is_signed(writer):
            raise SigningError("a signed document cannot be certified")
        keep_texts(writer, field)
        steps = PdfCMSEmbedder().write_cms(field_name=field, writer=writer, existing_fields_only=True)
        next(steps)
        setup = SigObjSetup(
            sig_placeholder=_placeholder(at, room, reason=reason, release=release),
            mdp_setup=_permission(certify),
        )
        steps.send(setup)
        prepared, _ = steps.send(SigIOSetup(md_algorithm="sha256", output=target))
        steps.send(sign_detached(prepared.document_digest, signer=signer, chain=chain))
    except (PdfError, general.SigningError):
        raise SigningError(
            "the document cannot be signed: the place for this signature is missing or filled"
        ) from None


def load() -> None:
    """Import what signs before it is needed: while somebody reads the pages, that costs nobody's time."""
    keep_client_out()
    import pyhanko.pdf_utils.incremental_writer
    import pyhanko.sign.general
    import pyhanko.sign.signers.cms_embedder
    import pyhanko.sign.signers.pdf_byterange  # noqa: F401 - to have it at hand

    import thb_desktop.report.references  # noqa: F401 - to have it at hand


def writer_of(source: BinaryIO, field: str, at: datetime | None = None) -> "IncrementalPdfFileWriter":
    """Return what adds to a document and leaves everything else as it is; the same input, the same bytes."""
    from pyhanko.pdf_utils.generic import ByteStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    from thb_desktop.report.references import adapt

    class QuietWriter(IncrementalPdfFileWriter):
        """Leaves the metadata unchanged; rewritten, it would no longer be that of a PDF/A file."""

        def _update_meta(self) -> None:
            pass

    adapt()
    writer = QuietWriter(source)
    first, _ = writer._document_id
    told = field if at is None else field + at.isoformat()
    digest = sha256(bytes(first) + told.encode()).digest()
    writer._document_id[1] = ByteStringObject(digest[:16])
    return writer


def keep_texts(writer: "IncrementalPdfFileWriter", field: str) -> None:
    """Keep the encoding of the field's texts; another encoding would be a change."""
    from pyhanko.pdf_utils.generic import TextStringObject
    from pyhanko.sign.fields import enumerate_sig_fields

    for _, _, reference in enumerate_sig_fields(writer, with_name=field):
        for value in reference.get_object().values():
            if isinstance(value, TextStringObject):
                value.force_output_encoding = value.autodetected_encoding


def _is_signed(writer: "IncrementalPdfFileWriter") -> bool:
    from pyhanko.sign.fields import enumerate_sig_fields

    return next(enumerate_sig_fields(writer.prev, filled_status=True), None) is not None


def _placeholder(at: datetime, room: int, *, reason: str | None, release: bytes) -> "SignatureObject":
    from pyhanko.pdf_utils.generic import ByteStringObject, NameObject
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers.pdf_byterange import BuildProps, SignatureObject

    placeholder = SignatureObject(
        timestamp=at,
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        app_build_props=BuildProps(name=WRITER),
        bytes_reserved=2 * room,
    )
    if release:
        placeholder[NameObject(f"/{SignedRelease.KEY}")] = ByteStringObject(release)
    return placeholder


def _permission(certify: Certification | None) -> "SigMDPSetup | None":
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.signers.cms_embedder import SigMDPSetup

    if certify is None:
        return None
    return SigMDPSetup(md_algorithm="sha256", certify=True, docmdp_perms=MDPPerm(certify.value))
