# Teksten bij een uitkomst in de browser: wat een melder leest als een melding sluit.

not-allowed-word_outcomes = De tekst bij een uitkomst wijzigt alleen politie met de hele gemeente in het werkgebied.
console-texts-title = Teksten bij een uitkomst
console-texts-open = Open de teksten
console-texts-of = Teksten bij een uitkomst in { $name }
console-texts-what = Dit leest een melder onder het bericht dat de melding is gesloten. Waar geen eigen tekst is, geldt de standaardtekst.
console-texts-every = Alle soorten meldingen
console-texts-own = eigen tekst
console-texts-standard = standaardtekst
console-texts-as-every = tekst van alle soorten
console-texts-lacks = niet in het { $language }
console-texts-back = Alle teksten
console-texts-edit = Tekst bij ‘{ $outcome }’
console-texts-about = { $kind }, { $municipality }
console-texts-how = Schrijf kort en in gewone woorden, met je. Noem geen namen en geen gegevens van iemand. Laat een veld leeg voor de standaardtekst.
console-texts-in = Tekst in het { $language }
console-texts-else = Leeg, dan leest de melder: { $text }
console-texts-keep = Bewaar de tekst
console-texts-kept = Bewaard. De tekst geldt voor meldingen die vanaf nu sluiten.
console-texts-falls-back = In het { $language } is er geen eigen tekst. Wie die taal leest, krijgt: { $text }
console-texts-changed = Een collega heeft deze tekst net gewijzigd. Er is niets bewaard. Hieronder staat wat er nu bewaard is; bewaar opnieuw als wat je typte moet gelden.
console-texts-history = Eerdere teksten
console-texts-changed-by = Gewijzigd door: { $who }
console-texts-history-none = Deze tekst is nog niet gewijzigd.
console-texts-emptied = standaardtekst teruggezet
console-texts-language-nl = Nederlands
console-texts-language-en = Engels
