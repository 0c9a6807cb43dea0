"""Ids as distinct types, so that they cannot be mixed up: integers, and the codes of municipalities."""

from typing import NewType

MemberId = NewType("MemberId", int)
AddressId = NewType("AddressId", int)
PremisesId = NewType("PremisesId", int)
RoleId = NewType("RoleId", int)
InviteId = NewType("InviteId", int)
GrantRequestId = NewType("GrantRequestId", int)
AreaId = NewType("AreaId", int)
KvoGroupId = NewType("KvoGroupId", int)
AlertId = NewType("AlertId", int)
RevisionId = NewType("RevisionId", int)
ApprovalId = NewType("ApprovalId", int)
TemplateId = NewType("TemplateId", int)
ReportId = NewType("ReportId", int)
IncidentId = NewType("IncidentId", int)
MeasureEditId = NewType("MeasureEditId", int)
MoRecordId = NewType("MoRecordId", int)
OutcomeTextId = NewType("OutcomeTextId", int)
PatternId = NewType("PatternId", int)
DeliveryId = NewType("DeliveryId", int)
PasskeyId = NewType("PasskeyId", int)
IdentityId = NewType("IdentityId", int)
SessionId = NewType("SessionId", int)
SupportId = NewType("SupportId", int)
RosterId = NewType("RosterId", int)
ShiftId = NewType("ShiftId", int)
TaskId = NewType("TaskId", int)
MeetingId = NewType("MeetingId", int)

# What identifies a municipality: its code (CBS, GeoNames admin2: `0575`); without one its name, with its province
# (`noordwijk/groningen`) or one of its postcodes (`noordwijk@9824`) where the name alone would not tell.
MunicipalityId = NewType("MunicipalityId", str)
