# Examples to begin a notice with, by kind and branch. The variables are what the drafter fills in.

alert-example = Begin with an example
example-ask-kind = <b>Begin with an example</b>
    What is the notice about?
example-ask = <b>Begin with an example</b>
    Choose one. Then I ask what goes between the braces. You can still change everything later.
example-head = <b>{ $number }</b> · { $branch }
example-text = <i>{ $text }</i>
example-any-branch = all branches
example-so-far = <b>Your notice so far</b>
    <i>{ $text }</i>
placeholder-later = Fill in later
placeholder-now = Now ({ $clock })
placeholder-ask-tijd = <b>What time was it?</b> Type the time, for example 14:30.
placeholder-ask-plaats = <b>Where was it?</b> Type the postcode. You may add a street or a shopping centre.
placeholder-ask-wat = <b>What happened?</b> Type it in a few words.
placeholder-ask-signalement = <b>What did the person look like?</b> Name the clothes and what stood out, no origin.
placeholder-ask-voertuig = <b>With which vehicle?</b> Name the kind and the colour, no number plate.
placeholder-ask-richting = <b>Where to?</b> Type the direction, for example “the station”.
placeholder-ask-doen = <b>What should businesses do?</b> Type one short sentence.

console-examples-how = Choose a text. Then fill in what stands between the braces.
console-example-use = Begin with this
console-example = <b>{ $branch }</b>: { $text }

console-examples-keep = Make your own examples
console-examples-title = Examples
console-examples-open = Open the examples
console-examples-of = Examples of notices in { $name }
console-examples-what = Whoever drafts notices here can begin with these texts, in Telegram and in the browser. A notice that begins like this needs approval as any other.
console-examples-none = There is no example of your own yet.
console-examples-add = New example
console-examples-new = New example
console-examples-edit = Change an example
console-examples-form-how = Write the text in both languages, with the same places to fill in.
console-examples-known = You can use these places, each once: { $known }. Whoever begins with the example fills them in.
console-examples-branch = For which branch
console-examples-store = Keep the example
console-examples-kept = Kept.
console-examples-remove = Remove the example
console-examples-remove-how = Nobody can begin with it then. Notices that began with it stay.

text-placeholder-one-language = { $names } stands in one language only. Use the same places in both languages.
limit-examples = There are { $most } own examples for this kind of incident already. Change one or remove one.
not-allowed-example-of-another = This example is somebody else’s. Only its maker and police change it.
text-placeholder-unknown = I do not know { $name }. You can use these places to fill in: { $known }.
text-placeholder-twice = { $name } stands there twice. Use each place to fill in once: { $known }.
text-placeholder-unclosed = A brace is missing at “{ $part }”. Write a place to fill in like this: { $known }.
rejected-placeholder-open = Fill in first: { $names }. The notice cannot go out like this. Change the text and then send it.

example-robbery = At { $tijd } a business was robbed in { $plaats }. The robber wore { $signalement } and fled towards { $richting }. Do not follow anybody. Do you see something? Call 112.
example-robbery-supermarket = At { $tijd } a supermarket was robbed in { $plaats }. The robber wore { $signalement }. Empty the tills and watch the exit. Do you see something? Call 112.
example-robbery-petrol = At { $tijd } a petrol station was robbed in { $plaats }. The robber drove off with { $voertuig }. Let nobody behind the counter. Do you see the vehicle? Call 112.
example-robbery-jeweller = At { $tijd } a jeweller was robbed in { $plaats }. The robber wore { $signalement } and fled towards { $richting }. Lock the door and let customers ring. Do you see something? Call 112.
example-attempt = At { $tijd } somebody tried to rob a business in { $plaats }. The robber wore { $signalement } and fled without loot. Look out. Do you see something? Call 112.
example-scouting = At { $tijd } somebody scouted a business in { $plaats }. This stood out: { $wat }. Do you see this too? Speak to the person and report it.
example-scouting-jeweller = At { $tijd } somebody scouted a jeweller in { $plaats }. This stood out: { $wat }. Let customers ring and show one piece at a time. Do you see this too? Report it.
example-suspicious = Around { $tijd } something suspicious happened near businesses in { $plaats }. This was seen: { $wat }. Look out and { $doen }.
example-street = At { $tijd } somebody was robbed in the street in { $plaats }. The robber wore { $signalement } and fled towards { $richting }. Leave together after closing time.
example-ram = At { $tijd } a front was rammed in { $plaats }. The offenders drove off with { $voertuig }. Secure bollards or a shutter. Do you see the vehicle? Call 112.
example-blast = At { $tijd } a cash machine was blown up in { $plaats }. The offenders fled towards { $richting }. Stay away from the machine. Do you see a suspicious parcel? Call 112.
example-delivery = At { $tijd } a courier was robbed in { $plaats }. The robber wore { $signalement }. Carry little money and call the customer first. Do you see something? Call 112.
example-delivery-food = At { $tijd } somebody who delivers meals was robbed in { $plaats }. This came before: { $wat }. Call a new number back and let people pay first.
example-home = At { $tijd } a business owner was robbed at home in { $plaats }. The robbers wore { $signalement }. Do not open to just anybody and see who follows you. Do you see something? Call 112.
example-other = Take care in { $plaats }. This is going on: { $wat }. This is what you can do: { $doen }.
