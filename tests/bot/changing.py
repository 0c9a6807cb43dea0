"""Actions to correct, end and retract a notice, step by step, for the tests of changes."""

from tests.bot.town import Bubble, Person

THREE = "Drie daders vluchtten te voet."


async def to_correction(by: Person, what: str = THREE, *, under: Bubble | None = None) -> None:
    """Go from a *Corrigeren* to the preview with other words."""
    await by.taps("Corrigeren", under)
    await by.taps("Iets wijzigen")
    await by.taps("Tekst")
    await by.types(what)


async def correct_alone(police: Person, what: str = THREE) -> None:
    """Correct as the only police officer."""
    await to_correction(police, what)
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")


async def end(police: Person, why: str = "Er is iemand aangehouden") -> None:
    """End the alert by *Einde alert*, with one of the ready notes."""
    await police.taps("Einde alert")
    await police.taps(why)


async def retract(police: Person, why: str = "Verkeerde plaats") -> None:
    """Retract the alert by *Intrekken*, with one of the ready reasons."""
    await police.taps("Intrekken")
    await police.taps(why)
