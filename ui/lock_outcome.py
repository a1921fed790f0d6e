"""What became of unsaved typing when the vault locked, passed to the restarted program."""

from typing import NamedTuple, Self

from ui.text import QT_TRANSLATE_NOOP, translate

KEPT, LOST, RETURNED = "kept", "lost", "returned"
FAULT = "error"
"""The code of an unknown reason: the program made a mistake."""
_OTHER = QT_TRANSLATE_NOOP("lock", "it could not be written")
_REASONS = {
    "disk-full": QT_TRANSLATE_NOOP("lock", "the disk is full"),
    "read-only": QT_TRANSLATE_NOOP("lock", "the vault can only be read"),
    "set-back": QT_TRANSLATE_NOOP("lock", "this computer remembers another state of the vault"),
    "foreign-write": QT_TRANSLATE_NOOP("lock", "another program changed the vault while it was open"),
    "tables-differ": QT_TRANSLATE_NOOP("lock", "the vault was changed outside the event chain"),
}


class LockOutcome(NamedTuple):
    """kept: typed text was saved in the vault. lost: it was not, with the code of the reason.

    returned: the name of the folder of the assignment whose linguist handed something back. It is drawn by
    chance, and says nothing of the case.
    """

    kept: bool = False
    lost: str = ""
    returned: str = ""

    @classmethod
    def parse(cls, told: str) -> Self:
        said = dict(part.partition(" ")[::2] for part in told.split("; "))
        return cls(
            kept=KEPT in said,
            lost=(said[LOST] or FAULT) if LOST in said else "",
            returned=said.get(RETURNED, ""),
        )

    def to_text(self) -> str:
        said = [
            f"{LOST} {self.lost}" if self.lost else "",
            KEPT if self.kept else "",
            f"{RETURNED} {self.returned}" if self.returned else "",
        ]
        return "; ".join(filter(None, said))


def reason(code: str) -> str:
    """Return why typed text was not saved, as the end of a sentence."""
    return translate("lock", _REASONS.get(code, _OTHER))
