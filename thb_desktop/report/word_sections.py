"""The sections of the bundle's own words: which headings and sentences each part needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    yes: str
    no: str
    from_one: str
    to_one: str
    none: str
    not_recorded: str
    date_unknown: str
    group: str
    decimal: str
    grouped_from: str
    """As many digits before the decimal sign are grouped, or more."""
    page: str
    page_number: str
    bundle: str
    version: str
    record: str
    exhibit: str
    chain: str
    fictional: str
    state: str
    kind: str
    number: str
    title: str
    digest: str
    size: str
    media_type: str
    file: str
    language: str
    months: tuple[str, ...]
    day: str
    first_day: str
    month: str
    about: str
    entry: str
    field: str
    before: str
    after: str
    reason: str
    when: str
    by: str
    further: str
    named: str
    apart: str
    alike: str
    elsewhere: str
    kept_back: str
    struck: str
    corrected: str
    corrected_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    kicker: str
    case: str
    sender: str
    partner: str
    recipient: str
    purpose: str
    instruments: str
    offences: str
    persons: str
    persons_note: str
    counts: str
    counts_value: str
    withheld: str
    withheld_recordings: str
    made: str
    released: str
    released_with: str
    released_alone: str
    warned: str
    handling: str
    handling_general: str
    handling_remedies: str
    handling_return: str
    handling_codes: str
    handling_data: str
    handling_confidential: str
    handling_urgent: str
    handling_relay: str
    handling_annulled: str
    handling_restricted: str
    handling_fictional: str
    is_title: str
    is_items: tuple[str, ...]
    is_not_title: str
    is_not_items: tuple[str, ...]
    noticed: str
    noticed_note: str
    noticed_where: str
    noticed_what: str
    noticed_disputed: str
    noticed_recording: str
    noticed_no_recording: str
    signatures: str
    signature_level: str
    field: str
    archive_field: str
    field_note: str
    meaning_interpreter: str
    meaning_interpreter_alone: str
    meaning_authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalWords:
    no_facts: str
    title: str
    transfer: str
    use_conditions: str
    contents: str
    proceedings: str
    period: str
    persons_of_proceedings: str
    overlaps: str
    overlaps_note: str
    two_proceedings: str
    periods: str
    persons_in_both: str
    no_person_in_both: str
    no_person_recorded: str
    no_overlap: str
    overlap_texts: str
    law_cited: str
    part: str
    authorities: str
    instruments: str
    status: str
    no_instruments: str
    none_in_bundle: str
    instruments_left: str
    persons: str
    officials: str
    case: str
    roles: str
    interpreters: str
    told: str
    also_recorded: str
    treated_as_child: str
    age_disputed: str
    claims: str
    claims_note: str
    claim: str
    claim_source: str
    worked: str
    obtained: str
    obtained_note: str
    obtained_under: str
    obtained_items: str
    obtained_none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitWords:
    index: str
    index_note: str
    parent_root: str
    collected: str
    collected_by: str
    originality: str
    files: str
    no_files: str
    source: str
    opening: str
    not_shown: str
    open_text: str
    open_page: str
    open_image: str
    open_sound: str
    open_pdf: str
    open_other: str
    root: str
    named_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWords:
    title: str
    intro: str
    digest: str
    told: str
    lines: str
    rows: str
    messages: str
    passages: str
    read_as: str
    more_than: str
    sheet: str
    conversation: str
    attachments: str
    attached: str
    page: str
    columns: str
    shortened: str
    derived: str
    guessed: str
    row: str
    time: str
    sender: str
    words: str
    nothing_form: str
    nothing_locked: str
    nothing_damaged: str
    nothing_too_large: str
    nothing_too_many: str
    files_left: str
    pages: str
    picture: str
    without_forms: str
    not_searched: str
    page_of: str
    reduced: str
    picture_digest: str
    alternate: str
    captured: str
    captured_pictures: str
    captured_alternate: str
    transcript: str
    transcript_note: str
    transcribed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyWords:
    part: str
    intro: str
    title: str
    event: str
    n_of_n: str
    occurred: str
    recorded: str
    act: str
    by: str
    place: str
    details: str
    chain_entry: str
    digest: str
    reason: str
    approved_by: str
    alone: str
    remarks: str
    no_remarks: str
    remark_late: str
    late_shared: str
    remark_order: str
    remark_characters: str
    hours: str
    days: str
    remark_not_possible: str
    compared: str
    compared_counts: str
    compared_stopped: str
    compared_capture: str
    drawn: str
    none_for: str
    proofs: str
    proof_items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWords:
    held: str
    title: str
    intro: str
    version: str
    request: str
    basis: str
    mark: str
    place: str
    reason: str
    ordered_by: str
    none: str
    content: str
    copy: str
    verdict: str
    digests: str
    digests_note: str
    full: str
    disclosed: str
    silent: str
    translated: str
    remarks: str
    signed_whole: str
    exhibits: str
    scope: str
    scope_none: str
    count: str
    quality: str
    quality_note: str
    item: str
    completeness: str
    verified: str
    compared: str
    not_verified: str
    limits: str
    as_of: str
    unmasked: str
    later: str
    corrected: str
    yes: str
    no: str


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
