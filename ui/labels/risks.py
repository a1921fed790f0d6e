"""What it means that memory may reach this computer's disk."""

from collections.abc import Iterable

from thb_desktop.vault.memory import MemoryRisk
from ui.text import QT_TRANSLATE_NOOP, translate

_SAID = {
    MemoryRisk.SWAP: QT_TRANSLATE_NOOP(
        "risks",
        "This computer swaps memory to a disk that is not encrypted. Testimony may stay readable there.",
    ),
    MemoryRisk.HIBERNATION: QT_TRANSLATE_NOOP(
        "risks",
        "Hibernation would write all of memory to a disk that is not encrypted. Lock the vault before it.",
    ),
}


def risks_text(risks: Iterable[MemoryRisk]) -> str:
    """Return a sentence for each risk, one a line."""
    return "\n".join(translate("risks", _SAID[risk]) for risk in sorted(risks, reverse=True))
