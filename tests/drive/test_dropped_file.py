"""Files dragged out of another program by a real pointer, and dropped on the window: each has its answer."""

from pathlib import Path

from tests.support import foreign
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.drag_source import TAKEN
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits


def signed_by_others(place: Path) -> tuple[Path, Path, Path]:
    """A PDF file, a container, and a signature beside its file. Names may have spaces and any letters."""
    whole = foreign.authority()
    letter, container = place / "arrêt du 3 mai.pdf", place / "réponse.asice"
    letter.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    members = foreign.extended_container(place, whole.clerk, {"letter.txt": b"The answer"})
    container.write_bytes(foreign.container(members))
    data, beside = place / "list.csv", place / "list.csv.p7s"
    data.write_bytes(b"a;b\n")
    beside.write_bytes(foreign.cms_sign(place, data, whole.clerk))
    return letter, container, beside


def test_each_signed_file_that_is_dropped_on_the_window_is_judged_and_none_is_entered(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    case = small_case(session).case
    before = len(exhibits.list_exhibits(session, case.id))
    session.close()
    files = signed_by_others(tmp_path)

    clerk.opens(vault, PASSPHRASE)
    window = clerk.reader.active()
    assert window is not None
    told = []
    for file in files:
        told.append(clerk.screen.drags(file, to=window))
        clerk.sees_dialog("Check a signed file")
        clerk.reads("Cannot be judged")
        clerk.reads("Get the root certificate of the issuing authority")
        clerk.screen.picture(f"dropped-{file.suffix[1:]}")
        clerk.escapes()
    told.append(clerk.screen.drags(*files, to=window))
    clerk.sees_dialog("This was not taken")
    clerk.reads("The window takes one file at a time")
    clerk.escapes()
    clerk.leaves()

    assert told == [TAKEN] * 4
    session = reopen(vault)
    assert len(exhibits.list_exhibits(session, case.id)) == before
    session.close()
