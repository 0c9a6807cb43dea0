# The outcome of a report in words: the standard text, where a municipality has no text of its own.

outcome-text-own = { $text }
outcome-text-handled = Your report was looked at, and what was needed has been done. Do you see it again? Report it again.
outcome-text-handled-robbery = The police know what happened. Have you not filed an official report yet? Call <b>0900-8844</b>.
outcome-text-handled-reconnaissance = What you saw was checked. Do you see the same again? Report it at once, also when in doubt.
outcome-text-unfounded = It was checked what was going on, and there was an ordinary explanation. Do report it again next time.
outcome-text-unfounded-robbery = It was checked what happened, and it was no robbery. Do report it again next time.
outcome-text-unconfirmed = It was looked into, but what was going on has not become clear. That does not mean that you saw it wrong. Do you see it again? Report it again.
outcome-text-forwarded = Your report was passed on to whoever can do more with it. Here it is closed.
outcome-text-duplicate = Somebody reported the same. What you saw was added to that.
outcome-text-linked = What you saw was added to another report. They are looked at together.
outcome-text-escalated = The businesses that it concerns have been warned. Take extra care yourself when you open and close.
outcome-text-escalated-robbery = The businesses that it concerns have been warned. If something changes, they will read that too.
