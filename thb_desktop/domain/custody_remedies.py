"""Remedies: what would resolve a finding about custody."""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say

REMEDIES: Mapping[str, Finding] = MappingProxyType(
    {
        each.case: each
        for each in (
            say("remedy-of-custody.seal-mismatch"),
            say("remedy-of-custody.seal-unrecorded"),
            say("remedy-of-custody.seal-not-named"),
            say("remedy-of-custody.gap"),
            say("remedy-of-custody.digest-differs"),
            say("remedy-of-custody.digest-other"),
            say("remedy-of-custody.deposit-before-receipt"),
            say("remedy-of-custody.receipt-before-sending"),
            say("remedy-of-custody.shown-before-arrival"),
            say("remedy-of-custody.shown-before-arrival-unnamed"),
            say("remedy-of-custody.open-transfer"),
            say("remedy-of-custody.transfer-without-return"),
            say("remedy-of-custody.received-by-other"),
            say("remedy-of-custody.received-from-other"),
            say("remedy-of-custody.returned-by-other"),
            say("remedy-of-custody.returned-to-other"),
            say("remedy-of-custody.sent-by-other"),
            say("remedy-of-custody.giver-unconfirmed"),
            say("remedy-of-custody.receiver-unconfirmed"),
            say("remedy-of-custody.confirmed-otherwise"),
            say("remedy-of-custody.confirmed-for"),
            say("remedy-of-custody.confirmed-nothing"),
            say("remedy-of-custody.on-hold"),
            say("remedy-of-custody.gone-too-early"),
            say("remedy-of-custody.gone-under-hold"),
            say("remedy-of-custody.kept-long-enough"),
            say("remedy-of-custody.open-loan"),
            say("remedy-of-custody.loan-overdue"),
            say("remedy-of-custody.moved-on-loan"),
            say("remedy-of-custody.seal-not-intact"),
            say("remedy-of-custody.acquired-unprotected"),
            say("remedy-of-custody.to-be-returned"),
            say("remedy-of-custody.return-overdue"),
            say("remedy-of-custody.after-disposal"),
            say("remedy-of-custody.after-return"),
            say("remedy-of-custody.fields-missing"),
            say("remedy-of-custody.no-authority"),
            say("remedy-of-custody.not-ratified"),
            say("remedy-of-custody.content-differs"),
            say("remedy-of-custody.differed-withdrawn"),
            say("remedy-of-custody.stated-differs"),
            say("remedy-of-custody.value-differs"),
            say("remedy-of-custody.weak-digest"),
            say("remedy-of-custody.segment-missing"),
            say("remedy-of-custody.file-empty"),
            say("remedy-of-custody.changed-after"),
            say("remedy-of-custody.quarantined"),
            say("remedy-of-custody.privileged"),
            say("remedy-of-custody.list-differs"),
            say("remedy-of-custody.list-missing"),
            say("remedy-of-custody.capture-differs"),
            say("remedy-of-custody.capture-missing"),
            say("remedy-of-custody.capture-not-compared"),
        )
    }
)
"""What would resolve a finding, by its case."""
