"""A file has at most 350 lines. Those that are longer are named here, and may only become shorter."""

from pathlib import Path

from tests.support.code import ROOT

MOST = 350
LONGER = {
    # Lists of codes and of rows, and scripts that stand alone in one file.
    "scripts/check_bundle.py": 900,
    "scripts/rescue.py": 695,
    "thb_desktop/domain/act_rows.py": 500,
    "thb_desktop/domain/vocabulary.py": 815,
    # To be divided.
    "thb_desktop/domain/people.py": 365,
    "thb_desktop/report/parts/compact.py": 360,
    "thb_desktop/report/parts/cover.py": 355,
    "thb_desktop/report/parts/custody.py": 360,
    "thb_desktop/services/bundling/redactions.py": 360,
    "thb_desktop/services/bundling/taking_out.py": 375,
    "thb_desktop/services/core/compartment_holders.py": 360,
    "thb_desktop/services/core/session.py": 395,
    "thb_desktop/services/keeping/health.py": 380,
    "thb_desktop/services/receiving/later.py": 375,
    "ui/application.py": 380,
    "ui/cases/details.py": 380,
    "ui/exhibits/statement.py": 355,
    "ui/export/view.py": 355,
    "ui/interviews/desk/entry_row.py": 370,
    "ui/interviews/record_view.py": 365,
    "ui/interviews/view_model.py": 355,
    "ui/main_window.py": 400,
    "ui/transcript/model.py": 355,
    "ui/transcript/table.py": 355,
    "ui/widgets/basic.py": 365,
}


def test_no_file_is_longer_than_it_may_be():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in _files()
    }

    too_long = {name: length for name, length in lengths.items() if length > LONGER.get(name, MOST)}
    short_now = [name for name in LONGER if lengths.get(name, 0) <= MOST]

    assert too_long == {}
    assert short_now == []


def _files() -> list[Path]:
    return [
        path for folder in ("thb_desktop", "ui", "scripts") for path in ROOT.joinpath(folder).rglob("*.py")
    ]
