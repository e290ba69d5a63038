"""Tables of divisions, organs, people, appointments, certificates and parties."""

from __future__ import annotations

from faheng.kernel.parties.models.organs import Division, Entrustment, Organ, OrganField
from faheng.kernel.parties.models.party import Party, PartyVersion
from faheng.kernel.parties.models.people import (
    Appointment,
    Certificate,
    CertificateChange,
    CertificateField,
    Person,
    Training,
)

__all__ = [
    "Appointment",
    "Certificate",
    "CertificateChange",
    "CertificateField",
    "Division",
    "Entrustment",
    "Organ",
    "OrganField",
    "Party",
    "PartyVersion",
    "Person",
    "Training",
]
