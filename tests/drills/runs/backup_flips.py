"""SR-7 for a backup: one bit after another is turned over in it, and each time it is to be restored."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import NAME, Template, unlock
from tests.drills.kit.chance import Chance
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.drills.runs.flips import MASKS, offsets_of
from tests.support.offices import NEXT_DAY, environment
from tests.support.vaults import passphrase
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.keeping import backups, health, restoring
from thb_desktop.vault.tables import registry

_SPARE = ("header", "header.copy", "backup")
"""Of the header there are two, and whose backup it is the keys say: one of them may be damaged."""
_PORTION = 20

type Flips = tuple[str, Sequence[int]]


def run_backup_flips(
    template: Template, place: Path, chance: Chance, *, every: int = 1, workers: int = 1
) -> Result:
    """A part that is damaged is refused; where another stands in for it, the vault comes back as it was."""
    result = Result(requirement="SR-7", name="flipped bits in a backup")
    stick = place / "stick"
    session = unlock(template.folder)
    backups.make_backup(session, stick)
    persons = len(registry.PERSON.all(session.read))
    office.lock_again()
    portions = list(_portions(stick, chance, every))
    work = partial(_flip, stick, persons)
    counted: dict[str, Counter[str]] = {}
    for (name, offsets), answer in zip(
        portions, shared_out(portions, work, place=place, workers=workers), strict=True
    ):
        kinds = counted.setdefault("an object" if "content/" in name else Path(name).name, Counter())
        kinds.update(answer["kinds"])
        kinds["flips"] += len(offsets) * len(MASKS)
        for silent in answer["silent"]:
            result.fail(f"{name}: {silent}")
        for code, count in answer["codes"].items():
            result.note(code, count)
    for kind, kinds in sorted(counted.items()):
        columns = {"flips": "flips", "refused": "refused", "restored from the other": "restored"}
        result.row(kind, **{column: kinds[key] for column, key in columns.items()})
    result.figure("flips in a backup", sum(kinds["flips"] for kinds in counted.values()))
    result.figure("silently restored from a damaged backup", len(result.failures))
    return result


def _portions(stick: Path, chance: Chance, every: int) -> Iterator[Flips]:
    for path in sorted(path for path in stick.rglob("*") if path.is_file()):
        name = path.relative_to(stick).as_posix()
        size, what = path.stat().st_size, "an object" if "content/" in name else path.name
        offsets = chance.each(every, list(offsets_of(size)), what, size)
        for start in range(0, len(offsets), _PORTION):
            yield name, offsets[start : start + _PORTION]


def _flip(stick: Path, persons: int, portion: Flips, where: Path) -> Answer:
    name, offsets = portion
    patient = Path(shutil.copytree(stick, where / "stick"))
    whole = (patient / name).read_bytes()
    kinds: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    silent = []
    for offset in offsets:
        for mask in MASKS:
            damaged = bytearray(whole)
            damaged[offset] ^= mask
            (patient / name).write_bytes(damaged)
            kind, code = _restored(patient, where / NAME, persons)
            kinds[kind] += 1
            codes[code] += 1
            if (kind == "restored" and Path(name).name not in _SPARE) or kind == "wrong":
                silent.append(f"byte {offset} xor {mask:#x}: {kind} {code}")
    shutil.rmtree(where)
    return {"kinds": kinds, "codes": codes, "silent": silent}


def _restored(stick: Path, into: Path, persons: int) -> tuple[str, str]:
    """Try to restore it, and look at what came of it as at any vault."""
    try:
        made = restoring.restore_vault(
            stick, into, passphrase=passphrase(), reason="Drill", environment=environment(NEXT_DAY)
        )
    except ThbError as refusal:
        return ("refused", refusal.code) if not into.exists() else ("wrong", "something was left")
    try:
        findings = health.check_vault(made.session).findings
        whole = verdict(findings) is not Standing.BROKEN
        same = len(registry.PERSON.all(made.session.read)) == persons
        return ("restored", "restored") if whole and same else ("wrong", "not what was backed up")
    finally:
        made.session.close()
        shutil.rmtree(into)
