//! The ids of the words of each check: what is wrong, and what to do about it.

/// What a check is called, the message of its problems, and what to do about them.
pub(super) struct Ids {
    pub(super) name: &'static str,
    pub(super) message: &'static str,
    pub(super) hint: &'static str,
}

/// A check and the ids of its words: name, message, hint.
type Words = (&'static str, &'static str, &'static str, &'static str);

const WORDS: &[Words] = &[
    ("reference-dangling", "problem-reference-dangling-name", "problem-reference-dangling", "problem-reference-dangling-hint"),
    ("link-circle", "problem-link-circle-name", "problem-link-circle", "problem-link-circle-hint"),
    ("link-twice", "problem-link-twice-name", "problem-link-twice", "problem-link-twice-hint"),
    ("fulfils-other-party", "problem-fulfils-other-party-name", "problem-fulfils-other-party", "problem-fulfils-other-party-hint"),
    ("fulfils-shares-over", "problem-fulfils-shares-over-name", "problem-fulfils-shares-over", "problem-fulfils-shares-over-hint"),
    ("fulfils-before-promise", "problem-fulfils-before-promise-name", "problem-fulfils-before-promise", "problem-fulfils-before-promise-hint"),
    ("same-as-other-party", "problem-same-as-other-party-name", "problem-same-as-other-party", "problem-same-as-other-party-hint"),
    ("supersedes-later", "problem-supersedes-later-name", "problem-supersedes-later", "problem-supersedes-later-hint"),
    ("supersedes-nothing", "problem-supersedes-nothing-name", "problem-supersedes-nothing", "problem-supersedes-nothing-hint"),
    ("supersedes-beyond", "problem-supersedes-beyond-name", "problem-supersedes-beyond", "problem-supersedes-beyond-hint"),
    ("parts-exceed-whole", "problem-parts-exceed-whole-name", "problem-parts-exceed-whole", "problem-parts-exceed-whole-hint"),
    ("fulfilment-over", "problem-fulfilment-over-name", "problem-fulfilment-over", "problem-fulfilment-over-hint"),
    ("figures-disagree", "problem-figures-disagree-name", "problem-figures-disagree", "problem-figures-disagree-hint"),
    ("preferred-unexplained", "problem-preferred-unexplained-name", "problem-preferred-unexplained", "problem-preferred-unexplained-hint"),
    ("duplicate-entry", "problem-duplicate-entry-name", "problem-duplicate-entry", "problem-duplicate-entry-hint"),
    ("rate-missing", "problem-rate-missing-name", "problem-rate-missing", "problem-rate-missing-hint"),
    ("gdp-missing", "problem-gdp-missing-name", "problem-gdp-missing", "problem-gdp-missing-hint"),
    ("source-missing", "problem-source-missing-name", "problem-source-missing", "problem-source-missing-hint"),
    ("phrase-missing", "problem-phrase-missing-name", "problem-phrase-missing", "problem-phrase-missing-hint"),
    ("phrase-long", "problem-phrase-long-name", "problem-phrase-long", "problem-phrase-long-hint"),
    ("date-missing", "problem-date-missing-name", "problem-date-missing", "problem-date-missing-hint"),
    ("figure-undated", "problem-figure-undated-name", "problem-figure-undated", "problem-figure-undated-hint"),
    ("counted-on-missing", "problem-counted-on-missing-name", "problem-counted-on-missing", "problem-counted-on-missing-hint"),
    ("counted-before-begin", "problem-counted-before-begin-name", "problem-counted-before-begin", "problem-counted-before-begin-hint"),
    ("counted-after-report", "problem-counted-after-report-name", "problem-counted-after-report", "problem-counted-after-report-hint"),
    ("period-backwards", "problem-period-backwards-name", "problem-period-backwards", "problem-period-backwards-hint"),
    ("delivered-before-pledge", "problem-delivered-before-pledge-name", "problem-delivered-before-pledge", "problem-delivered-before-pledge-hint"),
    ("stages-out-of-order", "problem-stages-out-of-order-name", "problem-stages-out-of-order", "problem-stages-out-of-order-hint"),
    ("status-before-signing", "problem-status-before-signing-name", "problem-status-before-signing", "problem-status-before-signing-hint"),
    ("status-order", "problem-status-order-name", "problem-status-order", "problem-status-order-hint"),
    ("force-before-signing", "problem-force-before-signing-name", "problem-force-before-signing", "problem-force-before-signing-hint"),
    ("after-cutoff", "problem-after-cutoff-name", "problem-after-cutoff", "problem-after-cutoff-hint"),
    ("cutoff-missing", "problem-cutoff-missing-name", "problem-cutoff-missing", "problem-cutoff-missing-hint"),
    ("term-expired", "problem-term-expired-name", "problem-term-expired", "problem-term-expired-hint"),
    ("summary-missing", "problem-summary-missing-name", "problem-summary-missing", "problem-summary-missing-hint"),
    ("title-missing", "problem-title-missing-name", "problem-title-missing", "problem-title-missing-hint"),
    ("name-missing", "problem-name-missing-name", "problem-name-missing", "problem-name-missing-hint"),
    ("text-spaces", "problem-text-spaces-name", "problem-text-spaces", "problem-text-spaces-hint"),
    ("url-malformed", "problem-url-malformed-name", "problem-url-malformed", "problem-url-malformed-hint"),
    ("source-unused", "problem-source-unused-name", "problem-source-unused", "problem-source-unused-hint"),
    ("source-undated", "problem-source-undated-name", "problem-source-undated", "problem-source-undated-hint"),
    ("source-twice", "problem-source-twice-name", "problem-source-twice", "problem-source-twice-hint"),
    ("read-before-published", "problem-read-before-published-name", "problem-read-before-published", "problem-read-before-published-hint"),
    ("party-without-agreement", "problem-party-without-agreement-name", "problem-party-without-agreement", "problem-party-without-agreement-hint"),
    ("series-gap", "problem-series-gap-name", "problem-series-gap", "problem-series-gap-hint"),
    ("eu-shares-sum", "problem-eu-shares-sum-name", "problem-eu-shares-sum", "problem-eu-shares-sum-hint"),
    ("accepted-stale", "problem-accepted-stale-name", "problem-accepted-stale", "problem-accepted-stale-hint"),
];

/// The ids of a check's words. A check that is not in the list shows its own id; a test holds that
/// there is none.
pub(super) fn ids(check: &'static str) -> Ids {
    let words = WORDS.iter().find(|(id, ..)| *id == check);
    let (_, name, message, hint) = words.copied().unwrap_or((check, check, check, check));
    Ids {
        name,
        message,
        hint,
    }
}
