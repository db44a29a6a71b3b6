"""An independent oracle: the meaning of matrices, written a second time from Docs/ alone, to compare answers with."""

from .assessment import assess
from .comparable import comparable
from .scheme import Scheme

__all__ = ["Scheme", "assess", "comparable"]
