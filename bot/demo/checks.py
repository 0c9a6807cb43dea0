"""What the story holds the bot to, computed from the neighbourhood by plain code of its own."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alerts.branch import Branch
from alerts.delivery import OPEN_STATES
from alerts.ids import AlertId
from alerts.severity import Severity
from bot.demo.cast import Cast
from bot.demo.neighbourhood import concerned, kilometres
from bot.demo.phone import Phone, Seen

NEAR = "minder dan 250 m"  # what the bot says of the own postcode area
SETTLED_WITHIN = 30.0  # seconds
AT_ONCE = 8  # requests under way at once, which may overtake one another


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom a notice of the story is meant to reach; `reached` and `spared` are postcodes that show the difference."""

    place: str
    reach_km: int
    branches: tuple[Branch, ...]
    severity: Severity
    hours: int
    who: str
    reached: frozenset[str]
    spared: frozenset[str]


ROBBERY = Plan(
    place="2903",
    reach_km=5,
    branches=(Branch.SUPERMARKET, Branch.NIGHT_SHOP),
    severity=Severity.P2,
    hours=2,
    who="supermarkten en avondwinkels",
    reached=frozenset({"2922", "3065"}),
    spared=frozenset({"2801", "3011"}),
)
PATTERN = Plan(
    place="2903",
    reach_km=10,
    branches=(Branch.JEWELLER, Branch.OPTICIAN),
    severity=Severity.P3,
    hours=14 * 24,
    who="juweliers en opticiens",
    reached=frozenset({"2922", "3011"}),
    spared=frozenset({"2801"}),
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom the alert concerns, and how far their postcode lies from the place."""

    phone: Phone
    pc4: str
    km: float

    @property
    def distance(self) -> str:
        """As the alert says it."""
        return f"{self.km:.1f} km".replace(".", ",") if self.km >= 1 else NEAR


def expected_recipients(cast: Cast, plan: Plan) -> list[Recipient]:
    """The verified shops of these branches in reach, the jeweller of the story among them; nearest first."""
    is_own = Branch.JEWELLER in plan.branches
    own = [Recipient(cast.jeweller.phone, plan.place, 0.0)] if is_own else []
    others = [
        Recipient(cast.others[shop.name], shop.pc4, kilometres(plan.place, shop.pc4))
        for shop in concerned(plan.place, plan.reach_km, plan.branches)
    ]
    return sorted([*own, *others], key=lambda one: one.km)


def check_reach(cast: Cast, plan: Plan, summary: Seen) -> None:
    """What the preview says about its recipients; a colleague who gets a copy is one of them."""
    expected = expected_recipients(cast, plan)
    cast.transcript.check(
        f"het voorbeeld telt {len(expected)} winkels en 1 coördinator, de verste op {expected[-1].distance}",
        cast.words("alert-reaches", count=len(expected) + 1) in summary.text
        and cast.words("alert-farthest", distance=expected[-1].distance) in summary.text,
        summary.text,
    )


def check_who(cast: Cast, plan: Plan, expected: Sequence[Recipient], *, sent_to: Sequence[int]) -> None:
    """Exactly those, each once."""
    names = {phone.user_id: phone.name for phone in cast.others.values()}
    names |= {actor.phone.user_id: actor.name for actor in (cast.jeweller, cast.bakery)}
    wanted = Counter(one.phone.user_id for one in expected)
    missing, surplus = wanted - Counter(sent_to), Counter(sent_to) - wanted
    cast.transcript.check(
        f"precies de {len(expected)} {plan.who} die het aangaat kregen het, ieder één keer",
        not missing and not surplus,
        f"niet gekregen: {_named(missing, names)}; onterecht of dubbel: {_named(surplus, names)}",
    )
    postcodes = {one.pc4 for one in expected}
    cast.transcript.check(
        f"ook in {' en '.join(sorted(plan.reached))}, niet in {' of '.join(sorted(plan.spared))}",
        plan.reached <= postcodes and not plan.spared & postcodes,
    )


def check_order(cast: Cast, expected: Sequence[Recipient], sent_to: Sequence[int]) -> None:
    """Nearest first, as far as requests that are under way together allow."""
    km = {one.phone.user_id: one.km for one in expected}
    sent = [km[user_id] for user_id in sent_to]
    wanted = sorted(sent)
    late = [
        place
        for place, distance in enumerate(sent)
        if not wanted[max(0, place - AT_ONCE)] <= distance <= wanted[min(place + AT_ONCE, len(wanted) - 1)]
    ]
    cast.transcript.check("de dichtstbijzijnde winkels kregen het eerst", not late, f"niet op volgorde: {sent}")


async def check_texts(
    cast: Cast, expected: Sequence[Recipient], *, number: str, preview: Seen, label: str = "P2 · TLP:AMBER"
) -> None:
    """Every recipient's message, read on their own phone."""
    messages = {one: await _alert_on(one.phone, number) for one in expected}
    wrong = [one.phone.name for one, seen in messages.items() if seen is None or label not in seen.text]
    cast.transcript.check(f"in elk bericht staan nummer {number} en {label}", not wrong, ", ".join(wrong))
    wrong = [
        f"{one.phone.name} ({one.distance})"
        for one, seen in messages.items()
        if seen is None or f"({one.distance} " not in seen.text
    ]
    cast.transcript.check("in elk bericht staat de afstand tot die winkel", not wrong, ", ".join(wrong))
    open_ones = [one.phone.name for one, seen in messages.items() if seen is None or not seen.is_protected]
    cast.transcript.check("doorsturen en bewaren staat bij iedereen uit", not open_ones, ", ".join(open_ones))
    nearest = messages[expected[0]]
    cast.transcript.check(
        "het voorbeeld was letterlijk wat bij de dichtstbijzijnde winkel aankwam",
        nearest is not None and (nearest.text, nearest.is_protected) == (preview.text, preview.is_protected),
        f"voorbeeld: {preview.text!r}, aangekomen: {nearest.text if nearest else None!r}",
    )


async def check_silence(cast: Cast, phones: Mapping[str, Phone], number: str) -> None:
    """These got nothing of it."""
    for who, phone in phones.items():
        heard = await _alert_on(phone, number)
        cast.transcript.check(f"{who} ({phone.name}) kreeg niets", heard is None, heard.text if heard else "")


async def sent_since(cast: Cast, since: int, number: str, *, or_a_line: bool = False) -> list[int]:
    """To whom the notice (or a line about it) went since an event, in order; coordinators and group chats aside."""
    aside = {cast.police.phone.user_id, cast.marshal.phone.user_id}
    events = (await cast.playground.get("events", after=since, timeout=0))["events"]
    return [
        event["chat"]
        for event in events
        if event["type"] == "message" and event["chat"] > 0 and event["chat"] not in aside
        if _is_notice(text := event["message"].get("text") or "", number) or (or_a_line and number in text)
    ]


async def only_live_alert(cast: Cast) -> AlertId:
    """The alert of the story."""
    async with cast.program.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(cast.clock.now())
    return alert.id


async def until_settled(cast: Cast, alert: AlertId) -> None:
    """Await that nothing of the alert waits any more; a delivery that is dropped is heard by nobody."""
    async with asyncio.timeout(SETTLED_WITHIN):
        while await _is_open(cast, alert):  # noqa: ASYNC110 -- the database tells nobody
            await asyncio.sleep(0.02)


async def _is_open(cast: Cast, alert: AlertId) -> bool:
    async with cast.program.storage.reading() as uow:
        return any(count.state in OPEN_STATES for count in await uow.deliveries.counts(alert))


def _is_notice(text: str, number: str) -> bool:
    return number in text and "Geldt tot" in text


async def _alert_on(phone: Phone, number: str) -> Seen | None:
    return next((seen for seen in await phone.received() if _is_notice(seen.text, number)), None)


def _named(users: Counter[int], names: Mapping[int, str]) -> str:
    return ", ".join(names.get(user, str(user)) for user in users) or "niemand"
