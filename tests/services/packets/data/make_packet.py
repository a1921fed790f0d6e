"""Makes a packet and its return in the first form: `python -m tests.services.packets.data.make_packet`.

The packet of an assignment with the words that open it, and what an interpreter sent back for the same one
with the key that opens that. All in it is fictional. Once a version is out, both stay as they are for good,
and a later form gets a folder of its own. The database in them is cut off behind its first page: no program
of a later schema opens it, and an empty one has 2.8 MB.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.support import packets
from tests.support.assignments import office_copy, office_with_job
from tests.support.offices import unlock
from thb_desktop.crypto.envelopes.return_keys import return_opener
from thb_desktop.domain.assignment import Assignment
from thb_desktop.services.core.login import pem_of
from thb_desktop.services.packets import parcel
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

FOLDER = Path(__file__).parent / "packet-1"
PAGE = 4096


def make(target: Path) -> None:
    """Make all in a new folder."""
    target.mkdir()
    with tempfile.TemporaryDirectory() as place:
        office, laptop = Path(place, "one", "office.thbvault"), Path(place, "laptop")
        office.parent.mkdir()
        assignment = packets.given_to_travel(office, office_with_job(office))
        other = office_copy(office, Path(place, "two", "office.thbvault"))
        whole = packets.sent(office, assignment, Path(place, "packet"))
        packets.taken_in(Path(place, "packet"), laptop, whole.passphrase, whole.root)
        packets.declared(laptop)
        packets.worked(laptop)
        with patch.object(parcel, "_pieces", _cut):
            sent = packets.sent(other, assignment, target / "packet")
            packets.returned(laptop, target / "back")
        said = {"words": sent.passphrase, "root": sent.root, **_of_office(office, assignment, target)}
    (target / "said.json").write_text(json.dumps(said, indent=1, sort_keys=True) + "\n", "utf-8")


def _cut(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()[:PAGE]


def _of_office(office: Path, assignment: Assignment, target: Path) -> dict[str, object]:
    with closing(unlock(office)) as session:
        secret = rows.find_store_secret(session.read, assignment.id)
        assert secret is not None
        opener = return_opener(secret, at=assignment.assigned_at)
        key = opener.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (target / "return.key").write_bytes(key)
        (target / "return.pem").write_text(pem_of(opener.certificate))
        (packet,) = registry.PACKET.all(session.read)
    return {
        "assignment": assignment.id,
        "interpreter": assignment.user_id,
        "packet": packet.sha256,
        "store_root": assignment.root_digest,
    }


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    make(FOLDER)
