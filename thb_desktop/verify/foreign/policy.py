"""Policy: what a signature of others is judged by, told to pyHanko, which needs no network for it."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from asn1crypto import x509
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.fetchers.api import FetcherBackend, Fetchers
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager

from thb_desktop.verify.foreign.value import FairValidator

_REQUIRED = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED


class Revocation(Enum):
    """How much must be known of whether certificates were revoked, from the most to the least.

    They are tried in this order. Only a lack leads to the next, never that a certificate was revoked.
    """

    OF_ALL = RevocationCheckingPolicy(_REQUIRED, _REQUIRED)
    OF_SIGNER = RevocationCheckingPolicy(_REQUIRED, RevocationCheckingRule.CHECK_IF_DECLARED)
    IF_THERE = RevocationCheckingPolicy.from_legacy("soft-fail")


_SIGNERS = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


class _NoNetwork(FetcherBackend):
    """Fetches nothing. Otherwise pyHanko makes an HTTP client, even if it may not use it."""

    def get_fetchers(self) -> Fetchers:
        raise NotImplementedError("nothing is fetched")

    async def close(self) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """anchors: the certificates that the user trusts. now: the time of the check.

    known: certificates, and what says whether they were revoked, that stand elsewhere in the file.
    """

    anchors: Sequence[x509.Certificate]
    now: datetime
    known: LocalKnowledge

    @property
    def timing(self) -> ValidationTimingInfo:
        return ValidationTimingInfo(
            validation_time=self.now, best_signature_time=self.now, point_in_time_validation=False
        )

    def rules(self, revocation: Revocation) -> SignatureValidationSpec:
        """Return the rules as pyHanko takes them."""
        return SignatureValidationSpec(
            cert_validation_policy=CertValidationPolicySpec(
                trust_manager=SimpleTrustManager.build(trust_roots=self.anchors),
                revinfo_policy=CertRevTrustPolicy(revocation.value),
                signature_validator=FairValidator(),
            ),
            revinfo_gathering_policy=RevocationInfoGatheringSpec(
                online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY, fetcher_backend=_NoNetwork()
            ),
            local_knowledge=self.known,
            key_usage_settings=_SIGNERS,
        )


def finish[T](work: Coroutine[Any, Any, T]) -> T:
    """Run what pyHanko wrote for an event loop. Nothing in it waits for anything outside."""
    loop = _Loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()


class _Nothing:
    """What a loop asks for news from outside: there are none. A confined process may make no real one."""

    def select(self, timeout: float | None = None) -> list[object]:
        if timeout is None:
            raise RuntimeError("the library waits for something outside")
        return []


class _Loop(asyncio.BaseEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._selector = _Nothing()

    def _process_events(self, event_list: list[object]) -> None:
        pass

    def _write_to_self(self) -> None:
        pass
