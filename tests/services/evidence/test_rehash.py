"""Stored files are read again: what differs is in quarantine until a judge decides."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from threading import Event

import pytest

from tests.support.offices import Small, act, registered
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.content_digests import content_digest
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.leaving import KEEPS_HERE, NOT_NAMED
from thb_desktop.errors import (
    ContentNotReadError,
    NotFoundError,
    SourceChangedError,
    StruckOutError,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, custody_acts, exhibit_files, leaving, readings, rehash
from thb_desktop.services.evidence.custody_checks import check_exhibit


def with_files(
    session: Session, small: Small, number: str, *contents: bytes
) -> tuple[Exhibit, list[ExhibitFile]]:
    kept = registered(session, small, number=number)
    files = [
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(data), name=f"{at}.bin", media_type="application/octet-stream"
        )
        for at, data in enumerate(contents)
    ]
    return kept, files


def spoil(session: Session, file: ExhibitFile) -> bytes:
    """Change a byte of a stored file; return what it was."""
    path = session.vault.content.places.of(file.object_id)
    before = path.read_bytes()
    path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    return before


def whoever(session: Session) -> custody_acts.Act:
    return custody_acts.Act(
        action=v.CustodyAction.VERIFIED,
        occurred_at=session.clock.read().at,
        actor=session.user.name,
        reason="Yearly reading",
    )


def run(
    session: Session, small: Small, before: datetime | None = None, **told: object
) -> rehash.RehashResult:
    due = rehash.due_exhibits(session, small.case.id, before=before or session.clock.read().at)
    return rehash.rehash(lambda work: work(session), due, whoever, **told)  # type: ignore[arg-type]


def test_what_agrees_gets_one_event_over_all_files_and_is_not_due_any_more(session: Session, small: Small):
    one, files = with_files(session, small, "E-1", b"one", b"two")
    other, (single,) = with_files(session, small, "E-2", b"three")
    begun = session.clock.read().at

    result = run(session, small)

    events = [custody.list_events(session, each.id)[-1] for each in (one, other)]
    assert (result.read, result.differ, result.left, result.stopped) == (2, [], [], False)
    assert [each.result for each in events] == [v.VerificationResult.MATCH] * 2
    assert [each.files_read for each in events] == [2, 1]
    assert [each.sha256 for each in events] == [content_digest(files), single.sha256]
    assert check_exhibit(session, one.id).findings == ()
    assert rehash.due_exhibits(session, small.case.id, before=begun) == ()


@pytest.mark.parametrize("harm", ["changed", "missing"])
def test_what_differs_is_in_quarantine_until_a_judge_decides(session: Session, small: Small, harm: str):
    kept, (_, spoilt) = with_files(session, small, "E-1", b"sound", b"spoilt")
    derived = registered(session, small, number="E-1a", parent_id=kept.id)
    before = spoil(session, spoilt)
    if harm == "missing":
        session.vault.content.places.of(spoilt.object_id).unlink()

    result = run(session, small)
    event = custody.list_events(session, kept.id)[-1]
    cases = [each.case for each in check_exhibit(session, kept.id).findings]

    assert result.differ == ["E-1"]
    assert (event.result, event.sha256) == (v.VerificationResult.MISMATCH, spoilt.sha256)
    assert cases == ["content-differs", "quarantined"]
    assert leaving.barred(session.read, [kept, derived], NOT_NAMED) == ("E-1", "E-1a")
    assert leaving.barred(session.read, [kept], KEEPS_HERE) == ("E-1",)

    (bar,) = leaving.list_bars(session, kept.id)
    run(session, small)
    assert leaving.list_bars(session, kept.id) == (bar,)
    session.vault.content.places.of(spoilt.object_id).write_bytes(before)
    run(session, small)
    leaving.lift_bar(session, bar.id, "Restored from the backup of May, read again")

    assert check_exhibit(session, kept.id).findings == ()
    assert leaving.barred(session.read, [kept, derived], NOT_NAMED) == ()


def test_a_digest_that_a_person_states_does_not_resolve_what_was_read(session: Session, small: Small):
    kept, (file,) = with_files(session, small, "E-1", b"spoilt")
    spoil(session, file)
    run(session, small)

    stated = custody.record_custody_event(session, kept.id, act(v.CustodyAction.VERIFIED, sha256=file.sha256))

    assert stated.result is v.VerificationResult.MATCH
    assert "content-differs" in [each.case for each in check_exhibit(session, kept.id).findings]


def test_a_result_without_reading_is_not_recorded(session: Session, small: Small):
    kept, _ = with_files(session, small, "E-1", b"one")
    stopped = Event()
    stopped.set()
    begun = readings.begin_reading(session, kept.id)
    halted = readings.begin_reading(session, kept.id)
    with pytest.raises(Exception, match="stopped"):
        halted.run(cancelled=stopped)

    for each in (begun, halted):
        with pytest.raises(ContentNotReadError):
            readings.record_reading(session, each, whoever(session))

    assert len(custody.list_events(session, kept.id)) == 1


def test_a_stopped_run_goes_on_where_it_was(session: Session, small: Small):
    kept = [with_files(session, small, f"E-{at}", b"%d" % at)[0] for at in range(1, 5)]
    begun, stopped = session.clock.read().at, Event()

    first = run(
        session, small, cancelled=stopped, progress=lambda done, _: stopped.set() if done >= 2 else None
    )
    rest = rehash.due_exhibits(session, small.case.id, before=begun)
    second = run(session, small, before=begun)

    assert first.stopped
    assert 0 < first.read < 4
    assert [each.number for each in rest] == [each.number for each in kept][first.read :]
    assert second.read == 4 - first.read
    assert {len(custody.list_events(session, each.id)) for each in kept} == {2}


def _struck(session: Session, kept: Exhibit) -> None:
    corrections.strike_out(session, "exhibit", kept.id, "entered twice")


def _grown(session: Session, kept: Exhibit) -> None:
    exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"more"), name="more.bin", media_type="text/plain"
    )


@pytest.mark.parametrize(("change", "error"), [(_struck, StruckOutError), (_grown, SourceChangedError)])
def test_what_changes_while_it_is_read_is_left_and_told(
    session: Session, small: Small, change: Callable[[Session, Exhibit], None], error: type[Exception]
):
    kept, _ = with_files(session, small, "E-1", b"one")
    other, _ = with_files(session, small, "E-2", b"two")
    seen: list[int] = []

    def progress(done: int, _: int) -> None:
        if not seen:
            change(session, kept)
        seen.append(done)

    result = run(session, small, progress=progress)

    assert [(number, type(refusal)) for number, refusal in result.left] == [("E-1", error)]
    assert custody.list_events(session, other.id)[-1].result is v.VerificationResult.MATCH


def test_an_exhibit_without_files_one_that_was_struck_and_one_that_is_gone_are_not_read(
    session: Session, small: Small
):
    registered(session, small, number="E-1")
    struck, _ = with_files(session, small, "E-2", b"two")
    _struck(session, struck)

    assert rehash.due_exhibits(session, small.case.id, before=session.clock.read().at) == ()
    with pytest.raises(NotFoundError):
        readings.begin_reading(session, registered(session, small, number="E-3").id)


@pytest.mark.parametrize(
    ("at", "months", "before"),
    [
        (datetime(2026, 6, 15, tzinfo=UTC), 6, datetime(2025, 12, 15, tzinfo=UTC)),
        (datetime(2026, 3, 31, tzinfo=UTC), 1, datetime(2026, 2, 28, tzinfo=UTC)),
        (datetime(2026, 1, 31, tzinfo=UTC), 120, datetime(2016, 1, 31, tzinfo=UTC)),
    ],
)
def test_months_are_counted_by_the_calendar(at: datetime, months: int, before: datetime):
    assert rehash.months_before(at, months) == before


def test_what_was_added_since_is_not_due(session: Session, small: Small):
    with_files(session, small, "E-1", b"one")
    now = session.clock.read().at

    assert rehash.due_exhibits(session, small.case.id, before=now - timedelta(days=1)) == ()
    assert len(rehash.due_exhibits(session, small.case.id, before=now)) == 1
