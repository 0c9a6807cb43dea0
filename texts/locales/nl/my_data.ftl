# Wat er van iemand bewaard wordt, en het wissen daarvan.

mydata-title = <b>Wat we van je bewaren</b> ({ $moment })
mydata-nothing =
    Je bent niet aangemeld, dus we bewaren niets over jou. Wat je hier net typte of invulde, verdwijnt vanzelf.
    Vroeg je of je in een groepschat mocht, dan staat je Telegram-nummer nog een poosje bij dat verzoek. Ook dat verdwijnt vanzelf.
mydata-line = { $what }: { $count }
mydata-line-named = { $what }: { $count } ({ $named })
mydata-file =
    Dit bestand bevat wat we over jou bewaren. De veldnamen zijn in het Engels.
    Wat een bericht zegt staat er niet in, en een melding van een ander ook niet: dat mag niet zomaar mee naar buiten.
    Je mag het bewaren en meenemen. Let op met wie je het deelt.
mydata-rights = Klopt iets niet? Met /mijn wijzig je wat van jou is. Met /verwijder wis je alles.

mydata-member = Je account, taal
mydata-addresses = Je Telegram-nummer
mydata-mail_address = E-mailadres
mydata-mails = Mails
mydata-memberships = Zaken waar je bij hoort of hoorde
mydata-added_branches = Extra branches die je volgt
mydata-followed_areas = Gebieden die je volgt
mydata-roles = Je rollen
mydata-shifts = Je diensten op een rooster
mydata-shifts_as_deputy = Diensten waarna jij aan de beurt bent
mydata-shifts_taken_over = Diensten die je overnam
mydata-roster_feed = De link naar je diensten voor je agenda
mydata-deputy_of = Rollen waarvan je vervanger bent
mydata-console_links = Links naar de browser voor jou
mydata-console_links_made = Links naar de browser die je maakte
mydata-sessions = Keren dat je nu ingelogd bent in de browser
mydata-passkeys = Je toegangssleutels
mydata-identities = Je accounts bij je organisatie
mydata-stale_menus = Menu’s die we nog voor je aanpassen
mydata-roles_granted = Rollen die je gaf
mydata-roles_confirmed = Rollen die je bevestigde
mydata-grants_wanted = Wat je kreeg zodra een ander het bevestigde
mydata-grants_given = Wat je gaf en een ander bevestigde
mydata-grants_decided = Wat je bevestigde of weigerde
mydata-invitations = Uitnodigingen die je maakte
mydata-invitations_used = Uitnodigingen die je gebruikte
mydata-premises_verified = Zaken die je verifieerde
mydata-groups_made = KVO-groepen die je maakte
mydata-seen = Keren dat je op Gelezen tikte
mydata-kept_forms = Formulieren die je bewaarde
mydata-reports = Je meldingen
mydata-feedback = Of je goed geholpen bent
mydata-aftercare = Nazorg na een overval
mydata-aftercare_noted = Antwoorden over nazorg die je noteerde
mydata-aftercare_opened = Nazorg die je opende
mydata-aftercare_kept = Nazorg waar jij voor zorgt
mydata-aftercare_steps_done = Stappen van nazorg die je deed
mydata-aftercare_calls_taken = Mensen met wie je contact opnam
mydata-reports_taken = Meldingen die je oppakte
mydata-patterns_dismissed = Patronen die je afwees
mydata-report_events = Stappen van jou bij meldingen
mydata-cascade_calls = Wanneer je een incident kreeg en wat je ermee deed
mydata-incident_events = Stappen van jou bij incidenten
mydata-tasks = Je taken bij incidenten
mydata-tasks_made = Taken die je maakte
mydata-tasks_done = Taken die je afrondde
mydata-meetings_planned = Afspraken die je plande
mydata-invitations_to_meetings = Afspraken waarvoor je bent uitgenodigd
mydata-visits_made = Bezoeken die je aan buren bracht
mydata-alerts_written = Berichten die je opstelde
mydata-approvals_asked = Keren dat je akkoord vroeg
mydata-approvals_decided = Keren dat je over akkoord besliste
mydata-approvals_reviewed = Keren dat je een akkoord nakeek
mydata-texts_sent = Berichten die jij liet versturen
mydata-measures_changed = Maatregelen die je wijzigde
mydata-support_changed = Hulp en regelingen die je wijzigde
mydata-example_texts_written = Voorbeelden van berichten die je schreef
mydata-outcome_texts_written = Teksten bij een uitkomst die je schreef
mydata-templates_written = Sjablonen die je schreef
mydata-templates_approved = Sjablonen die je goedkeurde
mydata-deliveries = Berichten aan jou
mydata-dialogues = Waar je nu mee bezig bent
mydata-invitation_failures = Verkeerde uitnodigingscodes van jou
mydata-updates_waiting = Wat je stuurde en nog wacht
mydata-closures = Pauzes die Telegram voor jouw chat vroeg
mydata-refusals = Keren dat je iets niet mocht
mydata-audit = Stappen van jou in het logboek
mydata-premises = Namen van die zaken
mydata-areas = Plekken van die gebieden
mydata-area_codes = Postcodes van die gebieden
mydata-report_signals = Signalen in je meldingen
mydata-aftercare_steps = Stappen van je nazorg
mydata-aftercare_calls = Keren dat je iemand wilde spreken
mydata-aftercare_answers = Je antwoorden aan het einde van je nazorg
mydata-report_additions = Wat er met je meldingen gebeurde
mydata-alert_numbers = Nummers van die berichten
mydata-audit_about = Stappen in het logboek over jou

mydata-state-queued = wacht nog
mydata-state-sending = onderweg
mydata-state-sent = bezorgd
mydata-state-unknown = misschien bezorgd
mydata-state-failed = niet gelukt
mydata-state-skipped = niet verstuurd

limit-exports = Je hebt je gegevens vandaag al { $most } keer gekregen. Morgen kan het weer.

erase-ask = <b>Wil je al je gegevens wissen?</b> Dat kan niet ongedaan worden gemaakt.
erase-goes =
    <b>Wat weg gaat</b>
    Je Telegram-nummer, je keuzes, je gebieden en branches, wat je aan het invullen was, en je rollen. Berichten die nog naar je onderweg zijn, komen niet meer. Zijn er meer mensen van je zaak, dan blijft de zaak en krijgt wie er het langst bij is hem. Ben je de enige, dan sluit de zaak en gaan naam en adres weg.
erase-stays =
    <b>Wat blijft, zonder jou</b>
    Je meldingen: er staat niet meer bij van wie ze zijn. Wat je in een rol deed, zoals een bericht goedkeuren of een melding lezen: er staat alleen nog een nummer bij, dat naar niemand leidt. En hoeveel mensen een bericht kregen.
erase-telegram =
    <b>Deze chat</b>
    Wat hier al staat, staat op je telefoon en bij Telegram. Haal het zelf weg: open het menu van deze chat en kies Chat verwijderen.
erase-chats =
    <b>Groepschats</b>
    Zit je in een groepschat van ondernemers? Ga er zelf uit: ik kan dat niet, en wie de groep beheert hoort niet dat je weg bent.
erase-yes = Ja, wis alles van mij
erase-no = Nee, laat alles staan
person-erased = iemand van wie alles is gewist
person-in-console = { $who } (zonder Telegram)
person-number = persoon { $number }
erase-kept = Er is niets gewist.
erase-done = Je gegevens zijn gewist. Je krijgt geen berichten meer. Wil je later weer meedoen, typ dan /start; je begint dan opnieuw.

not-allowed-erase-other = Deze knop is van iemand anders. Typ /verwijder voor je eigen gegevens.
too-late-erase = Deze knop is te oud. Typ /verwijder om het opnieuw te vragen.
