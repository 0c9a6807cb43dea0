# The console for people without Telegram, and the pages People and roles and Record.

console-link-role = You get this role: { $role }.
console-link-confirmed = It counts once a second person confirms it.
console-role-waits = <b>{ $role }</b>, { $scope }: this role waits until a second person confirms it.
console-no-messages = Without Telegram you get no messages on your phone. What waits for you is under Today: look there yourself.
console-mydata-file = Everything that we keep of you, in one file. The names of the fields are in English.
console-mydata-download = Download my data
console-mydata-erase = Erase everything of me
console-mydata-erase-how = Your roles end, and your passkeys and data are erased. What you did in a role stays, under a number that leads to nobody. This cannot be undone.
