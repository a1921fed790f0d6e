"""The office whose vault it is."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import VaultId


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office, one vault, one root certificate (X.509, DER, base64) from which its users' are issued.

    header_epoch: of the vault's header when a way to open the vault was last changed; an older header can
    be put back by anybody, and then opens with the secrets of its time.
    """

    id: VaultId
    name: str
    created_at: datetime
    root_certificate: str
    header_epoch: int = 1
