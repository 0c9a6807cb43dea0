"""Assumptions of the simulated city: each value with its unit, and the reason or source for it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any


def _assumed(value: float, unit: str, why: str) -> Any:
    return field(default=value, metadata={"unit": unit, "why": why})


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the simulation takes for granted; everything else is decided by the modules of the program."""

    # The city.
    side_km: float = _assumed(16, "km", "a square as large as the built-up part of Rotterdam and its neighbours; ours")
    shops: int = _assumed(1_500, "shops", "of the twelve branches that are robbed most, for 600,000 people; ours")
    shopping_areas: int = _assumed(60, "areas", "25 shops each: a shopping street or a neighbourhood centre; ours")
    area_spread_m: float = _assumed(250, "m", "standard deviation of a shop's distance to the middle of its area; ours")
    days: int = _assumed(365, "days", "a year, so that no season counts twice")

    # The crews.
    robberies: float = _assumed(
        40,
        "a year",
        "676 robberies in 2021, 255 of them in homes and 24 of couriers; the units Rotterdam and Amsterdam have 40%"
        " (Actieprogramma 2022-2026), so Rotterdam 79 of shops, of which this city is taken to have half",
    )
    fewest_scouted: int = _assumed(3, "shops", "the three jewellers of story 2 of docs/domain.md")
    most_scouted: int = _assumed(8, "shops", "ours: no count of the shops that a crew scouts was found")
    second_looks: int = _assumed(1, "visits", "to the shop that they rob, after the first look; ours")
    fewest_days: float = _assumed(2, "days", "of scouting before the robbery: story 2 of docs/domain.md has four days")
    most_days: float = _assumed(
        10,
        "days",
        "scouting takes days, weeks or months (Sexton, Jewellery Business 2015); the short end, the harder",
    )
    strikes_after_most: float = _assumed(
        48, "hours", "after the last look, at least one: the day after at a transport in Amsterdam (AT5, 2021)"
    )
    roams_m: float = _assumed(5_000, "m", "around the place from where they work; story 2 of docs/domain.md")
    same_branch: float = _assumed(0.8, "share", "of the scouted shops that are of the branch they are after; ours")
    goes_on: float = _assumed(
        0.42, "share", "of the crews that rob again: police clear up 53 to 63% of robberies (Actieprogramma 2022-2026)"
    )
    longest_rest: float = _assumed(
        14, "days", "from a robbery to the next scouting; chains of robberies are short (Haberman and Ratcliffe 2012)"
    )
    moves: float = _assumed(0.5, "share", "of the crews that go on that do so from elsewhere in the city; ours")

    # What there is to see, and what a shop makes of it.
    harmless: float = _assumed(
        0.25,
        "a shop and month",
        "visits that look like scouting and are not: three a year; ours. With p = 0.2 a shop reports 0.6 a year",
    )
    repertoire: int = _assumed(4, "signals", "that a crew has; harmless people have one or two; ours")
    shows: float = _assumed(0.6, "share", "of a crew's signals in one visit; ours")
    ticked: float = _assumed(0.8, "share", "of the signals shown that a shop reports; ours")
    persons_told: float = _assumed(0.9, "share", "of the reports that say how many they were; ours")
    clothing_told: float = _assumed(0.6, "share", "of the reports with the colour of clothing; ours")
    vehicle_told: float = _assumed(0.5, "share", "of the reports with the vehicle, where there is one; ours")
    mistaken: float = _assumed(0.15, "share", "of what is told of persons, clothing and vehicle that is wrong; ours")
    changes_clothes: float = _assumed(0.5, "share", "of the visits for which a crew has changed its clothes; ours")
    reports_after: float = _assumed(30, "minutes", "mean, exponential, from a visit to its report; ours")

    # The police.
    robbery_notice_after: float = _assumed(
        20, "minutes", "mean, exponential, from the report of a robbery to the notice; story 1 of docs/domain.md"
    )
    other_notice_after: float = _assumed(
        4, "hours", "mean, exponential, from another report, or a pattern, to the notice; ours: within a shift"
    )
    follow_up_sent: float = _assumed(
        0.8,
        "share",
        "of the robberies of a week ago on which police send a follow-up; ours: they are asked once, who is asked may"
        " be away, and some robbers are known to be arrested by then",
    )
    real_sent: float = _assumed(
        0.35,
        "share",
        "of the lone reports of a crew on which police send a notice; ours: they ask back, look at images and know"
        " plates, and still most pass",
    )
    harmless_sent: float = _assumed(
        0.01, "share", "of the lone reports of harmless people on which they do; ours, and the weakest of all"
    )

    # The ways of today.
    letter_soonest: float = _assumed(1, "days", "from a robbery to the letter: police agree to it first; ours")
    letter_latest: float = _assumed(3, "days", "the same, at the latest; ours")
    letter_reach_m: float = _assumed(5_000, "m", "shops of the same branch; as the way is defined")
    chat_after: float = _assumed(1, "minutes", "from a report to its message in the chat of the shopping area; ours")

    # What counts as warned.
    warned_before: float = _assumed(1, "hours", "before the robbery, at the latest; as the figure is defined")
    remembered: float = _assumed(14, "days", "how long a warning counts: as long as a notice of a pattern is live")

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield name, value, unit and reason of each assumption."""
        for one in fields(self):
            yield one.name, f"{getattr(self, one.name):g}", one.metadata["unit"], one.metadata["why"]


ASSUMED = Assumptions()
