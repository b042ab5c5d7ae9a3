"""Prices and averages of tables, which never add."""

from __future__ import annotations

from judging import judged, verdicts


def test_prices_are_never_added() -> None:
    text = (
        "Fee\tNumber\tPrice per licence\nTaxi\t412\t185.00\nPrivate hire\t377\t160.00\nOperator\t28\t495.00\n"
        "Total\t817\t184.09\n"
    )
    assert {r.kind for r in judged(text)} == {"total", "average"}
    assert verdicts(text)["broken"] == 0


def test_a_price_beside_the_one_column_of_an_account_does_not_hide_what_is_wrong() -> None:
    rows = (
        "\tPlots\tRent each\nLet at 1 April 2023\t{}\t31.50\nNewly let\t3,288\t32.00\nGiven up\t(3,114)\t30.75\n"
        "Let at 31 March 2024\t6,148\t31.75\n"
    )
    assert verdicts(rows.format("5,974"))["broken"] == 0
    (relation,) = [r for r in judged(rows.format("9,974")) if r.verdict == "broken"]
    assert relation.message == (
        "Let at 31 March 2024 for Plots is printed as 6,148, but the opening balance and the movements come to 10,148; "
        "Let at 1 April 2023, printed as 9,974, would fit as 5,974."
    )


def test_a_column_that_calls_itself_an_average_is_one_where_its_counts_roll_forward() -> None:
    rows = (
        "Leases\tPlots\tAverage rent\nHeld at 31 March 2023\t1,187,586\t£41.12\nLet\t473,550\t£{let}\n"
        "Ended\t(365,223)\t£41.83\nSold\t(12,632)\t£50.49\nHeld at 31 March 2024\t1,283,281\t£45.40\n"
    )
    assert verdicts(rows.format(let="53.53")) == {"held": 2, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(rows.format(let="23.53")) if r.verdict == "broken"]
    assert relation.message == (
        "Held at 31 March 2024 for Average rent is printed as £45.40, but the weighted average of its parts is 34.33."
    )


def test_the_plain_mean_of_averages_is_no_wrong_weighted_one() -> None:
    rows = (
        "Lettings\tPlots\tAverage rent\nNorth field\t1,187,586\t£41.12\nOld orchard\t473,550\t£53.53\n"
        "River bank\t365,223\t£41.83\nTotal\t2,026,359\t£{mean}\n"
    )
    assert verdicts(rows.format(mean="44.15")) == {"held": 2, "doubtful": 0, "broken": 0}
    assert verdicts(rows.format(mean="45.49")) == {"held": 1, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(rows.format(mean="44.51")) if r.verdict == "broken"]
    assert relation.message == (
        "Total for Average rent is printed as £44.51, but the weighted average of its parts is 44.15."
    )
