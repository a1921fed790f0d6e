"""What a bundle tells of its exhibits, as CASE/UCO: valid by the ontologies' own tool, without testimony."""

import json
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.finance import Account, BankStatement, HandOver, Transaction
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, HandOverKind, StatementFormat
from thb_desktop.domain.ids import AccountId, CaseId, HandOverId, RowId, StatementId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState
from thb_desktop.report.attachments import case_data
from thb_desktop.report.case_uco.graph import case_uco

CASES = ("perla", "schelde")
VALIDATOR = Path("build/outside/bin/case_validate").resolve()
"""Made by scripts/test_tools.sh."""
WRITTEN = "Mihaela Fictivescu"
"""A name that a row of a bank has, and no graph."""


Told = tuple[BundleContent, dict[str, Any], bytes]


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> Told:
    content = with_money(case_content(request.param))
    return content, *told(content)


def told(content: BundleContent) -> tuple[dict[str, Any], bytes]:
    data = case_data(content)
    files = {each["id"]: f"data/exhibits/x/{each['id']}" for one in data["exhibits"] for each in one["files"]}
    return data, case_uco(data, files, jobs_of(content))


def jobs_of(content: BundleContent) -> list[tuple[dict[str, Any], str]]:
    """The records of language work, as they are attached."""
    found = [each for each in content.proof.records if each.kind == "language"]
    return [(json.loads(each.data)["job"], each.sha256) for each in found]


def with_money(content: BundleContent) -> BundleContent:
    """The same with what the two cases have nothing of: a card, a statement, a payment of it, cash."""
    case, exhibit, person = content.frame.case.id, content.exhibits[0], content.frame.persons[0]
    card = Account(
        id=AccountId("account-of-card"),
        case_id=CaseId(case),
        number="CARD-1",
        kind=AccountKind.CARD,
        identifier="5555 5555 5555 4444",
        network="",
        currency="EUR",
        holder=person.code,
        checksum=ChecksumState.VALID,
        servicer="Banque fictive",
        bic="FICTBEBB",
    )
    statement = BankStatement(
        id=StatementId("statement-1"),
        case_id=CaseId(case),
        number="ST-1",
        account_id=card.id,
        format=StatementFormat.CAMT_053,
        currency="EUR",
        opening="-10.00",
        closing="2.50",
        exhibit_id=exhibit.exhibit.id,
        file_id=exhibit.files[0].id if exhibit.files else None,
    )
    payment = Transaction(
        id=RowId("payment-1"),
        case_id=CaseId(case),
        from_account_id=None,
        to_account_id=card.id,
        at=PartialDate("2026-03"),
        value_on=date(2026, 3, 5),
        amount="12.50",
        currency="EUR",
        counterparty=WRITTEN,
        text=f"for {WRITTEN}",
        original=f"<Nm>{WRITTEN}</Nm>",
        reference=WRITTEN,
        status=BookingStatus.BOOKED,
        day_kind=DayKind.BOOKING,
        is_reversal=False,
        statement_id=statement.id,
        exhibit_id=exhibit.exhibit.id,
        source="/Document/BkToCstmrStmt/Stmt[1]/Ntry[1]",
    )
    struck = replace(payment, id=RowId("payment-2"), amount="9", struck="ENTERED_TWICE", exhibit_id=None)
    struck = replace(struck, day_kind=DayKind.VALUE)
    cash = HandOver(
        id=HandOverId("cash-1"),
        case_id=CaseId(case),
        number="H-1",
        kind=HandOverKind.CASH,
        at=PartialDate("2026-03-05T20:15+01:00"),
        amount="100",
        amount_to="150",
        is_about=True,
        currency="EUR",
        payer=WRITTEN,
        receiver_id=person.id,
        source="I-01/4 A",
    )
    finance = replace(
        content.finance,
        accounts=(*content.finance.accounts, card),
        statements=(*content.finance.statements, statement),
        transactions=(*content.finance.transactions, payment, struck),
        hand_overs=(*content.finance.hand_overs, cash),
    )
    return replace(content, finance=finance)


def nodes(graph: bytes, kind: str) -> list[dict[str, Any]]:
    return [each for each in json.loads(graph)["@graph"] if kind in each["@type"]]


def test_each_exhibit_has_its_record_its_files_with_their_digests_and_its_events(case):
    _, data, graph = case

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
    _, _, graph = case
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
    _, data, graph = case
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
    content, _, graph = case

    assert told(content)[1] == graph


def test_each_seal_is_a_node_and_each_event_leads_to_the_seals_that_it_names(case):
    _, data, graph = case
    by_id = {each["@id"]: each for each in json.loads(graph)["@graph"]}
    events = [each["event"] for one in data["exhibits"] for each in one["custody"]]
    actions = nodes(graph, "InvestigativeAction")

    seals = nodes(graph, "thb:Seal")

    def named(action: dict[str, Any], term: str) -> str:
        found = action.get(term)
        return by_id[found["@id"]]["uco-core:name"] if found else ""

    assert seals
    assert [(named(each, "thb:seal"), named(each, "thb:formerSeal")) for each in actions] == [
        (each.get("seal", ""), each.get("former_seal", "")) for each in events
    ]
    assert {each["thb:sealOf"]["@id"] for each in seals} <= {
        each["@id"] for each in nodes(graph, "ProvenanceRecord")
    }
    for each in actions:
        reached = {one["@id"] for one in each["uco-action:object"]}
        assert {each[term]["@id"] for term in ("thb:seal", "thb:formerSeal") if term in each} <= reached


def test_each_payment_has_accounts_amount_currency_days_and_the_row_of_its_source(case):
    _, data, graph = case
    accounts = {each["uco-core:name"]: each["@id"] for each in nodes(graph, "uco-observable:Account")}
    numbers = {each["id"]: each["number"] for each in data["accounts"]}

    payments = nodes(graph, "thb:Payment")

    ends = [
        [each.get(term, {}).get("@id") for term in ("thb:fromAccount", "thb:toAccount")] for each in payments
    ]
    assert ends == [
        [
            accounts.get(numbers.get(each.get("from_account_id"), "")),
            accounts.get(numbers.get(each.get("to_account_id"), "")),
        ]
        for each in data["transactions"]
    ]
    assert [each["thb:amount"] for each in payments] == [
        {"@type": "xsd:decimal", "@value": each["amount"]} for each in data["transactions"]
    ]
    assert [each["thb:sourceRow"] for each in payments] == [each["source"] for each in data["transactions"]]
    whole, struck = payments[-2:]
    assert whole["thb:currency"] == "EUR"
    assert whole["thb:bookedOn"] == whole["thb:paymentDay"] == "2026-03"
    assert [each.get("thb:paymentDayKind") for each in (whole, struck)] == ["BOOKING", "VALUE"]
    assert "thb:bookedOn" not in struck
    assert whole["thb:valueOn"] == {"@type": "xsd:date", "@value": "2026-03-05"}
    assert whole["thb:isReversal"]["@value"] == "false"
    assert whole["thb:exhibit"] == {"@id": nodes(graph, "ProvenanceRecord")[0]["@id"]}
    assert "uco-core:objectStatus" not in whole
    assert struck["uco-core:objectStatus"] == "Deprecated"
    (statement,) = nodes(graph, "thb:AccountStatement")
    assert whole["thb:accountStatement"] == {"@id": statement["@id"]}
    assert statement["thb:openingBalance"] == {"@type": "xsd:decimal", "@value": "-10.00"}


def test_an_account_is_told_as_it_is_printed_and_its_holder_by_the_code(case):
    _, data, graph = case
    (card,) = [each for each in nodes(graph, "uco-observable:Account") if each["uco-core:name"] == "CARD-1"]
    (facet,) = card["uco-core:hasFacet"]
    persons = {each["@id"]: each["uco-core:name"] for each in nodes(graph, "uco-identity:Person")}
    (keeper,) = nodes(graph, "uco-identity:Organization")

    assert facet["uco-observable:accountIdentifier"] == "555555******4444"
    assert persons[facet["uco-observable:owner"]["@id"]] == data["persons"][0]["code"]
    assert facet["uco-observable:accountIssuer"] == {"@id": keeper["@id"]}
    assert (keeper["uco-core:name"], keeper["thb:bic"]) == ("Banque fictive", "FICTBEBB")
    assert b"4444" in graph
    assert b"5555 5555" not in graph


def test_cash_is_told_with_its_range_and_its_moment_and_no_name_that_a_source_writes(case):
    _, _, graph = case
    (cash,) = nodes(graph, "thb:HandOver")

    assert cash["thb:handedOverOn"] == {"@type": "xsd:dateTime", "@value": "2026-03-05T20:15:00+01:00"}
    assert (cash["thb:amount"]["@value"], cash["thb:amountTo"]["@value"]) == ("100", "150")
    assert "thb:payer" not in cash
    assert WRITTEN not in graph.decode()


def test_it_says_who_rendered_which_turns_from_which_language_into_which(case):
    _, data, graph = case
    codes = {each["@id"]: each["uco-core:name"] for each in nodes(graph, "thb:Linguist")}
    statements = {each["@id"]: each["uco-core:name"] for each in nodes(graph, "thb:Statement")}
    known = {each["id"]: each["code"] for each in data["interpreters"]}
    expected = {
        (
            one["interview"]["number"],
            turn["segment"]["id"],
            turn["segment"]["language"],
            each["language"],
            known[each["author_id"]],
        )
        for one in data["interviews"]
        for turn in one["segments"]
        for each in turn["renderings"]
    }

    found = [
        (
            statements[each["uco-action:object"][0]["@id"]],
            turn,
            each["thb:fromLanguage"],
            each["thb:toLanguage"],
            codes[each["uco-action:performer"]["@id"]],
        )
        for each in nodes(graph, "thb:Rendering")
        for turn in each["thb:turn"]
    ]

    assert expected
    assert set(found) == expected
    assert len(found) == len(expected)


def test_each_translation_says_its_languages_its_translator_and_its_source(case):
    content, _, graph = case
    codes = {each["@id"]: each["uco-core:name"] for each in nodes(graph, "thb:Linguist")}
    sources = nodes(graph, "thb:Statement") + nodes(graph, "thb:Translation")
    by_id = {each["@id"]: each["uco-core:name"] for each in sources}
    numbers = {each.job.id: each.job.number for each in content.language}

    found = {each["uco-core:name"]: each for each in nodes(graph, "thb:Translation")}

    assert [*found] == [each.job.number for each in content.language]
    for each in content.language:
        node = found[each.job.number]
        assert node.get("thb:fromLanguage", "") == each.job.source_language
        assert node["thb:toLanguage"] == each.job.target_language
        assert codes[node["uco-action:performer"]["@id"]] in {one.code for one in each.linguists}
        source = numbers[each.job.from_job_id] if each.job.from_job_id else each.record
        assert by_id[node["uco-action:object"][0]["@id"]] == source
        assert node["thb:turn"] == [one.version.segment_id for one in each.versions]


def test_a_time_with_the_zone_of_its_place_has_the_form_of_xml_schema(case):
    _, data, _ = case
    changed = json.loads(json.dumps(data))
    event = next(each for each in changed["exhibits"] if each["custody"])["custody"][0]["event"]
    event["occurred_at"] = "2026-02-20T06:05:00.000000+01:00[Europe/Brussels]"

    graph = case_uco(changed, {})

    times = [each["uco-action:startTime"]["@value"] for each in nodes(graph, "InvestigativeAction")]
    assert times[0] == "2026-02-20T06:05:00.000000+01:00"


def test_a_mark_in_the_place_of_a_seal_or_an_amount_stays_a_mark(case):
    _, data, _ = case
    mark = "⟦R-001 VICTIM_PRIVACY⟧"
    changed = json.loads(json.dumps(data))
    changed["transactions"][0]["amount"] = mark
    next(each for each in changed["exhibits"] if each["custody"])["custody"][0]["event"]["seal"] = mark

    graph = case_uco(changed, {})

    assert nodes(graph, "thb:Payment")[0]["thb:amount"] == mark
    assert mark in {each["uco-core:name"] for each in nodes(graph, "thb:Seal")}


def test_its_length_and_its_cost_grow_with_the_rows_alone(case):
    """Each row is written once: ten times the payments are ten times their part of the graph."""
    content, _, _ = case
    rows = content.finance.transactions

    def length(times: int) -> int:
        many = tuple(
            replace(each, id=RowId(f"{each.id}-{number}")) for number in range(times) for each in rows
        )
        finance = replace(content.finance, transactions=many)
        return len(told(replace(content, finance=finance))[1])

    none, one, ten = (length(times) for times in (0, 10, 100))
    assert (ten - none) / (one - none) < 10.5


def test_the_ontologies_own_tool_finds_nothing_and_finds_a_fault(case, tmp_path: Path):
    if not VALIDATOR.exists():
        pytest.skip("needs case_validate of tests/outside.lock")
    _, _, graph = case
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


def test_the_first_exhibit_of_a_line_is_named_by_its_number_only_where_it_is_in_the_bundle():
    content = case_content("perla")
    whole, copy = content.exhibits[0].exhibit, content.exhibits[1]
    derived = replace(copy, exhibit=replace(copy.exhibit, parent_id=whole.id, root_id=whole.id))

    with_both, alone = (
        told(replace(content, exhibits=each))[1].decode()
        for each in ((content.exhibits[0], derived), (derived,))
    )

    assert f'"case-investigation:rootExhibitNumber":["{whole.number}"]' in with_both
    assert "rootExhibitNumber" not in alone
    assert whole.id not in alone
