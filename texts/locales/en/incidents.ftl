# Incidents: what is refused, and what becomes of drafts.

not-allowed-read_incidents = Your role cannot see incidents.
not-allowed-decide_incidents = Only the police decide about an incident.
too-late-incident-confirmed = This incident is already confirmed.
too-late-incident-refuted = This incident is already refuted.
too-late-incident-joined = This incident already belongs to another one.
too-late-incident-closed = This incident is already closed.
too-late-incident-itself = That is the same incident.
too-late-incident-kind = This incident already has that kind.
alert-dropped-notice = Your notice <b>{ $number }</b> has lapsed: the police refuted the incident. You need not do anything.
