"""Municipalities: what one of them has agreed to, and how it calls its people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alerts.role import Role


@dataclass(frozen=True, slots=True)
class Municipality:
    """The settings of one municipality; `name` as the postcode table writes it.

    `sole_on_duty`: whether the only police on duty may send without a colleague, which is looked at afterwards.
    `labels`: what a role is called there, where that differs (DOMAIN §2: *stadsmarinier* is a word of Rotterdam).
    """

    name: str
    sole_on_duty: bool = False
    labels: Mapping[Role, str] = field(default_factory=dict)
