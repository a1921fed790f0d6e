"""Words of the parts about money."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FinanceWords:
    title: str
    intro: str
    accounts: str
    checksum: str
    statement: str
    transactions: str
    rows_cut: str
    rows_cut_many: str
    rows_cut_others: str
    by_month: str
    by_year: str
    period: str
    no_period: str
    measures: str
    measures_note: str
    measures_none: str
    cash_note: str
    cash_none: str
    compensation: str
    compensation_note: str
    compensation_compared: str
    compensation_later: str
    objects: str
    stays: str
    stay_when: str
    details: str
    nothing: str
    statements: str
    digest: str
    mapping: str
    unread: str
    same: str
    same_said: str
    same_withheld: str
    balances: str
    balance_agrees: str
    sums: str
    sums_note: str
    sums_not_booked: str
    sums_own_counted: str
    sums_own_not_counted: str
    sums_unstated: str
    value_dates: str
    sums_entered: str
    account: str
    currency: str
    received: str
    paid: str
    count_in: str
    count_out: str
    unknown_in: str
    unknown_out: str
    hand_overs: str
    hand_over_sums: str
    kind: str
    count: str
    sum: str
    transfers: str
    transfers_note: str
    leg_in: str
    leg_out: str
    unknown: str
    attributions: str
    range: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayWords:
    title: str
    intro: str
    worker: str
    period: str
    currency: str
    hours: str
    hours_paid: str
    agreed: str
    due: str
    gross: str
    net_stated: str
    deductions: str
    received: str
    per_hour: str
    short: str
    sums: str
    missing: str
    hours_in_each: str
    figures: str
    number: str
