# What somebody typed before the session in the browser was over.

console-kept-sign-in = You were signed out. Nothing was sent yet. Sign in, and what you typed is there again.
console-kept-too-long = You were signed out. Nothing was sent yet. What you typed is too long to keep. Go back in your browser and copy it first.
console-kept-title = What you typed is still here
console-kept-nothing-sent = You were signed out. Nothing was sent or changed yet.
console-kept-words = This is what you typed
console-kept-back = Back to the page
console-kept-filled = You were signed out. Nothing was sent yet. What you had filled in is there again: check it, then press the button once more.
console-kept-gone = You were signed out. Nothing was sent yet. The form is not there any more; this is what you typed:
console-carried-nothing-sent = Nothing was sent or changed yet.
console-carried-filled = Nothing was sent yet. What you had filled in is there again: check it, then press the button once more.
console-carried-gone = Nothing was sent yet. The form is not there any more; this is what you typed:
