"""The custody faults that were planted in the sample cases are found, and nothing else is reported."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import Small, act, exhibit, registered
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.confirmations import UNCONFIRMED
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.leaving import KEEPS_HERE, NOT_NAMED
from thb_desktop.errors import (
    CustodyRefusedError,
    DisposalBarredError,
    SealError,
    SeveralError,
    ThbError,
    TransferError,
    ValueRefusedError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, intake, leaving, withdrawing
from thb_desktop.services.evidence.custody_checks import check_exhibit, checked_page
from thb_desktop.vault.tables import lists
from thb_desktop.words import sentence

PLANTED = {
    "PERLA": {
        ("E-02", "seal-mismatch", 5),
        ("E-04", "gap", 2),
        ("E-07", "digest-differs", 3),
        ("E-16", "deposit-before-receipt", 2),
        ("E-16", "shown-before-arrival", 1),
    },
    "SCHELDE": {
        ("E-05", "seal-mismatch", 3),
        ("E-05", "transfer-without-return", 2),
    },
}
"""As `expected_custody_findings` of the cases says, and what a record beside them shows. E-03 of PERLA with
its two offsets has none.
"""


def case_named(session: Session, name: str) -> CaseFile:
    return next(each.case for each in cases.list_cases(session) if name in each.case.reference.upper())


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_faults_are_found_and_the_trap_is_not_reported(read_samples: Session, name: str):
    page = checked_page(read_samples, case_named(read_samples, name).id, count=100)

    found = {
        (each.exhibit.number, finding.case, finding.values["n"])
        for each in page.rows
        for finding in each.findings
        if finding.standing is not Standing.HOLDS
    }
    assert page.after is None
    assert found == PLANTED[name]


def test_what_was_lent_under_an_order_is_to_be_returned(read_samples: Session):
    case = case_named(read_samples, "SCHELDE")
    page = checked_page(read_samples, case.id, count=100)

    told = [
        (each.exhibit.number, sentence(finding, "en"))
        for each in page.rows
        for finding in each.findings
        if finding.standing is Standing.HOLDS and finding.case not in UNCONFIRMED
    ]

    assert told == [("E-02", "Is to be returned to NL.")]


PARTIES = {"from_party": "Registry", "to_party": "Laboratory"}


def cases_of(session: Session, kept: Exhibit) -> list[str]:
    found = check_exhibit(session, kept.id).findings
    return [each.case for each in found if each.case not in UNCONFIRMED]


def corrected_as(session: Session, kept: Exhibit, number: int, **values: Any) -> CustodyEvent:
    """Record a correction of the event with this number."""
    about = custody.list_events(session, kept.id)[number - 1]
    return custody.record_custody_event(
        session, kept.id, act(v.CustodyAction.CORRECTION, corrects=about.id, **values)
    )


def test_a_transfer_that_another_laboratory_received_is_told_with_both_names(session: Session, small: Small):
    kept = registered(session, small)
    out, received = v.CustodyAction.TRANSFER_OUT, v.CustodyAction.TRANSFER_IN
    custody.record_for_many(session, [kept.id], act(out, from_party="Registry", to_party="Laboratory A"))
    custody.record_for_many(session, [kept.id], act(received, from_party="J. Smith", to_party="Laboratory B"))

    found = [each for each in check_exhibit(session, kept.id).findings if each.case not in UNCONFIRMED]

    assert [sentence(each, "en") for each in found] == [
        "Event 3 names Laboratory B as the receiver; event 2, which sent the exhibit, names Laboratory A.",
        "Event 3 names J. Smith as the giver; event 2, which sent the exhibit, names Registry.",
    ]
    assert {each.standing for each in found} == {Standing.UNKNOWN}


def test_the_state_of_a_seal_is_corrected_by_its_words_in_any_language(session: Session, small: Small):
    kept = registered(session, small)
    looked = act(v.CustodyAction.SEAL_CHECKED, seal="BE-1", seal_state=v.SealState.BROKEN)
    custody.record_custody_event(session, kept.id, looked)
    named = v.LackedField.SEAL_STATE
    before = cases_of(session, kept)

    with pytest.raises(ValueRefusedError) as refused:
        corrected_as(session, kept, 2, lacked=named, wrong_value="broken", right_value="as new")
    by = corrected_as(session, kept, 2, lacked=named, wrong_value=" Brisé", right_value="ongeschonden")

    assert (before, cases_of(session, kept)) == (["seal-not-intact"], [])
    assert (by.wrong_value, by.right_value) == ("BROKEN", "INTACT")
    assert refused.value.field == "custody_event.right_value"


def test_how_an_image_was_protected_is_said_by_corrections_with_the_digest_in_groups(
    session: Session, small: Small
):
    kind = v.ExhibitKind.FORENSIC_IMAGE
    kept = exhibits.register_exhibit(session, exhibit(small, kind=kind), act(v.CustodyAction.ACQUIRED))
    before = cases_of(session, kept)

    corrected_as(session, kept, 1, lacked=v.LackedField.WRITE_BLOCKER, right_value="None: live system")
    by = corrected_as(session, kept, 1, lacked=v.LackedField.SOURCE_SHA256, right_value="ABCD " * 16)

    assert (before, cases_of(session, kept)) == (["acquired-unprotected"], [])
    assert by.right_value == "abcd" * 16


def test_a_digest_that_was_copied_wrongly_is_resolved_by_its_correction(
    session: Session, small: Small, tmp_path: Path
):
    kept = registered(session, small)
    source = tmp_path / "list.txt"
    source.write_bytes(b"names")
    file = exhibit_files.add_file(session, kept.id, source=source, name="list.txt", media_type="text/plain")
    wrong = file.sha256[::-1]
    custody.record_custody_event(session, kept.id, act(v.CustodyAction.VERIFIED, sha256=wrong))
    before = cases_of(session, kept)

    corrected_as(session, kept, 2, wrong_value=wrong, right_value=file.sha256)

    assert (before, cases_of(session, kept)) == (["digest-differs"], [])


def test_what_is_done_after_the_return_to_the_owner_is_told_until_the_thing_comes_again(
    session: Session, small: Small
):
    kept = registered(session, small)
    for action in (v.CustodyAction.RETURNED_TO_OWNER, v.CustodyAction.EXAMINED, v.CustodyAction.SEIZED):
        to = {"to_party": "The owner"} if action is v.CustodyAction.RETURNED_TO_OWNER else {}
        custody.record_custody_event(session, kept.id, act(action, **to))
    before = cases_of(session, kept)

    custody.record_custody_event(session, kept.id, act(v.CustodyAction.EXAMINED))

    assert (before, cases_of(session, kept)) == (["after-return"], ["after-return"])


def both(session: Session, small: Small) -> tuple[ExhibitId, ExhibitId]:
    first, second = (registered(session, small, number=number) for number in ("E-1", "E-2"))
    return first.id, second.id


def test_one_act_over_several_exhibits_is_an_event_of_each_with_the_act_in_common(
    session: Session, small: Small
):
    ids = both(session, small)
    before = session.journal.size

    events = custody.record_for_many(session, ids, act(v.CustodyAction.TRANSFER_OUT, **PARTIES))
    received = custody.record_for_many(session, ids, act(v.CustodyAction.TRANSFER_IN, **PARTIES))

    assert [(each.exhibit_id, each.number) for each in events] == [(each, 2) for each in ids]
    assert len({each.act_id for each in events}) == 1
    assert {each.act_id for each in received}.isdisjoint({each.act_id for each in events})
    assert session.journal.size == before + 4
    assert custody.list_events(session, ids[1])[1:] == (events[1], received[1])


def test_seals_of_several_exhibits_are_named_one_by_one(session: Session, small: Small):
    ids = both(session, small)
    seals = dict(zip(ids, ("BE-1", "BE-2"), strict=True))

    events = custody.record_for_many(session, ids, act(v.CustodyAction.SEALED), seals=seals)

    assert [each.seal for each in events] == ["BE-1", "BE-2"]


@pytest.mark.parametrize(
    ("about", "chosen", "error"),
    [
        ({"action": v.CustodyAction.ERASED}, 2, SeveralError),
        ({"action": v.CustodyAction.VERIFIED, "sha256": "a" * 64}, 2, SeveralError),
        ({"action": v.CustodyAction.CORRECTION, "right_value": "x"}, 2, SeveralError),
        ({"action": v.CustodyAction.STORED}, 0, SeveralError),
        ({"action": v.CustodyAction.STORED, "seal": "BE-1"}, 2, SealError),
        ({"action": v.CustodyAction.TRANSFER_IN, **PARTIES}, 2, TransferError),
        ({"action": v.CustodyAction.UNSEALED}, 2, SealError),
    ],
)
def test_an_act_over_several_exhibits_is_recorded_for_all_or_for_none(
    session: Session,
    small: Small,
    about: dict[str, Any],
    chosen: int,
    error: type[ThbError],
):
    ids = both(session, small)
    custody.record_custody_event(session, ids[0], act(v.CustodyAction.TRANSFER_OUT, **PARTIES))
    before = session.journal.size

    with pytest.raises(error):
        custody.record_for_many(session, ids[:chosen], act(**about))
    with pytest.raises(SeveralError):
        custody.record_for_many(session, (ids[0], ids[0]), act(v.CustodyAction.STORED))

    assert session.journal.size == before


@pytest.mark.parametrize("action", DISPOSALS)
def test_an_exhibit_under_legal_hold_is_not_disposed_of(
    session: Session, small: Small, action: v.CustodyAction
):
    held = registered(session, small)
    bar = leaving.bar_exhibit(session, held.id, v.BarKind.LEGAL_HOLD, "An appeal is pending")

    with pytest.raises(DisposalBarredError):
        custody.record_custody_event(session, held.id, act(action), second=ALONE)
    leaving.lift_bar(session, bar.id, "The appeal was decided")

    assert leaving.barred(session.read, [held], KEEPS_HERE) == ()
    assert leaving.list_bars(session, held.id) == ()


def test_a_legal_hold_keeps_no_exhibit_in_the_office(session: Session, small: Small):
    held = registered(session, small)

    leaving.bar_exhibit(session, held.id, v.BarKind.LEGAL_HOLD, "An appeal is pending")

    assert leaving.barred(session.read, [held], KEEPS_HERE) == ()


def test_files_that_changed_after_the_acquisition_are_counted(session: Session, small: Small, tmp_path: Path):
    kept = registered(session, small)
    for name, after in (("before", -3600), ("within a day", 3600), ("later", 90_000), ("much later", 10**6)):
        file = tmp_path / name
        file.write_text(name)
        at = kept.collected_at.timestamp() + after
        os.utime(file, (at, at))

    intake.take(lambda work: work(session), kept.id, [tmp_path])

    (found,) = (each for each in check_exhibit(session, kept.id).findings if each.case == "changed-after")
    assert found.values["count"] == 2
    assert sentence(found, "en") == (
        "Files that the source says were changed more than a day after the acquisition: 2."
    )
    for each in exhibits.get_exhibit(session, kept.id).files:
        if "later" in each.name:
            withdrawing.withdraw_file(session, each.id, "Of another case")
    assert "changed-after" not in {each.case for each in check_exhibit(session, kept.id).findings}


def test_privileged_content_stays_until_its_review_is_recorded(session: Session, small: Small):
    kept = registered(session, small)
    bar = leaving.bar_exhibit(session, kept.id, v.BarKind.PRIVILEGED, "Letters to counsel")

    told = [each.case for each in check_exhibit(session, kept.id).findings]
    stays = leaving.barred(session.read, [kept], NOT_NAMED)
    leaving.lift_bar(session, bar.id, "Reviewed by the judge of liberties, decision 4")

    assert (told, stays) == (["privileged"], ("E-1",))
    assert leaving.barred(session.read, [kept], KEEPS_HERE) == ()


def bundle_of(small: Small, kept: Exhibit) -> BundleOptions:
    return BundleOptions(
        languages=(small.case.language,),
        recipient="Court",
        purpose="Hearing",
        released_with=ALONE,
        transfer=AT_HOME,
        exhibit_ids=(kept.id,),
        interview_ids=(),
    )


def test_a_seizure_without_an_order_is_told_before_a_bundle_and_does_not_keep_the_exhibit_out(
    session: Session, small: Small
):
    kept = registered(session, small, legal_authority="")
    options = bundle_of(small, kept)

    told = {each.key: each.standing for each in bundles.check_bundle(session, small.case.id, options)}

    assert told["custody.no-authority"] is Standing.UNKNOWN
    assert bundles.prepare_bundle(session, small.case.id, options).pages


def test_an_image_that_lacks_a_segment_goes_into_no_bundle(session: Session, small: Small, tmp_path: Path):
    kept = registered(session, small, kind=v.ExhibitKind.FORENSIC_IMAGE)
    source = tmp_path / "disk.E02"
    source.write_bytes(b"the second segment")
    exhibit_files.add_file(
        session, kept.id, source=source, name=source.name, media_type="application/octet-stream"
    )
    options = bundle_of(small, kept)

    told = {each.key: each.standing for each in bundles.check_bundle(session, small.case.id, options)}
    with pytest.raises(CustodyRefusedError) as refusal:
        bundles.prepare_bundle(session, small.case.id, options)

    assert told["custody.segment-missing"] is Standing.BROKEN
    assert refusal.value.named == {"numbers": "E-1"}


def test_an_event_reads_of_the_earlier_ones_only_those_that_bind_it(session: Session, small: Small):
    kept = registered(session, small)
    first = custody.list_events(session, kept.id)[0]
    sent, received, examined = (
        v.CustodyAction.TRANSFER_OUT,
        v.CustodyAction.TRANSFER_IN,
        v.CustodyAction.EXAMINED,
    )
    for done in (sent, received, examined, examined, sent, examined):
        parties = {"from_party": "A", "to_party": "B"} if done is not examined else {}
        custody.record_custody_event(session, kept.id, act(done, **parties))

    bound = lists.binding_events(session.read, kept.id, None)
    corrected = lists.binding_events(session.read, kept.id, first.id)

    assert [each.number for each in bound] == [6]
    assert [each.number for each in corrected] == [1, 6]
    assert lists.binding_events(session.read, ExhibitId("other"), first.id) == ()
    assert lists.count_of_events(session.read, kept.id) == 7
