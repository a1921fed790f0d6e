"""What a bundle tells of its exhibits, as CASE/UCO: valid by the ontologies' own tool, without testimony."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.bundles import case_content
from thb_desktop.report.attachments import case_data
from thb_desktop.report.case_uco import case_uco

CASES = ("perla", "schelde")
VALIDATOR = Path("build/outside/bin/case_validate").resolve()
"""Made by scripts/test_tools.sh."""


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], bytes]:
    data = case_data(case_content(request.param))
    files = {each["id"]: f"data/exhibits/x/{each['id']}" for one in data["exhibits"] for each in one["files"]}
    return data, case_uco(data, files)


def nodes(graph: bytes, kind: str) -> list[dict[str, Any]]:
    return [each for each in json.loads(graph)["@graph"] if kind in each["@type"]]


def test_each_exhibit_has_its_record_its_files_with_their_digests_and_its_events(case):
    data, graph = case

    records = nodes(graph, "ProvenanceRecord")
    files = nodes(graph, "uco-observable:File")
    hashes = {
        each["uco-core:hasFacet"][1]["uco-observable:hash"][0]["uco-types:hashValue"]["@value"]
        for each in files
    }
    methods = {
        each["uco-core:hasFacet"][1]["uco-observable:hash"][0]["uco-types:hashMethod"] for each in files
    }

    assert [each["case-investigation:exhibitNumber"] for each in records] == [
        each["exhibit"]["number"] for each in data["exhibits"]
    ]
    assert hashes == {each["sha256"] for one in data["exhibits"] for each in one["files"]}
    assert methods == {"SHA256"}
    assert len(nodes(graph, "InvestigativeAction")) == sum(len(one["custody"]) for one in data["exhibits"])


def test_each_node_that_is_named_is_there_and_no_id_stands_twice(case):
    _, graph = case
    whole = json.loads(graph)["@graph"]
    ids = [each["@id"] for each in whole]

    def named(value: Any) -> set[str]:
        if isinstance(value, list):
            return {found for each in value for found in named(each)}
        if not isinstance(value, dict):
            return set()
        here = {value["@id"]} if set(value) == {"@id"} else set()
        return here | {found for each in value.values() for found in named(each)}

    assert len(set(ids)) == len(ids)
    assert named(whole) <= set(ids)


def test_there_is_no_word_of_testimony_and_no_name_in_it(case):
    data, graph = case
    text = graph.decode()
    spoken = [
        words
        for interview in data["interviews"]
        for turn in interview["segments"]
        for words in (str(turn.get("segment", turn).get("source_text") or ""),)
        if len(words) > 12
    ]

    assert spoken
    assert not [words for words in spoken if words in text]
    assert {each["uco-core:name"] for each in nodes(graph, "uco-identity:Person")} == {
        each["code"] for each in data["persons"]
    }


def test_the_same_bundle_gives_the_same_graph(case):
    data, graph = case
    files = {each["id"]: f"data/exhibits/x/{each['id']}" for one in data["exhibits"] for each in one["files"]}

    assert case_uco(data, files) == graph


def test_the_ontologies_own_tool_finds_nothing_and_finds_a_fault(case, tmp_path: Path):
    if not VALIDATOR.exists():
        pytest.skip("needs case_validate of tests/outside.lock")
    _, graph = case
    good, bad = tmp_path / "good.jsonld", tmp_path / "bad.jsonld"
    good.write_bytes(graph)
    whole = json.loads(graph)
    for each in whole["@graph"]:
        each.pop("uco-core:isDirectional", None)
    bad.write_text(json.dumps(whole))

    def validated(path: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False, env={})

    found = validated(good)
    assert (found.returncode, found.stderr) == (0, ""), found.stdout
    assert "Conforms: True" in found.stdout
    assert validated(bad).returncode != 0
