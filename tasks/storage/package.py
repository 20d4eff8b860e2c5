"""The files that make a version explain itself: README.md, datapackage.json, views.sql, checksums.sha256."""

import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from expectations.columns import Column, Table, read_vocabulary
from expectations.tables import TABLES
from tasks.storage.manifests import Manifest, Part
from tasks.storage.views import SOURCES, to_statements

_README = """\
# Onrecord dataset, version {version}

Published {created_at} by {run_id}{origin}. Each directory is a table; its Parquet files together are its rows.

| table | one row per | rows |
| --- | --- | ---: |
{tables}

```python
import pandas, polars
pandas.read_parquet("quotes")
polars.read_parquet("quotes/*.parquet")
```

`duckdb -init views.sql` makes a view of each table, and events_polecat and events_gdelt: events in the columns of
those datasets; `datapackage.json` says what each column means (Frictionless
Tabular Data Package); `sha256sum -c checksums.sha256` checks the files.
"""


def part_name(table: str, part: Part) -> str:
    """Path of a part below the directory of a version."""
    return f"{table}/{part.bucket or 'all'}-{part.sha256[:8]}.parquet"


def to_readme(manifest: Manifest) -> str:
    """README.md: what this is, what is in it, how to read it."""
    origin = f", restoring version {manifest.restores}" if manifest.restores else ""
    rows = [f"| {name} | {_row_of(name)} | {count:,} |" for name, count in manifest.counts.items()]
    return _README.format(
        version=manifest.version,
        created_at=manifest.created_at,
        run_id=manifest.run_id,
        origin=origin,
        tables="\n".join(rows),
    )


def _row_of(name: str) -> str:
    return TABLES[name].row if name in TABLES else ""


def to_views(manifest: Manifest) -> str:
    """views.sql: a DuckDB view of each table and of other datasets, to be read in the directory of the version."""
    views = [f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{name}/*.parquet');\n" for name in manifest.parts]
    return "".join([*views, *(to_statements() if manifest.parts.keys() >= set(SOURCES) else [])])


def to_checksums(manifest: Manifest) -> str:
    """checksums.sha256, in the format of sha256sum."""
    lines = (f"{part.sha256}  {part_name(name, part)}\n" for name, parts in manifest.parts.items() for part in parts)
    return "".join(lines)


def to_datapackage(manifest: Manifest, schemas: Mapping[str, pa.Schema]) -> str:
    """datapackage.json: the columns that the files have, with what the declaration says about them."""
    resources = [_to_resource(name, parts, schemas[name]) for name, parts in manifest.parts.items()]
    package = {
        "profile": "data-package",
        "name": "onrecord",
        "version": str(manifest.version),
        "created": manifest.created_at,
        "resources": resources,
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def _to_resource(name: str, parts: tuple[Part, ...], schema: pa.Schema) -> dict[str, Any]:
    declared = TABLES.get(name)
    resource: dict[str, Any] = {
        "name": name,
        "description": (schema.metadata or {}).get(b"description", b"").decode(),
        "path": [part_name(name, part) for part in parts],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(part.bytes for part in parts),
        "rows": sum(part.rows for part in parts),
        "schema": {"fields": [_to_field(field, declared) for field in schema]},
    }
    if declared:
        resource["schema"] |= _to_keys(declared, schema)
    return resource


def _to_field(field: pa.Field, table: Table | None) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": _to_type(field.type)}
    if field.metadata and b"description" in field.metadata:
        described["description"] = field.metadata[b"description"].decode()
    constraints: dict[str, Any] = {} if field.nullable else {"required": True}
    if table and field.name in {column.name for column in table.columns}:
        constraints |= _to_constraints(table.column(field.name))
    return described | ({"constraints": constraints} if constraints else {})


def _to_constraints(column: Column) -> dict[str, Any]:
    bounds = {"minimum": column.low, "maximum": column.high, "unique": column.is_key or None}
    if column.vocabulary and column.kind == "text":
        bounds["enum"] = list(read_vocabulary(column.vocabulary))  # type: ignore[assignment]
    return {name: value for name, value in bounds.items() if value is not None}


def _to_type(kind: pa.DataType) -> str:
    """Frictionless type of an Arrow type."""
    names = {
        pa.types.is_integer: "integer",
        pa.types.is_floating: "number",
        pa.types.is_boolean: "boolean",
        pa.types.is_date: "date",
        pa.types.is_timestamp: "datetime",
        pa.types.is_list: "array",
    }
    return next((name for holds, name in names.items() if holds(kind)), "string")


def _to_keys(table: Table, schema: pa.Schema) -> dict[str, Any]:
    """Primary and foreign keys of the columns that the files have."""
    foreign = [
        {"fields": column.name, "reference": {"resource": to, "fields": key}}
        for column in table.columns
        if column.references and column.name in schema.names
        for to, key in [column.references.split(".")]
    ]
    return {"primaryKey": table.key, "foreignKeys": foreign}
