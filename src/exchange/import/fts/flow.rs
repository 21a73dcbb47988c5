//! One flow, from a table or an answer, becomes a draft or is left out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Look;
use crate::exchange::import::recipient::{Recipient, is_ukraine};
use crate::exchange::import::{Doubt, Draft, Place, Skip, Skipped, Told};
use crate::model::{
    AidType, Amount, AmountForm, Currency, Instrument, Money, NoteOn, Notes, PartialDate, Period,
    Record, Stage, Year,
};

/// A flow as it is told; what is not told is empty.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub row: u64,
    pub id: String,
    pub ref_code: String,
    pub donors: Vec<String>,
    pub recipients: Vec<String>,
    pub receivers: Vec<String>,
    pub plan: String,
    pub clusters: String,
    pub status: String,
    pub boundary: String,
    pub on_boundary: String,
    pub kind: String,
    pub contribution: String,
    pub method: String,
    pub amount_usd: String,
    pub original_amount: String,
    pub original_currency: String,
    pub exchange_rate: String,
    pub date: String,
    pub decision_date: String,
    pub first_reported: String,
    pub usage_years: Vec<String>,
    pub description: String,
    pub keywords: String,
    pub carried_over: bool,
}

/// How many flows, and how many US dollars.
#[derive(Default)]
struct Tally {
    flows: u64,
    usd: Decimal,
}

/// Takes flows in, one by one.
#[derive(Default)]
pub(super) struct Intake {
    recipient: Recipient,
    told: Told,
    looks: BTreeMap<Look, Tally>,
}

/// The two figures of a flow: the preferred, and the other with the reason.
struct Figures {
    preferred: Amount,
    raw: String,
    others: Vec<(Amount, String)>,
}

impl Intake {
    pub(super) fn new(recipient: Recipient) -> Self {
        Self {
            recipient,
            ..Self::default()
        }
    }

    /// A row that is no flow.
    pub(super) fn skip(&mut self, row: u64, why: Skip) {
        let place = Place {
            row,
            ..Place::default()
        };
        self.told.rows += 1;
        self.told.skipped.push(Skipped { place, why });
    }

    /// A flow.
    pub(super) fn flow(&mut self, flow: &Flow) {
        self.told.rows += 1;
        match self.judge(flow) {
            Ok(draft) => self.told.drafts.push(draft),
            Err(why) => {
                let place = place_of(flow, &flow.amount_usd);
                self.told.skipped.push(Skipped { place, why });
            }
        }
    }

    /// The flows that the file says there are, where it holds fewer.
    pub(super) fn page(&mut self, of: u64) {
        if of > self.told.rows {
            let what = format!("{} / {of}", self.told.rows);
            let id = Look::Page.text_id();
            self.told.doubts.push(Doubt::Told { id, what });
        }
    }

    pub(super) fn finish(mut self) -> Told {
        for (look, tally) in self.looks {
            let what = format!("{}; {} USD", tally.flows, tally.usd.normalize());
            let id = look.text_id();
            self.told.doubts.push(Doubt::Told { id, what });
        }
        self.told
    }

    fn look(&mut self, look: Look, usd: Option<Decimal>) {
        let tally = self.looks.entry(look).or_default();
        tally.flows += 1;
        tally.usd += usd.unwrap_or_default();
    }

    fn judge(&mut self, flow: &Flow) -> Result<Draft, Skip> {
        self.for_whom(flow)?;
        let usd = number(&flow.amount_usd)?;
        match flow.boundary.to_lowercase().as_str() {
            "internal" | "outgoing" => {
                self.look(Look::PassedOn, usd);
                return Err(Skip::NotCounted);
            }
            _ => {}
        }
        if flow.on_boundary.eq_ignore_ascii_case("shared") {
            self.look(Look::Shared, usd);
            return Err(Skip::NotCounted);
        }
        let stage = stage_of(&flow.status)?;
        let party = match flow.donors.as_slice() {
            [] => return Err(Skip::NoParty),
            [one] => one.clone(),
            several => several.join("; "),
        };
        let Figures {
            preferred,
            raw,
            others,
        } = self.figures(flow, usd)?;
        if flow.carried_over {
            self.look(Look::CarriedOver, usd);
        }
        Ok(Draft {
            place: place_of(flow, &raw),
            party,
            record: Record::Package,
            stage,
            aid_type: AidType::Humanitarian,
            instrument: Instrument::Unknown,
            summary: summary_of(flow),
            amount: preferred,
            as_reported: Some(flow.status.clone()),
            others,
            date: date_of(flow)?,
            quantity: None,
            part_of: None,
            notes: notes_of(flow),
        })
    }

    fn for_whom(&self, flow: &Flow) -> Result<(), Skip> {
        let ukraine = match flow.recipients.as_slice() {
            [one] => is_ukraine(one),
            _ => false,
        };
        if ukraine || self.recipient == Recipient::Any {
            Ok(())
        } else {
            Err(Skip::OtherRecipient(flow.recipients.join(", ")))
        }
    }

    fn figures(&mut self, flow: &Flow, usd: Option<Decimal>) -> Result<Figures, Skip> {
        let original = number(&flow.original_amount)?;
        let below = |value: Option<Decimal>| value.is_some_and(|v| v < Decimal::ZERO);
        if below(usd) || below(original) {
            self.look(Look::Corrections, usd);
            return Err(Skip::BadAmount(flow.amount_usd.clone()));
        }
        let told = |value: Option<Decimal>| value.filter(|v| !v.is_zero());
        if usd.or(original).is_some() && told(usd).or(told(original)).is_none() {
            self.look(Look::Emptied, None);
            return Err(Skip::NotCounted);
        }
        let period = period_of(flow);
        let amount = |value, currency| {
            Money::new(value, currency)
                .map(|money| Amount {
                    form: AmountForm::Exact(money),
                    period,
                })
                .map_err(|_| Skip::BadAmount(value.to_string()))
        };
        let in_usd = told(usd).map(|v| amount(v, Currency::USD)).transpose()?;
        let in_original = match told(original) {
            Some(value) if !flow.original_currency.is_empty() => {
                let code = flow.original_currency.to_uppercase();
                let currency = Currency::new(&code).map_err(|_| Skip::BadCurrency(code.clone()))?;
                Some((amount(value, currency)?, value, currency))
            }
            _ => None,
        };
        let raw_usd = format!("{} USD", flow.amount_usd);
        let raw_original = format!("{} {}", flow.original_amount, flow.original_currency);
        match (in_original, in_usd) {
            (Some((own, value, currency)), Some(dollars)) => {
                if currency == Currency::USD && own == dollars {
                    return Ok(Figures::one(own, raw_original));
                }
                let rate = number(&flow.exchange_rate).ok().flatten();
                if fits(value, currency, rate, usd.unwrap_or_default()) {
                    let why = "FTS's own conversion to US dollars".to_owned();
                    let others = vec![(dollars, why)];
                    return Ok(Figures::new(own, raw_original, others));
                }
                self.look(Look::Misfit, usd);
                let why = "It does not fit the US dollars at the row's own exchange rate";
                let others = vec![(own, why.to_owned())];
                Ok(Figures::new(dollars, raw_usd, others))
            }
            (Some((own, ..)), None) => Ok(Figures::one(own, raw_original)),
            (None, Some(dollars)) => Ok(Figures::one(dollars, raw_usd)),
            (None, None) => {
                let form = AmountForm::Undisclosed(None);
                Ok(Figures::one(Amount { form, period }, String::new()))
            }
        }
    }
}

impl Figures {
    fn new(preferred: Amount, raw: String, others: Vec<(Amount, String)>) -> Self {
        Self {
            preferred,
            raw,
            others,
        }
    }

    fn one(preferred: Amount, raw: String) -> Self {
        Self::new(preferred, raw, Vec::new())
    }
}

/// Whether an original amount is the same money as the US dollars: at the row's own rate (original
/// ÷ US dollars) they are no more than 5 % apart. Without a rate only US dollars can be told.
fn fits(value: Decimal, currency: Currency, rate: Option<Decimal>, usd: Decimal) -> bool {
    let rate = match rate.filter(|rate| *rate > Decimal::ZERO) {
        Some(rate) => rate,
        None if currency == Currency::USD => Decimal::ONE,
        None => return true,
    };
    let Some(converted) = value.checked_div(rate) else {
        return false;
    };
    (converted - usd).abs() <= usd * Decimal::new(5, 2) + Decimal::ONE
}

fn number(text: &str) -> Result<Option<Decimal>, Skip> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    // The site's own export parts thousands by commas; the decimal mark is always a point.
    let parsed = Decimal::from_str_exact(&plain.replace(',', ""));
    let parsed = parsed.or_else(|_| Decimal::from_scientific(&plain));
    parsed
        .map(Some)
        .map_err(|_| Skip::BadAmount(text.to_owned()))
}

fn stage_of(status: &str) -> Result<Stage, Skip> {
    match status.trim().to_lowercase().as_str() {
        "pledge" => Ok(Stage::Pledged),
        "commitment" => Ok(Stage::Committed),
        "paid" | "paid contribution" => Ok(Stage::Delivered),
        _ => Err(Skip::UnknownStage(status.to_owned())),
    }
}

fn first_day_told(flow: &Flow) -> &str {
    [&flow.date, &flow.decision_date, &flow.first_reported]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .map_or("", |text| text.as_str())
}

fn date_of(flow: &Flow) -> Result<Option<PartialDate>, Skip> {
    let text = first_day_told(flow).trim();
    if text.is_empty() {
        return Ok(None);
    }
    // A time of day may follow.
    let day = text.get(..10).and_then(|day| day.parse::<Date>().ok());
    let day = day.filter(|day| (1990..=2100).contains(&day.year()));
    day.map(|day| Some(PartialDate::Day(day)))
        .ok_or_else(|| Skip::BadDate(text.to_owned()))
}

fn period_of(flow: &Flow) -> Period {
    let years = flow.usage_years.iter();
    let years = years.filter_map(|year| Year::new(year.trim().parse().ok()?).ok());
    let years: Vec<Year> = years.collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first == last => Period::Year(*first),
        (Some(first), Some(last)) => Period::Lump {
            from: Some(PartialDate::Year(*first)),
            to: Some(PartialDate::Year(*last)),
        },
        _ => Period::Unstated,
    }
}

fn summary_of(flow: &Flow) -> String {
    let words: Vec<&str> = flow.description.split_whitespace().collect();
    if words.is_empty() {
        flow.receivers.join("; ")
    } else {
        words.join(" ")
    }
}

fn place_of(flow: &Flow, amount: &str) -> Place {
    let told = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    Place {
        sheet: None,
        row: flow.row,
        key: told(&flow.id).or_else(|| told(&flow.ref_code)),
        amount: told(amount),
        date: told(first_day_told(flow)),
        link: None,
    }
}

/// What else the row says, by the names that FTS gives its fields.
fn notes_of(flow: &Flow) -> Notes {
    let mut parts = Vec::new();
    let mut say = |name: &str, value: &str, usual: &str| {
        if !value.is_empty() && !value.eq_ignore_ascii_case(usual) {
            parts.push(format!("{name}: {value}"));
        }
    };
    say("destOrganization", &flow.receivers.join("; "), "");
    say("destPlan", &flow.plan, "");
    say("destGlobalClusters", &flow.clusters, "");
    say("contributionType", &flow.contribution, "financial");
    say("flowType", &flow.kind, "standard");
    say("method", &flow.method, "traditional aid");
    say("decisionDate", &flow.decision_date, &flow.date);
    say("refCode", &flow.ref_code, &flow.id);
    say("keywords", &flow.keywords, "");
    if flow.carried_over {
        parts.push("newMoney: false".to_owned());
    }
    if parts.is_empty() {
        return Notes::new();
    }
    Notes::from([(NoteOn::General, parts.join("; "))])
}
