"""The cover: who sends what to whom, under which order, on which conditions, and who signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop import words as catalogue
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_release import SignatureWanted
from thb_desktop.domain.case import Authority, in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.person_claims import NAMING
from thb_desktop.domain.record_decision import is_annulled, is_restricted
from thb_desktop.domain.vocabulary import ClaimKind, UserRole
from thb_desktop.report.document.document import Document, Place
from thb_desktop.report.document.flow import Flow, open_text
from thb_desktop.report.document.side_by_side import column_width
from thb_desktop.report.pades import STAMP_FIELDS
from thb_desktop.report.parts.certificate import may_be_withheld
from thb_desktop.report.parts.indexed import marking_of
from thb_desktop.report.parts.instruments import instruments_in_short
from thb_desktop.report.parts.noticed import draw_noticed, recordings_without_file
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE, RULE, STRONG, SUBTITLE, TITLE
from thb_desktop.report.text import TextStyle, draw
from thb_desktop.report.words import Words, language_of, words_in

FIELD_WIDTH, FIELD_HEIGHT = 214.0, 56.0
_LABEL_WIDTH, _BETWEEN = 94.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers that are known when everything else is drawn."""

    pages: int


def draw_cover(
    setting: Setting, counts: Counts, places: Sequence[Place], page_numbers: Mapping[int, int]
) -> None:
    """Draw the cover from a new page on, with what is to be noticed."""
    content, words, flow = setting.content, setting.words.cover, setting.flow
    with flow.section("Sect", title=words.kicker):
        flow.document.place_announced(words.kicker, page=flow.page, top=flow.top)
        common = setting.words.common
        number = (
            f"{common.bundle} {content.release.number}, {common.version.format(n=content.release.version)}"
        )
        flow.text(f"{words.kicker} \u2013 {number}", SUBTITLE, after=2)
        flow.text(in_language(content.frame.case.titles, content.release.language), TITLE, kind="H1", after=8)
        setting.facts(_facts(setting, counts), width=_LABEL_WIDTH)
        flow.box(words.handling, handling_notices(setting), tinted=True)
        draw_noticed(setting, places, page_numbers)
        both = (words.is_title, words.is_items), (words.is_not_title, words.is_not_items)
        flow.boxes([(title, [f"–\u2002{item}" for item in items]) for title, items in both])


def draw_cover_again(setting: Setting, counts: Counts, height: float) -> None:
    """Draw what the cover says and the conditions once more in the language of the case, on this page if it
    has room there; nothing where the cover has that language. height: as `height_again` returns it.
    """
    flow = setting.flow
    if title_again(setting.content, setting.words):
        if height > flow.room:
            flow.break_page()
        outer, flow.language = flow.language, language_of(setting.content.frame.case.language)
        _draw_again(_again(setting, flow), counts)
        flow.language = outer
    flow.break_page()


def height_again(setting: Setting, counts: Counts) -> float:
    """The height of the cover in the language of the case, 0 where the cover has that language."""
    if not title_again(setting.content, setting.words):
        return 0
    scratch = Flow(Document(properties=setting.flow.document.properties), geometry=setting.flow.geometry)
    _draw_again(_again(setting, scratch), counts)
    return scratch.full - scratch.room


def _again(setting: Setting, flow: Flow) -> Setting:
    """The same content in the language of the case."""
    content, own = setting.content, language_of(setting.content.frame.case.language)
    content = replace(content, release=replace(content.release, language=own))
    return Setting(content, words_in(own), flow, setting.clock)


def title_again(content: BundleContent, words: Words) -> str:
    """The heading of the cover in the language of the case; empty where the bundle has that language."""
    own = language_of(content.frame.case.language)
    return "" if own == words.language else _titled(words_in(own))


def _titled(words: Words) -> str:
    return f"{words.cover.kicker} ({words.language_name(words.language)})"


def _draw_again(again: Setting, counts: Counts) -> None:
    flow, words = again.flow, again.words.cover
    with flow.section("Sect", title=words.kicker):
        flow.heading(_titled(again.words), 1, mark=False, announced=True)
        again.facts(_facts(again, counts), width=_LABEL_WIDTH)
        flow.box(words.handling, handling_notices(again), tinted=True)


def _facts(setting: Setting, counts: Counts) -> list[tuple[str, str]]:
    content, words = setting.content, setting.words.cover
    case, made_at = content.frame.case, setting.here(content.release.made_at)
    return [
        (words.case, setting.apart(filter(None, (case.reference, case.notice_number)))),
        (words.sender, _authorities(setting, sends=True)),
        (words.partner, _authorities(setting, sends=False)),
        (words.recipient, _recipient(setting)),
        (words.purpose, content.release.purpose),
        (words.instruments, instruments_in_short(setting)),
        (words.offences, _offences(setting)),
        (words.persons, _persons(setting)),
        (
            words.counts,
            words.counts_value.format(
                interviews=len(content.interviews),
                exhibits=len(content.exhibits),
                files=sum(len(each.files) for each in content.exhibits),
                events=sum(len(each.custody) for each in content.exhibits),
                pages=counts.pages,
            ),
        ),
        (words.withheld, _withheld(setting)),
        (
            words.made,
            f"{setting.day(made_at.date())}, {made_at:%H:%M} {made_at:%:z}",
        ),
        (words.released, _released(setting)),
        *([(words.warned, _warned(setting))] if content.release.warned else ()),
    ]


def _recipient(setting: Setting) -> str:
    release = setting.content.release
    return f"{release.recipient} ({release.transfer.state})" if release.transfer.state else release.recipient


def _released(setting: Setting) -> str:
    """Return who releases the bundle, and with whom, or why alone."""
    content, words = setting.content, setting.words.cover
    if content.release.second is None:
        return content.release.released_by
    if content.release.second.role is None:
        return words.released_alone.format(
            name=content.release.released_by, reason=content.release.second.alone_because
        )
    return words.released_with.format(
        name=content.release.released_by,
        second=content.release.second.name,
        role=setting.words.label(content.release.second.role),
    )


def _warned(setting: Setting) -> str:
    """Return each warning despite which the bundle leaves, with the reason."""
    language, reason = setting.words.language, setting.words.common.reason
    return "\n".join(
        f"{catalogue.sentence(each.warning, language)} {setting.named(reason, each.reason)}"
        for each in setting.content.release.warned
    )


def _authorities(setting: Setting, *, sends: bool) -> str:
    sender = setting.content.release.sender_id

    def line(authority: Authority) -> str:
        official = setting.official(authority.official_id)
        return setting.apart(
            filter(None, (f"{authority.name} ({authority.country})", official, authority.contact))
        )

    return "\n".join(line(each) for each in setting.content.frame.authorities if (each.id == sender) is sends)


def _withheld(setting: Setting) -> str:
    """Return what else the case contains, by kind and number, and the prevailing recordings that lack."""
    counts = [setting.named(setting.words.label(kind), n) for kind, n in setting.content.release.withheld]
    recordings = ", ".join(recordings_without_file(setting))
    lack = recordings and setting.words.cover.withheld_recordings.format(exhibits=recordings)
    return setting.apart(filter(None, (*counts, lack))) or setting.words.common.none


def _offences(setting: Setting) -> str:
    language = setting.content.release.language
    lines = []
    for proceeding in setting.content.frame.proceedings:
        national = proceeding.offence[0][1] if proceeding.offence else ""
        translated = dict(proceeding.offence).get(language) or dict(proceeding.offence).get("en", "")
        other = f" ({translated})" if translated and translated != national else ""
        lines.append(setting.named(proceeding.country, f"{national}{other}"))
    return "\n".join(lines)


def _persons(setting: Setting) -> str:
    by_role: dict[str, list[str]] = {}
    called = _called(setting)
    for person in setting.content.frame.persons:
        shown = f"{person.code} ({called[person.id]})" if called.get(person.id) else person.code
        by_role.setdefault(setting.roles(person.id), []).append(shown)
    return "\n".join(setting.named(role, ", ".join(codes)) for role, codes in by_role.items())


def _called(setting: Setting) -> dict[PersonId, str]:
    """What persons are called in the claims that documents use: their names, or else their other names."""
    found = {}
    for told in setting.content.frame.told:
        names = [each.words for each in told.claims if each.kind is ClaimKind.NAME and each.words]
        others = [each.words for each in told.claims if each.kind in NAMING and each.words]
        found[told.person_id] = ", ".join(names or others)
    return found


def _owing(instrument: Instrument) -> str:
    """Return the number of an instrument, with the State to which what it brought goes back: the one that
    executes it, whichever of the two sends the bundle.
    """
    return f"{instrument.number} ({instrument.to_country})" if instrument.to_country else instrument.number


def handling_notices(setting: Setting) -> list[str]:
    content, words = setting.content, setting.words.cover
    legal = setting.words.legal
    returned = [_owing(each) for each in content.frame.instruments if each.return_required]
    notices = [words.handling_general, words.handling_remedies]
    if returned:
        notices.append(words.handling_return.format(references=", ".join(returned)))
    if content.frame.conditions:
        numbers = ", ".join(each.number for each in content.frame.conditions)
        notices.append(setting.named(legal.use_conditions, numbers))
    if marked := _markings(setting):
        notices.append(setting.named(words.handling_codes, setting.apart(marked)))
    notices += [words.handling_data, coded_persons(setting)]
    confidential = [each.number for each in content.frame.instruments if each.confidential]
    urgent = [each.number for each in content.frame.instruments if each.urgent]
    relayed = [
        each.interview.number
        for each in content.interviews
        if any(engagement.is_relay for engagement in each.without_struck().engagements)
    ]
    if confidential:
        notices.append(words.handling_confidential.format(references=", ".join(confidential)))
    if urgent:
        notices.append(words.handling_urgent.format(references=", ".join(urgent)))
    if relayed:
        notices.append(words.handling_relay.format(references=", ".join(relayed)))
    if annulled := [each.interview.number for each in content.interviews if is_annulled(each.decisions)]:
        notices.append(words.handling_annulled.format(references=", ".join(annulled)))
    if restricted := [each.interview.number for each in content.interviews if is_restricted(each.decisions)]:
        reason = content.release.restricted_because
        notices.append(words.handling_restricted.format(references=", ".join(restricted), reason=reason))
    if content.frame.case.fictional:
        notices.append(words.handling_fictional)
    return notices


def coded_persons(setting: Setting) -> str:
    """Say that persons stand under codes, beside which of them a name stands, and what texts tell."""
    words, called = setting.words.cover, _called(setting)
    codes = [each.code for each in setting.content.frame.persons if called.get(each.id)]
    coded = words.persons_named.format(codes=", ".join(codes)) if codes else words.persons_coded
    return f"{coded} {words.persons_texts}"


def _markings(setting: Setting) -> list[str]:
    """Return each handling code with its number; one of another scheme, or none, in the provider's words."""
    told = [(each, marking_of(setting, each)) for each in setting.content.frame.conditions]
    return [f"{said} ({each.number})" for each, said in told if said]


def draw_signatures(setting: Setting) -> None:
    """Draw the fields of those who sign, two beside each other. The contents stand before them, which need no
    page of their own.
    """
    flow, words = setting.flow, setting.words.cover
    wanted = setting.content.release.signatures
    if not wanted:
        return
    flow.heading(words.signatures, 2, mark=False, announced=True)
    flow.note(words.signature_level)
    for at in range(0, len(wanted), 2):
        _draw_beside(setting, wanted[at : at + 2])
    _leave_room_for_time_stamp(setting)


def _draw_beside(setting: Setting, wanted: Sequence[SignatureWanted]) -> None:
    """Each signer in a column: who and what for, and below it the prepared field."""
    flow, width = setting.flow, column_width(setting.flow)
    told = [
        [flow.lay_out(text, style, width=width) for text, style in _signs_as(setting, each)]
        for each in wanted
    ]
    height = max(sum(each.height + _BETWEEN for each in one) for one in told) + _BETWEEN
    flow.need(height + FIELD_HEIGHT)
    top = flow.top
    for at, (each, paragraphs) in enumerate(zip(wanted, told, strict=True)):
        x = flow.left + at * (flow.width - width)
        flow.top = top
        for paragraph in paragraphs:
            flow.paragraph(paragraph, kind="P", x=x)
            flow.top -= _BETWEEN
        _draw_field(setting, each, x, top - height)
    flow.top = top - height - FIELD_HEIGHT


def _signs_as(setting: Setting, wanted: SignatureWanted) -> tuple[tuple[str, TextStyle], ...]:
    """Return the name and function of a signer, and what the signature means."""
    words, meaning = setting.words.cover, setting.words.cover.meaning_authority
    if wanted.function is UserRole.INTERPRETER:
        attested = (one.user_id for each in setting.content.interviews for one in each.certifications)
        meaning = words.meaning_interpreter_alone
        if wanted.user_id in set(attested):
            meaning = words.meaning_interpreter
        elif may_be_withheld(setting, wanted.user_id):
            meaning = words.meaning_interpreter_withheld
    return (f"{wanted.name}, {setting.words.label(wanted.function)}", STRONG), (meaning, NOTE)


def _draw_field(setting: Setting, wanted: SignatureWanted, x: float, top: float) -> None:
    flow, words = setting.flow, setting.words.cover
    page, bottom = flow.page, top - FIELD_HEIGHT
    page.frame(x, bottom, FIELD_WIDTH, FIELD_HEIGHT, weight=0.6, colour=RULE)
    _draw_in_field(flow, words.field_note, x + 8, top - 8)
    with flow.document.tree.element("Form", flow.parent) as form:
        box = (x, bottom, x + FIELD_WIDTH, top)
        (name, _), (meaning, _) = _signs_as(setting, wanted)
        words_for = f"{setting.named(words.field, name)}. {meaning}"
        flow.document.fields.append(page.signature_field(form, box, name=wanted.field, words=words_for))


def _draw_in_field(flow: Flow, text: str, x: float, top: float) -> None:
    """Draw what paper shows in the frame, where the signature itself is invisible."""
    paragraph = flow.lay_out(text, NOTE, width=FIELD_WIDTH - 16)
    element = open_text(flow.document, flow.parent, "P", paragraph)
    with flow.page.marked(element):
        draw(paragraph, flow.page, x, top)
    flow.document.tree.close(element)


def _leave_room_for_time_stamp(setting: Setting) -> None:
    """Invisible fields for the time stamps of an archive: they must exist before anyone signs."""
    flow, words = setting.flow, setting.words.cover
    for number, name in enumerate(STAMP_FIELDS, start=1):
        with flow.document.tree.element("Form", flow.parent) as form:
            box = (flow.left, flow.top, flow.left, flow.top)
            told = f"{words.archive_field} ({number})"
            flow.document.fields.append(flow.page.signature_field(form, box, name=name, words=told))
