"""The address of a shelter in a package: the masks of the time of its bundle count."""

from pathlib import Path

import pytest

from tests.services.bundling.test_versions import drawn_up, mask
from tests.support.offices import Small, by_hand, keeping_triggers
from tests.support.packages import recorded
from tests.support.records import held, outcome, sign, turn
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.vocabulary import Premises, RecipientKind
from thb_desktop.errors import AddressPrintedError
from thb_desktop.services.bundling import bundles, redactions
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import packages, register
from thb_desktop.services.testimony import read_back

STREET = "Rue Zenobia 12"


def gather(session: Session, bundle: Path) -> None:
    addressees = [
        each.id for each in register.list_recipients(session) if each.kind is RecipientKind.ADDRESSEE
    ]
    options = packages.PackageOptions(recipients=tuple(addressees))
    packages.gather_package(session, packages.read_bundle(bundle), options)


def bundled(session: Session, small: Small, version: Disclosure, target: Path) -> Path:
    asked = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, small.case.id, asked)
    bundles.sign_bundle(session, prepared, target, second=ALONE)
    return target


def become_a_shelter(session: Session, interview_id: InterviewId) -> None:
    """Today nobody can sign such a record; one of an earlier program can be there."""
    with by_hand(session) as connection, keeping_triggers(connection):
        on_records = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'interview'"
        for (name,) in connection.execute(on_records).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE interview SET premises = ? WHERE id = ?", (Premises.SHELTER, interview_id))


@pytest.mark.requirement("SR-36")
def test_a_package_is_judged_by_the_masks_of_its_bundle(session: Session, small: Small, tmp_path: Path):
    recorded(session, tmp_path)
    record = held(session, small, premises=Premises.POLICE, place=f"{STREET}, Liège")
    turn(session, record)
    read_back.read_back(session, record.id, outcome(), SIGNED_BY_ALL)
    record = sign(session, record.id)
    place = "interview", record.id, "place"
    masked_then, masked_now = (drawn_up(session, small) for _ in range(2))
    made = mask(session, masked_then, place, STREET, record.place)
    masked, shown = (
        bundled(session, small, version, tmp_path / f"{version.id}.pdf")
        for version in (masked_then, masked_now)
    )
    redactions.withdraw_redaction(session, made.id, "Ordered by the judge")
    mask(session, masked_now, place, STREET, record.place)
    become_a_shelter(session, record.id)

    gather(session, masked)
    with pytest.raises(AddressPrintedError):
        gather(session, shown)
