# Incidents: what is refused, and what becomes of drafts.

not-allowed-read_incidents = Incidenten bekijken kan niet met jouw rol.
not-allowed-decide_incidents = Over een incident beslist alleen de politie.
too-late-incident-confirmed = Dit incident is al bevestigd.
too-late-incident-refuted = Dit incident is al weerlegd.
too-late-incident-joined = Dit incident hoort al bij een ander.
too-late-incident-closed = Dit incident is al gesloten.
too-late-incident-itself = Dat is hetzelfde incident.
too-late-incident-kind = Dat is al de soort van dit incident.
alert-dropped-notice = Je bericht <b>{ $number }</b> is vervallen: de politie heeft het incident weerlegd. Je hoeft niets te doen.

# What is shown of an incident, in the chat and in the console.

incident-head = <b>{ $kind }</b> · incident { $number }
incident-state-unconfirmed = nog niet bevestigd
incident-state-confirmed = bevestigd
incident-state-refuted = weerlegd
incident-state-joined = hoort bij een ander incident
incident-state-closed = gesloten
incident-standing = <b>Stand:</b> { $state }
incident-frozen = <b>Concepten wachten.</b> Een bericht hierover is ingetrokken. Klopt de rest? Dan geeft de politie ze weer vrij.
incident-where = <b>Waar:</b> { $place }
incident-when = <b>Wanneer:</b> { $moment }
incident-reports = <b>Meldingen:</b> { $numbers }
incident-notices = <b>Berichten:</b> { $numbers }
incident-notice = { $number } ({ $state })
incident-alert-draft = concept
incident-alert-pending = wacht op akkoord
incident-alert-live = loopt
incident-alert-ended = voorbij
incident-alert-retracted = ingetrokken
incident-same = Misschien hetzelfde als <b>{ $number }</b>: { $why }.
incident-steps = <b>Verloop</b>
incident-step-line = { $moment }: { $what }
incident-step-opened = gemeld ({ $detail })
incident-step-confirmed = bevestigd door de politie
incident-step-corrected = soort verbeterd: { $detail }
incident-step-refuted = weerlegd: { $detail }
incident-step-withdrawn = de melding is teruggenomen
incident-step-joined = hoort nu bij { $detail }
incident-step-took_in = { $detail } hoort nu hierbij
incident-step-drafted = concept van een bericht ({ $detail })
incident-step-frozen = concepten wachten: { $detail } is ingetrokken
incident-step-released = concepten weer vrijgegeven
incident-step-closed = gesloten
incident-outline = Je leest van een incident de werkwijze en de afloop.

incident-confirm = Bevestigen
incident-kind = Soort wijzigen
incident-refute = Weerleggen
incident-close = Afsluiten
incident-join = Samen met { $number }
incident-draft = Maak er een bericht van
incident-release = Concepten vrijgeven
incident-open = Incident { $number }
incident-back = Terug
incident-ask-kind = <b>Wat was het?</b>
incident-ask-reason = <b>Waarom weerleg je dit?</b> Concepten vervallen. Wat al verstuurd is, wordt ingetrokken bij iedereen die het kreeg. De melder hoort dat er niets aan de hand was.
incident-ask-purpose = <b>{ $number } · { $kind }</b>
    Waarvoor open je dit incident?
incident-confirmed = Bevestigd.
incident-corrected = De soort is verbeterd.
incident-refuted = Weerlegd. Wat erover was verstuurd, wordt ingetrokken.
incident-joined = Samengevoegd tot { $number }.
incident-closed = Afgesloten.
incident-released = Concepten kunnen weer verstuurd worden.
incident-changed = Dit incident is intussen veranderd. Hier staat het zoals het nu is.

incidents-title = <b>Incidenten</b>
incidents-none = Er loopt nu geen incident in jouw gebied. Komt er een melding van een overval, dan staat die hier.
incidents-line = <b>{ $number }</b> · { $kind } · { $place } · { $moment }
    { $state }
incidents-more = Oudere
menu-incidents = Incidenten: overvallen die lopen

too-late-incident-unconfirmed = Dit incident is nog niet bevestigd.
too-late-incident-frozen = Een bericht over dit incident is ingetrokken. Concepten wachten tot de politie ze vrijgeeft. Vraag het aan de overvalcoördinator.
too-late-incident-not-frozen = De concepten zijn al vrijgegeven.
draft-frozen-notice = Je concept <b>{ $number }</b> wacht: een ander bericht over hetzelfde incident is ingetrokken. Kijk na of het nog klopt. De politie geeft het weer vrij.
