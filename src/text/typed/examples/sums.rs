//! Sums, shares and secrets.

use super::read_as;

#[test]
fn sums_are_read_as_people_write_them() {
    read_as(
        "",
        &[
            ("€35m", "35 000 000 EUR"),
            ("35 mln EUR", "35 000 000 EUR"),
            ("EUR 35 million", "35 000 000 EUR"),
            ("35M€", "35 000 000 EUR"),
            ("35 MEUR", "35 000 000 EUR"),
            ("35k EUR", "35 000 EUR"),
            ("MSEK 500", "500 000 000 SEK"),
            ("EUR m 35", "35 000 000 EUR"),
            ("in the amount of 35 mln EUR", "35 000 000 EUR"),
            ("35 million euros", "35 000 000 EUR"),
            ("$3.02B", "3 020 000 000 USD"),
            ("£2.5bn", "2 500 000 000 GBP"),
            ("a total of 200 million euro", "200 000 000 EUR"),
            ("80000000 EUR", "80 000 000 EUR"),
            ("80 000 000 EUR", "80 000 000 EUR"),
            ("80,000,000 EUR", "80 000 000 EUR"),
            ("80.000.000 EUR", "80 000 000 EUR"),
            ("80'000'000 CHF", "80 000 000 CHF"),
            ("80_000_000 EUR", "80 000 000 EUR"),
            ("1 000,50 EUR", "1 000.5 EUR"),
            ("1,234.56 EUR", "1 234.56 EUR"),
            ("1.234,56 EUR", "1 234.56 EUR"),
            ("1.50 bn EUR", "1 500 000 000 EUR"),
            ("1,5 Mrd. EUR", "1 500 000 000 EUR"),
            ("1,5 mlrd SEK", "1 500 000 000 SEK"),
            ("300 mio. DKK", "300 000 000 DKK"),
            ("2 mia. dkr.", "2 000 000 000 DKK"),
            ("200 mln zł", "200 000 000 PLN"),
            ("500 tys. zł", "500 000 PLN"),
            ("15 miljoner svenska kronor", "15 000 000 SEK"),
            ("15 miljoner kronor", "15 000 000 SEK"),
            ("2 thousand million EUR", "2 000 000 000 EUR"),
            ("0 EUR", "0 EUR"),
            (".5 bn EUR", "500 000 000 EUR"),
            ("35 mln euro, 2024.", "35 000 000 EUR, 2024"),
        ],
    );
}

#[test]
fn sums_are_read_in_ukrainian() {
    read_as(
        "",
        &[
            ("35 млн євро", "35 000 000 EUR"),
            ("1,5 млрд грн", "1 500 000 000 UAH"),
            ("1,5 мільярда гривень", "1 500 000 000 UAH"),
            ("500 тис. євро", "500 000 EUR"),
            ("на суму 35 млн євро", "35 000 000 EUR"),
            ("до 3 млрд євро", "<= 3 000 000 000 EUR"),
            ("близько 80 мільйонів євро", "~ 80 000 000 EUR"),
            ("понад 500 млн доларів", ">= 500 000 000 USD"),
            ("щонайменше 500 млн доларів США", ">= 500 000 000 USD"),
            ("не менше ніж 40 млн євро", ">= 40 000 000 EUR"),
            ("не більше 40 млн євро", "<= 40 000 000 EUR"),
            (
                "від 100 до 150 млн дол.",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            (
                "між 100 та 150 млн дол.",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            ("від 100 млн євро", ">= 100 000 000 EUR"),
            ("5 млн канадських доларів", "5 000 000 CAD"),
            ("500 млн шведських крон", "500 000 000 SEK"),
            ("не розголошено", "n/d"),
            ("н/д EUR", "n/d EUR"),
            (
                "0,25 % ВВП щороку 2024–2033",
                "0.25 % GDP, yearly 2024..2033",
            ),
            (
                "щонайменше 0,25 відсотка ВВП на рік",
                ">= 0.25 % GDP, yearly ..",
            ),
            ("35 млн євро на 2024 рік", "35 000 000 EUR, 2024"),
            ("35 млн євро у 2024 році", "35 000 000 EUR, 2024"),
            (
                "4 млрд євро щороку до 2030 р.",
                "4 000 000 000 EUR, yearly ..2030",
            ),
            (
                "15 млн євро у 2024–2026 роках",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "15 млн євро з 2024 по 2026 рік",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "15 млн євро протягом 2024–2026",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "50 млн євро з січня по червень 2024",
                "50 000 000 EUR, lump 2024-01..2024-06",
            ),
            (
                "до 3 млрд євро до 2026",
                "<= 3 000 000 000 EUR, lump ..2026",
            ),
        ],
    );
    read_as("EUR", &[("майже 80 млн", "~ 80 000 000 EUR")]);
}

#[test]
fn what_binds_a_sum_makes_its_form() {
    read_as(
        "",
        &[
            ("up to 3bn EUR", "<= 3 000 000 000 EUR"),
            ("<= 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("≤ €3 bn", "<= 3 000 000 000 EUR"),
            ("at most 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("a maximum of 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("over €500m", ">= 500 000 000 EUR"),
            (">500m EUR", ">= 500 000 000 EUR"),
            (">= 500m EUR", ">= 500 000 000 EUR"),
            ("€500m+", ">= 500 000 000 EUR"),
            ("500m+ EUR", ">= 500 000 000 EUR"),
            ("EUR 500 million or more", ">= 500 000 000 EUR"),
            (
                "a minimum of 4 billion ISK annually",
                ">= 4 000 000 000 ISK, yearly ..",
            ),
            ("~80m EUR", "~ 80 000 000 EUR"),
            ("≈ €80 m", "~ 80 000 000 EUR"),
            ("approximately 112 million EUR", "~ 112 000 000 EUR"),
            ("80m EUR approx.", "~ 80 000 000 EUR"),
            ("about up to 3 bn EUR", "TwoBounds"),
            ("up to 100–150 m EUR", "TwoBounds"),
        ],
    );
    read_as("EUR", &[("nearly 80m", "~ 80 000 000 EUR")]);
}

#[test]
fn a_range_shares_its_scale_unless_that_would_turn_it_around() {
    read_as(
        "",
        &[
            ("100–150m USD", "100 000 000 USD .. 150 000 000 USD"),
            ("100 - 150m USD", "100 000 000 USD .. 150 000 000 USD"),
            ("$100m to $150m", "100 000 000 USD .. 150 000 000 USD"),
            ("€1.2 m … €4.2 m", "1 200 000 EUR .. 4 200 000 EUR"),
            (
                "between 100 and 150 million USD",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            (
                "from 100 to 150 million USD",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            ("500 m – 1.5 bn USD", "500 000 000 USD .. 1 500 000 000 USD"),
            ("500 000 – 1.5 m USD", "500 000 USD .. 1 500 000 USD"),
            ("100m–150 USD", "100 000 000 USD .. 150 000 000 USD"),
            (
                "5k–10000 USD",
                "5 000 USD .. 10 000 USD or 5 000 USD .. 10 000 000 USD",
            ),
            ("100 EUR – 1 m EUR", "100 EUR .. 1 000 000 EUR"),
            (
                "100 EUR – 150 m EUR",
                "100 000 000 EUR .. 150 000 000 EUR or 100 EUR .. 150 000 000 EUR",
            ),
            ("150–100m USD", "UpsideDown"),
            ("35 EUR – 40 USD", "TwoCurrencies"),
            ("1.5–2.500 bn EUR", "1 500 000 000 EUR .. 2 500 000 000 EUR"),
        ],
    );
}

#[test]
fn a_share_of_gdp_is_read_with_its_bound() {
    read_as(
        "",
        &[
            ("0.25% GDP", "0.25 % GDP"),
            ("0.25 %", "0.25 % GDP"),
            (
                "0.25% GDP per year 2024–2033",
                "0.25 % GDP, yearly 2024..2033",
            ),
            (
                "at least 0.25 % of GDP each year",
                ">= 0.25 % GDP, yearly ..",
            ),
            (
                "at least 0.25% of GDP annually from 2024 to 2027",
                ">= 0.25 % GDP, yearly 2024..2027",
            ),
            (
                "0.25 per cent of its gross domestic product annually",
                "0.25 % GDP, yearly ..",
            ),
            ("1.125 % GDP", "1.125 % GDP"),
            ("0.2–0.3 % of GDP", "ShareRange"),
            ("0.2 % – 0.3 % of GDP", "ShareRange"),
            ("120 % of GDP", "PercentOutOfRange(\"120 %\")"),
        ],
    );
}

#[test]
fn a_sum_that_is_not_told_is_undisclosed() {
    read_as(
        "EUR",
        &[
            ("n/d", "n/d"),
            ("N/D", "n/d"),
            ("undisclosed", "n/d"),
            ("not disclosed", "n/d"),
            ("undisclosed amount", "n/d"),
            ("n/d SEK", "n/d SEK"),
            ("SEK n/d", "n/d SEK"),
            ("undisclosed, 2024–2026", "n/d, lump 2024..2026"),
            ("n/a", "UnknownWord(\"n\")"),
        ],
    );
}
