"""Codes of currencies: ISO 4217, and crypto-assets by their usual short names.

Source: lists one and three of ISO 4217 as published by SIX (the maintenance agency), in the state of
1 January 2026, as compiled on 2026-02-01 by the data set `currency-codes` of datahub.io. Left out are the
codes for tests and for no currency (XTS, XXX), and what was withdrawn before 1999.
"""

AS_OF = "2026-01-01"
"""The day of the list."""

_CURRENT = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF
GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN
PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC
XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG
"""
CURRENT = frozenset(_CURRENT.split())

_WITHDRAWN = """
ADP AFA ANG AON AOR ATS AYM AZM BEF BGL BGN BYB BYR CHC CSD CUC CYP DEM ECS ECV EEK ESP FIM FRF GHC GHP GRD
HRK IEP ITL LTL LUF LVL MGF MRO MTL MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TJR TMM TPE TRL USS VEB VEF
XEU XFO XFU XRE YUM ZMK ZRN ZWD ZWL ZWN ZWR
"""
WITHDRAWN = frozenset(_WITHDRAWN.split())
"""Withdrawn since 1999: files of earlier years state them."""

ASSETS = frozenset({"BTC", "ETH", "TRX", "USDT"})
"""Crypto-assets of the networks whose addresses are checked. Any other is named at its wallet first."""

CODES = CURRENT | WITHDRAWN | ASSETS
