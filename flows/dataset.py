"""The flow: land, plan, annotate, validate, publish, report. Read this first."""

from datetime import UTC, datetime

from prefect import flow

from flows.settings import MODEL
from tasks.annotate import annotate
from tasks.ingest import land, plan
from tasks.publish import publish
from tasks.quality.outcome import Outcome, Steps
from tasks.report import report, stop
from tasks.storage.dataset import open_dataset
from tasks.storage.work import hold_work
from tasks.validate import validate


@flow(name="dataset", flow_run_name="{data}")
def build_dataset(
    inputs: list[str],
    data: str = "data",
    workers: int = 2,
    model: str = MODEL,
    prune: bool = False,
    dry_run: bool = False,
    retry: bool = False,
) -> Outcome:
    """Turn raw news text into the next version of a dataset; an OnrecordError says why there is none.

    Args:
        inputs: files, directories and globs.
        data: the directory of the dataset.
        workers: processes that annotate.
        model: an installed spaCy model.
        prune: remove documents whose source is gone from the inputs.
        dry_run: stop after the plan.
        retry: read documents again that were set aside, though nothing about them has changed.
    """
    steps = Steps(datetime.now(UTC))
    landing = steps.time("land", land, inputs, data, model, retry)
    planned = steps.time("plan", plan, landing, inputs, data, model, prune)
    if planned.is_empty or dry_run:
        return stop(planned, data, steps.seconds, dry_run)
    with hold_work(open_dataset(data), planned.run_id):
        chunks = steps.time("annotate", annotate, planned, workers, model)
        judged = steps.time("validate", validate, planned, model)
        published = steps.time("publish", publish, planned, judged, data, model, steps.started_at)
        return report(planned, chunks, judged, published, data, steps.seconds)
