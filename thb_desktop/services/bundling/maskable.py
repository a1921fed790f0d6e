"""The texts of a version in which words can be masked."""

from collections.abc import Iterator
from dataclasses import dataclass

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import CONTENT, Disclosure, fields_in, text_in
from thb_desktop.domain.ids import DisclosureId, ExhibitId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import RemarkKind
from thb_desktop.domain.remarks import ATTESTATION, GOES_WHOLE, VERDICT, WORDS, words_of_remark
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError
from thb_desktop.services.bundling.file_texts import texts_in
from thb_desktop.services.bundling.masked_remarks import kind_of, remarks_of
from thb_desktop.services.bundling.withheld_checks import words_withheld
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language.jobs import get_job
from thb_desktop.services.testimony import records
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.registry import table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Maskable:
    """A text of a version in which words can be masked. number: of the record, the translation or the
    exhibit; place: the label of a turn, the name of a file whose content it is, the number of a custody
    event, or empty. language: of the text, if it has one. kind: of a remark.
    """

    entity: str
    row: str
    field: str
    text: str
    number: str
    place: str = ""
    language: str = ""
    kind: RemarkKind | None = None

    @property
    def goes_whole(self) -> bool:
        """Whether all of it is withheld where words of it are masked."""
        return self.entity in GOES_WHOLE


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def list_maskable(session: Session, disclosure_id: DisclosureId) -> tuple[Maskable, ...]:
    """List the texts of a version in which words can be masked, in the order of its records and exhibits.

    Texts that files hold are among them, after the name of the file. Raises NotFoundError.
    """
    return tuple(_maskable(session, version_in(session.read, disclosure_id)))


def version_in(connection: Connection, disclosure_id: DisclosureId) -> Disclosure:
    """Return a version. Raises NotFoundError."""
    disclosure = registry.DISCLOSURE.find(connection, disclosure_id)
    if disclosure is None:
        raise NotFoundError("there is no such version in this vault")
    return disclosure


def _maskable(session: Session, disclosure: Disclosure) -> Iterator[Maskable]:
    for interview in disclosure.interview_ids:
        record = records.get_interview(session, interview)
        number = record.interview.number
        yield from _texts_of("interview", record.interview, number=number)
        for full in record.segments:
            where = {"number": number, "place": full.label}
            yield from _texts_of("segment", full.segment, language=full.segment.language, **where)
            for rendering in full.renderings:
                yield from _texts_of("rendering", rendering, language=rendering.language, **where)
        yield from _translated(session, record)
        yield from _remarks(session, record)
        for row in record.rows:
            yield from _texts_of(table_of(row).name, row, number=number)
        for each in record.certifications:
            yield Maskable(
                entity=ATTESTATION,
                row=each.id,
                field=WORDS,
                text=each.statement,
                number=number,
                kind=RemarkKind.ATTESTATION,
            )
    for exhibit in disclosure.exhibit_ids:
        yield from _exhibited(session, exhibit)


def _exhibited(session: Session, exhibit: ExhibitId) -> Iterator[Maskable]:
    found = exhibits.get_exhibit(session, exhibit)
    yield from _texts_of("exhibit", found.exhibit, number=found.exhibit.number)
    for file in found.files:
        yield from _texts_of("exhibit_file", file, number=found.exhibit.number)
    for entry in found.custody:
        where = {"number": found.exhibit.number, "place": str(entry.event.number)}
        yield from _texts_of("custody_event", entry.event, **where)
    names = {each.id: each.name for each in found.files}
    for check in registry.SIGNATURE_CHECK.where(session.read, "exhibit_id", exhibit):
        if text := words_withheld(check):
            yield Maskable(
                entity=VERDICT,
                row=check.id,
                field=WORDS,
                text=text,
                number=found.exhibit.number,
                place=names.get(check.file_id, ""),
            )
    for file, text in texts_in(session, exhibit):
        yield Maskable(
            entity="exhibit_file",
            row=file.id,
            field=CONTENT,
            text=text,
            number=found.exhibit.number,
            place=file.name,
        )


def _translated(session: Session, record: InterviewInFull) -> Iterator[Maskable]:
    """The last version of each turn in each job, without those that were signed as a whole."""
    labels = {each.segment.id: each.label for each in record.segments}
    for job in registry.LANGUAGE_JOB.where(session.read, "interview_id", record.interview.id):
        versions = registry.RENDERING_VERSION.where(session.read, "job_id", job.id) if not job.struck else ()
        newest = {each.segment_id: each for each in sorted(versions, key=lambda one: one.number)}
        for segment_id, label in labels.items():
            version = newest.get(segment_id)
            if version is not None and version.salt:
                where = {"number": job.number, "place": label, "language": job.target_language}
                yield from _texts_of("rendering_version", version, **where)


def _remarks(session: Session, record: InterviewInFull) -> Iterator[Maskable]:
    """What is written about its translations: of each, all words as one text."""
    labels = {str(each.segment.id): each.label for each in record.segments}
    for job in registry.LANGUAGE_JOB.where(session.read, "interview_id", record.interview.id):
        if job.struck:
            continue
        for entity, row, turn in remarks_of(session.read, get_job(session, job.id)):
            if text := words_of_remark(row):
                yield Maskable(
                    entity=entity,
                    row=str(getattr(row, "id", "")),
                    field=WORDS,
                    text=text,
                    number=job.number,
                    place=labels.get(turn, ""),
                    kind=kind_of(entity, row),
                )


def _texts_of(
    entity: str, row: object, *, number: str, place: str = "", language: str = ""
) -> Iterator[Maskable]:
    for name in fields_in(entity, row):
        if text := text_in(row, name):
            yield Maskable(
                entity=entity,
                row=str(getattr(row, "id", "")),
                field=name,
                text=text,
                number=number,
                place=place,
                language=language or name.partition("/")[2],
            )
