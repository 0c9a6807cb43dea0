"""Sources of roles: those that were given before this was stored end with the role by which they were given.

A source is a role of who gave it, or one for which they stood in then, that could give it at that moment. Where several
could, nobody knows which it was, and the role stands by itself; the doctor lists it.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Who stood in for which role, from when until when: as the record says, else (pruned by now) whoever does today.
STOOD_IN = """
    SELECT named.entity_id AS role_id, CAST(named.payload ->> 'deputy' AS BIGINT) AS member_id, named.at AS since,
        (SELECT MIN(ended.at) FROM audit AS ended WHERE ended.entity = 'role' AND ended.entity_id = named.entity_id
            AND ended.action = 'deputy.ended' AND ended.id > named.id) AS until
    FROM audit AS named WHERE named.entity = 'role' AND named.action = 'deputy.named'
"""
COULD_GIVE = """
    SELECT id AS role_id, member_id, starts_at AS since, ends_at AS until FROM roles
    UNION ALL SELECT role_id, member_id, since, until FROM stood_in
    UNION ALL SELECT id, deputy_id, starts_at, ends_at FROM roles WHERE deputy_id IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM stood_in WHERE stood_in.role_id = roles.id AND stood_in.member_id = roles.deputy_id)
"""
# An administrator gives every role, who manages a KVO group that of its manager.
GIVES = """
    (source.role = 'administrator' OR (given.role = 'kvo_manager' AND source.role IN ('police', 'city_marshal'))
        OR (given.role = 'kvo_manager' AND source.role = 'kvo_manager'
            AND source.scope_kvo_group_id = given.scope_kvo_group_id))
"""
# As far as scopes and the postcode table tell; what they do not tell may have been so.
LIES_OUTSIDE = """
    (source.scope_kind <> 'national' AND given.scope_kind IN ('national', 'branch'))
    OR (source.scope_kind = 'postcodes' AND given.scope_kind = 'postcodes'
        AND (given.scope_first < source.scope_first OR given.scope_last > source.scope_last))
    OR (source.scope_kind = 'municipality' AND given.scope_kind = 'municipality'
        AND source.scope_municipality_id <> given.scope_municipality_id)
    OR (source.scope_kind = 'municipality' AND given.scope_kind = 'postcodes' AND EXISTS
        (SELECT 1 FROM postcodes WHERE postcodes.pc4 BETWEEN given.scope_first AND given.scope_last
            AND postcodes.municipality_id <> source.scope_municipality_id))
    OR (source.scope_kind = 'postcodes' AND given.scope_kind = 'municipality' AND EXISTS
        (SELECT 1 FROM postcodes WHERE postcodes.municipality_id = given.scope_municipality_id
            AND NOT postcodes.pc4 BETWEEN source.scope_first AND source.scope_last))
    OR EXISTS (SELECT 1 FROM kvo_groups JOIN area_codes ON area_codes.area_id = kvo_groups.area_id
        WHERE kvo_groups.id = given.scope_kvo_group_id AND (
            (source.scope_kind = 'postcodes'
                AND NOT SUBSTR(area_codes.code, 1, 4) BETWEEN source.scope_first AND source.scope_last)
            OR (source.scope_kind = 'municipality' AND source.scope_municipality_id NOT IN
                (SELECT municipality_id FROM postcodes WHERE pc4 = SUBSTR(area_codes.code, 1, 4)))))
"""
FILL = f"""
    WITH stood_in AS ({STOOD_IN}), could_give AS ({COULD_GIVE}),
    possible AS (
        SELECT DISTINCT given.id AS given_id, source.id AS source_id,
            CASE WHEN {LIES_OUTSIDE} THEN 1 ELSE 0 END AS is_outside
        FROM roles AS given
        JOIN could_give ON could_give.member_id = given.granted_by AND could_give.since <= given.created_at
            AND (could_give.until IS NULL OR could_give.until > given.created_at)
        JOIN roles AS source ON source.id = could_give.role_id AND source.id < given.id
            AND (source.ends_at IS NULL OR source.ends_at > given.created_at)
        WHERE given.derived_from IS NULL AND given.confirmed_by IS NULL AND {GIVES}
    ),
    found AS (SELECT given_id, MIN(source_id) AS source_id FROM possible WHERE is_outside = 0
        GROUP BY given_id HAVING COUNT(*) = 1)
    UPDATE roles SET derived_from = found.source_id FROM found WHERE roles.id = found.given_id
"""  # noqa: S608 - put together from the constants above


def upgrade() -> None:
    op.execute(FILL)
