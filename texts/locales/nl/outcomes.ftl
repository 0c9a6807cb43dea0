# De uitkomst van een melding in woorden: de standaardtekst, waar een gemeente geen eigen tekst heeft.

outcome-text-own = { $text }
outcome-text-handled = Er is naar je melding gekeken, en er is gedaan wat nodig was. Zie je het weer? Meld het opnieuw.
outcome-text-handled-robbery = De politie weet wat er is gebeurd. Heb je nog geen aangifte gedaan? Bel <b>0900-8844</b>.
outcome-text-handled-reconnaissance = Wat je zag, is nagekeken. Zie je hetzelfde weer? Meld het meteen, ook als je twijfelt.
outcome-text-unfounded = Er is gekeken wat er aan de hand was, en er was een gewone verklaring. Meld het een volgende keer gerust weer.
outcome-text-unfounded-robbery = Er is gekeken wat er is gebeurd, en het was geen overval. Meld het een volgende keer gerust weer.
outcome-text-unconfirmed = Er is gekeken, maar wat er aan de hand was, is niet duidelijk geworden. Dat betekent niet dat je het verkeerd zag. Zie je het weer? Meld het opnieuw.
outcome-text-forwarded = Je melding is doorgegeven aan wie er verder iets mee kan. Hier is ze gesloten.
outcome-text-duplicate = Iemand meldde hetzelfde. Wat jij zag, is daarbij gevoegd.
outcome-text-linked = Wat je zag, is bij een andere melding gevoegd. Ze worden samen bekeken.
outcome-text-escalated = Zaken die het aangaat, zijn gewaarschuwd. Let zelf ook extra op bij openen en sluiten.
outcome-text-escalated-robbery = Zaken die het aangaat, zijn gewaarschuwd. Verandert er iets, dan krijgen zij dat ook te lezen.
