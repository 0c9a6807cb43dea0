# The web environment in Telegram itself.

console-app = Web environment in Telegram
console-telegram-title = Wees Alert in Telegram
console-telegram-how = In your own browser you sign in with your passkey and can do everything. In the Telegram app this page goes on by itself.
console-telegram-failed = It did not open. Close this screen and open it again from /menu in your private chat with the bot. That works if you have a role.
console-open-in-browser = Open in your browser
console-from-chat = Here you read and write. Approving, sending, retracting, roles, keys and files work only in your browser, with your passkey.
console-session-from-chat = Begun in Telegram.
rejected-only-in-browser = This works only in your browser, with your passkey. Nothing has changed.
audit-account-entered = opened the web environment in Telegram
