"""A shop in words: its name and address, and what whoever vouches for it should know."""

from collections.abc import Sequence
from datetime import datetime

from alerts.delivery import ReachedShop
from alerts.ports import UnitOfWork
from alerts.postcode import shown
from alerts.premises import Premises
from alerts.services.shop.find_twin import Twin
from texts.html import Html, joined, lines
from texts.phrases import Phrases
from texts.times_and_distances import distance

_MOST_NAMED, _LONGEST_NAME = 3, 30  # ours: a line and a half on a phone


def name_of(premises: Premises, t: Phrases) -> str:
    """Return the shop's name, or its branch while it has no name."""
    return premises.name or t.plain(f"branch-{premises.branch}")


def shops_reached(shops: Sequence[ReachedShop], t: Phrases) -> Html:
    """Name the shops for which a notice came, with their distances, the nearest first; nothing without any."""
    if not shops:
        return Html("")
    named = [_reached(one, t) for one in shops[:_MOST_NAMED]]
    return t("alert-shops", shops=joined(", ", *named), more=len(shops) - len(named))


def _reached(shop: ReachedShop, t: Phrases) -> str:
    name = (shop.name or t.plain(f"branch-{shop.branch}"))[:_LONGEST_NAME]
    return name if shop.metres is None else t("alert-shop", name=name, distance=distance(shop.metres, t))


def facts(premises: Premises, t: Phrases) -> Html:
    """Describe name, address as far as known, and branch, on a few lines."""
    branch = t.plain(f"branch-{premises.branch}")
    first = t("shop-name", name=premises.name) if premises.name else ""
    return lines(first, t("shop-where", place=address(premises, t), branch=branch))


def address(premises: Premises, t: Phrases) -> str:
    """Return postcode and house number as far as they are known."""
    code = shown(premises.pc6) if premises.pc6 else premises.pc4
    if code is None:
        return t.plain("shop-shared-place")
    return f"{code} {premises.house_number}" if premises.house_number else code


async def signup_notes(uow: UnitOfWork, premises: Premises, twin: Twin | None, now: datetime, t: Phrases) -> Html:
    """Tell a coordinator before vouching how many people the shop has, which other shop it resembles, and whether its
    verification was withdrawn before."""
    people = len(await uow.premises.members_of(premises.id))
    withdrawn = await uow.personal.was_withdrawn(premises, now)
    return lines(
        t("signup-people", count=people),
        t(f"signup-twin-{twin}") if twin else "",
        t("signup-withdrawn", days=(now - withdrawn).days) if withdrawn else "",
    )
