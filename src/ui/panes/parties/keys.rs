//! The list by keyboard.

use eframe::egui::{Event, Key, Modifiers, Ui};

use crate::views::fold;

/// Letters typed in one go, to jump to a name.
#[derive(Debug, Default)]
pub(super) struct Typed {
    letters: String,
    /// When the last letter came, in seconds of the window's clock.
    at: f64,
}

/// Letters that come later than this after the last begin a new name.
const PAUSE_SECONDS: f64 = 1.0;

impl Typed {
    /// The row that the keys of this frame lead to, from row `here`, with so many rows a page.
    pub(super) fn target(
        &mut self,
        ui: &mut Ui,
        here: Option<usize>,
        page: usize,
        names: &[&str],
    ) -> Option<usize> {
        let last = names.len().checked_sub(1)?;
        let mut target = here;
        let mut moved = false;
        let now = ui.input(|input| input.time);
        ui.input_mut(|input| {
            let mut go = |key: Key, to: &dyn Fn(Option<usize>) -> usize| {
                for _ in 0..input.count_and_consume_key(Modifiers::NONE, key) {
                    target = Some(to(target).min(last));
                    moved = true;
                }
            };
            go(Key::ArrowDown, &|row| row.map_or(0, |row| row + 1));
            go(Key::ArrowUp, &|row| {
                row.map_or(last, |row| row.saturating_sub(1))
            });
            go(Key::PageDown, &|row| row.unwrap_or(0) + page);
            go(Key::PageUp, &|row| row.unwrap_or(0).saturating_sub(page));
            go(Key::Home, &|_| 0);
            go(Key::End, &|_| last);
            for event in &input.events {
                if let Event::Text(text) = event {
                    if now - self.at > PAUSE_SECONDS {
                        self.letters.clear();
                    }
                    self.letters.push_str(text);
                    self.at = now;
                    if let Some(row) = row_named(names, &self.letters, target) {
                        target = Some(row);
                        moved = true;
                    }
                }
            }
        });
        moved.then_some(target).flatten()
    }
}

/// The row whose name begins with these letters. One letter again and again walks over the names
/// that begin with it.
fn row_named(names: &[&str], letters: &str, here: Option<usize>) -> Option<usize> {
    let wanted = fold(letters);
    let first = wanted.chars().next()?;
    let repeated = wanted.chars().count() > 1 && wanted.chars().all(|letter| letter == first);
    let begins = |row: &usize, with: &str| fold(names[*row]).starts_with(with);
    let from = here.unwrap_or(0);
    if wanted.chars().count() > 1
        && let Some(row) = around(names.len(), from).find(|row| begins(row, &wanted))
    {
        return Some(row);
    }
    if wanted.chars().count() == 1 || repeated {
        let next = here.map_or(0, |row| row + 1);
        return around(names.len(), next).find(|row| begins(row, &first.to_string()));
    }
    None
}

fn around(len: usize, from: usize) -> impl Iterator<Item = usize> {
    (0..len).map(move |step| (from + step) % len)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["Denmark", "Estonia", "Latvia", "Lithuania", "Luxembourg"];

    #[test]
    fn first_letters_lead_to_the_name() {
        assert_eq!(row_named(NAMES, "li", Some(0)), Some(3));
        assert_eq!(row_named(NAMES, "LUX", None), Some(4));
        assert_eq!(row_named(NAMES, "xy", Some(1)), None);
        assert_eq!(row_named(&["Česko", "Îles"], "ile", None), Some(1));
        assert_eq!(
            row_named(&["Данія", "Литва", "Латвія"], "ла", None),
            Some(2)
        );
    }

    #[test]
    fn one_letter_again_and_again_walks_over_its_names() {
        assert_eq!(row_named(NAMES, "l", Some(0)), Some(2));
        assert_eq!(row_named(NAMES, "ll", Some(2)), Some(3));
        assert_eq!(row_named(NAMES, "lll", Some(3)), Some(4));
        assert_eq!(row_named(NAMES, "llll", Some(4)), Some(2));
    }
}
