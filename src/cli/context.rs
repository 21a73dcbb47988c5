//! What every command starts from: the open dataset, the settings it is counted under, the words.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Common, Format};
use crate::ledger::{Assumptions, FutureGdp, Ledger, Lumps};
use crate::model::{Dataset, Party, PartyId};
use crate::report::Report;
use crate::session::{ReadOnly, Session};
use crate::store::disk::RealDisk;
use crate::store::open::{OpenError, OpenProblem};
use crate::text::{Lang, Texts, dates, words};
use crate::views::fold;

/// Standard input, as a file name.
const STDIN: &str = "-";

/// What every command starts from.
pub(super) struct Context {
    /// The open document.
    pub(super) session: Session,
    /// The same, ready for counting.
    pub(super) ledger: Arc<Ledger>,
    /// The words.
    pub(super) texts: Texts,
    /// How the data is written.
    pub(super) format: Format,
    /// The language that was asked for by option; none: none was.
    pub(super) lang: Option<Lang>,
}

/// The language asked for: by option, by environment, by system.
pub(super) fn language(typed: Option<Lang>) -> Lang {
    typed.unwrap_or_else(Lang::of_user)
}

/// Opens a file, standard input, or the bundled dataset.
pub(super) fn open(file: Option<&Path>, texts: Texts) -> Result<Session, Box<Report>> {
    let opened = match file {
        None => return Ok(Session::sample()),
        Some(path) if path == Path::new(STDIN) => Session::from_bytes(STDIN, &stdin(texts)?),
        Some(path) => Session::open(path, &RealDisk),
    };
    opened.map_err(|error| Box::new(Report::of_open(&error, texts)))
}

/// The bytes of standard input.
pub(super) fn stdin(texts: Texts) -> Result<Vec<u8>, Box<Report>> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| {
        let why = error.into();
        let error = OpenError {
            path: PathBuf::from(STDIN),
            why,
            text: None,
        };
        Box::new(Report::of_open(&error, texts))
    })
}

/// There is no such file. A bare word may have been meant as a command.
pub(super) fn missing(file: &Path, texts: Texts) -> Box<Report> {
    let error = OpenError {
        path: file.to_owned(),
        why: OpenProblem::Missing,
        text: None,
    };
    let mut report = Report::of_open(&error, texts);
    if file.extension().is_none() {
        report.hints.push(texts.get("cli-missing-command"));
    }
    Box::new(report)
}

impl Context {
    /// Opens the dataset and makes it ready under the settings asked for.
    pub(super) fn new(
        common: &Common,
        file: Option<&Path>,
        texts: Texts,
    ) -> Result<Self, Box<Report>> {
        Self::under(common, file, None, texts)
    }

    /// The same under assumptions; none: the dataset's own. Settings asked for come on top.
    pub(super) fn under(
        common: &Common,
        file: Option<&Path>,
        under: Option<Assumptions>,
        texts: Texts,
    ) -> Result<Self, Box<Report>> {
        let session = open(file.or(common.dataset.as_deref()), texts)?;
        let under = under.unwrap_or_else(|| Assumptions::of(session.dataset()));
        let assumptions = assumptions(common, session.dataset(), under, texts)?;
        let ledger = Ledger::new(Arc::clone(session.dataset()), assumptions);
        Ok(Self {
            session,
            ledger: Arc::new(ledger),
            texts,
            format: common.format,
            lang: common.lang.map(|_| texts.lang()),
        })
    }

    /// The dataset.
    pub(super) fn dataset(&self) -> &Dataset {
        self.session.dataset()
    }

    /// What is worth a word on standard error before the data: parts that could not be read, a
    /// newer schema.
    pub(super) fn warnings(&self) -> Vec<String> {
        let path = self.session.path().unwrap_or(Path::new(STDIN));
        let text = self.session.text();
        let damage = self.session.damage().iter();
        let mut said: Vec<String> = damage
            .map(|damage| Report::of_damage(damage, path, text, self.texts).plain(self.texts))
            .collect();
        if let Some(ReadOnly::NewerSchema(schema)) = self.session.read_only() {
            let schema = schema.to_string();
            said.push(
                self.texts
                    .with("cli-newer-schema", &[("schema", schema.into())]),
            );
        }
        let currency = self.ledger.assumptions().currency;
        if !self.ledger.has_rate(currency) {
            let args = [("currency", currency.code().into())];
            said.push(self.texts.with("cli-no-rate", &args));
        }
        said
    }

    /// The party of that id, ISO code or name in either language, in any case.
    pub(super) fn party(&self, typed: &str) -> Option<PartyId> {
        let wanted = fold(typed);
        let is = |party: &&Party| {
            let Party { id, iso3, name, .. } = party;
            let names = [id.as_str(), iso3, &name.en, &name.uk];
            names.iter().any(|name| fold(name) == wanted)
        };
        let found = self.dataset().parties.values().find(is);
        found.map(|party| party.id.clone())
    }

    /// The assumptions in a line, to stand under numbers for people.
    pub(super) fn assumptions_line(&self) -> String {
        let texts = self.texts;
        let Assumptions {
            currency,
            gdp_vintage,
            fx_rule,
            lumps,
            future_gdp,
            eu_attribution,
            cutoff,
        } = self.ledger.assumptions();
        let mut parts = vec![currency.code().to_owned()];
        if !gdp_vintage.is_empty() {
            let vintage = gdp_vintage.as_str();
            parts.push(texts.with("cli-under-gdp", &[("vintage", vintage.into())]));
        }
        parts.extend([
            words::fx_rule(*fx_rule, texts),
            words::lumps(*lumps, texts),
            words::future_gdp(*future_gdp, texts),
        ]);
        if let Some(key) = eu_attribution {
            parts.push(texts.with("cli-under-eu-key", &[("key", key.as_str().into())]));
        }
        parts.push(match cutoff {
            Some(day) => {
                let day = dates::day(*day, texts);
                texts.with("cli-under-cutoff", &[("date", day.into())])
            }
            None => texts.get("cli-under-no-cutoff"),
        });
        format!("{}\n", parts.join(" · "))
    }

    /// The party of that id, or wrong use.
    pub(super) fn known_party(&self, id: &str) -> Result<PartyId, Box<Report>> {
        self.party(id).ok_or_else(|| {
            let message = self.texts.with("cli-unknown-party", &[("id", id.into())]);
            Box::new(Report::usage(
                message,
                Some(self.texts.get("cli-unknown-party-hint")),
            ))
        })
    }

    /// Wrong use: there is no such record.
    pub(super) fn unknown(&self, id: &str) -> Box<Report> {
        let message = self.texts.with("cli-unknown-id", &[("id", id.into())]);
        Box::new(Report::usage(
            message,
            Some(self.texts.get("cli-unknown-id-hint")),
        ))
    }
}

fn assumptions(
    common: &Common,
    dataset: &Dataset,
    mut assumptions: Assumptions,
    texts: Texts,
) -> Result<Assumptions, Box<Report>> {
    if let Some(day) = common.as_of {
        assumptions.cutoff = Some(day);
    }
    if let Some(currency) = common.currency {
        assumptions.currency = currency;
    }
    if let Some(rule) = common.fx {
        assumptions.fx_rule = rule;
    }
    if common.split_lumps {
        assumptions.lumps = Lumps::SplitEvenly;
    }
    if common.carry_gdp {
        assumptions.future_gdp = FutureGdp::CarryLast;
    }
    if let Some(vintage) = &common.gdp_vintage {
        let known = dataset
            .reference
            .gdp
            .values()
            .map(|series| series.vintage.as_str());
        let mut known: Vec<&str> = known.collect();
        known.sort_unstable();
        known.dedup();
        if !known.contains(&vintage.as_str()) {
            let message = texts.with("cli-unknown-vintage", &[("name", vintage.into())]);
            return Err(one_of(message, &known, texts));
        }
        assumptions.gdp_vintage.clone_from(vintage);
    }
    if let Some(key) = &common.attribute_eu {
        let shares = &dataset.reference.eu_shares;
        let Some((id, _)) = shares.get_key_value(key.as_str()) else {
            let known: Vec<&str> = shares.keys().map(crate::model::SeriesId::as_str).collect();
            let message = texts.with("cli-unknown-key", &[("name", key.into())]);
            return Err(one_of(message, &known, texts));
        };
        assumptions.eu_attribution = Some(id.clone());
    }
    Ok(assumptions)
}

fn one_of(message: String, known: &[&str], texts: Texts) -> Box<Report> {
    let hint = texts.with("cli-one-of", &[("names", known.join(", ").into())]);
    Box::new(Report::usage(message, Some(hint)))
}
