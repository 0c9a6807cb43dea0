"""The story's checks, computed from the neighbourhood by code that is independent of the bot."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.delivery import OPEN_STATES
from alerts.ids import AlertId
from alerts.member import Language
from alerts.severity import Severity
from bot.demo.cast import Cast, Words
from bot.demo.neighbourhood import concerned, kilometres
from bot.demo.phone import Phone, Seen

NEAR_M = 250  # metres; within one's own postcode area the bot says "less than" this
SETTLED_WITHIN = 30.0  # seconds
AT_ONCE = 8  # concurrent requests, which may overtake one another


@dataclass(frozen=True, slots=True)
class Plan:
    """The audience of an alert in the story; `reached` and `spared` are PC4s that show the difference. `hit` is the
    branch that reported it."""

    kind: IncidentKind
    hit: Branch
    place: str
    reach_km: int
    branches: tuple[Branch, ...]
    severity: Severity
    hours: int
    who: tuple[str, str]  # in Dutch and in English
    reached: frozenset[str]
    spared: frozenset[str]


ROBBERY = Plan(
    kind=IncidentKind.ROBBERY,
    hit=Branch.SUPERMARKET,
    place="2903",
    reach_km=5,
    branches=(Branch.SUPERMARKET, Branch.NIGHT_SHOP),
    severity=Severity.P2,
    hours=2,
    who=("supermarkten en avondwinkels", "supermarkets and night shops"),
    reached=frozenset({"2922", "3065"}),
    spared=frozenset({"2801", "3011"}),
)
PATTERN = Plan(
    kind=IncidentKind.RECONNAISSANCE,
    hit=Branch.JEWELLER,
    place="2903",
    reach_km=10,
    branches=(Branch.JEWELLER, Branch.OPTICIAN),
    severity=Severity.P3,
    hours=14 * 24,
    who=("juweliers en opticiens", "jewellers and opticians"),
    reached=frozenset({"2922", "3011"}),
    spared=frozenset({"2801"}),
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person whom the alert concerns, and the distance of their PC4 from the place in kilometres."""

    phone: Phone
    pc4: str
    km: float

    def distance(self, words: Words) -> str:
        """The distance in the words of the alert."""
        if self.km < 1:
            return words("distance-near", metres=str(NEAR_M))
        return f"{self.km:.1f} km".replace(".", "," if words.language is Language.DUTCH else ".")


def expected_recipients(cast: Cast, plan: Plan) -> list[Recipient]:
    """List the verified shops of these branches in reach, the story's jeweller included; nearest first."""
    is_own = Branch.JEWELLER in plan.branches
    own = [Recipient(cast.jeweller.phone, plan.place, 0.0)] if is_own else []
    others = [
        Recipient(cast.others[shop.name], shop.pc4, kilometres(plan.place, shop.pc4))
        for shop in concerned(plan.place, plan.reach_km, plan.branches)
    ]
    return sorted([*own, *others], key=lambda one: one.km)


def check_reach(cast: Cast, plan: Plan, summary: Seen) -> None:
    """Check the recipients that the preview announces; a colleague who gets a copy counts too."""
    expected = expected_recipients(cast, plan)
    farthest = expected[-1].distance(cast.words)
    cast.transcript.check(
        f"het voorbeeld telt {len(expected)} winkels en 1 coördinator, de verste op {farthest}",
        f"the preview counts {len(expected)} shops and 1 coordinator, the farthest at {farthest}",
        cast.words("alert-reaches", count=len(expected) + 1) in summary.text
        and cast.words("alert-farthest", distance=farthest) in summary.text,
        summary.text,
    )


def check_who(cast: Cast, plan: Plan, expected: Sequence[Recipient], *, sent_to: Sequence[int]) -> None:
    """Check that exactly the expected recipients got the alert, each once."""
    names = {phone.user_id: phone.name for phone in cast.others.values()}
    names |= {actor.phone.user_id: actor.name for actor in (cast.jeweller, cast.bakery)}
    wanted = Counter(one.phone.user_id for one in expected)
    missing, surplus = wanted - Counter(sent_to), Counter(sent_to) - wanted
    dutch, english = plan.who
    cast.transcript.check(
        f"precies de {len(expected)} {dutch} die het aangaat kregen het, ieder één keer",
        f"exactly the {len(expected)} {english} that it concerns got it, each once",
        not missing and not surplus,
        f"missing: {_named(missing, names)}; surplus: {_named(surplus, names)}",
    )
    postcodes = {one.pc4 for one in expected}
    cast.transcript.check(
        f"ook in {' en '.join(sorted(plan.reached))}, niet in {' of '.join(sorted(plan.spared))}",
        f"in {' and '.join(sorted(plan.reached))} too, not in {' or '.join(sorted(plan.spared))}",
        plan.reached <= postcodes and not plan.spared & postcodes,
    )


def check_order(cast: Cast, expected: Sequence[Recipient], sent_to: Sequence[int]) -> None:
    """Check that the nearest got it first, allowing for requests that run concurrently."""
    km = {one.phone.user_id: one.km for one in expected}
    sent = [km[user_id] for user_id in sent_to]
    wanted = sorted(sent)
    late = [
        place
        for place, distance in enumerate(sent)
        if not wanted[max(0, place - AT_ONCE)] <= distance <= wanted[min(place + AT_ONCE, len(wanted) - 1)]
    ]
    cast.transcript.check(
        "de dichtstbijzijnde winkels kregen het eerst",
        "the nearest shops got it first",
        not late,
        f"not in order: {sent}",
    )


async def check_texts(
    cast: Cast,
    expected: Sequence[Recipient],
    *,
    number: str,
    preview: Seen,
    urgency: str = "urgency-P2",
    label: str = "TLP:AMBER",
) -> None:
    """Check every recipient's message on their own phone."""
    check, words = cast.transcript.check, cast.words
    messages = {one: await _alert_on(cast, one.phone, number) for one in expected}
    first = words(urgency)
    wrong = [
        one.phone.name
        for one, seen in messages.items()
        if seen is None or not seen.text.startswith(f"{first}: ") or f"({label})" not in seen.text
    ]
    check(
        f"elk bericht begint met {first}, en er staan nummer {number} en {label} in",
        f"each notice begins with {first}, and has number {number} and {label}",
        not wrong,
        ", ".join(wrong),
    )
    wrong = [
        f"{one.phone.name} ({one.distance(words)})"
        for one, seen in messages.items()
        if seen is None or f", {one.distance(words)} " not in seen.text.partition("\n")[0]
    ]
    check(
        "in de eerste regel staat de afstand tot die winkel",
        "the first line has the distance to that shop",
        not wrong,
        ", ".join(wrong),
    )
    open_ones = [one.phone.name for one, seen in messages.items() if seen is None or not seen.is_protected]
    check(
        "doorsturen en bewaren staat bij iedereen uit",
        "nobody can forward or save it",
        not open_ones,
        ", ".join(open_ones),
    )
    nearest = messages[expected[0]]
    is_same = nearest is not None and (_timeless(nearest), nearest.is_protected) == (
        _timeless(preview),
        preview.is_protected,
    )
    check(
        "het voorbeeld was letterlijk wat bij de dichtstbijzijnde winkel aankwam",
        "the preview was to the letter what the nearest shop got",
        is_same,
        f"preview: {preview.text!r}, arrived: {nearest.text if nearest else None!r}",
    )


def _timeless(notice: Seen) -> str:
    """Return the text without how long ago it happened, which a minute changes."""
    first, _, rest = notice.text.partition("\n")
    return f"{first.partition(' · ')[0]}\n{rest}"


async def check_silence(cast: Cast, phones: Mapping[tuple[str, str], Phone], number: str) -> None:
    """Check that these phones got nothing; the keys describe their owners in Dutch and in English."""
    for (dutch, english), phone in phones.items():
        heard = await _alert_on(cast, phone, number)
        cast.transcript.check(
            f"{dutch} ({phone.name}) kreeg niets",
            f"{english} ({phone.name}) got nothing",
            heard is None,
            heard.text if heard else "",
        )


async def sent_since(cast: Cast, since: int, number: str, *, or_a_line: bool = False) -> list[int]:
    """List who got the alert (or a line about it) since an event, in order, without coordinators and group chats."""
    aside = {cast.police.phone.user_id, cast.marshal.phone.user_id}
    events = (await cast.playground.get("events", after=since, timeout=0))["events"]
    return [
        event["chat"]
        for event in events
        if event["type"] == "message" and event["chat"] > 0 and event["chat"] not in aside
        if is_notice(text := event["message"].get("text") or "", number, cast.words) or (or_a_line and number in text)
    ]


async def only_live_alert(cast: Cast) -> AlertId:
    """Return the id of the story's only live alert."""
    async with cast.program.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(cast.clock.now())
    return alert.id


async def until_settled(cast: Cast, alert: AlertId) -> None:
    """Wait until no delivery of the alert is open; a dropped delivery causes no event, so this polls."""
    async with asyncio.timeout(SETTLED_WITHIN):
        while await _is_open(cast, alert):  # noqa: ASYNC110 -- the database tells nobody
            await asyncio.sleep(0.02)


async def _is_open(cast: Cast, alert: AlertId) -> bool:
    async with cast.program.storage.reading() as uow:
        return any(count.state in OPEN_STATES for count in await uow.deliveries.counts(alert))


def is_notice(text: str, number: str, words: Words) -> bool:
    """Tell whether this is the whole alert with this number, not a line about it."""
    return number in text and words("alert-call") in text


async def _alert_on(cast: Cast, phone: Phone, number: str) -> Seen | None:
    return next((seen for seen in await phone.received() if is_notice(seen.text, number, cast.words)), None)


def _named(users: Counter[int], names: Mapping[int, str]) -> str:
    return ", ".join(names.get(user, str(user)) for user in users) or "nobody"
