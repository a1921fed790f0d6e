"""An office that was withdrawn and recorded again, for instance by another name, is the same by its root."""

from pathlib import Path

import pytest

from tests.services.receiving.test_receipts import Answered, answered, known, liege  # noqa: F401 - fixtures
from tests.services.receiving.test_refused import REFUSED, after
from tests.support.receiving import Post, Receiver, recorded_office
from thb_desktop.errors import ReceiptSeenError
from thb_desktop.services.core.session import Session
from thb_desktop.services.receiving import offices, receipts
from thb_desktop.services.receiving.examining import known_before
from thb_desktop.services.receiving.receipts import SentState
from thb_desktop.services.receiving.refused import import_refused


def withdrawn(session: Session) -> None:
    (office,) = offices.list_offices(session)
    offices.withdraw_office(session, office.id, "Its name was typed wrongly")


def test_its_receipt_is_still_entered_once_and_a_later_one_still_supplements_it(
    liege: Session,  # noqa: F811
    answered: Answered,  # noqa: F811
    post: Post,
    tmp_path: Path,
):
    def accepts_all(text: dict) -> None:  # type: ignore[type-arg]
        text["accepted"] += [{"id": each["id"], "number": each["number"]} for each in text["refused"]]
        text.update(id="a third", refused=[], remarks="")

    first = receipts.import_receipt(liege, answered.receipt)
    withdrawn(liege)
    known(liege, answered)
    another = answered.signed(lambda text: text.update(id="another"), tmp_path / "another.asice")
    for path in (answered.receipt, another):
        with pytest.raises(ReceiptSeenError):
            receipts.import_receipt(liege, path)

    later = receipts.import_receipt(liege, answered.signed(accepts_all, tmp_path / "later.asice"))

    (sent,) = receipts.list_sent(liege, post.made.package.case_id)
    assert first.office_id != later.office_id
    assert (sent.receipts, sent.last) == ((first, later), (later,))
    assert sent.state is SentState.RECEIVED


def test_its_packages_are_still_compared_with_the_earlier_ones_and_what_was_refused_can_be_imported(
    receiver: Receiver,
):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    withdrawn(receiver.session)
    office = recorded_office(receiver.session, receiver.post)

    (item,) = import_refused(receiver.session, after(receiver, received.id))

    before = known_before(receiver.session)
    assert item.exhibit_id is not None
    assert before.roots[received.office_id] == before.roots[office.id]
    assert [each.id for each in before.received] == [received.id]
