"""The list of the operations that are drilled."""

from collections.abc import Mapping

from tests.drills.acts import assignments, copies, forms, going_out, packets, sending
from tests.drills.acts import certified_keys as certified
from tests.drills.acts import file_changes as files
from tests.drills.acts import key_changes as keys
from tests.drills.acts import record_changes as records
from tests.drills.acts.operation import EVENTS, LOOKS, Operation
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE

_EITHER = (PASSPHRASE, keys.NEW)
_EPOCH = ("office",)
"""Its row tells the epoch of the header."""
_RESEALED = ("compartment_grant", "compartment_version", "sealed_identity")
_KEYS = ("user", "private_key", *_RESEALED)
"""Who goes loses their keys, and what was sealed for them is sealed anew."""

_ALL = (
    Operation(name="create a vault", begin=keys.create, opens=keys.opens_with_code, creates=True),
    Operation(name="unlock with one header", begin=keys.unlock_and_lock, arrange=keys.without_a_header),
    Operation(name="check health with leftovers", begin=keys.check, arrange=keys.with_leftovers),
    Operation(name="confirm the recovery code", begin=keys.confirm_code, found=keys.confirmation_found),
    Operation(
        name="change the passphrase",
        begin=keys.change_passphrase,
        secrets=_EITHER,
        opens=keys.opens_with_new_only,
        replaces=("own",),
        changes=_EPOCH,
    ),
    Operation(
        name="make the keys one's own",
        begin=keys.make_own,
        secrets=_EITHER,
        opens=keys.opens_with_new_only,
        replaces=("own", "code"),
        changes=(*_EPOCH, *_KEYS, "sealed_secret"),
    ),
    Operation(
        name="recover by the code",
        begin=keys.recover,
        begins=EVENTS,
        secrets=_EITHER,
        opens=keys.opens_with_new_only,
        replaces=("own",),
        changes=_EPOCH,
    ),
    Operation(
        name="add a user",
        begin=keys.add_user,
        found=keys.added_found,
        opens=keys.opens_with_added,
        changes=_EPOCH,
    ),
    Operation(
        name="retire a user",
        begin=keys.retire_user,
        found=keys.retired_found,
        opens=keys.refuses_retired,
        replaces=("colleague",),
        changes=(*_EPOCH, *_KEYS),
    ),
    Operation(
        name="renew the recovery code",
        begin=keys.renew_code,
        opens=keys.opens_with_code,
        replaces=("code",),
        changes=_EPOCH,
    ),
    Operation(
        name="make recovery shares", begin=keys.make_shares, opens=keys.opens_with_shares, changes=_EPOCH
    ),
    Operation(
        name="hand over the office",
        begin=keys.hand_over,
        found=keys.handover_found,
        secrets=_EITHER,
        opens=keys.opens_for_the_successor,
        replaces=("own", "code"),
        changes=(*_EPOCH, *_KEYS),
    ),
    Operation(
        name="agree to an offered key",
        begin=certified.agree,
        arrange=certified.with_offered_key,
        found=certified.agreement_found,
        changes=("signing_identity",),
    ),
    Operation(
        name="refuse an offered key",
        begin=certified.refuse,
        arrange=certified.with_offered_key,
        found=certified.refusal_found,
        changes=("signing_identity",),
    ),
    Operation(
        name="renew the certificates",
        begin=certified.renew_certificates,
        arrange=certified.with_certificates_of_before,
        found=certified.renewed_found,
        changes=("user",),
    ),
    Operation(
        name="unlock as holder of a key that is due",
        begin=certified.unlock_as_holder,
        arrange=certified.with_a_holder_gone,
        found=certified.holders_found,
        secrets=(OTHER_PASSPHRASE,),
        changes=_RESEALED,
    ),
    Operation(name="open a case", begin=files.open_case, found=files.case_found),
    Operation(name="add a person with identity", begin=files.add_person, found=files.person_found),
    Operation(name="add a segment", begin=files.add_segment, found=files.segment_found),
    Operation(
        name="add a segment, with a remembered head",
        begin=forms.add_segment_remembering,
        found=files.segment_found,
    ),
    Operation(name="lead an older form up", begin=forms.upcast, whole=forms.led_up),
    Operation(name="translate a segment", begin=files.translate, found=files.translation_found),
    Operation(name="save a draft", begin=files.save_draft, found=files.draft_found),
    Operation(
        name="discard a draft",
        begin=files.discard_draft,
        arrange=files.with_draft,
        found=files.discarded_found,
        changes=("draft",),
    ),
    Operation(
        name="sign a record",
        begin=files.freeze,
        found=files.frozen_found,
        begins=LOOKS,
        changes=("interview",),
    ),
    Operation(
        name="certify a rendering",
        begin=records.certify,
        arrange=records.with_linguist,
        found=records.certification_found,
        changes=("rendering",),
    ),
    Operation(
        name="assign work",
        begin=assignments.assign,
        arrange=assignments.with_job,
        found=assignments.assignment_found,
    ),
    Operation(
        name="merge what was handed back",
        begin=assignments.merge,
        arrange=assignments.with_work,
        found=assignments.return_found,
    ),
    Operation(
        name="close an assignment",
        begin=assignments.close,
        arrange=assignments.with_work,
        found=assignments.closing_found,
        changes=("assignment", "assignment_key"),
    ),
    Operation(
        name="send a packet",
        begin=packets.send,
        arrange=packets.waiting,
        found=packets.packet_found,
    ),
    Operation(
        name="take back a packet",
        begin=packets.take_back,
        arrange=packets.away,
        found=packets.taking_found,
    ),
    Operation(name="begin a supplement", begin=records.supplement, found=records.supplement_found),
    Operation(name="begin a rectification", begin=records.rectify, found=records.rectification_found),
    Operation(name="register an exhibit", begin=files.register, found=files.exhibit_found),
    Operation(name="take in a file of 3 MiB", begin=files.take_in, found=files.file_found),
    Operation(name="take in many files", begin=records.take_in_many, found=records.many_found),
    Operation(name="take in many files beside", begin=records.take_in_beside, found=records.beside_found),
    Operation(name="take a folder", begin=records.take_folder, found=records.folder_found, in_parts=True),
    Operation(name="record a custody event", begin=files.record_custody, found=files.custody_found),
    Operation(name="erase an exhibit", begin=files.erase, found=files.erasure_found),
    Operation(
        name="erase a struck exhibit",
        begin=files.erase,
        arrange=records.with_struck_exhibit,
        found=files.erasure_found,
    ),
    Operation(
        name="correct a person",
        begin=files.correct_person,
        found=files.correction_found,
        changes=("person",),
    ),
    Operation(name="seal an assessment", begin=files.add_assessment, found=files.assessment_found),
    Operation(
        name="seal key material",
        begin=files.add_key_material,
        arrange=files.with_key_exhibit,
        found=files.key_material_found,
    ),
    Operation(name="export a bundle", begin=files.export, found=files.bundle_found, begins=LOOKS),
    Operation(
        name="make a package",
        begin=sending.make,
        arrange=sending.with_bundle,
        found=sending.package_found,
        begins=LOOKS,
    ),
    Operation(
        name="take a file out",
        begin=going_out.take_out,
        arrange=going_out.with_a_file,
        found=going_out.file_found,
        begins=LOOKS,
    ),
    Operation(
        name="back up",
        begin=copies.back_up,
        arrange=copies.with_backup,
        found=copies.backup_found,
        begins=EVENTS,
    ),
    Operation(
        name="restore a backup",
        begin=copies.restore,
        arrange=copies.as_backed_up,
        found=copies.restoring_found,
        creates=True,
        copies=True,
    ),
    Operation(
        name="renew the master key",
        begin=copies.renew_master_key,
        found=copies.renewal_found,
        opens=keys.opens_with_code,
        replaces=("code",),
        changes=_EPOCH,
    ),
    Operation(
        name="renew the master key, with a remembered head",
        begin=forms.renew_remembering,
        found=forms.renewal_remembered,
        replaces=("code",),
        changes=_EPOCH,
    ),
)

OPERATIONS: Mapping[str, Operation] = {operation.name: operation for operation in _ALL}
