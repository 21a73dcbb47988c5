//! The page's settings in a link.

use crate::ledger::Severity;
use crate::ledger::check::CHECKS;
use crate::model::PartyId;
use crate::ui::Linked;
use crate::ui::links::Understood;
use crate::ui::widgets::table::{Order, TableState};
use crate::views::{ProblemFilter, ProblemOrder, pairs, query};

use super::{ProblemsPane, rows};

/// The names of the orders in links.
const ORDERS: [(&str, ProblemOrder); 3] = [
    ("severity", ProblemOrder::Severity),
    ("record", ProblemOrder::Record),
    ("check", ProblemOrder::Check),
];

impl Linked for ProblemsPane {
    fn query(&self) -> String {
        let ProblemFilter {
            severities,
            party,
            check,
            with_accepted,
            order,
            descending,
        } = &self.filter;
        let severities: Vec<&str> = severities.iter().map(|of| of.key()).collect();
        let order = ORDERS.iter().find(|(_, of)| of == order);
        let order = order.filter(|(_, of)| *of != ProblemOrder::default());
        let flag = |on: bool| if on { "yes".to_owned() } else { String::new() };
        query([
            ("severities", severities.join(",")),
            (
                "of",
                party.as_ref().map(ToString::to_string).unwrap_or_default(),
            ),
            ("check", check.unwrap_or_default().to_owned()),
            ("accepted", flag(*with_accepted)),
            (
                "order",
                order.map(|(name, _)| *name).unwrap_or_default().to_owned(),
            ),
            ("turned", flag(*descending)),
        ])
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let mut filter = ProblemFilter::default();
        for (name, value) in pairs(query) {
            match name.as_str() {
                "severities" => {
                    let wanted: Vec<&str> = value.split(',').collect();
                    let all = Severity::ALL.iter().copied();
                    filter.severities = all.filter(|of| wanted.contains(&of.key())).collect();
                }
                "of" => filter.party = PartyId::new(&value).ok(),
                "check" => {
                    let check = CHECKS.iter().find(|(id, _)| *id == value);
                    filter.check = check.map(|(id, _)| *id);
                }
                "accepted" => filter.with_accepted = value == "yes",
                "order" => {
                    let order = ORDERS.iter().find(|(name, _)| *name == value);
                    filter.order = order.map(|(_, of)| *of).unwrap_or_default();
                }
                "turned" => filter.descending = value == "yes",
                _ => {}
            }
        }
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
