"""The technical annex: what is attached, under which head of the chain, and how anyone can verify it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from shlex import quote
from typing import Final

from thb_desktop.ledger import record_tree
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.statement import KeyStatement
from thb_desktop.report.attachments import CASE_FORMAT, MANIFEST, MANIFEST_FORMAT
from thb_desktop.report.document.archive import Attachment
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts import logical_text
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.receipt import draw_receipt, has_room
from thb_desktop.report.parts.setting import Setting, in_groups, instant, size_of
from thb_desktop.report.parts.signer_keys import draw_signer_keys
from thb_desktop.report.style import CELL_NOTE, CODE, LABEL, NOTE, SMALL

_DETACH: Final = (
    "mkdir -p a/records a/case a/custody && pdfdetach -saveall -o a bundle.pdf"
    " && sha256sum a/manifest.json"
    " && (cd a && find * -type f ! -name manifest.json -exec sha256sum {} +) | while read -r s f; do"
    r" tr '}' '\n' < a/manifest.json"
    r' | grep -F "$s" | grep -qF "\"$f\"" && echo "$f: OK" || echo "$f: DIFFERS"; done'
)
_RECORD_FILE: Final = "a/records/interview-I-01.jsonl"
_RECORD: Final = f'while IFS= read -r line; do printf %s "$line" | sha256sum; done < {_RECORD_FILE}'
_ROOT: Final = "openssl x509 -in a/root-certificate.pem -noout -fingerprint -sha256"
_SIGNATURES: Final = (
    "mkdir nssdb && certutil -N -d sql:nssdb --empty-password"
    " && certutil -A -d sql:nssdb -n root -t CT,C,C -i a/root-certificate.pem"
    " && pdfsig -nssdir sql:nssdb bundle.pdf"
)
_CMS: Final = (
    "A=? B=? C=?; D=$((C - B)); pdfsig -dump bundle.pdf &&"
    " (head -c $A bundle.pdf; tail -c +$((B + 1)) bundle.pdf | head -c $D) > covered;"
    " openssl cms -verify -cades -binary -inform DER -in bundle.pdf.sig0 -content covered"
    " -CAfile a/root-certificate.pem -purpose any -out /dev/null"
)
_CUSTODY: Final = 'python3 custody-check.pyz a/custody/custody-extract.json --root-sha256 "FINGERPRINT"'
_FILES, _GAP, _GROUP = (117, 40, 320), 3.0, 42.0
_MANY = (117, 375)
_SHOWN = 16
"""Digits of a digest that are printed where there are many files of a kind."""
_NUMBERED = re.compile(r"(records/(?:(?:interview|exhibit|language)-)?)(.+)(\.[a-z]+)", re.ASCII)
_DIGESTS = (140, 330)
_FORMATS: Final = (
    *(record_tree.FORMAT, logical_text.FORMAT, CASE_FORMAT, MANIFEST_FORMAT),
    *(Extract.FORMAT, Entry.FORMAT, Head.FORMAT, KeyStatement.FORMAT),
)
"""The formats of what is attached, with their versions."""
STEPS: Final = (
    (_DETACH, "SHA-256  a/manifest.json / case/case.json: OK"),
    (_RECORD, "SHA-256  -"),
    (_ROOT, "sha256 Fingerprint="),
    (_SIGNATURES, "Signature is Valid. / Certificate is Trusted. / Total document signed"),
    (_CMS, "CAdES Verification successful"),
    (_CUSTODY, "Taken together: VALID."),
    ('thb verify bundle.pdf --root-sha256 "FINGERPRINT"', "VALID."),
)
"""Commands, and the expected answer of each, in the order of the catalogue's `step_items`."""


def draw_annex(setting: Setting, attachments: Sequence[Attachment]) -> bool:
    """Draw the part from a new page on, with the receipt if it has room; return whether it had."""
    words, flow = setting.words.annex, setting.flow
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        flow.note(_made_by(setting))
        _draw_manifest(setting, attachments)
        _draw_chain(setting)
        draw_signer_keys(setting)
        flow.heading(words.signatures, 2)
        flow.bullets(words.signature_items, SMALL)
        _draw_steps(setting, attachments)
        flow.heading(words.limits, 2)
        flow.bullets(words.limit_items, SMALL)
        is_drawn = has_room(setting)
        if is_drawn:
            draw_receipt(setting)
    flow.break_page()
    return is_drawn


def _made_by(setting: Setting) -> str:
    """Say with which program the bundle was made, of which build, and when."""
    return setting.words.annex.software_made.format(
        software=setting.content.proof.software,
        build=setting.content.proof.build,
        date=setting.day(setting.here(setting.content.release.made_at).date()),
    )


def _draw_manifest(setting: Setting, attachments: Sequence[Attachment]) -> None:
    words, common, flow = setting.words.annex, setting.words.common, setting.flow
    flow.heading(words.manifest, 2)
    flow.note(words.manifest_note)
    header = (words.path, common.size, common.digest)
    many, single = _groups(attachments)
    for told, group in many:
        flow.need(_GROUP)
        flow.text(told, NOTE, after=2)
        _draw_many(setting, group)
    if single:
        flow.need(_GROUP)
        flow.text(setting.apart(setting.named(each.path, _told(each)) for each in single), NOTE, after=2)
        with Table(flow, _FILES, header=header, gap=_GAP, is_close=True) as table:
            for each in single:
                table.row(
                    [
                        setting.cell(each.path, _FILES[0], CELL_NOTE),
                        setting.cell(size_of(len(each.data)), _FILES[1], CELL_NOTE, at_end=True),
                        setting.cell(in_groups(each.sha256), _FILES[2], CODE),
                    ],
                    headers=1,
                )
    flow.text(words.formats.format(formats=", ".join(_FORMATS)), NOTE)


def _draw_many(setting: Setting, group: Sequence[Attachment]) -> None:
    """Draw files of one kind, by the form of their paths: the number of each with the beginning of its
    digest.
    """
    by_form: dict[str, list[str]] = {}
    for each in group:
        found = _NUMBERED.fullmatch(each.path)
        form, number = (f"{found[1]}…{found[3]}", found[2]) if found else (each.path, "")
        digest = in_groups(each.sha256[:_SHOWN]).replace(" ", "\u00a0")
        by_form.setdefault(form, []).append("\u00a0".join(filter(None, (number, digest))))
    with Table(setting.flow, _MANY, gap=_GAP, is_close=True) as table:
        for form, told in by_form.items():
            cells = [setting.cell(form, _MANY[0], CELL_NOTE)]
            table.row([*cells, setting.cell(setting.apart(told), _MANY[1], CODE)], headers=1)


def _groups(
    attachments: Sequence[Attachment],
) -> tuple[list[tuple[str, list[Attachment]]], list[Attachment]]:
    """Return the attachments by what they are, and those of which there is one of its kind."""
    many: list[tuple[str, list[Attachment]]] = []
    single: list[Attachment] = []
    for told, found in groupby(attachments, key=_told):
        group = list(found)
        if len(group) == 1:
            single += group
        else:
            many.append((told, group))
    return many, single


def _told(each: Attachment) -> str:
    """What an attachment is, and its media type; the number of its record stands in its path."""
    return f"{each.description.rpartition(': ')[0] or each.description}, {each.media_type}"


def _draw_chain(setting: Setting) -> None:
    words, head, flow = setting.words.annex, setting.content.proof.head, setting.flow
    flow.heading(words.chain, 2)
    at = datetime.fromisoformat(head.at)
    entered = [
        (words.chain_size, str(head.size)),
        (words.chain_code, head.short_code),
        (words.chain_time, f"{instant(setting.here(at))} (UTC {head.at})"),
    ]
    draw_sections(setting, [("", entered)])
    _draw_digests(setting, [(words.chain_root, head.root), (words.chain_counters, head.counters_root)])
    flow.note(words.chain_note)
    flow.heading(words.root, 2)
    fingerprint = setting.content.proof.root_fingerprint.lower().replace(":", "")
    _draw_digests(setting, [(words.fingerprint, fingerprint)])
    flow.note(words.root_note)


def _draw_digests(setting: Setting, rows: Sequence[tuple[str, str]]) -> None:
    """Draw digests in one line each, so that they are compared group by group."""
    with Table(setting.flow, _DIGESTS) as table:
        for name, digest in rows:
            table.row(
                [setting.cell(name, _DIGESTS[0], LABEL), setting.cell(in_groups(digest), _DIGESTS[1], CODE)],
                headers=1,
            )


def steps_of(setting: Setting, attachments: Sequence[Attachment]) -> Iterator[tuple[str, str]]:
    """Return the commands with the answers of this bundle: the digests of its case and of its first record,
    and the fingerprint of its root certificate.
    """
    digests = {each.path: each.sha256 for each in attachments}
    root = setting.content.proof.root_fingerprint.upper().replace(":", "")
    record = next(iter(setting.content.interviews), None)
    known = {
        _DETACH: ("SHA-256", digests.get(MANIFEST, "")),
        _RECORD: ("SHA-256", record.digest if record else ""),
        _ROOT: ("Fingerprint=", f"Fingerprint={in_groups(root, 2).replace(' ', ':')}"),
    }
    for command, expected in STEPS:
        general, own = known.get(command, ("", ""))
        told = expected.replace(general, own) if own else expected
        path = setting.record_paths.get(("interview", record.interview.number)) if record else None
        yield command.replace(_RECORD_FILE, quote(f"a/{path}") if path else _RECORD_FILE), told


def _draw_steps(setting: Setting, attachments: Sequence[Attachment]) -> None:
    words, flow = setting.words.annex, setting.flow
    flow.heading(words.steps, 2)
    number = next((each.interview.number for each in setting.content.interviews), "")
    steps = steps_of(setting, attachments)
    for sentence, (command, expected) in zip(words.step_items, steps, strict=True):
        if command == _RECORD and not number:
            continue  # no record is in the bundle
        flow.need(50)
        flow.text(sentence.format(number=number), SMALL, after=1)
        flow.text(command, CODE, indent=12, after=1)
        flow.text(words.expected.format(value=expected), NOTE, indent=12, after=4)
