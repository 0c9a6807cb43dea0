"""A Telegram stand-in for your own machine: a Bot API server with its people and groups, all in memory."""
