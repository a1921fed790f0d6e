"""The rows of form drafts: the unsaved text of a form, sealed for its user, outside the event chain."""

from datetime import datetime

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write

_SAVE = """
    INSERT OR REPLACE INTO form_draft (form, subject, agent_id, sealed, saved_at)
    VALUES (:form, :subject, :agent_id, :sealed, :saved_at)
"""
_FIND = """
    SELECT sealed FROM form_draft WHERE form = :form AND subject = :subject AND agent_id = :agent_id
"""
_OF_USER = """
    SELECT form, subject, saved_at FROM form_draft WHERE agent_id = :agent_id
    ORDER BY saved_at DESC, form, subject
"""
_DISCARD = """
    DELETE FROM form_draft WHERE form = :form AND subject = :subject AND agent_id = :agent_id
"""
_DISCARD_ABOUT = "DELETE FROM form_draft WHERE subject = :subject"


def save(
    connection: Connection, form: str, subject: str, agent_id: AgentId, *, sealed: bytes, at: datetime
) -> None:
    write(
        connection,
        _SAVE,
        {"form": form, "subject": subject, "agent_id": agent_id, "sealed": sealed, "saved_at": to_text(at)},
    )


def find(connection: Connection, form: str, subject: str, agent_id: AgentId) -> bytes | None:
    row = connection.execute(_FIND, {"form": form, "subject": subject, "agent_id": agent_id}).fetchone()
    return None if row is None else bytes(row[0])


def of_user(connection: Connection, agent_id: AgentId) -> tuple[tuple[str, str, datetime], ...]:
    """Return form, subject and time of each draft of a user, the newest first."""
    rows = connection.execute(_OF_USER, {"agent_id": agent_id})
    return tuple((row[0], row[1], from_text(row[2])) for row in rows)


def discard(connection: Connection, form: str, subject: str, agent_id: AgentId) -> None:
    write(connection, _DISCARD, {"form": form, "subject": subject, "agent_id": agent_id})


def discard_about(connection: Connection, subject: str) -> None:
    """Delete every user's unsaved drafts about something."""
    write(connection, _DISCARD_ABOUT, {"subject": subject})
