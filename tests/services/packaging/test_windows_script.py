"""The script for Windows: it is one by the grammar of PowerShell, and bytes and names come through it whole.

No PowerShell runs here: what it does when it runs, Windows alone can tell.
"""

from collections.abc import Iterator

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from thb_desktop.services.packaging.folders import help_files

SCRIPT = dict(help_files())["open.ps1"]
BY_NAME = {"Get-Content", "Get-FileHash", "Test-Path"}
"""Commands that take a path: without -LiteralPath they read [ and * in it as a pattern."""
OTHER = {"Get-Command", "Get-Location", "Join-Path", "Read-Host", "Select-Object", "Write-Output"}


def nodes(script: bytes) -> Iterator[Node]:
    """Every node of a script, in the order in which it is written."""
    waiting = [Parser(Language(tree_sitter_powershell.language())).parse(script).root_node]
    while waiting:
        yield (node := waiting.pop())
        waiting += reversed(node.children)


def broken(script: bytes) -> list[str]:
    """What the grammar cannot read, or misses."""
    return [str(node) for node in nodes(script) if node.is_error or node.is_missing]


def told(node: Node) -> str:
    return (node.text or b"").decode()


def of_kind(kind: str, script: bytes = SCRIPT) -> list[str]:
    return [told(node) for node in nodes(script) if node.type == kind]


def test_it_is_a_script_by_the_grammar_of_powershell():
    assert broken(SCRIPT) == []


@pytest.mark.parametrize(
    ("is_there", "instead"),
    [
        (b"finally {", b"finally"),
        (b"foreach ($target in $results)", b"foreach ($target of $results)"),
        (b"foreach ($target in $results)", b"foreach $target in $results"),
        (b"-Prompt 'Passphrase'", b"-Prompt 'Passphrase"),
        (b"param(", b"param"),
        (b"= @('-recip',", b"= @('-recip'"),
        (b"-ne 0) {", b"-ne ) {"),
    ],
)
def test_a_script_that_is_broken_is_found(is_there, instead):
    assert is_there in SCRIPT

    assert broken(SCRIPT.replace(is_there, instead, 1))


def test_every_system_reads_it_in_the_same_letters():
    assert SCRIPT.isascii()  # Windows PowerShell reads a file without a mark in the code page of the system


def test_no_byte_of_a_file_goes_through_text():
    assert of_kind("redirection") == []
    assert of_kind("redirection", b"& openssl cms -in $volume > $piece\n")
    assert set(of_kind("command_name")) == BY_NAME | OTHER


def test_names_are_never_patterns():
    for command in of_kind("command"):
        assert command.split()[0] not in BY_NAME or " -LiteralPath " in command, command
    assert "Move-Item" not in SCRIPT.decode()  # its -Destination is a pattern always


def test_letters_of_any_language_come_to_openssl_as_they_are():
    calls = [told(node) for node in nodes(SCRIPT) if node.type in {"assignment_expression", "command"}]
    utf8, call = (
        next(number for number, each in enumerate(calls) if each.startswith(start))
        for start in ("$env:OPENSSL_WIN32_UTF8 = '1'", "& $openssl.Path cms -decrypt")
    )

    assert utf8 < call


def test_a_folder_on_a_share_is_named_as_windows_names_it():
    assert "(Get-Location -PSProvider FileSystem).ProviderPath" in SCRIPT.decode()
    assert len([each for each in of_kind("command") if each.startswith("Get-Location")]) == 1


def test_each_call_of_a_program_is_followed_by_a_look_at_its_answer():
    lines = SCRIPT.decode().splitlines()
    calls = [number for number, line in enumerate(lines) if line.strip().startswith("& ")]

    assert len(calls) == 1
    assert all(lines[number + 1].strip().startswith("if ($LASTEXITCODE -ne 0) { throw") for number in calls)


def test_a_certificate_without_its_key_is_refused_before_anything_is_read():
    lines = SCRIPT.decode().splitlines()
    refused = next(number for number, line in enumerate(lines) if "[bool]$Certificate -ne [bool]$Key" in line)

    assert lines[refused + 2].strip() == "exit 2"
    assert refused < next(number for number, line in enumerate(lines) if "Get-Content" in line)


def test_a_passphrase_that_an_earlier_powershell_would_change_is_refused_before_openssl_gets_it():
    text = SCRIPT.decode()

    refused = text.index("cannot give OpenSSL a passphrase that contains")
    assert text.index("$words.Contains('\"')") < refused < text.index("'-pwri_password', $words")


def test_what_has_its_name_already_is_taken_away_if_another_result_does_not_get_its_own():
    text = SCRIPT.decode()

    named = text.index('Move("$target.part", $target)')
    assert named < text.index("$made += $target\n") < text.index("$whole = $true")
