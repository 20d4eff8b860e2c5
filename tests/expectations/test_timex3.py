import re

import pytest

from expectations.timex3 import VALUE

GOOD = """2017 2017-02 2017-02-13 XXXX-02-13 XXXX-WXX-1 2017-W07 2017-W07-WE 198 19 2017-Q1 2017-SU XXXX-XX-XXTMO
2017-02-13T09:30 2017-02-13TNI T14:00 PRESENT_REF P3D PT2H PXY P1DT2H P2DE P1Y6M P0.5Y BC0300 2017-H2 PT30M P1WE"""
BAD = "P PT 2017-13 foo 2017-2-3 20170213 2017-02-32 1 2017- 2017-02-13T 2017-W60 PRESENT Tuesday"


@pytest.mark.parametrize("value", GOOD.split())
def test_well_formed(value: str) -> None:
    assert re.fullmatch(VALUE, value)


@pytest.mark.parametrize("value", BAD.split())
def test_malformed(value: str) -> None:
    assert not re.fullmatch(VALUE, value)
