"""Makes what an office sent and got back in the first form: `python -m tests.package.data.make_sent`.

A closed folder with its addressee's key, the receipt that came back, and a notice of a correction. All in it
is fictional. Once a version is out, what it sent stays as it is for good, and a later form gets a folder of
its own; before that, a change of the form makes it anew with this.
"""

import io
import json
import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.support.offices import (
    NEXT_DAY,
    Small,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.packages import sending
from tests.support.receiving import Post, Receiver, receiving_office, recorded_office
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.receiving import notices, receipts

FOLDER = Path(__file__).parent / "sent-1"
REMARKS, REFUSED, CORRECTED = "Original asked for", "Not readable", "The place of seizure was another"
CHAT, LIST = "E-01", "E-02"
FILES = {
    CHAT: ("chat.txt", b"12.05.2025 21:04 M.: the bus leaves at six (fictional)\n"),
    LIST: ("list.csv", b"date,name\n2025-05-12,M.\n"),
}


def fill(session: Session, small: Small) -> None:
    for number, (name, data) in FILES.items():
        made = registered(session, small, number=number)
        exhibit_files.add_file(session, made.id, source=io.BytesIO(data), name=name, media_type="text/plain")


def make(target: Path) -> None:
    """Make all in a new folder."""
    with tempfile.TemporaryDirectory() as place:
        target.mkdir()
        _send(Path(place), target)


def _send(place: Path, target: Path) -> None:
    office = place / "sender.thbvault"
    kept: list[Small] = []
    new_office(office, lambda session: kept.append(small_case(session)))
    with closing(unlock(office)) as session:
        fill(session, kept[0])
        desk = sending(session, place, kept[0].case.reference)
        made = desk.made(target / "closed")
        for name, source in (
            ("addressee.pem", desk.addressee.certificate_file),
            ("addressee.key", desk.addressee.key_file),
        ):
            shutil.copy(source, target / name)
        (target / "sender-root.pem").write_text(root_pem(session.office_record))
        post = Post(
            office=office, desk=desk, made=made, folder=target / "closed", root=target / "sender-root.pem"
        )
        _receive(place, target, post)
    with closing(unlock(office, start=NEXT_DAY)) as session:
        found = exhibits.find_numbered(session, made.package.case_id, LIST)
        assert found is not None
        corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")
        (due,) = notices.list_due(session, made.package.case_id)
        notices.give_notice(session, due, CORRECTED, target / "notice.asice")
    said = {"package": made.package.id, "bundle": sha256(desk.bundle.read_bytes()).hexdigest()}
    (target / "said.json").write_text(json.dumps(said, indent=1, sort_keys=True) + "\n", "utf-8")


def _receive(place: Path, target: Path, post: Post) -> None:
    folder = place / "receiver.thbvault"
    small = receiving_office(folder)
    with closing(unlock(folder)) as session:
        recorded_office(session, post)
        receiver = Receiver(session=session, small=small, post=post)
        received = receiver.imported(refused={LIST: REFUSED})
        receipts.write_receipt(session, received.id, target / "receipt.asice", remarks=REMARKS)
        (target / "receiver-root.pem").write_text(root_pem(session.office_record))


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    make(FOLDER)
