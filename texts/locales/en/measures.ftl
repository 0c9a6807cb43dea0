# Measures: one thing that a business can do, at most 70 characters. Sources: docs/domain.md §7.

measures-head = <b>What helps against this:</b>
measure-line = • { $measure }
measure-typed = { $words }

measure-one_piece = Show one valuable piece at a time.
measure-empty_showcase = Put what is in the window into the safe before closing.
measure-dummies = Put imitations in the window instead of real pieces.
measure-door_control = Keep the door shut and open it for customers yourself.
measure-second_front = Have a second pane or a shutter fitted behind your window.
measure-fog = Have a fog machine fitted.
measure-tracker = Put a piece with a tracker among your valuables.
measure-stock_out_of_sight = Keep your stock of phones out of sight.
measure-locked_store = Keep your stockroom locked, in the daytime too.
measure-night_window = After dark, sell through the night window only.
measure-view_of_pumps = Make sure that you see every pump from the till.
measure-live_view = Ask the police whether you can join Live View.
measure-card_only = Have customers pay by card as much as possible.
measure-closing_round = Walk round before closing: has nobody stayed behind?
measure-magnet_lock = Put a magnetic lock on your door in quiet hours.
measure-drop_safe = Drop cash into a drop safe at once.
measure-prepaid = Have orders paid online and send no change along.
measure-address_check = Check the address before the courier leaves.
measure-other_route = Choose another time and another route each day.
measure-bodycam = Wear a bodycam that everybody can see.

measure-look_first = Look round first. Anything odd? Do not go in.
measure-together = Open and close with two people at least.
measure-greet = Greet everybody who comes in and make eye contact.
measure-skim = Take large notes out of the till all day.
measure-helmet_off = Ask whoever comes in to take off their helmet.
measure-watch_delivery = Stay there while goods are loaded or unloaded.
measure-back_door = Keep the back door locked at all times.
measure-clear_windows = Remove posters and shelves that block the view of the street.
measure-till_in_sight = Place the till so that you see the entrance.
measure-light = Have good light at your entrance.
measure-height_marks = Put a scale beside the door, so that you can judge heights.
measure-cameras_record = Check that your cameras record and keep the footage.
measure-camera_at_face = Put a camera at face height at the entrance.
measure-alarm_button = Test your alarm button. Press it only if nobody sees it.
measure-time_lock = Keep money in a safe with a time lock.
measure-dna_spray = Have DNA spray fitted, and say so on your door.

not-allowed-measures = Only police or a trade association changes measures, for a whole line of business.
rejected-measure-words = Those are too many words. A measure has { $most } at most.
