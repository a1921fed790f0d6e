"""A card on the page of the vault's health that tells of something and asks a person to answer for it."""

from PySide6.QtCore import Signal

from ui.widgets import icons
from ui.widgets.basic import Card, Label, Part, button, row


class AskingCard(Card):
    """Hidden until there is something to answer for. asked: a person wants to.

    heading, told: what it is; between them a subclass puts facts in `facts`.
    """

    asked = Signal()

    def __init__(self, mark: str, colour: str, words: str, icon: str, heading: str = "") -> None:
        """mark: the name of its icon, in this colour. words, icon: of the button."""
        super().__init__(spacing=8)
        sign = Label()
        sign.setPixmap(icons.pixmap(mark, colour, 22))
        sign.setFixedWidth(24)
        self.heading = Label(heading, Part.HEADING, wrap=True)
        across = row(sign, self.heading)
        across.setStretch(1, 1)
        self.body.addLayout(across)
        self.facts = row()
        self.body.addLayout(self.facts)
        self.told = Label("", wrap=True)
        self.body.addWidget(self.told)
        self.button = button(words, self.asked.emit, icon=icon, part="primary")
        self.body.addLayout(row(self.button, None))
        self.hide()
