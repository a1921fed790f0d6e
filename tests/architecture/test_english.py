"""The English of the project: replaced words do not come back, and each suppressed check says why."""

import ast
import html
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.code import ROOT, modules, tree_of
from thb_desktop.words import ENGLISH, entries

ON_SCREEN = (
    "text that counts", "told to the person", "how it came", "if late, why", "close it for good",
    "speech not written down", "why i look", "begin afresh", "farther", "nearer",
)  # fmt: skip
"""What windows and the catalogue said before; the words that replaced them stand in docs/glossary.md."""
ANYWHERE = (
    r"vouch\w*", r"sealed apart", r"journal of consultations", r"anew", r"ways? into the vault",
    r"behind the (event )?chain", r"opens? nothing", r"(taken|takes?|taking) in\b(?! (order|the|one|a|its))",
    r"hand(s|ed|ing)? (over )?(the|an|your) office", r"office over", r"whom nobody", r"led up", r"lead up",
    r"of those that are missing", r"afresh",
)  # fmt: skip
"""Phrases that neither a screen text nor a document, a docstring or a comment contains."""
OLD_NAMES = {
    "Diary", "Pen", "Work", "ChainEnd", "OfficeAction", "OpeningReport", "Desk", "Newcomer", "Halves",
    "Stand", "entering", "admissions", "deeds", "newcomers", "succession", "list_ways", "lead_up",
    "keep_untold", "is_untold", "accepted",
}  # fmt: skip
PAGES = (
    *(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md",
)  # fmt: skip
GENERATED = {"security-matrix.md", "licences.md"}
CODE = sorted(
    [each.path for each in modules("thb_desktop", "ui")]
    + list((ROOT / "scripts").glob("*.py"))
    + list((ROOT / "tests" / "support").glob("*.py"))
)
WITH_REASON = re.compile(r"# (noqa: [A-Z0-9, ]+ - |type: ignore\[[a-z, -]+\]  # |noqa: [A-Z0-9, ]+  # )\S")


def screen_texts() -> Iterator[tuple[str, str]]:
    """Each English text of the windows, and each entry of the English catalogue."""
    sources = re.findall(
        r"<source>(.*?)</source>", (ROOT / "resources/i18n/thb_fr.ts").read_text("utf-8"), re.DOTALL
    )
    yield from (("window", html.unescape(source)) for source in sources)
    for path in sorted((ROOT / "resources/words" / ENGLISH).glob("*.toml")):
        yield from ((f"{path.stem}: {key}", words) for key, words in entries(path.stem, ENGLISH).items())


@cache
def notes_of(path: Path) -> tuple[tuple[str, str], ...]:
    """Each docstring and each comment of a module, with its place."""
    text, name = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
    docstrings = [
        (f"{name}:{node.lineno}", str(node.value.value))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    comments = [
        (f"{name}:{token.start[0]}", token.string)
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    return (*docstrings, *comments)


def names_of(path: Path) -> Iterator[str]:
    """The name of the module, and of each class and function in it."""
    yield path.stem
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def found_in(texts: Iterator[tuple[str, str]], phrases: tuple[str, ...]) -> list[tuple[str, str]]:
    pattern = re.compile(rf"\b({'|'.join(phrases)})", re.IGNORECASE)
    return [(place, match[0]) for place, text in texts for match in pattern.finditer(" ".join(text.split()))]


def test_no_screen_text_uses_a_word_that_was_replaced():
    texts = list(screen_texts())

    found = found_in(iter(texts), (*map(re.escape, ON_SCREEN), *ANYWHERE))

    assert len(texts) > 1500
    assert found == []


def test_no_document_uses_a_word_that_was_replaced():
    pages = [page for page in PAGES if page.name not in GENERATED]

    found = found_in(((page.name, page.read_text("utf-8")) for page in pages), ANYWHERE)

    assert len(pages) > 30
    assert found == []


def test_no_docstring_or_comment_uses_a_word_that_was_replaced():
    notes = [note for path in CODE for note in notes_of(path)]

    found = found_in(iter(notes), ANYWHERE)

    assert len(notes) > 3000
    assert found == []


def test_no_module_class_or_function_has_a_name_that_was_replaced():
    names = [(path.relative_to(ROOT).as_posix(), name) for path in CODE for name in names_of(path)]

    assert [(place, name) for place, name in names if name in OLD_NAMES] == []


def test_each_suppressed_check_says_why():
    marks = [
        note
        for path in CODE
        if "tests" not in path.parts
        for note in notes_of(path)
        if note[1].startswith(("# noqa", "# type: ignore"))
    ]

    assert len(marks) > 50
    assert [mark for mark in marks if not WITH_REASON.match(mark[1])] == []
