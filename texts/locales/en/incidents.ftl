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

# What is shown of an incident, in the chat and in the console.

incident-head = <b>{ $kind }</b> · incident { $number }
incident-state-unconfirmed = not yet confirmed
incident-state-confirmed = confirmed
incident-state-refuted = refuted
incident-state-joined = belongs to another incident
incident-state-closed = closed
incident-standing = <b>Status:</b> { $state }
incident-frozen = <b>Drafts wait.</b> A notice about this was retracted. If the rest is right, the police release them.
incident-where = <b>Where:</b> { $place }
incident-when = <b>When:</b> { $moment }
incident-reports = <b>Reports:</b> { $numbers }
incident-notices = <b>Notices:</b> { $numbers }
incident-notice = { $number } ({ $state })
incident-alert-draft = draft
incident-alert-pending = waits for approval
incident-alert-live = live
incident-alert-ended = over
incident-alert-retracted = retracted
incident-same = Perhaps the same as <b>{ $number }</b>: { $why }.
incident-steps = <b>Course</b>
incident-step-line = { $moment }: { $what }
incident-step-opened = reported ({ $detail })
incident-step-confirmed = confirmed by the police
incident-step-corrected = kind corrected: { $detail }
incident-step-refuted = refuted: { $detail }
incident-step-withdrawn = the report was taken back
incident-step-joined = now belongs to { $detail }
incident-step-took_in = { $detail } now belongs to this
incident-step-drafted = draft of a notice ({ $detail })
incident-step-frozen = drafts wait: { $detail } was retracted
incident-step-released = drafts released
incident-step-closed = closed
incident-outline = Of an incident you read the method and the outcome.

incident-confirm = Confirm
incident-kind = Change the kind
incident-refute = Refute
incident-close = Close
incident-join = Together with { $number }
incident-draft = Make a notice of it
incident-release = Release drafts
incident-open = Incident { $number }
incident-back = Back
incident-ask-kind = <b>What was it?</b>
incident-ask-reason = <b>Why do you refute this?</b> Drafts lapse. What was sent is retracted for everybody who got it. The reporter hears that nothing was wrong.
incident-ask-purpose = <b>{ $number } · { $kind }</b>
    What do you open this incident for?
incident-confirmed = Confirmed.
incident-corrected = The kind is corrected.
incident-refuted = Refuted. What was sent about it is being retracted.
incident-joined = Joined as { $number }.
incident-closed = Closed.
incident-released = Drafts can be sent again.
incident-changed = This incident has changed meanwhile. Here it is as it is now.

incidents-title = <b>Incidents</b>
incidents-none = There is no incident in your area now. When a robbery is reported, it stands here.
incidents-line = <b>{ $number }</b> · { $kind } · { $place } · { $moment }
    { $state }
incidents-more = Older
menu-incidents = Incidents: robberies under way

too-late-incident-unconfirmed = This incident is not yet confirmed.
too-late-incident-frozen = A notice about this incident was retracted. Drafts wait until the police release them. Ask the robbery coordinator.
too-late-incident-not-frozen = The drafts were released already.
draft-frozen-notice = Your draft <b>{ $number }</b> waits: another notice about the same incident was retracted. Check whether it is still right. The police release it.
