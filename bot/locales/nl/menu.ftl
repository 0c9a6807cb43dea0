# Het menu: wat elke opdracht doet.

menu-alert = Stel een wees-alertbericht op
menu-approvals = Bekijk wat op goedkeuring wacht
menu-running = Bekijk en wijzig wat er loopt
menu-drafts = Ga verder met een concept
menu-signups = Bekijk en verifieer aanmeldingen
menu-invite = Nodig een winkel uit
menu-deputy = Wijs iemand aan die je vervangt
menu-groups = Regel je KVO-groepen
menu-report = Meld wat je hebt gezien
menu-reports = Bekijk de open meldingen
menu-myreports = Zie wat er met je meldingen gebeurt
menu-current = Wat er nu speelt
menu-mine = Bekijk en verander wat je volgt
menu-help = Noodnummers en wat je moet doen
menu-stop = Zet alle berichten stop
menu-start = Begin, of begin weer
menu-prevention = Stuur een tip naar je KVO-groep
