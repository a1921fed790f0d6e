"""The account on two sides: each segment on the side of its language, its rendering on the other.

Left is the person's language, right that of the procedure; further languages follow. A bar and a word mark
the original; a rendering shows its author.
"""

from itertools import zip_longest

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.vocabulary import UtteranceKind
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.account_cells import NOTHING, NUMBER, WHEN, Account
from thb_desktop.report.parts.account_columns import columns_of, own_column, silent_columns, widths_of
from thb_desktop.report.parts.beside import COLUMN, Beside
from thb_desktop.report.parts.bracketed import bracketed
from thb_desktop.report.parts.cited import place_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.transcripts import lines_of, told_under
from thb_desktop.report.style import LANDSCAPE, PORTRAIT

_SILENT, _GAP = 72.0, 8.0


def notes_on(setting: Setting, *records: InterviewInFull) -> str:
    """Return how accounts are set, in words that hold for each of these records."""
    words = setting.words.interview
    is_bracketed = any(bracketed(setting, each.segment) for full in records for each in full.segments)
    notes = (words.account_note, words.bracketed if is_bracketed else "", words.drafts_kept)
    return " ".join(filter(None, notes))


def draw_account(
    setting: Setting, full: InterviewInFull, beside: Beside = NOTHING, *, is_explained: bool = False
) -> None:
    """Draw the account; three columns of its own text need landscape pages. beside: language work that
    stands beside it. is_explained: whether the notes on accounts stand above all records.
    """
    flow, words = setting.flow, setting.words.interview
    columns = columns_of(full, setting.content.release.languages)
    geometry = LANDSCAPE if len(columns) > 2 else PORTRAIT
    with flow.section("Sect", title=words.account, geometry=geometry):
        whens = (WHEN,) if beside.column else (NUMBER, WHEN)
        across = len(columns) + bool(beside.column)
        silent = silent_columns(full, columns) - beside.filling.keys()
        room = flow.width - sum(whens) - _GAP * (across + len(whens) - 1) - _SILENT * len(silent)
        tried = widths_of(full, [e for e in columns if e not in silent], beside.further(), room)
        accounts = [
            Account(
                setting,
                full,
                columns,
                width=shares.get(COLUMN, 0),
                beside=beside,
                widths=shares | dict.fromkeys(silent, _SILENT),
            )
            for shares in tried
        ]
        account = min(accounts, key=Account.height) if len(accounts) > 1 else accounts[0]
        usual = setting.apart(filter(None, account.usually()))
        explained = "" if is_explained else notes_on(setting, full)
        note = "\n".join(filter(None, (explained, account.beside.note(), usual, told_under(setting, full))))
        flow.heading(words.account, 3)
        flow.note(note)
        widths = [*map(account.width_of, columns), *([account.width] if beside.column else ())]
        with Table(flow, (*whens, *widths), header=account.titles(), gap=_GAP) as table:
            flow.need(table.head + account.beginning())
            before: SegmentInFull | None = None
            lines = lines_of(setting, full)
            for each, after in zip_longest(full.segments, full.segments[1:]):
                asks = each.segment.kind is UtteranceKind.QUESTION
                at = columns.index(own_column(each, columns)) + len(whens)
                place = place_of(full, each)
                row = account.row(each, before, after)
                table.row(
                    row,
                    headers=1,
                    ruled=not asks,
                    keep=asks,
                    barred=[at],
                    links={0: lines[each.segment.id]} if each.segment.id in lines else {},
                    place=place if flow.document.targets.leads_to(place) else "",
                    together=account.beside.is_disputed(each),
                )
                before = each
