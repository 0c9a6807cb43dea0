"""A Telegram that runs on your own machine: a Bot API server, its people and groups, all in memory."""
