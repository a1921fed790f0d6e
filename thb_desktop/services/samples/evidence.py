"""Evidence of a sample case: exhibits, their files and custody."""

from dataclasses import replace
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path, PureWindowsPath
from typing import Any

from thb_desktop.domain.custody_kinds import ASKED, CUSTODY_KINDS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import Carrier, CustodyAction, ExhibitKind, Originality, SealState
from thb_desktop.errors import FormatError, UsageError
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.samples.codes import code_of, named
from thb_desktop.services.samples.entries import read_entry
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_KINDS = {
    "document": ExhibitKind.DOCUMENT_PAPER,
    **dict.fromkeys(("device", "phone", "computer"), ExhibitKind.DIGITAL_DEVICE),
    **dict.fromkeys(("cash", "valuables"), ExhibitKind.CASH_VALUABLES),
    **dict.fromkeys(("chat", "chat_export", "call_records"), ExhibitKind.COMMS_DATA),
    "object": ExhibitKind.PHYSICAL,
    "file": ExhibitKind.FILE,
    **dict.fromkeys(("photo", "image", "video", "audio"), ExhibitKind.FILE),
    "recording": ExhibitKind.AV_RECORDING,
}
_ACTIONS = {
    "seized": CustodyAction.SEIZED,
    "deposited": CustodyAction.STORED,
    "released_for_examination": CustodyAction.TRANSFER_OUT,
    "resealed": CustodyAction.RESEALED,
    "examined": CustodyAction.EXAMINED,
    "hashed": CustodyAction.VERIFIED,
    "verified": CustodyAction.VERIFIED,
    "captured": CustodyAction.COLLECTED,
    "extracted": CustodyAction.ACQUIRED,
    "handed_over": CustodyAction.TRANSFER_OUT,
    "copied": CustodyAction.COPIED,
    "photographed": CustodyAction.PHOTOGRAPHED,
    "access_refused": CustodyAction.INCIDENT,
}
_FROM_HERE = (CustodyAction.TRANSFER_OUT, CustodyAction.LOANED)
_TO_HERE = (CustodyAction.TRANSFER_IN, CustodyAction.RETURNED_FROM_LOAN)
"""Whoever acts gives the exhibit away, or takes it."""
_MAY_BE_UNTOLD = (
    *("place", "from_party", "to_party", "packaging", "document"),
    *("method", "tool", "witness", "amount", "notified"),
)
"""Needed fields of an event that stand as not told where the data do not tell them."""
_FURTHER = (
    *("packaging", "condition", "tracking", "document", "witness", "method", "tool"),
    *("write_blocker", "amount", "notified", "source_sha256", "read_errors", "deviations"),
)
_MEDIA = {
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".json": "application/json",
    ".html": "text/html",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".zip": "application/zip",
    ".wav": "audio/wav",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def load_evidence(loading: Loading) -> None:
    """Register each exhibit with its acquisition, add its files, then record the rest of its custody."""
    for node in loading.data.nodes("evidence"):
        number = node.text("id")
        events = [each for each in loading.data.nodes("custody") if each.text("evidence") == number]
        arrival = next((each for each in events if each.moment("at") == node.moment("seized")), None)
        act = _with_untold(loading, _act(loading, arrival) if arrival else _first_act(loading, node))
        exhibit = exhibits.register_exhibit(loading.session, _exhibit(loading, node), act)
        loading.exhibits[number] = exhibit
        loading.step()
        for path in node.texts("file"):
            _add_file(loading, exhibit.id, _inside(loading.folder, path))
        for event in events:
            if event is not arrival:
                _record(loading, exhibit.id, event)
                loading.step()


def _exhibit(loading: Loading, node: Node) -> Exhibit:
    told = loading.supplement.node("exhibits").node(node.text("id"))
    node.leave("kind")  # the supplement may say it more exactly
    told.leave("arrival", "reason")  # where a custody event is the arrival, it says them
    kind = code_of(ExhibitKind, (told if "kind" in told else node).text("kind"), _KINDS)
    parent = loading.exhibits.get(node.text("derived_from", ""))
    instrument = loading.instruments.get(node.text("obtained_by", ""))
    note = "" if instrument else node.text("obtained_by", "")
    return read_entry(
        Exhibit,
        EXHIBIT,
        node,
        language=loading.case.language,
        called={"number": "id", "titles": "label", "collected_at": "seized"},
        given={
            "id": ExhibitId(""),
            "case_id": loading.case.id,
            "root_id": ExhibitId(""),
            "kind": kind,
            "originality": code_of(Originality, told.text("originality"), {})
            if "originality" in told
            else None,
            "source": node.text("source", told.text("source", "")),
            "legal_authority": told.text("legal_authority", ""),
            "collected_by": named(loading.officials, node.text("by"), "official").id,
            "parent_id": parent.id if parent else None,
            "instrument_id": instrument.id if instrument else None,
            "note": "; ".join(part for part in (node.text("image", ""), note) if part),
        },
    )


def _record(loading: Loading, exhibit_id: ExhibitId, node: Node) -> None:
    """Record an event of custody. One without what its action needs, or that is refused for what it says, is
    left out, and this is said. What its action has no field for stands in its note.
    """
    act = _with_untold(loading, _with_unasked(_act(loading, node)))
    where = f"{node.text('action')!r} of {node.text('evidence')!r} at {node.text('at')!r}"
    lacking = [name for name in sorted(CUSTODY_KINDS[act.action].needs) if not getattr(act, name)]
    if lacking:
        loading.told(f"the custody event {where} does not say {', '.join(lacking)!r}, and is left out")
        return
    try:
        custody.record_custody_event(loading.session, exhibit_id, act)
    except UsageError as refused:
        loading.told(f"the custody event {where} is left out: {refused}")


def _with_untold(loading: Loading, act: Act) -> Act:
    """Say of needed fields that the data do not tell them."""
    kind = CUSTODY_KINDS[act.action]
    lacking = [name for name in kind.needs | kind.awaits if not getattr(act, name)]
    silent: dict[str, Any] = {
        name: loading.words.text("no_place") for name in lacking if name in _MAY_BE_UNTOLD
    }
    return replace(act, **silent)


def _with_unasked(act: Act) -> Act:
    """Put the words of fields that the action does not have into its note, under the names of the fields."""
    unasked = {name: getattr(act, name, "") for name in sorted(ASKED - CUSTODY_KINDS[act.action].asks)}
    words = {name: value for name, value in unasked.items() if value and isinstance(value, str)}
    told = (act.note, *(f"{name}: {value}" for name, value in words.items()))
    emptied: dict[str, Any] = dict.fromkeys(words, "")
    return replace(act, note="; ".join(part for part in told if part), **emptied)


def _act(loading: Loading, node: Node) -> Act:
    """Return a custody event of the case's data, in the words of the closed list."""
    written, by = node.text("action"), node.text("by")
    node.leave("from_evidence")  # the exhibit says what it is derived from
    receiver = loading.party(node.text("to")) if "to" in node else ""
    giver = loading.party(node.text("from")) if "from" in node else ""
    action = _received(loading, node) if written == "received" else code_of(CustodyAction, written, _ACTIONS)
    if action in _FROM_HERE:
        giver = loading.party(by)
    if action in _TO_HERE:
        receiver = loading.party(by)
    words = loading.words
    registry = loading.supplement.text("registry", words.text("no_place"))
    return Act(
        action=action,
        occurred_at=node.moment("at"),
        actor=loading.party(by),
        actor_id=named(loading.officials, by, "official").id,
        place=node.text("place", registry if action is CustodyAction.STORED else ""),
        reason=node.text(
            "reason",
            loading.supplement.node("reasons").text(written, words.text("reason").format(written)),
        ),
        from_party=giver,
        to_party=receiver,
        seal=node.text("seal", ""),
        former_seal=node.text("seal_old", ""),
        sha256=node.text("sha256", ""),
        note=node.text("note", ""),
        late_entry_reason=_late(loading),
        **_further(node),
    )


def _further(node: Node) -> dict[str, Any]:
    """The fields that some actions have besides, under their own names."""
    told: dict[str, Any] = {name: node.text(name) for name in _FURTHER if name in node}
    if "seal_state" in node:
        told["seal_state"] = code_of(SealState, node.text("seal_state"), {})
    if "carrier" in node:
        told["carrier"] = code_of(Carrier, node.text("carrier"), {})
    if "due_on" in node:
        told["due_on"] = node.day("due_on")
    return told


def _first_act(loading: Loading, node: Node) -> Act:
    """Return how an exhibit was acquired if the case's data have no custody event for it."""
    told = loading.supplement.node("exhibits").node(node.text("id"))
    by = node.text("by")
    # The data call the time of arrival "seized"; what was taken from an exhibit that is here was not.
    arrived = CustodyAction.ACQUIRED if "derived_from" in node else CustodyAction.SEIZED
    return Act(
        action=code_of(CustodyAction, told.text("arrival"), {}) if "arrival" in told else arrived,
        occurred_at=node.moment("seized"),
        actor=loading.party(by),
        actor_id=named(loading.officials, by, "official").id,
        place=node.text("source", told.text("source", "")),
        reason=told.text("reason", loading.words.text("reason").format("seized")),
        seal=node.text("seal", ""),
        late_entry_reason=_late(loading),
    )


def _received(loading: Loading, node: Node) -> CustodyAction:
    """Return the giver: a person of the case, an authority of another State, or a transfer."""
    number, giver = node.text("evidence"), node.text("from", "")
    told = loading.supplement.node("exhibits").node(number)
    if giver in loading.persons:
        return CustodyAction.VOLUNTARILY_HANDED_OVER
    sent = any(
        each.text("action") == "handed_over" and each.text("evidence") == number
        for each in loading.data.nodes("custody")
    )
    if sent:
        return CustodyAction.TRANSFER_IN
    usual = CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
    return code_of(CustodyAction, told.text("arrival", usual.value), {})


def _late(loading: Loading) -> str:
    return loading.supplement.text("late_entry_reason", loading.words.text("late_entry_reason"))


def _inside(folder: Traversable, name: str) -> Traversable:
    """Return a file of the case's folder. Its data may come from anybody, and name no other file of this
    machine: neither by a way upwards, in the form of any system, nor by a link.
    """
    told, path = PureWindowsPath(name), folder.joinpath(name)  # this form has "/", too
    leaves = bool(told.anchor) or ".." in told.parts or "\0" in name
    if not leaves and isinstance(folder, Path) and isinstance(path, Path):
        leaves = not path.resolve().is_relative_to(folder.resolve())
    if leaves:
        raise FormatError(f"a sample case names the file {name!r}, which is not in its own folder")
    return path


def _add_file(loading: Loading, exhibit_id: ExhibitId, path: Traversable) -> None:
    suffix = path.name[path.name.rfind(".") :].lower()
    if suffix not in _MEDIA:
        loading.told(f"the file {path.name!r} has an ending of no known kind: entered as bytes")
    try:
        content = path.read_bytes()
    except OSError:
        raise FormatError(f"a sample case names the file {path.name!r}, which is not there") from None
    exhibit_files.add_file(
        loading.session,
        exhibit_id,
        source=BytesIO(content),
        name=path.name,
        media_type=_MEDIA.get(suffix, "application/octet-stream"),
    )
    loading.step()
