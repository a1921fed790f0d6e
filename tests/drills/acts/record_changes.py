"""What changes records and exhibits: certified, supplemented, rectified; many files; struck out."""

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic, sleep

from tests.drills.acts.key_changes import ADDED
from tests.drills.acts.office import Template, noise, turn, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.records import header_of
from tests.support.second_person import ALONE
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.segment import Rendering
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, intake, intake_rows, store_beside
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications, interviews, segments
from thb_desktop.vault.tables import registry

_LINGUIST = "Ioana Vertaler"
_LATER = "I-09"
_MANY = 17
"""Files that are flushed together, not one by one."""
_BESIDE = store_beside.MANY
_PATIENCE = 60.0


def with_linguist(folder: Path, template: Template) -> None:
    """A turn of the draft, rendered by a linguist who is a user of the vault."""
    with closing(unlock(folder)) as session:
        user = users.add_user(
            session,
            name=_LINGUIST,
            role=v.UserRole.INTERPRETER,
            passphrase=passphrase(ADDED),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        linguist = people.add_interpreter(
            session,
            replace(template.small.interpreter, code="T-9", name=user.name, user_id=user.id),
        )
        rendered = segments.NewRendering(
            language="fr",
            text="Comprenez-vous ?",
            kind=v.RenderingKind.RENDITION,
            author_id=linguist.id,
        )
        segments.add_segment(session, template.draft, renderings=(rendered,), **turn())


def certify(folder: Path, template: Template) -> Act:
    """With the key of the linguist, who typed their passphrase at this desk."""
    session = unlock(folder)
    linguist = next(each for each in registry.INTERPRETER.all(session.read) if each.user_id)
    assert linguist.user_id is not None
    guest = users.signer_of(session, linguist.user_id, passphrase(ADDED))
    certified = partial(
        certifications.certify_renderings,
        session,
        template.draft,
        [_rendered(session)],
        interpreter_id=linguist.id,
        statement="Complete and faithful",
        signer=guest.keys.signer,
    )
    return quiet(certified)


def certification_found(session: Session, _: Path, __: Template) -> bool:
    certified = _rendered(session).state is v.RenderingState.CERTIFIED
    rows = registry.CERTIFICATION.all(session.read)
    assert len(rows) == int(certified), "a rendering is certified without its certification, or the other way"
    for row in rows:
        certifications.verify_certification(session, row)
    return certified


def _rendered(session: Session) -> Rendering:
    linguists = {each.id for each in registry.INTERPRETER.all(session.read) if each.user_id}
    (only,) = [each for each in registry.RENDERING.all(session.read) if each.author_id in linguists]
    return only


def supplement(folder: Path, template: Template) -> Act:
    about = partial(interviews.begin_supplement, unlock(folder), template.signed)
    return quiet(partial(about, _header(template)))


def rectify(folder: Path, template: Template) -> Act:
    """A note beside the signed record, in which the person says nothing."""
    nothing_said = {"health_statement": "", "confirmation": None, "complaint_made": None}
    header = replace(_header(template), **nothing_said)
    return quiet(partial(interviews.begin_rectification, unlock(folder), template.signed, header))


def supplement_found(session: Session, _: Path, template: Template) -> bool:
    return template.signed in {each.supplements_id for each in registry.INTERVIEW.all(session.read)}


def rectification_found(session: Session, _: Path, template: Template) -> bool:
    return template.signed in {each.rectifies_id for each in registry.INTERVIEW.all(session.read)}


def _header(template: Template) -> Interview:
    return header_of(template.small, number=_LATER, sequence=9)


def take_in_many(folder: Path, template: Template) -> Act:
    """So many small files that the program flushes the whole file system once, and not each file."""
    files = _many(folder, _MANY)
    return quiet(partial(exhibit_files.add_files, unlock(folder), template.exhibit, files))


def take_in_beside(folder: Path, template: Template) -> Act:
    """So many that another process stores their bytes, where it can be confined. It is hit too."""
    files, session = _many(folder, _BESIDE), unlock(folder)
    store_beside.make_ready(session)
    until = monotonic() + _PATIENCE
    while session.beside is not None and store_beside.of(session) is None and monotonic() < until:
        sleep(0.005)
    return quiet(partial(exhibit_files.add_files, session, template.exhibit, files))


def _many(folder: Path, count: int) -> list[exhibit_files.NewFile]:
    files = []
    for number in range(count):
        source = folder.with_name(_name(number))
        source.write_bytes(noise(1000 + number, seed=number))
        files.append(
            exhibit_files.NewFile(source=source, name=source.name, media_type="application/octet-stream")
        )
    return files


def many_found(session: Session, _: Path, template: Template) -> bool:
    return _are_found(session, template, _MANY)


def beside_found(session: Session, _: Path, template: Template) -> bool:
    return _are_found(session, template, _BESIDE)


def _are_found(session: Session, template: Template, count: int) -> bool:
    """All of them, each with its bytes, or none."""
    held = {
        file.name: file for file in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", template.exhibit)
    }
    taken = [held[_name(number)] for number in range(count) if _name(number) in held]
    assert len(taken) in (0, count), f"{len(taken)} of {count} files that were taken in together"
    for number, file in enumerate(taken):
        with exhibit_files.open_file(session, file.id) as opened:
            assert opened.read() == noise(1000 + number, seed=number), "another file than was taken in"
    return bool(taken)


def _name(number: int) -> str:
    return f"seized-{number:02}.bin"


def with_struck_exhibit(folder: Path, template: Template) -> None:
    with closing(unlock(folder)) as session:
        corrections.strike_out(session, "exhibit", template.exhibit, "Registered twice")


def _folder_files() -> dict[str, int]:
    """The paths of a folder's files, each with the number that its bytes follow."""
    files = {f"telephone/{number % 3}/{_name(number)}": number for number in range(_MANY)}
    return {**files, "telephone/again.bin": 0}


def take_folder(folder: Path, template: Template) -> Act:
    """Files and their places in one transaction, the end of the run in another; one file has two places."""
    source = folder.with_name("telephone")
    for name, number in _folder_files().items():
        path = folder.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(noise(1000 + number, seed=number))
    session = unlock(folder)

    def take() -> None:
        stopped_by = intake.take(lambda work: work(session), template.exhibit, [source]).stopped_by
        if stopped_by is not None:
            raise stopped_by

    return quiet(take)


def folder_found(session: Session, _: Path, template: Template) -> bool:
    """No place without its file and its bytes, and a run that is whole has all but what it names.

    Of a run that was stopped, what was stored is recorded, and the next one goes on.
    """
    held = {
        file.id: file for file in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", template.exhibit)
    }
    places = intake_rows.list_places(session, template.exhibit)
    runs = intake_rows.list_runs(session, template.exhibit)
    whole = [each for each in runs if each.is_whole]
    for run in whole:  # of a folder that could not be opened, its files are not named one by one
        named = [path for path, _ in run.left_out]
        lacking = {*_folder_files()} - {place.path for place in places}
        assert all(any(f"{path}/".startswith(f"{left}/") for left in named) for path in lacking), (
            "a run that is whole lacks files"
        )
    for place in places:
        number = _folder_files()[place.path]
        with exhibit_files.open_file(session, held[place.file_id].id) as opened:
            assert opened.read() == noise(1000 + number, seed=number), "another file than was taken in"
    for run in runs:  # one that was stopped, too, says what it took; what it left is another run's
        placed = sum(place.run_id == run.id for place in places)
        assert run.taken + run.same == placed, "a run does not say what it took"
    assert all(run.taken + run.same + run.there == len(places) for run in whole), (
        "a run that is whole does not say what there is"
    )
    return bool(whole)
