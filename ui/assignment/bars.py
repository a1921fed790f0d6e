"""The bars above and below an assigned record."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from thb_desktop.services.assignments.desk import AssignedJob
from ui.clock import when_here
from ui.labels import language_within
from ui.language_work.source_languages import source_languages
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Chip, Label, Part, button, rename
from ui.widgets.elided import ElidedLabel


class Top(QFrame):
    """Which record and job it is, and what its linguist does with all of it."""

    def __init__(
        self, hand_back: Callable[[], object], certify: Callable[[], object], sign: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("part", "topbar")
        self.setFixedHeight(50)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(10)
        self.number = Label("", Part.TITLE)
        self.state = Chip()
        self.about = ElidedLabel("", Part.MUTED)
        self.kept = Label("", Part.STATUS)
        self.back_button = button(self.tr("Hand &back"), hand_back, icon="lock")
        self.certify_button = button(self.tr("&Certify\u2026"), certify, icon="file-check")
        self.sign_button = button(self.tr("&Sign my renderings"), sign, icon="stamp", part="primary")
        for part in (self.number, self.state):
            line.addWidget(part)
        line.addWidget(self.about, 1)
        line.addWidget(self.kept)
        for act in (self.back_button, self.certify_button, self.sign_button):
            line.addWidget(act)

    def show_job(self, found: AssignedJob) -> None:
        job = found.turns.job
        self.number.setText(isolate(found.interview.number))
        self.state.show_as(isolate(job.number), Tone.INFO)
        self.about.setText(
            self.tr("{case} · {source} into {target} · {purpose}").format(
                case=isolate(found.case.reference),
                source=source_languages(
                    found.turns,
                    found.segments,
                    spoken=found.interview.language,
                    from_language=found.from_language,
                ),
                target=language_within(job.target_language),
                purpose=isolate_words(job.purpose),
            )
        )
        for act in (self.sign_button, self.certify_button):
            act.setVisible(found.is_linguist)
            act.setEnabled(job.is_open)

    def show_ready(self, count: int) -> None:
        """Tell how many turns one signature would cover."""
        told = self.tr("&Sign my renderings, {count} ready")
        rename(self.sign_button, told.format(count=isolate(str(count))))


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
        self.who.setText(listed(isolate_words(part) for part in named if part))
        self.by.setText(
            self.tr("Assigned by {name}, {at}").format(
                name=isolate_words(found.assigned_by), at=isolate(when_here(found.assigned_at))
            )
        )

    def show_remaining(self, seconds: int) -> None:
        """The countdown to the lock."""
        minutes = isolate(f"{seconds // 60}:{seconds % 60:02d}")
        self.countdown.setText(self.tr("Locks in {minutes}").format(minutes=minutes))
