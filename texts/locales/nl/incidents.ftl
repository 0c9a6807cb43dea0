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
