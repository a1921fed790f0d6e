"""A judge's own program leaves out what was decided about a record; the attached events tell it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import BECAUSE, decided, options
from tests.services.bundling.test_record_digests import found
from tests.support.attached_records import files_of
from tests.support.offices import Small
from tests.support.records import signed
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundle_content, bundles, preparing
from thb_desktop.services.core.session import Session

Decisions = tuple[RecordDecision, ...]


def none(_: Decisions) -> Decisions:
    return ()


def with_another_reason(told: Decisions) -> Decisions:
    return tuple(replace(each, reason="At the request of the defence.") for each in told)


def lifted(told: Decisions) -> Decisions:
    return (*told, replace(told[-1], kind=v.RecordDecisionKind.RESTRICTION_LIFTED))


@pytest.mark.parametrize("kind", [v.RecordDecisionKind.RESTRICTED, v.RecordDecisionKind.SEALED])
def test_a_reason_for_restricted_records_stands_and_falls_with_the_decisions_of_the_events(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, kind: v.RecordDecisionKind
):
    interview, _ = signed(session, small)
    if kind is v.RecordDecisionKind.RESTRICTED:
        decided(session, interview, kind)
    chosen = options(interview, restricted_because=BECAUSE)
    content = bundles.gather_bundle(session, small.case.id, chosen)
    honest = files_of(session, small.case.id, chosen)
    other = "" if content.release.restricted_because else BECAUSE
    monkeypatch.setattr(
        preparing,
        "gather",
        lambda *_, **__: replace(content, release=replace(content.release, restricted_because=other)),
    )

    forged = files_of(session, small.case.id, chosen)

    assert "restriction-not-as-decided" not in found(honest)
    assert found(forged)["restriction-not-as-decided"] is Standing.BROKEN


@pytest.mark.parametrize("kind", [v.RecordDecisionKind.ANNULLED, v.RecordDecisionKind.RESTRICTED])
@pytest.mark.parametrize("change", [none, with_another_reason, lifted])
def test_decisions_that_are_not_those_of_the_events_are_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, kind: v.RecordDecisionKind, change: Any
):
    interview, _ = signed(session, small)
    decided(session, interview, kind)
    chosen = options(interview, restricted_because=BECAUSE)
    honest = files_of(session, small.case.id, chosen)
    real = bundle_content.choose

    def own(*given: Any, **named: Any) -> Any:
        held, taken = real(*given, **named)
        return tuple(replace(each, decisions=change(each.decisions)) for each in held), taken

    monkeypatch.setattr(bundle_content, "choose", own)
    forged = files_of(session, small.case.id, chosen)

    assert "record-decisions-not-as-chain" not in found(honest)
    assert found(forged)["record-decisions-not-as-chain"] is Standing.BROKEN
