"""Why an account is the one that a file names: in a version for a recipient it is in no byte, and counted."""

import json
from pathlib import Path

import pytest

from tests.services.bundling.test_record_digests import attached, found
from tests.services.bundling.test_versions import drawn_up, signed_file, spoken
from tests.services.money.test_statements import MT, MT940, added, read
from tests.support import money
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.strangers import checked_by_script
from thb_desktop.domain import kept_back
from thb_desktop.domain.finance import BankStatement
from thb_desktop.errors import ToldWholeError
from thb_desktop.findings import Standing
from thb_desktop.services.core import withheld_groups
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance, statements

NAME = "Zenobia Petrescu-Exemplu"
BECAUSE = f"So {NAME} told the bank"


def taken_over(session: Session, small: Small, folder: Path) -> BankStatement:
    """A statement of which somebody says, with a name, that its account is the one of the case."""
    account = finance.add_account(session, money.account(small.case.id))
    file = added(session, small, folder, MT.format(account="10020030/1234567").encode())
    return statements.take_over(
        session,
        read(session, file, MT940),
        which=0,
        account_id=account.id,
        number="ST-1",
        same_because=BECAUSE,
    )


@pytest.mark.requirement("SR-36")
def test_the_reason_is_in_no_byte_of_a_version_which_says_so_and_holds(
    session: Session, small: Small, tmp_path: Path
):
    taken = taken_over(session, small, tmp_path)
    record = spoken(session, small)
    version = drawn_up(session, small)
    chosen = {"further": (taken.id,)}
    whole = signed_file(session, small, record, tmp_path / "whole.pdf", **chosen)
    path = signed_file(session, small, record, tmp_path / "v.pdf", disclosure_id=version.id, **chosen)

    pdf = path.read_bytes()
    places = readable(pdf)
    assert leaks([NAME, "Petrescu-Exemplu"], readable(whole.read_bytes()))
    assert leaks([NAME, "Petrescu-Exemplu"], places) == []
    drawn = b" ".join(places["text: drawn -raw"].split()).decode()
    assert "10020030/1234567" in drawn
    assert session.user.name in drawn
    assert "non communiqu" in drawn
    files = attached(pdf)
    (told,) = json.loads(files["case/case.json"])["statements"]
    assert (told["same_by"], told.get("same_because", "")) == (session.user.id, "")
    assert "motifs pour lesquels un compte est celui" in drawn
    assert Standing.BROKEN not in found(files).values()
    code, said = checked_by_script(pdf, root_certificate(session.office_record), tmp_path)
    assert code == 0, said


def test_an_event_that_cannot_leave_the_reason_out_stops_the_version(
    session: Session, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as earlier:
        held = {name: each for name, each in kept_back._HELD.items() if name != "bank_statement"}
        earlier.setattr(kept_back, "_HELD", held)
        taken = taken_over(session, small, tmp_path)
    monkeypatch.setattr(withheld_groups, "GROUPED_SINCE", 1_000)  # the event is one of before
    record = spoken(session, small)
    version = drawn_up(session, small)

    with pytest.raises(ToldWholeError):
        signed_file(session, small, record, tmp_path / "v.pdf", disclosure_id=version.id, further=(taken.id,))
