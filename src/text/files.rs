//! What is told of files: how large they are, when something was done with them.

use jiff::civil::{DateTime, Time};
use rust_decimal::Decimal;

use super::{Texts, dates, numbers};

/// A time of day: `09:05`.
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment: `27 Nov 2026, 09:05`.
pub fn moment(at: DateTime, texts: Texts) -> String {
    moment_at(at, time(at.time()), texts)
}

/// A moment to the second, to tell apart what was done in one minute: `27 Nov 2026, 09:05:41`.
pub fn exact_moment(at: DateTime, texts: Texts) -> String {
    let time = format!("{}:{:02}", time(at.time()), at.second());
    moment_at(at, time, texts)
}

fn moment_at(at: DateTime, time: String, texts: Texts) -> String {
    let args = [
        ("day", dates::day(at.date(), texts).into()),
        ("time", time.into()),
    ];
    texts.with("file-moment", &args)
}

/// How large a file is: `812 bytes`, `1.2 MB`.
pub fn size(bytes: u64, texts: Texts) -> String {
    let shown = |bytes: u64, unit: u64| {
        // Tenths, rounded half up; a hundred and more stand without.
        let tenths = (bytes.saturating_mul(10) + unit / 2) / unit;
        let whole = tenths >= 1000;
        let value = Decimal::from(if whole { (tenths + 5) / 10 } else { tenths });
        let value = if whole { value } else { value / Decimal::TEN };
        numbers::number(value.normalize(), texts)
    };
    let (id, shown) = match bytes {
        0..1_000 => {
            let args = [
                ("count", super::Arg::Count(bytes)),
                ("shown", numbers::count(bytes, texts).into()),
            ];
            return texts.with("file-size-bytes", &args);
        }
        1_000..1_000_000 => ("file-size-kb", shown(bytes, 1_000)),
        _ => ("file-size-mb", shown(bytes, 1_000_000)),
    };
    let shown = [("shown", shown.into())];
    match id {
        "file-size-kb" => texts.with("file-size-kb", &shown),
        _ => texts.with("file-size-mb", &shown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn sizes_are_told_in_units_that_people_know() {
        let plain =
            |bytes, lang| size(bytes, Texts::new(lang)).replace(['\u{a0}', '\u{202f}'], " ");
        for (bytes, en, uk) in [
            (1, "1 byte", "1 байт"),
            (812, "812 bytes", "812 байтів"),
            (1_250, "1.3 kB", "1,3 кБ"),
            (250_400, "250 kB", "250 кБ"),
            (1_180_000, "1.2 MB", "1,2 МБ"),
            (120_000_000, "120 MB", "120 МБ"),
        ] {
            assert_eq!(plain(bytes, Lang::En), en);
            assert_eq!(plain(bytes, Lang::Uk), uk);
        }
    }

    #[test]
    fn a_moment_has_its_day_and_time() {
        let at = jiff::civil::date(2026, 11, 27).at(9, 5, 41, 0);
        assert!(moment(at, Texts::new(Lang::En)).ends_with("2026, 09:05"));
        assert!(moment(at, Texts::new(Lang::Uk)).ends_with("2026, 09:05"));
        assert!(exact_moment(at, Texts::new(Lang::En)).ends_with("2026, 09:05:41"));
    }
}
