"""The ways to tamper with a bundle: each has its test in this folder, where the verifier refuses it."""

from collections.abc import Callable

import pytest

from scripts.security_matrix import collect
from tests.support.code import ROOT

WAYS = (
    "test_content_replaced_by_an_incremental_saving_is_refused",
    "test_a_note_laid_over_the_page_is_refused",
    "test_a_page_added_is_refused",
    "test_a_changed_part_is_refused_by_its_name",
    "test_a_signature_that_lacks_what_it_needs_to_be_checked_is_broken",
    "test_a_gap_wider_than_the_signature_is_refused",
    "test_a_byte_range_off_by_one_is_refused",
    "test_a_signature_moved_to_another_place_is_refused",
    "test_a_signature_taken_out_of_its_place_is_noticed",
    "test_a_signature_of_one_document_does_not_hold_in_another",
    "test_a_change_covered_by_the_second_signature_still_breaks_the_first",
    "test_an_object_that_nothing_uses_is_refused_in_an_update",
    "test_an_empty_place_the_document_points_to_may_not_be_filled_later",
    "test_form_filling_between_two_signatures_is_refused",
    "test_a_place_for_a_signature_added_later_is_refused_where_it_is_seen",
    "test_a_second_catalog_is_refused",
    "test_objects_that_the_cross_references_do_not_name_are_refused",
    "test_bytes_behind_the_end_are_refused",
    "test_a_document_that_was_cut_is_refused",
    "test_a_certification_that_is_not_the_first_signature_is_refused",
    "test_a_document_signed_again_under_a_foreign_root_of_the_same_name_is_not_accepted",
    "test_when_the_judges_approval_is_cut_off_its_place_is_named",
    "test_an_attached_file_that_is_not_the_listed_one_is_broken",
    "test_a_place_filled_by_a_colleague_of_the_same_office_is_broken",
    "test_a_document_of_before_the_first_certificate_is_broken",
    "test_a_custody_record_of_another_root_than_the_signatures_is_broken",
    "test_the_digest_of_the_whole_file_is_compared_where_one_is_given",
    "test_a_signed_document_attached_to_another_is_no_signature_of_it",
    "test_no_flipped_byte_of_a_document_goes_unseen",
    "test_no_flipped_byte_in_the_room_of_the_last_signature_goes_unseen",
    "test_what_is_added_around_a_signature_is_seen",
    "test_a_certificate_of_the_same_name_in_place_of_the_signers_is_refused",
    "test_no_signer_or_a_second_one_is_refused",
    "test_a_weak_digest_is_refused",
    "test_a_short_rsa_key_makes_a_certificate_weak",
    "test_validity_has_two_ends",
)
"""By the sentence of the test; several of them try more than one form."""


@pytest.mark.requirement("SR-33")
def test_each_way_to_tamper_with_a_bundle_has_its_test(figure: Callable[[str, str, object], None]):
    marked = {test.name for test in collect(ROOT / "tests")["SR-33"] if test.file.startswith("tests/verify/")}

    assert set(WAYS) <= marked
    assert len(set(WAYS)) == len(WAYS) >= 24
    figure("SR-33", "ways to tamper with a bundle, each refused", len(WAYS))
