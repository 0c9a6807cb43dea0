"""Tests of the words for a shop, a role and a settings screen, in both languages."""

from dataclasses import replace

import pytest

from alerts.branch import Branch
from alerts.ids import KvoGroupId, MunicipalityId, PremisesId
from alerts.member import Language
from alerts.premises import NewPremises, Premises
from alerts.role import Role, Scope, ScopeKind, municipality_scope
from alerts.services.member.become_member import become_member
from alerts.services.shop.subscribe import subscribe
from bot.render.shop import signup_card, standing
from tests.bot.town import BEGIN, Town
from texts.phrases import load_texts
from texts.roles import RoleOffer, role_words, scope_words
from texts.shops import address, facts

TEXTS = load_texts(strict=True)
BARE = Premises(
    PremisesId(1),
    Branch.JEWELLER,
    pc4=None,
    pc6=None,
    point=None,
    point_source=None,
    name=None,
    house_number=None,
    needs_check=False,
    verified_at=None,
    closed_at=None,
    version=1,
)
WHOLE = replace(BARE, pc4="2903", pc6="2903AB", name="De Parel", house_number="7")
SCOPES = (
    Scope(ScopeKind.POSTCODES, first="2903", last="2903"),
    Scope(ScopeKind.POSTCODES, first="2900", last="2999"),
    municipality_scope(MunicipalityId("0502"), "Capelle aan den IJssel"),
    Scope(ScopeKind.BRANCH, branch=Branch.JEWELLER),
    Scope(ScopeKind.BRANCH, first="2903", last="2903", branch=Branch.JEWELLER),
    Scope(ScopeKind.BRANCH, first="2900", last="2999", branch=Branch.JEWELLER),
    Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(1)),
    Scope(ScopeKind.NATIONAL),
)


@pytest.mark.parametrize("language", Language)
def test_every_scope_has_its_words(language: Language) -> None:
    """Every kind of scope has its words."""
    t = TEXTS[language]
    assert len({scope_words(scope, t) for scope in SCOPES}) == len(SCOPES)


async def test_every_role_is_called_by_its_name(town: Town) -> None:
    """Every role has its name."""
    async with town.storage.reading() as uow:
        for t in TEXTS.values():
            for role in Role:
                for text in ("role-granted", "mine-role"):
                    assert t.plain(f"role-{role}") in await role_words(uow, RoleOffer(role, SCOPES[1]), t, text)


@pytest.mark.parametrize("language", Language)
def test_what_is_missing_is_named(language: Language) -> None:
    """Missing facts of a shop are named."""
    t = TEXTS[language]
    for lacking, shop in (
        ("name", replace(WHOLE, name=None)),
        ("postcode", replace(WHOLE, pc6=None)),
        ("number", replace(WHOLE, house_number=None)),
    ):
        assert standing(shop, t) == t("shop-incomplete", missing=t.plain(f"shop-lacks-{lacking}"))
    assert standing(WHOLE, t) == t("shop-waiting")
    assert standing(replace(WHOLE, verified_at=BEGIN), t) == t("shop-verified")


def test_an_address_is_as_long_as_what_is_known() -> None:
    """An address contains only the known fields."""
    t = TEXTS[Language.DUTCH]
    assert address(WHOLE, t) == "2903 AB 7"
    assert address(replace(WHOLE, house_number=None), t) == "2903 AB"
    assert address(replace(BARE, pc4="2903"), t) == "2903"
    assert address(BARE, t) == t.plain("shop-shared-place")
    assert facts(BARE, t) == t("shop-where", place=t.plain("shop-shared-place"), branch="Juwelier")


def test_a_signup_has_a_button_only_while_there_is_something_to_do() -> None:
    """The card of a sign-up has a button only while an action is possible."""
    t = TEXTS[Language.DUTCH]
    assert "verify:" in repr(signup_card(WHOLE, t).keyboard)
    verified = signup_card(replace(WHOLE, verified_at=BEGIN), t)
    assert t("signup-done") in verified.text
    assert "unverify:" in repr(verified.keyboard)
    for settled, text in (
        (replace(WHOLE, closed_at=BEGIN), "signup-closed"),
        (replace(WHOLE, house_number=None), "signup-incomplete"),
    ):
        card = signup_card(settled, t)
        assert card.keyboard is None
        assert t(text) in card.text
        assert card.is_protected
    assert t("signup-check") in signup_card(replace(WHOLE, needs_check=True), t).text


async def test_a_long_list_of_signups_is_shown_in_parts(town: Town) -> None:
    """A long list of sign-ups has pages."""
    agent = await town.coordinator(90)
    async with town.storage.transaction() as uow:
        member = await become_member(uow, "telegram", "5", language=Language.DUTCH, now=BEGIN)
        for number in range(10):
            new = NewPremises(Branch.CAFE, "2903", "2903AB", None, None, f"Café {number}", f"{number + 1}")
            await subscribe(uow, member, new, BEGIN)
    await agent.types("/aanmeldingen")
    assert agent.t("signups-more", count="4") in agent.last.text
    await agent.taps("Verifieer Café 0")
    assert "Café 6" in agent.last.text
    assert "Café 7" not in agent.last.text
    await agent.taps(agent.t.plain("signups-show-more"))
    assert "Café 6" not in agent.last.text
    for number in (7, 8, 9):
        await agent.taps(f"Verifieer Café {number}")
    assert agent.last.text == agent.t("signups-all")
    await agent.taps(agent.t.plain("signups-from-start"))
    assert "Café 1" in agent.last.text
    assert agent.t.plain("signups-show-more") not in [one.label for one in agent.last.buttons]


async def test_more_signups_are_shown_to_who_may_see_them_only(town: Town) -> None:
    """A retailer cannot open the next page of sign-ups by its button."""
    els = town.person(1)
    await els.subscribes("2903AB", "cafe")
    await els.presses("signups:1:0")
    assert town.screens.toasts[-1] == els.t.plain("not-allowed-verify_premises")
