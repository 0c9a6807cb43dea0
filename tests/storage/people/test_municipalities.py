"""Test of the settings of municipalities."""

from dataclasses import replace

from alerts.municipality import Municipality
from alerts.place_names import named_id
from alerts.ports import Storage
from alerts.role import Role


async def test_a_municipality_has_defaults_until_something_is_set(storage: Storage) -> None:
    """A municipality has defaults until something is set, by its name; a later value replaces an earlier one."""
    capelle = Municipality("Capelle aan den IJssel", labels={Role.CITY_MARSHAL: "coördinator nazorg"})
    async with storage.transaction() as uow:
        assert Municipality("capelle-aan-den-ijssel", False, {}) == await uow.municipalities.get(capelle.id)
        await uow.municipalities.save(capelle)
        assert capelle == await uow.municipalities.get(capelle.id)
        assert Municipality("rotterdam") == await uow.municipalities.get(named_id("Rotterdam"))
        await uow.municipalities.save(replace(capelle, sole_on_duty=True, labels={}))
    async with storage.reading() as uow:
        assert Municipality("Capelle aan den IJssel", True, {}) == await uow.municipalities.get(capelle.id)
