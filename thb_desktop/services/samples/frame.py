"""The frame of a sample case: authorities, proceedings, instruments, and the things it speaks of."""

from datetime import date

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import AuthorityId, CaseId, InstrumentId, OfficialId, ProceedingId, RowId
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import (
    AuthorityKind,
    AuthorityPart,
    CaseObjectKind,
    CaseStatus,
    InstrumentStatus,
    InstrumentType,
    OfficialRole,
)
from thb_desktop.services.casework import cases, cooperation, people
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_INSTRUMENTS = {
    "EIO": InstrumentType.EIO,
    "MLA": InstrumentType.MLA_REQUEST_2000,
    "JIT": InstrumentType.JIT_AGREEMENT,
    "freezing_order": InstrumentType.FREEZING_CERT_2018_1805,
}
_OBJECTS = {
    "phones": (CaseObjectKind.PHONE, "number"),
    "ads": (CaseObjectKind.ONLINE_ADVERT, "title"),
    "addresses": (CaseObjectKind.ADDRESS, "text"),
    "vehicles": (CaseObjectKind.VEHICLE, "plate"),
    "companies": (CaseObjectKind.COMPANY, "name"),
    "payslips": (CaseObjectKind.PAYSLIP, "month"),
}


def read_case(data: Node) -> CaseFile:
    case = data.node("case")
    language = case.text("file_language")
    return CaseFile(
        id=CaseId(""),
        reference=case.text("id"),
        titles=case.in_languages("title", language),
        language=language,
        country=case.text("investigating_state"),
        notice_number=case.text("notice_number"),
        opened_on=date.fromisoformat(case.text("opened")),
        status=CaseStatus.OPEN,
        exploitation=case.texts("form_of_exploitation"),
        legal_basis=case.texts("legal_basis"),
        fictional=case.flag("fictional"),
    )


def load_authorities(loading: Loading) -> None:
    """Add the authorities, by the country whose they are, and a proceeding for each offence."""
    case = loading.data.node("case")
    for part in AuthorityPart:
        named = case.node(f"{part.value.lower()}_authority")
        told = loading.supplement.node("authorities").node(part.value.lower())
        authority = cases.add_authority(
            loading.session,
            Authority(
                id=AuthorityId(""),
                case_id=loading.case.id,
                name=named.text("name"),
                kind=AuthorityKind(told.text("kind")),
                part=part,
                country=told.text("country"),
                official_id=loading.officials[named.text("person")].id,
            ),
        )
        loading.authorities[authority.country] = authority
        loading.step()
        if part is AuthorityPart.LEAD:
            _join_user(loading, authority)
    for offence in case.nodes("offences"):
        country = offence.text("state")
        cases.add_proceeding(
            loading.session,
            Proceeding(
                id=ProceedingId(""),
                case_id=loading.case.id,
                authority_id=loading.authorities[country].id,
                country=country,
                reference=case.text("notice_number") if country == loading.case.country else "",
                offence=offence.in_languages("label", loading.case.language),
            ),
        )
        loading.step()


def _join_user(loading: Loading, authority: Authority) -> None:
    """Whoever loads the case acts in it for the leading authority, so that a bundle can be signed."""
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
                CaseObject(
                    id=RowId(""),
                    case_id=loading.case.id,
                    kind=kind,
                    number=node.text("id"),
                    label=loading.words.text("withheld") if withheld else node.text(label),
                    details=_details(loading, node, "id", label, "note"),
                    note=node.text("note", ""),
                ),
            )
            loading.step()


def _instrument(loading: Loading, node: Node) -> Instrument:
    type_ = _INSTRUMENTS[node.text("type")]
    if type_ is InstrumentType.MLA_REQUEST_2000 and node.text("to", "") == "GB":
        type_ = InstrumentType.TCA_UK_REQUEST
    states = loading.data.node("case").node("jit").texts("states")
    joint = type_ is InstrumentType.JIT_AGREEMENT
    return Instrument(
        id=InstrumentId(""),
        case_id=loading.case.id,
        number=node.text("id"),
        type=type_,
        status=_status(node),
        reference=node.text("ref"),
        from_country=states[0] if joint else node.text("from"),
        to_country=states[1] if joint else node.text("to"),
        issued_on=node.day("issued") or node.day("date"),
        acknowledged_on=node.day("received_ack"),
        executed_on=node.day("executed"),
        measures=(
            *node.texts("measures"),
            *(node.text(name) for name in ("basis", "amount") if name in node),
        ),
        languages=node.texts("languages"),
        confidential=node.flag("confidentiality"),
        urgent=node.flag("urgent"),
        note=node.text("note", ""),
    )


def _status(node: Node) -> InstrumentStatus:
    if "executed" in node:
        return InstrumentStatus.EXECUTED
    if "received_ack" in node:
        return InstrumentStatus.ACKNOWLEDGED
    return InstrumentStatus.SENT if node.text("status", "") == "pending" else InstrumentStatus.ISSUED


def _details(loading: Loading, node: Node, *without: str) -> tuple[tuple[str, str], ...]:
    """The fields of a thing, named in the language of the file; of the values, only yes and no are."""
    named, words = loading.supplement.node("fields").text, loading.words
    details = [(named(name), words.text(value, value)) for name, value in node.pairs(*without)]
    details += [
        (f"{named(name)}: {named(item)}", value)
        for name, child in node.children()
        for item, value in child.pairs()
    ]
    details += [
        (words.text("leads_to").format(link.text("to")), link.text("kind"))
        for link in loading.data.nodes("chain")
        if link.text("from") == node.text("id")
    ]
    return tuple(details)
