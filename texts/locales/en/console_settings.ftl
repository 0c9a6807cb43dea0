# Settings of a municipality in the browser.

console-settings-title = Set up a municipality
console-settings-open = Open the settings
console-settings-of = Municipality of { $name }
console-settings-duty = Sending without a colleague
console-settings-duty-told = The police and the other administrators there are told of it.
console-settings-names = Names of roles
console-settings-names-how = What is a role called in this municipality? Leave it empty for the usual name. Type the name of the function, such as aftercare coordinator.
console-settings-now = Stored now: { $name }.
console-settings-keep = Save the names
console-settings-changed = A colleague has just changed these names. Nothing was saved. Each name shows what is stored now; save again if what you typed must count.
