"""What an event lets leave, and what documents say of a claim: by a program of a colleague's own."""

import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.persons.test_claims import SAID, claim
from tests.support.colleagues import AFTERWARDS, attacked, told, typed_by
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.kept_back import Places
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.person_claims import ClaimUse, PersonClaim, UsedWords
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.vocabulary import Compartment, IdentityProtection, UserRole
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.findings import Finding
from thb_desktop.ledger import canonical
from thb_desktop.ledger.claim_words import words_digest
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.compartments import item_context, open_compartment
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import claim_uses, claims
from thb_desktop.vault import journal
from thb_desktop.vault.tables import registry

CUSTODIAN, PROSECUTOR, AUDITOR = UserRole.EVIDENCE_CUSTODIAN, UserRole.PROSECUTOR, UserRole.AUDITOR
NOTE, TYPED, WHY = "the informant of team nine", "typed instead of the source", "why it was corrected"
UNGROUPED, OTHER_USE = "act-exceeded.withheld", "sealed-differs.use"
LATER = NEXT_DAY + timedelta(hours=1)


def noted(folder: Path) -> str:
    """An exhibit with a working note of the office."""
    with closing(unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads")) as session:
        exhibit = registry.EXHIBIT.all(session.read)[0]
        corrections.correct(session, replace(exhibit, note=NOTE), "A note")
        return exhibit.id


def corrected_by(folder: Path, groups: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The custodian corrects the exhibit by a program that marks other groups."""
    with monkeypatch.context() as program:
        program.setattr(journal, "withheld_places", groups)
        with closing(unlock(folder, typed_by(CUSTODIAN), start=LATER)) as session:
            exhibit = registry.EXHIBIT.all(session.read)[0]
            corrections.correct(session, replace(exhibit, source=TYPED), WHY)


def named(findings: Iterable[Finding], key: str) -> list[object]:
    """The entries that a finding names."""
    return [
        where.first for each in findings if each.key == key for where in each.where if where.kind == "entry"
    ]


def none_at_all(_: Sequence[Record]) -> Iterator[Places]:
    return iter(())


def a_number_with_a_note(states: Sequence[Record]) -> Iterator[Places]:
    """What no extract could leave out and still be read, in one group with a note, which none contains."""
    for number, state in enumerate(states):
        record = state["record"]
        if state["entity"] == "exhibit" and isinstance(record, dict):
            yield tuple((number, name) for name in ("note", "id", "number") if name in record)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("groups", [none_at_all, a_number_with_a_note])
def test_an_act_that_withholds_other_words_than_the_program_is_named_and_its_content_does_not_leave(
    office_copy: Path, monkeypatch: pytest.MonkeyPatch, groups: object
):
    exhibit = noted(office_copy)
    corrected_by(office_copy, groups, monkeypatch)

    unlocked, checked = told(office_copy)
    assert UNGROUPED in unlocked & checked
    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        (entry,) = set(named(session.opening.findings, UNGROUPED))
        assert entry in named(health.check_vault(session).findings, UNGROUPED)
        monkeypatch.setattr(type(session.opening), "verify_sound", lambda _: None)
        content = canonical.parse(extract_of(session, [exhibit]).data)
    left = str(content)
    assert not any(
        each in left or b64encode(each.encode()).decode()[:12] in left for each in (NOTE, TYPED, WHY)
    )


@pytest.mark.requirement("SR-19")
def test_a_group_without_random_bytes_of_its_own_is_named(office_copy: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever gets the digest of a group whose bytes are known can try words."""
    noted(office_copy)
    with monkeypatch.context() as program:
        program.setattr(journal, "draw", lambda *_: bytes(32))
        with closing(unlock(office_copy, typed_by(CUSTODIAN), start=LATER)) as session:
            exhibit = registry.EXHIBIT.all(session.read)[0]
            corrections.correct(session, replace(exhibit, source=TYPED), WHY)

    unlocked, checked = told(office_copy)
    assert UNGROUPED in unlocked & checked


def claimed(folder: Path) -> PersonClaim:
    with closing(unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads")) as session:
        people = registry.PERSON.all(session.read)
        open_one = next(each for each in people if each.identity_protection is IdentityProtection.NONE)
        return claims.add_claim(session, claim(open_one), SAID)


def item_of(program: OwnProgram, use_id: RowId, of: PersonClaim, words: UsedWords) -> SealedItem:
    session, at = program.session, program.next_time()
    made = SealedItem(
        id=RowId(session.new_id(at)),
        case_id=of.case_id,
        compartment=Compartment.IDENTITIES,
        subject_id=use_id,
        sealed="",
        added_at=at,
    )
    key = open_compartment(Compartment.IDENTITIES, session)
    context = item_context(session.vault.vault_id, made)
    said = canonical.encode(to_record(words))
    sealed = sealing.seal(key, said, context=context, randomness=secrets.token_bytes)
    return replace(made, sealed=b64encode(sealed).decode("ascii"))


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("words", ["EXCHANGED", ""])
def test_other_words_of_a_claim_for_documents_are_named_and_no_bundle_prints_them(
    office_copy: Path, words: str
):
    of, salt = claimed(office_copy), "ab" * 32

    def write(program: OwnProgram) -> None:
        session = program.session
        use_id = RowId(session.new_id(program.next_time()))
        item = item_of(program, use_id, of, UsedWords(words=words, salt=salt))
        at = program.next_time()
        use = ClaimUse(
            id=use_id,
            case_id=of.case_id,
            claim_id=of.id,
            used=True,
            reason="Needed",
            by=session.user.id,
            at=at,
            words_digest=words_digest(salt, words) if words else "",
        )
        program.say(Does.CLAIM_USE_DECIDED, of.id, use, *([replace(item, added_at=at)] if words else []))

    attacked(office_copy, PROSECUTOR, write, start=LATER)

    _, checked = told(office_copy)
    assert OTHER_USE in checked
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert named(health.check_vault(session).findings, OTHER_USE) == [session.journal.size]
        if words:
            with pytest.raises(SealedValueDamagedError):
                claim_uses.open_used(session, of.id)


def test_a_claim_that_is_used_as_it_was_said_and_then_corrected_is_named_by_nothing(office_copy: Path):
    of = claimed(office_copy)
    with closing(unlock(office_copy, start=LATER)) as session:
        made = claim_uses.decide_use(session, of.id, used=True, reason="Needed")
        assert claim_uses.open_used(session, of.id).words == SAID.as_used
        claims.correct_words(session, of.id, replace(SAID, latin="Selam T."), "Misheard")
        assert made.words_digest
        claim_uses.decide_use(session, of.id, used=False, reason="Not needed")
        claim_uses.decide_use(session, of.id, used=True, reason="Needed after all")

    unlocked, checked = told(office_copy)
    assert (unlocked, checked) == (set(), set())
