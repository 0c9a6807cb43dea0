# The dry run at the preview: what happens if this notice goes out now. The sender decides.

dry-run-line = Dry run: { $told }.{ $looks ->
    [0] { "" }
   *[other] {" "}Look at the text again ({ $looks }).
}
dry-run-arrives-sound = { $count } with sound
dry-run-arrives-silent = { $count } silently
dry-run-held = { $count } not now
dry-run-nobody = nobody
dry-run-more = Dry run and text
dry-run-head = <b>Dry run: if you send this now</b>
dry-run-section = <b>{ $title }</b>
dry-run-whom = Who
dry-run-all = { $count ->
    [one] 1 recipient: { $rings }
   *[other] { $count } recipients: { $rings }
}
dry-run-branch = { $branch }: { $count } ({ $rings })
dry-run-coordinators = Coordinators
dry-run-ring-1 = 0-1 km: { $count }
dry-run-ring-3 = 1-3 km: { $count }
dry-run-ring-5 = 3-5 km: { $count }
dry-run-ring-beyond = farther: { $count }
dry-run-ring-none = without a distance: { $count }
dry-run-how = How it arrives
dry-run-now-sound = With sound: { $count }
dry-run-now-silent = Silently, as it is night or their quiet hours: { $count }
dry-run-unreachable = Not, as they blocked the bot: { $count }
dry-run-muted = Not, as they turned such notices off: { $count }
dry-run-paused = Later, as they set a pause: { $count }
dry-run-digest = In their message of the day: { $count }
dry-run-closed = Later, as their business is closed: { $count }
dry-run-quiet = Later, as they have quiet hours: { $count }
dry-run-lately = Notices per recipient in the last 7 days
dry-run-had = { $notices }: { $count } { $count ->
    [one] recipient
   *[other] recipients
}
dry-run-live = Is something live already?
dry-run-no-overlap = No recipient has a live notice now that you may read.
dry-run-overlap = { $number } ({ $kind }) is with { $count } of them already.
dry-run-overlap-update = { $number } ({ $kind }) is with { $count } of them already. Is this about the same?
dry-run-update = Update { $number }
dry-run-text = The text
dry-run-part-when = when: { $told }
dry-run-part-where = where: { $told }
dry-run-part-what = what: { $told }
dry-run-part-to_do = what to do: { $told }
dry-run-there = is there
dry-run-lacks = is missing
dry-run-long = More than { $most } words: ‘{ $sentence }’
dry-run-hard = Hard word: ‘{ $word }’. Plainer: ‘{ $plainer }’
dry-run-plain = Short sentences and plain words.
console-dry-run-of = Dry run of { $number }
console-dry-run-what = This happens if you send the notice now. Nothing was sent, and you decide.
console-dry-run-back = Back to { $number }
console-dry-run-more = Whole dry run
console-dry-run-update = Update that notice
