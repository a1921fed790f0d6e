"""Pictures under the sheet of their exhibit: each with what it is of, and the digest of what is printed."""

from thb_desktop.domain.case import in_language
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.printed_content import PrintedFile, PrintedForm, PrintedPicture
from thb_desktop.report.document.figure import draw_figure
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.report.style import NOTE
from thb_desktop.report.text import Paragraph

_COARSEST = 180
"""Pixels to the inch of a small picture: it is not drawn larger. The largest ones have about as many."""
_POINTS = 72
_LEAST = 0.53
"""Of its height, a picture keeps at least so much to fit what is left of a page."""
_UNDER, _AFTER = 3.0, 9.0
_AROUND = 46.0
"""A heading, and what is free around it."""


def draw_pictures(setting: Setting, exhibit: Exhibit, file: PrintedFile, note: Paragraph | None) -> None:
    """Draw a note about a file, if any, and its pictures, the first of them on the same page as the note.

    Two pictures stand on a page; a page of a document is as large as this page has room, to be read.
    """
    flow, before = setting.flow, note.height if note else 0
    for picture in file.pictures:
        caption = flow.lay_out(_caption(setting, file, picture), NOTE)
        around = before + caption.height + _UNDER + _AFTER
        wanted = _height(setting, file, picture, around)
        flow.need(around + wanted * _LEAST)
        height = min(wanted, flow.room - around)
        if note is not None and before:
            flow.paragraph(note, kind="P", x=flow.left)
            before = 0
            flow.gap(_UNDER)
        flow.need(height + caption.height + _UNDER)
        words = _words(setting, exhibit, file, picture)
        draw_figure(flow, picture.jpeg, (picture.width, picture.height), height, words=words)
        flow.gap(_UNDER)
        flow.paragraph(caption, kind="P", x=flow.left)
        flow.gap(_AFTER - _UNDER)


def _height(setting: Setting, file: PrintedFile, picture: PrintedPicture, around: float) -> float:
    """Return how high a picture stands where there is room, in points."""
    flow = setting.flow
    room = (
        flow.full - _AROUND - around if file.form is PrintedForm.PAGES else flow.full / 2 - _AROUND - around
    )
    own = picture.height * _POINTS / _COARSEST
    return min(room, own, flow.width * picture.height / picture.width)


def _caption(setting: Setting, file: PrintedFile, picture: PrintedPicture) -> str:
    words = setting.words.printed
    page = words.page_of.format(page=picture.page, total=_pages(file))
    if file.form is PrintedForm.CAPTURE:
        page = words.captured.format(number=picture.page, name=picture.name)
    size = words.reduced.format(width=picture.width, height=picture.height)
    digest = setting.named(words.picture_digest, in_groups(picture.sha256))
    return setting.apart((page, size, digest))


def _words(setting: Setting, exhibit: Exhibit, file: PrintedFile, picture: PrintedPicture) -> str:
    """Return what a picture is, without what it shows, which nobody said."""
    title = in_language(exhibit.titles, setting.content.release.language)
    words = setting.words.printed
    if file.form is PrintedForm.CAPTURE:
        return words.captured_alternate.format(
            number=exhibit.number, title=title, name=file.name, page=picture.page
        )
    return words.alternate.format(
        number=exhibit.number, title=title, name=file.name, page=picture.page, total=_pages(file)
    )


def _pages(file: PrintedFile) -> int:
    return file.shown + (file.left_out or 0)
