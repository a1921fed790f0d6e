"""The version for a recipient: what is masked, by whose order, what is withheld, and quality of items."""

from collections.abc import Callable, Sequence
from itertools import groupby

from thb_desktop.domain.bundle_withheld import RedactionTold, VersionTold
from thb_desktop.domain.language_outward import RemarkKind
from thb_desktop.domain.masking import mark_of
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.quality import Completeness, QualityStatement
from thb_desktop.domain.redaction_marks import WITHHELD, in_runs
from thb_desktop.domain.remarks import VERDICT
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.described import draw_columns
from thb_desktop.report.parts.setting import Setting, in_groups, instant
from thb_desktop.report.style import CODE
from thb_desktop.words import field_name

_NAMED = {"exhibit": "exhibit", "custody": "custody_event", "interview": "interview"}
"""The table of a part whose field is named in its place."""
_FILES, _ATTESTED = "files", "certifications"
"""The parts of files, and that of a record in which interpreters attest."""


def draw_version(setting: Setting) -> None:
    """Draw the part from a new page on; nothing in a bundle that prints no version."""
    version, words, flow = setting.content.version, setting.words.version, setting.flow
    if version is None:
        return
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        flow.note(words.intro)
        setting.facts(
            [
                (words.version, version.number),
                (words.request, version.instrument),
                (words.basis, version.basis),
            ]
        )
        _draw_redactions(setting, version)
        _draw_translations(setting, version)
        _draw_digests(setting, version)
        _draw_scope(setting, version)
        _draw_quality(setting, version)
    flow.end_part()


def _draw_redactions(setting: Setting, version: VersionTold) -> None:
    words, flow = setting.words.version, setting.flow
    if not version.redactions:
        flow.text(words.none)
        return
    rows = []
    for (place, reason, ordered_by), found in groupby(version.redactions, key=_alike(setting)):
        marks = (mark_of(run, reason) for run in in_runs(each.number for each in found))
        rows.append(("\n".join(marks), place, setting.words.label(reason), ordered_by))
    _draw_rows(setting, (words.mark, words.place, words.reason, words.ordered_by), rows, is_paired=True)
    flow.note(words.held)


def _draw_rows(
    setting: Setting, header: Sequence[str], rows: Sequence[Sequence[str]], *, is_paired: bool = False
) -> None:
    """Draw rows under their titles; what all say in the same words stands once above them, and a column in
    which none says anything is left out. is_paired: as of `draw_columns`.
    """
    columns = [(title, [row[at] for row in rows]) for at, title in enumerate(header)]
    draw_columns(setting, columns, is_paired=is_paired)


def _alike(setting: Setting) -> Callable[[RedactionTold], tuple[str, RedactionReason, str]]:
    """Return by what redactions are told in one row: those of one place, for one reason, by one order."""
    return lambda each: (_whole_place(setting, each), each.reason, each.ordered_by)


def _whole_place(setting: Setting, each: RedactionTold) -> str:
    words = setting.words.version
    place = ", ".join((each.record, in_words(setting, _place(setting, each))))
    if each.field == VERDICT:
        return f"{place}\n{words.verdict}"
    if not each.part:
        return f"{place}\n{words.copy.format(copy=each.copy) if each.copy else words.content}"
    return place


def in_words(setting: Setting, place: str) -> str:
    """Return a place with "files/2 / 3" said as "File 2, Page 3"; any other place as it is."""
    file, _, inside = place.partition(" / ")
    part, _, number = file.partition("/")
    if part != _FILES or not number.isdecimal():
        return place
    common = setting.words.common
    if inside.isdecimal():
        inside = f"{common.page_number} {inside}"
    return ", ".join(filter(None, (f"{common.file} {number}", inside)))


def _place(setting: Setting, each: RedactionTold) -> str:
    """Return the place; of an exhibit, a custody event and the header of a record, the name of the field."""
    part, _, number = each.part.partition("/")
    if part == WITHHELD:
        return " / ".join(filter(None, (each.place, setting.words.label(RemarkKind(each.field)))))
    if part == _ATTESTED:
        return f"{setting.words.label(RemarkKind.ATTESTATION)} {number}"
    if part not in _NAMED:
        return each.place
    name, _, language = each.field.partition("/")
    event = f"{setting.words.custody.event} {number}" if number else ""
    field = field_name(f"{_NAMED[part]}.{name}", setting.words.language)
    return " / ".join(filter(None, (event, field, language)))


def _draw_digests(setting: Setting, version: VersionTold) -> None:
    words, flow = setting.words.version, setting.flow
    if any(each.kind == "exhibit" and each.part for each in version.redactions):
        flow.note(words.exhibits)
    if not version.records:
        return
    flow.heading(words.digests, 2)
    flow.note(words.digests_note)
    widths = (153, 320)
    with Table(flow, widths, header=(words.item, setting.words.common.digest)) as table:
        for number, full, disclosed in version.records:
            for name, digest in ((words.full, full), (words.disclosed, disclosed)):
                table.row(
                    [
                        setting.cell(setting.named(number, name), widths[0]),
                        setting.cell(in_groups(digest), widths[1], CODE),
                    ],
                    headers=1,
                )
    if version.silent:
        parts = ", ".join(f"{number} {part}" for number, part in version.silent)
        flow.note(words.silent.format(parts=parts))


def _draw_translations(setting: Setting, version: VersionTold) -> None:
    """Say what the signatures of linguists cover, and which translations are not there."""
    words, flow = setting.words.version, setting.flow
    if any(each.kind == "language" and not each.part.startswith(WITHHELD) for each in version.redactions):
        flow.note(words.translated)
    if any(each.part.startswith((WITHHELD, _ATTESTED)) for each in version.redactions):
        flow.note(words.remarks)
    if version.signed_whole:
        flow.text(words.signed_whole.format(numbers=", ".join(version.signed_whole)))


def _draw_scope(setting: Setting, version: VersionTold) -> None:
    words, flow = setting.words.version, setting.flow
    flow.heading(words.scope, 2)
    if not version.scope:
        flow.text(words.scope_none)
        return
    label = setting.words.label
    rows = [(label(kind), str(count), label(reason)) for kind, reason, count in version.scope]
    _draw_rows(setting, (words.item, words.count, words.reason), rows)


def _later(setting: Setting, each: QualityStatement) -> str:
    """Whether something came later; of an exhibit that was corrected, when for the last time."""
    words = setting.words.version
    if each.corrected_at is not None:
        return words.corrected.format(at=instant(setting.here(each.corrected_at)))
    return words.yes if each.supplemented else words.no


def _draw_quality(setting: Setting, version: VersionTold) -> None:
    words, flow = setting.words.version, setting.flow
    flow.heading(words.quality, 2)
    flow.note(setting.with_law(words.quality_note, LawKey.DATA_QUALITY))
    header = (words.item, words.completeness, words.verified, words.limits, words.later)
    alike: dict[tuple[str, ...], list[str]] = {}
    for each in version.quality:
        said = (_completeness(setting, each), _verified(setting, each), _limits(setting, each))
        alike.setdefault((*said, _later(setting, each)), []).append(each.number)
    _draw_rows(setting, header, [(", ".join(numbers), *told) for told, numbers in alike.items()])


def _completeness(setting: Setting, each: QualityStatement) -> str:
    """Whether it is an extract, and why; whether words are masked. Nobody says that an exhibit is whole."""
    words, said = setting.words, list[str]()
    if each.extract_because:
        said.append(f"{words.label(Completeness.EXTRACT)} ({each.extract_because})")
    if each.completeness is Completeness.REDACTED:
        said.append(words.label(Completeness.REDACTED))
    whole = words.version.unmasked if each.kind == "exhibit" else words.label(each.completeness)
    return "\n".join(said) or whole


def _verified(setting: Setting, each: QualityStatement) -> str:
    words = setting.words.version
    compared = words.not_verified if each.kind == "exhibit" else ""
    if each.verified_at is not None:
        compared = words.compared.format(at=instant(setting.here(each.verified_at)))
    return "\n".join(filter(None, (compared, each.other_verification)))


def _limits(setting: Setting, each: QualityStatement) -> str:
    as_of = setting.words.version.as_of.format(day=setting.day(each.up_to_date_on))
    return "\n".join(filter(None, (each.known_limits, as_of if each.up_to_date_on else "")))
