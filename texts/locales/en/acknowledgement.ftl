# After reading: which measure a business took, why a notice came, and the reminder.

act = Measure taken
act-which-shop = For which business?
act-head = <b>Which measure did you take?</b> Notice { $number }, { $shop }.
act-measure = { $number }. { $measure }
act-button = Measure { $number }
act-how = Tap what you did. The sender sees numbers only, never which business it was.
act-thanks = { $count ->
    [one] Thank you. 1 measure noted. Tapping again takes it away.
   *[other] Thank you. { $count } measures noted. Tapping again takes one away.
}
too-late-alert-over = This notice is over. Nothing needs doing any more.
ring-name-1 = 0-1 km
ring-name-3 = 1-3 km
ring-name-5 = 3-5 km
ring-name-beyond = farther
ring-name-none = without a distance
ring-progress = { $ring }: { $sent } got it, { $seen } read it, { $acted ->
    [one] 1 business took a measure
   *[other] { $acted } businesses took a measure
}
why = Why did I get this?
why-head = <b>Why did you get notice { $number }?</b>
why-reach = { $shop } lies at { $distance }, within its reach. The notice is for: { $branches }.
why-reach-unknown = { $shop } lies within its reach. The notice is for: { $branches }.
why-branch = { $shop } lies within its reach. You also chose notices for other lines of business, such as this one.
why-wider = For { $shop } you also wanted to know what happens farther away. This was at { $distance }.
why-area = It happened in another area that you follow: { $area }.
why-role = You got it by your role: { $role }, { $scope }.
why-asked = You asked for it yourself, or your choices or role have changed since.
why-how = Fewer notices? What concerns your business you can only pause. The rest can come less often or otherwise.
why-none = You have not had a notice yet.
unread = You have not read notice <b>{ $number }</b> yet: it stands above. Tap Read once you know. We do not ask again.
console-rings-title = By ring around the place
console-rings-ring = Distance
console-rings-acted = Businesses with a measure
console-rings-sent = Got it
console-rings-seen = Read it
act-no-shop = A measure is taken for a business, and you have none here.
fewer = Fewer of these
fewer-head = <b>Fewer like notice { $number }?</b>
fewer-what = Each button does it at once, and you can undo it. A warning for your business you can only pause, or have come more quietly: see What comes when.
fewer-do-mute = { $severity ->
    [P3] No more patterns
   *[P4] No more information
}
fewer-do-narrower = { $kilometres ->
    [0] Nothing from farther away ({ $shop })
   *[other] Up to { $kilometres } km ({ $shop })
}
fewer-do-branch = Not for { $branch } ({ $shop })
fewer-do-pause = Pause for a week
fewer-done-mute = { $severity ->
    [P3] Patterns are off. You can still read them with /current.
   *[P4] Information is off. You can still read it with /current.
}
fewer-done-narrower = { $kilometres ->
    [0] For { $shop } nothing comes from farther away any more. What concerns your business comes as before.
   *[other] For { $shop } only what happens within { $kilometres } km comes, and what concerns your business.
}
fewer-done-branch = For { $shop } no notices for { $branch } come any more.
fewer-done-pause = Paused until { $until }. What still holds then, you get after all.
fewer-undo = Undo
fewer-undone = It is as it was.
map = Map
map-comes = The map is on its way.
map-title = Map of notice { $number }
map-head = <b>{ $title }</b>
map-circle = Blue is the area of the notice: a circle of { $distance } around the middle of postcode { $pc4 }. The address is not on it.
map-ground = Blue are the postcodes that the notice is for. The address is not on it.
map-own = Orange is the ring with your business: { $ring }.
map-gone = The map is gone: the notice is over, or no longer for you.
map-area = Area of the notice
map-own-ring = Ring with your business: { $ring }
map-north = N
rejected-no-map = No map can be made of this notice.
