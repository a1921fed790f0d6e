"""Findings as people read them: what holds of many subjects alike is one line, everything else stays."""

from tests.support.findings import said_in_english
from thb_desktop.findings import Finding, Where, broken, holds, verdict
from thb_desktop.verify.in_short import in_short


def whole(kind: str, name: str, events: int = 1) -> Finding:
    return holds("completeness.whole", where=Where(kind=kind, names=(name,)), count=events)


def test_what_holds_of_many_subjects_is_said_once_with_their_numbers() -> None:
    findings = [
        holds("inclusion.whole"),
        whole("exhibit", "E-01", 5),
        whole("file", "0f"),
        whole("exhibit", "E-02"),
        whole("subject", "ab"),
        holds("continuity.whole", count=1),
    ]

    short = in_short(findings)

    assert [short[0], short[2]] == [findings[0], findings[-1]]
    assert said_in_english(short[1]) == (
        "All recorded events of each of the 4 subjects shown are here (8 events): "
        "exhibits E-01, E-02; files of exhibits: 1; other subjects: 1."
    )


def test_what_does_not_hold_keeps_a_line_of_its_own() -> None:
    missing = broken(
        "completeness.missing", where=Where(kind="exhibit", names=("E-02",)), count=2, missing=(2,)
    )
    altered = broken("certificates.foreign")
    findings = [whole("exhibit", "E-01"), missing, whole("exhibit", "E-03"), altered]

    short = in_short(findings)

    assert short[1:] == [missing, altered]
    assert short[0].values["count"] == 2
    assert verdict(short) is verdict(findings)


def test_a_single_subject_keeps_its_sentence() -> None:
    alone = [whole("interview", "I-01", 17)]

    assert in_short(alone) == alone


def test_of_very_many_numbers_only_the_count_is_said() -> None:
    short = in_short([whole("exhibit", f"E-{number}") for number in range(31)])

    assert said_in_english(short[0]).endswith("(31 events): exhibits: 31.")


def test_what_is_of_the_custody_record_of_a_document_stays_so() -> None:
    record = Where(kind="custody-record")
    inside = [
        Finding(
            code="custody-completeness",
            case="whole",
            standing=each.standing,
            values=each.values,
            where=(record, *each.where),
        )
        for each in (whole("exhibit", "E-01"), whole("exhibit", "E-02"))
    ]

    short = in_short(inside)

    assert [finding.code for finding in short] == ["custody-completeness"]
    assert said_in_english(short[0]).startswith("Custody record: All recorded events")
