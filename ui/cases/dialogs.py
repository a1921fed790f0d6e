"""Dialogs that add to a case, and the one that reveals an identity for a reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.case import Authority, CaseFile, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import (
    AuthorityId,
    CaseId,
    InstrumentId,
    InterpreterId,
    OfficialId,
    PersonId,
    ProceedingId,
    RowId,
)
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.domain.vocabulary import (
    AgeStatus,
    AuthorityKind,
    AuthorityPart,
    CaseStatus,
    IdentityProtection,
    InstrumentStatus,
    InstrumentType,
    InterpreterStatus,
    OfficialRole,
    ProceduralRole,
    Sex,
    TwoPersonAct,
)
from ui.cases.view_model import CaseInFull, CasesViewModel
from ui.labels.dates import partial
from ui.text import NONE, isolate_words
from ui.widgets.basic import Label, row
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox
from ui.widgets.dates import DateField, DayField, PartialDateField
from ui.widgets.dialog import Dialog
from ui.widgets.fields import is_empty
from ui.widgets.form import Form, line
from ui.widgets.second_person import SecondPerson
from ui.widgets.shown_for_a_while import RevealedDialog
from ui.widgets.text_edit import PlainTextEdit


class AddingDialog(Dialog):
    """A form whose main button hands a value to the view-model and waits for the answer."""

    def __init__(self, parent: QWidget, model: CasesViewModel, heading: str, sentence: str = "") -> None:
        super().__init__(parent, heading, sentence)
        self.model = model
        self.form = Form()
        self.body.addLayout(self.form)
        model.added.connect(self.accept)
        model.refused.connect(self.refuse)

    def require(self, *fields: QLineEdit | DateField[Any]) -> bool:
        """Whether each of these lines holds something; the first that does not gets the cursor."""
        for field in fields:
            if is_empty(field):
                self.refuse(self.tr("Please fill in every field that names something."))
                field.setFocus()
                return False
        self.main_button.setEnabled(False)
        return True


class NewCaseDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel) -> None:
        super().__init__(parent, model, self.tr("New case"))
        self.reference = self.form.add(self.tr("&Reference"), line())
        self.language = self.form.add(self.tr("&Language of the file"), LanguageBox("fr"))
        self.title = self.form.add(self.tr("&Title"), line())
        self.country = self.form.add(self.tr("Investigating &State"), _country("BE"))
        self.notice_number = self.form.add(self.tr("&Notice number"), line())
        self.opened_on = self.form.add(self.tr("&Opened"), DayField())
        self.finish_with(self.tr("O&pen the case"))
        self.keep_typing(model.draft("new-case"))

    def take(self) -> None:
        if not self.require(self.reference, self.title, self.country, self.opened_on):
            return
        self.model.open_case(
            CaseFile(
                id=CaseId(""),
                reference=self.reference.text().strip(),
                titles=((self.language.tag(), self.title.text().strip()),),
                language=self.language.tag(),
                country=self.country.text().strip().upper(),
                notice_number=self.notice_number.text().strip(),
                opened_on=self.opened_on.given(),
                status=CaseStatus.OPEN,
            )
        )


class AddAuthorityDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(parent, model, self.tr("Add an authority"))
        self._case = full.case
        self.name = self.form.add(self.tr("&Name"), line())
        self.kind = self.form.add(self.tr("&Kind"), CodeBox(AuthorityKind))
        self.part = self.form.add(self.tr("&Part in the case"), CodeBox(AuthorityPart, AuthorityPart.PARTNER))
        self.country = self.form.add(self.tr("&State"), _country(full.case.country))
        self.finish_with(self.tr("&Add"))
        self.keep_typing(model.draft("add-authority", full.case.id))

    def take(self) -> None:
        if self.require(self.name, self.country):
            self.model.add_authority(
                Authority(
                    id=AuthorityId(""),
                    case_id=self._case.id,
                    name=self.name.text().strip(),
                    kind=self.kind.code(),
                    part=self.part.code(),
                    country=self.country.text().strip().upper(),
                )
            )


class AddProceedingDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(parent, model, self.tr("Add a proceeding"))
        self._case = full.case
        self.country = self.form.add(self.tr("&State"), _country(full.case.country))
        choices: list[tuple[str, object]] = [(NONE, None)]
        choices += [(authority.name, authority.id) for authority in full.authorities]
        self.authority = self.form.add(self.tr("A&uthority"), ValueBox(choices))
        self.reference = self.form.add(self.tr("&Reference"), line())
        self.offence = self.form.add(self.tr("&Offence"), line())
        self.period_from = self.form.add(self.tr("&From"), PartialDateField())
        self.period_to = self.form.add(self.tr("&To"), PartialDateField())
        self.finish_with(self.tr("&Add"))
        self.keep_typing(model.draft("add-proceeding", full.case.id))

    def take(self) -> None:
        if self.require(self.country, self.reference, self.offence):
            self.model.add_proceeding(
                Proceeding(
                    id=ProceedingId(""),
                    case_id=self._case.id,
                    authority_id=self.authority.currentData(),
                    country=self.country.text().strip().upper(),
                    reference=self.reference.text().strip(),
                    offence=((self._case.language, self.offence.text().strip()),),
                    period_from=self.period_from.value(),
                    period_to=self.period_to.value(),
                )
            )


class AddInstrumentDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(parent, model, self.tr("Register an order, request or agreement"))
        self._case = full.case
        self.number = self.form.add(self.tr("&Number in the file"), line())
        self.kind = self.form.add(self.tr("&Kind"), CodeBox(InstrumentType))
        self.status = self.form.add(self.tr("&Status"), CodeBox(InstrumentStatus, InstrumentStatus.DRAFT))
        self.reference = self.form.add(self.tr("&Reference"), line())
        self.from_country = self.form.add(self.tr("&From"), _country(full.case.country))
        self.to_country = self.form.add(self.tr("&To"), _country(""))
        self.issued_on = self.form.add(self.tr("&Issued on"), DayField())
        self.measures = self.form.add(
            self.tr("&Measures, one a line"), PlainTextEdit(self.tr("Measures"), lines=3)
        )
        self.urgent = QCheckBox(self.tr("&Urgent"))
        self.confidential = QCheckBox(self.tr("C&onfidential"))
        self.form.addRow("", row_of(self.urgent, self.confidential))
        self.finish_with(self.tr("Re&gister"))
        self.keep_typing(model.draft("register-instrument", full.case.id))

    def take(self) -> None:
        if self.require(self.number, self.from_country, self.to_country):
            self.model.add_instrument(
                Instrument(
                    id=InstrumentId(""),
                    case_id=self._case.id,
                    number=self.number.text().strip(),
                    type=self.kind.code(),
                    status=self.status.code(),
                    reference=self.reference.text().strip(),
                    from_country=self.from_country.text().strip().upper(),
                    to_country=self.to_country.text().strip().upper(),
                    issued_on=self.issued_on.value(),
                    acknowledged_on=None,
                    executed_on=None,
                    measures=_lines(self.measures.toPlainText()),
                    confidential=self.confidential.isChecked(),
                    urgent=self.urgent.isChecked(),
                )
            )


class AddPersonDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(
            parent,
            model,
            self.tr("Add a person"),
            self.tr(
                "The file knows the person by the pseudonym. The identity is sealed apart and may stay empty."
            ),
        )
        self._case = full.case
        self.code = self.form.add(self.tr("&Pseudonym"), line())
        self.role = self.form.add(self.tr("&Role"), CodeBox(ProceduralRole, ProceduralRole.PRESUMED_VICTIM))
        self.sex = self.form.add(self.tr("&Sex"), CodeBox(Sex, Sex.NOT_KNOWN))
        self.age = self.form.add(self.tr("&Age"), CodeBox(AgeStatus, AgeStatus.UNKNOWN))
        protections = CodeBox(IdentityProtection, IdentityProtection.PSEUDONYM)
        self.protection = self.form.add(self.tr("Pro&tection"), protections)
        self.language = self.form.add(self.tr("&Language"), LanguageBox("ar"))
        self.nationality = self.form.add(self.tr("&Nationality"), _country(""))
        self.name = self.form.add(self.tr("Na&me (sealed)"), line())
        self.born = self.form.add(self.tr("&Born (sealed)"), PartialDateField())
        self.finish_with(self.tr("A&dd"))
        self.keep_typing(model.draft("add-person", full.case.id))

    def take(self) -> None:
        if not self.require(self.code):
            return
        person = Person(
            id=PersonId(""),
            case_id=self._case.id,
            code=self.code.text().strip(),
            sex=self.sex.code(),
            age_status=self.age.code(),
            identity_protection=self.protection.code(),
            nationalities=tuple(self.nationality.text().upper().replace(",", " ").split()),
            language=self.language.tag(),
        )
        name, born = self.name.text().strip(), self.born.value()
        identity = Identity(person_id=person.id, name=name, born=born) if name or born else None
        role = PersonRole(
            id=RowId(""),
            case_id=self._case.id,
            person_id=person.id,
            role=self.role.code(),
            led_category=None,
            basis="",
        )
        self.model.add_person(person, identity, role)


class AddOfficialDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(parent, model, self.tr("Add an official"))
        self._case = full.case
        self.code = self.form.add(self.tr("&Code in the file"), line())
        self.name = self.form.add(self.tr("&Name"), line())
        self.role = self.form.add(self.tr("&Function"), CodeBox(OfficialRole))
        self.unit = self.form.add(self.tr("&Unit"), line())
        self.country = self.form.add(self.tr("&State"), _country(full.case.country))
        self.finish_with(self.tr("&Add"))
        self.keep_typing(model.draft("add-official", full.case.id))

    def take(self) -> None:
        if self.require(self.code, self.name, self.country):
            self.model.add_official(
                Official(
                    id=OfficialId(""),
                    case_id=self._case.id,
                    code=self.code.text().strip(),
                    role=self.role.code(),
                    name=self.name.text().strip(),
                    country=self.country.text().strip().upper(),
                    unit=self.unit.text().strip(),
                )
            )


class AddInterpreterDialog(AddingDialog):
    def __init__(self, parent: QWidget, model: CasesViewModel, full: CaseInFull) -> None:
        super().__init__(parent, model, self.tr("Add an interpreter"))
        self._case = full.case
        self.code = self.form.add(self.tr("&Code in the file"), line())
        self.name = self.form.add(self.tr("&Name"), line())
        self.first = self.form.add(self.tr("&From"), LanguageBox("ar"))
        self.second = self.form.add(self.tr("&Into"), LanguageBox(full.case.language))
        self.status = self.form.add(self.tr("&Status"), CodeBox(InterpreterStatus))
        self.register_number = self.form.add(self.tr("&Register number"), line())
        self.finish_with(self.tr("&Add"))
        self.keep_typing(model.draft("add-interpreter", full.case.id))

    def take(self) -> None:
        if self.require(self.code, self.name):
            self.model.add_interpreter(
                Interpreter(
                    id=InterpreterId(""),
                    case_id=self._case.id,
                    code=self.code.text().strip(),
                    name=self.name.text().strip(),
                    name_latin="",
                    languages=tuple(dict.fromkeys((self.first.tag(), self.second.tag()))),
                    status=self.status.code(),
                    register_number=self.register_number.text().strip(),
                )
            )


class RevealDialog(Dialog):
    """Why an identity is to be seen; without a reason it stays sealed."""

    def __init__(self, parent: QWidget, model: CasesViewModel, person_id: PersonId, code: str) -> None:
        super().__init__(
            parent,
            self.tr("Reveal the identity of {person}?").format(person=code),
            self.tr("That you looked, when, and the reason you type here go into the event chain."),
        )
        self._model, self._person = model, person_id
        self.reason = PlainTextEdit(self.tr("Why it is to be seen"), lines=3)
        why = Label(self.tr("&Why it is to be seen"))
        why.setBuddy(self.reason)
        for part in (why, self.reason):
            self.body.addWidget(part)
        self.second = SecondPerson(model.jobs)
        self.second.ask(TwoPersonAct.REVEAL_IDENTITY, person_id)
        self.body.addWidget(self.second)
        self.finish_with(self.tr("&Reveal"), icon="eye")
        self.wait_for(self.second)
        self.keep_typing(model.draft("reveal-identity", person_id))
        model.revealed.connect(self.accept)
        model.refused.connect(self.refuse)
        self.reason.setFocus()

    def take(self) -> None:
        if problem := self.second.problem():
            self.refuse(problem)
            return
        self.main_button.setEnabled(False)
        self._model.reveal(self._person, self.reason.toPlainText(), self.second.take())


class IdentityDialog(RevealedDialog):
    """A revealed identity, for a minute."""

    def __init__(self, parent: QWidget, identity: Identity) -> None:
        super().__init__(parent, self.tr("Protected identity"))
        facts = (
            (self.tr("Name"), identity.name),
            (self.tr("In Latin letters"), identity.name_latin),
            (self.tr("Also known as"), ", ".join(identity.aliases)),
            (self.tr("Born"), partial(identity.born)),
            (self.tr("Circumstances"), identity.circumstances),
            (self.tr("Protective measure"), identity.protective_measure),
        )
        self.tell((what, isolate_words(how) if how else "") for what, how in facts)
        self.finish()


ADDING: dict[str, Callable[[QWidget, CasesViewModel, CaseInFull], Dialog]] = {
    "persons": AddPersonDialog,
    "authorities": AddAuthorityDialog,
    "proceedings": AddProceedingDialog,
    "instruments": AddInstrumentDialog,
    "officials": AddOfficialDialog,
    "interpreters": AddInterpreterDialog,
}


def row_of(*parts: QWidget) -> QWidget:
    """Widgets side by side in one field of a form."""
    whole = QWidget()
    whole.setLayout(row(*parts, None))
    return whole


def _country(code: str) -> QLineEdit:
    field = line(code, "BE")
    field.setMaxLength(20)
    return field


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())
