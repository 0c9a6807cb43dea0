"""Actions of police in the chat, step by step, for the tests of the form."""

from tests.bot.town import Bubble, Person, Town


async def to_kind(police: Person) -> None:
    """Go to the first question of the long way, which asks everything step by step."""
    await police.types("/alert")
    await police.taps("Alles stap voor stap")


async def to_what(police: Person) -> None:
    """Go to the question what happened, the long way."""
    await to_kind(police)
    await police.taps("Overval")


async def to_place(police: Person) -> None:
    """Go to the question where."""
    await to_what(police)
    await police.types("Een winkel is overvallen, de dader vluchtte op een scooter.")
    await police.taps("Zojuist")
    await police.taps("Wapen")
    await police.taps("mes")
    await police.taps("Verder ›")


async def to_preview(
    police: Person,
    *,
    branch: str = "Juwelier",
    tlp: str = "AMBER ·",
    audience: str | None = None,
    severity: str = "P2 ·",
    named: str | None = None,
) -> None:
    """Go to the preview of a P2 in 2903 that reaches 5 km. `audience` is the tapped answer where there is a KVO group;
    `named` are the ticked readers of a RED notice beyond the police (none when it is empty)."""
    await to_place(police)
    await police.types("2903")
    if audience is not None:
        await police.taps(audience)
    if audience is None or "Alleen" not in audience:
        await police.taps("5 km")
    await police.taps(branch)
    await police.taps("Verder met")
    await police.taps(severity)
    await police.taps(tlp)
    if named is not None:
        if named:
            await police.taps(named)
        await police.taps("Verder met" if named else "Alleen de politie")
    await police.taps("✓ ")


LINES = {
    **dict.fromkeys(("Soort", "Wanneer", "Tekst", "Werkwijze"), "Wat en wanneer"),
    **dict.fromkeys(("Plaats", "Voor wie", "Bereik", "Branches"), "Waar en voor wie"),
    **dict.fromkeys(("Ernst", "TLP", "Wie nog meer", "Geldt tot", "Bewaar als sjabloon"), "Ernst, TLP en duur"),
}


async def change(police: Person, line: str) -> None:
    """Open a line of the preview, of a new notice or of a correction."""
    is_correction = any(one.label == "Iets wijzigen" for one in police.last.buttons)
    await police.taps("Iets wijzigen" if is_correction else LINES[line])
    await police.taps(line)


async def send_alone(police: Person) -> None:
    """Send from the preview as the only police officer."""
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")


async def jeweller(town: Town, number: int, police: Person, *, verified: bool = True) -> Person:
    """Return a jeweller in 2903, verified by this police officer."""
    shop = town.person(number)
    await shop.subscribes("2903AB", "jeweller", f"Goud {number}", str(number))
    if verified:
        await police.taps("Verifiëren")
    return shop


def alerts_of(person: Person) -> list[str]:
    """Return the notices on this person's screen."""
    return [bubble.text for bubble in person.bubbles if "Gebeurt het nu?" in bubble.text]


async def ask_approval(author: Person, **choices: str) -> None:
    """Compose a P2 and ask the colleagues for approval."""
    await to_preview(author, **choices)
    await author.taps("Vraag akkoord")


def card(person: Person) -> Bubble:
    """Return the newest undecided request for approval on this screen."""
    return next(one for one in reversed(person.bubbles) if any("Akkoord" in button.label for button in one.buttons))


def data(bubble: Bubble, label: str) -> str:
    """Return the callback data of the button with this label, to press it after it is gone."""
    found = next(one.data for one in bubble.buttons if label in one.label)
    assert found is not None
    return found
