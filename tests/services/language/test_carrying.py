"""Notes go along into the next wording of a turn, whoever types it, in the act that writes it."""

import pytest

from tests.services.language.test_exchange import XLIFF, rewritten, sent
from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_states import WorkState, annotations_of
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.services.language import annotations, exchange, versions
from thb_desktop.vault.tables import chain

DRAFT = v.RenderingState.DRAFT
BEFORE, AFTER = "Do you understand me?", "Do you understand it all?"


def note_at(desk: JobSetup, version: RenderingVersion, quoted: str, **changes: object) -> Annotation:
    start = version.text.index(quoted)
    place = Anchor.of_text(version.id, version.text, start, start + len(quoted))
    return annotations.annotate(
        desk.session, desk.job.id, noted(desk, anchor=place, **changes), signer=desk.first.signer
    )


def standing(desk: JobSetup) -> dict[str, str]:
    """The words of each note that stands, by its text."""
    return {each.text: each.anchor.quoted for each in desk.work().annotations if not each.struck}


def count_events(desk: JobSetup) -> int:
    return sum(1 for _ in chain.entries(desk.session.read))


@pytest.mark.parametrize("typed_by_the_clerk", [True, False])
def test_a_note_goes_with_its_words_and_one_whose_words_are_gone_stays(
    desk: JobSetup, typed_by_the_clerk: bool
):
    first = desk.write(BEFORE)
    kept = note_at(desk, first, "understand", text="Stays")
    gone = note_at(desk, first, "me?", text="Gone")
    of_source = annotations.annotate(desk.session, desk.job.id, noted(desk, text="Of the source"))
    events = count_events(desk)

    changes = {"signer": None, "state": DRAFT} if typed_by_the_clerk else {}
    second = desk.write(AFTER, **changes)

    work = desk.work()
    here = {each.text: each for each in annotations_of(second, work.annotations)}
    assert here.keys() == {"Stays", "Of the source"}
    assert here["Stays"].anchor == Anchor.of_text(second.id, AFTER, 7, 17)
    assert (here["Stays"].author_id, here["Stays"].typed_by) == (desk.first.id, desk.session.user.id)
    struck = {each.id for each in work.annotations if each.struck}
    assert struck == {kept.id}
    assert {gone.id, of_source.id} <= {each.id for each in work.annotations}
    # One act writes the wording and takes the note along; the linguist's signature is another.
    assert count_events(desk) == events + (1 if typed_by_the_clerk else 2)
    signed = WorkState.UNSIGNED if typed_by_the_clerk else WorkState.SELF_CHECKED
    assert desk.state(second.id) is signed


def test_a_note_that_stayed_behind_goes_along_as_soon_as_its_words_stand_again(desk: JobSetup):
    note_at(desk, desk.write(BEFORE), "me?", text="Back again")
    desk.write(AFTER)

    third = desk.write("You: do you hear me?")

    (note,) = annotations_of(third, desk.work().annotations)
    assert (note.text, note.anchor.quoted) == ("Back again", "me?")


def test_words_that_stand_twice_carry_no_note(desk: JobSetup):
    note_at(desk, desk.write("Yes."), "Yes", text="Which one?")

    second = desk.write("Yes, yes: Yes, Yes.")

    assert annotations_of(second, desk.work().annotations) == ()
    assert standing(desk) == {"Which one?": "Yes"}


def test_a_question_and_a_doubt_that_was_answered_stay_with_their_answer(desk: JobSetup):
    first = desk.write(BEFORE)
    query = note_at(desk, first, "you", code=v.AnnotationCode.QUERY, text="Who?")
    doubt = note_at(desk, first, "understand", code=v.AnnotationCode.AMBIGUOUS, text="Or hear?")
    annotations.answer(desk.session, doubt.id, "Understand.")

    second = desk.write(AFTER)

    assert annotations_of(second, desk.work().annotations) == ()
    assert {each.id for each in desk.work().annotations if not each.struck} == {query.id, doubt.id}


def test_notes_go_along_with_a_file_that_comes_back(desk: JobSetup):
    note_at(desk, desk.write("Do you?"), "you", text="Polite form")
    data = rewritten(sent(desk), XLIFF, "</mrk>?</target>", "</mrk> understand?</target>")

    (made,) = exchange.import_versions(desk.session, desk.job.id, data, XLIFF).versions

    (note,) = annotations_of(made, desk.work().annotations)
    assert (note.text, note.anchor.of, note.anchor.start) == ("Polite form", made.id, 3)


def test_a_note_is_placed_again_by_one_act_and_signed_with_the_version(desk: JobSetup):
    gone = note_at(desk, desk.write(BEFORE), "me?", text="Gone")
    second = desk.write(AFTER)
    place = Anchor.of_text(second.id, AFTER, 18, 24)
    events = count_events(desk)

    placed = annotations.place_again(
        desk.session, gone.id, place, "Its words changed", signer=desk.first.signer
    )

    assert count_events(desk) == events + 1
    assert standing(desk) == {"Gone": "it all"}
    assert (placed.code, placed.basis, placed.author_id) == (gone.code, gone.basis, gone.author_id)
    assert desk.work().annotations[0].struck == "Its words changed"
    assert desk.state(second.id) is WorkState.SELF_CHECKED


def test_a_note_is_placed_in_the_present_wording_alone_and_for_a_reason(desk: JobSetup):
    first = desk.write(BEFORE)
    gone = note_at(desk, first, "me?", text="Gone")
    second = desk.write(AFTER)
    here = Anchor.of_text(second.id, AFTER, 0, 2)

    for annotation_id, place, because, refusal in (
        (gone.id, Anchor.of_text(first.id, BEFORE, 0, 2), "Again", errors.AnchorMismatchError),
        (gone.id, here, " ", errors.ReasonMissingError),
        (RowId("none"), here, "Again", errors.NotFoundError),
    ):
        with pytest.raises(refusal):
            annotations.place_again(desk.session, annotation_id, place, because)
    annotations.place_again(desk.session, gone.id, here, "Again")
    with pytest.raises(errors.StruckOutError):
        annotations.place_again(desk.session, gone.id, here, "Twice")


def test_the_reason_why_a_note_went_along_is_that_of_the_window(desk: JobSetup):
    note_at(desk, desk.write(BEFORE), "understand", text="Stays")

    versions.write_version(
        desk.session,
        desk.job.id,
        desk.turns[0].id,
        AFTER,
        signer=desk.first.signer,
        along="Les mots restent",
    )

    assert desk.work().annotations[0].struck == "Les mots restent"
