"""The custody strip in print: the exhibit is checked once."""

from datetime import timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.leaks import readable
from tests.support.offices import LATER, Small, act, exhibit, registered
from thb_desktop.domain.custody_strip import CustodyLane
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from thb_desktop.report.sheets import compose_sheet
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, custody_checks, custody_strip, exhibit_files, exhibits
from thb_desktop.services.office import consultations


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


def filed(
    session: Session, small: Small, folder: Path, *contents: bytes
) -> tuple[Exhibit, list[ExhibitFile]]:
    kept, files = registered(session, small), []
    for number, content in enumerate(contents):
        source = folder / f"list-{number}.txt"
        source.write_bytes(content)
        files.append(
            exhibit_files.add_file(session, kept.id, source=source, name=source.name, media_type="text/plain")
        )
    return kept, files


def test_a_digest_that_does_not_agree_is_told_so_on_the_strip_and_in_its_print(
    session: Session, small: Small, tmp_path: Path
):
    kept, (file,) = filed(session, small, tmp_path, b"names")
    for digest in (file.sha256, file.sha256[::-1]):
        custody.record_custody_event(session, kept.id, act(CustodyAction.VERIFIED, sha256=digest))

    points = custody_strip.custody_strip(session, kept.id, lambda finding: finding.case).points
    (part,) = custody_strip.custody_strip_sheet(session, kept.id).parts

    told = [each.also for each in points if each.what is CustodyAction.VERIFIED]
    assert told == [VerificationResult.MATCH, VerificationResult.MISMATCH]
    printed = [each for head, cells in part.columns for each in cells if each.startswith("Empreinte")]
    assert printed == [
        "Empreinte comparée, les empreintes concordent",
        "Empreinte comparée, les empreintes ne concordent pas",
    ]


def test_a_digest_that_was_corrected_to_one_of_no_file_is_told_as_not_agreeing(
    session: Session, small: Small, tmp_path: Path
):
    kept, (file,) = filed(session, small, tmp_path, b"names")
    said = custody.record_custody_event(session, kept.id, act(CustodyAction.VERIFIED, sha256=file.sha256))
    right = act(
        CustodyAction.CORRECTION, corrects=said.id, wrong_value=file.sha256, right_value=file.sha256[::-1]
    )
    custody.record_custody_event(session, kept.id, right)

    points = custody_strip.custody_strip(session, kept.id, lambda finding: finding.case).points

    told = [each.also for each in points if each.what is CustodyAction.VERIFIED]
    assert told == [VerificationResult.MISMATCH]


def test_strip_and_list_name_the_same_holder_after_a_correction(session: Session, small: Small):
    kept = registered(session, small)
    parties = {"from_party": "Sarah Moreau", "to_party": "Laboratory"}
    early = LATER - timedelta(hours=1)
    sent = custody.record_custody_event(
        session, kept.id, act(CustodyAction.TRANSFER_OUT, occurred_at=early, **parties)
    )

    def held() -> tuple[str, str]:
        points = custody_strip.custody_strip(session, kept.id, lambda finding: finding.case).points
        drawn = [each.text for each in points if each.lane is CustodyLane.HOLDERS]
        (listed,) = exhibits.list_exhibits(session, small.case.id)
        return drawn[-1], listed.custodian

    before = held()
    right = {"wrong_value": f"{early:%Y-%m-%d %H:%M}", "right_value": f"{LATER:%Y-%m-%d} 11:00"}
    custody.record_custody_event(session, kept.id, act(CustodyAction.CORRECTION, corrects=sent.id, **right))

    assert before == ("Sarah Moreau", "Sarah Moreau")
    assert held() == ("Laboratory", "Laboratory")


def test_the_print_names_holders_in_their_bars_and_says_when_and_by_whom_it_was_printed(
    session: Session, small: Small
):
    kept = registered(session, small)
    parties = {"from_party": "Sarah Moreau", "to_party": "Laboratory"}
    custody.record_custody_event(session, kept.id, act(CustodyAction.TRANSFER_OUT, **parties))

    sheet = custody_strip.custody_strip_sheet(session, kept.id)
    printed = BytesIO()
    compose_sheet(sheet, printed)

    (part,) = sheet.parts
    assert part.lanes is not None
    assert [each.label for _, spans in part.lanes.lanes[:1] for each in spans][-1:] == ["Laboratory"]
    said = " ".join(readable(printed.getvalue())["text: drawn -raw"].decode().split())
    assert f"Imprimé le {session.clock.read().at:%Y-%m-%d}" in said
    assert f"par {session.user.name}." in said
    assert said.count("Laboratory") > sum(each.count("Laboratory") for each in sheet.texts())


def test_where_there_are_several_files_it_is_told_of_which_one_the_digest_is(
    session: Session, small: Small, tmp_path: Path
):
    kept, files = filed(session, small, tmp_path, b"names", b"numbers", b"names")
    told = [
        custody.record_custody_event(session, kept.id, act(CustodyAction.VERIFIED, sha256=each.sha256))
        for each in files[:2]
    ]
    custody.record_custody_event(session, kept.id, act(CustodyAction.VERIFIED, sha256="0" * 64))

    named = custody_checks.check_exhibit(session, kept.id).named

    assert named == {told[0].id: ("list-0.txt", "list-2.txt"), told[1].id: ("list-1.txt",)}


def test_what_an_act_would_leave_open_is_told_before_it_is_recorded(session: Session, small: Small):
    kept = registered(session, small)
    early = act(CustodyAction.STORED, occurred_at=LATER - timedelta(hours=1))

    found = custody_checks.opened_by(session, [kept.id], early)
    nothing = custody_checks.opened_by(session, [kept.id], act(CustodyAction.STORED))

    assert [(of.number, each.case) for of, each in found] == [(kept.number, "deposit-before-receipt")]
    assert nothing == ()
    assert len(custody.list_events(session, kept.id)) == 1


def test_who_asks_what_an_act_would_leave_open_of_several_exhibits_has_looked_at_each(
    session: Session, small: Small
):
    kept = [registered(session, small, number=number) for number in ("E-1", "E-2")]

    custody_checks.opened_by(session, [each.id for each in kept], act(CustodyAction.STORED))

    looks = consultations.list_consultations(session)
    told = {(each.kind, each.subject, each.case_id) for each in looks}
    assert {("CUSTODY", each.id, small.case.id) for each in kept} <= told
