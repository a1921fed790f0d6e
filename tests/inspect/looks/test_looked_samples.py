"""Every sample file of evidence is described and looked at, or refused with a reason."""

import gzip
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.support.looking import looking_at
from tests.support.sampled import IS_WHOLE, few
from tests.support.samples import sample
from thb_desktop.domain.looks import DrawnPages, FactCode, HexBytes, PlainText, Way
from thb_desktop.errors import DocumentLockedError, ThbError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.looks.codings import text_from
from thb_desktop.services.evidence.looking import Looking
from ui.reading.asking import DRAWER

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
REFUSED = {
    "document-locked": 5,
    "document-cut": 1,
    "document-damaged": 4,
}
"""How many samples are refused, and why: with a password, or without a page that can be drawn."""
OTHERWISE = {
    "application/x-ewf": {"application/octet-stream"},
    "application/x-ole-storage": {"application/encrypted", "application/msword"},
    "application/warc": {"application/gzip"},
    "message/rfc822": {"text/plain"},
    "text/plain": {"text/x-hex", "text/x-script.python"},
    "text/html": {"application/xhtml+xml"},
}
"""What `file` calls some of them instead."""


def samples() -> Sequence[Path]:
    """A third of them; in a whole run all."""
    found = sorted(path for path in sample("02-evidence").rglob("*") if path.is_file())
    return few(found, len(found) // 3)


def test_every_sample_is_described_and_looked_at_or_refused_with_a_reason(
    figure: Callable[[str, str, object], None],
):
    """One test: two would open each sample twice, in a process of its own each time."""
    types: dict[Path, str] = {}
    refused: dict[str, int] = {}
    inner: list[str] = []
    for path in samples():
        with looking_at(path.read_bytes(), path.name, DRAWER) as looking:
            types[path] = looking.told().media_type
            assert types[path], path.name
            assert isinstance(looking.text(1000), str), path.name
            try:
                look = looking.look()
                if isinstance(look, DrawnPages):
                    assert looking.draw(1).pixels, path.name
            except ThbError as error:
                refused[error.code] = refused.get(error.code, 0) + 1
                continue
            inner += [_refusal(looking, part.key) for part in getattr(look, "parts", ())[:5] if part.key]

    assert refused == REFUSED if IS_WHOLE else all(n <= REFUSED.get(code, 0) for code, n in refused.items())
    assert inner.count("") > (30 if IS_WHOLE else 7)
    assert set(inner) <= {"", "part-damaged", "document-locked"}
    figure("SR-27", "sample files of evidence looked into", len(types))
    if shutil.which("file") is not None:
        assert unlike_file(types) == []


def unlike_file(types: Mapping[Path, str]) -> list[tuple[str, str, str]]:
    """The names whose media type is not the one that the tool `file` finds, with both types."""
    run = subprocess.run(["file", "-b", "--mime-type", *types], capture_output=True, text=True, check=True)
    found = zip(types.items(), run.stdout.splitlines(), strict=True)
    return [
        (path.name, ours, theirs)
        for (path, ours), theirs in found
        if theirs not in {ours, *OTHERWISE.get(ours, ())}
    ]


def _refusal(looking: Looking, key: str) -> str:
    """Look at a part; return the code of the refusal, if it is one."""
    try:
        looking.look((key,))
        looking.told((key,))
    except ThbError as error:
        return error.code
    return ""


def test_what_sample_files_say_of_themselves_is_what_is_known_of_them():
    found: dict[str, dict[FactCode | None, str]] = {}
    for name in (
        "disk/image.E01",
        "photos/DSCN0010.jpg",
        "mail/testMSG.msg",
        "mail/test-outlook.msg",
        "av/testWAV.wav",
        "av/en-US_(Hi).mp4",
    ):
        path = sample(f"02-evidence/{name}")
        with looking_at(path.read_bytes(), path.name) as looking:
            found[name] = {each.code: each.value for each in reversed(looking.told().facts)}

    assert len(found["disk/image.E01"][FactCode.MD5]) == 32
    assert found["photos/DSCN0010.jpg"][FactCode.LATITUDE].startswith("43.467")
    assert found["photos/DSCN0010.jpg"][FactCode.LONGITUDE].startswith("11.885")
    assert FactCode.TITLE in found["mail/testMSG.msg"]
    assert found["mail/test-outlook.msg"][FactCode.FROM].startswith("L'Équipe Microsoft")
    assert FactCode.DURATION in found["av/testWAV.wav"]
    assert FactCode.DURATION in found["av/en-US_(Hi).mp4"]


RTF = (
    rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}{\f1 Courier {\*\falt New};}}{\*\generator Mine;}"
    rb"{\colortbl;\red0;}\f0 \'cf\'f0\'e8\'e2\'e5\'f2\par {\b bold} \{kept\}{\pict 00ff}}"
)
FONTS = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset238 A;}{\f1\fcharset204 A;}{\f2\fcharset0 A;}}"
    rb"\f0 \'f8e\'e8 {\f1 \'cf\'f0\'e8} \'ba\f2 \'e9t\'e9}"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (RTF, "Привет\nbold {kept}"),
        (rb"{\rtf1 open {\fonttbl never ends", "open "),
        (
            rb"{\rtf1\ansi\ansicpg1252 Tr\u226 ?ia c\'e2nd \u537?tie\u539? \'eenc\'e2t}",
            "Trâia când știeț încât",
        ),
        (rb"{\rtf1 \uc0\u537 t {\uc2\u537\'73\'68t} \u537 st}", "șt șt șst"),
        (rb"{\rtf1 \u-10179?\u-8704?, \u-10179?x\u-8704?}", "\U0001f600, x"),
        (
            FONTS,
            "řeč При şété",
        ),
        (rb"{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b}", "日本"),
    ],
)
def test_an_rtf_is_read_without_its_tables(data: bytes, words: str):
    with looking_at(data, "a.rtf", DRAWER) as looking:
        look = looking.look()

        assert looking.text(1000) == words
        assert isinstance(look, PlainText)
        assert "\n".join(look.lines) == words


def test_a_page_is_read_by_the_coding_that_it_names_behind_a_long_beginning():
    name = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    page = f"<html><!--{'-' * 9000}-->{name}<p>\u0410\u0440\u0435\u043d\u0434\u0430</p></html>"
    with looking_at(page.encode("cp1251"), "a.html", DRAWER) as looking:
        look = looking.look()

    assert isinstance(look, PlainText)
    assert look.lines == ("\u0410\u0440\u0435\u043d\u0434\u0430",)


@pytest.mark.parametrize(
    ("coding", "words"),
    [
        *(("euc-kr", "여권"), ("windows-1257", "pasė")),
        *(("nonsense", "pass"), ("idna", "pass"), ("undefined", "pass")),
    ],
)
def test_a_page_in_any_coding_that_it_names_is_read(coding: str, words: str):
    known = "ascii" if words == "pass" else coding
    page = f"<html><meta charset={coding}><p>{words}</p></html>".encode(known)
    with looking_at(page, "a.html", DRAWER) as looking:
        look = looking.look()

    assert isinstance(look, PlainText)
    assert look.lines == (words,)


@pytest.mark.parametrize("name", ["nonsense", "idna", "undefined"])
def test_a_coding_by_which_no_text_is_read_counts_as_none_also_where_it_is_loaded(name: str):
    assert text_from("\ufeffpašė".encode(), name) == "pašė"


def test_an_older_office_file_tells_its_author_in_its_own_coding_and_no_day_of_1601():
    path = sample("02-evidence/office/testEXCEL_dateFormats.xls")
    with looking_at(path.read_bytes(), path.name) as looking:
        told = {each.code: each.value for each in looking.told().facts}

    assert told[FactCode.AUTHOR] == "G\xe1bor"
    assert not any(value.startswith("1601") for value in told.values())
    assert told[FactCode.CREATED] == "2019-05-07T11:21:24Z"


@pytest.mark.parametrize("name", ["protect.xlsx", "testEXCEL_protected_passtika.xls"])
def test_an_office_file_with_a_password_is_told_as_that(name: str):
    with looking_at(sample(f"02-evidence/office/{name}").read_bytes(), name) as looking:
        with pytest.raises(DocumentLockedError):
            looking.look()

        assert isinstance(looking.look(way=Way.BYTES), HexBytes)


def test_archives_are_searched_by_the_names_of_their_entries():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(450):
            archive.writestr(f"folder/letter {number}.txt", "packed words " * 30)

    with looking_at(target.getvalue(), "a.zip", DRAWER) as looking:
        assert looking.text(1 << 20).split("\n") == [f"folder/letter {number}.txt" for number in range(450)]
        assert looking.text(20) == "folder/letter 0.txt\n"


def test_a_packed_capture_is_searched_by_the_words_of_its_pages():
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Luna</title><p>call me now</p>"
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://q.example/1\r\n"
    head += b"Content-Length: %d\r\n\r\n"
    data = gzip.compress(head % len(body) + body + b"\r\n\r\n")

    with looking_at(data, "a.warc.gz", DRAWER) as looking:
        assert looking.text(1000) == "https://q.example/1\nLuna\ncall me now"
