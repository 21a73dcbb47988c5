//! The plan as XML, in the order of elements that the schema wants.

use std::io;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::plan::{About, Activity, Exactness, Plan, Transaction, sources};
use super::{IatiExportError, Reporter};
use crate::ledger::Ledger;
use crate::model::{
    AidType, Dataset, Instrument, MoneyRecord, PartialDate, Party, PartyKind, Source, Stage,
};
use crate::task::TaskLine;
use crate::text::Texts;

type Xml = Writer<Vec<u8>>;

/// Everything that writing an activity needs.
struct Desk<'a> {
    dataset: &'a Dataset,
    reporter: &'a Reporter,
    texts: Texts,
}

pub(super) fn file(
    ledger: &Ledger,
    plan: &Plan,
    reporter: &Reporter,
    generated: Option<Timestamp>,
    texts: Texts,
    line: &TaskLine,
) -> Result<Vec<u8>, IatiExportError> {
    let dataset = ledger.dataset();
    let desk = Desk {
        dataset,
        reporter,
        texts,
    };
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    for (why, count) in &plan.left_out {
        // Two hyphens would end the remark.
        let told = plain(&why.told(*count, texts)).replace("--", "–");
        let remark = format!(" {} ", told.trim_end_matches('-'));
        xml.write_event(Event::Comment(BytesText::from_escaped(remark)))?;
    }
    let mut root = xml.create_element("iati-activities");
    root = root.with_attribute(("version", "2.03"));
    if let Some(now) = generated {
        let now = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        root = root.with_attribute(("generated-datetime", now.as_str()));
    }
    let all = plan.activities.len().max(1);
    let mut cancelled = false;
    root.write_inner_content(|xml| {
        for (done, activity) in plan.activities.iter().enumerate() {
            cancelled = line.is_cancelled();
            if cancelled {
                return Ok(());
            }
            line.progress(u8::try_from(50 + done * 50 / all).unwrap_or(100));
            desk.activity(xml, activity)?;
        }
        Ok(())
    })?;
    if cancelled {
        return Err(IatiExportError::Cancelled);
    }
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// A text as XML can hold it: no control characters, white space as single blanks.
fn plain(text: &str) -> String {
    let fits =
        |c: &char| !matches!(c, '\u{FFFE}' | '\u{FFFF}') && (!c.is_control() || c.is_whitespace());
    let text: String = text.chars().filter(fits).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The day that a date stands on.
fn day(date: PartialDate) -> String {
    date.first_day().to_string()
}

fn narrative(xml: &mut Xml, text: &str, language: Option<&str>) -> io::Result<()> {
    let mut element = xml.create_element("narrative");
    if let Some(language) = language {
        element = element.with_attribute(("xml:lang", language));
    }
    element.write_text_content(BytesText::new(&plain(text)))?;
    Ok(())
}

fn coded(xml: &mut Xml, name: &str, code: &str) -> io::Result<()> {
    let element = xml.create_element(name);
    element.with_attribute(("code", code)).write_empty()?;
    Ok(())
}

fn giver(xml: &mut Xml, party: &Party, name: &str, role: Option<&str>) -> io::Result<()> {
    let kind = match party.kind {
        PartyKind::State => "10",
        PartyKind::Union => "40",
    };
    let mut element = xml.create_element(name);
    if let Some(role) = role {
        element = element.with_attribute(("role", role));
    }
    let names = [(&party.name.en, None), (&party.name.uk, Some("uk"))];
    let element = element.with_attribute(("type", kind));
    element.write_inner_content(|xml| {
        if names.iter().all(|(name, _)| plain(name).is_empty()) {
            return narrative(xml, party.id.as_str(), None);
        }
        let told = names.iter().filter(|(name, _)| !plain(name).is_empty());
        for (name, language) in told {
            narrative(xml, name, *language)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn document(xml: &mut Xml, source: &Source) -> io::Result<()> {
    let is_address = |url: &str| {
        let after = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let barred = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
        after.is_some_and(|rest| !rest.is_empty() && !rest.contains(barred))
    };
    if !is_address(&source.url) {
        return Ok(());
    }
    let path = source.url.split(['?', '#']).next().unwrap_or_default();
    let format = if path.to_lowercase().ends_with(".pdf") {
        "application/pdf"
    } else {
        "text/html"
    };
    let title = match plain(&source.title) {
        title if title.is_empty() => source.id.to_string(),
        title => title,
    };
    let element = xml.create_element("document-link");
    let element = element.with_attributes([("url", source.url.as_str()), ("format", format)]);
    element.write_inner_content(|xml| {
        let element = xml.create_element("title");
        element.write_inner_content(|xml| narrative(xml, &title, None))?;
        // Its category: a page about the activity.
        coded(xml, "category", "A12")
    })?;
    Ok(())
}

impl Desk<'_> {
    fn activity(&self, xml: &mut Xml, activity: &Activity) -> io::Result<()> {
        let Some(party) = self.dataset.parties.get(&activity.party) else {
            return Ok(());
        };
        let element = xml.create_element("iati-activity");
        let element = element.with_attribute(("xml:lang", "en"));
        element.write_inner_content(|xml| {
            self.heading(xml, activity)?;
            giver(xml, party, "participating-org", Some("1"))?;
            self.days(xml, activity)?;
            let country = xml.create_element("recipient-country");
            let country = country.with_attributes([("code", "UA"), ("percentage", "100")]);
            country.write_empty()?;
            for transaction in &activity.transactions {
                self.transaction(xml, transaction, party)?;
            }
            for source in sources(self.dataset, activity) {
                document(xml, source)?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn heading(&self, xml: &mut Xml, activity: &Activity) -> io::Result<()> {
        let reporter = self.reporter;
        let (id, title, description) = self.words(activity);
        let identifier = format!("{}-{id}", reporter.reference);
        let element = xml.create_element("iati-identifier");
        element.write_text_content(BytesText::new(&identifier))?;
        let element = xml.create_element("reporting-org").with_attributes([
            ("ref", reporter.reference.as_str()),
            ("type", reporter.kind.as_str()),
            // Others gave the money, and mostly report it themselves.
            ("secondary-reporter", "1"),
        ]);
        let name = match plain(&reporter.name) {
            name if name.is_empty() => reporter.reference.clone(),
            name => name,
        };
        element.write_inner_content(|xml| narrative(xml, &name, None))?;
        let element = xml.create_element("title");
        element.write_inner_content(|xml| narrative(xml, &title, None))?;
        let element = xml.create_element("description");
        let element = element.with_attribute(("type", "1"));
        element.write_inner_content(|xml| narrative(xml, &description, None))?;
        Ok(())
    }

    /// The id, the title and the description of an activity; none of them is empty.
    fn words(&self, activity: &Activity) -> (String, String, String) {
        let or_id = |text: &str, id: &str| match plain(text) {
            text if text.is_empty() => id.to_owned(),
            text => text,
        };
        match &activity.about {
            About::Agreement(id) => {
                let agreement = self.dataset.agreements.get(id);
                let title = agreement.map_or("", |agreement| &agreement.title);
                let title = or_id(title, id.as_str());
                (id.to_string(), title.clone(), title)
            }
            About::Aid(id) => {
                let aid = self.dataset.aid.get(id);
                let title = or_id(aid.map_or("", |aid| &aid.summary), id.as_str());
                let reported = aid.and_then(|aid| aid.figure.as_reported.as_deref());
                let description = or_id(reported.unwrap_or_default(), &title);
                (id.to_string(), title, description)
            }
        }
    }

    /// The status and the days of an activity.
    fn days(&self, xml: &mut Xml, activity: &Activity) -> io::Result<()> {
        let dates = activity.transactions.iter().map(|t| t.date);
        let first = dates.min_by_key(|date| date.first_day());
        let only_pledged = activity
            .transactions
            .iter()
            .all(|t| t.stage == Stage::Pledged);
        // A promise is in the pipeline; what was committed or given is under way.
        let (status, begins) = if only_pledged { ("1", "1") } else { ("2", "2") };
        let agreement = match &activity.about {
            About::Agreement(id) => self.dataset.agreements.get(id),
            About::Aid(_) => None,
        };
        coded(xml, "activity-status", status)?;
        let signed = agreement.map(|agreement| agreement.signed.to_string());
        let begin = signed.or_else(|| first.map(day)).unwrap_or_default();
        let end = agreement.and_then(crate::model::Agreement::expires);
        let days = [(begins, Some(begin)), ("3", end.map(|end| end.to_string()))];
        for (kind, day) in days {
            if let Some(day) = day {
                let element = xml.create_element("activity-date");
                let element = element.with_attributes([("iso-date", day.as_str()), ("type", kind)]);
                element.write_empty()?;
            }
        }
        Ok(())
    }

    fn transaction(
        &self,
        xml: &mut Xml,
        transaction: &Transaction,
        party: &Party,
    ) -> io::Result<()> {
        let Some(record) = self.dataset.money(transaction.record.as_str()) else {
            return Ok(());
        };
        let instrument = record.instrument();
        let humanitarian = record.aid_type() == AidType::Humanitarian;
        let mut element = xml.create_element("transaction");
        element = element.with_attribute(("ref", transaction.record.as_str()));
        if humanitarian {
            element = element.with_attribute(("humanitarian", "1"));
        }
        element.write_inner_content(|xml| {
            coded(xml, "transaction-type", kind(transaction.stage, instrument))?;
            let day = day(transaction.date);
            let element = xml.create_element("transaction-date");
            element
                .with_attribute(("iso-date", day.as_str()))
                .write_empty()?;
            let money = transaction.money;
            let element = xml.create_element("value").with_attributes([
                ("currency", money.currency().code()),
                ("value-date", day.as_str()),
            ]);
            let value = money.value().normalize().to_string();
            element.write_text_content(BytesText::new(&value))?;
            self.description(xml, transaction, &record)?;
            giver(xml, party, "provider-org", None)?;
            let category = if humanitarian { "720" } else { "998" };
            for (vocabulary, code) in [("2", category), ("99", record.aid_type().key())] {
                let element = xml.create_element("sector");
                let attributes = [("vocabulary", vocabulary), ("code", code)];
                element.with_attributes(attributes).write_empty()?;
            }
            finance_type(instrument).map_or(Ok(()), |code| coded(xml, "finance-type", code))
        })?;
        Ok(())
    }

    /// What the bare value does not say, in the language of the person; of a promise also what it
    /// is about.
    fn description(
        &self,
        xml: &mut Xml,
        transaction: &Transaction,
        record: &MoneyRecord<'_>,
    ) -> io::Result<()> {
        let texts = self.texts;
        let mut said = Vec::new();
        match transaction.exactness {
            Exactness::Exact => {}
            Exactness::About => said.push(texts.get("iati-out-about")),
            Exactness::AtLeast => said.push(texts.get("iati-out-at-least")),
        }
        if let Some(year) = transaction.year {
            let year = year.to_string();
            said.push(texts.with("iati-out-year", &[("year", year.into())]));
        }
        if !matches!(transaction.date, PartialDate::Day(_)) {
            let date = transaction.date.to_string();
            said.push(texts.with("iati-out-date", &[("date", date.into())]));
        }
        let summary = match record {
            MoneyRecord::Commitment(commitment, _) => plain(&commitment.summary),
            MoneyRecord::Aid(_) => String::new(),
        };
        if said.is_empty() && summary.is_empty() {
            return Ok(());
        }
        let element = xml.create_element("description");
        element.write_inner_content(|xml| {
            if !summary.is_empty() {
                narrative(xml, &summary, None)?;
            }
            if !said.is_empty() {
                narrative(xml, &said.join("; "), Some(texts.lang().code()))?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn kind(stage: Stage, instrument: Instrument) -> &'static str {
    match (stage, instrument) {
        (Stage::Pledged, _) => "12",
        (Stage::Committed, Instrument::Guarantee) => "10",
        (Stage::Committed, _) => "2",
        _ => "3",
    }
}

/// Goods have no type of finance of their own.
fn finance_type(instrument: Instrument) -> Option<&'static str> {
    match instrument {
        Instrument::Grant => Some("110"),
        Instrument::Loan => Some("421"),
        Instrument::Guarantee => Some("1100"),
        Instrument::Unknown | Instrument::InKindStock | Instrument::InKindPurchase => None,
    }
}
