"""What a bundle is forged with: what the program gathers, a signer, and a release that says anything."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tests.services.bundling.test_bundles import perla, small_choice
from tests.support.offices import JUDGE
from tests.support.strangers import lay_out
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_release import SignatureWanted
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.second_person import Approval, Seconded
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct, UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger.release import SignedRelease
from thb_desktop.report import pades
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.services.bundling import bundle_content, bundle_extract
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.bundling.scoping import Scope
from thb_desktop.services.core.approvals import statement
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.verify.exits import NOT_JUDGED, exit_code
from thb_desktop.verify.pdf import check_pdf

CLERK, CUSTODIAN, ANALYST = "Clerk Three", "Custodian Five", "Analyst Four"
WORDS = {
    CLERK: OTHER_PASSPHRASE,
    CUSTODIAN: "pebble saddle mirror walnut copper",
    ANALYST: "harbour velvet pencil summer button",
}
ROLES = {CLERK: UserRole.CLERK, CUSTODIAN: UserRole.EVIDENCE_CUSTODIAN, ANALYST: UserRole.ANALYST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forged:
    """What an attacker states: the fields of the cover, and the release in the signature."""

    content: BundleContent
    signer: Signer
    release: Callable[[bytes], SignedRelease | None]

    def pages(self) -> bytes:
        target = io.BytesIO()
        compose_bundle(self.content, target)
        return target.getvalue()

    def file(self, root: bytes, *, pages: bytes | None = None) -> bytes:
        laid_out = pages or self.pages()
        target = io.BytesIO()
        release = self.release(laid_out)
        pades.sign(
            io.BytesIO(laid_out),
            target,
            field="Authority",
            signer=self.signer,
            chain=[root],
            certify=pades.Certification.NO_CHANGES,
            at=self.content.release.made_at,
            reason="Approval of the bundle",
            release=release.to_bytes() if release else b"",
        )
        return target.getvalue()


def user(session: Session, name: str) -> AgentId:
    return next(each.id for each in users.list_users(session) if each.name == name)


def content_of(session: Session) -> BundleContent:
    """What the program gathers for a user who prepares a bundle of one interview and one exhibit.

    The custody extract shows the keys of everybody.
    """
    case = perla(session)
    chosen = replace(small_choice(session, case), released_with=user(session, CUSTODIAN))
    content = bundle_content.gather(session, case.id, chosen)
    return with_extract(content, extract_for(session, content))


def extract_for(session: Session, content: BundleContent) -> bytes:
    scope = Scope(frame=content.frame, finance=content.finance, withheld=())
    subjects = [*bundle_extract._subjects(content.interviews, content.exhibits, scope)]
    return extract_of(session, subjects, [certificate_of(each) for each in users.list_users(session)]).data


def with_cover(session: Session, signer: Signer, *, function: UserRole, name: str = JUDGE) -> BundleContent:
    """The pages say that the judge decided with the agreement of the custodian."""
    content = content_of(session)
    place = SignatureWanted(
        field="Authority",
        user_id=user(session, JUDGE),
        name=name,
        function=function,
        certificate=hashlib.sha256(signer.certificate or b"").hexdigest(),
    )
    second = Seconded(name=CUSTODIAN, role=UserRole.EVIDENCE_CUSTODIAN)
    return replace(
        content, release=replace(content.release, signatures=(place,), released_by=JUDGE, second=second)
    )


def approval_by(
    session: Session, pages: bytes, approver: str, signer: Signer, **changes: object
) -> SignedRelease:
    """A release for these pages in the name of somebody, signed with a key at hand."""
    people = {each.name: each for each in users.list_users(session)}
    asked = Approval(
        id=RowId(session.new_id(session.clock.read().at)),
        kind=SecondKind.APPROVED,
        act=TwoPersonAct.RELEASE_BUNDLE,
        subject=hashlib.sha256(pages).hexdigest(),
        requested_by=people[JUDGE].id,
        approved_by=people[approver].id,
        at=session.clock.read().at,
    )
    asked = replace(asked, **changes)  # type: ignore[arg-type]
    signed = replace(asked, signature=signer.sign(statement(asked, session.vault_id)).hex())
    certificate = certificate_of(people[approver])
    return SignedRelease(vault=session.vault_id, size=len(pages), approval=signed, certificate=certificate)


def colleague(session: Session, name: str) -> Signer:
    """The key of a colleague who is at the desk, as for an approval."""
    return users.signer_of(session, user(session, name), passphrase(WORDS[name])).keys.signer


def honest(session: Session, pages: bytes) -> SignedRelease:
    return approval_by(session, pages, CUSTODIAN, colleague(session, CUSTODIAN))


def by_script(file: bytes, session: Session, place: Path) -> tuple[int, str]:
    """The answer of the script that strangers use: its exit code, and what it says.

    It is the answer of `thb verify`, or 47: what the script cannot judge, because another program wrote it.
    """
    (place / "bundle.pdf").write_bytes(file)
    (place / "root.pem").write_text(root_pem(session.office_record), "ascii")
    command = [sys.executable, "-I", "-S", str(lay_out(place)), "bundle.pdf", "root.pem"]
    ran = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr, ran.stderr
    ours = exit_code(_found(file, root_certificate(session.office_record)))
    assert ran.returncode in (ours, NOT_JUDGED), ran.stdout
    return ran.returncode, ran.stdout


def broken(file: bytes, session: Session) -> set[str]:
    """The codes that the check calls broken, for somebody who trusts the root."""
    found = _found(file, root_certificate(session.office_record))
    return {finding.key for finding in found if finding.standing is Standing.BROKEN}


@lru_cache(maxsize=1)
def _found(file: bytes, root: bytes) -> tuple[Finding, ...]:
    """What is found in a file: its codes and its exit code are asked for one after the other."""
    return check_pdf(file, trusted_roots=[root])


def with_extract(content: BundleContent, extract: bytes) -> BundleContent:
    return replace(content, proof=replace(content.proof, custody_extract=extract))
