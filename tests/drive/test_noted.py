"""The log of sendings by real keys: a single file that was taken out, and an identity annex, are noted."""

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric import ec

from tests.drive.test_package import records
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.instruments import added
from tests.support.recipients import holder
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import TransmissionChannel
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.vault.tables import registry

NOTING = "Note that it was sent"
LINE = {
    "Number in the file": "S-1",
    "For the instrument": "EIO-1",
    "Channel": "Courier",
    "On": "15.1.2026",
    "By whom": "The registry",
}
CORRECTING = "Correct a transmission: S-1"


def test_an_identity_annex_is_noted_as_sent(clerk: Clerk, tmp_path: Path):
    vault, bundle, folder = (tmp_path / name for name in ("vault", "bundle.pdf", "annex"))
    at = SystemClock().read().at
    judge, office = (
        holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=at)
        for name in ("judge", "office")
    )
    office_with_record(vault, is_signed=True)
    with closing(reopen(vault)) as session:
        like = SimpleNamespace(case=registry.CASE_FILE.all(session.read)[0])
        added(session, like)  # type: ignore[arg-type]  # of a small case, only this is asked
    clerk.opens(vault, PASSPHRASE)

    exports(clerk, bundle)
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    records(clerk, judge, "Addressee", "Judge of Borduria")
    records(clerk, office, "Own office", "Registry")
    clerk.escapes()
    clerk.presses("Identity annex")
    clerk.sees_dialog("Identity annex of bundle B-001")
    for ticks in ("Identities of", "Closed for"):
        clerk.reaches(ticks)
        clerk.screen.keys("Home", "space")
    clerk.fills(
        {
            "Reason": "Summons of the victim",
            "New folder": str(folder),
            "Reason for acting alone": "alone in the office",
        }
    )
    clerk.screen.picture("annex")
    clerk.takes("Identity annex of bundle B-001")
    clerk.reads("Identity annex \u2066A-001\u2069 is written.")
    clerk.presses("Note that the annex was sent")
    clerk.sees_dialog(NOTING)
    clerk.fills(LINE)
    clerk.takes(NOTING)
    clerk.reads("in the log of transmissions.")
    clerk.screen.picture("noted")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (annex,) = registry.IDENTITY_ANNEX.all(session.read)
        (noted,) = registry.TRANSMISSION.all(session.read)
    assert noted.what == f"A-001 (B-001), SHA-256 {annex.sha256}"
    assert (noted.number, noted.channel) == ("S-1", TransmissionChannel.COURIER)
    assert clerk.screen.errors() == ""
