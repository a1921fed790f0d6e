"""The custody strip in print: the exhibit is checked once."""

from datetime import timedelta, timezone
from io import BytesIO

import pytest

from tests.support.leaks import readable
from tests.support.offices import LATER, Small, act, exhibit, registered
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.report.sheets import compose_sheet
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, custody_checks, custody_strip, exhibits


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


def test_the_axis_of_the_print_says_that_its_times_are_in_utc(session: Session, small: Small):
    by_clock = LATER.astimezone(timezone(timedelta(hours=2)))
    kept = exhibits.register_exhibit(session, exhibit(small), act(occurred_at=by_clock))

    printed = BytesIO()
    compose_sheet(custody_strip.custody_strip_sheet(session, kept.id), printed)

    said = " ".join(readable(printed.getvalue())["text: drawn -raw"].decode().split())
    assert f"{LATER:%Y-%m-%d %H:%M} UTC" in said
