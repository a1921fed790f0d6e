"""HTML: its words, without running or loading anything, and what it would have run or loaded."""

import re

from thb_desktop.inspect.texts.references import unescaped

_DROPPED = re.compile(
    r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|h[1-6]|section|article|header|footer|main|nav|aside|pre|form|"
    r"blockquote|title|option|body|head|html|figure|figcaption|address)\b[^<>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,20000}>")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_SCRIPT = re.compile(r"<script\b|\son[a-z]{3,20}\s*=|javascript:", re.IGNORECASE)
_REMOTE = re.compile(
    r"<(?:img|iframe|frame|link|script|source|video|audio|embed|object|input|body|table|td)\b[^<>]*?"
    r"(?:src|href|data|background|poster|srcset)\s*=\s*[\"']?\s*(?:https?:)?//|url\(\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta\b[^<>]{0,2000}?charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
"""As it may stand behind a long beginning, where browsers still heed it."""
_TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)
_META = re.compile(r"<meta\b([^<>]*)>", re.IGNORECASE)
_PAIR = re.compile(r"([A-Za-z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
HTML = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|title|script|style|div|table|span|h1|p|a|img|iframe|meta|link)\b",
    re.DOTALL | re.IGNORECASE,
)


def words_of(markup: str) -> list[str]:
    """Return the lines of words of a page."""
    text = _DROPPED.sub(" ", markup)
    text = _TAG.sub("", _CELL.sub("\t", _BREAK.sub("\n", text.replace("\n", " "))))
    lines = (_SPACES.sub(" ", unescaped(line).replace("\u00a0", " ")).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def kept_out_of(markup: str) -> list[str]:
    """Return what the page would have run or loaded."""
    found = ["SCRIPT"] if _SCRIPT.search(markup) else []
    return found + (["REMOTE"] if _REMOTE.search(markup) else [])


def charset_of(data: bytes) -> str:
    """Return the coding that a page names, or nothing."""
    found = _CHARSET.search(data[:4096]) or _META_CHARSET.search(data[: 1 << 20])
    return found[1].decode("ascii") if found else ""


def facts_of(markup: str) -> list[tuple[str, str, str]]:
    """Return the title and the named facts of a page."""
    facts = [("TITLE", "title", unescaped(found[1]).strip()) for found in _TITLE.finditer(markup[: 1 << 20])][
        :1
    ]
    for each in _META.finditer(markup[: 1 << 20]):
        told = {name.lower(): one or two or three for name, one, two, three in _PAIR.findall(each[1])}
        name = told.get("name") or told.get("property") or told.get("http-equiv") or ""
        if name and "content" in told:
            code = {"author": "AUTHOR", "generator": "SOFTWARE"}.get(name.lower(), "")
            facts.append((code, name, unescaped(told["content"])))
    return facts
