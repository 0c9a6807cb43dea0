# Bezoeken en afspraken bij een incident: wanneer, waar, en wie er komt.

meeting-kind-visit = Bezoek van burgemeester of wethouder
meeting-kind-scan = Veiligheidsscan
meeting-kind-shops = Bijeenkomst voor zaken in de buurt
meeting-kind-prevention = Preventiebezoek in de buurt
meeting-line = { $kind } · { $when }
meeting-line-cancelled = { $kind } · { $when } · gaat niet door
meeting-title = <b>{ $kind }</b>
meeting-when = Wanneer: { $when }
meeting-place = Waar: { $place }
meeting-is-cancelled = <b>Gaat niet door.</b>
meeting-victim = iemand van de zaak
meeting-victim-choice = iemand van de zaak (nr. { $number }), alleen bij een bezoek
meeting-guest = { $who }: { $answer }
meeting-guest-open = nog geen antwoord
meeting-guest-yes = komt
meeting-guest-no = komt niet
meeting-file = afspraak-{ $number }.ics

meeting-invited = <b>Je bent uitgenodigd. Kom je?</b>
meeting-moved = <b>Deze afspraak is gewijzigd.</b> Kun je niet meer? Tik dan op Nee.
meeting-cancelled = <b>Deze afspraak gaat niet door.</b>
meeting-declined = <b>Niet iedereen komt.</b> Zegt af: { $who }.
meeting-yes = Ja, ik kom
meeting-no = Nee
meeting-calendar = Zet in mijn agenda
meeting-you-come = Je komt.
meeting-you-stay = Je komt niet.
meeting-answered-yes = Genoteerd: je komt.
meeting-answered-no = Genoteerd: je komt niet.
meeting-file-told = Open dit bestand: dan staat de afspraak in je agenda.
meeting-file-gone = Open dit bestand: dan gaat de afspraak uit je agenda.

not-allowed-others-meeting = Deze afspraak plande een collega. Wie haar plande, de politie en de stadsmarinier kunnen haar wijzigen.
too-late-meeting-cancelled = Deze afspraak gaat niet door.
too-late-meeting-over = Deze afspraak is al geweest.
rejected-meeting-guest = Een van deze mensen kan niet worden uitgenodigd. Kies opnieuw.
text-no-meeting-moment = Dit moment kan niet. Typ een dag en een tijd, binnen een jaar, zoals vrijdag 14:00 of 24-12 half 10.

form-meeting = de nieuwe afspraak
meeting-ask-incident = <b>Bij welk incident hoort de afspraak?</b> Tik, of typ het nummer, zoals I-2026-0001.
meeting-ask-no-incident = <b>Bij welk incident hoort de afspraak?</b> Er staat nu geen open incident in jouw gebied. Typ het nummer, zoals I-2026-0001.
meeting-ask-kind = <b>Wat voor afspraak is het?</b>
meeting-ask-when = <b>Wanneer?</b> Typ een dag en een tijd, zoals vrijdag 14:00, morgen half 10 of 24-12 10:00.
meeting-ask-place = <b>Waar?</b> Typ het in een paar woorden, zonder namen. Bijvoorbeeld: bij de zaak, achteringang.
meeting-ask-guests = <b>Wie nodig je uit?</b> Tik op iedereen die moet komen.
meeting-guests-done = Nodig uit
text-no-guests = Kies minstens één persoon om uit te nodigen.
meeting-kept = <b>De afspraak staat. Wie je koos, krijgt nu een uitnodiging.</b>
