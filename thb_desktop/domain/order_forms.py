"""Official forms of orders, as data: their sections, and which fields of the register each takes and needs.

The program prints data to help fill a form, and never the form. V-X-05: an order is not marked as sent while
a section of its form lacks what it needs; what the other side did with it is entered all the same. V-X-06:
that its measures are available at home is confirmed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType, MeasureKind
from thb_desktop.domain.vocabulary import AuthorityKind
from thb_desktop.findings import Finding, Value
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

FIELDS = frozenset(each.name for each in fields(Instrument)) - {"id", "case_id", "struck", "note"}
"""The fields of the register that a form can take."""
_NOT_SENT = frozenset(
    {None, InstrumentStatus.DRAFT, InstrumentStatus.ISSUED, InstrumentStatus.VALIDATED}
    | {InstrumentStatus.WITHDRAWN, InstrumentStatus.CLOSED}
)
JUDICIAL = frozenset(
    {AuthorityKind.COURT_OR_JUDGE, AuthorityKind.INVESTIGATING_JUDGE, AuthorityKind.PUBLIC_PROSECUTOR}
)
"""Article 2(c)(i) of Directive 2014/41/EU. An order of any other authority is validated by one of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """One section. takes: the fields that it has. needs: those without which an order is not marked as sent.

    needs_if: what it needs besides where the answer to a question is yes. validates: its fields are needed
    where the issuing authority is not judicial. parts: of the section, each with the measures, as ticked, for
    which it is filled in.
    """

    letter: str
    takes: tuple[str, ...]
    needs: frozenset[str]
    needs_if: Mapping[str, str]
    validates: bool
    parts: Mapping[str, frozenset[MeasureKind]] = field(default_factory=dict)

    def parts_for(self, measures: Iterable[MeasureKind]) -> tuple[str, ...]:
        """Return which parts of the section are filled in for these measures."""
        ticked = set(measures)
        return tuple(part for part, wanted in self.parts.items() if wanted & ticked)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderForm:
    """One official form. cite: as lawyers cite it. certificate: what the issuing authority certifies with it.

    certain: whether somebody compared this with the official text on `checked_on`.
    """

    key: str
    cite: str
    types: frozenset[InstrumentType]
    version: str
    checked_on: date
    source: str
    certain: bool
    certificate: tuple[str, ...]
    sections: tuple[FormSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuers:
    """What the issuing and the validating authority of an order are; None if none is named."""

    issuing: AuthorityKind | None
    validating: AuthorityKind | None

    @property
    def need_validation(self) -> bool:
        return self.issuing is not None and self.issuing not in JUDICIAL


def is_sent(status: InstrumentStatus | None) -> bool:
    """Whether an order of this status has left."""
    return status not in _NOT_SENT


def missing(form: OrderForm, order: Instrument, issuers: Issuers) -> Mapping[str, tuple[str, ...]]:
    """Return what each section of the form lacks, by its letter: names of fields. Sections that lack nothing
    are not in it.
    """
    found = {each.letter: tuple(_missing_in(each, order, issuers)) for each in form.sections}
    return {letter: names for letter, names in found.items() if names}


def _missing_in(section: FormSection, order: Instrument, issuers: Issuers) -> Iterator[str]:
    if section.validates and not issuers.need_validation:
        return
    followed = {then for asked, then in section.needs_if.items() if getattr(order, asked) is True}
    for name in section.takes:
        is_validator = section.validates and name == "validating_authority_id"
        needed = name in section.needs | followed and _is_empty(getattr(order, name))
        if needed or (is_validator and issuers.validating not in JUDICIAL):
            yield name


def _is_empty(value: object) -> bool:
    """No answer. A no is one."""
    if isinstance(value, tuple):
        return all(is_blank(str(each)) for each in value)
    return value is None or (isinstance(value, str) and is_blank(value))


def check_order(form: OrderForm, order: Instrument, issuers: Issuers, *, home: str) -> Iterator[Finding]:
    """V-X-05 and V-X-06, told of an order of the own State (home)."""
    if not is_own(order, home):
        return
    lacking = missing(form, order, issuers)
    values: dict[str, Value] = {"instrument": order.number, "form": form.cite}
    if lacking:
        key = "order.sent-incomplete" if is_sent(order.status) else "order.incomplete"
        yield warn(key, values, sections=tuple(lacking), version=form.version)
    else:
        yield say("order.complete", values, version=form.version)
    if order.available_at_home is None:
        yield warn("order.home-unconfirmed", values, field="instrument.available_at_home")
    elif not order.available_at_home:
        yield warn("order.home-unavailable", values, field="instrument.available_at_home")


def is_own(order: Instrument, home: str) -> bool:
    """Whether the own State issues it. One of which nobody says whose it is counts as its own."""
    return order.from_country in ("", home)


def newly_missing(
    form: OrderForm,
    order: Instrument,
    before: Instrument | None,
    issuers: Issuers,
    former: Issuers,
) -> Mapping[str, tuple[str, ...]]:
    """V-X-05: what keeps an order from being marked as sent, or from being corrected once it is.

    former: the issuers of the order as it was. A status that says what the other side did is a fact: whoever
    enters it may lack what the form needs.
    """
    was = before.status if before is not None else None
    is_marked = order.status is InstrumentStatus.SENT and was is not InstrumentStatus.SENT
    if not is_sent(order.status) or not (is_marked or is_sent(was)):
        return {}
    lacking = missing(form, order, issuers)
    if before is None or is_marked:
        return lacking
    known = missing(form, before, former)
    return {
        letter: more
        for letter, names in lacking.items()
        if (more := tuple(each for each in names if each not in known.get(letter, ())))
    }
