"""CASE/UCO: what a bundle tells of its exhibits, as a graph that tools for digital evidence read (JSON-LD).

CASE 1.4.0 and UCO 1.4.0 (https://caseontology.org). The graph tells what the data attached to the bundle
tell, and less: exhibits, their files with digests, the events of their custody, who acted, under which order,
and the persons by their codes. It has no testimony and no name of a person concerned. For what these
ontologies lack, a statement for instance, there are terms of our own.

Each node has an id that follows from the bundle, so the same bundle gives the same graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value

CONTEXT: dict[str, Value] = {
    "kb": "https://thb.example.invalid/kb/",
    "thb": "https://thb.example.invalid/ontology/",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-role": "https://ontology.unifiedcyberontology.org/uco/role/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "uco-victim": "https://ontology.unifiedcyberontology.org/uco/victim/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ROLES = {"VICTIM": "uco-victim:Victim", "PRESUMED_VICTIM": "uco-victim:Victim"} | dict.fromkeys(
    ("SUSPECT", "ACCUSED", "CONVICTED"), "case-investigation:Subject"
)

type Node = dict[str, Value]
type Row = Mapping[str, Value]


def case_uco(data: Mapping[str, Value], files: Mapping[str, str]) -> bytes:
    """Return the graph, in UTF-8.

    data: of the case, as attached to a bundle (`docs/formats/bundle.md`, 3). files: where a file lies in the
    package, by its id; others have no place.
    """
    return canonical.encode({"@context": CONTEXT, "@graph": [*_Graph(data, files).nodes()]})


class _Graph:
    def __init__(self, data: Mapping[str, Value], files: Mapping[str, str]) -> None:
        self._data, self._files = data, files
        self._bundle = str(_row(data["bundle"])["id"])
        self._actors: dict[str, Node] = {}
        exhibits = [_row(each["exhibit"]) for each in _rows(data.get("exhibits"))]
        self._numbers = {each["id"]: each["number"] for each in exhibits}

    def nodes(self) -> Iterator[Node]:
        exhibits = [*_rows(self._data.get("exhibits"))]
        parts = [node for each in exhibits for node in self._exhibit(each)]
        parts += [node for each in _rows(self._data.get("roles")) for node in self._role(each)]
        parts += [self._person(each) for each in _rows(self._data.get("persons"))]
        parts += [self._statement(each) for each in _rows(self._data.get("interviews"))]
        orders = [self._order(each) for each in _rows(self._data.get("instruments"))]
        parts += self._actors.values()
        case = _row(self._data["case"])
        investigation: Node = {
            "@id": self._id("investigation", case["id"]),
            "@type": "case-investigation:Investigation",
            "uco-core:name": case["reference"],
            "case-investigation:investigationForm": "case",
            "case-investigation:focus": ["Trafficking in human beings"],
            "uco-core:object": [{"@id": each["@id"]} for each in parts],
        }
        if orders:
            investigation["case-investigation:relevantAuthorization"] = [
                {"@id": each["@id"]} for each in orders
            ]
        yield investigation
        yield from orders
        yield from parts

    def _exhibit(self, told: Row) -> Iterator[Node]:
        """The files of an exhibit, its record of provenance, and its events, each after the one before."""
        exhibit = _row(told["exhibit"])
        files = [self._file(each) for each in _rows(told.get("files"))]
        record: Node = {
            "@id": self._id("provenance", exhibit["id"]),
            "@type": "case-investigation:ProvenanceRecord",
            "case-investigation:exhibitNumber": exhibit["number"],
            "uco-core:object": [{"@id": each["@id"]} for each in files],
        }
        if exhibit.get("root_id") not in (None, exhibit["id"]):
            record["case-investigation:rootExhibitNumber"] = [
                self._numbers.get(exhibit["root_id"], exhibit["root_id"])
            ]
        yield record
        yield from files
        before = ""
        for each in _rows(told.get("custody")):
            event = _row(each["event"])
            action: Node = {
                "@id": self._id("action", event["id"]),
                "@type": "case-investigation:InvestigativeAction",
                "uco-core:name": str(event["action"]).lower().replace("_", " "),
                "uco-action:startTime": _time(event["occurred_at"]),
                "uco-action:object": [{"@id": record["@id"]}],
                "uco-action:performer": {"@id": self._actor(event)},
            }
            if before:
                action["case-investigation:wasInformedBy"] = [{"@id": before}]
            before = str(action["@id"])
            yield action

    def _file(self, told: Row) -> Node:
        key = told["id"]
        name: Node = {
            "@id": self._id("file-facet", key),
            "@type": "uco-observable:FileFacet",
            "uco-observable:sizeInBytes": {"@type": "xsd:integer", "@value": str(told["size"])},
        }
        if place := self._files.get(str(key)):
            name["uco-observable:fileName"] = place.rpartition("/")[2]
            name["uco-observable:filePath"] = place
        content: Node = {
            "@id": self._id("content-facet", key),
            "@type": "uco-observable:ContentDataFacet",
            "uco-observable:mimeType": [told["media_type"]],
            "uco-observable:sizeInBytes": {"@type": "xsd:integer", "@value": str(told["size"])},
            "uco-observable:hash": [
                {
                    "@id": self._id("hash", key),
                    "@type": "uco-types:Hash",
                    "uco-types:hashMethod": "SHA256",
                    "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": told["sha256"]},
                }
            ],
        }
        return {
            "@id": self._id("file", key),
            "@type": "uco-observable:File",
            "uco-core:hasFacet": [name, content],
        }

    def _actor(self, event: Row) -> str:
        """The id of who acted, in the function of an investigator."""
        key = str(event.get("actor_id") or event.get("actor") or "")
        found = self._id("investigator", key)
        if found not in self._actors:
            self._actors[found] = {
                "@id": found,
                "@type": "case-investigation:Investigator",
                "uco-core:name": event.get("actor") or "not stated",
            }
        return found

    def _person(self, told: Row) -> Node:
        return {
            "@id": self._id("person", told["id"]),
            "@type": "uco-identity:Person",
            "uco-core:name": told["code"],
        }

    def _role(self, told: Row) -> Iterator[Node]:
        role: Node = {
            "@id": self._id("role", told["id"]),
            "@type": _ROLES.get(str(told["role"]), "uco-role:Role"),
            "uco-core:name": str(told["role"]).lower().replace("_", " "),
        }
        yield role
        yield {
            "@id": self._id("has-role", told["id"]),
            "@type": "uco-core:Relationship",
            "uco-core:source": [{"@id": self._id("person", told["person_id"])}],
            "uco-core:target": {"@id": role["@id"]},
            "uco-core:kindOfRelationship": "has-role",
            "uco-core:isDirectional": {"@type": "xsd:boolean", "@value": "true"},
        }

    def _order(self, told: Row) -> Node:
        return {
            "@id": self._id("authorization", told["id"]),
            "@type": "case-investigation:Authorization",
            "case-investigation:authorizationType": told["type"],
            "case-investigation:authorizationIdentifier": [told.get("reference") or told["number"]],
        }

    def _statement(self, told: Row) -> Node:
        """A statement by its number, its person and the digest of its record: no word of it."""
        interview = _row(told["interview"])
        return {
            "@id": self._id("statement", interview["id"]),
            "@type": ["thb:Statement", "uco-core:UcoObject"],
            "uco-core:name": interview["number"],
            "thb:of": {"@id": self._id("person", interview["person_id"])},
            "thb:recordSha256": told.get("sha256") or "",
        }

    def _id(self, label: str, key: Value) -> str:
        return f"kb:{label}-{uuid5(NAMESPACE_URL, f'{CONTEXT["kb"]}{self._bundle}/{label}/{key}')}"


def _row(value: Value) -> Row:
    if not isinstance(value, dict):
        raise TypeError("the data of a bundle are malformed")
    return value


def _rows(value: Value) -> Iterable[Row]:
    return map(_row, value) if isinstance(value, list) else ()


def _time(text: Value) -> Value:
    return {"@type": "xsd:dateTime", "@value": text}
