"""What was sent in the first form: every later version opens it, says that it holds, and receives it."""

import io
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tests.package.data.make_sent import CORRECTED, FILES, FOLDER, LIST, REFUSED, REMARKS
from tests.support.offices import Small, unlock
from tests.support.receiving import SENDER, arrival, receiving_office
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger import canonical
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.services.receiving import arrivals, notices, offices
from thb_desktop.services.receiving.examining import examine, known_before
from thb_desktop.vault.tables import registry
from thb_desktop.verify.run import Request, certificates_in, check_file

SENT_BY, GOT_BY = FOLDER / "sender-root.pem", FOLDER / "receiver-root.pem"
SAID: dict[str, Any] = json.loads((FOLDER / "said.json").read_text("utf-8"))


def opener() -> KeyOpener:
    key = load_pem_private_key((FOLDER / "addressee.key").read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    (certificate,) = certificates_in(FOLDER / "addressee.pem")
    return KeyOpener(certificate=certificate, private_key=key)


def standings(file: Path, root: Path) -> dict[Standing, list[Finding]]:
    found: dict[Standing, list[Finding]] = {}
    for finding in check_file(Request(file=file, roots=(root,))):
        found.setdefault(finding.standing, []).append(finding)
    return found


def inside(path: Path) -> Container:
    return open_container(io.BytesIO(path.read_bytes()))


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """The container, opened with the key of its addressee."""
    target = tmp_path / "opened.asice"
    open_folder(FOLDER / "closed", target, [opener()])
    return target


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[tuple[Session, Small]]:
    """An office of today, to which the sender is known."""
    folder = tmp_path / "office.thbvault"
    small = receiving_office(folder)
    session = unlock(folder)
    roots = certificates_in(SENT_BY)
    offices.add_office(
        session,
        name=SENDER,
        country="BE",
        roots=roots,
        fingerprint=sha256(roots[0]).hexdigest(),
        told="By telephone, by the clerk of Liège",
    )
    yield session, small
    session.close()


def test_the_package_and_the_bundle_in_it_hold(container: Path, tmp_path: Path):
    bundle = tmp_path / "bundle.pdf"
    bundle.write_bytes(b"".join(inside(container).pieces("data/bundle.pdf")))

    assert sha256(bundle.read_bytes()).hexdigest() == SAID["bundle"]
    assert standings(container, SENT_BY).keys() == {Standing.HOLDS}
    assert standings(bundle, SENT_BY).keys() == {Standing.HOLDS}


@pytest.mark.parametrize(("name", "root"), [("receipt.asice", GOT_BY), ("notice.asice", SENT_BY)])
def test_the_receipt_and_the_notice_hold(name: str, root: Path):
    assert standings(FOLDER / name, root).keys() == {Standing.HOLDS}


def test_the_receipt_says_what_was_refused_and_of_which_package():
    text = canonical.parse(b"".join(inside(FOLDER / "receipt.asice").pieces("data/receipt.json")))

    assert isinstance(text, dict)
    assert text["remarks"] == REMARKS
    assert isinstance(text["package"], dict)
    assert text["package"]["id"] == SAID["package"]
    assert REFUSED in canonical.encode(text).decode()


def test_an_office_of_today_receives_the_package_and_enters_the_notice(receiver: tuple[Session, Small]):
    session, small = receiver
    looked_at = examine(known_before(session), FOLDER / "closed", (opener(),))

    received = arrivals.import_package(session, looked_at, arrival(small))
    notice = notices.import_notice(session, FOLDER / "notice.asice")

    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    assert (notice.exhibit_id, notice.text) == (items[LIST], CORRECTED)
    kept = {}
    for number in FILES:
        for file in registry.EXHIBIT_FILE.among(session.read, "exhibit_id", [items[number]]):
            with session.vault.content.open(file.object_id, file.size) as content:
                kept[number] = content.read()
    assert kept == {number: data for number, (_, data) in FILES.items()}
    assert {each.standing for each in check_vault(session).findings} == {Standing.HOLDS}
