"""The frame of a sample case: authorities, proceedings, instruments and objects."""

import re
from datetime import date

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.case_fields import CASE, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.ids import (
    AuthorityId,
    CaseId,
    CaseObjectId,
    InstrumentId,
    OfficialId,
    ProceedingId,
)
from thb_desktop.domain.packs import Binding
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import (
    AuthorityKind,
    AuthorityPart,
    CaseObjectKind,
    CaseStatus,
    OfficialRole,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.persons import people
from thb_desktop.services.samples.codes import code_of, named
from thb_desktop.services.samples.entries import read_entry
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_ASSISTANCE = "MLA"
_INSTRUMENTS = {
    **dict.fromkeys(("letter_rogatory", "letter_of_request", "LoR"), InstrumentType.MLA_REQUEST_2000),
    "EIO": InstrumentType.EIO,
    _ASSISTANCE: InstrumentType.MLA_REQUEST_2000,
    "JIT": InstrumentType.JIT_AGREEMENT,
    "freezing_order": InstrumentType.FREEZING_CERT_2018_1805,
    "confiscation_order": InstrumentType.CONFISCATION_CERT_2018_1805,
    "spontaneous_information": InstrumentType.SPONTANEOUS_INFO_ART7,
}
_OBJECTS = {
    "phones": (CaseObjectKind.PHONE, "number"),
    "ads": (CaseObjectKind.ONLINE_ADVERT, "title"),
    "addresses": (CaseObjectKind.ADDRESS, "text"),
    "vehicles": (CaseObjectKind.VEHICLE, "plate"),
    "companies": (CaseObjectKind.COMPANY, "name"),
    "payslips": (CaseObjectKind.PAYSLIP, "month"),
}

_AUTHORITIES = {
    OfficialRole.INVESTIGATING_JUDGE: AuthorityKind.INVESTIGATING_JUDGE,
    OfficialRole.PROSECUTOR: AuthorityKind.PUBLIC_PROSECUTOR,
    OfficialRole.POLICE_INTERVIEWER: AuthorityKind.POLICE,
    OfficialRole.INSPECTOR: AuthorityKind.INSPECTORATE,
}
"""The kind of an authority of which the data name the official alone."""
_OF_CASE = {
    "reference": "id",
    "titles": "title",
    "language": "file_language",
    "country": "investigating_state",
    "opened_on": "opened",
    "exploitation": "form_of_exploitation",
}
_OF_INSTRUMENT = {
    "number": "id",
    "reference": "ref",
    "acknowledged_on": "received_ack",
    "executed_on": "executed",
    "confidential": "confidentiality",
}
"""The names of fields that differ in the data."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d", re.ASCII)


def read_case(data: Node) -> CaseFile:
    case = data.node("case")
    return read_entry(
        CaseFile,
        CASE,
        case,
        language=case.text("file_language"),
        called=_OF_CASE,
        given={"id": CaseId(""), "status": CaseStatus.OPEN, "fictional": case.flag("fictional")},
    )


def load_authorities(loading: Loading) -> None:
    """Add the authorities, by country, and a proceeding for each offence."""
    case = loading.data.node("case")
    for part in AuthorityPart:
        written = case.node(f"{part.value.lower()}_authority")
        told = loading.supplement.node("authorities").node(part.value.lower())
        if "name" not in written:
            continue
        official = named(loading.officials, written.text("person"), "official")
        kind = told.text("kind", _AUTHORITIES.get(official.role, AuthorityKind.OTHER))
        authority = cases.add_authority(
            loading.session,
            Authority(
                id=AuthorityId(""),
                case_id=loading.case.id,
                name=written.text("name"),
                kind=code_of(AuthorityKind, kind, {}),
                part=part,
                country=told.text("country", written.text("state", official.country)),
                official_id=official.id,
            ),
        )
        loading.authorities[authority.country] = authority
        loading.step()
        if part is AuthorityPart.LEAD:
            _join_user(loading, authority)
    for offence in case.nodes("offences"):
        country = offence.text("state")
        known = loading.authorities.get(country)
        cases.add_proceeding(
            loading.session,
            read_entry(
                Proceeding,
                PROCEEDING,
                offence,
                language=loading.case.language,
                called={"country": "state", "offence": "label"},
                given={
                    "id": ProceedingId(""),
                    "case_id": loading.case.id,
                    "authority_id": known.id if known else None,
                    "reference": case.text("notice_number", "") if country == loading.case.country else "",
                },
            ),
        )
        loading.step()


def _join_user(loading: Loading, authority: Authority) -> None:
    """Make the loading user an official of the lead authority, so that a bundle can be signed."""
    user = loading.session.user
    if any(official.user_id == user.id for official in loading.officials.values()):
        return
    people.add_official(
        loading.session,
        Official(
            id=OfficialId(""),
            case_id=loading.case.id,
            code="P-USER",
            role=getattr(OfficialRole, user.role.name, OfficialRole.OTHER),
            name=user.name,
            country=authority.country,
            authority_id=authority.id,
            user_id=user.id,
        ),
    )
    loading.step()


def load_instruments(loading: Loading) -> None:
    for node in loading.data.nodes("cooperation"):
        loading.instruments[node.text("id")] = cooperation.register_instrument(
            loading.session, _instrument(loading, node)
        )
        loading.step()


def load_objects(loading: Loading) -> None:
    sealed = {phone for phone, _ in loading.supplement.node("sealed_phones").pairs()}
    for name, (kind, label) in _OBJECTS.items():
        for node in loading.data.nodes(name):
            withheld = node.text("id") in sealed
            cases.add_object(
                loading.session,
                read_entry(
                    CaseObject,
                    CASE_OBJECT,
                    node,
                    language=loading.case.language,
                    called={"number": "id"},
                    given={
                        "id": CaseObjectId(""),
                        "case_id": loading.case.id,
                        "kind": kind,
                        "label": loading.words.text("withheld") if withheld else node.text(label),
                        "details": _details(loading, node, "id", label, *(("note",) if withheld else ())),
                    },
                ),
            )
            loading.step()


def _instrument(loading: Loading, node: Node) -> Instrument:
    type_ = _type_of(loading, node)
    told = loading.supplement.node("instruments").node(node.text("id"))
    states = loading.data.node("case").node("jit").texts("states")
    joint = type_ is InstrumentType.JIT_AGREEMENT
    status, since = _status(node)
    return read_entry(
        Instrument,
        INSTRUMENT,
        node,
        language=loading.case.language,
        called=_OF_INSTRUMENT,
        given={
            "id": InstrumentId(""),
            "case_id": loading.case.id,
            "type": type_,
            "note": "; ".join(filter(None, (_unnamed(node, type_), node.text("note", "")))),
            "status": status,
            "status_on": since,
            "from_country": states[0] if joint else node.text("from"),
            "to_country": states[1] if joint else node.text("to"),
            "further_states": tuple(states[2:]) if joint else (),
            "issued_on": node.day("issued") or node.day("date"),
            "return_required": told.flag("return_required") or None,
            "measures": (*node.texts("measures"), *((node.text("amount"),) if "amount" in node else ())),
        },
    )


def _type_of(loading: Loading, node: Node) -> InstrumentType:
    """Return the type of an instrument, as the supplement says. The data say "MLA" of any request for mutual
    assistance: under which convention it was made, follows from the States for that of 2000 alone. A request
    to the United Kingdom may be under the agreement of 2020, or older than it. An instrument that does not
    bind its States is none of its kind.
    """
    told = loading.supplement.node("instruments").node(node.text("id"))
    if "type" in told:
        return code_of(InstrumentType, told.text("type"), {})
    type_ = code_of(InstrumentType, node.text("type"), _INSTRUMENTS)
    states = (node.text("from", ""), node.text("to", ""))
    is_bound = pack_in_use(loading.session.read).binding(type_, states) is not Binding.NOT_BOUND
    if not is_bound:
        loading.told(
            f"the instrument {node.text('id')!r} is called {node.text('type')!r}; no such type is "
            f"known to bind {states[0]!r} and {states[1]!r}: entered as another instrument"
        )
        return InstrumentType.OTHER
    return type_


def _unnamed(node: Node, type_: InstrumentType) -> str:
    """What the data call an instrument for which no type stands here."""
    return node.text("type") if type_ is InstrumentType.OTHER and node.text("type") in _INSTRUMENTS else ""


def _status(node: Node) -> tuple[InstrumentStatus, date | None]:
    """Return the status in the data, and its date."""
    if "executed" in node:
        return InstrumentStatus.EXECUTED, node.day("executed")
    if "received_ack" in node:
        return InstrumentStatus.ACKNOWLEDGED, node.day("received_ack")
    node.text("status", "")  # "pending" says that no answer came, and not that it was sent
    return InstrumentStatus.ISSUED, node.day("issued") or node.day("date")


def _written(value: str) -> str:
    """Return a moment with its offset as pages write it; any other value as it is."""
    return f"{value[:10]} {value[11:16]} {value[-6:]}" if _MOMENT.fullmatch(value) else value


def _details(loading: Loading, node: Node, *without: str) -> tuple[tuple[str, str], ...]:
    """Return the details of an object, named in the language of the file; only the values yes and no are
    translated.
    """
    fields, words = loading.supplement.node("fields"), loading.words

    def called(name: str) -> str:
        return fields.text(name, name)

    details = [(called(name), _written(words.text(value, value))) for name, value in node.pairs(*without)]
    details += [
        (f"{called(name)}: {called(item)}", _written(value))
        for name, child in node.children()
        for item, value in child.pairs()
    ]
    details += [
        (words.text("leads_to").format(link.text("to")), link.text("kind"))
        for link in loading.data.nodes("chain")
        if link.text("from") == node.text("id")
    ]
    return tuple(details)
