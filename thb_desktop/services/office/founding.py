"""Founding: the first rows of a new vault: the office, its root, its first user, and the compartments."""

from base64 import b64encode

from thb_desktop.crypto import signing
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import VaultId
from thb_desktop.domain.office import Office
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import Compartment, DraftHistory, UserRole
from thb_desktop.services.core import keys
from thb_desktop.services.core.compartments import first_key
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import new_entry_author, vault_id_text
from thb_desktop.services.core.recorded_ways import way_of
from thb_desktop.services.core.rollback_checks import open_heads
from thb_desktop.services.core.root_key import seal_root
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unlock_report import UnlockReport
from thb_desktop.vault.codes import codes_of, digest_of
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.unlocked import Vault


def found_office(
    vault: Vault,
    office_name: str,
    user_name: str,
    role: UserRole,
    environment: Environment,
    *,
    draft_history: DraftHistory | None,
) -> None:
    """Write the first rows of a new vault; the first user gets the key of every compartment."""
    reading = environment.clock.read()
    first = signing.new_private_key(environment.randomness)
    root = keys.new_root(
        office_name,
        founder=signing.key_id(signing.to_spki(first.public_key())),
        at=reading.at,
        randomness=environment.randomness,
    )
    new = keys.new_user(
        vault_id=vault.vault_id,
        user_id=vault.user_id,
        user_key=vault.user_key,
        name=user_name,
        role=role,
        office=office_name,
        root=root,
        at=reading.at,
        randomness=environment.randomness,
        signing_key=first,
    )
    office = Office(
        id=VaultId(vault_id_text(vault.vault_id)),
        name=office_name,
        created_at=reading.at,
        root_certificate=b64encode(root.certificate).decode("ascii"),
        codes_digest=digest_of(codes_of(vault.connection)),
        header_epoch=vault.epoch,
        keyslots=tuple(map(way_of, vault.slots)),
        draft_history=draft_history,
    )
    session = first_session(vault, office, new.user, new.keys, environment)
    with session.work() as work:
        work.save(office, new.user)
        new.store_keys(work.connection)
        for compartment in Compartment:
            key = first_key(work, session, compartment)
            if compartment is Compartment.ROOT_KEY:
                seal_root(work.connection, key, root, vault)
            wipe(key)
        work.record(office.id, VaultAction.VAULT_CREATED)


def first_session(
    vault: Vault, office: Office, user: User, user_keys: keys.UserKeys, environment: Environment
) -> Session:
    """Begin the session that writes the first rows of a new vault, or of the store of an assignment."""
    return Session(
        vault=vault,
        office=office,
        user=user,
        keys=user_keys,
        author=new_entry_author(
            office, user, user_keys, first=1, reading=environment.clock.read(), environment=environment
        ),
        journal=Journal(vault.connection),
        opening=UnlockReport(short_code="", findings=()),
        environment=environment,
        heads=open_heads(vault, environment),
    )
