"""What the story holds the bot to, computed from the neighbourhood by plain code of its own."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from alerts.branch import Branch
from alerts.delivery import OPEN_STATES
from alerts.ids import AlertId
from bot.demo.cast import Cast
from bot.demo.neighbourhood import concerned, kilometres
from bot.demo.phone import Phone, Seen

PLACE = "2903"
REACH_KM = 5
BRANCHES = (Branch.JEWELLER, Branch.OPTICIAN)
NEAR = "minder dan 250 m"  # what the bot says of the own postcode area
SETTLED_WITHIN = 10.0  # seconds
AT_ONCE = 8  # requests under way at once, which may overtake one another


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


def expected_recipients(cast: Cast) -> list[Recipient]:
    """The jeweller of the story, and the verified jewellers and opticians in reach; nearest first."""
    own = Recipient(cast.jeweller.phone, PLACE, 0.0)
    others = [
        Recipient(cast.others[shop.name], shop.pc4, kilometres(PLACE, shop.pc4))
        for shop in concerned(PLACE, REACH_KM, BRANCHES)
    ]
    return sorted([own, *others], key=lambda one: one.km)


def check_who(cast: Cast, expected: Sequence[Recipient], sent_to: Sequence[int]) -> None:
    """Exactly those, each once."""
    names = {phone.user_id: phone.name for phone in cast.others.values()}
    names |= {actor.phone.user_id: actor.name for actor in (cast.jeweller, cast.second, cast.bakery)}
    wanted = Counter(one.phone.user_id for one in expected)
    missing, surplus = wanted - Counter(sent_to), Counter(sent_to) - wanted
    cast.transcript.check(
        f"precies de {len(expected)} juweliers en opticiens die het aangaat kregen het, ieder één keer",
        not missing and not surplus,
        f"niet gekregen: {_named(missing, names)}; onterecht of dubbel: {_named(surplus, names)}",
    )
    postcodes = {one.pc4 for one in expected}
    cast.transcript.check(
        "ook in 2922 (overkant van de IJssel) en 3065 (Rotterdam), niet in 2801 (Gouda) of 3011",
        {"2922", "3065"} <= postcodes and not {"2801", "3011"} & postcodes,
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


async def check_texts(cast: Cast, expected: Sequence[Recipient], *, number: str, preview: Seen) -> None:
    """Every recipient's message, read on their own phone."""
    messages = {one: await _alert_on(one.phone, number) for one in expected}
    wrong = [one.phone.name for one, seen in messages.items() if seen is None or not _says_all(seen, number)]
    cast.transcript.check(f"in elk bericht staan nummer {number}, P2 en TLP:AMBER", not wrong, ", ".join(wrong))
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


async def sent_since(cast: Cast, since: int, besides: Collection[int] = ()) -> list[int]:
    """To whom messages went since an event, in that order, the police and some others aside."""
    aside = {cast.police.phone.user_id, *besides}
    calls = await cast.playground.calls("sendMessage", after=since)
    return [int(call["chat_id"]) for call in calls if call["ok"] and int(call["chat_id"]) not in aside]


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


def _says_all(seen: Seen, number: str) -> bool:
    return all(part in seen.text for part in (number, "P2", "TLP:AMBER"))


async def _alert_on(phone: Phone, number: str) -> Seen | None:
    return next((seen for seen in await phone.received() if number in seen.text and "Geldt tot" in seen.text), None)


def _named(users: Counter[int], names: Mapping[int, str]) -> str:
    return ", ".join(names.get(user, str(user)) for user in users) or "niemand"
