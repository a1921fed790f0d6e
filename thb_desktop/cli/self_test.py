"""`thb --self-test`: tests that this installation can do all its work."""

from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.samples.self_test import run_self_test

EXIT_FAILED = 1


def run(console: Console, environment: Environment) -> int:
    findings = run_self_test(environment, console.remark)
    passed = verdict(findings) is Standing.HOLDS
    console.answer(
        [*lines_of(findings), "The self-test is passed." if passed else "The self-test has FAILED."],
        {"passed": passed, "findings": answer_of(findings)},
    )
    return 0 if passed else EXIT_FAILED
