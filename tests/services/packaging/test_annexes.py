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
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.people import Identity
from thb_desktop.errors import (
    ApprovalForeignError,
    NotFoundError,
    ReasonMissingError,
    RecipientMissingError,
)
from thb_desktop.services.cooperation import sending_log
from thb_desktop.services.core.login import pem_of, root_certificate
from thb_desktop.services.office import consultations
from thb_desktop.services.packaging import annexes, packages
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain, registry

BECAUSE = "The judge of Borduria summons the victim"


@pytest.fixture(scope="module")
def office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sending]:
    place = tmp_path_factory.mktemp("annexes")
    folder = copy_of(sample_office, place / "office.thbvault")
    session = unlock(folder)
    desk = sending(session, place)
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


def sealed_person(desk: Sending) -> tuple[PersonId, Identity]:
    person = min(people.list_identified(desk.session, case_of(desk)))
    kept = registry.SEALED_IDENTITY.find(desk.session.read, person)
    assert kept is not None
    return person, people.open_identity(desk.session, kept)


def planned(desk: Sending, **changes: object) -> annexes.PlannedAnnex:
    digest = packages.read_bundle(desk.bundle).sha256
    (bundle,) = registry.BUNDLE.where(desk.session.read, "sha256", digest)
    options = annexes.AnnexOptions(
        bundle_id=bundle.id,
        persons=(sealed_person(desk)[0],),
        recipients=(RowId(desk.recipient(desk.addressee)),),
        reason=BECAUSE,
    )
    return annexes.plan_annex(desk.session, bundle.case_id, replace(options, **changes))  # type: ignore[arg-type]


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
        for each in sorted(people.list_identified(desk.session, case_of(desk)))
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
