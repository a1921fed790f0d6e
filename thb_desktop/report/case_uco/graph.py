"""The graph: what a bundle tells of its exhibits, money and language work.

It tells what the data attached to the bundle tell, and less: exhibits, their files with digests, seals and
the events of their custody, who acted, under which order, accounts and payments, which statements were
rendered by whom into which language, and the persons by their codes. It has no testimony and no name of a
person concerned.

Each node has an id that follows from the bundle, so the same bundle gives the same graph.
"""

from collections.abc import Iterable, Iterator, Mapping

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.report.case_uco.custody import Exhibits
from thb_desktop.report.case_uco.language import Language
from thb_desktop.report.case_uco.money import Money
from thb_desktop.report.case_uco.nodes import (
    CONTEXT,
    Ids,
    Node,
    Row,
    filled,
    row_of,
    rows_of,
    spoken,
    status_of,
)

_ROLES = {"VICTIM": "uco-victim:Victim", "PRESUMED_VICTIM": "uco-victim:Victim"} | dict.fromkeys(
    ("SUSPECT", "ACCUSED", "CONVICTED"), "case-investigation:Subject"
)


def case_uco(data: Row, files: Mapping[str, str], jobs: Iterable[tuple[Row, str]] = ()) -> bytes:
    """Return the graph, in UTF-8.

    data: of the case, as attached to a bundle (`docs/formats/bundle.md`, 3). files: where a file lies in the
    package, by its id; others have no place. jobs: the attached records of language work, each with the
    SHA-256 (hex) of its file.
    """
    ids = Ids(str(row_of(data["bundle"])["id"]))
    persons = rows_of(data.get("persons"))
    ids.declare("person", (each["id"] for each in persons))
    exhibits = Exhibits(rows_of(data.get("exhibits")), files, ids)
    money = Money(data, {each["code"]: each["id"] for each in persons}, ids)
    language = Language(data, jobs, ids)
    parts = [*exhibits.nodes()]
    parts += [node for each in rows_of(data.get("roles")) for node in _role(each, ids)]
    parts += [_person(each, ids) for each in persons]
    parts += [*language.nodes(), *money.nodes()]
    orders = [_order(each, ids) for each in rows_of(data.get("instruments"))]
    case = row_of(data["case"])
    investigation = filled(
        {
            "@id": ids.of("investigation", case["id"]),
            "@type": "case-investigation:Investigation",
            "uco-core:name": case["reference"],
            "case-investigation:investigationForm": "case",
            "case-investigation:focus": ["Trafficking in human beings"],
            "case-investigation:relevantAuthorization": [*_links(orders)],
            "uco-core:object": [*_links(parts)],
        }
    )
    return canonical.encode({"@context": CONTEXT, "@graph": [investigation, *orders, *parts]})


def _links(nodes: Iterable[Node]) -> Iterator[Value]:
    return ({"@id": each["@id"]} for each in nodes)


def _person(told: Row, ids: Ids) -> Node:
    return {
        "@id": ids.of("person", told["id"]),
        "@type": "uco-identity:Person",
        "uco-core:name": told["code"],
    }


def _role(told: Row, ids: Ids) -> Iterator[Node]:
    role = filled(
        {
            "@id": ids.of("role", told["id"]),
            "@type": _ROLES.get(str(told["role"]), "uco-role:Role"),
            "uco-core:name": spoken(told["role"]),
            "uco-core:objectStatus": status_of(told),
        }
    )
    yield role
    yield {
        "@id": ids.of("has-role", told["id"]),
        "@type": "uco-core:Relationship",
        "uco-core:source": [{"@id": ids.of("person", told["person_id"])}],
        "uco-core:target": {"@id": role["@id"]},
        "uco-core:kindOfRelationship": "has-role",
        "uco-core:isDirectional": {"@type": "xsd:boolean", "@value": "true"},
    }


def _order(told: Row, ids: Ids) -> Node:
    return filled(
        {
            "@id": ids.of("authorization", told["id"]),
            "@type": "case-investigation:Authorization",
            "uco-core:objectStatus": status_of(told),
            "case-investigation:authorizationType": told["type"],
            "case-investigation:authorizationIdentifier": [told.get("reference") or told["number"]],
        }
    )
