"""The path from a signature to its root: how many authorities an authority allows below it."""

from pathlib import Path

import pytest

from tests.support.pdfs import AT, fixed_randomness
from tests.verify.test_path_of_revocation import Authority, issued, named, openssl_says
from thb_desktop.crypto.signing import new_private_key
from thb_desktop.verify.documents.path import check_path, fingerprint

ROOT = Authority.called("Root", may_issue=True)


def of_a_new_key(old: Authority) -> Authority:
    """An authority with a new key, which it certified by its old one."""
    key = new_private_key(fixed_randomness("a newer key"))
    told = {"is_authority": True, "may_issue": True}
    return Authority(key, issued(named("Office"), key, old.key, named("Office"), **told))


@pytest.mark.parametrize("below", [None, 0])
def test_a_new_key_that_an_authority_certified_by_its_old_one_is_no_further_authority(tmp_path: Path, below):
    old = Authority.called("Office", by=ROOT, below=below, may_issue=True)
    new = of_a_new_key(old)
    person = issued(named("Person"), new.key, new.key, named("Office"), is_authority=False)

    codes = codes_of(person, new, old)

    assert "signer.pem: OK" in openssl_says(tmp_path, new, old, of=person, root=ROOT)
    assert codes == ["root-trusted"]


def test_an_authority_above_that_allows_none_below_it_counts_the_one_with_the_new_key_once(tmp_path: Path):
    allowed = {}
    for below in (0, 1):
        district = Authority.called("District", by=ROOT, below=below, may_issue=True)
        old = Authority.called("Office", by=district, may_issue=True)
        new = of_a_new_key(old)
        person = issued(named("Person"), new.key, new.key, named("Office"), is_authority=False)
        says = openssl_says(tmp_path, new, old, district, of=person, root=ROOT)

        allowed[below] = "signer.pem: OK" in says, codes_of(person, new, old, district)

    assert allowed == {0: (False, ["issuer-not-entitled", "root-trusted"]), 1: (True, ["root-trusted"])}


def codes_of(person, *between: Authority) -> list[str]:
    found = check_path(
        person,
        [each.certificate for each in between],
        trusted={fingerprint(ROOT.certificate)},
        roots=[ROOT.certificate],
        at=AT,
    )
    return [each.code for each in found]
