"""To which State a bundle goes, under what, on which ground and conditions: V-X and V-P rules."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.instruments import added, conditioned, instrument
from tests.support.offices import Small, registered
from tests.support.second_person import ALONE
from tests.support.transfers import WITHOUT_SPECIAL
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation_codes import (
    ConditionKind,
    InstrumentStatus,
    InstrumentType,
    PartyKind,
    TransferGround,
)
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AuthorityId, InstrumentId
from thb_desktop.domain.transfer import NAMES, Transfer
from thb_desktop.domain.vocabulary import AuthorityPart
from thb_desktop.errors import NotFoundError, TransferRefusedError
from thb_desktop.findings import Standing
from thb_desktop.report.attachments import case_data
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.words import LANGUAGES, sentence

GROUND = TransferGround


def options(exhibit: Exhibit, transfer: Transfer, **changes: Any) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=(exhibit.id,),
        released_with=ALONE,
        transfer=transfer,
        **changes,
    )


def told(session: Session, small: Small, exhibit: Exhibit, transfer: Transfer) -> dict[str, Standing]:
    found = bundles.check_bundle(session, small.case.id, options(exhibit, transfer))
    for each in found:
        assert all(sentence(each, language) for language in LANGUAGES)
    return {each.case: each.standing for each in found if each.code == "transfer"}


def refused(session: Session, small: Small, exhibit: Exhibit, transfer: Transfer) -> str:
    """The first rule against it; the pages are not laid out."""
    with pytest.raises(TransferRefusedError) as error:
        bundles.prepare_bundle(session, small.case.id, options(exhibit, transfer))
    assert error.value.finding.case in told(session, small, exhibit, transfer)
    return error.value.finding.case


def to(state: str, **changes: Any) -> Transfer:
    return replace(WITHOUT_SPECIAL, state=state, **changes)


@pytest.fixture
def exhibit(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


def test_nothing_leaves_before_its_state_and_its_recipient_are_known(
    session: Session, small: Small, exhibit: Exhibit
):
    assert refused(session, small, exhibit, Transfer()) == "state-missing"
    assert refused(session, small, exhibit, to("BE", party=None)) == "party-missing"


def test_a_bundle_for_another_state_names_its_instrument_or_is_spontaneous(
    session: Session, small: Small, exhibit: Exhibit
):
    order = added(session, small)
    other = added(session, small, number="EIO-2", to_country="NL")

    assert refused(session, small, exhibit, to("RO")) == "without-basis"
    assert refused(session, small, exhibit, to("RO", instrument_id=other.id)) == "another-state"
    assert refused(session, small, exhibit, to("RO", instrument_id=order.id, spontaneous=True)) == "two-bases"
    assert Standing.BROKEN not in told(session, small, exhibit, to("RO", instrument_id=order.id)).values()
    assert told(session, small, exhibit, to("RO", spontaneous=True)) == {"spontaneous": Standing.HOLDS}
    assert told(session, small, exhibit, WITHOUT_SPECIAL) == {}


def test_a_bundle_under_an_agreement_goes_to_a_state_that_is_a_party(
    session: Session, small: Small, exhibit: Exhibit
):
    team = added(session, small, number="JIT-1", type=InstrumentType.JIT_AGREEMENT, status=None)

    for state in ("NL", "PY"):
        under = to(state, instrument_id=team.id)
        assert told(session, small, exhibit, under)["another-state"] is Standing.BROKEN
    corrections.correct(session, replace(team, further_states=("NL",)), "The agreement has three parties")

    under = to("NL", instrument_id=team.id)
    assert Standing.BROKEN not in told(session, small, exhibit, under).values()


def test_an_order_is_no_way_to_a_third_state_whatever_parties_it_names(
    session: Session, small: Small, exhibit: Exhibit
):
    with session.work() as work:  # as an earlier version of the program entered it
        order = replace(instrument(small), id=InstrumentId(work.new_id()), further_states=("DE",))
        work.save(order)
        work.record(small.case.id, VaultAction.INSTRUMENT_REGISTERED, "as before")

    assert refused(session, small, exhibit, to("DE", instrument_id=order.id)) == "another-state"


def test_the_pages_and_the_record_of_a_bundle_say_to_whom_it_went_and_under_what(
    session: Session, small: Small, exhibit: Exhibit
):
    order = added(session, small)
    transfer = to("RO", instrument_id=order.id, special=True, special_because="The injuries are the offence")

    asked = options(exhibit, transfer, language="ro")
    prepared = bundles.prepare_bundle(session, small.case.id, asked)

    assert [each.id for each in prepared.content.frame.instruments] == [order.id]
    assert prepared.content.release.transfer == transfer
    assert set(NAMES) <= set(bundles.Bundle.__dataclass_fields__)
    assert case_data(prepared.content)["bundle"]["transfer"]["instrument_id"] == order.id


def test_an_instrument_of_another_case_is_none(session: Session, small: Small, exhibit: Exhibit):
    with pytest.raises(NotFoundError):
        bundles.check_bundle(session, small.case.id, options(exhibit, to("RO", instrument_id="elsewhere")))


def test_special_categories_leave_with_a_reason_alone(session: Session, small: Small, exhibit: Exhibit):
    """V-P-02."""
    assert refused(session, small, exhibit, to("BE", special=None)) == "special-unanswered"
    assert refused(session, small, exhibit, to("BE", special=True)) == "necessity-missing"
    assert told(session, small, exhibit, to("BE", special=True, special_because="Strictly")) == {}


def test_a_third_state_gets_nothing_without_ground_competence_and_authorisation(
    session: Session, small: Small, exhibit: Exhibit
):
    """V-P-05."""
    known = to("PY", spontaneous=True, competence="The Fiscalía prosecutes trafficking", special=False)
    because = {"ground_because": "Two children are in danger"}

    assert refused(session, small, exhibit, known) == "ground-missing"
    assert refused(session, small, exhibit, replace(known, ground=GROUND.ART36_ADEQUACY)) == "not-adequate"
    assert (
        refused(session, small, exhibit, replace(known, ground=GROUND.ART37_1A_INSTRUMENT))
        == "safeguards-unnamed"
    )
    reasoned = replace(known, ground=GROUND.ART38_D_INDIVIDUAL_CASE)
    assert refused(session, small, exhibit, reasoned) == "ground-unreasoned"
    assert (
        refused(session, small, exhibit, replace(reasoned, competence="", **because)) == "competence-missing"
    )
    assert told(session, small, exhibit, replace(reasoned, **because)) == {
        "spontaneous": Standing.HOLDS,
        "override-to-weigh": Standing.UNKNOWN,
    }
    threat = replace(reasoned, ground=GROUND.ART38_C_IMMEDIATE_THREAT, **because)
    assert told(session, small, exhibit, threat) == {"spontaneous": Standing.HOLDS}


def test_the_adequacy_of_the_united_kingdom_is_to_be_looked_up(
    session: Session, small: Small, exhibit: Exhibit
):
    request = added(session, small, number="MLA-1", type=InstrumentType.TCA_UK_REQUEST, to_country="GB")
    chosen = to("GB", instrument_id=request.id, ground=GROUND.ART36_ADEQUACY, competence="CPS")

    assert told(session, small, exhibit, chosen) == {
        "adequacy-unsure": Standing.UNKNOWN,
        "language-unknown": Standing.UNKNOWN,
    }


def test_data_of_another_state_go_to_a_third_one_only_if_it_agreed(session: Session, small: Small):
    order = added(session, small)
    master = registered(session, small, instrument_id=order.id)
    copy = registered(session, small, number="E-2", parent_id=master.id)
    chosen = to(
        "PY",
        spontaneous=True,
        competence="Fiscalía",
        ground=GROUND.ART38_D_INDIVIDUAL_CASE,
        ground_because="One suspect is there",
    )

    assert refused(session, small, copy, chosen) == "authorisation-missing"
    threat = replace(chosen, ground=GROUND.ART38_C_IMMEDIATE_THREAT)
    assert told(session, small, copy, threat)["authorisation-later"] is Standing.UNKNOWN
    assert "authorisation-missing" not in told(
        session, small, copy, replace(chosen, authorised="DIICOT, 2026-04-02, 77/2026")
    )


def test_the_language_of_the_cover_is_compared_with_what_the_state_accepts(
    session: Session, small: Small, exhibit: Exhibit
):
    order = added(session, small)

    assert told(session, small, exhibit, to("RO", instrument_id=order.id)) == {
        "language-not-accepted": Standing.UNKNOWN
    }
    in_romanian = options(exhibit, to("RO", instrument_id=order.id), language="ro")
    found = bundles.check_bundle(session, small.case.id, in_romanian)
    assert "transfer" not in {each.code for each in found}


def test_a_pending_remedy_and_an_instrument_that_was_refused_are_told(
    session: Session, small: Small, exhibit: Exhibit
):
    order = added(session, small, status=InstrumentStatus.REFUSED, remedy_pending=True)

    found = told(session, small, exhibit, to("RO", instrument_id=order.id))

    assert {"instrument-over", "remedy-pending"} <= set(found)


CONDITIONS: list[tuple[ConditionKind, dict[str, Any], Transfer, str]] = [
    (ConditionKind.NO_ONWARD_TRANSFER, {}, to("NL", spontaneous=True), "condition-forbids"),
    (ConditionKind.NO_ONWARD_TRANSFER, {}, WITHOUT_SPECIAL, "condition-passed-on"),
    (ConditionKind.NO_ONWARD_TRANSFER, {}, to("RO", spontaneous=True), "condition-passed-on"),
    (ConditionKind.CONSENT_NEEDED_FROM, {}, WITHOUT_SPECIAL, "condition-forbids"),
    (
        ConditionKind.CONSENT_NEEDED_FROM,
        {"consents": (("be", "2026-04-01, DIICOT"),)},
        WITHOUT_SPECIAL,
        "consented",
    ),
    (
        ConditionKind.CONSENT_NEEDED_FROM,
        {"consents": (("NL", "2026-04-01"),)},
        WITHOUT_SPECIAL,
        "condition-forbids",
    ),
    (ConditionKind.NO_USE_AS_EVIDENCE, {}, WITHOUT_SPECIAL, "condition-forbids"),
    (ConditionKind.NO_USE_AS_EVIDENCE, {"consents": (("diicot", "77/2026"),)}, WITHOUT_SPECIAL, "consented"),
    (ConditionKind.SPECIALITY, {}, WITHOUT_SPECIAL, "limits-unanswered"),
    (ConditionKind.PURPOSE_LIMIT, {}, to("BE", within_limits="The same facts"), "condition-passed-on"),
    (ConditionKind.LED_ART9_3, {}, WITHOUT_SPECIAL, "limits-unanswered"),
    (ConditionKind.DESTROY_AFTER, {"until": date(2026, 3, 1)}, WITHOUT_SPECIAL, "condition-overdue"),
    (ConditionKind.DESTROY_AFTER, {"until": date(2030, 3, 1)}, WITHOUT_SPECIAL, "condition-passed-on"),
    (ConditionKind.RETURN_AFTER_USE, {"until": date(2026, 3, 1)}, WITHOUT_SPECIAL, "condition-overdue"),
    (
        ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE,
        {"until": date(2030, 1, 1)},
        to("BE", party=PartyKind.DEFENCE),
        "condition-forbids",
    ),
    (
        ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE,
        {"until": date(2026, 3, 1)},
        to("BE", party=PartyKind.DEFENCE),
        "",
    ),
    (
        ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE,
        {"until": date(2030, 1, 1), "imposed_state": "BE"},
        to("BE", party=PartyKind.DEFENCE),
        "condition-forbids",
    ),
    (
        ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE,
        {"until": date(2030, 1, 1), "imposed_state": "BE"},
        WITHOUT_SPECIAL,
        "",
    ),
    (ConditionKind.PROTECT_IDENTITY, {}, WITHOUT_SPECIAL, "condition-passed-on"),
    (ConditionKind.PROTECT_IDENTITY, {"imposed_state": "BE"}, WITHOUT_SPECIAL, ""),
    (ConditionKind.REPORT_ON_USE, {}, WITHOUT_SPECIAL, "condition-passed-on"),
    (ConditionKind.NO_USE_AS_EVIDENCE, {"imposed_state": "BE"}, WITHOUT_SPECIAL, ""),
]


@pytest.mark.parametrize("case", CONDITIONS)
def test_each_condition_holds_at_the_export_for_what_was_derived_from_its_exhibit(
    session: Session,
    small: Small,
    exhibit: Exhibit,
    case: tuple[ConditionKind, dict[str, Any], Transfer, str],
):
    kind, changes, transfer, expected = case
    copy = registered(session, small, number="E-2", parent_id=exhibit.id)
    extracted = registered(session, small, number="E-3", parent_id=copy.id)
    other = registered(session, small, number="E-4")
    made = conditioned(session, small, kind=kind, exhibit_id=exhibit.id, **changes)
    expected = {"consented": "condition-consented"}.get(expected, expected)

    found = told(session, small, extracted, transfer)

    wanted = {"spontaneous"} & set(found) | ({expected} if expected else set())
    assert set(found) == wanted
    assert set(told(session, small, other, transfer)) <= {"spontaneous"}
    if expected and found[expected] is Standing.BROKEN:
        assert refused(session, small, extracted, transfer) == expected
    else:
        pages = bundles.prepare_bundle(session, small.case.id, options(extracted, transfer))
        assert [each.number for each in pages.content.frame.conditions] == [made.number]


def test_a_condition_of_an_instrument_holds_for_what_came_under_it_until_consent_is_recorded(
    session: Session, small: Small
):
    order = added(session, small)
    got = registered(session, small, instrument_id=order.id)
    copy = registered(session, small, number="E-2", parent_id=got.id)
    made = conditioned(session, small, kind=ConditionKind.CONSENT_NEEDED_FROM, instrument_id=order.id)
    before = refused(session, small, copy, WITHOUT_SPECIAL)

    corrections.correct(
        session, replace(made, consents=(("BE", "DIICOT, 2026-04-02, 77/2026"),)), "It agreed"
    )

    assert before == "condition-forbids"
    assert told(session, small, copy, WITHOUT_SPECIAL) == {"condition-consented": Standing.HOLDS}


def test_a_condition_that_was_struck_out_binds_nobody(session: Session, small: Small, exhibit: Exhibit):
    made = conditioned(session, small, kind=ConditionKind.NO_USE_AS_EVIDENCE, exhibit_id=exhibit.id)

    corrections.strike_out(session, "use_condition", made.id, "Of another case")

    assert told(session, small, exhibit, WITHOUT_SPECIAL) == {}


def test_two_lead_authorities_of_one_case_are_told_before_a_bundle(
    session: Session, small: Small, exhibit: Exhibit
):
    asked = options(exhibit, WITHOUT_SPECIAL)
    lead = replace(small.authority, part=AuthorityPart.LEAD)
    before = bundles.check_bundle(session, small.case.id, asked)
    second = cases.add_authority(session, replace(lead, id=AuthorityId(""), name="Parquet de Marseille"))

    [told] = [
        each
        for each in bundles.check_bundle(session, small.case.id, asked)
        if each.code == "authorities-leading"
    ]

    assert "authorities-leading" not in {each.code for each in before}
    assert told.standing is Standing.UNKNOWN
    assert told.values["authorities"] == (lead.name, "Parquet de Marseille")
    assert all(sentence(told, language) for language in LANGUAGES)
    corrections.strike_out(session, "authority", second.id, "Entered twice")
    after = bundles.check_bundle(session, small.case.id, asked)
    assert "authorities-leading" not in {each.code for each in after}
