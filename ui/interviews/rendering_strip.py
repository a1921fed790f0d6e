"""The rendering of the chosen segment: author, state and certification, each by a separate act."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.vocabulary import InterviewState, RenderingKind, RenderingState
from thb_desktop.services.testimony.renderings import SETTABLE
from ui.clock import day_here
from ui.forms.editors import ChoiceEditor
from ui.interviews.certified import CertificationDialog
from ui.interviews.certify import CertifyDialog, linguist_of
from ui.labels import language_within, words
from ui.language_work.key_rows import may_sign
from ui.text import day, isolate, isolate_words
from ui.transcript.corrected import told_kind
from ui.transcript.model import TranscriptModel
from ui.transcript.states import is_told_draft, tone_of
from ui.widgets.basic import Chip, Label, Part, button
from ui.widgets.elided import ElidedLabel

_WIDEST_AUTHOR = 320
"""Pixels."""


class RenderingStrip(QWidget):
    """One line below the account. Choosing an author or a state changes nothing else of the rendering.

    left: nothing in it can take the cursor.
    """

    left = Signal()

    def __init__(self, model: TranscriptModel) -> None:
        super().__init__()
        self._model = model
        self._rendering: Rendering | None = None
        self._may = False
        self.told = ElidedLabel("", Part.MUTED)
        self.state_chip = Chip()
        self.author = ChoiceEditor((), self.tr("Author not said"))
        self.author.setAccessibleName(self.tr("Rendered by"))
        self.author_label = Label(self.tr("&Rendered by"), Part.MUTED)
        self.author_label.setBuddy(self.author)
        states = [(words(state), state.value) for state in SETTABLE]
        self.state = ChoiceEditor(states, self.tr("Set the state"))
        self.state.setAccessibleName(self.tr("State of the rendering"))
        self.state_label = Label(self.tr("St&ate"), Part.MUTED)
        self.state_label.setBuddy(self.state)
        self.confirm_button = button(self.tr("Re-read: it still &holds"), self._confirm, icon="check")
        self.certified = ElidedLabel("", Part.MUTED)
        self.certify_button = button(self.tr("Certif&y\u2026"), self._certify, icon="stamp")
        self.certification_button = button(
            self.tr("Certification\u2026"), self._show_certification, icon="file-check"
        )
        for box in (self.author, self.state):
            # The open list is as wide as its entries; here there is room only for a name.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
        # Whose words they are is read whole where the line has room.
        self.author.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.author.setMaximumWidth(_WIDEST_AUTHOR)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.told)
        across.addWidget(self.state_chip)
        across.addWidget(self.certified)
        across.addStretch(1)
        acts = (
            self.author_label,
            self.author,
            self.state_label,
            self.state,
            self.confirm_button,
            self.certify_button,
            self.certification_button,
        )
        for act in acts:
            across.addWidget(act, 3 if act is self.author else 0)
        self.author.activated.connect(lambda _: self._set_author())
        self.state.activated.connect(lambda _: self._set_state())

    def take_focus(self) -> None:
        """After a certificate, the pressed button is gone: the cursor goes to the one that shows it."""
        if self.certification_button.isHidden():
            self.left.emit()
        else:
            self.certification_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rendering(
        self, rendering: Rendering | None, linguists: Sequence[tuple[str, str]] = (), *, may: bool
    ) -> None:
        """Show this rendering, and enable its acts. linguists: of the case, name and id."""
        self._rendering, self._may = rendering, may
        self.setVisible(rendering is not None)
        if rendering is None:
            return
        superseded = rendering.state is RenderingState.SUPERSEDED
        self.told.setText(
            self.tr("{kind} into {language}").format(
                kind=told_kind(rendering), language=language_within(rendering.language)
            )
        )
        tone = tone_of(rendering.state, is_closed=self._model.segments.is_closed)
        self.state_chip.show_as(words(rendering.state), tone)
        self.state_chip.setVisible(not (self._model.segments.is_closed and is_told_draft(rendering)))
        self.author.offer(linguists)
        self.author.set_value(rendering.author_id)
        self.state.set_value(None)
        certified = rendering.state is RenderingState.CERTIFIED
        for part in (self.author_label, self.author):
            part.setVisible(may and not certified)
            part.setEnabled(self._may_name(rendering))
        for part in (self.state_label, self.state):
            part.setVisible(may and not superseded)
        self.confirm_button.setVisible(may and superseded)
        self._offer_certification(rendering, may=may)

    def _offer_certification(self, rendering: Rendering, *, may: bool) -> None:
        """Certifying is offered where an author is named; a certification can be read."""
        record = self._model.record
        self.certify_button.setVisible(
            may and record is not None and linguist_of(record, rendering) is not None
        )
        found = record.certified_by(rendering) if record else None
        # One line has no room for both; the table beside it shows kind and language too.
        self.told.setVisible(found is None)
        for part in (self.certified, self.certification_button):
            part.setVisible(found is not None)
        if record is not None and found is not None:
            linguist = record.interpreter(found.interpreter_id)
            self.certified.setText(
                self.tr("by {name}, {at}").format(
                    name=isolate_words(linguist.name if linguist else ""), at=isolate(day(day_here(found.at)))
                )
            )

    def _may_name(self, rendering: Rendering) -> bool:
        """The author of a rendition is named before the reading back, that of a translation until the
        signature.
        """
        record = self._model.record
        draft = record is not None and record.interview.state is InterviewState.DRAFT
        fixed = rendering.kind is RenderingKind.RENDITION and not draft
        why = self.tr("After the reading back, the author of a rendition can no longer be named.")
        self.author.reason = why if fixed else ""
        self.author.say_whole()
        return not fixed

    def _set_author(self) -> None:
        if self._rendering is not None and self.author.value() != self._rendering.author_id:
            self._model.set_author(self._rendering.id, self.author.value())

    def _set_state(self) -> None:
        chosen = self.state.value()
        if self._rendering is not None and chosen:
            self._model.set_state(self._rendering.id, RenderingState(chosen))

    def _confirm(self) -> None:
        if self._rendering is not None:
            self._model.confirm(self._rendering.id)

    def _certify(self) -> None:
        record, rendering = self._model.record, self._rendering
        if record is None or rendering is None:
            return
        linguist = linguist_of(record, rendering)
        if self._model.holds_drafts:
            self._model.refused.emit(
                self.tr("Save or discard what is typed first: only saved words can be certified.")
            )
        elif linguist is not None and (why := may_sign(linguist)):
            self._model.refused.emit(why)
        elif linguist is not None:
            CertifyDialog(self, self._model, record, rendering, linguist).open()

    def _certify_again(self, replaced: Certification) -> None:
        """The linguist certifies in other words; the last certificate counts."""
        record, rendering = self._model.record, self._rendering
        linguist = record.interpreter(replaced.interpreter_id) if record is not None else None
        if record is not None and rendering is not None and linguist is not None:
            CertifyDialog(self, self._model, record, rendering, linguist, replaced=replaced).open()

    def _show_certification(self) -> None:
        record, rendering = self._model.record, self._rendering
        found = record.certified_by(rendering) if record and rendering else None
        if record is not None and found is not None:
            again = self._certify_again if self._may else None
            CertificationDialog(self, self._model, record, found, again).open()
