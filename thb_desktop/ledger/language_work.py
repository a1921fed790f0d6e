"""Language work: the bytes that linguists sign (docs/formats/language-work.md)."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_outward import SOURCE, TEXT, JobOutward, RemarkKind, VersionOutward
from thb_desktop.domain.language_states import PRESENT, JobInFull, WorkState, annotations_of, states_of
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageCertificate,
    RenderingVersion,
    RevisionVerdict,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.record_tree import RecordTree

VERSION_FORMAT = "thb-language-version/1"
"""Of a version without a salt."""
OUTWARD_FORMATS = tuple(f"thb-language-job/{number}" for number in (1, 2, 3, 4))
"""Of a job whose versions were all signed as a whole, of one with a version that is a tree of parts, and of
one with a remark that is withheld, and of one with a former or a stale version and what its author signed of
it. What a job has decides its format, so that nobody can name an earlier one to be judged less strictly.
"""
Signed: TypeAlias = VersionSignature | VersionWithdrawal | RevisionVerdict | LanguageCertificate
"""The rows that a linguist signs."""
_FORMATS: Mapping[type, str] = MappingProxyType(
    {
        VersionSignature: "thb-language-signature/1",
        VersionWithdrawal: "thb-language-withdrawal/1",
        RevisionVerdict: "thb-language-verdict/1",
        LanguageCertificate: "thb-language-certificate/1",
    }
)

_HEX = re.compile("[0-9a-f]{64}")


def version_digest(version: RenderingVersion, annotations: Iterable[Annotation], *, language: str) -> str:
    """Return the digest of what an author signs of a version: the version itself, with the digest of its
    source and its text, the target language of its job, and the digests of the annotations that belong to it.
    """
    return told_digest(version, sorted(map(annotation_digest, annotations)), language=language)


def told_digest(version: RenderingVersion, annotations: Iterable[str], *, language: str) -> str:
    """Return the same of annotations of which only the digests are known."""
    if version.salt:
        return version_tree(version, annotations, language=language).digest
    return _digest(
        {
            "format": VERSION_FORMAT,
            "version": to_record(version),
            "language": language,
            "annotations": sorted(annotations),
        }
    )


def version_tree(version: RenderingVersion, annotations: Iterable[str], *, language: str) -> RecordTree:
    """Return what is signed of a version with a salt, part by part. annotations: their digests.

    The text and the digest of the source are parts of their own, so that each can be left out. Raises
    FormatError for a salt that is none.
    """
    if not _HEX.fullmatch(version.salt):
        raise FormatError("the salt of a version of a translation is not 32 bytes in hexadecimal")
    values = signed_values(version, annotations, language)
    return RecordTree.of(values.items(), salt=bytes.fromhex(version.salt))


def outward_digest(told: VersionOutward, annotations: Iterable[str], *, language: str) -> str:
    """Return the digest of what was signed of a version, as what left the office gives it.

    annotations: the digests of all, with those that stay in the office. Raises FormatError for parts that no
    version has.
    """
    if not (told.nonces or told.unshown):
        return told_digest(told.version, annotations, language=language)
    values, nonces, unshown = (
        signed_values(told.version, annotations, language),
        dict(told.nonces),
        dict(told.unshown),
    )
    both = (*told.nonces, *told.unshown)
    if (
        sorted(name for name, _ in both) != sorted(values)
        or not unshown.keys() <= {TEXT, SOURCE}
        or told.version.salt
        or not all(_HEX.fullmatch(each) for _, each in both)
    ):
        raise FormatError("a version of a translation does not have the parts that are signed")
    return RecordTree.of_shown(values, nonces=nonces, unshown=unshown).digest


def signed_values(
    version: RenderingVersion, annotations: Iterable[str], language: str
) -> dict[str, canonical.Value]:
    """Return what is signed of a version with a salt, by part."""
    apart = ("text", "source_digest", "salt")
    row = {name: value for name, value in to_record(version).items() if name not in apart}
    return {
        "annotations": sorted(annotations),
        SOURCE: version.source_digest,
        TEXT: version.text,
        "version": {"language": language, **row},
    }


def annotation_digest(annotation: Annotation) -> str:
    """SHA-256 (hex) of an annotation as it was written. Its id is random: no short text can be guessed."""
    return _digest({name: value for name, value in to_record(annotation).items() if name != "struck"})


def states_outward(job: JobOutward, sources: Mapping[str, str]) -> dict[RowId, WorkState]:
    """Return the state of each version of a job as it left the office. sources: the digests, by segment.

    A version of which a dispute is withheld is contested, one of which the signature is withheld is checked
    by its author; what another withheld remark would prove, nothing tells. Raises FormatError for parts that
    no version has.
    """
    digests = _digests(job)
    states = states_of(
        JobInFull(
            job=job.job,
            versions=tuple(each.version for each in job.versions),
            signatures=job.signatures,
            withholds_signature=bool(job.withheld_of(RemarkKind.SIGNATURE)),
            verdicts=job.verdicts,
            certificates=job.certificates,
            digests=digests,
            source_digests=sources,  # type: ignore[arg-type]  # ids are text
        )
    )
    contested = {own for own in states if states[own] in PRESENT and job.withheld_of(RemarkKind.DISPUTE, own)}
    return states | dict.fromkeys(contested, WorkState.CONTESTED)


def unproved(job: JobOutward) -> set[RowId]:
    """Return the versions of a job that no signature or certificate of their author here names as they are.

    Raises FormatError for parts that no version has.
    """
    named = {pair for row in job.signatures for pair in row.versions}
    named |= {pair for row in job.certificates for pair in row.versions}
    return {own for own, digest in _digests(job).items() if (own, digest) not in named}


def _digests(job: JobOutward) -> dict[RowId, str]:
    """Return of each version the digest of what is signed of it, with its annotations."""
    return {
        each.version.id: outward_digest(
            each,
            (*map(annotation_digest, annotations_of(each.version, job.annotations)), *each.withheld),
            language=job.job.target_language,
        )
        for each in job.versions
    }


def signed_bytes(row: Signed, vault: str) -> bytes:
    """Return the signed bytes of a row that a linguist signed in this vault (its id)."""
    told = {name: value for name, value in to_record(row).items() if name != "signature"}
    return canonical.encode({"format": _FORMATS[type(row)], "vault": vault, "row": told})


def outward_bytes(job: JobOutward) -> bytes:
    """Write a job as it is attached to a bundle."""
    return canonical.encode({"format": _format_of(job), "job": to_record(job)})


def _format_of(job: JobOutward) -> str:
    has_trees = any(each.nonces or each.unshown for each in job.versions)
    return OUTWARD_FORMATS[3 if job.former_signatures else 2 if job.former or job.withheld else has_trees]


def read_outward(untrusted: bytes) -> JobOutward:
    """Read what `outward_bytes` wrote. Raises FormatError for anything else, and for a salt in a version."""
    value = canonical.parse(untrusted)
    told = value if isinstance(value, dict) else {}
    job = told.get("job")
    if told.keys() != {"format", "job"} or told["format"] not in OUTWARD_FORMATS or not isinstance(job, dict):
        raise FormatError("the attached language work is not in its form")
    read = from_record(JobOutward, job)
    if told["format"] != _format_of(read):
        raise FormatError("attached language work has another format than what stands in it")
    if any(each.version.salt for each in (*read.versions, *read.former, *(one.told for one in read.stale))):
        raise FormatError("a version of a translation has a salt, which stays in the office")
    return read


def _digest(value: canonical.Value) -> str:
    return hashlib.sha256(canonical.encode(value)).hexdigest()
