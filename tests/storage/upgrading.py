"""A database of an earlier schema, with data that a migration has to convert."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from alerts.area import Place
from alerts.ids import MunicipalityId, PremisesId
from alerts.ports import Storage
from alerts.role import Role, parse_scope
from alerts.services.permission.locate_matter import located
from storage.migrations import SCRIPTS


def scripts_before(name: str, folder: Path) -> Path:
    """Return a copy of the migrations before the one with this name."""
    (first,) = (file.name[:4] for file in (SCRIPTS / "versions").glob(f"*_{name}.py"))

    def ignored(_directory: str, names: list[str]) -> list[str]:
        return [one for one in names if one == "__pycache__" or (one[:4].isdigit() and one[:4] >= first)]

    there = folder / "before"
    shutil.copytree(SCRIPTS, there, ignore=ignored)
    return there


LATER = datetime(2026, 6, 1, tzinfo=UTC)
_POSTCODE = "INSERT INTO postcodes (pc4, place, municipality, x, y, z) VALUES "
NAMED_PLACES = (
    _POSTCODE + "('2201', 'Noordwijk', NULL, 3891165, 302398, 5035926)",
    _POSTCODE + "('2203', 'Noordwijk', NULL, 3890283, 302861, 5036580)",
    _POSTCODE + "('9824', 'Noordwijk', '', 3797176, 416227, 5098687)",
    _POSTCODE + "('2903', 'Capelle', 'Capelle aan den IJssel', 3915616, 313523, 5015733)",
    "INSERT INTO municipalities (name, sole_on_duty, labels)"
    " VALUES ('Capelle aan den IJssel', true, '{\"police\": \"wijkteam\"}'), ('Noordwijk', true, '{}')",
    "INSERT INTO members (id, language, muted, created_at) VALUES (5, 'nl', '', '2026-01-01')",
    "INSERT INTO roles (member_id, role, scope_kind, scope_name, starts_at, created_at)"
    " VALUES (5, 'police', 'municipality', 'Capelle aan den IJssel', '2026-01-01', '2026-01-01'),"
    " (5, 'police', 'municipality', 'Noordwijk', '2026-01-01', '2026-01-01')",
    "INSERT INTO invites (secret_hash, role, scope_kind, scope_name, max_uses, uses, expires_at, created_at)"
    " VALUES ('x', 'police', 'municipality', 'Capelle aan den IJssel', 1, 0, '2099-01-01', '2026-01-01')",
    "INSERT INTO premises (branch, pc4, pc6, x, y, z, point_source, needs_check, created_at, version)"
    " VALUES ('bakery', '2903', '2903AB', 3915616, 313523, 5015733, 'pc4', false, '2026-01-01', 1)",
)


async def check_named_places(storage: Storage) -> None:
    """Check that names of municipalities became identities; a name that several have covers none of them, and gives no
    consent."""
    capelle, south, north = (
        MunicipalityId(one) for one in ("capelle-aan-den-ijssel", "noordwijk@2201", "noordwijk@9824")
    )
    async with storage.reading() as uow:
        found = [
            (one.pc4, one.municipality_id, one.municipality_name)
            for pc4 in ("2201", "2203", "2903", "9824")
            for one in await uow.postcodes.parts(pc4)
        ]
        assert [
            ("2201", south, "Noordwijk (2201)"),
            ("2203", south, "Noordwijk (2201)"),
            ("2903", capelle, "Capelle aan den IJssel"),
            ("9824", north, "Noordwijk (9824)"),
        ] == found
        settings = await uow.municipalities.get(capelle)
        assert (True, {Role.POLICE: "wijkteam"}) == (settings.sole_on_duty, settings.labels)
        assert [False, False] == [(await uow.municipalities.get(one)).sole_on_duty for one in (south, north)]
        covering = {pc4: await located(uow, Place(pc4)) for pc4 in ("2201", "2903", "9824")}
        for grant, expected in zip(await uow.roles.active(LATER), (["2903"], []), strict=True):
            assert expected == [pc4 for pc4, matter in covering.items() if grant.scope.covers(matter)]
        (invite,) = await uow.invites.open_for_roles(LATER)
        assert parse_scope("municipality:Capelle aan den IJssel") == invite.scope
        shop = await uow.premises.get(PremisesId(1))
        assert (None, "2903AB") == (shop.municipality, shop.place.pc6)
