"""Likely details of a report: the signals and the kinds of loot that are asked about first."""

from collections.abc import Collection, Mapping

from alerts.branch import Branch
from alerts.report import ReportKind, Signal

# By the branch of the reporter's shop, then by the kind of report (docs/domain.md §3; ours).
_VALUABLES = (Branch.JEWELLER, Branch.OPTICIAN, Branch.TELECOM, Branch.SECONDHAND_GOLD)
_SIGNALS_OF_KIND: Mapping[ReportKind, tuple[Signal, ...]] = {
    ReportKind.RECONNAISSANCE: (
        *(Signal.INTEREST_LAYOUT, Signal.PHOTOS, Signal.QUESTIONS_SECURITY),
        *(Signal.NO_PURCHASE_LOOP, Signal.LOOKOUT),
    ),
    ReportKind.SUSPICIOUS_SITUATION: (
        *(Signal.WATCHING_FROM_VEHICLE, Signal.LOOKOUT, Signal.CLOSING_TIME),
        *(Signal.PHOTOS, Signal.FACE_HIDDEN),
    ),
}
_LOOT_OF_BRANCH: Mapping[Branch, str] = {
    Branch.JEWELLER: "jewellery",
    Branch.SECONDHAND_GOLD: "jewellery",
    Branch.TELECOM: "phones",
    Branch.OPTICIAN: "glasses",
    Branch.PHARMACY: "medicine",
    Branch.DRUGSTORE: "medicine",
}


def likely_signals(kind: ReportKind | None, branches: Collection[Branch]) -> tuple[Signal, ...]:
    """Return the signals that are likely in a report of this kind from shops of these branches, the likeliest first."""
    valuable = (Signal.HIGH_VALUE_REQUEST,) if not set(_VALUABLES).isdisjoint(branches) else ()
    return (*valuable, *_SIGNALS_OF_KIND.get(kind or ReportKind.SUSPICIOUS_SITUATION, ()))


def likely_loot(branches: Collection[Branch]) -> tuple[str, ...]:
    """Return the kinds of loot that are likely at shops of these branches, the likeliest first."""
    of_branches = (loot for branch, loot in _LOOT_OF_BRANCH.items() if branch in branches)
    return tuple(dict.fromkeys((*of_branches, "cash", "tobacco", "phones", "other")))
