"""The turns in a recording, under its sheet: only what was chosen; their words stand in their record."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.services.bundling.test_decided_records import decided
from tests.services.bundling.test_printed_contents import options, words_of
from tests.services.bundling.test_versions import RENDERED, SAID, drawn_up, mask_turn
from tests.support.bundles import case_content
from tests.support.leaks import leaks, readable
from tests.support.offices import Small, registered
from tests.support.records import header_of, outcome, rendition, sign, turn
from tests.support.testimony import SIGNED_BY_ALL, recorded, rows_held
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.printed_content import PrintedContent
from thb_desktop.domain.vocabulary import RecordDecisionKind
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.parts.transcripts import Transcript, transcripts_of
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews, read_back

FIRST, SECOND = "00:00:12", "00:00:40"
TITLE = "Paroles dans l'enregistrement E-1, d'après le procès-verbal I-01"


def spoken(session: Session, small: Small, *tapes: Exhibit, places: Sequence[str]) -> Interview:
    """A signed record with these recordings, whose turns have these places in them."""
    held = interviews.hold_interview(
        session,
        header_of(small, recording_made=True, recording_id=tapes[0].id, recording_note=""),
        [*rows_held(small.interpreter.id), *(recorded(exhibit_id=each.id) for each in tapes)],
    )
    for number, place in enumerate(places):
        said = SAID if number == 1 else f"Cuvântul {number}."
        rendered = (rendition(RENDERED if number == 1 else f"Mot {number}."),)
        turn(session, held, said, renderings=rendered, recording=(place, ""))
    read_back.read_back(session, held.id, outcome(), SIGNED_BY_ALL)
    return sign(session, held.id)


def made(session: Session, small: Small, **changes: object) -> bundles.PreparedBundle:
    asked = {"interview_ids": None, "identities_because": "Needed there", **changes}
    return bundles.prepare_bundle(session, small.case.id, options(**asked))


def links_of(pdf: bytes) -> set[tuple[int, int]]:
    """The pages of links within the document, from 0: where each stands, and where it leads."""
    reader = PdfReader(BytesIO(pdf))
    found = set()
    for at, page in enumerate(reader.pages):
        for each in page.get("/Annots", ()):
            target = each.get_object().get("/Dest")
            if target is not None:
                named = reader.named_destinations[str(target)] if isinstance(target, str) else None
                to = reader.get_destination_page_number(named) if named is not None else None
                if to is None:
                    to = reader.get_page_number(target[0].get_object())
                found.add((at, to or 0))
    return found


def test_turns_are_named_under_the_sheet_of_their_recording_and_their_words_stand_once_in_the_record(
    session: Session, small: Small
):
    tape = registered(session, small, number="E-1")
    spoken(session, small, tape, places=(FIRST, SECOND, ""))

    unticked = words_of(made(session, small).pdf)
    ticked = words_of(made(session, small, contents=(tape.id,)).pdf)

    assert TITLE not in unticked
    assert (unticked.count(SAID), ticked.count(SAID)) == (1, 1)
    told = ticked.partition(TITLE)[2]
    assert told
    assert [each for each in (f"({FIRST})", f"({SECOND})") if each not in told] == []
    assert told.count("I-01/") == 2  # the third has no place in the recording
    assert [each for each in ("Cuvântul", RENDERED) if each in told] == []


def test_nothing_of_a_record_that_stays_here_stands_under_the_sheet(session: Session, small: Small):
    tape = registered(session, small, number="E-1")
    spoken(session, small, tape, places=(FIRST, SECOND))

    pdf = made(session, small, interview_ids=(), contents=(tape.id,)).pdf

    assert leaks([SAID, "Cuvântul", TITLE], readable(pdf)) == []


@pytest.mark.requirement("SR-36")
def test_masked_words_do_not_stand_under_the_sheet_either(session: Session, small: Small):
    tape = registered(session, small, number="E-1")
    record = spoken(session, small, tape, places=(FIRST, SECOND))
    version = drawn_up(session, small)
    mask_turn(session, version, record)

    pdf = made(session, small, contents=(tape.id,), disclosure_id=version.id, purpose="", recipient="").pdf

    assert leaks(["Zenobia", "Zénobiette"], readable(pdf)) == []
    record_told, _, sheet = words_of(pdf).partition(TITLE)
    assert "⟦R-" in record_told
    assert "Sora mea" not in sheet.partition("Ce que")[0]


def test_a_restricted_record_has_its_word_at_its_title_under_the_sheet(session: Session, small: Small):
    tape = registered(session, small, number="E-1")
    record = spoken(session, small, tape, places=(FIRST,))
    decided(session, record, RecordDecisionKind.RESTRICTED)

    pdf = made(session, small, contents=(tape.id,), restricted_because="Asked for by the court.").pdf

    told = words_of(pdf).partition(TITLE)[2]
    assert told.startswith(" – ")
    assert told.split()[1].isupper()


def test_of_two_recordings_each_has_the_turns_whose_place_names_it(session: Session, small: Small):
    tapes = [registered(session, small, number=number) for number in ("E-1", "E-2")]
    spoken(session, small, *tapes, places=(f"E-1 {FIRST}", f"E-2/1 {SECOND}", FIRST))

    content = made(session, small, contents=tuple(each.id for each in tapes)).content

    told = {each.exhibit.number: [one.label for one in each.turns] for each in transcripts_of(content)}
    assert {number: len(turns) for number, turns in told.items()} == {"E-1": 1, "E-2": 1}
    assert told["E-1"] != told["E-2"]


def ticked(content: BundleContent, number: str) -> BundleContent:
    exhibit = next(each.exhibit for each in content.exhibits if each.exhibit.number == number)
    printed = PrintedContent(exhibit_id=exhibit.id, number=number, files=())
    return replace(content, printed=(printed,))


def many(content: BundleContent, count: int) -> Transcript:
    """The only transcript of a content whose first record has this many turns."""
    full = content.interviews[0]
    like = next(each for each in full.segments if each.segment.source_text)
    turns = tuple(
        replace(like, segment=replace(like.segment, id=SegmentId(f"turn {n}"))) for n in range(count)
    )
    changed = replace(content, interviews=(replace(full, segments=turns), *content.interviews[1:]))
    (found,) = transcripts_of(changed)
    return found


def test_each_turn_of_a_long_record_is_named():
    content = ticked(case_content("perla"), "E-11")

    assert len(many(content, 300).turns) == 300


def test_a_recording_that_was_struck_out_of_a_record_has_no_words_of_it():
    content = ticked(case_content("perla"), "E-11")
    full = content.interviews[0]
    row = recorded(id=RowId("row"), exhibit_id=full.interview.recording_id)
    bare = replace(full, interview=replace(full.interview, recording_id=None))

    def with_row(struck: str) -> list[Transcript]:
        one = replace(bare, recordings=(replace(row, struck=struck),))
        return list(transcripts_of(replace(content, interviews=(one,))))

    assert len(with_row("")) == 1
    assert with_row("Entered in error") == []


def test_a_line_leads_to_its_passage_and_the_passage_leads_back():
    content = ticked(case_content("perla"), "E-11")

    def links(one: BundleContent) -> set[tuple[int, int]]:
        target = BytesIO()
        compose_bundle(one, target)
        return links_of(target.getvalue())

    found = links(content)
    between = found - links(replace(content, printed=()))
    there = {pair for pair in between if pair[0] > pair[1]}
    assert there
    assert {(to, at) for at, to in there} & between
