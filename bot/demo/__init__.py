"""The demo: a made-up neighbourhood, a story played in it over a Telegram stand-in, and its checks."""
