# De webomgeving in Telegram zelf.

console-app = Webomgeving in Telegram
console-telegram-title = Wees Alert in Telegram
console-telegram-how = In je eigen browser log je in met je toegangssleutel en kun je alles. In de app van Telegram gaat deze pagina vanzelf verder.
console-telegram-failed = Openen is niet gelukt. Sluit dit scherm en open het opnieuw uit /menu in je privégesprek met de bot. Dat kan als je een rol hebt.
console-open-in-browser = Open in je browser
console-from-chat = Hier lees en schrijf je. Goedkeuren, versturen, intrekken, rollen, sleutels en bestanden kunnen alleen in je browser, met je toegangssleutel.
console-session-from-chat = Begonnen in Telegram.
rejected-only-in-browser = Dit kan alleen in je browser, met je toegangssleutel. Er is niets veranderd.
audit-account-entered = opende de webomgeving in Telegram
