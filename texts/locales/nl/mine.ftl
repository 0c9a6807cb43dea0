# /mijn: wat ik volg en hoe ik het verander.

mine-title = <b>Wat je volgt</b>
mine-stopped = Je hebt alles stopgezet en krijgt nu geen berichten. Met /start gaat het weer aan.
mine-no-shops = Je hebt nog geen zaak aangemeld.
mine-role = Je bent <b>{ $role }</b> voor { $scope }.
mine-deputy = Je bent vervanger van de <b>{ $role }</b> voor { $scope }.
mine-wider = Ook van verder weg: tot { $kilometres } km.
mine-branches = Ook voor: { $branches }.
mine-areas = <b>Extra gebieden</b>
mine-area = { $area }, tot { $kilometres } km
mine-group-chat = De groepschat van <b>{ $name }</b>: { $link }
mine-shop = Wijzig { $name }
mine-add-shop = Nog een zaak
mine-areas-menu = Extra gebieden
mine-settings = Nacht en pauze
mine-language = Taal

extras-limit = Wat je er zo bij kiest, geldt alleen voor berichten die breed gedeeld mogen worden. Voor je eigen zaak verandert er niets.
choice-on = ✓ { $choice }

wider-what =
    <b>Ook van verder weg</b>
    De politie bepaalt hoe ver een bericht gaat. Wil je ook weten wat er verder weg gebeurt? Kies tot waar.
wider-not = Nu krijg je niets van verder weg.
wider-none = Niet verder
wider-choice = Tot { $kilometres } km

branches-what =
    <b>Extra branches</b>
    Tik aan welke berichten je ook wilt krijgen. Nog een keer tikken zet het uit.

areas-what =
    <b>Extra gebieden</b>
    Hier krijg je ook berichten over, bijvoorbeeld omdat je er woont of er nog een magazijn hebt.
areas-none = Je volgt nog geen extra gebied.
areas-add = Gebied toevoegen
areas-drop = Weg: { $area }
area-intro = Deel je locatie, of typ een postcode. Vier cijfers zijn genoeg.
area-place = Rond welke <b>postcode</b> wil je ook berichten krijgen?
area-radius = Hoe ver rond <b>{ $place }</b>?
form-area = het extra gebied

settings-title = <b>Nacht en pauze</b>
settings-what = Patronen zijn werkwijzen die de politie vaker ziet. Informatie is achtergrond en tips. Die twee kun je uitzetten. Een waarschuwing voor jouw zaak kun je alleen pauzeren. Wat tijdens een pauze komt en daarna nog geldt, krijg je alsnog.
settings-night-on = ’s Nachts alleen geluid bij een overval die net is gebeurd.
settings-night-off = ’s Nachts komt alles stil, ook bij een overval die net is gebeurd.
settings-muted = Staat uit: { $which }.
settings-muted-P3 = patronen
settings-muted-P4 = informatie
settings-not-muted = Patronen en informatie: aan.
settings-paused = Pauze tot { $until }.
settings-no-pause = Geen pauze.
settings-night-quiet = ’s Nachts alles stil
settings-night-loud = ’s Nachts geluid bij een overval
settings-mute = { $severity ->
        [P3] Patronen uitzetten
       *[P4] Informatie uitzetten
    }
settings-unmute = { $severity ->
        [P3] Patronen aanzetten
       *[P4] Informatie aanzetten
    }
pause-morning = Pauze tot 7 uur ’s ochtends
pause-week = Pauze van 1 week
pause-fortnight = Pauze van 2 weken
pause-none = Pauze beëindigen

night-question = Nog één vraag. Als er ’s nachts net een overval in de buurt is gebeurd, mag je telefoon dan geluid maken?
night-yes = Ja
night-no = Nee, stil
night-loud = Goed. Een acuut bericht komt ook ’s nachts met geluid. Je verandert het met /mijn.
night-quiet = Goed. ’s Nachts komt alles stil binnen. Je verandert het met /mijn.

language-question = In welke taal wil je Wees Alert lezen?
language-nl = Nederlands
language-en = English
settings-moments = Wanneer wat komt
