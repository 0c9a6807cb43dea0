"""Identities: integers that cannot be mixed up with one another."""

from typing import NewType

MemberId = NewType("MemberId", int)
AddressId = NewType("AddressId", int)
PremisesId = NewType("PremisesId", int)
RoleId = NewType("RoleId", int)
InviteId = NewType("InviteId", int)
AreaId = NewType("AreaId", int)
KvoGroupId = NewType("KvoGroupId", int)
AlertId = NewType("AlertId", int)
RevisionId = NewType("RevisionId", int)
ApprovalId = NewType("ApprovalId", int)
TemplateId = NewType("TemplateId", int)
ReportId = NewType("ReportId", int)
DeliveryId = NewType("DeliveryId", int)
