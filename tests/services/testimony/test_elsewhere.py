"""Statements made elsewhere: taken over from a file that prevails, compared, signed as a copy."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from tests.support.documents import pdf_of
from tests.support.offices import by_hand, registered
from tests.support.records import held, outcome
from tests.support.testimony import correction, signature
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.page_comparisons import compared_pages, lines_told, page_digest, placed
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import (
    InterviewState,
    SignatureMethod,
    SignerRole,
    SpeakerRole,
    TakenWay,
    UtteranceKind,
)
from thb_desktop.errors import (
    AlreadyExistsError,
    AnchorMismatchError,
    ComparisonMissingError,
    NotElsewhereError,
    NotFoundError,
    RecordFrozenError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.testimony import elsewhere, formalities, interviews, read_back, records, segments
from thb_desktop.services.testimony.elsewhere import TakenTurn
from thb_desktop.vault.database import IntegrityError

SAID = {
    "taken_by": "Procuror Ionescu",
    "authority": "Parchetul Bacau",
    "signed": SignatureMethod.HANDWRITTEN_ON_PAPER,
}


@pytest.fixture
def file(session: Session, small) -> ExhibitFile:
    found = registered(session, small)
    return exhibit_files.add_file(
        session, found.id, source=BytesIO(pdf_of()), name="s.pdf", media_type="application/pdf"
    )


def header(small, **changes: Any) -> Interview:
    told: dict[str, Any] = {
        "id": InterviewId(""),
        "case_id": small.case.id,
        "number": "S-RO-03",
        "person_id": small.person.id,
        "language": "ro",
        "procedure_language": "fr",
        "held_on": PartialDate("2026-02-14"),
    }
    return Interview(**{**told, **changes})


def begun(session: Session, small, file: ExhibitFile, **changes: Any) -> Interview:
    return elsewhere.begin_statement(session, header(small, **changes), file.id, 2, SAID)


def taken(
    file: ExhibitFile, page: int, line: int, text: str, *, way: TakenWay = TakenWay.EXTRACTED
) -> TakenTurn:
    kind = UtteranceKind.QUESTION if text.endswith("?") else UtteranceKind.ANSWER
    speaker = SpeakerRole.INTERVIEWER if kind is UtteranceKind.QUESTION else SpeakerRole.PERSON_HEARD
    place = Anchor.of_page(
        file.id, file.sha256, page, line=line, rectangle=(100, 90 * line, 800, 90 * line + 20)
    )
    return TakenTurn(kind=kind, speaker=speaker, text=text, anchors=(place,), way=way)


def compare(session: Session, record: Interview, page: int) -> None:
    full = records.get_undigested(session, record.id)
    turns = placed((each.segment for each in full.segments), full.places)
    elsewhere.compare_page(session, record.id, page, seen=page_digest(turns, page))


def whole(session: Session, small, file: ExhibitFile) -> Interview:
    record = begun(session, small, file)
    elsewhere.take_over(
        session, record.id, [taken(file, 1, 1, "Cum ați ajuns?"), taken(file, 1, 2, "Cu microbuzul.")]
    )
    elsewhere.take_over(session, record.id, [taken(file, 2, 1, "Nelu.", way=TakenWay.TYPED)])
    return record


def test_a_statement_is_taken_over_compared_and_signed_as_a_copy(session: Session, small, file: ExhibitFile):
    record = whole(session, small, file)
    compare(session, record, 1)
    compare(session, record, 2)

    ended = elsewhere.finish_comparison(session, record.id)
    (listed,) = (
        each for each in interviews.list_interviews(session, small.case.id) if each.interview.id == record.id
    )
    shown = (listed.state, records.get_undigested(session, record.id).state)
    findings = interviews.check_interview(session, record.id)
    signed = interviews.sign_interview(
        session, record.id, [(each, "seen") for each in findings if each.standing is Standing.UNKNOWN]
    )

    full = records.get_interview(session, record.id)
    assert ended.state is InterviewState.READ_BACK
    assert shown == (InterviewState.COMPARED, InterviewState.COMPARED)
    assert signed.state is InterviewState.SIGNED
    assert signed.record_digest == full.digest
    assert [each.label for each in full.segments] == ["1 Q", "1 A", "2 A"]
    assert full.taken_over is not None
    assert (full.taken_over.file_id, full.taken_over.sha256, full.taken_over.taken_by) == (
        file.id,
        file.sha256,
        "Procuror Ionescu",
    )
    assert [each.way for each in full.places] == [TakenWay.EXTRACTED, TakenWay.EXTRACTED, TakenWay.TYPED]
    assert full.interview.lead_interviewer_id is None


def test_the_rules_of_an_interview_held_here_are_not_asked_of_it_and_what_is_not_known_warns(
    session: Session, small, file: ExhibitFile
):
    record = elsewhere.begin_statement(session, header(small, held_on=None), file.id, 2, {})

    found = {(each.key, each.standing) for each in interviews.check_interview(session, record.id)}

    assert found == {
        ("V-I-24.nothing", Standing.BROKEN),
        ("V-I-24.compared", Standing.BROKEN),
        ("V-I-25.taken_by", Standing.UNKNOWN),
        ("V-I-25.authority", Standing.UNKNOWN),
        ("V-I-25.signed", Standing.UNKNOWN),
        ("V-I-25.day", Standing.UNKNOWN),
    }


def test_a_page_that_changed_after_its_comparison_is_compared_again(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    compare(session, record, 1)
    compare(session, record, 2)
    first = records.get_undigested(session, record.id).segments[0].segment

    segments.set_source(session, first.id, "Cum ați ajuns aici?")

    full = records.get_undigested(session, record.id)
    standing = compared_pages((each.segment for each in full.segments), full.places, full.comparisons)
    assert set(standing) == {2}
    with pytest.raises(ComparisonMissingError):
        elsewhere.finish_comparison(session, record.id)
    compare(session, record, 1)
    assert elsewhere.finish_comparison(session, record.id).state is InterviewState.READ_BACK


def test_only_what_was_on_the_screen_is_compared(session: Session, small, file: ExhibitFile):
    record = whole(session, small, file)

    with pytest.raises(ComparisonMissingError):
        elsewhere.compare_page(session, record.id, 1, seen="0" * 64)
    with pytest.raises(NotFoundError):
        elsewhere.compare_page(session, record.id, 3, seen=page_digest((), 3))


def test_a_place_in_another_file_or_beyond_its_pages_is_refused(session: Session, small, file: ExhibitFile):
    record = begun(session, small, file)
    right = taken(file, 1, 1, "Da.")
    for wrong in (
        Anchor.of_page("another", file.sha256, 1),
        Anchor.of_page(file.id, "0" * 64, 1),
        Anchor.of_page(file.id, file.sha256, 3),
        Anchor.of_time(file.id, file.sha256, 0, 10),
    ):
        with pytest.raises(AnchorMismatchError):
            elsewhere.take_over(session, record.id, [replace(right, anchors=(wrong,))])
    with pytest.raises(AnchorMismatchError):
        elsewhere.take_over(session, record.id, [replace(right, anchors=())])
    assert records.get_undigested(session, record.id).segments == ()


def test_turns_are_added_behind_a_turn_and_their_places_can_be_said_anew(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    first = records.get_undigested(session, record.id).segments[0].segment

    (added, _) = elsewhere.take_over(
        session, record.id, [taken(file, 1, 3, "A?"), taken(file, 1, 4, "B.")], behind=first.id
    )
    anchors = tuple(
        Anchor.of_page(file.id, file.sha256, page, line=line) for page, line in ((1, 7), (1, 9), (2, 1))
    )
    elsewhere.set_place(session, added.id, anchors, TakenWay.TYPED)

    full = records.get_undigested(session, record.id)
    assert [each.segment.source_text for each in full.segments][:3] == ["Cum ați ajuns?", "A?", "B."]
    place = next(
        each.place
        for each in placed((s.segment for s in full.segments), full.places)
        if each.segment.id == added.id
    )
    assert lines_told(place.anchors) == ((1, 7, 9), (2, 1, 1))


def test_what_is_known_of_it_is_said_until_it_was_compared_and_its_file_stays(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    statement = records.get_undigested(session, record.id).taken_over
    assert statement is not None

    changed = elsewhere.set_statement(
        session,
        replace(
            statement,
            taken_by="Nobody",
            authority="",
            signed=None,
            signed_note="A stamp",
            pages=9,
            sha256="0" * 64,
        ),
    )

    assert (changed.taken_by, changed.pages, changed.sha256) == ("Nobody", 2, file.sha256)
    compare(session, record, 1)
    compare(session, record, 2)
    elsewhere.finish_comparison(session, record.id)
    with pytest.raises(RecordFrozenError):
        elsewhere.set_statement(session, statement)
    with pytest.raises(RecordFrozenError):
        elsewhere.take_over(session, record.id, [taken(file, 1, 1, "Da.")])


def test_it_is_never_read_back_and_an_interview_is_never_taken_over(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)

    with pytest.raises(NotElsewhereError):
        read_back.read_back(session, record.id, outcome())
    with pytest.raises(NotElsewhereError):
        elsewhere.take_over(session, held(session, small).id, [taken(file, 1, 1, "Da.")])
    with pytest.raises(AlreadyExistsError):
        begun(session, small, file)


def test_nobody_corrects_a_copy_at_a_reading_back_that_never_was_or_signs_it_by_hand(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    segment = records.get_undigested(session, record.id).segments[0].segment
    corrected = replace(
        correction(), interview_id=record.id, segment_id=segment.id, language=segment.language
    )

    for row in (replace(corrected, before=segment.source_text or ""), signature(SignerRole.PERSON_HEARD)):
        with pytest.raises(NotElsewhereError):
            formalities.add_formality(session, record.id, row)
        with pytest.raises(NotElsewhereError):
            formalities.add_formalities(session, record.id, [row])

    full = records.get_undigested(session, record.id)
    assert (full.corrections, full.signatures) == ((), ())


def test_the_documents_of_a_case_are_listed_with_their_exhibits(session: Session, small, file: ExhibitFile):
    found = elsewhere.list_documents(session, small.case.id)

    assert [(each.file.id, each.number) for each in found if each.file.id == file.id] == [(file.id, "E-1")]


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("UPDATE statement_elsewhere SET file_id = 'another'", "record-frozen"),
        ("UPDATE statement_elsewhere SET pages = 3", "record-frozen"),
        ("DELETE FROM statement_elsewhere", "kept"),
        ("UPDATE segment_place SET page = 2", "record-frozen"),
        ("DELETE FROM segment_place", "kept"),
        ("UPDATE page_comparison SET page = 2", "record-frozen"),
        ("DELETE FROM page_comparison", "kept"),
    ],
)
def test_the_tables_keep_what_was_taken_over(
    session: Session, small, file: ExhibitFile, statement: str, refusal: str
):
    record = whole(session, small, file)
    compare(session, record, 1)

    with by_hand(session) as connection, pytest.raises(IntegrityError, match=refusal):
        connection.execute(statement)


def test_unknown_segment_is_refused(session: Session, small, file: ExhibitFile):
    record = begun(session, small, file)

    with pytest.raises(NotFoundError):
        elsewhere.take_over(session, record.id, [taken(file, 1, 1, "Da.")], behind=SegmentId("none"))


def test_a_turn_that_went_to_another_page_is_compared_there_and_not_where_it_stood(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    first = records.get_undigested(session, record.id).segments[0].segment
    elsewhere.set_place(session, first.id, (Anchor.of_page(file.id, file.sha256, 2, line=3),), TakenWay.TYPED)

    compare(session, record, 1)
    compare(session, record, 2)

    full = records.get_undigested(session, record.id)
    turns = list(placed((each.segment for each in full.segments), full.places))
    assert [each.place.page for each in turns] == [2, 1, 2]
    assert elsewhere.finish_comparison(session, record.id).state is InterviewState.READ_BACK
