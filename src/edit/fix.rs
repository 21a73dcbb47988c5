//! Fixes: what a problem can be put right with.
//!
//! A *safe* fix loses nothing and invents nothing: it can be done without looking, and many at once.
//! The others are offered by name, since only a person can tell whether they are what was meant. A
//! fix removes its problem, adds no error, and is taken back like any change.

use serde_json::Value;

use crate::ledger::Problem;
use crate::model::{Amount, Commitment, Dataset, MoneyId, Period, Record};
use crate::text::{Texts, fields};

use super::command::{Change, Command};
use super::label::{Deed, Label};
use super::path::{Part, Path};
use super::record::{AnyRecord, Key, Kind};
use super::shape::{Leaf, Shape};
use super::{field, links};

/// What a fix does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FixName {
    /// Takes the spaces around a text away.
    TrimText,
    /// Takes a link away.
    CutLink,
    /// Takes away what a list says a second time.
    DropRepeat,
    /// Puts the statuses of a commitment in order of time.
    SortStatuses,
    /// Forgets that a problem was accepted.
    ForgetAcceptance,
    /// Swaps the first and the last day that a running total counts.
    SwapDays,
    /// Swaps beginning and end of a period.
    SwapPeriod,
    /// Marks a statement as unverified.
    MarkUnverified,
    /// Says that an entry restates the sum of another.
    SayRestates,
    /// Says that another record carries the money.
    SayCountedIn,
    /// Takes a source out.
    RemoveSource,
    /// Cites another source instead, and takes this one out.
    MergeSource,
}

/// What can be done about the problems of a check, the likeliest first.
fn names(check: &str) -> &'static [FixName] {
    match check {
        "text-spaces" => &[FixName::TrimText],
        "reference-dangling"
        | "link-circle"
        | "fulfils-other-party"
        | "fulfils-before-promise"
        | "supersedes-later"
        | "supersedes-nothing" => &[FixName::CutLink],
        "link-twice" => &[FixName::DropRepeat],
        "status-order" => &[FixName::SortStatuses],
        "accepted-stale" => &[FixName::ForgetAcceptance],
        "counted-before-begin" => &[FixName::SwapDays],
        "period-backwards" => &[FixName::SwapPeriod],
        "source-missing" => &[FixName::MarkUnverified],
        "duplicate-entry" => &[FixName::SayRestates],
        "same-as-other-party" => &[FixName::SayCountedIn, FixName::CutLink],
        "source-unused" => &[FixName::RemoveSource],
        "source-twice" => &[FixName::MergeSource],
        _ => &[],
    }
}

/// Whether the first fix of a check's problems is safe.
pub fn is_safe(check: &str) -> bool {
    matches!(
        check,
        "text-spaces" | "reference-dangling" | "link-twice" | "status-order" | "accepted-stale"
    )
}

/// Where the record is that a problem is about; none: there is none any more.
pub fn key_of(dataset: &Dataset, problem: &Problem) -> Option<Key> {
    if problem.record.is_empty() {
        return Some(Key::header());
    }
    Key::find(dataset, &problem.record)
}

/// The field that a problem is about; none: it is about the record as a whole.
pub fn path_of(problem: &Problem) -> Option<Path> {
    problem.field.parse().ok()
}

/// The names of what can be done about a problem, the likeliest first.
pub fn offered(dataset: &Dataset, problem: &Problem) -> Vec<FixName> {
    let names = names(problem.check);
    let Some(record) = names.first().and_then(|_| record_of(dataset, problem)) else {
        return Vec::new();
    };
    let can = |name: &&FixName| match name {
        // Looking for all that cite a source takes a while: it is done when it is asked for.
        FixName::RemoveSource => true,
        FixName::MergeSource => merges_into(dataset, problem).is_some(),
        name => remade(&record, dataset, problem, **name).is_some(),
    };
    names.iter().filter(can).copied().collect()
}

/// What can be done about a problem: names, and the commands that do it.
pub fn fixes(dataset: &Dataset, problem: &Problem) -> Vec<(FixName, Command)> {
    let names = offered(dataset, problem).into_iter();
    names
        .filter_map(|name| Some((name, make(dataset, problem, name)?)))
        .collect()
}

/// The safe fix of a problem; none: there is none.
pub fn fix(dataset: &Dataset, problem: &Problem) -> Option<Command> {
    let name = names(problem.check).first();
    let name = name.filter(|_| is_safe(problem.check))?;
    make(dataset, problem, *name)
}

/// The command that puts a problem right so; none: it cannot, or no longer.
pub fn make(dataset: &Dataset, problem: &Problem, name: FixName) -> Option<Command> {
    let key = key_of(dataset, problem)?;
    let mut label = Label::of(Deed::Fixed, &key, dataset);
    if let Some(path) = path_of(problem) {
        label = label.at(&path);
    }
    let changes = match name {
        FixName::RemoveSource => {
            let removal = links::removal(dataset, &[key]).ok()?;
            if !removal.is_harmless() {
                return None;
            }
            removal.cut(dataset).ok()?.changes
        }
        FixName::MergeSource => {
            let target = merges_into(dataset, problem)?;
            let removal = links::removal(dataset, &[key]).ok()?;
            removal.move_to(dataset, &target).ok()?.changes
        }
        name => {
            let record = AnyRecord::of(dataset, &key)?;
            vec![Change::put(remade(&record, dataset, problem, name)?)]
        }
    };
    Some(Command {
        label,
        changes,
        group: None,
    })
}

/// The safe fixes of all these problems as one step, and the problems that it fixes, in their
/// order. Accepted problems are left as they are. None where there is nothing to fix.
pub fn fix_all<'a>(
    dataset: &Dataset,
    problems: impl IntoIterator<Item = &'a Problem>,
) -> Option<(Command, Vec<&'a Problem>)> {
    let wanted = |problem: &&Problem| problem.accepted.is_none() && is_safe(problem.check);
    let mut todo: Vec<(Order, usize, &Problem)> = problems
        .into_iter()
        .filter(wanted)
        .enumerate()
        .map(|(place, problem)| (Order::of(problem), place, problem))
        .collect();
    todo.sort_by(|a, b| (&a.2.record, &a.0).cmp(&(&b.2.record, &b.0)));
    let mut changes: Vec<(Key, AnyRecord)> = Vec::new();
    let mut fixed: Vec<(usize, &Problem)> = Vec::new();
    for (_, place, problem) in todo {
        let Some((key, name)) = key_of(dataset, problem).zip(names(problem.check).first()) else {
            continue;
        };
        // Problems of one record follow each other.
        let begun = changes.last().filter(|(of, _)| *of == key);
        let record = match begun {
            Some((_, record)) => Some(record.clone()),
            None => AnyRecord::of(dataset, &key),
        };
        let after = record.and_then(|record| remade(&record, dataset, problem, *name));
        let Some(after) = after else { continue };
        fixed.push((place, problem));
        match changes.last_mut().filter(|(of, _)| *of == key) {
            Some((_, record)) => *record = after,
            None => changes.push((key, after)),
        }
    }
    let (first, _) = changes.first()?;
    let label = Label::of(Deed::Fixed, first, dataset).counting(changes.len());
    fixed.sort_by_key(|(place, _)| *place);
    let command = Command {
        label,
        changes: changes.into_iter().map(|(_, r)| Change::put(r)).collect(),
        group: None,
    };
    let fixed = fixed.into_iter().map(|(_, problem)| problem).collect();
    Some((command, fixed))
}

/// In which order the fixes of one record are done: later items of a list first, so that the places
/// of the others stay; what moves items last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order(Option<FixName>, std::cmp::Reverse<Vec<(String, usize)>>);

impl Order {
    fn of(problem: &Problem) -> Self {
        let moves = names(problem.check).first().copied();
        let moves = moves.filter(|name| *name == FixName::SortStatuses);
        let path = path_of(problem).unwrap_or_default();
        let parts = path.parts().iter().map(|part| match part {
            Part::Field(name) => (name.clone(), 0),
            Part::At(place) => (String::new(), place.parse().unwrap_or_default()),
        });
        Self(moves, std::cmp::Reverse(parts.collect()))
    }
}

/// What a fix is called in a menu.
pub fn told(name: FixName, problem: &Problem, texts: Texts) -> String {
    let target = problem.fact("target").unwrap_or_default();
    let with_target = |id: &str| texts.with(id, &[("target", target.into())]);
    match name {
        FixName::TrimText => texts.get("fix-trim-text"),
        FixName::CutLink => with_target("fix-cut-link"),
        FixName::DropRepeat => texts.get("fix-drop-repeat"),
        FixName::SortStatuses => texts.get("fix-sort-statuses"),
        FixName::ForgetAcceptance => {
            let check = problem.fact("check").unwrap_or_default();
            texts.with("fix-forget-acceptance", &[("check", check.into())])
        }
        FixName::SwapDays => texts.get("fix-swap-days"),
        FixName::SwapPeriod => texts.get("fix-swap-period"),
        FixName::MarkUnverified => texts.get("fix-mark-unverified"),
        FixName::SayRestates => with_target("fix-say-restates"),
        FixName::SayCountedIn => with_target("fix-say-counted-in"),
        FixName::RemoveSource => texts.get("fix-remove-source"),
        FixName::MergeSource => with_target("fix-merge-source"),
    }
}

/// What the safe fix of a problem does, small: `cut the link to lt-a99`; empty: there is none.
pub fn told_safe(problem: &Problem, texts: Texts) -> String {
    let name = names(problem.check).first();
    let name = name.filter(|_| is_safe(problem.check));
    name.map_or_else(String::new, |name| {
        fields::small(&told(*name, problem, texts))
    })
}

fn record_of(dataset: &Dataset, problem: &Problem) -> Option<AnyRecord> {
    AnyRecord::of(dataset, &key_of(dataset, problem)?)
}

/// The source that can stand for the one a problem is about.
fn merges_into(dataset: &Dataset, problem: &Problem) -> Option<Key> {
    let target = problem.fact("target").filter(|id| *id != problem.record)?;
    let key = Key::new(Kind::Source, target);
    AnyRecord::is_in(dataset, &key).then_some(key)
}

/// The record with a problem put right; none: it cannot be so, or no longer.
fn remade(
    record: &AnyRecord,
    dataset: &Dataset,
    problem: &Problem,
    name: FixName,
) -> Option<AnyRecord> {
    let after = match name {
        FixName::TrimText => trimmed(record, problem),
        FixName::CutLink => cut(record, dataset, problem),
        FixName::DropRepeat => without_repeat(record, problem),
        FixName::SortStatuses => sorted(record),
        FixName::ForgetAcceptance => forgotten(record, problem),
        FixName::SwapDays => days_swapped(record),
        FixName::SwapPeriod => period_swapped(record, problem),
        FixName::MarkUnverified => unverified(record, problem),
        FixName::SayRestates => restating(record, dataset, problem),
        FixName::SayCountedIn => counted_in(record),
        FixName::RemoveSource | FixName::MergeSource => None,
    };
    after.filter(|after| after != record)
}

fn trimmed(record: &AnyRecord, problem: &Problem) -> Option<AnyRecord> {
    let path = path_of(problem)?;
    let tree = record.to_tree();
    let text = field::value(&tree, &path)?.as_str()?.trim();
    field::changed(record, &path, Some(Value::String(text.to_owned()))).ok()
}

/// Without the link at the problem's field, where the record can be without it. A source that a
/// statement is from is not cut: the statement would be left without one.
fn cut(record: &AnyRecord, dataset: &Dataset, problem: &Problem) -> Option<AnyRecord> {
    let path = path_of(problem)?;
    let key = record.key();
    let tree = record.to_tree();
    let path = match field::slot(key.kind, &tree, &path)?.shape {
        Shape::Leaf(Leaf::Link(_)) => path,
        _ => return None,
    };
    let id = field::value(&tree, &path)?.as_str()?;
    if problem.fact("target") != Some(id) {
        return None;
    }
    let link = links::of(record).into_iter().find(|l| l.path == path)?;
    let leads = link.to.kinds().iter();
    let mut leads = leads.map(|kind| Key::new(*kind, id));
    let dangles = !leads.any(|key| AnyRecord::is_in(dataset, &key));
    let at = link.cut?;
    if problem.check == "reference-dangling" && !dangles {
        return None;
    }
    let parts = path.parts();
    let in_cite = parts.contains(&Part::Field("cite".to_owned()));
    // A further voice without words of its own says only that it says the same.
    let says_more = |item: &Value| item.get("phrase").is_some() || item.get("wording").is_some();
    if in_cite && (at == path || field::value(&tree, &at).is_none_or(says_more)) {
        return None;
    }
    field::changed(record, &at, None).ok()
}

fn without_repeat(record: &AnyRecord, problem: &Problem) -> Option<AnyRecord> {
    let path = path_of(problem)?;
    let (holder, last) = path.split_last()?;
    let Part::At(place) = last else { return None };
    let place: usize = place.parse().ok()?;
    let tree = record.to_tree();
    let items = field::value(&tree, &holder)?.as_array()?;
    let item = items.get(place)?;
    let repeats = items.iter().take(place).any(|before| before == item);
    repeats.then(|| field::changed(record, &path, None).ok())?
}

fn sorted(record: &AnyRecord) -> Option<AnyRecord> {
    let AnyRecord::Commitment(commitment) = record else {
        return None;
    };
    let mut status = commitment.status.clone();
    status.sort_by_key(|entry| entry.date);
    Some(AnyRecord::Commitment(Commitment {
        status,
        ..commitment.clone()
    }))
}

fn forgotten(record: &AnyRecord, problem: &Problem) -> Option<AnyRecord> {
    let AnyRecord::Header(header) = record else {
        return None;
    };
    let (check, target) = (problem.fact("check")?, problem.fact("target"));
    let mut header = header.clone();
    header
        .accepted
        .retain(|a| a.check != check || a.record != target.unwrap_or_default());
    Some(AnyRecord::Header(header))
}

fn days_swapped(record: &AnyRecord) -> Option<AnyRecord> {
    let AnyRecord::Aid(entry) = record else {
        return None;
    };
    let Record::RunningTotal {
        since: Some(since),
        as_counted_on: Some(counted),
    } = entry.record
    else {
        return None;
    };
    let mut entry = entry.clone();
    entry.record = Record::RunningTotal {
        since: Some(counted),
        as_counted_on: Some(since),
    };
    Some(AnyRecord::Aid(entry))
}

fn period_swapped(record: &AnyRecord, problem: &Problem) -> Option<AnyRecord> {
    let path = path_of(problem)?;
    let tree = record.to_tree();
    let amount = field::value(&tree, &path)?.clone();
    let mut amount: Amount = serde_json::from_value(amount).ok()?;
    amount.period = match amount.period {
        Period::Yearly { from, to } => Period::Yearly { from: to, to: from },
        Period::Lump { from, to } => Period::Lump { from: to, to: from },
        Period::Year(_) | Period::Unstated => return None,
    };
    let amount = serde_json::to_value(amount).ok()?;
    field::changed(record, &path, Some(amount)).ok()
}

fn unverified(record: &AnyRecord, problem: &Problem) -> Option<AnyRecord> {
    let (cite, _) = path_of(problem)?
        .split_last()
        .map(|(c, p)| (c, p.clone()))?;
    field::changed(record, &cite.field("verified"), Some(Value::Bool(false))).ok()
}

fn restating(record: &AnyRecord, dataset: &Dataset, problem: &Problem) -> Option<AnyRecord> {
    let AnyRecord::Aid(entry) = record else {
        return None;
    };
    let target = MoneyId::new(problem.fact("target")?).ok()?;
    let other = dataset.aid.get(target.as_str())?;
    // One that the other replaces cannot restate it: they would carry each other.
    let own = MoneyId::from(&entry.id);
    if other.supersedes.contains(&own) || entry.same_as.is_some() {
        return None;
    }
    let mut entry = entry.clone();
    entry.same_as = Some(target);
    Some(AnyRecord::Aid(entry))
}

fn counted_in(record: &AnyRecord) -> Option<AnyRecord> {
    let AnyRecord::Aid(entry) = record else {
        return None;
    };
    if entry.counted_in.is_some() {
        return None;
    }
    let mut entry = entry.clone();
    entry.counted_in = entry.same_as.take();
    Some(AnyRecord::Aid(entry))
}
