//! What is out of order in time: within a record, between records, and against the day up to which
//! facts were gathered.

use jiff::civil::Date;

use crate::model::{
    Agreement, AidEntry, Commitment, MoneyRecord, PartialDate, Period, Record, Stage, Year,
};

use super::{Found, Severity, amount_field, other_figures};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    let cutoff = found.ledger.assumptions().cutoff;
    for agreement in dataset.agreements.values() {
        of_agreement(found, agreement, cutoff);
        let signed = Some(PartialDate::Day(agreement.signed));
        beyond(found, agreement.id.as_str(), "signed", signed);
    }
    for record in dataset.money_records() {
        periods(found, &record);
        match record {
            MoneyRecord::Commitment(commitment, agreement) => {
                statuses(found, commitment, agreement);
            }
            MoneyRecord::Aid(entry) => {
                dates(found, entry);
                before_whole(found, entry);
                before_promise(found, entry);
            }
        }
    }
}

fn of_agreement(found: &mut Found<'_>, agreement: &Agreement, cutoff: Option<Date>) {
    if let Some((end, day)) = agreement.expires().zip(cutoff)
        && end < day
    {
        let facts = vec![("date", end.to_string())];
        let field = "term_years";
        found.tell("term-expired", Severity::Note, &agreement.id, field, facts);
    }
    if let Some(force) = agreement.in_force
        && force.last_day() < agreement.signed
    {
        let facts = vec![("date", agreement.signed.to_string())];
        let (check, severity) = ("force-before-signing", Severity::Warning);
        found.tell(check, severity, &agreement.id, "in_force", facts);
    }
}

/// What is dated after the day up to which facts were gathered: as the file stands it counts
/// nowhere (R11).
fn beyond(
    found: &mut Found<'_>,
    record: &str,
    field: impl std::fmt::Display,
    date: Option<PartialDate>,
) {
    let day = found.dataset.header.cutoff.zip(date);
    if let Some((cutoff, date)) = day.filter(|(cutoff, date)| date.first_day() > *cutoff) {
        let facts = vec![("day", date.to_string()), ("date", cutoff.to_string())];
        found.tell("after-cutoff", Severity::Warning, record, field, facts);
    }
}

fn statuses(found: &mut Found<'_>, commitment: &Commitment, agreement: &Agreement) {
    let id = commitment.id.as_str();
    let mut latest: Option<PartialDate> = None;
    for (index, status) in commitment.status.iter().enumerate() {
        let field = format_args!("status[{index}].date");
        if status.date.last_day() < agreement.signed {
            let facts = vec![("date", agreement.signed.to_string())];
            let (check, severity) = ("status-before-signing", Severity::Warning);
            found.tell(check, severity, id, field, facts);
        }
        beyond(found, id, field, Some(status.date));
        if latest.is_some_and(|before| status.date.last_day() < before.first_day()) {
            found.tell("status-order", Severity::Note, id, field, Vec::new());
        }
        latest = latest.max(Some(status.date));
    }
}

fn dates(found: &mut Found<'_>, entry: &AidEntry) {
    let id = entry.id.as_str();
    let mut tell = |check, severity, field| {
        found.tell(check, severity, id, field, Vec::new());
    };
    if entry.date.is_none() {
        tell("date-missing", Severity::Warning, "date");
    }
    if let Record::RunningTotal {
        since,
        as_counted_on,
    } = entry.record
    {
        match as_counted_on {
            None => tell(
                "counted-on-missing",
                Severity::Warning,
                "record.as_counted_on",
            ),
            Some(counted) => {
                if since.is_some_and(|since| since.first_day() > counted.last_day()) {
                    tell("counted-before-begin", Severity::Error, "record.since");
                }
                let reported = entry.date.map(PartialDate::last_day);
                if reported.is_some_and(|reported| counted.first_day() > reported) {
                    let field = "record.as_counted_on";
                    tell("counted-after-report", Severity::Warning, field);
                }
            }
        }
    }
    beyond(found, id, "date", entry.date);
}

/// A time that ends before it begins: nothing of the amount counts anywhere.
fn periods(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let backwards = |period: Period| match period {
        Period::Yearly { from, to } => from.zip(to).is_some_and(|(from, to)| to < from),
        Period::Lump { from, to } => from
            .zip(to)
            .is_some_and(|(from, to)| to.last_day() < from.first_day()),
        Period::Year(_) | Period::Unstated => false,
    };
    let mut tell = |field: std::fmt::Arguments<'_>| {
        let (check, severity) = ("period-backwards", Severity::Error);
        found.tell(check, severity, record.id(), field, Vec::new());
    };
    if record.amount().is_some_and(|a| backwards(a.period)) {
        tell(format_args!("{}", amount_field(record)));
    }
    for (index, other) in other_figures(record).iter().enumerate() {
        if backwards(other.figure.amount.period) {
            tell(format_args!("other_figures[{index}].figure.amount"));
        }
    }
}

fn is_flow(record: &MoneyRecord<'_>) -> bool {
    match record {
        MoneyRecord::Commitment(..) => true,
        MoneyRecord::Aid(entry) => entry.record == Record::Package,
    }
}

/// A part that got further than its whole, and is dated before it: what is delivered of a pledge was
/// not delivered before it was pledged.
fn before_whole(found: &mut Found<'_>, entry: &AidEntry) {
    let whole = entry.part_of.as_ref();
    let Some(whole) = whole.and_then(|id| found.dataset.money(id.as_str())) else {
        return;
    };
    let further = whole.stage() < entry.stage && entry.stage != Stage::Unclear;
    let earlier = entry
        .date
        .zip(whole.date())
        .is_some_and(|(part, whole)| part.last_day() < whole.first_day());
    if !further || !earlier || !is_flow(&whole) || entry.record != Record::Package {
        return;
    }
    let mut facts = vec![("target", whole.id().to_string())];
    let check = if entry.stage == Stage::Delivered {
        "delivered-before-pledge"
    } else {
        facts.push(("stage", entry.stage.key().to_owned()));
        "stages-out-of-order"
    };
    found.tell(check, Severity::Warning, &entry.id, "date", facts);
}

/// What fulfils a promise without being one itself, from before the promise was made, for a time
/// before that of the promise. Money set aside beforehand for a year that the promise names is well:
/// the Netherlands' earmarks of November 2023 are for 2024.
fn before_promise(found: &mut Found<'_>, entry: &AidEntry) {
    let dataset = found.dataset;
    let counted = match entry.record {
        Record::RunningTotal { as_counted_on, .. } => as_counted_on,
        Record::Package => None,
    };
    let Some(date) = counted.or(entry.date).map(PartialDate::last_day) else {
        return;
    };
    let is_for = ends(entry.figure.amount.period).unwrap_or(date).max(date);
    for (index, fulfils) in entry.fulfils.iter().enumerate() {
        let promise = dataset.money(fulfils.commitment.as_str());
        let Some(MoneyRecord::Commitment(commitment, agreement)) = promise else {
            continue;
        };
        let begins = begins(commitment, agreement);
        if entry.stage > commitment.stage && date < agreement.signed && is_for < begins {
            let facts = vec![
                ("target", commitment.id.to_string()),
                ("date", agreement.signed.to_string()),
            ];
            let field = format_args!("fulfils[{index}].commitment");
            let (check, severity) = ("fulfils-before-promise", Severity::Warning);
            found.tell(check, severity, &entry.id, field, facts);
        }
    }
}

/// The last day of the time that money is for; none: open, or not said.
fn ends(period: Period) -> Option<Date> {
    match period {
        Period::Year(year) => Some(year.last_day()),
        Period::Yearly { to, .. } => Some(to.map_or(Date::MAX, Year::last_day)),
        Period::Lump { to, .. } => Some(to.map_or(Date::MAX, PartialDate::last_day)),
        Period::Unstated => None,
    }
}

/// The first day of the time that a promise is for; where it names none, of the year of signing (R6).
fn begins(commitment: &Commitment, agreement: &Agreement) -> Date {
    let named = match commitment.amount.map(|amount| amount.period) {
        Some(Period::Year(year)) => Some(year.first_day()),
        Some(Period::Yearly { from, .. }) => from.map(Year::first_day),
        Some(Period::Lump { from, .. }) => from.map(PartialDate::first_day),
        Some(Period::Unstated) | None => None,
    };
    named.unwrap_or_else(|| Year::of(agreement.signed).first_day())
}
