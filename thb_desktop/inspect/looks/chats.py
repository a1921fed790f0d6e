"""Chats: exports of WhatsApp, Telegram and Viber as messages, each as it is written."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from thb_desktop.inspect.looks.codings import coding_of
from thb_desktop.inspect.looks.html import words_of
from thb_desktop.inspect.looks.parts import Asked, Said, UnreadableError, decoded, page_of, short
from thb_desktop.inspect.looks.web import json_of
from thb_desktop.inspect.texts.references import unescaped

_MARKS = "\u200e\u200f\u202a\u202c\ufeff"
_DAY = rf"\d{{1,4}}[{_MARKS}]?[./-]\s?\d{{1,2}}[{_MARKS}]?[./-]\s?\d{{1,4}}\.?"
_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_PART_OF_DAY = "上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후"
_BEHIND = r"\s?(?:[AaPp]\.?\s?[Mm]\.?|ч\.|[صم]|(?:e\s)?(?:paradites|pasdites)|[πμΠΜ]\.?[μΜ]\.?)(?![^\W_])"
_AT = (
    rf"(?P<at>{_DAY}(?:\sг\.)?[,،]?\s(?:(?:à|klo|kl\.|às|ob|o)\s)?(?:(?:{_PART_OF_DAY})\s?)?{_HOUR}(?:{_BEHIND})?"
    rf"|{_HOUR},?\s{_DAY})"
)
"""A day and a time, as the languages of telephones write them; in Vietnamese the time comes first."""
_LINE = re.compile(
    rf"[{_MARKS}]*(?:\[{_AT}\] ?|{_AT.replace('?P<at>', '?P<bare>')} - )(?P<rest>.*)", re.DOTALL
)
_SENDER = re.compile(r"([^:\n]{1,80}): ?(.*)", re.DOTALL)
_ATTACHED = re.compile(
    rf"^[{_MARKS}]*(?:<[^<>:]{{2,30}}: (?P<in>[^<>]+\.\w{{2,5}})>|(?P<name>[^\s:][^:\n]{{0,200}}\.\w{{2,5}}) "
    r"\((?:file attached|fichier joint|archivo adjunto|Datei angehängt|bestand bijgevoegd|fișier atașat|"
    r"файл добавлен|файл прикріплено|arquivo anexado|file allegato|ملف مرفق)\))",
    re.MULTILINE,
)
_FIRST = 20
_SAMPLE = 1 << 14
_VIBER_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_VIBER_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?[\d ()-]{0,24}")
_NO_WORDS = re.compile(r"[\d\s:.,/+-]*")
_NO_NAME = re.compile(r"(?=.*\d)[A-Z\d\s.-]{4,12}|[+\d\s()./-]*")
"""What stands where a name does, and is a number or a plate."""
_TITLED = ["date", "sender", "type", "text"]
"""The titles of a conversation that was written as a table."""
_MESSAGE = re.compile(
    r"<div class=\"message (?P<kind>default|service)[^\"]*\"[^>]*>(?P<rest>.*?)"
    r"(?=<div class=\"message (?:default|service)|\Z)",
    re.DOTALL,
)
_TITLE = re.compile(r"<div class=\"text bold\">\s*(.*?)\s*</div>", re.DOTALL)
_FROM = re.compile(r"<div class=\"from_name\">\s*(.*?)\s*</div>", re.DOTALL)
_DATE = re.compile(r"class=\"pull_right date details\" title=\"([^\"]*)\"")
_TEXT = re.compile(r"<div class=\"(?:text|body details)\">\s*(.*?)\s*</div>", re.DOTALL)
_FILE = re.compile(
    r"(?:href|src)=\"((?:photos|files|video_files|voice_messages|stickers|round_video_messages)/[^\"]+)\""
)


def is_whatsapp(head: bytes) -> bool:
    """Whether most of the first lines begin with a time as WhatsApp writes it."""
    text = head[:_SAMPLE].decode(coding_of(head)[0], "replace")
    lines = [line for line in text.splitlines()[:_FIRST] if line.strip()]
    begun = [found for line in lines if (found := _LINE.match(line)) is not None]
    named = [each for each in begun if _SENDER.match(each["rest"])]
    return len(begun) * 2 > len(lines) and bool(named) and _LINE.match(lines[0]) is not None


def is_viber(head: bytes) -> bool:
    """Whether the first rows are a date, a time, a name, a telephone number (or none) and a message, or it is
    a table with the titles of a conversation.

    At least one row has a number and one a message with words: else it is a list of calls or of places.
    """
    text = head[:_SAMPLE].decode(coding_of(head)[0], "replace").removeprefix("\ufeff")
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row][:_FIRST]
    except csv.Error:
        return False
    if rows and _is_titled(rows[0]):
        return len(rows) > 1
    known = [row for row in rows if _is_viber_row(row)]
    return (
        len(known) > 1
        and len(known) * 2 > len(rows)
        and any(row[3].strip() for row in known)
        and not all(_NO_WORDS.fullmatch(",".join(row[4:])) for row in known)
    )


def _is_titled(row: list[str]) -> bool:
    return [each.strip().lower() for each in row] == _TITLED


def _is_viber_row(row: list[str]) -> bool:
    return (
        len(row) >= 5
        and _VIBER_DATE.fullmatch(row[0].strip()) is not None
        and _VIBER_TIME.fullmatch(row[1].strip()) is not None
        and _NO_NAME.fullmatch(row[2].strip()) is None
        and _NUMBER.fullmatch(row[3]) is not None
    )


def is_telegram_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        b'"messages"' in head[:4096] and (b'"type"' in head[:4096] and b'"id"' in head[:4096])
    )


def is_telegram_html(head: bytes) -> bool:
    return b'class="history"' in head and b'class="message ' in head and b"tgme" not in head[:100]


def look_at_whatsapp(asked: Asked) -> Said:
    return _page(asked, "WhatsApp", lambda: ("", list(_of_whatsapp(decoded(asked.whole(), asked.coding)))))


def _of_whatsapp(text: str) -> Iterator[Said]:
    """A line that begins with a time begins a message; others go on with the one before."""
    begun: re.Match[str] | None = None
    lines: list[str] = []
    number = 0
    for line in [*text.replace("\r\n", "\n").split("\n"), None]:
        found = None if line is None else _LINE.match(line)
        if line is not None and found is None:
            lines.append(line)
            continue
        if begun is not None:
            number += 1
            yield _whatsapp_message(number, begun, lines)
        elif any(each.strip() for each in lines):
            number += 1
            yield {"number": number, "sender": "", "at": "", "text": short("\n".join(lines))}
        begun, lines = found, [found["rest"]] if found else []


def _whatsapp_message(number: int, begun: re.Match[str], lines: list[str]) -> Said:
    text = "\n".join(lines).rstrip("\n")
    named = _SENDER.match(text)
    sender, text = (named[1], named[2]) if named else ("", text)
    return {
        "number": number,
        "sender": sender.strip(_MARKS),
        "at": begun["at"] or begun["bare"],
        "text": short(text),
        "attachments": [each["in"] or each["name"] for each in _ATTACHED.finditer(text)][:20],
    }


def look_at_telegram(asked: Asked) -> Said:
    return _page(
        asked, "Telegram", lambda: _of_telegram(json_of(asked.whole().decode("utf-8-sig", "replace")))
    )


def _of_telegram(told: object) -> tuple[str, list[Said]]:
    """One chat, or all chats of an account one after the other."""
    if not isinstance(told, dict):
        raise UnreadableError
    chats = told.get("chats", {})
    several = chats.get("list") if isinstance(chats, dict) else None
    found: list[Said] = []
    for chat in several if isinstance(several, list) else [told]:
        messages = chat.get("messages") if isinstance(chat, dict) else None
        for each in messages if isinstance(messages, list) else []:
            if isinstance(each, dict):
                found.append(_telegram_message(len(found) + 1, each))
    if not found:
        raise UnreadableError
    return str(told.get("name") or ""), found


def _telegram_message(number: int, each: dict[str, Any]) -> Said:
    names = ("file", "photo", "thumbnail", "contact_vcard")
    attached = [each[name] for name in names if isinstance(each.get(name), str)]
    sender = each.get("from") or each.get("actor") or ""
    text = _telegram_text(each.get("text", ""))
    if not text and each.get("type") == "service":
        text = str(each.get("action") or "")
    return {
        "number": number,
        "sender": short(str(sender)),
        "at": str(each.get("date") or ""),
        "text": short(text),
        "attachments": [short(name) for name in attached],
    }


def _telegram_text(told: object) -> str:
    if isinstance(told, str):
        return told
    pieces = told if isinstance(told, list) else []
    return "".join(
        each if isinstance(each, str) else str(each.get("text", "")) if isinstance(each, dict) else ""
        for each in pieces
    )


def look_at_telegram_page(asked: Asked) -> Said:
    return _page(asked, "Telegram", lambda: _of_telegram_page(decoded(asked.whole(), "utf-8")))


def _of_telegram_page(markup: str) -> tuple[str, list[Said]]:
    """The page leaves out the name of who sent the message before as well."""
    title = _TITLE.search(markup)
    found: list[Said] = []
    sender = ""
    for each in _MESSAGE.finditer(markup):
        rest = each["rest"]
        is_service = each["kind"] == "service"
        named, at, text = _FROM.search(rest), _DATE.search(rest), _TEXT.search(rest)
        if named is not None:
            sender = _words(re.sub(r"<span.*?</span>", "", named[1], flags=re.DOTALL))
        found.append(
            {
                "number": len(found) + 1,
                "sender": "" if is_service else sender,
                "at": unescaped(at[1]) if at else "",
                "text": short(_words(text[1])) if text else "",
                "attachments": list(dict.fromkeys(map(unescaped, _FILE.findall(rest))))[:20],
            }
        )
    if not found:
        raise UnreadableError
    return _words(title[1]) if title else "", found


def _words(markup: str) -> str:
    return "\n".join(words_of(markup))


def look_at_viber(asked: Asked) -> Said:
    return _page(asked, "Viber", lambda: ("", list(_of_viber(decoded(asked.whole(), asked.coding)))))


def _of_viber(text: str) -> Iterator[Said]:
    """A row is a date, a time, a name, a number or none, and a message; a row that is none is shown whole."""
    rows = [row for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) if any(row)]
    is_titled = bool(rows) and _is_titled(rows[0])
    for number, row in enumerate(rows[is_titled:], 1):
        if is_titled and len(row) == len(_TITLED):
            at, sender, kind, message = row
            said = ": ".join(each for each in (kind if kind != "text" else "", message) if each)
        elif not is_titled and _is_viber_row(row):
            at, sender, message = f"{row[0].strip()} {row[1].strip()}", row[2], ",".join(row[4:])
            sender, said = (f"{sender} ({row[3].strip()})" if row[3].strip() else sender), message
        else:
            at, sender, said = "", "", ", ".join(row)
        yield {"number": number, "sender": short(sender.strip()), "at": at, "text": short(said)}


def _page(asked: Asked, source: str, read: Callable[[], tuple[str, list[Said]]]) -> Said:
    if "chat" not in asked.kept:
        asked.kept["chat"] = read()
    title, messages = asked.kept["chat"]
    return {
        "look": "Conversation",
        "source": source,
        "title": short(title),
        **page_of(messages, asked.page, "messages"),
    }
