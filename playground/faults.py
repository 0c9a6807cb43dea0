"""Fault injection: rules that make Bot API calls fail, for tests and for the page."""

import random
from dataclasses import dataclass, field
from typing import Any

from playground.errors import ApiRefusal, ControlError, Json, too_many_requests

BREAKS = frozenset({"drop_before", "drop_after", "refuse"})
KINDS = BREAKS | {"429", "500", "403", "400"}
SPARED = frozenset({"getupdates", "getme"})
_PREFIX = {"400": "Bad Request: ", "403": "Forbidden: "}
_USUAL = {"400": "chat not found", "403": "bot was blocked by the user", "500": "Internal Server Error: restart"}


@dataclass(slots=True)
class Rule:
    """A rule that makes calls fail; without a method it applies to all but getUpdates and getMe."""

    fault: str
    method: str | None = None
    chat: int | None = None
    share: float = 1.0
    times: int | None = None
    retry_after: int = 1
    description: str | None = None

    def fires(self, method: str, chat_id: int | None) -> bool:
        """Tell whether the rule hits this call; `share` below 1 is a probability."""
        concerned = method.lower() not in SPARED if self.method is None else method.lower() == self.method.lower()
        if not concerned or (self.chat is not None and self.chat != chat_id):
            return False
        return self.share >= 1 or random.random() < self.share  # noqa: S311 no secret

    def refusal(self) -> ApiRefusal:
        """Make the error of a rule that answers (429, 500, 403, 400)."""
        if self.fault == "429":
            return too_many_requests(self.retry_after)
        text = self.description or _USUAL[self.fault]
        prefix = _PREFIX.get(self.fault, "")
        return ApiRefusal(int(self.fault), text if text.startswith(prefix) else prefix + text)

    def shape(self) -> Json:
        """Return the rule as JSON of the contract, without unset fields."""
        fields: Json = {"fault": self.fault, "method": self.method, "chat": self.chat, "share": self.share}
        fields |= {"times": self.times, "description": self.description}
        fields["retry_after"] = self.retry_after if self.fault == "429" else None
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(slots=True)
class Faults:
    """The latency (milliseconds) of every call but getUpdates, and the rules in order."""

    latency_ms: float = 0
    rules: list[Rule] = field(default_factory=list)

    @classmethod
    def parse(cls, value: Json) -> "Faults":
        """Parse the control API's JSON. Raises ControlError."""
        latency, rules = value.get("latency_ms", 0), value.get("rules", [])
        if not isinstance(latency, int | float) or latency < 0 or not isinstance(rules, list):
            raise ControlError("latency_ms is a number of milliseconds and rules a list")
        return cls(latency, [_rule(rule) for rule in rules])

    def strike(self, method: str, chat_id: int | None) -> Rule | None:
        """Return the first rule that hits this call and use one of its `times`; None if none hits."""
        for rule in self.rules:
            if rule.fires(method, chat_id):
                if rule.times is not None:
                    rule.times -= 1
                    if rule.times <= 0:
                        self.rules.remove(rule)
                return rule
        return None

    def shape(self) -> Json:
        """Return the faults as JSON of the contract."""
        return {"latency_ms": self.latency_ms, "rules": [rule.shape() for rule in self.rules]}


def _rule(value: Any) -> Rule:
    if not isinstance(value, dict) or value.get("fault") not in KINDS:
        raise ControlError(f"fault is one of {', '.join(sorted(KINDS))}")
    unknown = value.keys() - set(Rule.__slots__)
    if unknown:
        raise ControlError(f"unknown in a rule: {', '.join(sorted(unknown))}")
    given = {name: item for name, item in value.items() if item is not None}
    times = given.get("times", 1)
    if not isinstance(times, int) or times < 1:
        raise ControlError("times is a whole number above 0")
    return Rule(**given)
