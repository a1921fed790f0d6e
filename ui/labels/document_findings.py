"""A sentence for every finding about a signed document."""

from ui.text import QT_TRANSLATE_NOOP

HOLDS: dict[str, str] = {
    "digest-as-expected": QT_TRANSLATE_NOOP("findings", "The file has exactly the digest you gave."),
    "whole-file": QT_TRANSLATE_NOOP("findings", "The last signature covers the whole file."),
    "nothing-between": QT_TRANSLATE_NOOP(
        "findings", "After each signature nothing was added but the next one."
    ),
    "signature-holds": QT_TRANSLATE_NOOP(
        "findings", "A signature holds: nothing that it covers was changed since."
    ),
    "time-claimed": QT_TRANSLATE_NOOP("findings", "The time of signing is the signer's own statement."),
    "root-trusted": QT_TRANSLATE_NOOP("findings", "The signer's certificate leads to the root you trust."),
    "attachments-as-listed": QT_TRANSLATE_NOOP(
        "findings", "The attached files are those that the list of files names."
    ),
    "records-as-signed": QT_TRANSLATE_NOOP(
        "findings", "The attached records give the digests that were signed. Compare them with the pages."
    ),
    "signers-as-named": QT_TRANSLATE_NOOP(
        "findings", "Each place was signed by the one for whom it is kept."
    ),
}
"""By code, where it holds."""

WANTING: dict[str, str] = {
    "digest-not-expected": QT_TRANSLATE_NOOP("findings", "The file is not the one whose digest you gave."),
    "not-a-pdf": QT_TRANSLATE_NOOP("findings", "The file is no PDF document."),
    "pdf-unreadable": QT_TRANSLATE_NOOP("findings", "The file is damaged or made to mislead."),
    "pdf-beyond-bounds": QT_TRANSLATE_NOOP(
        "findings", "The check was given up: the file is beyond its bounds."
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "findings", "The document is encrypted; its signatures cannot be checked."
    ),
    "not-signed": QT_TRANSLATE_NOOP("findings", "The document bears no signature that could be checked."),
    "signature-missing": QT_TRANSLATE_NOOP("findings", "A place for a signature is empty."),
    "signature-detached": QT_TRANSLATE_NOOP("findings", "A signature was taken out of its place."),
    "signatures-overlap": QT_TRANSLATE_NOOP("findings", "Two signatures claim the same bytes of the file."),
    "not-whole-file": QT_TRANSLATE_NOOP(
        "findings", "Something was added to the file after its last signature."
    ),
    "kind-unknown": QT_TRANSLATE_NOOP("findings", "A signature is of a kind that this check does not know."),
    "byte-range-malformed": QT_TRANSLATE_NOOP("findings", "A signature does not soundly say what it covers."),
    "byte-range-not-exact": QT_TRANSLATE_NOOP("findings", "A signature leaves out more than itself."),
    "weak-algorithm": QT_TRANSLATE_NOOP(
        "findings", "A signature was made in a way too weak against forgery."
    ),
    "signature-malformed": QT_TRANSLATE_NOOP("findings", "A signature cannot be read as one."),
    "content-changed": QT_TRANSLATE_NOOP("findings", "The signed content is not what was signed."),
    "contents-not-strict": QT_TRANSLATE_NOOP(
        "findings", "The room of a signature holds something else besides it."
    ),
    "padding-not-clean": QT_TRANSLATE_NOOP("findings", "Something was hidden behind a signature."),
    "signature-invalid": QT_TRANSLATE_NOOP(
        "findings", "A signature does not fit the key of its certificate."
    ),
    "algorithm-exchanged": QT_TRANSLATE_NOOP("findings", "A signature names other algorithms than its own."),
    "algorithm-unknown": QT_TRANSLATE_NOOP(
        "findings", "A signature or certificate uses a way that this check does not know."
    ),
    "encoding-not-strict": QT_TRANSLATE_NOOP(
        "findings", "A signature is not written in its one strict form."
    ),
    "not-one-signer": QT_TRANSLATE_NOOP("findings", "A signature does not have exactly one signer."),
    "signer-missing": QT_TRANSLATE_NOOP("findings", "The signer's certificate is not in the signature."),
    "spare-data": QT_TRANSLATE_NOOP("findings", "A signature carries data that this check does not judge."),
    "unsigned-additions": QT_TRANSLATE_NOOP(
        "findings", "Something was added to a signature without being signed."
    ),
    "unknown-attribute": QT_TRANSLATE_NOOP(
        "findings", "A signature states something that this check does not know."
    ),
    "certificate-exchanged": QT_TRANSLATE_NOOP(
        "findings", "The certificate in a signature is not the one that signed."
    ),
    "certificate-not-bound": QT_TRANSLATE_NOOP(
        "findings", "A signature does not say which certificate made it."
    ),
    "certificate-malformed": QT_TRANSLATE_NOOP("findings", "A certificate in a signature cannot be read."),
    "spare-certificate": QT_TRANSLATE_NOOP(
        "findings", "A signature carries certificates that are not the signer's."
    ),
    "certificate-restricted": QT_TRANSLATE_NOOP(
        "findings", "A certificate states a restriction that this check does not know."
    ),
    "weak-certificate": QT_TRANSLATE_NOOP("findings", "A certificate is too weakly protected."),
    "certificate-not-for-signing": QT_TRANSLATE_NOOP(
        "findings", "The signer's certificate was not issued for signatures."
    ),
    "issuer-not-entitled": QT_TRANSLATE_NOOP(
        "findings", "A certificate was issued by one who may not issue any."
    ),
    "time-missing": QT_TRANSLATE_NOOP("findings", "A signature does not say when it was made."),
    "certificate-not-valid-then": QT_TRANSLATE_NOOP(
        "findings", "A certificate was not valid at the claimed time of signing."
    ),
    "path-incomplete": QT_TRANSLATE_NOOP(
        "findings", "The issuer of a certificate is not known here. Compare its fingerprint."
    ),
    "self-signed": QT_TRANSLATE_NOOP(
        "findings", "The signer alone issued the signer's certificate. Compare its fingerprint."
    ),
    "root-unknown": QT_TRANSLATE_NOOP(
        "findings", "The root certificate is not one that you named as trusted. Compare its fingerprint."
    ),
    "certified-late": QT_TRANSLATE_NOOP(
        "findings", "A signature other than the first says to certify the document."
    ),
    "certification-unclear": QT_TRANSLATE_NOOP(
        "findings", "It is not clear which signature certifies the document."
    ),
    "not-permitted": QT_TRANSLATE_NOOP(
        "findings", "The first signature allows no other, and yet another followed."
    ),
    "catalog-changed": QT_TRANSLATE_NOOP(
        "findings", "The structure of the document was changed after a signature."
    ),
    "catalog-exchanged": QT_TRANSLATE_NOOP(
        "findings", "The structure of the document was exchanged after a signature."
    ),
    "form-changed": QT_TRANSLATE_NOOP("findings", "A field of the form was changed after a signature."),
    "object-supplied-later": QT_TRANSLATE_NOOP(
        "findings", "A place that was empty when signed was filled later."
    ),
    "object-changed": QT_TRANSLATE_NOOP("findings", "A part of the document was replaced after a signature."),
    "hidden-object": QT_TRANSLATE_NOOP(
        "findings", "Objects that belong to no signature were added after one."
    ),
    "page-changed": QT_TRANSLATE_NOOP("findings", "Pages were changed after a signature."),
    "field-added": QT_TRANSLATE_NOOP("findings", "A new place for a signature was added after a signature."),
    "annotation-changed": QT_TRANSLATE_NOOP(
        "findings", "A note or mark on a page was changed after a signature."
    ),
    "metadata-changed": QT_TRANSLATE_NOOP(
        "findings", "The description of the document was changed after a signature."
    ),
    "attachment-changed": QT_TRANSLATE_NOOP("findings", "An attached file was changed after a signature."),
    "manifest-unreadable": QT_TRANSLATE_NOOP("findings", "The attached list of files cannot be read."),
    "attachment-missing": QT_TRANSLATE_NOOP("findings", "An attached file is missing."),
    "attachment-exchanged": QT_TRANSLATE_NOOP(
        "findings", "An attached file is not the one that the list of files names."
    ),
    "record-unreadable": QT_TRANSLATE_NOOP("findings", "An attached record is missing or cannot be read."),
    "record-altered": QT_TRANSLATE_NOOP(
        "findings", "An attached record does not give the digest that the list of files names."
    ),
    "record-not-as-signed": QT_TRANSLATE_NOOP(
        "findings", "An attached record is not the one that the event chain tells."
    ),
    "record-corrected": QT_TRANSLATE_NOOP(
        "findings",
        "The entry of an exhibit was corrected; the custody extract holds what stood there before.",
    ),
    "record-not-in-chain": QT_TRANSLATE_NOOP(
        "findings", "The custody extract does not tell how a record was signed."
    ),
    "attachment-unlisted": QT_TRANSLATE_NOOP(
        "findings", "An attached file is not named in the list of files."
    ),
    "signer-exchanged": QT_TRANSLATE_NOOP(
        "findings", "Another signed in a place than the one for whom it is kept."
    ),
    "active-content": QT_TRANSLATE_NOOP(
        "findings", "The document holds instructions that a viewer may carry out."
    ),
    "outside-content": QT_TRANSLATE_NOOP(
        "findings", "The document takes parts of itself from files outside it."
    ),
    "layers": QT_TRANSLATE_NOOP("findings", "The document has layers that may be shown or hidden."),
    "attachment-twice": QT_TRANSLATE_NOOP("findings", "Two different attached files have the same name."),
    "attached-program": QT_TRANSLATE_NOOP("findings", "An attached file is a program. Do not open it."),
}
"""By code, where it is broken or unknown."""
