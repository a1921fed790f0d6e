"""The head of an open record: its number and state, and what can be done next; below, whom it hears, and what
can be done about a closed record.
"""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from thb_desktop.domain.interview import InterpreterEngagement, Interview
from thb_desktop.domain.relays import relay_languages
from thb_desktop.domain.vocabulary import InterviewState
from ui import shortcuts
from ui.interviews.desk.entry_row import KeptLabel
from ui.interviews.opened import OpenRecord
from ui.labels import language_name, language_within, words
from ui.labels.dates import partial
from ui.text import as_plain_tip, isolate, isolate_words, listed, when
from ui.transcript.lines import clock
from ui.transcript.states import tone_of_record
from ui.widgets.basic import Chip, Label, Part, button, rename
from ui.widgets.choices import LanguageBox
from ui.widgets.elided import ElidedLabel


class RecordHead(QFrame):
    """The buttons do nothing by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "head")
        self.number = Label("", Part.HEADING)
        self.state_chip = Chip()
        self.facts = ElidedLabel("", Part.MUTED)
        self.kept = KeptLabel()
        self.language = LanguageBox(name=self.tr("Language of the right side"))
        self.language.setMinimumWidth(130)
        self.language_label = Label(self.tr("Right side &in"), Part.MUTED)
        self.language_label.setBuddy(self.language)
        self.decision_button = button(self.tr("De&cision"), icon="chevron-down", part="quiet")
        self.rectify_button = button(self.tr("Rectify\u2026"), icon="pencil", part="quiet")
        self.supplement_button = button(self.tr("Supp&lement\u2026"), icon="file-plus")
        self.transcript_button = button(self.tr("Trans&cript\u2026"), icon="file-text", part="quiet")
        self.paper_button = button(self.tr("Signed pape&r\u2026"), icon="file-check", part="quiet")
        self.guide_button = button(
            self.tr("&Guide"), icon="list-checks", part="quiet", shortcut=shortcuts.GUIDE
        )
        self.missing_button = button("", icon="list-checks", part="quiet")
        self.missing_button.setCheckable(True)
        self.missing_button.hide()
        self.language_button = button(
            self.tr("&Translations"), icon="languages", part="quiet", shortcut=shortcuts.LANGUAGE_WORK
        )
        self.formalities_button = button(
            self.tr("&Formalities"), icon="pen-line", shortcut=shortcuts.FORMALITIES
        )
        self.formalities_button.setCheckable(True)
        self.close_button = button("", icon="file-lock", part="primary", shortcut=shortcuts.NEXT_STEP)
        self.list_button = button(self.tr("List"), icon="messages-square", part="quiet")
        told = self.tr("Show the list of interviews, or put it away: {key}").format(
            key=shortcuts.shown(shortcuts.LIST)
        )
        self.list_button.setToolTip(as_plain_tip(told))
        self.list_button.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        line, later = QHBoxLayout(), QHBoxLayout()
        for each in (line, later):
            each.setSpacing(9)
            lines.addLayout(each)
        line.addWidget(self.list_button)
        line.addWidget(self.number)
        line.addWidget(self.state_chip)
        line.addStretch(1)
        for part in (
            *(self.language_label, self.language, self.paper_button),
            *(self.transcript_button, self.guide_button, self.language_button),
            *(self.formalities_button, self.close_button),
        ):
            line.addWidget(part)
        # Beside the buttons, neither the facts of a record nor the time had room on a small screen.
        later.addWidget(self.facts, 1)
        later.addWidget(self.kept)
        for part in (self.missing_button, self.decision_button, self.rectify_button, self.supplement_button):
            later.addWidget(part)

    def show_record(self, opened: OpenRecord) -> None:
        """Show whose record it is, in which state and languages, and who interprets."""
        full, interview = opened.record, opened.record.interview
        self.number.setText(isolate(interview.number))
        self.state_chip.show_as(words(full.state), tone_of_record(full.state))
        roles = listed(words(role) for role in full.roles) or self.tr("role not recorded")
        person = self.tr("{person}, {role}").format(person=isolate(full.person.code), role=roles.lower())
        at = isolate(when(interview.started_at)) if interview.started_at else ""
        if not at and interview.day is not None:
            at = partial(interview.day)
        told = (
            opened.refers_to,
            _read_back(interview),
            person,
            at,
            self._interpreters(opened),
            self._languages(interview.language, interview.procedure_language),
            interview.place,
        )
        # The end is cut where a small screen has no room: the columns name the languages too.
        self.facts.setText(" \u00b7 ".join(each for each in told if each))

    def name_next(self, text: str) -> None:
        """Name the one next step of the record."""
        rename(self.close_button, text)
        # The text of a button takes its key away.
        self.close_button.setShortcut(shortcuts.chosen(shortcuts.NEXT_STEP))

    def offer_languages(self, offered: list[str], chosen: str) -> None:
        """Offer the languages of the right side, if there are several."""
        self.language.clear()
        for tag in offered:
            self.language.addItem(language_name(tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        for part in (self.language, self.language_label):
            part.setVisible(len(offered) > 1)

    def _interpreters(self, opened: OpenRecord) -> str:
        """Return who interprets; in a relay, each with their languages."""
        standing = [each for each in opened.record.engagements if not each.struck]
        is_relay = bool(relay_languages(opened.record))
        told = dict.fromkeys(
            self._leg(opened, each) if is_relay else isolate_words(opened.called.get(each.interpreter_id, ""))
            for each in standing
        )
        names = listed(each for each in told if each)
        return self.tr("interpreter {names}").format(names=names) if names else ""

    def _leg(self, opened: OpenRecord, engagement: InterpreterEngagement) -> str:
        return self.tr("{name} ({first} and {second})").format(
            name=isolate_words(opened.called.get(engagement.interpreter_id, "")),
            first=language_name(engagement.from_language),
            second=language_within(engagement.to_language),
        )

    def _languages(self, person: str, file: str) -> str:
        if person == file:
            return language_name(person)
        told = self.tr("{first} and {second}")
        return told.format(first=language_name(person), second=language_within(file))


def _read_back(interview: Interview) -> str:
    """Return how the record is being read back, and since when; empty in any other state."""
    if interview.state is not InterviewState.READ_BACK or interview.readback_mode is None:
        return ""
    told = [words(interview.readback_mode)]
    if interview.readback_language:
        told.append(language_name(interview.readback_language))
    if interview.readback_started_at:
        told.append(isolate(clock(interview.readback_started_at)))
    return listed(told)
