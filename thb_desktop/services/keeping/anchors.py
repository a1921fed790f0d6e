"""Anchors: the event chain compared with states known elsewhere; and the confirmation of a restored
backup.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.office import Restoration
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    ChainBrokenError,
    FileUnreadableError,
    FormatError,
    ReasonMissingError,
    ValueRefusedError,
)
from thb_desktop.findings import Finding, Standing, Value, broken, holds, unknown, verdict
from thb_desktop.ledger.checkpoint import Head, short_code
from thb_desktop.ledger.counters import Counters
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.streamed import in_pieces
from thb_desktop.ledger.tree import root_of
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.rollback_checks import FORKED, ROLLED_BACK, fitting, short_code_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_told
from thb_desktop.vault.anchors import RememberedHead
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.limits import Room, afford
from thb_desktop.verify.pdf import attached_custody, read_file

_CODE = re.compile(r"[A-Z2-7]{16}", re.ASCII)
_MISREAD = str.maketrans("018", "OIB")


@permitted(Right.CHECK_HEALTH)
def compare_with_file(session: Session, path: Path) -> tuple[Finding, ...]:
    """Say whether the present chain continues the state in a file.

    path: a bundle or a custody extract of this vault. The state counts only if its signature leads to the
    vault's root. Raises FileUnreadableError, PdfUnreadableError; other faults are findings.
    """
    data = read_file(path)
    pieces = attached_custody(data) if data.startswith(b"%PDF-") else in_pieces(data)
    try:
        if pieces is None:
            raise FormatError("the document carries no custody extract")
        kept = Extract.parse_frame(pieces(), keep=Room().keep, afford=afford)
        head = kept.head.parsed()
    except FormatError:
        raise FileUnreadableError("the file is neither a bundle nor a custody extract") from None
    if kept.vault != session.vault_id:
        return (unknown("other-vault"),)
    findings = check_extract(pieces, trusted_root_sha256=root_fingerprint(session.office_record))
    if any(each.standing is not Standing.HOLDS for each in findings if each.code in _SIGNING):
        return (unknown("kept-unsound"),)
    return (_compared(session, head),)


_SIGNING = frozenset({"certificates", "root", "sessions", "head"})
"""The findings about an extract that say whether this vault signed its head."""


@permitted(Right.CHECK_HEALTH)
def compare_short_code(session: Session, typed: str) -> tuple[Finding, ...]:
    """Say at which size and time the chain had this short code, or that no state of it has.

    typed: as copied from paper; blanks, dashes and case are ignored. Raises ValueRefusedError.
    """
    code = re.sub(r"[\s\-]", "", typed).upper().translate(_MISREAD)
    if not _CODE.fullmatch(code):
        raise ValueRefusedError("a short code must have sixteen letters and digits, in four groups")
    code = "-".join(code[start : start + 4] for start in range(0, 16, 4))
    for head in _heads(session):
        if head.short_code == code and _is_true(session, head):
            now = head.size == session.journal.size
            key = "short-code-known.present" if now else "short-code-known.earlier"
            return (holds(key, code=code, size=head.size, at=head.at),)
    for given_up in registry.RESTORATION.all(session.read):
        if given_up.lost_code == code:
            return (unknown("given-up.code", _restored(session, given_up), code=code),)
    return (broken("short-code-absent", code=code),)


@permitted(Right.RESTORE)
def accept_restored(session: Session, *, reason: str) -> Restoration:
    """Confirm that this vault is a restored backup, with a reason; then the session can write again.

    If this computer remembers a newer or different state, the event names the state that was found and the
    one that was given up, and this computer remembers the restored state from now on. Raises
    ReasonMissingError, ChainBrokenError if the vault was also tampered with, ReadOnlyError.
    """
    if is_blank(reason):
        raise ReasonMissingError("say which backup was restored, and why")
    opening, heads, found = session.opening, session.heads, _newest(session)
    explained = tuple(each for each in opening.findings if each.code in (ROLLED_BACK, FORKED))
    others = tuple(
        each
        for each in opening.findings
        if each not in explained and not (explained and each.code == "header-rolled-back")
    )
    if verdict(others) is Standing.BROKEN or found is None:
        raise ChainBrokenError("the vault was also changed in another way; no backup explains that")
    memory = heads.found if heads and explained else None
    session.opening = replace(opening, findings=others)
    try:
        with session.work() as work:
            restoration = _restoration(work.new_id(), session, found, memory.newest if memory else None)
            restoration = replace(restoration, at=work.at, reason=reason.strip())
            work.save(restoration)
            work.record(session.vault_id, VaultAction.RESTORED, reason.strip())
    except BaseException:
        session.opening = opening
        raise
    now_stands = _newest(session)
    session.vault.is_restored = bool(explained)
    if heads and memory and now_stands:
        heads.begin_anew(
            now_stands, fitting(memory, session.journal), epoch=session.vault.epoch, now=restoration.at
        )
    session.opening = replace(session.opening, findings=(*others, holds("restored")))
    return restoration


@permitted(Right.CHECK_HEALTH)
def list_restorations(session: Session) -> tuple[Restoration, ...]:
    """List the confirmed restorations, in order of time."""
    return registry.RESTORATION.all(session.read)


@permitted(Right.CHECK_HEALTH)
def present_end(session: Session) -> tuple[int, datetime | None]:
    """Return how many entries there are, and the time of the newest; None if it cannot be read.

    Does not wait for the complete check.
    """
    last, at = chain.last_entry(session.read), None
    with suppress(FormatError):  # the check names an entry that cannot be read
        at = last.parsed().at if last else None
    return chain.size_of(session.read), at


def _restoration(new_id: str, session: Session, found: Head, lost: RememberedHead | None) -> Restoration:
    restoration = Restoration(
        id=new_id, at=found.at, reason="", found_size=found.size, found_root=found.root.hex()
    )
    if lost is None:
        return restoration
    return replace(
        restoration,
        lost_size=lost.size,
        lost_root=lost.root.hex(),
        lost_code=short_code_of(lost, session.vault_id),
        lost_at=lost.at,
    )


def _compared(session: Session, kept: Head) -> Finding:
    here = session.journal.size
    leaves = [signed.leaf_hash for signed in islice(chain.entries(session.read), kept.size)]
    state: dict[str, Value] = {"size": kept.size, "at": kept.at, "code": kept.short_code, "here": here}
    if len(leaves) == kept.size and root_of(leaves) == kept.root:
        return holds("kept-state", state)
    for restoration in registry.RESTORATION.all(session.read):
        if restoration.found_size < kept.size <= (restoration.lost_size or kept.size):
            return unknown("given-up.file", {**state, **_restored(session, restoration)})
    if len(leaves) < kept.size:
        return broken("rolled-back.file", state)
    return broken("forked.file", state)


def _restored(session: Session, restoration: Restoration) -> dict[str, Value]:
    """Tell a restoration, and who said it: nothing else in the vault shows that there was one."""
    row = RowName(registry.RESTORATION.name, restoration.id)
    said = entry_that_told(session.read, row, "found_root", restoration.found_root)
    author = registry.USER.find(session.read, said.agent) if said else None
    return {
        "when": restoration.at,
        "entry": restoration.found_size,
        "reason": restoration.reason,
        "name": author.name if author else "?",
        "said": said.seq if said else "?",
    }


def _heads(session: Session) -> Iterator[Head]:
    for signed in reversed(chain.heads(session.read)):
        try:
            yield signed.parsed()
        except FormatError:
            continue


def _is_true(session: Session, head: Head) -> bool:
    """Whether a stored head agrees with the entries; its own claims may have been inserted."""
    counters = Counters()
    leaves = []
    for signed in islice(chain.entries(session.read), head.size):
        leaves.append(signed.leaf_hash)
        counters.advance(signed.parsed().subject)
    found = short_code(
        vault=session.vault_id,
        size=len(leaves),
        root=root_of(leaves),
        subjects=counters.size,
        counters=counters.root,
    )
    return found == head.short_code


def _newest(session: Session) -> Head | None:
    signed = chain.last_head(session.read)
    return signed.parsed() if signed else None
