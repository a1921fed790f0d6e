"""Self-test: whether this installation can do all its work, from an empty folder to a verified bundle."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.findings import Finding, Standing, broken, holds
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.keeping import health
from thb_desktop.services.office import recovery, vaults
from thb_desktop.services.office.recovery import Holder
from thb_desktop.services.samples import demo


def run_self_test(environment: Environment, say: Callable[[str], None]) -> tuple[Finding, ...]:
    """Make the demonstration in a temporary folder, check its vault, open it with shares, verify its bundles.

    Keys are derived at the lowest allowed cost: the vault exists for seconds and contains fiction.
    """
    with tempfile.TemporaryDirectory(prefix="thb-self-test-") as folder:
        quick = replace(environment, kdf=FLOOR)
        made = demo.run_demo(Path(folder, "demo"), quick, say)
        opened = vaults.unlock_vault(
            made.vault, passphrase=prepare(demo.PASSPHRASE), environment=demo.demonstration(quick)
        )
        with closing(opened) as session:
            say("The vault is opened anew and examined.")
            vault = health.check_vault(session).findings
            say("It is opened by recovery shares.")
            shares = recovery.make_recovery_shares(
                session,
                needed=2,
                holders=[Holder(name=name, passphrase=prepare(demo.PASSPHRASE)) for name in ("A", "B")],
                own_passphrase=prepare(demo.PASSPHRASE),
            )
        given = [(share.text, prepare(demo.PASSPHRASE)) for share in shares]
        vaults.unlock_with_shares(made.vault, given=given, environment=demo.demonstration(quick)).close()
    results = {"vault": vault} | {bundle.path.stem: bundle.findings for bundle in made.bundles}
    return tuple(_summary(name, findings) for name, findings in results.items())


def _summary(name: str, findings: tuple[Finding, ...]) -> Finding:
    """Return one finding for a whole part: everything must be valid, and the exceptions are listed."""
    failing = [finding for finding in findings if finding.standing is not Standing.HOLDS]
    if failing:
        return broken("self-test.fails", part=name, found=failing[0])
    return holds("self-test.passes", part=name, count=len(findings))
