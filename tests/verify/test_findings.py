"""Findings as people read them: what holds of many subjects alike is one line, everything else stays."""

from thb_desktop.verify.findings import Finding, Standing, broken, holds, in_short, verdict


def of(subject: str, events: int = 1, standing: Standing = Standing.HOLDS) -> Finding:
    return Finding(
        code="completeness",
        standing=standing,
        sentence=f"{subject}: {events} events",
        subject=subject,
        events=events,
    )


def test_what_holds_of_many_subjects_is_said_once_with_their_numbers() -> None:
    findings = [holds("head", "A head."), of("exhibit E-01", 5), of("file"), of("exhibit E-02"), of("other")]

    short = in_short([*findings, holds("continuity", "An earlier head.")])

    assert [finding.sentence for finding in short] == [
        "A head.",
        (
            "Custody record: of each of the 4 subjects shown, all recorded events are here (8 events): "
            "exhibits E-01, E-02; 1 file; 1 other."
        ),
        "An earlier head.",
    ]


def test_what_does_not_hold_keeps_a_line_of_its_own() -> None:
    missing = of("exhibit E-02", standing=Standing.BROKEN)
    findings = [of("exhibit E-01"), missing, of("exhibit E-03"), broken("content", "Altered.")]

    short = in_short(findings)

    assert short[1:] == [missing, findings[3]]
    assert "of each of the 2 subjects" in short[0].sentence
    assert verdict(short) is verdict(findings) is Standing.BROKEN


def test_a_single_subject_keeps_its_sentence() -> None:
    alone = [of("interview I-01", 17)]

    assert in_short(alone) == alone


def test_of_very_many_numbers_only_the_count_is_said() -> None:
    short = in_short([of(f"exhibit E-{number}") for number in range(31)])

    assert short[0].sentence.endswith("(31 events): 31 exhibits.")
