"""Grants opened: whether each key that a user was given is that of its compartment.

Whoever gives a key can wrap what they like: the signature of the grant says who did. So each user opens what
was given to them, also the former keys, with which they compare what a renewal sealed again.
"""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.crypto import compartments
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.people import CompartmentGrant, CompartmentVersion
from thb_desktop.domain.record import Record, to_record
from thb_desktop.errors import SealedValueDamagedError, ThbError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.services.core.compartment_holders import receiving_digest
from thb_desktop.services.core.compartments import Holder, check_of_key, grant_context, stored_bytes
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, told_before
from thb_desktop.vault.told_states import ToldStates


def check_grants(session: Holder, *, since: int = 0) -> Iterator[Finding]:
    """Name each entry that gave the session's user another key than that of the compartment.

    since: the number of an entry; then those of the present keys, and those that later entries gave.
    """
    states, end = ToldStates(session.read), chain.size_of(session.read) + 1
    present = {each.compartment: each for each in registry.COMPARTMENT_VERSION.all(session.read)}
    for grant in registry.COMPARTMENT_GRANT.where(session.read, "user_id", session.user.id):
        seq = told_before(session.read, _name_of(grant), end)
        version = present.get(grant.compartment)
        if seq is None or version is None or (grant.version != version.version and seq <= since):
            continue
        with suppress(ThbError):  # what cannot be read is a fault of the chain
            told = _version_of(grant, version, seq, states)
            if told is not None and not _opens(session, grant, told, version):
                yield broken("compartment-key-noise", where=of_entry(seq), compartment=grant.compartment)


def _name_of(grant: CompartmentGrant) -> RowName:
    key = f"{grant.compartment.value} {grant.version} {grant.user_id}"
    return RowName(registry.COMPARTMENT_GRANT.name, key)


def _version_of(
    grant: CompartmentGrant, present: CompartmentVersion, seq: int, states: ToldStates
) -> Record | None:
    """Return the version of the key as it was told when it was given; None for a grant of none there was."""
    if grant.version == present.version:
        return to_record(present)
    told = states.before(RowName(registry.COMPARTMENT_VERSION.name, grant.compartment.value), seq + 1)
    return told if told is not None and told.get("version") == grant.version else None


def _opens(session: Holder, grant: CompartmentGrant, told: Record, present: CompartmentVersion) -> bool:
    """Whether the user's keys open it, to the key whose check the version has: the present one opens with the
    newest of them, for which it says that it was wrapped.
    """
    keys = session.keys.receiving_keys
    if grant.version == present.version and grant.receiving_digest == receiving_digest(session.user):
        keys = keys[:1]
    vault_id = session.vault.vault_id
    try:
        wrapped = stored_bytes(grant.wrapped)
        context = grant_context(vault_id, grant.compartment, session.user.id)
        key = compartments.unwrap_any(keys, wrapped, context=context)
    except SealedValueDamagedError:
        return False
    try:
        return check_of_key(key, vault_id, grant.compartment, grant.version) == told.get("key_check")
    finally:
        wipe(key)
