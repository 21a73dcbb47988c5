//! Words for people: messages from the Fluent files in `assets/texts`, numbers and dates by language.
//!
//! Every text that a person reads comes from here, for the window and the command line alike. A
//! file per screen: `assets/texts/{en,uk}/NAME.ftl`. Fluent does not group digits: numbers are
//! handed over both as the number (to choose the plural) and formatted (to show).

pub mod dates;
pub mod derivation;
pub mod fields;
pub mod files;
pub mod fold;
pub mod numbers;
pub mod problem;
mod problem_ids;
pub mod typed;
pub mod words;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader as _, langid};

fluent_templates::static_loader! {
    static MESSAGES = {
        locales: "./assets/texts",
        fallback_language: "en",
        // The invisible marks that Fluent puts round arguments show as boxes in some fonts.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The languages of the program.
#[expect(
    clippy::unsafe_derive_deserialize,
    reason = "the unsafe method is one that `langid!` expands to"
)]
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Ukrainian.
    Uk,
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::En, Self::Uk];

    /// The language of a locale such as `uk_UA.UTF-8`: Ukrainian for `uk…`, else English.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("uk") {
            Self::Uk
        } else {
            Self::En
        }
    }

    /// The language that the user has: by `PLEDGEBOOK_LANG`, else the system's.
    pub fn of_user() -> Self {
        match std::env::var("PLEDGEBOOK_LANG") {
            Ok(locale) if !locale.is_empty() => Self::of_locale(&locale),
            _ => sys_locale::get_locale().map_or(Self::En, |locale| Self::of_locale(&locale)),
        }
    }

    /// Its BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    fn id(self) -> &'static LanguageIdentifier {
        static EN: LanguageIdentifier = langid!("en");
        static UK: LanguageIdentifier = langid!("uk");
        match self {
            Self::En => &EN,
            Self::Uk => &UK,
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A text to show.
    Text(Cow<'a, str>),
    /// A whole number that chooses the plural. Hand over its formatted text beside it.
    Count(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

/// The messages in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Texts {
    lang: Lang,
}

impl Texts {
    /// The messages in `lang`.
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// Their language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// A message without arguments. An unknown id shows as itself: a test sees that there is none.
    pub fn get(self, id: &str) -> String {
        MESSAGES
            .try_lookup(self.lang.id(), id)
            .unwrap_or_else(|| id.to_owned())
    }

    /// A message with arguments.
    pub fn with(self, id: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> = args
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(text.as_ref()),
                    Arg::Count(count) => FluentValue::from(*count),
                };
                (Cow::Borrowed(*name), value)
            })
            .collect();
        MESSAGES
            .try_lookup_with_args(self.lang.id(), id, &values)
            .unwrap_or_else(|| id.to_owned())
    }
}
