//! A brief from the views that the window shows. Nothing is counted here: a number is a view's or the
//! ledger's, and the numbers of its sources are those of the figures under it.

mod cites;
mod commitments;
mod compare;
mod counted;
mod facts;
mod index;
mod money;
mod pictures;

use jiff::civil::Date;

use super::model::{Block, Brief, Cell, Section, Text};
use super::{BriefError, BriefRequest, MOST};
use crate::exchange::picture::DatasetMark;
use crate::ledger::{Fulfilment, Ledger, Ratio, StagedTotal};
use crate::model::{Amount, Dataset, Stage};
use crate::task::TaskLine;
use crate::text::{Texts, dates, numbers, words};
use crate::views::{PartyDetail, ProblemsByRecord, detail};

use cites::Cites;
pub use index::index;

/// Makes a brief.
///
/// # Errors
/// When it is asked of no party, of too many or of one that is not there, or was cancelled.
pub fn brief(
    ledger: &Ledger,
    request: &BriefRequest,
    line: &TaskLine,
) -> Result<Brief, BriefError> {
    let many = request.parties.len();
    if !(1..=MOST).contains(&many) {
        return Err(BriefError::HowMany(many));
    }
    let maker = Maker::new(ledger, request, line);
    let mut found = Vec::new();
    for id in &request.parties {
        maker.ask()?;
        let its = detail(ledger, id, maker.day, &ProblemsByRecord::default());
        found.push(its.ok_or_else(|| BriefError::Unknown(id.clone()))?);
    }
    match found.as_slice() {
        [one] => maker.of_one(one),
        several => maker.of_several(several),
    }
}

/// What a brief is made with.
struct Maker<'a> {
    ledger: &'a Ledger,
    mark: &'a DatasetMark,
    texts: Texts,
    /// The day that days left are counted from.
    day: Date,
    cites: Cites<'a>,
    line: &'a TaskLine,
}

impl<'a> Maker<'a> {
    fn new(ledger: &'a Ledger, request: &'a BriefRequest, line: &'a TaskLine) -> Self {
        Self {
            ledger,
            mark: &request.mark,
            texts: Texts::new(request.lang),
            day: ledger.assumptions().cutoff.unwrap_or(request.today),
            cites: Cites::new(ledger.dataset()),
            line,
        }
    }

    fn dataset(&self) -> &'a Dataset {
        self.ledger.dataset()
    }

    /// Asks whether to go on.
    fn ask(&self) -> Result<(), BriefError> {
        if self.line.is_cancelled() {
            return Err(BriefError::Cancelled);
        }
        Ok(())
    }

    fn name<'d>(&self, found: &'d PartyDetail) -> &'d str {
        words::name(found.name(), self.texts)
    }

    fn of_one(mut self, found: &PartyDetail) -> Result<Brief, BriefError> {
        let name = self.name(found).to_owned();
        let title = self
            .texts
            .with("brief-title", &[("party", name.as_str().into())]);
        let mut sections = vec![self.agreement(found), self.money(found)?];
        sections.extend(self.pictures_of_one(found)?);
        sections.push(self.commitments(found)?);
        sections.extend(self.aid(found)?);
        sections.extend(self.dates(found));
        sections.extend(self.disagreements(found));
        Ok(self.finished(title, name, false, sections))
    }

    /// The brief, with how it is counted and the sources at its end.
    fn finished(
        mut self,
        title: String,
        names: String,
        is_wide: bool,
        mut sections: Vec<Section>,
    ) -> Brief {
        sections.push(self.how_counted());
        let texts = self.texts;
        let listed = self.cites.listed(texts);
        let sources = if listed.is_empty() {
            Block::Paragraph(Text::weak(texts.get("brief-no-sources")))
        } else {
            Block::Sources(listed)
        };
        sections.push(Section {
            id: "sources",
            title: texts.get("detail-tab-sources"),
            blocks: vec![sources],
        });
        let version = env!("CARGO_PKG_VERSION");
        Brief {
            lang: texts.lang(),
            title,
            subtitle: self.known_on(),
            about: texts.with("brief-about", &[("parties", names.into())]),
            is_wide,
            sections,
            program: format!("Pledgebook {version}"),
        }
    }

    /// As known on which day, in which currency, from which dataset.
    fn known_on(&self) -> String {
        let texts = self.texts;
        let assumptions = self.ledger.assumptions();
        let known = match assumptions.cutoff {
            Some(day) => {
                let day = dates::day(day, texts);
                texts.with("assumptions-cutoff-chip", &[("date", day.into())])
            }
            None => texts.get("assumptions-cutoff-none-chip"),
        };
        let currency = assumptions.currency.code();
        let sums = texts.with("brief-sums-in", &[("currency", currency.into())]);
        [known, sums, self.mark.title.clone()].join(" · ")
    }

    /// A sum with the marks of the sources under it; “–” where nothing is recorded.
    fn sum(&mut self, total: &StagedTotal) -> Text {
        let bounds = total.bounds();
        let told = numbers::bounds_short(bounds, total.unit(), self.texts);
        if bounds.is_nothing() {
            return Text::weak(told);
        }
        Text::strong(told).and(self.cites.under(total.derivation()))
    }

    /// A cell of a sum, put in order by its low bound.
    fn sum_cell(&mut self, total: &StagedTotal) -> Cell {
        let low = total.bounds().low.to_string();
        Cell::line(self.sum(total)).by(low)
    }

    /// An amount as its source writes it and the time it is for, where that says more than its sum.
    fn original(&self, amount: &Amount, total: &StagedTotal) -> Option<Text> {
        let texts = self.texts;
        let mut parts = Vec::new();
        let form = numbers::form(&amount.form, texts);
        if form != numbers::bounds_short(total.bounds(), total.unit(), texts) {
            parts.push(form);
        }
        if !amount.period.is_unstated() {
            parts.push(dates::period(&amount.period, texts));
        }
        (!parts.is_empty()).then(|| Text::weak(parts.join(", ")))
    }

    /// How much of a promise that is, with its stage: `41 % of the promise`.
    fn of_the_promise(&self, ratio: &Ratio) -> Text {
        let ratio = numbers::ratio(ratio, self.texts);
        let args = [("ratio", ratio.into())];
        Text::plain(self.texts.with("brief-of-the-promise", &args))
    }
}

/// The stage that got furthest among those with a ratio, *unclear* only where there is no other.
fn furthest(of: &Fulfilment) -> Option<(&StagedTotal, &Ratio)> {
    const ORDER: [Stage; 4] = [
        Stage::Delivered,
        Stage::Allocated,
        Stage::Committed,
        Stage::Unclear,
    ];
    ORDER.into_iter().find_map(|stage| {
        let arrived = of.arrived.iter();
        let with_ratio = arrived.filter_map(|(total, ratio)| Some((total, ratio.as_ref()?)));
        with_ratio
            .into_iter()
            .find(|(total, _)| total.stage() == stage)
    })
}

/// The sum of a stage among several.
fn of_stage(totals: &[StagedTotal], stage: Stage) -> Option<&StagedTotal> {
    totals.iter().find(|total| total.stage() == stage)
}
