//! Text that a spreadsheet would take for something else. A cell of CSV that begins with `=`, `+`, `-`,
//! `@`, a tab or a line break may be run as a formula when the file is opened, so such a *text* gets an
//! apostrophe in front. Numbers stay numbers. What already begins with apostrophes before such a sign
//! gets one more, so that taking one away gives back every text as it was.
//!
//! A text that is there and empty is an apostrophe alone: a blank cell says that nothing is there.

use std::borrow::Cow;

/// Signs with which a formula begins in one spreadsheet or another; the last four are the wide forms
/// of East Asian keyboards.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Where a text is going to stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    /// In CSV, where a spreadsheet guesses what a cell is.
    Csv,
    /// In a workbook, where a text is marked as such.
    Workbook,
}

/// Whether a text needs an apostrophe, or could be taken for one that got it.
fn is_guarded(text: &str, home: Home) -> bool {
    let rest = text.trim_start_matches('\'');
    rest.is_empty() || (home == Home::Csv && rest.starts_with(SIGNS))
}

/// The text as it is written.
pub fn guarded(text: &str, home: Home) -> Cow<'_, str> {
    if is_guarded(text, home) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that was written so.
pub fn unguarded(text: &str, home: Home) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_guarded(rest, home) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_formula_is_text_and_comes_back_as_it_was() {
        for text in [
            "", "'", "''", "=1+2", "'=1+2", "''=1", "+49 30", "-", "@SUM(A1)", "\t=1", "\r\n=1",
            "＝1", "plain", "'quoted'", "a=b", " =1", "−1",
        ] {
            for home in [Home::Csv, Home::Workbook] {
                let written = guarded(text, home);
                assert_eq!(unguarded(&written, home), text, "{text:?}");
                assert!(!written.is_empty());
            }
            assert!(!guarded(text, Home::Csv).starts_with(SIGNS), "{text:?}");
        }
        assert_eq!(guarded("plain", Home::Csv), "plain");
        assert_eq!(guarded("'quoted'", Home::Csv), "'quoted'");
        assert_eq!(guarded("=1", Home::Workbook), "=1");
    }
}
