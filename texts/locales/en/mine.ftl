# /mine: what I follow and how I change it.

mine-title = <b>What you follow</b>
mine-stopped = You stopped everything and get no messages now. Type /start to turn it on again.
mine-no-shops = You have not signed up a business yet.
mine-role = You are <b>{ $role }</b> for { $scope }.
mine-deputy = You are the deputy of the <b>{ $role }</b> for { $scope }.
mine-wider = Also from farther away: up to { $kilometres } km.
mine-branches = Also for: { $branches }.
mine-areas = <b>Extra areas</b>
mine-area = { $area }, up to { $kilometres } km
mine-group-chat = The group chat of <b>{ $name }</b>: { $link }
mine-shop = Change { $name }
mine-add-shop = One more business
mine-areas-menu = Extra areas
mine-settings = Night and pause
mine-language = Language

extras-limit = What you add this way only brings notices that may be shared widely. Nothing changes for your own business.
choice-on = ✓ { $choice }

wider-what =
    <b>Also from farther away</b>
    The police decide how far a notice goes. Would you like to know what happens farther away? Choose how far.
wider-not = At present you get nothing from farther away.
wider-none = No farther
wider-choice = Up to { $kilometres } km

branches-what =
    <b>Extra lines of business</b>
    Tap the ones whose notices you would like as well. Tap again to turn one off.

areas-what =
    <b>Extra areas</b>
    You get notices about these too, for example because you live there or have a warehouse there.
areas-none = You follow no extra area yet.
areas-add = Add an area
areas-drop = Remove { $area }
area-intro = Share your location, or type a postcode. Four digits will do.
area-place = Around which <b>postcode</b> would you like notices as well?
area-radius = How far around <b>{ $place }</b>?
form-area = the extra area

settings-title = <b>Night and pause</b>
settings-what = Patterns are methods that the police see more often. Information is background and tips. You can turn those two off. A warning for your business you can only pause. What comes during a pause and is still valid after it, you get then.
settings-night-on = At night a sound only for a robbery that has just happened.
settings-night-off = At night everything is silent, also a robbery that has just happened.
settings-muted = Turned off: { $which }.
settings-muted-P3 = patterns
settings-muted-P4 = information
settings-not-muted = Patterns and information: on.
settings-paused = Paused until { $until }.
settings-no-pause = No pause.
settings-night-quiet = Everything silent at night
settings-night-loud = A sound for a robbery at night
settings-mute = { $severity ->
        [P3] Turn patterns off
       *[P4] Turn information off
    }
settings-unmute = { $severity ->
        [P3] Turn patterns on
       *[P4] Turn information on
    }
pause-morning = Pause until 7 in the morning
pause-week = Pause for 1 week
pause-fortnight = Pause for 2 weeks
pause-none = End the pause

night-question = One more question. If a robbery has just happened nearby at night, may your phone make a sound?
night-yes = Yes
night-no = No, silent
night-loud = Good. An acute notice makes a sound at night too. You can change this with /mine.
night-quiet = Good. At night everything arrives silently. You can change this with /mine.

language-question = In which language would you like to read Wees Alert?
language-nl = Nederlands
language-en = English
settings-moments = When what comes
