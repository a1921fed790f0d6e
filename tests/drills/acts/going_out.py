"""A file that is taken out, beside the vault, and looked for afterwards."""

from pathlib import Path

from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.drills.acts.sending import digest_of
from tests.support.taken_out import GOING_OUT, added_file
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import consultations
from thb_desktop.vault.tables import registry


def with_a_file(folder: Path, template: Template) -> None:
    session = unlock(folder)
    added_file(session, template.exhibit, folder.parent, barred=False)
    session.close()


def take_out(folder: Path, template: Template) -> Act:
    """Before it is written, the sealed identities are read with which it is compared: a look of its own."""
    session = unlock(folder)
    file = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", template.exhibit)[-1]
    going = taking_out.begin_taking_out(session, file.id, _target(folder), GOING_OUT, second=None)
    return quiet(lambda: taking_out.record_taken_out(session, going.written()))


def file_found(session: Session, folder: Path, template: Template) -> bool:
    """A file under its name is recorded; a recorded one is whole, there or beside. Its custody event and the
    log of consultations tell it too, or none of the three does.
    """
    target = _target(folder)
    recorded = registry.TAKEN_OUT.where(session.read, "exhibit_id", template.exhibit)
    there = [target] if target.exists() else list(target.parent.glob(f"{target.name}.*.part"))
    assert recorded or not target.exists(), "a file has its final name and no event tells of it"
    for taken in recorded:
        assert taken.sha256 in map(digest_of, there), "a file is recorded as taken out, and is nowhere whole"
    events = registry.CUSTODY_EVENT.where(session.read, "exhibit_id", template.exhibit)
    exported = [each for each in events if each.action is CustodyAction.EXPORTED and each.sha256]
    assert len(exported) == len(recorded), "a file is taken out without its custody event, or the other way"
    looked = consultations.list_consultations(session)
    told = sum(each.kind == Consulted.FILE and bool(each.recipient) for each in looked)
    assert told == len(recorded), "a file is taken out and not told as released, or the other way"
    return bool(recorded)


def _target(folder: Path) -> Path:
    return folder.with_name("taken.txt")
