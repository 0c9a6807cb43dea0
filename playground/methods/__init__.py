"""The Bot API's methods by lower-case name; one module per subject."""

from playground.methods import (
    callbacks,
    chats,
    commands,
    editing,
    files,
    forwarding,
    invites,
    members,
    messages,
    updates,
)
from playground.methods.call import Call, Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for module in (
        updates,
        messages,
        editing,
        forwarding,
        callbacks,
        commands,
        files,
        chats,
        members,
        invites,
    )
    for name, method in module.METHODS.items()
}

__all__ = ["METHODS", "Call"]
