"""The custody of what was sent agrees item by item in both offices: digests, heads and times."""

from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from tests.support.both_records import agreed
from tests.support.offices import NEXT_DAY, registered, unlock
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.receiving import NAME, arrival, receiving_office
from tests.support.second_person import ALONE
from tests.support.taken_out import added_file
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import arrivals, examining, offices, receipts


def known(session: Session, root: bytes) -> None:
    offices.add_office(
        session,
        name=NAME,
        country="BE",
        roots=[root],
        fingerprint=sha256(root).hexdigest(),
        told="By telephone",
    )


def test_digests_heads_and_times_of_both_records_agree(tmp_path: Path):
    small = receiving_office(tmp_path / "ours.thbvault")
    there = receiving_office(tmp_path / "theirs.thbvault")
    with closing(unlock(tmp_path / "ours.thbvault")) as ours:
        held = registered(ours, small)
        added_file(ours, held.id, tmp_path, barred=False)
        addressee, _ = recorded(ours, tmp_path)
        bundle = bundled(ours, small.case.id, [held.id], tmp_path / "bundle.pdf")
        packages.make_package(ours, prepared_of(ours, bundle), tmp_path / "closed", second=ALONE)
        root = root_certificate(ours.office_record)
    with closing(unlock(tmp_path / "theirs.thbvault", start=NEXT_DAY)) as theirs:
        known(theirs, root)
        opener = KeyOpener(certificate=addressee.certificate, private_key=addressee.private_key)
        looked = examining.examine(examining.known_before(theirs), tmp_path / "closed", (opener,))
        arrived = arrival(there, late_entry_reason="The post took two days")
        received = arrivals.import_package(theirs, looked, arrived)
        receipts.write_receipt(theirs, received.id, tmp_path / "receipt.asice")
        with closing(unlock(tmp_path / "ours.thbvault", start=NEXT_DAY + timedelta(hours=1))) as again:
            known(again, root_certificate(theirs.office_record))
            receipts.import_receipt(again, tmp_path / "receipt.asice")

            assert agreed(again, theirs) == 1
