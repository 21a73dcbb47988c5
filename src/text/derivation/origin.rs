//! Where an imported entry stood in its file.

use crate::model::{Dataset, Origin};
use crate::text::Texts;

/// The file, the sheet and the row, what the file calls the record, and the amount and the date as they
/// stand there.
pub fn told(origin: &Origin, dataset: &Dataset, texts: Texts) -> String {
    let source = dataset.sources.get(&origin.file);
    let archived = source.and_then(|source| source.archived.as_ref());
    let file = archived.map_or(origin.file.as_str(), |archived| archived.path.as_str());
    let row = origin.row.to_string();
    let place = if let Some(sheet) = &origin.sheet {
        let args = [
            ("file", file.into()),
            ("sheet", sheet.into()),
            ("row", row.into()),
        ];
        texts.with("derivation-origin-sheet", &args)
    } else {
        let args = [("file", file.into()), ("row", row.into())];
        texts.with("derivation-origin", &args)
    };
    let mut parts = vec![place];
    if let Some(key) = &origin.key {
        parts.push(texts.with("derivation-origin-key", &[("key", key.into())]));
    }
    if let Some(amount) = &origin.amount {
        parts.push(texts.with("derivation-origin-amount", &[("text", amount.into())]));
    }
    if let Some(date) = &origin.date {
        parts.push(texts.with("derivation-origin-date", &[("text", date.into())]));
    }
    parts.join(" · ")
}
