"""Captures of the web: WACZ and MHTML as lists of what was captured, and HTML as its words."""

import json
import re

from thb_desktop.inspect.looks import html, mail
from thb_desktop.inspect.looks.archives import look_at_zip, member, zipped
from thb_desktop.inspect.looks.parts import (
    Asked,
    Facts,
    Said,
    UnreadableError,
    decoded,
    page_of,
    short,
)
from thb_desktop.inspect.looks.plain import words_page


def look_at_wacz(asked: Asked) -> Said:
    """The pages that it names, which have no key, and its files, of which the WARC can be looked at."""
    said = look_at_zip(asked)
    pages = [
        {
            "key": "",
            "name": short(str(page.get("url", ""))),
            "at": short(str(page.get("ts", ""))),
            "note": short(str(page.get("title", ""))),
            "media_type": "text/html",
        }
        for page in named_pages(asked)
    ]
    first = [*pages, *said["parts"]] if said["page"] == 1 else said["parts"]
    return {**said, "look": "Capture", "kind": "WACZ", "parts": first}


def named_pages(asked: Asked) -> list[dict[str, object]]:
    names = [each for each in zipped(asked).NameToInfo if re.fullmatch(r"pages/\w+\.jsonl", each)]
    found: list[dict[str, object]] = []
    for line in (line for name in names for line in member(asked, name).splitlines()):
        try:
            page = json_of(line)
        except ValueError:
            continue
        if isinstance(page, dict) and "url" in page and len(found) < 1000:
            found.append(page)
    return found


def tell_of_wacz(asked: Asked) -> Facts:
    told = json_of(member(asked, "datapackage.json"))
    if not isinstance(told, dict):
        raise UnreadableError
    codes = {"created": "CAPTURED", "modified": "MODIFIED", "software": "SOFTWARE", "title": "TITLE"}
    return [
        (codes.get(key, ""), key, value) for key, value in told.items() if isinstance(value, str) and value
    ]


def json_of(data: bytes | str) -> object:
    """Read JSON of others: fractions stay as they are written, and there is no other number than JSON has.

    Raises ValueError, also for what is nested too deeply.
    """

    def refused(_: str) -> object:
        raise ValueError("no number")

    try:
        found: object = json.loads(data, parse_float=str, parse_constant=refused)
    except RecursionError:
        raise ValueError("too deep") from None
    return found


def look_at_mhtml(asked: Asked) -> Said:
    said = mail.look_at_mail(asked)
    message = mail.message_of(asked.whole())
    page = next((each for key, each in mail.leaves(message) if each.get_content_type() == "text/html"), None)
    kept_out = html.kept_out_of(mail.text_in(page)) if page is not None else []
    shown = page_of(list(mail.leaves(message, most=None)), asked.page, "parts")
    parts = [mail.part_of(key, each) for key, each in shown["parts"]]
    for part in parts:
        part["name"] = part["name"] or part["note"]
        part["at"] = mail.header(message.get("date", ""))
    told = {"kind": "MHTML", "kept_out": kept_out or said["kept_out"]}
    return {"look": "Capture", **shown, "parts": parts, **told}


def _markup(asked: Asked) -> str:
    if "markup" not in asked.kept:
        data = asked.whole()
        asked.kept["markup"] = decoded(data, asked.coding or coding_named(data))
    found: str = asked.kept["markup"]
    return found


def coding_named(data: bytes) -> str:
    """Return the coding that a page names, unless its bytes say another."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[1:2] == b"\0" or data[:1] == b"\0":
        return ""
    return "" if data.startswith(b"\xef\xbb\xbf") else html.charset_of(data)


def look_at_html(asked: Asked) -> Said:
    markup = _markup(asked)
    return {**words_page(html.words_of(markup), asked.page), "kept_out": html.kept_out_of(markup)}


def tell_of_html(asked: Asked) -> Facts:
    return html.facts_of(_markup(asked))


def words_of_html(asked: Asked) -> str:
    return "\n".join(html.words_of(_markup(asked)))
