"""Exhibits in the graph: their files, the seals that their events name, and the events in their order."""

from collections.abc import Iterable, Iterator, Mapping

from thb_desktop.ledger.canonical import Value
from thb_desktop.report.case_uco.nodes import (
    Ids,
    Node,
    Row,
    filled,
    integer,
    moment,
    row_of,
    rows_of,
    spoken,
    status_of,
    truth,
)

_SEALS = ("seal", "former_seal")
"""The fields of an event that name one."""


class Exhibits:
    """The exhibits of a bundle. places: where a file lies in the package, by its id; others have no place."""

    def __init__(self, told: Iterable[Row], places: Mapping[str, str], ids: Ids) -> None:
        self._told, self._places, self._ids = [*told], places, ids
        self._numbers = {self._entry(each)["id"]: self._entry(each)["number"] for each in self._told}
        self._actors: dict[str, Node] = {}
        ids.declare("provenance", self._numbers)
        ids.declare("file", (file["id"] for each in self._told for file in rows_of(each.get("files"))))

    def nodes(self) -> Iterator[Node]:
        for each in self._told:
            yield from self._exhibit(each)
        yield from self._actors.values()

    @staticmethod
    def _entry(told: Row) -> Row:
        return row_of(told["exhibit"])

    def _exhibit(self, told: Row) -> Iterator[Node]:
        """The record of provenance, the files, the seals, and the events, each after the one before."""
        exhibit = self._entry(told)
        files = [self._file(each) for each in rows_of(told.get("files"))]
        events = [row_of(each["event"]) for each in rows_of(told.get("custody"))]
        yield filled(
            {
                "@id": self._ids.of("provenance", exhibit["id"]),
                "@type": "case-investigation:ProvenanceRecord",
                "case-investigation:exhibitNumber": exhibit["number"],
                "case-investigation:rootExhibitNumber": self._root(exhibit),
                "uco-core:object": [{"@id": each["@id"]} for each in files],
                "uco-core:objectStatus": status_of(exhibit),
                "thb:seal": self._seal(exhibit, exhibit.get("seal")),
            }
        )
        yield from files
        yield from self._seals(exhibit, events)
        before = ""
        for each in events:
            action = self._action(exhibit, each, before)
            before = str(action["@id"])
            yield action

    def _root(self, exhibit: Row) -> list[Value]:
        """Return the number of the exhibit from which it was first made; nothing if that is not there."""
        root = exhibit.get("root_id")
        return [self._numbers[root]] if root != exhibit["id"] and root in self._numbers else []

    def _seals(self, exhibit: Row, events: Iterable[Row]) -> Iterator[Node]:
        """Each seal once, in the order in which it is named first."""
        told = [exhibit.get("seal"), *(each.get(name) for each in events for name in _SEALS)]
        for number in dict.fromkeys(each for each in told if isinstance(each, str) and each):
            yield {
                "@id": self._ids.of("seal", f"{exhibit['id']}/{number}"),
                "@type": ["thb:Seal", "uco-core:UcoObject"],
                "uco-core:name": number,
                "thb:sealOf": {"@id": self._ids.of("provenance", exhibit["id"])},
            }

    def _seal(self, exhibit: Row, number: Value) -> Node | None:
        return {"@id": self._ids.of("seal", f"{exhibit['id']}/{number}")} if number else None

    def _action(self, exhibit: Row, event: Row, before: str) -> Node:
        seals = {name: self._seal(exhibit, event.get(name)) for name in _SEALS}
        named = dict.fromkeys(str(each["@id"]) for each in seals.values() if each)
        objects = [self._ids.of("provenance", exhibit["id"]), *named]
        return filled(
            {
                "@id": self._ids.of("action", event["id"]),
                "@type": "case-investigation:InvestigativeAction",
                "uco-core:name": spoken(event["action"]),
                "uco-action:startTime": moment(event["occurred_at"]),
                "uco-action:object": [{"@id": each} for each in objects],
                "uco-action:performer": {"@id": self._actor(event)},
                "case-investigation:wasInformedBy": [{"@id": before}] if before else [],
                "thb:seal": seals["seal"],
                "thb:formerSeal": seals["former_seal"],
                "thb:sealState": event.get("seal_state"),
                "thb:formerSealKept": truth(event.get("former_seal_kept")),
            }
        )

    def _file(self, told: Row) -> Node:
        key, size = told["id"], integer(told["size"])
        name: Node = {
            "@id": self._ids.of("file-facet", key),
            "@type": "uco-observable:FileFacet",
            "uco-observable:sizeInBytes": size,
        }
        if place := self._places.get(str(key)):
            name["uco-observable:fileName"] = place.rpartition("/")[2]
            name["uco-observable:filePath"] = place
        content: Node = {
            "@id": self._ids.of("content-facet", key),
            "@type": "uco-observable:ContentDataFacet",
            "uco-observable:mimeType": [told["media_type"]],
            "uco-observable:sizeInBytes": size,
            "uco-observable:hash": [
                {
                    "@id": self._ids.of("hash", key),
                    "@type": "uco-types:Hash",
                    "uco-types:hashMethod": "SHA256",
                    "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": told["sha256"]},
                }
            ],
        }
        return {
            "@id": self._ids.of("file", key),
            "@type": "uco-observable:File",
            "uco-core:hasFacet": [name, content],
        }

    def _actor(self, event: Row) -> str:
        """The id of who acted, in the function of an investigator."""
        key = str(event.get("actor_id") or event.get("actor") or "")
        found = self._ids.of("investigator", key)
        if found not in self._actors:
            self._actors[found] = {
                "@id": found,
                "@type": "case-investigation:Investigator",
                "uco-core:name": event.get("actor") or "not stated",
            }
        return found
