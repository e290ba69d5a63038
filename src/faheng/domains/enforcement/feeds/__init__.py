"""What other enforcement systems report: cases, decisions, inspections, certificates.

Columns follow the data elements of enforcement supervision (bodies, officers, parties,
cases, decisions, inspections) and the publicity record of penalties.
"""

from __future__ import annotations

from faheng.domains.enforcement.feeds.certificates import CertificateChanges
from faheng.domains.enforcement.feeds.inspections import Inspections
from faheng.domains.enforcement.feeds.penalties import PenaltyCases, PenaltyDecisions

__all__ = ["CertificateChanges", "Inspections", "PenaltyCases", "PenaltyDecisions"]
