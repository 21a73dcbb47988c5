//! The items of one text, looked at from any place, and what was found wrong on the way.

use super::Unread;
use super::lexicon::Word;
use super::token::{Item, Placed, quote};

/// A reader of items. Its methods take the place of an item and return the place after what they
/// read, so that every way through a text can be tried.
pub(super) struct Parser<'a> {
    pub(super) chars: &'a [char],
    pub(super) items: Vec<Placed>,
    /// What was wrong, and how far one had come by then.
    failures: Vec<(usize, Unread)>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(chars: &'a [char], items: Vec<Placed>) -> Self {
        Self {
            chars,
            items,
            failures: Vec::new(),
        }
    }

    pub(super) fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at).map(|placed| &placed.item)
    }

    pub(super) fn word(&self, at: usize) -> Option<Word> {
        match self.item(at) {
            Some(Item::Word(word)) => Some(*word),
            _ => None,
        }
    }

    pub(super) fn is_over(&self, at: usize) -> bool {
        at >= self.items.len()
    }

    /// Whether a space stands before an item.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let start = self.items.get(at).map_or(0, |placed| placed.start);
        let before = start.checked_sub(1).and_then(|at| self.chars.get(at));
        before == Some(&' ')
    }

    /// Whether there is a number, or a word in its place.
    pub(super) fn says_how_much(&self) -> bool {
        let says = |placed: &Placed| match placed.item {
            Item::Number(_) | Item::Dates(_) => true,
            Item::Word(word) => word == Word::Hidden,
            Item::Currencies(_) => false,
        };
        self.items.iter().any(says)
    }

    /// The place after all items of these words.
    pub(super) fn skip(&self, mut at: usize, words: &[Word]) -> usize {
        while self.word(at).is_some_and(|word| words.contains(&word)) {
            at += 1;
        }
        at
    }

    /// What was typed from one item up to another.
    pub(super) fn typed(&self, from: usize, to: usize) -> String {
        let start = self.items.get(from).map_or(self.chars.len(), |p| p.start);
        let last = to.checked_sub(1).and_then(|last| self.items.get(last));
        quote(self.chars, start, last.map_or(self.chars.len(), |p| p.end))
    }

    /// Notes what is wrong where one had come to `at`.
    pub(super) fn fail(&mut self, at: usize, why: Unread) {
        self.failures.push((at, why));
    }

    /// What was noted first where one had come furthest.
    pub(super) fn failed(&self) -> Option<Unread> {
        let furthest = self.failures.iter().map(|(at, _)| *at).max()?;
        let mut noted = self.failures.iter();
        let why = noted.find(|(at, _)| *at == furthest);
        why.map(|(_, why)| why.clone())
    }
}

/// Places after what was read, one for each way to read it.
pub(super) type Ways<T> = Vec<(usize, T)>;
