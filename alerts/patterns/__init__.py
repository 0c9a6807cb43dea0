"""Patterns: reports from different verified shops that look alike. Only people decide what such a pattern means."""

from alerts.patterns.description import NO_GROUND, may_be_compared, sighting_of
from alerts.patterns.explanation import Explanation, Told, explain
from alerts.patterns.notice import Proposal, propose_notice
from alerts.patterns.pattern import DismissReason, Pattern, PatternState
from alerts.patterns.rules import LEAST, Rules
from alerts.patterns.sighting import Sighting
from alerts.patterns.traits import values_of
from alerts.patterns.weights import Trait
from alerts.patterns.window import Cluster, Window, search, search_around

__all__ = [
    "LEAST",
    "NO_GROUND",
    "Cluster",
    "DismissReason",
    "Explanation",
    "Pattern",
    "PatternState",
    "Proposal",
    "Rules",
    "Sighting",
    "Told",
    "Trait",
    "Window",
    "explain",
    "may_be_compared",
    "propose_notice",
    "search",
    "search_around",
    "sighting_of",
    "values_of",
]
