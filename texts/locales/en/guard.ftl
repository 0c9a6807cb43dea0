# What may not be in a text: a sentence about what is there, one about what to write instead.

text-plate = This looks like a number plate: “{ $found }”. Give it to the police by phone: 0900-8844. Here, name only the vehicle’s type and colour.
text-bsn = This looks like a citizen service number (BSN): “{ $found }”. That may never be in a message. Leave it out.
text-phone = This looks like a phone number: “{ $found }”. Leave it out. Only 112 and numbers that begin with 0800, 0900 or 14 are allowed.
text-email = This looks like an e-mail address: “{ $found }”. Leave it out.
text-iban = This looks like an account number: “{ $found }”. Leave it out and give it to the police: 0900-8844.
text-handle = This looks like the name of an account or profile: “{ $found }”. Leave it out and give it to the police: 0900-8844.
text-birth_date = This looks like a date of birth: “{ $found }”. Rather write a guess, such as teenager, in their twenties or about 40.
text-name = This looks like somebody’s name: “{ $found }”. Rather write what somebody did or wore, such as the man with the red cap.
text-descent = This seems to be about descent or skin colour: “{ $found }”. Name clothes, height and behaviour. If the police ask, tell them on the phone.
text-religion = This seems to be about somebody’s religion: “{ $found }”. Name clothes, height and behaviour.
text-health = This seems to be about somebody’s health: “{ $found }”. Write what somebody did, such as: talked loudly to himself.
text-amount = This is an amount of money: “{ $found }”. An amount makes businesses attractive to offenders. Say only what kind of loot it was.

guard-function = This does not belong in the name of a function: “{ $found }”. Type only what work somebody does, such as officer for the centre.
guard-refused = It cannot go like this. What is crossed out has to go:
guard-look = Please look at this once more:
guard-rest =
    Without what is crossed out this is left. Tap the button, or tap the text to copy it and change it yourself:

    <code>{ $text }</code>
guard-again = Type it in another way.
guard-use-this = Take this text
guard-without-name = Without the name
guard-keep-name = It is no name, take all of it
guard-taken = Taken: { $text }
guard-somebody = somebody
guard-vehicle = a vehicle
guard-money = money
guard-shop = This has the name of a business: “{ $found }”. A notice names no business.
police-text-plate = This seems to contain a number plate: “{ $found }”. That does not go to businesses. Give only the kind and colour of the vehicle here.
police-text-iban = This seems to contain an account number: “{ $found }”. That does not go to businesses. Leave it out.
police-text-handle = This seems to contain the name of an account or profile: “{ $found }”. That does not go to businesses. Leave it out.
police-text-descent = This seems to say something about origin or skin colour: “{ $found }”. Give clothing, height and behaviour.
