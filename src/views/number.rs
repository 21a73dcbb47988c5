//! Numbers by name: `pledged:LT:2024`, `fulfilment:lt-2024-c01:2024:allocated`, `lt-a03`, as
//! `pledgebook explain` takes them. A link names the number that is explained so.

use std::sync::Arc;

use crate::ledger::{Derivation, Ledger, Query, Span, Step};
use crate::model::{AidType, CommitmentId, MoneyId, PartyId, Stage, Year};

/// The word that asks for what was promised and what arrived of it.
pub const FULFILMENT: &str = "fulfilment";

/// The name of a number; none where it has none: a part of a year, or a chosen set of commitments.
/// What a name gives is the number itself, tree and all.
pub fn number_name(ledger: &Ledger, derivation: &Derivation) -> Option<String> {
    let name = match &derivation.step {
        Step::AllParties {
            stage,
            aid_type,
            // An instrument has no word in a name: what is had again is compared.
            instrument: _,
            span,
        } => {
            let all = words(stage.key(), &[], *aid_type, *span)?;
            if number(ledger, &all).as_deref() == Some(derivation) {
                return Some(all);
            }
            // Of some parties: those that have a part in it.
            words(stage.key(), &parties_in(derivation), *aid_type, *span)?
        }
        Step::Party {
            party,
            stage,
            aid_type,
            instrument: _,
            span,
        } => words(stage.key(), &[party.as_str()], *aid_type, *span)?,
        Step::Promised {
            commitments,
            stage,
            span,
        }
        | Step::Towards {
            commitments,
            stage,
            span,
        } => {
            let whose = whose(ledger, commitments, *span)?;
            let name = words(FULFILMENT, &[&whose], None, *span)?;
            format!("{name}:{}", stage.key())
        }
        Step::Record { record, .. } => record.to_string(),
        Step::Leaf(_) | Step::Chosen { .. } => return None,
    };
    (number(ledger, &name).as_deref() == Some(derivation)).then_some(name)
}

/// Whose number it is, where it is that of one party.
pub fn number_party(ledger: &Ledger, derivation: &Derivation) -> Option<PartyId> {
    let money = |id: &str| Some(ledger.dataset().money(id)?.party().clone());
    match &derivation.step {
        Step::AllParties { .. } | Step::Chosen { .. } => None,
        Step::Party { party, .. } => Some(party.clone()),
        Step::Promised { commitments, .. } | Step::Towards { commitments, .. } => {
            money(commitments.first()?.as_str())
        }
        Step::Record { record, .. } => money(record.as_str()),
        Step::Leaf(leaf) => Some(leaf.party.clone()),
    }
}

/// The number of that name; none where there is none.
pub fn number(ledger: &Ledger, name: &str) -> Option<Arc<Derivation>> {
    let mut words = name.split(':').filter(|word| !word.is_empty());
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    if first == FULFILMENT {
        return fulfilment(ledger, &rest);
    }
    let Some(stage) = stage(first) else {
        let small = first.to_lowercase();
        let is_there = ledger.dataset().money(first).is_some();
        let id = if is_there { first } else { small.as_str() };
        let record = ledger.record(&MoneyId::new(id).ok()?)?;
        return rest.is_empty().then(|| Arc::clone(record.derivation()));
    };
    let mut query = Query::all(stage);
    for word in rest {
        if let Some(aid_type) = aid_type(word) {
            query.aid_type = Some(aid_type);
        } else if let Some(year) = year(word) {
            query.span = Span::Year(year);
        } else {
            let party = party(ledger, word)?;
            query.parties.get_or_insert_default().push(party);
        }
    }
    Some(Arc::clone(ledger.total(&query).derivation()))
}

/// Of a party or a commitment; a stage says which of the numbers is meant, the promise without one.
fn fulfilment(ledger: &Ledger, words: &[&str]) -> Option<Arc<Derivation>> {
    let (whose, rest) = words.split_first()?;
    let (mut span, mut of) = (Span::All, None);
    for word in rest {
        match (year(word), stage(word)) {
            (Some(year), _) => span = Span::Year(year),
            (None, Some(stage)) => of = Some(stage),
            (None, None) => return None,
        }
    }
    let id = CommitmentId::new(&whose.to_lowercase()).ok();
    let commitment = id.filter(|id| ledger.dataset().money(id.as_str()).is_some());
    let (party, commitments) = if let Some(id) = commitment {
        let party = ledger.dataset().money(id.as_str())?.party().clone();
        (party, vec![id])
    } else {
        let party = party(ledger, whose)?;
        let commitments = ledger.money_commitments(&party, span);
        (party, commitments)
    };
    let found = ledger.fulfilment(&party, &commitments, span);
    let promised = found.promised.iter();
    let mut all = promised.chain(found.arrived.iter().map(|(total, _)| total));
    let total = all.find(|total| of.is_none_or(|stage| total.stage() == stage))?;
    Some(Arc::clone(total.derivation()))
}

/// The name of those commitments: the party, where they are all that it promised, or the only one.
fn whose(ledger: &Ledger, commitments: &[CommitmentId], span: Span) -> Option<String> {
    if let [one] = commitments {
        return Some(one.to_string());
    }
    let party = ledger
        .dataset()
        .money(commitments.first()?.as_str())?
        .party();
    (ledger.money_commitments(party, span) == commitments).then(|| party.to_string())
}

/// The parties with a part in a sum over several.
fn parties_in(derivation: &Derivation) -> Vec<&str> {
    let parties = derivation
        .children
        .iter()
        .filter_map(|child| match &child.step {
            Step::Party { party, .. } => Some(party.as_str()),
            _ => None,
        });
    parties.collect()
}

/// The words of a name. None where the span has none.
fn words(first: &str, whose: &[&str], aid_type: Option<AidType>, span: Span) -> Option<String> {
    let year = match span {
        Span::All => None,
        Span::Year(year) => Some(year.to_string()),
        Span::NotSplit | Span::Announced(..) => return None,
    };
    let mut words = vec![first];
    words.extend(whose);
    words.extend(year.as_deref());
    words.extend(aid_type.map(AidType::key));
    Some(words.join(":"))
}

fn stage(word: &str) -> Option<Stage> {
    Stage::ALL.iter().copied().find(|stage| stage.key() == word)
}

fn aid_type(word: &str) -> Option<AidType> {
    let mut all = AidType::ALL.iter().copied();
    all.find(|aid_type| aid_type.key() == word)
}

fn year(word: &str) -> Option<Year> {
    Year::new(word.parse().ok()?).ok()
}

fn party(ledger: &Ledger, word: &str) -> Option<PartyId> {
    let parties = ledger.dataset().parties.keys();
    parties
        .into_iter()
        .find(|id| id.as_str().eq_ignore_ascii_case(word))
        .cloned()
}
