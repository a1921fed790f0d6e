"""Words of the parts about interviews: the record, its copies to be signed, and the work of linguists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewWords:
    part: str
    title: str
    place: str
    held: str
    language: str
    state: str
    as_before: str
    alike: str
    alike_note: str
    alike_name: str
    alike_where: str
    not_by_person: str
    name: str
    event: str
    account: str
    account_note: str
    bracketed: str
    drafts_kept: str
    original: str
    prevails: str
    side_person: str
    copy_title: str
    note_title: str
    copy_note: str
    copy_file: str
    copy_lines: str
    copy_page: str
    copy_ways: str
    side_procedure: str
    not_captured: str
    not_captured_at: str
    left_out: str
    struck: str
    author_not_recorded: str
    typed_by: str
    as_entered: str
    not_rendered: str
    rendered_in: str
    made_by: str
    states: str
    readback_mode: str
    segment: str
    segments: str
    before: str
    after: str
    requested_by: str
    reason: str
    signatures: str
    when: str
    digest: str
    digest_note: str
    attached: str
    supplements: str
    rectifies: str
    supplemented_by: str
    rectified_by: str
    timeline_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesWords:
    title: str
    when_and_where: str
    person: str
    others: str
    oaths: str
    technical: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWords:
    title: str
    signatures: str
    note: str
    who: str
    when: str
    signature: str
    initials: str
    printed: str
    told: str
    paper: str
    no_paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterWords:
    title: str
    interpreter: str
    status: str
    certificate: str
    attested: str
    own_key: str
    on_cover: str
    not_certified: str
    not_told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWorkWords:
    title: str
    note: str
    beside: str
    outside: str
    numbers_in_account: str
    by: str
    typed_by: str
    revised_by: str
    source: str
    as_spoken: str
    from_job: str
    type: str
    made_from: str
    machine: str
    not_said: str
    note_language_not_said: str
    note_answer: str
    recording_elsewhere: str
    purpose: str
    states: str
    absent: str
    own_language: str
    in_record: str
    source_corrected: str
    source_elsewhere: str
    disputed_version: str
    disputed: str
    disputed_beside: str
    disputed_before: str
    stale: str
    stale_source: str
    stale_beside: str
    stale_notes: str
    not_certified: str
    withheld: str
    certificate: str
    signed: str
    signed_note: str
    signed_despite: str
    certificate_file: str
    note_readings: str
    note_preferred: str
    note_none_preferred: str
    note_concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureWords:
    of: str
    by: str
    content: str
    no_anchors: str
    signature: str
    time_stamp: str
    signer: str
    issuer: str
    fingerprint: str
    anchor: str
    time: str
    time_nobody: str
    time_signer: str
    time_stamped: str
    time_unknown: str
    covers: str
    more: str
    whole: str
    note: str
