"""Everything one run found, written as tables, one page, JSON and SQLite."""

from xref.report.csv_files import guard, unguard
from xref.report.folder import check_target
from xref.report.stored import StoredRun, load_run
from xref.report.writing import write

__all__ = ["StoredRun", "check_target", "guard", "load_run", "unguard", "write"]
