"""The custody strip in print: the exhibit is checked once."""

import pytest

from tests.support.offices import Small, act, registered
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, custody_checks, custody_strip


def test_the_print_checks_the_exhibit_once_and_lists_each_event(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    kept = registered(session, small, seal="BE-1")
    last = custody.record_custody_event(session, kept.id, act(CustodyAction.MOVED, place="Room B"))
    again = custody.record_custody_event(session, kept.id, act(CustodyAction.MOVED, place="Room B"))
    checked: list[object] = []
    check = custody_checks.check_custody

    def counted(*told, **beside):  # type: ignore[no-untyped-def]  # as the check itself
        checked.append(told)
        return check(*told, **beside)

    monkeypatch.setattr(custody_checks, "check_custody", counted)

    texts = custody_strip.custody_strip_sheet(session, kept.id).texts()

    assert len(checked) == 1
    assert {str(last.number), str(again.number)} <= set(texts)
