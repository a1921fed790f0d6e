"""A dispute with characters that no page draws is kept once that was told; it has no field for a reason."""

from thb_desktop.services.language.doubts import check_dispute
from ui.labels.findings import finding_text
from ui.tones import Tone
from ui.widgets.basic import Notice


class UndrawnTold:
    """Remembers for which words it was told (V-T-09)."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._of = ("", "")

    def stops(self, own_text: str, reason: str) -> bool:
        """Tell it, and whether it was news: what was told of the same words stops nothing again."""
        said = (own_text, reason)
        found = next(check_dispute(*said), None)
        if found is None or said == self._of:
            return False
        self._of = said
        self._notice.tell(finding_text(found), Tone.WARN)
        return True
