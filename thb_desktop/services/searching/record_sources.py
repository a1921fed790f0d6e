"""Sources in interview records, and in the language work on them."""

from typing import Any

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.services.searching.owners import Owners
from thb_desktop.services.searching.source import Source
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

_READ, _LOG = Right.READ_TESTIMONY, Consulted.TESTIMONY
_WORK = SearchKind.LANGUAGE_WORK


def _of_record(
    number: int, table: Table[Any], *fields: str, by: str = "interview_id", **named: Any
) -> Source:
    """A row of an interview record."""
    kind = named.pop("kind", SearchKind.RECORD)
    return Source(number, table, kind, _READ, _LOG, fields, by, Owners.interview, **named)


def _of_job(number: int, table: Table[Any], *fields: str, **named: Any) -> Source:
    return Source(number, table, _WORK, _READ, _LOG, fields, "job_id", Owners.job, **named)


def _is_open(row: Any) -> bool:
    return bool(row.visibility is not AnnotationVisibility.SEALED)


SEGMENT = _of_record(
    1, registry.SEGMENT, "source_text", "marks", "pointed_at", kind=SearchKind.TESTIMONY, language="language"
)
RENDERING = Source(
    2,
    registry.RENDERING,
    SearchKind.TESTIMONY,
    _READ,
    _LOG,
    ("text",),
    "segment_id",
    Owners.segment,
    language="language",
)
INTERVIEW = _of_record(
    3,
    registry.INTERVIEW,
    *("number", "place", "legal_basis", "language_note", "necessity", "delay_reason", "health_statement"),
    *("unaccompanied_reason", "defence_note", "recording_note", "readback_note", "complaint"),
    *("copy_note", "final_statement", "next_steps", "literacy", "disability_support"),
    *("understanding_checked_by", "identity_verified_by", "health_judged_by", "technical_conditions"),
    *("place_street", "place_town", "rectified_facts"),
    by="id",
)
VERSION = _of_job(20, registry.RENDERING_VERSION, "text", of_job=True)

OF_RECORD: tuple[Source, ...] = (
    _of_record(4, registry.PRESENCE, "name", "organisation", "function", "exclusion_decision"),
    _of_record(5, registry.CAUTION, "reply", "given_by"),
    _of_record(6, registry.TIMELINE_EVENT, "note"),
    _of_record(7, registry.SPECIAL_MEASURE, "requested_by", "decided_by", "reason", "decision_ref"),
    _of_record(8, registry.EARLIER_INTERVIEW, "authority", "reason"),
    _of_record(
        9,
        registry.INTERPRETER_ENGAGEMENT,
        *("conflict_note", "notes", "relay_note", "briefing", "oath_ref", "confidentiality_ref"),
        *("channel_reason", "comprehension_checked_by", "conflict_text", "oath_formula", "oath_taken_by"),
    ),
    _of_record(10, registry.READ_BACK_CORRECTION, "before", "after", "requester", "note"),
    _of_record(14, registry.VICTIM_INFORMATION, "given_by", "deferred_reason", "note"),
    _of_record(15, registry.INTERVENTION, "note"),
    _of_record(16, registry.STATEMENT_ELSEWHERE, "taken_by", "authority", "signed_note", "sha256", by="id"),
    _of_record(26, registry.RECORDING, "device", "media_id", "held_by", "legal_basis"),
    _of_record(
        90,
        registry.LINEUP,
        *(
            "number",
            "place",
            "composed_by",
            "conducted_by",
            "described_before",
            "chosen",
            "certainty",
            "note",
        ),
    ),
    _of_record(27, registry.RECORD_SIGNATURE, "name", "reason", "level_report", "level_report_by"),
    _of_record(28, registry.RECORD_DECISION, "reference", "decided_by", "reason", day="decided_on"),
    _of_record(29, registry.WARNING_REASON, "reason"),
    _of_record(64, registry.CERTIFICATION, "statement"),
    _of_record(
        47,
        registry.LANGUAGE_JOB,
        *("number", "purpose", "made_from_note", "closed_because", "source_sha256"),
        kind=_WORK,
    ),
)
"""What takes over the person and the day of a record."""
OF_JOB: tuple[Source, ...] = (
    VERSION,
    _of_job(21, registry.ANNOTATION, "text", language="language", shown=_is_open),
    _of_job(22, registry.ANNOTATION_ANSWER, "text"),
    _of_job(23, registry.REVISION_VERDICT, "own_text", "reason", of_job=True),
    _of_job(48, registry.VERSION_WITHDRAWAL, "reason"),
    _of_job(49, registry.LANGUAGE_CERTIFICATE, "place", "elements", "reasons", "source_sha256"),
    _of_job(65, registry.VERSION_SIGNATURE, "reasons"),
)
FURTHER_WORK: tuple[Source, ...] = (
    Source(
        38,
        registry.GLOSSARY_CONCEPT,
        _WORK,
        _READ,
        Consulted.CASE,
        ("definition", "definition_source", "legal_system"),
        "case_id",
        Owners.case,
    ),
    Source(
        39,
        registry.GLOSSARY_TERM,
        _WORK,
        _READ,
        Consulted.CASE,
        ("term", "transliteration", "context", "source"),
        "case_id",
        Owners.case,
        language="language",
    ),
)
