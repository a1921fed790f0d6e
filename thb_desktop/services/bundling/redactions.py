"""Redactions: words of a version are masked by acts with a reason, and shown again with one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.address_rules import mentioned
from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import (
    CONTENT,
    METADATA,
    REDACTABLE,
    SHORTEST,
    Redaction,
    may_be_redacted,
    occurrences,
    standing,
    text_in,
)
from thb_desktop.domain.ids import DisclosureId, ExhibitId, FileId, RowId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.masked_text import rows_in, spans_of
from thb_desktop.domain.remarks import ATTESTATION, GOES_WHOLE, REMARKS, VERDICT, WORDS
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import (
    NotAllowedError,
    NotFoundError,
    ReasonMissingError,
    RedactionOverError,
    RedactionPlaceError,
)
from thb_desktop.services.bundling.file_texts import texts_in
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.bundling.maskable import Maskable, list_maskable, version_in
from thb_desktop.services.bundling.withheld_checks import words_withheld
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.persons.people import protected_texts
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.registry import table_named

_TOLD_BY_EVENTS = frozenset({"interview", "exhibit", "exhibit_file", "custody_event", VERDICT})
"""The tables of which events tell the words, but for what an extract leaves out: no event may say them,
whatever else the version shows.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Why something is masked, and which authority ordered it."""

    reason: RedactionReason
    ordered_by: str


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def list_redactions(session: Session, disclosure_id: DisclosureId) -> tuple[Redaction, ...]:
    """List what is masked in a version, in the order of entry, without what was withdrawn."""
    return redactions_of(session.read, disclosure_id)


def redactions_of(
    connection: Connection, disclosure_id: DisclosureId, *, until: datetime | None = None
) -> tuple[Redaction, ...]:
    """Return the redactions of a version that stand, or that stood in a second: the time of a bundle."""
    made = registry.REDACTION.where(connection, "disclosure_id", disclosure_id)
    return standing(each for each in made if until is None or each.at.replace(microsecond=0) <= until)


def ever_masked(connection: Connection, disclosure_id: DisclosureId) -> frozenset[str]:
    """Return the ids of the rows of which words are masked in a version, or were: a bundle may mask them."""
    made = registry.REDACTION.where(connection, "disclosure_id", disclosure_id)
    return frozenset(each.row for each in made if each.is_of_words)


def untold_words(redactions: Iterable[Redaction], shown: Iterable[str]) -> frozenset[str]:
    """Return the masked words that no event that is told may say: a correction tells a former text, and the
    reason of an act is told beside its rows.

    shown: the texts of what the version shows, without former ones. Words of a turn, a row, a remark or the
    text of a file that stand there openly may be said.
    """
    whole, elsewhere = set[str](), set[str]()
    for each in redactions:
        if each.anchor.kind is AnchorKind.TEXT and len(each.anchor.quoted) >= SHORTEST:
            is_told = each.entity in _TOLD_BY_EVENTS and each.is_of_words
            (whole if is_told else elsewhere).add(each.anchor.quoted)
    for text in shown if elsewhere else ():
        elsewhere.difference_update(mentioned(text, elsewhere))
    return frozenset(whole | elsewhere)


@permitted(Right.PREPARE_BUNDLES)
def redact_words(
    session: Session,
    disclosure_id: DisclosureId,
    *,
    entity: str,
    row: str,
    field: str,
    start: int,
    end: int,
    order: Order,
) -> Redaction:
    """Mask words of a text in a version: these code points of it, grown to whole characters.

    entity, row, field: the table, the id and the field of the text, for example `segment`, `source_text`.
    Of a remark or of what was found of signatures, which is withheld as a whole, the words that are chosen
    say why. Raises NotFoundError for a
    row that is not in the version, RedactionPlaceError where no words can be masked or some are already,
    AnchorMismatchError for a place that is not in the text, and ReasonMissingError without who ordered it.
    """
    held = _row(session, disclosure_id, entity, row)
    goes_whole = (entity in GOES_WHOLE, field) == (True, WORDS)
    if not goes_whole and (not may_be_redacted(entity, field) or field == METADATA):
        raise RedactionPlaceError("words in this field cannot be masked")
    whole = words_withheld(held) if goes_whole else text_in(held, field)
    text = _text_of_file(session, held) if field == CONTENT else whole
    anchor = Anchor.of_text(row, text, start, end)
    for each in redactions_of(session.read, disclosure_id):
        same = (each.entity, each.row, each.field) == (entity, row, field)
        if same and (goes_whole or each.anchor.overlaps(anchor)):
            raise RedactionPlaceError("some of these words are masked already")
    return _redacted(session, disclosure_id, (entity, field), anchor, order)


@permitted(Right.PREPARE_BUNDLES)
def redact_cells(
    session: Session, disclosure_id: DisclosureId, file_id: FileId, cells: tuple[int, ...], order: Order
) -> Redaction:
    """Mask cells of a table that is a plain text.

    cells: left, top, right, bottom in columns and rows, from 0; what lies below the last row is left out.

    Raises NotFoundError for a file that is not in the version, RedactionPlaceError where no cell with
    something in it is, or the file is no such table, ReasonMissingError.
    """
    held = _row(session, disclosure_id, "exhibit_file", file_id)
    text = _text_of_file(session, held)
    left, top, right, bottom = cells
    try:
        anchor = Anchor.of_cells(file_id, text, (left, top, right, min(bottom, len(rows_in(text)))))
    except ValueError:
        raise RedactionPlaceError("these are no cells of a table") from None
    if not spans_of(anchor, text):
        raise RedactionPlaceError("no cell of the table with something in it is there")
    return _redacted(session, disclosure_id, ("exhibit_file", CONTENT), anchor, order)


def _text_of_file(session: Session, held: object) -> str:
    """Raises RedactionPlaceError for a file that is no plain text, or that this user may not read."""
    exhibit, file = ExhibitId(getattr(held, "exhibit_id", "")), FileId(getattr(held, "id", ""))
    for _, text in texts_in(session, exhibit, file):
        return text
    raise RedactionPlaceError("the file is no plain text in which words can be masked")


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def redact_everywhere(
    session: Session, disclosure_id: DisclosureId, words: str, order: Order
) -> tuple[Redaction, ...]:
    """Mask these words wherever they stand by themselves in what can be masked of a version.

    Capitals do not matter, accents do. What is masked already stays so. Raises NotFoundError for an unknown
    version, ReasonMissingError without words or without who ordered it.
    """
    if is_blank(words):
        raise ReasonMissingError("a redaction says which words")
    return _redact_all(
        session, disclosure_id, lambda each: occurrences(each.row, each.text, words.strip()), order
    )


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def redact_identities(session: Session, disclosure_id: DisclosureId, order: Order) -> tuple[Redaction, ...]:
    """Mask wherever what is sealed of a protected person of the case stands in a version, in each form in
    which the bundle is searched for it (`identity_scan`). Nothing of the identities is told; the log of
    consultations names whose were compared.

    Raises NotFoundError, ReasonMissingError, NotAllowedError for a user without their key.
    """
    case_id = version_in(session.read, disclosure_id).case_id
    search, sealed = register_of(session, case_id).search, protected_texts(session, case_id)
    if search is None or sealed is None:
        raise NotAllowedError("only who holds the key of protected identities can compare with them")

    def find(each: Maskable) -> Iterable[Anchor]:
        found = [one for words in sealed for one in occurrences(each.row, each.text, words)]
        found += (Anchor.of_text(each.row, each.text, *span) for span in search.spans(each.text))
        return sorted(found, key=lambda one: (one.start - one.end, one.start))

    return _redact_all(session, disclosure_id, find, order)


def _redact_all(
    session: Session, disclosure_id: DisclosureId, find: Callable[[Maskable], Iterable[Anchor]], order: Order
) -> tuple[Redaction, ...]:
    """Mask what is found in each text, the first places first, where nothing is masked yet."""
    if is_blank(order.ordered_by):
        raise ReasonMissingError("a redaction says who ordered it")
    texts = list_maskable(session, disclosure_id)
    taken: dict[tuple[str, str], list[Anchor]] = {}
    for one in redactions_of(session.read, disclosure_id):
        taken.setdefault((one.row, one.field), []).append(one.anchor)
    made: list[Redaction] = []
    with session.work() as work:
        for each in texts:
            there = taken.setdefault((each.row, each.field), [])
            for anchor in find(each):
                if not any(anchor.overlaps(other) for other in there) and not (there and each.goes_whole):
                    there.append(anchor)
                    where = disclosure_id, each.entity, each.field
                    made.append(_new(session, work, where, anchor, order))
        if made:
            work.save(*made)
            work.record(disclosure_id, VaultAction.REDACTION_MADE, order.reason)
    return tuple(made)


@permitted(Right.PREPARE_BUNDLES)
def redact_content(
    session: Session,
    disclosure_id: DisclosureId,
    anchor: Anchor,
    order: Order,
) -> Redaction:
    """Withhold a part of the content of a file: of a page, of a recording, or a row of it.

    The file then stays in the office: it leaves as a masked copy alone. Raises NotFoundError for a file that
    is not in the version, RedactionPlaceError for a place in words or in other content than the file has,
    ReasonMissingError.
    """
    file = _row(session, disclosure_id, "exhibit_file", anchor.of)
    if anchor.kind in (AnchorKind.TEXT, AnchorKind.CELLS) or anchor.digest != file.sha256:  # type: ignore[attr-defined]  # it is a file
        raise RedactionPlaceError("this names no place in the content of the file as it is")
    return _redacted(session, disclosure_id, ("exhibit_file", CONTENT), anchor, order)


@permitted(Right.PREPARE_BUNDLES)
def redact_metadata(
    session: Session, disclosure_id: DisclosureId, file_id: FileId, order: Order
) -> tuple[Redaction, ...]:
    """Withhold what a file says of itself beside its content, and its name: it leaves as a copy alone.

    Of a name in which words are masked already, the rest stays. Raises NotFoundError, RedactionPlaceError
    where that was done already, ReasonMissingError.
    """
    file = _row(session, disclosure_id, "exhibit_file", file_id)
    own = [each for each in redactions_of(session.read, disclosure_id) if each.row == file_id]
    if any(each.field == METADATA for each in own):
        raise RedactionPlaceError("the metadata of this file are masked already")
    if is_blank(order.ordered_by):
        raise ReasonMissingError("a redaction says who ordered it")
    name = text_in(file, "name")
    anchors = {METADATA: Anchor.of_row(file_id, file.sha256, "exhibit_file")}  # type: ignore[attr-defined]  # it is a file
    if not any(each.field == "name" for each in own):
        anchors["name"] = Anchor.of_text(file_id, name, 0, len(name))
    with session.work() as work:
        made = tuple(
            _new(session, work, (disclosure_id, "exhibit_file", field), anchor, order)
            for field, anchor in anchors.items()
        )
        work.save(*made)
        work.record(disclosure_id, VaultAction.REDACTION_MADE, order.reason)
    return made


@permitted(Right.PREPARE_BUNDLES)
def withdraw_redaction(session: Session, redaction_id: RowId, because: str) -> Redaction:
    """Show again what was masked in a version.

    Raises NotFoundError, ReasonMissingError, RedactionOverError.
    """
    redaction = registry.REDACTION.find(session.read, redaction_id)
    if redaction is None or redaction.withdraws_id is not None:
        raise NotFoundError("there is no such redaction in this vault")
    if is_blank(because):
        raise ReasonMissingError("a redaction is withdrawn for a reason")
    if redaction not in redactions_of(session.read, redaction.disclosure_id):
        raise RedactionOverError("this redaction was withdrawn already")
    with session.work() as work:
        ended = replace(
            redaction,
            id=RowId(work.new_id()),
            by=session.user.id,
            at=work.at,
            withdraws_id=redaction.id,
            because=because.strip(),
        )
        work.save(ended)
        work.record(redaction.disclosure_id, VaultAction.REDACTION_WITHDRAWN, ended.because)
    return ended


def _redacted(
    session: Session,
    disclosure_id: DisclosureId,
    where: tuple[str, str],
    anchor: Anchor,
    order: Order,
) -> Redaction:
    if is_blank(order.ordered_by):
        raise ReasonMissingError("a redaction says who ordered it")
    with session.work() as work:
        redaction = _new(session, work, (disclosure_id, *where), anchor, order)
        work.save(redaction)
        work.record(disclosure_id, VaultAction.REDACTION_MADE, order.reason)
    return redaction


def _new(
    session: Session, work: UnitOfWork, where: tuple[DisclosureId, str, str], anchor: Anchor, order: Order
) -> Redaction:
    """where: the version, the table and the field."""
    version, entity, name = where
    return Redaction(
        id=RowId(work.new_id()),
        disclosure_id=version,
        entity=entity,
        field=name,
        anchors=(anchor,),
        reason=order.reason,
        ordered_by=order.ordered_by.strip(),
        by=session.user.id,
        at=work.at,
    )


def _row(session: Session, disclosure_id: DisclosureId, entity: str, row: str) -> object:
    """Return a row of an item that is in the version. Raises NotFoundError, RedactionPlaceError."""
    disclosure = version_in(session.read, disclosure_id)
    connection = session.read
    if entity not in REDACTABLE and entity not in GOES_WHOLE:
        raise RedactionPlaceError("words in this table cannot be masked")
    held = table_named(entity).find(connection, row)
    if isinstance(held, RenderingVersion) and not held.salt:
        raise RedactionPlaceError("this version of a translation was signed as a whole")
    record, exhibit = record_of(connection, entity, row), getattr(held, "exhibit_id", row)
    if held is None or not (record in disclosure.interview_ids or exhibit in disclosure.exhibit_ids):
        raise NotFoundError("this is not in the version")
    return held


def record_of(connection: Connection, entity: str, row: str) -> str:
    """Return the id of the record of which something is a row; empty for a row of an exhibit."""
    if entity == "interview":
        return row
    held = table_named(entity).find(connection, row)
    if entity in REMARKS and entity != ATTESTATION and held is not None:
        held = registry.LANGUAGE_JOB.find(connection, held.job_id)  # type: ignore[attr-defined]  # of a job
    if entity in ("rendering", "rendering_version") and held is not None:
        held = registry.SEGMENT.find(connection, held.segment_id)  # type: ignore[attr-defined]  # of a turn
    return str(getattr(held, "interview_id", ""))
