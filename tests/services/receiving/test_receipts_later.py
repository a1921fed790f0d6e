"""Receipts that change something later: custody confirms them, one supplements another, one is withdrawn."""

from pathlib import Path

import pytest

from tests.services.receiving.test_receipts import (  # noqa: F401 - fixtures
    Answered,
    answered,
    liege,
    paper,
    scanned,
)
from tests.support.receiving import Post
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import LastFileReliedOnError, NotFoundError, ReasonMissingError, ReceiptSeenError
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.withdrawing import withdraw_file
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import receipts
from thb_desktop.services.receiving.paper_receipts import enter_paper_receipt, withdraw_paper_receipt
from thb_desktop.services.receiving.receipts import SentState
from thb_desktop.vault.tables import registry


def confirmed(session: Session) -> list[tuple[str, str, str]]:
    """Which exhibits have a confirmed receipt: by which document, for which content."""
    return [
        (each.exhibit_id, each.document, each.sha256)
        for each in registry.CUSTODY_EVENT.all(session.read)
        if each.action is CustodyAction.RECEIPT_CONFIRMED
    ]


def test_the_custody_of_what_was_accepted_says_that_its_receipt_is_confirmed(
    liege: Session,  # noqa: F811
    answered: Answered,  # noqa: F811
    post: Post,
):
    receipt = receipts.import_receipt(liege, answered.receipt)

    expected = {(each, receipt.foreign_id, post.made.package.sha256) for each in receipt.accepted}
    assert set(confirmed(liege)) == expected
    assert len(confirmed(liege)) == len(receipt.accepted) > 0


def test_a_later_receipt_that_accepts_what_was_refused_supplements_the_first(
    liege: Session,  # noqa: F811
    answered: Answered,  # noqa: F811
    post: Post,
    tmp_path: Path,
):
    def accepts_all(text: dict) -> None:  # type: ignore[type-arg]
        text["accepted"] += [{"id": each["id"], "number": each["number"]} for each in text["refused"]]
        text.update(id="another", refused=[], remarks="")

    first = receipts.import_receipt(liege, answered.receipt)
    later = receipts.import_receipt(liege, answered.signed(accepts_all, tmp_path / "later.asice"))

    (sent,) = receipts.list_sent(liege, post.made.package.case_id)
    assert sent.receipts == (first, later)
    assert sent.state is SentState.RECEIVED
    assert {each for each, _, _ in confirmed(liege)} == set(later.accepted)
    assert len(confirmed(liege)) == len(later.accepted)
    with pytest.raises(ReceiptSeenError):
        receipts.import_receipt(liege, answered.receipt)
    report = check_vault(liege)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_a_receipt_on_paper_that_was_typed_wrongly_is_withdrawn_with_a_reason_and_entered_again(
    liege: Session,  # noqa: F811
    answered: Answered,  # noqa: F811
    post: Post,
):
    scan = scanned(liege, post)
    wrong = enter_paper_receipt(liege, post.made.package.id, paper(scan, post, refused={"E-05": "Wet"}))
    with pytest.raises(ReasonMissingError):
        withdraw_paper_receipt(liege, wrong.id, " ")

    gone = withdraw_paper_receipt(liege, wrong.id, "E-05 was accepted")
    (between,) = receipts.list_sent(liege, post.made.package.case_id)
    right = enter_paper_receipt(liege, post.made.package.id, paper(scan, post))

    (sent,) = receipts.list_sent(liege, post.made.package.case_id)
    assert (between.state, sent.state) == (SentState.SENT, SentState.RECEIVED)
    assert (sent.receipts, sent.withdrawn) == ((right,), (gone,))
    assert (gone.refused, gone.withdrawn_because) == ((("E-05", "Wet"),), "E-05 was accepted")
    assert len(confirmed(liege)) == len(right.accepted)
    signed = receipts.import_receipt(liege, answered.receipt)
    for each in (wrong, signed):
        with pytest.raises(NotFoundError):
            withdraw_paper_receipt(liege, each.id, "Not this one")
    report = check_vault(liege)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_the_only_file_of_the_scan_of_a_receipt_stays_while_the_receipt_counts(
    liege: Session,  # noqa: F811
    post: Post,
):
    scan = scanned(liege, post)
    receipt = enter_paper_receipt(liege, post.made.package.id, paper(scan, post))
    (file,) = registry.EXHIBIT_FILE.where(liege.read, "exhibit_id", scan.id)

    with pytest.raises(LastFileReliedOnError) as refused:
        withdraw_file(liege, file.id, "The scan of another receipt")

    assert refused.value.named == {"numbers": post.made.package.number}
    withdraw_paper_receipt(liege, receipt.id, "The scan of another receipt")
    assert withdraw_file(liege, file.id, "The scan of another receipt").struck
