"""PDF files: each signature and document time stamp of a document of others (ISO 32000, EN 319 142)."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from asn1crypto import crl, ocsp
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.policy_decl import LocalKnowledge
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer

from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Kind, Note, Weight, with_notes
from thb_desktop.verify.foreign.later import check_later, check_place, end_of
from thb_desktop.verify.foreign.message import judge_signature, judge_time_stamp
from thb_desktop.verify.foreign.policy import Policy

MAXIMUM_SIGNATURES = 100
_READ = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/ETSI.RFC3161"}
_OLD = {"/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1"}
_STAMP = "/DocTimeStamp"


def judge_pdf(untrusted: bytes, policy: Policy) -> Answer:
    """Judge a document. What the library cannot read is a doubt and no proof."""
    try:
        reader = PdfFileReader(BytesIO(untrusted), strict=False)
        if reader.encrypted and not _is_open(reader):
            return _nothing("foreign-encrypted")
        filled = [(name, value, field) for name, value, field in enumerate_sig_fields(reader, True)]
        removed = sorted(_once_filled(reader) - {name for name, _, _ in filled})
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile data reach all of the library; it has no root of its errors
        return _nothing("foreign-unreadable")
    if not filled and not removed:
        return _nothing("foreign-not-signed")
    if len(filled) > MAXIMUM_SIGNATURES:
        return _nothing("foreign-too-many")
    known = replace(policy, known=_stored(reader))
    found = [
        _judged(reader, name, value, field, data=untrusted, policy=known) for name, value, field in filled
    ]
    found.sort(key=lambda each: each[0])
    return Answer(
        format=Format.PDF,
        signatures=tuple(judged for _, judged in found),
        notes=tuple(_taken_out(removed)),
    )


def _once_filled(reader: PdfFileReader) -> set[str]:
    """Return the places in which a signature stood in any earlier state of the document."""
    found: set[str] = set()
    for revision in range(min(reader.xrefs.total_revisions - 1, MAXIMUM_SIGNATURES)):
        found |= _filled_in(reader, revision)
    return found


def _filled_in(reader: PdfFileReader, revision: int) -> set[str]:
    try:
        state = reader.get_historical_resolver(revision)
        return {name for name, _, _ in enumerate_sig_fields(state, True)}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the first half of a linearized document is no state by itself
        return set()


def _taken_out(names: list[str]) -> Iterator[Note]:
    if names:
        fields = tuple(shown(name) for name in names[:MAXIMUM_SIGNATURES])
        yield Note(key="foreign-signature-removed", weight=Weight.DOUBT, values={"fields": fields})


def _nothing(key: str) -> Answer:
    return Answer(format=Format.PDF, notes=(Note(key=key, weight=Weight.DOUBT),))


def _is_open(reader: PdfFileReader) -> bool:
    """Whether the document opens without a password."""
    result = reader.decrypt("")
    return bool(getattr(result, "status", None)) and result.status.name != "FAILED"


def _judged(
    reader: PdfFileReader, name: str, value: Any, field: Any, *, data: bytes, policy: Policy
) -> tuple[int, Judged]:
    """Return where the signature ends, which tells their order, and what is said of it."""
    kind = str(value.get_object().get("/SubFilter", ""))
    if kind not in _READ:
        key = "foreign-old-kind" if kind in _OLD else "foreign-kind-not-known"
        return 0, _doubt(name, key)
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        place = check_place(embedded, data)
        if place is not None:
            return end_of(embedded), with_notes(_empty(name), [place])
        embedded.compute_integrity_info(skip_diff=True)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        judged = _by_message(embedded, name, policy)
        later = [] if _is_proven(judged) else list(check_later(embedded, data))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return 0, _doubt(name, "foreign-unreadable-signature")
    return end_of(embedded), with_notes(judged, later)


def _by_message(embedded: EmbeddedPdfSignature, name: str, policy: Policy) -> Judged:
    if embedded.sig_object_type == _STAMP:
        return judge_time_stamp(embedded.signed_data, embedded.compute_digest, policy, place=name)
    is_followed = bool(embedded.reader.root.get("/DSS")) or _has_stamp(embedded)
    return judge_signature(
        embedded.signed_data,
        embedded.compute_digest,
        policy,
        place=name,
        embedded=embedded if is_followed else None,
        claimed=embedded,
    )


def _has_stamp(embedded: EmbeddedPdfSignature) -> bool:
    fields = enumerate_sig_fields(embedded.reader, True)
    return any(value.get_object().get("/Type") == _STAMP for _, value, _ in fields)


def _is_proven(judged: Judged) -> bool:
    return any(note.weight is Weight.PROOF for note in judged.notes)


def _doubt(name: str, key: str) -> Judged:
    return with_notes(_empty(name), [Note(key=key, weight=Weight.DOUBT)])


def _empty(name: str) -> Judged:
    return Judged(kind=Kind.SIGNATURE, place=shown(name), notes=())


def _stored(reader: PdfFileReader) -> LocalKnowledge:
    """Return certificates, and what says whether they were revoked, that the document carries for that."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        return LocalKnowledge(
            known_certs=list(store.load_certs()),
            known_ocsps=list(_answers(store)),
            known_crls=[
                CRLContainer(crl.CertificateList.load(each.get_object().read_data(DecodePurpose.CRL)))
                for each in store.crls
            ],
        )
    except MemoryError:
        raise
    except NoDSSFoundError:
        return LocalKnowledge()
    except Exception:  # noqa: BLE001 - as above: what cannot be read is not there
        return LocalKnowledge()


def _answers(store: DocumentSecurityStore) -> Iterator[OCSPContainer]:
    for each in store.ocsps:
        answer = ocsp.OCSPResponse.load(each.get_object().read_data(DecodePurpose.OCSP_RESPONSE))
        yield from OCSPContainer.load_multi(answer)
