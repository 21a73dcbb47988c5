//! The window as a whole.

use eframe::egui::{Key, Modifiers};
use pledgebook::text::Lang;
use pledgebook::ui::Verb;
use pledgebook::ui::prefs::{PaneSizes, Prefs};

use crate::common::user::{Habits, User};

#[test]
fn the_window_speaks_both_languages_and_changes_at_once() {
    let mut user = User::opens_sample();
    user.sees("File");
    user.chooses("menu-view", "menu-language-ukrainian");
    user.sees("Файл");
    user.sees("Середньорічні курси");
    user.sees_not("Yearly average rates");
    // It is remembered at once, not only when the window closes.
    let (kept, trouble) = Prefs::read(user.folder());
    assert!(trouble.is_none());
    assert_eq!(kept.language, Some(Lang::Uk));
}

#[test]
fn a_command_is_found_in_the_palette_and_done_with_enter() {
    let mut user = User::opens_sample();
    assert!(user.app().prefs().panes.dock_shown);
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    user.types_here("side pan");
    user.presses(Key::Enter);
    assert!(!user.app().prefs().panes.dock_shown);
    let hint = user.text("menu-palette-search");
    user.sees_not(&hint);
}

#[test]
fn the_keyboard_help_lists_every_verb_that_has_keys() {
    let mut user = User::opens_sample();
    user.presses(Key::F1);
    for verb in Verb::ALL {
        if !verb
            .shortcuts(eframe::egui::os::OperatingSystem::Nix)
            .is_empty()
        {
            let words = user.text(verb.text_id());
            user.sees(&words);
        }
    }
    user.presses(Key::Escape);
    let more = user.text("menu-keyboard-list-move");
    user.sees_not(&more);
}

#[test]
fn about_names_the_licences_of_what_is_in_the_program() {
    let mut user = User::opens_sample();
    user.chooses("menu-help", "menu-about");
    user.sees("IBM Plex Sans");
    user.sees("SIL Open Font License");
    user.sees("Phosphor Icons");
}

#[test]
fn borders_stay_where_they_are_while_nobody_drags_them() {
    let mut user = User::opens_sample();
    let before = user.app().prefs().panes;
    assert_eq!(before, PaneSizes::default());
    for _ in 0..8 {
        user.presses_with(Modifiers::ALT, Key::ArrowDown);
    }
    assert_eq!(user.app().prefs().panes, before);
}

#[test]
fn borders_stay_where_they_are_while_somebody_searches() {
    let mut user = User::opens_sample();
    let before = user.app().prefs().panes;
    user.types("Search parties", "nobody of this name");
    for _ in 0..8 {
        user.presses(Key::ArrowRight);
    }
    assert_eq!(user.app().prefs().panes, before);
}

#[test]
fn borders_stay_where_they_are_whatever_number_is_explained() {
    let mut user = User::opens_sample();
    let before = user.app().prefs().panes;
    let mut explained = 0;
    for _ in 0..28 {
        user.presses_with(Modifiers::ALT, Key::ArrowDown);
        if user.can_see("promised 2024, open derivation") {
            user.clicks_first_that_says("promised 2024, open derivation");
            explained += 1;
        }
        assert_eq!(user.app().prefs().panes, before);
    }
    assert!(explained > 10, "{explained}");
}

#[test]
fn the_window_rests_when_nothing_happens() {
    let mut user = User::opens_sample();
    assert!(user.rests(), "the window repaints without a reason");
}

#[test]
fn a_page_stands_where_it_stays_from_its_first_frame_on() {
    let pages = [Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    for lang in [Lang::En, Lang::Uk] {
        let mut user = User::opens_sample_in(lang);
        for page in pages {
            let first = user.glimpses(Modifiers::COMMAND, page);
            let settled = user.waits().looks();
            assert!(!first.is_empty());
            for (first, settled) in first.iter().zip(&settled) {
                assert_eq!(first, settled, "{page:?} in {lang:?}");
            }
            assert_eq!(first.len(), settled.len(), "{page:?} in {lang:?}");
        }
    }
}

#[test]
fn the_keys_of_a_page_lead_into_its_table() {
    let mut user = User::opens_sample();
    let first = user.app().place().party.clone();
    user.presses_with(Modifiers::COMMAND, Key::Num1);
    user.presses(Key::ArrowDown);
    assert_ne!(user.app().place().party, first);
    for page in [Key::Num3, Key::Num4, Key::Num6] {
        user.presses_with(Modifiers::COMMAND, page);
        assert!(user.app().place().form.is_none());
        user.presses(Key::ArrowDown).presses(Key::Enter);
        let opened = user.app().place().form.clone();
        assert!(opened.is_some(), "{page:?}");
        // Also out of the form that has the focus now.
        user.presses_with(Modifiers::COMMAND, page);
        user.presses(Key::ArrowDown).presses(Key::Enter);
        let next = user.app().place().form.clone();
        assert_ne!(opened, next, "{page:?}");
        user.presses_with(Modifiers::COMMAND, Key::Num1);
        user.presses(Key::ArrowDown);
    }
}

fn picture_of_the_window(lang: Lang, dark: bool, name: &str) {
    let mut user = User::with(Habits { lang, dark }, None);
    user.picture(name);
}

#[test]
fn the_window_by_day() {
    picture_of_the_window(Lang::En, false, "window-light");
}

#[test]
fn the_window_by_night() {
    picture_of_the_window(Lang::En, true, "window-dark");
}

/// A page on a screen of so many pixels, with so many to a point.
fn picture_of_a_page(page: Key, habits: Habits, (pixels, scale): ([f32; 2], f32), name: &str) {
    let mut user = User::with(habits, None);
    user.moves_to_a_screen(pixels.into(), scale);
    user.presses_with(Modifiers::COMMAND, page);
    user.picture(name);
}

#[test]
fn the_ledger_on_a_wide_screen() {
    let wide = ([1920.0, 1080.0], 1.0);
    picture_of_a_page(Key::Num3, Habits::default(), wide, "wide-ledger-light");
}

#[test]
fn the_dates_on_a_wide_screen_by_night_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: true,
    };
    let wide = ([1920.0, 1080.0], 1.0);
    picture_of_a_page(Key::Num4, habits, wide, "wide-dates-dark-uk");
}

#[test]
fn the_commitments_on_a_large_screen_at_one_and_a_half() {
    let large = ([2560.0, 1440.0], 1.5);
    picture_of_a_page(
        Key::Num2,
        Habits::default(),
        large,
        "large-commitments-light",
    );
}

#[test]
fn the_window_on_a_large_screen_at_one_and_a_half() {
    let large = ([2560.0, 1440.0], 1.5);
    picture_of_a_page(Key::Num1, Habits::default(), large, "large-window-light");
}

#[test]
fn the_window_in_ukrainian() {
    picture_of_the_window(Lang::Uk, false, "window-uk");
}
