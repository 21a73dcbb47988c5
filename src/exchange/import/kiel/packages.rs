//! The main sheet: packages, allocations and goods become entries.
//!
//! - A package (the rows of one id) is *committed* with its total in euro, which stands on one of its
//!   rows, mostly the first; every row that has a total has an entry, so that all of them add up to the
//!   publisher's commitments. From release 18 on that holds for rows of allocations too: what is
//!   allocated is committed as well. The two never mix (R1).
//! - An allocation (the rows of one allocation id, whose measure is allocation) is *allocated* with its
//!   redistributed value. Where money of a reserve was spread over the rows it was meant for, the reserve
//!   row keeps no allocation, and nothing is counted twice.
//! - Goods of a package with several rows are its parts (R3), with how many; they carry no sum of their
//!   own, for it is in the whole. The publisher's own estimate of their worth is another figure. A
//!   package of a single row carries its goods itself.
//! - What is delivered of a package is an entry of its own, of some day from the announcement on.
//! - The euro value is preferred, so that sums can be held against the publisher's; the amount in the
//!   currency of the source is another figure. Where no euro value is stored but the source's amount
//!   stands there, that amount is the figure, and it is told. A package of which no row is meant to
//!   carry a total is not among the publisher's sums, and is not committed here either.
//! - A date that cannot be read costs the date and not the money. Nor is a day long after the last exact
//!   one of the sheet (`until 4/6/2027`, a text filled down from row to row) taken for one. Both are told.
//! - Where a package of releases 7–17 has rows of several dates, its one total is of some day of all of
//!   them.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::contract::Role;
use super::kept::{Kept, Table, hull};
use super::value::{self, Sum};
use crate::exchange::import::draft::{Doubt, Draft, Skip, Told};
use crate::model::{
    AidType, Amount, Currency, DaySpan, NoteOn, Notes, PartialDate, Quantity, Record, Stage,
};
use crate::task::TaskLine;

/// Why the amount in the source's own currency is not the preferred figure.
const WHY_EURO: &str = "The publisher's value in euro is preferred, so that sums can be held against \
the publisher's own totals.";
/// Why an estimate of goods is not.
const WHY_ESTIMATE: &str =
    "The publisher's own estimate by price; it is inside the sum of the whole.";

/// A row that passed, with what it says by itself.
struct Line {
    kept: Kept,
    aid_type: AidType,
    /// None: the sheet names no stages.
    measure: Option<Stage>,
    date: Option<PartialDate>,
}

/// Makes entries of a main sheet's rows. None when it was called off.
pub(super) fn read(mut table: Table<'_>, line: &TaskLine) -> Option<Told> {
    let rows = std::mem::take(&mut table.rows);
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    let mut negative: Vec<String> = Vec::new();
    let mut unreadable: Vec<String> = Vec::new();
    let mut late: Vec<String> = Vec::new();
    for kept in rows {
        match passed(&table, &kept) {
            Ok((aid_type, measure)) => {
                // An unreadable date costs the date, not the money: its text is kept beside the entry.
                let mut date = table.date(&kept).unwrap_or_else(|raw| {
                    unreadable.push(format!("{} ({})", kept.number, raw.trim()));
                    None
                });
                if date.is_some_and(|date| table.is_too_late(date)) {
                    late.push(kept.number.to_string());
                    date = None;
                }
                lines.push(Line {
                    kept,
                    aid_type,
                    measure,
                    date,
                });
            }
            Err(why) => {
                negative.extend(taken_back(&why, &kept));
                table.skip(&kept, why);
            }
        }
    }
    let groups = groups(&table, &lines);
    let mut maker = Maker {
        table,
        stated_elsewhere: Vec::new(),
        not_counted: Vec::new(),
    };
    for group in &groups {
        if line.is_cancelled() {
            return None;
        }
        let group: Vec<&Line> = group.iter().filter_map(|at| lines.get(*at)).collect();
        maker.package(&group);
    }
    let Maker {
        mut table,
        stated_elsewhere,
        not_counted,
    } = maker;
    for (id, rows) in [
        ("kiel-no-euro", stated_elsewhere),
        ("kiel-not-counted", not_counted),
        ("kiel-negative", negative),
        ("kiel-dates", unreadable),
        ("kiel-dates-late", late),
    ] {
        if !rows.is_empty() {
            let what = rows.join(", ");
            table.told.doubts.push(Doubt::Told { id, what });
        }
    }
    Some(table.finish())
}

/// The number and sum of a row that takes something back.
pub(super) fn taken_back(why: &Skip, kept: &Kept) -> Option<String> {
    match why {
        Skip::BadAmount(raw) if raw.trim_start().starts_with('-') => {
            Some(format!("{} ({})", kept.number, raw.trim()))
        }
        _ => None,
    }
}

/// What a row says by itself, or why it can be no entry.
fn passed(table: &Table<'_>, kept: &Kept) -> Result<(AidType, Option<Stage>), Skip> {
    let aid_type = table.aid_type(kept)?;
    let measure = match table.fit.column(Role::Measure) {
        Some(_) => Some(table.measure(kept)?),
        None => None,
    };
    for role in [Role::TotalEur, Role::AllocatedEur] {
        match table.sum(kept, role) {
            Sum::Unreadable => return Err(Skip::BadAmount(table.cell(kept, role).raw())),
            // A sum is never negative here; the row is told, so that the difference is known.
            Sum::Number(n) if n.is_sign_negative() && !n.is_zero() => {
                return Err(Skip::BadAmount(table.cell(kept, role).raw()));
            }
            Sum::Number(_) | Sum::Missing => {}
        }
    }
    Ok((aid_type, measure))
}

/// Which rows belong together, in the order of the file; a row without an id stands alone.
fn groups(table: &Table<'_>, lines: &[Line]) -> Vec<Vec<usize>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let known = table.words(&line.kept, Role::Id).map(|id| {
            *places.entry(id).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len().saturating_sub(1)
            })
        });
        match known.and_then(|place| groups.get_mut(place)) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

struct Maker<'a> {
    table: Table<'a>,
    /// Rows whose amount stands in the currency of the source only.
    stated_elsewhere: Vec<String>,
    /// Rows of packages that the publisher does not count.
    not_counted: Vec<String>,
}

/// What has become of the rows of a package so far.
#[derive(Default)]
struct Made {
    /// By row number: its drafts.
    by_row: HashMap<u64, Vec<usize>>,
    /// The first draft of what is committed.
    committed: Option<usize>,
    /// By row number: which allocation it is of.
    allocation_of: HashMap<u64, usize>,
    /// The allocations.
    allocations: Vec<Allocation>,
}

/// The rows of an allocation.
#[derive(Clone, Copy, Default)]
struct Allocation {
    rows: usize,
    /// Its first draft.
    draft: Option<usize>,
}

impl Made {
    fn allocation(&self, line: &Line) -> Option<&Allocation> {
        let at = self.allocation_of.get(&line.kept.number)?;
        self.allocations.get(*at)
    }

    /// The whole that a row belongs to.
    fn whole_of(&self, line: &Line) -> Option<usize> {
        match self.allocation(line) {
            Some(allocation) => allocation.draft,
            None => self.committed,
        }
    }

    fn drafts_of(&self, line: &Line) -> &[usize] {
        let drafts = self.by_row.get(&line.kept.number);
        drafts.map_or(&[], Vec::as_slice)
    }
}

impl Maker<'_> {
    fn package(&mut self, group: &[&Line]) {
        let mut made = Made::default();
        self.committed(group, &mut made);
        self.allocated(group, &mut made);
        self.delivered(group, &made);
        self.goods(group, &mut made);
        for line in group {
            if made.by_row.contains_key(&line.kept.number) {
                continue;
            }
            let whole = made.whole_of(line);
            let row = whole.and_then(|at| self.table.told.drafts.get(at));
            let why = match row.map(|draft| draft.place.row) {
                Some(row) if row != line.kept.number => Skip::CountedIn(row),
                _ if self.was_spread(line) || !self.carries_a_total(line) => Skip::NotCounted,
                _ => Skip::NothingSaid,
            };
            self.table.skip(&line.kept, why);
        }
    }

    /// Whether the row's money was spread over other rows.
    fn was_spread(&self, line: &Line) -> bool {
        let raw = self.table.number(&line.kept, Role::AllocatedRawEur);
        raw.is_some_and(|raw| !raw.is_zero())
    }

    /// Whether the publisher means the row to carry a total of its package. Money of the European Peace
    /// Facility carries none from some release on: it is told by what its members give.
    fn carries_a_total(&self, line: &Line) -> bool {
        let known = self.table.fit.column(Role::Carries).is_some();
        let number = self.table.number(&line.kept, Role::Carries);
        !known || number.is_some_and(|number| !number.is_zero())
    }

    /// Whether anything but sums stands in the row: words or goods.
    fn is_told(&self, line: &Line) -> bool {
        let said = |role| self.table.words(&line.kept, role).is_some();
        said(Role::Words) || said(Role::Item)
    }

    fn committed(&mut self, group: &[&Line], made: &mut Made) {
        if self.table.fit.column(Role::TotalEur).is_none() {
            return;
        }
        let totals: Vec<(&Line, Amount)> = group
            .iter()
            .filter_map(|line| Some((*line, self.euros(line, Role::TotalEur)?)))
            .collect();
        let dates: Vec<PartialDate> = group.iter().filter_map(|line| line.date).collect();
        let one_total = totals.len() <= 1;
        for (line, amount) in &totals {
            let mut draft = self.draft(line, Stage::Committed, *amount, Role::TotalEur);
            let own = self.in_own_currency(line, self.own_role(line), Some(*amount));
            draft.others = own.map(Self::why_euro).into_iter().collect();
            if line.measure.is_none() && one_total {
                draft.date = hull(&dates).or(draft.date);
            }
            self.push(line, draft, made, true);
        }
        let Some(first) = group
            .first()
            .filter(|first| totals.is_empty() && self.is_told(first))
        else {
            return;
        };
        if !group.iter().any(|line| self.carries_a_total(line)) {
            self.not_counted.push(first.kept.number.to_string());
            return;
        }
        let role = self.own_role(first);
        let mut draft = if let Some(amount) = self.in_own_currency(first, role, None) {
            self.stated_elsewhere.push(first.kept.number.to_string());
            self.draft(first, Stage::Committed, amount, role)
        } else {
            let nothing = value::undisclosed(None);
            self.draft(first, Stage::Committed, nothing, Role::TotalEur)
        };
        if first.measure.is_none() {
            draft.date = hull(&dates).or(draft.date);
        }
        self.push(first, draft, made, true);
    }

    fn allocated(&mut self, group: &[&Line], made: &mut Made) {
        let mut places: HashMap<Option<String>, usize> = HashMap::new();
        let mut allocations: Vec<Vec<&Line>> = Vec::new();
        for line in group.iter().filter(|l| l.measure == Some(Stage::Allocated)) {
            let id = self.table.words(&line.kept, Role::SubId);
            let at = *places.entry(id).or_insert(allocations.len());
            made.allocation_of.insert(line.kept.number, at);
            match allocations.get_mut(at) {
                Some(lines) => lines.push(line),
                None => allocations.push(vec![line]),
            }
        }
        for lines in allocations {
            let mut first = None;
            for line in &lines {
                let Some(amount) = self.euros(line, Role::AllocatedEur) else {
                    continue;
                };
                let mut draft = self.draft(line, Stage::Allocated, amount, Role::AllocatedEur);
                if let Some(raw) = self.before_redistribution(line, &amount) {
                    draft.notes.insert(NoteOn::Amount, raw);
                }
                let own = self.in_own_currency(line, Role::AllocatedOwn, Some(amount));
                draft.others.extend(own.map(Self::why_euro));
                let at = self.push(line, draft, made, false);
                first = first.or(Some(at));
            }
            let told = lines.first().filter(|line| {
                first.is_none() && self.is_told(line) && !lines.iter().any(|l| self.was_spread(l))
            });
            if let Some(line) = told {
                let nothing = value::undisclosed(None);
                let draft = self.draft(line, Stage::Allocated, nothing, Role::AllocatedEur);
                first = Some(self.push(line, draft, made, false));
            }
            made.allocations.push(Allocation {
                rows: lines.len(),
                draft: first,
            });
        }
    }

    fn delivered(&mut self, group: &[&Line], made: &Made) {
        for line in group {
            let amount = self.euros(line, Role::DeliveredEur);
            let Some(amount) = amount.filter(|a| !a.form.is_undisclosed() && !is_zero(a)) else {
                continue;
            };
            let mut draft = self.draft(line, Stage::Delivered, amount, Role::DeliveredEur);
            draft.part_of = made.drafts_of(line).first().copied().or(made.committed);
            let since = line.date.map(PartialDate::first_day);
            let open = since.and_then(|day| DaySpan::new(Some(day), None).ok());
            draft.date = open.map(PartialDate::Between);
            self.table.told.drafts.push(draft);
        }
    }

    fn goods(&mut self, group: &[&Line], made: &mut Made) {
        for line in group {
            let Some(item) = self.table.words(&line.kept, Role::Item) else {
                continue;
            };
            let quantity = self.quantity(line, &item);
            let beside = made.allocation(line).map_or(group.len(), |a| a.rows);
            let own = made.drafts_of(line);
            if beside == 1 && !own.is_empty() {
                for at in own {
                    let draft = self.table.told.drafts.get_mut(*at);
                    let Some(draft) = draft else {
                        continue;
                    };
                    if draft.stage == Stage::Allocated || group.len() == 1 {
                        draft.quantity.clone_from(&quantity);
                    }
                }
                continue;
            }
            let whole = made.whole_of(line);
            let of = whole.and_then(|at| self.table.told.drafts.get(at));
            let stage = of.map_or(line.measure.unwrap_or(Stage::Committed), |of| of.stage);
            let nothing = value::undisclosed(None);
            let mut draft = self.draft(line, stage, nothing, Role::EstimateUsd);
            draft.summary = item;
            draft.quantity = quantity;
            draft.part_of = whole;
            let estimate = self.table.number(&line.kept, Role::EstimateUsd);
            let estimate = estimate.and_then(|n| value::money(n, 1, Currency::USD));
            let estimate = estimate.filter(|money| !money.value().is_zero());
            draft.others = estimate
                .map(|money| (value::exact(money), WHY_ESTIMATE.to_owned()))
                .into_iter()
                .collect();
            let at = self.table.told.drafts.len();
            self.table.told.drafts.push(draft);
            made.by_row.entry(line.kept.number).or_default().push(at);
        }
    }

    fn push(&mut self, line: &Line, draft: Draft, made: &mut Made, commits: bool) -> usize {
        let at = self.table.told.drafts.len();
        self.table.told.drafts.push(draft);
        made.by_row.entry(line.kept.number).or_default().push(at);
        if commits {
            made.committed = made.committed.or(Some(at));
        }
        at
    }

    /// A row's value in euro; none where none stands there. A zero is one only where the source itself
    /// gives zero: else a formula made it of what is not given, or a derived table of what is missing.
    fn euros(&self, line: &Line, role: Role) -> Option<Amount> {
        let number = self.table.number(&line.kept, role)?;
        let given = || self.table.number(&line.kept, Role::Given);
        if number.is_zero() && !given().is_some_and(|given| given.is_zero()) {
            return None;
        }
        value::money(number, 1, Currency::EUR).map(value::exact)
    }

    /// An amount in the currency that stands beside it, unless that is the euro value once more.
    fn in_own_currency(&self, line: &Line, role: Role, euro: Option<Amount>) -> Option<Amount> {
        let code = self.table.words(&line.kept, Role::Currency)?;
        let currency = Currency::new(&code.to_uppercase()).ok()?;
        let number = self.table.number(&line.kept, role)?;
        let amount = value::exact(value::money(number, 1, currency)?);
        (!is_zero(&amount) && Some(amount) != euro).then_some(amount)
    }

    fn why_euro(amount: Amount) -> (Amount, String) {
        (amount, WHY_EURO.to_owned())
    }

    fn own_role(&self, line: &Line) -> Role {
        let total = self.table.number(&line.kept, Role::Total);
        match total {
            Some(_) => Role::Total,
            None => Role::Given,
        }
    }

    /// What was allocated before money of a reserve was spread over the rows it was for: a remark, for
    /// it is the same money, not another figure of it.
    fn before_redistribution(&self, line: &Line, amount: &Amount) -> Option<String> {
        let raw = self
            .table
            .number(&line.kept, Role::AllocatedRawEur)
            .filter(|n| !n.is_zero())?;
        let money = value::money(raw, 1, Currency::EUR)?;
        let name = self.table.fit.name(Role::AllocatedRawEur);
        (value::exact(money) != *amount).then(|| format!("{name}: {money}"))
    }

    fn quantity(&self, line: &Line, item: &str) -> Option<Quantity> {
        let value: Decimal = self.table.number(&line.kept, Role::Units)?;
        let counted = value.is_sign_positive() && !value.is_zero();
        counted.then(|| Quantity {
            value: value.normalize(),
            unit: item.to_owned(),
            form: crate::model::QuantityForm::Exact,
            by: None,
        })
    }

    fn draft(&self, line: &Line, stage: Stage, amount: Amount, role: Role) -> Draft {
        let kept = &line.kept;
        let table = &self.table;
        let words = [Role::Words, Role::Item, Role::Specific, Role::General]
            .into_iter()
            .find_map(|role| table.words(kept, role));
        let mut notes = Notes::new();
        let mut note = |on, role: Role| {
            if let Some(text) = table.words(kept, role) {
                notes.insert(on, format!("{}: {text}", table.fit.name(role)));
            }
        };
        note(NoteOn::Period, Role::Earmarked);
        note(NoteOn::General, Role::Initiative);
        let mut place = table.place(kept, Some(role));
        if stage == Stage::Allocated {
            place.key = table.words(kept, Role::SubId).or(place.key);
        }
        Draft {
            place,
            party: table.words(kept, Role::Donor).unwrap_or_default(),
            record: Record::Package,
            stage,
            aid_type: line.aid_type,
            instrument: table.instrument(kept),
            summary: words.unwrap_or_default(),
            amount,
            as_reported: table.words(kept, Role::Measure),
            others: Vec::new(),
            date: line.date,
            quantity: None,
            part_of: None,
            notes,
        }
    }
}

fn is_zero(amount: &Amount) -> bool {
    match amount.form {
        crate::model::AmountForm::Exact(money) => money.value().is_zero(),
        _ => false,
    }
}
