"""The files attached to a bundle: interview texts, case data, custody extract, root certificate, manifest."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_release import Release
from thb_desktop.domain.bundle_withheld import VersionTold
from thb_desktop.domain.case_fields import AUTHORITY, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.case_fields import CASE as CASE_FILE
from thb_desktop.domain.cooperation_fields import INSTRUMENT, USE_CONDITION
from thb_desktop.domain.description_fields import ITEM_DESCRIPTION, ONLINE_CAPTURE
from thb_desktop.domain.digest_lists import Compared
from thb_desktop.domain.entries_told import outward_fields
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.fields import Description
from thb_desktop.domain.finance_fields import (
    ACCOUNT,
    ATTRIBUTION,
    HAND_OVER,
    PAY_FIGURE,
    STATEMENT,
    TRANSACTION,
    TRANSFER,
)
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.originals_told import OriginalTold
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.printed_content import PrintedContent, PrintedForm
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.redaction_marks import FORMAT, LIST
from thb_desktop.domain.second_person import Seconded
from thb_desktop.domain.signature_check import SIGNATURE_CHECK
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.domain.warning_reason import said_by
from thb_desktop.ledger.canonical import encode
from thb_desktop.ledger.record_parts import PARTS
from thb_desktop.report.document.archive import Attachment
from thb_desktop.report.parts.logical_text import logical_text, path_of, record_path
from thb_desktop.report.words import Words

CASE_FORMAT = "thb-bundle-case/1"
CASE = "case/case.json"
MANIFEST = "manifest.json"
MANIFEST_FORMAT = "thb-bundle-manifest/2"


def attachments_of(content: BundleContent, words: Words) -> list[Attachment]:
    """Every attachment, the manifest last; it lists all others and the digest of each record."""
    texts = words.annex
    attachments = [
        Attachment(
            path=path_of(each),
            media_type="text/plain",
            relation="Source",
            description=f"{texts.attachment_record}: {each.interview.number}",
            data=logical_text(content, each),
        )
        for each in content.interviews
    ]
    attachments += [
        _data(record_path(each), "application/jsonl", f"{texts.attachment_hashed}: {each.number}", each.data)
        for each in content.proof.records
    ]
    if content.version is not None:
        told = encode(redactions_told(content.version))
        attachments.append(_data(LIST, "application/json", texts.attachment_redactions, told))
    attachments += [
        _data(CASE, "application/json", texts.attachment_case, encode(case_data(content))),
        _data(
            "custody/custody-extract.json",
            "application/json",
            texts.attachment_custody,
            content.proof.custody_extract,
        ),
        _data(
            "root-certificate.pem",
            "application/x-pem-file",
            texts.attachment_root,
            _pem(content.proof.root_certificate),
        ),
    ]
    manifest = encode(_manifest(content, attachments))
    return [*attachments, _data(MANIFEST, "application/json", texts.attachment_manifest, manifest)]


def case_data(content: BundleContent) -> Record:
    """The printed data of the case as records, without protected identities and working notes."""
    frame, finance = content.frame, content.finance
    return {
        "format": CASE_FORMAT,
        "bundle": _bundle(content),
        "case": _entries(CASE_FILE, (frame.case,))[0],
        "authorities": _entries(AUTHORITY, frame.authorities),
        "proceedings": _entries(PROCEEDING, frame.proceedings),
        "instruments": _entries(INSTRUMENT, frame.instruments),
        "use_conditions": _entries(USE_CONDITION, frame.conditions),
        "officials": _entries(OFFICIAL, frame.officials),
        "interpreters": _entries(INTERPRETER, frame.interpreters),
        "persons": _entries(PERSON, frame.persons),
        "roles": _entries(PERSON_ROLE, frame.roles),
        "persons_told": [to_record(each) for each in frame.told],
        "merges": [to_record(each) for each in frame.merges],
        "corrections": [to_record(each) for each in frame.corrections],
        "interviews": [_interview(each) for each in content.interviews],
        "exhibits": [_exhibit(each) for each in content.exhibits],
        "contents": [_printed(each) for each in content.printed],
        "item_descriptions": _entries(ITEM_DESCRIPTION, frame.items),
        "online_captures": _entries(ONLINE_CAPTURE, frame.captures),
        "signature_checks": _entries(SIGNATURE_CHECK, frame.checks),
        "objects": _entries(CASE_OBJECT, finance.objects),
        "stays": _entries(STAY, finance.stays),
        "accounts": _entries(ACCOUNT, finance.accounts),
        "statements": _entries(STATEMENT, finance.statements),
        "transactions": _entries(TRANSACTION, finance.transactions),
        "hand_overs": _entries(HAND_OVER, finance.hand_overs),
        "value_transfers": _entries(TRANSFER, finance.transfers),
        "attributions": _entries(ATTRIBUTION, finance.attributions),
        "pay_figures": _entries(PAY_FIGURE, finance.pay),
    }


def redactions_told(version: VersionTold) -> Record:
    """The list of redactions: where, why and by whose order, and nothing of what is masked."""
    return {
        "format": FORMAT,
        "disclosure": version.number,
        "instrument": version.instrument,
        "basis": version.basis,
        "redactions": [to_record(each) for each in version.redactions],
        "records": [
            {"record": number, "full_sha256": full, "disclosed_sha256": disclosed}
            for number, full, disclosed in version.records
        ],
        "silent": [{"record": number, "part": part} for number, part in version.silent],
        **({"signed_whole": [*version.signed_whole]} if version.signed_whole else {}),
        "scope": [
            {"kind": kind.value, "reason": reason.value, "count": count}
            for kind, reason, count in version.scope
        ],
        "quality": [to_record(each) for each in version.quality],
        **({"originals": [_original(each) for each in version.originals]} if version.originals else {}),
    }


def _original(original: OriginalTold) -> Record:
    """The custody of an exhibit that is not in the version itself, without words and digests of events."""
    return {
        "number": original.number,
        "copies": [*original.copies],
        "events": [
            {
                "number": each.number,
                "of": len(original.events),
                "action": each.action.value,
                "occurred_at": each.occurred_at.isoformat(timespec="seconds"),
                "recorded_at": each.recorded_at.isoformat(timespec="seconds"),
                **({"result": each.result.value} if each.result else {}),
            }
            for each in original.events
        ],
        "findings": [
            {"rule": each.key, "said": [list(line) for line in said_by(each)]} for each in original.findings
        ],
        "differing": [{"event": number, "characters": count} for number, count in original.differing],
    }


def _entries(description: Description, entries: Iterable[object]) -> list[Record]:
    """Entries with their printed fields, their references, and the fields that the program sets."""
    kept = outward_fields(description)
    return [{name: value for name, value in to_record(each).items() if name in kept} for each in entries]


def _bundle(content: BundleContent) -> Record:
    return {
        "id": content.release.id,
        "number": content.release.number,
        "version": content.release.version,
        "made_at": content.release.made_at.isoformat(timespec="seconds"),
        "language": content.release.language,
        "languages": list(content.release.languages),
        "purpose": content.release.purpose,
        "restricted_because": content.release.restricted_because,
        "recipient": content.release.recipient,
        "contents": list(content.release.contents),
        "transfer": to_record(content.release.transfer),
        "warned": [to_record(each) for each in content.release.warned],
        "software": content.proof.software,
    }


def _interview(full: InterviewInFull) -> Record:
    return {
        "interview": to_record(full.interview),
        **{name: [to_record(each) for each in getattr(full, name)] for name in PARTS},
        "segments": [
            {
                "segment": to_record(each.segment),
                "renderings": [to_record(rendering) for rendering in each.renderings],
            }
            for each in full.segments
        ],
        "state": full.state.value,
        "decisions": [to_record(each) for each in full.decisions],
        "copies": [to_record(each) for each in full.copies],
        "sha256": full.digest,
    }


def _exhibit(full: ExhibitInFull) -> Record:
    lists = [_compared(each) for each in full.lists if each.told.because is None]
    compared = {"digest_lists": lists} if lists else {}
    return {
        **compared,
        "exhibit": to_record(full.exhibit),
        "files": [to_record(each) for each in full.files],
        "custody": [
            {"event": to_record(each.event), "entry": each.sequence, "leaf": each.leaf, "count": each.count}
            for each in full.custody
        ],
        "sha256": full.digest,
    }


def _compared(each: Compared) -> Record:
    """With which list of others files were compared, and how many of them agree; no path is told."""
    told = each.told
    return {
        "name": told.name,
        "sha256": told.sha256,
        "at": told.at.isoformat(),
        "named": told.named,
        "agree": told.agree,
        "differ": len(told.differ),
        "missing": len(told.missing) if each.is_whole else None,
        "not_compared": told.left,
        "unnamed": len(told.unnamed),
    }


def _printed(each: PrintedContent) -> Record:
    """What is printed of the files of an exhibit: how much, and the digests of it."""
    return {
        "exhibit": each.number,
        "files": [
            {
                "name": file.name,
                "sha256": file.sha256,
                "form": file.form.value,
                "why": file.why.value if file.why else "",
                "part": file.part,
                "shown": file.shown,
                "left_out": file.left_out,
                "parts_left": file.parts_left,
                "columns_left": file.columns_left,
                "shortened": file.shortened,
                **({"unread": file.unread} if file.form is PrintedForm.STATEMENT else {}),
                "words_sha256": sha256(file.words.encode()).hexdigest(),
                "pictures": [
                    {"page": each.page, "width": each.width, "height": each.height, "sha256": each.sha256}
                    for each in file.pictures
                ],
            }
            for file in each.files
        ],
        "files_left": each.files_left,
    }


def _manifest(content: BundleContent, attachments: list[Attachment]) -> Record:
    head = content.proof.head
    return {
        "format": MANIFEST_FORMAT,
        "bundle": _bundle(content),
        "case": content.frame.case.reference,
        "files": [
            {
                "path": each.path,
                "size": len(each.data),
                "media_type": each.media_type,
                "sha256": each.sha256,
            }
            for each in attachments
        ],
        "records": [
            {"kind": each.kind, "number": each.number, "path": record_path(each), "sha256": each.sha256}
            for each in content.proof.records
        ],
        "signatures": [
            {
                "field": each.field,
                "name": each.name,
                "function": each.function.value,
                "certificate_sha256": each.certificate,
            }
            for each in content.release.signatures
        ],
        "release": _release(content.release),
        "head": {
            "size": head.size,
            "root": head.root,
            "counters_root": head.counters_root,
            "at": head.at,
            "short_code": head.short_code,
        },
        "root_certificate_sha256": content.proof.root_fingerprint.lower().replace(":", ""),
    }


def _release(release: Release) -> Record:
    """Who releases the bundle, and with whom, or why alone, as the cover prints it."""
    second = release.second or Seconded()
    return {
        "by": release.released_by,
        "second": second.name,
        "function": second.role.value if second.role else "",
        "alone_because": second.alone_because,
    }


def _data(path: str, media_type: str, description: str, data: bytes) -> Attachment:
    return Attachment(path=path, media_type=media_type, relation="Data", description=description, data=data)


def _pem(certificate: bytes) -> bytes:
    text = b64encode(certificate).decode("ascii")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""]).encode("ascii")
