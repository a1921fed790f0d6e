"""Whose keys signed what an extract has: one line for each key, with what its sessions signed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thb_desktop.crypto.certificates import Holder, read_holder
from thb_desktop.crypto.signing import key_id
from thb_desktop.domain.bundle_proof import KeyCertificate, SignerKey
from thb_desktop.domain.identity_binding_fields import NOT_STATED, binding_of
from thb_desktop.domain.people import User
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Extract


def keys_in(extract: Extract, users: Iterable[User] = ()) -> tuple[SignerKey, ...]:
    """Return the keys of the users in an extract, in the order of its certificates, each with all
    certificates of it, and with what is stated now of how its holder was identified.
    """
    bound = {str(each.id): binding_of(each) for each in users}
    holders: dict[str, list[Holder]] = {}
    for holder in map(read_holder, extract.users):
        holders.setdefault(key_id(holder.public_key), []).append(holder)
    sessions = {told.key: told.signer for told in (each.parsed() for each in extract.statements)}
    signed: dict[str, list[Entry]] = {}
    for entry in _entries(extract):
        signed.setdefault(sessions.get(entry.key, ""), []).append(entry)
    told = (_told(key, own, signed.get(key, [])) for key, own in holders.items())
    return tuple(replace(each, binding=bound.get(each.user_id, NOT_STATED)) for each in told)


def _entries(extract: Extract) -> Iterator[Entry]:
    """Yield each entry once, also those that show whose keys these are, in the order of the chain."""
    events = (*extract.events, *(extract.signers or ()))
    entries = {told.seq: told for told in (each.signed.parsed() for each in events)}
    yield from (entries[seq] for seq in sorted(entries))


def _told(key: str, holders: list[Holder], entries: list[Entry]) -> SignerKey:
    certificates = {
        KeyCertificate(each.name, each.function, each.not_before, each.not_after) for each in holders
    }
    return SignerKey(
        key=key,
        user_id=holders[-1].serial_number,
        certificates=tuple(sorted(certificates, key=lambda each: (each.since, each))),
        entries=len(entries),
        first=entries[0].seq if entries else 0,
        last=entries[-1].seq if entries else 0,
        begun=entries[0].at if entries else None,
        ended=entries[-1].at if entries else None,
    )
