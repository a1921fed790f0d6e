"""Content reading: the beginning of a file as a bundle prints it, read by the confined process of viewers.

Nothing of it is read by a machine for words. What is left out is counted, as far as somebody would wait for.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance_codes import DayKind, StatementFormat
from thb_desktop.domain.looks import (
    Capture,
    Conversation,
    DrawnPages,
    Look,
    Mail,
    Part,
    PartPath,
    PlainText,
    Sheets,
    visible,
)
from thb_desktop.domain.printed_content import (
    NotPrinted,
    PrintedEntry,
    PrintedFile,
    PrintedForm,
    PrintedStatement,
)
from thb_desktop.errors import (
    DocumentFormError,
    DocumentLockedError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    InspectionEndedError,
    PartDamagedError,
)
from thb_desktop.exchange.statements.rows import ReadRow, ReadStatement
from thb_desktop.services.bundling.picture_reading import captured_pictures, drawn_file
from thb_desktop.services.bundling.statement_reading import statements_in
from thb_desktop.services.evidence.exhibit_files import opened
from thb_desktop.services.evidence.looking import Looking
from thb_desktop.services.evidence.page_reading import drawer
from thb_desktop.vault.content import ContentStore

MOST_LINES, MOST_ROWS, MOST_MESSAGES, MOST_COLUMNS, MOST_STATEMENTS = 120, 40, 80, 12, 12
"""Printed of one file."""
_MOST_SIGNS = 12_000
"""Code points printed of one file, but for the last text that begins before."""
_LONGEST = 1200
"""Code points of one line, cell or message; of a longer one the beginning is printed."""
_MOST_PAGES = 400
"""Pages of a look that are counted."""
_CUT = "\u2026"
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""Media types of captured pages that have words."""
_PACKED = (".warc", ".warc.gz")


def read_content(store: ContentStore, file: ExhibitFile, *, room: int) -> PrintedFile:
    """Return what is printed of a file; any thread does it, without the vault's database.

    room: for bytes of pictures; without any, none is drawn.
    What cannot be read is told as not printed. Raises SandboxMissingError, and what reading the store raises.
    """
    with closing(Looking(opened(store, file), file.name, drawer())) as looking:
        try:
            return _read(looking, store, file, room)
        except DocumentLockedError:
            why = NotPrinted.LOCKED
        except DocumentTooLargeError:
            why = NotPrinted.TOO_LARGE
        except DocumentFormError:
            why = NotPrinted.FORM
        except (PartDamagedError, DocumentUnreadableError, InspectionEndedError):
            why = NotPrinted.DAMAGED
    return _nothing(file, why)


def _read(looking: Looking, store: ContentStore, file: ExhibitFile, room: int) -> PrintedFile:
    look = looking.look()
    if isinstance(look, PlainText) and (found := statements_in(store, file, look)):
        return _Printing(file).statements(*found)
    if isinstance(look, DrawnPages):
        return drawn_file(looking, look, file) if room > 0 else _nothing(file, NotPrinted.TOO_MANY)
    if isinstance(look, Capture):
        return _captured(looking, look, file, room)
    return _Printing(file).words(looking, look)


def _captured(looking: Looking, look: Capture, file: ExhibitFile, room: int) -> PrintedFile:
    """Return the words of the first captured page that has any, and the first pictures of the capture."""
    parts = [*_parts(looking, look, ())]
    page = _captured_page(looking, file, parts)
    pictures = captured_pictures(looking, parts) if room > 0 else ()
    if page is None and not pictures:
        return _nothing(file, NotPrinted.FORM)
    read = page or PrintedFile(
        name=file.name, sha256=file.sha256, form=PrintedForm.CAPTURE, parts_left=len(parts)
    )
    return replace(read, pictures=pictures, parts_left=read.parts_left - len(pictures))


def _captured_page(
    looking: Looking, file: ExhibitFile, parts: Sequence[tuple[PartPath, Part]]
) -> PrintedFile | None:
    for path, each in parts:
        if each.media_type.partition(";")[0].strip().lower() not in _PAGES:
            continue
        within = looking.look(path)
        if isinstance(within, PlainText) and any(line.strip() for line in within.lines):
            name = " ".join(filter(None, dict.fromkeys((each.name, each.note, each.at))))
            return _Printing(file).text(looking, within, path, page=name, others=len(parts) - 1)
    return None


def _parts(looking: Looking, look: Look, path: PartPath) -> Iterator[tuple[PartPath, Part]]:
    """Yield what was captured, also in the captures that are packed into one."""
    for one in _on(looking, look, path):
        for each in one.parts if isinstance(one, Capture) else ():
            if not each.key:
                continue
            if not path and each.name.endswith(_PACKED):
                within = looking.look((each.key,))
                if isinstance(within, Capture):
                    yield from _parts(looking, within, (each.key,))
                    continue
            yield (*path, each.key), each


def _nothing(file: ExhibitFile, why: NotPrinted) -> PrintedFile:
    return PrintedFile(name=file.name, sha256=file.sha256, form=PrintedForm.NOTHING, why=why)


class _Printing:
    """What is taken of one file so far: its signs are counted, and long texts cut."""

    def __init__(self, file: ExhibitFile) -> None:
        self._file, self._signs, self._shortened = file, 0, 0

    def words(self, looking: Looking, look: Look) -> PrintedFile:
        if isinstance(look, PlainText):
            return self.text(looking, look, ())
        if isinstance(look, Sheets):
            return self.table(looking, look)
        if isinstance(look, Conversation):
            return self.conversation(looking, look)
        if isinstance(look, Mail):
            return self.mail(look)
        return _nothing(self._file, NotPrinted.FORM)

    def text(
        self, looking: Looking, look: PlainText, part: PartPath, *, page: str = "", others: int = 0
    ) -> PrintedFile:
        lines, left_out = list[str](), 0
        last: Look = look
        for last in _on(looking, look, part):
            for line in last.lines if isinstance(last, PlainText) else ():
                if left_out or len(lines) >= MOST_LINES or self._is_full:
                    left_out += 1
                else:
                    lines.append(self._seen(line))
        return PrintedFile(
            name=self._file.name,
            sha256=self._file.sha256,
            form=PrintedForm.CAPTURE if page else PrintedForm.TEXT,
            lines=tuple(lines),
            part=visible(page)[:_LONGEST],
            parts_left=others,
            left_out=None if last.more else left_out,
            shortened=self._shortened,
            is_derived=look.is_derived,
            guessed=look.coding if look.is_guess else "",
        )

    def table(self, looking: Looking, look: Sheets) -> PrintedFile:
        rows, left_out, widest = list[tuple[str, ...]](), 0, 0
        last: Look = look
        for last in _on(looking, look):
            for row in last.rows if isinstance(last, Sheets) else ():
                widest = max(widest, len(row))
                if left_out or len(rows) >= MOST_ROWS or self._is_full:
                    left_out += 1
                else:
                    rows.append(tuple(map(self._seen, row[:MOST_COLUMNS])))
        return PrintedFile(
            name=self._file.name,
            sha256=self._file.sha256,
            form=PrintedForm.TABLE,
            rows=tuple(rows),
            part=visible(look.names[look.sheet]) if look.sheet < len(look.names) else "",
            parts_left=max(len(look.names) - 1, 0),
            left_out=None if last.more else left_out,
            columns_left=max(widest - MOST_COLUMNS, 0),
            shortened=self._shortened,
        )

    def statements(self, form: StatementFormat, found: Sequence[ReadStatement]) -> PrintedFile:
        printed, left_out, parts_left = list[PrintedStatement](), 0, 0
        rows = 0
        for each in found:
            if len(printed) >= MOST_STATEMENTS or rows >= MOST_ROWS or self._is_full:
                parts_left += 1
                left_out += len(each.rows)
                continue
            printed.append(self._statement(each, MOST_ROWS - rows))
            shown = len(printed[-1].entries)
            rows, left_out = rows + shown, left_out + len(each.rows) - shown
        return PrintedFile(
            name=self._file.name,
            sha256=self._file.sha256,
            form=PrintedForm.STATEMENT,
            statements=tuple(printed),
            part=form.value,
            parts_left=parts_left,
            left_out=left_out,
            shortened=self._shortened,
            unread=sum(len(each.unread) for each in found),
        )

    def _statement(self, told: ReadStatement, most: int) -> PrintedStatement:
        entries = list[PrintedEntry]()
        for each in told.rows[:most]:
            if self._is_full:
                break
            entries.append(PrintedEntry(*map(self._seen, _entry(each))))
        return PrintedStatement(
            account=self._seen(told.account),
            reference=self._seen(told.reference),
            currency=told.currency,
            period_from=told.period_from.isoformat() if told.period_from else "",
            period_to=told.period_to.isoformat() if told.period_to else "",
            opening=self._seen(told.opening),
            closing=self._seen(told.closing),
            entries=tuple(entries),
        )

    def conversation(self, looking: Looking, look: Conversation) -> PrintedFile:
        rows, left_out, attached = list[tuple[str, ...]](), 0, 0
        last: Look = look
        for last in _on(looking, look):
            for each in last.messages if isinstance(last, Conversation) else ():
                attached += len(each.attachments)
                if left_out or len(rows) >= MOST_MESSAGES or self._is_full:
                    left_out += 1
                else:
                    words = "\n".join(filter(None, (each.text, *each.attachments)))
                    rows.append(tuple(map(self._seen, (each.at, each.sender, words))))
        return PrintedFile(
            name=self._file.name,
            sha256=self._file.sha256,
            form=PrintedForm.TRANSCRIPT if look.is_transcript else PrintedForm.CONVERSATION,
            rows=tuple(rows),
            part=visible(look.source if look.is_transcript else look.title),
            parts_left=attached,
            left_out=None if last.more else left_out,
            shortened=self._shortened,
        )

    def mail(self, look: Mail) -> PrintedFile:
        facts = tuple((visible(name), self._seen(value)) for name, value in look.headers)
        lines = list[str]()
        for line in look.body[:MOST_LINES]:
            if self._is_full:
                break
            lines.append(self._seen(line))
        return PrintedFile(
            name=self._file.name,
            sha256=self._file.sha256,
            form=PrintedForm.MAIL,
            facts=facts,
            lines=tuple(lines),
            parts_left=len(look.parts) + look.parts_left,
            left_out=None if look.more else len(look.body) + look.lines_left - len(lines),
            shortened=self._shortened,
            is_derived=look.is_derived,
        )

    @property
    def _is_full(self) -> bool:
        return self._signs >= _MOST_SIGNS

    def _seen(self, text: str) -> str:
        """Return a text with its unseen signs written out; of a long one, the beginning."""
        if len(text) > _LONGEST:
            self._shortened += 1
            text = text[:_LONGEST] + _CUT
        self._signs += len(text)
        return visible(text)


def _entry(told: ReadRow) -> PrintedEntry:
    return PrintedEntry(
        booked_on=told.booked_on.isoformat() if told.day_kind is DayKind.BOOKING else "",
        value_on=told.value_on.isoformat() if told.value_on else "",
        amount=told.amount if told.is_credit else f"-{told.amount}",
        currency=told.currency,
        counterparty=told.counterparty,
        account=told.counterparty_account,
        reference=told.reference,
        text=told.text,
        status=told.status.value if told.status and not told.status_written else "",
        reversal="" if told.is_reversal is None else str(told.is_reversal).lower(),
        status_written=told.status_written,
    )


def _on(looking: Looking, look: Look, part: PartPath = ()) -> Iterator[Look]:
    """Yield a look and those that follow it, as many as are counted."""
    for _ in range(_MOST_PAGES):
        yield look
        if not look.more:
            return
        look = looking.look(part, page=look.page + 1)
