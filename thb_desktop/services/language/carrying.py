"""Carrying: what was noted at words of a former wording is noted at the next one, where they still stand."""

from collections.abc import Collection
from dataclasses import replace

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry

WHY = "These words stand in the next wording, and the note goes with them."
"""Why a note is struck out at the former wording; a window says it in its language."""


def answered_in(connection: Connection, version: RenderingVersion) -> frozenset[RowId]:
    """Return the ids of the annotations in the job of a version that somebody answered."""
    answers = registry.ANNOTATION_ANSWER.where(connection, "job_id", version.job_id)
    return frozenset(each.annotation_id for each in answers)


def carry_notes(
    connection: Connection,
    work: UnitOfWork,
    version: RenderingVersion,
    *,
    because: str = WHY,
    answered: Collection[RowId] | None = None,
) -> None:
    """Note at a new version what its author noted at former ones, if the same words stand in it once.

    The note at the former wording is struck out, with the reason. A question stays where it was asked, and
    a doubt that was answered where its answer is. What cannot go along stays, and is shown as left behind.
    It is done in an open transaction, before the version is signed. answered: `answered_in`, if it is known.
    """
    here = (version.id, version.segment_id)
    former = [
        each
        for each in language.annotations_of(connection, version.job_id, version.segment_id)
        if each.anchor.kind is AnchorKind.TEXT
        and each.anchor.of not in here
        and not each.struck
        and each.code is not AnnotationCode.QUERY
        and each.author_id == version.author_id
    ]
    if not former:
        return
    settled = answered_in(connection, version) if answered is None else answered
    for note in former:
        found = note.anchor.found_in(version.text)
        if found is None or note.id in settled:
            continue
        place = replace(found, of=version.id, digest=digest_of(version.text))
        moved = replace(
            note,
            id=RowId(work.new_id()),
            anchor=place,
            typed_by=version.typed_by,
            at=version.typed_at,
        )
        work.save(moved, replace(note, struck=because))
