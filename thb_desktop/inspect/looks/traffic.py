"""Traffic of a browser (HAR): each request and its answer as a row, under the names that the file has."""

from typing import Any

from thb_desktop.inspect.looks.parts import Asked, Facts, Said, UnreadableError, short
from thb_desktop.inspect.looks.tables import Row, rows_page
from thb_desktop.inspect.looks.web import json_of

_TITLES = ("startedDateTime", "method", "url", "status", "mimeType", "size", "serverIPAddress")


def is_har(begin: bytes) -> bool:
    """Whether a text begins as one that a browser writes."""
    head = begin.lstrip()
    return head.startswith(b"{") and head[1:].lstrip().startswith(b'"log"') and b'"creator"' in head


def look_at_traffic(asked: Asked) -> Said:
    return rows_page(asked, [""], lambda asked: iter((_TITLES, *map(_row, _entries(asked)))), "rows")


def _log(asked: Asked) -> dict[str, Any]:
    told = json_of(asked.whole().decode("utf-8-sig", "replace"))
    log = told.get("log") if isinstance(told, dict) else None
    if not isinstance(log, dict) or not isinstance(log.get("entries"), list):
        raise UnreadableError
    return log


def _entries(asked: Asked) -> list[dict[str, Any]]:
    return [each for each in _log(asked)["entries"] if isinstance(each, dict)]


def _row(entry: dict[str, Any]) -> Row:
    request, response = _within(entry, "request"), _within(entry, "response")
    content = _within(response, "content")
    told = (
        entry.get("startedDateTime"),
        request.get("method"),
        request.get("url"),
        response.get("status"),
        content.get("mimeType"),
        content.get("size"),
        entry.get("serverIPAddress"),
    )
    return tuple("" if each is None else short(str(each)) for each in told)


def _within(told: dict[str, Any], name: str) -> dict[str, Any]:
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def tell_of_traffic(asked: Asked) -> Facts:
    log = _log(asked)
    facts: Facts = [("ENTRIES", "entries", str(len(log["entries"])))]
    for name in ("creator", "browser"):
        made = _within(log, name)
        if made:
            facts.append(("SOFTWARE", name, f"{made.get('name') or ''} {made.get('version') or ''}".strip()))
    pages = log.get("pages")
    for page in pages if isinstance(pages, list) else []:
        if isinstance(page, dict):
            facts.append(("TITLE", "title", short(str(page.get("title") or ""))))
            facts.append(("CAPTURED", "startedDateTime", short(str(page.get("startedDateTime") or ""))))
    return facts
