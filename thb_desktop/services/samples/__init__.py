"""Sample cases: two fictional files, loaded through the same use cases as in the window."""

import json
import warnings
from collections.abc import Callable
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable

from resources import cases as sample_files
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import Right
from thb_desktop.errors import FormatError
from thb_desktop.services.case_file.cases import open_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.samples.claims import load_claims
from thb_desktop.services.samples.evidence import load_evidence
from thb_desktop.services.samples.frame import load_authorities, load_instruments, load_objects, read_case
from thb_desktop.services.samples.loading import Desk, Loading
from thb_desktop.services.samples.money import load_money
from thb_desktop.services.samples.node import Node
from thb_desktop.services.samples.pay import load_pay
from thb_desktop.services.samples.people import load_people
from thb_desktop.services.samples.testimony import load_testimony
from thb_desktop.services.samples.translations import load_translations

__all__ = ["Desk", "Sample", "load_case", "load_sample_case"]


class Sample(StrEnum):
    """The sample cases by name."""

    PERLA = "perla"
    SCHELDE = "schelde"


_DATA = {Sample.PERLA: "case_a_perla.json", Sample.SCHELDE: "case_b_abattoir.json"}
_STEPS = (
    load_people,
    load_authorities,
    load_instruments,
    load_evidence,
    load_testimony,
    load_translations,
    load_money,
    load_pay,
    load_objects,
    load_claims,
)


_SUPPLEMENT = "formalities.json"
_OF_AN_ANALYSIS = (
    *("coached_passages", "contradictions", "chain"),
    *("expected", "expected_custody_findings", "expected_calculation"),
)
"""What the data expect of an analysis: no entries of a case."""
_SUPPLEMENTED = (
    *(
        "late_entry_reason",
        "registry",
        "words",
        "authorities",
        "sealed_phones",
        "sealed_aliases",
        "interpreter_status",
    ),
    "interpreter_register",
    *("led_categories", "exploitation", "reflection_refused", "inspectors", "translators", "wordings"),
    *("translations", "exhibits", "interviews", "identity_protection", "instruments", "pay"),
)
"""The names that a supplement may have."""
_OF_THE_TEAM = ("ref", "signed", "states", "eurojust_participation", "funding_ref")
"""What the data say of a joint team besides its agreement, which is an instrument."""


def _warn(sentence: str) -> None:
    warnings.warn(sentence, stacklevel=2)


@permitted(Right.EDIT_CASE)
def load_sample_case(
    session: Session,
    name: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    desk: Desk | None = None,
) -> CaseFile:
    """Load a sample case ("perla" or "schelde") with its files. Raises AlreadyExistsError if it exists.

    progress: values done, and the least number of values in all. desk: where its linguists sign what they
    translated; without it, that is left out.
    """
    sample = Sample(name)
    folder = files(sample_files).joinpath(sample.value)
    return load_case(session, folder, _DATA[sample], progress, desk=desk)


@permitted(Right.EDIT_CASE)
def load_case(
    session: Session,
    folder: Traversable,
    name: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    desk: Desk | None = None,
    told: Callable[[str], None] = _warn,
) -> CaseFile:
    """Load a case of the form of the samples. name: of its data in the folder, beside `formalities.json`.

    A record without formalities there stays a draft, and one that may not be signed stays as it was read
    back. told: takes a sentence on each of these, and on each name in the data that this version does not
    know and so leaves out; without it they are Python warnings. Raises FormatError for a value that this
    version does not know, and for what is missing.
    """
    data, supplement = _read(folder, name), _read(folder, _SUPPLEMENT)
    done, total = 0, _count(data)

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, max(done, total))

    loading = Loading(
        session=session,
        data=data,
        supplement=supplement,
        folder=folder,
        case=open_case(session, read_case(data)),
        step=step,
        told=told,
        desk=desk,
    )
    for load in _STEPS:
        load(loading)
    data.leave(*_OF_AN_ANALYSIS)
    data.node("case").node("jit").leave(*_OF_THE_TEAM)
    supplement.leave("about", "reasons", "fields", *(("translations", "wordings") if desk is None else ()))
    _know(supplement)
    for source in (data, supplement):
        for place, left in source.unasked():
            where = f" of {place!r}" if place else ""
            told(f"this version does not know {left!r}{where} of a sample case, and leaves it out")
    return loading.case


def _know(supplement: Node) -> None:
    """What the supplement tells of things that the data do not have is idle, and not unknown."""
    supplement.know(*_SUPPLEMENTED)
    for name in ("exhibits", "interviews", "identity_protection", "instruments"):
        supplement.node(name).know()


def _read(folder: Traversable, name: str) -> Node:
    """Read a file of a case; a case without a supplement has an empty one."""
    path = folder.joinpath(name)
    if name == _SUPPLEMENT and not path.is_file():
        return Node({})
    try:
        return Node(json.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, ValueError):
        raise FormatError(f"the file {name!r} of a sample case is missing, or is no JSON") from None


def _count(data: Node) -> int:
    """Return approximately how many values a case will add, for a progress bar."""
    lists = ("persons", "cooperation", "evidence", "custody", "bank", "crypto", "transactions")
    things = ("phones", "ads", "addresses", "vehicles", "companies", "payslips")
    turns = sum(2 * len(interview.nodes("segments")) + 2 for interview in data.nodes("interviews"))
    files_held = sum(len(node.texts("file")) for node in data.nodes("evidence"))
    return turns + files_held + sum(len(data.nodes(name)) for name in (*lists, *things))
