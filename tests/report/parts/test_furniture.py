"""The foot of a page: the records on it, each kind of them named once."""

import pytest

from thb_desktop.report.parts.furniture import _records


@pytest.mark.parametrize("kinds", [("Record", "Exhibit"), ("Acta", "Pieza de convicción")])
def test_a_kind_of_several_words_is_not_repeated_and_no_part_of_it_remains(kinds: tuple[str, str]):
    record, exhibit = kinds
    labels = [f"{record} I-01 ab", f"{record} I-02 cd", f"{exhibit} E-01 ef", f"{exhibit} E-02 12"]

    said = _records(labels, kinds)

    assert said == f"{record} I-01 ab · I-02 cd · {exhibit} E-01 ef · E-02 12"
