"""A program of a user's own: any rows, any events, with the user's own keys and the key of the database."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import unlock, without_triggers
from thb_desktop.domain.actions import ActionCode
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.times import to_text
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.core import login, unit_of_work
from thb_desktop.services.core.complete_check import Checked
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import allow_writing, forbid_writing
from thb_desktop.vault.held_file import HeldFile
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.registry import table_of
from thb_desktop.vault.unlocked import Vault

_COUNTED = (
    """UPDATE case_tally SET events = events + 1
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = :exhibit)""",
    """INSERT INTO custody_hour (case_id, hour, events)
    SELECT case_id, substr(:at, 1, 13), 1 FROM exhibit WHERE id = :exhibit
    ON CONFLICT (case_id, hour) DO UPDATE SET events = events + 1""",
)


class OwnProgram:
    """Writes past the services and past the rules of the database; its digests and signatures are right."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def next_time(self) -> datetime:
        """When the next entry will be: the clock of the tests goes on by a second at each reading."""
        return self.session.clock.read().at + timedelta(seconds=1)

    def run(self, statement: str, row: Mapping[str, Any] | None = None) -> None:
        """Change rows beside the chain; the next event covers the change."""
        self.session.read.execute(statement, row or {})
        self.session.journal.projection = type(self.session.journal.projection).of(self.session.read)

    def write(self, *values: Any) -> list[Record]:
        """Write rows, and return them as an event tells them; one that stands so already is told alone."""
        for value in values:
            try:
                self.session.journal.projection.told(value)
            except ValueError:
                self.session.journal.projection.save(value)
        return [{"entity": table_of(value).name, "record": to_record(value)} for value in values]

    def count(self, event: CustodyEvent) -> None:
        """Do what the database does with each event, and a program of one's own without its rules does by
        itself.
        """
        for statement in _COUNTED:
            self.session.read.execute(
                statement, {"exhibit": event.exhibit_id, "at": to_text(event.occurred_at)}
            )

    def say(
        self,
        action: ActionCode,
        subject: str,
        *values: Any,
        agent: Session | None = None,
        reason: str = "By a program of one's own",
    ) -> None:
        """Write rows, and sign an event that tells them under this action, in one's own name."""
        session, states = agent or self.session, self.write(*values)
        reading = session.clock.read()
        journal = self.session.journal
        journal.append(
            session.author,
            action=action,
            subject=subject,
            reason=reason,
            states=states,
            reading=reading,
            randomness=session.environment.randomness,
        )
        journal.sign_head(session.author, reading)


@contextmanager
def own_program(folder: Path, text: str, *, start: datetime) -> Iterator[OwnProgram]:
    """Open the vault with this passphrase, check nothing, and leave no trace but what was signed."""
    with pytest.MonkeyPatch.context() as program:
        program.setattr(login, "first_look", lambda vault, *_, **__: (_last_head(vault), ()))
        program.setattr(login, "check_now", lambda vault, _: Checked(journal=Journal(vault.connection)))
        session = unlock(folder, text, start=start)
    session.vault.file = None  # nor does it ask who else writes
    with closing(session):
        session._consultation_log = None
        allow_writing(session.read)
        session.read.set_authorizer(None)
        session.read.execute("PRAGMA foreign_keys = OFF")
        with without_triggers(session.read):
            yield OwnProgram(session)
        forbid_writing(session.read)


def _last_head(vault: Vault) -> Head:
    signed = chain.last_head(vault.connection)
    assert signed is not None
    return signed.parsed()


@contextmanager
def past_the_list() -> Iterator[None]:
    """Within the `with` block, acts are recorded by a program that keeps to no list of rows or of kinds.

    It does not ask either who else wrote into the database: it does so itself.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unit_of_work, "faults_of", lambda *_, **__: ())
        patch.setattr(unit_of_work, "is_of_its_kind", lambda *_, **__: True)
        patch.setattr(unit_of_work, "faults_of_ids", lambda *_, **__: ())
        patch.setattr(HeldFile, "verify", lambda _: None)
        yield
