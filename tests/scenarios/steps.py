"""Steps that people repeat: subscribe, verify, and compose an alert, all by typing and tapping."""

import re
from collections.abc import Collection

from alerts.branch import Branch
from bot.demo.phone import Phone, Seen
from tests.scenarios.world import World

ROLE_LINK = re.compile(r"https://t\.me/\S+\?start=\S+")
NUMBER = re.compile(r"(?<!M-)\b20\d\d-\d{4}\b")
WHAT = "Man bekeek lang de vitrines en vroeg naar de sluittijd."


async def subscribe(world: World, name: str, *, postcode: str = "2903AB", branch: Branch = Branch.JEWELLER) -> Phone:
    """Subscribe a person with a shop that a coordinator can verify."""
    phone, words = await world.playground.person(name), world.words
    await phone.type("/start")
    await phone.expect(words("start-postcode"))
    await phone.type(postcode)
    await phone.expect(words("start-branch"))
    await phone.type(words(f"branch-{branch}"))
    await phone.expect("Klopt dit?")
    await phone.tap(words("start-right"))
    await phone.expect(words("details-name"))
    await phone.type(name)
    await phone.expect("huisnummer")
    await phone.type("12")
    await phone.expect("Dank je.")
    await phone.expect(words("night-question"))  # the last message, so that nothing is under way any more
    return phone


async def verify(world: World, coordinator: Phone, shop: Phone) -> None:
    """Verify a shop from the notice that the coordinator got."""
    await coordinator.expect(lambda seen: shop.name in seen.text and "Nieuwe aanmelding" in seen.text)
    await coordinator.tap(world.words("signup-verify"))
    await shop.expect(world.words("verified-what"))


async def compose(
    world: World,
    police: Phone,
    *,
    what: str = WHAT,
    place: str = "2903",
    km: int = 5,
    branches: Collection[Branch] = (Branch.JEWELLER,),
    severity: str = "P2",
    until: str = "alert-until-2",
) -> Seen:
    """Go through /alert to its end, and return the preview of the notice."""
    await begin_alert(world, police)
    await police.type(what)
    return await finish_composing(world, police, place=place, km=km, branches=branches, severity=severity, until=until)


async def begin_alert(world: World, police: Phone) -> None:
    """Go through /alert step by step, up to the question what happened."""
    await police.type("/alert")
    await police.expect(world.words("alert-ask-words"))
    await police.tap(world.words("alert-steps"))
    await police.expect(world.words("alert-ask-kind"))
    await police.tap(world.words("kind-reconnaissance"))
    await police.expect(world.words("alert-ask-what"))


async def finish_composing(
    world: World,
    police: Phone,
    *,
    place: str = "2903",
    km: int = 5,
    branches: Collection[Branch] = (Branch.JEWELLER,),
    severity: str = "P2",
    until: str = "alert-until-2",
) -> Seen:
    """Go on from the question when it happened to the preview."""
    words = world.words
    await police.expect(words("alert-ask-when"))
    await police.tap(words("nav-skip"))
    await police.expect(words("alert-ask-mo"))
    await police.tap(words("nav-skip"))
    await police.expect(words("alert-ask-place"))
    await police.type(place)
    return await choose_whom(world, police, km=km, branches=branches, severity=severity, until=until)


async def choose_whom(
    world: World,
    police: Phone,
    *,
    km: int = 5,
    branches: Collection[Branch] = (Branch.JEWELLER,),
    severity: str = "P2",
    until: str = "alert-until-2",
) -> Seen:
    """Go on from the question how far to the preview."""
    words = world.words
    await police.expect(words("alert-ask-reach"))
    await police.tap(words("alert-reach-km", km=km))
    asked = await police.expect(words("alert-ask-branches"))
    if any(words(f"branch-{branch}") not in asked.labels for branch in branches):
        await police.tap(words("alert-more-branches"))
        await police.expect(lambda seen: words("choices-less") in seen.labels)
    for branch in branches:
        label = words(f"branch-{branch}")
        await police.tap(label)
        await police.expect(lambda seen, label=label: f"✓ {label}" in seen.labels)  # type: ignore[misc]
    await police.tap(words("alert-branches-done", count=len(branches)))
    await police.expect(words("alert-ask-severity"))
    await police.tap(words(f"severity-{severity}"))
    await police.expect(words("alert-ask-tlp"))
    await police.tap("(gebruikelijk)")
    await police.expect(words("alert-ask-until"))
    await police.tap(words(until))
    preview = await police.expect("Gebeurt het nu?")
    await police.expect(words("alert-preview-above"))
    return preview


async def send(world: World, police: Phone) -> str:
    """Send the notice in the preview, alone on duty, and return its number."""
    words = world.words
    await police.tap(words("alert-send"))
    await police.expect(words("alert-ask-reason"))
    await police.tap(words("alert-reason-nobody_on_duty"))
    going = await police.expect(lambda seen: "gaat nu naar" in seen.text or "loopt nu" in seen.text)
    return number_in(going)


async def warn(world: World, police: Phone, **choices: object) -> str:
    """Compose and send an alert, and return its number."""
    await compose(world, police, **choices)  # type: ignore[arg-type]  # passed on as they are
    return await send(world, police)


async def report(world: World, shop: Phone, *signals: str) -> str:
    """Report reconnaissance from a shop with a few taps, and return the number of the report."""
    words = world.words
    await shop.type("/melding")
    await shop.expect(words("report-safety"))
    await shop.tap(words("report-safety-safe"))
    await shop.expect(words("report-ask-kind"))
    await shop.tap(words("report-kind-reconnaissance"))
    await shop.expect(words("report-ask-signals"))
    for signal in signals:
        label = words(f"signal-{signal}")
        await shop.tap(label)
        await shop.expect(lambda seen, label=label: f"✓ {label}" in seen.labels)  # type: ignore[misc]
    await shop.tap(words("report-send"))
    return report_number_in(await shop.expect("Ontvangen. Nog niet gedeeld."))


def report_number_in(seen: Seen) -> str:
    """Return the report's number in a message."""
    found = re.search(r"\bM-20\d\d-\d{4}\b", seen.text)
    assert found is not None, seen.text
    return found[0]


def number_in(seen: Seen) -> str:
    """Return the alert's number in a message."""
    found = NUMBER.search(seen.text)
    assert found is not None, seen.text
    return found[0]


async def alerts_on(phone: Phone) -> list[str]:
    """Return the numbers of the alerts on a phone, oldest first."""
    return [number_in(seen) for seen in await phone.received() if "Gebeurt het nu?" in seen.text]


async def ask_approval(world: World, drafter: Phone) -> str:
    """Ask the police to approve the notice in the preview, and return its number."""
    await drafter.tap(world.words("alert-ask-approval"))
    return number_in(await drafter.expect("wacht op akkoord"))


async def name_deputy(world: World, holder: Phone) -> Phone:
    """Follow the link that the holder of a role made for a deputy; the administrator confirms it."""
    words = world.words
    await world.administrator()
    await holder.type("/vervanger")
    await holder.expect(words("deputy-none"))
    await holder.tap(words("deputy-name"))
    invitation = await holder.expect("Vervanger van de")
    link = re.search(r"https://t\.me/\S+", invitation.text)
    assert link is not None, invitation.text
    deputy = await world.playground.person("deputy")
    await deputy.follow(link[0])
    await deputy.expect(words("grant-waits-how"))
    await world.confirm()
    await deputy.expect(words("deputy-means"))
    return deputy


async def make_group(world: World, coordinator: Phone, name: str, codes: str) -> tuple[Seen, str, str]:
    """Make a KVO group of all branches on these postcodes. Return its confirmation, the link that adds the bot to a
    chat, and the link that makes a manager, which the administrator can confirm."""
    words = world.words
    await world.administrator()
    await coordinator.type("/groepen")
    await coordinator.expect(words("groups-none"))
    await coordinator.tap(words("group-new"))
    await coordinator.expect(words("group-ask-name"))
    await coordinator.type(name)
    await coordinator.expect(words("group-ask-codes"))
    await coordinator.type(codes)
    await coordinator.expect(words("group-codes-now", codes=codes))
    await coordinator.tap(words("group-codes-done", count=codes.count(",") + 1))
    await coordinator.expect(words("group-ask-branches"))
    await coordinator.tap(words("alert-all-branches"))
    await coordinator.expect(lambda seen: f"✓ {words('alert-all-branches')}" in seen.labels)
    await coordinator.tap(words("alert-branches-done", count=0))
    await coordinator.expect("Klopt dit?")
    await coordinator.tap(words("group-make"))
    made = await coordinator.expect(f"{name} is gemaakt")
    tie = await coordinator.expect(words("group-tie", name=name))
    await coordinator.expect(words("group-manager-next"))
    await coordinator.tap(words("group-manager"))
    await coordinator.expect(words("role-invite-label"))
    await coordinator.tap(words("nav-skip"))
    invitation = await coordinator.expect("Uitnodiging voor de beheerder")
    return made, tie.links[0], ROLE_LINK.findall(invitation.text)[0]
