//! Transactions become drafts, or are left out with a reason.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Look;
use super::codes::{self, Meaning};
use super::read::{Activity, Sector, Transaction};
use crate::exchange::import::recipient::{Recipient, is_ukraine};
use crate::exchange::import::{Doubt, Draft, Place, Skip, Skipped, Told};
use crate::model::{
    AidType, Amount, AmountForm, Currency, Instrument, Money, NoteOn, Notes, PartialDate, Period,
    Record, Stage,
};

/// How many names are listed in a doubt.
const LISTED: usize = 10;

/// Takes activities in, one by one.
pub(super) struct Intake {
    recipient: Recipient,
    told: Told,
    looks: BTreeMap<Look, usize>,
    /// Activities without a transaction.
    silent: Vec<String>,
    silent_more: usize,
}

/// How much of a transaction is for whom is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Share {
    /// All of it.
    Whole,
    /// This many per cent, by the activity's shares.
    Percent(Decimal),
}

/// Who gives, and how that is known.
struct Giver {
    name: String,
    look: Option<Look>,
}

impl Intake {
    pub(super) fn new(recipient: Recipient) -> Self {
        Self {
            recipient,
            told: Told::default(),
            looks: BTreeMap::new(),
            silent: Vec::new(),
            silent_more: 0,
        }
    }

    pub(super) fn activity(&mut self, activity: &Activity) {
        if activity.transactions.is_empty() {
            if self.silent.len() < LISTED {
                self.silent.push(activity.id.clone());
            } else {
                self.silent_more += 1;
            }
        }
        for (at, transaction) in activity.transactions.iter().enumerate() {
            self.told.rows += 1;
            let place = place_of(activity, transaction, at + 1, self.told.rows);
            match self.judge(activity, transaction, &place) {
                Ok(draft) => self.told.drafts.push(draft),
                Err(why) => self.told.skipped.push(Skipped { place, why }),
            }
        }
    }

    pub(super) fn finish(mut self) -> Told {
        if !self.silent.is_empty() {
            let mut what = self.silent.join(", ");
            if self.silent_more > 0 {
                what = format!("{what} … +{}", self.silent_more);
            }
            let id = Look::Silent.text_id();
            self.told.doubts.push(Doubt::Told { id, what });
        }
        for (look, count) in self.looks {
            let id = look.text_id();
            let what = count.to_string();
            self.told.doubts.push(Doubt::Told { id, what });
        }
        self.told
    }

    fn look(&mut self, look: Look) {
        *self.looks.entry(look).or_default() += 1;
    }

    fn judge(
        &mut self,
        activity: &Activity,
        transaction: &Transaction,
        place: &Place,
    ) -> Result<Draft, Skip> {
        let (value, day) = well_formed(transaction)?;
        let (meaning, name) = codes::transaction_type(&transaction.kind)
            .ok_or_else(|| Skip::UnknownStage(transaction.kind.clone()))?;
        let stage = match meaning {
            Meaning::Flow(stage) => stage,
            Meaning::Guarantee => Stage::Committed,
            Meaning::OtherSide => {
                self.look(Look::OtherSide);
                return Err(Skip::NotCounted);
            }
            Meaning::NoAid => {
                self.look(Look::NoAid);
                return Err(Skip::NotCounted);
            }
        };
        let share = self.share(activity, transaction)?;
        if value < Decimal::ZERO {
            self.look(Look::Corrections);
            return Err(Skip::BadAmount(transaction.value.clone()));
        }
        let currency = currency_of(activity, transaction)?;
        let giver = giver(activity, transaction)?;
        if let Some(look) = giver.look {
            self.look(look);
        }
        if transaction.kind == "13" {
            self.look(Look::IncomingPledge);
        }
        let mut notes = notes_of(activity, transaction, &giver.name);
        let form = self.form(value, currency, share, &mut notes)?;
        Ok(Draft {
            place: place.clone(),
            party: giver.name,
            record: Record::Package,
            stage,
            aid_type: aid_type(activity, transaction),
            instrument: match meaning {
                Meaning::Guarantee => Instrument::Guarantee,
                _ => codes::instrument(told(&transaction.finance, &activity.finance)),
            },
            summary: summary_of(activity, transaction),
            amount: Amount {
                form,
                period: Period::Unstated,
            },
            as_reported: Some(name.to_owned()),
            others: Vec::new(),
            date: Some(PartialDate::Day(day)),
            quantity: None,
            part_of: None,
            notes,
        })
    }

    fn form(
        &mut self,
        value: Decimal,
        currency: Currency,
        share: Share,
        notes: &mut Notes,
    ) -> Result<AmountForm, Skip> {
        let money = |value: Decimal| {
            Money::new(value, currency).map_err(|_| Skip::BadAmount(value.to_string()))
        };
        match share {
            Share::Whole => Ok(AmountForm::Exact(money(value)?)),
            Share::Percent(percent) => {
                self.look(Look::Shared);
                let part = value.checked_mul(percent / Decimal::ONE_HUNDRED);
                let part = part.ok_or_else(|| Skip::BadAmount(value.to_string()))?;
                let half_up = RoundingStrategy::MidpointAwayFromZero;
                let part = part.round_dp_with_strategy(2, half_up);
                let whole = money(value)?;
                let note = format!(
                    "recipient-country UA, percentage {}, of {whole}",
                    percent.normalize()
                );
                notes.insert(NoteOn::Amount, note);
                Ok(AmountForm::About(money(part)?))
            }
        }
    }

    /// Whose it is: the transaction's own recipient, else the activity's.
    fn share(&mut self, activity: &Activity, transaction: &Transaction) -> Result<Share, Skip> {
        if self.recipient == Recipient::Any {
            return Ok(Share::Whole);
        }
        let other = |whom: String| Err(Skip::OtherRecipient(whom));
        let own = told(&transaction.country, &transaction.region);
        if !own.is_empty() {
            return if is_ukraine(own) {
                Ok(Share::Whole)
            } else {
                other(own.to_owned())
            };
        }
        let countries = activity.countries.iter().map(|(code, _)| code.as_str());
        let regions = activity.regions.iter().map(String::as_str);
        let everyone: Vec<&str> = countries.chain(regions).collect();
        let mut ours = activity.countries.iter();
        let Some((_, percent)) = ours.find(|(code, _)| is_ukraine(code)) else {
            return other(everyone.join(", "));
        };
        let full = Decimal::ONE_HUNDRED;
        match percent.parse::<Decimal>() {
            Ok(percent) if percent == full => Ok(Share::Whole),
            Ok(percent) if Decimal::ZERO < percent && percent < full => Ok(Share::Percent(percent)),
            _ if percent.is_empty() && everyone.len() == 1 => Ok(Share::Whole),
            _ => {
                self.look(Look::UnknownShare);
                other(everyone.join(", "))
            }
        }
    }
}

/// The first text where it is told, else the second.
fn told<'a>(first: &'a str, second: &'a str) -> &'a str {
    if first.is_empty() { second } else { first }
}

/// The value and the day of a transaction. What is missing or malformed is named as the standard
/// names it, with the line.
fn well_formed(transaction: &Transaction) -> Result<(Decimal, Date), Skip> {
    let mut wrong = Vec::new();
    if transaction.kind.is_empty() {
        wrong.push("transaction-type/@code".to_owned());
    }
    let value = decimal(&transaction.value);
    if value.is_none() {
        wrong.push(named("value", &transaction.value));
    }
    let day = day(&transaction.date);
    if day.is_none() {
        wrong.push(named("transaction-date/@iso-date", &transaction.date));
    }
    if let (true, Some(value), Some(day)) = (wrong.is_empty(), value, day) {
        return Ok((value, day));
    }
    let wrong = wrong.join(", ");
    Err(Skip::Malformed(format!("{}: {wrong}", transaction.line)))
}

fn named(what: &str, text: &str) -> String {
    if text.is_empty() {
        what.to_owned()
    } else {
        let text: String = text.chars().take(40).collect();
        format!("{what} “{text}”")
    }
}

/// As XML Schema writes decimals: no exponent, no marks of thousands.
fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let plain = digits.strip_prefix('-').unwrap_or(digits);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if plain.is_empty() || !plain.bytes().all(is_digit) {
        return None;
    }
    // Some publishers write the noise of binary fractions: more digits than a decimal holds.
    digits.parse().ok()
}

/// As XML Schema writes dates, with or without a time zone.
fn day(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    let plain = zone.is_empty() || zone.starts_with(['Z', 'T', '+', '-']);
    let day: Date = day.parse().ok()?;
    (plain && (1990..=2100).contains(&day.year())).then_some(day)
}

fn currency_of(activity: &Activity, transaction: &Transaction) -> Result<Currency, Skip> {
    let code = told(&transaction.currency, &activity.currency).to_uppercase();
    Currency::new(&code).map_err(|_| Skip::BadCurrency(code))
}

/// The provider, where it is told; else by the standard the reporting organization. Where that is no
/// state and exactly one organization funds the activity, it is that one's money.
fn giver(activity: &Activity, transaction: &Transaction) -> Result<Giver, Skip> {
    let by = |name: String, look: Option<Look>| Ok(Giver { name, look });
    if !transaction.provider.is_empty() {
        let provider = &transaction.provider;
        let name = provider.state();
        return by(name.unwrap_or_else(|| provider.called().to_owned()), None);
    }
    if let Some(state) = activity.reporting.state() {
        return by(state, None);
    }
    let incoming = transaction.kind == "13";
    match activity.funding.as_slice() {
        [one] if !one.is_empty() => {
            let state = one.state();
            let look = state.is_some().then_some(Look::Funding);
            by(state.unwrap_or_else(|| one.called().to_owned()), look)
        }
        _ if incoming || activity.reporting.is_empty() => Err(Skip::NoParty),
        _ => by(activity.reporting.called().to_owned(), None),
    }
}

fn is_true(flag: &str) -> bool {
    matches!(flag, "1" | "true")
}

/// Our own word, where the reporting organization's own vocabulary says it. Else humanitarian by the
/// flag of the transaction or the activity, or where all its sectors are; mixed where some are; else
/// financial. The standard itself has no military aid.
fn aid_type(activity: &Activity, transaction: &Transaction) -> AidType {
    let own = transaction.sectors.iter().chain(&activity.sectors);
    let mut own = own.filter(|sector| sector.vocabulary == codes::OWN_VOCABULARY);
    let word = |sector: &Sector| AidType::ALL.iter().find(|kind| kind.key() == sector.code);
    if let Some(kind) = own.find_map(word) {
        return *kind;
    }
    if is_true(told(&transaction.humanitarian, &activity.humanitarian)) {
        return AidType::Humanitarian;
    }
    let of_oecd = |sectors: &[Sector]| -> Vec<bool> {
        let sectors = sectors.iter();
        let sectors = sectors.filter(|sector| codes::is_of_oecd(&sector.vocabulary));
        sectors
            .map(|sector| codes::is_humanitarian(&sector.code))
            .collect()
    };
    let mut sectors = of_oecd(&transaction.sectors);
    if sectors.is_empty() {
        sectors = of_oecd(&activity.sectors);
    }
    match (sectors.contains(&true), sectors.contains(&false)) {
        (true, false) => AidType::Humanitarian,
        (true, true) => AidType::Mixed,
        _ => AidType::Financial,
    }
}

fn summary_of(activity: &Activity, transaction: &Transaction) -> String {
    let title = told(&activity.title.text, &activity.id);
    match transaction.description.text.as_str() {
        "" => title.to_owned(),
        words if words == title => title.to_owned(),
        words => format!("{title}: {words}"),
    }
}

fn place_of(activity: &Activity, transaction: &Transaction, nth: usize, row: u64) -> Place {
    let raw = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    let amount = format!("{} {}", transaction.value, transaction.currency);
    Place {
        sheet: None,
        row,
        key: Some(format!("{}#{nth}", activity.id)),
        amount: raw(transaction.value.clone()).map(|_| amount.trim_end().to_owned()),
        date: raw(transaction.date.clone()),
        link: None,
    }
}

/// The organizations, by the names that the standard gives their roles, where they say more than the
/// party.
fn notes_of(activity: &Activity, transaction: &Transaction, party: &str) -> Notes {
    let mut said = Vec::new();
    let mut say = |role: &str, name: &str| {
        if !name.is_empty() && name != party {
            said.push(format!("{role}: {name}"));
        }
    };
    say("provider-org", transaction.provider.called());
    say("reporting-org", activity.reporting.called());
    if said.is_empty() {
        return Notes::new();
    }
    Notes::from([(NoteOn::General, said.join("; "))])
}
