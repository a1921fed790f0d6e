"""Files of translators and transcripts at the terminal: sent out, compared, taken in, and taken over."""

import hashlib
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assigned_window import with_record
from tests.support.command_line import CommandLine
from tests.support.controllers import new_session, reopen
from tests.support.recorded import recorded
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm
from thb_desktop.exchange.memory.tbx import write_tbx
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

CASE, JOB, RECORD = "DEMO-B-SCHELDE", "T-01", "I-99"
SENT = ("--form", "xlf", "--recipient", "Bureau", "--reason", "hearing")
TEXT = "J: Waar was u?\nW: Thuis.\n"
WHO = ("--speaker", "J", "INTERVIEWER", "QUESTION", "nl", "--speaker", "W", "PERSON_HEARD", "ANSWER", "nl")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "office.thbvault"
    with closing(new_session(folder)) as session:
        with_record(session)
    return folder


@pytest.fixture
def vault(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "office.thbvault"))


def run(thb: CommandLine, part: str, vault: Path, *more: object):
    return thb("exchange", part, vault, CASE, *more, passphrase=PASSPHRASE)


def reasons(vault: Path, action: VaultAction) -> list[str]:
    with closing(reopen(vault)) as session:
        told = [Event.parse(each.payload) for each in chain.openings(session.read) if each is not None]
        return [each.reason for each in told if each.action == action]


def test_a_job_goes_out_is_compared_and_comes_back_when_it_is_said(
    thb: CommandLine, vault: Path, tmp_path: Path
):
    sent = run(thb, "send", vault, JOB, *SENT, "--to", tmp_path)
    (file,) = tmp_path.glob("*.xlf")
    assert (sent.code, file.name in sent.out) == (0, True)
    assert hashlib.sha256(file.read_bytes()).hexdigest() in sent.out
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</source>\n", "</source>\n<target>Ik.</target>\n", 1), encoding="utf-8")

    shown = run(thb, "take", vault, JOB, file)
    assert (shown.code, reasons(vault, VaultAction.VERSIONS_IMPORTED)) == (0, [])
    taken = run(thb, "take", vault, JOB, file, "--write")

    assert "versions written: 1" in taken.out
    assert len(reasons(vault, VaultAction.VERSIONS_IMPORTED)) == 1


def test_a_refused_file_writes_nothing(thb: CommandLine, vault: Path, tmp_path: Path):
    run(thb, "send", vault, JOB, *SENT, "--to", tmp_path)
    (file,) = tmp_path.glob("*.xlf")
    file.write_bytes(file.read_bytes().replace(b"<source>", b"<source>x", 1))

    refused = run(thb, "take", vault, JOB, file, "--write")

    assert (refused.code, "[exchange-source-changed]" in refused.err) == (49, True)
    assert reasons(vault, VaultAction.VERSIONS_IMPORTED) == []


def test_a_glossary_is_shown_and_added(thb: CommandLine, vault: Path, tmp_path: Path):
    concept = ExchangeConcept(id="1", terms=(ExchangeTerm(language="nl", term="borg"),))
    (tmp_path / "t.tbx").write_bytes(write_tbx([concept], title="x", language="nl"))

    shown = run(thb, "glossary", vault, tmp_path / "t.tbx")
    added = run(thb, "glossary", vault, tmp_path / "t.tbx", "--write")

    assert "added: 0" in shown.out
    assert "added: 1" in added.out


@pytest.mark.parametrize(
    "words", [("--spoken", "TRANSCRIBED_FROM_RECORDING"), ("--rendered", "fr", "RENDITION", "nobody")]
)
def test_a_transcript_becomes_turns_of_a_draft(
    thb: CommandLine, vault: Path, tmp_path: Path, words: tuple[str, ...]
):
    (tmp_path / "talk.txt").write_text(TEXT, encoding="utf-8")

    said = run(thb, "transcript", vault, RECORD, tmp_path / "talk.txt", *WHO, *words)

    assert (said.code, said.out.splitlines()[0]) == (0, "Turns taken over: 2.")
    with closing(reopen(vault)) as session:
        last = sorted(registry.SEGMENT.all(session.read), key=lambda each: each.position)
        assert {each.source_text for each in last} >= ({None} if words[0] == "--rendered" else {"Thuis."})


def test_a_written_translation_is_not_taken_over_into_a_record(thb: CommandLine, vault: Path, tmp_path: Path):
    (tmp_path / "talk.txt").write_text(TEXT, encoding="utf-8")
    words = ("--rendered", "fr", "TRANSLATION", "nobody")

    refused = run(thb, "transcript", vault, RECORD, tmp_path / "talk.txt", *WHO, *words)

    assert (refused.code, "[translation-in-job]" in refused.err) == (2, True)


def test_a_mark_that_nobody_assigned_and_an_unknown_code_are_refused(
    thb: CommandLine, vault: Path, tmp_path: Path
):
    (tmp_path / "talk.txt").write_text(TEXT, encoding="utf-8")
    spoken = ("--spoken", "TYPED_LIVE")

    half = run(thb, "transcript", vault, RECORD, tmp_path / "talk.txt", *WHO[:5], *spoken)
    strange = run(
        thb, "transcript", vault, RECORD, tmp_path / "talk.txt", "--speaker", "J", "X", "Y", "nl", *spoken
    )

    assert "[transcript-unmapped]" in half.err
    assert strange.code not in (0, 1)


def test_of_several_recordings_one_is_named_for_the_times(thb: CommandLine, vault: Path, tmp_path: Path):
    (tmp_path / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:04,000\nW: Thuis.\n", encoding="utf-8")
    with closing(reopen(vault)) as session:
        recorded(
            session, next(each.id for each in registry.INTERVIEW.all(session.read) if each.number == RECORD)
        )
    asked = ("transcript", vault, RECORD, tmp_path / "talk.srt", *WHO[5:], "--spoken", "TYPED_LIVE")

    unnamed, named = run(thb, *asked), run(thb, *asked, "--recording", "E-92")
    strange = run(thb, *asked, "--recording", "E-99")

    assert "Times were left out" in unnamed.out
    assert (named.code, "[not-found]" in strange.err) == (0, True)
    with closing(reopen(vault)) as session:
        turns = sorted(registry.SEGMENT.all(session.read), key=lambda each: each.position)
    assert [each.recording_from for each in turns if each.source_text == "Thuis."] == ["", "E-92 00:00:01"]
