//! Words without what people type differently: case, diacritics, apostrophes.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case without diacritics and apostrophes, so that any spelling of a word finds it.
pub fn fold(text: &str) -> String {
    // Most words have nothing to be taken off.
    if text.is_ascii() {
        let kept = text.chars().filter(|c| !matches!(c, '\'' | '`'));
        return kept.map(|c| c.to_ascii_lowercase()).collect();
    }
    // The Ukrainian ї and й are letters, not decorated і and и, but who types the plain letter
    // should still find them; and the apostrophe is typed in many ways, or not at all.
    let plain = text.nfd().filter(|c| !is_combining_mark(*c));
    let mut folded = String::with_capacity(text.len());
    for c in plain.flat_map(char::to_lowercase) {
        match c {
            'ґ' => folded.push('г'),
            // Letters that do not come apart into a plain one and a mark.
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            '\'' | '’' | 'ʼ' | '`' | '\u{307}' => {}
            c => folded.push(c),
        }
    }
    folded
}
