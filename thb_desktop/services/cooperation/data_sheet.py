"""The data sheet of an order: what the register has for each section of its form. It is not the form."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from thb_desktop.domain.availability import Availability, ticked
from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.order_forms import FormSection, OrderForm
from thb_desktop.domain.order_questions import asked_for
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.orders import check_form
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.words import capital, field_name, sentence, word

_ANNEX_A = "EIO_A"
_ANSWERS = "part_answers"
_HEADED = frozenset("ABCDEFGHIJKL")
"""The form whose sections have headings in the catalogue, and their letters."""


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def data_sheet(session: Session, case_id: CaseId, instrument_id: InstrumentId) -> Sheet:
    """Return data to help fill the official form of an order; what is not recorded says so.

    Raises NotFoundError if there is no such order in the case, or the pack in use has no form of its kind.
    """
    found = registry.INSTRUMENT.find(session.read, instrument_id)
    pack = pack_in_use(session.read)
    form = pack.form_of(found.type) if found is not None else None
    if found is None or form is None or found.case_id != case_id or found.struck:
        raise NotFoundError("there is no such order with a form in the case")
    case = get_case(session, case_id)
    told = _Told(session.read, case, found, language_of(case.language), pack.available)
    left = check_form(session.read, found, pack)
    return sheet_of(
        session.clock.read().at,
        case,
        "data_sheet",
        [
            told.about(form),
            *([told.left([sentence(each, told.language) for each in left])] if left else []),
            told.part(said("certificate", told.language), form.certificate),
            *(told.section(form, each) for each in form.sections),
        ],
        form=form.cite,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Parts of the sheet of one order, in one language."""

    connection: Connection
    case: CaseFile
    order: Instrument
    language: str
    available: tuple[Availability, ...]

    def about(self, form: OrderForm) -> SheetPart:
        checked = said("yes" if form.certain else "no", self.language)
        return SheetPart(
            heading=said("form", self.language),
            facts=[
                (said("form", self.language), form.cite),
                (said("form_version", self.language), form.version),
                (said("form_checked", self.language), form.checked_on.isoformat()),
                (said("form_certain", self.language), checked),
                (said("form_source", self.language), form.source),
            ],
        )

    def left(self, sentences: list[str]) -> SheetPart:
        return SheetPart(heading=said("form_left", self.language), text="\n".join(map(capital, sentences)))

    def section(self, form: OrderForm, section: FormSection) -> SheetPart:
        heading = section.letter
        if form.key == _ANNEX_A and heading in _HEADED:
            heading = f"{heading}. {said(f'section_{heading.lower()}', self.language)}"
        names = tuple(each for each in section.takes if each != _ANSWERS)
        answers = self._answers() if _ANSWERS in section.takes else []
        return self.part(heading, names, [*self._beside(section), *answers])

    def part(
        self, heading: str, names: tuple[str, ...], beside: list[tuple[str, str]] | None = None
    ) -> SheetPart:
        empty = said("to_fill", self.language)
        facts = [(self._called(name), self._said(getattr(self.order, name))) for name in names]
        return SheetPart(
            heading=heading, facts=[(label, value or empty) for label, value in [*facts, *(beside or [])]]
        )

    def _answers(self) -> list[tuple[str, str]]:
        """Each question that the measures ask, with its answer, or none yet."""
        asked = asked_for(self.order.measure_kinds, self.order.part_answers)
        if not asked:
            none = said("parts_none", self.language) if self.order.measure_kinds else ""
            return [(self._called(_ANSWERS), none)]
        told = dict(self.order.part_answers)
        return [(capital(word(each, self.language)), told.get(each.value, "")) for each in asked]

    def _available(self, *, always: bool) -> list[tuple[str, str]]:
        """Which of the ticked measures are always available there, or the others, with the article."""
        by_article: dict[str, list[str]] = {}
        for measure, rule in ticked(self.available, self.order, always=always):
            by_article.setdefault(rule.cited, []).append(word(measure, self.language))
        found = [f"{'; '.join(measures)} ({cited})" for cited, measures in by_article.items()]
        if found and not always:
            found.append(said("measures_else_note", self.language))
        label = said("measures_always" if always else "measures_else", self.language)
        return [(label, "\n".join(found))] if found else []

    def _beside(self, section: FormSection) -> list[tuple[str, str]]:
        """What the case has of this section besides the order: its persons, and the offences as recorded."""
        if "persons_concerned" in section.takes:
            persons = registry.PERSON.where(self.connection, "case_id", self.case.id)
            codes = ", ".join(each.code for each in persons if not each.struck)
            return [(said("persons_of_case", self.language), codes)]
        if "measure_kinds" in section.takes:
            return [*self._available(always=True), *self._available(always=False)]
        if section.parts:
            parts = ", ".join(section.parts_for(self.order.measure_kinds))
            return [(said("form_parts", self.language), parts)] if parts else []
        if "offence_in_law" in section.takes:
            of_case = registry.PROCEEDING.where(self.connection, "case_id", self.case.id)
            told = (
                f"{each.country}: {in_language(each.offence, self.language)}"
                for each in of_case
                if not each.struck
            )
            return [(said("offences_of_case", self.language), "\n".join(told))]
        return []

    def _called(self, name: str) -> str:
        return capital(field_name(f"instrument.{name}", self.language))

    def _said(self, value: object) -> str:
        match value:
            case None:
                return ""
            case bool():
                return said("yes" if value else "no", self.language)
            case tuple():
                each = cast(tuple[object, ...], value)
                return "\n".join(
                    word(one, self.language) if isinstance(one, StrEnum) else str(one) for one in each
                )
            case StrEnum():
                return word(value, self.language)
            case date():
                return value.isoformat()
        return self._named(str(value))

    def _named(self, value: str) -> str:
        """A text, or the name of the authority or the number of the instrument that an id names."""
        if (authority := registry.AUTHORITY.find(self.connection, value)) is not None:
            return f"{authority.name} ({word(authority.kind, self.language)})"
        other = registry.INSTRUMENT.find(self.connection, value)
        return other.number if other is not None else value
