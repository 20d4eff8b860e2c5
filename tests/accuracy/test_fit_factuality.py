from tests.accuracy.fit_factuality import fit


def test_a_feature_weighs_what_the_score_differs_by() -> None:
    found = [({"fact"}, 3.0), ({"denial"}, -3.0), ({"denial", "rare"}, -3.0)] * 200
    weights = fit(found, rare=201, damping=0.01, least=0.0)
    assert weights.keys() == {"bias", "denial"}
    assert round(weights["denial"], 1) == -2.0
    weights = fit(found, rare=200, damping=0.01, least=0.0)
    assert round(weights["bias"] + weights["fact"], 1) == 3.0
    assert round(weights["bias"] + weights["denial"], 1) == -3.0
