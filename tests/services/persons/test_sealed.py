"""Sealed apart: assessments and key material, closed to who has the key of the database alone."""

import base64
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.support.offices import (
    BEGIN,
    IDENTITY,
    NEXT_DAY,
    Small,
    act,
    copy_of,
    exhibit,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE, second_for
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assessment import (
    AssessmentMethod,
    Characteristic,
    CrimeFactor,
    IndividualAssessment,
    Risk,
    RiskKind,
    RiskLevel,
)
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import Compartment, ExhibitKind, TwoPersonAct, UserRole
from thb_desktop.errors import (
    NotAllowedError,
    NotFoundError,
    ReasonMissingError,
    SealedApartError,
    SealedValueDamagedError,
    ThbError,
    ValueRefusedError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.compartments import holders_in, open_compartment
from thb_desktop.services.core.login import new_entry_author
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.keeping import health
from thb_desktop.services.office import second_person, users
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.searching.search import search
from thb_desktop.vault.tables import chain, registry

SEED = "legal winner thank year wave sausage worth useful"
FEARS = "Fears the cousin of the driver, who knows her village"
NAME = IDENTITY.name
ASSESSMENT = IndividualAssessment(
    person_id=PersonId(""),
    version=0,
    made_at=BEGIN,
    made_by="Dr. Ilse Maas",
    method=AssessmentMethod.SPECIALIST,
    characteristics=(Characteristic.HEALTH, Characteristic.RESIDENCE_STATUS),
    crime_factors=(CrimeFactor.THB, CrimeFactor.ORGANISED),
    circumstances=FEARS,
    risks=(Risk(kind=RiskKind.RETALIATION, level=RiskLevel.HIGH, basis="Two calls to her mother"),),
    wishes="No contact with the embassy",
    measures=("Heard by the same woman each time",),
    next_review_on=date(2026, 9, 1),
)
COLLEAGUES = {
    "Marc Lejeune": UserRole.CLERK,
    "Ana Roth": UserRole.ANALYST,
    "Nadia Peeters": UserRole.ADMINISTRATOR,
    "Jan Claes": UserRole.EVIDENCE_CUSTODIAN,
    "Els Wouters": UserRole.PROSECUTOR,
}


def typed_by(role: UserRole) -> str:
    """The passphrase of the colleague of this role; that of the clerk is the other one."""
    return OTHER_PASSPHRASE if role is UserRole.CLERK else f"{OTHER_PASSPHRASE} {role.lower()}"


def by_a_colleague(session: Session, act: TwoPersonAct, subject: str):
    """Of the first colleague who may, with what that one types."""
    found = second_person.list_second_persons(session, act, subject)
    if not found:
        return ALONE
    mine = found[0].role is UserRole.INVESTIGATING_JUDGE
    return second_for(session, act, subject, text=PASSPHRASE if mine else typed_by(found[0].role))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small, Exhibit]:
    """A judge with colleagues of every role, an identity, an assessment, and a seed, all sealed."""
    folder = tmp_path_factory.mktemp("sealed") / "office.thbvault"
    kept: list[tuple[Small, Exhibit]] = []

    def fill(session: Session) -> None:
        small = small_case(session)
        note = exhibit(small, kind=ExhibitKind.SECRET_KEY_MATERIAL)
        paper = exhibits.register_exhibit(session, note, act(occurred_at=BEGIN))
        sealed.add_assessment(session, small.person.id, ASSESSMENT)
        sealed.add_key_material(session, paper.id, bytearray(SEED.encode()), second=ALONE)
        for name, role in COLLEAGUES.items():
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(typed_by(role)),
                own_passphrase=passphrase(),
                second=lambda about: by_a_colleague(session, TwoPersonAct.ADD_USER, about),
            )
        kept.append((small, paper))

    new_office(folder, fill)
    return folder, *kept[0]


@pytest.fixture
def session(office: tuple[Path, Small, Exhibit], tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(office[0], tmp_path / "v.thbvault"))
    yield opened
    opened.close()


@pytest.fixture
def small(office: tuple[Path, Small, Exhibit]) -> Small:
    return office[1]


@pytest.fixture
def paper(office: tuple[Path, Small, Exhibit]) -> Exhibit:
    return office[2]


def colleague(session: Session, role: UserRole) -> User:
    return next(user for user in users.list_users(session) if user.role is role)


def sit_down(session: Session, role: UserRole) -> None:
    """Let a colleague work in this open vault, with the database's key and their own keys alone."""
    guest = users.signer_of(session, colleague(session, role).id, passphrase(typed_by(role)))
    session.user, session.keys = guest.user, guest.keys
    session.author = new_entry_author(
        session.office_record,
        guest.user,
        guest.keys,
        first=session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )


def second(session: Session, act: TwoPersonAct, paper: Exhibit):
    """Of a colleague if the judge asks, otherwise of whoever comes first: the judge's passphrase differs."""
    return by_a_colleague(session, act, paper.id)


def forms(text: str) -> list[bytes]:
    """A canary as it could stand in a file, or in what is packed within one."""
    plain = text.encode()
    packed = zlib.compress(plain)[2:-4]
    encoded = [base64.b64encode(plain[shift:])[2:-4] for shift in range(3)]
    return [plain, text.encode("utf-16-le"), plain.hex().encode(), packed, *encoded]


def everything(session: Session) -> bytes:
    """Each cell of each table, as whoever has the database's key reads it."""
    tables = [row[0] for row in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    cells = [
        cell if isinstance(cell, bytes) else str(cell).encode()
        for table in tables
        for row in session.read.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own schema
        for cell in row
    ]
    return b"\n".join(cells)


CANARIES = (SEED, FEARS, "Dr. Ilse Maas", "No contact with the embassy", NAME)


@pytest.mark.requirement("SR-19")
def test_sr_19_with_the_key_of_the_database_alone_nothing_sealed_apart_is_read(
    session: Session, figure: Callable[[str, str, object], None]
):
    whole = everything(session)
    tried = [form for canary in CANARIES for form in forms(canary)]

    assert len(whole) > 50_000
    assert [form for form in tried if form in whole] == []
    figure("SR-19", "canaries of sealed items in the decrypted database, in all encodings", 0)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", COLLEAGUES.values())
def test_sr_19_a_role_reads_what_its_right_opens_and_its_keys_open_nothing_else(
    session: Session, small: Small, paper: Exhibit, role: UserRole
):
    """Not the rule of the program alone: without it, by the user's own keys, the result is the same."""
    sit_down(session, role)
    opened = set()

    for compartment in Compartment:
        try:
            open_compartment(compartment, session)
            opened.add(compartment)
        except NotAllowedError:
            continue

    assert (Compartment.IDENTITIES in opened) == may(role, Right.READ_IDENTITIES)
    assert (Compartment.ASSESSMENTS in opened) == may(role, Right.READ_ASSESSMENTS)
    assert (Compartment.KEY_MATERIAL in opened) == may(role, Right.READ_KEY_MATERIAL)
    for right, read in {
        Right.READ_ASSESSMENTS: lambda: sealed.reveal_assessment(
            session, small.person.id, justification="Summons"
        ),
        Right.READ_KEY_MATERIAL: lambda: sealed.reveal_key_material(
            session,
            paper.id,
            justification="Transfer",
            second=second(session, TwoPersonAct.REVEAL_KEY_MATERIAL, paper),
        ),
    }.items():
        if may(role, right):
            assert read()
        else:
            with pytest.raises(NotAllowedError):
                read()


def test_an_assessment_is_read_for_a_reason_which_is_an_event_and_versions_stand_side_by_side(
    session: Session, small: Small
):
    with pytest.raises(ReasonMissingError):
        sealed.reveal_assessment(session, small.person.id, justification=" ")
    first = sealed.reveal_assessment(session, small.person.id, justification="Summons")

    added = sealed.add_assessment(session, small.person.id, replace(ASSESSMENT, wishes="None"))
    second_version = sealed.reveal_assessment(session, small.person.id, justification="Summons")

    assert first == replace(ASSESSMENT, person_id=small.person.id, version=1)
    assert second_version == added == replace(first, version=2, wishes="None")
    assert sealed.count_assessments(session, small.person.id) == 2
    last = chain.last_entry(session.read)
    assert last is not None
    assert (last.parsed().action, last.parsed().subject) == ("ASSESSMENT_VIEWED", small.person.id)


def test_key_material_is_opened_by_two_and_overwritten_after_it_was_sealed(session: Session, paper: Exhibit):
    typed = bytearray(b"another seed")
    sealed.add_key_material(
        session, paper.id, typed, second=second(session, TwoPersonAct.ADD_KEY_MATERIAL, paper)
    )

    secret = sealed.reveal_key_material(
        session,
        paper.id,
        justification="Transfer to the office that recovers assets",
        second=second(session, TwoPersonAct.REVEAL_KEY_MATERIAL, paper),
    )

    assert not any(typed)
    assert secret == b"another seed"
    last = chain.last_entry(session.read)
    assert last is not None
    assert last.parsed().action == "KEY_MATERIAL_VIEWED"
    assert last.parsed().subject != paper.id
    assert health.check_vault(session).findings


def test_from_where_and_as_whom_a_page_was_captured_is_sealed_with_the_capture_and_entered_again(
    session: Session, small: Small, paper: Exhibit
):
    capture = registered(session, small, number="E-80", kind=ExhibitKind.ONLINE_CAPTURE)
    kept = registered(session, small, number="E-81", kind=paper.kind, parent_id=capture.id)
    for told in (b"egress 203.0.113.8", b"egress 203.0.113.7, as anna_k"):
        given = second(session, TwoPersonAct.ADD_KEY_MATERIAL, kept)
        sealed.add_key_material(session, kept.id, bytearray(told), second=given)

    opened = sealed.reveal_key_material(
        session,
        kept.id,
        justification="Court",
        second=second(session, TwoPersonAct.REVEAL_KEY_MATERIAL, kept),
    )

    assert opened == b"egress 203.0.113.7, as anna_k"
    assert kept.root_id == capture.id
    assert [search(session, words).total for words in ("203.0.113.7", "@anna_k", "egress")] == [0, 0, 0]


def refusals(session: Session, small: Small, paper: Exhibit) -> dict[type[ThbError], Callable[[], object]]:
    other = registered(session, small, number="E-77")
    given = second(session, TwoPersonAct.ADD_KEY_MATERIAL, other)
    return {
        SealedApartError: lambda: sealed.add_key_material(
            session, other.id, bytearray(b"seed"), second=given
        ),
        ValueRefusedError: lambda: sealed.add_key_material(session, paper.id, bytearray(), second=given),
        NotFoundError: lambda: sealed.reveal_key_material(session, other.id, justification="x", second=given),
        ReasonMissingError: lambda: sealed.reveal_key_material(
            session, paper.id, justification="", second=given
        ),
    }


def test_what_is_not_registered_as_key_material_is_not_kept_as_such(
    session: Session, small: Small, paper: Exhibit
):
    for error, attempt in refusals(session, small, paper).items():
        with pytest.raises(error):
            attempt()


def test_key_material_is_never_an_ordinary_file(session: Session, paper: Exhibit, tmp_path: Path):
    source = tmp_path / "seed.txt"
    source.write_text(SEED)

    with pytest.raises(SealedApartError):
        exhibit_files.add_file(session, paper.id, source=source, name="seed.txt", media_type="text/plain")

    assert exhibits.get_exhibit(session, paper.id).files == ()


def test_a_sealed_item_that_was_moved_or_changed_does_not_open(
    session: Session, small: Small, paper: Exhibit
):
    (kept,) = registry.SEALED_ITEM.where(session.read, "subject_id", small.person.id)
    spoilt = bytearray(base64.b64decode(kept.sealed))
    spoilt[-1] ^= 1
    with past_the_list(), session.work() as work:
        work.save(replace(kept, sealed=base64.b64encode(spoilt).decode()))
        work.record(small.person.id, VaultAction.ASSESSMENT_ADDED)

    with pytest.raises(SealedValueDamagedError):
        sealed.reveal_assessment(session, small.person.id, justification="Summons")


@pytest.mark.requirement("SR-36")
def test_neither_assessment_nor_key_material_nor_approvals_of_them_enter_a_bundle(
    session: Session, small: Small, paper: Exhibit
):
    sealed.reveal_key_material(
        session,
        paper.id,
        justification="CANARY-TRANSFER",
        second=second(session, TwoPersonAct.REVEAL_KEY_MATERIAL, paper),
    )
    colleague_id = second_person.list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)[0].id
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        released_with=colleague_id,
        transfer=AT_HOME,
    )

    prepared = bundles.prepare_bundle(session, small.case.id, options)

    with pikepdf.open(io.BytesIO(prepared.pdf)) as document:
        parts = [spec.get_file().read_bytes() for spec in document.attachments.values()]
        parts += [stream.read_bytes() for stream in document.objects if isinstance(stream, pikepdf.Stream)
                  and stream.get("/Filter") in (None, pikepdf.Name.FlateDecode)]  # fmt: skip
    whole = prepared.pdf + b"\n".join(parts)
    sealed_texts = [item.sealed for item in registry.SEALED_ITEM.all(session.read)]
    tried = [form for canary in (SEED, FEARS, "CANARY-TRANSFER") for form in forms(canary)]
    tried += [text.encode() for text in sealed_texts]
    assert [form for form in tried if form in whole] == []
    assert paper.number.encode() in whole


@pytest.mark.requirement("SR-20")
def test_sr_20_a_retired_users_compartment_keys_open_nothing_that_is_kept_from_then_on(
    office: tuple[Path, Small, Exhibit], tmp_path: Path
):
    folder, small, paper = copy_of(office[0], tmp_path / "v.thbvault"), office[1], office[2]
    session = unlock(folder)
    leaver = colleague(session, UserRole.PROSECUTOR)
    guest = users.signer_of(session, leaver.id, passphrase(typed_by(leaver.role)))
    own = session.user, session.keys
    session.user, session.keys = leaver, guest.keys
    parts = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)
    before = {part: open_compartment(part, session) for part in parts}
    session.user, session.keys = own

    users.retire_user(
        session,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(),
        second=by_a_colleague(session, TwoPersonAct.RETIRE_USER, leaver.id),
    )

    for part, old in before.items():
        assert leaver.id not in holders_in(session, part)
        assert open_compartment(part, session) != old
    assert sealed.reveal_assessment(session, small.person.id, justification="Summons").wishes
    second_given = second(session, TwoPersonAct.REVEAL_IDENTITY, replace(paper, id=small.person.id))
    identity = people.reveal_identity(session, small.person.id, justification="Summons", second=second_given)
    assert identity.name == NAME
    found = health.check_vault(session).findings
    assert Standing.BROKEN not in {finding.standing for finding in found}
    session.close()
    clerk = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    assert clerk.opening.is_sound
    clerk.close()
