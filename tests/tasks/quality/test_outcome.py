import pytest

from tasks.quality.outcome import Outcome, to_lines

NOTHING = Outcome("run-1", None, "data", 0, 0, 0, 0, 0, {}, {}, {}, {}, {"land": 0.5})


@pytest.mark.parametrize(
    ("outcome", "lines"),
    [
        (
            NOTHING._replace(new=2, version=1, words=9, extracted={"documents": 2, "event_mentions": 1}),
            [
                "2 documents: 2 new",
                "9 words: 1 event mentions",
                "quarantined  nothing",
                "published    version 1 in data",
            ],
        ),
        (NOTHING, ["0 documents", "quarantined  nothing", "the input holds no document"]),
        (NOTHING._replace(unchanged=3), ["3 documents", "quarantined  nothing new", "already what the input says"]),
        (NOTHING._replace(new=1, dry_run=True), ["1 documents", "quarantined  nothing", "nothing: a dry run"]),
        (
            NOTHING._replace(changed=1, reasons={"empty": 2}, warnings={"times.x": 1}, version=2),
            ["1 changed", "quarantined  2 empty", "warnings     1 rows times.x", "version 2"],
        ),
    ],
)
def test_a_run_is_told_in_a_few_lines(outcome: Outcome, lines: list[str]) -> None:
    told = list(to_lines(outcome))
    assert len(told) == len(lines)
    assert all(part in line for line, part in zip(told, lines, strict=True)), told
    assert list(to_lines(outcome, verbose=True))[len(told) :] == ["land           0.50 s"]
