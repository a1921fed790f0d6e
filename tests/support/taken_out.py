"""A file that goes out: what a person says of it, and one of an exhibit that is barred."""

from pathlib import Path

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.bundling.taking_out import TakingOut
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, leaving

GOING_OUT = TakingOut(
    recipient="Institute of Forensics",
    state="BE",
    party=PartyKind.EXPERT,
    reason="Examination ordered on 2 June",
    unsearched_because="The clerk looked at it",
)


def added_file(session: Session, exhibit_id: ExhibitId, place: Path, *, barred: bool = True) -> FileId:
    """Add a file to an exhibit, which then goes out by two persons alone."""
    source = place / "ledger.txt"
    source.write_bytes(b"Lines of a ledger, in clear.\n" * 4000)
    file = exhibit_files.add_file(
        session, exhibit_id, source=source, name="ledger.txt", media_type="text/plain"
    )
    if barred:
        leaving.bar_exhibit(session, exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")
    return file.id
