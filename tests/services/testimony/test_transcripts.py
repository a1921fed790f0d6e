"""A transcript of others becomes turns of a draft: as a person assigned them, all at once."""

from dataclasses import replace

import pytest

from tests.support.offices import Small
from tests.support.records import held, turn
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.exchange.transcripts.plain import read_plain
from thb_desktop.exchange.transcripts.subtitles import read_srt
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import transcripts
from thb_desktop.services.testimony.transcripts import AsRendered, AsSpoken, Spoken
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

SRT = read_srt(
    b"1\n00:00:01,400 --> 00:00:04,100\nJ: Where?\n\n2\n00:00:05,000 --> 00:00:05,000\nW: At home.\n\n"
    b"3\n00:00:06,000 --> 00:00:07,000\n \n"
)
QUESTION = Spoken(role=v.SpeakerRole.INTERVIEWER, kind=v.UtteranceKind.QUESTION, language="nl")
ANSWER = Spoken(role=v.SpeakerRole.PERSON_HEARD, kind=v.UtteranceKind.ANSWER, language="ro")
WHO = {"J": QUESTION, "W": ANSWER}
HEARD = AsSpoken(capture=v.SourceCapture.TRANSCRIBED_FROM_RECORDING)
FILE = "0" * 64
RENDERED = AsRendered(language="en", kind=v.RenderingKind.RENDITION, author_id=None)


@pytest.fixture
def interview(session: Session, small: Small) -> Interview:
    return held(session, small)


def events(session: Session) -> list[Event]:
    return [Event.parse(each.payload) for each in chain.openings(session.read) if each is not None]


def test_turns_stand_behind_those_of_the_draft_with_their_speakers_words_and_range(
    session: Session, interview: Interview
):
    first = turn(session, interview)

    made = transcripts.take_over(session, interview.id, SRT, sha256=FILE, speakers=WHO, words=HEARD)

    kept = registry.SEGMENT.where(session.read, "interview_id", interview.id)
    assert sorted(kept, key=lambda each: each.position) == [first, *made]
    assert [(each.speaker, each.kind, each.language, each.source_text) for each in made] == [
        (v.SpeakerRole.INTERVIEWER, v.UtteranceKind.QUESTION, "nl", "Where?"),
        (v.SpeakerRole.PERSON_HEARD, v.UtteranceKind.ANSWER, "ro", "At home."),
    ]
    assert [(each.recording_from, each.recording_to) for each in made] == [("00:00:01", "00:00:05"), ("", "")]
    assert all(each.capture is v.SourceCapture.TRANSCRIBED_FROM_RECORDING for each in made)
    assert registry.RENDERING.where(session.read, "segment_id", made[0].id) == ()


def test_all_turns_are_one_event_that_has_the_digest_of_the_file(session: Session, interview: Interview):
    before = len(events(session))

    transcripts.take_over(session, interview.id, SRT, sha256=FILE, speakers=WHO, words=HEARD)

    (event,) = events(session)[before:]
    assert (event.action, event.reason) == (VaultAction.TURNS_SET, f"SHA-256 {FILE}")


def test_words_of_an_interpreter_stand_on_their_side_and_what_was_said_was_not_captured(
    session: Session, small: Small, interview: Interview
):
    words = AsRendered(language="en", kind=v.RenderingKind.RENDITION, author_id=small.interpreter.id)

    made = transcripts.take_over(session, interview.id, SRT, sha256=FILE, speakers=WHO, words=words)

    assert [(each.source_text, each.capture) for each in made] == [(None, v.SourceCapture.NOT_CAPTURED)] * 2
    (rendering,) = registry.RENDERING.where(session.read, "segment_id", made[1].id)
    assert (rendering.text, rendering.language, rendering.author_id) == (
        "At home.",
        "en",
        small.interpreter.id,
    )
    assert (rendering.state, rendering.typed_by) == (v.RenderingState.DRAFT, session.user.id)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"speakers": {"J": QUESTION}}, errors.SpeakerUnmappedError),
        ({"speakers": {**WHO, "W": replace(ANSWER, language=" ")}}, errors.SpeakerUnmappedError),
        ({"words": AsSpoken(capture=v.SourceCapture.NOT_CAPTURED)}, errors.CaptureMissingError),
        ({"words": replace(RENDERED, language="")}, errors.SpeakerUnmappedError),
        ({"words": replace(RENDERED, kind=v.RenderingKind.TRANSLATION)}, errors.TranslationInJobError),
        ({"transcript": read_plain(b" ")}, errors.TranscriptEmptyError),
    ],
)  # fmt: skip
def test_what_nobody_assigned_is_refused_and_nothing_is_written(
    session: Session, interview: Interview, changes: dict, refusal: type[errors.ThbError]
):
    given = {"transcript": SRT, "speakers": WHO, "words": HEARD, **changes}
    read = given.pop("transcript")

    with pytest.raises(refusal):
        transcripts.take_over(session, interview.id, read, sha256=FILE, **given)

    assert registry.SEGMENT.where(session.read, "interview_id", interview.id) == ()


def test_a_speaker_who_is_not_present_and_a_record_that_was_read_back_are_refused(
    session: Session, interview: Interview
):
    stranger = Spoken(role=ANSWER.role, kind=ANSWER.kind, language="ro", presence_id=RowId("x"))

    with pytest.raises(errors.NotFoundError):
        transcripts.take_over(
            session, interview.id, SRT, sha256=FILE, speakers={**WHO, "W": stranger}, words=HEARD
        )


def test_more_marks_than_a_person_can_assign_are_refused(session: Session, interview: Interview):
    many = read_plain(
        "".join(f"P{letter}{other}: x\n" for letter in "ABCDEFGHIJK" for other in "ABCDEFGHIJK").encode()
    )
    speakers = dict.fromkeys(transcripts.marks_of(many), ANSWER)

    assert len(speakers) == 121
    with pytest.raises(errors.SpeakerUnmappedError):
        transcripts.take_over(session, interview.id, many, sha256=FILE, speakers=speakers, words=HEARD)


def test_marks_are_listed_with_their_turns_and_a_turn_without_one_too():
    read = read_plain(b"Heading\nA: x\nB: y\nA: z\n")

    assert dict(transcripts.marks_of(read)) == {"": 1, "A": 2, "B": 1}
