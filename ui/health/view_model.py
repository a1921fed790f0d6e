"""The state of the vault: states known elsewhere, its surroundings, and a complete check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.office import Restoration
from thb_desktop.findings import Finding, Standing, Where
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.rollback_checks import FORKED, ROLLED_BACK, short_code_of
from thb_desktop.services.core.settlements import FORGED as FORGED_RETURN
from thb_desktop.services.core.short_code import current_short_code
from ui.jobs import InVault
from ui.long_work import LongWork, Progress
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.core.clock_jumps import ClockJump
    from thb_desktop.services.core.rollback_checks import Anchors
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.keeping.health import HealthReport


HEAD_LEFT = "head-left"
"""The code of the finding that names the last copy outside this computer."""
RECENT = 500
"""Entries of the event chain whose times are compared when the page is shown; a check compares all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of the event chain: its number of entries, its time, and its short code."""

    size: int
    at: datetime | None
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What stands outside the vault, beside what is in it.

    trouble: that this vault is older than what this computer remembers, or another; None where it is neither.
    remembered: the newest state that this computer remembered at the unlock. restorations: the newest first.
    opening: what else was found at the unlock and does not hold. has_forged_return: that work of an
    interpreter was not merged as it was handed back is among it. is_checking: the complete check of the
    unlock goes on, and may find more. clock: by what the clock went back, if nobody said why. may_write:
    whether somebody can say it here.
    """

    anchors: "Anchors"
    here: State
    remembered: State | None
    trouble: Finding | None
    forked: bool
    restorations: tuple[Restoration, ...]
    surroundings: tuple[Finding, ...]
    opening: tuple[Finding, ...] = ()
    has_forged_return: bool = False
    is_checking: bool = False
    clock: "ClockJump | None" = None
    may_write: bool = True


class HealthViewModel(LongWork):
    """checked: the report of a check. looked: an Outside. compared: findings. explained: a Restoration.
    settled: the assignments whose returns somebody answered for. clock_explained: documents can be signed.

    policy_known: what the office answered about former wordings of drafts, or None.
    root_known: the SHA-256 of the vault's root certificate, in hexadecimal.
    """

    changes = Topic.OFFICE

    checked = Signal(object)
    root_known = Signal(str)
    policy_known = Signal(object)
    looked = Signal(object)
    compared = Signal(object)
    explained = Signal(object)
    settled = Signal(object)
    clock_explained = Signal()

    def look(self) -> None:
        """Load the fingerprint that a recipient of bundles compares, and the states known outside."""
        self.read(lambda session: root_fingerprint(session.office_record), self.root_known.emit)
        self.read(lambda session: session.office_record.draft_history, self.policy_known.emit)
        self.read(_outside, self.looked.emit)

    def check(self) -> None:
        """Read everything: structure, event chain, tables against the chain, every stored file."""
        from thb_desktop.services.keeping import health

        def work(in_vault: InVault, progress: Progress, cancelled: Event) -> "HealthReport":
            check = in_vault(lambda session: health.begin_check(session, progress, cancelled))
            check.go_on()
            return in_vault(lambda session: health.end_check(session, check))

        self.begin_beside(work, self.checked.emit, changes=False)

    def compare_file(self, path: Path) -> None:
        """Compare the event chain with a bundle or a custody extract."""
        from thb_desktop.services.keeping import anchors

        self.read(lambda session: anchors.compare_with_file(session, path), self.compared.emit)

    def compare_code(self, typed: str) -> None:
        from thb_desktop.services.keeping import anchors

        self.read(lambda session: anchors.compare_short_code(session, typed), self.compared.emit)

    def explain(self, reason: str) -> None:
        """Confirm that a backup was restored, with a reason."""
        from thb_desktop.services.keeping import anchors

        self.write(lambda session: anchors.accept_restored(session, reason=reason), self.explained.emit)

    def settle_returns(self, reason: str) -> None:
        """Answer for the returns that are not as they were handed back, with a reason."""
        from thb_desktop.services.assignments import settling

        self.write(lambda session: settling.settle_returns(session, reason=reason), self.settled.emit)

    def explain_clock(self, reason: str) -> None:
        """Say why the clock of this computer went back."""
        from thb_desktop.services.office import clock

        self.write(
            lambda session: clock.explain_clock(session, reason=reason), lambda _: self.clock_explained.emit()
        )


def _outside(session: "Session") -> Outside:
    """Return what is known now, and wait for no check: what more it finds is shown when it has ended."""
    from thb_desktop.services.keeping import anchors
    from thb_desktop.services.keeping.surroundings import check_surroundings
    from thb_desktop.services.office import clock

    known = session.known
    found = {finding.code: finding for finding in known.findings}
    trouble = found.get(ROLLED_BACK) or found.get(FORKED)
    size, at = anchors.present_end(session)
    surroundings = check_surroundings(session, recent=RECENT)
    return Outside(
        anchors=_copied_since(known.anchors, surroundings),
        here=State(size=size, at=at, code=current_short_code(session)),
        remembered=_remembered(session),
        trouble=trouble,
        forked=FORKED in found,
        restorations=tuple(reversed(anchors.list_restorations(session))),
        surroundings=surroundings,
        opening=tuple(
            finding
            for finding in known.findings
            if finding.standing is not Standing.HOLDS and finding is not trouble
        ),
        has_forged_return=FORGED_RETURN in found,
        is_checking=session.check is not None,
        clock=clock.unexplained_jump(session),
        may_write=session.keeps_drafts,
    )


def _copied_since(anchors: "Anchors", surroundings: Sequence[Finding]) -> "Anchors":
    """Return the states known outside, with the copy that the surroundings name: a bundle or a backup may
    have been made since the vault was opened.
    """
    told = next((each.values for each in surroundings if each.code == HEAD_LEFT), {})
    at, copied_with = told.get("at"), told.get("with_what")
    if isinstance(at, datetime) and isinstance(copied_with, Where):
        return replace(anchors, left_at=at, left_with=copied_with)
    return anchors


def _remembered(session: "Session") -> State | None:
    memory = session.heads.found if session.heads else None
    if memory is None:
        return None
    newest = memory.newest
    return State(size=newest.size, at=newest.at, code=short_code_of(newest, session.vault_id))
