"""Testimony as it was said: from the keys over the vault and the page to the verifier, bit by bit."""

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from tests.security.conftest import Run
from tests.security.texts import BIDI, CONTROLS, UNSEEN, deceiving
from tests.support.offices import NEXT_DAY, Small, copy_of, unlock
from tests.support.records import sign as sign_record
from tests.support.samples import sample
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL, rows_held
from tests.support.testimony import interview as interview_of
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId
from thb_desktop.errors import ControlCharacterError, ThbError
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.text.characters import show_acting
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews, read_back, records, segments
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.verify.pdf import check_pdf
from ui import text as shown

WHOLE = "THB_WHOLE" in os.environ
MEMORY = "/dev/shm"  # noqa: S108 - a disk that flushes in no time


@pytest.fixture
def folder(small_office: tuple[Path, Small]) -> Iterator[Path]:
    """A vault on a disk of memory where there is one: a flush for each text would take most of the time."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as place:
        yield copy_of(small_office[0], Path(place, "office.thbvault"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A signed interview in a vault, and what of the texts could not be entered."""

    folder: Path
    small: Small
    interview: InterviewId
    entered: tuple[str, ...]
    refused: tuple[str, ...]


def enter(session: Session, small: Small, texts: Iterable[str]) -> tuple[InterviewId, list[str], list[str]]:
    """Each text as an original and as its translation, in an interview that is read back and signed."""
    held = interviews.hold_interview(
        session,
        interview_of(
            case_id=small.case.id,
            person_id=small.person.id,
            lead_interviewer_id=small.official.id,
            authority_id=small.authority.id,
        ),
        rows_held(small.interpreter.id),
    )
    entered: list[str] = []
    refused: list[str] = []
    for text in texts:
        try:
            segments.add_segment(
                session,
                held.id,
                speaker=v.SpeakerRole.PERSON_HEARD,
                kind=v.UtteranceKind.ANSWER,
                language="ro",
                source_text=text,
                capture=v.SourceCapture.TYPED_LIVE,
                renderings=(
                    NewRendering(
                        language="fr",
                        text=text,
                        kind=v.RenderingKind.RENDITION,
                        state=v.RenderingState.SELF_CHECKED,
                        author_id=None,
                    ),
                ),
            )
            entered.append(text)
        except ThbError:
            refused.append(text)
    read_back.read_back(
        session,
        held.id,
        ReadBack(
            readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
            readback_language="ro",
            confirmation=v.PersonConfirmation.CONFIRMED_UNCHANGED,
            complaint_made=False,
            copy_given=v.CopyGiven.NO_SAFETY_REASON,
        ),
        SIGNED_BY_ALL,
    )
    sign_record(session, held.id)
    return held.id, entered, refused


def told(folder: Path, small: Small, texts: Iterable[str]) -> Told:
    session = unlock(folder)
    interview, entered, refused = enter(session, small, texts)
    session.close()
    return Told(
        folder=folder, small=small, interview=interview, entered=tuple(entered), refused=tuple(refused)
    )


def of_the_vault(session: Session, interview: InterviewId) -> Iterator[tuple[str | None, str]]:
    for each in records.get_interview(session, interview).segments:
        yield each.segment.source_text, each.renderings[0].text


def of_the_attached_text(data: bytes) -> list[str]:
    """The texts of docs/formats/bundle.md, each behind its length, as a reader of others takes them."""
    found, place = [], 0
    while head := re.compile(rb"^@ [^\n]* \| (\d+)\n", re.MULTILINE).search(data, place):
        end = head.end() + int(head[1])
        found.append(data[head.end() : end].decode())
        place = end
    return found


def of_the_attached_case(data: bytes) -> list[tuple[str, str]]:
    (interview,) = json.loads(data)["interviews"]
    return [(each["segment"]["source_text"], each["renderings"][0]["text"]) for each in interview["segments"]]


def differing(made: Told, target: Path) -> list[str]:
    """Where a text is not what was entered, and what the verifier says of the bundle."""
    session = unlock(made.folder, start=NEXT_DAY)
    wanted = [(text, text) for text in made.entered]
    wrong = [] if list(of_the_vault(session, made.interview)) == wanted else ["vault"]
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        released_with=ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, made.small.case.id, options)
    bundles.sign_bundle(session, prepared, target, second=ALONE)
    roots = [root_certificate(session.office_record)]
    session.close()
    with pikepdf.open(io.BytesIO(target.read_bytes())) as document:
        inside = {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}
    (text,) = [data for name, data in inside.items() if re.fullmatch(r"records/.*\.txt", name)]
    if of_the_attached_text(text) != [each for each in made.entered for _ in range(2)]:
        wrong.append("text attached")
    if of_the_attached_case(inside["case/case.json"]) != wanted:
        wrong.append("case attached")
    if verdict(check_pdf(target, trusted_roots=roots)) is not Standing.HOLDS:
        wrong.append("verification")
    return wrong


@pytest.mark.requirement("SR-30")
def test_sr_30_deceiving_texts_go_from_entry_to_verifier_bit_by_bit(folder, small, tmp_path, figure):
    texts = deceiving()
    made = told(folder, small, texts.values())

    wrong = differing(made, tmp_path / "bundle.pdf")

    figure("SR-30", "deceiving texts of our own, from entry to verifier bit by bit", len(made.entered))
    assert len(made.entered) == len(texts) >= 200
    assert made.refused == ()
    assert wrong == []


@pytest.mark.requirement("SR-30")
def test_sr_30_the_naughty_strings_of_others_do_so_too(folder, small, tmp_path, figure):
    strings = json.loads(sample("01-texts/naughty/blns.json").read_text("utf-8"))
    strings = strings if WHOLE else strings[::4]
    made = told(folder, small, strings)

    wrong = differing(made, tmp_path / "bundle.pdf")

    unshown = [text for text in strings if set(CONTROLS) & set(text)]
    figure("SR-30", "naughty strings of others, tried", len(strings))
    figure("SR-30", "naughty strings of others, from entry to verifier bit by bit", len(made.entered))
    figure("SR-30", "of them refused for a control character or for being blank", len(made.refused))
    assert wrong == []
    assert len(made.entered) > len(strings) * 9 // 10
    assert all(text in unshown or not text.strip() for text in made.refused)


@pytest.mark.requirement("SR-30")
def test_sr_30_a_control_character_is_refused_and_named_as_one(folder: Path, small: Small):
    session = unlock(folder)
    size = session.journal.size

    for sign in CONTROLS:
        with pytest.raises(ControlCharacterError):
            enter_one(session, small, f"he{sign}beat me")

    after = session.journal.size
    session.close()
    assert after - size == len(CONTROLS)


def enter_one(session: Session, small: Small, text: str) -> None:
    """An interview of its own with one turn."""
    number = f"I-{session.journal.size}"
    held = interviews.hold_interview(
        session,
        interview_of(
            case_id=small.case.id,
            number=number,
            person_id=small.person.id,
            lead_interviewer_id=small.official.id,
            authority_id=small.authority.id,
        ),
    )
    segments.add_segment(
        session,
        held.id,
        speaker=v.SpeakerRole.PERSON_HEARD,
        kind=v.UtteranceKind.ANSWER,
        language="ro",
        source_text=text,
        capture=v.SourceCapture.TYPED_LIVE,
    )


ACTING = [
    sign for name, sign in {**BIDI, **UNSEEN}.items() if name.startswith(("embedding", "override", "pop"))
]


@pytest.mark.requirement("SR-30")
@pytest.mark.parametrize(
    "sign", [*(sign for sign in ACTING if sign != "\u2069"), "\u206a", "\u206e", "\ufff9"]
)
def test_sr_30_what_would_act_unseen_on_paper_is_drawn_as_its_number(sign: str):
    drawn, origin = show_acting(f"pay{sign}ment")

    assert sign not in drawn
    assert f"U+{ord(sign):04X}" in drawn
    assert len(origin) == len(drawn) + 1


@pytest.mark.requirement("SR-30")
@pytest.mark.parametrize("name", BIDI)
def test_sr_30_no_mark_of_direction_hides_in_a_file_name_on_screen(name: str):
    seen = shown.visible(f"photo{BIDI[name]}gpj.exe")

    assert BIDI[name] not in seen
    assert f"U+{ord(BIDI[name]):04X}" in seen


@pytest.mark.requirement("SR-30")
@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "ශ්‍රී", "👩‍👩‍👧‍👦"])
def test_sr_30_joiners_that_a_language_needs_are_not_marked(text: str):
    assert show_acting(text)[0] == text


WHO = """
import sys
from pathlib import Path
from tests.security.test_texts import differing, told
from tests.support.offices import new_office, small_case

folder, kept = Path(sys.argv[1]), []
new_office(folder / "office.thbvault", lambda session: kept.append(small_case(session)))
print(differing(told(folder / "office.thbvault", kept[0], ["Da.", "Nu."]), folder / "bundle.pdf"))
"""


WHO_PACKS = """
import sys
from pathlib import Path
from tests.support.offices import copy_of, unlock
from tests.support.packages import ORDERED, opened, sending

folder = Path(sys.argv[1])
session = unlock(copy_of(Path(sys.argv[2]), folder / "office.thbvault"))
desk = sending(session, folder, "DEMO-B-SCHELDE")
desk.made(folder / "package", identities_because=ORDERED)
opened(folder / "package", folder / "package.asice", desk.addressee)
session.close()
"""
CANARIES = ("canaryuser", "canaryhost", "canaryfolder", "Kiritimati", "+14:00", "+14'00")


@pytest.mark.requirement("SR-36")
def test_sr_36_a_bundle_tells_nothing_of_the_computer_it_was_made_on(tmp_path: Path, run_python: Run, figure):
    """The user, the host, the folders: marked, and looked for in every stream, unpacked."""
    place = tmp_path / "canaryfolder"

    run = run_python(WHO, place, behind=renamed(), variables=marked(place))

    assert (run.returncode, run.stdout) == (0, "[]\n"), run.stderr
    told_of = everything(place / "bundle.pdf")
    words = [*CANARIES]
    words += [f"Python {sys.version_info.major}", "Linux", "x86_64", "/home/", "/tmp/", "/root"]  # noqa: S108
    found = [word for word in words if word in told_of]
    figure("SR-36", "words of the computer looked for in a bundle", len(words))
    figure("SR-36", "of them found in it", len(found))
    assert "THB Desktop" in told_of
    assert found == []


@pytest.mark.requirement("SR-36")
def test_sr_36_a_package_tells_nothing_of_the_computer_it_was_made_on(
    tmp_path: Path, filled_office: Path, run_python: Run, figure
):
    """In the container and in each of its files, unpacked; files of exhibits are in it as they came."""
    place = tmp_path / "canaryfolder"

    run = run_python(WHO_PACKS, place, filled_office, behind=renamed(), variables=marked(place))

    assert run.returncode == 0, run.stderr
    with ZipFile(place / "package.asice") as container:
        parts = [each.encode() for each in container.namelist()]
        parts += [container.read(each) for each in container.namelist()]
    parts.append((place / "package.asice").read_bytes())
    found = [word for word in CANARIES if any(word.encode() in part for part in parts)]
    figure("SR-36", "words of the computer looked for in a package", len(CANARIES))
    figure("SR-36", "of them found in the package", len(found))
    assert len(parts) > 40
    assert found == []


def marked(place: Path) -> dict[str, str]:
    """Make folders with names that would be recognised, and return the variables that name them."""
    for name in ("home", "temporary"):
        (place / name).mkdir(parents=True)
    return {
        "HOME": str(place / "home"), "TMPDIR": str(place / "temporary"), "USER": "canaryuser",
        "LOGNAME": "canaryuser", "USERNAME": "canaryuser", "HOSTNAME": "canaryhost",
        "TZ": "Pacific/Kiritimati",
    }  # fmt: skip


def renamed() -> list[str]:
    """What runs a command on a host of another name, where that can be done."""
    return (
        ["unshare", "--uts", "sh", "-c", 'hostname canaryhost && exec "$@"', "sh"] if may_name_host() else []
    )


def may_name_host() -> bool:
    try:
        command = ["unshare", "--uts", "hostname", "canaryhost"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def everything(path: Path) -> str:
    """All bytes of a document, and of all its streams unpacked, as text."""
    parts = [path.read_bytes()]
    with pikepdf.open(path) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(each.read_bytes())
            parts.append(each.unparse() if not isinstance(each, pikepdf.Stream) else b"")
        parts.append(str(document.trailer).encode())
    return "\n".join(part.decode("latin-1") + part.decode("utf-16-be", "ignore") for part in parts)


@pytest.mark.requirement("SR-34", "SR-36")
def test_sr_34_a_bundle_names_its_software_and_no_time_but_that_of_the_bundle(folder, small, tmp_path):
    made = told(folder, small, ["Da.", "Nu."])
    assert differing(made, tmp_path / "bundle.pdf") == []

    with pikepdf.open(tmp_path / "bundle.pdf") as document:
        info = {str(key): str(value) for key, value in document.docinfo.items()}
        dates = set(re.findall(r"D:(\d{8})", everything(tmp_path / "bundle.pdf")))
        actions = [
            key for each in document.objects for key in getattr(each, "keys", dict)() if key in ("/JS", "/AA")
        ]

    assert {info.get(key, "") for key in ("/Author", "/Subject", "/Keywords")} == {""}
    assert info["/Producer"] == info["/Creator"]
    assert info["/Producer"].startswith("THB Desktop ")
    assert dates == {NEXT_DAY.strftime("%Y%m%d")}
    assert actions == []
