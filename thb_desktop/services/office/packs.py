"""Data packs of the office: adopted from a file, for a reason, in place of the one of the program."""

from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.office_pack import OfficePack
from thb_desktop.domain.pack_statements import Compared, compared
from thb_desktop.domain.packs import Pack
from thb_desktop.domain.rights import Right
from thb_desktop.errors import PackRefusedError, ReasonMissingError
from thb_desktop.services.core import packs
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import read_file


def pack_text(path: Path) -> str:
    """Read a pack from a file. Raises FileUnreadableError, PackRefusedError for what is no text in UTF-8."""
    try:
        return read_file(path).decode()
    except UnicodeDecodeError:
        raise PackRefusedError("the pack is no text in UTF-8", "form") from None


@permitted(Right.SIGN_RECORDS)
def adopt_pack(session: Session, untrusted: str, *, reason: str) -> OfficePack:
    """Put a pack in place of the one in use. Raises PackRefusedError, ReasonMissingError."""
    read = packs.pack_of(untrusted)
    if is_blank(reason):
        raise ReasonMissingError("a pack of the office is adopted for a reason")
    with session.work() as work:
        made = OfficePack(
            id=RowId(work.new_id()),
            version=len(registry.OFFICE_PACK.all(work.connection)) + 1,
            text=untrusted,
            source=read.source,
            reason=reason.strip(),
            made_by=session.user.id,
            at=work.at,
        )
        work.save(made)
        work.record(session.vault_id, VaultAction.PACK_ADOPTED, made.reason)
    return made


@permitted(Right.SEE_OFFICE)
def list_packs(session: Session) -> tuple[OfficePack, ...]:
    """List the packs that the office adopted; the last one is in use."""
    return registry.OFFICE_PACK.all(session.read)


@permitted(Right.SEE_OFFICE)
def present_pack(session: Session) -> tuple[Pack, str]:
    """Return the pack in use, and its text, from which one of the office's own can be written."""
    return packs.pack_in_use(session.read), packs.text_in_use(session.read)


@permitted(Right.SEE_OFFICE)
def statements_in_use(session: Session) -> tuple[Compared, ...]:
    """Return what the pack in use states, each statement compared with the pack of the program."""
    return compared(packs.pack_in_use(session.read), packs.shipped_pack())
