"""The parts of signed language work: which ones of a version leave the office, and which are left out."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from thb_desktop.domain.language_outward import SOURCE, TEXT, VersionOutward
from thb_desktop.ledger.language_work import signed_values, version_tree
from thb_desktop.ledger.record_tree import RecordTree


def version_outward(told: VersionOutward, annotations: Iterable[str], *, language: str) -> VersionOutward:
    """Return a version as it leaves the office, with the nonces of its parts and without its salt."""
    if not told.version.salt:
        return told
    tree = version_tree(told.version, annotations, language=language)
    nonces = tuple((name, tree.nonce(name)) for name in sorted(tree.parts))
    return replace(told, version=replace(told.version, salt=""), nonces=nonces)


def without(told: VersionOutward, names: Collection[str], *, language: str) -> VersionOutward:
    """Return a version with the digests of these parts in the place of their nonces.

    told: as `version_outward` gave it, with the values that were signed.
    """
    values = signed_values(told.version, (), language)
    nonces = {name: nonce for name, nonce in told.nonces if name in names}
    tree = RecordTree.of_shown(values, nonces=nonces, unshown=dict(told.unshown))
    return replace(
        told,
        nonces=tuple(each for each in told.nonces if each[0] not in nonces),
        unshown=tuple(sorted(tree.digests.items())),
    )


def signed_part_digest(told: VersionOutward, part: str) -> str:
    """Return the digest of the text or source of a version as signed; empty if it was signed as a whole."""
    values = {TEXT: told.version.text, SOURCE: told.version.source_digest}
    nonces = {name: nonce for name, nonce in told.nonces if name == part}
    shown = RecordTree.of_shown(values, nonces=nonces, unshown={})
    return {**dict(told.unshown), **shown.digests}.get(part, "")
