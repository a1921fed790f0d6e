"""Pictures of where the files of an exhibit come from."""

from dataclasses import replace

from tests.support.walk import Walk
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.ids import ExhibitId, FileId, RowId
from thb_desktop.domain.intake import FilePlace, IntakeRun
from thb_desktop.services.evidence.intake import IntakeResult
from ui.exhibits.sources import SourcesDialog
from ui.exhibits.sources_model import SourcesModel
from ui.exhibits.view import ExhibitsView


def sources(walk: Walk, view: ExhibitsView, result: IntakeResult) -> None:
    """Each page of the dialog, as after a run that was compared with a list."""
    full = view.model.exhibit
    if full is None:
        return
    for tab, name in enumerate(("runs", "lists", "paths")):
        dialog = SourcesDialog(view, SourcesModel(walk.desk.jobs, full.exhibit), adds=True)
        walk.rest()
        dialog._show(*_came_from(result))
        dialog._show_places(_PLACES, begins=True)
        dialog.tabs.setCurrentIndex(tab)
        walk.draw(dialog, f"dialog-sources-{name}")


_PLACES = tuple(
    FilePlace(
        id=RowId(f"p{number}"),
        run_id=RowId("r"),
        exhibit_id=ExhibitId("e"),
        file_id=FileId("f"),
        path=f"Samsung A54/DCIM/Camera/2026041{number}_221530.jpg",
        modified=f"2026-04-1{number}T20:15:30+00:00",
    )
    for number in range(6)
)


def _came_from(result: IntakeResult) -> tuple[tuple[IntakeRun, ...], tuple[DigestList, ...]]:
    run = replace(result.run, left_out=tuple((each.path, each.because.value) for each in result.left))
    listed = DigestList(
        id=RowId("d"),
        run_id=run.id,
        exhibit_id=run.exhibit_id,
        name="SHA256SUMS-Samsung-A54.txt",
        sha256="3f" * 32,
        named=9_999,
        agree=9_996,
        differ=(("Samsung A54/DCIM/Camera/20260411_221530.jpg", "sha256", "3f" * 32, "a7" * 32),),
        missing=("Samsung A54/Download/film.mp4", "Samsung A54/DCIM/.thumbnails"),
        unnamed=("Samsung A54/Notes/pay.txt",),
        not_compared=(),
        by=run.by,
        at=run.at,
    )
    capture = replace(
        listed,
        id=RowId("c"),
        run_id=RowId(run.exhibit_id),
        name="kamers-online.wacz",
        sha256="5c" * 32,
        named=1_250,
        agree=1_245,
        differ=(
            ("412 https://kamers-online.example/luna (WARC-Payload-Digest)", "sha1", "A7" * 16, "Q3" * 16),
        ),
        missing=("indexes/index.cdx",),
        unnamed=(),
        not_compared=("413 https://kamers-online.example/luna (WARC-Payload-Digest)",),
    )
    return (run,), (listed, capture)
