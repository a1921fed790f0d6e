"""Sheets: what the working sheets of a case have in common, and how one becomes a file."""

import io
from datetime import UTC, datetime
from pathlib import Path

import thb_desktop
from thb_desktop.domain.case import CaseFile
from thb_desktop.report.sheets import Sheet, SheetPart, compose_sheet
from thb_desktop.report.words import language_of
from thb_desktop.vault.system import medium
from thb_desktop.words import entry


def sheet_of(
    at: datetime, case: CaseFile, kind: str, parts: list[SheetPart], *, by: str = "", **values: str
) -> Sheet:
    """Return a sheet in the language of the case, made at this time. kind: of which the catalogue has title
    and introduction; values: those of the introduction. by: who prints it, if the sheet says that.
    """
    language = language_of(case.language)
    return Sheet(
        title=said(f"{kind}_title", language),
        intro=said(f"{kind}_intro", language).format(**values),
        printed=said("printed_by", language).format(at=f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC", name=by)
        if by
        else "",
        case=case.reference,
        language=language,
        is_fictional=case.fictional,
        made_at=at.replace(microsecond=0),
        software=f"THB Desktop {thb_desktop.__version__}",
        parts=parts,
    )


def write_sheet(sheet: Sheet, target: Path) -> int:
    """Write the pages to a file that does not exist yet; return their number."""
    made = io.BytesIO()
    pages = compose_sheet(sheet, made)
    with medium(), target.open("xb") as file:
        file.write(made.getvalue())
    return pages


def said(key: str, language: str) -> str:
    """Return the words of a sheet."""
    return entry("sheets", key, language)
