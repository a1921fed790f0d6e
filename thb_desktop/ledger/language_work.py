"""Language work: the bytes that linguists sign (docs/formats/language-work.md)."""

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from thb_desktop.domain.language_outward import JobOutward
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

VERSION_FORMAT = "thb-language-version/1"
OUTWARD_FORMAT = "thb-language-job/1"
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


def version_digest(version: RenderingVersion, annotations: Iterable[Annotation], *, language: str) -> str:
    """Return the digest of what an author signs of a version: the version itself, with the digest of its
    source and its text, the target language of its job, and the digests of the annotations that belong to it.
    """
    return told_digest(version, sorted(map(annotation_digest, annotations)), language=language)


def told_digest(version: RenderingVersion, annotations: Iterable[str], *, language: str) -> str:
    """Return the same of annotations of which only the digests are known."""
    return _digest(
        {
            "format": VERSION_FORMAT,
            "version": to_record(version),
            "language": language,
            "annotations": sorted(annotations),
        }
    )


def annotation_digest(annotation: Annotation) -> str:
    """SHA-256 (hex) of an annotation as it was written. Its id is random: no short text can be guessed."""
    return _digest({name: value for name, value in to_record(annotation).items() if name != "struck"})


def signed_bytes(row: Signed, vault: str) -> bytes:
    """Return the signed bytes of a row that a linguist signed in this vault (its id)."""
    told = {name: value for name, value in to_record(row).items() if name != "signature"}
    return canonical.encode({"format": _FORMATS[type(row)], "vault": vault, "row": told})


def outward_bytes(job: JobOutward) -> bytes:
    """Write a job as it is attached to a bundle."""
    return canonical.encode({"format": OUTWARD_FORMAT, "job": to_record(job)})


def read_outward(untrusted: bytes) -> JobOutward:
    """Read what `outward_bytes` wrote. Raises FormatError for anything else."""
    value = canonical.parse(untrusted)
    told = value if isinstance(value, dict) else {}
    job = told.get("job")
    if told.keys() != {"format", "job"} or told["format"] != OUTWARD_FORMAT or not isinstance(job, dict):
        raise FormatError("the attached language work is not in its form")
    return from_record(JobOutward, job)


def _digest(value: canonical.Value) -> str:
    return hashlib.sha256(canonical.encode(value)).hexdigest()
