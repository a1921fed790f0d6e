"""Requests about advertisements that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class AdMappingError(UsageError):
    """The choice of columns does not fit the table of advertisements."""

    code = "ad-mapping"


class AdsReadError(UsageError):
    """The advertisements of this file were read before, and that reading stands."""

    code = "ads-read"


class NoAdsError(UsageError):
    """There is no advertisement in the file."""

    code = "no-ads"


class AdsWithdrawnError(UsageError):
    """This reading of advertisements was withdrawn before."""

    code = "ads-withdrawn"
