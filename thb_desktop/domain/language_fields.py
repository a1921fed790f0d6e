"""Fields of language work, described once: jobs, certificates, and the glossary of a case."""

from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.language_work import LanguageCertificate, LanguageJob
from thb_desktop.domain.vocabulary import (
    CertificateKind,
    SourceForm,
    TermDomain,
    TermStatus,
    TranslationType,
)

_ALWAYS = Phase.ALWAYS

LANGUAGE_JOB = Description(
    name="language_job",
    entity=LanguageJob,
    fields=(
        Field(name="target_language", section="job", editor=Editor.LANGUAGE, until=Phase.ONCE, required=True),
        Field(
            name="linguist_id",
            section="job",
            editor=Editor.REFERENCE,
            refers_to="interpreter",
            until=Phase.ONCE,
            required=True,
        ),
        Field(
            name="from_job_id",
            section="job",
            editor=Editor.REFERENCE,
            refers_to="language_job",
            until=Phase.ONCE,
        ),
        Field(name="source_language", section="job", editor=Editor.LANGUAGE, until=Phase.ONCE),
        Field(
            name="translation_type",
            section="job",
            editor=Editor.CODE,
            codes=TranslationType,
            until=_ALWAYS,
            required=True,
            rules=("V-T-07",),
        ),
        Field(name="purpose", section="job", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="made_from",
            section="job",
            editor=Editor.CODE,
            codes=SourceForm,
            until=_ALWAYS,
            rules=("V-T-08",),
        ),
        Field(name="made_from_note", section="job", editor=Editor.TEXT, until=_ALWAYS, rules=("V-T-08",)),
    ),
    internal=(
        *("id", "case_id", "interview_id", "number", "opened_by", "opened_at"),
        *("closed_at", "closed_by", "closed_because", "struck", "source_sha256", "source_pages"),
    ),
)

CERTIFICATE = Description(
    name="language_certificate",
    entity=LanguageCertificate,
    fields=(
        Field(
            name="kind",
            section="certificate",
            editor=Editor.CODE,
            codes=CertificateKind,
            until=Phase.ONCE,
            required=True,
        ),
        Field(name="place", section="certificate", editor=Editor.LINE, until=Phase.ONCE, required=True),
        Field(
            name="machine_assisted",
            section="certificate",
            editor=Editor.YES_NO,
            until=Phase.ONCE,
            required=True,
            rules=("V-T-07",),
        ),
        Field(
            name="registered_until",
            section="certificate",
            editor=Editor.DAY,
            until=Phase.ONCE,
            rules=("V-T-04",),
        ),
    ),
    internal=(
        *("id", "job_id", "interpreter_id", "user_id", "template_id", "translation_type", "made_from"),
        *("elements", "versions", "at", "signature", "reasons"),
        *("source_sha256", "source_pages"),
    ),
)

CONCEPT = Description(
    name="glossary_concept",
    entity=Concept,
    fields=(
        Field(name="domain", section="concept", editor=Editor.CODE, codes=TermDomain, until=_ALWAYS),
        Field(name="definition", section="concept", editor=Editor.TEXT, until=_ALWAYS),
        Field(name="definition_source", section="concept", editor=Editor.LINE, until=_ALWAYS),
        Field(name="legal_system", section="concept", editor=Editor.LINE, until=_ALWAYS),
    ),
    internal=("id", "case_id", "struck"),
)

TERM = Description(
    name="glossary_term",
    entity=Term,
    fields=(
        Field(name="term", section="term", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="language", section="term", editor=Editor.LANGUAGE, until=_ALWAYS, required=True),
        Field(name="status", section="term", editor=Editor.CODE, codes=TermStatus, until=_ALWAYS),
        Field(name="reliability", section="term", editor=Editor.NUMBER, until=_ALWAYS),
        Field(name="script", section="term", editor=Editor.LINE, until=_ALWAYS),
        Field(name="transliteration", section="term", editor=Editor.LINE, until=_ALWAYS),
        Field(name="part_of_speech", section="term", editor=Editor.LINE, until=_ALWAYS),
        Field(name="context", section="term", editor=Editor.TEXT, until=_ALWAYS),
        Field(name="source", section="term", editor=Editor.LINE, until=_ALWAYS),
        Field(
            name="checked_by",
            section="term",
            editor=Editor.REFERENCE,
            refers_to="interpreter",
            until=_ALWAYS,
        ),
        Field(name="checked_on", section="term", editor=Editor.DAY, until=_ALWAYS),
    ),
    internal=("id", "case_id", "concept_id", "struck"),
)

DESCRIPTIONS = (LANGUAGE_JOB, CERTIFICATE, CONCEPT, TERM)
