"""Leaving: exhibits that must not leave the office, and what was derived from them."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.leaving import NEVER_LIFTED, LeavingBar
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import BarStaysError, NotFoundError, ReasonMissingError
from thb_desktop.services.core.erasures import forget_read, forget_same
from thb_desktop.services.core.leaving_bars import bars_of, containing_line, is_bound_by, line_of, own_bars
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.REGISTER_EXHIBITS)
def bar_exhibit(session: Session, exhibit_id: ExhibitId, kind: BarKind, reason: str) -> LeavingBar:
    """Say that an exhibit, and all that was and will be derived from it, must not leave the office.

    Raises NotFoundError, StruckOutError, ReasonMissingError.
    """
    exhibit = standing_exhibit(session.read, exhibit_id)
    if is_blank(reason):
        raise ReasonMissingError("a bar says who asked for it, or what it rests on")
    with session.work() as work:
        bar = LeavingBar(
            id=RowId(work.new_id()),
            exhibit_id=exhibit_id,
            kind=kind,
            reason=reason.strip(),
            by=session.user.id,
            at=work.at,
        )
        work.save(bar)
        work.record(bar.id, VaultAction.LEAVING_BARRED, bar.reason)
        if kind is BarKind.ABUSE_MATERIAL:
            bound = _with_what_is_bound(work.connection, exhibit)
            forget_read(work.connection, bound)
            forget_same(work.connection, bound)
    return bar


def _with_what_is_bound(connection: Connection, barred: Exhibit) -> tuple[Exhibit, ...]:
    """Return an exhibit, all that was derived from it, and what contains it."""
    return tuple(
        each
        for each in registry.EXHIBIT.where(connection, "case_id", barred.case_id)
        if any(above.id == barred.id for above in containing_line(connection, each.id))
    )


@permitted(Right.RELEASE_BUNDLES)
def lift_bar(session: Session, bar_id: RowId, reason: str) -> LeavingBar:
    """End a bar. reason: who consented or decided.

    Raises NotFoundError, ReasonMissingError, BarStaysError for abuse material, which never leaves, and for a
    bar that was lifted already.
    """
    bar = registry.LEAVING_BAR.find(session.read, bar_id)
    if bar is None or bar.lifts_id is not None:
        raise NotFoundError("there is no such bar in this vault")
    if is_blank(reason):
        raise ReasonMissingError("a bar is lifted by a decision or a consent, which is named")
    if bar.kind in NEVER_LIFTED or bar not in own_bars(session.read, bar.exhibit_id):
        raise BarStaysError("this bar is never lifted, or was lifted already")
    with session.work() as work:
        lifting = LeavingBar(
            id=RowId(work.new_id()),
            exhibit_id=bar.exhibit_id,
            kind=bar.kind,
            reason=reason.strip(),
            by=session.user.id,
            at=work.at,
            lifts_id=bar.id,
        )
        work.save(lifting)
        work.record(lifting.id, VaultAction.LEAVING_ALLOWED, lifting.reason)
    return lifting


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_bars(session: Session, exhibit_id: ExhibitId) -> tuple[LeavingBar, ...]:
    """List the bars that stand on an exhibit, its own and those of what it was derived from."""
    return bars_of(session.read, exhibit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarInFull:
    """A bar, the number of the exhibit on which it was put, and what lifted it, if something did."""

    bar: LeavingBar
    number: str
    lifted: LeavingBar | None

    @property
    def may_be_lifted(self) -> bool:
        return self.lifted is None and self.bar.kind not in NEVER_LIFTED


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_all_bars(session: Session, exhibit_id: ExhibitId) -> tuple[BarInFull, ...]:
    """List every bar on an exhibit and on what it was derived from, also those that were lifted."""
    return tuple(
        BarInFull(
            bar=each, number=exhibit.number, lifted=next((by for by in told if by.lifts_id == each.id), None)
        )
        for exhibit in line_of(session.read, exhibit_id)
        for told in (registry.LEAVING_BAR.where(session.read, "exhibit_id", exhibit.id),)
        for each in told
        if each.lifts_id is None
    )


def barred(connection: Connection, exhibits: Iterable[Exhibit], kinds: Iterable[BarKind]) -> tuple[str, ...]:
    """Return the numbers of those exhibits that a bar of one of these kinds keeps in the office."""
    wanted = frozenset(kinds)
    return tuple(each.number for each in exhibits if is_bound_by(connection, each.id, wanted))
