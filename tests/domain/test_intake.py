"""What a file of a source is called, and what its name says of its kind."""

import pytest

from thb_desktop.domain.intake import media_type_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("1.jpg", "image/jpeg"),
        ("1.JPG", "image/jpeg"),
        ("a.b.pdf", "application/pdf"),
        ("data:text,1.pdf", "application/pdf"),
        ("pdf", "application/octet-stream"),
        (".pdf", "application/octet-stream"),
        ("1.unknown-kind", "application/octet-stream"),
        ("copy.tar.gz", "application/gzip"),
        ("copy.tgz", "application/gzip"),
    ],
)
def test_a_media_type_is_told_by_the_end_of_a_name(name: str, kind: str):
    assert media_type_of(name) == kind
