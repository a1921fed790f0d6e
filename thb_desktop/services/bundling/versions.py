"""Versions: what a bundle prints for one recipient, with marks in the place of what is masked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from hashlib import sha256

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.bundle import CaseFrame, Finance
from thb_desktop.domain.bundle_proof import RecordFile
from thb_desktop.domain.bundle_withheld import RedactionTold, VersionTold
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import SHORTEST, Disclosure, Redaction
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import CaseId, DisclosureId, ExhibitId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.masking import Masks, Row, has_mark
from thb_desktop.domain.remarks import VERDICT
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.errors import MarkInTextError, MaskedTransferError, WordsLeftError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.disclosures import (
    disclosure_in,
)
from thb_desktop.services.bundling.file_texts import in_copies_alone
from thb_desktop.services.bundling.masked_copies import copies_in
from thb_desktop.services.bundling.masked_jobs import (
    OF_TRANSLATIONS,
    left_in_jobs,
    places_in_jobs,
    told_of_translated,
    verify_not_superseded,
    versions_by_turn,
)
from thb_desktop.services.bundling.masked_remarks import remark_places, verify_remarks_present
from thb_desktop.services.bundling.originals import originals_of
from thb_desktop.services.bundling.redactions import redactions_of, untold_words
from thb_desktop.services.bundling.version_places import told_of_redaction
from thb_desktop.services.bundling.version_quality import quality_of_exhibit, quality_of_record
from thb_desktop.services.bundling.version_scope import scope_of_version
from thb_desktop.services.bundling.withheld_checks import told_of_check, words_withheld
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import signature_checks
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one bundle prints of its records and exhibits. disclosure: None for a bundle without masks.

    instead: the file of the masked copy that stands for a text that is not shown. untold: digests of such
    texts, by which what is masked could be guessed. checks: of signatures in files of the exhibits, also
    those that are withheld. redactions: all of the version, also in a translation or a text of a file that
    this bundle does not print.
    """

    disclosure: Disclosure | None = None
    masks: Masks = field(default_factory=Masks)
    instead: Mapping[str, str] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()
    checks: tuple[SignatureCheck, ...] = ()
    redactions: tuple[Redaction, ...] = ()

    def untold_words(self, shown: Iterable[object]) -> frozenset[str]:
        """Masked words that no event that is told may say. shown: what the version shows, without former
        texts.
        """
        return untold_words(self.redactions, ("\n".join(texts_of(each)) for each in shown))

    @property
    def masked(self) -> frozenset[str]:
        """The ids of the rows of which words are masked."""
        return self.masks.rows

    def masked_in(self, shown: InterviewInFull) -> frozenset[str]:
        """The ids of the rows of a record that are shown otherwise than they were signed."""
        turns = {each.segment.id for each in shown.segments} & self.masked
        return self.masked | {
            one.id for each in shown.segments for one in each.renderings if one.segment_id in turns
        }

    def finance(self, finance: Finance) -> Finance:
        """The money without what a version withholds whatever it says: why accounts are the same."""
        if self.disclosure is None:
            return finance
        return replace(
            finance, statements=tuple(replace(each, same_because="") for each in finance.statements)
        )

    def frame(self, frame: CaseFrame) -> CaseFrame:
        """The frame without corrections of what is masked, which tell words of before and after, and without
        what was found of signatures where it is withheld.
        """
        kept = tuple(each for each in frame.corrections if each.subject_id not in self.masked)
        checks = tuple(each for each in frame.checks if each.id not in self.masked)
        return replace(frame, corrections=kept, checks=checks)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def as_disclosed(session: Session, case_id: CaseId, options: BundleOptions) -> BundleOptions:
    """Return the choices as the version says them, if one is named. Raises NotFoundError."""
    if options.disclosure_id is None:
        return options
    disclosure = disclosure_in(session.read, case_id, options.disclosure_id)
    request = (disclosure.instrument_id,) if disclosure.instrument_id else ()
    unshown = in_copies_alone(session.read, redactions_of(session.read, disclosure.id))
    shown = (each for each in disclosure.exhibit_ids if each not in unshown)
    return replace(
        options,
        purpose=disclosure.purpose,
        recipient=disclosure.recipient,
        interview_ids=disclosure.interview_ids,
        exhibit_ids=(*shown, *_copied(session, disclosure.id)),
        further=tuple(dict.fromkeys((*options.further, *request))),
        transfer=replace(
            options.transfer, instrument_id=options.transfer.instrument_id or disclosure.instrument_id
        ),
    )


def _copied(session: Session, disclosure_id: DisclosureId) -> tuple[ExhibitId, ...]:
    """The masked copies that were made for a version: nothing else comes into it later."""
    return tuple(each.exhibit_id for each in copies_in(session.read, disclosure_id).values())


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def version_of(
    session: Session,
    case_id: CaseId,
    options: BundleOptions,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    *,
    jobs: Sequence[JobOutward] = (),
) -> Version:
    """Return the version of a bundle. Raises MarkInTextError for words that look like a mark, and
    RedactionStaleError where a linguist wrote a later version of a masked one.
    """
    if options.disclosure_id is None:
        return Version()
    disclosure = disclosure_in(session.read, case_id, options.disclosure_id)
    redactions = redactions_of(session.read, disclosure.id)
    texts = registry.EXHIBIT_FILE.among(session.read, "id", [e.row for e in redactions if e.is_of_text])
    copies = copies_in(session.read, disclosure.id)
    instead = {str(each.id): str(copies[each.id].copy_id) for each in texts if each.id in copies}
    verify_not_superseded(session.read, redactions, jobs)
    verify_remarks_present(session.read, redactions, jobs)
    checks = signature_checks.of_exhibits(session, [each.exhibit.id for each in taken])
    masks = Masks.of(redactions, held, taken, instead, jobs, checks=checks)
    if has_mark(text for each in (*held, *taken, *jobs) for text in texts_of(each)):
        raise MarkInTextError("a text looks like the mark of a redaction")
    untold = frozenset(each.sha256 for each in texts)
    return Version(
        disclosure=disclosure,
        masks=masks,
        instead=instead,
        untold=untold,
        checks=checks,
        redactions=redactions,
    )


def verify_nothing_left(
    version: Version,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    jobs: Sequence[JobOutward] = (),
) -> None:
    """Raise WordsLeftError if masked words of a turn, header or exhibit stand in another text of the same (of
    an exhibit also in what was found of signatures in it), in
    what linguists made of the turn, or if a record tells the digest of a text in which words are masked;
    MaskedTransferError if a party confirmed a transfer of which words are masked.

    held, taken, jobs: as they are shown.
    """
    if numbers := tuple(each.exhibit.number for each in taken if _tells_digest(version, each)):
        raise MaskedTransferError("a confirmation tells the digest of what is masked", numbers)
    translated = versions_by_turn(jobs)
    places = [each.interview.number for each in held if not version.untold.isdisjoint(texts_of(each))]
    for full in held:
        if _stand_in(version, {full.interview.id}, [*texts_of(full.interview)]):
            places.append(full.interview.number)
        for each in full.segments:
            rows: tuple[Row, ...] = (
                each.segment,
                *each.renderings,
                *full.corrections_of(each.segment),
            )
            own = {row.id for row in rows} | translated.get(each.segment.id, set())
            if _stand_in(version, own, [text for row in rows for text in texts_of(row)]):
                places.append(f"{full.interview.number}, {each.label}")
        if _stand_in(version, _rows_of(full), [each.statement for each in full.certifications]):
            places.append(full.interview.number)
    for one in taken:
        held_by: tuple[Row, ...] = (one.exhibit, *one.files, *(entry.event for entry in one.custody))
        checks = [each for each in version.checks if each.exhibit_id == one.exhibit.id]
        texts = [
            *texts_of(held_by),
            *(words_withheld(each) for each in checks if each.id not in version.masked),
        ]
        if _stand_in(version, {row.id for row in (*held_by, *checks)}, texts):
            places.append(one.exhibit.number)
    places += left_in_jobs(version.masks, held, jobs)
    if places:
        raise WordsLeftError("masked words stand there again", tuple(places))


def _rows_of(full: InterviewInFull) -> set[str]:
    """The ids of all rows of a record in which words can be masked."""
    own = {full.interview.id, *(each.id for each in (*full.rows, *full.certifications))}
    turns = {each.segment.id for each in full.segments}
    return own | turns | {one.id for each in full.segments for one in each.renderings}


def _tells_digest(version: Version, each: ExhibitInFull) -> bool:
    """Whether a confirmation tells the digest of a transfer of which, or of whose correction, words are
    masked: what is masked could be guessed from it.
    """
    confirmed = {entry.event.confirms for entry in each.custody if entry.event.confirms}
    return any(
        entry.event.id in version.masked and not confirmed.isdisjoint((entry.event.id, entry.event.corrects))
        for entry in each.custody
    )


def check_words_left(version: Version, shown: Iterable[tuple[str, object]]) -> Iterator[Finding]:
    """Tell where masked words stand elsewhere in what is shown, by the names of the places."""
    quoted = [each for each in _quoted(version.masks) if each]
    if not quoted:
        return
    if places := tuple(name for name, value in shown if mentions("\n".join(texts_of(value)), quoted)):
        yield warn("masked-words-elsewhere", places=places)


def texts_of(value: object) -> Iterator[str]:
    """Return every text in a value, down to its rows."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple):
            waiting += each
        elif is_dataclass(each):
            waiting += [getattr(each, one.name) for one in fields(each)]


def _quoted(masks: Masks, rows: Iterable[str] | None = None) -> list[str]:
    wanted = None if rows is None else frozenset(rows)
    return [
        each.anchor.quoted
        for _, each in masks.numbered
        if len(each.anchor.quoted) >= SHORTEST and (wanted is None or each.row in wanted)
    ]


def _stand_in(version: Version, rows: set[str], texts: Sequence[str]) -> bool:
    quoted = _quoted(version.masks, rows)
    return bool(quoted) and mentions("\n".join(texts), quoted)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def told_of_version(
    session: Session,
    version: Version,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    files: Sequence[RecordFile],
    *,
    jobs: Sequence[JobOutward] = (),
    signed_whole: Sequence[str] = (),
) -> VersionTold | None:
    """Return what the bundle tells of the version; None if it prints none.

    held, taken, jobs: as they are shown. signed_whole: the numbers of jobs that are left out because their
    linguist signed masked words with the rest.
    """
    disclosure = version.disclosure
    if disclosure is None:
        return None
    request = disclosure.instrument_id
    instrument = registry.INSTRUMENT.find(session.read, request) if request else None
    trees = [(each, RecordTree.parse(each.data)) for each in files if each.kind in ("interview", "exhibit")]
    places = {
        str(value["id"]): (file, tree, name)
        for file, tree in trees
        for name in tree.parts
        if isinstance(value := tree.value(name), dict) and "id" in value
    }
    numbers = {each.exhibit.id: each.exhibit.number for each in taken}
    copies = copies_in(session.read, disclosure.id)
    copied = {str(file): numbers.get(each.exhibit_id, "") for file, each in copies.items()}
    translated, remarks = places_in_jobs(held, jobs), remark_places(held, jobs)
    redactions: list[RedactionTold] = []
    files_of = {str(each.id): str(each.file_id) for each in version.checks}
    for number, each in version.masks.numbered:
        if each.entity == VERDICT:
            held_in, _, part = places[files_of[each.row]]
            redactions.append(told_of_check(number, each, (held_in.number, part)))
        elif (where := translated.get(each.row) or remarks.get(number)) is not None:
            redactions.append(told_of_translated(number, each, where))
        elif (own := version.instead.get(each.row, each.row)) in places or each.entity not in OF_TRANSLATIONS:
            redactions.append(told_of_redaction(number, each, places[own], copied))
        # Else their job is left out, their note with its turn, or what they attest with its language.
    marked = {(each.kind, each.record, each.part) for each in redactions}
    return VersionTold(
        id=disclosure.id,
        state=state_of_version(session, disclosure.id),
        number=disclosure.number,
        instrument=f"{instrument.number} {instrument.reference}".strip() if instrument else "",
        basis=disclosure.basis,
        redactions=tuple(redactions),
        records=tuple(
            (each.number, tree.digest, sha256(each.data).hexdigest()) for each, tree in trees if tree.masked
        ),
        silent=tuple(
            (each.number, name)
            for each, tree in trees
            for name in sorted(tree.masked)
            if (each.kind, each.number, name) not in marked
        ),
        signed_whole=tuple(signed_whole),
        originals=originals_of(session, disclosure.id, version.redactions),
        scope=scope_of_version(session.read, disclosure),
        quality=(
            *(quality_of_record(each, version.masks) for each in held),
            *(quality_of_exhibit(session.read, each, version.masks, version.checks) for each in taken),
        ),
    )


@permitted(Right.PREPARE_BUNDLES)
def state_of_version(session: Session, disclosure_id: DisclosureId) -> str:
    """Return the SHA-256 (hex) of the redactions that stand in a version, and of its masked copies: another
    one if any changed.
    """
    standing = [each.id for each in redactions_of(session.read, disclosure_id)]
    standing += [each.id for each in copies_in(session.read, disclosure_id).values()]
    return sha256("\n".join(sorted(standing)).encode()).hexdigest()
