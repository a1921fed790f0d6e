"""Who holds the root's key issues certificates: none of them lets anybody sign in a colleague's name."""

import secrets
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_bundles import perla, small_choice
from tests.services.persons.test_sealed import by_a_colleague, colleague, office, typed_by
from tests.support.offices import NEXT_DAY, Small, case_file, copy_of, environment, keeping_triggers, unlock
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE
from tests.support.strangers import lay_out
from tests.support.vaults import passphrase
from thb_desktop.crypto import certificates, compartments, signing
from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.compartments import ReceivingKey
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import IdentityKind, SecondKind, TwoPersonAct, UserRole
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.signers import about_member
from thb_desktop.ledger.statement import key_id
from thb_desktop.services.bundling import bundles, extracts
from thb_desktop.services.case_file import cases
from thb_desktop.services.core import keys, signers
from thb_desktop.services.core.approvals import statement
from thb_desktop.services.core.login import new_entry_author, root_certificate, root_fingerprint, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.user_certification import admission_of
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users, vaults
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.database import allow_writing
from thb_desktop.vault.tables import registry
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.exits import exit_code
from thb_desktop.verify.pdf import check_pdf

__all__ = ["office"]


@pytest.fixture
def folder(office: tuple[Path, Small, object], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "v.thbvault")


class Administrator:
    """A colleague who may manage users, with a program of their own in place of ours."""

    def __init__(self, folder: Path) -> None:
        self.session = unlock(folder, typed_by(UserRole.ADMINISTRATOR), start=NEXT_DAY)
        self.session.vault.file = None  # this program does not ask who else writes
        self.root = root_of(self.session.office_record, self.session)
        self.judge = colleague(self.session, UserRole.INVESTIGATING_JUDGE)
        self.mine = SoftwareSigner.of(signing.new_private_key(secrets.token_bytes))
        self.me, self.my_keys = self.session.user, self.session.keys
        allow_writing(self.session.read)

    def certificate(self, user: User | None = None) -> str:
        """A certificate of the root over the attacker's own key, with the id of somebody else."""
        user = user or self.judge
        leaf = certificates.issue_leaf(
            self.root.signer.private_key,
            self.root.certificate,
            certificates.Subject(
                common_name=user.name, organisation=self.session.office, serial_number=user.id
            ),
            self.mine.public_key,
            at=self.session.clock.read().at,
            randomness=secrets.token_bytes,
        )
        return b64encode(leaf).decode("ascii")

    def save(self, *rows: object, about: str, action: VaultAction) -> None:
        """Write rows whatever the database's rules are, under an event of one's own."""
        allow_writing(self.session.read)
        with keeping_triggers(self.session.read):
            self.session.read.execute("DROP TRIGGER user_stays_as_admitted")
            self.session.read.execute("DROP TRIGGER signing_identity_stays")
            with past_the_list(), self.session.work() as work:
                work.save(*rows)
                work.record(about, action)
            allow_writing(self.session.read)

    def admitted(self, user: User) -> User:
        return replace(user, admission=admission_of(user, self.session.vault_id, self.root.signer))

    def identity(self, **changes: object) -> SigningIdentity:
        fields: dict[str, object] = {
            "id": RowId(self.session.new_id(self.session.clock.read().at)),
            "user_id": self.judge.id,
            "kind": IdentityKind.CARD,
            "certificate": self.certificate(),
            "issued": (),
            "added_at": self.session.clock.read().at,
            "token": "T",
        }
        return SigningIdentity(**{**fields, **changes})  # type: ignore[arg-type]

    def becomes(self, user: User, signer: SoftwareSigner | None = None) -> None:
        self.session.user = user
        self.session.keys = replace(self.my_keys, signer=signer or self.mine)
        self.session.author = new_entry_author(
            self.session.office_record,
            user,
            self.session.keys,
            first=self.session.journal.size + 1,
            reading=self.session.clock.read(),
            environment=self.session.environment,
        )
        self.session._consultation_log = None

    def writes_as(self, user: User) -> str:
        self.becomes(user)
        return cases.open_case(self.session, case_file(reference="2026/666")).id

    def leaves(self) -> None:
        """The last head is one of their own: only the judge's entry is not."""
        self.becomes(self.me, self.my_keys.signer)  # type: ignore[arg-type]
        with self.session.work() as work:
            work.record(self.me.id, VaultAction.PASSPHRASE_CHANGED)
        self.session.close()


def by_an_identity(attacker: Administrator) -> User:
    """A row of a further key, told by an event."""
    attacker.save(attacker.identity(), about=attacker.judge.id, action=VaultAction.IDENTITY_VOUCHED)
    return attacker.judge


def by_an_identity_that_vouches_for_itself(attacker: Administrator) -> User:
    """The first entry under the key is the one that tells it."""
    attacker.becomes(attacker.judge)
    attacker.save(attacker.identity(), about=attacker.judge.id, action=VaultAction.IDENTITY_VOUCHED)
    return attacker.judge


def by_the_row_of_the_user(attacker: Administrator) -> User:
    """The certificate in the judge's row is another one, newly admitted; the old one is a further key."""
    forged = attacker.admitted(replace(attacker.judge, certificate=attacker.certificate()))
    former = attacker.identity(certificate=attacker.judge.certificate)
    attacker.save(forged, former, about=attacker.judge.id, action=VaultAction.KEYS_GIVEN)
    return forged


def sham_judge(attacker: Administrator) -> User:
    """Another user of the judge's name and role, certified and admitted with the root's key."""
    name = f"{attacker.judge.name} "
    sham = replace(attacker.judge, id=keys.agent_of(secrets.token_bytes(16)), name=name)
    return attacker.admitted(replace(sham, certificate=attacker.certificate(sham)))


def by_a_new_judge(attacker: Administrator, sham: User | None = None, *approvals: Approval) -> User:
    """Added without a second person."""
    sham = sham or sham_judge(attacker)
    attacker.save(*approvals, sham, about=sham.id, action=VaultAction.USER_ADDED)
    return sham


def approval_of(attacker: Administrator, sham: User, **changes: object) -> Approval:
    at = attacker.session.clock.read().at
    key = key_id(read_holder(b64decode(sham.certificate)).public_key)
    fields: dict[str, object] = {
        "id": RowId(attacker.session.new_id(at)),
        "kind": SecondKind.APPROVED,
        "act": TwoPersonAct.ADD_USER,
        "subject": about_member(sham.role.value, sham.name, sham.id, key),
        "requested_by": attacker.me.id,
        "approved_by": colleague(attacker.session, UserRole.CLERK).id,
        "at": at,
    }
    asked = Approval(**{**fields, **changes})  # type: ignore[arg-type]
    return replace(asked, signature=attacker.mine.sign(statement(asked, attacker.session.vault_id)).hex())


def by_a_new_judge_whom_nobody_could_approve(attacker: Administrator) -> User:
    sham = sham_judge(attacker)
    alone = approval_of(attacker, sham, kind=SecondKind.ALONE, approved_by=None, reason="Nobody else")
    return by_a_new_judge(attacker, sham, replace(alone, signature=""))


def by_a_new_judge_whom_a_sham_clerk_approved(attacker: Administrator) -> User:
    sham = sham_judge(attacker)
    return by_a_new_judge(attacker, sham, approval_of(attacker, sham))


def by_a_new_judge_after_everybody_was_retired(attacker: Administrator) -> User:
    """Without anybody else left, nobody could approve; but one person retires nobody."""
    for leaver in users.list_users(attacker.session):
        if leaver.id != attacker.me.id:
            with past_the_list(), attacker.session.work() as work:
                work.record(leaver.id, VaultAction.USER_RETIRED, "Moved")
    return by_a_new_judge_whom_nobody_could_approve(attacker)


def by_the_role_of_oneself(attacker: Administrator) -> User:
    """The root admits its holder anew, as a judge."""
    risen = attacker.admitted(replace(attacker.me, role=UserRole.INVESTIGATING_JUDGE))
    attacker.mine = attacker.my_keys.signer  # type: ignore[assignment]
    attacker.save(risen, about=risen.id, action=VaultAction.KEYS_GIVEN)
    return risen


WAYS = (
    by_an_identity,
    by_an_identity_that_vouches_for_itself,
    by_the_row_of_the_user,
    by_a_new_judge,
    by_a_new_judge_whom_nobody_could_approve,
    by_a_new_judge_whom_a_sham_clerk_approved,
    by_a_new_judge_after_everybody_was_retired,
    by_the_role_of_oneself,
)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("way", WAYS)
def test_the_key_of_the_root_alone_makes_nobody_somebody_else(
    folder: Path, way: Callable[[Administrator], User]
):
    attacker = Administrator(folder)
    attacker.writes_as(way(attacker))
    attacker.leaves()

    judge = unlock(folder, start=NEXT_DAY.replace(hour=20))
    report = health.check_vault(judge)

    assert not judge.opening.is_sound
    assert verdict(report.findings) is Standing.BROKEN
    judge.close()


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("way", WAYS)
def test_an_extract_of_what_was_written_in_a_colleagues_name_is_not_valid(
    folder: Path, way: Callable[[Administrator], User]
):
    attacker = Administrator(folder)
    case_id = attacker.writes_as(way(attacker))
    made = extracts.extract_of(attacker.session, [case_id])
    fingerprint = root_fingerprint(attacker.session.office_record)
    extract = Extract.parse(made.data)
    mine = b64decode(attacker.certificate(attacker.session.user))
    attacker.session.close()

    forged = replace(extract, users=(*extract.users, mine)).to_bytes()
    findings = check_extract(forged, trusted_root_sha256=fingerprint)

    assert verdict(findings) is Standing.BROKEN


@pytest.mark.requirement("SR-19")
def test_the_root_alone_gives_nobody_another_receiving_key(folder: Path):
    """What is sealed for the judge from then on would be sealed for the attacker."""
    attacker = Administrator(folder)
    theirs = ReceivingKey.from_bytes(compartments.new_receiving_key(secrets.token_bytes))
    key = b64encode(theirs.public).decode("ascii")
    forged = attacker.admitted(replace(attacker.judge, receiving_key=key))
    attacker.save(forged, about=forged.id, action=VaultAction.KEYS_GIVEN)
    attacker.session.close()

    clerk = unlock(folder, typed_by(UserRole.CLERK), start=NEXT_DAY.replace(hour=20))

    assert "user-forged" in {finding.code for finding in clerk.opening.findings}
    clerk.close()


@pytest.mark.requirement("SR-18", "SR-19")
def test_what_shows_whose_the_keys_are_holds_nothing_sealed(folder: Path):
    """An extract names who added its signers; wrapped keys and what a retirement resealed stay inside."""
    judge = unlock(folder, start=NEXT_DAY)
    leaver = colleague(judge, UserRole.CLERK)
    users.retire_user(
        judge,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(),
        second=by_a_colleague(judge, TwoPersonAct.RETIRE_USER, leaver.id),
    )
    case_id = cases.open_case(judge, case_file(reference="2026/9")).id

    made = extracts.extract_of(judge, [case_id, judge.vault_id, leaver.id]).data.decode()
    own = extracts.extract_of(judge, [case_id]).data.decode()

    wrapped = [grant.wrapped for grant in registry.COMPARTMENT_GRANT.all(judge.read)]
    values = [each.sealed for each in registry.SEALED_IDENTITY.all(judge.read)]
    assert wrapped
    assert values
    assert not any(each in made for each in wrapped)
    assert not any(each in own for each in (*wrapped, *values))
    assert verdict(check_extract(own.encode())) is Standing.UNKNOWN  # whose root it is
    judge.close()


@pytest.mark.requirement("SR-15", "SR-18")
def test_the_root_names_the_key_of_the_first_user_so_that_it_makes_no_other_chain(folder: Path):
    judge = unlock(folder, start=NEXT_DAY)

    root = root_certificate(judge.office_record)

    own = read_certificate(b64decode(judge.user.certificate))
    assert read_certificate(root).founder == certificates.read_founder(root) == own.key_id
    judge.close()


def bundle_of(made: Session, place: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A bundle by a program that does not verify what it signed."""
    monkeypatch.setattr(bundles, "check_signed", lambda *_, **__: ())
    load_sample_case(made, "perla")
    case, target = perla(made), place / "bundle.pdf"
    bundles.sign_bundle(
        made, bundles.prepare_bundle(made, case.id, small_choice(made, case)), target, second=ALONE
    )
    return target.read_bytes()


def by_strangers(bundle: bytes, office: Session, place: Path) -> tuple[int, int]:
    """The exit codes of `thb verify` and of the short script, for whoever trusts the office's root."""
    (place / "root.pem").write_text(root_pem(office.office_record), "ascii")
    command = [sys.executable, "-I", "-S", str(lay_out(place)), "bundle.pdf", "root.pem"]
    ran = subprocess.run(command, cwd=place, capture_output=True, check=False)
    return exit_code(
        check_pdf(bundle, trusted_roots=[root_certificate(office.office_record)])
    ), ran.returncode


@pytest.mark.requirement("SR-15", "SR-18", "SR-38")
def test_a_second_chain_that_the_roots_key_certifies_is_not_valid(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A vault of the attacker's own, with the office's root: all of it is made up."""
    attacker = Administrator(folder)
    monkeypatch.setattr(keys, "new_root", lambda *_, **__: attacker.root)
    monkeypatch.setattr(signers, "read_founder", lambda _: "")
    made = vaults.create_vault(
        tmp_path / "own.thbvault",
        office=attacker.session.office,
        user_name=attacker.judge.name,
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(NEXT_DAY),
    ).session
    case_id = cases.open_case(made, case_file(reference="2026/9")).id

    extract = extracts.extract_of(made, [case_id]).data

    trusted = root_fingerprint(attacker.session.office_record)
    found = check_extract(extract, trusted_root_sha256=trusted)
    assert {each.code for each in found if each.standing is Standing.BROKEN} == {"signers"}
    assert by_strangers(bundle_of(made, tmp_path, monkeypatch), attacker.session, tmp_path) == (40, 40)
    made.close()
    attacker.session.close()
