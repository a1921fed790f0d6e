"""The event chain checked by a confined process beside: the same findings, and no content given away."""

import io
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.support.chains import example
from tests.support.offices import NEXT_DAY, changed, copy_of, unlock
from tests.support.sampled import few
from thb_desktop.errors import CancelledError
from thb_desktop.findings import Finding, Standing
from thb_desktop.inspect import running
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.keeping import chain_beside, health
from thb_desktop.services.keeping.chain_worker import ENTRY, HEAD, Keys, check_stream, framed
from thb_desktop.vault.database import Connection

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole or chain_beside._cores() < 2,
    reason="needs Landlock, seccomp and two cores",
)


@pytest.fixture
def office(sample_office: Path, tmp_path: Path) -> Path:
    return copy_of(sample_office, tmp_path / "office.thbvault")


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What each process beside was given, whose chain may be short."""
    given: list[bytes] = []
    ask = chain_beside.ask

    def noting(worker, arguments, source, **named):
        given.append(b"")

        def noted():
            for piece in source:
                given[-1] += piece
                yield piece

        return ask(worker, arguments, noted(), **named)

    monkeypatch.setattr(chain_beside, "ask", noting)
    monkeypatch.setattr(chain_beside, "MANY", 1)
    return given


def checked(folder: Path) -> tuple[Finding, ...]:
    session = unlock(folder, start=NEXT_DAY)
    report = health.check_vault(session)
    session.close()
    return report.findings


@pytest.mark.requirement("SR-45")
def test_a_whole_chain_is_checked_beside_and_no_content_leaves_this_process(
    office: Path, streams: list[bytes]
):
    session = unlock(office, start=NEXT_DAY)
    payloads = [bytes(row[0]) for row in session.read.execute("SELECT payload FROM chain_entry")]
    entries = [bytes(row[0]) for row in session.read.execute("SELECT entry FROM chain_entry")]
    session.close()

    found = {finding.code: finding.standing for finding in checked(office)}

    assert set(found.values()) == {Standing.HOLDS}
    assert len(streams) == 1
    assert all(entry in streams[0] for entry in entries)
    assert not any(payload in streams[0] for payload in payloads)


DAMAGE = {
    "a signature": "UPDATE chain_entry SET signature = zeroblob(64) WHERE seq = 9",
    "an entry": "UPDATE chain_entry SET entry = CAST(replace(entry, 'U', 'V') AS BLOB) WHERE seq = 2",
    "no entry at all": "UPDATE chain_entry SET entry = x'7b7d' WHERE seq = 7",
    "two entries that changed places": """
        UPDATE chain_entry SET (entry, signature) = (SELECT entry, signature FROM chain_entry AS other
        WHERE other.seq = 21 - chain_entry.seq) WHERE seq IN (10, 11)
    """,
    "a content": "UPDATE chain_entry SET payload = CAST(payload || ' ' AS BLOB) WHERE seq = 9",
    "a content of another": """
        UPDATE chain_entry SET payload = (SELECT payload FROM chain_entry WHERE seq = 5) WHERE seq = 9
    """,
    "the last heads": "DELETE FROM chain_head WHERE size > 20",
    "the last head, by an earlier one": """
        UPDATE chain_head SET (head, signature) = (SELECT head, signature FROM chain_head
        WHERE size = 3) WHERE size = (SELECT max(size) FROM chain_head)
    """,
    "the signature of a head": """
        UPDATE chain_head SET signature = zeroblob(64) WHERE size = (SELECT size FROM chain_head
        ORDER BY size LIMIT 1 OFFSET 5)
    """,
    "a statement": "UPDATE key_statement SET signature = zeroblob(64)",
}


SOME = dict(few(list(DAMAGE.items()), 5))


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("statement", SOME.values(), ids=SOME.keys())
def test_what_is_found_beside_is_named_as_it_is_in_this_process(
    office: Path, statement: str, streams: list[bytes], monkeypatch: pytest.MonkeyPatch
):
    def tamper(connection: Connection) -> None:
        for name in ("chain_entry_stays", "chain_head_stays", "chain_head_is_kept", "key_statement_stays"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)

    changed(office, tamper)

    beside = checked(office)
    monkeypatch.setattr(chain_beside, "MANY", 10**9)
    here = checked(office)

    assert len(streams) == 1
    assert beside == here
    assert Standing.BROKEN in {finding.standing for finding in beside}


def test_a_process_that_does_not_answer_is_replaced_by_this_one(
    office: Path, streams: list[bytes], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(chain_beside, "_WORKER", replace(chain_beside._WORKER, module="thb_desktop.none"))

    found = {finding.standing for finding in checked(office)}

    assert len(streams) == 1
    assert found == {Standing.HOLDS}


def test_a_check_that_is_stopped_ends_the_process(
    office: Path, streams: list[bytes], monkeypatch: pytest.MonkeyPatch
):
    session = unlock(office, start=NEXT_DAY)
    stopped, started = Event(), Event()
    processes: list[int] = []
    popen = running.subprocess.Popen

    def noting(*given: object, **named: object) -> object:
        process = popen(*given, **named)  # type: ignore[call-overload]
        processes.append(process.pid)
        started.set()
        return process

    def stop(_done: int, _total: int) -> None:
        if started.wait(30):
            stopped.set()

    monkeypatch.setattr(running.subprocess, "Popen", noting)
    monkeypatch.setattr(health, "_OFTEN", 1)

    with pytest.raises(CancelledError):
        health.check_vault(session, progress=stop, cancelled=stopped)
    session.close()

    assert len(processes) == 1
    assert not Path("/proc", str(processes[0])).exists()


def test_a_head_that_comes_after_its_entry_is_not_in_order() -> None:
    stored = example().stored
    keys = Keys(
        vault=stored.vault, statements=stored.statements, certified=stored.certified, marks=stored.marks
    )
    heads = b"".join(framed(HEAD, each.head, each.signature) for each in stored.heads)
    entries = b"".join(framed(ENTRY, each.entry, each.signature) for each in stored.entries)

    before = check_stream(io.BytesIO(keys.to_bytes() + heads + entries))
    after = check_stream(io.BytesIO(keys.to_bytes() + entries + heads))

    assert before == {"heads": len(stored.heads), "entries": len(stored.entries), "faults": 0}
    assert after["faults"] > 0
