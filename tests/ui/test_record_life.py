"""The life of a record in the window: begun, completed, read back with a correction, signed, supplemented."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle
from tests.ui.test_interviews import draft_record
from tests.ui.test_mnemonics import letters
from thb_desktop.domain import vocabulary as v
from thb_desktop.findings import Finding, Standing, broken, unknown
from thb_desktop.services.casework import corrections
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.sign_record import SignDialog, read_back_dialog
from ui.interviews.view import InterviewsView
from ui.labels.findings import finding_text
from ui.text import isolate
from ui.transcript.rows import CORRECTED, At
from ui.widgets.basic import Label, Notice


class Clerk:
    """Who works on the record I-99 by its buttons and forms."""

    def __init__(self, application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> None:
        self._application, self._desk, self._qtbot = application, desk, qtbot
        self.window, self.view = draft_record(desk, qtbot, vault)

    @property
    def record(self) -> object:
        assert self.view.model.record is not None
        return self.view.model.record

    def form(self) -> EntryDialog:
        dialog = open_dialog(self._application, self._qtbot)
        assert isinstance(dialog, EntryDialog)
        return dialog

    def save(self, dialog: EntryDialog) -> None:
        dialog.main_button.click()
        settle(self._desk, self._qtbot)
        if shiboken6.isValid(dialog) and dialog.isVisible():
            shown = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
            raise AssertionError(shown)

    def header(self, section: str, **values: object) -> None:
        rows = self.view.record.rows
        rows.parts.setCurrentRow(rows.keys.index(section))
        rows.headers[section].change_button.click()
        dialog = self.form()
        dialog.form.set_values(**values)
        self.save(dialog)

    def add(self, key: str, **values: object) -> None:
        rows = self.view.record.rows
        rows.parts.setCurrentRow(rows.keys.index(key))
        rows.panels[key].add_button.click()
        dialog = self.form()
        dialog.form.set_values(**values)
        self.save(dialog)

    def close(self) -> None:
        self.view.record.head.close_button.click()
        settle(self._desk, self._qtbot)

    def settle(self) -> None:
        settle(self._desk, self._qtbot)

    def stops(self) -> list[str]:
        """What the closing list says against the signature."""
        found = self.view.model.reading.findings
        return [each.field for each in found if each.standing is Standing.BROKEN]

    def goes_to(self, field: str) -> None:
        """Go to the place of an item of the closing list by Enter."""
        items = self.view.record.closing.list
        for number in range(items.count()):
            what = items.item(number).data(Qt.ItemDataRole.UserRole)
            if isinstance(what, Finding) and what.field == field:
                items.setCurrentRow(number)
                items.setFocus()
                self._qtbot.keyClick(items, Qt.Key.Key_Return)
                settle(self._desk, self._qtbot)
                return
        raise AssertionError(field)

    def findings(self) -> SignDialog:
        self.close()
        dialog = open_dialog(self._application, self._qtbot)
        assert isinstance(dialog, SignDialog)
        return dialog


def completed(clerk: Clerk) -> None:
    """Everything that the rules ask for before the reading back, by its forms."""
    clerk.view.record.tabs.setCurrentIndex(1)
    choices = clerk.view.model.open_choices
    clerk.header("parties", authority_id=choices["authority"][0][1])
    clerk.header(
        "procedure",
        stage=v.ProcedureStage.INVESTIGATION,
        legal_basis="Art. 1",
        record_kind=v.RecordKind.VERBATIM_QA,
        authoritative_text=v.AuthoritativeText.PROCEDURE_LANGUAGE,
    )
    clerk.header("time_and_place", place="Gent, lokaal 2")
    clerk.add("presence", role=v.PresenceRole.POLICE_INTERVIEWER, name="Jan Peeters")
    clerk.add("presence", role=v.PresenceRole.SUPPORT_PERSON, name="Els Maes")
    clerk.add(
        "interpreter_engagement",
        interpreter_id=choices["interpreter"][0][1],
        from_language="ar",
        to_language="nl",
        oath=v.InterpreterOath.OATH_TAKEN_TODAY,
        conflict=v.ConflictDeclaration.NONE_DECLARED,
    )
    for code in (
        v.CautionCode.ROLE_AND_PURPOSE,
        v.CautionCode.TRUTH_DUTY,
        v.CautionCode.INTERPRETER_ROLE,
        v.CautionCode.VICTIM_RIGHTS_INFORMATION,
    ):
        clerk.add("caution", code=code, given=True, mode=v.CautionMode.ORAL)


def test_a_record_with_a_corrected_word_is_read_back_signed_and_supplemented(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    completed(clerk)
    read_back(clerk, v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    assert not clerk.view.record.head.close_button.isEnabled()
    assert clerk.stops()
    correct_second_turn(clerk, qtbot)
    sign_on_paper(clerk)

    signing = clerk.findings()
    assert signing.main_button.isEnabled()
    answer_warnings(signing, qtbot)
    settle(desk, qtbot)

    record = clerk.view.model.record
    assert record is not None
    assert record.interview.state is v.InterviewState.SIGNED
    (correction,) = record.corrections
    assert (correction.before, correction.after) == ("أخذ جواز سفري في المطار.", "أخذ بطاقتي في المطار.")
    assert all(each.understood is None for each in record.cautions)
    read_reasons(clerk)
    supplement(clerk, desk, qtbot)


def test_a_struck_authority_stays_in_the_header_when_another_field_of_its_part_is_changed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    authority = clerk.view.model.open_choices["authority"][0][1]
    clerk.header("parties", authority_id=authority)
    desk.jobs.run(
        desk, lambda session: corrections.strike_out(session, "authority", authority, "Entered twice")
    )
    settle(desk, qtbot)
    clerk.view.model.open(clerk.record.interview.id)
    settle(desk, qtbot)

    clerk.header("parties", number="I-99b")

    assert clerk.record.interview.number == "I-99b"
    assert clerk.record.interview.authority_id == authority


def test_a_form_opened_while_another_act_is_under_way_stays_open_with_what_is_typed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    clerk.add("presence", role=v.PresenceRole.POLICE_INTERVIEWER, name="Jan")
    rows = clerk.view.record.rows
    clerk.view.model.strike_row(clerk.record.presences[0], "Entered in error")
    dialog = rows.add_row("presence", role=v.PresenceRole.SUPPORT_PERSON)
    assert dialog is not None
    QTest.keyClicks(dialog.form.editors["name"], "Els Maes")

    settle(desk, qtbot)

    assert clerk.record.presences[0].struck
    assert dialog.isVisible()
    assert dialog.form.editors["name"].text() == "Els Maes"
    clerk.save(dialog)
    assert [each.name for each in clerk.record.presences] == ["Jan", "Els Maes"]


def test_a_refusal_is_said_in_the_form_that_asked_and_on_no_page(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    rows = clerk.view.record.rows
    turn = clerk.record.segments[0].segment
    words = {"language": turn.language, "before": turn.source_text, "after": "b"}
    dialog = rows.add_row("read_back_correction", segment_id=turn.id, **words)
    assert dialog is not None
    said: list[str] = []
    clerk.view.model.refused.connect(said.append)

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert dialog.notice.sentence.text()
    assert said == []


def test_what_is_emptied_at_the_reading_back_is_empty(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    clerk.header("closing", copy_given=v.CopyGiven.YES, copy_note="Given to Els Maes")

    clerk.close()
    dialog = clerk.form()
    dialog.form.set_values(copy_given=None, copy_note="")
    clerk.save(dialog)

    interview = clerk.record.interview
    assert interview.state is v.InterviewState.READ_BACK
    assert (interview.copy_given, interview.copy_note) == (None, "")


def test_each_of_two_warnings_about_one_turn_has_its_own_reason(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    turn = clerk.record.segments[0].segment.id
    findings = tuple(
        unknown("V-I-22.in-turn", {"turn": "1", "side": side}, about=turn, field="rendering.text")
        for side in ("nl RENDITION", "nl TRANSLATION")
    )

    dialog = SignDialog(clerk.view, clerk.view.model, findings)
    qtbot.addWidget(dialog)

    assert len(dialog.reasons) == 2


def test_a_reason_stands_for_several_warnings_only_if_each_is_ticked(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    told = ("V-I-10", "V-I-13.exploitation-not-known", "V-I-14.reflection")
    findings = tuple(unknown(code, {"minutes": 120}, field="interview.timeline") for code in told)
    given: list[tuple[str, str]] = []
    dialog = SignDialog(clerk.view, clerk.view.model, findings)
    qtbot.addWidget(dialog)
    dialog.show()
    clerk.view.model.sign_record = lambda reasons: given.extend((each.code, why) for each, why in reasons)
    fields, boxes = list(dialog.reasons.values()), list(dialog.same.values())
    assert [box.isChecked() for box in boxes] == [False] * 3
    assert not dialog.common.isEnabled()

    for field in fields:
        qtbot.keyClicks(field, "urgent")
    dialog.main_button.click()
    assert said_at(fields[1])
    assert not given

    for box in boxes[1:]:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    dialog.main_button.click()
    assert said_at(dialog.common)
    qtbot.keyClicks(dialog.common, "the child wanted no pause")
    assert [code in dialog.common_label.text() for code in ("V-I-10", "V-I-13", "V-I-14")] == [
        False,
        True,
        True,
    ]
    dialog.main_button.click()

    common = "the child wanted no pause"
    assert given == [("V-I-10", "urgent"), ("V-I-13", common), ("V-I-14", common)]
    dialog.refuse("")


def test_a_correction_begins_with_the_saved_words_and_not_with_what_is_being_typed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    read_back(clerk, v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    view = clerk.view.record
    view.table.setCurrentIndex(view.table.model().index(0, At.RIGHT))
    saved = rendering_of(clerk.view, 0).text
    clerk.view.model.transcript.type(0, At.RIGHT, "Something else")

    view.account.correct_button.click()

    assert view.account.reading.card.before.toPlainText() == saved


def read_back(clerk: Clerk, confirmation: v.PersonConfirmation) -> None:
    clerk.close()
    dialog = clerk.form()
    dialog.form.set_values(
        readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        readback_language="ar",
        confirmation=confirmation,
        complaint_made=False,
        copy_given=v.CopyGiven.NO_SAFETY_REASON,
    )
    clerk.save(dialog)


def sign_on_paper(clerk: Clerk) -> None:
    """Everybody whose signature the rules ask for."""
    for role in (v.SignerRole.PERSON_HEARD, v.SignerRole.INTERVIEWER, v.SignerRole.INTERPRETER):
        clerk.add(
            "record_signature", role=role, name=role.value, method=v.SignatureMethod.HANDWRITTEN_ON_PAPER
        )


def answer_warnings(signing: SignDialog, qtbot: QtBot) -> None:
    """Nothing is signed before each warning has a reason; the first that lacks one is told at its field."""
    fields = list(signing.reasons.values())
    assert len(fields) > 1
    told = [field.accessibleName() for field in fields]
    assert len(set(told)) == len(told)
    assert letters(signing) == {}
    assert fields[0].hasFocus() or signing.focusWidget() is fields[0]
    for number, field in enumerate(fields, 1):
        signing.main_button.click()
        assert said_at(field)
        qtbot.keyClicks(field, f"Reason {number}")
    signing.main_button.click()


def read_reasons(clerk: Clerk) -> None:
    """The reasons stand among the formalities of the signed record."""
    rows, record = clerk.view.record.rows, clerk.view.model.record
    assert record is not None
    entry = rows.parts.item(len(rows.keys))
    assert not entry.isHidden()
    rows.parts.setCurrentItem(entry)
    model = rows.warnings.table.model()
    shown = [model.index(at, 2).data() for at in range(model.rowCount())]
    assert [each.reason for each in record.warnings] == [f"Reason {at}" for at in range(1, len(shown) + 1)]
    assert all(reason.strip("\u2068\u2069").startswith("Reason") for reason in shown)
    assert all(model.index(at, 1).data() for at in range(len(shown)))
    assert not rows.warnings.add_button.isVisible()


def correct_second_turn(clerk: Clerk, qtbot: QtBot) -> None:
    """By the button under the turns: what stands there is filled in, and what shall stand is typed."""
    view = clerk.view.record
    view.tabs.setCurrentIndex(0)
    view.table.setCurrentIndex(view.table.model().index(1, At.LEFT))
    view.account.correct_button.click()
    card = view.account.reading.card
    assert card.before.toPlainText() == "أخذ جواز سفري في المطار."
    card.after.setPlainText("أخذ بطاقتي في المطار.")
    qtbot.keyClick(card.after, Qt.Key.Key_F2)
    qtbot.keyClick(card.after, Qt.Key.Key_F3)
    qtbot.keyClick(card.after, Qt.Key.Key_Return)
    clerk.settle()
    assert "أخذ بطاقتي في المطار." in view.table.model().index(1, At.LEFT).data(CORRECTED)


def supplement(clerk: Clerk, desk: AppController, qtbot: QtBot) -> None:
    """A signed record stays as it is; a later one refers to it."""
    signed = clerk.view.model.record
    assert signed is not None
    clerk.view.record.head.supplement_button.click()
    dialog = clerk.form()
    dialog.form.set_values(
        number="I-99-S", lead_interviewer_id=clerk.view.model.open_choices["official"][0][1]
    )
    clerk.save(dialog)
    settle(desk, qtbot)

    opened = clerk.view.model.record
    assert opened is not None
    assert opened.interview.supplements_id == signed.interview.id
    assert opened.interview.state is v.InterviewState.DRAFT
    told = f"Supplement to {isolate(signed.interview.number)}"
    assert told in clerk.view.record.head.facts.text()
    rows = clerk.view.rows
    number = rows.row_of(lambda found: found.interview.number == "I-99-S")
    assert told in rows.index(number, rows.columnCount() - 1).data()


def test_a_rule_that_is_not_met_leads_to_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.close()
    dialog = clerk.form()
    clerk.save(dialog)

    clerk.goes_to("interview.authority_id")

    opened = clerk.form()
    assert (
        opened.form.editors["authority_id"].hasFocus()
        or opened.focusWidget() is (opened.form.editors["authority_id"])
    )
    assert clerk.view.record.tabs.currentWidget() is clerk.view.record.rows


@pytest.mark.parametrize("rule", ["V-I-23.not-rendered", "V-I-28"])
def test_what_nobody_can_mend_later_is_named_before_the_words_are_read_back(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, rule: str
):
    clerk = Clerk(application, desk, qtbot, vault)
    found = (broken(rule, {"segments": ("2 A",)}), unknown("V-I-10", {"minutes": 90}))

    dialog = read_back_dialog(clerk.view.record, clerk.view.model, clerk.record, found)

    told = "\n".join(each.sentence.text() for each in dialog.findChildren(Notice))
    assert finding_text(found[0]) in told
    assert finding_text(found[1]) not in told


def test_an_address_in_the_words_is_named_before_they_are_read_back(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.header("closing", next_steps="Terug naar Kerkstraat 5")

    clerk.close()
    told = [notice for notice in clerk.form().findChildren(Notice) if notice.isVisible()]

    assert finding_text(unknown("V-I-22.in-field", field="interview.next_steps")) in [
        line for notice in told for line in notice.sentence.text().splitlines()
    ]


def test_what_is_entered_with_the_person_is_said_to_be_on_the_page_cases(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.close()
    clerk.save(clerk.form())

    clerk.goes_to("person.reflection_since")

    said = clerk.view.record.notice.sentence.text()
    assert said == "Enter this on the page Cases: Reflection period from."


def test_the_author_and_the_state_of_a_rendering_are_given_by_acts_of_their_own(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    view = clerk.view.record
    view.table.setCurrentIndex(view.table.model().index(0, At.RIGHT))
    before = rendering_of(clerk.view, 0)
    author = clerk.view.model.open_choices["interpreter"][0]

    view.account.strip.author.setCurrentIndex(view.account.strip.author.findData(author[1]))
    view.account.strip.author.activated.emit(view.account.strip.author.currentIndex())
    settle(desk, qtbot)
    authored = rendering_of(clerk.view, 0)
    view.account.strip.state.setCurrentIndex(
        view.account.strip.state.findData(v.RenderingState.SELF_CHECKED.value)
    )
    view.account.strip.state.activated.emit(view.account.strip.state.currentIndex())
    settle(desk, qtbot)
    checked = rendering_of(clerk.view, 0)

    assert before.author_id is None
    assert (authored.author_id, authored.state) == (author[1], before.state)
    assert (checked.author_id, checked.state) == (author[1], v.RenderingState.SELF_CHECKED)
    assert (checked.text, checked.source_digest) == (before.text, before.source_digest)
    origin = view.table.model().index(0, At.RIGHT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert next(each.name for each in clerk.record.interpreters if each.id == author[1]) in origin


def test_a_rendering_of_words_that_changed_stays_superseded_until_it_is_read_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    view = clerk.view.record
    view.table.edit_side(0, At.LEFT)
    editor = view.table.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, " ...")
    view.account.save()
    settle(desk, qtbot)
    superseded = rendering_of(clerk.view, 0)
    assert view.account.strip.confirm_button.isVisible()
    assert not view.account.strip.state.isVisible()

    view.account.strip.confirm_button.click()
    settle(desk, qtbot)

    assert superseded.state is v.RenderingState.SUPERSEDED
    assert rendering_of(clerk.view, 0).state is v.RenderingState.DRAFT
    assert rendering_of(clerk.view, 0).text == superseded.text


def rendering_of(view: InterviewsView, number: int):
    found = view.model.segments.rows[number].side("nl").rendering
    assert found is not None
    return found


def test_turns_are_split_moved_and_struck_out_in_a_draft(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    rows, acts = clerk.view.model.segments.rows, clerk.view.model.desk.acts
    first, second = rows[0].segment, rows[1].segment

    acts.split(first.id, 4)
    settle(desk, qtbot)
    assert [row.segment.source_text for row in clerk.view.model.segments.rows[:2]] == [
        (first.source_text or "")[:4].rstrip(),
        (first.source_text or "")[4:].lstrip(),
    ]
    acts.move(second.id, first.id)
    settle(desk, qtbot)
    assert clerk.view.model.segments.rows[0].segment.id == second.id
    acts.strike(second.id, "said by somebody else")
    settle(desk, qtbot)

    struck = clerk.view.model.segments.rows[0]
    assert struck.segment.struck == "said by somebody else"
    assert clerk.view.model.segments.index(0, At.STATE).data() == "Struck out"


def test_a_form_that_was_opened_and_left_holds_nothing_that_somebody_typed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    record = clerk.record
    turn = record.segments[0].segment.id  # type: ignore[attr-defined]

    dialog = clerk.view.record.rows.add_row("read_back_correction", segment_id=turn, before="...")
    assert dialog is not None
    settle(desk, qtbot)

    assert dialog.form.values()["before"] == "..."
    assert dialog.keeper is not None
    assert not dialog.keeper.holds
    dialog.reject()
