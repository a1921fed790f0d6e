"""A bundle leaves despite a rule that warns only with a reason, which is kept, printed and read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from tests.support.instruments import added
from tests.support.offices import Small, registered
from tests.support.second_person import ALONE
from tests.support.transfers import WITHOUT_SPECIAL
from thb_desktop.domain.cooperation_codes import InstrumentStatus, TransferGround
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.leaving_reasons import ASKED, LeavingReason
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.vocabulary import Exploitation
from thb_desktop.errors import LaidOutBeforeError, LeavingUnansweredError
from thb_desktop.findings import Standing
from thb_desktop.report.attachments import case_data
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.verify.documents.leaving import check_left
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.words import LANGUAGES, entry, sentence

NOT_ACCEPTED, REMEDY, OVER = (
    f"transfer.{each}" for each in ("language-not-accepted", "remedy-pending", "instrument-over")
)


@pytest.fixture
def taken(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


def options(taken: Exhibit, transfer: Transfer, *reasons: tuple[str, str], **changes: Any) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=(taken.id,),
        released_with=ALONE,
        transfer=transfer,
        reasons=reasons,
        **changes,
    )


def refused(session: Session, small: Small, asked: BundleOptions) -> str:
    """The warning for which the pages are not laid out; the check tells it too."""
    with pytest.raises(LeavingUnansweredError) as error:
        bundles.prepare_bundle(session, small.case.id, asked)
    found = bundles.check_bundle(session, small.case.id, asked)
    assert error.value.finding in found
    assert error.value.finding.standing is Standing.UNKNOWN
    assert sentence(error.value.finding, "en") in str(error.value)
    return error.value.finding.key


def test_each_warning_of_a_transfer_wants_a_reason_of_its_own(session: Session, small: Small, taken: Exhibit):
    """V-X-03, V-X-07."""
    order = added(session, small, status=InstrumentStatus.REFUSED, remedy_pending=True)
    transfer = replace(WITHOUT_SPECIAL, state="RO", instrument_id=order.id)
    over, remedy = (OVER, "It was reissued by hand"), (REMEDY, "The court let it go on")

    assert refused(session, small, options(taken, transfer)) == OVER
    assert refused(session, small, options(taken, transfer, over)) == REMEDY
    assert refused(session, small, options(taken, transfer, over, remedy)) == NOT_ACCEPTED
    assert refused(session, small, options(taken, transfer, over, remedy, (NOT_ACCEPTED, " \u200b"))) == (
        NOT_ACCEPTED
    )
    in_romanian = options(taken, transfer, over, remedy, (NOT_ACCEPTED, "Not asked"), language="ro")
    pages = bundles.prepare_bundle(session, small.case.id, in_romanian)
    assert [(each.rule, each.reason) for each in pages.content.release.warned] == [over, remedy]


def test_the_answer_on_special_categories_that_the_case_doubts_wants_a_reason(
    session: Session, small: Small, taken: Exhibit
):
    """V-P-02."""
    case = replace(small.case, exploitation=(Exploitation.ORGAN_REMOVAL.value,))
    corrections.correct(session, case, "The inquiry shows it")

    assert refused(session, small, options(taken, WITHOUT_SPECIAL)) == "transfer.special-doubted"
    reason = ("transfer.special-doubted", "A rental contract tells nothing of anybody's health")
    assert bundles.prepare_bundle(session, small.case.id, options(taken, WITHOUT_SPECIAL, reason))


def test_data_whose_review_is_overdue_want_a_reason(session: Session, small: Small, taken: Exhibit):
    """V-P-03."""
    corrections.correct(session, replace(small.case, review_on=date(2026, 3, 1)), "As the rules say")

    assert refused(session, small, options(taken, WITHOUT_SPECIAL)) == "retention-overdue"
    reason = ("retention-overdue", "The review is on the agenda of Friday")
    assert bundles.prepare_bundle(session, small.case.id, options(taken, WITHOUT_SPECIAL, reason))


def test_a_transfer_before_the_other_state_agreed_wants_a_reason(session: Session, small: Small):
    """V-P-05."""
    order = added(session, small)
    got = registered(session, small, instrument_id=order.id)
    threat = replace(
        WITHOUT_SPECIAL,
        state="PY",
        spontaneous=True,
        ground=TransferGround.ART38_C_IMMEDIATE_THREAT,
        ground_because="Two children are in danger",
        competence="The Fiscalía",
    )

    assert refused(session, small, options(got, threat)) == "transfer.authorisation-later"


@pytest.mark.parametrize(
    "ground", [TransferGround.ART38_D_INDIVIDUAL_CASE, TransferGround.ART38_E_LEGAL_CLAIM]
)
def test_how_the_rights_of_a_person_were_weighed_is_asked_where_they_may_override(
    session: Session, small: Small, taken: Exhibit, ground: TransferGround
):
    """V-P-05: Article 38(2) of Directive (EU) 2016/680."""
    third = replace(
        WITHOUT_SPECIAL,
        state="PY",
        spontaneous=True,
        ground=ground,
        ground_because="One suspect is there",
        competence="The Fiscalía",
    )

    assert refused(session, small, options(taken, third)) == "transfer.override-to-weigh"
    weighed = ("transfer.override-to-weigh", "She is heard as a witness, under protection there too")
    prepared = bundles.prepare_bundle(session, small.case.id, options(taken, third, weighed))
    assert [each.reason for each in prepared.content.release.warned] == [weighed[1]]


def test_reasons_are_kept_printed_in_both_languages_and_read_back(
    session: Session, small: Small, taken: Exhibit, tmp_path: Path
):
    order = added(session, small, remedy_pending=True)
    transfer = replace(WITHOUT_SPECIAL, state="RO", instrument_id=order.id)
    reason = "The court did not suspend the transfer"
    asked = options(taken, transfer, (REMEDY, f" {reason} "), language="ro")

    prepared = bundles.prepare_bundle(session, small.case.id, asked)
    made = bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)

    assert made.warned == ((REMEDY, reason),)
    assert registry.BUNDLE.find(session.read, made.id) == made
    kept = case_data(prepared.content)["bundle"]["warned"]
    assert kept == [{"rule": REMEDY, "reason": reason, "said": [["number", "", "EIO-1"]]}]
    pages = prepared.content
    assert [each.warning.values["number"] for each in pages.release.warned] == ["EIO-1"]
    pdf = (tmp_path / "bundle.pdf").read_bytes()
    [told] = [
        each
        for each in check_pdf(pdf, trusted_roots=[root_certificate(session.office_record)])
        if each.code == "left-despite"
    ]
    assert told.standing is Standing.HOLDS
    assert sentence(told, "en").endswith(f"The sender's reason: {reason}")
    assert "EIO-1" in sentence(told, "fr")


def test_pages_that_tell_other_warnings_than_the_rules_are_not_signed(
    session: Session, small: Small, taken: Exhibit, tmp_path: Path
):
    order = added(session, small)
    transfer = replace(WITHOUT_SPECIAL, state="RO", instrument_id=order.id)
    prepared = bundles.prepare_bundle(session, small.case.id, options(taken, transfer, language="ro"))

    corrections.correct(session, replace(order, remedy_pending=True), "The defence appealed")

    with pytest.raises(LaidOutBeforeError):
        bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)


@pytest.mark.parametrize("rule", ASKED)
def test_the_values_of_each_sentence_are_those_that_the_verifier_asks_for(rule: str):
    kept = ASKED[rule]

    for language in LANGUAGES:
        wanted = {name for _, name, _, _ in Formatter().parse(entry("findings", rule, language)) if name}
        assert wanted <= kept, language
    assert sentence(
        LeavingReason(rule=rule, reason="", said=tuple((one, "", "x") for one in kept)).warning, "nl"
    )


FORGED: list[Any] = [
    "text",
    ["text"],
    [{"rule": REMEDY, "reason": " ", "said": [["number", "", "EIO-1"]]}],
    [{"rule": REMEDY, "reason": "It may", "said": []}],
    [{"rule": REMEDY, "reason": "It may"}],
    [{"rule": REMEDY, "reason": "It may", "said": [["number", "number", "x"]]}],
    [{"rule": REMEDY, "reason": "It may", "said": [["number", "", "EIO-1"], ["more", "", "x"]]}],
]


@pytest.mark.parametrize("told", FORGED)
def test_what_cannot_be_read_of_the_reasons_is_not_valid(told: Any):
    [found] = check_left(told)

    assert (found.key, found.standing) == ("left-despite.unreadable", Standing.BROKEN)


def test_a_rule_of_a_later_version_is_told_as_unknown_with_its_reason():
    [found] = check_left([{"rule": "V-X-99.later", "reason": "So\u202eit is", "said": []}])

    assert found.standing is Standing.UNKNOWN
    assert "V-X-99.later" in sentence(found, "en")
    assert "\u202e" not in sentence(found, "en")
    assert [*check_left(None)] == []
