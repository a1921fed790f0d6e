"""The list of the keys of those who signed: in the data of a bundle and on its pages."""

import secrets
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.crypto.certificates import Subject, issue_leaf, issue_root, read_holder
from thb_desktop.crypto.signing import key_id, new_private_key
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_proof import SignerKey
from thb_desktop.domain.identity_binding_fields import Binding
from thb_desktop.domain.vocabulary import IdentityBinding
from thb_desktop.ledger.extract import Extract
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.signer_keys import draw_signer_keys
from thb_desktop.report.words import words_in
from thb_desktop.services.bundling.signer_keys import keys_in


def test_each_key_is_told_with_its_certificate_and_the_entries_that_its_sessions_signed():
    proof = case_content("perla").proof
    extract = Extract.parse(proof.custody_extract)

    keys = proof.keys

    assert keys == keys_in(extract)
    assert {each.key for each in keys} == {
        key_id(read_holder(certificate).public_key) for certificate in extract.users
    }
    entries = {each.signed.parsed().seq for each in (*extract.events, *(extract.signers or ()))}
    assert sum(each.entries for each in keys) == len(entries)
    (judge,) = [each for each in keys if each.entries]
    assert (judge.first, judge.last) == (min(entries), max(entries))
    assert judge.begun is not None
    (certificate,) = judge.certificates
    assert certificate.since <= judge.begun


def test_entries_of_a_session_that_no_certificate_here_stands_behind_are_given_to_nobody():
    extract = Extract.parse(case_content("perla").proof.custody_extract)

    keys = keys_in(replace(extract, statements=()))

    assert keys
    assert {(each.entries, each.first, each.begun) for each in keys} == {(0, 0, None)}


def _drawn(
    content: BundleContent, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[tuple[str, ...]]]:
    """The headings and the rows of the list."""
    setting = english_setting(content)
    headings: list[str] = []
    rows: list[tuple[str, ...]] = []
    monkeypatch.setattr(setting.flow, "heading", lambda text, *_: headings.append(text))
    monkeypatch.setattr(
        setting, "rows", lambda columns: rows.extend(zip(*(texts for _, texts in columns), strict=True))
    )
    draw_signer_keys(setting)
    return headings, rows


def _with_keys(content: BundleContent, *keys: SignerKey) -> BundleContent:
    return replace(content, proof=replace(content.proof, keys=keys))


def test_several_certificates_of_one_key_are_a_line_each_and_a_gap_is_not_valid(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    extract = Extract.parse(content.proof.custody_extract)
    (judge,) = [each for each in content.proof.keys if each.entries]
    first = next(each for each in extract.users if key_id(read_holder(each).public_key) == judge.key)
    office = Subject(common_name="Another root", organisation="Court")
    begin = read_holder(first).not_after + timedelta(days=400)
    root_key = new_private_key(secrets.token_bytes)
    root = issue_root(root_key, office, at=begin, randomness=secrets.token_bytes)
    later = issue_leaf(
        root_key,
        root,
        Subject(common_name="A. Peeters-Claes", organisation="Court", serial_number=judge.user_id),
        read_holder(first).public_key,
        at=begin,
        randomness=secrets.token_bytes,
    )

    (key,) = keys_in(replace(extract, users=(later, first)))
    _, ((holder, _, valid, _),) = _drawn(_with_keys(content, key), monkeypatch)

    assert [each.since for each in key.certificates] == [read_holder(first).not_before, begin]
    before, after = valid.splitlines()
    assert before.endswith(f"{read_holder(first).not_after:%Y-%m-%d}")
    assert after.startswith(f"{begin:%Y-%m-%d}")
    assert [each.split(",")[0] for each in holder.splitlines()] == [
        read_holder(first).name,
        "A. Peeters-Claes",
    ]


def test_a_key_that_signed_nothing_here_is_not_among_those_who_signed(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    (judge,) = [each for each in content.proof.keys if each.entries]
    silent = replace(
        judge, key="0" * 64, user_id="somebody else", entries=0, first=0, last=0, begun=None, ended=None
    )

    headings, rows = _drawn(_with_keys(content, judge, silent), monkeypatch)
    nothing = _drawn(_with_keys(content, silent), monkeypatch)

    assert headings == ["Keys of those who signed"]
    assert [row[1].replace(" ", "") for row in rows] == [judge.key[:16]]
    assert nothing == ([], [])


def test_how_a_holder_was_identified_stands_with_the_key_and_that_nobody_stated_it_above(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    (judge,) = [each for each in content.proof.keys if each.entries]
    checked = Binding(
        bound_as=IdentityBinding.SELF_ISSUED_VOUCHED_BY,
        bound_by="N. Peeters",
        bound_on=date(2026, 3, 2),
        bound_document="Service card 17",
    )
    notes: list[str] = []
    monkeypatch.setattr(Flow, "note", lambda _, text: notes.append(text))

    _, ((holder, *_),) = _drawn(_with_keys(content, replace(judge, binding=checked)), monkeypatch)
    stated, notes[:] = list(notes), []
    _, ((bare, *_),) = _drawn(_with_keys(content, judge), monkeypatch)

    assert holder.splitlines() == [
        *bare.splitlines(),
        (
            "Identified when admitted, as the office states: a user of this office checked a document "
            "(N. Peeters, 2 March 2026, Service card 17)"
        ),
    ]
    unbound = words_in("en").annex.key_unbound
    assert (unbound in stated, unbound in notes) == (False, True)


def test_the_annex_says_what_each_key_signed_here(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")

    _, rows = _drawn(content, monkeypatch)

    by_key = {row[1].replace(" ", ""): row for row in rows}
    told = {each.user_id: by_key[each.key[:16]] for each in content.proof.keys if each.key[:16] in by_key}
    for each in content.proof.keys:
        assert each.user_id not in told or told[each.user_id][0].startswith(each.certificates[-1].name)
    for wanted in content.release.signatures:
        assert f"field on this bundle: {wanted.field}" in told[wanted.user_id][3]
    judge = next(each for each in content.proof.keys if each.entries)
    assert f"entries of the extract: {judge.entries}" in told[judge.user_id][3]
    linguists = {str(one.user_id) for each in content.language for one in each.signed}
    assert linguists
    assert all("certificates of translations: " in told[each][3] for each in linguists)
