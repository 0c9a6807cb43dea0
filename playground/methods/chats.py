"""."""

from playground.methods.call import Method

METHODS: dict[str, Method] = {}
