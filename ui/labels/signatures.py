"""What was found of the signatures of a file, in one line."""

from typing import TYPE_CHECKING

from ui.clock import when_here
from ui.labels import words
from ui.text import isolate, isolate_words, translate, visible

if TYPE_CHECKING:
    from thb_desktop.services.evidence.signature_checks import KeptCheck


def checked_words(kept: "KeptCheck") -> str:
    """Return the file, the verdict, when it was judged, and by whom."""
    return translate("signatures", "{file}: {verdict} (judged {when} by {name})").format(
        file=isolate_words(visible(kept.file)),
        verdict=words(kept.check.verdict),
        when=isolate(when_here(kept.check.judged_at)),
        name=isolate_words(kept.by),
    )
