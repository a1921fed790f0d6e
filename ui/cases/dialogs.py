"""Dialogs that open a case, add to it and correct it, and the one that reveals an identity for a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.account_numbers import check_typed
from thb_desktop.domain.bundle_rules import check_leading
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.case_fields import AUTHORITY, CASE
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.finance_fields import ACCOUNT
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.namesakes import check_user
from thb_desktop.domain.people import Identity, Person, PersonRole
from thb_desktop.domain.people_fields import IDENTITY, INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.vocabulary import AuthorityPart, CaseStatus, TwoPersonAct
from thb_desktop.findings import Finding
from ui.cases.entries import EntryList
from ui.cases.view_model import CaseInFull, CasesViewModel
from ui.clock import when_here
from ui.forms.entry_acts import ChosenEntry
from ui.forms.entry_dialog import EntryDialog, refuse_field
from ui.forms.field_form import FieldForm
from ui.forms.reading import read_fields
from ui.labels.entries import entry_words
from ui.text import isolate, isolate_words, translate, with_name
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.second_person import SecondPerson
from ui.widgets.shown_for_a_while import RevealedDialog
from ui.widgets.text_edit import PlainTextEdit

_ROLE_AT_FIRST = (
    *("role", "led_category", "basis", "since", "proceeding_id"),
    *("given_by", "given_on", "given_under"),
)


def new_case(parent: QWidget, model: CasesViewModel) -> EntryDialog:
    """Make the dialog that opens a case file."""
    names = {field.name for field in CASE.fields} - {"status"}

    def take(values: dict[str, Any], _: str) -> None:
        model.open_case(CaseFile(id=CaseId(""), status=CaseStatus.OPEN, **values))

    return EntryDialog(
        parent,
        translate("cases", "New case"),
        CASE,
        take,
        model=model,
        main=translate("cases", "Open the case"),
        names=names,
        draft=model.draft("new-case"),
    )


def add_entry(parent: QWidget, model: CasesViewModel, listed: EntryList, full: CaseInFull) -> EntryDialog:
    """Make the dialog that adds an entry to this list."""

    def take(values: dict[str, Any], _: str) -> None:
        model.add(listed, listed.new(full.case.id, values))

    return EntryDialog(
        parent,
        listed.words(listed.adding),
        listed.description,
        take,
        model=model,
        main=translate("cases", "Add"),
        choices=full.choices,
        languages_first=(full.case.language,),
        draft=model.draft(f"add-{listed.description.name}", full.case.id),
        doubts=partial(_doubts, listed, full, None),
    )


def _doubts(
    listed: EntryList, full: CaseInFull, entry: Any, values: Mapping[str, Any]
) -> tuple[Finding, ...]:
    """Return what is asked before an entry is saved: whether a case has two lead authorities, whether the
    number of an account was compared with its source, and whether one user is two officials.

    entry: the present one, for a correction.
    """
    if listed.description is ACCOUNT:
        account = listed.new(full.case.id, values) if entry is None else replace(entry, **values)
        return tuple(check_typed(account, entry))
    if listed.description in (OFFICIAL, INTERPRETER):
        linked = listed.new(full.case.id, values) if entry is None else replace(entry, **values)
        is_asked = entry is None or entry.user_id != linked.user_id
        return tuple(check_user(linked, (*full.officials, *full.interpreters))) if is_asked else ()
    if listed.description is not AUTHORITY:
        return ()
    saved = listed.new(full.case.id, values) if entry is None else replace(entry, **values)
    if saved.part is not AuthorityPart.LEAD or (entry is not None and entry.part is saved.part):
        return ()
    others = (each for each in full.authorities if entry is None or each.id != entry.id)
    return tuple(check_leading((*others, saved)))


def chosen_entry(listed: EntryList, full: CaseInFull, entry: Any) -> ChosenEntry:
    """Return an entry of this list with what is needed to correct it."""
    named = entry_words(listed.description.name, entry, full.case.language)
    return ChosenEntry(
        entry=entry,
        description=listed.description,
        named=named,
        correcting=with_name(listed.words(listed.correcting), named),
        choices=full.choices,
        names=full.names,
        languages_first=(full.case.language,),
        doubts=partial(_doubts, listed, full, entry),
    )


def add_role(
    parent: QWidget, model: CasesViewModel, roles: EntryList, full: CaseInFull, person: Person
) -> Dialog:
    """Make the dialog that adds a role of a person."""
    names = {field.name for field in PERSON_ROLE.fields} - {"person_id"}

    def take(values: dict[str, Any], _: str) -> None:
        model.add(roles, roles.new(full.case.id, {**values, "person_id": person.id}))

    return EntryDialog(
        parent,
        roles.words(roles.adding),
        PERSON_ROLE,
        take,
        model=model,
        main=translate("cases", "Add"),
        names=names,
        choices=full.choices,
        draft=model.draft("add-person_role", person.id),
    )


def add_identity(parent: QWidget, model: CasesViewModel, person: Person) -> Dialog:
    """Make the dialog that seals an identity that became known later."""

    def take(values: dict[str, Any], _: str) -> None:
        model.add_identity(Identity(person_id=person.id, **values))

    return EntryDialog(
        parent,
        translate("cases", "Identity of {person}").format(person=isolate_words(person.code)),
        IDENTITY,
        take,
        model=model,
        main=translate("cases", "Seal"),
        sentence=translate(
            "cases", "It is sealed separately from the case file, and shown only for a stated reason."
        ),
        draft=model.draft("add-identity", person.id),
    )


def correct_identity(parent: QWidget, model: CasesViewModel, identity: Identity, code: str) -> Dialog:
    """Make the dialog that corrects a sealed identity while it is revealed. code: the pseudonym, isolated."""

    def take(values: dict[str, Any], reason: str) -> None:
        model.correct_identity(replace(identity, **values), reason)

    return EntryDialog(
        parent,
        translate("cases", "Correct the identity of {person}").format(person=code),
        IDENTITY,
        take,
        model=model,
        main=translate("cases", "Correct"),
        entity=identity,
        reasoned=True,
    )


def enter_identity_again(
    parent: QWidget, model: CasesViewModel, person_id: PersonId, code: str
) -> EntryDialog:
    """Make the dialog that enters an identity in the place of one that nobody can read. code: the pseudonym,
    isolated.
    """
    empty = Identity(person_id=person_id, name="")

    def take(values: dict[str, Any], reason: str) -> None:
        model.enter_identity_again(replace(empty, **values), reason)

    return EntryDialog(
        parent,
        translate("cases", "Enter the identity of {person} again").format(person=code),
        IDENTITY,
        take,
        model=model,
        main=translate("cases", "Seal"),
        sentence=translate(
            "cases",
            "Nobody can read what is sealed of this person. What you enter here takes its place, and what "
            "was sealed is kept beside it as it was. The history says that it could not be read.",
        ),
        entity=empty,
        reasoned=True,
        draft=model.draft("again-identity", person_id),
    )


class AddPersonDialog(Dialog):
    """Adds a person by pseudonym, with the first role; the identity may be sealed now or later."""

    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(
            parent,
            self.tr("Add a person"),
            self.tr(
                "The case file names the person by pseudonym. The identity is sealed separately and may "
                "stay empty. An age that is disputed is entered afterwards, as claims: whoever may be under "
                "18 by one of them is treated as a child."
            ),
        )
        self._model, self._case = model, full.case
        self.person = FieldForm(PERSON, languages_first=(full.case.language,))
        self.role = FieldForm(
            PERSON_ROLE, names=_ROLE_AT_FIRST, taken=self.person.letters, choices=full.choices
        )
        self.identity = FieldForm(IDENTITY, taken=self.role.letters)
        for heading, form in (
            ("", self.person),
            (self.tr("Role in the proceedings"), self.role),
            (self.tr("Identity (sealed)"), self.identity),
        ):
            if heading:
                self.body.addWidget(Label(heading, Part.CAPTION))
            self.body.addLayout(form)
        self.finish_with(self.tr("Add"))
        self.keep_typing(model.draft("add-person", full.case.id))

    def take(self) -> None:
        # Each field says what is wrong with it; the cursor ends in the first one.
        refused = [form.refuses() for form in (self.identity, self.role, self.person)]
        if any(refused):
            return
        person = Person(id=PersonId(""), case_id=self._case.id, **self.person.values())
        role = PersonRole(id=RowId(""), case_id=self._case.id, person_id=person.id, **self.role.values())
        identity = Identity(person_id=person.id, **self.identity.values())
        known = any(self.identity.values().values())
        self.begin_work()
        with self._model.answering(self):
            self._model.add_person(person, role, identity if known else None)

    def refuse_field(self, field: str, sentence: str) -> None:
        refuse_field(self, (self.person, self.role, self.identity), field, sentence)


class RevealDialog(Dialog):
    """Asks for the reason for revealing an identity; without one it stays sealed."""

    def __init__(
        self, parent: QWidget, model: CasesViewModel, person_id: PersonId, code: str, *, heading: str = ""
    ) -> None:
        """heading: another one, where it is not the identity that is revealed."""
        super().__init__(
            parent,
            heading or self.tr("Reveal the identity of {person}?").format(person=code),
            self.tr("The event chain records that you viewed it, when, and the reason that you type here."),
        )
        self._model, self._person = model, person_id
        self.reason = PlainTextEdit(self.tr("Reason for revealing it"), lines=3)
        why = Label(self.tr("Reason for revealin&g it"))
        why.setBuddy(self.reason)
        for part in (why, self.reason):
            self.body.addWidget(part)
        self.second = SecondPerson(model.jobs)
        self.second.ask(TwoPersonAct.REVEAL_IDENTITY, person_id)
        self.body.addWidget(self.second)
        self.finish_with(self.tr("&Reveal"), icon="eye")
        self.wait_for(self.second)
        self.keep_typing(model.draft("reveal-identity", person_id))
        self.reason.setFocus()

    def take(self) -> None:
        if problem := self.second.problem():
            self.refuse(problem)
            return
        self.main_button.setEnabled(False)
        with self._model.answering(self):
            self._model.reveal(self._person, self.reason.toPlainText(), self.second.take())


class IdentityDialog(RevealedDialog):
    """Shows a revealed identity for a minute."""

    def __init__(
        self,
        parent: QWidget,
        model: CasesViewModel,
        identity: Identity,
        code: str,
        *,
        again: Sequence[Correction] = (),
    ) -> None:
        """code: the pseudonym, isolated. again: what entered it again because the former was unreadable."""
        super().__init__(parent, self.tr("Protected identity of {person}").format(person=code))
        self._owner, self._model, self._code = parent, model, code
        self._identity: Identity | None = identity
        self.tell((what, isolate_words(how)) for what, how, _ in read_fields(IDENTITY, identity, {}))
        for each in again:
            told = self.tr("It was entered again on {when}: what was sealed before could not be read.")
            self.body.addWidget(Label(told.format(when=isolate(when_here(each.at))), Part.MUTED, wrap=True))
        self.correct_button = button(self.tr("Co&rrect\u2026"), self._correct, icon="pencil")
        self.body.addLayout(row(self.correct_button, None))
        self.finish()

    def forget(self) -> None:
        self._identity = None
        super().forget()

    def _correct(self) -> None:
        identity = self._identity
        self.accept()
        if identity is not None:
            correct_identity(self._owner, self._model, identity, self._code).open()
