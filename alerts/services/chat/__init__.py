"""Use cases of the chats of KVO groups: tie, enter, keep, repair."""
