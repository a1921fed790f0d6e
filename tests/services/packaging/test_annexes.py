"""An identity annex: in its own envelope, signed, and nowhere else in clear."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.leaks import leaks
from tests.support.offices import copy_of, unlock
from tests.support.packages import Sending, again, opened, sending
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, PartyKind
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.people import Identity
from thb_desktop.errors import (
    ApprovalForeignError,
    NotFoundError,
    PersonNotInBundleError,
    ReasonMissingError,
    RecipientElsewhereError,
    RecipientMissingError,
    TransferRefusedError,
)
from thb_desktop.report.words import words_in
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import sending_log, use_conditions
from thb_desktop.services.core.login import pem_of, root_certificate
from thb_desktop.services.messages.bundle_rows import language_in
from thb_desktop.services.office import consultations
from thb_desktop.services.packaging import annexes, packages, register
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain, registry

BECAUSE = "The judge of Borduria summons the victim"


@pytest.fixture(scope="module")
def office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sending]:
    place = tmp_path_factory.mktemp("annexes")
    folder = copy_of(sample_office, place / "office.thbvault")
    session = unlock(folder)
    desk = sending(session, place, persons=4)
    session.close()
    return folder, desk


@pytest.fixture
def desk(office: tuple[Path, Sending], tmp_path: Path) -> Iterator[Sending]:
    session = unlock(copy_of(office[0], tmp_path / "copy.thbvault"))
    yield again(office[1], session, tmp_path)
    session.close()


def case_of(desk: Sending) -> CaseId:
    digest = packages.read_bundle(desk.bundle).sha256
    (bundle,) = registry.BUNDLE.where(desk.session.read, "sha256", digest)
    return bundle.case_id


def named_in(desk: Sending) -> frozenset[PersonId]:
    return annexes.persons_in(packages.read_bundle(desk.bundle))


def sealed_person(desk: Sending) -> tuple[PersonId, Identity]:
    person = min(people.list_identified(desk.session, case_of(desk)) & named_in(desk))
    kept = registry.SEALED_IDENTITY.find(desk.session.read, person)
    assert kept is not None
    return person, people.open_identity(desk.session, kept)


def planned(desk: Sending, **changes: object) -> annexes.PlannedAnnex:
    options = annexes.AnnexOptions(
        bundle=packages.read_bundle(desk.bundle),
        persons=(sealed_person(desk)[0],),
        recipients=(RowId(desk.recipient(desk.addressee)),),
        reason=BECAUSE,
    )
    return annexes.plan_annex(desk.session, case_of(desk), replace(options, **changes))  # type: ignore[arg-type]


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.requirement("SR-20")
def test_the_recipient_alone_opens_it_and_openssl_verifies_the_signature(desk: Sending, tmp_path: Path):
    _, identity = sealed_person(desk)
    plan = planned(desk)

    made = annexes.make_annex(desk.session, plan, tmp_path / "sent", second=ALONE)

    folder = opened(tmp_path / "sent", tmp_path / "read", desk.addressee)
    assert identity.name.split()[0] in text_of(folder / annexes.PAGES)
    assert plan.bundle.number in text_of(folder / annexes.PAGES)
    root = tmp_path / "root.pem"
    root.write_text(pem_of(root_certificate(desk.session.office_record)))
    checked = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", str(folder / annexes.SIGNATURE), "-content", str(folder / annexes.PAGES)),
            *("-CAfile", str(root), "-out", "/dev/null"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "CAdES Verification successful" in checked.stderr
    assert made.persons == plan.options.persons
    known = sending_log.sending_of(desk.session, plan.bundle.case_id, made.number)
    assert known.what == f"{made.number} ({plan.bundle.number}), SHA-256 {made.sha256}"
    assert known.instrument_id == plan.bundle.instrument_id


@pytest.mark.requirement("SR-36")
def test_what_is_written_has_no_name_in_clear_and_the_sheet_neither(desk: Sending, tmp_path: Path):
    _, identity = sealed_person(desk)
    plan = planned(desk)

    annexes.make_annex(desk.session, plan, tmp_path / "sent", second=ALONE)

    places = {path.name: path.read_bytes() for path in (tmp_path / "sent").iterdir()}
    places |= {f"text: name of {name}": name.encode() for name in [*places]}
    assert leaks([identity.name, *identity.aliases], places | {"text: sheet": plan.sheet}) == []


def test_addresses_are_told_only_where_that_was_ordered(desk: Sending, tmp_path: Path):
    person, identity = next(
        (each, found)
        for each in sorted(people.list_identified(desk.session, case_of(desk)) & named_in(desk))
        if (kept := registry.SEALED_IDENTITY.find(desk.session.read, each))
        and (found := people.open_identity(desk.session, kept)).contacts
    )
    for name, because in (("without", ""), ("with", "Order of the judge, 4 May")):
        plan = planned(desk, persons=(person,), addresses_because=because)
        annexes.make_annex(desk.session, plan, tmp_path / name, second=ALONE)
        folder = opened(tmp_path / name, tmp_path / f"{name}-read", desk.addressee)
        assert (identity.contacts[0] in text_of(folder / annexes.PAGES)) is bool(because)


def test_it_is_an_event_and_a_consultation_of_each_person(desk: Sending, tmp_path: Path):
    person, _ = sealed_person(desk)

    made = annexes.make_annex(desk.session, planned(desk), tmp_path / "sent", second=ALONE)

    (entry,) = [each.parsed() for each in chain.entries_of(desk.session.read, made.id)]
    assert entry.action == VaultAction.IDENTITY_ANNEX_MADE
    (told,) = (
        each
        for each in consultations.list_consultations(desk.session)
        if each.kind == Consulted.IDENTITY and each.subject == person
    )
    assert "Judge of Borduria" in told.recipient
    assert annexes.list_annexes(desk.session, case_of(desk)) == (made,)


def test_another_sheet_than_was_approved_is_refused_and_leaves_nothing(desk: Sending, tmp_path: Path):
    plan = planned(desk)

    with pytest.raises(ApprovalForeignError):
        annexes.make_annex(
            desk.session, replace(plan, sheet=plan.sheet + b" "), tmp_path / "sent", second=ALONE
        )

    assert [*tmp_path.glob("sent*")] == []


def test_an_annex_says_of_whom_for_whom_and_why(desk: Sending):
    with pytest.raises(ReasonMissingError):
        planned(desk, reason=" ")
    with pytest.raises(RecipientMissingError):
        planned(desk, recipients=())
    with pytest.raises(NotFoundError):
        planned(desk, persons=())
    with pytest.raises(NotFoundError):
        planned(desk, persons=(PersonId("nobody"),))


def test_an_annex_goes_where_its_bundle_goes_and_nowhere_else(desk: Sending):
    chosen = RowId(desk.recipient(desk.addressee))

    for state, party in (("US", PartyKind.AUTHORITY), ("BE", PartyKind.DEFENCE)):
        register.correct_recipient(desk.session, chosen, state=state, party=party, reason="Their letter")
        with pytest.raises(RecipientElsewhereError):
            planned(desk)


def test_an_annex_is_not_made_for_a_recipient_that_is_elsewhere_since_it_was_planned(
    desk: Sending, tmp_path: Path
):
    plan = planned(desk)
    chosen = RowId(desk.recipient(desk.addressee))

    register.correct_recipient(desk.session, chosen, state="US", party=PartyKind.AUTHORITY, reason="Letter")

    with pytest.raises(RecipientElsewhereError):
        annexes.make_annex(desk.session, plan, tmp_path / "sent", second=ALONE)
    assert [*tmp_path.glob("sent*")] == []


def test_an_annex_tells_of_nobody_whom_its_bundle_does_not_name(desk: Sending):
    sealed = people.list_identified(desk.session, case_of(desk))
    (other, *_) = sorted(sealed - named_in(desk))
    code = registry.PERSON.find(desk.session.read, other)

    with pytest.raises(PersonNotInBundleError) as refused:
        planned(desk, persons=(other,))

    assert code is not None
    assert refused.value.named == {"codes": code.code}


@pytest.mark.parametrize("state", ["BE", "RO"])
def test_a_condition_that_protects_an_identity_keeps_an_annex_here_until_there_is_a_consent(
    desk: Sending, state: str
):
    exhibit = packages.offered_by(desk.session, packages.read_bundle(desk.bundle)).exhibits[0]
    kept = use_conditions.add_condition(
        desk.session,
        UseCondition(
            id=RowId(""),
            case_id=case_of(desk),
            number="C-90",
            kind=ConditionKind.PROTECT_IDENTITY,
            text="The identity is told to nobody",
            imposed_by="The court",
            imposed_state=state,
            exhibit_id=exhibit.id,
        ),
    )

    with pytest.raises(TransferRefusedError) as refused:
        planned(desk)

    assert refused.value.finding.key == "transfer.condition-forbids"
    consents = (("BE", "Letter of the court, 3 May"),)
    corrections.correct(desk.session, replace(kept, consents=consents), "It came")
    assert planned(desk).codes


def test_an_annex_is_in_the_language_of_the_headings_of_its_bundle(desk: Sending, tmp_path: Path):
    plan = planned(desk)

    annexes.make_annex(desk.session, replace(plan, language="ro"), tmp_path / "sent", second=ALONE)

    folder = opened(tmp_path / "sent", tmp_path / "read", desk.addressee)
    assert plan.language == language_in(plan.options.bundle.pdf)
    assert words_in("ro").identity_annex.title in text_of(folder / annexes.PAGES)
