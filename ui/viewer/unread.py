"""Why a file is shown as bytes: its form is known, and not read by this program."""

from thb_desktop.domain.looks import HexBytes, Look, UnreadForm
from ui.text import translate


def unread_words(look: Look) -> str:
    """Return what is said above the bytes of a file; empty where there is nothing to say."""
    if not isinstance(look, HexBytes) or look.unread is None:
        return ""
    return {
        UnreadForm.PICTURE: translate(
            "viewer", "This program draws no pictures of this form (WEBP, HEIC, AVIF). Its bytes are shown."
        ),
        UnreadForm.ARCHIVE: translate(
            "viewer", "This program does not read archives of this form. Its bytes are shown."
        ),
        UnreadForm.OFFICE: translate(
            "viewer",
            "This program does not show old office files (DOC, XLS, PPT) as they look. Its bytes are shown; "
            "the search finds words in them.",
        ),
        UnreadForm.IMAGE: translate(
            "viewer", "This program does not open the data in a forensic image. Its bytes are shown."
        ),
        UnreadForm.DATABASE: translate(
            "viewer", "This program does not show databases as tables. Its bytes are shown."
        ),
    }[look.unread]
