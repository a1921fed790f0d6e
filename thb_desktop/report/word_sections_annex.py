"""Words of the technical annex, of the receipt and of the identity annex."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexWords:
    receipt: str
    receipt_note: str
    receipt_sender: str
    receipt_bundle: str
    receipt_rows: tuple[str, ...]
    title: str
    manifest: str
    manifest_note: str
    path: str
    purpose: str
    chain: str
    chain_size: str
    chain_root: str
    chain_counters: str
    chain_time: str
    chain_code: str
    chain_note: str
    root: str
    root_note: str
    fingerprint: str
    formats: str
    keys: str
    keys_note: str
    key_holder: str
    key_linguist: str
    key_bound: str
    key_unbound: str
    key_id: str
    key_valid: str
    key_signed: str
    key_entries: str
    key_language: str
    key_attested: str
    key_field: str
    signatures: str
    signature_items: tuple[str, ...]
    steps: str
    step_items: tuple[str, ...]
    expected: str
    software_made: str
    limits: str
    limit_items: tuple[str, ...]
    attachment_record: str
    attachment_hashed: str
    attachment_redactions: str
    attachment_case: str
    attachment_custody: str
    attachment_root: str
    attachment_manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityAnnexWords:
    title: str
    intro: str
    bundle: str
    digest: str
    reason: str
    made_by: str
    addresses: str
    no_addresses: str
    recipients: str
    roles: str
