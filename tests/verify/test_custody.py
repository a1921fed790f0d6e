"""The check of a custody extract: what holds, what is broken, what stays unknown, in plain words."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chains import (
    KNIFE,
    PHONE,
    RECORD,
    Key,
    Office,
    certificate,
    each_flip,
    example,
    extract_of,
    founded_example,
    re_signed,
    some_id,
    user_state,
)
from tests.support.findings import said_in_english
from tests.support.sampled import IS_WHOLE
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import Mark, sign_head
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.statement import KeyRing, sign_statement
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.custody import LIMITS, check_extract, main
from thb_desktop.verify.signers import check_signers

FROZEN = Path(__file__).parents[1] / "ledger" / "data" / "extract-v2.json"
OFFICE = founded_example()
ROOT = sha256(OFFICE.root).hexdigest()


@pytest.fixture
def extract() -> Extract:
    return extract_of(OFFICE, PHONE, RECORD, earlier=[OFFICE.stored.heads[4].parsed().mark])


def standings(extract: Extract | bytes, **more: Any) -> dict[str, Standing]:
    """The worst standing under each code."""
    data = extract if isinstance(extract, bytes) else extract.to_bytes()
    found: dict[str, list[Finding]] = {}
    for finding in check_extract(data, **({"trusted_root_sha256": ROOT} | more)):
        found.setdefault(finding.code, []).append(finding)
    return {code: verdict(findings) for code, findings in found.items()}


def broken(extract: Extract | bytes, **more: Any) -> set[str]:
    return {code for code, standing in standings(extract, **more).items() if standing is Standing.BROKEN}


def test_a_sound_extract_holds_in_every_point(extract: Extract) -> None:
    found = standings(extract)

    assert set(found.values()) == {Standing.HOLDS}
    assert found.keys() == {
        "extract-form",
        "root",
        "certificates",
        "signers",
        "sessions",
        "events",
        "content",
        "head",
        "inclusion",
        "completeness",
        "continuity",
    }


def test_without_a_fingerprint_it_is_not_known_whose_vault_it_is(extract: Extract) -> None:
    findings = check_extract(extract.to_bytes())

    assert verdict(findings) is Standing.UNKNOWN
    assert ROOT[:4] in str(next(each.values["fingerprint"] for each in findings if each.code == "root"))


@pytest.mark.parametrize("form", [ROOT.upper(), " ".join((ROOT[:32], ROOT[32:])), ROOT[:2] + ":" + ROOT[2:]])
def test_a_fingerprint_may_be_written_in_groups(extract: Extract, form: str) -> None:
    assert standings(extract, trusted_root_sha256=form)["root"] is Standing.HOLDS


@pytest.mark.parametrize("other", ["0" * 64, "", "root"])
def test_another_fingerprint_is_no_match_and_says_nothing_against_the_file(
    extract: Extract, other: str
) -> None:
    found = standings(extract, trusted_root_sha256=other)

    assert broken(extract, trusted_root_sha256=other) == set()
    assert {code for code, standing in found.items() if standing is Standing.UNKNOWN} == {"root"}


@pytest.mark.requirement("SR-7")
def test_a_changed_byte_anywhere_is_found(extract: Extract) -> None:
    for other in each_flip(extract.to_bytes(), every=83 if IS_WHOLE else 249):
        assert verdict(check_extract(other, trusted_root_sha256=ROOT)) is Standing.BROKEN


@pytest.mark.requirement("SR-28")
@settings(max_examples=150)
@given(st.data())
def test_whatever_stands_in_a_part_is_a_finding_and_never_an_error(data: st.DataObject) -> None:
    document = json.loads(FROZEN.read_bytes())
    part: Any = document
    while True:
        step = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if not part[step] or not isinstance(part[step], (dict, list)) or data.draw(st.integers(0, 7)) == 0:
            break
        part = part[step]
    before = part[step]
    part[step] = data.draw(
        st.sampled_from([None, 0, 1, -1, 2**63 - 1, "", "0" * 64, "0" * 32, "MA==", [], {}, [[]], True])
    )

    findings = check_extract(canonical.encode(document), trusted_root_sha256=ROOT)

    assert part[step] == before or step in ("opening", "earlier") or verdict(findings) is Standing.BROKEN


def drop_the_third_event(extract: Extract) -> Extract:
    return replace(extract, events=extract.events[:2] + extract.events[3:])


def drop_the_last_event(extract: Extract) -> Extract:
    return replace(extract, events=extract.events[:-1])


def drop_all_events_of_one_subject(extract: Extract) -> Extract:
    kept = tuple(event for event in extract.events if event.signed.parsed().subject != PHONE)
    return replace(extract, events=kept)


def drop_a_counter(extract: Extract) -> Extract:
    return replace(extract, counters=extract.counters[1:])


def lower_a_counter(extract: Extract) -> Extract:
    first = replace(extract.counters[0], n=extract.counters[0].n - 1)
    return replace(extract, counters=(first, *extract.counters[1:]))


def lower_a_counter_and_drop_the_event(extract: Extract) -> Extract:
    return lower_a_counter(drop_the_last_event(extract))


def repeat_an_event(extract: Extract) -> Extract:
    return replace(extract, events=extract.events[:1] + extract.events)


def swap_two_events(extract: Extract) -> Extract:
    return replace(extract, events=(extract.events[1], extract.events[0], *extract.events[2:]))


def swap_two_contents(extract: Extract) -> Extract:
    one, other, *rest = extract.events
    return replace(
        extract,
        events=(replace(one, opening=other.opening), replace(other, opening=one.opening), *rest),
    )


def insider_signs_an_event_anew(extract: Extract) -> Extract:
    signed = re_signed(extract.events[0].signed, OFFICE.sessions[1].key, action="RETURNED")
    return replace(extract, events=(replace(extract.events[0], signed=signed), *extract.events[1:]))


def event_of_another_user(extract: Extract) -> Extract:
    signed = re_signed(extract.events[0].signed, OFFICE.sessions[0].key)
    return replace(extract, events=(replace(extract.events[0], signed=signed), *extract.events[1:]))


def event_in_another_role(extract: Extract) -> Extract:
    signed = re_signed(extract.events[0].signed, OFFICE.sessions[1].key, role="PROSECUTOR")
    return replace(extract, events=(replace(extract.events[0], signed=signed), *extract.events[1:]))


def event_of_a_stranger(extract: Extract) -> Extract:
    signed = re_signed(extract.events[0].signed, Key("stranger"))
    return replace(extract, events=(replace(extract.events[0], signed=signed), *extract.events[1:]))


def event_with_a_field_more(extract: Extract) -> Extract:
    fields = json.loads(extract.events[0].signed.entry) | {"remark": 1}
    signed = replace(extract.events[0].signed, entry=canonical.encode(fields))
    return replace(extract, events=(replace(extract.events[0], signed=signed), *extract.events[1:]))


def head_of_a_stranger(extract: Extract) -> Extract:
    key = Key("stranger")
    return replace(extract, head=sign_head(replace(extract.head.parsed(), key=key.id), key.sign))


def head_with_another_time(extract: Extract) -> Extract:
    head = replace(extract.head.parsed(), at=datetime(2027, 1, 1, tzinfo=UTC))
    return replace(extract, head=replace(extract.head, head=head.to_bytes()))


def head_that_cannot_be_read(extract: Extract) -> Extract:
    return replace(extract, head=replace(extract.head, head=b"{}"))


def head_of_an_older_state(extract: Extract) -> Extract:
    return replace(extract, head=OFFICE.stored.heads[10])


def session_stated_by_another_user(extract: Extract) -> Extract:
    clerk = OFFICE.people[1]
    forged = sign_statement(replace(extract.statements[0].parsed(), signer=clerk.key.id), clerk.key.sign)
    return replace(extract, statements=(forged, *extract.statements[1:]))


def no_sessions(extract: Extract) -> Extract:
    return replace(extract, statements=())


def users_of_another_root(extract: Extract) -> Extract:
    stranger = founded_example("another vault")
    return replace(extract, users=tuple(person.certificate for person in stranger.people))


def another_root(extract: Extract) -> Extract:
    return replace(extract, root=founded_example("another vault").root)


def no_certificate(extract: Extract) -> Extract:
    return replace(extract, root=b"\x30\x00")


def another_vault(extract: Extract) -> Extract:
    return replace(extract, vault=some_id("another vault"))


def earlier_head_of_another_past(extract: Extract) -> Extract:
    return replace(extract, earlier=(replace(extract.earlier[0], root=bytes(32)),))


@pytest.mark.parametrize(
    ("tamper", "codes"),
    [
        (drop_the_third_event, {"completeness"}),
        (drop_the_last_event, {"completeness"}),
        (drop_all_events_of_one_subject, {"completeness"}),
        (drop_a_counter, {"completeness"}),
        (lower_a_counter, {"completeness"}),
        (lower_a_counter_and_drop_the_event, {"completeness"}),
        (repeat_an_event, {"events", "completeness"}),
        (swap_two_events, {"events", "completeness"}),
        (swap_two_contents, {"content"}),
        (insider_signs_an_event_anew, {"inclusion"}),
        (event_of_another_user, {"events", "inclusion"}),
        (event_in_another_role, {"events", "inclusion"}),
        (event_of_a_stranger, {"events", "inclusion"}),
        (event_with_a_field_more, {"events", "completeness"}),
        (head_of_a_stranger, {"head"}),
        (head_with_another_time, {"head"}),
        (head_that_cannot_be_read, {"head"}),
        (head_of_an_older_state, {"inclusion", "completeness", "continuity"}),
        (session_stated_by_another_user, {"sessions", "events"}),
        (no_sessions, {"signers", "events", "head"}),
        (users_of_another_root, {"certificates", "sessions", "events", "head"}),
        (another_root, {"certificates"}),
        (no_certificate, {"certificates"}),
        (another_vault, {"sessions", "events", "head"}),
        (earlier_head_of_another_past, {"continuity"}),
    ],
)
def test_tampering_with_an_extract_is_named(
    extract: Extract, tamper: Callable[[Extract], Extract], codes: set[str]
) -> None:
    assert broken(tamper(extract)) == codes


def test_content_left_out_is_unknown_and_nothing_is_broken() -> None:
    found = standings(extract_of(OFFICE, PHONE, closed=[5, 6]))

    assert {code for code, standing in found.items() if standing is not Standing.HOLDS} == {"content-absent"}
    assert found["content-absent"] is Standing.UNKNOWN


def test_drafts_kept_back_are_told_and_nothing_is_unknown() -> None:
    office = founded_example()
    office.record(office.log_in(office.people[0]), "SEGMENT_SET", RECORD, {"text": "an earlier wording"})

    found = standings(extract_of(office, RECORD, closed=[office.tree.size]))

    assert found["drafts-withheld"] is Standing.HOLDS
    assert "content-absent" not in found


def test_a_clock_that_ran_backwards_is_unknown() -> None:
    office = founded_example()
    office.reboot()
    office.at -= timedelta(days=30)
    office.record(office.sessions[2], "DISCLOSED", KNIFE, {})

    found = standings(extract_of(office, KNIFE))

    assert found["clock-backwards"] is Standing.UNKNOWN
    assert Standing.BROKEN not in found.values()


def test_certificates_that_name_no_user_leave_it_open_who_is_meant(extract: Extract) -> None:
    unnamed = tuple(
        certificate(
            person.label,
            person.key.private.public_key(),
            "Root of vault",
            OFFICE.root_key,
            agent="",
            ca=False,
        )
        for person in OFFICE.people
    )

    found = standings(replace(extract, users=unnamed))

    assert {code for code, standing in found.items() if standing is not Standing.HOLDS} == {"users-unbound"}


def test_a_login_outside_the_validity_of_the_certificate_is_broken() -> None:
    office = founded_example()
    office.at = datetime(2046, 6, 1, tzinfo=UTC)
    late = office.log_in(office.people[0])
    office.record(late, "DISCLOSED", KNIFE, {})

    assert broken(extract_of(office, KNIFE)) == {"sessions"}


@pytest.mark.parametrize(
    ("remembered", "standing"),
    [
        (OFFICE.stored.heads[-1].parsed().mark, Standing.HOLDS),
        (OFFICE.stored.heads[4].parsed().mark, Standing.HOLDS),
        (OFFICE.stored.heads[7].parsed().mark, Standing.UNKNOWN),
        (Mark(size=99, root=bytes(32)), Standing.UNKNOWN),
        (Mark(size=17, root=bytes(32)), Standing.BROKEN),
        (Mark(size=5, root=bytes(32)), Standing.BROKEN),
    ],
)
def test_a_remembered_head_is_compared(extract: Extract, remembered: Mark, standing: Standing) -> None:
    assert standings(extract, remembered_head=remembered)["remembered"] is standing


def test_sentences_promise_nothing_that_cannot_be_kept(extract: Extract) -> None:
    sentences = [said_in_english(finding) for finding in check_extract(extract.to_bytes())]

    text = " ".join([*sentences, LIMITS]).lower()

    assert "never entered" in LIMITS
    assert "all recorded events are here, 1 to 7." in text
    for word in ("tamper", "proof", "qualified", "ledger", "guarantee", "complete chain"):
        assert word not in text


def numbered() -> tuple[Office, str, str]:
    """A vault whose entries hold rows as the application writes them: an exhibit, and a file of it."""
    office, exhibit, file = Office("numbered"), some_id("an exhibit"), some_id("a file")
    session = office.log_in(office.enrol("Judge A. Example", "INVESTIGATING_JUDGE"))
    for action, subject, entity, record in (
        ("SEIZED", exhibit, "exhibit", {"id": exhibit, "number": "E-\u202e07"}),
        ("FILE_ADDED", file, "exhibit_file", {"id": file, "exhibit_id": exhibit, "name": "secret.txt"}),
        ("EXAMINED", exhibit, "custody_event", {"id": some_id("an event"), "number": 2}),
    ):
        office.record(session, action, subject, {"states": [{"entity": entity, "record": record}]})
    return office, exhibit, file


def completeness(extract: Extract) -> dict[str, str]:
    found = check_extract(extract.to_bytes())
    return {each.about: said_in_english(each) for each in found if each.code == "completeness"}


def test_subjects_are_called_as_on_the_pages_where_their_signed_content_says_so() -> None:
    office, exhibit, file = numbered()

    told = completeness(extract_of(office, exhibit, file))

    assert told == {
        exhibit: "Exhibit E-07: all recorded events are here, 1 to 2.",
        file: f"File of an exhibit ({file}): all recorded events are here, 1 to 1.",
    }


def test_a_subject_that_lacks_an_event_is_called_by_its_number_too() -> None:
    office, exhibit, file = numbered()
    whole = extract_of(office, exhibit, file)

    told = completeness(replace(whole, events=whole.events[:-1]))

    assert told[exhibit] == "Exhibit E-07: of 2 recorded events, these are missing: 2."


def test_content_that_is_not_the_signed_one_names_nobody() -> None:
    office, exhibit, file = numbered()
    whole = extract_of(office, exhibit, file)
    first = whole.events[0]
    assert first.opening is not None
    forged = replace(first.opening, payload=first.opening.payload.replace(b"07", b"01"))

    told = completeness(replace(whole, events=(replace(first, opening=forged), *whole.events[1:])))

    assert told[exhibit].startswith(f"Subject {exhibit}: ")
    assert "E-0" not in "".join(told.values())


def test_the_command_says_of_many_subjects_at_once_that_they_are_whole(
    extract: Extract, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "extract.json"
    path.write_bytes(extract.to_bytes())

    main([str(path), "--root-sha256", ROOT])

    printed = capsys.readouterr().out
    assert "All recorded events of each of the 2 subjects shown are here" in printed
    assert "all recorded events are here, 1 to" not in printed


def test_a_name_from_outside_cannot_turn_the_line(extract: Extract) -> None:
    odd = certificate(
        "Judge\u202egnorw", OFFICE.people[0].key.private.public_key(), "Root of vault", OFFICE.root_key,
        agent=OFFICE.people[0].agent, ca=False,
    )  # fmt: skip

    findings = check_extract(replace(extract, users=(odd, *extract.users[1:])).to_bytes())

    assert any("Judge?gnorw" in said_in_english(finding) for finding in findings)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--root-sha256", ROOT], 41), ([], 41), (["--root-sha256", "00"], 41)],
)
def test_the_exit_code_is_the_verdict(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code = main([str(FROZEN), *arguments])

    printed = capsys.readouterr().out
    assert exit_code == code
    assert LIMITS in printed
    assert "event 3 of 7  TRANSFER_IN  by Keeper C. Example (EVIDENCE_CUSTODIAN)" in printed


def test_a_sound_extract_with_all_content_exits_with_zero(
    extract: Extract, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "extract.json"
    path.write_bytes(extract.to_bytes())
    head = f"17:{extract.head.parsed().root.hex()}"

    assert main([str(path), "--root-sha256", ROOT, "--head", head]) == 0
    assert "the state that you remember" in capsys.readouterr().out


def test_what_is_no_extract_and_what_is_not_there_have_their_own_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "extract.json"
    path.write_bytes(b"%PDF-1.7")

    assert main([str(path)]) == 40
    assert "not a custody extract" in capsys.readouterr().out
    assert main([str(tmp_path / "absent")]) == 43
    assert "cannot be read" in capsys.readouterr().err


def test_a_head_that_is_no_head_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(FROZEN), "--head", "17"])

    assert "SIZE:ROOT" in capsys.readouterr().err


@pytest.mark.requirement("SR-15", "SR-18")
def test_an_extract_of_the_first_form_does_not_show_whose_the_keys_are() -> None:
    found = standings(extract_of(example(), PHONE))

    assert {code for code, standing in found.items() if standing is not Standing.HOLDS} == {"signers"}
    assert found["signers"] is Standing.UNKNOWN


def test_the_entries_that_made_the_users_are_not_counted_among_the_events(extract: Extract) -> None:
    findings = check_extract(extract.to_bytes(), trusted_root_sha256=None)

    counts = {each.code: each.values["count"] for each in findings if each.code in {"events", "content"}}
    assert extract.signers
    assert counts == {"events": len(extract.events), "content": len(extract.events)}


@pytest.mark.requirement("SR-15", "SR-18")
@pytest.mark.parametrize("left_out", ["VAULT_CREATED", "USER_ADDED"])
def test_without_the_entry_that_made_a_user_their_key_counts_for_nobody(extract: Extract, left_out: str):
    shown = [each for each in extract.signers or () if each.signed.parsed().action != left_out]

    assert broken(replace(extract, signers=tuple(shown))) == {"signers"}


def test_the_root_of_another_office_with_the_same_people_is_told_apart() -> None:
    other = Office("another vault")
    person = other.enrol("Judge A. Example", "INVESTIGATING_JUDGE")
    other.shows_signers = True
    made = {"schema": 2, "states": [user_state(person)]}
    other.record(other.log_in(person), "VAULT_CREATED", other.vault, made)

    found = standings(extract_of(other, other.vault))

    assert {code for code, standing in found.items() if standing is not Standing.HOLDS} == {"root"}
    assert found["root"] is Standing.UNKNOWN


@pytest.mark.requirement("SR-20")
def test_who_was_added_by_an_approval_that_names_no_key_is_not_known_for_certain() -> None:
    office = example(shows_signers=True, bound=False)

    findings = check_extract(
        extract_of(office, PHONE).to_bytes(), trusted_root_sha256=sha256(office.root).hexdigest()
    )

    assert [each.values["names"] for each in findings if each.code == "signers"] == [("Keeper C. Example",)]
    assert verdict(findings) is Standing.UNKNOWN


def test_who_was_added_alone_is_named_and_the_others_are_said_to_be_made_by_two() -> None:
    office = founded_example()

    findings = check_extract(
        extract_of(office, PHONE).to_bytes(), trusted_root_sha256=sha256(office.root).hexdigest()
    )

    found = next(each for each in findings if each.code == "signers")
    assert found.standing is Standing.HOLDS
    assert found.values["names"] == ("Clerk B. Example",)


@pytest.mark.requirement("SR-15", "SR-18")
def test_no_extract_of_a_vault_whose_root_names_the_first_user_hides_the_signers() -> None:
    office = founded_example()
    hidden = replace(extract_of(office, PHONE), signers=None)
    root = replace(read_certificate(office.root), founder="ab" * 32)

    (found,) = check_signers(hidden, KeyRing(), (), root)

    assert found.standing is Standing.BROKEN
