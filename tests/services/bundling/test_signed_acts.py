"""What a receiver compares of the acts on a record: who did them, when, with which right, and what travels.

Each forgery is made by the releasing judge's own program, under the judge's own key.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.bundling.test_elsewhere_told import confirmed
from tests.services.bundling.test_record_digests import attached, found
from tests.services.testimony.test_elsewhere import file, whole
from tests.support.attached_records import check_attached
from tests.support.offices import Small
from tests.support.own_program import past_the_list
from tests.support.records import held, interpreting_user, outcome, rendition, sign, signed, turn
from tests.support.testimony import SIGNED_BY_ALL
from thb_desktop.domain import elsewhere_rules
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.page_comparisons import PageComparison, is_wholly_compared, page_digest
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Standing
from thb_desktop.ledger import interview_record
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.report import attachments
from thb_desktop.services.bundling import bundle_content, bundles
from thb_desktop.services.core import unit_of_work
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import decisions, elsewhere, read_back
from thb_desktop.verify.bundle import events

__all__ = ["file"]
SOMEBODY = "0" * 32
EARLIER = "2020-01-01T00:00:00.000000+00:00"


def broken(session: Session, small: Small, record: Any) -> set[str]:
    told = found(attached(bundles.prepare_bundle(session, small.case.id, options(record)).pdf))
    return {code for code, standing in told.items() if standing is Standing.BROKEN}


def with_turns(session: Session, small: Small) -> Interview:
    interview = held(session, small)
    turn(session, interview)
    turn(session, interview, "Da.", renderings=(rendition("Oui."),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    return sign(session, interview.id)


Shown = Callable[[InterviewInFull], InterviewInFull]


def leaving_out(monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], shown: Shown) -> None:
    """Let the judge's own program leave parts out of record, data, text and pages."""
    outward, tree = bundle_content.interview_outward, interview_record.shown_tree

    def only(whole: InterviewInFull, record: InterviewInFull, masked: frozenset[str]) -> RecordTree:
        return tree(whole, record, masked).only(lambda each: not each.startswith(names))

    monkeypatch.setattr(bundle_content, "interview_outward", lambda *given: shown(outward(*given)))
    monkeypatch.setattr(bundle_content, "shown_tree", only)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("segments/2", "renderings/fr/2"), lambda each: replace(each, segments=each.segments[:1])),
        (("presences/1",), lambda each: replace(each, presences=each.presences[1:])),
        (("signatures/1",), lambda each: replace(each, signatures=each.signatures[1:])),
        (("cautions/1",), lambda each: replace(each, cautions=each.cautions[1:])),
        (
            ("renderings/fr/2",),
            lambda each: replace(each, segments=(each.segments[0], replace(each.segments[1], renderings=()))),
        ),
    ],
)
def test_a_part_of_a_record_that_always_travels_cannot_be_left_out(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], shown: Shown
):
    """A turn, a formality, or one rendering among others of its language."""
    record = with_turns(session, small)
    honest = broken(session, small, record)

    leaving_out(monkeypatch, names, shown)

    assert honest == set()
    assert broken(session, small, record) == {"record-part-withheld"}


def test_a_receiver_is_told_of_which_kinds_the_parts_are_that_stay(session: Session, small: Small):
    record = with_turns(session, small)
    pdf = bundles.prepare_bundle(session, small.case.id, options(record, languages=())).pdf

    (told,) = (each for each in check_attached(attached(pdf)) if each.code == "records-as-signed")

    assert dict(told.values)["withheld"] == "renderings 2"


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("forged", ["author", "time"])
def test_a_page_is_compared_by_whom_and_when_its_event_says(
    session: Session, small: Small, file: ExhibitFile, monkeypatch: pytest.MonkeyPatch, forged: str
):
    linguist, _ = interpreting_user(session, small)

    def compared(**given: Any) -> PageComparison:
        other = (
            {"compared_by": linguist.user_id}
            if forged == "author"
            else {"at": given["at"].replace(year=2020)}
        )
        return PageComparison(**{**given, **other})

    with monkeypatch.context() as patch, past_the_list():
        patch.setattr(elsewhere, "PageComparison", compared)
        record = confirmed(session, small, file)

    assert broken(session, small, record) == {"comparisons-not-as-chain"}


@pytest.mark.requirement("SR-33")
def test_a_statement_with_a_page_that_was_compared_with_other_words_is_broken(
    session: Session, small: Small, file: ExhibitFile, monkeypatch: pytest.MonkeyPatch
):
    def compared(**given: Any) -> PageComparison:
        return PageComparison(**{**given, "digest": "ab" * 32})

    with monkeypatch.context() as patch:
        patch.setattr(elsewhere, "PageComparison", compared)
        patch.setattr(elsewhere, "is_wholly_compared", lambda *_: True)
        patch.setattr(elsewhere_rules, "compared_pages", lambda *_: {1: None, 2: None})
        patch.setattr(unit_of_work, "fault_of_ground", lambda *_, **__: "")
        record = confirmed(session, small, file)

    assert broken(session, small, record) == {"comparisons-not-as-chain"}


def test_a_comparison_of_a_page_that_the_file_does_not_have_stands_for_no_other(
    session: Session, small: Small, file: ExhibitFile
):
    row = whole(session, small, file)
    beyond = [
        PageComparison(
            id=RowId(str(page)),
            interview_id=row.id,
            page=page,
            digest=page_digest([], page),
            compared_by=AgentId(SOMEBODY),
            at=session.clock.read().at,
        )
        for page in (1, 9)
    ]

    assert not is_wholly_compared(2, [], [], beyond)


def telling(monkeypatch: pytest.MonkeyPatch, **changes: str) -> None:
    """Let the event and the data of the case tell a decision otherwise than it was made."""
    honest, state_of = attachments.case_data, unit_of_work.state_of

    def told(change: Any) -> Any:
        state: Any = state_of(change)
        return (
            {**state, "record": {**state["record"], **changes}}
            if change.table == "record_decision"
            else state
        )

    def data(content: Any) -> Any:
        forged: Any = honest(content)
        for each in forged["interviews"]:
            each["decisions"] = [{**row, **changes} for row in each["decisions"]]
        return forged

    monkeypatch.setattr(unit_of_work, "state_of", told)
    monkeypatch.setattr(attachments, "case_data", data)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"entered_by": SOMEBODY}, "row-of-another"),
        ({"at": EARLIER}, "row-of-another"),
        ({"digest": "ab" * 32}, "record-decisions-not-as-chain"),
    ],
)
def test_a_decision_in_the_name_of_another_of_another_time_or_record_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], code: str
):
    record, _ = signed(session, small)

    telling(monkeypatch, **changes)
    decisions.seal_record(session, record.id)

    assert broken(session, small, record) == {code}


@pytest.mark.requirement("SR-33")
def test_an_act_of_somebody_whose_function_does_not_include_it_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    record, _ = signed(session, small)
    decisions.seal_record(session, record.id)
    honest = broken(session, small, record)

    # a judge has every right of the office: let the act need one that only an interpreter has
    right_of = events.right_of_act
    others = {VaultAction.RECORD_SEALED: Right.WORK_ON_ASSIGNMENT}
    monkeypatch.setattr(events, "right_of_act", lambda act: others.get(act, right_of(act)))

    assert honest == set()
    assert broken(session, small, record) == {"act-not-entitled"}
