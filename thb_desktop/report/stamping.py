"""A time stamp for a signed PDF, had from elsewhere: asked for in one step, filled in another (RFC 3161).

A laptop without a network cannot ask anybody for the time. So the file is prepared, and what has to be
stamped is written as a request; somebody carries it to a machine that has a network, and carries the answer
back. The file is prepared in the same way a second time: nothing is kept between the two steps but the
request.

The stamp is a document time stamp (ISO 32000-2, 12.8.5; ETSI EN 319 142-1) in a field that every bundle has
for it, so it covers each signature and the data for later checks that were given along. A second one covers
the first, and data that were issued after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from asn1crypto import algos, cms, core, tsp

from thb_desktop.crypto.without_network import keep_client_out
from thb_desktop.errors import (
    TimeStampOtherError,
    TimeStampPlaceError,
    TimeStampRefusedError,
    TimeStampUnreadableError,
)
from thb_desktop.report.pades import STAMP_FIELDS, keep_texts, writer_of

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.pdf_byterange import PreparedByteRangeDigest

ROOM = 16 << 10
"""Bytes for the token with the certificates above it."""
_LONGEST_ANSWER = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationData:
    """What a later reader needs to judge the signatures without a network, each in DER."""

    certificates: Sequence[bytes] = ()
    revocation_lists: Sequence[bytes] = ()
    status_answers: Sequence[bytes] = ()


NOTHING = ValidationData()


class _Answer(core.Sequence):  # type: ignore[misc]  # asn1crypto is untyped
    """TimeStampResp (RFC 3161, 2.4.2): the library's own wants a token of who refuses, too."""

    _fields = [  # noqa: RUF012 - the library wants a list
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


def ask(source: BinaryIO, *, nonce: int, data: ValidationData = NOTHING) -> bytes:
    """Return the request (TimeStampReq, DER) for a stamp over a signed PDF.

    Raises TimeStampPlaceError if the document has no empty place for it.
    """
    prepared, _ = _prepared(source, data)
    return request_of(prepared.document_digest, nonce=nonce)


def request_of(digest: bytes, *, nonce: int) -> bytes:
    """Return the request (TimeStampReq, DER) for a stamp over what has this SHA-256."""
    request = tsp.TimeStampReq(
        {
            "version": "v1",
            "message_imprint": {
                "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                "hashed_message": digest,
            },
            "nonce": nonce,
            "cert_req": True,
        }
    )
    return bytes(request.dump())


def fill(
    source: BinaryIO,
    target: BinaryIO,
    *,
    untrusted_request: bytes,
    untrusted_answer: bytes,
    data: ValidationData = NOTHING,
) -> None:
    """Write the PDF with the stamp that answers the request. data: as given to `ask`.

    Whether the stamp is sound is for the check of the written file to say; here is compared that it answers
    this request, and that the request is for this file. Raises TimeStampError.
    """
    prepared, written = _prepared(source, data)
    token = token_of(untrusted_request, untrusted_answer, prepared.document_digest)
    if len(token) > ROOM:
        raise TimeStampUnreadableError("the answer is longer than the place for a time stamp")
    prepared.fill_with_cms(written, token)
    target.write(written.getbuffer())


def token_of(untrusted_request: bytes, untrusted_answer: bytes, digest: bytes) -> bytes:
    """Return the token (CMS, DER) that answers a request for what has this SHA-256. Raises TimeStampError."""
    return _token(untrusted_answer, _request(untrusted_request), digest)


def _request(untrusted: bytes) -> tsp.TimeStampReq:
    try:
        request = tsp.TimeStampReq.load(untrusted[:_LONGEST_ANSWER], strict=True)
        _ = request["message_imprint"]["hashed_message"].native, request["nonce"].native
    except (ValueError, TypeError, KeyError):
        raise TimeStampUnreadableError("the file named as the request is none") from None
    return request


def _token(untrusted: bytes, request: tsp.TimeStampReq, digest: bytes) -> bytes:
    """Return the token (CMS, DER) of an answer, which may also be the token alone."""
    if request["message_imprint"]["hashed_message"].native != digest:
        raise TimeStampOtherError("the request was made for another file, or with other data beside it")
    try:
        answer = _Answer.load(untrusted[:_LONGEST_ANSWER], strict=True)
        status = answer["status"]["status"].native
        token = answer["time_stamp_token"] if status in ("granted", "granted_with_mods") else None
        told = None if token is None else token["content"]["encap_content_info"]["content"].parsed
    except (ValueError, TypeError, KeyError, AttributeError):
        raise TimeStampUnreadableError("the file named as the answer is no answer to a request") from None
    if token is None or told is None:
        raise TimeStampRefusedError(f"the time-stamp authority refused: {status}")
    if told["message_imprint"].native != request["message_imprint"].native:
        raise TimeStampOtherError("the answer is for another file")
    if told["nonce"].native != request["nonce"].native:
        raise TimeStampOtherError("the answer is to another request")
    return bytes(token.dump())


def _prepared(source: BinaryIO, data: ValidationData) -> "tuple[PreparedByteRangeDigest, BytesIO]":
    keep_client_out()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import general
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp

    written = BytesIO()
    try:
        field = _empty_place(source)
        writer = writer_of(source, field)
        keep_texts(writer, field)
        _add(writer, data)
        steps = PdfCMSEmbedder().write_cms(field_name=field, writer=writer, existing_fields_only=True)
        next(steps)
        place = DocumentTimestamp(bytes_reserved=2 * ROOM)  # type: ignore[no-untyped-call]  # pyHanko leaves it
        steps.send(SigObjSetup(sig_placeholder=place))
        prepared, _ = steps.send(SigIOSetup(md_algorithm="sha256", output=written))
    except (PdfError, general.SigningError):
        raise TimeStampPlaceError("the document has no empty place for a time stamp") from None
    return prepared, written


def _empty_place(source: BinaryIO) -> str:
    """Return the first empty field for a time stamp; without one, the last, which is then refused."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    empty = {name for name, *_ in enumerate_sig_fields(PdfFileReader(source), filled_status=False)}
    return next((each for each in STAMP_FIELDS if each in empty), STAMP_FIELDS[-1])


def _add(writer: "IncrementalPdfFileWriter", data: ValidationData) -> None:
    if not (data.certificates or data.revocation_lists or data.status_answers):
        return
    from asn1crypto import crl, ocsp, x509
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    try:
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=[x509.Certificate.load(each, strict=True) for each in data.certificates],
            crls=[crl.CertificateList.load(each, strict=True) for each in data.revocation_lists],
            ocsps=[ocsp.OCSPResponse.load(each, strict=True) for each in data.status_answers],
        )
    except (ValueError, TypeError, KeyError):
        raise TimeStampUnreadableError("a file of validation data cannot be read") from None
