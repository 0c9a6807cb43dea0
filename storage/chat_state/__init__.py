"""The state of chats in SQL: updates, dialogues and kept forms."""
