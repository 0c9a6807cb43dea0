# Wat de bot niet verwacht.

unexpected-image =
    Foto’s, filmpjes en bestanden neem ik niet aan; ik bewaar er niets van. Deel ze ook niet met andere ondernemers.
    Gebeurt het nu: bel <b>112</b>. Heb je beelden voor de politie: bewaar ze zelf en bel <b>0900-8844</b>, of kijk op politie.nl.
unexpected-invitation = Is het de QR-code van een uitnodiging? Een plaatje kan ik niet lezen. Scan de code met de camera van je telefoon, of plak hier de link.
unexpected-voice = Gesproken berichten kan ik niet beluisteren; ik bewaar er niets van. Typ het, of kies iets uit het menu. Bij gevaar: bel <b>112</b>. Is het voor de politie: bel <b>0900-8844</b>.
unexpected-contact = Gegevens van andere mensen neem ik niet aan. Zijn ze voor de politie: bel <b>0900-8844</b>. Een collega nodig je uit via /mijn.
police-unexpected-image = Foto’s, filmpjes en bestanden neem ik niet aan; ik bewaar er niets van. Deel ze ook niet met ondernemers. Ze horen in het systeem van de politie.
police-unexpected-voice = Gesproken berichten kan ik niet beluisteren; ik bewaar er niets van. Typ het, of kies iets uit het menu.
police-unexpected-contact = Gegevens van andere mensen neem ik niet aan. Ze horen in het systeem van de politie.
unexpected-sticker = Leuk, maar met een sticker kan ik niets. Typ /hulp voor wat je wel kunt doen.
unexpected-other = Hier kan ik niets mee. Typ /hulp voor wat je wel kunt doen.
unexpected-edit = Wijzigingen in een bericht lees ik niet. Stuur het opnieuw als nieuw bericht.
unexpected-command = Deze opdracht ken ik niet. Dit kun je typen:
unexpected-anonymous = Je schrijft anoniem als groep; ik weet dus niet wie je bent. Zet anoniem uit of stuur het me privé.
unexpected-channel = Je schrijft als kanaal; ik weet dus niet wie je bent. Tik links van het typveld op het plaatje van het kanaal, kies je eigen naam, of stuur het me privé.
unexpected-button = Deze knop doet niets meer. Kies iets uit het menu.
