"""Picture reading: a picture, or the first pages of a document, as a bundle prints them.

The confined process of the viewer draws them and reads what text a page has. This process gets pixels, and
decodes nothing of others. Pixels are not searched for words; the text that a page has in its file is.
"""

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import DrawnPages
from thb_desktop.domain.printed_content import PrintedFile, PrintedForm, PrintedPicture
from thb_desktop.report.reduced import reduced
from thb_desktop.services.evidence.looking import Looking

MOST_PAGES = 4
"""Of one file that are printed."""


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
