import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.arrow import to_arrow, to_schema
from expectations.columns import Table
from expectations.tables import QUOTES, TABLES
from tests.golden_files import check_golden
from tests.rows import blank, valid_rows


def describe(table: Table) -> str:
    schema = to_schema(table)
    lines = [f"{field.name}: {field.type}{'' if field.nullable else ' not null'}" for field in schema]
    return "\n".join([f"{table.name} ({table.owner})", *(f"  {line}" for line in lines)])


def test_schemas_are_the_ones_that_readers_rely_on() -> None:
    check_golden("schemas.txt", "\n\n".join(describe(table) for table in TABLES.values()) + "\n")


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_and_table_carries_its_meaning(table: Table) -> None:
    schema = to_schema(table)
    assert schema.metadata[b"description"].decode() == f"One row per {table.row}."
    assert [field.metadata[b"description"].decode() for field in schema] == [each.meaning for each in table.columns]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_parquet_gives_back_the_schema(table: Table) -> None:
    file = io.BytesIO()
    pq.write_table(to_schema(table).empty_table(), file)
    assert pq.read_table(file).schema.equals(to_schema(table), check_metadata=True)


@pytest.mark.parametrize("name", valid_rows())
def test_rows_come_back_as_they_went(name: str) -> None:
    rows = valid_rows()[name]
    assert to_arrow(TABLES[name], rows).to_pylist() == rows


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "colour"),
        ({"start": "one"}, r"quotes\.start: .*int32"),
        ({"start": 2**40}, r"quotes\.start: .*int32"),
        ({"start": True}, r"quotes\.start: .*int32"),
        ({"text": 3}, r"quotes\.text: .*string"),
        ({"spans": [(1, 2, 3)]}, r"quotes\.spans"),
    ],
)
def test_what_does_not_fit_is_an_error(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        to_arrow(QUOTES, [blank("quotes") | change])


def test_a_missing_column_is_an_error() -> None:
    row = blank("quotes")
    del row["stance"]
    with pytest.raises(ValueError, match="stance"):
        to_arrow(QUOTES, [row])


def test_nulls_in_required_columns_are_left_to_the_expectations() -> None:
    assert to_arrow(QUOTES, [blank("quotes")])["stance"].null_count == 1


def test_no_rows_make_an_empty_table() -> None:
    assert to_arrow(QUOTES, []).equals(to_schema(QUOTES).empty_table())


def test_instants_are_utc() -> None:
    assert to_schema(TABLES["documents"]).field("published_at").type == pa.timestamp("us", tz="UTC")
