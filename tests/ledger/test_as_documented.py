"""A second verifier, written from docs/formats/ledger.md alone: it shares no line with the program."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from cryptography.x509.oid import NameOID

FROZEN = Path(__file__).parent / "data" / "extract-v1.json"
FORMAT = Path(__file__).parents[2] / "docs" / "formats" / "ledger.md"


def sha(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def verify(public_key: bytes, record: Any, signature: str) -> None:
    key, raw = load_der_public_key(public_key), bytes.fromhex(signature)
    assert isinstance(key, ec.EllipticCurvePublicKey)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(der, canonical(record), ec.ECDSA(SHA256()))


def root_from(leaf: bytes, index: int, size: int, proof: list[str]) -> bytes:
    """RFC 9162, 2.1.1 read top-down: the left part of n leaves holds the largest power of two below n."""
    if size == 1:
        assert not proof
        return leaf
    left = 1 << (size - 1).bit_length() - 1
    sibling = bytes.fromhex(proof[-1])
    if index < left:
        return sha(b"\x01", root_from(leaf, index, left, proof[:-1]), sibling)
    return sha(b"\x01", sibling, root_from(leaf, index - left, size - left, proof[:-1]))


def verify_extract(extract: dict[str, Any], fingerprint: str) -> None:
    """Steps 1 to 9 of the page; raises AssertionError or InvalidSignature."""
    root_der = base64.b64decode(extract["certificates"]["root"])
    assert hashlib.sha256(root_der).hexdigest() == fingerprint
    root, vault, head = x509.load_der_x509_certificate(root_der), extract["vault"], extract["head"]["head"]
    root.verify_directly_issued_by(root)
    users, keys, sessions = {}, {}, {}
    for der in extract["certificates"]["users"]:
        user = x509.load_der_x509_certificate(base64.b64decode(der))
        user.verify_directly_issued_by(root)
        public = user.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        (agent,) = user.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
        users[agent.value, sha(public).hex()] = keys[sha(public).hex()] = public
    for signed in extract["statements"]:
        said = signed["statement"]
        verify(users[said["agent"], said["signer"]], said, signed["signature"])
        session = base64.b64decode(said["session"])
        sessions[sha(session).hex()], keys[sha(session).hex()] = said, session
    verify(keys[head["key"]], head, extract["head"]["signature"])
    numbers: dict[str, list[int]] = {}
    for event in extract["events"]:
        entry, opening = event["entry"], event["opening"]
        said = sessions[entry["key"]]
        verify(keys[entry["key"]], entry, event["signature"])
        assert (entry["vault"], entry["agent"], entry["role"]) == (vault, said["agent"], said["role"])
        later = {s["first"] for s in sessions.values() if s["agent"] == said["agent"]} - {said["first"]}
        assert said["first"] <= entry["seq"]
        assert not any(said["first"] < first <= entry["seq"] for first in later)
        leaf = sha(b"\x00", canonical(entry), bytes.fromhex(event["signature"]))
        assert root_from(leaf, entry["seq"] - 1, head["size"], event["proof"]).hex() == head["root"]
        numbers.setdefault(entry["subject"], []).append(entry["n"])
        if opening:
            nonce = bytes.fromhex(opening["nonce"])
            found = sha(b"thb-commitment/1", b"\x00", nonce, canonical(opening["payload"]))
            assert found.hex() == entry["commitment"]
    for each in extract["subjects"]:
        leaf = sha(b"\x00", canonical(["thb-counter/1", each["subject"], each["n"]]))
        assert root_from(leaf, each["index"], head["subjects"], each["proof"]).hex() == head["counters"]
        assert numbers.pop(each["subject"]) == list(range(1, each["n"] + 1))
    assert not numbers


SECONDS = {"INVESTIGATING_JUDGE", "PROSECUTOR", "ADMINISTRATOR", "CLERK", "EVIDENCE_CUSTODIAN"}
APPROVED = ("id", "act", "subject", "requested_by", "approved_by", "at")


def keys_by_entries(extract: dict[str, Any]) -> set[tuple[str, str]]:
    """Section 7 for users whom entries make, without further keys: the users and the ids of their keys."""
    vault, known, gone = extract["vault"], dict[str, tuple[str, bytes]](), dict[str, int]()
    stated = {sha(base64.b64decode(s["statement"]["session"])).hex(): s for s in extract["statements"]}
    for event in extract["signers"]:
        entry, opening = event["entry"], event["opening"]
        rows = opening["payload"]["states"] if opening and entry["action"] != "USER_RETIRED" else []
        users = [row["record"] for row in rows if row["entity"] == "user"]
        approvals = [row["record"] for row in rows if row["entity"] == "approval"]
        by, statement = entry["agent"], stated[entry["key"]]
        first = {by: (users[0]["role"], key_of(users[0]))} if entry["action"] == "VAULT_CREATED" else {}
        role, key = (known | first)[by]
        assert (entry["role"], statement["statement"]["signer"]) == (role, sha(key).hex())
        assert entry["seq"] < gone.get(by, entry["seq"] + 1)
        verify(key, statement["statement"], statement["signature"])
        verify(base64.b64decode(statement["statement"]["session"]), entry, event["signature"])
        if entry["action"] == "USER_ADDED":
            (user,), (approval,) = users, approvals
            others = {each for each, (role, _) in known.items() if role in SECONDS} - {by} - gone.keys()
            assert role in SECONDS - {"CLERK", "EVIDENCE_CUSTODIAN"}
            assert user["id"] == entry["subject"]
            said = (approval["act"], approval["subject"], approval["requested_by"])
            assert said == ("ADD_USER", f"{user['role']} {user['name']}", by)
            if approval["kind"] == "ALONE":
                assert not others
            else:
                assert approval["approved_by"] in others
                signed = {"format": "thb-approval/1", "vault": vault} | {n: approval[n] for n in APPROVED}
                verify(known[approval["approved_by"]][1], signed, approval["signature"])
            known[user["id"]] = (user["role"], key_of(user))
        known |= first
        if entry["action"] == "USER_RETIRED":
            gone[entry["subject"]] = entry["seq"]
    return {(user, sha(key).hex()) for user, (_, key) in known.items()}


def key_of(user: dict[str, Any]) -> bytes:
    certificate = x509.load_der_x509_certificate(base64.b64decode(user["certificate"]))
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.requirement("SR-38", "SR-15")
def test_whose_the_keys_are_is_decided_as_the_page_says() -> None:
    extract = json.loads(FROZEN.with_name("extract-v2.json").read_bytes())
    stated = {(each["statement"]["agent"], each["statement"]["signer"]) for each in extract["statements"]}

    verify_extract(extract, hashlib.sha256(base64.b64decode(extract["certificates"]["root"])).hexdigest())

    assert stated <= keys_by_entries(extract)


def test_the_second_verifier_takes_no_user_without_an_approval() -> None:
    extract = json.loads(FROZEN.with_name("extract-v2.json").read_bytes())
    added = [each for each in extract["signers"] if each["entry"]["action"] == "USER_ADDED"]
    added[-1]["opening"]["payload"]["states"][0]["record"]["subject"] = "CLERK Somebody Else"

    with pytest.raises(AssertionError):
        keys_by_entries(extract)


@pytest.fixture
def extract() -> dict[str, Any]:
    data = FROZEN.read_bytes()
    found = json.loads(data)
    assert canonical(found) == data
    return found


@pytest.mark.requirement("SR-38", "SR-18")
def test_the_frozen_extract_verifies_as_the_page_says(extract: dict[str, Any]) -> None:
    fingerprint = re.findall(
        r"fingerprint of the root certificate \| `([0-9a-f]{64})`", FORMAT.read_text(encoding="utf-8")
    )

    verify_extract(extract, *fingerprint)


def test_the_second_verifier_can_fail(extract: dict[str, Any]) -> None:
    fingerprint = hashlib.sha256(base64.b64decode(extract["certificates"]["root"])).hexdigest()
    extract["events"][4]["opening"]["payload"]["from"] = "nobody"

    with pytest.raises(AssertionError):
        verify_extract(extract, fingerprint)
    extract["events"][0]["entry"]["n"] = 2
    with pytest.raises(InvalidSignature):
        verify_extract(extract, fingerprint)


def test_the_values_of_the_worked_example_are_those_of_the_frozen_extract(extract: dict[str, Any]) -> None:
    event, head = extract["events"][0], extract["head"]["head"]
    subject = next(each for each in extract["subjects"] if each["subject"] == event["entry"]["subject"])
    state = [head["vault"], head["size"], head["root"], head["subjects"], head["counters"]]
    code = base64.b32encode(sha(b"thb-head-code/1", b"\x00", canonical(state))[:10]).decode()
    values = [
        canonical(event["entry"]).decode(),
        canonical(event["opening"]["payload"]).decode(),
        event["opening"]["nonce"],
        event["entry"]["commitment"],
        event["signature"],
        sha(b"\x00", canonical(event["entry"]), bytes.fromhex(event["signature"])).hex(),
        event["proof"][0],
        head["root"],
        sha(b"\x00", canonical(["thb-counter/1", subject["subject"], subject["n"]])).hex(),
        head["counters"],
        "-".join(code[start : start + 4] for start in range(0, 16, 4)),
    ]

    page = FORMAT.read_text(encoding="utf-8")

    assert [value for value in values if value not in page] == []
