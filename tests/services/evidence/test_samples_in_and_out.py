"""Every sample file of evidence goes into a vault and comes out with the bytes that it had."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from tests.support.offices import Small, registered
from tests.support.sampled import few
from tests.support.samples import sample
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.bundling.taking_out import TakingOut
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import intake
from thb_desktop.vault.tables import registry

SAID = TakingOut(
    recipient="Institute of Forensics",
    state="BE",
    party=PartyKind.EXPERT,
    reason="Examination ordered on 2 June",
    identities_because="No identity is sealed",
    unsearched_because="Archives with passwords cannot be searched",
)


KINDS = (
    *("archives", "av", "bad-xml", "bank-camt", "bank-mt940", "chat", "crypto-addr", "disk"),
    *("mail", "mail-cpython", "office", "pdf-handbuilt", "pdf-horrors", "pdf-pdfjs"),
    *("phone-db", "photos", "web"),
)
"""The folders of samples; another test says that there are no others."""


def test_there_are_no_samples_beside_these_folders():
    folder = sample("02-evidence")

    assert {path.name for path in folder.iterdir() if path.is_dir()} == set(KINDS)


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", few(KINDS, 8))
def test_every_sample_goes_in_and_comes_out_with_equal_digests(
    session: Session, small: Small, tmp_path: Path, kind: str
):
    folder = sample(f"02-evidence/{kind}")
    given = Counter(digest_of(path) for path in folder.rglob("*") if path.is_file())
    kept = registered(session, small)

    run = intake.take(lambda work: work(session), kept.id, [folder])
    files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", kept.id)
    went: list[str] = []
    out = few(files, 1 + len(files) // 3)
    for number, file in enumerate(out):
        target = tmp_path / f"{number}"
        taking_out.take_out(session, file.id, target, SAID, second=None)
        went.append(digest_of(target))

    assert (run.stopped_by, run.left) == (None, ())
    assert Counter(file.sha256 for file in files) == given
    assert went == [file.sha256 for file in out]
