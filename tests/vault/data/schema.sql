CREATE TRIGGER account_is_kept BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER approval_is_kept BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER approval_serves_once BEFORE UPDATE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-used'); END;
CREATE TRIGGER authority_is_kept BEFORE DELETE ON authority BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bundle_is_kept BEFORE DELETE ON bundle BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bundle_stays BEFORE UPDATE ON bundle
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER case_file_is_kept BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER case_object_is_kept BEFORE DELETE ON case_object BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_before_signing BEFORE INSERT ON caution
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER caution_changes_before_signing BEFORE UPDATE ON caution
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER caution_is_kept BEFORE DELETE ON caution BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER chain_entry_counts BEFORE INSERT ON chain_entry
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM chain_entry WHERE subject = NEW.subject)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_entry_follows BEFORE INSERT ON chain_entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM chain_entry)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_entry_is_kept BEFORE DELETE ON chain_entry
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_entry_stays BEFORE UPDATE ON chain_entry
WHEN OLD.seq <> NEW.seq OR OLD.subject <> NEW.subject OR OLD.n <> NEW.n OR OLD.entry <> NEW.entry
    OR OLD.signature <> NEW.signature OR NEW.nonce IS NOT NULL OR NEW.payload IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_head_follows BEFORE INSERT ON chain_head
WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM chain_head)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_head_is_kept BEFORE DELETE ON chain_head
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_head_stays BEFORE UPDATE ON chain_head
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER compartment_version_is_kept BEFORE DELETE ON compartment_version BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_version_rises BEFORE UPDATE ON compartment_version
WHEN OLD.compartment <> NEW.compartment OR NEW.version NOT IN (OLD.version, OLD.version + 1)
    OR (NEW.version = OLD.version AND (OLD.key_check <> NEW.key_check OR OLD.set_by <> NEW.set_by
        OR OLD.signature <> NEW.signature OR OLD.renewal_due > NEW.renewal_due))
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER consultation_entry_counts BEFORE INSERT ON consultation_entry
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM consultation_entry WHERE subject = NEW.subject)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_entry_follows BEFORE INSERT ON consultation_entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM consultation_entry)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_entry_is_kept BEFORE DELETE ON consultation_entry
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_entry_stays BEFORE UPDATE ON consultation_entry
WHEN OLD.seq <> NEW.seq OR OLD.subject <> NEW.subject OR OLD.n <> NEW.n OR OLD.entry <> NEW.entry
    OR OLD.signature <> NEW.signature OR NEW.nonce IS NOT NULL OR NEW.payload IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_head_follows BEFORE INSERT ON consultation_head
WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM consultation_head)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_head_is_kept BEFORE DELETE ON consultation_head
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_head_stays BEFORE UPDATE ON consultation_head
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_mark_is_kept BEFORE DELETE ON consultation_mark
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER consultation_mark_stays BEFORE UPDATE ON consultation_mark
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_statement_is_kept BEFORE DELETE ON consultation_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_statement_stays BEFORE UPDATE ON consultation_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER correction_before_signing BEFORE INSERT ON correction
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
    OR NOT EXISTS (SELECT 1 FROM segment WHERE id = NEW.segment_id AND interview_id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER correction_changes_before_signing BEFORE UPDATE ON correction
WHEN OLD.interview_id <> NEW.interview_id OR OLD.segment_id <> NEW.segment_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER custody_event_corrects_its_own BEFORE INSERT ON custody_event
WHEN NEW.corrects IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM custody_event WHERE id = NEW.corrects AND exhibit_id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'custody-corrects'); END;
CREATE TRIGGER custody_event_counts BEFORE INSERT ON custody_event
WHEN NEW.number <> (SELECT count(*) + 1 FROM custody_event WHERE exhibit_id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'custody-numbers'); END;
CREATE TRIGGER custody_event_is_kept BEFORE DELETE ON custody_event BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER custody_event_stays BEFORE UPDATE ON custody_event
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER exhibit_file_is_kept BEFORE DELETE ON exhibit_file BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_file_stays BEFORE UPDATE ON exhibit_file
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER exhibit_is_kept BEFORE DELETE ON exhibit BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_line BEFORE INSERT ON exhibit
WHEN (NEW.parent_id IS NULL AND NEW.root_id <> NEW.id)
    OR (NEW.parent_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM exhibit
        WHERE id = NEW.parent_id AND root_id = NEW.root_id AND case_id = NEW.case_id AND id <> NEW.id))
BEGIN SELECT RAISE(ABORT, 'exhibit-line'); END;
CREATE TRIGGER exhibit_line_stays BEFORE UPDATE ON exhibit
WHEN OLD.parent_id IS NOT NEW.parent_id OR OLD.root_id <> NEW.root_id OR OLD.case_id <> NEW.case_id
    OR OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'exhibit-line'); END;
CREATE TRIGGER handover_is_kept BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handover_stays BEFORE UPDATE ON handover
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER instrument_is_kept BEFORE DELETE ON instrument BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_engagement_before_signing BEFORE INSERT ON interpreter_engagement
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interpreter_engagement_changes_before_signing BEFORE UPDATE ON interpreter_engagement
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interpreter_engagement_is_kept BEFORE DELETE ON interpreter_engagement
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_is_kept BEFORE DELETE ON interpreter BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interview_begins BEFORE INSERT ON interview
WHEN NEW.state <> 'DRAFT' BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_goes_forward BEFORE UPDATE ON interview
WHEN (OLD.state = 'READ_BACK' AND NEW.state = 'DRAFT') OR (OLD.state = 'DRAFT' AND NEW.state = 'SIGNED')
    OR NEW.state NOT IN ('DRAFT', 'READ_BACK', 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_frozen BEFORE UPDATE ON interview
WHEN OLD.state NOT IN ('DRAFT', 'READ_BACK') BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interview_is_kept BEFORE DELETE ON interview BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER key_statement_is_kept BEFORE DELETE ON key_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER key_statement_stays BEFORE UPDATE ON key_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER money_transaction_is_kept BEFORE DELETE ON money_transaction
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_is_kept BEFORE DELETE ON office BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER official_is_kept BEFORE DELETE ON official BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_is_kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER presence_before_signing BEFORE INSERT ON presence
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER presence_changes_before_signing BEFORE UPDATE ON presence
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER presence_is_kept BEFORE DELETE ON presence BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER proceeding_is_kept BEFORE DELETE ON proceeding BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_signature_before_signing BEFORE INSERT ON record_signature
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_signature_changes_before_signing BEFORE UPDATE ON record_signature
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_signature_is_kept BEFORE DELETE ON record_signature BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_before_signing BEFORE INSERT ON rendering
WHEN (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id))
    NOT IN ('DRAFT', iif(NEW.kind = 'TRANSLATION', 'READ_BACK', 'DRAFT'))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER rendering_changes_before_signing BEFORE UPDATE ON rendering
WHEN OLD.segment_id <> NEW.segment_id OR OLD.language <> NEW.language
    OR (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = OLD.segment_id))
    NOT IN ('DRAFT', iif(OLD.kind = 'TRANSLATION', 'READ_BACK', 'DRAFT'))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER rendering_is_kept BEFORE DELETE ON rendering BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER restoration_is_kept BEFORE DELETE ON restoration BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER restoration_stays BEFORE UPDATE ON restoration
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER sealed_identity_is_kept BEFORE DELETE ON sealed_identity BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_item_is_kept BEFORE DELETE ON sealed_item BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_item_keeps_its_place BEFORE UPDATE ON sealed_item
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.compartment <> NEW.compartment
    OR OLD.subject_id <> NEW.subject_id OR OLD.added_at <> NEW.added_at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER segment_changes_only_in_a_draft BEFORE UPDATE ON segment
WHEN (SELECT state FROM interview WHERE id = OLD.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_follows BEFORE INSERT ON segment
WHEN NEW.sequence <> (SELECT count(*) + 1 FROM segment WHERE interview_id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'segment-sequence'); END;
CREATE TRIGGER segment_is_kept BEFORE DELETE ON segment BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_keeps_its_place BEFORE UPDATE ON segment
WHEN OLD.sequence <> NEW.sequence OR OLD.interview_id <> NEW.interview_id OR OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'segment-sequence'); END;
CREATE TRIGGER segment_only_in_a_draft BEFORE INSERT ON segment
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER signing_identity_is_kept BEFORE DELETE ON signing_identity
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_identity_stays BEFORE UPDATE ON signing_identity
WHEN OLD.id <> NEW.id OR OLD.user_id <> NEW.user_id OR OLD.kind <> NEW.kind OR OLD.certificate <> NEW.certificate
    OR OLD.issued <> NEW.issued OR OLD.added_at <> NEW.added_at OR OLD.token <> NEW.token
    OR OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER timeline_event_before_signing BEFORE INSERT ON timeline_event
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER timeline_event_changes_before_signing BEFORE UPDATE ON timeline_event
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER timeline_event_is_kept BEFORE DELETE ON timeline_event BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER user_is_kept BEFORE DELETE ON user BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER user_stays_as_admitted BEFORE UPDATE ON user
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.role <> NEW.role OR OLD.certificate <> NEW.certificate
    OR OLD.receiving_key <> NEW.receiving_key OR OLD.admission <> NEW.admission OR OLD.active < NEW.active
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('BANK', 'PAYMENT', 'CARD', 'MOBILE_MONEY', 'CRYPTO_CUSTODIAL', 'CRYPTO_SELF', 'HAWALA_LEDGER', 'PLATFORM_WALLET')),
    identifier TEXT NOT NULL CHECK (identifier <> ''),
    network TEXT NOT NULL,
    currency TEXT NOT NULL,
    holder TEXT NOT NULL,
    checksum TEXT NOT NULL CHECK (checksum IN ('VALID', 'INVALID', 'NO_CHECKSUM', 'NOT_CHECKED')),
    statement_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('APPROVED', 'ALONE')),
    act TEXT NOT NULL CHECK (act IN ('RELEASE_BUNDLE', 'REVEAL_IDENTITY', 'ADD_KEY_MATERIAL', 'REVEAL_KEY_MATERIAL', 'DESTROY_EXHIBIT', 'ERASE_EXHIBIT', 'CONSUME_EXHIBIT', 'ADD_USER', 'RETIRE_USER', 'HAND_OVER', 'RECOVER_PASSPHRASE', 'RENEW_MASTER_KEY')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    requested_by TEXT NOT NULL REFERENCES user (id),
    approved_by TEXT REFERENCES user (id) CHECK (approved_by <> requested_by),
    at TEXT NOT NULL,
    signature TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'APPROVED') = (approved_by IS NOT NULL)),
    CHECK (length(signature) = iif(kind = 'APPROVED', 128, 0)),
    CHECK ((kind = 'ALONE') = (reason <> ''))
) STRICT;
CREATE TABLE authority (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('COURT_OR_JUDGE', 'INVESTIGATING_JUDGE', 'PUBLIC_PROSECUTOR', 'POLICE', 'INSPECTORATE', 'CENTRAL_AUTHORITY', 'OTHER')),
    part TEXT NOT NULL CHECK (part IN ('LEAD', 'PARTNER')),
    country TEXT NOT NULL CHECK (length(country) = 2),
    official_id TEXT DEFAULT NULL REFERENCES official (id),
    UNIQUE (case_id, name)
) STRICT;
CREATE TABLE bundle (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    made_at TEXT NOT NULL,
    pages INTEGER NOT NULL CHECK (pages > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (case_id, number, version)
) STRICT;
CREATE TABLE case_file (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
    titles TEXT NOT NULL CHECK (json_valid(titles)),
    language TEXT NOT NULL CHECK (language <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2),
    notice_number TEXT NOT NULL,
    opened_on TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
    status TEXT NOT NULL CHECK (status IN ('OPEN', 'SUSPENDED', 'CLOSED')),
    exploitation TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exploitation)),
    legal_basis TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(legal_basis)),
    fictional INTEGER NOT NULL DEFAULT 0 CHECK (fictional IN (0, 1))
) STRICT;
CREATE TABLE case_object (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL CHECK (kind IN ('ADDRESS', 'PHONE', 'ONLINE_ADVERT', 'VEHICLE', 'COMPANY', 'PAYSLIP')),
    number TEXT NOT NULL CHECK (number <> ''),
    label TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(details)),
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE caution (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    code TEXT NOT NULL CHECK (code IN ('ROLE_AND_PURPOSE', 'RECORDING_NOTICE', 'INTERPRETER_ROLE', 'RIGHT_TO_CHALLENGE_INTERPRETER', 'TRUTH_DUTY', 'OATH_TAKEN', 'AFFIRMATION_TAKEN', 'NO_OATH_LEGAL_REASON', 'PRIVILEGE_AGAINST_SELF_INCRIMINATION', 'RIGHT_TO_LAWYER', 'RIGHT_TO_COMPANION', 'RIGHT_TO_BREAKS', 'RIGHT_TO_READ_AND_CORRECT', 'DATA_PROTECTION_NOTICE', 'CROSS_BORDER_USE_NOTICE', 'VICTIM_RIGHTS_INFORMATION', 'REFLECTION_PERIOD', 'NON_PUNISHMENT_INFORMATION', 'SUPPORT_SERVICES_REFERRAL')),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    language TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('ORAL', 'WRITTEN', 'BOTH')),
    understood INTEGER NOT NULL CHECK (understood IN (0, 1)),
    reply TEXT NOT NULL DEFAULT '',
    UNIQUE (interview_id, code)
) STRICT;
CREATE TABLE chain_entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    subject TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    entry BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    nonce BLOB CHECK (length(nonce) = 32),
    payload BLOB,
    UNIQUE (subject, n),
    CHECK ((nonce IS NULL) = (payload IS NULL))
) STRICT;
CREATE TABLE chain_head (
    size INTEGER PRIMARY KEY CHECK (size > 0),
    head BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE compartment_key (
    compartment TEXT NOT NULL CHECK (compartment IN ('IDENTITIES', 'ASSESSMENTS', 'KEY_MATERIAL', 'ROOT_KEY')),
    agent_id TEXT NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (compartment, agent_id)
) STRICT;
CREATE TABLE compartment_version (
    compartment TEXT PRIMARY KEY CHECK (compartment IN ('IDENTITIES', 'ASSESSMENTS', 'KEY_MATERIAL', 'ROOT_KEY')),
    version INTEGER NOT NULL CHECK (version > 0),
    key_check TEXT NOT NULL CHECK (length(key_check) = 64 AND key_check NOT GLOB '*[^0-9a-f]*'),
    set_by TEXT NOT NULL REFERENCES user (id),
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    renewal_due INTEGER NOT NULL DEFAULT 0 CHECK (renewal_due IN (0, 1))
) STRICT;
CREATE TABLE consultation_entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    subject TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    entry BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    nonce BLOB CHECK (length(nonce) = 32),
    payload BLOB,
    UNIQUE (subject, n),
    CHECK ((nonce IS NULL) = (payload IS NULL))
) STRICT;
CREATE TABLE consultation_head (
    size INTEGER PRIMARY KEY CHECK (size > 0),
    head BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE consultation_mark (
    id TEXT PRIMARY KEY,
    size INTEGER NOT NULL UNIQUE CHECK (size > 0),
    root TEXT NOT NULL CHECK (length(root) = 64),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE consultation_statement (
    key_id TEXT PRIMARY KEY CHECK (length(key_id) = 64),
    agent TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first > 0),
    statement BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    before TEXT NOT NULL CHECK (before <> ''),
    after TEXT NOT NULL CHECK (after <> ''),
    requested_by TEXT NOT NULL CHECK (requested_by <> ''),
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE custody_event (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    number INTEGER NOT NULL CHECK (number > 0),
    action TEXT NOT NULL CHECK (action IN ('IDENTIFIED', 'SEIZED', 'COLLECTED', 'VOLUNTARILY_HANDED_OVER', 'RECEIVED_FROM_FOREIGN_AUTHORITY', 'PHOTOGRAPHED', 'PACKAGED', 'SEALED', 'SEAL_CHECKED', 'UNSEALED', 'RESEALED', 'TRANSFER_OUT', 'TRANSFER_IN', 'STORED', 'MOVED', 'ACCESSED', 'VIEWED', 'ACQUIRED', 'COPIED', 'VERIFIED', 'EXAMINED', 'ANALYSED', 'CONSUMED_IN_TEST', 'CONVERTED', 'REDACTED', 'TRANSLATED', 'DISCLOSED', 'EXPORTED', 'RECEIPT_CONFIRMED', 'LOANED', 'RETURNED_FROM_LOAN', 'PRESENTED_IN_COURT', 'RETURNED_TO_OWNER', 'DESTROYED', 'ERASED', 'LOST_OR_DAMAGED', 'INCIDENT', 'CORRECTION')),
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clock_source TEXT NOT NULL CHECK (clock_source IN ('DEVICE_UNVERIFIED', 'DEVICE_CHECKED_AGAINST_REFERENCE', 'FIXED_FOR_DEMONSTRATION')),
    actor_id TEXT REFERENCES official (id),
    actor TEXT NOT NULL CHECK (actor <> ''),
    place TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    from_party TEXT NOT NULL DEFAULT '',
    to_party TEXT NOT NULL DEFAULT '',
    seal TEXT NOT NULL DEFAULT '',
    former_seal TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT ''
        CHECK (sha256 = '' OR (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')),
    result TEXT DEFAULT NULL CHECK (result IN ('MATCH', 'MISMATCH', 'NOT_POSSIBLE')),
    note TEXT NOT NULL DEFAULT '',
    late_entry_reason TEXT NOT NULL DEFAULT '',
    corrects TEXT DEFAULT NULL REFERENCES custody_event (id),
    approval_id TEXT DEFAULT NULL REFERENCES approval (id),
    UNIQUE (exhibit_id, number),
    CHECK ((action IN ('DESTROYED', 'ERASED', 'CONSUMED_IN_TEST')) = (approval_id IS NOT NULL)),
    CHECK ((action = 'CORRECTION') = (corrects IS NOT NULL))
) STRICT;
CREATE TABLE draft (
    segment_id TEXT NOT NULL REFERENCES segment (id),
    language TEXT NOT NULL,
    agent_id TEXT NOT NULL REFERENCES user (id),
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (segment_id, language, agent_id)
) STRICT;
CREATE TABLE exhibit (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('PHYSICAL', 'DIGITAL_DEVICE', 'STORAGE_MEDIUM', 'FORENSIC_IMAGE', 'LOGICAL_EXTRACTION', 'FILE', 'ONLINE_CAPTURE', 'AV_RECORDING', 'DOCUMENT_PAPER', 'DOCUMENT_SCAN', 'STATEMENT_RECORD', 'TRANSLATION', 'FINANCIAL_RECORD', 'CRYPTO_RECORD', 'SECRET_KEY_MATERIAL', 'COMMS_DATA', 'CASH_VALUABLES', 'EXPERT_REPORT', 'COPY')),
    originality TEXT NOT NULL CHECK (originality IN ('ORIGINAL', 'FORENSIC_DUPLICATE', 'LOGICAL_COPY', 'WORKING_COPY', 'DERIVATIVE', 'REDACTED_VERSION', 'TRANSLATION', 'PRINTOUT')),
    titles TEXT NOT NULL CHECK (json_valid(titles)),
    source TEXT NOT NULL,
    collected_at TEXT NOT NULL,
    collected_by TEXT NOT NULL REFERENCES official (id),
    parent_id TEXT REFERENCES exhibit (id),
    root_id TEXT NOT NULL REFERENCES exhibit (id),
    instrument_id TEXT REFERENCES instrument (id),
    seal TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE exhibit_file (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    name TEXT NOT NULL CHECK (name <> ''),
    media_type TEXT NOT NULL CHECK (media_type GLOB '?*/?*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    object_id TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    UNIQUE (exhibit_id, name)
) STRICT;
CREATE TABLE form_draft (
    form TEXT NOT NULL CHECK (form <> ''),
    subject TEXT NOT NULL,
    agent_id TEXT NOT NULL REFERENCES user (id),
    sealed BLOB NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (form, subject, agent_id)
) STRICT;
CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    from_user TEXT NOT NULL REFERENCES user (id),
    to_user TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    cases INTEGER NOT NULL CHECK (cases >= 0),
    exhibits INTEGER NOT NULL CHECK (exhibits >= 0),
    entries INTEGER NOT NULL CHECK (entries > 0),
    head TEXT NOT NULL CHECK (length(head) = 64),
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK (from_user <> to_user)
) STRICT;
CREATE TABLE identity_key (
    identity_id TEXT PRIMARY KEY REFERENCES signing_identity (id) DEFERRABLE INITIALLY DEFERRED,
    agent_id TEXT NOT NULL REFERENCES user (id),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE instrument (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    type TEXT NOT NULL CHECK (type IN ('EIO', 'EIO_SUPPLEMENTARY', 'MLA_REQUEST_2000', 'MLA_REQUEST_1959', 'JIT_AGREEMENT', 'SPONTANEOUS_INFO_ART7', 'FREEZING_CERT_2018_1805', 'CONFISCATION_CERT_2018_1805', 'TCA_UK_REQUEST', 'OTHER')),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'SENT', 'RECEIVED', 'ACKNOWLEDGED', 'RECOGNISED', 'PARTIALLY_EXECUTED', 'EXECUTED', 'REFUSED', 'WITHDRAWN', 'CLOSED')),
    reference TEXT NOT NULL CHECK (reference <> ''),
    from_country TEXT NOT NULL,
    to_country TEXT NOT NULL,
    issued_on TEXT CHECK (issued_on GLOB '????-??-??'),
    acknowledged_on TEXT CHECK (acknowledged_on GLOB '????-??-??'),
    executed_on TEXT CHECK (executed_on GLOB '????-??-??'),
    measures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(measures)),
    languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
    confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
    urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE interpreter (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    name_latin TEXT NOT NULL,
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    status TEXT NOT NULL CHECK (status IN ('SWORN', 'REGISTERED', 'AD_HOC_SWORN_FOR_THIS_ACT', 'QUALIFIED_UNREGISTERED', 'UNQUALIFIED_EMERGENCY', 'STAFF_MEMBER', 'BILINGUAL_OFFICIAL')),
    register_number TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, code)
) STRICT;
CREATE TABLE interpreter_engagement (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    from_language TEXT NOT NULL CHECK (from_language <> ''),
    to_language TEXT NOT NULL CHECK (to_language <> ''),
    oath TEXT NOT NULL CHECK (oath IN ('GENERAL_OATH_ON_FILE', 'OATH_TAKEN_TODAY', 'AFFIRMATION', 'NOT_REQUIRED_BY_LAW', 'NOT_RECORDED')),
    dialect_match TEXT NOT NULL CHECK (dialect_match IN ('EXACT', 'CLOSE', 'DISTANT_BUT_UNDERSTOOD', 'DIFFICULTIES_NOTED', 'NOT_RECORDED')),
    mode TEXT NOT NULL CHECK (mode IN ('CONSECUTIVE_SHORT', 'CONSECUTIVE_LONG', 'SIMULTANEOUS', 'WHISPERED', 'SIGHT_TRANSLATION', 'NOT_RECORDED')),
    channel TEXT NOT NULL CHECK (channel IN ('ON_SITE', 'VIDEO', 'TELEPHONE', 'NOT_RECORDED')),
    conflict TEXT NOT NULL CHECK (conflict IN ('NONE_DECLARED', 'DECLARED_ACCEPTED', 'DECLARED_REPLACED', 'NOT_RECORDED')),
    conflict_note TEXT NOT NULL,
    relay TEXT NOT NULL,
    comprehension_confirmed INTEGER CHECK (comprehension_confirmed IN (0, 1)),
    certified INTEGER NOT NULL CHECK (certified IN (0, 1)),
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE interview (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    person_id TEXT NOT NULL REFERENCES person (id),
    language TEXT NOT NULL CHECK (language <> ''),
    language_note TEXT NOT NULL,
    procedure_language TEXT NOT NULL CHECK (procedure_language <> ''),
    stage TEXT NOT NULL CHECK (stage IN ('PRE_INVESTIGATION', 'INVESTIGATION', 'JUDICIAL_INVESTIGATION', 'ANTICIPATED_EVIDENCE', 'TRIAL', 'MLA_EXECUTION')),
    legal_basis TEXT NOT NULL,
    record_kind TEXT NOT NULL CHECK (record_kind IN ('VERBATIM_QA', 'NARRATIVE_FIRST_PERSON', 'SUMMARY_MINUTES', 'AV_RECORDING_WITH_MINUTES', 'AV_TRANSCRIPT')),
    authoritative_text TEXT NOT NULL CHECK (authoritative_text IN ('SOURCE_LANGUAGE', 'PROCEDURE_LANGUAGE', 'AV_RECORDING')),
    medium TEXT NOT NULL CHECK (medium IN ('IN_PERSON', 'VIDEO_LINK', 'TELEPHONE', 'WRITTEN_STATEMENT', 'MIXED')),
    place TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (held_on GLOB '????-??-??'),
    started_at TEXT,
    ended_at TEXT,
    clock_source TEXT NOT NULL CHECK (clock_source IN ('DEVICE_UNVERIFIED', 'DEVICE_CHECKED_AGAINST_REFERENCE', 'FIXED_FOR_DEMONSTRATION')),
    lead_interviewer_id TEXT NOT NULL REFERENCES official (id),
    record_keeper_id TEXT REFERENCES official (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    prior_interviews TEXT NOT NULL,
    special_measures TEXT NOT NULL CHECK (json_valid(special_measures)),
    health_statement TEXT NOT NULL,
    defence_participation TEXT NOT NULL CHECK (defence_participation IN ('PRESENT', 'INVITED_ABSENT', 'NOT_INVITED_LEGAL_REASON', 'QUESTIONS_SUBMITTED_IN_WRITING', 'NO_SUSPECT_IDENTIFIED', 'NOT_APPLICABLE', 'NOT_RECORDED')),
    defence_note TEXT NOT NULL,
    recording_id TEXT REFERENCES exhibit (id),
    recording_note TEXT NOT NULL,
    readback_mode TEXT NOT NULL CHECK (readback_mode IN ('READ_BY_PERSON', 'READ_ALOUD_PROCEDURE_LANG_THEN_INTERPRETED', 'SIGHT_TRANSLATED_BY_INTERPRETER', 'AV_PLAYBACK', 'WAIVED_BY_PERSON', 'NOT_POSSIBLE', 'NOT_RECORDED')),
    readback_language TEXT NOT NULL,
    confirmation TEXT NOT NULL CHECK (confirmation IN ('CONFIRMED_UNCHANGED', 'CONFIRMED_WITH_CORRECTIONS', 'CONTESTED', 'REFUSED_TO_CONFIRM', 'UNABLE', 'NOT_RECORDED')),
    interpretation_complaint TEXT NOT NULL,
    copy_given TEXT NOT NULL CHECK (copy_given IN ('YES', 'NO_REQUESTED_NOT', 'NO_DEFERRED_REASON', 'NO_SAFETY_REASON', 'NOT_RECORDED')),
    state TEXT NOT NULL CHECK (state IN ('DRAFT', 'READ_BACK', 'SIGNED', 'SUPPLEMENTED', 'ANNULLED_BY_DECISION')),
    authority_id TEXT DEFAULT NULL REFERENCES authority (id),
    understood TEXT NOT NULL DEFAULT '',
    readback_note TEXT NOT NULL DEFAULT '',
    necessity TEXT NOT NULL DEFAULT '',
    record_digest TEXT NOT NULL DEFAULT ''
        CHECK (length(record_digest) = CASE state WHEN 'SIGNED' THEN 64 ELSE 0 END),
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE key_statement (
    key_id TEXT PRIMARY KEY CHECK (length(key_id) = 64),
    agent TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first > 0),
    statement BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE money_transaction (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    from_account_id TEXT REFERENCES account (id),
    to_account_id TEXT REFERENCES account (id),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??*'),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    currency TEXT NOT NULL CHECK (currency <> ''),
    reference TEXT NOT NULL DEFAULT '',
    counterparty TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    CHECK (from_account_id IS NOT NULL OR to_account_id IS NOT NULL)
) STRICT;
CREATE TABLE office (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    created_at TEXT NOT NULL,
    root_certificate TEXT NOT NULL,
    header_epoch INTEGER NOT NULL DEFAULT 1 CHECK (header_epoch > 0)
) STRICT;
CREATE TABLE official (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    role TEXT NOT NULL CHECK (role IN ('INVESTIGATING_JUDGE', 'PROSECUTOR', 'POLICE_INTERVIEWER', 'INSPECTOR', 'CLERK', 'EXPERT', 'OTHER')),
    name TEXT NOT NULL CHECK (name <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2),
    unit TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, code)
) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    role TEXT NOT NULL CHECK (role IN ('VICTIM', 'PRESUMED_VICTIM', 'WITNESS', 'VICTIM_WITNESS', 'SUSPECT', 'ACCUSED', 'EXPERT', 'INFORMED_PERSON', 'OTHER')),
    sex TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
    age_status TEXT NOT NULL CHECK (age_status IN ('ADULT_CONFIRMED', 'CHILD_CONFIRMED', 'AGE_DISPUTED_PRESUMED_CHILD', 'UNKNOWN')),
    identity_protection TEXT NOT NULL CHECK (identity_protection IN ('NONE', 'PSEUDONYM', 'ADDRESS_WITHHELD', 'ANONYMOUS_WITNESS_ORDER', 'PROTECTION_PROGRAMME')),
    nationalities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(nationalities)),
    language TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, code)
) STRICT;
CREATE TABLE presence (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    role TEXT NOT NULL CHECK (role IN ('INVESTIGATING_JUDGE', 'PROSECUTOR', 'POLICE_INTERVIEWER', 'INSPECTOR', 'CLERK', 'INTERPRETER', 'RELAY_INTERPRETER', 'VICTIM_LAWYER', 'DEFENCE_LAWYER', 'GUARDIAN', 'SUPPORT_PERSON', 'PSYCHOLOGIST', 'TECHNICIAN', 'OBSERVER_REMOTE', 'FOREIGN_AUTHORITY', 'OTHER')),
    name TEXT NOT NULL CHECK (name <> ''),
    organisation TEXT NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('ROOM', 'OBSERVATION_ROOM', 'REMOTE')),
    from_at TEXT DEFAULT NULL,
    to_at TEXT DEFAULT NULL
) STRICT;
CREATE TABLE private_key (
    agent_id TEXT NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT NOT NULL CHECK (purpose IN ('SIGNING', 'RECEIVING')),
    sealed BLOB NOT NULL,
    PRIMARY KEY (agent_id, purpose)
) STRICT;
CREATE TABLE proceeding (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    authority_id TEXT REFERENCES authority (id),
    country TEXT NOT NULL CHECK (length(country) = 2),
    reference TEXT NOT NULL,
    offence TEXT NOT NULL CHECK (json_valid(offence)),
    period_from TEXT DEFAULT NULL CHECK (period_from GLOB '????-??-??'),
    period_to TEXT DEFAULT NULL CHECK (period_to GLOB '????-??-??'),
    CHECK (period_from IS NULL OR period_to IS NULL OR period_from <= period_to)
) STRICT;
CREATE TABLE record_signature (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    role TEXT NOT NULL CHECK (role IN ('PERSON_HEARD', 'INTERPRETER', 'INTERVIEWER', 'CLERK', 'JUDGE', 'LAWYER')),
    name TEXT NOT NULL CHECK (name <> ''),
    method TEXT NOT NULL CHECK (method IN ('HANDWRITTEN_ON_PAPER', 'ADVANCED_ES', 'THUMBPRINT', 'MARK_WITNESSED', 'REFUSED', 'UNABLE')),
    at TEXT,
    reason TEXT NOT NULL DEFAULT '',
    CHECK (method NOT IN ('REFUSED', 'UNABLE') OR reason <> '')
) STRICT;
CREATE TABLE rendering (
    id TEXT PRIMARY KEY,
    segment_id TEXT NOT NULL REFERENCES segment (id),
    language TEXT NOT NULL CHECK (language <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('RENDITION', 'TRANSLATION')),
    state TEXT NOT NULL CHECK (state IN ('DRAFT', 'SELF_CHECKED', 'REVISED_BY_SECOND_LINGUIST', 'CERTIFIED', 'CONTESTED', 'SUPERSEDED', 'WITHDRAWN')),
    text TEXT NOT NULL,
    source_digest TEXT NOT NULL CHECK (source_digest = '' OR length(source_digest) = 64),
    made_by TEXT NOT NULL,
    UNIQUE (segment_id, language)
) STRICT;
CREATE TABLE restoration (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    found_size INTEGER NOT NULL CHECK (found_size > 0),
    found_root TEXT NOT NULL CHECK (length(found_root) = 64 AND found_root NOT GLOB '*[^0-9a-f]*'),
    lost_size INTEGER NOT NULL DEFAULT 0 CHECK (lost_size >= 0),
    lost_root TEXT NOT NULL DEFAULT '' CHECK (lost_root NOT GLOB '*[^0-9a-f]*'),
    lost_code TEXT NOT NULL DEFAULT '',
    lost_at TEXT DEFAULT NULL,
    CHECK ((lost_size = 0) = (lost_at IS NULL))
) STRICT;
CREATE TABLE sealed_identity (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    sealed TEXT NOT NULL CHECK (sealed <> '')
) STRICT;
CREATE TABLE sealed_item (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    compartment TEXT NOT NULL CHECK (compartment IN ('IDENTITIES', 'ASSESSMENTS', 'KEY_MATERIAL', 'ROOT_KEY')),
    subject_id TEXT NOT NULL CHECK (subject_id <> ''),
    sealed TEXT NOT NULL CHECK (sealed <> ''),
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE sealed_secret (
    compartment TEXT PRIMARY KEY CHECK (compartment IN ('IDENTITIES', 'ASSESSMENTS', 'KEY_MATERIAL', 'ROOT_KEY')),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE segment (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    label TEXT NOT NULL CHECK (label <> ''),
    speaker TEXT NOT NULL CHECK (speaker IN ('INTERVIEWER', 'PERSON_HEARD', 'INTERPRETER', 'LAWYER', 'OTHER')),
    kind TEXT NOT NULL CHECK (kind IN ('QUESTION', 'ANSWER', 'SPONTANEOUS', 'READING', 'INTERPRETER_INTERVENTION', 'RULING', 'DESCRIPTION')),
    language TEXT NOT NULL CHECK (language <> ''),
    source_text TEXT,
    capture TEXT NOT NULL CHECK (capture IN ('TYPED_LIVE', 'TRANSCRIBED_FROM_RECORDING', 'NOT_CAPTURED')),
    recording_from TEXT NOT NULL DEFAULT '',
    recording_to TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks)),
    UNIQUE (interview_id, sequence),
    CHECK ((source_text IS NULL) = (capture = 'NOT_CAPTURED'))
) STRICT;
CREATE TABLE signing_identity (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL CHECK (kind IN ('KEY_FILE', 'CARD')),
    certificate TEXT NOT NULL CHECK (certificate <> ''),
    issued TEXT NOT NULL CHECK (json_valid(issued)),
    added_at TEXT NOT NULL,
    token TEXT NOT NULL DEFAULT '',
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because = ''))
) STRICT;
CREATE TABLE timeline_event (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL CHECK (kind IN ('START', 'BREAK_START', 'BREAK_END', 'RECORDING_START', 'RECORDING_STOP', 'PERSON_ENTERS', 'PERSON_LEAVES', 'EXHIBIT_SHOWN', 'OBJECTION', 'INTERPRETER_CHANGE', 'LINK_INTERRUPTED', 'LINK_RESTORED', 'END')),
    at TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('INVESTIGATING_JUDGE', 'PROSECUTOR', 'CLERK', 'INTERPRETER', 'EVIDENCE_CUSTODIAN', 'ANALYST', 'ADMINISTRATOR', 'AUDITOR')),
    certificate TEXT NOT NULL,
    receiving_key TEXT NOT NULL,
    admission TEXT NOT NULL CHECK (length(admission) = 128 AND admission NOT GLOB '*[^0-9a-f]*'),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE user_slot (
    agent_id TEXT PRIMARY KEY REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    slot BLOB NOT NULL
) STRICT;
CREATE INDEX correction_of_interview ON correction (interview_id);
CREATE INDEX exhibit_of_case ON exhibit (case_id, number);
CREATE INDEX interpreter_engagement_of_interview ON interpreter_engagement (interview_id);
CREATE INDEX money_transaction_of_case ON money_transaction (case_id, at);
CREATE INDEX presence_of_interview ON presence (interview_id);
CREATE INDEX record_signature_of_interview ON record_signature (interview_id);
CREATE INDEX sealed_item_of_subject ON sealed_item (subject_id);
CREATE INDEX signing_identity_of_user ON signing_identity (user_id);
CREATE INDEX timeline_event_of_interview ON timeline_event (interview_id);
