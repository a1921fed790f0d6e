"""The other side of the demonstration: a fictional office abroad receives PERLA and signs a receipt."""

from contextlib import closing
from datetime import date
from pathlib import Path

from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import CaseId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CaseStatus, OfficialRole, UserRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import root_fingerprint, root_pem
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import arrivals, offices, receipts
from thb_desktop.services.receiving.arrival_rows import Arrival
from thb_desktop.services.receiving.examining import examine, known_before
from thb_desktop.vault.system import create_file, medium, write_all
from thb_desktop.verify.run import certificates_in

VAULT, ROOT, RECEIPT = "receiver.thbvault", "receiver-root.pem", "perla-receipt.asice"
_OFFICE, _JUDGE = "Parchetul fictiv, Biroul 1 (fictiv)", "Ilinca Vârtosu"
_TOLD = "Démonstration : les deux bureaux sont sur cet ordinateur"
_TOLD_THERE = "Demonstrație: ambele birouri sunt pe acest calculator"


@permitted(Right.REGISTER_EXHIBITS)
def receive_demo_package(
    session: Session, folder: Path, opener: Opener, root: Path, *, passphrase: str
) -> Path:
    """Make the vault of the receiver beside the root, import the package there, and enter the receipt here;
    return its file.
    """
    into = root.parent
    created = vaults.create_vault(
        into / VAULT,
        office=_OFFICE,
        user_name=_JUDGE,
        role=UserRole.PROSECUTOR,
        passphrase=prepare(passphrase),
        environment=session.environment,
    )
    target = into / RECEIPT
    with closing(created.session) as there:
        vaults.confirm_recovery_code(there, created.recovery_code)
        _know(there, session, root, country="BE", told=_TOLD_THERE)
        official = _official(there)
        looked = examine(known_before(there), folder, (opener,))
        arrival = Arrival(
            case_id=official.case_id,
            number="P-1",
            received_by=official.id,
            at=there.clock.read().at,
        )
        received = arrivals.import_package(there, looked, arrival)
        receipts.write_receipt(there, received.id, target)
        theirs = into / ROOT
        with medium(), create_file(theirs) as file:
            write_all(file, root_pem(there.office_record).encode("ascii"))
        _know(session, there, theirs, country="RO", told=_TOLD)
    receipts.import_receipt(session, target)
    return target


def _know(here: Session, there: Session, root: Path, *, country: str, told: str) -> None:
    """Record the root of one office in the vault of the other."""
    offices.add_office(
        here,
        name=there.office_record.name,
        country=country,
        roots=certificates_in(root),
        fingerprint=root_fingerprint(there.office_record),
        told=told,
    )


def _official(session: Session) -> Official:
    case = cases.open_case(
        session,
        CaseFile(
            id=CaseId(""),
            reference="DEMO-RO-1",
            titles=(("ro", "Dosar fictiv"),),
            language="ro",
            country="RO",
            notice_number="",
            opened_on=date(2026, 5, 4),
            status=CaseStatus.OPEN,
            fictional=True,
        ),
    )
    return people.add_official(
        session,
        Official(
            id=OfficialId(""),
            case_id=case.id,
            code="P-1",
            role=OfficialRole.PROSECUTOR,
            name=_JUDGE,
            country="RO",
            user_id=session.user.id,
        ),
    )
