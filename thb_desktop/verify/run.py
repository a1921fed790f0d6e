"""Verifies a file from the command line and says in plain words what is valid, not valid or unknown.

What only one kind of file needs is imported when such a file is there: to import takes longer than to check.
"""

import argparse
import json
import re
import sys
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from thb_desktop.errors import FileUnreadableError, PdfUnreadableError, ThbError, UsageError
from thb_desktop.findings import Finding, Standing, unknown, verdict
from thb_desktop.verify.container import is_package
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.documents.beginning import begins_pdf
from thb_desktop.verify.documents.shown import in_groups
from thb_desktop.verify.exits import BROKEN, NOT_JUDGED, exit_code
from thb_desktop.verify.foreign.own import is_own
from thb_desktop.verify.in_short import in_short
from thb_desktop.verify.pdf import check_digest, check_pdf, read_file, told_digest
from thb_desktop.words import ENGLISH, sentence

_SUMMARY = {
    Standing.HOLDS: "VALID. Every check of the file passed.",
    Standing.UNKNOWN: "UNKNOWN. Nothing is invalid, but something could not be confirmed: see above.",
    Standing.BROKEN: "NOT VALID. Do not rely on this file: see above.",
}
_STOPPED = "CANNOT BE JUDGED. The check was stopped: see above."
_ALONE = "One person alone released this bundle: no second person approved it."
_COMPARE = (
    "You did not name this root certificate. Compare its fingerprint (SHA-256) with the one that the "
    "office gave you in another way, and name it with --root-sha256:"
)
_ORDER = (Standing.HOLDS, Standing.UNKNOWN, Standing.BROKEN)
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", re.DOTALL)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be verified, and what the caller trusts. content: what a detached signature signs.

    roots, fingerprints: of offices, for files of ours. anchors: for files of others, and for time stamps.
    whole: the whole bundle, seen later, with which what is masked in a version is compared.
    """

    file: Path
    roots: tuple[Path, ...] = ()
    fingerprints: tuple[str, ...] = ()
    expected_sha256: str | None = None
    anchors: tuple[Path, ...] = ()
    content: Path | None = None
    whole: Path | None = None

    @property
    def is_of_others(self) -> bool:
        """Whether it is judged as a file of others. Who names the root of an office wants a file of it.

        Raises FileUnreadableError.
        """
        return not self.roots and not self.fingerprints and not is_own(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a verification says: lines for people, an answer for programs, and the exit code."""

    lines: list[str]
    answer: Mapping[str, object]
    code: int


def verified(request: Request, *, now: datetime) -> Result:
    """Verify a file by the rules for ours, or judge one of others. Raises FileUnreadableError,
    SandboxMissingError and UsageError.
    """
    if request.is_of_others:
        return _verified_of_others(request, now)
    findings = check_file(request, now=now)
    return Result(lines=lines_of(findings), answer=answer_of(findings), code=exit_code(findings))


def _verified_of_others(request: Request, now: datetime) -> Result:
    from thb_desktop.verify.foreign import told
    from thb_desktop.verify.foreign.answer import Verdict
    from thb_desktop.verify.foreign.asking import Question, ask_about

    anchors = tuple(anchor for path in request.anchors for anchor in certificates_in(path))
    asked = Question(file=request.file, content=request.content, anchors=anchors)
    answer = ask_about(asked, now=now)
    if any(note.key == "foreign-not-known" for note in answer.notes):
        raise FileUnreadableError("the file is no signed file of a kind that can be verified")
    lines, machine, code = told.lines_of(answer), dict(told.machine_answer(answer)), told.exit_code(answer)
    if request.expected_sha256 is not None:
        with request.file.open("rb") as untrusted:
            digest = file_digest(untrusted, "sha256").hexdigest()
        (finding,) = told_digest(digest, fingerprint_of(request.expected_sha256))
        lines.insert(0, f"{finding.said:9}  {sentence(finding, ENGLISH)}")
        machine["digest"] = finding.code
        if finding.standing is Standing.BROKEN:
            code, machine["verdict"] = BROKEN, Verdict.NOT_VALID.value
            lines[-1] = _SUMMARY[Standing.BROKEN]
    return Result(lines=lines, answer=machine, code=code)


def check_file(request: Request, *, now: datetime | None = None) -> tuple[Finding, ...]:
    """Check a signed PDF, a package or a custody extract of ours, told apart by its content.

    now: validation data that are dated later say nothing.

    Raises FileUnreadableError.
    """
    roots = [root for path in request.roots for root in certificates_in(path)]
    if is_package(request.file):
        return _check_package(request, roots, now)
    data = read_file(request.file)
    fingerprints = {fingerprint_of(text) for text in request.fingerprints}
    expected = None if request.expected_sha256 is None else fingerprint_of(request.expected_sha256)
    if begins_pdf(data):
        found = check_pdf(
            data,
            trusted_roots=roots,
            trusted_fingerprints=fingerprints,
            expected_sha256=expected,
            stamp_roots=[root for path in request.anchors for root in certificates_in(path)],
            now=now,
        )
        return (*found, *_check_whole(request.whole, data, roots, fingerprints))
    return _check_extract(data, roots, fingerprints, expected)


def _check_whole(
    path: Path | None, version: bytes, roots: Sequence[bytes], fingerprints: set[str]
) -> tuple[Finding, ...]:
    """Compare a version with the whole bundle, if one was named and is valid."""
    if path is None:
        return ()
    from thb_desktop.verify.version import check_version

    whole = read_file(path)
    if verdict(check_pdf(whole, trusted_roots=roots, trusted_fingerprints=fingerprints)) is Standing.BROKEN:
        return (unknown("whole-not-valid"),)
    try:
        return tuple(check_version(version, whole))
    except PdfUnreadableError:
        return (unknown("whole-not-valid"),)


def _check_package(request: Request, roots: Sequence[bytes], now: datetime | None) -> tuple[Finding, ...]:
    from thb_desktop.verify.package import check_package
    from thb_desktop.verify.packaged import in_folder

    fingerprints = {fingerprint_of(text) for text in request.fingerprints}
    with request.file.open("rb") as untrusted:
        found = check_package(
            untrusted,
            trusted_roots=roots,
            trusted_fingerprints=fingerprints,
            stamp_roots=[root for path in request.anchors for root in certificates_in(path)],
            beside=in_folder(request.file.absolute().parent),
            now=now,
        )
        if request.expected_sha256 is None:
            return found
        untrusted.seek(0)
        digest = file_digest(untrusted, "sha256").hexdigest()
    return (*told_digest(digest, fingerprint_of(request.expected_sha256)), *found)


def _check_extract(
    data: bytes, roots: Sequence[bytes], fingerprints: set[str], expected: str | None
) -> tuple[Finding, ...]:
    if not data.lstrip()[:1] == b"{":
        raise FileUnreadableError("the file is neither a PDF document nor a package nor a custody extract")
    trusted = sorted(fingerprints | {sha256(root).hexdigest() for root in roots})
    candidates: list[str | None] = [*trusted] or [None]
    found = [check_extract(data, trusted_root_sha256=root) for root in candidates]
    best = min(found, key=lambda findings: _ORDER.index(verdict(findings)))
    return (*check_digest(data, expected), *best)


def certificates_in(path: Path) -> list[bytes]:
    """The certificates in a file, in DER: one as it is, or any number as PEM."""
    return certificates_of(read_file(path))


def certificates_of(data: bytes) -> list[bytes]:
    """The same of what was read. Raises FileUnreadableError."""
    if b"-----BEGIN" not in data:
        return [data]
    try:
        found = [
            b64decode(text, validate=True) for text in (b"".join(one.split()) for one in _PEM.findall(data))
        ]
    except ValueError:
        found = []
    if not found:
        raise FileUnreadableError("a file named as root certificate contains none")
    return found


def fingerprint_of(text: str) -> str:
    """A SHA-256 as people write it, with blanks or colons, as 64 lower-case digits. Raises UsageError."""
    digits = re.sub(r"[\s:]", "", text).lower()
    if not _FINGERPRINT.fullmatch(digits):
        raise UsageError("a SHA-256 digest has 64 hexadecimal digits; blanks and colons are ignored")
    return digits


def lines_of(findings: Sequence[Finding]) -> list[str]:
    """The findings in plain words, many alike in one, and at the end what they add up to."""
    said = [f"{finding.said:9}  {sentence(finding, ENGLISH)}" for finding in in_short(findings)]
    together = verdict(findings)
    alone = f" {_ALONE}" if any(finding.code == "released-alone" for finding in findings) else ""
    unnamed = dict.fromkeys(str(finding.values["root"]) for finding in findings if "root" in finding.values)
    if exit_code(findings) == NOT_JUDGED:
        return [*said, "", _STOPPED]
    if together is not Standing.UNKNOWN or not unnamed:
        return [*said, "", _SUMMARY[together] + alone]
    shown = [f"    {in_groups(digest)}" for digest in unnamed]
    return [*said, "", _SUMMARY[together] + alone, _COMPARE, *shown]


def answer_of(findings: Sequence[Finding]) -> Mapping[str, object]:
    """The findings for programs."""
    return {
        "verdict": verdict(findings).value,
        "findings": [
            {
                "code": finding.code,
                "standing": finding.standing.value,
                "sentence": sentence(finding, ENGLISH),
            }
            for finding in findings
        ],
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what both commands take."""
    parser.add_argument("file", type=Path, help="a signed PDF, container or message, or a custody extract")
    parser.add_argument(
        "--root", type=Path, action="append", default=[], help="the root of an office (PEM or DER)"
    )
    parser.add_argument(
        "--root-sha256", action="append", default=[], metavar="HEX", help="the fingerprint of such a root"
    )
    parser.add_argument(
        "--anchor",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="certificates that you trust for files of others (PEM or DER)",
    )
    parser.add_argument("--content", type=Path, metavar="FILE", help="what a detached signature signs")
    parser.add_argument(
        "--whole", type=Path, metavar="FILE", help="the whole bundle, to compare what is masked in a version"
    )
    parser.add_argument(
        "--sha256", metavar="HEX", help="the digest that the file must have, received in another way"
    )


def request_of(chosen: argparse.Namespace) -> Request:
    """Return what was asked on the command line."""
    return Request(
        file=chosen.file,
        roots=tuple(chosen.root),
        fingerprints=tuple(chosen.root_sha256),
        expected_sha256=chosen.sha256,
        anchors=tuple(chosen.anchor),
        content=chosen.content,
        whole=chosen.whole,
    )


def main(
    arguments: Sequence[str] | None = None, out: TextIO | None = None, *, now: datetime | None = None
) -> int:
    """Verify one file and print what was found. Returns the exit code: see docs/manual/verify.md."""
    out = out or sys.stdout
    parser = argparse.ArgumentParser(prog="thb-verify", description=__doc__, allow_abbrev=False)
    add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="answer for programs")
    chosen = parser.parse_args(arguments)
    if isinstance(out, TextIOWrapper):
        out.reconfigure(errors="backslashreplace")
    try:
        at = now or datetime.now(UTC)  # noqa: TID251 - here time comes in
        result = verified(request_of(chosen), now=at)
    except ThbError as refusal:
        print(f"thb-verify: {refusal}", file=sys.stderr)
        return refusal.exit_code
    machine = json.dumps(result.answer, ensure_ascii=False, indent=2)
    print(machine if chosen.json else "\n".join(map(_printable, result.lines)), file=out)
    return result.code


def _printable(line: str) -> str:
    """Names in files of others may hold signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
