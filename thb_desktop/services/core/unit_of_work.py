"""An open transaction: values are saved, and the act that saved them is recorded."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.domain.act_checks import faults_of
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.consultation import Consulted, Purpose
from thb_desktop.domain.date_rules import verify_dates
from thb_desktop.domain.ids import Ids
from thb_desktop.domain.needed_reasons import lacks_reason
from thb_desktop.domain.record import Record, from_record
from thb_desktop.domain.second_person import Approval, is_recorded_in_time
from thb_desktop.domain.times import Reading
from thb_desktop.errors import (
    ActExceededError,
    ApprovalExpiredError,
    ReasonMissingError,
    UnrecordedChangeError,
)
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.core.clock_jumps import verify_act
from thb_desktop.services.core.consultation_log import ConsultationLog, case_of
from thb_desktop.services.core.founded_acts import fault_of_ground
from thb_desktop.services.core.kinds_of_acts import is_of_its_kind
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.projection import state_of


class Named(Protocol):
    """A value whose row has an id."""

    @property
    def id(self) -> str: ...


class UnitOfWork:
    """An open transaction: values are saved, then the act that saved them is recorded."""

    def __init__(
        self,
        connection: Connection,
        *,
        reading: Reading,
        ids: Ids,
        journal: Journal,
        author: EntryAuthor,
        consultation_log: ConsultationLog | None,
        randomness: Randomness,
    ) -> None:
        self.connection = connection
        self.reading = reading
        self.head: Head | None = None
        self._ids = ids
        self._journal = journal
        self._author = author
        self._consultation_log = consultation_log
        self._randomness = randomness
        self._changes: list[Change] = []
        self._entries = 0
        self._begun = False

    @property
    def at(self) -> datetime:
        """The claimed time of this transaction."""
        return self.reading.at

    @property
    def entry(self) -> int:
        """The number of the entry that the next `record` adds."""
        self._begin()
        return self._journal.size + 1

    def new_id(self) -> str:
        return self._ids.new(self.at)

    def new_salt(self) -> str:
        """32 random bytes (hex)."""
        return draw(self._randomness, 32).hex()

    def save(self, *values: object) -> None:
        """Write rows, new or changed; the next `record` contains them.

        Raises what `verify_dates` raises for an impossible date.
        """
        for value in values:
            verify_dates(value, self.at)
        self._begin()
        self._changes += [self._journal.projection.save(value) for value in values]

    def tell(self, *values: object) -> None:
        """Let the next `record` contain rows as they stand; ValueError for a row that stands otherwise."""
        self._begin()
        self._changes += [self._journal.projection.told(value) for value in values]

    def record(self, subject: str, action: ActionCode, reason: str = "") -> None:
        """Close one event: what was saved since the last one, done to `subject`, and why.

        Raises ActExceededError if something else was saved than the rows of this act (`act_rows`), if it is
        about a thing of another kind (`act_kinds`), or if what the act answers is not there (`founded_acts`),
        ReasonMissingError if the act must say why, and does not, ApprovalExpiredError if the second person's
        approval is no longer valid, ClockUnexplainedError if it signs after the clock went back.
        """
        if lacks_reason(action, reason):
            raise ReasonMissingError("this act needs a reason that can be read")
        self._begin()
        verify_act(self.connection, self._author.vault, action)
        changes, self._changes = self._changes, []
        self._verify_in_time(changes)
        if any(faults_of(changes, action=action, agent=self._author.user.id, subject=subject)):
            raise ActExceededError("the act would change what it may not")
        if not is_of_its_kind(self.connection, action, subject, changes):
            raise ActExceededError("the act is about something of another kind than its own")
        if fault_of_ground(self.connection, action, subject, before=self.entry):
            raise ActExceededError("the act answers for what is not there")
        self._append(subject, action, reason, [state_of(change) for change in changes])

    def record_each(self, values: Iterable[Named], action: ActionCode) -> None:
        """Write rows with new ids, and record each by an event of its own, about the row itself.

        As `save` and `record` do one by one, and refused as they are; all are written together. The act
        answers nothing that is looked up (`founded_acts`).
        """
        with self.together():
            for value in values:
                verify_dates(value, self.at)
                self._changes.append(self._journal.projection.add(value))
                self.record(value.id, action)

    def add_all(self, values: Sequence[object]) -> None:
        """Write rows with new ids together; the next `record` contains them. Refused as `save` does."""
        with self.together():
            for value in values:
                verify_dates(value, self.at)
                self._changes.append(self._journal.projection.add(value))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let new rows and their entries wait, and write them together at the end.

        No row is saved twice within, and nothing reads what waits: neither the rows nor the event chain.
        """
        self._begin()
        with self._journal.together():
            yield

    def _verify_in_time(self, changes: Iterable[Change]) -> None:
        """An act may begin with an approval that expires before the act is recorded."""
        for change in changes:
            if change.table == registry.APPROVAL.name:
                approval = from_record(Approval, change.after)
                if not is_recorded_in_time(approval, self.at):
                    raise ApprovalExpiredError("this approval is no longer valid; ask for another one")

    def consulted(self, kind: Consulted, subject: str, *, purpose: Purpose, recipient: str = "") -> None:
        """Log what is shown or released, in the same transaction: with this work, or not at all."""
        if self._consultation_log is not None:
            case_id = case_of(self.connection, subject)
            self._consultation_log.write(
                kind,
                subject,
                case_id=case_id,
                purpose=purpose,
                recipient=recipient,
                reading=self.reading,
            )

    def close(self) -> None:
        if self._changes:
            raise UnrecordedChangeError("a change was saved, but no event records it")
        if self._entries:
            self.head = self._journal.sign_head(self._author, self.reading)

    def _begin(self) -> None:
        """Record first that the clock went back, before a row changes, because an event covers the tables
        after it.
        """
        if not self._begun and self._journal.is_behind(self.reading):
            self._append(
                self._author.vault,
                VaultAction.CLOCK_WENT_BACK,
                "the clock of this computer stands earlier than at the event before",
                [],
            )
        self._begun = True

    def _append(self, subject: str, action: ActionCode, reason: str, states: list[Record]) -> None:
        self._journal.append(
            self._author,
            action=action,
            subject=subject,
            reason=reason,
            states=states,
            reading=self.reading,
            randomness=self._randomness,
        )
        self._entries += 1
