# Vervangers van coördinatoren.

deputy-name = Vervanger aanwijzen
deputy-end = Vervanger weghalen
deputy-none = Je hebt hiervoor geen vervanger.
deputy-is = Je vervanger: { $person }.
deputy-invite =
    Vervanger van de <b>{ $role }</b> voor { $scope }

    { $link }

    Laat je vervanger de code scannen of stuur de link. Hij werkt één keer, tot { $until }. Wie hem gebruikt, mag alles wat jij met deze rol mag, zodra een ander dat bevestigt. Geef hem dus alleen aan die ene collega.
deputy-named = Je bent nu vervanger van de <b>{ $role }</b> voor { $scope }.
deputy-means = Je mag nu hetzelfde als die collega; in het menu staat wat je kunt doen. Reageert niemand op tijd op een verzoek om akkoord, dan krijg jij het ook.
deputy-joined = { $person } is nu je vervanger als <b>{ $role }</b> voor { $scope }.
deputy-how-to-end = Met /vervanger haal je je vervanger weer weg.
deputy-ended = Je bent geen vervanger meer van de <b>{ $role }</b> voor { $scope }.
deputy-erased = Je hebt geen vervanger meer als <b>{ $role }</b> voor { $scope }: diegene heeft alle eigen gegevens gewist. Met /vervanger wijs je een ander aan.
deputy-end-done = Weggehaald. Je vervanger krijgt dat te horen.

invite-role-ended = De rol waarvoor deze link was, is beëindigd. Vraag degene die hem stuurde wat er aan de hand is.
invite-deputy-there = Er is voor deze rol al een vervanger. Vraag degene die de link stuurde om een nieuwe.
not-allowed-own-role-only = Een vervanger aanwijzen kan alleen wie de rol zelf heeft.
too-late-deputy-there = Je hebt hiervoor al een vervanger. Kijk met /vervanger hoe het ervoor staat.
too-late-deputy-gone = Dit is je vervanger niet meer. Kijk met /vervanger hoe het ervoor staat.
