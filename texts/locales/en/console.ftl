# The console in the browser.

console-name = Wees Alert
console-skip = Skip to content
console-language-nl = Nederlands
console-language-en = English
console-emergency = <b>In danger? Call 112.</b> This is no emergency number.

console-front-title = Wees Alert in the browser
console-front-what = Wees Alert warns businesses of robberies and reconnaissance. You report, read notices and write them in Telegram.
console-front-open = Open @{ $name } in Telegram
console-front-kept-title = What this page keeps
console-front-kept = Your browser keeps the language that you choose and a code that protects forms. We keep nothing else of your visit.

console-error-title-400 = This request is not right
console-error-400 = Go back and try again.
console-error-title-403 = This form no longer counts
console-error-403 = Open the page again and fill it in there. Does it happen again? Then allow cookies of this site.
console-error-title-404 = This page is not here
console-error-404 = It does not exist, or it is not for you.
console-error-title-405 = This page does not work like that
console-error-405 = Go back to the start and choose there what you want to do.
console-error-title-408 = This took too long
console-error-408 = The connection was too slow. Nothing has changed. Try again.
console-error-title-413 = This is too much text
console-error-413 = Go back and shorten the text. Nothing has changed.
console-error-title-415 = This request is not right
console-error-415 = Only forms of this site are accepted.
console-error-title-421 = Wrong address
console-error-421 = This site is not at this address. Use the address that your administrator gave you.
console-error-title-500 = Something went wrong on our side
console-error-500 = See whether what you wanted to do has happened. If not, try again.
console-error-title-503 = This cannot be done right now
console-error-503 = The database cannot be reached. Nothing has changed. Try again in a minute.
console-error-number = Does it stay like this? Give your administrator this number: <b>{ $number }</b>.
console-error-back = To the start
