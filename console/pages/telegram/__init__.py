"""The page that Telegram opens as a web app."""
