"""Codes of stays: what a place was to a person, and what kind of place it was."""

from enum import StrEnum


class StayRole(StrEnum):
    """What the place was to the person, as the source says."""

    LIVED = "LIVED"
    LODGED = "LODGED"
    WORKED = "WORKED"
    EXPLOITED = "EXPLOITED"
    HELD = "HELD"
    RECRUITED = "RECRUITED"
    MET = "MET"
    PASSED_THROUGH = "PASSED_THROUGH"
    SEEN = "SEEN"
    OTHER = "OTHER"


class PlaceKind(StrEnum):
    """What kind of place it was then, as the source says."""

    PRIVATE_HOME = "PRIVATE_HOME"
    HOTEL = "HOTEL"
    SHORT_LET = "SHORT_LET"
    WORKERS_LODGING = "WORKERS_LODGING"
    CALL_CENTRE = "CALL_CENTRE"
    BUSINESS = "BUSINESS"
    FARM_OR_SITE = "FARM_OR_SITE"
    NIGHTLIFE = "NIGHTLIFE"
    INSTITUTION = "INSTITUTION"
    STREET = "STREET"
    VEHICLE = "VEHICLE"
    OTHER = "OTHER"
