"""What is said of a receipt that was entered: of which package, whose it is, and whether that closes it."""

from thb_desktop.findings import Standing
from ui.labels.findings import finding_text
from ui.receiving.model import Entered
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone


def told_of(entered: Entered) -> tuple[str, Tone]:
    """Return the sentence and its tone; what is doubtful of its time follows."""
    told, tone = _closes(entered)
    said = told.format(
        office=isolate_words(entered.receipt.from_party),
        number=isolate(entered.sent.package.number),
        names=", ".join(map(isolate_words, entered.sent.waiting)),
    )
    doubts = entered.sent.doubts_of(entered.receipt)
    return " ".join((said, *map(finding_text, doubts))), Tone.WARN if doubts else tone


def _closes(entered: Entered) -> tuple[str, Tone]:
    standing = _signer_of(entered)
    if standing is Standing.BROKEN:
        return translate(
            "receiving",
            "The receipt of {office} for {number} is entered. It is not of the office of a recipient: the "
            "transfer is not closed.",
        ), Tone.WARN
    if entered.sent.waiting:
        return translate(
            "receiving",
            "The receipt of {office} for {number} is entered. The transfer is not closed yet: no receipt of "
            "{names}.",
        ), Tone.WARN
    if standing is Standing.UNKNOWN and entered.receipt.office_id is not None:
        return translate(
            "receiving",
            "The receipt of {office} for {number} is entered. Nobody recorded whether it is the office of a "
            "recipient: record that under Office, Other offices.",
        ), Tone.WARN
    return translate(
        "receiving", "The receipt of {office} for {number} is entered: the transfer is closed."
    ), Tone.OK


def _signer_of(entered: Entered) -> Standing:
    """Whether the office of a recipient gave this receipt, as far as it is known."""
    told = zip(entered.sent.receipts, entered.sent.signers, strict=True)
    return next(each.standing for receipt, each in told if receipt.id == entered.receipt.id)
