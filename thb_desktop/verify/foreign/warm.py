"""Warm: one small signature is judged before the process is confined, so that all is loaded by then."""

from base64 import b64decode
from datetime import UTC, datetime

from asn1crypto import cms

from thb_desktop.verify.foreign.answer import Verdict
from thb_desktop.verify.foreign.judging import Given, judge

_MESSAGE = (
    "MIIDLQYJKoZIhvcNAQcCoIIDHjCCAxoCAQExDTALBglghkgBZQMEAgEwEAYJKoZIhvcNAQcBoAMEAXegggGJMIIBhTCCASugAwIB"
    "AgIUVwnXNILTmrNjs2a9C3IBZkRG4WgwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEd2FybTAgFw0yMDAxMDEwMDAwMDBaGA8yMTI2"
    "MTEwMjE5MjQzOVowDzENMAsGA1UEAwwEd2FybTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJG57ayX/eHsH4BGthdCCrByDmKX"
    "39QqxVDDFxLOVpYqUVIcLyBB/GxLMj672xEvOM5wuEFdywrq3IsUSaMfgyCjYzBhMB0GA1UdDgQWBBQJAqLf8agU4htyT+M3ylUz"
    "BKlNijAfBgNVHSMEGDAWgBQJAqLf8agU4htyT+M3ylUzBKlNijAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwIHgDAKBggq"
    "hkjOPQQDAgNIADBFAiBV4meOUsOWunrbPaMMU0vYKgBUSAsybN1gdqcy52unRAIhAOb2tqtd4T+ehKYF6J43uGJDFzxEYPLj031A"
    "lOl87BmHMYIBZTCCAWECAQEwJzAPMQ0wCwYDVQQDDAR3YXJtAhRXCdc0gtOas2OzZr0LcgFmREbhaDALBglghkgBZQMEAgGggc8w"
    "GAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTI2MTkyNDQwWjAvBgkqhkiG9w0BCQQxIgQgUOch"
    "5JwBPwDGLPWfIWNUKp2N8CRk7+thXTEFGw/dwyYwZAYLKoZIhvcNAQkQAi8xVTBTMFEwTwQg1mgLMJbPmJtHk5XU+s0AXNQPeu4/"
    "acY0fiKw0213/FYwKzATpBEwDzENMAsGA1UEAwwEd2FybQIUVwnXNILTmrNjs2a9C3IBZkRG4WgwCgYIKoZIzj0EAwIESDBGAiEA"
    "j9uD4nF1fvCTDPJB3je3Xc9IODYh2ET3oZaWAPzyb88CIQCpBPUNCFOG2jM6nGWxClDNzKT10dP8n8zcfNn6h8LK2A=="
)
"""A CAdES signature of one letter by a certificate "warm", whose key nobody has: made with OpenSSL."""
_AT = datetime(2026, 1, 1, tzinfo=UTC)


def up() -> None:
    """Judge it. Raises RuntimeError if it is not as it must be: then nothing else can be judged either."""
    data = b64decode(_MESSAGE)
    anchor = cms.ContentInfo.load(data)["content"]["certificates"][0].chosen.dump()
    answer = judge(Given(data=data, content=None, name="", anchors=(anchor,), now=_AT))
    if answer.verdict is not Verdict.VALID:
        raise RuntimeError("what judges signatures does not work")
