"""Data from outside meet few parsers: archives have one opener and XML one reader; no picture is drawn."""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.hostile_files import MADE
from tests.support.code import Module, lies_in, modules
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from ui.settings import IDLE_CHOICES, Scheme, Settings

ARCHIVES = ("zipfile", "tarfile", "gzip", "bz2", "lzma", "zipimport", "rarfile", "py7zr", "libarchive")
XML = ("xml", "lxml", "defusedxml", "html.parser", "bs4", "xmltodict", "pyexpat")
PICTURES = ("PIL", "imghdr", "cv2", "wave", "sndhdr", "exifread", "PySide6.QtMultimedia")
TABLES = ("csv", "openpyxl", "xlrd", "sqlite3.dump")
DRAWS = (
    "QImage", "QImageReader", "QPixmap", "QMovie", "QPicture", "QMediaPlayer", "QSvgRenderer", "QSvgWidget",
    "QPdfDocument", "QTextBrowser", "QTextDocument", "QWebEngineView", "QVideoWidget",
)  # fmt: skip

CONFINED = tuple(f"ui.reading.{name}" for name in ("worker", "documents", "pictures", "drawing", "scans"))


def imported(*packages: str) -> dict[str, list[str]]:
    """Which modules of ours import one of these."""
    found = {
        module.name: [name for name in module.imports() if lies_in(name, *packages)] for module in modules()
    }
    return {name: sorted(set(names)) for name, names in found.items() if names}


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the last name that it calls by."""
    for name, call in module.calls():
        yield name.rpartition(".")[2], call


@pytest.mark.requirement("SR-24")
def test_sr_24_archives_have_few_openers_and_nothing_is_ever_unpacked_to_a_disk():
    """Containers that others signed are opened where nothing can be written; others are written here: the
    check of a custody record as one file, and tables for translators.
    """
    unpacking = [
        (module.name, name)
        for module in modules()
        for name, _ in calls(module)
        if name in ("extractall", "extract", "unpack_archive", "is_zipfile")
    ]
    opened = {
        module.name: ast.literal_eval(call.args[1])
        for module in modules()
        for name, call in calls(module)
        if name == "ZipFile"
    }

    assert set(imported(*ARCHIVES)) - set(opened) == {
        "thb_desktop.inspect.looks.office",  # they name errors and kinds of the library only
        "thb_desktop.inspect.looks.looking",
        "thb_desktop.inspect.looks.seven_headers",  # it unpacks runs of a 7z, in the confined process
        "thb_desktop.inspect.looks.stated",  # it reads in an archive that `archives` opened, in that process
        "thb_desktop.verify.foreign.zip_ways",  # heads of what its caller opened, in that process
    }
    assert opened == {
        "thb_desktop.exchange.untrusted.archives": "r",
        "thb_desktop.verify.foreign.asic_files": "r",  # in a confined process of its own
        "thb_desktop.inspect.looks.archives": "r",  # likewise
        "thb_desktop.inspect.looks.samples": "w",  # what that process opens first
        "thb_desktop.inspect.texts.looking": "r",  # likewise
        "thb_desktop.inspect.texts.samples": "w",  # what the process that does so opens first
        "thb_desktop.exchange.tables.office": "w",
        "thb_desktop.verify.portable": "w",
    }
    assert unpacking == []


@pytest.mark.requirement("SR-25")
def test_sr_25_xml_has_one_reader_and_html_none():
    """The confined process that looks into files has one of its own: it may import nothing else of ours."""
    assert imported(*XML) == {
        "thb_desktop.exchange.untrusted.xml": ["xml.parsers.expat"],
        "thb_desktop.inspect.looks.xml": ["xml.parsers.expat"],
    }


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_nothing_decodes_pictures_sound_or_tables_of_others():
    """Qt is given samples to be heard; FFmpeg is loaded by the confined process alone, see the next tests.

    A masked copy and a printed picture are encoded from pixels: nothing opens a picture there.
    """
    assert imported(*PICTURES) == {
        "thb_desktop.report.masked_copy": ["PIL.Image"],
        # in a confined process
        "thb_desktop.inspect.marks.pictures": imported("PIL")["thb_desktop.inspect.marks.pictures"],
        "thb_desktop.report.reduced": ["PIL.Image"],
        "ui.reading.scans": imported("PIL")["ui.reading.scans"],  # in the confined process
        "ui.media.sound": [
            f"PySide6.QtMultimedia.{name}" for name in ("QAudioFormat", "QAudioSink", "QMediaDevices")
        ],
    }
    assert [name for name in imported(*TABLES) if not name.startswith("thb_desktop.inspect.looks.")] == [
        "thb_desktop.exchange.statements.columns"  # rows of a bank, as text
    ]
    used = {
        node.attr
        for writer in modules()
        if writer.name in ("thb_desktop.report.masked_copy", "thb_desktop.report.reduced")
        for node in ast.walk(writer.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Image"
    }
    assert used == {"Image", "Resampling", "frombytes"}


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_what_draws_is_given_the_programs_own_data_only():
    """Icons from the resources, a dot for nothing, and the bundle just laid out.

    Evidence is rendered by the confined process alone (`ui.reading`); nothing that runs elsewhere imports it.
    """
    drawing = {
        (module.name, name)
        for module in modules()
        for name, _ in calls(module)
        if name in DRAWS and module.name not in CONFINED
    }
    others = {
        module.name: sorted(set(module.imports()) & set(CONFINED))
        for module in modules()
        if module.name not in CONFINED
    }

    assert drawing == {
        ("ui.widgets.icons", "QImage"),
        ("ui.widgets.icons", "QSvgRenderer"),
        ("ui.widgets.text_edit", "QImage"),
        ("ui.viewer.pages_pane", "QImage"),  # likewise
        ("ui.media.picture", "QImage"),  # of pixels, which the confined process made
        ("ui.export.preview", "QPdfDocument"),
        ("ui.widgets.page_image", "QImage"),  # raw pixels of a told size, from that process
    }
    assert {name: found for name, found in others.items() if found} == {"ui.app": ["ui.reading.worker"]}


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_of_qt_multimedia_the_output_of_samples_is_used_and_nothing_that_decodes():
    used = {
        node.id
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and re.match(r"Q(Media|Audio|Video|Sound|Capture)", node.id)
    }

    assert used == {"QAudioFormat", "QAudioSink", "QMediaDevices"}


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_readers_of_files_of_others_are_loaded_by_the_confined_process_alone():
    users = {
        name
        for name in imported("thb_desktop.inspect.looks")
        if not name.startswith("thb_desktop.inspect.looks")
    }

    # The first becomes that process; the other runs in one of its own, which the first becomes too.
    assert users == {"thb_desktop.cli.main", "thb_desktop.inspect.marks.marking"}
    assert set(imported("thb_desktop.inspect.marks.worker")) == {"thb_desktop.cli.main"}
    assert set(imported("thb_desktop.inspect.marks.marking")) == {"thb_desktop.inspect.marks.worker"}


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_the_libraries_that_decode_are_loaded_by_the_confined_process_alone():
    """What loads a library of another folder, and who imports that."""
    loads = {
        module.name
        for module in modules()
        for name, call in calls(module)
        if name == "CDLL" and ast.unparse(call.args[0]) != "None"
    }
    used = imported("thb_desktop.inspect.media.ffmpeg")

    assert loads == {"thb_desktop.inspect.media.ffmpeg"}
    assert set(used) == {f"thb_desktop.inspect.media.{name}" for name in ("decoding", "tracks", "worker")}
    assert set(imported("thb_desktop.inspect.media.decoding")) == {"thb_desktop.inspect.media.worker"}
    assert set(imported("thb_desktop.inspect.media.worker")) == {"thb_desktop.cli.main"}


@pytest.mark.requirement("SR-26", "SR-27")
def test_sr_26_pages_and_icons_come_from_memory_and_from_one_caller_each():
    shown = [
        (module.name, ast.unparse(call.args[0]))
        for module in modules()
        for name, call in calls(module)
        if name == "show_pages" and module.name != "ui.self_test"
    ]
    loaded = [
        (module.name, name)
        for module in modules()
        for name, call in calls(module)
        if module.name.startswith("ui.")
        and name in ("load", "fromFile", "setSource")
        and any("path" in ast.unparse(each).lower() for each in call.args)
    ]

    assert [name for name, _ in shown] == ["ui.export.view"]
    assert loaded == [("ui.language", "load")]  # Qt's own sentences, from the folder of Qt alone


BOUND = """
import sys
from pathlib import Path
from PySide6.QtGui import QImageReader
from ui.application import make_application

application = make_application(["thb-desktop"])
reader = QImageReader(sys.argv[1])
print(QImageReader.allocationLimit(), reader.size().width(), reader.read().isNull())
"""


@pytest.mark.requirement("SR-26")
def test_sr_26_a_picture_beyond_the_bound_is_not_unpacked(tmp_path: Path, run_python, figure):
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(MADE["a picture of 60,000 by 60,000"]())

    run = run_python(BOUND, bomb)

    limit, width, refused = run.stdout.split()
    figure("SR-26", "MiB that a picture may take", int(limit))
    assert (limit, width, refused) == ("128", "60000", "True"), run.stderr


DEEP = ["[" * 33 + "]" * 33, "[" * 200_000, '{"a":' * 50_000 + "1" + "}" * 50_000]
HOSTILE_JSON = [
    '{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', '[{"a":1},{"c":1,"c":1}]', "NaN", "[NaN]", "Infinity",
    "-Infinity", "1.5", "1e3", "-0", "0.0", "9" * 4301, "-" + "9" * 5000, "9223372036854775808", "1_000",
    "0x1", "01", '"\\ud800"', '"\\udfff\\ud800"', "\ufeff1", "'a'", "[1,]", "{1:2}",
    "// x\n1", "null\n", "[1,2", "",
    *DEEP,
]  # fmt: skip


@pytest.mark.requirement("SR-29")
@pytest.mark.parametrize("number", range(len(HOSTILE_JSON)))
def test_sr_29_json_that_other_readers_read_otherwise_is_refused(number: int, figure):
    with pytest.raises(FormatError):
        canonical.parse(HOSTILE_JSON[number].encode())

    figure("SR-29", "hostile JSON texts refused", len(HOSTILE_JSON))


@pytest.mark.requirement("SR-29")
def test_sr_29_json_from_outside_has_one_reader():
    """The standard reader takes a key twice, and NaN: it reads what the program itself ships or keeps."""
    readers = {
        (module.name, name)
        for module in modules()
        for name, call in calls(module)
        if name in ("loads", "JSONDecoder", "raw_decode") and ast.unparse(call.func).startswith("json")
    }

    assert readers == {
        ("thb_desktop.domain.corrections", "loads"),
        ("thb_desktop.inspect.looks.web", "loads"),  # in the confined process: exports of chats, captures
        ("thb_desktop.inspect.serving", "loads"),  # in the confined process: what the program asks
        ("thb_desktop.ledger.canonical", "JSONDecoder"),
        ("thb_desktop.ledger.streamed", "JSONDecoder"),  # finds where a value ends; `canonical` reads it
        ("thb_desktop.services.evidence.store_beside", "loads"),  # what its own process answers
        ("thb_desktop.services.evidence.store_worker", "loads"),  # what the program asks of its own process
        ("thb_desktop.services.keeping.chain_worker", "loads"),  # what the program writes to its own process
        ("thb_desktop.services.samples", "loads"),
        ("thb_desktop.services.samples.loading", "loads"),
        ("thb_desktop.verify.foreign.worker", "loads"),  # what the program asks of its confined process
        ("thb_desktop.words", "loads"),
        ("thb_desktop.domain.record", "loads"),
        ("ui.receiving.refusing", "loads"),  # what the form wrote into its own draft
        ("ui.settings", "loads"),
    }


@pytest.mark.requirement("SR-29")
@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE_JSON,
        '{"idle": NaN}', '{"idle": true}', '{"idle": 60.0}', '{"idle": [60]}', '{"scheme": ["dark"]}',
        '{"scheme": {"dark": 1}}', '{"language": "\\ud800"}', '{"language": "../../../etc"}' + " " * 9000,
    ],
    ids=str.__len__,
)  # fmt: skip
def test_sr_29_settings_hold_known_values_whatever_the_file_says(text: str, tmp_path: Path):
    (tmp_path / "settings.json").write_bytes(text.encode("utf-8", "surrogatepass"))

    found = Settings.load(tmp_path)

    assert found == Settings()


@pytest.mark.requirement("SR-29")
@pytest.mark.parametrize("depth", [100, 500, 2000])
def test_sr_29_settings_nested_too_deeply_mean_the_defaults(depth: int, tmp_path: Path):
    (tmp_path / "settings.json").write_text("[" * depth + "]" * depth, "utf-8")
    before = sys.getrecursionlimit()

    assert Settings.load(tmp_path) == Settings()
    assert sys.getrecursionlimit() == before


@pytest.mark.requirement("SR-29")
def test_sr_29_settings_that_are_as_they_should_be_are_read(tmp_path: Path):
    (tmp_path / "settings.json").write_text(json.dumps({"scheme": "dark", "idle": 60, "language": "fr"}))

    assert Settings.load(tmp_path) == Settings(scheme=Scheme.DARK, idle=IDLE_CHOICES[0], language="fr")
