"""Positions and origins to the status of clusters and the standing of sources."""

from xref.reliability.assess import Assessed, assess

__all__ = ["Assessed", "assess"]
