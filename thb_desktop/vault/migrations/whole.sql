-- Made from migrations of SHA-256 aa201b7e7b0e19cea4fc8bdf6bbd09b1b837cc8f9456b6383afda5a50978542c
CREATE VIEW exhibit_place AS
SELECT exhibit.id AS exhibit_id, exhibit.case_id AS case_id, exhibit.number AS number, (
    WITH RECURSIVE walk (done, digits, rest) AS (
        SELECT '', '', exhibit.number
        UNION ALL
        SELECT iif(substr(rest, 1, 1) GLOB '[0-9]', done,
                done || iif(digits = '', '', char(1) || printf('%04d', length(ltrim(digits, '0'))) || ltrim(digits, '0'))
                || substr(rest, 1, 1)),
            iif(substr(rest, 1, 1) GLOB '[0-9]', digits || substr(rest, 1, 1), ''),
            substr(rest, 2)
        FROM walk WHERE rest <> '')
    SELECT done || iif(digits = '', '', char(1) || printf('%04d', length(ltrim(digits, '0'))) || ltrim(digits, '0'))
    FROM walk WHERE rest = '') AS place
FROM exhibit;
CREATE TRIGGER account_is_kept BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER account_is_not_replaced BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER account_stays_struck BEFORE UPDATE ON account
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER action_team_is_kept BEFORE DELETE ON action_team BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER action_team_is_not_replaced BEFORE INSERT ON action_team
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER action_team_stays_struck BEFORE UPDATE ON action_team
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER action_team_still_names_its_own_case BEFORE UPDATE ON action_team
WHEN OLD.case_id <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER ad_is_kept BEFORE DELETE ON ad BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_is_not_replaced BEFORE INSERT ON ad
WHEN EXISTS (SELECT 1 FROM ad WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_is_of_its_reading BEFORE INSERT ON ad
WHEN NOT EXISTS (SELECT 1 FROM ad_reading WHERE id = NEW.reading_id AND case_id = NEW.case_id
    AND exhibit_id = NEW.exhibit_id AND count >= NEW.row)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER ad_reading_is_kept BEFORE DELETE ON ad_reading BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_reading_is_not_replaced BEFORE INSERT ON ad_reading
WHEN EXISTS (SELECT 1 FROM ad_reading WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_reading_is_of_its_case BEFORE INSERT ON ad_reading
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    WHERE exhibit_file.id = NEW.file_id AND exhibit.id = NEW.exhibit_id AND exhibit.case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER ad_reading_stays BEFORE UPDATE ON ad_reading
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id
    OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.file_id <> NEW.file_id OR OLD.sha256 <> NEW.sha256
    OR OLD.mapping <> NEW.mapping OR OLD.count <> NEW.count OR OLD.unread <> NEW.unread
    OR OLD.by <> NEW.by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER ad_stays BEFORE UPDATE ON ad BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER age_decision_is_kept BEFORE DELETE ON age_decision BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER age_decision_is_not_replaced BEFORE INSERT ON age_decision
WHEN EXISTS (SELECT 1 FROM age_decision WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER age_decision_is_of_its_case BEFORE INSERT ON age_decision
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER age_decision_stays BEFORE UPDATE ON age_decision BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER annotation_answer_is_kept BEFORE DELETE ON annotation_answer BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_answer_is_not_replaced BEFORE INSERT ON annotation_answer
WHEN EXISTS (SELECT 1 FROM annotation_answer WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_answer_is_of_its_job BEFORE INSERT ON annotation_answer
WHEN NOT EXISTS (SELECT 1 FROM annotation WHERE id = NEW.annotation_id AND job_id = NEW.job_id AND struck = '')
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER annotation_answer_stays BEFORE UPDATE ON annotation_answer
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER annotation_details_stay BEFORE UPDATE ON annotation WHEN OLD.details IS NOT NEW.details
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER annotation_is_kept BEFORE DELETE ON annotation BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_is_not_replaced BEFORE INSERT ON annotation
WHEN EXISTS (SELECT 1 FROM annotation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_names_its_own_record BEFORE INSERT ON annotation
WHEN NOT EXISTS (SELECT 1 FROM language_job JOIN segment ON segment.interview_id = language_job.interview_id
    WHERE language_job.id = NEW.job_id AND segment.id = NEW.segment_id AND language_job.linguist_id = NEW.author_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER annotation_stays BEFORE UPDATE ON annotation
WHEN OLD.struck <> '' OR OLD.id <> NEW.id OR OLD.job_id <> NEW.job_id OR OLD.segment_id <> NEW.segment_id
    OR OLD.anchor <> NEW.anchor OR OLD.code <> NEW.code OR OLD.basis IS NOT NEW.basis OR OLD.visibility <> NEW.visibility
    OR OLD.language <> NEW.language OR OLD.text <> NEW.text OR OLD.author_id <> NEW.author_id
    OR OLD.typed_by <> NEW.typed_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER approval_is_kept BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER approval_is_not_replaced BEFORE INSERT ON approval
WHEN EXISTS (SELECT 1 FROM approval WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER approval_serves_once BEFORE UPDATE ON approval
BEGIN SELECT RAISE(ABORT, 'approval-used'); END;
CREATE TRIGGER assignment_begins_open BEFORE INSERT ON assignment
WHEN NEW.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_is_kept BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_is_not_replaced BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_names_its_own_case BEFORE INSERT ON assignment
WHEN NOT EXISTS (SELECT 1 FROM language_job WHERE id = NEW.job_id
        AND case_id = NEW.case_id AND interview_id = NEW.interview_id)
    OR NOT EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id
        AND case_id = NEW.case_id AND user_id = NEW.user_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER assignment_names_what_stands BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER assignment_return_is_kept BEFORE DELETE ON assignment_return BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_return_is_not_replaced BEFORE INSERT ON assignment_return
WHEN EXISTS (SELECT 1 FROM assignment_return WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_return_is_of_the_assignee BEFORE INSERT ON assignment_return
WHEN NOT EXISTS (SELECT 1 FROM assignment JOIN handback ON handback.assignment_id = assignment.id
    WHERE assignment.id = NEW.assignment_id AND assignment.case_id = NEW.case_id AND assignment.closed_at IS NULL
    AND assignment.user_id = NEW.by_user AND handback.id = NEW.handback_id AND handback.user_id = NEW.by_user)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_return_stays BEFORE UPDATE ON assignment_return
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER assignment_stays BEFORE UPDATE ON assignment
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id
    OR OLD.interpreter_id <> NEW.interpreter_id OR OLD.user_id <> NEW.user_id OR OLD.assigned_by <> NEW.assigned_by
    OR OLD.assigned_at <> NEW.assigned_at OR OLD.place <> NEW.place
    OR OLD.store_id <> NEW.store_id OR OLD.root_digest <> NEW.root_digest OR OLD.head <> NEW.head
    OR OLD.job_id <> NEW.job_id OR OLD.due_on IS NOT NEW.due_on OR OLD.note <> NEW.note
    OR OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_travels_or_stays BEFORE UPDATE ON assignment
WHEN OLD.travels <> NEW.travels BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER attribution_is_kept BEFORE DELETE ON attribution BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER attribution_is_not_replaced BEFORE INSERT ON attribution
WHEN EXISTS (SELECT 1 FROM attribution WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER attribution_names_its_own_case BEFORE INSERT ON attribution
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER attribution_stays_struck BEFORE UPDATE ON attribution
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER attribution_still_names_its_own_case BEFORE UPDATE ON attribution
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER authority_is_kept BEFORE DELETE ON authority BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER authority_is_not_replaced BEFORE INSERT ON authority
WHEN EXISTS (SELECT 1 FROM authority WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER authority_stays_struck BEFORE UPDATE ON authority
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER bank_statement_is_kept BEFORE DELETE ON bank_statement BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_is_not_replaced BEFORE INSERT ON bank_statement
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_names_its_own_case BEFORE INSERT ON bank_statement
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit_file WHERE id = NEW.file_id AND exhibit_id IS NOT NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER bank_statement_stays_as_said BEFORE UPDATE ON bank_statement
WHEN OLD.account_named <> NEW.account_named OR OLD.same_by IS NOT NEW.same_by OR OLD.same_at IS NOT NEW.same_at
    OR OLD.same_because <> NEW.same_because OR OLD.account_then <> NEW.account_then OR (OLD.same_by IS NOT NULL AND OLD.account_id <> NEW.account_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_stays_struck BEFORE UPDATE ON bank_statement
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER bank_statement_stays_taken_over BEFORE UPDATE ON bank_statement
WHEN OLD.file_id IS NOT NEW.file_id OR OLD.sha256 <> NEW.sha256 OR OLD.mapping <> NEW.mapping OR OLD.unread <> NEW.unread
    OR OLD.unread_because <> NEW.unread_because
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_still_names_its_own_case BEFORE UPDATE ON bank_statement
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER bundle_is_kept BEFORE DELETE ON bundle BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bundle_is_not_replaced BEFORE INSERT ON bundle
WHEN EXISTS (SELECT 1 FROM bundle WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bundle_stays BEFORE UPDATE ON bundle
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER case_file_is_kept BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER case_file_is_not_replaced BEFORE INSERT ON case_file
WHEN EXISTS (SELECT 1 FROM case_file WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER case_file_stays_struck BEFORE UPDATE ON case_file
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER case_object_is_kept BEFORE DELETE ON case_object BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER case_object_is_not_replaced BEFORE INSERT ON case_object
WHEN EXISTS (SELECT 1 FROM case_object WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER case_object_stays_struck BEFORE UPDATE ON case_object
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER caution_before_signing BEFORE INSERT ON caution
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER caution_changes_before_signing BEFORE UPDATE ON caution
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER caution_is_kept BEFORE DELETE ON caution BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_is_not_replaced BEFORE INSERT ON caution
WHEN EXISTS (SELECT 1 FROM caution WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_stays_struck BEFORE UPDATE ON caution
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER caution_text_follows BEFORE INSERT ON caution_text
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM caution_text
    WHERE code = NEW.code AND language = NEW.language)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER caution_text_is_kept BEFORE DELETE ON caution_text BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_text_is_not_replaced BEFORE INSERT ON caution_text
WHEN EXISTS (SELECT 1 FROM caution_text WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_text_stays BEFORE UPDATE ON caution_text BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER certificate_template_follows BEFORE INSERT ON certificate_template
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM certificate_template
    WHERE name = NEW.name AND language = NEW.language)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER certificate_template_is_kept BEFORE DELETE ON certificate_template BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certificate_template_is_not_replaced BEFORE INSERT ON certificate_template
WHEN EXISTS (SELECT 1 FROM certificate_template WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certificate_template_stays BEFORE UPDATE ON certificate_template
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER certification_before_signing BEFORE INSERT ON certification
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER certification_is_kept BEFORE DELETE ON certification BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certification_is_not_replaced BEFORE INSERT ON certification
WHEN EXISTS (SELECT 1 FROM certification WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certification_stays BEFORE UPDATE ON certification
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
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
CREATE TRIGGER chain_node_follows BEFORE INSERT ON chain_node
WHEN NEW.place <> (SELECT coalesce(max(place), 0) + 1 FROM chain_node)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_node_is_kept BEFORE DELETE ON chain_node BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_node_stays BEFORE UPDATE ON chain_node BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER claim_use_is_kept BEFORE DELETE ON claim_use BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER claim_use_is_not_replaced BEFORE INSERT ON claim_use
WHEN EXISTS (SELECT 1 FROM claim_use WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER claim_use_is_of_a_standing_claim BEFORE INSERT ON claim_use
WHEN EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.claim_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER claim_use_is_of_its_case BEFORE INSERT ON claim_use
WHEN NOT EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.claim_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER claim_use_stays BEFORE UPDATE ON claim_use BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER code_account_kind_is_kept BEFORE DELETE ON code_account_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_account_kind_stays BEFORE UPDATE ON code_account_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_age_finding_is_kept BEFORE DELETE ON code_age_finding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_age_finding_stays BEFORE UPDATE ON code_age_finding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_age_status_is_kept BEFORE DELETE ON code_age_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_age_status_stays BEFORE UPDATE ON code_age_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_basis_is_kept BEFORE DELETE ON code_annotation_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_basis_stays BEFORE UPDATE ON code_annotation_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_code_is_kept BEFORE DELETE ON code_annotation_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_code_stays BEFORE UPDATE ON code_annotation_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_visibility_is_kept BEFORE DELETE ON code_annotation_visibility BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_visibility_stays BEFORE UPDATE ON code_annotation_visibility BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_attribution_grade_is_kept BEFORE DELETE ON code_attribution_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_attribution_grade_stays BEFORE UPDATE ON code_attribution_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authoritative_text_is_kept BEFORE DELETE ON code_authoritative_text BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authoritative_text_stays BEFORE UPDATE ON code_authoritative_text BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authority_kind_is_kept BEFORE DELETE ON code_authority_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authority_kind_stays BEFORE UPDATE ON code_authority_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authority_part_is_kept BEFORE DELETE ON code_authority_part BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_authority_part_stays BEFORE UPDATE ON code_authority_part BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_bar_kind_is_kept BEFORE DELETE ON code_bar_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_bar_kind_stays BEFORE UPDATE ON code_bar_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_booking_status_is_kept BEFORE DELETE ON code_booking_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_booking_status_stays BEFORE UPDATE ON code_booking_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_break_reason_is_kept BEFORE DELETE ON code_break_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_break_reason_stays BEFORE UPDATE ON code_break_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_camera_view_is_kept BEFORE DELETE ON code_camera_view BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_camera_view_stays BEFORE UPDATE ON code_camera_view BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_basis_is_kept BEFORE DELETE ON code_capture_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_basis_stays BEFORE UPDATE ON code_capture_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_method_is_kept BEFORE DELETE ON code_capture_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_method_stays BEFORE UPDATE ON code_capture_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_carrier_is_kept BEFORE DELETE ON code_carrier BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_carrier_stays BEFORE UPDATE ON code_carrier BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_case_object_kind_is_kept BEFORE DELETE ON code_case_object_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_case_object_kind_stays BEFORE UPDATE ON code_case_object_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_case_status_is_kept BEFORE DELETE ON code_case_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_case_status_stays BEFORE UPDATE ON code_case_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_caution_code_is_kept BEFORE DELETE ON code_caution_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_caution_code_stays BEFORE UPDATE ON code_caution_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_caution_mode_is_kept BEFORE DELETE ON code_caution_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_caution_mode_stays BEFORE UPDATE ON code_caution_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_certificate_kind_is_kept BEFORE DELETE ON code_certificate_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_certificate_kind_stays BEFORE UPDATE ON code_certificate_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_checksum_state_is_kept BEFORE DELETE ON code_checksum_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_checksum_state_stays BEFORE UPDATE ON code_checksum_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_basis_is_kept BEFORE DELETE ON code_claim_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_basis_stays BEFORE UPDATE ON code_claim_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_kind_is_kept BEFORE DELETE ON code_claim_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_kind_stays BEFORE UPDATE ON code_claim_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_clock_source_is_kept BEFORE DELETE ON code_clock_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_clock_source_stays BEFORE UPDATE ON code_clock_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_compartment_is_kept BEFORE DELETE ON code_compartment BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_compartment_stays BEFORE UPDATE ON code_compartment BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_complaint_response_is_kept BEFORE DELETE ON code_complaint_response BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_complaint_response_stays BEFORE UPDATE ON code_complaint_response BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_concern_kind_is_kept BEFORE DELETE ON code_concern_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_concern_kind_stays BEFORE UPDATE ON code_concern_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_condition_kind_is_kept BEFORE DELETE ON code_condition_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_condition_kind_stays BEFORE UPDATE ON code_condition_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conduct_is_kept BEFORE DELETE ON code_conduct BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conduct_stays BEFORE UPDATE ON code_conduct BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_confirmation_way_is_kept BEFORE DELETE ON code_confirmation_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_confirmation_way_stays BEFORE UPDATE ON code_confirmation_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conflict_declaration_is_kept BEFORE DELETE ON code_conflict_declaration BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conflict_declaration_stays BEFORE UPDATE ON code_conflict_declaration BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conflict_question_is_kept BEFORE DELETE ON code_conflict_question BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conflict_question_stays BEFORE UPDATE ON code_conflict_question BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_contact_route_is_kept BEFORE DELETE ON code_contact_route BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_contact_route_stays BEFORE UPDATE ON code_contact_route BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_container_format_is_kept BEFORE DELETE ON code_container_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_container_format_stays BEFORE UPDATE ON code_container_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_content_sensitivity_is_kept BEFORE DELETE ON code_content_sensitivity BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_content_sensitivity_stays BEFORE UPDATE ON code_content_sensitivity BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_copy_given_is_kept BEFORE DELETE ON code_copy_given BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_copy_given_stays BEFORE UPDATE ON code_copy_given BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_correction_reason_is_kept BEFORE DELETE ON code_correction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_correction_reason_stays BEFORE UPDATE ON code_correction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_custody_action_is_kept BEFORE DELETE ON code_custody_action BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_custody_action_stays BEFORE UPDATE ON code_custody_action BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_day_kind_is_kept BEFORE DELETE ON code_day_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_day_kind_stays BEFORE UPDATE ON code_day_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_defence_participation_is_kept BEFORE DELETE ON code_defence_participation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_defence_participation_stays BEFORE UPDATE ON code_defence_participation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_dialect_match_is_kept BEFORE DELETE ON code_dialect_match BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_dialect_match_stays BEFORE UPDATE ON code_dialect_match BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_draft_history_is_kept BEFORE DELETE ON code_draft_history BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_draft_history_stays BEFORE UPDATE ON code_draft_history BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_exhibit_kind_is_kept BEFORE DELETE ON code_exhibit_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_exhibit_kind_stays BEFORE UPDATE ON code_exhibit_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_exploitation_is_kept BEFORE DELETE ON code_exploitation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_exploitation_stays BEFORE UPDATE ON code_exploitation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_need_is_kept BEFORE DELETE ON code_found_need BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_need_stays BEFORE UPDATE ON code_found_need BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_outcome_is_kept BEFORE DELETE ON code_found_outcome BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_outcome_stays BEFORE UPDATE ON code_found_outcome BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_hand_over_kind_is_kept BEFORE DELETE ON code_hand_over_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_hand_over_kind_stays BEFORE UPDATE ON code_hand_over_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_handling_code_is_kept BEFORE DELETE ON code_handling_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_handling_code_stays BEFORE UPDATE ON code_handling_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_binding_is_kept BEFORE DELETE ON code_identity_binding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_binding_stays BEFORE UPDATE ON code_identity_binding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_kind_is_kept BEFORE DELETE ON code_identity_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_kind_stays BEFORE UPDATE ON code_identity_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_protection_is_kept BEFORE DELETE ON code_identity_protection BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_protection_stays BEFORE UPDATE ON code_identity_protection BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_verification_is_kept BEFORE DELETE ON code_identity_verification BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_verification_stays BEFORE UPDATE ON code_identity_verification BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_information_grade_is_kept BEFORE DELETE ON code_information_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_information_grade_stays BEFORE UPDATE ON code_information_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_link_is_kept BEFORE DELETE ON code_instrument_link BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_link_stays BEFORE UPDATE ON code_instrument_link BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_status_is_kept BEFORE DELETE ON code_instrument_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_status_stays BEFORE UPDATE ON code_instrument_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_type_is_kept BEFORE DELETE ON code_instrument_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_type_stays BEFORE UPDATE ON code_instrument_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_kind_is_kept BEFORE DELETE ON code_interpreter_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_kind_stays BEFORE UPDATE ON code_interpreter_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_oath_is_kept BEFORE DELETE ON code_interpreter_oath BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_oath_stays BEFORE UPDATE ON code_interpreter_oath BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_status_is_kept BEFORE DELETE ON code_interpreter_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreter_status_stays BEFORE UPDATE ON code_interpreter_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreting_channel_is_kept BEFORE DELETE ON code_interpreting_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreting_channel_stays BEFORE UPDATE ON code_interpreting_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreting_mode_is_kept BEFORE DELETE ON code_interpreting_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interpreting_mode_stays BEFORE UPDATE ON code_interpreting_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_intervention_kind_is_kept BEFORE DELETE ON code_intervention_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_intervention_kind_stays BEFORE UPDATE ON code_intervention_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interview_state_is_kept BEFORE DELETE ON code_interview_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_interview_state_stays BEFORE UPDATE ON code_interview_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_kinship_is_kept BEFORE DELETE ON code_kinship BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_kinship_stays BEFORE UPDATE ON code_kinship BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lacked_field_is_kept BEFORE DELETE ON code_lacked_field BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lacked_field_stays BEFORE UPDATE ON code_lacked_field BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_language_grade_is_kept BEFORE DELETE ON code_language_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_language_grade_stays BEFORE UPDATE ON code_language_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_led_category_is_kept BEFORE DELETE ON code_led_category BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_led_category_stays BEFORE UPDATE ON code_led_category BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_level_source_is_kept BEFORE DELETE ON code_level_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_level_source_stays BEFORE UPDATE ON code_level_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_kind_is_kept BEFORE DELETE ON code_lineup_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_kind_stays BEFORE UPDATE ON code_lineup_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_result_is_kept BEFORE DELETE ON code_lineup_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_result_stays BEFORE UPDATE ON code_lineup_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_measure_decision_is_kept BEFORE DELETE ON code_measure_decision BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_measure_decision_stays BEFORE UPDATE ON code_measure_decision BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_measure_kind_is_kept BEFORE DELETE ON code_measure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_measure_kind_stays BEFORE UPDATE ON code_measure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_medium_is_kept BEFORE DELETE ON code_medium BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_medium_stays BEFORE UPDATE ON code_medium BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_network_isolation_is_kept BEFORE DELETE ON code_network_isolation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_network_isolation_stays BEFORE UPDATE ON code_network_isolation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_not_compared_is_kept BEFORE DELETE ON code_not_compared BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_not_compared_stays BEFORE UPDATE ON code_not_compared BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_notice_kind_is_kept BEFORE DELETE ON code_notice_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_notice_kind_stays BEFORE UPDATE ON code_notice_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_official_role_is_kept BEFORE DELETE ON code_official_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_official_role_stays BEFORE UPDATE ON code_official_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_originality_is_kept BEFORE DELETE ON code_originality BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_originality_stays BEFORE UPDATE ON code_originality BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_party_kind_is_kept BEFORE DELETE ON code_party_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_party_kind_stays BEFORE UPDATE ON code_party_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_pay_figure_kind_is_kept BEFORE DELETE ON code_pay_figure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_pay_figure_kind_stays BEFORE UPDATE ON code_pay_figure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_payment_means_is_kept BEFORE DELETE ON code_payment_means BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_payment_means_stays BEFORE UPDATE ON code_payment_means BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_person_confirmation_is_kept BEFORE DELETE ON code_person_confirmation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_person_confirmation_stays BEFORE UPDATE ON code_person_confirmation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_person_link_kind_is_kept BEFORE DELETE ON code_person_link_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_person_link_kind_stays BEFORE UPDATE ON code_person_link_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_place_kind_is_kept BEFORE DELETE ON code_place_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_place_kind_stays BEFORE UPDATE ON code_place_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_postponement_ground_is_kept BEFORE DELETE ON code_postponement_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_postponement_ground_stays BEFORE UPDATE ON code_postponement_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_power_state_is_kept BEFORE DELETE ON code_power_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_power_state_stays BEFORE UPDATE ON code_power_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_premises_is_kept BEFORE DELETE ON code_premises BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_premises_stays BEFORE UPDATE ON code_premises BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_presence_place_is_kept BEFORE DELETE ON code_presence_place BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_presence_place_stays BEFORE UPDATE ON code_presence_place BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_presence_role_is_kept BEFORE DELETE ON code_presence_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_presence_role_stays BEFORE UPDATE ON code_presence_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_procedural_role_is_kept BEFORE DELETE ON code_procedural_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_procedural_role_stays BEFORE UPDATE ON code_procedural_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_procedure_stage_is_kept BEFORE DELETE ON code_procedure_stage BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_procedure_stage_stays BEFORE UPDATE ON code_procedure_stage BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_proceedings_kind_is_kept BEFORE DELETE ON code_proceedings_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_proceedings_kind_stays BEFORE UPDATE ON code_proceedings_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_protective_measure_is_kept BEFORE DELETE ON code_protective_measure BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_protective_measure_stays BEFORE UPDATE ON code_protective_measure BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_question_type_is_kept BEFORE DELETE ON code_question_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_question_type_stays BEFORE UPDATE ON code_question_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_readback_mode_is_kept BEFORE DELETE ON code_readback_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_readback_mode_stays BEFORE UPDATE ON code_readback_mode BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_recipient_kind_is_kept BEFORE DELETE ON code_recipient_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_recipient_kind_stays BEFORE UPDATE ON code_recipient_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_record_decision_kind_is_kept BEFORE DELETE ON code_record_decision_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_record_decision_kind_stays BEFORE UPDATE ON code_record_decision_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_record_kind_is_kept BEFORE DELETE ON code_record_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_record_kind_stays BEFORE UPDATE ON code_record_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_redaction_reason_is_kept BEFORE DELETE ON code_redaction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_redaction_reason_stays BEFORE UPDATE ON code_redaction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_referral_problem_is_kept BEFORE DELETE ON code_referral_problem BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_referral_problem_stays BEFORE UPDATE ON code_referral_problem BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_refusal_ground_is_kept BEFORE DELETE ON code_refusal_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_refusal_ground_stays BEFORE UPDATE ON code_refusal_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_rendering_kind_is_kept BEFORE DELETE ON code_rendering_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_rendering_kind_stays BEFORE UPDATE ON code_rendering_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_rendering_state_is_kept BEFORE DELETE ON code_rendering_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_rendering_state_stays BEFORE UPDATE ON code_rendering_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_seal_state_is_kept BEFORE DELETE ON code_seal_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_seal_state_stays BEFORE UPDATE ON code_seal_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_second_kind_is_kept BEFORE DELETE ON code_second_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_second_kind_stays BEFORE UPDATE ON code_second_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_sent_kind_is_kept BEFORE DELETE ON code_sent_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_sent_kind_stays BEFORE UPDATE ON code_sent_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_settlement_is_kept BEFORE DELETE ON code_settlement BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_settlement_stays BEFORE UPDATE ON code_settlement BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_sex_is_kept BEFORE DELETE ON code_sex BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_sex_stays BEFORE UPDATE ON code_sex BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_level_is_kept BEFORE DELETE ON code_signature_level BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_level_stays BEFORE UPDATE ON code_signature_level BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_method_is_kept BEFORE DELETE ON code_signature_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_method_stays BEFORE UPDATE ON code_signature_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_verdict_is_kept BEFORE DELETE ON code_signature_verdict BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_verdict_stays BEFORE UPDATE ON code_signature_verdict BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signer_role_is_kept BEFORE DELETE ON code_signer_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signer_role_stays BEFORE UPDATE ON code_signer_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_capture_is_kept BEFORE DELETE ON code_source_capture BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_capture_stays BEFORE UPDATE ON code_source_capture BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_form_is_kept BEFORE DELETE ON code_source_form BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_form_stays BEFORE UPDATE ON code_source_form BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_grade_is_kept BEFORE DELETE ON code_source_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_grade_stays BEFORE UPDATE ON code_source_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_speaker_role_is_kept BEFORE DELETE ON code_speaker_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_speaker_role_stays BEFORE UPDATE ON code_speaker_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_statement_format_is_kept BEFORE DELETE ON code_statement_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_statement_format_stays BEFORE UPDATE ON code_statement_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_stay_role_is_kept BEFORE DELETE ON code_stay_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_stay_role_stays BEFORE UPDATE ON code_stay_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_taken_way_is_kept BEFORE DELETE ON code_taken_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_taken_way_stays BEFORE UPDATE ON code_taken_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_domain_is_kept BEFORE DELETE ON code_term_domain BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_domain_stays BEFORE UPDATE ON code_term_domain BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_status_is_kept BEFORE DELETE ON code_term_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_status_stays BEFORE UPDATE ON code_term_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_timeline_kind_is_kept BEFORE DELETE ON code_timeline_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_timeline_kind_stays BEFORE UPDATE ON code_timeline_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_ground_is_kept BEFORE DELETE ON code_transfer_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_ground_stays BEFORE UPDATE ON code_transfer_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_party_is_kept BEFORE DELETE ON code_transfer_party BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_party_stays BEFORE UPDATE ON code_transfer_party BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_translation_type_is_kept BEFORE DELETE ON code_translation_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_translation_type_stays BEFORE UPDATE ON code_translation_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transmission_channel_is_kept BEFORE DELETE ON code_transmission_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transmission_channel_stays BEFORE UPDATE ON code_transmission_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_two_person_act_is_kept BEFORE DELETE ON code_two_person_act BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_two_person_act_stays BEFORE UPDATE ON code_two_person_act BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_urgency_ground_is_kept BEFORE DELETE ON code_urgency_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_urgency_ground_stays BEFORE UPDATE ON code_urgency_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_user_role_is_kept BEFORE DELETE ON code_user_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_user_role_stays BEFORE UPDATE ON code_user_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_utterance_kind_is_kept BEFORE DELETE ON code_utterance_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_utterance_kind_stays BEFORE UPDATE ON code_utterance_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_verdict_kind_is_kept BEFORE DELETE ON code_verdict_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_verdict_kind_stays BEFORE UPDATE ON code_verdict_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_verification_result_is_kept BEFORE DELETE ON code_verification_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_verification_result_stays BEFORE UPDATE ON code_verification_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_victim_information_item_is_kept BEFORE DELETE ON code_victim_information_item BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_victim_information_item_stays BEFORE UPDATE ON code_victim_information_item BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER compartment_grant_is_kept BEFORE DELETE ON compartment_grant BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_grant_is_not_replaced BEFORE INSERT ON compartment_grant
WHEN EXISTS (SELECT 1 FROM compartment_grant
    WHERE compartment = NEW.compartment AND version = NEW.version AND user_id = NEW.user_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_grant_stays BEFORE UPDATE ON compartment_grant
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER compartment_key_has_ended BEFORE INSERT ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_key_stays BEFORE UPDATE ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_version_is_kept BEFORE DELETE ON compartment_version BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_version_is_not_replaced BEFORE INSERT ON compartment_version
WHEN EXISTS (SELECT 1 FROM compartment_version WHERE compartment = NEW.compartment)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
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
CREATE TRIGGER consultation_mark_is_not_replaced BEFORE INSERT ON consultation_mark
WHEN EXISTS (SELECT 1 FROM consultation_mark WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER consultation_mark_stays BEFORE UPDATE ON consultation_mark
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_statement_is_kept BEFORE DELETE ON consultation_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_statement_is_not_replaced BEFORE INSERT ON consultation_statement
WHEN EXISTS (SELECT 1 FROM consultation_statement WHERE key_id = NEW.key_id)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER consultation_statement_stays BEFORE UPDATE ON consultation_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER correction_is_not_replaced BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER custody_event_confirms_its_own BEFORE INSERT ON custody_event
WHEN NEW.confirms IS NOT NULL AND NOT EXISTS (SELECT 1 FROM custody_event
    WHERE id = NEW.confirms AND exhibit_id = NEW.exhibit_id AND (CASE NEW.action
        WHEN 'TRANSFER_CONFIRMED' THEN action IN ('TRANSFER_OUT', 'TRANSFER_IN', 'LOANED', 'RETURNED_FROM_LOAN') ELSE action = 'TRANSFER_CONFIRMED' END))
BEGIN SELECT RAISE(ABORT, 'custody-confirms'); END;
CREATE TRIGGER custody_event_corrects_its_own BEFORE INSERT ON custody_event
WHEN NEW.corrects IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM custody_event WHERE id = NEW.corrects AND exhibit_id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'custody-corrects'); END;
CREATE TRIGGER custody_event_counts BEFORE INSERT ON custody_event
WHEN NEW.number <> (SELECT count(*) + 1 FROM custody_event WHERE exhibit_id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'custody-numbers'); END;
CREATE TRIGGER custody_event_has_a_scan_of_its_case BEFORE INSERT ON custody_event
WHEN NEW.scan_id IS NOT NULL AND (SELECT case_id FROM exhibit WHERE id = NEW.scan_id)
    IS NOT (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER custody_event_is_counted AFTER INSERT ON custody_event BEGIN
    UPDATE case_tally SET events = events + 1
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER custody_event_is_counted_by_hour AFTER INSERT ON custody_event BEGIN
    INSERT INTO custody_hour (case_id, hour, events)
    SELECT case_id, substr(NEW.occurred_at, 1, 13), 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck = ''
    ON CONFLICT (case_id, hour) DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER custody_event_is_kept BEFORE DELETE ON custody_event BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER custody_event_is_not_replaced BEFORE INSERT ON custody_event
WHEN EXISTS (SELECT 1 FROM custody_event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER custody_event_names_its_own_case BEFORE INSERT ON custody_event
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.actor_id AND case_id <> (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER custody_event_names_its_recorder BEFORE INSERT ON custody_event
WHEN NEW.recorded_by IS NOT NULL AND NEW.recorder IS NOT (SELECT name FROM user WHERE id = NEW.recorded_by)
BEGIN SELECT RAISE(ABORT, 'custody-confirms'); END;
CREATE TRIGGER custody_event_names_what_stands BEFORE INSERT ON custody_event
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.actor_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER custody_event_stays BEFORE UPDATE ON custody_event
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER declaration_is_kept BEFORE DELETE ON declaration BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER declaration_is_not_replaced BEFORE INSERT ON declaration
WHEN EXISTS (SELECT 1 FROM declaration WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER declaration_is_of_the_assignee BEFORE INSERT ON declaration
WHEN NEW.assignment_id NOT IN (SELECT assignment FROM office)
    AND NOT EXISTS (SELECT 1 FROM assignment
        WHERE id = NEW.assignment_id AND user_id = NEW.user_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER declaration_stays BEFORE UPDATE ON declaration BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER digest_list_is_kept BEFORE DELETE ON digest_list BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER digest_list_is_not_replaced BEFORE INSERT ON digest_list
WHEN EXISTS (SELECT 1 FROM digest_list WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER digest_list_stays BEFORE UPDATE ON digest_list BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER disclosure_is_kept BEFORE DELETE ON disclosure BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER disclosure_is_not_replaced BEFORE INSERT ON disclosure
WHEN EXISTS (SELECT 1 FROM disclosure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER disclosure_is_of_its_case BEFORE INSERT ON disclosure
WHEN NEW.instrument_id IS NOT NULL AND (SELECT case_id FROM instrument WHERE id = NEW.instrument_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER disclosure_stays BEFORE UPDATE ON disclosure BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER earlier_interview_before_signing BEFORE INSERT ON earlier_interview
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER earlier_interview_changes_before_signing BEFORE UPDATE ON earlier_interview
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER earlier_interview_is_kept BEFORE DELETE ON earlier_interview BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER earlier_interview_is_not_replaced BEFORE INSERT ON earlier_interview
WHEN EXISTS (SELECT 1 FROM earlier_interview WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER earlier_interview_stays_struck BEFORE UPDATE ON earlier_interview
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER exhibit_begins_in_a_standing_case BEFORE INSERT ON exhibit
WHEN EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER exhibit_file_counts_again AFTER UPDATE OF struck ON exhibit_file WHEN NEW.struck = '' BEGIN
    INSERT INTO file_tally (exhibit_id, files, size) VALUES (NEW.exhibit_id, 1, NEW.size)
    ON CONFLICT (exhibit_id) DO UPDATE SET files = files + 1, size = size + NEW.size;
    UPDATE case_tally SET size = size + NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_counts_no_more AFTER UPDATE OF struck ON exhibit_file WHEN NEW.struck <> '' BEGIN
    DELETE FROM file_tally WHERE exhibit_id = NEW.exhibit_id AND files = 1;
    UPDATE file_tally SET files = files - 1, size = size - NEW.size WHERE exhibit_id = NEW.exhibit_id;
    UPDATE case_tally SET size = size - NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_is_counted AFTER INSERT ON exhibit_file WHEN NEW.struck = '' BEGIN
    INSERT INTO file_tally (exhibit_id, files, size) VALUES (NEW.exhibit_id, 1, NEW.size)
    ON CONFLICT (exhibit_id) DO UPDATE SET files = files + 1, size = size + NEW.size;
    UPDATE case_tally SET size = size + NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_is_kept BEFORE DELETE ON exhibit_file BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_file_is_not_replaced BEFORE INSERT ON exhibit_file
WHEN EXISTS (SELECT 1 FROM exhibit_file WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_file_of_a_masked_copy_is_its_only_one BEFORE INSERT ON exhibit_file
WHEN EXISTS (SELECT 1 FROM masked_copy WHERE exhibit_id = NEW.exhibit_id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_file_stays BEFORE UPDATE ON exhibit_file
WHEN OLD.id <> NEW.id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.name <> NEW.name OR OLD.media_type <> NEW.media_type
    OR OLD.size <> NEW.size OR OLD.sha256 <> NEW.sha256 OR OLD.object_id <> NEW.object_id OR OLD.added_at <> NEW.added_at
    OR (OLD.struck = '') = (NEW.struck = '')
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER exhibit_is_counted AFTER INSERT ON exhibit BEGIN
    INSERT INTO case_tally (case_id, exhibits) VALUES (NEW.case_id, 1)
    ON CONFLICT (case_id) DO UPDATE SET exhibits = exhibits + 1;
    INSERT INTO exhibit_order (case_id, place, number, exhibit_id)
    SELECT case_id, place, number, exhibit_id FROM exhibit_place WHERE exhibit_id = NEW.id;
END;
CREATE TRIGGER exhibit_is_kept BEFORE DELETE ON exhibit BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_is_no_longer_counted_by_hour AFTER UPDATE OF struck ON exhibit
WHEN OLD.struck = '' AND NEW.struck <> '' BEGIN
    UPDATE custody_hour SET events = events - (
        SELECT count(*) FROM custody_event WHERE exhibit_id = NEW.id AND substr(occurred_at, 1, 13) = custody_hour.hour)
    WHERE case_id = NEW.case_id
        AND hour IN (SELECT substr(occurred_at, 1, 13) FROM custody_event WHERE exhibit_id = NEW.id);
    DELETE FROM custody_hour WHERE case_id = NEW.case_id AND events = 0
        AND hour IN (SELECT substr(occurred_at, 1, 13) FROM custody_event WHERE exhibit_id = NEW.id);
END;
CREATE TRIGGER exhibit_is_not_replaced BEFORE INSERT ON exhibit
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER exhibit_is_placed_again AFTER UPDATE OF number ON exhibit WHEN OLD.number <> NEW.number BEGIN
    DELETE FROM exhibit_order WHERE exhibit_id = NEW.id;
    INSERT INTO exhibit_order (case_id, place, number, exhibit_id)
    SELECT case_id, place, number, exhibit_id FROM exhibit_place WHERE exhibit_id = NEW.id;
END;
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
CREATE TRIGGER exhibit_names_its_own_case BEFORE INSERT ON exhibit
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.collected_by AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER exhibit_names_what_stands BEFORE INSERT ON exhibit
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.collected_by AND struck <> '')
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER exhibit_stays_struck BEFORE UPDATE ON exhibit
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER exhibit_still_names_its_own_case BEFORE UPDATE ON exhibit
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.collected_by AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER exhibit_still_names_what_stands BEFORE UPDATE ON exhibit
WHEN (OLD.collected_by IS NOT NEW.collected_by AND EXISTS (SELECT 1 FROM official WHERE id = NEW.collected_by AND struck <> ''))
    OR (OLD.instrument_id IS NOT NEW.instrument_id AND EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER file_place_is_kept BEFORE DELETE ON file_place BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER file_place_is_not_replaced BEFORE INSERT ON file_place
WHEN EXISTS (SELECT 1 FROM file_place WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER file_place_is_of_its_exhibit BEFORE INSERT ON file_place
WHEN (SELECT exhibit_id FROM exhibit_file WHERE id = NEW.file_id) <> NEW.exhibit_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER file_place_stays BEFORE UPDATE ON file_place BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER foreign_office_is_kept BEFORE DELETE ON foreign_office BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER foreign_office_is_not_replaced BEFORE INSERT ON foreign_office
WHEN EXISTS (SELECT 1 FROM foreign_office WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER foreign_office_stays BEFORE UPDATE ON foreign_office
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.country <> NEW.country
    OR OLD.root <> NEW.root OR OLD.sha256 <> NEW.sha256 OR OLD.told <> NEW.told OR OLD.added_by <> NEW.added_by
    OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER given_notice_is_kept BEFORE DELETE ON given_notice BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER given_notice_is_not_replaced BEFORE INSERT ON given_notice
WHEN EXISTS (SELECT 1 FROM given_notice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER given_notice_stays BEFORE UPDATE ON given_notice BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER glossary_concept_is_kept BEFORE DELETE ON glossary_concept BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_concept_is_not_replaced BEFORE INSERT ON glossary_concept
WHEN EXISTS (SELECT 1 FROM glossary_concept WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_concept_stays BEFORE UPDATE ON glossary_concept
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER glossary_concept_stays_struck BEFORE UPDATE ON glossary_concept
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER glossary_term_is_kept BEFORE DELETE ON glossary_term BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_term_is_not_replaced BEFORE INSERT ON glossary_term
WHEN EXISTS (SELECT 1 FROM glossary_term WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_term_names_its_own_case BEFORE INSERT ON glossary_term
WHEN NOT EXISTS (SELECT 1 FROM glossary_concept WHERE id = NEW.concept_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.checked_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER glossary_term_stays BEFORE UPDATE ON glossary_term
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.concept_id <> NEW.concept_id
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER glossary_term_stays_struck BEFORE UPDATE ON glossary_term
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER glossary_term_still_names_its_own_case BEFORE UPDATE ON glossary_term
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.checked_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER hand_over_is_kept BEFORE DELETE ON hand_over BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER hand_over_is_not_replaced BEFORE INSERT ON hand_over
WHEN EXISTS (SELECT 1 FROM hand_over WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER hand_over_names_its_own_case BEFORE INSERT ON hand_over
WHEN EXISTS (SELECT 1 FROM person WHERE id IN (NEW.payer_id, NEW.receiver_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER hand_over_stays_struck BEFORE UPDATE ON hand_over
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER hand_over_still_names_its_own_case BEFORE UPDATE ON hand_over
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.payer_id, NEW.receiver_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER handback_is_kept BEFORE DELETE ON handback BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handback_is_not_replaced BEFORE INSERT ON handback
WHEN EXISTS (SELECT 1 FROM handback WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handback_is_of_the_assignee BEFORE INSERT ON handback
WHEN NEW.assignment_id NOT IN (SELECT assignment FROM office)
    AND NOT EXISTS (SELECT 1 FROM assignment
        WHERE id = NEW.assignment_id AND user_id = NEW.user_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER handback_stays BEFORE UPDATE ON handback
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER handover_is_kept BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handover_is_not_replaced BEFORE INSERT ON handover
WHEN EXISTS (SELECT 1 FROM handover WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handover_stays BEFORE UPDATE ON handover
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER identity_annex_is_kept BEFORE DELETE ON identity_annex BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER identity_annex_is_not_replaced BEFORE INSERT ON identity_annex
WHEN EXISTS (SELECT 1 FROM identity_annex WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER identity_annex_is_of_its_case BEFORE INSERT ON identity_annex
WHEN (SELECT case_id FROM bundle WHERE id = NEW.bundle_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER identity_annex_stays BEFORE UPDATE ON identity_annex BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER instrument_file_is_of_its_case BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.order_exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER instrument_file_stays_of_its_case BEFORE UPDATE ON instrument
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.order_exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER instrument_is_kept BEFORE DELETE ON instrument BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER instrument_is_not_replaced BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER instrument_names_its_own_case BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM authority WHERE case_id <> NEW.case_id AND id IN (NEW.issuing_authority_id,
        NEW.validating_authority_id, NEW.executing_authority_id, NEW.central_authority_id))
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.related_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER instrument_stays_struck BEFORE UPDATE ON instrument
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER instrument_still_names_its_own_case BEFORE UPDATE ON instrument
WHEN EXISTS (SELECT 1 FROM authority WHERE case_id <> NEW.case_id AND id IN (NEW.issuing_authority_id,
        NEW.validating_authority_id, NEW.executing_authority_id, NEW.central_authority_id))
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.related_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER intake_run_is_kept BEFORE DELETE ON intake_run BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intake_run_is_not_replaced BEFORE INSERT ON intake_run
WHEN EXISTS (SELECT 1 FROM intake_run WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intake_run_stays BEFORE UPDATE ON intake_run BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER interpreter_engagement_before_signing BEFORE INSERT ON interpreter_engagement
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interpreter_engagement_changes_before_signing BEFORE UPDATE ON interpreter_engagement
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interpreter_engagement_is_kept BEFORE DELETE ON interpreter_engagement
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_engagement_is_not_replaced BEFORE INSERT ON interpreter_engagement
WHEN EXISTS (SELECT 1 FROM interpreter_engagement WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_engagement_names_its_own_case BEFORE INSERT ON interpreter_engagement
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interpreter_engagement_names_what_stands BEFORE INSERT ON interpreter_engagement
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interpreter_engagement_stays_struck BEFORE UPDATE ON interpreter_engagement
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interpreter_engagement_still_names_its_own_case BEFORE UPDATE ON interpreter_engagement
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interpreter_engagement_still_names_what_stands BEFORE UPDATE ON interpreter_engagement
WHEN (OLD.interpreter_id IS NOT NEW.interpreter_id AND EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interpreter_is_kept BEFORE DELETE ON interpreter BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_is_not_replaced BEFORE INSERT ON interpreter
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interpreter_stays_struck BEFORE UPDATE ON interpreter
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_before_signing BEFORE INSERT ON intervention
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER intervention_changes_before_signing BEFORE UPDATE ON intervention
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER intervention_is_kept BEFORE DELETE ON intervention BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intervention_is_not_replaced BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM intervention WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intervention_names_its_own_case BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER intervention_names_what_stands BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_stays_struck BEFORE UPDATE ON intervention
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_still_names_its_own_case BEFORE UPDATE ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER intervention_still_names_what_stands BEFORE UPDATE ON intervention
WHEN (OLD.interpreter_id IS NOT NEW.interpreter_id AND EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_begins BEFORE INSERT ON interview
WHEN NEW.state <> 'DRAFT' BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_begins_in_a_standing_case BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_goes_forward BEFORE UPDATE ON interview
WHEN (OLD.state = 'READ_BACK' AND NEW.state = 'DRAFT')
    OR (OLD.state = 'DRAFT' AND NEW.state = 'SIGNED' AND NEW.rectifies_id IS NULL)
    OR NEW.state NOT IN ('DRAFT', 'READ_BACK', 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_about_a_signed_one BEFORE INSERT ON interview
WHEN coalesce(NEW.supplements_id, NEW.rectifies_id) IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM interview WHERE id = coalesce(NEW.supplements_id, NEW.rectifies_id)
    AND case_id = NEW.case_id AND person_id = NEW.person_id AND state = 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_compared_page_by_page BEFORE UPDATE ON interview
WHEN OLD.state = 'DRAFT' AND NEW.state = 'READ_BACK' AND (SELECT pages FROM statement_elsewhere WHERE id = NEW.id)
    > (SELECT count(DISTINCT page) FROM page_comparison WHERE interview_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_frozen BEFORE UPDATE ON interview
WHEN OLD.state NOT IN ('DRAFT', 'READ_BACK') BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interview_is_kept BEFORE DELETE ON interview BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interview_is_not_about_an_annulled_one BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM record_decision WHERE kind = 'ANNULLED'
    AND interview_id = coalesce(NEW.supplements_id, NEW.rectifies_id))
BEGIN SELECT RAISE(ABORT, 'record-annulled'); END;
CREATE TRIGGER interview_is_not_replaced BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM interview WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interview_keeps_the_person_heard BEFORE UPDATE ON interview
WHEN OLD.state = 'READ_BACK' AND OLD.person_id <> NEW.person_id
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interview_names_its_own_case BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interview_names_what_stands BEFORE INSERT ON interview
WHEN coalesce(NEW.supplements_id, NEW.rectifies_id) IS NULL AND (EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_stays_about_it BEFORE UPDATE ON interview
WHEN OLD.supplements_id IS NOT NEW.supplements_id OR OLD.rectifies_id IS NOT NEW.rectifies_id
    OR OLD.case_id <> NEW.case_id
    OR (OLD.person_id <> NEW.person_id AND coalesce(OLD.supplements_id, OLD.rectifies_id) IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_still_names_its_own_case BEFORE UPDATE ON interview
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interview_still_names_what_stands BEFORE UPDATE ON interview
WHEN (OLD.person_id IS NOT NEW.person_id AND EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> ''))
    OR (OLD.lead_interviewer_id IS NOT NEW.lead_interviewer_id AND EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND struck <> ''))
    OR (OLD.record_keeper_id IS NOT NEW.record_keeper_id AND EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND struck <> ''))
    OR (OLD.authority_id IS NOT NEW.authority_id AND EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND struck <> ''))
    OR (OLD.instrument_id IS NOT NEW.instrument_id AND EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> ''))
    OR (OLD.recording_id IS NOT NEW.recording_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER item_description_is_kept BEFORE DELETE ON item_description BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_description_is_not_replaced BEFORE INSERT ON item_description
WHEN EXISTS (SELECT 1 FROM item_description WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_description_names_its_own_case BEFORE INSERT ON item_description
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER item_description_stays_struck BEFORE UPDATE ON item_description
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER item_description_still_names_its_own_case BEFORE UPDATE ON item_description
WHEN OLD.case_id <> NEW.case_id OR OLD.exhibit_id <> NEW.exhibit_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER key_statement_is_kept BEFORE DELETE ON key_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER key_statement_is_not_replaced BEFORE INSERT ON key_statement
WHEN EXISTS (SELECT 1 FROM key_statement WHERE key_id = NEW.key_id)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER key_statement_stays BEFORE UPDATE ON key_statement
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER language_certificate_is_kept BEFORE DELETE ON language_certificate BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_certificate_is_not_replaced BEFORE INSERT ON language_certificate
WHEN EXISTS (SELECT 1 FROM language_certificate WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_certificate_is_of_the_author BEFORE INSERT ON language_certificate
WHEN EXISTS (SELECT 1 FROM json_each(NEW.versions) AS covered WHERE NOT EXISTS (
    SELECT 1 FROM rendering_version WHERE id = json_extract(covered.value, '$[0]')
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER language_certificate_stays BEFORE UPDATE ON language_certificate
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_job_is_kept BEFORE DELETE ON language_job BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_job_is_not_replaced BEFORE INSERT ON language_job
WHEN EXISTS (SELECT 1 FROM language_job WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_job_keeps_its_file BEFORE UPDATE ON language_job
WHEN OLD.source_sha256 <> NEW.source_sha256 OR OLD.source_pages <> NEW.source_pages
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_job_names_its_own_case BEFORE INSERT ON language_job
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id = NEW.case_id)
    OR NOT EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.linguist_id AND case_id = NEW.case_id)
    OR (NEW.from_job_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM language_job WHERE id = NEW.from_job_id AND interview_id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER language_job_names_what_stands BEFORE INSERT ON language_job
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.linguist_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM language_job WHERE id = NEW.from_job_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER language_job_stays BEFORE UPDATE ON language_job
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id OR OLD.number <> NEW.number
    OR OLD.target_language <> NEW.target_language OR OLD.from_job_id IS NOT NEW.from_job_id
    OR OLD.linguist_id <> NEW.linguist_id OR OLD.opened_by <> NEW.opened_by OR OLD.opened_at <> NEW.opened_at
    OR (OLD.source_language <> NEW.source_language AND (OLD.source_language = '' OR NOT EXISTS
        (SELECT 1 FROM interview WHERE id = OLD.interview_id AND state = 'DRAFT'
            AND NEW.source_language IN (language, procedure_language)
            AND OLD.source_language NOT IN (language, procedure_language))))
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_job_stays_struck BEFORE UPDATE ON language_job
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER leaving_bar_is_kept BEFORE DELETE ON leaving_bar BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER leaving_bar_is_not_replaced BEFORE INSERT ON leaving_bar
WHEN EXISTS (SELECT 1 FROM leaving_bar WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER leaving_bar_lifts_one_of_its_exhibit BEFORE INSERT ON leaving_bar
WHEN NEW.lifts_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM leaving_bar WHERE id = NEW.lifts_id
    AND exhibit_id = NEW.exhibit_id AND kind = NEW.kind AND lifts_id IS NULL AND kind <> 'ABUSE_MATERIAL')
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER leaving_bar_stays BEFORE UPDATE ON leaving_bar BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER lineup_before_signing BEFORE INSERT ON lineup
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER lineup_changes_before_signing BEFORE UPDATE ON lineup
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER lineup_is_kept BEFORE DELETE ON lineup BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lineup_is_not_replaced BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lineup_names_its_own_case BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER lineup_names_what_stands BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER lineup_stays_struck BEFORE UPDATE ON lineup
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER lineup_still_names_its_own_case BEFORE UPDATE ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER lineup_still_names_what_stands BEFORE UPDATE ON lineup
WHEN (OLD.exhibit_id IS NOT NEW.exhibit_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> ''))
    OR (OLD.person_id IS NOT NEW.person_id AND EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER masked_copy_is_derived_from_its_file BEFORE INSERT ON masked_copy
WHEN NOT EXISTS (SELECT 1 FROM exhibit
    JOIN exhibit_file AS own ON own.id = NEW.copy_id AND own.exhibit_id = exhibit.id
    JOIN exhibit_file AS whole ON whole.id = NEW.file_id AND whole.exhibit_id = exhibit.parent_id
    WHERE exhibit.id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER masked_copy_is_kept BEFORE DELETE ON masked_copy BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER masked_copy_is_not_replaced BEFORE INSERT ON masked_copy
WHEN EXISTS (SELECT 1 FROM masked_copy WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER masked_copy_stays BEFORE UPDATE ON masked_copy BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER money_transaction_is_kept BEFORE DELETE ON money_transaction
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER money_transaction_is_not_replaced BEFORE INSERT ON money_transaction
WHEN EXISTS (SELECT 1 FROM money_transaction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER money_transaction_names_its_own_case BEFORE INSERT ON money_transaction
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.statement_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM account WHERE id IN (NEW.from_account_id, NEW.to_account_id) AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER money_transaction_stays_struck BEFORE UPDATE ON money_transaction
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER money_transaction_still_names_its_own_case BEFORE UPDATE ON money_transaction
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.statement_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM account WHERE id IN (NEW.from_account_id, NEW.to_account_id) AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER office_is_kept BEFORE DELETE ON office BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_is_not_replaced BEFORE INSERT ON office
WHEN EXISTS (SELECT 1 FROM office WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_pack_is_kept BEFORE DELETE ON office_pack BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_pack_is_not_replaced BEFORE INSERT ON office_pack
WHEN EXISTS (SELECT 1 FROM office_pack WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_pack_stays BEFORE UPDATE ON office_pack BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER official_is_kept BEFORE DELETE ON official BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER official_is_not_replaced BEFORE INSERT ON official
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER official_stays_struck BEFORE UPDATE ON official
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER online_capture_is_kept BEFORE DELETE ON online_capture BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER online_capture_is_not_replaced BEFORE INSERT ON online_capture
WHEN EXISTS (SELECT 1 FROM online_capture WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER online_capture_names_its_own_case BEFORE INSERT ON online_capture
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.captured_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER online_capture_stays_struck BEFORE UPDATE ON online_capture
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER online_capture_still_names_its_own_case BEFORE UPDATE ON online_capture
WHEN OLD.case_id <> NEW.case_id OR OLD.exhibit_id <> NEW.exhibit_id
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.captured_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER package_is_kept BEFORE DELETE ON package BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_is_not_replaced BEFORE INSERT ON package
WHEN EXISTS (SELECT 1 FROM package WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_is_of_its_case BEFORE INSERT ON package
WHEN (SELECT case_id FROM bundle WHERE id = NEW.bundle_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER package_receipt_is_kept BEFORE DELETE ON package_receipt BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_receipt_is_not_replaced BEFORE INSERT ON package_receipt
WHEN EXISTS (SELECT 1 FROM package_receipt WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_receipt_scan_is_of_its_case BEFORE INSERT ON package_receipt
WHEN NEW.exhibit_id IS NOT NULL AND (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id)
    <> (SELECT case_id FROM package WHERE id = NEW.package_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER package_receipt_stays BEFORE UPDATE ON package_receipt
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.office_id IS NOT NULL OR NEW.office_id IS NOT NULL OR OLD.id <> NEW.id
    OR OLD.package_id <> NEW.package_id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.from_party <> NEW.from_party
    OR OLD.received_at <> NEW.received_at OR OLD.entered_by <> NEW.entered_by OR OLD.at <> NEW.at
    OR OLD.accepted <> NEW.accepted OR OLD.refused <> NEW.refused OR OLD.remarks <> NEW.remarks
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER package_stays BEFORE UPDATE ON package BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER packet_is_kept BEFORE DELETE ON packet BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_is_not_replaced BEFORE INSERT ON packet
WHEN EXISTS (SELECT 1 FROM packet WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_is_of_an_open_assignment BEFORE INSERT ON packet
WHEN NOT EXISTS (SELECT 1 FROM assignment
    WHERE id = NEW.assignment_id AND case_id = NEW.case_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER packet_return_answers_a_packet BEFORE INSERT ON packet_return
WHEN NOT EXISTS (SELECT 1 FROM packet JOIN assignment ON assignment.id = packet.assignment_id
    WHERE packet.id = NEW.packet_id AND packet.assignment_id = NEW.assignment_id AND packet.case_id = NEW.case_id
    AND assignment.user_id = NEW.by_user AND assignment.closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER packet_return_is_kept BEFORE DELETE ON packet_return BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_return_is_not_replaced BEFORE INSERT ON packet_return
WHEN EXISTS (SELECT 1 FROM packet_return WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_return_stays BEFORE UPDATE ON packet_return BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER packet_stays BEFORE UPDATE ON packet BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER page_comparison_in_a_draft BEFORE INSERT ON page_comparison
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER page_comparison_is_kept BEFORE DELETE ON page_comparison BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER page_comparison_is_not_replaced BEFORE INSERT ON page_comparison
WHEN EXISTS (SELECT 1 FROM page_comparison WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER page_comparison_is_of_its_record BEFORE INSERT ON page_comparison
WHEN NOT EXISTS (SELECT 1 FROM statement_elsewhere WHERE id = NEW.interview_id AND NEW.page <= pages)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER page_comparison_stays BEFORE UPDATE ON page_comparison BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER pay_figure_is_kept BEFORE DELETE ON pay_figure BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER pay_figure_is_not_replaced BEFORE INSERT ON pay_figure
WHEN EXISTS (SELECT 1 FROM pay_figure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER pay_figure_names_its_own_case BEFORE INSERT ON pay_figure
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER pay_figure_stays_struck BEFORE UPDATE ON pay_figure
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER pay_figure_still_names_its_own_case BEFORE UPDATE ON pay_figure
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_claim_is_kept BEFORE DELETE ON person_claim BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_claim_is_not_replaced BEFORE INSERT ON person_claim
WHEN EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_claim_names_its_own_case BEFORE INSERT ON person_claim
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.other_id, NEW.said_by_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id IS NOT NEW.interview_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_claim_names_what_stands BEFORE INSERT ON person_claim
WHEN EXISTS (SELECT 1 FROM person WHERE id IN (NEW.person_id, NEW.other_id, NEW.said_by_id) AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_claim_stays BEFORE UPDATE ON person_claim
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.person_id <> NEW.person_id OR OLD.kind <> NEW.kind
    OR OLD.entered_by <> NEW.entered_by OR OLD.at <> NEW.at OR OLD.interview_id IS NOT NEW.interview_id
    OR OLD.turn_id IS NOT NEW.turn_id OR OLD.exhibit_id IS NOT NEW.exhibit_id OR OLD.page IS NOT NEW.page
    OR OLD.anchors <> NEW.anchors
BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER person_claim_stays_struck BEFORE UPDATE ON person_claim
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_claim_still_names_its_own_case BEFORE UPDATE ON person_claim
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.other_id, NEW.said_by_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id IS NOT NEW.interview_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_found_is_kept BEFORE DELETE ON person_found BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_found_is_not_replaced BEFORE INSERT ON person_found
WHEN EXISTS (SELECT 1 FROM person_found WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_found_names_its_own_case BEFORE INSERT ON person_found
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_found_stays_struck BEFORE UPDATE ON person_found
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_found_still_names_its_own_case BEFORE UPDATE ON person_found
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_is_kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_is_not_replaced BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_is_not_struck_while_merged BEFORE UPDATE ON person
WHEN OLD.struck = '' AND NEW.struck <> '' AND EXISTS (SELECT 1 FROM person_link AS merged
    WHERE merged.kind = 'MERGED' AND NEW.id IN (merged.kept_id, merged.other_id)
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE kind = 'SPLIT' AND of_id = merged.id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER person_link_answers_what_it_may BEFORE INSERT ON person_link
WHEN NEW.of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_link AS answered
    WHERE answered.id = NEW.of_id AND answered.case_id = NEW.case_id
    AND answered.kind = CASE NEW.kind WHEN 'SPLIT' THEN 'MERGED' ELSE 'PROPOSED' END
    AND NEW.kept_id IN (answered.kept_id, answered.other_id)
    AND NEW.other_id IN (answered.kept_id, answered.other_id)
    AND (NEW.kind <> 'SPLIT' OR NEW.kept_id = answered.kept_id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER person_link_is_kept BEFORE DELETE ON person_link BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_link_is_not_replaced BEFORE INSERT ON person_link
WHEN EXISTS (SELECT 1 FROM person_link WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_link_is_of_one_case BEFORE INSERT ON person_link
WHEN (SELECT count(*) FROM person WHERE id IN (NEW.kept_id, NEW.other_id) AND case_id = NEW.case_id) <> 2
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_link_merges_what_is_apart BEFORE INSERT ON person_link
WHEN NEW.kind IN ('PROPOSED', 'MERGED') AND EXISTS (SELECT 1 FROM person_link AS merged
    WHERE merged.kind = 'MERGED' AND merged.other_id IN (NEW.kept_id, NEW.other_id)
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE kind = 'SPLIT' AND of_id = merged.id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER person_link_names_what_stands BEFORE INSERT ON person_link
WHEN NEW.kind IN ('PROPOSED', 'MERGED') AND (
    EXISTS (SELECT 1 FROM person WHERE id IN (NEW.kept_id, NEW.other_id) AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_link_stays BEFORE UPDATE ON person_link BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER person_role_is_kept BEFORE DELETE ON person_role BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_role_is_not_replaced BEFORE INSERT ON person_role
WHEN EXISTS (SELECT 1 FROM person_role WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_role_names_its_own_case BEFORE INSERT ON person_role
WHEN EXISTS (SELECT 1 FROM proceeding WHERE id = NEW.proceeding_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_role_stays_struck BEFORE UPDATE ON person_role
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_role_still_names_its_own_case BEFORE UPDATE ON person_role
WHEN EXISTS (SELECT 1 FROM proceeding WHERE id = NEW.proceeding_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_stays_struck BEFORE UPDATE ON person
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER presence_before_signing BEFORE INSERT ON presence
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER presence_changes_before_signing BEFORE UPDATE ON presence
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER presence_is_kept BEFORE DELETE ON presence BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER presence_is_not_replaced BEFORE INSERT ON presence
WHEN EXISTS (SELECT 1 FROM presence WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER presence_names_its_own_case BEFORE INSERT ON presence
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.official_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER presence_names_what_stands BEFORE INSERT ON presence
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.official_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER presence_stays_struck BEFORE UPDATE ON presence
WHEN OLD.struck <> '' AND (
    NEW.name IS NOT (SELECT code FROM person WHERE id = OLD.person_id)
    OR NEW.id IS NOT OLD.id
    OR NEW.interview_id IS NOT OLD.interview_id
    OR NEW.role IS NOT OLD.role
    OR NEW.official_id IS NOT OLD.official_id
    OR NEW.interpreter_id IS NOT OLD.interpreter_id
    OR NEW.person_id IS NOT OLD.person_id
    OR NEW.organisation IS NOT OLD.organisation
    OR NEW.place IS NOT OLD.place
    OR NEW.from_at IS NOT OLD.from_at
    OR NEW.to_at IS NOT OLD.to_at
    OR NEW.may_ask_questions IS NOT OLD.may_ask_questions
    OR NEW.exclusion_decision IS NOT OLD.exclusion_decision
    OR NEW.struck IS NOT OLD.struck
    OR NEW.function IS NOT OLD.function
)
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER presence_still_names_its_own_case BEFORE UPDATE ON presence
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.official_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER presence_still_names_what_stands BEFORE UPDATE ON presence
WHEN (OLD.official_id IS NOT NEW.official_id AND EXISTS (SELECT 1 FROM official WHERE id = NEW.official_id AND struck <> ''))
    OR (OLD.interpreter_id IS NOT NEW.interpreter_id AND EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> ''))
    OR (OLD.person_id IS NOT NEW.person_id AND EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER proceeding_is_kept BEFORE DELETE ON proceeding BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER proceeding_is_not_replaced BEFORE INSERT ON proceeding
WHEN EXISTS (SELECT 1 FROM proceeding WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER proceeding_stays_struck BEFORE UPDATE ON proceeding
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER read_back_correction_before_signing BEFORE INSERT ON read_back_correction
WHEN NOT EXISTS (SELECT 1 FROM interview JOIN segment ON segment.id = NEW.segment_id
    WHERE interview.id = NEW.interview_id
    AND ((interview.state = 'READ_BACK' AND segment.interview_id = interview.id)
        OR (interview.state IN ('DRAFT', 'READ_BACK') AND segment.interview_id = interview.rectifies_id)
        OR (segment.interview_id = interview.id AND EXISTS (SELECT 1 FROM office WHERE assignment <> ''))))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER read_back_correction_changes_before_signing BEFORE UPDATE ON read_back_correction
WHEN OLD.interview_id <> NEW.interview_id OR OLD.segment_id <> NEW.segment_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER read_back_correction_is_kept BEFORE DELETE ON read_back_correction BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER read_back_correction_is_not_replaced BEFORE INSERT ON read_back_correction
WHEN EXISTS (SELECT 1 FROM read_back_correction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER read_back_correction_stays_struck BEFORE UPDATE ON read_back_correction
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER received_item_is_kept BEFORE DELETE ON received_item BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_item_is_not_replaced BEFORE INSERT ON received_item
WHEN EXISTS (SELECT 1 FROM received_item WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_item_is_of_its_package BEFORE INSERT ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exhibit JOIN received_package
    ON received_package.id = NEW.received_id
    WHERE exhibit.id = NEW.exhibit_id AND exhibit.parent_id = received_package.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_item_is_refused_or_imported BEFORE INSERT ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND trim(NEW.refused_because) <> ''
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_item_is_still_of_its_package BEFORE UPDATE ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exhibit JOIN received_package
    ON received_package.id = NEW.received_id
    WHERE exhibit.id = NEW.exhibit_id AND exhibit.parent_id = received_package.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_item_stays BEFORE UPDATE ON received_item
WHEN OLD.id <> NEW.id OR OLD.received_id <> NEW.received_id OR OLD.foreign_id <> NEW.foreign_id
    OR OLD.number <> NEW.number OR OLD.files <> NEW.files
    OR (OLD.exhibit_id IS NOT NEW.exhibit_id
        AND (OLD.exhibit_id IS NOT NULL OR OLD.refused_because <> NEW.refused_because))
    OR (OLD.refused_because = NEW.refused_because
        AND (OLD.exhibit_id IS NEW.exhibit_id OR OLD.formerly <> NEW.formerly))
    OR (OLD.refused_because <> NEW.refused_because
        AND (trim(OLD.refused_because) = '' OR trim(NEW.refused_because) = ''
            OR json_remove(NEW.formerly, '$[#-1]') <> json(OLD.formerly)
            OR json_extract(NEW.formerly, '$[#-1]') IS NOT OLD.refused_because))
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_notice_is_kept BEFORE DELETE ON received_notice BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_notice_is_not_replaced BEFORE INSERT ON received_notice
WHEN EXISTS (SELECT 1 FROM received_notice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_notice_stays BEFORE UPDATE ON received_notice BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_package_is_kept BEFORE DELETE ON received_package BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_package_is_not_replaced BEFORE INSERT ON received_package
WHEN EXISTS (SELECT 1 FROM received_package WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_package_is_of_its_case BEFORE INSERT ON received_package
WHEN (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_package_stays BEFORE UPDATE ON received_package BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER recipient_is_kept BEFORE DELETE ON recipient BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recipient_is_not_replaced BEFORE INSERT ON recipient
WHEN EXISTS (SELECT 1 FROM recipient WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recipient_keeps_its_office BEFORE UPDATE ON recipient WHEN OLD.office_id IS NOT NEW.office_id
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER recipient_stays BEFORE UPDATE ON recipient
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.name <> NEW.name
    OR OLD.certificate <> NEW.certificate OR OLD.sha256 <> NEW.sha256 OR OLD.told <> NEW.told
    OR OLD.added_by <> NEW.added_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER record_decision_comes_before_the_annulment BEFORE INSERT ON record_decision
WHEN EXISTS (SELECT 1 FROM record_decision WHERE interview_id = NEW.interview_id AND kind = 'ANNULLED')
BEGIN SELECT RAISE(ABORT, 'record-annulled'); END;
CREATE TRIGGER record_decision_is_about_a_signed_one BEFORE INSERT ON record_decision
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND state = 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER record_decision_is_kept BEFORE DELETE ON record_decision BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_decision_is_not_replaced BEFORE INSERT ON record_decision
WHEN EXISTS (SELECT 1 FROM record_decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_decision_seals_what_was_signed BEFORE INSERT ON record_decision
WHEN NEW.kind = 'SEALED' AND NEW.digest <> (SELECT record_digest FROM interview WHERE id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER record_decision_stays BEFORE UPDATE ON record_decision
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_signature_before_signing BEFORE INSERT ON record_signature
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_signature_changes_before_signing BEFORE UPDATE ON record_signature
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_signature_is_kept BEFORE DELETE ON record_signature BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_signature_is_not_replaced BEFORE INSERT ON record_signature
WHEN EXISTS (SELECT 1 FROM record_signature WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_signature_stays_struck BEFORE UPDATE ON record_signature
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER recording_before_signing BEFORE INSERT ON recording
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER recording_changes_before_signing BEFORE UPDATE ON recording
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER recording_is_kept BEFORE DELETE ON recording BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recording_is_not_replaced BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM recording WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recording_names_its_own_case BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER recording_names_what_stands BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER recording_stays_struck BEFORE UPDATE ON recording
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER recording_still_names_its_own_case BEFORE UPDATE ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER recording_still_names_what_stands BEFORE UPDATE ON recording
WHEN (OLD.exhibit_id IS NOT NEW.exhibit_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> ''))
    OR (OLD.working_copy_id IS NOT NEW.working_copy_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER redaction_is_kept BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER redaction_is_not_replaced BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM redaction WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER redaction_stays BEFORE UPDATE ON redaction BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER redaction_withdraws_one_of_its_version BEFORE INSERT ON redaction
WHEN NEW.withdraws_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM redaction WHERE id = NEW.withdraws_id
    AND disclosure_id = NEW.disclosure_id AND entity = NEW.entity AND field = NEW.field
    AND anchors = NEW.anchors AND withdraws_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER rendering_before_signing BEFORE INSERT ON rendering
WHEN (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id))
    NOT IN ('DRAFT', iif(NEW.kind = 'TRANSLATION', 'READ_BACK', 'DRAFT'))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER rendering_begins_of_a_standing_segment BEFORE INSERT ON rendering
WHEN EXISTS (SELECT 1 FROM segment WHERE id = NEW.segment_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER rendering_begins_uncertified BEFORE INSERT ON rendering
WHEN NEW.state = 'CERTIFIED' BEGIN SELECT RAISE(ABORT, 'not-certified'); END;
CREATE TRIGGER rendering_changes_before_signing BEFORE UPDATE ON rendering
WHEN OLD.segment_id <> NEW.segment_id OR OLD.kind <> NEW.kind
    OR (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = OLD.segment_id))
    NOT IN ('DRAFT', iif(OLD.language = NEW.language, 'READ_BACK', 'DRAFT'))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER rendering_changes_of_a_standing_segment BEFORE UPDATE ON rendering
WHEN EXISTS (SELECT 1 FROM segment WHERE id = NEW.segment_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER rendering_is_certified_as_it_stands BEFORE UPDATE ON rendering
WHEN NEW.state = 'CERTIFIED' AND (OLD.text <> NEW.text OR OLD.source_digest <> NEW.source_digest
    OR OLD.author_id IS NOT NEW.author_id OR OLD.typed_by <> NEW.typed_by OR OLD.typed_at <> NEW.typed_at)
BEGIN SELECT RAISE(ABORT, 'not-certified'); END;
CREATE TRIGGER rendering_is_certified_by_signature BEFORE UPDATE ON rendering
WHEN NEW.state = 'CERTIFIED' AND NOT EXISTS (
    SELECT 1 FROM certification, json_each(certification.renderings) AS certified
    WHERE certification.interview_id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id)
    AND json_extract(certified.value, '$[0]') = NEW.id
    AND json_extract(certified.value, '$[1]') = NEW.source_digest
    AND certification.interpreter_id = NEW.author_id)
BEGIN SELECT RAISE(ABORT, 'not-certified'); END;
CREATE TRIGGER rendering_is_counted AFTER INSERT ON rendering BEGIN
    INSERT INTO interview_language (interview_id, language)
    SELECT interview_id, NEW.language FROM segment WHERE id = NEW.segment_id
    ON CONFLICT (interview_id, language) DO NOTHING;
END;
CREATE TRIGGER rendering_is_counted_again AFTER UPDATE OF language ON rendering WHEN OLD.language <> NEW.language BEGIN
    INSERT INTO interview_language (interview_id, language)
    SELECT interview_id, NEW.language FROM segment WHERE id = NEW.segment_id
    ON CONFLICT (interview_id, language) DO NOTHING;
    DELETE FROM interview_language WHERE language = OLD.language
    AND interview_id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id)
    AND NOT EXISTS (SELECT 1 FROM rendering JOIN segment ON segment.id = rendering.segment_id
        WHERE segment.interview_id = interview_language.interview_id AND rendering.language = OLD.language);
END;
CREATE TRIGGER rendering_is_kept BEFORE DELETE ON rendering BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_is_not_replaced BEFORE INSERT ON rendering
WHEN EXISTS (SELECT 1 FROM rendering WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_names_its_own_case BEFORE INSERT ON rendering
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.author_id AND case_id <> (SELECT case_id FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id)))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER rendering_names_what_stands BEFORE INSERT ON rendering
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.author_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER rendering_still_names_its_own_case BEFORE UPDATE ON rendering
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.author_id AND case_id <> (SELECT case_id FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id)))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER rendering_still_names_what_stands BEFORE UPDATE ON rendering
WHEN (OLD.author_id IS NOT NEW.author_id AND EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.author_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER rendering_version_follows BEFORE INSERT ON rendering_version
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM rendering_version
    WHERE job_id = NEW.job_id AND segment_id = NEW.segment_id)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER rendering_version_is_kept BEFORE DELETE ON rendering_version BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_version_is_not_replaced BEFORE INSERT ON rendering_version
WHEN EXISTS (SELECT 1 FROM rendering_version WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_version_names_its_own_record BEFORE INSERT ON rendering_version
WHEN NOT EXISTS (SELECT 1 FROM language_job JOIN segment ON segment.interview_id = language_job.interview_id
    WHERE language_job.id = NEW.job_id AND segment.id = NEW.segment_id AND language_job.linguist_id = NEW.author_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER rendering_version_stays BEFORE UPDATE ON rendering_version
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER rendition_keeps_its_text BEFORE UPDATE ON rendering
WHEN OLD.kind = 'RENDITION' AND (OLD.text <> NEW.text OR OLD.source_digest <> NEW.source_digest)
    AND (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = OLD.segment_id)) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER restoration_is_kept BEFORE DELETE ON restoration BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER restoration_is_not_replaced BEFORE INSERT ON restoration
WHEN EXISTS (SELECT 1 FROM restoration WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER restoration_stays BEFORE UPDATE ON restoration
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER revision_verdict_is_kept BEFORE DELETE ON revision_verdict BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER revision_verdict_is_not_replaced BEFORE INSERT ON revision_verdict
WHEN EXISTS (SELECT 1 FROM revision_verdict WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER revision_verdict_is_of_another BEFORE INSERT ON revision_verdict
WHEN EXISTS (SELECT 1 FROM rendering_version JOIN interpreter ON interpreter.id = rendering_version.author_id
    WHERE rendering_version.id = NEW.version_id
    AND (rendering_version.author_id = NEW.interpreter_id OR interpreter.user_id = NEW.user_id))
BEGIN SELECT RAISE(ABORT, 'own-revision'); END;
CREATE TRIGGER revision_verdict_names_its_own_case BEFORE INSERT ON revision_verdict
WHEN NOT EXISTS (SELECT 1 FROM rendering_version JOIN language_job ON language_job.id = rendering_version.job_id
    JOIN interpreter ON interpreter.case_id = language_job.case_id
    WHERE rendering_version.id = NEW.version_id AND language_job.id = NEW.job_id AND interpreter.id = NEW.interpreter_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER revision_verdict_stays BEFORE UPDATE ON revision_verdict
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER safety_flag_begins_open BEFORE INSERT ON safety_flag
WHEN NEW.settled_by IS NOT NULL OR NEW.settled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER safety_flag_is_kept BEFORE DELETE ON safety_flag BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER safety_flag_is_not_replaced BEFORE INSERT ON safety_flag
WHEN EXISTS (SELECT 1 FROM safety_flag WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER safety_flag_names_its_own_case BEFORE INSERT ON safety_flag
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER safety_flag_stays BEFORE UPDATE ON safety_flag
WHEN OLD.settled_by IS NOT NULL OR OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id
    OR OLD.sealed <> NEW.sealed OR OLD.wrapped <> NEW.wrapped OR OLD.typed_by <> NEW.typed_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER sealed_identity_is_kept BEFORE DELETE ON sealed_identity BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_identity_is_not_replaced BEFORE INSERT ON sealed_identity
WHEN EXISTS (SELECT 1 FROM sealed_identity WHERE person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_item_is_kept BEFORE DELETE ON sealed_item BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_item_is_not_replaced BEFORE INSERT ON sealed_item
WHEN EXISTS (SELECT 1 FROM sealed_item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER sealed_item_keeps_its_place BEFORE UPDATE ON sealed_item
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.compartment <> NEW.compartment
    OR OLD.subject_id <> NEW.subject_id OR OLD.added_at <> NEW.added_at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER segment_begins_with_a_speaker_of_its_record BEFORE INSERT ON segment
WHEN NEW.speaker_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM presence WHERE id = NEW.speaker_id AND interview_id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_changes_only_in_a_draft BEFORE UPDATE ON segment
WHEN (SELECT state FROM interview WHERE id = OLD.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_goes_on_with_a_speaker_of_its_record BEFORE UPDATE ON segment
WHEN NEW.speaker_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM presence WHERE id = NEW.speaker_id AND interview_id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_is_counted AFTER INSERT ON segment BEGIN
    INSERT INTO interview_tally (interview_id, segments) VALUES (NEW.interview_id, 1)
    ON CONFLICT (interview_id) DO UPDATE SET segments = segments + 1;
END;
CREATE TRIGGER segment_is_kept BEFORE DELETE ON segment BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_is_not_replaced BEFORE INSERT ON segment
WHEN EXISTS (SELECT 1 FROM segment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_only_in_a_draft BEFORE INSERT ON segment
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_place_in_a_draft BEFORE INSERT ON segment_place
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_place_is_in_its_file BEFORE INSERT ON segment_place
WHEN NEW.page IS NOT (SELECT min(json_extract(value, '$.page')) FROM json_each(NEW.anchors))
    OR EXISTS (SELECT 1 FROM json_each(NEW.anchors) AS place JOIN statement_elsewhere ON statement_elsewhere.id = NEW.interview_id
    WHERE json_extract(place.value, '$.kind') IS NOT 'PAGE' OR json_extract(place.value, '$.page') > pages
    OR (json_extract(place.value, '$.of'), json_extract(place.value, '$.digest')) IS NOT (file_id, sha256))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_place_is_kept BEFORE DELETE ON segment_place BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_place_is_not_replaced BEFORE INSERT ON segment_place
WHEN EXISTS (SELECT 1 FROM segment_place WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_place_is_of_its_record BEFORE INSERT ON segment_place
WHEN NOT EXISTS (SELECT 1 FROM segment JOIN statement_elsewhere ON statement_elsewhere.id = segment.interview_id
    WHERE segment.id = NEW.segment_id AND segment.interview_id = NEW.interview_id
    AND NEW.page <= statement_elsewhere.pages)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_place_stays BEFORE UPDATE ON segment_place BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_stays_in_its_interview BEFORE UPDATE ON segment
WHEN OLD.interview_id <> NEW.interview_id OR OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'segment-sequence'); END;
CREATE TRIGGER segment_stays_struck BEFORE UPDATE ON segment
WHEN OLD.struck <> '' AND NEW.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER signature_check_is_kept BEFORE DELETE ON signature_check BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signature_check_is_not_replaced BEFORE INSERT ON signature_check
WHEN EXISTS (SELECT 1 FROM signature_check WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signature_check_names_its_own_case BEFORE INSERT ON signature_check
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit_file WHERE id IN (NEW.file_id, NEW.content_id) AND exhibit_id <> NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER signature_check_stays BEFORE UPDATE ON signature_check BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER signed_name_before_signing BEFORE INSERT ON signed_name
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER signed_name_is_kept BEFORE DELETE ON signed_name BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signed_name_is_not_replaced BEFORE INSERT ON signed_name
WHEN EXISTS (SELECT 1 FROM signed_name WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signed_name_stays BEFORE UPDATE ON signed_name BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER signing_copy_has_a_scan_of_its_case BEFORE UPDATE ON signing_copy
WHEN NOT EXISTS (SELECT 1 FROM exhibit JOIN interview ON interview.case_id = exhibit.case_id
    JOIN exhibit_file ON exhibit_file.exhibit_id = exhibit.id
    WHERE exhibit.id = NEW.scan_id AND interview.id = NEW.interview_id AND exhibit.kind = 'DOCUMENT_SCAN'
    AND exhibit.struck = '')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_has_a_scan_of_its_own BEFORE UPDATE ON signing_copy
WHEN EXISTS (SELECT 1 FROM signing_copy WHERE scan_id = NEW.scan_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_has_no_scan_yet BEFORE INSERT ON signing_copy WHEN NEW.scan_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_is_kept BEFORE DELETE ON signing_copy BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_copy_is_not_replaced BEFORE INSERT ON signing_copy
WHEN EXISTS (SELECT 1 FROM signing_copy WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_copy_is_of_an_open_record BEFORE INSERT ON signing_copy
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND (state = 'READ_BACK'
    OR state = 'DRAFT' AND rectifies_id IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_stays BEFORE UPDATE ON signing_copy
WHEN (NEW.id, NEW.interview_id, NEW.digest, NEW.pages, NEW.made_by, NEW.at)
    IS NOT (OLD.id, OLD.interview_id, OLD.digest, OLD.pages, OLD.made_by, OLD.at)
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER signing_identity_is_kept BEFORE DELETE ON signing_identity
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_identity_is_not_replaced BEFORE INSERT ON signing_identity
WHEN EXISTS (SELECT 1 FROM signing_identity WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_identity_stays BEFORE UPDATE ON signing_identity
WHEN OLD.id <> NEW.id OR OLD.user_id <> NEW.user_id OR OLD.kind <> NEW.kind OR OLD.issued <> NEW.issued
    OR OLD.added_at <> NEW.added_at OR OLD.token <> NEW.token
    OR (OLD.withdrawn_at IS NOT NULL AND (OLD.withdrawn_at IS NOT NEW.withdrawn_at
        OR OLD.withdrawn_because <> NEW.withdrawn_because))
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER special_measure_before_signing BEFORE INSERT ON special_measure
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER special_measure_changes_before_signing BEFORE UPDATE ON special_measure
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER special_measure_is_kept BEFORE DELETE ON special_measure BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER special_measure_is_not_replaced BEFORE INSERT ON special_measure
WHEN EXISTS (SELECT 1 FROM special_measure WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER special_measure_stays_struck BEFORE UPDATE ON special_measure
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER stamped_bundle_is_kept BEFORE DELETE ON stamped_bundle BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stamped_bundle_is_not_replaced BEFORE INSERT ON stamped_bundle
WHEN EXISTS (SELECT 1 FROM stamped_bundle WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stamped_bundle_stays BEFORE UPDATE ON stamped_bundle BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER statement_elsewhere_changes_in_a_draft BEFORE UPDATE ON statement_elsewhere
WHEN OLD.id <> NEW.id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.file_id <> NEW.file_id
    OR OLD.sha256 <> NEW.sha256 OR OLD.pages <> NEW.pages
    OR (SELECT state FROM interview WHERE id = OLD.id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER statement_elsewhere_comes_first BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM segment WHERE interview_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER statement_elsewhere_is_kept BEFORE DELETE ON statement_elsewhere BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER statement_elsewhere_is_not_replaced BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM statement_elsewhere WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER statement_elsewhere_names_its_file BEFORE INSERT ON statement_elsewhere
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    JOIN interview ON interview.case_id = exhibit.case_id
    WHERE interview.id = NEW.id AND interview.state = 'DRAFT' AND exhibit.id = NEW.exhibit_id
    AND exhibit_file.id = NEW.file_id AND exhibit_file.sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER statement_elsewhere_names_what_stands BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER stay_is_kept BEFORE DELETE ON stay BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stay_is_not_replaced BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM stay WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stay_names_its_own_case BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM case_object WHERE id = NEW.object_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.said_in_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER stay_stays_struck BEFORE UPDATE ON stay
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER stay_still_names_its_own_case BEFORE UPDATE ON stay
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM case_object WHERE id = NEW.object_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.said_in_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER taken_out_is_kept BEFORE DELETE ON taken_out BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER taken_out_is_not_replaced BEFORE INSERT ON taken_out
WHEN EXISTS (SELECT 1 FROM taken_out WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER taken_out_is_what_was_recorded BEFORE INSERT ON taken_out
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file WHERE id = NEW.file_id AND exhibit_id = NEW.exhibit_id
    AND size = NEW.size AND sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER taken_out_stays BEFORE UPDATE ON taken_out BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER timeline_event_before_signing BEFORE INSERT ON timeline_event
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER timeline_event_changes_before_signing BEFORE UPDATE ON timeline_event
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER timeline_event_is_kept BEFORE DELETE ON timeline_event BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER timeline_event_is_not_replaced BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM timeline_event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER timeline_event_names_a_lineup_of_its_record BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_names_a_lineup_that_stands BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER timeline_event_names_its_own_case BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_names_what_stands BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER timeline_event_stays_struck BEFORE UPDATE ON timeline_event
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER timeline_event_still_names_a_lineup_of_its_record BEFORE UPDATE ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_still_names_a_lineup_that_stands BEFORE UPDATE ON timeline_event
WHEN OLD.lineup_id IS NOT NEW.lineup_id AND EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER timeline_event_still_names_its_own_case BEFORE UPDATE ON timeline_event
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_still_names_what_stands BEFORE UPDATE ON timeline_event
WHEN (OLD.exhibit_id IS NOT NEW.exhibit_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER transmission_is_kept BEFORE DELETE ON transmission BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER transmission_is_not_replaced BEFORE INSERT ON transmission
WHEN EXISTS (SELECT 1 FROM transmission WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER transmission_names_its_own_case BEFORE INSERT ON transmission
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER transmission_stays_struck BEFORE UPDATE ON transmission
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER transmission_still_names_its_own_case BEFORE UPDATE ON transmission
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER use_condition_is_kept BEFORE DELETE ON use_condition BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER use_condition_is_not_replaced BEFORE INSERT ON use_condition
WHEN EXISTS (SELECT 1 FROM use_condition WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER use_condition_names_its_own_case BEFORE INSERT ON use_condition
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER use_condition_stays_struck BEFORE UPDATE ON use_condition
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER use_condition_still_names_its_own_case BEFORE UPDATE ON use_condition
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER user_is_kept BEFORE DELETE ON user BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER user_is_not_replaced BEFORE INSERT ON user
WHEN EXISTS (SELECT 1 FROM user WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER user_stays_as_admitted BEFORE UPDATE ON user
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.role <> NEW.role OR OLD.admission <> NEW.admission
    OR OLD.active < NEW.active
    OR (OLD.receiving_key <> NEW.receiving_key
        AND NEW.first_receiving_key <> iif(OLD.first_receiving_key = '', OLD.receiving_key, OLD.first_receiving_key))
    OR (OLD.receiving_key = NEW.receiving_key AND OLD.first_receiving_key <> NEW.first_receiving_key)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER value_transfer_is_kept BEFORE DELETE ON value_transfer BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER value_transfer_is_not_replaced BEFORE INSERT ON value_transfer
WHEN EXISTS (SELECT 1 FROM value_transfer WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER value_transfer_names_its_own_case BEFORE INSERT ON value_transfer
WHEN EXISTS (SELECT 1 FROM hand_over WHERE id IN (NEW.paid_in_id, NEW.paid_out_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER value_transfer_stays_struck BEFORE UPDATE ON value_transfer
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER value_transfer_still_names_its_own_case BEFORE UPDATE ON value_transfer
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM hand_over WHERE id IN (NEW.paid_in_id, NEW.paid_out_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER version_signature_is_kept BEFORE DELETE ON version_signature BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_signature_is_not_replaced BEFORE INSERT ON version_signature
WHEN EXISTS (SELECT 1 FROM version_signature WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_signature_is_of_the_author BEFORE INSERT ON version_signature
WHEN EXISTS (SELECT 1 FROM json_each(NEW.versions) AS signed WHERE NOT EXISTS (
    SELECT 1 FROM rendering_version WHERE id = json_extract(signed.value, '$[0]')
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER version_signature_stays BEFORE UPDATE ON version_signature
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER version_withdrawal_is_kept BEFORE DELETE ON version_withdrawal BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_withdrawal_is_not_replaced BEFORE INSERT ON version_withdrawal
WHEN EXISTS (SELECT 1 FROM version_withdrawal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_withdrawal_is_of_the_author BEFORE INSERT ON version_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM rendering_version WHERE id = NEW.version_id
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER version_withdrawal_stays BEFORE UPDATE ON version_withdrawal
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER victim_information_before_signing BEFORE INSERT ON victim_information
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER victim_information_changes_before_signing BEFORE UPDATE ON victim_information
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER victim_information_is_kept BEFORE DELETE ON victim_information BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER victim_information_is_not_replaced BEFORE INSERT ON victim_information
WHEN EXISTS (SELECT 1 FROM victim_information WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER victim_information_stays_struck BEFORE UPDATE ON victim_information
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER voided_number_is_kept BEFORE DELETE ON voided_number BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER voided_number_is_not_replaced BEFORE INSERT ON voided_number
WHEN EXISTS (SELECT 1 FROM voided_number WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER voided_number_names_its_own_case BEFORE INSERT ON voided_number
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER voided_number_stays_struck BEFORE UPDATE ON voided_number
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER voided_number_still_names_its_own_case BEFORE UPDATE ON voided_number
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER warning_reason_before_signing BEFORE INSERT ON warning_reason
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER warning_reason_is_kept BEFORE DELETE ON warning_reason BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER warning_reason_is_not_replaced BEFORE INSERT ON warning_reason
WHEN EXISTS (SELECT 1 FROM warning_reason WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER warning_reason_stays BEFORE UPDATE ON warning_reason
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER written_receipt_is_kept BEFORE DELETE ON written_receipt BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER written_receipt_is_not_replaced BEFORE INSERT ON written_receipt
WHEN EXISTS (SELECT 1 FROM written_receipt WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER written_receipt_stays BEFORE UPDATE ON written_receipt BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    kind TEXT NOT NULL REFERENCES code_account_kind (code),
    identifier TEXT NOT NULL CHECK (identifier <> ''),
    network TEXT NOT NULL,
    currency TEXT NOT NULL,
    holder TEXT NOT NULL,
    checksum TEXT NOT NULL REFERENCES code_checksum_state (code),
    statement_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, servicer TEXT NOT NULL DEFAULT '', bic TEXT NOT NULL DEFAULT '', lei TEXT NOT NULL DEFAULT '', opened_on TEXT DEFAULT NULL, closed_on TEXT DEFAULT NULL) STRICT;
CREATE TABLE action_team (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    action TEXT NOT NULL CHECK (trim(action) <> ''),
    place TEXT NOT NULL CHECK (trim(place) <> ''),
    begins_at TEXT NOT NULL,
    first_number TEXT NOT NULL CHECK (trim(first_number) <> ''),
    last_number TEXT NOT NULL CHECK (trim(last_number) <> ''),
    leader TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE ad (
    id TEXT PRIMARY KEY,
    reading_id TEXT NOT NULL REFERENCES ad_reading (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    row INTEGER NOT NULL CHECK (row > 0),
    place TEXT NOT NULL,
    platform TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL DEFAULT '',
    price TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    posted TEXT NOT NULL DEFAULT '',
    pictures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures)),
    UNIQUE (reading_id, row)
) STRICT;
CREATE TABLE ad_alike (
    case_id TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (case_id, one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_band (
    case_id TEXT NOT NULL,
    band TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, band, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_day (
    reading_id TEXT NOT NULL REFERENCES ad_reading (id),
    value TEXT NOT NULL,
    form INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (reading_id, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_followed (
    reading_id TEXT PRIMARY KEY REFERENCES ad_reading (id),
    form INTEGER NOT NULL,
    done INTEGER NOT NULL CHECK (done >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_key (
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reading_id TEXT NOT NULL,
    ad_id TEXT NOT NULL,
    whole TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (case_id, kind, value, ad_id, whole)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_reading (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    count INTEGER NOT NULL CHECK (count > 0),
    unread TEXT NOT NULL CHECK (json_valid(unread)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE TABLE age_decision (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    finding TEXT NOT NULL REFERENCES code_age_finding (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '' CHECK (reference <> ''),
    decided_by TEXT NOT NULL DEFAULT '' CHECK (decided_by <> ''),
    decided_on TEXT DEFAULT NULL CHECK (decided_on IS NOT NULL AND decided_on <> ''),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> '')
) STRICT;
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    anchor TEXT NOT NULL CHECK (json_valid(anchor)),
    code TEXT NOT NULL REFERENCES code_annotation_code (code) CHECK (code <> 'SAFETY_FLAG'),
    basis TEXT REFERENCES code_annotation_basis (code)
        CHECK ((basis IS NOT NULL OR code = 'QUERY') AND (basis IS NULL OR basis <> 'ASSESSMENT' OR code IN ('DIALECT', 'CODE_SWITCH'))),
    visibility TEXT NOT NULL REFERENCES code_annotation_visibility (code) CHECK (visibility <> 'SEALED'),
    language TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    author_id TEXT NOT NULL REFERENCES interpreter (id),
    typed_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    struck TEXT NOT NULL DEFAULT ''
, details TEXT DEFAULT NULL CHECK (details IS NULL OR json_valid(details))) STRICT;
CREATE TABLE annotation_answer (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    text TEXT NOT NULL CHECK (text <> ''),
    given_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL REFERENCES code_second_kind (code),
    act TEXT NOT NULL REFERENCES code_two_person_act (code),
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
CREATE TABLE assignment (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    assigned_by TEXT NOT NULL REFERENCES user (id),
    assigned_at TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE CHECK (length(place) = 32 AND place NOT GLOB '*[^0-9a-f]*'),
    store_id TEXT NOT NULL UNIQUE,
    root_digest TEXT NOT NULL CHECK (length(root_digest) = 64 AND root_digest NOT GLOB '*[^0-9a-f]*'),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??'),
    note TEXT NOT NULL DEFAULT '',
    closed_at TEXT DEFAULT NULL,
    closed_because TEXT NOT NULL DEFAULT '',
    kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)), travels INTEGER NOT NULL DEFAULT 0 CHECK (travels IN (0, 1)),
    CHECK ((closed_at IS NULL) = (closed_because = '')),
    CHECK (closed_at IS NOT NULL OR kept = 0)
) STRICT;
CREATE TABLE assignment_key (
    assignment_id TEXT PRIMARY KEY REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;
CREATE TABLE assignment_return (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    handback_id TEXT NOT NULL REFERENCES handback (id),
    by_user TEXT NOT NULL REFERENCES user (id),
    merged_by TEXT NOT NULL REFERENCES user (id),
    merged_at TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    brought INTEGER NOT NULL CHECK (brought >= 0)
) STRICT;
CREATE TABLE attribution (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    holder TEXT NOT NULL CHECK (trim(holder) <> ''),
    grade TEXT NOT NULL REFERENCES code_attribution_grade (code),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    confidence TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE authority (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL REFERENCES code_authority_kind (code),
    part TEXT NOT NULL REFERENCES code_authority_part (code),
    country TEXT NOT NULL CHECK (length(country) = 2),
    official_id TEXT DEFAULT NULL REFERENCES official (id),
    struck TEXT NOT NULL DEFAULT ''
, contact TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE bank_statement (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    account_id TEXT NOT NULL REFERENCES account (id),
    format TEXT NOT NULL REFERENCES code_statement_format (code),
    currency TEXT NOT NULL CHECK (trim(currency) <> ''),
    reference TEXT NOT NULL DEFAULT '',
    period_from TEXT DEFAULT NULL CHECK (period_from GLOB '????-??-??'),
    period_to TEXT DEFAULT NULL CHECK (period_to GLOB '????-??-??'),
    opening TEXT NOT NULL DEFAULT '' CHECK (opening NOT GLOB '*[^0-9.-]*' AND opening NOT GLOB '?*-*'),
    closing TEXT NOT NULL DEFAULT '' CHECK (closing NOT GLOB '*[^0-9.-]*' AND closing NOT GLOB '?*-*'),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    file_id TEXT DEFAULT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL DEFAULT '' CHECK (length(sha256) IN (0, 64) AND sha256 NOT GLOB '*[^0-9a-f]*'),
    mapping TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(mapping)),
    unread TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unread)),
    unread_because TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unread_because)),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, account_named TEXT NOT NULL DEFAULT '', account_then TEXT NOT NULL DEFAULT '', same_by TEXT DEFAULT NULL REFERENCES user (id), same_at TEXT DEFAULT NULL, same_because TEXT NOT NULL DEFAULT ''
    CHECK ((same_by IS NULL) = (same_at IS NULL) AND (same_by IS NULL) = (trim(same_because) = '')
        AND (same_by IS NULL OR trim(account_named) <> '') AND (trim(account_named) = '') = (trim(account_then) = ''))) STRICT;
CREATE TABLE bundle (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    made_at TEXT NOT NULL,
    pages INTEGER NOT NULL CHECK (pages > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), records TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(records)), restricted_because TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', party TEXT DEFAULT NULL REFERENCES code_party_kind (code), instrument_id TEXT DEFAULT NULL REFERENCES instrument (id), spontaneous INTEGER NOT NULL DEFAULT 0 CHECK (spontaneous IN (0, 1)), ground TEXT DEFAULT NULL REFERENCES code_transfer_ground (code), ground_because TEXT NOT NULL DEFAULT '', competence TEXT NOT NULL DEFAULT '', authorised TEXT NOT NULL DEFAULT '', special INTEGER DEFAULT NULL CHECK (special IN (0, 1)), special_because TEXT NOT NULL DEFAULT '', within_limits TEXT NOT NULL DEFAULT '', retention TEXT NOT NULL DEFAULT '', disclosure_id TEXT DEFAULT NULL REFERENCES disclosure (id), identities_because TEXT NOT NULL DEFAULT '', unsearched_because TEXT NOT NULL DEFAULT '', contents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contents)), warned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warned)), entries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(entries)),
    UNIQUE (case_id, number, version)
) STRICT;
CREATE TABLE case_file (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL CHECK (reference <> ''),
    titles TEXT NOT NULL CHECK (json_valid(titles)),
    language TEXT NOT NULL CHECK (language <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2),
    notice_number TEXT NOT NULL,
    opened_on TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
    status TEXT NOT NULL REFERENCES code_case_status (code),
    exploitation TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exploitation)),
    legal_basis TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(legal_basis)),
    fictional INTEGER NOT NULL DEFAULT 0 CHECK (fictional IN (0, 1)),
    struck TEXT NOT NULL DEFAULT ''
, review_on TEXT DEFAULT NULL) STRICT;
CREATE TABLE case_object (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL REFERENCES code_case_object_kind (code),
    number TEXT NOT NULL CHECK (number <> ''),
    label TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(details)),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE case_tally (
    case_id TEXT PRIMARY KEY,
    exhibits INTEGER NOT NULL CHECK (exhibits > 0),
    events INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
    size INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE caution (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    code TEXT NOT NULL REFERENCES code_caution_code (code),
    given INTEGER DEFAULT NULL CHECK (given IN (0, 1)),
    given_at TEXT DEFAULT NULL,
    language TEXT NOT NULL DEFAULT '',
    mode TEXT DEFAULT NULL REFERENCES code_caution_mode (code),
    understood INTEGER DEFAULT NULL CHECK (understood IN (0, 1)),
    reply TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, given_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE caution_text (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL REFERENCES code_caution_code (code),
    language TEXT NOT NULL CHECK (language <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (code, language, version)
) STRICT;
CREATE TABLE certificate_template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    language TEXT NOT NULL CHECK (language <> ''),
    elements TEXT NOT NULL CHECK (json_valid(elements) AND elements <> '[]'),
    is_official INTEGER NOT NULL CHECK (is_official IN (0, 1)),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (name, language, version)
) STRICT;
CREATE TABLE certification (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    statement TEXT NOT NULL CHECK (statement <> ''),
    renderings TEXT NOT NULL CHECK (json_valid(renderings)),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128)
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
, told_sum TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE chain_node (
    place INTEGER PRIMARY KEY CHECK (place > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE claim_use (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    claim_id TEXT NOT NULL REFERENCES person_claim (id),
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    words_digest TEXT NOT NULL DEFAULT '',
    CHECK (words_digest = '' OR length(words_digest) = 64 AND words_digest NOT GLOB '*[^0-9a-f]*'),
    CHECK (used = 1 OR words_digest = '')
) STRICT;
CREATE TABLE code_account_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_age_finding (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_age_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_annotation_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_annotation_code (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_annotation_visibility (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_attribution_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_authoritative_text (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_authority_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_authority_part (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_bar_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_booking_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_break_reason (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_camera_view (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_capture_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_capture_method (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_carrier (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_case_object_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_case_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_caution_code (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_caution_mode (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_certificate_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_checksum_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_claim_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_claim_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_clock_source (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_compartment (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_complaint_response (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_concern_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_condition_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_conduct (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_confirmation_way (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_conflict_declaration (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_conflict_question (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_contact_route (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_container_format (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_content_sensitivity (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_copy_given (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_correction_reason (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_custody_action (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_day_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_defence_participation (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_dialect_match (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_draft_history (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_exhibit_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_exploitation (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_found_need (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_found_outcome (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_hand_over_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_handling_code (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_identity_binding (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_identity_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_identity_protection (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_identity_verification (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_information_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_instrument_link (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_instrument_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_instrument_type (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interpreter_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interpreter_oath (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interpreter_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interpreting_channel (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interpreting_mode (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_intervention_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_interview_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_kinship (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_lacked_field (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_language_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_led_category (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_level_source (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_lineup_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_lineup_result (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_measure_decision (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_measure_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_medium (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_network_isolation (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_not_compared (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_notice_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_official_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_originality (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_party_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_pay_figure_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_payment_means (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_person_confirmation (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_person_link_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_place_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_postponement_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_power_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_premises (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_presence_place (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_presence_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_procedural_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_procedure_stage (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_proceedings_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_protective_measure (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_question_type (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_readback_mode (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_recipient_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_record_decision_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_record_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_redaction_reason (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_referral_problem (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_refusal_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_rendering_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_rendering_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_seal_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_second_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_sent_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_settlement (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_sex (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_signature_level (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_signature_method (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_signature_verdict (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_signer_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_source_capture (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_source_form (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_source_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_speaker_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_statement_format (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_stay_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_taken_way (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_term_domain (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_term_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_timeline_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_transfer_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_transfer_party (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_translation_type (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_transmission_channel (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_two_person_act (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_urgency_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_user_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_utterance_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_verdict_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_verification_result (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE code_victim_information_item (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE compartment_grant (
    compartment TEXT NOT NULL REFERENCES code_compartment (code),
    version INTEGER NOT NULL CHECK (version > 0),
    user_id TEXT NOT NULL REFERENCES user (id),
    receiving_digest TEXT NOT NULL CHECK (length(receiving_digest) = 64 AND receiving_digest NOT GLOB '*[^0-9a-f]*'),
    wrapped TEXT NOT NULL CHECK (wrapped <> ''),
    granted_by TEXT NOT NULL REFERENCES user (id),
    granted_at TEXT NOT NULL,
    entry INTEGER NOT NULL CHECK (entry > 0),
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    PRIMARY KEY (compartment, version, user_id)
) STRICT;
CREATE TABLE compartment_key (
    compartment TEXT NOT NULL REFERENCES code_compartment (code),
    agent_id TEXT NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (compartment, agent_id)
) STRICT;
CREATE TABLE compartment_version (
    compartment TEXT PRIMARY KEY REFERENCES code_compartment (code),
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
    case_id TEXT NOT NULL REFERENCES case_file (id),
    entity TEXT NOT NULL CHECK (entity <> ''),
    subject_id TEXT NOT NULL CHECK (subject_id <> ''),
    field TEXT NOT NULL CHECK (field <> ''),
    before TEXT,
    after TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user (id),
    kept_back INTEGER NOT NULL DEFAULT 0 CHECK (kept_back IN (0, 1))
) STRICT;
CREATE TABLE custody_event (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    number INTEGER NOT NULL CHECK (number > 0),
    action TEXT NOT NULL REFERENCES code_custody_action (code),
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clock_source TEXT NOT NULL REFERENCES code_clock_source (code),
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
    result TEXT DEFAULT NULL REFERENCES code_verification_result (code),
    note TEXT NOT NULL DEFAULT '',
    late_entry_reason TEXT NOT NULL DEFAULT '',
    corrects TEXT DEFAULT NULL REFERENCES custody_event (id),
    approval_id TEXT DEFAULT NULL REFERENCES approval (id),
    wrong_value TEXT NOT NULL DEFAULT '',
    right_value TEXT NOT NULL DEFAULT '',
    copies TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(copies)), seal_state TEXT DEFAULT NULL REFERENCES code_seal_state (code), packaging TEXT NOT NULL DEFAULT '', condition TEXT NOT NULL DEFAULT '', carrier TEXT DEFAULT NULL REFERENCES code_carrier (code), tracking TEXT NOT NULL DEFAULT '', due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??'), document TEXT NOT NULL DEFAULT '', witness TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '', tool TEXT NOT NULL DEFAULT '', write_blocker TEXT NOT NULL DEFAULT '', amount TEXT NOT NULL DEFAULT '', notified TEXT NOT NULL DEFAULT '', source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*')), act_id TEXT DEFAULT NULL, weak_digest TEXT NOT NULL DEFAULT ''
    CHECK ((weak_digest NOT GLOB '*[^0-9a-f]*' AND length(weak_digest) IN (0, 32, 40, 128))
        OR (weak_digest GLOB 'sha3-256:*' AND length(weak_digest) = 73 AND substr(weak_digest, 10) NOT GLOB '*[^0-9a-f]*')), lacked TEXT DEFAULT NULL REFERENCES code_lacked_field (code)
    CHECK (lacked IS NULL OR action = 'CORRECTION'), former_seal_kept INTEGER DEFAULT NULL CHECK (former_seal_kept IN (0, 1)), read_only INTEGER DEFAULT NULL CHECK (read_only IN (0, 1)), destructive INTEGER DEFAULT NULL CHECK (destructive IN (0, 1)), read_errors TEXT NOT NULL DEFAULT '', deviations TEXT NOT NULL DEFAULT '', files_read INTEGER NOT NULL DEFAULT 0 CHECK (files_read >= 0), confirms TEXT DEFAULT NULL REFERENCES custody_event (id)
    CHECK ((action IN ('TRANSFER_CONFIRMED', 'CONFIRMATION_WITHDRAWN')) = (confirms IS NOT NULL)), party TEXT DEFAULT NULL REFERENCES code_transfer_party (code)
    CHECK ((action = 'TRANSFER_CONFIRMED') = (party IS NOT NULL)), way TEXT DEFAULT NULL REFERENCES code_confirmation_way (code)
    CHECK ((action = 'TRANSFER_CONFIRMED') = (way IS NOT NULL) AND (way IS NULL OR sha256 <> '')), recorded_by TEXT DEFAULT NULL REFERENCES user (id)
    CHECK ((confirms IS NOT NULL) = (recorded_by IS NOT NULL)), recorder TEXT NOT NULL DEFAULT ''
    CHECK ((recorder <> '') = (recorded_by IS NOT NULL) AND (way IS NOT 'BY_KEY' OR actor = recorder)), strokes TEXT NOT NULL DEFAULT ''
    CHECK ((strokes <> '') = (way IS 'DRAWN') AND length(strokes) <= 20000 AND strokes NOT GLOB '*[^0-9,; ]*'), scan_id TEXT DEFAULT NULL REFERENCES exhibit (id)
    CHECK ((scan_id IS NOT NULL) = (way IS 'ON_PAPER')),
    UNIQUE (exhibit_id, number),
    CHECK ((action IN ('DESTROYED', 'ERASED', 'CONSUMED_IN_TEST')) = (approval_id IS NOT NULL)),
    CHECK ((action = 'CORRECTION') = (corrects IS NOT NULL)),
    CHECK ((action = 'CORRECTION') = (right_value <> '')),
    CHECK (action = 'CORRECTION' OR wrong_value = '')
) STRICT;
CREATE TABLE custody_hour (
    case_id TEXT NOT NULL,
    hour TEXT NOT NULL,
    events INTEGER NOT NULL CHECK (events >= 0),
    PRIMARY KEY (case_id, hour)
) STRICT, WITHOUT ROWID;
CREATE TABLE declaration (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL CHECK (assignment_id <> ''),
    user_id TEXT NOT NULL REFERENCES user (id),
    packet TEXT NOT NULL CHECK (length(packet) = 64 AND packet NOT GLOB '*[^0-9a-f]*'),
    text INTEGER NOT NULL CHECK (text > 0),
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
    no_copies INTEGER NOT NULL CHECK (no_copies IN (0, 1)),
    destroys INTEGER NOT NULL CHECK (destroys IN (0, 1)),
    at TEXT NOT NULL,
    conflicts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conflicts)),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (assignment_id)
) STRICT;
CREATE TABLE digest_list (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL CHECK (run_id <> ''),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    named INTEGER NOT NULL CHECK (named >= 0),
    agree INTEGER NOT NULL CHECK (agree >= 0),
    differ TEXT NOT NULL CHECK (json_valid(differ)),
    missing TEXT NOT NULL CHECK (json_valid(missing)),
    unnamed TEXT NOT NULL CHECK (json_valid(unnamed)),
    not_compared TEXT NOT NULL CHECK (json_valid(not_compared)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    because TEXT DEFAULT NULL REFERENCES code_not_compared (code),
    CHECK ((named = 0) = (because IS NOT NULL))
) STRICT;
CREATE TABLE disclosure (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
    purpose TEXT NOT NULL CHECK (trim(purpose) <> ''),
    drawn_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    basis TEXT NOT NULL DEFAULT '',
    interview_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(interview_ids)),
    exhibit_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exhibit_ids)),
    person_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(person_ids)),
    since TEXT DEFAULT NULL,
    until TEXT DEFAULT NULL,
    territory TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number),
    CHECK (instrument_id IS NOT NULL OR trim(basis) <> '')
) STRICT;
CREATE TABLE draft (
    segment_id TEXT NOT NULL REFERENCES segment (id),
    language TEXT NOT NULL,
    agent_id TEXT NOT NULL REFERENCES user (id),
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (segment_id, language, agent_id)
) STRICT;
CREATE TABLE earlier_interview (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    held_on TEXT DEFAULT NULL CHECK (held_on <> ''),
    authority TEXT NOT NULL DEFAULT '',
    recorded INTEGER DEFAULT NULL CHECK (recorded IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE exhibit (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    kind TEXT NOT NULL REFERENCES code_exhibit_kind (code),
    originality TEXT REFERENCES code_originality (code),
    titles TEXT NOT NULL CHECK (json_valid(titles)),
    source TEXT NOT NULL,
    collected_at TEXT NOT NULL,
    collected_by TEXT NOT NULL REFERENCES official (id),
    parent_id TEXT REFERENCES exhibit (id),
    root_id TEXT NOT NULL REFERENCES exhibit (id),
    instrument_id TEXT REFERENCES instrument (id),
    seal TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    legal_authority TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(details)),
    struck TEXT NOT NULL DEFAULT '', emergency TEXT NOT NULL DEFAULT '', ratification TEXT NOT NULL DEFAULT '', keep_until TEXT DEFAULT NULL CHECK (keep_until GLOB '????-??-??'), keep_ground TEXT NOT NULL DEFAULT '', keep_decided_by TEXT NOT NULL DEFAULT '' CHECK (keep_until IS NULL OR (keep_ground <> '' AND keep_decided_by <> '')), extract_because TEXT NOT NULL DEFAULT '', known_limits TEXT NOT NULL DEFAULT '', up_to_date_on TEXT DEFAULT NULL CHECK (up_to_date_on GLOB '????-??-??'), other_verification TEXT NOT NULL DEFAULT '', sensitivity TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sensitivity)),
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
    added_at TEXT NOT NULL, struck TEXT NOT NULL DEFAULT '',
    UNIQUE (exhibit_id, name)
) STRICT;
CREATE TABLE exhibit_order (
    case_id TEXT NOT NULL,
    place TEXT NOT NULL,
    number TEXT NOT NULL,
    exhibit_id TEXT NOT NULL UNIQUE,
    PRIMARY KEY (case_id, place, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE file_place (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL CHECK (run_id <> ''),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    path TEXT NOT NULL CHECK (path <> ''),
    raw TEXT NOT NULL DEFAULT '' CHECK (raw NOT GLOB '*[^0-9a-f]*'),
    modified TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE file_tally (
    exhibit_id TEXT PRIMARY KEY,
    files INTEGER NOT NULL CHECK (files > 0),
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE foreign_office (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2 AND country NOT GLOB '*[^A-Z]*'),
    root TEXT NOT NULL CHECK (root <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    told TEXT NOT NULL CHECK (trim(told) <> ''),
    added_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE TABLE form_draft (
    form TEXT NOT NULL CHECK (form <> ''),
    subject TEXT NOT NULL,
    agent_id TEXT NOT NULL REFERENCES user (id),
    sealed BLOB NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (form, subject, agent_id)
) STRICT;
CREATE TABLE given_notice (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL REFERENCES code_notice_kind (code),
    subject TEXT NOT NULL CHECK (subject <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    given_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    package_id TEXT DEFAULT NULL REFERENCES package (id),
    bundle_id TEXT DEFAULT NULL REFERENCES bundle (id),
    taken_id TEXT DEFAULT NULL REFERENCES taken_out (id),
    annex_id TEXT DEFAULT NULL REFERENCES identity_annex (id),
    CHECK ((package_id IS NOT NULL) + (bundle_id IS NOT NULL) + (taken_id IS NOT NULL) + (annex_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE glossary_concept (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    domain TEXT REFERENCES code_term_domain (code),
    definition TEXT NOT NULL,
    definition_source TEXT NOT NULL DEFAULT '',
    legal_system TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE glossary_term (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    concept_id TEXT NOT NULL REFERENCES glossary_concept (id),
    language TEXT NOT NULL CHECK (language <> ''),
    term TEXT NOT NULL CHECK (term <> ''),
    status TEXT REFERENCES code_term_status (code),
    reliability INTEGER DEFAULT NULL CHECK (reliability BETWEEN 1 AND 4),
    script TEXT NOT NULL DEFAULT '',
    transliteration TEXT NOT NULL DEFAULT '',
    part_of_speech TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    checked_by TEXT DEFAULT NULL REFERENCES interpreter (id),
    checked_on TEXT DEFAULT NULL,
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_hand_over_kind (code),
    at TEXT NOT NULL CHECK (trim(at) <> ''),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    currency TEXT NOT NULL CHECK (trim(currency) <> ''),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*'),
    is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1)),
    payer TEXT NOT NULL DEFAULT '',
    payer_id TEXT DEFAULT NULL REFERENCES person (id),
    receiver TEXT NOT NULL DEFAULT '',
    receiver_id TEXT DEFAULT NULL REFERENCES person (id),
    agent TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    token TEXT NOT NULL DEFAULT '',
    commission TEXT NOT NULL DEFAULT '' CHECK (commission NOT GLOB '*[^0-9.]*'),
    commission_currency TEXT NOT NULL DEFAULT '',
    ledger TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE handback (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL CHECK (assignment_id <> ''),
    user_id TEXT NOT NULL REFERENCES user (id),
    number INTEGER NOT NULL CHECK (number > 0),
    rows TEXT NOT NULL CHECK (json_valid(rows)),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (assignment_id, number)
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
CREATE TABLE identity_annex (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    number TEXT NOT NULL CHECK (number <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    persons TEXT NOT NULL CHECK (json_valid(persons) AND json_array_length(persons) > 0),
    recipients TEXT NOT NULL CHECK (json_valid(recipients) AND json_array_length(recipients) > 0),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    addresses_because TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
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
    type TEXT NOT NULL REFERENCES code_instrument_type (code),
    status TEXT REFERENCES code_instrument_status (code),
    reference TEXT NOT NULL CHECK (reference <> ''),
    from_country TEXT NOT NULL,
    to_country TEXT NOT NULL,
    issued_on TEXT CHECK (issued_on GLOB '????-??-??'),
    acknowledged_on TEXT CHECK (acknowledged_on GLOB '????-??-??'),
    executed_on TEXT CHECK (executed_on GLOB '????-??-??'),
    measures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(measures)),
    languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
    confidential INTEGER DEFAULT NULL CHECK (confidential IN (0, 1)),
    urgent INTEGER DEFAULT NULL CHECK (urgent IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    status_on TEXT DEFAULT NULL CHECK (status_on GLOB '????-??-??'),
    struck TEXT NOT NULL DEFAULT ''
, foreign_reference TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', issuing_authority_id TEXT DEFAULT NULL REFERENCES authority (id), validating_authority_id TEXT DEFAULT NULL REFERENCES authority (id), executing_authority_id TEXT DEFAULT NULL REFERENCES authority (id), central_authority_id TEXT DEFAULT NULL REFERENCES authority (id), transmitted_on TEXT DEFAULT NULL CHECK (transmitted_on GLOB '????-??-??'), received_on TEXT DEFAULT NULL CHECK (received_on GLOB '????-??-??'), recognised_on TEXT DEFAULT NULL CHECK (recognised_on GLOB '????-??-??'), due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??'), urgency TEXT DEFAULT NULL REFERENCES code_urgency_ground (code), territory TEXT NOT NULL DEFAULT '', related_id TEXT DEFAULT NULL REFERENCES instrument (id), wave INTEGER DEFAULT NULL CHECK (wave > 0), extended_because TEXT NOT NULL DEFAULT '', postponed_because TEXT DEFAULT NULL REFERENCES code_postponement_ground (code), postponed_until TEXT DEFAULT NULL CHECK (postponed_until GLOB '????-??-??'), return_required INTEGER DEFAULT NULL CHECK (return_required IN (0, 1)), remedy_pending INTEGER DEFAULT NULL CHECK (remedy_pending IN (0, 1)), supplements_earlier INTEGER DEFAULT NULL CHECK (supplements_earlier IN (0, 1)), persons_concerned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(persons_concerned)), proceedings_kind TEXT DEFAULT NULL REFERENCES code_proceedings_kind (code), facts TEXT NOT NULL DEFAULT '', offence_in_law TEXT NOT NULL DEFAULT '', listed_offence INTEGER DEFAULT NULL CHECK (listed_offence IN (0, 1)), part_answers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(part_answers)), formalities TEXT NOT NULL DEFAULT '', remedies TEXT NOT NULL DEFAULT '', issuer_contact TEXT NOT NULL DEFAULT '', validated_on TEXT DEFAULT NULL CHECK (validated_on GLOB '????-??-??'), proportionate INTEGER DEFAULT NULL CHECK (proportionate IN (0, 1)), available_at_home INTEGER DEFAULT NULL CHECK (available_at_home IN (0, 1)), refused_because TEXT NOT NULL DEFAULT '', also_related TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(also_related)), return_when TEXT NOT NULL DEFAULT '', form_translation TEXT NOT NULL DEFAULT '', formalities_met TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formalities_met)), refusal_grounds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refusal_grounds)), related_as TEXT DEFAULT NULL REFERENCES code_instrument_link (code), further_states TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(further_states)), order_text TEXT NOT NULL DEFAULT '', order_exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id), valid_from TEXT DEFAULT NULL CHECK (valid_from GLOB '????-??-??'), valid_until TEXT DEFAULT NULL CHECK (valid_until GLOB '????-??-??'), measure_kinds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(measure_kinds))) STRICT;
CREATE TABLE intake_run (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    given TEXT NOT NULL CHECK (json_valid(given)),
    taken INTEGER NOT NULL CHECK (taken >= 0),
    size INTEGER NOT NULL CHECK (size >= 0),
    same INTEGER NOT NULL CHECK (same >= 0),
    there INTEGER NOT NULL CHECK (there >= 0),
    left_out TEXT NOT NULL CHECK (json_valid(left_out)),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE interpreter (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    name_latin TEXT NOT NULL,
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    status TEXT REFERENCES code_interpreter_status (code),
    register_number TEXT NOT NULL DEFAULT '',
    kind TEXT DEFAULT NULL REFERENCES code_interpreter_kind (code),
    user_id TEXT DEFAULT NULL REFERENCES user (id),
    struck TEXT NOT NULL DEFAULT ''
, directions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(directions)), register_name TEXT NOT NULL DEFAULT '', register_state TEXT NOT NULL DEFAULT '', registered_until TEXT DEFAULT NULL CHECK (registered_until <> '')) STRICT;
CREATE TABLE interpreter_engagement (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    from_language TEXT NOT NULL CHECK (from_language <> ''),
    to_language TEXT NOT NULL CHECK (to_language <> ''),
    relay_order INTEGER DEFAULT NULL CHECK (relay_order > 0),
    relay_note TEXT NOT NULL DEFAULT '',
    oath TEXT DEFAULT NULL REFERENCES code_interpreter_oath (code),
    oath_ref TEXT NOT NULL DEFAULT '',
    modes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(modes)),
    channel TEXT DEFAULT NULL REFERENCES code_interpreting_channel (code),
    channel_reason TEXT NOT NULL DEFAULT '',
    dialect_match TEXT DEFAULT NULL REFERENCES code_dialect_match (code),
    comprehension_confirmed INTEGER DEFAULT NULL CHECK (comprehension_confirmed IN (0, 1)),
    comprehension_checked_by TEXT NOT NULL DEFAULT '',
    comprehension_checked_at TEXT DEFAULT NULL,
    conflict TEXT DEFAULT NULL REFERENCES code_conflict_declaration (code),
    conflict_note TEXT NOT NULL DEFAULT '',
    confidentiality_ref TEXT NOT NULL DEFAULT '',
    worked_from TEXT DEFAULT NULL,
    worked_to TEXT DEFAULT NULL,
    notes TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, conflict_asked TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conflict_asked)), conflict_declared TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(conflict_declared)), conflict_text TEXT NOT NULL DEFAULT '', briefing TEXT NOT NULL DEFAULT '', from_grade TEXT DEFAULT NULL REFERENCES code_language_grade (code), to_grade TEXT DEFAULT NULL REFERENCES code_language_grade (code), oath_formula TEXT NOT NULL DEFAULT '', oath_taken_by TEXT NOT NULL DEFAULT '', comprehension_person INTEGER DEFAULT NULL CHECK (comprehension_person IN (0, 1)), comprehension_interpreter INTEGER DEFAULT NULL CHECK (comprehension_interpreter IN (0, 1))) STRICT;
CREATE TABLE intervention (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL REFERENCES code_intervention_kind (code),
    interpreter_id TEXT DEFAULT NULL REFERENCES interpreter (id),
    at TEXT DEFAULT NULL,
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "interview" (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    person_id TEXT NOT NULL REFERENCES person (id),
    lead_interviewer_id TEXT DEFAULT NULL REFERENCES official (id),
    language TEXT NOT NULL CHECK (language <> ''),
    procedure_language TEXT NOT NULL CHECK (procedure_language <> ''),
    state TEXT NOT NULL REFERENCES code_interview_state (code) DEFAULT 'DRAFT',
    record_digest TEXT NOT NULL DEFAULT ''
        CHECK (length(record_digest) = CASE state WHEN 'SIGNED' THEN 64 ELSE 0 END),
    record_salt TEXT NOT NULL DEFAULT '',
    supplements_id TEXT DEFAULT NULL REFERENCES interview (id),
    rectifies_id TEXT DEFAULT NULL REFERENCES interview (id),
    record_keeper_id TEXT DEFAULT NULL REFERENCES official (id),
    authority_id TEXT DEFAULT NULL REFERENCES authority (id),
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    stage TEXT DEFAULT NULL REFERENCES code_procedure_stage (code),
    legal_basis TEXT NOT NULL DEFAULT '',
    record_kind TEXT DEFAULT NULL REFERENCES code_record_kind (code),
    authoritative_text TEXT DEFAULT NULL REFERENCES code_authoritative_text (code),
    medium TEXT DEFAULT NULL REFERENCES code_medium (code),
    premises TEXT DEFAULT NULL REFERENCES code_premises (code),
    place TEXT NOT NULL DEFAULT '',
    held_on TEXT DEFAULT NULL CHECK (held_on <> ''),
    started_at TEXT DEFAULT NULL,
    ended_at TEXT DEFAULT NULL,
    clock_source TEXT DEFAULT NULL REFERENCES code_clock_source (code),
    clock_checked_at TEXT DEFAULT NULL,
    clock_offset TEXT NOT NULL DEFAULT '',
    language_note TEXT NOT NULL DEFAULT '',
    procedure_language_understood INTEGER DEFAULT NULL CHECK (procedure_language_understood IN (0, 1)),
    understanding_checked_by TEXT NOT NULL DEFAULT '',
    sequence INTEGER DEFAULT NULL CHECK (sequence > 0),
    earlier_known INTEGER DEFAULT NULL CHECK (earlier_known IN (0, 1)),
    necessity TEXT NOT NULL DEFAULT '',
    delay_reason TEXT NOT NULL DEFAULT '',
    health_statement TEXT NOT NULL DEFAULT '',
    intoxication_noted INTEGER DEFAULT NULL CHECK (intoxication_noted IN (0, 1)),
    measures_decided INTEGER DEFAULT NULL CHECK (measures_decided IN (0, 1)),
    same_sex_asked INTEGER DEFAULT NULL CHECK (same_sex_asked IN (0, 1)),
    unaccompanied_reason TEXT NOT NULL DEFAULT '',
    defence_participation TEXT DEFAULT NULL REFERENCES code_defence_participation (code),
    defence_note TEXT NOT NULL DEFAULT '',
    recording_made INTEGER DEFAULT NULL CHECK (recording_made IN (0, 1)),
    recording_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    recording_note TEXT NOT NULL DEFAULT '',
    readback_mode TEXT DEFAULT NULL REFERENCES code_readback_mode (code),
    readback_language TEXT NOT NULL DEFAULT '',
    readback_started_at TEXT DEFAULT NULL,
    readback_ended_at TEXT DEFAULT NULL,
    readback_note TEXT NOT NULL DEFAULT '',
    confirmation TEXT DEFAULT NULL REFERENCES code_person_confirmation (code),
    complaint_made INTEGER DEFAULT NULL CHECK (complaint_made IN (0, 1)),
    complaint TEXT NOT NULL DEFAULT '',
    complaint_response TEXT DEFAULT NULL REFERENCES code_complaint_response (code),
    copy_given TEXT DEFAULT NULL REFERENCES code_copy_given (code),
    copy_note TEXT NOT NULL DEFAULT '',
    final_statement TEXT NOT NULL DEFAULT '',
    next_steps TEXT NOT NULL DEFAULT '',
    clock_offset_seconds INTEGER DEFAULT NULL,
    identity_verification TEXT DEFAULT NULL REFERENCES code_identity_verification (code),
    identity_verified_by TEXT NOT NULL DEFAULT '',
    contact_route TEXT DEFAULT NULL REFERENCES code_contact_route (code),
    health_judged_by TEXT NOT NULL DEFAULT '',
    literacy TEXT NOT NULL DEFAULT '',
    disability_support TEXT NOT NULL DEFAULT '', assessment_made INTEGER DEFAULT NULL CHECK (assessment_made IN (0, 1)), legal_basis_state TEXT NOT NULL DEFAULT '', rectified_facts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rectified_facts)), zone TEXT NOT NULL DEFAULT '', technical_conditions TEXT NOT NULL DEFAULT '', place_street TEXT NOT NULL DEFAULT '', place_town TEXT NOT NULL DEFAULT '', place_country TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number),
    CHECK (held_on IS NULL OR started_at IS NULL),
    CHECK (supplements_id IS NULL OR rectifies_id IS NULL)
) STRICT;
CREATE TABLE interview_language (
    interview_id TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (interview_id, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE interview_tally (
    interview_id TEXT PRIMARY KEY,
    segments INTEGER NOT NULL CHECK (segments > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_description (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    item TEXT NOT NULL CHECK (trim(item) <> ''),
    quantity TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    make TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    serial TEXT NOT NULL DEFAULT '',
    imei TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(imei)),
    colour TEXT NOT NULL DEFAULT '',
    condition TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '',
    packaging TEXT NOT NULL DEFAULT '',
    storage TEXT NOT NULL DEFAULT '',
    power_found TEXT DEFAULT NULL REFERENCES code_power_state (code),
    power_left TEXT DEFAULT NULL REFERENCES code_power_state (code),
    isolation TEXT DEFAULT NULL REFERENCES code_network_isolation (code),
    passcode_known INTEGER DEFAULT NULL CHECK (passcode_known IN (0, 1)),
    format TEXT DEFAULT NULL REFERENCES code_container_format (code),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE key_statement (
    key_id TEXT PRIMARY KEY CHECK (length(key_id) = 64),
    agent TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first > 0),
    statement BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE language_certificate (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL REFERENCES code_certificate_kind (code),
    template_id TEXT NOT NULL REFERENCES certificate_template (id),
    translation_type TEXT NOT NULL REFERENCES code_translation_type (code),
    made_from TEXT NOT NULL REFERENCES code_source_form (code),
    machine_assisted INTEGER NOT NULL
        CHECK (machine_assisted IN (0, 1) AND (machine_assisted = 0 OR translation_type = 'MACHINE_ASSISTED_POSTEDITED')),
    elements TEXT NOT NULL CHECK (json_valid(elements) AND elements <> '[]'),
    versions TEXT NOT NULL CHECK (json_valid(versions) AND versions <> '[]'),
    place TEXT NOT NULL CHECK (place <> ''),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    registered_until TEXT DEFAULT NULL
, source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*')), source_pages INTEGER NOT NULL DEFAULT 0
    CHECK ((source_pages > 0) = (source_sha256 <> ''))) STRICT;
CREATE TABLE language_job (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    number TEXT NOT NULL CHECK (number <> ''),
    target_language TEXT NOT NULL CHECK (target_language <> ''),
    linguist_id TEXT NOT NULL REFERENCES interpreter (id),
    translation_type TEXT NOT NULL REFERENCES code_translation_type (code),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    opened_by TEXT NOT NULL REFERENCES user (id),
    opened_at TEXT NOT NULL,
    source_language TEXT NOT NULL DEFAULT '',
    from_job_id TEXT DEFAULT NULL REFERENCES language_job (id),
    made_from TEXT DEFAULT NULL REFERENCES code_source_form (code),
    made_from_note TEXT NOT NULL DEFAULT '',
    closed_at TEXT DEFAULT NULL,
    closed_by TEXT DEFAULT NULL REFERENCES user (id),
    closed_because TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '', source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*')), source_pages INTEGER NOT NULL DEFAULT 0
    CHECK ((source_pages > 0) = (source_sha256 <> '')),
    UNIQUE (case_id, number),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_because = ''))
) STRICT;
CREATE TABLE leaving_bar (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    kind TEXT NOT NULL REFERENCES code_bar_kind (code),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    lifts_id TEXT DEFAULT NULL REFERENCES leaving_bar (id)
) STRICT;
CREATE TABLE lineup (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_lineup_kind (code),
    shown_at TEXT DEFAULT NULL,
    shown INTEGER DEFAULT NULL CHECK (shown >= 0),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    place TEXT NOT NULL DEFAULT '',
    composed_by TEXT NOT NULL DEFAULT '',
    conducted_by TEXT NOT NULL DEFAULT '',
    conductor_knew INTEGER DEFAULT NULL CHECK (conductor_knew IN (0, 1)),
    may_be_absent_told INTEGER DEFAULT NULL CHECK (may_be_absent_told IN (0, 1)),
    described_before TEXT NOT NULL DEFAULT '',
    result TEXT DEFAULT NULL REFERENCES code_lineup_result (code),
    chosen TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '',
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE masked_copy (
    id TEXT PRIMARY KEY,
    disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id),
    copy_id TEXT NOT NULL UNIQUE REFERENCES exhibit_file (id),
    redaction_ids TEXT NOT NULL CHECK (json_valid(redaction_ids) AND json_array_length(redaction_ids) > 0),
    pages INTEGER NOT NULL CHECK (pages > 0),
    dots INTEGER NOT NULL CHECK (dots >= 0),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE money_transaction (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    from_account_id TEXT REFERENCES account (id),
    to_account_id TEXT REFERENCES account (id),
    at TEXT NOT NULL CHECK (at <> ''),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    currency TEXT NOT NULL CHECK (currency <> ''),
    reference TEXT NOT NULL DEFAULT '',
    counterparty TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '', amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*'), is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1)), value_on TEXT DEFAULT NULL CHECK (value_on GLOB '????-??-??'), means TEXT DEFAULT NULL REFERENCES code_payment_means (code), status TEXT DEFAULT NULL REFERENCES code_booking_status (code), is_reversal INTEGER DEFAULT NULL CHECK (is_reversal IN (0, 1)), balance_after TEXT NOT NULL DEFAULT '' CHECK (balance_after NOT GLOB '*[^0-9.-]*' AND balance_after NOT GLOB '?*-*'), fee TEXT NOT NULL DEFAULT '' CHECK (fee NOT GLOB '*[^0-9.]*'), place TEXT NOT NULL DEFAULT '', block TEXT NOT NULL DEFAULT '', statement_id TEXT DEFAULT NULL REFERENCES bank_statement (id), exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id), source TEXT NOT NULL DEFAULT '', original TEXT NOT NULL DEFAULT '', day_kind TEXT DEFAULT NULL REFERENCES code_day_kind (code), status_written TEXT NOT NULL DEFAULT '',
    CHECK (from_account_id IS NOT NULL OR to_account_id IS NOT NULL)
) STRICT;
CREATE TABLE office (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    created_at TEXT NOT NULL,
    root_certificate TEXT NOT NULL,
    codes_digest TEXT NOT NULL CHECK (length(codes_digest) = 64 AND codes_digest NOT GLOB '*[^0-9a-f]*'),
    header_epoch INTEGER NOT NULL DEFAULT 1 CHECK (header_epoch > 0)
, assignment TEXT NOT NULL DEFAULT '', home TEXT NOT NULL DEFAULT '', draft_history TEXT DEFAULT NULL REFERENCES code_draft_history (code), due_on TEXT DEFAULT NULL, terms TEXT NOT NULL DEFAULT '', return_to TEXT NOT NULL DEFAULT '', former_sources TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former_sources)), longest_minutes INTEGER DEFAULT NULL CHECK (longest_minutes BETWEEN 10 AND 480), longest_minutes_child INTEGER DEFAULT NULL CHECK (longest_minutes_child BETWEEN 10 AND 480), rehash_months INTEGER DEFAULT NULL CHECK (rehash_months BETWEEN 1 AND 120), keyslots TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keyslots))) STRICT;
CREATE TABLE office_pack (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (version)
) STRICT;
CREATE TABLE official (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    role TEXT NOT NULL REFERENCES code_official_role (code),
    name TEXT NOT NULL CHECK (name <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2),
    unit TEXT NOT NULL DEFAULT '',
    authority_id TEXT DEFAULT NULL REFERENCES authority (id),
    user_id TEXT DEFAULT NULL REFERENCES user (id),
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE online_capture (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    requested_url TEXT NOT NULL CHECK (trim(requested_url) <> ''),
    captured_at TEXT NOT NULL,
    final_url TEXT NOT NULL DEFAULT '',
    captured_by TEXT DEFAULT NULL REFERENCES official (id),
    machine TEXT NOT NULL DEFAULT '',
    basis TEXT DEFAULT NULL REFERENCES code_capture_basis (code),
    authority TEXT NOT NULL DEFAULT '',
    logged_in INTEGER DEFAULT NULL CHECK (logged_in IN (0, 1)),
    covert INTEGER DEFAULT NULL CHECK (covert IN (0, 1)),
    method TEXT DEFAULT NULL REFERENCES code_capture_method (code),
    tool TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT '',
    clock TEXT DEFAULT NULL REFERENCES code_clock_source (code),
    page_title TEXT NOT NULL DEFAULT '',
    http_status INTEGER DEFAULT NULL CHECK (http_status > 0),
    platform TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    shown_time TEXT NOT NULL DEFAULT '',
    zone_assumed TEXT NOT NULL DEFAULT '',
    comments INTEGER DEFAULT NULL CHECK (comments IN (0, 1)),
    location TEXT NOT NULL DEFAULT '',
    advert TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)),
    prices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(prices)),
    offers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(offers)),
    languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
    first_seen TEXT DEFAULT NULL CHECK (first_seen GLOB '????-??-??'),
    last_seen TEXT DEFAULT NULL CHECK (last_seen GLOB '????-??-??'),
    archive_url TEXT NOT NULL DEFAULT '',
    verification TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    CHECK (logged_in IS NOT 1 OR covert IS NOT 1 OR trim(authority) <> '')
) STRICT;
CREATE TABLE package (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    number TEXT NOT NULL CHECK (number <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    volumes INTEGER NOT NULL CHECK (volumes > 0),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    with_words INTEGER NOT NULL CHECK (with_words IN (0, 1)),
    recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
    files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files)),
    identities_because TEXT NOT NULL DEFAULT '',
    unsearched_because TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE package_receipt (
    id TEXT PRIMARY KEY,
    package_id TEXT NOT NULL REFERENCES package (id),
    office_id TEXT REFERENCES foreign_office (id),
    exhibit_id TEXT REFERENCES exhibit (id),
    from_party TEXT NOT NULL CHECK (trim(from_party) <> ''),
    received_at TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    foreign_id TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    data TEXT NOT NULL DEFAULT '',
    accepted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(accepted)),
    refused TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused)),
    remarks TEXT NOT NULL DEFAULT '',
    head_size INTEGER NOT NULL DEFAULT 0 CHECK (head_size >= 0),
    head_root TEXT NOT NULL DEFAULT '', withdrawn_at TEXT DEFAULT NULL, withdrawn_because TEXT NOT NULL DEFAULT ''
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = '')),
    CHECK ((office_id IS NULL) <> (exhibit_id IS NULL)),
    CHECK ((office_id IS NULL) = (foreign_id = '' AND sha256 = '' AND data = '' AND head_size = 0 AND head_root = ''))
) STRICT;
CREATE TABLE packet (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    sent_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    with_words INTEGER NOT NULL CHECK (with_words IN (0, 1)),
    recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
    UNIQUE (assignment_id)
) STRICT;
CREATE TABLE packet_return (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    packet_id TEXT NOT NULL REFERENCES packet (id),
    by_user TEXT NOT NULL REFERENCES user (id),
    taken_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    entries INTEGER NOT NULL CHECK (entries > 1),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    sheet TEXT NOT NULL CHECK (sheet <> ''),
    listed TEXT NOT NULL CHECK (listed <> ''),
    signature TEXT NOT NULL CHECK (signature <> '')
) STRICT;
CREATE TABLE page_comparison (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    page INTEGER NOT NULL CHECK (page > 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    compared_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE pay_figure (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    period TEXT NOT NULL CHECK (trim(period) <> ''),
    kind TEXT NOT NULL REFERENCES code_pay_figure_kind (code),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    currency TEXT NOT NULL DEFAULT '',
    amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*'),
    is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1)),
    label TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    code TEXT NOT NULL CHECK (code <> ''),
    sex TEXT REFERENCES code_sex (code),
    age_status TEXT REFERENCES code_age_status (code),
    identity_protection TEXT REFERENCES code_identity_protection (code),
    nationalities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(nationalities)),
    language TEXT NOT NULL DEFAULT '',
    protection_reference TEXT NOT NULL DEFAULT '',
    exploitation TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exploitation)),
    reflection_granted INTEGER DEFAULT NULL CHECK (reflection_granted IN (0, 1)),
    reflection_since TEXT DEFAULT NULL CHECK (reflection_since <> ''),
    reflection_until TEXT DEFAULT NULL CHECK (reflection_until <> ''),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE person_claim (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL REFERENCES code_claim_kind (code),
    basis TEXT NOT NULL REFERENCES code_claim_basis (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    relation TEXT DEFAULT NULL REFERENCES code_kinship (code),
    other_id TEXT DEFAULT NULL REFERENCES person (id),
    born TEXT DEFAULT NULL CHECK (born <> ''),
    nationality TEXT NOT NULL DEFAULT '' CHECK (nationality = '' OR length(nationality) = 2),
    said_by_id TEXT DEFAULT NULL REFERENCES person (id),
    said_by TEXT NOT NULL DEFAULT '',
    said_on TEXT DEFAULT NULL CHECK (said_on <> ''),
    interview_id TEXT DEFAULT NULL REFERENCES interview (id),
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    page INTEGER DEFAULT NULL CHECK (page > 0),
    statement TEXT NOT NULL DEFAULT '',
    anchors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(anchors)),
    struck TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'KINSHIP') = (relation IS NOT NULL)),
    CHECK ((kind = 'BIRTH') = (born IS NOT NULL)),
    CHECK ((kind = 'NATIONALITY') = (nationality <> '')),
    CHECK (other_id IS NULL OR (kind = 'KINSHIP' AND other_id <> person_id)),
    CHECK (basis <> 'OTHER_PERSON' OR said_by <> '' OR said_by_id IS NOT NULL),
    CHECK (turn_id IS NULL OR interview_id IS NOT NULL),
    CHECK (page IS NULL OR exhibit_id IS NOT NULL),
    CHECK (interview_id IS NOT NULL OR exhibit_id IS NOT NULL OR statement <> '')
) STRICT;
CREATE TABLE person_found (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    team_id TEXT NOT NULL REFERENCES action_team (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    found_at TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    seen TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    may_be_child INTEGER DEFAULT NULL CHECK (may_be_child IN (0, 1)),
    needs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs)),
    outcome TEXT DEFAULT NULL REFERENCES code_found_outcome (code),
    decided_on TEXT DEFAULT NULL CHECK (decided_on GLOB '????-??-??'),
    decided_by TEXT NOT NULL DEFAULT '',
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE person_link (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL REFERENCES code_person_link_kind (code),
    kept_id TEXT NOT NULL REFERENCES person (id),
    other_id TEXT NOT NULL REFERENCES person (id) CHECK (other_id <> kept_id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    of_id TEXT DEFAULT NULL REFERENCES person_link (id),
    printed INTEGER DEFAULT NULL CHECK (printed IN (0, 1)),
    CHECK ((kind = 'MERGED') = (printed IS NOT NULL)),
    CHECK (kind = 'MERGED' OR (kind = 'PROPOSED') = (of_id IS NULL))
) STRICT;
CREATE TABLE person_role (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL REFERENCES code_procedural_role (code),
    led_category TEXT REFERENCES code_led_category (code),
    basis TEXT NOT NULL,
    since TEXT DEFAULT NULL CHECK (since <> ''),
    until TEXT DEFAULT NULL CHECK (until <> ''),
    struck TEXT NOT NULL DEFAULT ''
, proceeding_id TEXT DEFAULT NULL REFERENCES proceeding (id), given_by TEXT NOT NULL DEFAULT '', given_on TEXT DEFAULT NULL, given_under TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE picture_band (
    case_id TEXT NOT NULL,
    band INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (case_id, band, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_mark (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    exhibit_id TEXT NOT NULL,
    form INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (sha256, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_pair (
    case_id TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (case_id, one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE presence (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    role TEXT NOT NULL REFERENCES code_presence_role (code),
    name TEXT NOT NULL CHECK (name <> ''),
    official_id TEXT DEFAULT NULL REFERENCES official (id),
    interpreter_id TEXT DEFAULT NULL REFERENCES interpreter (id),
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    organisation TEXT NOT NULL DEFAULT '',
    place TEXT DEFAULT NULL REFERENCES code_presence_place (code),
    from_at TEXT DEFAULT NULL,
    to_at TEXT DEFAULT NULL,
    may_ask_questions INTEGER DEFAULT NULL CHECK (may_ask_questions IN (0, 1)),
    exclusion_decision TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '', function TEXT NOT NULL DEFAULT '',
    CHECK ((official_id IS NOT NULL) + (interpreter_id IS NOT NULL) + (person_id IS NOT NULL) < 2)
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
    period_from TEXT DEFAULT NULL CHECK (period_from <> ''),
    period_to TEXT DEFAULT NULL CHECK (period_to <> ''),
    struck TEXT NOT NULL DEFAULT ''
, facts TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE read_back_correction (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    language TEXT NOT NULL CHECK (language <> ''),
    before TEXT NOT NULL,
    after TEXT NOT NULL CHECK (after <> before),
    requested_by TEXT DEFAULT NULL REFERENCES code_signer_role (code),
    requester TEXT NOT NULL DEFAULT '',
    reason TEXT DEFAULT NULL REFERENCES code_correction_reason (code),
    note TEXT NOT NULL DEFAULT '',
    at TEXT DEFAULT NULL,
    struck TEXT NOT NULL DEFAULT ''
, initialled_by TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(initialled_by))) STRICT;
CREATE TABLE received_item (
    id TEXT PRIMARY KEY,
    received_id TEXT NOT NULL REFERENCES received_package (id),
    exhibit_id TEXT UNIQUE REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    files INTEGER NOT NULL CHECK (files >= 0),
    refused_because TEXT NOT NULL DEFAULT '',
    formerly TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formerly)),
    CHECK (exhibit_id IS NOT NULL OR trim(refused_because) <> ''),
    UNIQUE (received_id, foreign_id)
) STRICT;
CREATE TABLE received_notice (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    office_id TEXT NOT NULL REFERENCES foreign_office (id),
    sent TEXT NOT NULL REFERENCES code_sent_kind (code),
    sent_number TEXT NOT NULL CHECK (sent_number <> ''),
    sent_sha256 TEXT NOT NULL CHECK (length(sent_sha256) = 64 AND sent_sha256 NOT GLOB '*[^0-9a-f]*'),
    received_id TEXT REFERENCES received_package (id),
    kind TEXT NOT NULL REFERENCES code_notice_kind (code),
    exhibit_id TEXT REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL UNIQUE CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    made_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    data TEXT NOT NULL CHECK (data <> ''),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    CHECK ((sent = 'PACKAGE') = (received_id IS NOT NULL))
) STRICT;
CREATE TABLE received_package (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    office_id TEXT NOT NULL REFERENCES foreign_office (id),
    exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL UNIQUE CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    made_at TEXT NOT NULL,
    bundle TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    head_size INTEGER NOT NULL CHECK (head_size > 0),
    head_root TEXT NOT NULL CHECK (length(head_root) = 64 AND head_root NOT GLOB '*[^0-9a-f]*'),
    head_at TEXT NOT NULL,
    received_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    opened_with TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE recipient (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL REFERENCES code_recipient_kind (code),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    certificate TEXT NOT NULL CHECK (certificate <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    told TEXT NOT NULL CHECK (trim(told) <> ''),
    added_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '', office_id TEXT DEFAULT NULL REFERENCES foreign_office (id), state TEXT NOT NULL DEFAULT '' CHECK (state = '' OR state GLOB '[A-Z][A-Z]'), party TEXT DEFAULT NULL REFERENCES code_party_kind (code),
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE TABLE record_decision (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL REFERENCES code_record_decision_kind (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    decided_by TEXT NOT NULL DEFAULT '',
    decided_on TEXT DEFAULT NULL CHECK (decided_on <> ''),
    reason TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '' CHECK (digest = '' OR (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')),
    CHECK ((kind = 'SEALED') = (digest <> '')),
    CHECK (kind = 'SEALED' OR (reference <> '' AND decided_by <> '' AND decided_on IS NOT NULL AND reason <> ''))
) STRICT;
CREATE TABLE record_signature (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    role TEXT NOT NULL REFERENCES code_signer_role (code),
    name TEXT NOT NULL CHECK (name <> ''),
    method TEXT NOT NULL REFERENCES code_signature_method (code),
    at TEXT DEFAULT NULL,
    each_page INTEGER DEFAULT NULL CHECK (each_page IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '', level_claimed TEXT DEFAULT NULL REFERENCES code_signature_level (code), level_determined_by TEXT DEFAULT NULL REFERENCES code_level_source (code)
    CHECK ((level_claimed IS NULL) = (level_determined_by IS NULL)), level_report TEXT NOT NULL DEFAULT ''
    CHECK (level_determined_by IS NOT 'EXTERNAL_VALIDATION_REPORT' OR trim(level_report) <> ''), level_report_on TEXT DEFAULT NULL CHECK (level_report_on GLOB '????-??-??')
    CHECK (level_report_on IS NOT NULL OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE'), level_report_by TEXT NOT NULL DEFAULT ''
    CHECK (trim(level_report_by) <> '' OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE'),
    CHECK (method NOT IN ('REFUSED', 'UNABLE') OR reason <> '')
) STRICT;
CREATE TABLE recording (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    device TEXT NOT NULL DEFAULT '',
    media_id TEXT NOT NULL DEFAULT '',
    started_at TEXT DEFAULT NULL,
    stopped_at TEXT DEFAULT NULL,
    continuous INTEGER DEFAULT NULL CHECK (continuous IN (0, 1)),
    view TEXT DEFAULT NULL REFERENCES code_camera_view (code),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    sealed INTEGER DEFAULT NULL CHECK (sealed IN (0, 1)),
    held_by TEXT NOT NULL DEFAULT '',
    working_copy_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    legal_basis TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE redaction (
    id TEXT PRIMARY KEY,
    disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
    entity TEXT NOT NULL CHECK (entity <> ''),
    field TEXT NOT NULL CHECK (field <> ''),
    anchors TEXT NOT NULL CHECK (json_valid(anchors) AND json_array_length(anchors) = 1),
    reason TEXT NOT NULL REFERENCES code_redaction_reason (code),
    ordered_by TEXT NOT NULL CHECK (trim(ordered_by) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdraws_id TEXT DEFAULT NULL REFERENCES redaction (id),
    because TEXT NOT NULL DEFAULT '',
    CHECK ((withdraws_id IS NULL) = (trim(because) = ''))
) STRICT;
CREATE TABLE rendering (
    id TEXT PRIMARY KEY,
    segment_id TEXT NOT NULL REFERENCES segment (id),
    language TEXT NOT NULL CHECK (language <> ''),
    kind TEXT NOT NULL REFERENCES code_rendering_kind (code),
    state TEXT NOT NULL REFERENCES code_rendering_state (code),
    text TEXT NOT NULL,
    source_digest TEXT NOT NULL CHECK (source_digest = '' OR length(source_digest) = 64),
    typed_by TEXT NOT NULL REFERENCES user (id),
    typed_at TEXT NOT NULL,
    author_id TEXT DEFAULT NULL REFERENCES interpreter (id), mode TEXT DEFAULT NULL REFERENCES code_interpreting_mode (code)
    CHECK (mode IS NULL OR kind = 'RENDITION'),
    UNIQUE (segment_id, language, kind)
) STRICT;
CREATE TABLE rendering_version (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    source_digest TEXT NOT NULL CHECK (length(source_digest) = 64 AND source_digest NOT GLOB '*[^0-9a-f]*'),
    author_id TEXT NOT NULL REFERENCES interpreter (id),
    typed_by TEXT NOT NULL REFERENCES user (id),
    typed_at TEXT NOT NULL, salt TEXT NOT NULL DEFAULT ''
    CHECK (salt = '' OR (length(salt) = 64 AND salt NOT GLOB '*[^0-9a-f]*')),
    UNIQUE (job_id, segment_id, number)
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
CREATE TABLE revision_verdict (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    version_id TEXT NOT NULL REFERENCES rendering_version (id),
    version_digest TEXT NOT NULL CHECK (length(version_digest) = 64 AND version_digest NOT GLOB '*[^0-9a-f]*'),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL REFERENCES code_verdict_kind (code),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    own_text TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'DISPUTES') = (own_text <> '') AND (kind <> 'DISPUTES' OR reason <> ''))
) STRICT;
CREATE TABLE safety_flag (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    sealed TEXT NOT NULL CHECK (sealed <> ''),
    wrapped TEXT NOT NULL CHECK (json_valid(wrapped) AND wrapped <> '[]'),
    typed_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    settled_by TEXT DEFAULT NULL REFERENCES user (id),
    settled_at TEXT DEFAULT NULL,
    CHECK ((settled_by IS NULL) = (settled_at IS NULL))
) STRICT;
CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user (id),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE sealed_identity (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    sealed TEXT NOT NULL CHECK (sealed <> '')
) STRICT;
CREATE TABLE sealed_item (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    compartment TEXT NOT NULL REFERENCES code_compartment (code),
    subject_id TEXT NOT NULL CHECK (subject_id <> ''),
    sealed TEXT NOT NULL CHECK (sealed <> ''),
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE sealed_secret (
    compartment TEXT PRIMARY KEY REFERENCES code_compartment (code),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE search_file_text (
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    part INTEGER NOT NULL CHECK (part > 0),
    text TEXT NOT NULL,
    PRIMARY KEY (file_id, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_identifier (
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    whole TEXT NOT NULL,
    case_number INTEGER NOT NULL,
    source INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (place, kind, value, whole)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE search_place (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    source INTEGER NOT NULL CHECK (source > 0),
    key BLOB NOT NULL CHECK (length(key) = 16),
    part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0),
    since INTEGER DEFAULT NULL,
    until INTEGER DEFAULT NULL,
    given TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE search_shared (
    case_number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    sources INTEGER NOT NULL CHECK (sources > 0),
    PRIMARY KEY (case_number, kind, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    form INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    source INTEGER NOT NULL CHECK (source >= 0),
    after INTEGER NOT NULL CHECK (after >= 0)
) STRICT;
CREATE TABLE search_struck (owner INTEGER PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5(body, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE segment (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    position TEXT NOT NULL CHECK (position NOT GLOB '*[^0-9]*' AND position GLOB '??????*'
        AND (length(position) = 6 OR position NOT GLOB '*0')),
    speaker TEXT NOT NULL REFERENCES code_speaker_role (code),
    kind TEXT NOT NULL REFERENCES code_utterance_kind (code),
    language TEXT NOT NULL CHECK (language <> ''),
    source_text TEXT,
    capture TEXT NOT NULL REFERENCES code_source_capture (code),
    speaker_id TEXT DEFAULT NULL REFERENCES presence (id),
    recording_from TEXT NOT NULL DEFAULT '',
    recording_to TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks)),
    struck TEXT NOT NULL DEFAULT '', conduct TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conduct)), silence_seconds INTEGER DEFAULT NULL CHECK (silence_seconds > 0), question_type TEXT DEFAULT NULL REFERENCES code_question_type (code), at TEXT DEFAULT NULL, pointed_at TEXT NOT NULL DEFAULT '',
    UNIQUE (interview_id, position),
    CHECK ((source_text IS NULL) = (capture = 'NOT_CAPTURED'))
) STRICT;
CREATE TABLE segment_place (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    page INTEGER NOT NULL CHECK (page > 0),
    anchors TEXT NOT NULL CHECK (json_valid(anchors)),
    way TEXT NOT NULL REFERENCES code_taken_way (code)
) STRICT;
CREATE TABLE signature_check (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    content_id TEXT REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    judged_at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES code_signature_verdict (code),
    anchors TEXT NOT NULL CHECK (json_valid(anchors)),
    said TEXT NOT NULL CHECK (json_valid(said)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
, level_claimed TEXT DEFAULT NULL REFERENCES code_signature_level (code), level_determined_by TEXT DEFAULT NULL REFERENCES code_level_source (code)
    CHECK ((level_claimed IS NULL) = (level_determined_by IS NULL)), level_report TEXT NOT NULL DEFAULT ''
    CHECK (level_determined_by IS NOT 'EXTERNAL_VALIDATION_REPORT' OR trim(level_report) <> ''), level_report_on TEXT DEFAULT NULL CHECK (level_report_on GLOB '????-??-??')
    CHECK (level_report_on IS NOT NULL OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE'), level_report_by TEXT NOT NULL DEFAULT ''
    CHECK (trim(level_report_by) <> '' OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE')) STRICT;
CREATE TABLE signed_name (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    entity TEXT NOT NULL
        CHECK (entity IN ('person', 'person_role', 'official', 'interpreter', 'authority', 'instrument')),
    subject_id TEXT NOT NULL CHECK (subject_id <> ''),
    said TEXT NOT NULL CHECK (json_valid(said)),
    UNIQUE (interview_id, entity, subject_id)
) STRICT;
CREATE TABLE signing_copy (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    pages INTEGER NOT NULL CHECK (pages > 0),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    scan_id TEXT DEFAULT NULL REFERENCES exhibit (id)
) STRICT;
CREATE TABLE signing_identity (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL REFERENCES code_identity_kind (code),
    certificate TEXT NOT NULL CHECK (certificate <> ''),
    issued TEXT NOT NULL CHECK (json_valid(issued)),
    added_at TEXT NOT NULL,
    token TEXT NOT NULL DEFAULT '',
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '', agreed TEXT NOT NULL DEFAULT ''
    CHECK (agreed = '' OR (length(agreed) = 128 AND agreed NOT GLOB '*[^0-9a-f]*')),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because = ''))
) STRICT;
CREATE TABLE special_measure (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    measure TEXT NOT NULL REFERENCES code_protective_measure (code),
    requested_by TEXT NOT NULL DEFAULT '',
    decision TEXT DEFAULT NULL REFERENCES code_measure_decision (code),
    decided_by TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    decision_ref TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE stamped_bundle (
    id TEXT PRIMARY KEY,
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    stamped_at TEXT NOT NULL,
    authority TEXT NOT NULL CHECK (trim(authority) <> ''),
    recorded_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE statement_elsewhere (
    id TEXT PRIMARY KEY REFERENCES interview (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    pages INTEGER NOT NULL CHECK (pages > 0),
    taken_by TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    signed TEXT DEFAULT NULL REFERENCES code_signature_method (code),
    signed_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE stay (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    object_id TEXT NOT NULL REFERENCES case_object (id),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    role TEXT DEFAULT NULL REFERENCES code_stay_role (code),
    place_kind TEXT DEFAULT NULL REFERENCES code_place_kind (code),
    since TEXT DEFAULT NULL,
    until TEXT DEFAULT NULL,
    as_told TEXT NOT NULL DEFAULT '',
    said_in_id TEXT DEFAULT NULL REFERENCES interview (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE taken_out (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    place TEXT NOT NULL CHECK (place <> ''),
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
    state TEXT NOT NULL CHECK (state <> ''),
    party TEXT NOT NULL REFERENCES code_party_kind (code),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    within_limits TEXT NOT NULL DEFAULT '',
    identities_because TEXT NOT NULL DEFAULT '',
    unsearched_because TEXT NOT NULL DEFAULT '',
    approval_id TEXT DEFAULT NULL REFERENCES approval (id)
) STRICT;
CREATE TABLE timeline_event (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL REFERENCES code_timeline_kind (code),
    at TEXT NOT NULL,
    reason TEXT DEFAULT NULL REFERENCES code_break_reason (code),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, lineup_id TEXT DEFAULT NULL REFERENCES lineup (id)) STRICT;
CREATE TABLE told_row (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    PRIMARY KEY (entity, key, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE transmission (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    channel TEXT NOT NULL REFERENCES code_transmission_channel (code),
    sent_on TEXT NOT NULL CHECK (sent_on GLOB '????-??-??'),
    incoming INTEGER CHECK (incoming IN (0, 1)),
    by TEXT NOT NULL CHECK (trim(by) <> ''),
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    receipt TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
, basis TEXT NOT NULL DEFAULT ''
    CHECK (instrument_id IS NOT NULL OR trim(basis) <> '')) STRICT;
CREATE TABLE use_condition (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_condition_kind (code),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    imposed_by TEXT NOT NULL CHECK (trim(imposed_by) <> ''),
    imposed_state TEXT NOT NULL,
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    basis TEXT NOT NULL DEFAULT '',
    since TEXT DEFAULT NULL CHECK (since GLOB '????-??-??'),
    until TEXT DEFAULT NULL CHECK (until GLOB '????-??-??'),
    consents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consents)),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '', handling TEXT DEFAULT NULL REFERENCES code_handling_code (code), handling_words TEXT NOT NULL DEFAULT '', source_grade TEXT DEFAULT NULL REFERENCES code_source_grade (code), information_grade TEXT DEFAULT NULL REFERENCES code_information_grade (code),
    CHECK (instrument_id IS NOT NULL OR exhibit_id IS NOT NULL)
) STRICT;
CREATE TABLE user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL REFERENCES code_user_role (code),
    certificate TEXT NOT NULL,
    receiving_key TEXT NOT NULL,
    admission TEXT NOT NULL CHECK (length(admission) = 128 AND admission NOT GLOB '*[^0-9a-f]*'),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
, first_receiving_key TEXT NOT NULL DEFAULT '', bound_as TEXT DEFAULT NULL REFERENCES code_identity_binding (code), bound_by TEXT NOT NULL DEFAULT ''
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR trim(bound_by) <> ''), bound_on TEXT DEFAULT NULL CHECK (bound_on GLOB '????-??-??')
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR bound_on IS NOT NULL), bound_document TEXT NOT NULL DEFAULT ''
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR trim(bound_document) <> '')) STRICT;
CREATE TABLE user_slot (
    agent_id TEXT PRIMARY KEY REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    slot BLOB NOT NULL
) STRICT;
CREATE TABLE user_way (
    agent_id TEXT PRIMARY KEY REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    way BLOB NOT NULL
) STRICT;
CREATE TABLE value_transfer (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    basis TEXT NOT NULL CHECK (trim(basis) <> ''),
    paid_in_id TEXT DEFAULT NULL REFERENCES hand_over (id),
    paid_out_id TEXT DEFAULT NULL REFERENCES hand_over (id),
    settlement TEXT DEFAULT NULL REFERENCES code_settlement (code),
    rate TEXT NOT NULL DEFAULT '' CHECK (rate NOT GLOB '*[^0-9.]*'),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    CHECK (paid_in_id IS NOT NULL OR paid_out_id IS NOT NULL),
    CHECK (paid_in_id IS NOT paid_out_id)
) STRICT;
CREATE TABLE version_signature (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    state TEXT NOT NULL REFERENCES code_rendering_state (code) CHECK (state IN ('DRAFT', 'SELF_CHECKED')),
    versions TEXT NOT NULL CHECK (json_valid(versions) AND versions <> '[]'),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*')
, reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons))) STRICT;
CREATE TABLE version_withdrawal (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    version_id TEXT NOT NULL UNIQUE REFERENCES rendering_version (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE TABLE victim_information (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    item TEXT NOT NULL REFERENCES code_victim_information_item (code),
    given_at TEXT DEFAULT NULL,
    given_by TEXT NOT NULL DEFAULT '',
    deferred_reason TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE voided_number (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    team_id TEXT NOT NULL REFERENCES action_team (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE warning_reason (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    rule TEXT NOT NULL CHECK (rule <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    given_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    field TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(said))
) STRICT;
CREATE TABLE written_receipt (
    id TEXT PRIMARY KEY,
    received_id TEXT NOT NULL REFERENCES received_package (id),
    remarks TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    written_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_number ON account (case_id, number) WHERE struck = '';
CREATE INDEX account_of_case ON account (case_id);
CREATE INDEX account_of_exhibit ON account (statement_id) WHERE statement_id IS NOT NULL;
CREATE UNIQUE INDEX action_team_number ON action_team (case_id, number) WHERE struck = '';
CREATE INDEX action_team_of_case ON action_team (case_id);
CREATE INDEX ad_by_posting ON ad (case_id, reading_id, posted, id);
CREATE INDEX ad_key_of_reading ON ad_key (reading_id, kind, value, written);
CREATE INDEX ad_of_case ON ad (case_id, id);
CREATE INDEX ad_reading_of_case ON ad_reading (case_id);
CREATE INDEX ad_reading_of_exhibit ON ad_reading (exhibit_id);
CREATE INDEX ad_reading_of_file ON ad_reading (file_id);
CREATE UNIQUE INDEX ad_reading_stands_once ON ad_reading (file_id) WHERE withdrawn_at IS NULL;
CREATE INDEX age_decision_of_case ON age_decision (case_id);
CREATE INDEX age_decision_of_person ON age_decision (person_id);
CREATE INDEX annotation_answer_of_job ON annotation_answer (job_id);
CREATE INDEX annotation_of_job ON annotation (job_id, segment_id);
CREATE INDEX assignment_of_case ON assignment (case_id);
CREATE INDEX assignment_of_interview ON assignment (interview_id);
CREATE INDEX assignment_of_job ON assignment (job_id);
CREATE INDEX assignment_return_of_assignment ON assignment_return (assignment_id, size);
CREATE INDEX attribution_of_account ON attribution (account_id);
CREATE INDEX attribution_of_case ON attribution (case_id);
CREATE INDEX attribution_of_exhibit ON attribution (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX attribution_of_person ON attribution (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX authority_name ON authority (case_id, name) WHERE struck = '';
CREATE INDEX authority_of_case ON authority (case_id);
CREATE UNIQUE INDEX bank_statement_number ON bank_statement (case_id, number) WHERE struck = '';
CREATE INDEX bank_statement_of_account ON bank_statement (account_id);
CREATE INDEX bank_statement_of_case ON bank_statement (case_id);
CREATE INDEX bank_statement_of_exhibit ON bank_statement (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX bank_statement_of_file ON bank_statement (sha256);
CREATE UNIQUE INDEX case_file_reference ON case_file (reference) WHERE struck = '';
CREATE INDEX case_object_by_kind ON case_object (case_id, kind, id);
CREATE INDEX case_object_in_order ON case_object (case_id, id);
CREATE UNIQUE INDEX case_object_number ON case_object (case_id, number) WHERE struck = '';
CREATE INDEX case_object_of_case ON case_object (case_id);
CREATE UNIQUE INDEX caution_of_occasion ON caution (interview_id, code, coalesce(given_at, ''), given_by)
WHERE struck = '';
CREATE INDEX caution_of_record ON caution (interview_id);
CREATE INDEX certification_of_interview ON certification (interview_id);
CREATE INDEX claim_use_of_case ON claim_use (case_id);
CREATE INDEX claim_use_of_claim ON claim_use (claim_id);
CREATE INDEX correction_of_case ON correction (case_id);
CREATE INDEX correction_of_subject ON correction (subject_id);
CREATE UNIQUE INDEX custody_event_is_withdrawn_once ON custody_event (confirms) WHERE action = 'CONFIRMATION_WITHDRAWN';
CREATE INDEX custody_event_of_act ON custody_event (act_id) WHERE act_id IS NOT NULL;
CREATE INDEX custody_event_of_action ON custody_event (action, exhibit_id);
CREATE INDEX custody_event_of_confirmed ON custody_event (confirms) WHERE confirms IS NOT NULL;
CREATE INDEX custody_event_of_scan ON custody_event (scan_id) WHERE scan_id IS NOT NULL;
CREATE INDEX custody_event_of_seal ON custody_event (seal) WHERE seal <> '';
CREATE INDEX custody_event_of_time ON custody_event (occurred_at, exhibit_id);
CREATE INDEX digest_list_of_exhibit ON digest_list (exhibit_id);
CREATE INDEX earlier_interview_of_interview ON earlier_interview (interview_id);
CREATE INDEX exhibit_file_of_digest ON exhibit_file (sha256);
CREATE INDEX exhibit_kept_until ON exhibit (case_id, keep_until) WHERE keep_until IS NOT NULL;
CREATE INDEX exhibit_of_case ON exhibit (case_id, number);
CREATE INDEX exhibit_of_parent ON exhibit (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX exhibit_of_seal ON exhibit (seal) WHERE seal <> '';
CREATE INDEX file_place_of_change ON file_place (exhibit_id, modified);
CREATE INDEX file_place_of_path ON file_place (exhibit_id, path, id);
CREATE UNIQUE INDEX foreign_office_stands_once ON foreign_office (sha256) WHERE withdrawn_at IS NULL;
CREATE INDEX given_notice_of_annex ON given_notice (annex_id) WHERE annex_id IS NOT NULL;
CREATE INDEX given_notice_of_bundle ON given_notice (bundle_id) WHERE bundle_id IS NOT NULL;
CREATE INDEX given_notice_of_case ON given_notice (case_id);
CREATE INDEX given_notice_of_file ON given_notice (taken_id) WHERE taken_id IS NOT NULL;
CREATE INDEX given_notice_of_package ON given_notice (package_id) WHERE package_id IS NOT NULL;
CREATE INDEX glossary_concept_of_case ON glossary_concept (case_id);
CREATE INDEX glossary_term_of_case ON glossary_term (case_id);
CREATE INDEX glossary_term_of_concept ON glossary_term (concept_id);
CREATE UNIQUE INDEX hand_over_number ON hand_over (case_id, number) WHERE struck = '';
CREATE INDEX hand_over_of_case ON hand_over (case_id);
CREATE INDEX hand_over_of_exhibit ON hand_over (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX hand_over_of_payer ON hand_over (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX hand_over_of_receiver ON hand_over (receiver_id) WHERE receiver_id IS NOT NULL;
CREATE UNIQUE INDEX instrument_number ON instrument (case_id, number) WHERE struck = '';
CREATE INDEX instrument_of_case ON instrument (case_id);
CREATE INDEX instrument_of_exhibit ON instrument (order_exhibit_id) WHERE order_exhibit_id IS NOT NULL;
CREATE INDEX intake_run_of_exhibit ON intake_run (exhibit_id);
CREATE UNIQUE INDEX interpreter_code ON interpreter (case_id, code) WHERE struck = '';
CREATE INDEX interpreter_engagement_of_interview ON interpreter_engagement (interview_id);
CREATE INDEX interpreter_of_case ON interpreter (case_id);
CREATE INDEX intervention_of_interview ON intervention (interview_id);
CREATE INDEX interview_of_person ON interview (person_id);
CREATE INDEX interview_of_recording ON interview (recording_id) WHERE recording_id IS NOT NULL;
CREATE INDEX interview_rectifying ON interview (rectifies_id) WHERE rectifies_id IS NOT NULL;
CREATE INDEX interview_supplementing ON interview (supplements_id) WHERE supplements_id IS NOT NULL;
CREATE INDEX item_description_of_case ON item_description (case_id);
CREATE INDEX item_description_of_exhibit ON item_description (exhibit_id);
CREATE INDEX language_certificate_of_job ON language_certificate (job_id);
CREATE INDEX language_job_of_case ON language_job (case_id);
CREATE INDEX language_job_of_record ON language_job (interview_id);
CREATE UNIQUE INDEX leaving_bar_is_lifted_once ON leaving_bar (lifts_id) WHERE lifts_id IS NOT NULL;
CREATE INDEX leaving_bar_of_exhibit ON leaving_bar (exhibit_id);
CREATE INDEX leaving_bar_of_kind ON leaving_bar (kind);
CREATE INDEX lineup_of_exhibit ON lineup (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX lineup_of_interview ON lineup (interview_id);
CREATE INDEX lineup_of_person ON lineup (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX masked_copy_of_disclosure ON masked_copy (disclosure_id);
CREATE INDEX money_transaction_by_date ON money_transaction (case_id, at) WHERE struck = '';
CREATE INDEX money_transaction_by_ends ON money_transaction
    (case_id, from_account_id, to_account_id, counterparty, currency, at, amount, amount_to, is_about, status)
    WHERE struck = '';
CREATE INDEX money_transaction_by_value_date ON money_transaction (case_id) WHERE struck = '' AND day_kind = 'VALUE';
CREATE INDEX money_transaction_called ON money_transaction (case_id, reference) WHERE reference <> '';
CREATE INDEX money_transaction_in_order ON money_transaction (case_id, at, id);
CREATE INDEX money_transaction_in_own_words ON money_transaction (case_id)
    WHERE struck = '' AND (status_written <> '' OR status IN ('OWN', 'OWN_IN_STATEMENT'));
CREATE INDEX money_transaction_not_booked ON money_transaction (case_id, status)
    WHERE struck = '' AND status IN ('PENDING', 'INFORMATION', 'REJECTED', 'OWN');
CREATE INDEX money_transaction_of_case ON money_transaction (case_id, at);
CREATE INDEX money_transaction_of_currency ON money_transaction (case_id, currency) WHERE struck = '';
CREATE INDEX money_transaction_of_statement ON money_transaction (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX money_transaction_to_account ON money_transaction (to_account_id, at) WHERE struck = '' AND to_account_id IS NOT NULL;
CREATE INDEX money_transaction_without_status ON money_transaction (case_id)
    WHERE struck = '' AND status IS NULL AND status_written = '';
CREATE UNIQUE INDEX official_code ON official (case_id, code) WHERE struck = '';
CREATE INDEX official_of_case ON official (case_id);
CREATE INDEX online_capture_of_case ON online_capture (case_id);
CREATE INDEX online_capture_of_exhibit ON online_capture (exhibit_id);
CREATE UNIQUE INDEX package_receipt_comes_once ON package_receipt (foreign_id) WHERE foreign_id <> '';
CREATE INDEX package_receipt_of_package ON package_receipt (package_id);
CREATE INDEX package_receipt_of_scan ON package_receipt (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX packet_return_by_assignment ON packet_return (assignment_id, entries);
CREATE INDEX page_comparison_of_record ON page_comparison (interview_id);
CREATE INDEX pay_figure_of_case ON pay_figure (case_id);
CREATE INDEX pay_figure_of_exhibit ON pay_figure (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX pay_figure_of_person ON pay_figure (person_id);
CREATE INDEX person_claim_of_birth ON person_claim (case_id, born, person_id) WHERE kind = 'BIRTH' AND struck = '';
CREATE INDEX person_claim_of_case ON person_claim (case_id);
CREATE INDEX person_claim_of_person ON person_claim (person_id);
CREATE UNIQUE INDEX person_code ON person (case_id, code) WHERE struck = '';
CREATE INDEX person_found_as ON person_found (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX person_found_number ON person_found (case_id, number) WHERE struck = '';
CREATE INDEX person_found_of_case ON person_found (case_id);
CREATE INDEX person_found_of_team ON person_found (team_id);
CREATE UNIQUE INDEX person_link_is_answered_once ON person_link (of_id) WHERE of_id IS NOT NULL;
CREATE INDEX person_link_of_answered ON person_link (of_id) WHERE of_id IS NOT NULL;
CREATE INDEX person_link_of_case ON person_link (case_id);
CREATE INDEX person_link_of_kept ON person_link (kept_id);
CREATE INDEX person_link_of_other ON person_link (other_id);
CREATE INDEX person_of_case ON person (case_id);
CREATE INDEX person_role_of_case ON person_role (case_id);
CREATE INDEX person_role_of_person ON person_role (person_id);
CREATE INDEX person_role_of_proceeding ON person_role (proceeding_id) WHERE proceeding_id IS NOT NULL;
CREATE INDEX picture_mark_of_exhibit ON picture_mark (exhibit_id);
CREATE INDEX picture_mark_of_mark ON picture_mark (case_id, mark);
CREATE INDEX presence_of_interview ON presence (interview_id);
CREATE INDEX presence_of_person ON presence (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX proceeding_of_case ON proceeding (case_id);
CREATE INDEX read_back_correction_of_interview ON read_back_correction (interview_id);
CREATE INDEX received_notice_of_case ON received_notice (case_id);
CREATE INDEX received_notice_of_package ON received_notice (received_id) WHERE received_id IS NOT NULL;
CREATE INDEX received_package_of_case ON received_package (case_id);
CREATE INDEX recipient_of_certificate ON recipient (sha256);
CREATE INDEX record_decision_of_interview ON record_decision (interview_id);
CREATE UNIQUE INDEX record_decision_once ON record_decision (interview_id, kind) WHERE kind IN ('SEALED', 'ANNULLED');
CREATE INDEX record_signature_of_interview ON record_signature (interview_id);
CREATE INDEX recording_of_exhibit ON recording (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX recording_of_interview ON recording (interview_id);
CREATE INDEX recording_of_working_copy ON recording (working_copy_id) WHERE working_copy_id IS NOT NULL;
CREATE UNIQUE INDEX redaction_is_withdrawn_once ON redaction (withdraws_id) WHERE withdraws_id IS NOT NULL;
CREATE INDEX redaction_of_disclosure ON redaction (disclosure_id);
CREATE INDEX revision_verdict_of_job ON revision_verdict (job_id);
CREATE INDEX revision_verdict_of_version ON revision_verdict (version_id);
CREATE INDEX safety_flag_of_case ON safety_flag (case_id);
CREATE INDEX safety_flag_of_record ON safety_flag (interview_id);
CREATE INDEX sealed_identity_of_case ON sealed_identity (case_id);
CREATE INDEX sealed_item_of_compartment ON sealed_item (compartment);
CREATE INDEX sealed_item_of_subject ON sealed_item (subject_id);
CREATE INDEX search_identifier_of_value ON search_identifier (case_number, kind, value, subject);
CREATE UNIQUE INDEX search_place_of_row ON search_place (key, source, part);
CREATE INDEX search_shared_in_order ON search_shared (case_number, kind, value) WHERE sources > 1;
CREATE INDEX search_shared_most ON search_shared (case_number, sources DESC, kind, value) WHERE sources > 1;
CREATE INDEX search_shared_most_of_kind ON search_shared (case_number, kind, sources DESC, value) WHERE sources > 1;
CREATE INDEX segment_place_of_page ON segment_place (interview_id, page);
CREATE INDEX segment_place_of_segment ON segment_place (segment_id);
CREATE INDEX signature_check_of_case ON signature_check (case_id);
CREATE INDEX signature_check_of_exhibit ON signature_check (exhibit_id);
CREATE INDEX signing_copy_of_interview ON signing_copy (interview_id);
CREATE INDEX signing_copy_of_scan ON signing_copy (scan_id);
CREATE INDEX signing_identity_of_user ON signing_identity (user_id);
CREATE INDEX special_measure_of_interview ON special_measure (interview_id);
CREATE INDEX stamped_bundle_of_bundle ON stamped_bundle (bundle_id);
CREATE INDEX statement_elsewhere_of_file ON statement_elsewhere (file_id);
CREATE INDEX stay_of_case ON stay (case_id);
CREATE INDEX stay_of_exhibit ON stay (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX stay_of_person ON stay (person_id);
CREATE INDEX stay_of_place ON stay (object_id);
CREATE INDEX stay_of_record ON stay (said_in_id) WHERE said_in_id IS NOT NULL;
CREATE INDEX taken_out_of_exhibit ON taken_out (exhibit_id);
CREATE INDEX taken_out_of_file ON taken_out (file_id);
CREATE INDEX timeline_event_of_exhibit ON timeline_event (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX timeline_event_of_interview ON timeline_event (interview_id);
CREATE INDEX told_row_of_key ON told_row (key, entity, seq);
CREATE UNIQUE INDEX transmission_number ON transmission (case_id, number) WHERE struck = '';
CREATE INDEX transmission_of_case ON transmission (case_id);
CREATE UNIQUE INDEX use_condition_number ON use_condition (case_id, number) WHERE struck = '';
CREATE INDEX use_condition_of_case ON use_condition (case_id);
CREATE INDEX use_condition_of_exhibit ON use_condition (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX use_condition_of_instrument ON use_condition (instrument_id) WHERE instrument_id IS NOT NULL;
CREATE UNIQUE INDEX value_transfer_number ON value_transfer (case_id, number) WHERE struck = '';
CREATE INDEX value_transfer_of_case ON value_transfer (case_id);
CREATE INDEX value_transfer_of_paid_in ON value_transfer (paid_in_id);
CREATE INDEX value_transfer_of_paid_out ON value_transfer (paid_out_id);
CREATE INDEX version_signature_of_job ON version_signature (job_id);
CREATE INDEX version_withdrawal_of_job ON version_withdrawal (job_id);
CREATE UNIQUE INDEX victim_information_of_interview ON victim_information (interview_id, item) WHERE struck = '';
CREATE INDEX victim_information_of_record ON victim_information (interview_id);
CREATE INDEX voided_number_of_case ON voided_number (case_id);
CREATE INDEX voided_number_of_team ON voided_number (team_id);
CREATE UNIQUE INDEX voided_number_once ON voided_number (case_id, number) WHERE struck = '';
CREATE INDEX warning_reason_of_interview ON warning_reason (interview_id);
CREATE INDEX written_receipt_of_package ON written_receipt (received_id);
