"""What is to be known of what the viewer shows of a file."""

from thb_desktop.domain.looks import HexBytes, Look, Mail, is_empty
from ui.labels import within, words
from ui.text import grouped, isolate, listed, translate


def remarks(look: Look, *, has_bytes: bool) -> str:
    """Return sentences; empty if there is nothing to say. has_bytes: whether what is shown is longer than
    nothing.
    """
    told = []
    if look.kept_out:
        asked = translate("ViewerView", "The file asks for what is not given to it: {what}.")
        told.append(asked.format(what=listed(map(within, look.kept_out))))
    if isinstance(look, Mail) and look.lines_left:
        first = translate(
            "ViewerView", "The first {shown} of {count} lines are shown. Take the file out to see the rest."
        )
        shown, count = (grouped(str(len(look.body) + more)) for more in (0, look.lines_left))
        told.append(first.format(shown=isolate(shown), count=isolate(count)))
    if not told and is_empty(look):
        empty = translate("ViewerView", "The file is empty.")
        told.append(translate("ViewerView", "This has no text.") if has_bytes else empty)
    elif not told and isinstance(look, HexBytes) and look.unread is not None:
        bytes_shown = translate("ViewerView", "{what}: the bytes are shown.")
        told.append(bytes_shown.format(what=words(look.unread)))
    return " ".join(told)
