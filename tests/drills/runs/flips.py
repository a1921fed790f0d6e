"""SR-7: one bit after another is turned over in every file of a vault; each must be refused or named."""

import secrets
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import KIB, Template, rows_of, unlock, unlock_later
from tests.drills.acts.operation import Rows
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.driver import apart, drive
from tests.drills.kit.judging import template_rows
from tests.drills.kit.patient import ACCEPTED, Patient
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.drills.kit.tracing import Fault, Point, Strace, injection, strace_is_here
from tests.support.vaults import passphrase
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.vault import open_vault

MASKS = (0x01, 0x80)
SIZES = (0, 1, 20 * KIB, 200 * KIB, 1200 * KIB)
"""Bytes of the objects in the vault: the last has two messages."""
_SMALL, _STEP, _ENDS = 64 * KIB, 61, 512
_PORTION = 200

type Flips = tuple[str, Sequence[int]]


def run_flips(
    template: Template, heads: Path, place: Path, chance: Chance, *, every: int = 1, workers: int = 1
) -> Result:
    """Turn over each byte of small files, each 61st and both ends of larger ones; every n-th of these."""
    result = Result(requirement="SR-7", name="flipped bits")
    _ids(template.folder)  # for all workers at once
    patient = Patient(template, place / "whole", heads)
    if (first := patient.ask()).kind != ACCEPTED:
        result.fail(f"the drill itself: the whole vault is not accepted: {first.code}")
    portions = list(_portions(patient, template, chance, every))

    def one(portion: Flips, where: Path) -> Answer:
        return _flip(portion, template, heads, where)

    answers = shared_out(portions, one, place=place, workers=workers)
    counted: dict[str, Counter[str]] = {}
    for (name, offsets), answer in zip(portions, answers, strict=True):
        kinds = counted.setdefault(_kind(name, template), Counter())
        kinds["flips"] += len(offsets) * len(MASKS)
        kinds.update(answer["kinds"])
        for silent in answer["silent"]:
            result.fail(f"{_kind(name, template)}: {silent}")
        for code, count in answer["codes"].items():
            result.note(code, count)
    for kind, kinds in counted.items():
        columns = {"flips": "flips", "refused": "REFUSED", "named": "NAMED", "silent": ACCEPTED}
        result.row(kind, **{column: kinds[key] for column, key in columns.items()})
    result.figure("flips", sum(kinds["flips"] for kinds in counted.values()))
    result.figure("silently accepted", len(result.failures))
    return result


def run_journal_flips(template: Template, place: Path, chance: Chance, *, every: int = 1) -> Result:
    """The same in the journal that a killed program leaves: rolled back whole, refused, or named."""
    result = Result(requirement="SR-7", name="flipped bits in the journal of a killed program")
    if not strace_is_here():
        result.skipped = "needs strace"
        return result
    before = apart(lambda: template_rows(template))
    after = _after(template, place / "after")
    killed = kill_between_pages(template, place / "killed")
    patient = Patient(killed, place / "patient")
    journal = next(path for path in patient.files() if path.name == "vault.db-journal")
    whole = patient.whole(journal)
    counted: Counter[str] = Counter()
    for offset in chance.each(every, list(offsets_of(len(whole), small=0)), "journal"):
        for mask in MASKS:
            damaged = bytearray(whole)
            damaged[offset] ^= mask
            with patient.damaged({journal: bytes(damaged)}):
                verdict = patient.ask(also=(before, after))
            if verdict.code == "other data":
                result.fail(
                    f"journal byte {offset} xor {mask:#x}: half of a transaction, and nothing says so"
                )
            counted[verdict.kind] += 1
            result.note(verdict.code or "whole")
    with patient.damaged({journal: None}):
        verdict = patient.ask(also=(before,))
    if verdict.kind == ACCEPTED:
        result.fail("the journal was deleted, half of a transaction stays, and nothing says so")
    columns = {"refused": "REFUSED", "named": "NAMED", "rolled back or kept whole": ACCEPTED}
    result.row("journal", bytes=len(whole), **{column: counted[kind] for column, kind in columns.items()})
    result.figure("flips in a hot journal", sum(counted.values()))
    result.figure("half transactions silently accepted in a hot journal", len(result.failures))
    return result


def kill_between_pages(template: Template, place: Path) -> Template:
    """A vault whose program was killed when half of a transaction's pages were in the database file."""
    operation = OPERATIONS["add a segment"]
    watched = operation.start_from(template, place / "watched")
    watch = Strace(place / "watched.log")
    drive(operation, watched, template, watch)
    written = [line for line in watch.lines if " pwrite64(" in line]
    into_database = [index for index, line in enumerate(written, start=1) if "vault.db>" in line]
    middle = into_database[len(into_database) // 2]
    folder = operation.start_from(template, place / "hit")
    point = Point(operation=operation.name, call="pwrite64", index=middle, fault=Fault.KILL)
    reply = drive(operation, folder, template, injection(point, place / "hit.log"))
    if reply.kind != "DIED":
        raise RuntimeError(f"the program was not killed: {reply}")
    return replace(template, folder=folder)


def _after(template: Template, place: Path) -> Rows:
    """What the vault holds once the transaction is through."""

    def done() -> Rows:
        operation = OPERATIONS["add a segment"]
        folder = operation.start_from(template, place)
        operation.begin(folder, template)()
        office.lock_again()
        session = unlock_later(folder)
        return rows_of(session.read)

    return apart(done)


def _portions(patient: Patient, template: Template, chance: Chance, every: int) -> Iterator[Flips]:
    for path in patient.files():
        name = patient.name_of(path)
        offsets = chance.each(every, list(offsets_of(len(patient.whole(path)))), _kind(name, template))
        for start in range(0, len(offsets), _PORTION):
            yield name, offsets[start : start + _PORTION]


def offsets_of(size: int, small: int = _SMALL) -> Iterator[int]:
    """Which bytes of a file of this size are turned over."""
    if size <= small:
        yield from range(size)
    else:
        ends = {*range(min(_ENDS, size)), *range(max(0, size - _ENDS), size)}
        yield from sorted(ends | set(range(0, size, _STEP)))


def _flip(portion: Flips, template: Template, heads: Path, where: Path) -> Answer:
    """Turn over these bytes of one file, one at a time."""
    name, offsets = portion
    office.remember_heads_in(where / "heads")
    patient = Patient(template, where, heads)
    path = patient.path_of(name)
    whole = patient.whole(path)
    stored = _stored(path.name, template)
    session = unlock(patient.folder) if stored else None
    kinds: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    silent: list[str] = []
    for offset in offsets:
        for mask in MASKS:
            damaged = bytearray(whole)
            damaged[offset] ^= mask
            if session is not None and stored is not None:
                path.write_bytes(damaged)
                verdict = patient.ask_content(session, stored)
            else:
                with patient.damaged({path: bytes(damaged)}):
                    verdict = patient.ask()
            kinds[verdict.kind] += 1
            codes[verdict.code] += 1
            if verdict.kind == ACCEPTED:
                silent.append(
                    f"{path.name}, byte {offset} xor {mask:#x}: {verdict.code or 'nothing was said'}"
                )
    if session is not None:
        session.close()
    shutil.rmtree(where)
    return {"kinds": kinds, "codes": codes, "silent": silent}


@cache
def _ids(folder: Path) -> dict[str, str]:
    """The id of each stored object, by the name of its file."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes, read_only=True)
    with closing(vault):
        return {path.name: object_id for object_id, path in vault.content.places.each()}


def _stored(name: str, template: Template) -> StoredObject | None:
    for file in template.files:
        if file.object_id == _ids(template.folder).get(name):
            return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
    return None


def _kind(name: str, template: Template) -> str:
    """What a file is, whatever its random name."""
    stored = _stored(Path(name).name, template)
    if stored:
        return f"content of {stored.size} bytes"
    return "remembered heads" if name.startswith("heads/") else Path(name).name
