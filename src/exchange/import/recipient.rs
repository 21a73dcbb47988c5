//! For whom a flow is. Files of the field are often cut by another country, or by none: what is not
//! for Ukraine is left out with its recipient named, unless the person wants it all the same.

/// Whose aid is taken in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Recipient {
    /// Aid to Ukraine alone.
    #[default]
    Ukraine,
    /// Whatever stands in the file: to look at a file of another country.
    Any,
}

/// Whether a text names Ukraine: its codes of ISO 3166, or its name in English or Ukrainian.
#[must_use]
pub fn is_ukraine(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    matches!(text.as_str(), "ua" | "ukr" | "ukraine" | "україна")
}
