"""Leads: from records and assignments to the question of a linguist, or to what one sealed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from thb_desktop.domain.rights import Right
from thb_desktop.services.assignments import giving, returning
from ui.export.package_flow import open_package
from ui.language_office.view import LanguageView
from ui.office.own_keys import OwnKeysDialog, OwnKeysModel, told_after, told_of
from ui.text import isolate, isolate_words, translate

if TYPE_CHECKING:
    from pathlib import Path

    from thb_desktop.domain.case import CaseFile
    from thb_desktop.domain.ids import CaseId
    from thb_desktop.findings import Finding
    from thb_desktop.services.assignments.giving import AssignmentInFull
    from thb_desktop.services.core.keys_made import KeysMade
    from thb_desktop.services.core.session import Session
    from ui.assignment.office import AssignmentsDialog
    from ui.checking.window import CheckingWindow
    from ui.interviews.view import InterviewsView
    from ui.jobs import VaultJobs
    from ui.office.view import OfficeView
    from ui.window_notices import WindowNotices


class Leads:
    """show: puts the page of language work on the screen."""

    def __init__(self, show: Callable[[], LanguageView]) -> None:
        self._show = show

    def follow_records(self, page: "InterviewsView") -> None:
        page.wants_language.connect(lambda of: self._show().show_record(of))
        page.waits.wants_turn.connect(self._show_turn)
        page.waits.wants_concerns.connect(self._show_concerns)

    def follow_assignments(self, dialog: "AssignmentsDialog", rights: frozenset[Right]) -> None:
        """What is sealed is offered to those alone who may read it."""
        dialog.wants_turn.connect(self._show_turn)
        dialog.wants_concerns.connect(self._show_concerns)
        dialog.may_read_sealed = Right.READ_ASSESSMENTS in rights

    def offer_packages(
        self,
        window: "CheckingWindow",
        now: "Callable[[], tuple[CaseFile | None, frozenset[Right]]]",
    ) -> None:
        """Let the window show the packages of the case that is open, and take one that is dropped.

        now: the case, and the rights of the user; who may not receive is told what a dropped file is worth.
        """

        def show(dropped: "Path | None" = None) -> None:
            from ui.receiving.dialogs import open_packages  # the unlock waits for none of it

            case, rights = now()
            if case is not None and Right.REGISTER_EXHIBITS in rights:
                open_packages(window, window.jobs_for_checks(), case, dropped)
            elif dropped is not None:
                window.check_file(dropped)

        window.open_packages, window.takes_packages = show, True

    def stamp_entries(
        self, window: "CheckingWindow", case: "Callable[[], CaseFile | None]"
    ) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return the entries of the menu for time stamps."""
        asking = translate("leads", "Ask for a time sta&mp\u2026")
        adding = translate("leads", "A&dd a time stamp\u2026")
        return (
            ("clock", asking, lambda: _ask_stamp(window)),
            ("stamp", adding, lambda: _add_stamp(window, case())),
        )

    def offer_return(
        self, jobs: "VaultJobs", place: str, said: "WindowNotices", go: "Callable[[CaseId], object]"
    ) -> None:
        """Say what was handed back at this computer just now, unless it is merged already, and offer to look
        at it. place: the name of its store. go: shows what is given out in its case.
        """

        def tell(found: "AssignmentInFull | None") -> None:
            if found is None:
                return
            told = translate(
                "leads", "{name} handed back job {job} on record {record}. It waits to be merged."
            )
            said.offer_return(
                told.format(
                    name=isolate_words(found.assignee), job=isolate(found.job), record=isolate(found.record)
                ),
                lambda: go(found.assignment.case_id),
            )

        jobs.run(said, lambda session: _waiting_at(session, place), then=tell)

    def tell_of_keys(
        self,
        findings: "Sequence[Finding]",
        jobs: "VaultJobs",
        said: "WindowNotices",
        office: "Callable[[], OfficeView]",
    ) -> None:
        """Ask about keys that others added; at a user's first unlock, say who made theirs, and lead to the
        act by which they make their own.
        """
        if any(finding.code == "identity-offered" for finding in findings):
            office().signing.model.ask_offered()

        def make() -> None:
            model = OwnKeysModel(jobs)
            model.made.connect(lambda made: said.keys.offer(told_after(made)))
            OwnKeysDialog(said.window(), model).open()

        def tell(made: "KeysMade | None") -> None:
            if made is not None:
                words = translate("leads", "Make my keys my own\u2026")
                said.keys.offer(told_of(made), words, make)

        jobs.run(said, _made_by_others, then=tell)

    def _show_turn(self, job: str, turn: str) -> None:
        self._show().return_to(job, turn)

    def _show_concerns(self) -> None:
        self._show().show_concerns()


def _waiting_at(session: "Session", place: str) -> "AssignmentInFull | None":
    found = giving.find_at(session, place)
    waits = found is not None and returning.waits_since(session, found.assignment.id) is not None
    return found if waits else None


def _made_by_others(session: "Session") -> "KeysMade | None":
    from thb_desktop.services.office import own_keys

    return own_keys.made_by_others(session)


def _ask_stamp(window: "CheckingWindow") -> None:
    """Write the request for a time stamp."""
    from ui.stamping.dialogs import AskStampDialog
    from ui.stamping.model import StampModel

    AskStampDialog(window, StampModel(window.jobs_for_checks(), window)).open()


def _add_stamp(window: "CheckingWindow", case: "CaseFile | None") -> None:
    """Fill the answer in; a stamped bundle can go into a package at once."""
    from ui.stamping.dialogs import AddStampDialog
    from ui.stamping.model import StampModel

    jobs = window.jobs_for_checks()
    dialog = AddStampDialog(window, StampModel(jobs, window))
    language = case.language if case is not None else ""
    dialog.wants_package.connect(lambda file: open_package(window, jobs, file, language))
    dialog.open()
