"""The sums of the index of the events, made to fit what somebody changed in it: no signature covers them."""

from tests.support.own_program import OwnProgram
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tables.told_rows import RowName


def fit_sums(program: OwnProgram) -> None:
    """Give each head the sum of the index as it is now."""
    read = program.session.read
    found = list(told_rows.rows(read))
    indexed = [(seq, told_rows.added_by([RowName(entity, key)], seq)) for entity, key, seq in found]
    for size, _ in list(chain.sized_heads(read)):
        told = told_rows.sum_text(sum(added for seq, added in indexed if seq <= size))
        row = {"told": told, "size": size}
        read.execute("UPDATE chain_head SET told_sum = :told WHERE size = :size", row)
