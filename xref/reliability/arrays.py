"""The two kinds of arrays the estimator works on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
"""Integers that index something."""
Floats = NDArray[np.float64]
"""Probabilities, weights, numbers."""
