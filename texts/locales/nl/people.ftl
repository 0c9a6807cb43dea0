# Wie er bij een zaak horen: weghalen, overdragen, weggaan; en uitnodigingen die nog openstaan.

shop-people = Mensen en links
people-title = <b>Wie er bij { $name } horen</b>
people-one = { $number }. { $person }, sinds { $since }, leest { $language }
people-owner = { $number }. { $person }, beheert de zaak, sinds { $since }, leest { $language }
people-you = Jij
people-how = We bewaren geen namen. Tik op Iemand om het profiel te zien. Hoort er iemand niet bij, haal die dan weg.
people-links = <b>Links die nog werken</b>
people-remove = Haal nummer { $number } weg
people-more = Laat nog { $count } zien
people-remove-question = Wil je { $person } weghalen bij <b>{ $name }</b>? Diegene krijgt geen berichten meer van deze zaak, en hoort dat. Links die nog openstaan, werken daarna niet meer.
people-remove-yes = Ja, haal weg
people-removed = Weggehaald. Links die nog openstonden, werken niet meer.
people-new-link = Maak een nieuwe link
removed = Je hoort niet meer bij <b>{ $name }</b>: wie de zaak beheert, heeft je weggehaald. Je krijgt er geen berichten meer van. Klopt dat niet? Bespreek het dan op de zaak. Met /start meld je een andere zaak aan.
outsider = { $person } hoort niet meer bij een geverifieerde zaak van <b>{ $name }</b>. Zit diegene nog in de groepschat? Haal die er dan uit: dat kan ik niet.
handed-over = Je beheert nu <b>{ $name }</b>: wie dat eerst deed, is weggegaan. Met /mijn zie je wie erbij hoort, nodig je collega’s uit en haal je mensen weg.
handed-over-unreached = Je beheert nu <b>{ $name }</b>: wie dat eerst deed, is niet meer te bereiken. Met /mijn zie je wie erbij hoort, nodig je collega’s uit en haal je mensen weg. Hoort diegene er niet meer bij? Haal die dan ook weg.

leave-owner = Wil je weg bij <b>{ $name }</b>? Je krijgt er dan geen berichten meer voor. Jij beheert de zaak: kies wie dat van je overneemt. Kies je niemand, dan doet nummer { $number } het, die er het langst bij hoort.
leave-chat = Zit je in de groepschat van <b>{ $name }</b>? Ga daar dan ook uit, of blijf als je er door een andere zaak bij hoort. Wie de groep beheert, hoort het als je er niet meer bij hoort.
leave-heir = Nummer { $number } neemt over
leave-close = Ja, stop met deze zaak

invitations-title = <b>Uitnodigingen die nog openstaan</b>
invitations-none = Je hebt geen uitnodigingen openstaan. Met /uitnodigen nodig je een zaak uit.
invitations-how = Is een link in verkeerde handen? Trek hem in, dan komt er niemand meer mee binnen.
invite-open = Link { $number }: { $what }, nog { $left } keer, tot { $until }
invite-revoke = Link { $number } intrekken
invite-revoked-done = Ingetrokken. De link werkt niet meer.
invite-for-deputy = je vervanger

invite-followed = Je uitnodiging voor deze zaak is gebruikt:
shop-vouched = Een beheerder heeft deze zaak geverifieerd, of de uitnodiging daarvoor gemaakt. Ken je de zaak niet? Trek de verificatie dan in.
unverify = Verificatie intrekken
unverify-question = Wil je de verificatie van deze zaak intrekken? De zaak krijgt daarna alleen openbare informatie, en links om erbij te komen werken niet meer. De mensen van de zaak horen het.
unverify-yes = Ja, trek in
unverify-no = Nee, laat zo
unverify-done = De verificatie is ingetrokken. Bij /aanmeldingen kun je de zaak opnieuw verifiëren.
unverified = Een coördinator heeft de verificatie van <b>{ $name }</b> ingetrokken.
unverified-what = Je krijgt nu alleen openbare informatie. Kijk met /mijn of je gegevens kloppen. Klopt alles, neem dan contact op met wie je zaak verifieerde.
