"""Names: what a certificate says of a person, made safe to show."""

from asn1crypto import x509

from thb_desktop.verify.documents.shown import shown

_SHOWN = ("common_name", "organization_name", "country_name")
_MOST = 160


def name_of(name: x509.Name) -> str:
    """Return common name, organisation and country, as the certificate has them; "?" if it has none."""
    try:
        parts = name.native
        said = [shown(str(parts[kind])) for kind in _SHOWN if parts.get(kind)]
    except (ValueError, TypeError, KeyError):
        return "?"
    return ", ".join(said)[:_MOST] or "?"


def subject_of(certificate: x509.Certificate) -> str:
    return name_of(certificate.subject)


def issuer_of(certificate: x509.Certificate) -> str:
    return name_of(certificate.issuer)
