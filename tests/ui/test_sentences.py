"""Every sentence on screen can be translated, and French has them all."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT, Module, modules
from tests.support.controllers import at_the_desk, unlock
from thb_desktop import errors
from thb_desktop.domain import vocabulary
from ui import language
from ui.labels import words
from ui.messages import sentence
from ui.settings import Scheme, Settings

I18N = ROOT / "resources" / "i18n"
TRANSLATED = {"tr", "translate", "QT_TRANSLATE_NOOP"}
SHOWS = {
    "Label",
    "button",
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setAccessibleName",
    "setPlaceholderText",
    "tell",
}
OVERCLAIMS = (
    "tamper-proof",
    "court-proof",
    "qualified signature",
    "admissible",
    "ledger",
    "certified translation",
)


def tree(root: type[errors.ThbError] = errors.ThbError) -> Iterator[type[errors.ThbError]]:
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


def messages(tag: str) -> Iterator[ET.Element]:
    yield from ET.parse(I18N / f"thb_{tag}.ts").getroot().iter("message")  # noqa: S314 - our own file


def test_a_typing_error_in_the_recovery_code_is_pointed_at():
    said = sentence(errors.RecoveryCodeTypoError("", groups=(2, 5)))

    assert "2, 5" in said


def test_french_and_english_have_every_sentence_that_stands_in_the_code(tmp_path: Path):
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    for tag, only in (("fr", ()), ("en", ("-pluralonly",))):
        fresh = tmp_path / f"thb_{tag}.ts"
        shutil.copy(I18N / fresh.name, fresh)
        subprocess.run(
            [lupdate, "-silent", "-no-obsolete", "-target-language", tag, *only, *sources, "-ts", fresh],
            check=True,
            capture_output=True,
        )
        missing = [
            message.findtext("source")
            for message in ET.parse(fresh).getroot().iter("message")  # noqa: S314 - our own file
            if message.find("translation").get("type") == "unfinished"
        ]
        assert missing == []


WITHOUT_NUMBER = {"ar": 3}
"""How many plural forms of a language name their number in words: Arabic says none, one and two so."""


def test_what_a_check_says_has_one_word_in_each_language():
    """Whoever checks a file and receives a package reads the same result."""
    for tag in ("fr", "ar"):
        said: dict[str, set[str]] = {"Valid": set(), "Not valid": set()}
        for message in messages(tag):
            source = message.findtext("source") or ""
            if source in said:
                said[source].add(message.findtext("translation") or "")

        assert [len(each) for each in said.values()] == [1, 1], tag


def test_a_translation_keeps_every_placeholder():
    for tag in language.LANGUAGES:
        for message in messages(tag):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [form.text or "" for form in translation]
            for text in filter(None, forms or [translation.text or ""]):
                assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", source)), source
            for text in filter(None, forms[WITHOUT_NUMBER.get(tag, 0) :]):
                assert ("%n" in text) == ("%n" in source), source


def test_compiled_translations_are_those_of_the_sources(tmp_path: Path):
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    for tag in language.LANGUAGES:
        made = tmp_path / f"{tag}.qm"
        subprocess.run(
            [lrelease, "-silent", I18N / f"thb_{tag}.ts", "-qm", made], check=True, capture_output=True
        )

        assert made.read_bytes() == (I18N / f"thb_{tag}.qm").read_bytes()


def test_no_sentence_is_shown_without_being_translatable():
    loose = [(module.name, line) for module in modules("ui") for line in loose_sentences(module)]

    assert loose == []


def loose_sentences(module: Module) -> Iterator[int]:
    """The lines at which a text goes to the screen that no translator can find."""
    for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in TRANSLATED:
            yield from (node.lineno for node in call.args if isinstance(node, ast.JoinedStr))
        elif name in SHOWS:
            yield from (
                argument.lineno
                for argument in call.args
                if isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and re.search(r"[A-Za-z]{3}", argument.value)
            )


def test_no_sentence_stands_in_an_f_string_where_it_is_not_gathered():
    """What gathers the sentences does not look into one: it would be English in each language."""
    found = [
        f"{module.path.name}:{call.lineno}"
        for module in modules("ui")
        for text in ast.walk(module.tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in TRANSLATED
    ]
    assert found == []


def test_a_refusal_names_a_page_as_the_window_does():
    """French calls the page *Office* otherwise than an office: who looked for *Bureau* found nothing."""
    place = ("Office", "Other offices")
    wanted = [code for code, said in errors_in("en").items() if ", ".join(place) in said]
    for tag in ("fr", "ar"):
        said = errors_in(tag)
        pages = [name for each in place for name in translations(tag, {"MainWindow", "OfficeView"}, each)]
        assert len(pages) == len(place)
        missing = [(code, name) for code in wanted for name in pages if name not in said[code]]
        assert missing == []
    assert len(wanted) >= 2


def errors_in(tag: str) -> dict[str, str]:
    return tomllib.loads((ROOT / "resources" / "words" / tag / "errors.toml").read_text("utf-8"))


def translations(tag: str, contexts: set[str], source: str) -> list[str]:
    tree = ET.parse(I18N / f"thb_{tag}.ts")  # noqa: S314 - our own file
    return [
        message.findtext("translation", "")
        for context in tree.iter("context")
        if context.findtext("name") in contexts
        for message in context.iter("message")
        if message.findtext("source") == source
    ]


def test_what_is_said_of_a_name_stands_behind_the_colon_of_the_language():
    """In French a space that does not break stands before it: `ui.text.with_name` knows."""
    written = [
        (module.name, node.lineno)
        for module in modules("ui")
        if module.name != "ui.faults"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(each, ast.Constant) and ": " in str(each.value) for each in node.values)
    ]

    assert written == []


def test_no_sentence_claims_too_much():
    said = [message.findtext("source") or "" for message in messages("fr")]

    assert [text for text in said if any(claim in text.lower() for claim in OVERCLAIMS)] == []


def test_the_whole_window_speaks_french(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="fr")) as desk:
        window = unlock(desk, qtbot, vault)

        assert [button.accessibleName() for button in window.rail.buttons] == [
            "Affaires", "Auditions", "Pièces", "Conservation", "Export", "Santé", "Cabinet", "Traductions",
        ]  # fmt: skip
        assert "juge d'instruction" in window.status.user_label.text()
        assert words(vocabulary.CaseStatus.OPEN) == "Ouvert"
    language.install(application, "en")
    assert words(vocabulary.CaseStatus.OPEN) == "Open"


def test_a_class_from_which_others_are_derived_names_its_own_context_for_a_sentence_with_a_number():
    """`tr` looks at the class of the object first, and puts the number into what it finds no words for."""
    classes = [
        node for module in modules("ui") for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)
    ]
    derived_from = {ast.unparse(base) for each in classes for base in each.bases}
    counted = {
        each.name
        for each in classes
        for node in ast.walk(each)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.tr" and len(node.args) > 2
    }

    assert counted
    assert counted & derived_from == set()
