"""The attached text of an interview in reading order, byte for byte as entered (docs/formats/bundle.md)."""

from hashlib import sha256

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_proof import RecordFile
from thb_desktop.domain.interview_record import InterviewInFull

FORMAT = "thb-record-text/1"
_LONGEST = 60
"""Longer numbers are cut in the paths of attachments."""


def path_of(full: InterviewInFull) -> str:
    """The attachment's path."""
    return f"records/{_plain(full.interview.number)}.txt"


def record_path(record: RecordFile) -> str:
    """The attachment's path; interviews and exhibits may have the same number."""
    return f"records/{record.kind}-{_plain(record.number)}.jsonl"


def _plain(number: str) -> str:
    """Return a record's number in letters that every system accepts; no two numbers give the same."""
    plain = "".join(each if each.isascii() and (each.isalnum() or each in "-_.") else "_" for each in number)
    if plain == number and len(number) <= _LONGEST:
        return number
    return f"{plain[:_LONGEST]}~{sha256(number.encode()).hexdigest()[:16]}"


def logical_text(content: BundleContent, full: InterviewInFull) -> bytes:
    """Write every segment and its renderings, each text after its length, so that no text can imitate
    a mark.
    """
    interview = full.interview
    head = (
        FORMAT,
        f"bundle: {content.release.number} version {content.release.version}",
        f"case: {content.frame.case.reference}",
        f"record: {interview.number}",
        f"person: {full.person.code}",
        f"language: {interview.language}",
        f"record-sha256: {full.digest}",
        f"segments: {len(full.segments)}",
    )
    parts = [f"{line}\n".encode() for line in head]
    for each in full.segments:
        segment = each.segment
        parts.append(f"\n# {each.number} | {each.label} | {segment.speaker} | {segment.kind}\n".encode())
        if segment.source_text is None:
            parts.append(f"@ {segment.language} | ORIGINAL | {segment.capture} | -\n".encode())
        else:
            parts += _text(f"@ {segment.language} | ORIGINAL | {segment.capture}", segment.source_text)
        for rendering in each.renderings:
            parts += _text(f"@ {rendering.language} | {rendering.kind} | {rendering.state}", rendering.text)
    return b"".join(parts)


def _text(head: str, text: str) -> tuple[bytes, ...]:
    data = text.encode("utf-8")
    return (f"{head} | {len(data)}\n".encode(), data, b"\n")
