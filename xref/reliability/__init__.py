"""Positions and origins to the status of clusters and the standing of sources; the truth estimator, usable alone."""

from xref.reliability.assess import Assessed, assess
from xref.reliability.truth import TruthEstimate, estimate_truth

__all__ = ["Assessed", "TruthEstimate", "assess", "estimate_truth"]
