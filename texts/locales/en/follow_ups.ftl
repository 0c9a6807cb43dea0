# Follow-up: a week after a robbery, the question to the sender and the beginning of the text.

follow-up-head = <b>{ $kind }: a week ago you sent notice { $number }</b>
follow-up-ask = Has nobody been arrested yet? Then the same people may strike again, also farther away. One tap prepares a follow-up: a P3 for the same branch, farther away and for two weeks. You see it first and change what you want.
follow-up-else = Was somebody arrested, or is it not needed? Then you need not do anything. This question comes once.
follow-up = Nobody arrested yet: follow-up
follow-up-text = Follow-up of notice { $number }: nobody has been arrested yet. Be careful for the next two weeks too. { $what }
too-late-follow-up-over = This notice was ended or retracted. It has no follow-up.
too-late-follow-up-sent = A later notice about this robbery has gone out already.
