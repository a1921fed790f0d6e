"""Whatever sequence of acts: the tables are the sum of the events, and a row more, less or another is found.

The ordinary run takes a few sequences; THB_SEQUENCES says how many the full one takes.
"""

import io
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.support import testimony
from tests.support.figures import Value
from tests.support.offices import LATER, Small, act, case_file, copy_of, exhibit, unlock
from tests.support.records import sign
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Official, Person
from thb_desktop.domain.second_person import Alone
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.custody import record_custody_event
from thb_desktop.services.money import finance
from thb_desktop.services.office import users
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.testimony import (
    formalities,
    interviews,
    read_back,
    renderings,
    segment_drafts,
    segments,
)
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.vault.database import Connection, IntegrityError
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import registry
from thb_desktop.vault.vault import open_vault

SEQUENCES = int(os.environ.get("THB_SEQUENCES", "5"))
texts = st.sampled_from(["", "a", "O'Brien", "Înțelegeți?", "\u202ecba", "\u0000", "👩\u200d👧", "x" * 500])
numbers = st.integers(0, 5)
picks = st.integers(0, 1000)


class Office(RuleBasedStateMachine):
    """One session after another in one vault; what an act refuses is no failure, what it leaves would be."""

    def __init__(self, original: Path, small: Small, done: list[int]) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="thb-sum-"))
        self.folder = copy_of(original, self.root / "office.thbvault")
        self.small, self.done, self.at = small, done, LATER
        self.session = unlock(self.folder, start=self.at)

    def attempt(self, call: Callable[[], object]) -> None:
        try:
            call()
        except ThbError:
            self.done[1] += 1
        else:
            self.done[0] += 1

    def picked[T](self, table: registry.Table[T], pick: int) -> T | None:
        rows = table.all(self.session.read)
        return rows[pick % len(rows)] if rows else None

    @initialize(chance=picks)
    def begin(self, chance: int) -> None:
        self.chance = chance
        self.attempt(lambda: exhibits.register_exhibit(self.session, exhibit(self.small), act()))
        held = testimony.interview(
            case_id=self.small.case.id,
            person_id=self.small.person.id,
            lead_interviewer_id=self.small.official.id,
            authority_id=self.small.authority.id,
        )
        self.attempt(lambda: interviews.hold_interview(self.session, held))

    @rule(number=numbers, text=texts)
    def open_case(self, number: int, text: str) -> None:
        case = case_file(reference=f"2026/{number}", notice_number=text)
        self.attempt(lambda: cases.open_case(self.session, case))

    @rule(number=numbers, name=texts, pick=picks)
    def add_official(self, number: int, name: str, pick: int) -> None:
        case = self.picked(registry.CASE_FILE, pick)
        official: Official = replace(self.small.official, case_id=case.id, code=f"P-{number}", name=name)
        self.attempt(lambda: people.add_official(self.session, official))

    @rule(number=numbers, note=texts, sealed=st.booleans())
    def add_person(self, number: int, note: str, sealed: bool) -> None:
        person: Person = replace(self.small.person, code=f"V-{number}", note=note)
        identity = None
        if sealed:
            identity = people.Identity(person_id=person.id, name="Somebody", aliases=(note,))
        self.attempt(lambda: people.add_person(self.session, person, identity))

    @rule(number=numbers, pick=picks, derived=st.booleans())
    def register_exhibit(self, number: int, pick: int, derived: bool) -> None:
        parent = self.picked(registry.EXHIBIT, pick) if derived else None
        new = exhibit(self.small, number=f"E-{number}", parent_id=parent.id if parent else None)
        self.attempt(lambda: exhibits.register_exhibit(self.session, new, act()))

    @rule(pick=picks, size=st.integers(0, 3000), name=texts)
    def add_file(self, pick: int, size: int, name: str) -> None:
        found = self.picked(registry.EXHIBIT, pick)
        self.attempt(
            lambda: exhibit_files.add_file(
                self.session, found.id, source=io.BytesIO(bytes(size)), name=name, media_type="image/png"
            )
        )

    @rule(pick=picks, action=st.sampled_from(v.CustodyAction), seal=texts, note=texts)
    def record_custody_event(self, pick: int, action: v.CustodyAction, seal: str, note: str) -> None:
        found = self.picked(registry.EXHIBIT, pick)
        said = act(action, seal=seal, note=note, from_party="A", to_party="B")
        self.attempt(lambda: record_custody_event(self.session, found.id, said))

    @rule(pick=picks, text=texts, captured=st.booleans())
    def add_segment(self, pick: int, text: str, captured: bool) -> None:
        found = self.picked(registry.INTERVIEW, pick)
        self.attempt(
            lambda: segments.add_segment(
                self.session,
                found.id,
                speaker=v.SpeakerRole.INTERVIEWER,
                kind=v.UtteranceKind.QUESTION,
                language="ro",
                source_text=text if captured else None,
                capture=v.SourceCapture.TYPED_LIVE if captured else v.SourceCapture.NOT_CAPTURED,
            )
        )

    @rule(pick=picks, text=texts)
    def set_source(self, pick: int, text: str) -> None:
        if found := self.picked(registry.SEGMENT, pick):
            self.attempt(lambda: segments.set_source(self.session, found.id, text or None))

    @rule(
        pick=picks, text=texts, language=st.sampled_from(["fr", "nl"]), kind=st.sampled_from(v.RenderingKind)
    )
    def set_rendering(self, pick: int, text: str, language: str, kind: v.RenderingKind) -> None:
        if found := self.picked(registry.SEGMENT, pick):
            self.attempt(
                lambda: renderings.set_rendering_text(
                    self.session,
                    found.id,
                    language=language,
                    kind=kind,
                    text=text,
                    author_id=self.small.interpreter.id,
                )
            )

    @rule(pick=picks, other=picks, at=st.integers(0, 4), reason=texts)
    def reorder(self, pick: int, other: int, at: int, reason: str) -> None:
        one, two = self.picked(registry.SEGMENT, pick), self.picked(registry.SEGMENT, other)
        if one and two:
            self.attempt(lambda: segments.move_segment(self.session, one.id, before=two.id))
            self.attempt(lambda: segments.split_segment(self.session, one.id, at=at))
            self.attempt(lambda: segments.join_segments(self.session, one.id, two.id))
            self.attempt(lambda: segments.strike_segment(self.session, two.id, reason))

    @rule(pick=picks, state=st.sampled_from(v.RenderingState))
    def judge_a_rendering(self, pick: int, state: v.RenderingState) -> None:
        if found := self.picked(registry.RENDERING, pick):
            self.attempt(lambda: renderings.set_rendering_state(self.session, found.id, state))
            self.attempt(lambda: renderings.confirm_rendering_against_source(self.session, found.id))
            self.attempt(lambda: renderings.set_rendering_author(self.session, found.id, None))

    @rule(pick=picks, text=texts)
    def note_and_strike(self, pick: int, text: str) -> None:
        found = self.picked(registry.INTERVIEW, pick)
        if found and not found.is_signed:
            added = formalities.add_formality(self.session, found.id, testimony.presence())
            self.attempt(lambda: formalities.strike_formality(self.session, added, text))

    @rule(pick=picks, text=texts)
    def keep_a_draft(self, pick: int, text: str) -> None:
        if found := self.picked(registry.SEGMENT, pick):
            self.attempt(lambda: segment_drafts.save_draft(self.session, found.id, "fr", text))

    @rule(pick=picks)
    def read_back(self, pick: int) -> None:
        found = self.picked(registry.INTERVIEW, pick)
        outcome = ReadBack(
            readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
            readback_language="ro",
            confirmation=v.PersonConfirmation.CONFIRMED_UNCHANGED,
            complaint_made=False,
            copy_given=v.CopyGiven.NO_SAFETY_REASON,
        )
        rows = [*testimony.rows_held(self.small.interpreter.id), *testimony.SIGNED_BY_ALL]
        self.attempt(lambda: read_back.read_back(self.session, found.id, outcome, rows))

    @rule(pick=picks)
    def sign_the_record(self, pick: int) -> None:
        found = self.picked(registry.INTERVIEW, pick)
        self.attempt(lambda: sign(self.session, found.id))

    @rule(pick=picks, text=texts)
    def assess(self, pick: int, text: str) -> None:
        person = self.picked(registry.PERSON, pick)
        assessment = IndividualAssessment(
            person_id=person.id,
            version=0,
            made_at=self.at,
            made_by="Somebody",
            method=AssessmentMethod.BASIC,
            circumstances=text,
        )
        self.attempt(lambda: sealed.add_assessment(self.session, person.id, assessment))

    @rule(pick=picks, why=texts)
    def reveal(self, pick: int, why: str) -> None:
        person = self.picked(registry.PERSON, pick)
        self.attempt(
            lambda: people.reveal_identity(
                self.session, person.id, justification=why, second=Alone(reason=why)
            )
        )
        self.attempt(lambda: sealed.reveal_assessment(self.session, person.id, justification=why))

    @rule(pick=picks, action=st.sampled_from(sorted(DISPOSALS)), why=texts)
    def dispose(self, pick: int, action: v.CustodyAction, why: str) -> None:
        found = self.picked(registry.EXHIBIT, pick)
        self.attempt(
            lambda: record_custody_event(self.session, found.id, act(action), second=Alone(reason=why))
        )

    @precondition(lambda self: len(registry.USER.all(self.session.read)) < 3)
    @rule(role=st.sampled_from(v.UserRole), name=texts)
    def add_user(self, role: v.UserRole, name: str) -> None:
        self.attempt(
            lambda: users.add_user(
                self.session,
                name=name,
                role=role,
                passphrase=passphrase(f"{OTHER_PASSPHRASE} {len(registry.USER.all(self.session.read))}"),
                own_passphrase=passphrase(),
                second=Alone(reason="An office of one"),
            )
        )

    @rule(pick=picks)
    def retire_user(self, pick: int) -> None:
        user = self.picked(registry.USER, pick)
        self.attempt(
            lambda: users.retire_user(
                self.session,
                user.id,
                reason="Moved",
                own_passphrase=passphrase(),
                second=Alone(reason="An office of one"),
            )
        )

    @rule(number=numbers, identifier=texts)
    def add_account(self, number: int, identifier: str) -> None:
        account = Account(
            id="",
            case_id=self.small.case.id,
            number=f"A-{number}",
            kind=next(iter(v.AccountKind)),
            identifier=identifier,
            network="",
            currency="EUR",
            holder="",
            checksum=next(iter(v.ChecksumState)),
        )
        self.attempt(lambda: finance.add_account(self.session, account))

    @rule(pick=picks, amount=st.sampled_from(["1", "0.50", "1e5", "-1", ""]), text=texts)
    def add_transaction(self, pick: int, amount: str, text: str) -> None:
        if account := self.picked(registry.ACCOUNT, pick):
            moved = Transaction(
                id="",
                case_id=account.case_id,
                from_account_id=account.id,
                to_account_id=None,
                at=PartialDate("2026-02-01"),
                amount=amount,
                currency="EUR",
                text=text,
                source="Cash book, p. 3",
            )
            self.attempt(lambda: finance.add_transaction(self.session, moved))

    @rule()
    def lock_and_unlock(self) -> None:
        self.session.close()
        self.at += timedelta(days=1)
        self.session = unlock(self.folder, start=self.at)
        assert verdict(self.session.opening.findings) is Standing.HOLDS

    def teardown(self) -> None:
        self.lock_and_unlock()
        rebuilt = rebuild(self.session.read)
        self.session.close()
        named = spoilt(self.folder, self.chance)
        shutil.rmtree(self.root)
        self.done[2] += 1

        assert (rebuilt.stray, rebuilt.differing, rebuilt.erased) == ((), (), 0)
        assert named == dict.fromkeys(SPOILING, True)


def spoilt(folder: Path, chance: int) -> dict[str, bool]:
    """Take one row away, put one in and change one behind the events: whether making anew names its table."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    connection = vault.connection
    connection.set_authorizer(None)
    connection.execute("PRAGMA foreign_keys = OFF")
    filled = [table for table in registry.TABLES if table.all(connection)]
    named = {}
    for place, (way, spoil) in enumerate(SPOILING.items()):
        for turn in range(len(filled)):
            table = filled[(chance + place + turn) % len(filled)]
            connection.execute("BEGIN")
            try:
                _spoil(connection, table.name, table.key[0], spoil)
            except IntegrityError:  # such a row cannot be put into this table
                connection.execute("ROLLBACK")
                continue
            named[way] = dict(rebuild(connection).differing).keys() == {table.name}
            connection.execute("ROLLBACK")
            break
    vault.close()
    return named


SPOILING = {
    "taken away": "DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table})",
    "changed": "UPDATE {table} SET {key} = {key} || '0' WHERE {key} = (SELECT min({key}) FROM {table})",
    "put in": "INSERT INTO {table} ({key}, {rest}) SELECT {key} || '0', {rest} FROM {table} LIMIT 1",
}


def _spoil(connection: Connection, table: str, key: str, statement: str) -> None:
    triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    for (trigger,) in connection.execute(triggers, (table,)).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    rest = ", ".join(f'"{column}"' for column in columns if column != key)
    connection.execute(statement.format(table=table, key=key, rest=rest))


@pytest.mark.requirement("SR-17")
def test_the_tables_are_the_sum_of_the_events_after_any_sequence_of_acts(
    small_office: tuple[Path, Small], figure: Callable[[str, str, Value], None]
) -> None:
    original, small = small_office
    done = [0, 0, 0]

    run_state_machine_as_test(
        lambda: Office(original, small, done),
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=24,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert done[2] >= SEQUENCES
    figure("SR-17", "random sequences of acts", done[2])
    figure("SR-17", "acts done", done[0])
    figure("SR-17", "acts refused", done[1])
    figure(
        "SR-17", "rows taken away, changed or put in behind the events, each named", done[2] * len(SPOILING)
    )
