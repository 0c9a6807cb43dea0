# Het menu: wat elke opdracht doet.

menu-alert = Stel een wees-alertbericht op
menu-approvals = Bekijk wat op je akkoord wacht
menu-running = Corrigeer of beëindig een bericht
menu-drafts = Ga verder met een concept
menu-signups = Bekijk en verifieer aanmeldingen
menu-invite = Nodig een zaak uit
menu-invitations = Bekijk open uitnodigingen en trek ze in
menu-deputy = Wijs een vervanger aan
menu-groups = Beheer je KVO-groepen
menu-report = Meld wat je hebt gezien
menu-reports = Bekijk de open meldingen
menu-myreports = Zie wat er met je meldingen gebeurt
menu-current = Bekijk wat er nu speelt
menu-mine = Bekijk en wijzig wat je volgt
menu-help = Noodnummers en wat je moet doen
menu-mydata = Krijg alles wat we van je bewaren
menu-erase = Wis al je gegevens
menu-stop = Zet alle berichten uit
menu-start = Meld je zaak aan, of zet berichten weer aan
menu-prevention = Stuur een tip naar een KVO-groep of branche
