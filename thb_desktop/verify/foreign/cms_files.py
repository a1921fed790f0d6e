"""CMS files: a signature beside its file (.p7s), or around it (.p7m); alone, or as text (PEM, Base64)."""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from hashlib import new as new_hash
from hashlib import sha256

from asn1crypto import cms, core, tsp

from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Note, Weight, with_files, with_notes
from thb_desktop.verify.foreign.message import DigestOf, each_signer, judge_signature, judge_time_stamp
from thb_desktop.verify.foreign.policy import Policy

MAXIMUM_SIGNERS = 50
_ARMOUR = re.compile(rb"-----BEGIN [A-Z0-9 ]+-----(.*?)-----END [A-Z0-9 ]+-----", re.DOTALL)
_BASE_64 = re.compile(rb"[A-Za-z0-9+/=\s]+")
_HASHES = {"sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}


def judge_cms(untrusted: bytes, content: bytes | None, policy: Policy, *, name: str) -> Answer:
    """Judge a CMS file. content: the file beside it. name: of the file that is signed."""
    signed = signed_data(untrusted)
    if signed is None:
        return Answer(format=Format.OTHER, notes=(Note(key=_other_kind(untrusted), weight=Weight.DOUBT),))
    inside = signed["encap_content_info"]["content"]
    if signed["encap_content_info"]["content_type"].native == "tst_info":
        return Answer(
            format=Format.CMS_DETACHED, signatures=(time_stamp_over(signed, content, policy, name),)
        )
    has_content = _is_there(inside)
    if not has_content and content is None:
        return Answer(
            format=Format.CMS_DETACHED, notes=(Note(key="foreign-content-missing", weight=Weight.DOUBT),)
        )
    form = Format.CMS if has_content else Format.CMS_DETACHED
    digest_of = None if has_content else digest_of_bytes(content or b"")
    covers = () if has_content else (name,)
    return Answer(format=form, signatures=tuple(signatures_of(signed, digest_of, policy, "", covers)))


def signatures_of(
    signed: cms.SignedData,
    digest_of: DigestOf | None,
    policy: Policy,
    place: str,
    covers: Sequence[str],
) -> Iterator[Judged]:
    """Judge each signer of a message. What a detached message holds all the same must be what it signs."""
    inside = signed["encap_content_info"]["content"]
    differs = False
    if digest_of is not None and _is_there(inside):
        differs = sha256(bytes(inside)).digest() != digest_of("sha256")
        digest_of = None
    for number, alone in enumerate(each_signer(signed)):
        if number == MAXIMUM_SIGNERS:
            raise MemoryError("too many signers")
        judged = judge_signature(alone, digest_of, policy, place=place, covers=tuple(covers))
        found = [Note(key="foreign-content-differs", weight=Weight.PROOF)] if differs else []
        yield with_files(judged, found)


def time_stamp_over(signed: cms.SignedData, content: bytes | None, policy: Policy, name: str) -> Judged:
    """Judge a token over a file; without the file, its own soundness alone is judged."""
    if content is None:
        imprint = signed["encap_content_info"]["content"].parsed["message_imprint"]["hashed_message"].native
        alone = judge_time_stamp(signed, lambda _algorithm: imprint, policy, place="")
        missing = Note(key="foreign-content-missing", weight=Weight.DOUBT)
        return with_notes(alone, [missing])
    return judge_time_stamp(signed, digest_of_bytes(content), policy, place="", covers=(name,))


def _is_there(content: core.Asn1Value) -> bool:
    return content is not core.VOID and content.contents is not None and bool(bytes(content))


def _other_kind(untrusted: bytes) -> str:
    """Name what is no signed message: another CMS, an evidence record (RFC 4998), or nothing known."""
    for data in _readings(untrusted):
        try:
            if cms.ContentInfo.load(data)["content_type"].native:
                return "foreign-cms-kind"
        except (ValueError, TypeError, KeyError):
            continue
    try:
        parts = core.SequenceOf.load(untrusted, spec=core.Any)
        is_record = parts[0].parse(core.Integer).native == 1 and len(parts[1].parse(core.Sequence)) > 0
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        is_record = False
    return "foreign-evidence-record" if is_record else "foreign-not-known"


def signed_data(untrusted: bytes) -> cms.SignedData | None:
    """Return the signed message in a file, as DER, PEM, Base64 or a time-stamp answer; None for all else."""
    for data in _readings(untrusted):
        for read in (_message, _time_stamp_answer):
            try:
                found = read(data)
            except (ValueError, TypeError, KeyError, RecursionError):
                continue
            if found is not None:
                return found
    return None


def digest_of_bytes(content: bytes) -> DigestOf:
    """Return what tells the digest of some bytes by the name of the algorithm."""
    known: dict[str, bytes] = {}

    def digest_of(algorithm: str) -> bytes:
        if algorithm not in known:
            if algorithm not in _HASHES:
                raise ValueError("the digest is not known")
            known[algorithm] = new_hash(algorithm, content, usedforsecurity=False).digest()
        return known[algorithm]

    return digest_of


def _readings(untrusted: bytes) -> Iterator[bytes]:
    yield untrusted
    if (armour := _ARMOUR.search(untrusted)) is not None:
        untrusted = armour[1]
    if _BASE_64.fullmatch(untrusted):
        try:
            yield base64.b64decode(b"".join(untrusted.split()), validate=True)
        except (binascii.Error, ValueError):
            return


def _message(data: bytes) -> cms.SignedData | None:
    message = cms.ContentInfo.load(data)
    if message["content_type"].native != "signed_data":
        return None
    signed = message["content"]
    return signed if len(signed["signer_infos"]) else None


def _time_stamp_answer(data: bytes) -> cms.SignedData | None:
    token = tsp.TimeStampResp.load(data)["time_stamp_token"]
    content = None if token.native is None else token["content"]
    return content if isinstance(content, cms.SignedData) else None  # a certificate is read as an answer too
