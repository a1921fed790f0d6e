"""What leads a vault of an older form up to a newer one, and what this computer remembers of a vault."""

import tempfile
from contextlib import closing
from pathlib import Path

from tests.drills.acts import copies, file_changes, office
from tests.drills.acts.office import Template, rows_of, unlock_later
from tests.drills.acts.operation import EVENTS, Act, Rows
from tests.support.later_program import NUMBER, later_program
from thb_desktop.domain.actions import VaultAction
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import read_schema
from thb_desktop.vault.tables import chain

_TOLD = (*EVENTS, "office", "code_exhibit_kind")
"""Where the event and the new code leave something; the office says which codes there are."""


def add_segment_remembering(folder: Path, template: Template) -> Act:
    """Add a segment on a computer that remembers the heads of vaults, beside the vault here."""
    office.remember_heads_in(folder.parent / "heads")
    return file_changes.add_segment(folder, template)


def renew_remembering(folder: Path, template: Template) -> Act:
    """Renew the master key on a computer that remembers the heads of vaults, beside the vault here."""
    office.remember_heads_in(folder.parent / "heads")
    return copies.renew_master_key(folder, template)


def renewal_remembered(session: Session, folder: Path, template: Template) -> bool:
    """Once the new vault is in its place, this computer never vouches for the old copy that is put back."""
    if not copies.renewal_found(session, folder, template):
        return False
    with (
        tempfile.TemporaryDirectory(dir=folder.parent) as place,
        closing(unlock_later(template.copied(Path(place)))) as old,
    ):
        vouched = any(finding.code == "anchored" for finding in old.opening.findings)
    assert not vouched, "this computer vouches for the copy of before the renewal"
    return True


def upcast(folder: Path, _: Template) -> Act:
    """Unlock with a later version, whose steps are taken, proven, kept, and told by an event."""

    def act() -> str:
        with later_program():
            office.unlock_later(folder).close()
        return ""

    return act


def led_up(folder: Path, before: Rows) -> None:
    """The vault opens in the newer form, whole, with every row of before in it, and one event tells it."""
    with later_program(), closing(unlock_later(folder)) as session:
        assert session.opening.is_sound, "what was led up is not what the events add up to"
        assert read_schema(session.read) == NUMBER, "the form is not the newer one"
        now = rows_of(session.read)
        others = [name for name in before if name not in _TOLD and now[name] != before[name]]
        assert not others, f"rows are others than before the steps: {', '.join(others)}"
        assert set(before["chain_entry"]) <= set(now["chain_entry"]), "an entry is gone"
        told = [signed.parsed().action for signed in chain.entries(session.read)]
        assert told.count(VaultAction.SCHEMA_MIGRATED) == 1, "the event is missing, or there twice"
        assert session.vault.check_database() == (), "the database is damaged"
