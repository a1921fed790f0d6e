"""The bars above and below an assigned record."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from thb_desktop.services.assignments.desk import AssignedJob
from ui.clock import when_here
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.elided import ElidedLabel


def bar_of(part: str, height: int) -> QFrame:
    bar = QFrame()
    bar.setProperty("part", part)
    bar.setFixedHeight(height)
    return bar


class Foot(QFrame):
    """Who works here, who assigned it, and the countdown to the lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "statusbar")
        self.setFixedHeight(30)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(18)
        self.who = ElidedLabel("", Part.STATUS)
        self.by = ElidedLabel("", Part.STATUS)
        self.reach = Label(self.tr("This login reaches this record and nothing else"), Part.STATUS)
        self.countdown = Label("", Part.STATUS)
        line.addWidget(self.who)
        line.addWidget(self.by)
        line.addStretch(1)
        line.addWidget(self.countdown)
        line.addWidget(self.reach)

    def show_job(self, found: AssignedJob) -> None:
        named = (found.interpreter.name, found.interpreter.register_number)
        self.who.setText(", ".join(isolate_words(part) for part in named if part))
        self.by.setText(
            self.tr("Assigned by {name}, {at}").format(
                name=isolate_words(found.assigned_by), at=isolate(when_here(found.assigned_at))
            )
        )

    def show_remaining(self, seconds: int) -> None:
        """The countdown to the lock."""
        minutes = isolate(f"{seconds // 60}:{seconds % 60:02d}")
        self.countdown.setText(self.tr("Locks in {minutes}").format(minutes=minutes))
