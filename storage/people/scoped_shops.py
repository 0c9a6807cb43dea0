"""Shops that may lie in a scope, by what their row holds: the PC4 and the branch."""

import sqlalchemy as sa

from alerts.role import Scope, ScopeKind
from storage.tables import kvo_group_premises, postcodes
from storage.tables import premises as shops


def may_lie_in(scope: Scope) -> sa.ColumnElement[bool]:
    """Match every shop in the scope, and where a PC4 is only partly in it, some shops outside it too."""
    match scope.kind:
        case ScopeKind.NATIONAL:
            return sa.true()
        case ScopeKind.POSTCODES:
            return shops.c.pc4.between(scope.first, scope.last)
        case ScopeKind.MUNICIPALITY:
            ground = sa.select(postcodes.c.pc4).where(postcodes.c.municipality_id == scope.municipality)
            return shops.c.pc4.in_(ground)
        case ScopeKind.BRANCH if scope.is_whole_branch:
            return shops.c.branch == scope.branch
        case ScopeKind.BRANCH:
            return sa.and_(shops.c.branch == scope.branch, shops.c.pc4.between(scope.first, scope.last))
        case ScopeKind.KVO_GROUP:
            held = sa.select(kvo_group_premises.c.premises_id)
            return shops.c.id.in_(held.where(kvo_group_premises.c.kvo_group_id == scope.kvo_group_id))
