//! Records that are carried by themselves through `part_of`, `counted_in`, `same_as` or
//! `supersedes`.

use std::collections::{HashMap, HashSet};

use crate::model::{MoneyId, MoneyRecord};

use super::{Found, Severity};

/// A link of a record that says where its money stands: in which field, and to which record.
struct Link<'a> {
    field: &'static str,
    /// Its place in the field, where that is a list.
    index: Option<usize>,
    to: &'a MoneyId,
}

struct Node<'a> {
    id: MoneyId,
    links: Vec<Link<'a>>,
}

pub(super) fn look(found: &mut Found<'_>) {
    let nodes: Vec<Node<'_>> = found
        .dataset
        .money_records()
        .filter_map(|record| {
            let links = links(&record);
            let id = record.id();
            (!links.is_empty()).then_some(Node { id, links })
        })
        .collect();
    let graph = Graph::of(&nodes);
    for (place, node) in nodes.iter().enumerate() {
        if !graph.endless.contains(&place) {
            continue;
        }
        let back = node.links.iter().find(|link| graph.leads(link.to, place));
        if let Some(Link { field, index, to }) = back {
            let facts = vec![("target", to.to_string())];
            let at = match index {
                Some(index) => format!("{field}[{index}]"),
                None => (*field).to_owned(),
            };
            found.tell("link-circle", Severity::Error, &node.id, at, facts);
        }
    }
}

fn links<'a>(record: &MoneyRecord<'a>) -> Vec<Link<'a>> {
    let one = |field, to: Option<&'a MoneyId>| {
        to.map(|to| Link {
            field,
            index: None,
            to,
        })
    };
    let carried = [
        one("part_of", record.part_of()),
        one("same_as", record.same_as()),
        one("counted_in", record.counted_in()),
    ];
    let replaced = record.supersedes().iter().enumerate();
    let replaced = replaced.map(|(index, to)| Link {
        field: "supersedes",
        index: Some(index),
        to,
    });
    carried.into_iter().flatten().chain(replaced).collect()
}

/// The links between records that have any.
struct Graph<'a> {
    places: HashMap<&'a str, usize>,
    ahead: Vec<Vec<usize>>,
    /// The records from which some way never ends: those in a circle, and those that lead to one.
    endless: HashSet<usize>,
}

impl<'a> Graph<'a> {
    fn of(nodes: &'a [Node<'a>]) -> Self {
        let places: HashMap<&str, usize> = nodes
            .iter()
            .enumerate()
            .map(|(place, node)| (node.id.as_str(), place))
            .collect();
        let to = |link: &Link<'_>| places.get(link.to.as_str()).copied();
        let ahead: Vec<Vec<usize>> = nodes
            .iter()
            .map(|node| node.links.iter().filter_map(to).collect())
            .collect();
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
        for (place, ahead) in ahead.iter().enumerate() {
            for to in ahead {
                if let Some(behind) = behind.get_mut(*to) {
                    behind.push(place);
                }
            }
        }
        // Whoever leads nowhere is taken away, until nobody is left who does.
        let mut left: Vec<usize> = ahead.iter().map(Vec::len).collect();
        let mut ends: Vec<usize> = (0..nodes.len())
            .filter(|place| left.get(*place) == Some(&0))
            .collect();
        let mut endless: HashSet<usize> = (0..nodes.len()).collect();
        while let Some(place) = ends.pop() {
            endless.remove(&place);
            for before in behind.get(place).into_iter().flatten() {
                if let Some(left) = left.get_mut(*before) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        ends.push(*before);
                    }
                }
            }
        }
        Self {
            places,
            ahead,
            endless,
        }
    }

    /// Whether the links of a record lead to another (or it is the other).
    fn leads(&self, from: &MoneyId, to: usize) -> bool {
        let Some(from) = self.places.get(from.as_str()) else {
            return false;
        };
        let mut seen: HashSet<usize> = HashSet::new();
        let mut todo = vec![*from];
        while let Some(place) = todo.pop() {
            if place == to {
                return true;
            }
            if self.endless.contains(&place) && seen.insert(place) {
                todo.extend(self.ahead.get(place).into_iter().flatten());
            }
        }
        false
    }
}
