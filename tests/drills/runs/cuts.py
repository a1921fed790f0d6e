"""SR-8: files cut, lengthened, blanked, exchanged, taken away or put back as they were; it is always said."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.key_changes import NEW
from tests.drills.acts.office import KIB, Template, unlock
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.patient import ACCEPTED, Patient
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.support.vaults import passphrase
from thb_desktop.services.office import vaults

type Damage = tuple[str, dict[str, bytes | None]]
"""What was done, and the files it leaves different: None for one that is gone."""

_PAGE = 4096
_CHUNK = 16 * KIB + 16


def run_cuts(template: Template, place: Path, chance: Chance, *, every: int = 1, workers: int = 1) -> Result:
    """Damage a vault in each of these ways; `every`: only each n-th."""
    result = Result(requirement="SR-8", name="cut, lengthened, exchanged and older files")
    later, heads = _with_a_history(template, place / "later")
    whole = Patient(later, place / "whole", heads)
    office.remember_heads_in(whole.heads)
    if (first := whole.ask()).kind != ACCEPTED:
        result.fail(f"the drill itself: the whole vault is not accepted: {first.code}")
    older = {path.relative_to(template.folder).as_posix(): path for path in template.folder.rglob("*")}
    kinds = chance.each(every, [*_each_file(whole), *_exchanges(whole), *_older(whole, older)], "cuts")

    def one(portion: Sequence[Damage], where: Path) -> Answer:
        return _ask(portion, later, heads, where)

    portions = [kinds[start : start + 40] for start in range(0, len(kinds), 40)]
    counted: dict[str, Counter[str]] = {}
    for portion, answer in zip(
        portions, shared_out(portions, one, place=place, workers=workers), strict=True
    ):
        for (what, _), (kind, code) in zip(portion, answer["verdicts"], strict=True):
            counted.setdefault(what.split(":")[0], Counter())[kind] += 1
            result.note(code or "nothing")
            if kind == ACCEPTED:
                result.fail(f"{what}: accepted ({code or 'nothing was said'})")
    for what, verdicts in counted.items():
        columns = {"refused": "REFUSED", "named": "NAMED", "silent": ACCEPTED}
        result.row(what, **{column: verdicts[kind] for column, kind in columns.items()})
    result.figure("damages", len(kinds))
    result.figure("silently accepted", len(result.failures))
    return result


def _with_a_history(template: Template, place: Path) -> tuple[Template, Path]:
    """The vault some acts later: another segment, and the passphrase changed there and back."""
    place.mkdir(parents=True)
    heads = place / "heads"
    office.remember_heads_in(heads)
    folder = template.copied(place)
    OPERATIONS["add a segment"].begin(folder, template)()
    office.lock_again()
    session = unlock(folder)
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(NEW))
    vaults.change_passphrase(session, old=passphrase(NEW), new=passphrase())
    session.close()
    return replace(template, folder=folder), heads


def _each_file(patient: Patient) -> Iterator[Damage]:
    for path in patient.files():
        name, whole = patient.name_of(path), patient.whole(path)
        size = len(whole)
        if name.endswith("-journal") and not size:
            continue  # bytes in it are what a kill leaves too, and are never read
        yield f"taken away: {name}", {name: None}
        yield f"one byte more: {name}", {name: whole + b"\0"}
        yield f"a page more: {name}", {name: whole + bytes(_PAGE)}
        if not size:
            continue
        yield f"its beginning once more: {name}", {name: whole + whole[:_CHUNK]}
        for at in sorted({0, 1, size // 2, size - 1, *range(_step(name), size, _step(name))} - {size}):
            yield f"cut: {name} at {at}", {name: whole[:at]}
        for at in sorted({0, max(0, size // 2 - _PAGE), max(0, size - _PAGE)}):
            blank = whole[:at] + bytes(len(whole[at : at + _PAGE])) + whole[at + _PAGE :]
            yield f"4 KiB blanked: {name} at {at}", {name: blank}


def _exchanges(patient: Patient) -> Iterator[Damage]:
    content = [path for path in patient.files() if path.parent.parent.name == "content"]
    for one, other in combinations(content, 2):
        names = patient.name_of(one), patient.name_of(other)
        exchanged = {names[0]: patient.whole(other), names[1]: patient.whole(one)}
        yield f"two objects exchanged: {names}", exchanged
    for path in patient.files():
        name, whole = patient.name_of(path), patient.whole(path)
        starts = range(0, len(whole), _step(name))
        for first, second in pairwise(starts):
            pieces = [whole[at : at + _step(name)] for at in (first, second)]
            if len(pieces[0]) == len(pieces[1]) and pieces[0] != pieces[1]:
                exchanged_pieces = whole[:first] + pieces[1] + pieces[0] + whole[second + len(pieces[1]) :]
                yield f"two neighbours exchanged: {name} at {first}", {name: exchanged_pieces}


def _older(patient: Patient, older: dict[str, Path]) -> Iterator[Damage]:
    """Parts as they were before the last acts, alone and together, each of them authentic."""
    content_of = partial(_older_content, older, patient.folder.name)
    yield "older database", content_of("vault.db")
    yield "older header", content_of("header", "header.copy")
    yield "older database and header", content_of("vault.db", "header", "header.copy")
    now = patient.whole(patient.folder / "vault.db")
    was = older["vault.db"].read_bytes()
    for at in range(0, min(len(now), len(was)), _PAGE):
        if now[at : at + _PAGE] != was[at : at + _PAGE]:
            page = now[:at] + was[at : at + _PAGE] + now[at + _PAGE :]
            yield f"one older page: at {at}", {f"{patient.folder.name}/vault.db": page}


def _older_content(older: dict[str, Path], vault: str, *names: str) -> dict[str, bytes | None]:
    return {f"{vault}/{name}": older[name].read_bytes() for name in names}


def _ask(portion: Sequence[Damage], template: Template, heads: Path, where: Path) -> Answer:
    office.remember_heads_in(where / "heads")
    patient = Patient(template, where, heads)
    verdicts = []
    for _, changes in portion:
        with patient.damaged({patient.path_of(name): content for name, content in changes.items()}):
            try:
                verdict = patient.ask()
                verdicts.append((verdict.kind, verdict.code))
            except Exception as error:  # noqa: BLE001 - no refusal of ours: a failure of the vault
                verdicts.append((ACCEPTED, f"{type(error).__name__}: {error}"))
    shutil.rmtree(where)
    return {"verdicts": verdicts}


def _step(name: str) -> int:
    """The size of the pieces that a file is made of."""
    if name.endswith("vault.db"):
        return _PAGE
    if "/content/" in name:
        return _CHUNK
    return 168
