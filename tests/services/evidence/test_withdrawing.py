"""A file that was added by mistake: withdrawn with a reason, left out everywhere, and reinstated."""

import hashlib
import os
import re
import subprocess
import sys
from base64 import b64decode
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.services.evidence.test_capture_digests import BAD
from tests.services.evidence.test_rehash import whoever
from tests.services.searching.test_ads import COLUMNS, TABLE, entered
from tests.services.searching.test_ads import kept as kept_ads
from tests.support.code import ROOT
from tests.support.offices import Small, act, registered
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.taken_out import GOING_OUT
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.intake import SameFile
from thb_desktop.errors import (
    ActExceededError,
    CustodyAppendOnlyError,
    FileNameTakenError,
    FileStandsError,
    FileUsedError,
    FileWithdrawnError,
    ReasonMissingError,
    SourceChangedError,
    StruckOutError,
)
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, custody, exhibit_files, exhibits, readings, withdrawing
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.keeping import health
from thb_desktop.services.receiving import notices
from thb_desktop.services.searching import index
from thb_desktop.services.searching.search import search
from thb_desktop.vault.tables import chain

WHY = "It belongs to another case"
AFTER_ALL = "It does belong here: the number was misread"


def with_two(session: Session, small: Small, number: str = "E-1") -> tuple[Exhibit, ExhibitFile, ExhibitFile]:
    kept = registered(session, small, number=number)
    right, wrong = (
        exhibit_files.add_file(session, kept.id, source=BytesIO(data), name=name, media_type="text/plain")
        for name, data in (("ledger.txt", b"Rent of May"), ("zanzibar.txt", b"Letter of a lawyer"))
    )
    return kept, right, wrong


def names(session: Session, kept: Exhibit) -> list[str]:
    return [each.name for each in exhibits.get_exhibit(session, kept.id).files]


def test_a_file_is_withdrawn_with_a_reason_and_nothing_is_erased(session: Session, small: Small):
    kept, right, wrong = with_two(session, small)

    withdrawn = withdrawing.withdraw_file(session, wrong.id, f" {WHY} ")

    assert names(session, kept) == [right.name]
    assert withdrawing.list_withdrawn(session, kept.id) == (replace(wrong, struck=WHY),) == (withdrawn,)
    with exhibit_files.open_file(session, wrong.id) as opened:
        assert opened.read() == b"Letter of a lawyer"
    event = custody.list_events(session, kept.id)[-1]
    assert (event.action, event.reason, event.sha256) == (v.CustodyAction.FILE_WITHDRAWN, WHY, wrong.sha256)
    assert event.actor == session.user.name
    told = [each.parsed() for each in chain.entries_of(session.read, wrong.id)]
    assert [each.action for each in told] == [VaultAction.FILE_ADDED, VaultAction.FILE_STRUCK_OUT]
    assert exhibits.list_exhibits(session, small.case.id)[0].files == 1
    assert health.check_vault(session).findings
    assert all(each.standing.value != "BROKEN" for each in health.check_vault(session).findings)


def test_it_stands_again_with_a_reason(session: Session, small: Small):
    kept, right, wrong = with_two(session, small)
    withdrawing.withdraw_file(session, wrong.id, WHY)

    withdrawing.reinstate_file(session, wrong.id, AFTER_ALL)

    assert names(session, kept) == [right.name, wrong.name]
    assert withdrawing.list_withdrawn(session, kept.id) == ()
    assert exhibits.list_exhibits(session, small.case.id)[0].size == right.size + wrong.size
    events = custody.list_events(session, kept.id)[-2:]
    assert [(each.action, each.reason) for each in events] == [
        (v.CustodyAction.FILE_WITHDRAWN, WHY),
        (v.CustodyAction.FILE_REINSTATED, AFTER_ALL),
    ]
    withdrawing.withdraw_file(session, wrong.id, "Once more")
    assert names(session, kept) == [right.name]


def test_what_cannot_be_withdrawn_is_refused(session: Session, small: Small):
    kept, right, wrong = with_two(session, small)

    with pytest.raises(ReasonMissingError):
        withdrawing.withdraw_file(session, wrong.id, " \u200b")
    with pytest.raises(FileStandsError):
        withdrawing.reinstate_file(session, wrong.id, AFTER_ALL)
    withdrawing.withdraw_file(session, wrong.id, WHY)
    with pytest.raises(FileWithdrawnError):
        withdrawing.withdraw_file(session, wrong.id, WHY)
    with pytest.raises(ReasonMissingError):
        withdrawing.reinstate_file(session, wrong.id, "")
    with pytest.raises(FileNameTakenError):
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(b"x"), name=wrong.name, media_type="text/plain"
        )
    corrections.strike_out(session, "exhibit", kept.id, "Registered twice")
    with pytest.raises(StruckOutError):
        withdrawing.withdraw_file(session, right.id, WHY)


def test_a_file_of_which_advertisements_were_read_is_not_withdrawn_before_the_reading(
    session: Session, small: Small, tmp_path: Path
):
    kept, file = kept_ads(session, small, tmp_path, {"ads.csv": TABLE.encode()})
    reading = entered(session, file, COLUMNS)

    with pytest.raises(FileUsedError) as told:
        withdrawing.withdraw_file(session, file, WHY)
    with pytest.raises(FileUsedError):
        withdrawing.verify_withdrawable(session, file)

    assert told.value.named == {"numbers": kept.number}
    ads.withdraw(session, reading.id, WHY)
    withdrawing.verify_withdrawable(session, file)
    assert withdrawing.withdraw_file(session, file, WHY).struck == WHY
    with pytest.raises(FileWithdrawnError):
        entered(session, file, COLUMNS)


def test_a_withdrawn_file_is_not_found_and_a_reinstated_one_is(session: Session, small: Small):
    _, _, wrong = with_two(session, small)
    index.index_text(session, wrong.id, ["A letter about Mbeya"])
    found = {word: search(session, word).total for word in ("zanzibar", "mbeya", wrong.sha256)}

    withdrawing.withdraw_file(session, wrong.id, WHY)
    gone = {word: search(session, word).total for word in ("zanzibar", "mbeya")}
    at_digest = [each.entity for each in search(session, wrong.sha256).hits]
    index.discard(session)
    anew = {word: search(session, word).total for word in ("zanzibar", "mbeya")}
    withdrawing.reinstate_file(session, wrong.id, AFTER_ALL)

    assert found == {"zanzibar": 1, "mbeya": 1, wrong.sha256: 1}
    assert gone == anew == {"zanzibar": 0, "mbeya": 0}
    assert at_digest == ["custody_event"]
    back = {word: search(session, word).total for word in ("zanzibar", "mbeya")}
    assert back == {"zanzibar": 1, "mbeya": 1}


def test_a_withdrawn_file_has_the_same_bytes_as_no_other(session: Session, small: Small):
    first, right, wrong = with_two(session, small)
    second, copy, _ = with_two(session, small, number="E-2")

    withdrawing.withdraw_file(session, right.id, WHY)

    assert copy.id not in exhibit_files.same_elsewhere(session, second.id, [copy])
    assert exhibit_files.same_elsewhere(session, first.id, [wrong])[wrong.id] == (
        SameFile(exhibit_id=second.id, number="E-2", name=wrong.name),
    )


def test_digests_of_all_files_agree_before_and_after(session: Session, small: Small):
    kept, _, wrong = with_two(session, small)
    exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"A third"), name="third.txt", media_type="text/plain"
    )

    def read() -> None:
        reading = readings.begin_reading(session, kept.id)
        reading.run()
        readings.record_reading(session, reading, whoever(session))

    def differs() -> bool:
        return any(
            "digest" in f"{each.code}.{each.case}" for each in check_exhibit(session, kept.id).findings
        )

    read()
    withdrawing.withdraw_file(session, wrong.id, WHY)
    assert not differs()
    read()
    assert not differs()
    withdrawing.reinstate_file(session, wrong.id, AFTER_ALL)
    assert not differs()
    read()
    assert not differs()


def test_what_was_read_is_not_recorded_once_another_file_stands_in_place_of_one(
    session: Session, small: Small
):
    kept, right, wrong = with_two(session, small)
    whole, alone = readings.begin_reading(session, kept.id), readings.begin_check(session, wrong.id)
    for each in (whole, alone):
        each.run()

    withdrawing.withdraw_file(session, wrong.id, WHY)
    exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"A third"), name="third.txt", media_type="text/plain"
    )

    for each in (whole, alone):
        with pytest.raises(SourceChangedError):
            readings.record_reading(session, each, whoever(session))
    check = readings.begin_check(session, right.id)
    check.run()
    assert readings.record_reading(session, check, whoever(session))[0].sha256 == right.sha256


def test_it_goes_out_neither_alone_nor_in_a_bundle_nor_in_a_package_and_who_has_it_is_told(
    session: Session, small: Small, tmp_path: Path
):
    kept, right, wrong = with_two(session, small)
    recorded(session, tmp_path)
    bundled(session, small.case.id, [kept.id], tmp_path / "before.pdf")
    taking_out.take_out(session, wrong.id, tmp_path / "wrong", GOING_OUT, second=None)
    taking_out.take_out(session, right.id, tmp_path / "right", GOING_OUT, second=None)

    withdrawing.withdraw_file(session, wrong.id, WHY)

    with pytest.raises(FileWithdrawnError):
        taking_out.take_out(session, wrong.id, tmp_path / "again", GOING_OUT, second=None)
    bundled(session, small.case.id, [kept.id], tmp_path / "after.pdf")
    packed = prepared_of(session, tmp_path / "before.pdf").content.files
    assert [each.file.name for each in packed if not each.beside] == [right.name]
    due = notices.list_due(session, small.case.id)
    assert {(each.kind, each.number, each.recipients, each.sent.kind) for each in due} == {
        (v.NoticeKind.RECALLED, wrong.name, ("DIICOT",), v.SentKind.BUNDLE),
        (v.NoticeKind.RECALLED, wrong.name, (GOING_OUT.recipient,), v.SentKind.FILE),
    }
    assert {each.sent.sha256 for each in due if each.sent.kind is v.SentKind.FILE} == {wrong.sha256}
    withdrawing.reinstate_file(session, wrong.id, AFTER_ALL)
    assert {(each.kind, each.number) for each in notices.list_due(session, small.case.id)} >= {
        (v.NoticeKind.RECTIFIED, wrong.name)
    }


def test_another_program_changes_nothing_else_of_a_file(session: Session, small: Small):
    _, right, wrong = with_two(session, small)
    withdrawing.withdraw_file(session, wrong.id, WHY)

    def save(action: VaultAction, reason: str, **changes: str) -> None:
        with session.work() as work:
            work.save(replace(right, **changes))
            work.record(right.id, action, reason)

    with pytest.raises(CustodyAppendOnlyError):
        save(VaultAction.FILE_STRUCK_OUT, WHY, name="other.txt", struck=WHY)
    with pytest.raises(ActExceededError):
        save(VaultAction.FILE_STANDS_AGAIN, WHY, struck=WHY)
    with pytest.raises(ActExceededError):
        save(VaultAction.FILE_STRUCK_OUT, WHY, struck=" \u200b")
    with pytest.raises(ReasonMissingError):
        save(VaultAction.FILE_STANDS_AGAIN, "", struck=WHY)


def test_a_bundle_tells_that_a_file_was_withdrawn_and_not_what_it_was_called(
    session: Session, small: Small, tmp_path: Path
):
    kept, right, wrong = with_two(session, small)
    withdrawing.withdraw_file(session, wrong.id, WHY)

    bundle = bundled(session, small.case.id, [kept.id], tmp_path / "bundle.pdf")

    with pikepdf.open(bundle) as pdf:
        told = b"".join(each.get_file().read_bytes() for each in pdf.attachments.values())
    words = subprocess.run(["pdftotext", bundle, "-"], check=True, capture_output=True, text=True).stdout
    for text in (told.decode("utf-8", "replace"), words):
        assert "zanzibar" not in text
        assert right.name in text
        assert WHY in " ".join(text.split())
    root = hashlib.sha256(b64decode(session.office_record.root_certificate)).hexdigest()
    command = [sys.executable, "-P", "-m", "thb_desktop", "verify", "--root-sha256", root, str(bundle)]
    said = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert "FAILED" not in said.stdout
    assert said.returncode in {0, 41}, said.stdout


def test_what_the_program_writes_of_an_exhibit_does_not_name_its_withdrawn_files(
    session: Session, small: Small, tmp_path: Path
):
    """Not with what went out, nor with what was compared with a value that a person or a capture states."""
    kept = registered(session, small)
    stated = replace(act(v.CustodyAction.SEIZED), weak_digest="0" * 32)
    custody.record_custody_event(session, kept.id, stated)
    wrong = exhibit_files.add_file(
        session, kept.id, source=BytesIO(BAD), name="zanzibar.warc.gz", media_type="application/gzip"
    )
    taking_out.take_out(session, wrong.id, tmp_path / "wrong", GOING_OUT, second=None)
    reading = readings.begin_reading(session, kept.id)
    reading.run()
    readings.record_reading(session, reading, whoever(session))

    withdrawing.withdraw_file(session, wrong.id, WHY)

    compared = [each.note for each in custody.list_events(session, kept.id) if each.weak_digest]
    assert compared == ["", hashlib.md5(BAD, usedforsecurity=False).hexdigest()]
    told = extract_of(session, [kept.id]).data
    assert wrong.sha256.encode() in told or wrong.sha256 in _contents(told)
    assert "zanzibar" not in _contents(told)


def _contents(extract: bytes) -> str:
    """Return an extract with what it holds in Base64."""
    parts = re.findall(r"[A-Za-z0-9+/=]{24,}", extract.decode())
    return extract.decode() + "".join(_decoded(each) for each in parts)


def _decoded(part: str) -> str:
    with suppress(ValueError):
        return b64decode(part).decode("utf-8", "replace")
    return ""
