//! What is met in the cells of a sheet of a workbook.

use super::error::TableNote;

/// What was met so far in a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) formulas: u64,
    pub(super) no_results: u64,
    pub(super) empty_results: u64,
    pub(super) mistakes: u64,
    pub(super) merged: u64,
    pub(super) hidden_rows: u64,
    pub(super) hidden_columns: u64,
}

impl Seen {
    pub(super) fn notes(self) -> Vec<TableNote> {
        let Self {
            formulas,
            no_results,
            empty_results,
            mistakes,
            merged,
            hidden_rows,
            hidden_columns,
        } = self;
        let no_results = (no_results > 0).then_some(TableNote::NoResults {
            cells: no_results,
            formulas,
        });
        let empty = (empty_results > 0).then_some(TableNote::EmptyResults {
            cells: empty_results,
            formulas,
        });
        let mistakes = (mistakes > 0).then_some(TableNote::Mistakes { cells: mistakes });
        let merged = (merged > 0).then_some(TableNote::Merged { areas: merged });
        let hidden = (hidden_rows + hidden_columns > 0).then_some(TableNote::Hidden {
            rows: hidden_rows,
            columns: hidden_columns,
        });
        let all = [no_results, empty, mistakes, merged, hidden];
        all.into_iter().flatten().collect()
    }
}
