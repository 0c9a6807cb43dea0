"""Tests of the signs that a text is about an incident."""

import pytest

from alerts.guard.incident import incident_signs


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Man voelt aan achterdeuren", ["man"]),
        ("Iemand voelt aan achterdeuren.", ["iemand voelt"]),
        ("Gisteren is er ingebroken bij de buren", ["gisteren", "ingebroken"]),
        ("Let op een grijze scooter", ["scooter"]),
        ("Een m\u200ban met capuchon is gezien", ["man", "capuchon", "gezien"]),
        ("A man was seen near the back doors", ["man", "seen"]),
        ("Twee mannen in een auto", ["mannen", "auto"]),
        ("Er reed een zwarte Golf langzaam langs", ["er reed"]),
        ("Een klant werd bedreigd", ["bedreigd"]),
        ("Pas op voor die gast met de rode pet", ["die gast"]),
        ("Vorige week is er geld weggenomen", ["vorige week", "weggenomen"]),
        ("Two guys came in last week, they took phones", ["guys", "last week", "they took"]),
    ],
)
def test_what_happened_is_recognised(text: str, signs: list[str]) -> None:
    """People, events, sightings and appearances are recognised in both languages, also with hidden characters in
    between."""
    assert signs == incident_signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sluit samen en kijk eerst of de kust veilig is.",
        "Room de kassa vaak af. Pinnen is veiliger dan contant.",
        "Donderdag koopavond: zorg dat je met twee medewerkers bent.",
        "Greet everybody who comes in.",
        "Groet elke gast en reken af voordat er nieuwe gasten komen.",
        "Autorisatie van pinbetalingen: controleer de bon.",
    ],
)
def test_a_tip_is_a_tip(text: str) -> None:
    """Words that only contain a sign of an incident do not count as one."""
    assert [] == incident_signs(text)
