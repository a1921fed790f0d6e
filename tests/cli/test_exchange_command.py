"""`thb exchange check` says what a file contains, changes nothing, and repeats nothing of it."""

import os
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.exchange import exchange
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.xlsx_writing import write_xlsx
from thb_desktop.exchange.untrusted.limits import FILE
from thb_desktop.exchange.xliff.writing import write_xliff


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("job.xlf", write_xliff(exchange()), ("XLIFF 2.1", 3)),
        ("job.docx", write_docx(exchange()), ("DOCX", 3)),
        ("JOB.XLSX", write_xlsx(exchange()), ("XLSX", 3)),
        ("memory.tmx", b'<tmx version="1.4"><header srclang="ar"/><body/></tmx>', ("TMX", 0)),
        ("talk.srt", b"1\n00:00:06,500 --> 00:00:09,000\nA: Yes.\n", ("SubRip", 1)),
        ("talk.vtt", b"WEBVTT\n\n00:06.500 --> 00:09.000\nYes.\n", ("WebVTT", 1)),
        ("talk.txt", b"A: Yes.\nB: No.\n", ("plain text", 2)),
    ],
)
def test_a_file_is_examined_by_its_ending(
    thb: CommandLine, tmp_path: Path, name: str, data: bytes, told: tuple[str, int]
):
    (tmp_path / name).write_bytes(data)

    said = thb("exchange", "check", tmp_path / name)
    answer = thb("exchange", "check", tmp_path / name, "--json").json

    assert (said.code, said.out.splitlines()[0]) == (0, f"{told[0]}: {told[1]}")
    assert (answer["format"], answer["count"], answer["findings"]) == (*told, [])


def test_what_is_not_understood_is_said_with_its_line_and_the_encoding_too(thb: CommandLine, tmp_path: Path):
    (tmp_path / "talk.txt").write_bytes("Heading\nA: Yes.\n".encode("utf-16"))

    said = thb("exchange", "check", tmp_path / "talk.txt")

    assert said.out.splitlines() == [
        "plain text: 2",
        "Encoding: UTF-16, little-endian",
        "Line 1: This text comes before the first speaker.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.xlf", b'<!DOCTYPE a [<!ENTITY e "secret words">]><a>&e;</a>', "xml-document-type"),
        ("x.docx", b"PK\x03\x04secret words", "archive-refused"),
        ("x.txt", "secret words é".encode("latin-1"), "encoding-unknown"),
        ("x.txt", bytes(FILE + 1), "exchange-over-limit"),
        ("x.pdf", b"secret words", "exchange-ending"),
    ],
)
def test_a_refusal_has_its_code_and_repeats_nothing_of_the_file(
    thb: CommandLine, tmp_path: Path, name: str, data: bytes, code: str
):
    (tmp_path / name).write_bytes(data)

    said = thb("exchange", "check", tmp_path / name)

    assert said.code == 49
    assert f"[{code}]" in said.err
    assert "secret" not in said.out + said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_only_a_regular_file_is_read(thb: CommandLine, tmp_path: Path):
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.txt")

    refused = [
        thb("exchange", "check", tmp_path / name) for name in ("link.txt", "pipe.txt", "missing.txt", ".")
    ]

    assert all(each.code not in (0, 1) for each in refused)
