"""The register of instruments: all kinds, both sides, and whom each binds."""

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.support.instruments import added, conditioned, instrument
from tests.support.offices import Small, registered
from tests.support.orders import complete_order
from thb_desktop.domain.cooperation_codes import (
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    PostponementGround,
    RefusalGround,
    UrgencyGround,
)
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.entry_rules import verify_cooperation
from thb_desktop.domain.ids import AuthorityId
from thb_desktop.domain.packs import Binding
from thb_desktop.errors import (
    ConditionSubjectError,
    FurtherStatesError,
    InstrumentNotBoundError,
    NotFoundError,
    PackRefusedError,
    ReasonMissingError,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core import packs
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import packs as office_packs
from thb_desktop.vault.tables import registry

TYPES = {
    *("EIO", "EIO_SUPPLEMENTARY", "MLA_REQUEST_2000", "MLA_REQUEST_1959", "JIT_AGREEMENT"),
    *("SPONTANEOUS_INFO_ART7", "EPOC", "EPOC_PR", "EAW", "FREEZING_CERT_2018_1805"),
    *("CONFISCATION_CERT_2018_1805", "EPO_PROTECTION_ORDER", "TRANSFER_OF_PROCEEDINGS", "TCA_UK_REQUEST"),
    *("EUROJUST_REFERRAL", "EUROPOL_CONTRIBUTION", "POLICE_SIENA", "CARIN_ARO_REQUEST"),
    *("FIU_DISSEMINATION", "OTHER"),
}
"""Section 4.1 of the description of the domain."""


def test_the_register_knows_all_twenty_kinds_and_each_status():
    assert {each.value for each in InstrumentType} == TYPES
    assert len(TYPES) == 20
    assert {"VALIDATED", "POSTPONED", "RECOGNISED", "REFUSED"} <= {each.value for each in InstrumentStatus}


def test_every_kind_is_registered_between_states_that_it_may_bind(session: Session, small: Small):
    for number, kind in enumerate(InstrumentType):
        to = "GB" if kind is InstrumentType.TCA_UK_REQUEST else "RO"
        added(session, small, number=f"I-{number}", type=kind, to_country=to)

    assert len(cooperation.list_instruments(session, small.case.id)) == 20


def test_both_sides_and_every_day_are_kept_and_told(session: Session, small: Small):
    authority = small.authority.id
    full = instrument(
        small,
        foreign_reference="RO-77/2026",
        basis="Directive 2014/41/EU",
        issuing_authority_id=authority,
        validating_authority_id=authority,
        executing_authority_id=authority,
        central_authority_id=authority,
        transmitted_on=date(2026, 3, 20),
        received_on=date(2026, 3, 21),
        due_on=date(2026, 7, 1),
        urgency=UrgencyGround.IMMINENT_TRIAL_DATE,
        territory="Cluj",
        wave=1,
        extended_because="Two hearings",
        postponed_because=PostponementGround.ONGOING_INVESTIGATION,
        postponed_until=date(2026, 9, 1),
        return_required=True,
        remedy_pending=False,
        refused_because="Article 11(1)(d): ne bis in idem",
        also_related=("EIO-3", "RO-78/2026"),
        return_when="As soon as the court of Liège has decided",
        form_translation="Romanian, P-INT, 19 March 2026",
        formalities_met=(
            ("Audiovisual recording", "Met"),
            ("A lawyer of the issuing State", "Not asked in time"),
        ),
        refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM, RefusalGround.FUNDAMENTAL_RIGHTS),
        related_id=added(session, small, number="EIO-0").id,
        related_as=InstrumentLink.SUPPLEMENTS,
    )

    made = cooperation.register_instrument(session, full)

    assert replace(made, id=full.id) == full
    assert registry.INSTRUMENT.find(session.read, made.id) == made
    assert {each.name for each in INSTRUMENT.fields} | set(INSTRUMENT.internal) == {
        each.name for each in fields(made)
    }


@pytest.mark.parametrize(
    ("status", "day"),
    [
        (InstrumentStatus.SENT, "transmitted_on"),
        (InstrumentStatus.RECEIVED, "received_on"),
        (InstrumentStatus.ACKNOWLEDGED, "acknowledged_on"),
        (InstrumentStatus.RECOGNISED, "recognised_on"),
        (InstrumentStatus.EXECUTED, "executed_on"),
    ],
)
def test_a_status_sets_its_day(session: Session, small: Small, status: InstrumentStatus, day: str):
    made = complete_order(session, small)

    after = cooperation.set_instrument_status(session, made.id, status, on=date(2026, 4, 2))

    assert (after.status, after.status_on, getattr(after, day)) == (
        status,
        date(2026, 4, 2),
        date(2026, 4, 2),
    )


def test_an_authority_of_another_case_is_no_side_of_an_instrument(session: Session, small: Small):
    with pytest.raises(NotFoundError):
        added(session, small, executing_authority_id=AuthorityId("elsewhere"))


@pytest.mark.parametrize(
    ("kind", "state", "instead"),
    [
        (InstrumentType.EIO, "PY", "UNTOC (UNTS 2225, p. 209), Art. 18 (?)"),
        (InstrumentType.MLA_REQUEST_2000, "PY", "UNTOC (UNTS 2225, p. 209), Art. 18 (?)"),
        (InstrumentType.MLA_REQUEST_1959, "PY", "UNTOC (UNTS 2225, p. 209), Art. 18 (?)"),
        (InstrumentType.EIO, "DK", "MLA 2000 (OJ C 197, 12.7.2000, p. 3) (?)"),
        (InstrumentType.EIO, "IE", "MLA 2000 (OJ C 197, 12.7.2000, p. 3) (?)"),
        (InstrumentType.EIO_SUPPLEMENTARY, "GB", "TCA 2020, Part Three, Title VIII (OJ L 149, 30.4.2021)"),
        (InstrumentType.EIO, "JP", "EU-Japan (OJ L 39, 12.2.2010, p. 20)"),
        (InstrumentType.EIO, "US", "EU-US (OJ L 181, 19.7.2003, p. 34)"),
        (InstrumentType.EIO, "NO", "MLA 2000 (OJ C 197, 12.7.2000, p. 3) (?)"),
        (InstrumentType.TCA_UK_REQUEST, "RO", "Directive 2014/41/EU"),
        (InstrumentType.FREEZING_CERT_2018_1805, "PY", "UNTOC (UNTS 2225, p. 209), Art. 12 and 13 (?)"),
    ],
)
def test_an_instrument_that_does_not_bind_a_state_is_refused_and_the_right_one_is_named(
    session: Session, small: Small, kind: InstrumentType, state: str, instead: str
):
    with pytest.raises(InstrumentNotBoundError) as told:
        added(session, small, type=kind, to_country=state)

    assert told.value.code == "instrument-not-bound"
    assert state in told.value.named["states"]
    assert told.value.named["instead"].split("; ")[0] == instead
    assert cooperation.list_instruments(session, small.case.id) == ()


def test_a_correction_does_not_make_an_order_to_a_state_that_is_not_bound(session: Session, small: Small):
    made = added(session, small)

    with pytest.raises(InstrumentNotBoundError):
        corrections.correct(session, replace(made, to_country="DK"), "It went to Denmark")

    assert corrections.correct(session, replace(made, note="Called"), "Noted").to_country == "RO"


def test_further_parties_are_of_an_agreement_alone(session: Session, small: Small):
    made = added(session, small)
    for change in (
        lambda: added(session, small, number="EIO-9", further_states=("DE",)),
        lambda: corrections.correct(session, replace(made, further_states=("DE",)), "Germany too"),
    ):
        with pytest.raises(FurtherStatesError) as told:
            change()
        assert told.value.code == "further-states-of-no-agreement"
        assert told.value.named == {"states": "DE"}
    joint = {"type": InstrumentType.JIT_AGREEMENT, "status": None, "further_states": ("DE",)}
    team = added(session, small, number="JIT-9", **joint)

    assert team.states == ("BE", "RO", "DE")
    with pytest.raises(FurtherStatesError):
        corrections.correct(session, replace(team, type=InstrumentType.EIO), "It was an order")
    earlier = replace(made, further_states=("DE",))  # as an earlier version of the program entered it
    assert earlier.states == ("BE", "RO")
    verify_cooperation(packs.pack_of(packs.shipped_text()), replace(earlier, note="Called"), earlier)


def test_a_request_to_paraguay_is_none_of_the_convention_of_2000():
    pack = packs.pack_of(packs.shipped_text())

    assert pack.binding(InstrumentType.MLA_REQUEST_2000, ["BE", "PY"]) is Binding.NOT_BOUND
    assert pack.binding(InstrumentType.MLA_REQUEST_1959, ["BE", "PY"]) is Binding.NOT_BOUND
    instead = [each.key for each in pack.instead_of(InstrumentType.MLA_REQUEST_2000, ["BE", "PY"])]
    assert instead == ["UNTOC"]


def test_the_pack_says_of_what_it_is_not_certain():
    pack = packs.pack_of(packs.shipped_text())
    told = {each.key: each.certain for each in pack.treaties}

    assert told["EIO"]
    assert not told["ETS30"]
    assert not told["UNTOC"]
    assert all(each.source for each in pack.treaties)
    assert pack.binding(InstrumentType.MLA_REQUEST_1959, ["BE", "RU"]) is Binding.UNSURE


def test_an_office_puts_its_own_pack_in_place_with_a_reason(session: Session, small: Small):
    text = packs.shipped_text().replace('version = "2026-12-01"', 'version = "office-1"')
    own = text.replace('"DE", "EE"', '"DE", "DK", "EE"', 2)
    with pytest.raises(ReasonMissingError):
        office_packs.adopt_pack(session, own, reason=" ")

    made = office_packs.adopt_pack(session, own, reason="Denmark opted in (made up for this test)")

    assert office_packs.present_pack(session)[0].version == "office-1"
    assert office_packs.present_pack(session)[0].is_own
    assert office_packs.list_packs(session) == (made,)
    assert added(session, small, to_country="DK").to_country == "DK"


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ('format = "thb-cooperation-pack/1"', 'format = "other"', "format"),
        ('types = ["EAW"]', 'types = ["NO_SUCH"]', "types"),
        ("checked_on = 2026-12-01", 'checked_on = "soon"', "checked_on"),
        ('state = "GB"', 'state = "Britain"', "state"),
        ("certain = true", 'certain = "perhaps"', "certain"),
        ("[[treaty]]", "[treaty", "form"),
    ],
)
def test_what_is_no_pack_is_refused_and_the_part_is_named(before: str, after: str, part: str):
    with pytest.raises(PackRefusedError) as told:
        packs.pack_of(packs.shipped_text().replace(before, after, 1))

    assert told.value.named == {"part": part}


def test_a_condition_is_of_something(session: Session, small: Small):
    with pytest.raises(ConditionSubjectError):
        conditioned(session, small)

    made = conditioned(session, small, exhibit_id=registered(session, small).id)

    assert made.number == "C-1"
