"""A package whose program is hit while it is written: the next run finishes it, once, and loses nothing.

At which calls it is hit, the seed of the tests chooses; `THB_DRILL_SEED` gives another one.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drills.acts import sending
from tests.drills.acts.office import Template, unlock_later
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance, seed_of_the_tests
from tests.drills.kit.driver import apart, drive
from tests.drills.kit.tracing import Fault, Point, injection, strace_is_here
from tests.drills.kit.work import made, workplace
from tests.drills.runs.crashes import enumerate_points
from tests.support.packages import prepared_of
from tests.support.sampled import IS_WHOLE
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.errors import ThbError
from thb_desktop.services.packaging import packages
from thb_desktop.services.packaging.opening import listed_volumes
from thb_desktop.vault.tables import chain

POINTS = 48 if IS_WHOLE else 12
needs_strace = pytest.mark.skipif(not strace_is_here(), reason="needs strace")


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with workplace() as folder:
        yield folder


@pytest.fixture(scope="module")
def template(place: Path) -> Template:
    return OPERATIONS["make a package"].arranged(made(place), place / "arranged")


def finished(folder: Path, template: Template) -> dict[str, object]:
    """Finish what was begun, or make it if nothing was; say what there is afterwards."""
    session = unlock_later(folder)
    bundle, target = template.folder.with_name("bundle.pdf"), folder.with_name("package")
    kept = 0
    begun = packages.find_begun(session, target)
    if begun is not None and begun.recorded is not None:
        packages.finish_package(session, begun, target)  # it may have its name, and still hold what was begun
    elif not target.exists():
        if begun is not None:
            before = {each.name: each.stat().st_ino for each in begun.part.glob("*.p7m")}
            published = packages.read_bundle(bundle)
            prepared = packages.lay_out_package(packages.gather_begun(session, published, begun))
            packages.make_package(session, prepared, target, second=ALONE, begun=begun)
            after = {each.name: each.stat().st_ino for each in target.glob("*.p7m")}
            kept = sum(before.get(name) == inode for name, inode in after.items())
            assert kept >= begun.whole
        else:
            named = [each for each in target.parent.glob("package.*.part") if sending.listed_in(each)]
            recorded = packages.list_packages(session, template.small.case.id)
            if recorded:
                (part,) = (each for each in named if sending.listed_in(each) == recorded[0].listed)
                part.rename(target)
            else:
                packages.make_package(session, prepared_of(session, bundle, largest=1), target, second=ALONE)
    (package,) = packages.list_packages(session, template.small.case.id)
    actions = Counter(signed.parsed().action for signed in chain.entries(session.read))
    digests, volumes = listed_volumes(target)
    whole = all(sending.digest_of(each) == digests[each.name] for paths in volumes.values() for each in paths)
    session.close()
    return {
        "events": actions[VaultAction.PACKAGE_MADE],
        "as recorded": sending.listed_in(target) == package.listed,
        "whole": whole,
        "names": sorted(each.name for each in target.iterdir() if not each.name.endswith(".p7m")),
        "volumes": sum(map(len, volumes.values())) == package.volumes,
        "kept": kept,
    }


def hit(point: Point, template: Template, where: Path) -> dict[str, object]:
    operation = OPERATIONS["make a package"]
    folder = operation.start_from(template, where)
    drive(operation, folder, template, injection(point, where.with_suffix(".log")))
    try:
        return apart(lambda: finished(folder, template))
    finally:
        shutil.rmtree(where)


@needs_strace
@pytest.mark.requirement("SR-39")
def test_a_package_hit_at_any_call_is_finished_by_the_next_run_and_told_once(place: Path, template: Template):
    operation = OPERATIONS["make a package"]
    chance = Chance(seed=seed_of_the_tests())
    points, _ = enumerate_points(operation, template, place / "watch")
    possible = [each for each in points if each.fault is not Fault.SHORT]
    chosen = sorted(possible, key=chance.rank)[:POINTS]

    wrong, kept = {}, []
    for count, point in enumerate(chosen):
        try:
            told = hit(point, template, place / f"hit-{count}")
        except (RuntimeError, ThbError) as error:
            wrong[str(point)] = str(error)
            continue
        kept.append(told.pop("kept"))
        if told != {
            "events": 1,
            "as recorded": True,
            "whole": True,
            "names": ["README.txt", "envelope.txt", "open.ps1", "open.sh", "volumes.sha256"],
            "volumes": True,
        }:
            wrong[str(point)] = str(told)

    assert len(chosen) == POINTS
    assert any(kept), "no run goes on after a whole volume"
    assert not wrong, f"seed {chance.seed}: {wrong}"
