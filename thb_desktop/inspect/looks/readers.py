"""Readers: which reader looks at which kind of file."""

import struct
from collections.abc import Callable, Mapping

from thb_desktop.inspect.looks import (
    archives,
    chats,
    databases,
    exif,
    forensic,
    mail,
    office,
    ole,
    open_sheets,
    pdf,
    plain,
    recorded,
    rtf,
    seven,
    tables,
    traffic,
    transcribed,
    warcs,
    web,
    workbooks,
)
from thb_desktop.inspect.looks.kinds import Kind
from thb_desktop.inspect.looks.parts import LOCKED, Asked, Reader, Said, UnreadableError


def _text(asked: Asked) -> Said:
    return plain.text_page(asked.source, asked.page, asked.coding)


def _bytes(asked: Asked) -> Said:
    return plain.hex_page(asked.source, asked.page)


def _unread(form: str) -> Callable[[Asked], Said]:
    """Return what shows the bytes of a form that is known and not read."""
    return lambda asked: {**_bytes(asked), "unread": form}


def _older_office(asked: Asked) -> Said:
    if ole.is_locked(asked):
        raise UnreadableError(LOCKED)
    return {**_bytes(asked), "unread": "OFFICE"}


def _unknown(asked: Asked) -> Said:
    form = _UNREAD.get(asked.media_type, "")
    return {**_bytes(asked), "unread": form}


def _database(asked: Asked) -> Said:
    try:
        databases.opened(asked)
    except (UnreadableError, IndexError, struct.error):
        return {**_bytes(asked), "unread": "DATABASE"}
    return databases.look_at_database(asked)


_UNREAD = {"application/x-rar": "ARCHIVE"}
"""Of files without a reader, by their media type."""


def _drawn(_asked: Asked) -> Said:
    return {"look": "DrawnPages"}


def _pdf(asked: Asked) -> Said:
    asked.source.seek(0)
    return {"look": "DrawnPages", "kept_out": pdf.kept_out_of(asked.source.read(_BEGIN))}


_BEGIN = 8 << 20
"""Bytes of a PDF in which it is looked for what would run."""


def _played(_asked: Asked) -> Said:
    return {"look": "Recorded"}


READERS: Mapping[Kind, Reader] = {
    Kind.PDF: Reader(look=_pdf, tell=pdf.tell_of_pdf),
    Kind.PICTURE: Reader(look=_drawn, tell=exif.tell_of_picture),
    Kind.UNDRAWN: Reader(look=_unread("PICTURE"), tell=exif.tell_of_picture),
    Kind.TEXT: Reader(look=_text),
    Kind.RTF: Reader(look=rtf.look_at_rtf, words=rtf.words_of_rtf),
    Kind.HTML: Reader(look=web.look_at_html, tell=web.tell_of_html, words=web.words_of_html),
    Kind.WORDS: Reader(
        look=office.look_at_words,
        tell=office.tell_of_office,
        words=lambda asked: "\n".join(office.words_of(asked)),
    ),
    Kind.WORKBOOK: Reader(
        look=workbooks.look_at_workbook, tell=office.tell_of_office, words=workbooks.words_of_workbook
    ),
    Kind.OPEN_SHEET: Reader(
        look=open_sheets.look_at_open_sheet, tell=office.tell_of_office, words=open_sheets.words_of_open_sheet
    ),
    Kind.TABLE: Reader(look=tables.look_at_table),
    Kind.MAIL: Reader(
        look=mail.look_at_mail, open=mail.open_in_mail, tell=mail.tell_of_mail, words=mail.words_of_mail
    ),
    Kind.BOX: Reader(look=mail.look_at_box, open=mail.open_in_box),
    Kind.MSG: Reader(look=ole.look_at_msg, open=ole.open_in_msg, tell=ole.tell_of_ole),
    Kind.OLE: Reader(look=_older_office, tell=ole.tell_of_ole),
    Kind.MHTML: Reader(
        look=web.look_at_mhtml, open=mail.open_in_mail, tell=mail.tell_of_mail, words=mail.words_of_mail
    ),
    Kind.WARC: Reader(look=warcs.look_at_warc, open=warcs.open_in_warc, tell=warcs.tell_of_warc),
    Kind.WACZ: Reader(look=web.look_at_wacz, open=archives.open_in_zip, tell=web.tell_of_wacz),
    Kind.WHATSAPP: Reader(look=chats.look_at_whatsapp),
    Kind.VIBER: Reader(look=chats.look_at_viber),
    Kind.TELEGRAM: Reader(look=chats.look_at_telegram),
    Kind.TELEGRAM_PAGE: Reader(
        look=chats.look_at_telegram_page, tell=web.tell_of_html, words=web.words_of_html
    ),
    Kind.SUBRIP: Reader(look=transcribed.look_at_subrip),
    Kind.WEBVTT: Reader(look=transcribed.look_at_webvtt),
    Kind.ELAN: Reader(look=transcribed.look_at_elan),
    Kind.PRAAT: Reader(look=transcribed.look_at_praat),
    Kind.ZIP: Reader(
        look=archives.look_at_zip,
        open=archives.open_in_zip,
        tell=archives.tell_of_zip,
        words=archives.names_in_zip,
    ),
    Kind.TAR: Reader(
        look=archives.look_at_tar,
        open=archives.open_in_tar,
        words=archives.names_in_tar,
    ),
    Kind.SEVEN: Reader(
        look=seven.look_at_seven,
        open=seven.open_in_seven,
        tell=seven.tell_of_seven,
        words=seven.names_in_seven,
    ),
    Kind.PACKED: Reader(
        look=archives.look_at_packed,
        open=archives.open_packed,
        tell=archives.tell_of_packed,
        words=archives.name_of_packed,
    ),
    Kind.IMAGE: Reader(look=_unread("IMAGE"), tell=forensic.tell_of_image),
    Kind.RECORDING: Reader(look=_played, tell=recorded.tell_of_recording),
    Kind.DATABASE: Reader(look=_database, tell=databases.tell_of_database, words=databases.words_of_database),
    Kind.TRAFFIC: Reader(look=traffic.look_at_traffic, tell=traffic.tell_of_traffic),
    Kind.BYTES: Reader(look=_unknown),
}
AS_TEXT, AS_BYTES = Reader(look=_text), Reader(look=_bytes)
CAPTURES = frozenset({Kind.WARC, Kind.WACZ})
"""What is searched by the words of its pages."""
HOLDERS = frozenset({Kind.ZIP, Kind.TAR, Kind.SEVEN, Kind.PACKED})
"""What is searched by the names of what it holds."""
OFFICE = frozenset({Kind.WORDS, Kind.WORKBOOK, Kind.OPEN_SHEET})
_TRANSCRIPTS = frozenset({Kind.SUBRIP, Kind.WEBVTT, Kind.ELAN, Kind.PRAAT})
PLAIN = _TRANSCRIPTS | {Kind.TEXT, Kind.TABLE, Kind.WHATSAPP, Kind.VIBER, Kind.TELEGRAM, Kind.TRAFFIC}
"""What is searched as the text that it is."""
