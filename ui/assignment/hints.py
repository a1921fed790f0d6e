"""The keys of the window of an interpreter, as they stand below the turns."""

from ui import shortcuts
from ui.text import NO_BREAK, isolate, translate


def hints(*, revises: bool = False) -> str:
    """Return the keys and what each does, in one or two lines. revises: of who revises the job of another.

    A line ends between two of them, never between a key and what it does.
    """
    return "    ".join(
        f"{does}  {isolate(shortcuts.named(key))}".replace(" ", NO_BREAK)
        for does, key in (_of_reviser() if revises else _of_linguist())
    )


def _of_reviser() -> tuple[tuple[str, str], ...]:
    return (
        (translate("hints", "agree, go on"), shortcuts.TAKE[0]),
        (translate("hints", "dispute"), shortcuts.TAKE[1]),
        (translate("hints", "next without your word"), "Ctrl+Down"),
        (translate("hints", "next difference"), shortcuts.NEXT_FINDING),
        (translate("hints", "glossary"), shortcuts.GLOSSARY),
        (translate("hints", "concern for safety"), shortcuts.CONCERN),
        (translate("hints", "complaint of your own"), shortcuts.chosen(shortcuts.COMPLAINT)),
        (translate("hints", "hand back"), shortcuts.HAND_OVER),
        (translate("hints", "lock"), shortcuts.LOCK),
        (translate("hints", "all keys"), shortcuts.OVERVIEW),
    )


def _of_linguist() -> tuple[tuple[str, str], ...]:
    return (
        (translate("hints", "render"), "Enter"),
        (translate("hints", "write, go on"), "Ctrl+Enter"),
        (translate("hints", "next to do"), "Ctrl+Down"),
        (translate("hints", "note"), shortcuts.NOTE),
        (translate("hints", "doubt"), shortcuts.DOUBT),
        (translate("hints", "ask the judge"), shortcuts.ASK_JUDGE),
        (translate("hints", "glossary"), shortcuts.GLOSSARY),
        (translate("hints", "concern for safety"), shortcuts.CONCERN),
        (translate("hints", "complaint of your own"), shortcuts.chosen(shortcuts.COMPLAINT)),
        (translate("hints", "next difference"), shortcuts.NEXT_FINDING),
        (translate("hints", "sign"), shortcuts.NEXT_STEP),
        (translate("hints", "certify"), shortcuts.CERTIFY),
        (translate("hints", "hand back"), shortcuts.HAND_OVER),
        (translate("hints", "lock"), shortcuts.LOCK),
        (translate("hints", "all keys"), shortcuts.OVERVIEW),
    )
