//! The strip of assumptions.

use eframe::egui::Role;
use pledgebook::text::Lang;

use crate::common::user::User;

fn dollars_change_the_sums_and_are_marked(lang: Lang) {
    let mut user = User::opens_sample_in(lang);
    let reset = user.text("assumptions-reset");
    let search = user.text("list-search");
    user.types(&search, "lithuania");
    let before = user.rows();
    user.sees_not(&reset);
    user.clicks_the(Role::Button, "EUR");
    user.clicks_the(Role::RadioButton, "USD");
    assert_ne!(user.rows(), before);
    user.sees(&reset);
    user.clicks(&reset);
    assert_eq!(user.rows(), before);
    user.sees_not(&reset);
}

#[test]
fn sums_in_dollars_and_back() {
    dollars_change_the_sums_and_are_marked(Lang::En);
    dollars_change_the_sums_and_are_marked(Lang::Uk);
}

#[test]
fn a_cutoff_is_typed_and_a_wrong_one_is_refused_with_a_word() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::Button, "As known on");
    let field = user.text("assumptions-cutoff-field");
    let apply = user.text("assumptions-cutoff-apply");
    let refused = user.text("assumptions-cutoff-refused");
    user.types(&field, "9");
    user.clicks(&apply);
    user.sees(&refused);
    user.types_anew(&field, "2024-06-27");
    user.clicks(&apply);
    user.sees_not(&refused);
    user.sees("27 Jun 2024");
}

#[test]
fn a_day_of_signing_is_offered_as_a_cutoff() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::Button, "As known on");
    user.clicks_what_begins(Role::RadioButton, "12 Jan 2024");
    user.sees("As known on 12 Jan 2024");
}
