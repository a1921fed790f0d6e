"""Message: one signature or time-stamp token in CMS (RFC 5652, 3161; CAdES), judged after EN 319 102-1."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import cms, core
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate, AdESPassed, AdESSubIndic
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation import generic_cms
from pyhanko.sign.validation.ades import (
    ades_basic_validation,
    ades_lta_validation,
    ades_timestamp_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.policy_decl import PdfSignatureValidationSpec, SignatureValidationSpec

from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.foreign.answer import Judged, Kind, Note, TimeFrom, Weight
from thb_desktop.verify.foreign.names import issuer_of, subject_of
from thb_desktop.verify.foreign.policy import Policy, Revocation, finish

_REVOKED = {AdESIndeterminate.REVOKED_NO_POE, AdESIndeterminate.REVOKED_CA_NO_POE}
_PROVEN = {AdESFailure.HASH_FAILURE, AdESFailure.SIG_CRYPTO_FAILURE, AdESFailure.REVOKED}
"""Failures that are a proof. FORMAT_FAILURE is none: it says that the library cannot read what is there."""
_SENTENCES = {
    "HASH_FAILURE": "foreign-because.hash-failure",
    "SIG_CRYPTO_FAILURE": "foreign-because.sig-crypto-failure",
    "REVOKED": "foreign-because.revoked",
    "REVOKED_NO_POE": "foreign-because.revoked-no-poe",
    "REVOKED_CA_NO_POE": "foreign-because.revoked-ca-no-poe",
    "NO_CERTIFICATE_CHAIN_FOUND": "foreign-because.no-certificate-chain-found",
    "NO_SIGNING_CERTIFICATE_FOUND": "foreign-because.no-signing-certificate-found",
    "OUT_OF_BOUNDS_NO_POE": "foreign-because.out-of-bounds-no-poe",
    "EXPIRED": "foreign-because.expired",
    "NOT_YET_VALID": "foreign-because.not-yet-valid",
    "CRYPTO_CONSTRAINTS_FAILURE": "foreign-because.crypto-constraints-failure",
    "CRYPTO_CONSTRAINTS_FAILURE_NO_POE": "foreign-because.crypto-constraints-failure",
    "CHAIN_CONSTRAINTS_FAILURE": "foreign-because.chain-constraints-failure",
    "TIMESTAMP_ORDER_FAILURE": "foreign-because.timestamp-order-failure",
}
_OTHERWISE = "foreign-because.generic"
_STAMPED = "1.2.840.113549.1.9.16.2.14"
_ARCHIVED = {"1.2.840.113549.1.9.16.2.27", "1.2.840.113549.1.9.16.2.48", "0.4.0.1733.2.4", "0.4.0.1733.2.5"}
_COUNTERSIGNED = "1.2.840.113549.1.9.6"
"""Unsigned attributes of RFC 5126 and EN 319 122-1: time stamp, archive time stamps, countersignature."""

DigestOf = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    result: AdESSubIndic
    status: Any = None
    stamp: Any = None
    revocation_known: bool = True

    @property
    def name(self) -> str:
        """Return the sub-indication. What cannot be read is not proven to be wrong, whatever its kind."""
        name = str(self.result.standard_name)
        is_failure = isinstance(self.result, AdESFailure) and self.result not in _PROVEN
        return "GENERIC" if is_failure and self.result is not AdESFailure.NOT_YET_VALID else name


def judge_signature(
    signed: cms.SignedData,
    digest_of: DigestOf | None,
    policy: Policy,
    *,
    place: str,
    embedded: Any = None,
    claimed: Any = None,
    covers: tuple[str, ...] = (),
) -> Judged:
    """Judge a signature by one signer. digest_of: of what it signs; None if that is inside.

    embedded: pyHanko's signature of a PDF, whose document time stamps then count too. claimed: the one that
    may claim a time.
    """
    info = signed["signer_infos"][0]
    raw = digest_of(info["digest_algorithm"]["algorithm"].native) if digest_of else None
    outcome = _judged(signed, raw, policy, embedded)
    notes = [*_notes_of(outcome)]
    notes += _unexamined(info)
    at, time_from, told = _time(info, outcome, claimed)
    judged = Judged(
        kind=Kind.SIGNATURE, place=place, notes=(*notes, *told), at=at, time_from=time_from, covers=covers
    )
    return _told(judged, signed, outcome)


def judge_time_stamp(
    signed: cms.SignedData, digest_of: DigestOf, policy: Policy, *, place: str, covers: tuple[str, ...] = ()
) -> Judged:
    """Judge a time-stamp token over something whose digest is asked for by the name of the algorithm."""
    outcome = _by_degrees(policy, lambda rules: _stamp(signed, digest_of, policy, rules))
    trusted = outcome.result is AdESPassed.OK
    judged = Judged(
        kind=Kind.TIME_STAMP,
        place=place,
        notes=tuple(_notes_of(outcome)),
        at=signed["encap_content_info"]["content"].parsed["gen_time"].native,
        time_from=TimeFrom.TIME_STAMP if trusted else TimeFrom.TIME_STAMP_UNKNOWN,
        covers=covers,
    )
    return _told(judged, signed, outcome)


def each_signer(signed: cms.SignedData) -> Iterator[cms.SignedData]:
    """Return the message once for each of its signers: pyHanko reads messages of one signer."""
    infos = list(signed["signer_infos"])
    for info in infos:
        if len(infos) == 1:
            yield signed
            return
        alone = signed.copy()
        alone["signer_infos"] = cms.SignerInfos([info.copy()])
        yield alone


def _judged(signed: cms.SignedData, raw: bytes | None, policy: Policy, embedded: Any) -> _Outcome:
    return _by_degrees(policy, lambda rules: _signature(signed, raw, policy, rules, embedded))


def _by_degrees(policy: Policy, judge: Callable[[SignatureValidationSpec], _Outcome]) -> _Outcome:
    """Judge with proof that no certificate was revoked; where that lacks, with what the file has."""
    found = _Outcome(result=AdESIndeterminate.GENERIC)
    for degree in Revocation:
        outcome = judge(policy.rules(degree))
        found = replace(outcome, revocation_known=degree is not Revocation.IF_THERE)
        if found.result is AdESPassed.OK or found.result in _PROVEN | _REVOKED:
            break
    return found


def _signature(
    signed: cms.SignedData,
    raw: bytes | None,
    policy: Policy,
    rules: SignatureValidationSpec,
    embedded: Any,
) -> _Outcome:
    basic = _tried(
        lambda: finish(ades_basic_validation(signed, rules, timing_info=policy.timing, raw_digest=raw))
    )
    if basic.result in _PROVEN or not (
        embedded is not None or _STAMPED in _unsigned(signed["signer_infos"][0])
    ):
        return basic
    timed = _tried(lambda: _with_time(signed, raw, policy, rules, embedded))
    is_clear = basic.result is AdESPassed.OK or basic.result in _REVOKED
    if timed.result is AdESPassed.OK or (not is_clear and timed.status):
        return timed
    return _Outcome(result=basic.result, status=basic.status, stamp=timed.stamp or basic.stamp)


def _with_time(
    signed: cms.SignedData,
    raw: bytes | None,
    policy: Policy,
    rules: SignatureValidationSpec,
    embedded: Any,
) -> Any:
    if embedded is not None:
        return finish(
            ades_lta_validation(
                embedded, PdfSignatureValidationSpec(signature_validation_spec=rules), policy.timing
            )
        )
    return finish(ades_with_time_validation(signed, rules, timing_info=policy.timing, raw_digest=raw))


def _stamp(
    signed: cms.SignedData, digest_of: DigestOf, policy: Policy, rules: SignatureValidationSpec
) -> _Outcome:
    return _tried(
        lambda: finish(ades_timestamp_validation(signed, rules, digest_of, timing_info=policy.timing))
    )


def _tried(work: Callable[[], Any]) -> _Outcome:
    """Return what the library says. What it cannot read is no proof of anything."""
    try:
        found = work()
    except SignatureValidationError as refusal:
        return _Outcome(result=refusal.ades_subindication or AdESIndeterminate.GENERIC)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile data reach all of the library; it has no root of its errors
        return _Outcome(result=AdESIndeterminate.GENERIC)
    status = found.api_status
    result = found.ades_subindic or AdESIndeterminate.GENERIC
    return _Outcome(result=result, status=status, stamp=getattr(status, "timestamp_validity", None))


def _notes_of(outcome: _Outcome) -> Iterator[Note]:
    if outcome.result is AdESPassed.OK:
        yield Note(key="foreign-holds", weight=Weight.TOLD)
        if not outcome.revocation_known:
            yield Note(key="foreign-revocation-unknown", weight=Weight.REMARK)
        return
    weight = Weight.PROOF if outcome.result in _PROVEN else Weight.DOUBT
    if outcome.status is not None and outcome.status.intact and outcome.status.valid:
        yield Note(key="foreign-intact", weight=Weight.TOLD)
    yield Note(key=_SENTENCES.get(outcome.name, _OTHERWISE), weight=weight)


def _unexamined(info: cms.SignerInfo) -> Iterator[Note]:
    """Say which parts of a signature are there and are not examined."""
    found = _unsigned(info)
    if found & _ARCHIVED:
        yield Note(key="foreign-archive-not-examined", weight=Weight.TOLD)
    if _COUNTERSIGNED in found:
        yield Note(key="foreign-countersignature-not-examined", weight=Weight.REMARK)


def _unsigned(info: cms.SignerInfo) -> set[str]:
    """Return the kinds (OID) of what was added to a signature after it was made."""
    attributes = info["unsigned_attrs"]
    if attributes is core.VOID:
        return set()
    return {each["type"].dotted for each in attributes}


def _time(
    info: cms.SignerInfo, outcome: _Outcome, claimed: Any
) -> tuple[datetime | None, TimeFrom, list[Note]]:
    stamp = outcome.stamp
    if stamp is not None and stamp.intact and stamp.valid:
        if stamp.trusted:
            return stamp.timestamp, TimeFrom.TIME_STAMP, []
        return (
            stamp.timestamp,
            TimeFrom.TIME_STAMP_UNKNOWN,
            [Note(key="foreign-stamp-unknown", weight=Weight.REMARK)],
        )
    notes = []
    if stamp is not None:
        notes.append(Note(key="foreign-stamp-wrong", weight=Weight.DOUBT))
    try:
        at = claimed.self_reported_timestamp if claimed else generic_cms.extract_self_reported_ts(info)
    except (ValueError, KeyError, TypeError):
        at = None
    if at is None or at.tzinfo is None:
        return None, TimeFrom.NOBODY, notes
    return at, TimeFrom.SIGNER, notes


def _told(judged: Judged, signed: cms.SignedData, outcome: _Outcome) -> Judged:
    """Add who signed, and make each text from outside safe to show."""
    certificate = _certificate(signed, outcome)
    passed = outcome.result is AdESPassed.OK
    path = getattr(outcome.status, "validation_path", None) if passed else None
    return replace(
        judged,
        place=shown(judged.place),
        covers=tuple(shown(each) for each in judged.covers),
        sub_indication="" if passed else outcome.name,
        signer=subject_of(certificate) if certificate else "",
        issuer=issuer_of(certificate) if certificate else "",
        fingerprint=certificate.sha256.hex() if certificate else "",
        anchor=_anchor(path),
    )


def _certificate(signed: cms.SignedData, outcome: _Outcome) -> Any:
    if outcome.status is not None:
        return outcome.status.signing_cert
    try:
        return extract_certificate_info(signed).signer_cert
    except Exception:  # noqa: BLE001 - as above: a name that cannot be read is not shown
        return None


def _anchor(path: Any) -> str:
    certificate = getattr(getattr(path, "trust_anchor", None), "certificate", None)
    return subject_of(certificate) if certificate is not None else ""
