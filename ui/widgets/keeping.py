"""Drafts: the text typed in a form is saved in the vault, and shown again until the form is saved."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.form_draft import FormDraft
from ui.widgets.fields import fields_of, put, value_of
from ui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from thb_desktop.domain.record import Plain

REST = 700
"""Milliseconds without a change until the draft is saved."""
AGAIN = 2_000
"""Milliseconds until the next try, if it could not be saved."""


class Keeper(QObject):
    """Watches one form. restored: the draft is in its fields again. failed: why the draft cannot be saved,
    sent once; it keeps trying. mended: it is saved now.

    A draft has only what differs from the form when it was opened; secrets are not fields (see `fields`).
    """

    restored = Signal()
    failed = Signal(str)
    mended = Signal()

    def __init__(self, form: QWidget, draft: FormDraft) -> None:
        super().__init__(form)
        draft.setParent(self)
        self._form = form
        self._draft = draft
        self._before = self._read()
        self._given: dict[str, Plain] | None = {}
        """The draft in the vault, or on its way there; None after a refusal."""
        self._failed = False
        self._last = self._before
        self._unfilled: set[str] = set()
        self._asked = True
        self._done = False
        self._was_seen = True
        self._timer = QTimer(self, interval=REST)
        self._timer.timeout.connect(self._look)
        draft.found.connect(self._offer)
        draft.kept.connect(self._succeed)
        draft.refused.connect(self._refuse)
        draft.ask()

    @property
    def typed(self) -> "dict[str, Plain]":
        """The typed values, by field."""
        fields = fields_of(self._form)
        now = {name: value_of(field) for name, field in fields.items()}
        for name in self._unfilled - _unfilled(fields):
            self._before[name] = now.get(name)
            self._unfilled.discard(name)
        return {name: value for name, value in now.items() if self._before.get(name, "") != value}

    def begin(self, name: str, value: "Plain") -> None:
        """A field was added after the form was opened: this is its value before anybody typed; None if that
        is not known.
        """
        self._before[name] = value

    @property
    def holds(self) -> bool:
        return not self._done and bool(self.typed)

    def keep(self) -> None:
        """Save the draft now, unless it is saved already."""
        typed = self.typed
        if self._done or typed == self._given or (self._asked and not typed):
            return
        self._given = typed
        if self._asked:
            # The earlier draft is not known yet, because the vault is busy: nothing of it is replaced.
            self._draft.add(typed)
        elif typed:
            self._draft.keep(typed)
        else:
            self._draft.give_up()

    def leave(self) -> None:
        """The form is closed: save the draft, and report it."""
        self.keep()
        if self.holds:
            self._draft.leave()

    def end(self) -> None:
        """Keep what is typed, and watch no longer: the form is about to show something else."""
        self.keep()
        self._timer.stop()
        self._done = True

    def give_up(self) -> None:
        """The form is saved or discarded: delete the draft, and stop watching."""
        self._timer.stop()
        self._done = True
        if self._given != {}:
            self._given = {}
            self._draft.give_up()

    def start_over(self) -> None:
        """Show the form as it was before anything was typed."""
        for name, field in fields_of(self._form).items():
            if name in self._before:
                put(field, self._before[name])
        self.keep()

    def _read(self) -> "dict[str, Plain]":
        return {name: value_of(field) for name, field in fields_of(self._form).items()}

    def _offer(self, kept: "dict[str, Plain]") -> None:
        """Fill in the draft, where nobody has typed since.

        Boxes and lists were filled after the form was opened: their present state counts as the initial one.
        """
        fields = fields_of(self._form)
        now = {name: value_of(field) for name, field in fields.items()}
        late = {name for name, field in fields.items() if isinstance(field, (QComboBox, TickList))}
        self._before |= {name: now[name] for name in late}
        self._unfilled = _unfilled(fields)
        untouched = {name for name in kept if now.get(name) == self._before.get(name)}
        if untouched:
            make_room(self._form, untouched)
            fields = fields_of(self._form)
            for name in [name for name in fields if name in untouched]:
                put(fields[name], kept[name])
        self._given = dict(kept)
        self._asked = False
        self._timer.start()
        if kept:
            self.restored.emit()

    def _look(self) -> None:
        """Save what nobody is typing any more. Into a hidden form nobody types: it is read once."""
        was_seen, self._was_seen = self._was_seen, self._form.isVisible()
        if not was_seen and not self._was_seen:
            return
        now = self._read()
        if now == self._last or not self._was_seen:
            self.keep()
        self._last = now

    def _succeed(self) -> None:
        if self._failed:
            self._failed = False
            self._timer.setInterval(REST)
            self.mended.emit()

    def _refuse(self, sentence: str) -> None:
        self._given = None
        self._timer.start(AGAIN)
        if not self._failed:
            self._failed = True
            self.failed.emit(sentence)


def _unfilled(fields: Mapping[str, QWidget]) -> set[str]:
    """Boxes that offer nothing yet: what they show later is nobody's choice."""
    return {name for name, box in fields.items() if isinstance(box, QComboBox) and not box.count()}


def make_room(form: QWidget, names: Collection[str]) -> None:
    """Make a growing form add the parts of these fields."""
    grow = getattr(form, "make_room", None)
    if grow is not None:
        grow(names)
