"""Tests that the text offered after a refusal reads as a sentence, or that no text is offered."""

import re

import pytest

from alerts.guard import Finding, find
from alerts.guard.remainder import Instead, remainder

INSTEAD = Instead("iemand", "een voertuig", "geld")
_DANGLING = re.compile(
    r"(?:^|\s)(?:met|kenteken|plaat|nummer|tel|bel|op|in|van|via|heet|geb|is|the|with|at|his)[.,!?]*$"
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Weggereden in een grijze Polo met kenteken 12-AB-34", "Weggereden in een grijze Polo"),
        ("Weggereden in 12-AB-34 richting de brug", "Weggereden in een voertuig richting de brug"),
        ("12-AB-34 reed twee keer langs", "Een voertuig reed twee keer langs"),
        ("Twee jongens op een scooter (plaat 12-AB-34) filmden de deur", "Twee jongens op een scooter filmden de deur"),
        ("Kevin filmde de kassa", "Iemand filmde de kassa"),
        ("Kevin reed weg in 12-AB-34", "Iemand reed weg in een voertuig"),
        ("gezien door J. de Vries bij de balie", "gezien door iemand bij de balie"),
        ("mevr. Jansen zag twee mannen", "iemand zag twee mannen"),
        ("Twee Poolse mannen stonden bij de kassa", "Twee mannen stonden bij de kassa"),
        ("een verwarde man gooide met flessen", "een man gooide met flessen"),
        ("Verdachte sprak Pools, hij droeg een groene jas", "Hij droeg een groene jas"),
        ("Verdachte sprak Pools, droeg een groene jas", ""),
        ("Hij was verslaafd, liep weg richting het park", ""),
        ("Dader is verslaafd, filmde de kassa en rende hard weg", ""),
        ("Kassa leeg. Dader sprak Pools en droeg een pet. Hij vluchtte.", "Kassa leeg. Hij vluchtte."),
        ("Man in rode jas, sprak Pools, liep weg", "Man in rode jas, liep weg"),
        ("Zwarte Golf, bestelcode GT-482-R, twee mannen", "Zwarte Golf, twee mannen"),
        ("Zwarte Golf met polisnr 12-AB-34 reed weg", "Zwarte Golf reed weg"),
        ("Zwarte Golf, artikelcode GT-482-R", ""),
        ("Rode Polo, lidmaatschapsnummer GT-482-R", ""),
        ("Auto, GT-482-R, bus 12-AB-34", ""),
        ("Hij gaf als naam Kevin Bakker op", ""),
        ("Zijn naam is Kevin Bakker, hij droeg een pet", "Hij droeg een pet"),
        ("Een man genaamd Kevin Bakker reed weg", "Een man reed weg"),
        ("Volgens getuige Kevin Bakker stond de bus er", ""),
        ("collega Kevin Bakker zag twee mannen", "collega zag twee mannen"),
        ("Let op: artikelnummer GT-482-R op zwarte bus", ""),
        ("Twee mannen met kenteken GT-482-R op een zwarte bus", ""),
        ("Let op: GT-482-R staat voor de deur", "Let op: een voertuig staat voor de deur"),
        ("Bel mij op 06-12345678 als je hem ziet. Hij droeg een pet.", "Hij droeg een pet."),
        ("Kassa leeg. Dader heet Jan Jansen, geb. 12-03-1999. Rode jas.", "Kassa leeg. Rode jas."),
        ("er is € 2.500 meegenomen", "er is geld meegenomen"),
        ("Zijn insta is boef_010, hij verkoopt onze tassen", "Hij verkoopt onze tassen"),
        ("witte bus, kenteken begint met GT, dan 482, eindigt op R, twee mannen", "witte bus, twee mannen"),
        ("a grey van with plate GT-482-R drove off", "a grey van drove off"),
        ("Zwarte Golf met kenteken 12-AB-34, bestuurder droeg een pet", "Zwarte Golf, bestuurder droeg een pet"),
        ("Grijze Audi A4 met Duits kenteken 12-AB-34 reed weg", "Grijze Audi A4 reed weg"),
        ("Een auto voorzien van kenteken 12-AB-34 stond er", "Een auto stond er"),
        ("Een zwarte auto met het Nederlandse kenteken 12-AB-34 stond er", "Een zwarte auto stond er"),
        ("Auto met kenteken eindigend op GT-482-R reed door", "Auto reed door"),
        ("Verdachte reed in een bus met de letters GT-482-R", "Verdachte reed in een bus"),
        ("Een grote zwarte auto waarvan het kenteken GT-482-R is", "Een grote zwarte auto"),
        ("Bestelbus, wit, kt. GT-482-R, 2 personen", "Bestelbus, wit, 2 personen"),
        ("Twee jongens met tassen, kenteken scooter GT-482-R, reden weg", "Twee jongens met tassen, reden weg"),
        ("De man gaf nummer 06-12345678 en vertrok", "De man vertrok"),
        ("Black car bearing registration GT-482-R was parked outside", "Black car was parked outside"),
        ("bel 06-12345678", ""),
        ("12-AB-34", ""),
        ("kenteken 12-AB-34 gezien", ""),
        ("het is een moslim", ""),
    ],
)
def test_what_is_left_reads_as_a_sentence(text: str, left: str) -> None:
    """Words that introduced the removed part are removed too, and so is a clause without its subject or sense."""
    assert left == remainder(text, INSTEAD)
    assert [] == find(left)


_SAID = [
    ("{} reed weg", "12-AB-34"),
    ("ze reden weg met kenteken {}", "12-AB-34"),
    ("de auto had {} als nummer", "12-AB-34"),
    ("bel hem op {}", "06-12345678"),
    ("zijn nummer is {} en hij droeg een rode pet met een witte streep", "06-12345678"),
    ("hij gaf bsn {} op aan de balie", "111222333"),
    ("stort het op {} voor vrijdag", "NL91ABNA0417164300"),
    ("mail naar {}", "jan@winkel.nl"),
    ("volg hem via {} op instagram", "@boef_010"),
    ("dader, geb. {}, liep weg", "12-03-1999"),
]


@pytest.mark.parametrize(("around", "datum"), _SAID)
@pytest.mark.parametrize("before", ["", "Overval bij de kassa. ", "Vandaag gezien, "])
def test_nothing_that_led_up_to_it_is_left_hanging(before: str, around: str, datum: str) -> None:
    """No marker, label or preposition is left at the end, wherever the removed part stood."""
    left = remainder(before + around.format(datum), INSTEAD)
    assert datum not in left
    assert "[" not in left
    assert not _DANGLING.search(left), left
    assert [] == find(left)


def test_what_may_be_said_stays() -> None:
    """Where names are allowed they stay, and only the other findings are removed."""
    left = remainder("Kevin reed weg in 12-AB-34", INSTEAD, allowed={Finding.NAME})
    assert "Kevin reed weg in een voertuig" == left
