"""A signed receipt by real keys: of a stranger, of another package, the right one, and the same once more."""

import io
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.services.receiving.test_notices_of_records import Sent
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import NEXT_DAY, registered, unlock
from tests.support.packages import prepared_of, recorded
from tests.support.receiving import NAME, arrival, receiving_office
from tests.support.recipients import Holder
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from tests.support.vaults import PASSPHRASE
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.receiving import ReceivedPackage
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.messages.signed_messages import packed_message
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import arrivals, examining, offices, receipts
from thb_desktop.vault.tables import registry
from thb_desktop.verify.receipt_text import RECEIPT

LISTED = "Packages: 2026/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A package with the files of two exhibits: the vault that made it, its folder and its addressee."""

    office: Path
    root: bytes
    folder: Path
    addressee: Holder


def parcel(place: Path) -> Parcel:
    office = place / "vault"
    small = receiving_office(office)
    with closing(unlock(office)) as session:
        taken = []
        for number in ("E-01", "E-02"):
            one = registered(session, small, number=number)
            exhibit_files.add_file(
                session, one.id, source=io.BytesIO(number.encode()), name="a.txt", media_type="text/plain"
            )
            taken.append(one.id)
        addressee, _ = recorded(session, place)
        options = bundles.BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="Execution",
            recipient="DIICOT",
            exhibit_ids=tuple(taken),
            released_with=ALONE,
            transfer=AT_HOME,
        )
        prepared = bundles.prepare_bundle(session, small.case.id, options)
        bundles.sign_bundle(session, prepared, place / "bundle.pdf", second=ALONE)
        packages.make_package(
            session, prepared_of(session, place / "bundle.pdf"), place / "closed", second=ALONE
        )
        root = root_certificate(session.office_record)
    return Parcel(office=office, root=root, folder=place / "closed", addressee=addressee)


def received(sent: "Parcel | Sent", folder: Path, refused: dict[str, str]) -> ReceivedPackage:
    """Make the vault of the addressee, which knows the office and imports what it sent."""
    small = receiving_office(folder)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        offices.add_office(
            session,
            name=NAME,
            country="BE",
            roots=[sent.root],
            fingerprint=sha256(sent.root).hexdigest(),
            told="By telephone",
        )
        opener = KeyOpener(certificate=sent.addressee.certificate, private_key=sent.addressee.private_key)
        looked = examining.examine(examining.known_before(session), sent.folder, (opener,))
        taken = arrival(small, late_entry_reason="The post", refused=refused)
        return arrivals.import_package(session, looked, taken)


def answers(sent: Parcel, place: Path) -> tuple[Path, Path, bytes]:
    """What the office that received signs: a receipt, and one that names another package; and its root.

    Beside them, one of a time that is still to come, and one that accepts all before the package was made.
    """
    came = received(sent, place / "there.thbvault", {"E-02": "Not readable"})
    right, other = place / "receipt.asice", place / "other.asice"
    with closing(unlock(place / "there.thbvault", start=NEXT_DAY)) as session:
        receipts.write_receipt(session, came.id, right)
        container = open_container(io.BytesIO(right.read_bytes()))
        text = canonical.parse(b"".join(container.pieces("data/receipt.json")))
        assert isinstance(text, dict)
        every = [*text["accepted"], *text["refused"]]  # type: ignore[misc]
        at = session.clock.read().at.replace(microsecond=0)
        for file, changes in (
            (other, {"package": {**text["package"], "id": "another"}}),  # type: ignore[dict-item]
            (place / "ahead.asice", {"received_at": "2999-01-01T00:00:00.000000+00:00"}),
            (
                place / "early.asice",
                {
                    "id": "early",
                    "received_at": "2001-01-01T00:00:00.000000+00:00",
                    "accepted": every,
                    "refused": [],
                },
            ),
        ):
            file.write_bytes(packed_message(session, RECEIPT, {**text, **changes}, at))
        return right, other, root_certificate(session.office_record)


def enters(clerk: Clerk, file: Path) -> None:
    clerk.presses("Enter a receipt")
    clerk.chooses_files("Receipt that came back", str(file))


def test_a_signed_receipt_is_entered_by_keys_with_every_mistake_on_the_way(clerk: Clerk, tmp_path: Path):
    sent = parcel(tmp_path)
    vault = sent.office
    right, other, root = answers(sent, tmp_path)
    (tmp_path / "text.asice").write_text("no")
    clerk.opens(vault, PASSPHRASE)

    clerk.takes_from_menu("Vault and user", "r")
    clerk.sees_dialog(LISTED)
    clerk.reads("no receipt yet of Judge of Borduria")
    enters(clerk, tmp_path / "text.asice")
    clerk.reads("is not a receipt or notice of an office")
    enters(clerk, right)
    clerk.waits_for_focus("Record this office")
    clerk.screen.keys("space")
    clerk.sees_dialog("Record an office abroad")
    clerk.fills(
        {
            "Name": NAME,
            "State (two capital letters)": "RO",
            "Its fingerprint (SHA-256)": "0" * 64,
            "Who told it, and how": "the registry by telephone",
        }
    )
    clerk.screen.keys("ctrl+Return")
    clerk.reads("No certificate in the file has the fingerprint")
    clerk.fills({"Its fingerprint (SHA-256)": sha256(root).hexdigest()})
    clerk.takes("Record an office abroad")
    clerk.reads("for P-001 is entered. Nobody recorded whether it is the office of a recipient")
    clerk.reads("1 exhibit accepted; E-02 refused: Not readable")
    clerk.screen.picture("entered")
    enters(clerk, right)
    clerk.reads("was entered already")
    enters(clerk, other)
    clerk.reads("did not make the package")
    enters(clerk, tmp_path / "ahead.asice")
    clerk.reads("at a time that is still to come")
    enters(clerk, tmp_path / "early.asice")
    clerk.reads("it was made at")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        receipt, early = registry.PACKAGE_RECEIPT.all(session.read)
        (anchor,) = receipts.compare_receipt(session, right)
    assert (receipt.from_party, [each for each, _ in receipt.refused]) == (NAME, ["E-02"])
    assert (len(receipt.accepted), len(early.accepted)) == (1, 2)
    assert anchor.standing is Standing.HOLDS
    assert clerk.screen.errors() == ""
