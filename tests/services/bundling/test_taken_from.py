"""What was taken from an exhibit is bound by what binds it: conditions, its State, bars; every kind."""

import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.services.persons.test_claims import SAID, claim
from tests.support import money
from tests.support.instruments import added, conditioned
from tests.support.offices import Small, copy_of, new_office, registered, small_case, unlock
from tests.support.packages import Sending, recorded
from tests.support.second_person import ALONE
from tests.support.stays import a_place, a_stay
from tests.support.transfers import AT_HOME
from thb_desktop.domain.bundle import CaseFrame, Finance
from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, TransferGround
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.packs import LawNamed
from thb_desktop.domain.parallel import TextsNamed
from thb_desktop.domain.people import Interpreter, Official, Person, PersonRole
from thb_desktop.domain.person_claims import PersonClaim
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.persons_told import PersonTold
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.vocabulary import BarKind, IdentityProtection
from thb_desktop.errors import LaidOutBeforeError, LeavingBarredError, TransferRefusedError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation.sources import NOT_TAKEN, source_fields
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import leaving
from thb_desktop.services.money import finance
from thb_desktop.services.packaging import packages
from thb_desktop.services.persons import claim_uses, claims, stays
from thb_desktop.vault.tables import registry

TO_ROMANIA = replace(AT_HOME, state="RO", spontaneous=True)
TO_PARAGUAY = Transfer(
    state="PY",
    party=AT_HOME.party,
    special=False,
    spontaneous=True,
    competence="Fiscalía",
    ground=TransferGround.ART38_D_INDIVIDUAL_CASE,
    ground_because="One suspect is there",
)


@dataclass(frozen=True, slots=True)
class Made:
    """What was taken from an exhibit: what is chosen for a bundle, and what it is called."""

    chosen: str
    called: str


def _account(session: Session, small: Small, **changes: Any) -> Account:
    number = f"BK-{len(finance.list_accounts(session, small.case.id)) + 1}"
    return finance.add_account(session, money.account(small.case.id, number=number, **changes))


def _of_account(session: Session, small: Small, source: Exhibit) -> Made:
    made = _account(session, small, statement_id=source.id)
    return Made(made.id, f"{made.number} ({source.number})")


def _of_statement(session: Session, small: Small, source: Exhibit) -> Made:
    told = money.statement(small.case.id, _account(session, small).id, exhibit_id=source.id)
    made = finance.add_statement(session, told)
    return Made(made.id, f"ST-1 ({source.number})")


def _of_transaction(session: Session, small: Small, source: Exhibit) -> Made:
    told = money.transaction(
        small.case.id, to_account_id=_account(session, small).id, exhibit_id=source.id, text="FROM IT"
    )
    made = finance.add_transaction(session, told)
    return Made(made.id, f"2026-01-10 10.50 EUR ({source.number})")


def _of_a_row(session: Session, small: Small, source: Exhibit) -> Made:
    """A transaction that names its statement alone."""
    account = _account(session, small)
    statement = finance.add_statement(
        session, money.statement(small.case.id, account.id, number="ST-2", exhibit_id=source.id)
    )
    told = money.transaction(small.case.id, to_account_id=account.id, statement_id=statement.id)
    made = finance.add_transaction(session, told)
    return Made(made.id, f"2026-01-10 10.50 EUR (ST-2, {source.number})")


def _of_hand_over(session: Session, small: Small, source: Exhibit) -> Made:
    made = finance.add_hand_over(session, money.hand_over(small.case.id, exhibit_id=source.id))
    return Made(made.id, f"H-1 ({source.number})")


def _of_value_transfer(session: Session, small: Small, source: Exhibit) -> Made:
    leg = finance.add_hand_over(session, money.hand_over(small.case.id, number="H-2"))
    made = finance.add_transfer(session, money.transfer(small.case.id, leg.id, exhibit_id=source.id))
    return Made(made.id, f"VT-1 ({source.number})")


def _of_attribution(session: Session, small: Small, source: Exhibit) -> Made:
    account = _account(session, small)
    told = money.attribution(small.case.id, account.id, exhibit_id=source.id)
    made = finance.add_attribution(session, told)
    return Made(made.id, f"{account.number} ({source.number})")


def _of_pay_figure(session: Session, small: Small, source: Exhibit) -> Made:
    told = money.pay_figure(small.case.id, small.person.id, exhibit_id=source.id)
    made = finance.add_pay_figure(session, told)
    return Made(made.id, f"2025-11 214.60 EUR ({source.number})")


def _of_claim(session: Session, small: Small, source: Exhibit) -> Made:
    made = claims.add_claim(session, claim(small.person, exhibit_id=source.id), SAID)
    claim_uses.decide_use(session, made.id, used=True, reason="The judge needs it")
    return Made(small.person.id, f"{small.person.code} ({source.number})")


def _of_stay(session: Session, small: Small, source: Exhibit) -> Made:
    number = f"AD-{len(cases.list_objects(session, small.case.id)) + 1}"
    place = cases.add_object(session, a_place(small.case.id, number=number))
    made = stays.add_stay(session, a_stay(small.case.id, small.person.id, place.id, exhibit_id=source.id))
    return Made(made.id, f"{small.person.code}, {number} ({source.number})")


def _of_instrument(session: Session, small: Small, source: Exhibit) -> Made:
    """An order whose text was taken from the exhibit with its file."""
    made = added(session, small, number="EIO-9", order_exhibit_id=source.id, order_text="Search the flat")
    return Made(made.id, f"EIO-9 ({source.number})")


KINDS: dict[str, tuple[type, Callable[[Session, Small, Exhibit], Made]]] = {
    "account": (Account, _of_account),
    "statement": (BankStatement, _of_statement),
    "transaction": (Transaction, _of_transaction),
    "row": (Transaction, _of_a_row),
    "hand over": (HandOver, _of_hand_over),
    "value transfer": (ValueTransfer, _of_value_transfer),
    "attribution": (Attribution, _of_attribution),
    "pay figure": (PayFigure, _of_pay_figure),
    "claim": (PersonClaim, _of_claim),
    "stay": (Stay, _of_stay),
    "instrument": (Instrument, _of_instrument),
}
"""Every kind of entry in a bundle that names an exhibit or a statement as its source."""
NAMES_NONE = {
    *(CaseFile, CaseObject, Authority, Proceeding, Official, Interpreter, Person),
    *(PersonRole, PersonLink, Correction, PersonTold, LawNamed, TextsNamed),
}
"""Kinds without a source of their own. What is told of persons is asked by its claims."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """An office whose person may be named, so that claims are told."""
    folder = tmp_path_factory.mktemp("taken") / "office.thbvault"
    kept: list[Small] = []

    def fill(session: Session) -> None:
        small = small_case(session)
        told = replace(small.person, identity_protection=IdentityProtection.NONE)
        kept.append(replace(small, person=corrections.correct(session, told, "She may be named")))

    new_office(folder, fill)
    return folder, kept[0]


@pytest.fixture
def small(office: tuple[Path, Small]) -> Small:
    return office[1]


@pytest.fixture
def session(office: tuple[Path, Small], tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(office[0], tmp_path / "office.thbvault"))
    yield opened
    opened.close()


def options(free: Exhibit, made: Made, transfer: Transfer) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        unsearched_because="Looked at",
        languages=("fr",),
        purpose="Execution",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=(free.id,),
        further=(made.chosen,),
        released_with=ALONE,
        transfer=transfer,
    )


def told(session: Session, small: Small, chosen: BundleOptions, case: str) -> Finding | None:
    found = bundles.check_bundle(session, small.case.id, chosen)
    return next((each for each in found if case in (each.case, each.code)), None)


def test_every_kind_of_entry_in_a_bundle_says_what_it_was_taken_from():
    """A new kind, or a new field that names an exhibit, is bound by itself, and has a test here."""
    kinds = {
        one
        for each in (CaseFrame, Finance)
        for hint in typing.get_type_hints(each).values()
        for one in (hint, *typing.get_args(hint))
        if isinstance(one, type) and is_dataclass(one)
    }
    kinds |= {PersonClaim}

    assert {each for each in kinds if source_fields(each)} == {entity for entity, _ in KINDS.values()}
    assert {each for each in kinds if not source_fields(each)} == NAMES_NONE | NOT_TAKEN.keys()
    assert NOT_TAKEN.keys() == {UseCondition, ItemDescription, OnlineCapture, SignatureCheck}
    assert all("exhibit_id" in {one.name for one in fields(each)} for each in NOT_TAKEN)
    assert source_fields(Transaction) == ("statement_id", "exhibit_id")


@pytest.mark.parametrize("kind", KINDS)
def test_a_condition_binds_whatever_was_taken_from_its_exhibit(session: Session, small: Small, kind: str):
    free, bound = registered(session, small), registered(session, small, number="E-77")
    made = KINDS[kind][1](session, small, bound)
    before = told(session, small, options(free, made, TO_ROMANIA), "condition-forbids")
    imposed = conditioned(session, small, exhibit_id=bound.id, imposed_state="NL")

    found = told(session, small, options(free, made, TO_ROMANIA), "condition-forbids")

    assert before is None
    assert found is not None
    assert found.standing is Standing.BROKEN
    assert made.called in found.values["numbers"]  # type: ignore[operator]
    with pytest.raises(TransferRefusedError) as refused:
        bundles.prepare_bundle(session, small.case.id, options(free, made, TO_ROMANIA))
    assert refused.value.finding == found
    home = options(free, made, AT_HOME)
    passed = told(session, small, home, "condition-passed-on")
    assert passed is not None
    content = bundles.gather_bundle(session, small.case.id, home)
    assert [each.id for each in content.frame.conditions] == [imposed.id]


@pytest.mark.parametrize("kind", KINDS)
def test_the_state_of_origin_is_asked_for_whatever_was_taken_from_its_exhibit(
    session: Session, small: Small, kind: str
):
    """V-P-05."""
    order = added(session, small, to_country="NL")
    free = registered(session, small)
    bound = registered(session, small, number="E-77", instrument_id=order.id)
    made = KINDS[kind][1](session, small, bound)

    found = told(session, small, options(free, made, TO_PARAGUAY), "authorisation-missing")

    assert found is not None
    assert found.values["states"] == ("NL",)
    with pytest.raises(TransferRefusedError):
        bundles.prepare_bundle(session, small.case.id, options(free, made, TO_PARAGUAY))
    allowed = replace(TO_PARAGUAY, authorised="OM Amsterdam, 2026-04-02")
    assert told(session, small, options(free, made, allowed), "authorisation-missing") is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_bar_keeps_here_whatever_was_taken_from_its_exhibit(session: Session, small: Small, kind: str):
    """V-E-04, V-E-13."""
    free, bound = registered(session, small), registered(session, small, number="E-77")
    made = KINDS[kind][1](session, small, bound)
    for bar in sorted(NOT_NAMED):
        barred = leaving.bar_exhibit(session, bound.id, bar, "Ordered")

        found = told(session, small, options(free, made, AT_HOME), "leaving-barred")

        assert found is not None
        assert made.called in found.values["numbers"]  # type: ignore[operator]
        with pytest.raises(LeavingBarredError) as refused:
            bundles.prepare_bundle(session, small.case.id, options(free, made, AT_HOME))
        assert made.called in refused.value.named["numbers"]
        leaving.lift_bar(session, barred.id, "Allowed")
        assert told(session, small, options(free, made, AT_HOME), "leaving-barred") is None


def test_many_entries_of_one_source_are_told_together(session: Session, small: Small):
    free, bound = registered(session, small), registered(session, small, number="E-77")
    made = [_of_transaction(session, small, bound) for _ in range(3)]
    conditioned(session, small, exhibit_id=bound.id, imposed_state="NL")
    chosen = replace(options(free, made[0], TO_ROMANIA), further=tuple(each.chosen for each in made))

    found = told(session, small, chosen, "condition-forbids")

    assert found is not None
    assert found.values["numbers"] == ("2026-01-10 10.50 EUR … (3) (E-77)",)


@contextmanager
def holding(session: Session, small: Small, bound: Exhibit, what: str) -> Iterator[None]:
    """Something that binds an exhibit, and is over afterwards."""
    if what == "bar":
        bar = leaving.bar_exhibit(session, bound.id, BarKind.CONSENT_NEEDED, "Ordered")
        yield
        leaving.lift_bar(session, bar.id, "Allowed")
    else:
        number = f"C-{len(registry.USE_CONDITION.all(session.read)) + 1}"
        made = conditioned(
            session, small, number=number, kind=ConditionKind.CONSENT_NEEDED_FROM, exhibit_id=bound.id
        )
        yield
        corrections.strike_out(session, "use_condition", made.id, "Over")


def test_what_came_since_binds_a_bundle_that_was_laid_out_and_a_package_of_it(
    session: Session, small: Small, tmp_path: Path
):
    """One bundle with an entry of each kind; then what binds one source after the other."""
    free = registered(session, small)
    made, sources = [], {}
    for count, (kind, (_, make)) in enumerate(KINDS.items()):
        sources[kind] = registered(session, small, number=f"E-{70 + count}")
        made.append(make(session, small, sources[kind]))
    chosen = replace(options(free, made[0], AT_HOME), further=tuple(each.chosen for each in made))
    early = bundles.prepare_bundle(session, small.case.id, chosen)
    for what, refusal in (("bar", LeavingBarredError), ("condition", TransferRefusedError)):
        with holding(session, small, sources["claim"], what), pytest.raises(refusal):
            bundles.sign_bundle(session, early, tmp_path / "bundle.pdf", second=ALONE)
    told_of = conditioned(
        session, small, number="C-99", kind=ConditionKind.REPORT_ON_USE, exhibit_id=sources["row"].id
    )
    with pytest.raises(LaidOutBeforeError):
        bundles.sign_bundle(session, early, tmp_path / "bundle.pdf", second=ALONE)
    prepared = bundles.prepare_bundle(session, small.case.id, chosen)
    bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)
    addressee, office = recorded(session, tmp_path)
    desk = Sending(
        session=session, addressee=addressee, office=office, bundle=tmp_path / "bundle.pdf", place=tmp_path
    )

    package = desk.prepared(identities_because="Needed there")

    applied = {each.condition.id: each.numbers for each in package.content.conditions}
    row = next(each for each, kind in zip(made, KINDS, strict=True) if kind == "row")
    assert row.called in applied[told_of.id]
    for kind, bound in sources.items():
        for what, refusal in (("bar", LeavingBarredError), ("condition", TransferRefusedError)):
            with holding(session, small, bound, what):
                with pytest.raises(refusal) as gathered:
                    desk.prepared(identities_because="Needed there")
                assert bound.number in str(gathered.value.named), kind
                with pytest.raises(refusal):
                    packages.make_package(session, package, tmp_path / "sent", second=ALONE)
    assert not (tmp_path / "sent").exists()
