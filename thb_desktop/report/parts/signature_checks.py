"""What was found of signatures in the files of an exhibit, on its sheet: each judgement is a block."""

from collections.abc import Iterator
from datetime import datetime

from thb_desktop import words as catalogue
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.masking import mark_of
from thb_desktop.domain.remarks import VERDICT
from thb_desktop.domain.signature_check import (
    SIGNATURE_CHECK,
    FoundSignature,
    SignatureCheck,
    SignatureTime,
    found_in,
)
from thb_desktop.domain.signature_level import LEVEL_FIELDS
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding
from thb_desktop.ledger import canonical
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.described import label, said
from thb_desktop.report.parts.setting import Setting, in_groups, instant


def draw_checks(setting: Setting, full: ExhibitInFull) -> None:
    """Draw the judgements of an exhibit in the order in which they were kept, and say which of them a version
    withholds; nothing if there are none.
    """
    words = setting.words.signatures
    _draw_withheld(setting, full.exhibit.number)
    found = [each for each in setting.content.frame.checks if each.exhibit_id == full.exhibit.id]
    if not found:
        return
    names = {str(each.id): each.name for each in full.files}
    for each in found:
        file = names.get(each.file_id, in_groups(each.sha256[:16]))
        draw_sections(setting, [(words.of.format(file=file), list(_judged(setting, each, names)))])
        setting.facts(_found(setting, each))
    setting.flow.note(words.note)


def _draw_withheld(setting: Setting, number: str) -> None:
    version = setting.content.version
    for each in version.redactions if version else ():
        if (each.field, each.record) == (VERDICT, number):
            told = f"{mark_of(each.number, each.reason)} {setting.words.version.verdict}"
            setting.facts([(each.place, told)])


def _judged(setting: Setting, check: SignatureCheck, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    words, own = setting.words.signatures, SIGNATURE_CHECK
    yield label(setting, own, own["verdict"]), setting.words.label(check.verdict)
    yield label(setting, own, own["judged_at"]), instant(setting.here(check.judged_at))
    yield words.by, setting.names.get(check.by, "")
    if check.content_id is not None:
        yield words.content, names.get(check.content_id, setting.words.common.elsewhere)
    trusted = "\n".join(f"{name}, SHA-256 {in_groups(digest)}" for name, digest in check.anchors)
    yield label(setting, own, own["anchors"]), trusted or words.no_anchors
    for name in LEVEL_FIELDS:
        if value := said(setting, own[name], getattr(check, name)):
            yield label(setting, own, own[name]), value


def _found(setting: Setting, check: SignatureCheck) -> Iterator[tuple[str, str]]:
    words = setting.words.signatures
    try:
        found = found_in(canonical.parse(check.said.encode()))
    except FormatError:  # another program of this office wrote it: it is told as it stands
        yield words.whole, check.said
        return
    for number, each in enumerate(found.signatures, 1):
        name = words.time_stamp if each.is_time_stamp else words.signature
        told = name.format(number=number, count=len(found.signatures))
        yield told, "\n".join(_signature(setting, each))
    yield words.whole, "\n".join(_sentences(setting, found.notes))


def _signature(setting: Setting, found: FoundSignature) -> Iterator[str]:
    words, named = setting.words.signatures, setting.named
    yield f"ETSI EN 319 102-1: {found.indicated}" + (f" ({found.place})" if found.place else "")
    if found.signer:
        yield named(words.signer, found.signer)
        yield named(words.issuer, found.issuer)
        yield named(words.fingerprint, in_groups(found.fingerprint))
    if found.anchor:
        yield named(words.anchor, found.anchor)
    yield named(words.time, _time(setting, found.time_from, found.at))
    if found.covers:
        more = [words.more.format(count=found.more)] if found.more else []
        yield named(words.covers, ", ".join([*found.covers, *more]))
    yield from _sentences(setting, found.notes)


def _time(setting: Setting, time_from: SignatureTime, at: datetime | None) -> str:
    words = setting.words.signatures
    if at is None:
        return words.time_nobody
    told = {
        SignatureTime.NOBODY: words.time_nobody,
        SignatureTime.SIGNER: words.time_signer,
        SignatureTime.TIME_STAMP: words.time_stamped,
        SignatureTime.TIME_STAMP_UNKNOWN: words.time_unknown,
    }[time_from]
    return told.format(at=instant(at))


def _sentences(setting: Setting, notes: tuple[Finding, ...]) -> Iterator[str]:
    for each in notes:
        try:
            yield catalogue.sentence(each, setting.words.language)
        except KeyError:  # of another version of this program
            yield each.key
