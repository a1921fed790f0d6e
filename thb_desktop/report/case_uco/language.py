"""Statements in the graph, and who rendered them from which language into which: no word of any of them.

The renditions of a record that agree in author, languages, way and state are one node, with the turns that
they are of; a translation is one node for each job.
"""

from collections.abc import Iterable, Iterator

from thb_desktop.ledger.canonical import Value
from thb_desktop.report.case_uco.nodes import Ids, Node, Row, filled, row_of, rows_of, spoken

_OF_A_RENDERING = ("author_id", "language", "kind", "mode", "state")


class Language:
    """The statements of a bundle and what was made of them. jobs: each attached translation, with the SHA-256
    of its file.
    """

    def __init__(self, data: Row, jobs: Iterable[tuple[Row, str]], ids: Ids) -> None:
        self._interviews = rows_of(data.get("interviews"))
        self._jobs, self._ids = [*jobs], ids
        self._codes = {each["id"]: each.get("code") for each in rows_of(data.get("interpreters"))}
        for told, _ in self._jobs:
            self._codes |= {each["id"]: each.get("code") for each in rows_of(told.get("linguists"))}
        self._linguists: dict[Value, Node] = {}
        ids.declare("statement", (row_of(each["interview"])["id"] for each in self._interviews))
        ids.declare("translation", (row_of(told["job"])["id"] for told, _ in self._jobs))

    def nodes(self) -> Iterator[Node]:
        for each in self._interviews:
            yield self._statement(each)
            yield from self._renderings(each)
        for told, digest in self._jobs:
            yield self._translation(told, digest)
        yield from self._linguists.values()

    def _statement(self, told: Row) -> Node:
        """A statement by its number, its person and the digest of its record."""
        interview = row_of(told["interview"])
        return filled(
            {
                "@id": self._ids.of("statement", interview["id"]),
                "@type": ["thb:Statement", "uco-core:UcoObject"],
                "uco-core:name": interview["number"],
                "thb:of": {"@id": self._ids.of("person", interview["person_id"])},
                "thb:language": interview.get("language"),
                "thb:procedureLanguage": interview.get("procedure_language"),
                "thb:recordSha256": told.get("sha256") or "",
            }
        )

    def _renderings(self, told: Row) -> Iterator[Node]:
        statement = row_of(told["interview"])["id"]
        turns: dict[tuple[Value, ...], list[Value]] = {}
        for each in rows_of(told.get("segments")):
            turn = row_of(each["segment"])
            for one in rows_of(each.get("renderings")):
                key = (turn.get("language"), *(one.get(name) for name in _OF_A_RENDERING))
                turns.setdefault(key, []).append(turn["id"])
        for key, own in turns.items():
            source, author, target, kind, mode, state = key
            yield filled(
                {
                    "@id": self._ids.of("rendering", "/".join(str(each or "") for each in (statement, *key))),
                    "@type": ["thb:Rendering", "uco-action:Action"],
                    "uco-core:name": spoken(kind),
                    "uco-action:performer": self._linguist(author),
                    "uco-action:object": [{"@id": self._ids.of("statement", statement)}],
                    "thb:fromLanguage": source,
                    "thb:toLanguage": target,
                    "thb:mode": mode,
                    "thb:state": state,
                    "thb:turn": own,
                }
            )

    def _translation(self, told: Row, digest: str) -> Node:
        job = row_of(told["job"])
        made = self._ids.link("translation", job.get("from_job_id"))
        source = made or self._ids.link("statement", job.get("interview_id"))
        versions = [row_of(each["version"]) for each in rows_of(told.get("versions"))]
        return filled(
            {
                "@id": self._ids.of("translation", job["id"]),
                "@type": ["thb:Translation", "uco-action:Action"],
                "uco-core:name": job["number"],
                "uco-action:performer": self._linguist(job.get("linguist_id")),
                "uco-action:object": [source] if source else [],
                "thb:fromLanguage": job.get("source_language"),
                "thb:toLanguage": job.get("target_language"),
                "thb:translationType": job.get("translation_type"),
                "thb:madeFrom": job.get("made_from"),
                "thb:turn": [each["segment_id"] for each in versions],
                "thb:recordSha256": digest,
            }
        )

    def _linguist(self, key: Value) -> Node | None:
        """Return what leads to an interpreter or translator, by the code; None where nobody is named."""
        if not key:
            return None
        if key not in self._linguists:
            self._linguists[key] = {
                "@id": self._ids.of("linguist", key),
                "@type": ["thb:Linguist", "uco-role:Role"],
                "uco-core:name": self._codes.get(key) or "not stated",
            }
        return {"@id": self._linguists[key]["@id"]}
