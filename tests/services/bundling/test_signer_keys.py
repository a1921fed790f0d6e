"""The list of the keys of those who signed: in the data of a bundle and on its pages."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.signing import key_id
from thb_desktop.ledger.extract import Extract
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.signer_keys import draw_signer_keys
from thb_desktop.report.style import PORTRAIT
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
    assert judge.since <= judge.begun


def test_entries_of_a_session_that_no_certificate_here_stands_behind_are_given_to_nobody():
    extract = Extract.parse(case_content("perla").proof.custody_extract)

    keys = keys_in(replace(extract, statements=()))

    assert keys
    assert {(each.entries, each.first, each.begun) for each in keys} == {(0, 0, None)}


def test_the_annex_says_what_each_key_signed_here(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    setting = Setting(content, words_in("en"), Flow(Document(properties=properties), geometry=PORTRAIT))
    rows: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        setting, "rows", lambda columns: rows.extend(zip(*(texts for _, texts in columns), strict=True))
    )

    draw_signer_keys(setting)

    told = {each.user_id: row for each, row in zip(content.proof.keys, rows, strict=True)}
    for each in content.proof.keys:
        assert told[each.user_id][0].startswith(each.name)
        assert told[each.user_id][1].replace(" ", "") == each.key[:16]
    for wanted in content.release.signatures:
        assert f"field on this bundle: {wanted.field}" in told[wanted.user_id][3]
    judge = next(each for each in content.proof.keys if each.entries)
    assert f"entries of the extract: {judge.entries}" in told[judge.user_id][3]
    linguists = {str(one.user_id) for each in content.language for one in each.signed}
    assert linguists
    assert all("language work: " in told[each][3] for each in linguists)
