"""Records: the rows of a table as they stand, and the pages of a capture with the digests of their pictures.

For who reads advertisements. Unlike a look, nothing is cut: what is longer than an answer may be is refused.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from posixpath import normpath

from thb_desktop.inspect.looks import html, web
from thb_desktop.inspect.looks.archives import member, zipped
from thb_desktop.inspect.looks.codings import coding_of
from thb_desktop.inspect.looks.kinds import Found, Kind
from thb_desktop.inspect.looks.parts import ROWS, TOO_LARGE, Asked, Said, UnreadableError, decoded
from thb_desktop.inspect.looks.warcs import captures_in, open_in_warc
from thb_desktop.inspect.texts.references import unescaped

_MOST = 100_001
"""Rows of one file: a title and as many as a statement may have."""
_SAMPLE = 1 << 14
_PICTURE = re.compile(r"<(?:img|source)\b([^<>]*)>|<meta\b([^<>]*\bog:image\b[^<>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:src|data-src|srcset|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_ORIGIN = re.compile(r"([a-z][a-z0-9+.-]*)://[^/?#]*", re.IGNORECASE)
_ARCHIVED = re.compile(r"archive/.+\.warc(?:\.gz)?")


def records_page(asked: Asked, found: Found, delimiter: str) -> Said:
    """Return the next records of a file. delimiter: the sign between the columns of a table; empty for pages.

    Going on is cheap, going back begins again.
    """
    kept = f"records {delimiter}"
    walk = asked.kept.get(kept)
    if walk is None or walk["page"] >= asked.page:
        walk = {"rows": _rows(asked, delimiter) if delimiter else _pages(asked, found), "page": 0, "count": 0}
        walk["next"] = next(walk["rows"], None)
        asked.kept[kept] = walk
    records: list[Said] = []
    while walk["page"] < asked.page:
        records = []
        while walk["next"] is not None and len(records) < ROWS:
            records.append(walk["next"])
            walk["count"] += 1
            if walk["count"] > _MOST:
                raise UnreadableError(TOO_LARGE)
            walk["next"] = next(walk["rows"], None)
        walk["page"] += 1
    return {"records": records, "more": walk["next"] is not None}


def words_of_capture(asked: Asked, found: Found, limit: int) -> str:
    """Return address, title and words of the pages of a capture, at most so many code points."""
    told, length = list[str](), 0
    for each in _pages(asked, found):
        told += each["cells"]
        length += sum(map(len, each["cells"]))
        if length > limit:
            break
    return "\n".join(filter(None, told))


def _rows(asked: Asked, delimiter: str) -> Iterator[Said]:
    """Yield the rows of a table with the number of the line where each begins."""
    asked.source.seek(0)
    coding = asked.coding or coding_of(asked.source.read(_SAMPLE))[0]
    asked.source.seek(0)
    before = asked.kept.pop("text", None)
    if isinstance(before, io.TextIOWrapper):
        before.detach()  # else it would close the file when it goes
    text = io.TextIOWrapper(asked.source, coding, "replace", newline="")
    asked.kept["text"] = text
    reader, line = csv.reader(text, delimiter=delimiter), 0
    for row in reader:
        if line == 0 and row:
            row[0] = row[0].removeprefix("\ufeff")
        if any(cell.strip() for cell in row):
            yield {"place": str(line + 1), "cells": row}
        line = reader.line_num


def _pages(asked: Asked, found: Found) -> Iterator[Said]:
    """Yield the pages of a file of HTML, a WARC or a WACZ. Raises UnreadableError for any other."""
    if found.kind in (Kind.HTML, Kind.TELEGRAM_PAGE):
        data = asked.whole()
        yield _page("", "", asked.coding, data, {})
    elif found.kind is Kind.WARC:
        yield from _captured([("", asked)], frozenset(), asked.coding)
    elif found.kind is Kind.WACZ:
        named = frozenset(str(each["url"]) for each in web.named_pages(asked))
        yield from _captured(_archives(asked), named, asked.coding)
    else:
        raise UnreadableError


def pictures_captured(asked: Asked, found: Found) -> Iterator[bytes]:
    """Yield the bytes of each picture in a WARC or a WACZ; nothing for any other file."""
    archives = [("", asked)] if found.kind is Kind.WARC else []
    if found.kind is Kind.WACZ:
        archives = _archives(asked)
    for _, archive in archives:
        for key, _, media_type, _ in captures_in(archive.source):
            if media_type.startswith("image/"):
                yield open_in_warc(archive, key)[0]


def _archives(asked: Asked) -> list[tuple[str, Asked]]:
    return [
        (f"{number}/", Asked(io.BytesIO(member(asked, each))))
        for number, each in enumerate(zipped(asked).filelist)
        if _ARCHIVED.fullmatch(each.filename)
    ]


def _captured(archives: list[tuple[str, Asked]], named: frozenset[str], coding: str) -> Iterator[Said]:
    """named: the addresses of the pages, where the capture says which they are; else each is one."""
    pages, pictures = list[tuple[str, Asked, str, str]](), dict[str, str]()
    for before, archive in archives:
        for key, url, media_type, at in captures_in(archive.source):
            if media_type == "text/html":
                pages.append((before + key, archive, url, at))
            elif media_type.startswith("image/"):
                pictures.setdefault(url, hashlib.sha256(open_in_warc(archive, key)[0]).hexdigest())
    chosen = [each for each in pages if each[2] in named] or pages
    for place, archive, url, _ in chosen:
        yield _page(place, url, coding, open_in_warc(archive, place.rpartition("/")[2])[0], pictures)


def _page(place: str, url: str, coding: str, data: bytes, pictures: dict[str, str]) -> Said:
    markup = decoded(data, coding or web.coding_named(data))
    title = next((value for code, _, value in html.facts_of(markup) if code == "TITLE"), "")
    body = re.sub(r"<title\b.*?</title\s*>", " ", markup, count=1, flags=re.DOTALL | re.IGNORECASE)
    return {
        "place": place,
        "cells": [url, title, "\n".join(html.words_of(body))],
        "pictures": [[each, pictures.get(each, "")] for each in _pictures_of(markup, url)],
    }


def _pictures_of(markup: str, url: str) -> list[str]:
    """Return the addresses of the pictures of a page, each once; what the page itself holds has none."""
    found = dict[str, None]()
    for inner, of_meta in _PICTURE.findall(markup):
        address = _ADDRESS.search(inner or of_meta)
        written = unescaped(next(filter(None, address.groups()), "")).strip() if address else ""
        first = written.partition(" ")[0].rstrip(",")
        if first and not first.lower().startswith(("data:", "javascript:")):
            found[_joined(url, first)] = None
    return list(found)


def _joined(base: str, address: str) -> str:
    """Return the whole address of what a page at `base` names (RFC 3986, 5.2)."""
    origin = _ORIGIN.match(base)
    if re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) or origin is None:
        return address
    if address.startswith("//"):
        return f"{origin[1]}:{address}"
    path = base[origin.end() :].partition("#")[0].partition("?")[0]
    folder = path.rpartition("/")[0]
    named, mark, query = address.partition("?")
    whole = normpath(named if named.startswith("/") else f"{folder or '/'}/{named}")
    return f"{origin[0]}/{whole.lstrip('/')}{mark}{query}"
