"""Custody events and headers in a version: masked words are in no byte, nor in the events of the extract."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_record_digests import EXTRACT, attached, found
from tests.services.bundling.test_versions import ORDER, compared, drawn_up, mask, printed, signed_file
from tests.support.leaks import leaks, readable
from tests.support.offices import Small, act, registered
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain import kept_back
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_reading import same_party
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.vocabulary import CustodyAction, TransferParty
from thb_desktop.errors import MaskedTransferError, ToldWholeError, WordsLeftError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles, maskable, redactions
from thb_desktop.services.core import withheld_groups
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import confirmations, custody
from thb_desktop.services.testimony import read_back

ACTOR, PLACE = "Zenobia Petrescu-Exemplu", "Strada Castanilor-Exemplu"
REASON = "Brought by the neighbour Kyrillos-Exemplu"
ROOM, NOTE = "Safe flat Porumbelul-Exemplu", "Speaks the dialect of Vadul-Exemplu"
WORDS = (ACTOR, PLACE, "Kyrillos-Exemplu", ROOM, "Vadul-Exemplu", "Heron-Exemplu")


def handed(session: Session, exhibit: Exhibit, **changes: Any) -> CustodyEvent:
    told = act(CustodyAction.STORED, actor=ACTOR, place=PLACE, reason=REASON, **changes)
    return custody.record_custody_event(session, exhibit.id, told)


def masked_everywhere(session: Session, version: Disclosure) -> None:
    for each in WORDS:
        redactions.redact_everywhere(session, version.id, each, ORDER)


def told_elsewhere(session: Session, small: Small, asked: bundles.BundleOptions) -> object:
    findings = bundles.check_bundle(session, small.case.id, asked)
    return next((each.values["places"] for each in findings if each.code == "masked-words-elsewhere"), ())


@pytest.mark.requirement("SR-36")
def test_masked_words_of_custody_and_of_a_header_are_in_no_byte_and_the_version_holds(
    session: Session, small: Small, tmp_path: Path
):
    exhibit = registered(session, small)
    event = handed(session, exhibit, actor_id=small.official.id)
    interview = held(session, small, place=ROOM, language_note=NOTE)
    said = turn(session, interview, "Da.", marks=("Shown Heron-Exemplu",), renderings=(rendition("Oui."),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    record = sign(session, interview.id)
    version = drawn_up(session, small)
    whole = signed_file(session, small, record, tmp_path / "whole.pdf", exhibit_ids=(exhibit.id,))
    offered = {(each.entity, each.row, each.field) for each in maskable.list_maskable(session, version.id)}

    masked_everywhere(session, version)
    path = signed_file(session, small, record, tmp_path / "version.pdf", disclosure_id=version.id)

    assert offered >= {
        *(("custody_event", event.id, field) for field in ("actor", "place", "reason")),
        ("interview", record.id, "place"),
        ("segment", said.id, "marks/1"),
    }
    pdf = path.read_bytes()
    assert {word for word, _ in leaks(WORDS, readable(whole.read_bytes()))} == set(WORDS)
    assert leaks(WORDS, readable(pdf)) == []
    files = attached(pdf)
    told = found(files)
    assert Standing.BROKEN not in told.values()
    assert told["redactions-as-listed"] is Standing.HOLDS
    (shown,) = (
        line for line in files[f"records/exhibit-{exhibit.number}.jsonl"].splitlines() if b"STORED" in line
    )
    assert b'"actor_id":null' in shown
    listed = json.loads(files[LIST])
    places = {(each["kind"], each["part"], each["field"]) for each in listed["redactions"]}
    assert {("exhibit", "custody/2", "actor"), ("interview", "interview", "place")} <= places
    assert {each["full_sha256"] for each in listed["records"]} == {record.record_digest}
    code, said_by_script = checked_by_script(pdf, root_certificate(session.office_record), tmp_path)
    assert code == 0, said_by_script
    assert compared(session, path, whole)["masked-parts-as-whole"] is Standing.HOLDS
    _alter_the_place(files)
    assert Standing.BROKEN in found(files).values()


def _alter_the_place(files: dict[str, bytes]) -> None:
    """What is not masked in a masked event is still compared with the signed one."""
    name = next(each for each in files if each.startswith("records/exhibit-"))
    files[name] = files[name].replace(b'"action":"STORED"', b'"action":"UNSEALED"')


def test_words_of_custody_that_could_leave_another_way_stop_the_version(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    exhibit = registered(session, small, number="E-1")
    event = handed(session, exhibit, note=f"With {ACTOR}")
    version = drawn_up(session, small)
    made = mask(session, version, ("custody_event", event.id, "actor"), ACTOR, ACTOR)

    with pytest.raises(WordsLeftError):
        printed(session, small, version)

    redactions.withdraw_redaction(session, made.id, "To try another one")
    with monkeypatch.context() as earlier:
        earlier.setattr(kept_back, "_HELD", {**kept_back._HELD, "custody_event": ()})
        old = handed(session, exhibit)
    made = mask(session, version, ("custody_event", old.id, "place"), "Castanilor-Exemplu", PLACE)
    with pytest.raises(WordsLeftError):
        printed(session, small, version)  # the first event has them too
    mask(session, version, ("custody_event", event.id, "place"), "Castanilor-Exemplu", PLACE)
    monkeypatch.setattr(withheld_groups, "GROUPED_SINCE", 1_000)  # the event is one of before
    with pytest.raises(ToldWholeError):
        printed(session, small, version)


def test_a_transfer_that_was_confirmed_is_told_whole_or_not(session: Session, small: Small):
    exhibit = registered(session, small, number="E-1")
    parties = {
        "actor": small.official.name,
        "from_party": "Claire Vandenhove",
        "to_party": "Jan Heron-Exemplu",
    }
    sent = custody.record_custody_event(session, exhibit.id, act(CustodyAction.TRANSFER_OUT, **parties))
    shown = confirmations.transfers_of_act(session, sent.id)
    version = drawn_up(session, small)
    mask(session, version, ("custody_event", sent.id, "to_party"), "Heron-Exemplu", "Jan Heron-Exemplu")
    assert printed(session, small, version)
    asked = bundles.BundleOptions(
        languages=(),
        purpose="",
        recipient="",
        released_with=ALONE,
        transfer=AT_HOME,
        disclosure_id=version.id,
    )
    assert not told_elsewhere(session, small, asked)
    redactions.redact_everywhere(session, version.id, small.official.name, ORDER)
    assert told_elsewhere(session, small, asked) == (small.case.reference,)

    confirmations.confirm_by_key(session, [sent.id], TransferParty.GIVER, shown=shown[0].digest)

    with pytest.raises(MaskedTransferError) as refusal:
        printed(session, small, version)
    assert refusal.value.named["numbers"] == exhibit.number
    codes = {each.code for each in bundles.check_bundle(session, small.case.id, asked)}
    assert "masked-transfer" in codes


def test_nothing_is_said_of_a_masked_party():
    assert same_party("⟦R-001 THIRD_PARTY⟧", "Jan Peeters")
    assert not same_party("Claire Vandenhove", "Jan Peeters")


def test_the_reason_of_a_custody_event_stands_once_where_it_can_be_left_out(session: Session, small: Small):
    exhibit = registered(session, small)
    handed(session, exhibit)

    events = [*_contents(attached(printed(session, small, drawn_up(session, small)))[EXTRACT])]

    (own,) = (each for each in events if REASON in json.dumps(each))
    assert own["reason"] == ""
    assert json.dumps(own).count(REASON) == 1


def _contents(extract: bytes) -> Iterator[dict[str, object]]:
    for each in json.loads(extract)["events"]:
        if each["opening"]:
            payload = each["opening"]["payload"]
            yield json.loads(payload) if isinstance(payload, str) else payload
