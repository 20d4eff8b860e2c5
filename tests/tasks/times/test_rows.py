from datetime import date

from expectations.tables import TIMES
from tasks.times.rows import to_time_rows
from tests.tasks.times.finding import find

TEXT = "Rents fell in 2014. The following year they rose, and last week\u00a0they fell."


def test_rows_have_the_columns_of_the_table_and_slice_the_original() -> None:
    rows = to_time_rows("doc", TEXT, find(TEXT))
    assert all(list(row) == [column.name for column in TIMES.columns] for row in rows)
    assert [row["text"] for row in rows] == [TEXT[row["start"] : row["end"]] for row in rows]
    assert [row["value"] for row in rows] == ["2014", "2015", "2016-W35"]


def test_an_anchor_is_named() -> None:
    rows = to_time_rows("doc", TEXT, find(TEXT))
    assert [row["anchor"] for row in rows] == [None, f"time:{rows[0]['time_id']}", "published"]


def test_ids_depend_on_the_place_alone() -> None:
    then = to_time_rows("doc", TEXT, find(TEXT, date(2001, 1, 1)))
    assert [row["time_id"] for row in to_time_rows("doc", TEXT, find(TEXT))] == [row["time_id"] for row in then]
    assert len({row["time_id"] for row in then}) == len(then)
