"""Dialogs of claims: enter one with its source, read the source, correct it, show its words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.fields import Phase
from thb_desktop.domain.ids import AgentId, PersonId, RowId
from thb_desktop.domain.person_claims import ASKED, CLAIMED, NAMING, ClaimWords, PersonClaim
from thb_desktop.domain.person_claims_fields import AGE_DECISION, CLAIM_WORDS, PERSON_CLAIM
from thb_desktop.domain.vocabulary import ClaimKind
from ui.cases.dialogs import RevealDialog
from ui.cases.persons.model import PersonInFull, PersonModel
from ui.cases.persons.tables import said
from ui.clock import when_here
from ui.forms.entry_dialog import EntryDialog, refuse_field
from ui.forms.field_form import FieldForm, mnemonic_of
from ui.forms.reading import in_words
from ui.forms.typed import NumberEditor
from ui.labels import field_words, words
from ui.labels.entries import Choices
from ui.text import NONE, isolate, isolate_words, listed, translate, with_name
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.shown_for_a_while import RevealedDialog

_SPOKEN = ("basis", "said_by_id", "said_by", "said_on", "interview_id")
_SHOWN = ("exhibit_id", "page", "statement")
_WORDS: Mapping[ClaimKind, frozenset[str]] = {
    **dict.fromkeys(NAMING, frozenset({"text", "latin", "scheme", "language"})),
    ClaimKind.KINSHIP: frozenset({"text", "latin", "language"}),
    ClaimKind.BIRTH: frozenset({"text"}),
    ClaimKind.NATIONALITY: frozenset(),
}
"""Which words are asked, by the kind of a claim."""


class ClaimDialog(Dialog):
    """Enters a claim: what is claimed, its words (sealed), who said it, and where."""

    def __init__(self, parent: QWidget, model: PersonModel, full: PersonInFull) -> None:
        super().__init__(
            parent,
            self.tr("Add a claim about {person}").format(person=isolate(full.person.code)),
            self.tr("A claim is what somebody says. It stays a claim, beside others that differ."),
        )
        self.setMinimumWidth(720)
        self._model, self._full = model, full
        choices = _others(full)
        turn = self.tr("&Turn of the record (its number)")
        taken = mnemonic_of(turn)
        self.kind = FieldForm(PERSON_CLAIM, names=("kind",), taken=taken)
        self.what = FieldForm(PERSON_CLAIM, names=CLAIMED, choices=choices, taken=self.kind.letters)
        self.words = FieldForm(CLAIM_WORDS, taken=self.what.letters)
        self.source = FieldForm(PERSON_CLAIM, names=_SPOKEN, choices=choices, taken=self.words.letters)
        self.turn = NumberEditor()
        self.source.add(turn, self.turn)
        self.place = FieldForm(PERSON_CLAIM, names=_SHOWN, choices=full.choices, taken=self.source.letters)
        self.sealed = Label(self.tr("Words (sealed with the protected identities)"), Part.CAPTION)
        for part in (
            self.kind,
            self.what,
            self.sealed,
            self.words,
            Label(self.tr("Who said it, and where"), Part.CAPTION),
            self.source,
            self.place,
        ):
            if isinstance(part, Form):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)
        self.finish_with(self.tr("Add"))
        self.kind.editors["kind"].currentIndexChanged.connect(lambda _: self.fit())  # type: ignore[attr-defined]  # a field of codes has the editor of codes
        self.fit()
        self.keep_typing(model.draft("add-claim", full.person.id))

    def chosen(self) -> ClaimKind | None:
        kind = self.kind.editor("kind").value()
        return kind if isinstance(kind, ClaimKind) else None

    def fit(self) -> None:
        """Ask what the chosen kind has."""
        kind = self.chosen()
        self.what.ask(ASKED[kind] if kind else ())
        asked = _WORDS[kind] if kind else ()
        self.words.ask(asked)
        self.sealed.setVisible(bool(asked))

    def take(self) -> None:
        refused = [form.refuses() for form in (self.place, self.source, self.words, self.what, self.kind)]
        if self.turn.problem():
            self.refuse_at(self.turn, self.turn.problem())
            return
        if any(refused):
            return
        person = self._full.person
        claim = PersonClaim(
            id=RowId(""),
            case_id=person.case_id,
            person_id=person.id,
            entered_by=AgentId(""),
            at=now(),
            **self.kind.values(),
            **self.what.values(),
            **self.source.values(),
            **self.place.values(),
        )
        self.begin_work()
        with self._model.answering(self):
            self._model.add_claim(claim, ClaimWords(**self.words.values()), self.turn.value())

    def refuse_field(self, field: str, sentence: str) -> None:
        refuse_field(self, (self.kind, self.what, self.words, self.source, self.place), field, sentence)


class SourceDialog(Dialog):
    """Shows where a claim comes from, and how it stands."""

    def __init__(self, parent: QWidget, full: PersonInFull, claim: PersonClaim) -> None:
        super().__init__(
            parent, self.tr("Source of a claim about {person}").format(person=isolate(full.person.code))
        )
        form = Form()
        form.tell(words(claim.kind), said(claim, full))
        for name in (*_SPOKEN, *_SHOWN):
            value = getattr(claim, name)
            form.tell(field_words(PERSON_CLAIM.name, name), in_words(PERSON_CLAIM[name], value, full.names))
        source = full.sources[claim.id]
        if source.turn:
            form.tell(self.tr("Turn"), str(source.turn), exact=True)
            form.tell(
                self.tr("The turn since then"),
                self.tr("was changed or struck out after the claim was entered")
                if source.changed
                else self.tr("is as it was when the claim was entered"),
            )
        form.tell(
            self.tr("Entered"), listed((isolate(when_here(claim.at)), full.names.get(claim.entered_by, NONE)))
        )
        use = full.uses.get(claim.id)
        if use is not None:
            used = self.tr("used") if use.used else self.tr("not used")
            form.tell(self.tr("In documents"), with_name(used, isolate_words(use.reason)))
        if claim.struck:
            form.tell(self.tr("Withdrawn"), claim.struck)
        self.body.addLayout(form)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))


def _others(full: PersonInFull) -> Choices:
    """What a claim can name: nobody is somebody else to themselves."""
    persons = [each for each in full.choices.get("person", ()) if each[1] != full.person.id]
    return {**full.choices, "person": persons}


def correct_claim(parent: QWidget, model: PersonModel, full: PersonInFull, claim: PersonClaim) -> EntryDialog:
    """Make the dialog that corrects what a claim says beside its words."""

    def take(values: dict[str, Any], reason: str) -> None:
        model.correct_claim(replace(claim, **values), reason)

    names = {each.name for each in PERSON_CLAIM.fields if each.until is not Phase.ONCE}
    dialog = EntryDialog(
        parent,
        translate("claims", "Correct a claim"),
        PERSON_CLAIM,
        take,
        model=model,
        main=translate("cases", "Correct"),
        sentence=translate(
            "claims", "Record, exhibit and page stay: a claim from elsewhere is entered as another one."
        ),
        entity=claim,
        reasoned=True,
        names=names - (CLAIMED - ASKED[claim.kind]),
        choices=_others(full),
        draft=model.draft("correct-claim", claim.id),
    )
    dialog.setMinimumWidth(640)
    return dialog


def correct_words(parent: QWidget, model: PersonModel, claim: PersonClaim) -> EntryDialog:
    """Make the dialog that seals the corrected words of a claim; the former ones are not shown."""

    def take(values: dict[str, Any], reason: str) -> None:
        model.correct_words(claim.id, ClaimWords(**values), reason)

    return EntryDialog(
        parent,
        translate("claims", "Correct the words of a claim"),
        CLAIM_WORDS,
        take,
        model=model,
        main=translate("cases", "Correct"),
        sentence=translate(
            "claims", "Enter the words as they should be. The former ones stay sealed beside them."
        ),
        entity=ClaimWords(),
        reasoned=True,
        names=_WORDS[claim.kind],
        draft=model.draft("correct-claim-words", claim.id),
    )


def decide_age(parent: QWidget, model: PersonModel, full: PersonInFull) -> EntryDialog:
    """Make the dialog that enters a decision on the age."""

    def take(values: dict[str, Any], _: str) -> None:
        model.decide_age(
            AgeDecision(
                id=RowId(""),
                case_id=full.person.case_id,
                person_id=full.person.id,
                entered_by=AgentId(""),
                at=now(),
                **values,
            )
        )

    return EntryDialog(
        parent,
        translate("claims", "Age of {person}: decision").format(person=isolate(full.person.code)),
        AGE_DECISION,
        take,
        model=model,
        main=translate("claims", "&Enter the decision"),
        sentence=translate(
            "claims",
            "That the person is an adult ends the presumption for the claims that are there now. A later "
            "claim under 18 begins it again.",
        ),
        draft=model.draft("decide-age", full.person.id),
    )


class RevealWordsDialog(RevealDialog):
    """Asks for the reason and the second person, as for a protected identity."""

    def __init__(self, parent: QWidget, model: PersonModel, person_id: PersonId, code: str) -> None:
        heading = self.tr("Show the words of the claims about {person}?").format(person=code)
        super().__init__(parent, model, person_id, code, heading=heading)  # type: ignore[arg-type]  # it asks `reveal` alone


class WordsDialog(RevealedDialog):
    """Shows the words of the claims about one record for a minute."""

    def __init__(self, parent: QWidget, full: PersonInFull, told: Mapping[RowId, ClaimWords | None]) -> None:
        super().__init__(parent, self.tr("Words of the claims"))
        by_id = {each.id: each for each in full.claims}
        self.tell(
            (words(by_id[claim].kind), self._told(each)) for claim, each in told.items() if claim in by_id
        )
        self.finish()

    def _told(self, opened: ClaimWords | None) -> str:
        if opened is None:
            return self.tr("Nobody can read these words. Enter them again: Correct the words\u2026")
        return " \u00b7 ".join(map(isolate, filter(None, _parts(opened))))


def _parts(each: ClaimWords) -> tuple[str, ...]:
    return each.text, each.latin, each.scheme
