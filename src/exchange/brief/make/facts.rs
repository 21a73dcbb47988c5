//! What an agreement is: signed when and by whom, for how long, how binding.

use jiff::civil::Date;

use super::Maker;
use crate::exchange::brief::model::{Block, Fact, Section, Target, Text};
use crate::text::{dates, words};
use crate::views::{AgreementFacts, PartyDetail};

/// A fact about an agreement or its party.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FactKind {
    Document,
    Signed,
    ForUkraine,
    ForPartner,
    InForce,
    Nature,
    Term,
    Review,
    Notice,
}

impl FactKind {
    pub(super) const ALL: [Self; 9] = [
        Self::Document,
        Self::Signed,
        Self::ForUkraine,
        Self::ForPartner,
        Self::InForce,
        Self::Nature,
        Self::Term,
        Self::Review,
        Self::Notice,
    ];

    pub(super) fn label_id(self) -> &'static str {
        match self {
            Self::Document => "brief-fact-document",
            Self::Signed => "brief-fact-signed",
            Self::ForUkraine => "brief-fact-for-ukraine",
            Self::ForPartner => "brief-fact-for-partner",
            Self::InForce => "brief-fact-in-force",
            Self::Nature => "brief-fact-nature",
            Self::Term => "brief-fact-term",
            Self::Review => "brief-fact-review",
            Self::Notice => "brief-fact-notice",
        }
    }
}

impl Maker<'_> {
    /// The section of the agreements.
    pub(super) fn agreement(&mut self, found: &PartyDetail) -> Section {
        let texts = self.texts;
        let mut blocks = Vec::new();
        if found.agreements.is_empty() {
            blocks.push(Block::Paragraph(Text::plain(
                texts.get("detail-no-agreement"),
            )));
        }
        for facts in &found.agreements {
            if found.agreements.len() > 1 {
                blocks.push(Block::Heading(facts.agreement.title.clone()));
            }
            let told = FactKind::ALL.into_iter().filter_map(|kind| {
                Some(Fact {
                    label: texts.get(kind.label_id()),
                    lines: vec![self.fact(kind, facts)?],
                })
            });
            blocks.push(Block::Facts(told.collect()));
            let notes = facts.agreement.notes.values();
            blocks.extend(notes.map(|note| Block::Note(Text::plain(note.as_str()))));
        }
        let party = self.party_facts(found);
        if !party.is_empty() {
            blocks.push(Block::Facts(party));
        }
        Section {
            id: "agreement",
            title: texts.get("brief-agreement"),
            blocks,
        }
    }

    /// What is to be told of the party itself.
    fn party_facts(&self, found: &PartyDetail) -> Vec<Fact> {
        let texts = self.texts;
        let mut facts = Vec::new();
        if let Some(lines) = self.memberships(found) {
            facts.push(Fact {
                label: texts.get("brief-fact-member"),
                lines: vec![lines],
            });
        }
        if let Some(vilnius) = found.party.vilnius {
            facts.push(Fact {
                label: texts.get("brief-fact-vilnius"),
                lines: vec![Text::plain(words::vilnius(vilnius, texts))],
            });
        }
        facts
    }

    /// Of what the party is a member, as known by the cut-off.
    pub(super) fn memberships(&self, found: &PartyDetail) -> Option<Text> {
        let texts = self.texts;
        let known = |since: Option<Date>| {
            let cutoff = self.ledger.assumptions().cutoff;
            since.filter(|since| cutoff.is_none_or(|day| *since <= day))
        };
        let mut member = Vec::new();
        if let Some(since) = known(found.party.eu_since) {
            let since = dates::day(since, texts);
            member.push(texts.with("brief-eu-since", &[("date", since.into())]));
        }
        if let Some(since) = known(found.party.nato_since) {
            let since = dates::day(since, texts);
            member.push(texts.with("brief-nato-since", &[("date", since.into())]));
        }
        if found.party.g7 {
            member.push(texts.get("list-facet-g7"));
        }
        (!member.is_empty()).then(|| Text::plain(member.join(", ")))
    }

    /// One fact of an agreement; none: nothing is recorded of it.
    pub(super) fn fact(&mut self, kind: FactKind, facts: &AgreementFacts) -> Option<Text> {
        let texts = self.texts;
        let agreement = &facts.agreement;
        let not_empty = |text: &str| (!text.is_empty()).then(|| Text::plain(text));
        match kind {
            FactKind::Document => Some(self.document(facts)),
            FactKind::Signed => {
                let day = dates::day(agreement.signed, texts);
                let place = &agreement.place;
                Some(Text::plain(if place.is_empty() {
                    day
                } else {
                    format!("{day}, {place}")
                }))
            }
            FactKind::ForUkraine => not_empty(&agreement.signatories.ukraine),
            FactKind::ForPartner => not_empty(&agreement.signatories.partner),
            FactKind::InForce => Some(match agreement.in_force {
                Some(date) => {
                    let date = dates::date(date, texts);
                    Text::plain(texts.with("brief-since", &[("date", date.into())]))
                }
                None => Text::weak(texts.get("brief-not-known")),
            }),
            FactKind::Nature => Some(match agreement.legally_binding {
                Some(true) => Text::plain(texts.get("detail-binding-yes")),
                Some(false) => Text::plain(texts.get("detail-binding-no")),
                None => Text::weak(texts.get("brief-not-said")),
            }),
            FactKind::Term => Some(self.term(facts)),
            FactKind::Review => Some(match facts.review {
                Some(day) => {
                    let day = dates::day(day, texts);
                    Text::plain(texts.with("detail-review-by", &[("date", day.into())]))
                }
                None => Text::weak(texts.get("detail-none-set")),
            }),
            FactKind::Notice => agreement.notice_months.map(|months| {
                let args = [
                    ("count", u32::from(months).into()),
                    ("shown", months.to_string().into()),
                ];
                Text::plain(texts.with("detail-notice", &args))
            }),
        }
    }

    /// The title, which leads to the text, what kind of document it is, and its sources.
    fn document(&mut self, facts: &AgreementFacts) -> Text {
        let agreement = &facts.agreement;
        let sources = agreement.sources.iter();
        let mut sources = sources.filter_map(|id| self.dataset().sources.get(id));
        let address = sources.find_map(|source| Target::web(&source.url));
        let kind = words::agreement_kind(agreement.kind, self.texts);
        Text::strong(agreement.title.as_str())
            .leading(address)
            .and(Text::weak(format!(" · {kind}")))
            .and(self.cites.sources(&agreement.sources))
    }

    /// For how long it holds, until when, and how many days that leaves.
    fn term(&self, facts: &AgreementFacts) -> Text {
        let texts = self.texts;
        let (Some(years), Some(end)) = (facts.agreement.term_years, facts.expires) else {
            return Text::weak(texts.get("detail-no-term"));
        };
        let args = [
            ("count", u32::from(years).into()),
            ("shown", years.to_string().into()),
        ];
        let mut parts = vec![
            texts.with("brief-years", &args),
            texts.with(
                "detail-expires-on",
                &[("date", dates::day(end, texts).into())],
            ),
        ];
        if let Some(days) = facts.days_left {
            let left = dates::days_left(days, texts);
            let day = dates::day(self.day, texts);
            let args = [("left", left.into()), ("date", day.into())];
            parts.push(texts.with("brief-left-on", &args));
        }
        Text::plain(parts.join(" · "))
    }
}
