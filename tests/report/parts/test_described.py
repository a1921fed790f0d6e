"""The pages show what the descriptions say: each printed field, and nothing that no description holds."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from reportlab.pdfbase.pdfdoc import Destination

from tests.domain.test_field_words import descriptions
from tests.support import money
from tests.support.bundles import case_content
from tests.support.sampled import few
from tests.support.stays import a_stay
from tests.support.testimony import lined_up
from thb_desktop.domain import ids
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.interview_fields import ROWS
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.vocabulary import RecordDecisionKind
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, Place
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.cited import passages_by_exhibit
from thb_desktop.report.parts.cover import Counts, draw_cover
from thb_desktop.report.parts.described import said
from thb_desktop.report.parts.exhibits import draw_index, draw_sheets
from thb_desktop.report.parts.finance import draw_finance
from thb_desktop.report.parts.interview import draw_interviews
from thb_desktop.report.parts.legal import draw_legal
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import BODY, PORTRAIT
from thb_desktop.report.text import Align, Direction, Paragraph, TextStyle, lay_out
from thb_desktop.report.words import words_in
from thb_desktop.services.case_file.entries import KINDS
from thb_desktop.vault.tables.registry import table_named

OF_NO_PAGE = {
    *("age_decision", "claim_words", "identity", "person_claim"),
    *("language_job", "language_certificate", "statement_elsewhere"),
    *("glossary_concept", "glossary_term", "transmission"),
    *("action_team", "person_found", "voided_number"),
    "user_binding",
}
"""Sealed, or told only as far as the judge chose it (`tests/services/bundling/test_persons_told.py`); or of
one record alone (`test_elsewhere_told.py`, `test_language_jobs.py` beside it); or told nowhere outside."""
DESCRIBED = {name: each for name, each in descriptions().items() if name not in OF_NO_PAGE}
STRUCTURE = {"id", "case_id", "interview_id", "exhibit_id", "segment_id", "person_id", "position"}
"""By which entries hang together; what is shown through them is another entry."""
TOLD_BY_THE_PROGRAM = {
    "account.checksum",
    *("bank_statement.sha256", "bank_statement.mapping", "bank_statement.unread"),
    "bank_statement.unread_because",
    "case_file.fictional",
    "custody_event.clock_source",
    "custody_event.number",
    "custody_event.recorded_at",
    "exhibit.root_id",
    "interview.rectifies_id",
    "interview.state",
    "interview.supplements_id",
    "record_decision.at",
    "record_decision.entered_by",
    "rendering.typed_by",
    *(
        f"{name}.struck"
        for name, each in DESCRIBED.items()
        if "struck" in each.internal and name != "exhibit"
    ),
    "exhibit.struck",
}
"""What the pages show of an entry besides its described fields: what the program set."""
ROW_LISTS = {
    "presence": "presences",
    "caution": "cautions",
    "victim_information": "victim_information",
    "timeline_event": "timeline",
    "lineup": "lineups",
    "recording": "recordings",
    "special_measure": "measures",
    "earlier_interview": "earlier",
    "interpreter_engagement": "engagements",
    "intervention": "interventions",
    "read_back_correction": "corrections",
    "record_signature": "signatures",
}
FRAME = {
    "authority": "authorities",
    "proceeding": "proceedings",
    "instrument": "instruments",
    "use_condition": "conditions",
    "official": "officials",
    "interpreter": "interpreters",
    "person": "persons",
    "person_role": "roles",
    "item_description": "items",
    "online_capture": "captures",
}
FINANCE = {
    "account": "accounts",
    "bank_statement": "statements",
    "money_transaction": "transactions",
    "hand_over": "hand_overs",
    "value_transfer": "transfers",
    "attribution": "attributions",
    "pay_figure": "pay",
    "case_object": "objects",
    "stay": "stays",
}
AT = datetime(2026, 3, 25, 10, 5, tzinfo=timezone(timedelta(hours=1)))


@cache
def laid_out(
    text: str, style: TextStyle, width: float, language: str, *, direction: Direction | None, align: Align
) -> Paragraph:
    """Each text of the pages once: from one field to the next, nearly all stay as they are."""
    return lay_out(text, style=style, width=width, language=language, direction=direction, align=align)


class Reading(Flow):
    """A flow that remembers every text that was laid out."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, geometry=PORTRAIT)
        self.texts: list[str] = []

    def lay_out(
        self,
        text: str,
        style: TextStyle = BODY,
        *,
        width: float | None = None,
        language: str = "",
        direction: Direction | None = None,
        align: Align = Align.START,
        **_: object,
    ) -> Paragraph:
        self.texts.append(text)
        wide = self.width if width is None else width
        return laid_out(text, style, wide, language or self.language, direction=direction, align=align)


def plain(text: str) -> str:
    return "".join(text.split()).casefold()


@dataclass(frozen=True)
class Page:
    """A content in which an entry of each kind can be exchanged for another."""

    content: BundleContent
    known: dict[str, tuple[str, str]]

    @property
    def setting(self) -> Setting:
        properties = Properties(title="", language="en", software="", made_at=self.content.release.made_at)
        return Setting(self.content, words_in("en"), Reading(Document(properties=properties)))

    def texts(self) -> Counter[str]:
        """Every text of the pages, without regard to capitals and to groups of digits."""
        setting = self.setting
        draw_cover(setting, Counts(pages=1), [], {})
        sheets = [
            Place(
                title=each.exhibit.number,
                level=2,
                page=0,
                destination=Destination(each.exhibit.number),
                about=each.exhibit.id,
            )
            for each in self.content.exhibits
        ]
        draw_legal(setting)
        draw_index(setting, sheets, {0: 1}, follows=0)
        draw_interviews(setting)
        draw_sheets(setting, passages_by_exhibit(self.content))
        draw_finance(setting)
        assert isinstance(setting.flow, Reading)
        return Counter(map(plain, setting.flow.texts))

    def with_entry(self, name: str, entry: Any) -> "Page":
        return replace(self, content=PLACES[name](self.content, entry))

    def entry(self, name: str) -> Any:
        return HELD[name](self.content)


def _in_record(content: BundleContent, **changes: Any) -> BundleContent:
    return replace(content, interviews=(replace(content.interviews[0], **changes),))


def _in_exhibit(content: BundleContent, **changes: Any) -> BundleContent:
    return replace(content, exhibits=(replace(content.exhibits[0], **changes), *content.exhibits[1:]))


def _in_turn(content: BundleContent, **changes: Any) -> BundleContent:
    first, *others = content.interviews[0].segments
    return _in_record(content, segments=(replace(first, **changes), *others))


def _first(values: tuple[Any, ...], entry: Any) -> tuple[Any, ...]:
    return (entry, *values[1:])


def _event(content: BundleContent, entry: Any) -> BundleContent:
    custody = content.exhibits[0].custody
    return _in_exhibit(content, custody=_first(custody, replace(custody[0], event=entry)))


def _interview(content: BundleContent, entry: Any) -> BundleContent:
    record = next(each for each in content.proof.records if each.kind == "interview")
    proof = replace(content.proof, records=(replace(record, number=entry.number),))
    return replace(_in_record(content, interview=entry), proof=proof)


def _rendering(content: BundleContent, entry: Any) -> BundleContent:
    return _in_turn(content, renderings=_first(content.interviews[0].segments[0].renderings, entry))


def _of_frame(part: str) -> Callable[[BundleContent, Any], BundleContent]:
    def place(content: BundleContent, entry: Any) -> BundleContent:
        kept = _first(getattr(content.frame, part), entry)
        return replace(content, frame=replace(content.frame, **{part: kept}))

    return place


def _of_finance(part: str) -> Callable[[BundleContent, Any], BundleContent]:
    def place(content: BundleContent, entry: Any) -> BundleContent:
        kept = _first(getattr(content.finance, part), entry)
        return replace(content, finance=replace(content.finance, **{part: kept}))

    return place


def _of_rows(part: str) -> Callable[[BundleContent, Any], BundleContent]:
    return lambda content, entry: _in_record(
        content, **{part: _first(getattr(content.interviews[0], part), entry)}
    )


PLACES: dict[str, Callable[[BundleContent, Any], BundleContent]] = {
    "case_file": lambda content, entry: replace(content, frame=replace(content.frame, case=entry)),
    "interview": _interview,
    "segment": lambda content, entry: _in_turn(content, segment=entry),
    "rendering": _rendering,
    "exhibit": lambda content, entry: _in_exhibit(content, exhibit=entry),
    "custody_event": _event,
    **{name: _of_frame(part) for name, part in FRAME.items()},
    **{name: _of_finance(part) for name, part in FINANCE.items()},
    **{name: _of_rows(part) for name, part in ROW_LISTS.items()},
    "record_decision": _of_rows("decisions"),
}
HELD: dict[str, Callable[[BundleContent], Any]] = {
    "case_file": lambda content: content.frame.case,
    "interview": lambda content: content.interviews[0].interview,
    "segment": lambda content: content.interviews[0].segments[0].segment,
    "rendering": lambda content: content.interviews[0].segments[0].renderings[0],
    "exhibit": lambda content: content.exhibits[0].exhibit,
    "custody_event": lambda content: content.exhibits[0].custody[0].event,
    **{name: lambda content, part=part: getattr(content.frame, part)[0] for name, part in FRAME.items()},
    **{name: lambda content, part=part: getattr(content.finance, part)[0] for name, part in FINANCE.items()},
    **{
        name: lambda content, part=part: getattr(content.interviews[0], part)[0]
        for name, part in ROW_LISTS.items()
    },
    "record_decision": lambda content: content.interviews[0].decisions[0],
}
VALUES: dict[Editor, tuple[Any, Any]] = {
    Editor.LINES: (("one", "two"), ("three",)),
    Editor.TITLES: ((("fr", "un"),), (("fr", "deux"),)),
    Editor.CLAIMED_DATES: ((("2009-02-14", "X"),), (("2009", "Y"),)),
    Editor.DETAILS: ((("make", "X"),), (("make", "Y"),)),
    Editor.ANSWERS: ((("H6_REASONS", "X"),), (("H6_REASONS", "Y"),)),
    Editor.NUMBER: (7, 8),
    Editor.SECONDS: (-7, 8),
    Editor.AMOUNT: ("11.05", "12.05"),
    Editor.BALANCE: ("-11.05", "12.05"),
    Editor.CURRENCY: ("USD", "CHF"),
    Editor.YES_NO: (True, False),
    Editor.LANGUAGE: ("ti", "so"),
    Editor.LANGUAGES: (("ti",), ("so",)),
    Editor.DIRECTIONS: (("ti>fr",), ("so>fr",)),
    Editor.COUNTRY: ("NL", "PT"),
    Editor.COUNTRIES: (("NL",), ("PT",)),
    Editor.ZONE: ("Africa/Asmara", "Asia/Ho_Chi_Minh"),
    Editor.DAY: (date(2024, 2, 3), date(2024, 2, 4)),
    Editor.PARTIAL_DATE: (PartialDate("2023-05~"), PartialDate("2022")),
    Editor.MOMENT: (AT, AT + timedelta(minutes=7)),
}


def pair(page: Page, description: Description, field: Field) -> tuple[Any, Any]:
    """Two values that the field may have."""
    if field.codes is not None:
        one, other = list(field.codes)[-2:]
        return ((one,), (other,)) if field.editor is Editor.CODES else (one, other)
    if field.editor is Editor.REFERENCE:
        return page.known[field.refers_to]
    return VALUES.get(
        field.editor, (f"a {description.name} {field.name}", f"b {description.name} {field.name}")
    )


@pytest.fixture(scope="module")
def page() -> Page:
    """A small content that holds an entry of each kind with every field filled in."""
    content = case_content("perla")
    shown = (lined_up(id=ids.RowId(each), number=each) for each in ("lineup", "lineup-2"))
    full = replace(content.interviews[0], lineups=tuple(shown))
    known = {
        "person": tuple(each.id for each in content.frame.persons[:2]),
        "official": tuple(each.id for each in content.frame.officials[:2]),
        "authority": tuple(each.id for each in content.frame.authorities[:2]),
        "interpreter": tuple(each.id for each in content.frame.interpreters[:2]),
        "instrument": tuple(each.id for each in content.frame.instruments[:2]),
        "exhibit": tuple(each.exhibit.id for each in content.exhibits[1:3]),
        "proceeding": tuple(each.id for each in content.frame.proceedings[:2]),
        "account": tuple(each.id for each in content.finance.accounts[:2]),
        "case_object": tuple(each.id for each in content.finance.objects[:2]),
        "interview": tuple(each.interview.id for each in content.interviews[:2]),
        "bank_statement": ("statement-1", "statement-2"),
        "hand_over": ("hand-over-1", "hand-over-2"),
        "segment": tuple(each.segment.id for each in full.segments[:2]),
        "presence": tuple(each.id for each in full.presences[:2]),
        "lineup": ("lineup", "lineup-2"),
        "custody_event": tuple(each.event.id for each in content.exhibits[1].custody[:2]),
        "user": tuple(identity for identity, _ in content.frame.users)[:1] * 2,
    }
    decision = RecordDecision(
        id=ids.RowId("decision"),
        interview_id=full.interview.id,
        kind=RecordDecisionKind.RESTRICTED,
        entered_by=content.frame.users[0][0],
        at=AT,
    )
    few = replace(
        full,
        segments=full.segments[:2],
        interpreters=content.frame.interpreters,
        decisions=(decision,),
    )
    condition = UseCondition(
        id=ids.RowId("condition"),
        case_id=content.frame.case.id,
        number="C-1",
        kind=ConditionKind.SPECIALITY,
        text="This offence alone",
        imposed_by="DIICOT",
        imposed_state="RO",
    )
    case_id, (one, _), (worker, _) = content.frame.case.id, known["account"], known["person"]
    about_money = replace(
        content.finance,
        statements=tuple(
            money.statement(case_id, one, id=each, number=each) for each in known["bank_statement"]
        ),
        hand_overs=tuple(money.hand_over(case_id, id=each, number=each) for each in known["hand_over"]),
        transfers=(money.transfer(case_id, None, id="transfer-1"),),
        attributions=(money.attribution(case_id, one, id="attribution-1"),),
        pay=(money.pay_figure(case_id, worker, id="pay-1"),),
        stays=(a_stay(case_id, worker, "place-1", id="stay-1"),),
    )
    described = content.exhibits[1].exhibit.id
    item = ItemDescription(
        id=ids.RowId("item"), case_id=content.frame.case.id, exhibit_id=described, item="Telephone"
    )
    capture = OnlineCapture(
        id=ids.RowId("capture"),
        case_id=content.frame.case.id,
        exhibit_id=described,
        requested_url="https://example.org/a",
        captured_at=AT,
    )
    small = replace(
        content,
        finance=about_money,
        frame=replace(content.frame, conditions=(condition,), items=(item,), captures=(capture,)),
        interviews=(few,),
        exhibits=content.exhibits[:3],
    )
    made = Page(content=small, known=known)
    for description in DESCRIBED.values():
        values = {field.name: pair(made, description, field)[0] for field in description.fields}
        if description in ROWS:
            part = ROW_LISTS[description.name]
            entry = description.entity(
                id=ids.RowId(description.name), interview_id=full.interview.id, struck="", **values
            )
            rows = (entry, *getattr(full, part)[1:2])
            made = replace(made, content=_in_record(made.content, **{part: rows}))
        else:
            if description.name in ("segment", "presence"):
                values.pop("language", None)
            made = made.with_entry(description.name, replace(made.entry(description.name), **values))
    return made


@pytest.fixture(scope="module")
def before(page: Page) -> Counter[str]:
    return page.texts()


IN_LISTS = {"official.code", "interpreter.languages"}
"""Told in the lists of officials and linguists of a bundle, and not where a record names somebody."""
FIELDS = few([(each, field) for each in DESCRIBED.values() for field in each.fields], 50)


@pytest.mark.parametrize(
    ("description", "field"), FIELDS, ids=[f"{each.name}.{field.name}" for each, field in FIELDS]
)
def test_a_field_is_on_the_page_exactly_if_its_description_says_so(
    page: Page, before: Counter[str], description: Description, field: Field
):
    entry, (_, other) = page.entry(description.name), pair(page, description, field)
    changed = page.with_entry(description.name, replace(entry, **{field.name: other}))

    appeared = changed.texts() - before

    in_record = description in ROWS or description.name == "segment"
    by_the_clock = in_record and field.editor is Editor.MOMENT  # the day stands in the header
    word = f"{other:%H:%M}" if by_the_clock else plain(said(page.setting, field, other))
    if (description.name, field.name) == ("custody_event", "actor_id"):  # function and unit stand in a list
        word = plain(page.setting.official_code(other))
    found = any(word in text for text in appeared)
    printed = field.printed or f"{description.name}.{field.name}" in IN_LISTS
    if not printed:  # a table that breaks over a page elsewhere says its title and header once more
        appeared = Counter(
            {text: n for text, n in appeared.items() if not (text in before or text.endswith("(continued)"))}
        )
    assert (bool(appeared), found) == (printed, printed)


@pytest.mark.parametrize("description", few(list(DESCRIBED.values()), 6), ids=lambda each: each.name)
def test_of_what_the_program_sets_no_more_is_on_the_page_than_is_told_here(
    page: Page, before: Counter[str], description: Description
):
    entry = page.entry(description.name)
    hints = get_type_hints(description.entity)
    told = set()
    for name in set(description.internal) - STRUCTURE:
        other = otherwise(page, hints[name], getattr(entry, name))
        changed = page.with_entry(description.name, replace(entry, **{name: other}))
        if changed.texts() != before:
            told.add(f"{description.name}.{name}")

    assert told == {each for each in TOLD_BY_THE_PROGRAM if each.startswith(f"{description.name}.")}


def otherwise(page: Page, hint: Any, value: Any) -> Any:
    """Some other value of what the program sets."""
    kinds = {hint, *get_args(hint)}
    if codes := [each for each in kinds if isinstance(each, type) and issubclass(each, StrEnum)]:
        return next(each for each in codes[0] if each is not value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, datetime):
        return value + timedelta(days=1)
    if isinstance(value, tuple):
        return (*value, ("other", "words") if "tuple[tuple" in str(hint) else "other")
    return next(each.exhibit.id for each in page.content.exhibits if each.exhibit.id != value)


def corrected(page: Page, name: str, field: str, kept: tuple[str | None, str | None]) -> Page:
    correction = Correction(
        id=ids.RowId("correction"),
        case_id=page.content.frame.case.id,
        entity=name,
        subject_id=page.entry(name).id,
        field=field,
        before=kept[0],
        after=kept[1],
        reason="Misread from the paper file",
        at=AT,
        by=page.content.frame.users[0][0],
    )
    return replace(
        page,
        content=replace(page.content, frame=replace(page.content.frame, corrections=(correction,))),
    )


@pytest.mark.parametrize(
    "name", few([each.description.name for each in KINDS if each.description.name in DESCRIBED], 4)
)
def test_a_corrected_field_shows_what_stood_there_what_stands_there_since_why_and_by_whom(
    page: Page, before: Counter[str], name: str
):
    description, table = DESCRIBED[name], table_named(name)
    for field in description.printed():
        if (name, field.name) == ("person", "code"):
            continue
        values = pair(page, description, field)
        rows = [table.to_row(replace(page.entry(name), **{field.name: value})) for value in values]
        kept = tuple(None if row[field.name] is None else str(row[field.name]) for row in rows)

        appeared = corrected(page, name, field.name, (kept[0], kept[1])).texts() - before

        shown = [plain(said(page.setting, field, value)) for value in values]
        told = [*shown, plain("Misread from the paper file"), plain(page.content.frame.users[0][1])]
        assert [each for each in told if not any(each in text for text in appeared)] == [], field.name


def test_a_pseudonym_that_was_corrected_is_told_without_what_stood_there(page: Page, before: Counter[str]):
    told = corrected(page, "person", "code", ("Ana Exemplu", "V-01")).texts() - before

    assert not any(plain("Ana Exemplu") in text for text in told)
    assert plain("kept in the office") in told


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "nl", "ro"])
@pytest.mark.parametrize(("listed", "left"), [(0, 0), (0, 2), (1, 2), (1, 0)])
def test_the_register_says_that_the_case_has_no_instrument_only_if_it_has_none(
    language: str, listed: int, left: int
):
    content = case_content("perla")
    frame = replace(content.frame, instruments=content.frame.instruments[:listed])
    withheld = ((WithheldKind.INSTRUMENTS, left),) if left else ()
    shown = replace(content, frame=frame, release=replace(content.release, withheld=withheld))
    setting = Setting(shown, words_in(language), Page(content=content, known={}).setting.flow)

    draw_legal(setting)

    words = setting.words.legal
    said = setting.flow.texts
    assert (words.no_instruments in said) == (not listed and not left)
    assert (words.none_in_bundle in said) == (not listed and left > 0)
    assert (words.instruments_left.format(count=left) in said) == (left > 0)
