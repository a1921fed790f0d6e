"""`thb ads`: tells the advertisements of a case, and what they share: numbers, texts and pictures.

That the same number stands in two advertisements says nothing of who wrote them. A file of an exhibit is
read into advertisements by columns that are named, or as the pages of a capture.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.take import exhibit_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.ads import Ad, AdGroup, AdGroupKind, AdReading
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.errors import UsageError
from thb_desktop.exchange.ads import COLUMNS, AdColumns
from thb_desktop.exchange.statements.columns import DELIMITERS
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, exhibits
from thb_desktop.services.searching.ad_groups import AdGroups, list_groups
from thb_desktop.services.searching.ad_pictures import mark_pictures

_AT_ONCE = 500
_SHOWN = 20
"""Advertisements of a group that are told in words; the JSON object has all."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "ads", help="tell advertisements and what they share", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("--groups", action="store_true", help="tell what they share instead of each of them")
    parser.add_argument(
        "--pictures",
        action="store_true",
        help="with --groups: compute the marks of pictures first, by which alike ones are found",
    )
    parser.add_argument(
        "--read",
        nargs=2,
        metavar=("EXHIBIT", "NAME"),
        help="read this file of an exhibit into advertisements",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=TITLE",
        help=f"of a table: which column is which of {', '.join(COLUMNS)}; may be repeated",
    )
    parser.add_argument(
        "--delimiter", default=";", choices=[*DELIMITERS], help="between the columns (default: %(default)s)"
    )
    parser.add_argument("--coding", default="", metavar="NAME", help="of the text (default: as it is marked)")
    parser.add_argument("--platform", default="", metavar="NAME", help="the platform of all rows")
    parser.add_argument("--readings", action="store_true", help="tell what was read, and what was withdrawn")
    parser.add_argument("--withdraw", metavar="ID", help="withdraw a reading")
    parser.add_argument("--because", default="", metavar="TEXT", help="why it is withdrawn")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case).id
        if chosen.pictures and not chosen.groups:
            raise UsageError("pictures are compared where it is told what advertisements share: --groups")
        if chosen.read or chosen.readings or chosen.withdraw:
            console.answer(*_of_readings(session, case_id, chosen))
            return 0
        found = list(_all(session, case_id))
        numbers = {each.exhibit.id: each.exhibit.number for each in exhibits.list_exhibits(session, case_id)}
        places = {each.id: f"{numbers[each.exhibit_id]}, {each.place or '-'}" for each in found}
        if chosen.groups:
            if chosen.pictures:
                mark_pictures(lambda work: work(session), case_id, console.progress_of("Pictures"))
            told = list_groups(session, case_id, console.progress_of("Advertisements"))
            console.answer(*_of_groups(told, places))
        else:
            console.answer(
                [_line(each, places[each.id]) for each in found] or ["No advertisement was read."],
                {"ads": [_answer(each, numbers[each.exhibit_id]) for each in found]},
            )
    return 0


def _of_readings(session: Session, case_id: CaseId, chosen: argparse.Namespace) -> tuple[list[str], Answer]:
    if chosen.read:
        exhibit, name = chosen.read
        exhibit_id = exhibit_named(session, chosen.case, exhibit)
        files = {each.name: each.id for each in exhibits.get_exhibit(session, exhibit_id).files}
        (file_id,) = picked([name], files, "file") or ()
        with closing(ads.open_ads(session, file_id)) as file:
            read = file.read(_columns(chosen))
        found = [ads.enter(session, read)]
    elif chosen.withdraw:
        readings = {str(each.id): each.id for each in ads.list_readings(session, case_id)}
        (reading_id,) = picked([chosen.withdraw], readings, "reading") or ()
        found = [ads.withdraw(session, reading_id, chosen.because)]
    else:
        found = [*ads.list_readings(session, case_id)]
    return [line for each in found for line in _reading_lines(each)] or ["No advertisement was read."], {
        "readings": [
            {
                "id": str(each.id),
                "sha256": each.sha256,
                "mapping": dict(each.mapping),
                "count": each.count,
                "unread": [{"place": place, "cells": cells} for place, cells in each.unread],
                "withdrawn": each.withdrawn_because or None,
            }
            for each in found
        ]
    }


def _columns(chosen: argparse.Namespace) -> AdColumns | None:
    """Return the choice of columns; None for the pages of a capture. Raises UsageError."""
    named: dict[str, str] = {}
    for each in chosen.column:
        name, is_given, title = each.partition("=")
        if not is_given or name not in COLUMNS or name in named:
            raise UsageError("a column is told once, as FIELD=TITLE, with a field that the help names")
        named[name] = title
    if not named:
        return None
    return AdColumns(
        delimiter=chosen.delimiter, coding=chosen.coding, platform_of_all=chosen.platform, **named
    )


def _reading_lines(reading: AdReading) -> Iterator[str]:
    found = so_many(reading.count, "advertisement", "advertisements")
    yield f"{reading.id}: {found}, {so_many(len(reading.unread), 'row', 'rows')} without any"
    yield from (f"  not read: {place}: {cells}" for place, cells in reading.unread)
    if reading.withdrawn_because:
        yield f"  withdrawn: {reading.withdrawn_because}"


def _all(session: Session, case_id: CaseId) -> Iterator[Ad]:
    after = ""
    while rows := ads.page_of_ads(session, case_id, after=after, count=_AT_ONCE).rows:
        yield from rows
        after = rows[-1].id


def _of_groups(told: AdGroups, places: dict[RowId, str]) -> tuple[list[str], Answer]:
    lines = [line for each in told.groups for line in _group_lines(each, places)] or ["Nothing is shared."]
    if told.done < told.total:
        lines.append(f"Compared: {told.done} of {told.total}; the vault is only read.")
    if told.unmarked:
        lines.append(f"Pictures without a mark, which were not compared: {told.unmarked} (--pictures).")
    if told.without_mark:
        lines.append(
            f"Pictures that cannot be compared (not read, or too little on them): {told.without_mark}."
        )
    answer: Answer = {
        "groups": [_group_answer(each, places) for each in told.groups],
        "compared": told.done,
        "of": told.total,
        "pictures_unmarked": told.unmarked,
        "pictures_without_mark": told.without_mark,
    }
    return lines, answer


def _group_answer(group: AdGroup, places: dict[RowId, str]) -> Answer:
    least, most = group.alike or (None, None)
    return {
        "kind": group.kind.value,
        "shared": group.shared,
        "alike_least": least,
        "alike_most": most,
        "ads": [{"id": str(ad), "place": places[ad]} for ad in group.ads],
    }


def _group_lines(group: AdGroup, places: dict[RowId, str]) -> Iterator[str]:
    count = len(group.ads)
    least, most = group.alike or (0, 0)
    yield {
        AdGroupKind.PHONE: f"The same number stands in {count}: {group.shared}",
        AdGroupKind.EMAIL: f"The same e-mail address stands in {count}: {group.shared}",
        AdGroupKind.HANDLE: f"The same user name stands in {count}: {group.shared}",
        AdGroupKind.WALLET: f"The same wallet stands in {count}: {group.shared}",
        AdGroupKind.IBAN: f"The same IBAN stands in {count}: {group.shared}",
        AdGroupKind.CARD: f"The same card stands in {count}: {group.shared}",
        AdGroupKind.IP: f"The same IP address stands in {count}: {group.shared}",
        AdGroupKind.TEXT: f"The same text stands in {count}: {group.shared}",
        AdGroupKind.ALIKE: f"Texts alike by {least} to {most} %, in {count}: {group.shared}",
        AdGroupKind.PICTURE: f"The same picture stands in {count}: {group.shared}",
        AdGroupKind.PICTURE_ALIKE: f"Pictures alike by a computed mark ({least} to {most} %; look at both), "
        f"in {count}: {group.shared}",
    }[group.kind]
    yield from (f"  {places[each]}" for each in group.ads[:_SHOWN])
    if count > _SHOWN:
        yield f"  and {count - _SHOWN} more"


def _line(ad: Ad, place: str) -> str:
    return f"{place}: {' | '.join(filter(None, (ad.platform, ad.number, ad.title, ad.phones, ad.location)))}"


def _answer(ad: Ad, exhibit: str) -> Answer:
    return {
        "id": str(ad.id),
        "exhibit": exhibit,
        "place": ad.place,
        "platform": ad.platform,
        "number": ad.number,
        "url": ad.url,
        "title": ad.title,
        "text": ad.text,
        "phones": ad.phones,
        "price": ad.price,
        "location": ad.location,
        "posted": ad.posted,
        "pictures": [{"name": name, "sha256": digest} for name, digest in ad.pictures],
    }
