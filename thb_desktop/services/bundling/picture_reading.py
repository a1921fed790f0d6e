"""Picture reading: a picture, the first pages of a document, or the pictures of a capture, as a bundle prints
them.

The confined process of the viewer draws them and reads what text a page has. This process gets pixels, and
decodes nothing of others. Pixels are not searched for words; the text that a page has in its file is.
"""

from collections.abc import Sequence

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import DrawnPages, Part, PartPath, visible
from thb_desktop.domain.printed_content import PrintedFile, PrintedForm, PrintedPicture
from thb_desktop.errors import (
    DocumentFormError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    InspectionEndedError,
    PartDamagedError,
)
from thb_desktop.report.reduced import reduced
from thb_desktop.services.evidence.looking import Looking

MOST_PAGES = 4
"""Of one file that are printed."""
MOST_CAPTURED = 4
"""Pictures of one capture that are printed."""
_MOST_TRIED, _LEAST, _LONGEST = 40, 64, 300
"""Pictures of a capture that are opened; pixels of each side of one that is no ornament; signs of an
address.
"""


def drawn_file(looking: Looking, look: DrawnPages, file: ExhibitFile) -> PrintedFile:
    """Return the first pages of a file as pictures. Raises as `Looking.draw`."""
    pages = look.pages or 1
    shown = range(1, min(pages, MOST_PAGES) + 1)
    return PrintedFile(
        name=file.name,
        sha256=file.sha256,
        form=PrintedForm.PAGES if look.has_text or pages > 1 else PrintedForm.PICTURE,
        pictures=tuple(_drawn(looking, look, page) for page in shown),
        left_out=pages - len(shown),
    )


def captured_pictures(looking: Looking, parts: Sequence[tuple[PartPath, Part]]) -> tuple[PrintedPicture, ...]:
    """Return the first pictures of a capture that are no ornaments; one that cannot be drawn is left out."""
    drawn: list[PrintedPicture] = []
    pictures = [(path, each) for path, each in parts if each.media_type.lower().startswith("image/")]
    for path, each in pictures[:_MOST_TRIED]:
        if len(drawn) == MOST_CAPTURED:
            break
        try:
            found = looking.draw(1, path)
        except (DocumentFormError, DocumentTooLargeError, DocumentUnreadableError, PartDamagedError):
            continue
        except InspectionEndedError:
            break  # nothing more of the file can be read
        if min(found.width, found.height) < _LEAST:
            continue
        width, height, jpeg = reduced(found.width, found.height, found.pixels)
        name = visible(each.name)[:_LONGEST]
        drawn.append(PrintedPicture(page=len(drawn) + 1, width=width, height=height, jpeg=jpeg, name=name))
    return tuple(drawn)


def _drawn(looking: Looking, look: DrawnPages, page: int) -> PrintedPicture:
    drawn = looking.draw(page)
    width, height, jpeg = reduced(drawn.width, drawn.height, drawn.pixels)
    return PrintedPicture(
        page=page,
        width=width,
        height=height,
        jpeg=jpeg,
        lines=looking.page_lines(page) if look.has_text else (),
    )
