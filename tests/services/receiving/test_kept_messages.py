"""Receipts and notices that are kept: a row that its office did not sign so closes nothing, and is named."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import NEXT_DAY, copy_of, unlock
from tests.support.receiving import Post, Receiver, recorded_office
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.receiving import ForeignOffice, PackageReceipt, ReceivedNotice
from thb_desktop.findings import Finding, Standing, of_entry
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import notices, offices, receipts
from thb_desktop.services.receiving.receipts import SentState

Changed = Callable[[PackageReceipt], PackageReceipt]


@pytest.fixture
def liege(post: Post, tmp_path: Path) -> Iterator[Session]:
    """The vault that sent, a day later: something of what it sent was corrected."""
    session = unlock(copy_of(post.office, tmp_path / "liege.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


def known(session: Session, other: Session) -> ForeignOffice:
    """Record the office of another vault."""
    root = root_certificate(other.office_record)
    return offices.add_office(
        session,
        name="Bucharest",
        country="RO",
        roots=[root],
        fingerprint=sha256(root).hexdigest(),
        told="By telephone",
    )


def named(session: Session) -> list[Finding]:
    return [each for each in check_vault(session).findings if each.code == "message-unsigned"]


def written(session: Session, row: Any, action: VaultAction, subject: str) -> None:
    """Write a row as somebody's own program does: past the use case that reads the file."""
    with session.work() as work:
        work.save(replace(row, id=RowId(work.new_id()), at=work.at, entered_by=session.user.id))
        work.record(subject, action, "P-01")


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "change",
    [
        lambda receipt: replace(receipt, data="%"),
        lambda receipt: replace(receipt, data=b64encode(b"PK").decode()),
        lambda receipt: replace(receipt, refused=(), accepted=(*receipt.accepted, receipt.accepted[0])),
        lambda receipt: replace(receipt, refused=(("E-05", "Something else"),)),
        lambda receipt: replace(receipt, remarks="All is well"),
        lambda receipt: replace(receipt, received_at=NEXT_DAY),
        lambda receipt: replace(receipt, foreign_id="another"),
        lambda receipt: replace(receipt, sha256="0" * 64),
        lambda receipt: replace(receipt, head_size=0, head_root=""),
    ],
)
def test_a_receipt_that_its_office_did_not_sign_so_closes_nothing_and_who_entered_it_is_named(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path, change: Changed
):
    recorded_office(receiver.session, post)
    received = receiver.imported(refused={"E-05": "Not readable"})
    receipts.write_receipt(receiver.session, received.id, tmp_path / "receipt.asice")
    office = known(liege, receiver.session)
    honest = unlock(copy_of(post.office, tmp_path / "other.thbvault"), start=NEXT_DAY)
    known(honest, receiver.session)
    true = receipts.import_receipt(honest, tmp_path / "receipt.asice")
    honest.close()
    forged = change(replace(true, office_id=office.id))

    written(liege, forged, VaultAction.RECEIPT_ENTERED, forged.package_id)

    (told,) = named(liege)
    (sent,) = receipts.list_sent(liege, post.made.package.case_id)
    assert (told.key, told.standing) == ("message-unsigned.receipt", Standing.BROKEN)
    assert told.values == {"name": liege.user.name}
    assert told.where == (of_entry(liege.journal.size),)
    assert [each.key for each in sent.signers] == ["receipt-from.unsigned"]
    assert sent.state is SentState.OTHER


@pytest.mark.parametrize(
    "change",
    [
        lambda notice: replace(notice, data="%"),
        lambda notice: replace(notice, text="Nothing is wrong"),
        lambda notice: replace(notice, exhibit_id=None),
        lambda notice: replace(notice, foreign_id="another"),
        lambda notice: replace(notice, sent_number="P-002"),
    ],
)
def test_a_notice_that_its_office_did_not_sign_so_is_named_with_who_entered_it(
    liege: Session,
    post: Post,
    receiver: Receiver,
    tmp_path: Path,
    change: Callable[[ReceivedNotice], ReceivedNotice],
):
    recorded_office(receiver.session, post)
    receiver.imported()
    found = exhibits.find_numbered(liege, post.made.package.case_id, "E-05")
    assert found is not None
    corrections.correct(liege, replace(found, source="Another place"), "It was taken elsewhere")
    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "The place of seizure was another", tmp_path / "notice.asice")
    with closing(unlock(copy_of(receiver.session.vault.layout.folder, tmp_path / "same"))) as honest:
        true = notices.import_notice(honest, tmp_path / "notice.asice")
        assert named(honest) == []

    written(receiver.session, change(true), VaultAction.NOTICE_ENTERED, true.case_id)

    (told,) = named(receiver.session)
    assert (told.key, told.standing) == ("message-unsigned.notice", Standing.BROKEN)
    assert told.values == {"name": receiver.session.user.name}
