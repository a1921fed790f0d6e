"""What the check of a chain found, told as findings with a verdict."""

from datetime import timedelta

from tests.support.chains import example
from thb_desktop.verify.chain import chain_findings
from thb_desktop.verify.findings import Standing, verdict


def test_a_sound_chain_with_a_remembered_head_holds() -> None:
    stored = example().stored
    stored.marks = [stored.heads[-1].parsed().mark]

    assert verdict(chain_findings(stored.faults(), remembered=1)) is Standing.HOLDS


def test_a_sound_chain_that_no_one_remembers_is_not_anchored() -> None:
    findings = chain_findings(example().stored.faults(), remembered=0)

    assert [(each.code, each.standing) for each in findings] == [
        ("chain", Standing.HOLDS),
        ("not-anchored", Standing.UNKNOWN),
    ]


def test_a_broken_chain_is_broken_and_a_doubt_is_a_doubt() -> None:
    cut, doubtful = example(), example()
    del cut.stored.entries[-1]
    doubtful.at -= timedelta(days=9)
    doubtful.record(doubtful.sessions[2], "DISCLOSED", doubtful.vault, {})

    assert verdict(chain_findings(cut.stored.faults(), remembered=1)) is Standing.BROKEN
    assert verdict(chain_findings(doubtful.stored.faults(), remembered=1)) is Standing.UNKNOWN
