//! The page's settings in a link.

use crate::ui::Linked;
use crate::ui::links::Understood;
use crate::ui::widgets::table::{Order, TableState};
use crate::views::{ProblemFilter, ProblemOrder};

use super::{ProblemsPane, rows};

impl Linked for ProblemsPane {
    fn query(&self) -> String {
        self.filter.to_text()
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let filter = ProblemFilter::from_text(query);
        let column = match filter.order {
            ProblemOrder::Severity => rows::SEVERITY,
            ProblemOrder::Record => rows::RECORD,
            ProblemOrder::Check => rows::PROBLEM,
        };
        let own = filter.order != ProblemOrder::default() || filter.descending;
        self.table = TableState {
            order: own.then_some(Order {
                column,
                descending: filter.descending,
            }),
            at: None,
            ..TableState::default()
        };
        self.filter = filter;
        Understood::All
    }
}
