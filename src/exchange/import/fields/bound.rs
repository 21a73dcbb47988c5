//! Words that take back what a word beside them says: `not delivered`, `to be delivered`, `non-military`.

/// What denies the word that follows it.
const DENIALS: &[&str] = &[
    "not", "non", "no", "never", "without", "un", "не", "ні", "без", "nicht", "kein", "keine",
    "pas", "ikke", "ingen",
];

/// What says that a stage is not reached, not yet, not wholly, or no longer.
const UNREACHED: &[&str] = &[
    "not",
    "non",
    "no",
    "nor",
    "never",
    "none",
    "neither",
    "without",
    "yet",
    "be",
    "will",
    "shall",
    "should",
    "would",
    "may",
    "might",
    "partial",
    "partially",
    "partly",
    "part",
    "half",
    "incomplete",
    "pending",
    "awaiting",
    "awaited",
    "waiting",
    "expected",
    "scheduled",
    "due",
    "upcoming",
    "future",
    "intended",
    "ongoing",
    "underway",
    "progress",
    "delayed",
    "overdue",
    "postponed",
    "suspended",
    "withdrawn",
    "revoked",
    "cancelled",
    "canceled",
    "rejected",
    "refused",
    "failed",
    "stopped",
    "не",
    "ні",
    "ще",
    "немає",
    "без",
    "буде",
    "будуть",
    "має",
    "мають",
    "частково",
    "неповністю",
    "очікується",
    "очікує",
    "очікують",
    "триває",
    "скасовано",
    "відкликано",
    "призупинено",
    "відмовлено",
    "nicht",
    "noch",
    "kein",
    "keine",
    "nie",
    "wird",
    "werden",
    "soll",
    "sollen",
    "teilweise",
    "teils",
    "ausstehend",
    "erwartet",
    "widerrufen",
    "storniert",
    "zuruckgezogen",
    "pas",
    "non",
    "sera",
    "seront",
    "ne",
    "partiel",
    "partielle",
    "partiellement",
    "attendu",
    "attendue",
    "annule",
    "annulee",
    "retire",
    "retiree",
    "ikke",
    "ingen",
    "skal",
    "vil",
    "delvis",
    "avventer",
    "kansellert",
    "trukket",
];

/// Names of what happens, which beside a year tell when it is meant to.
const HAPPENINGS: &[&str] = &[
    "delivery",
    "deliveries",
    "payment",
    "disbursement",
    "disbursements",
    "lieferung",
    "auszahlung",
    "поставка",
    "livraison",
    "versement",
    "decaissement",
    "leveranse",
    "utbetaling",
];

/// Whether the words say that a stage is not, not yet, not wholly or no longer reached.
pub(super) fn is_unreached(words: &[&str]) -> bool {
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let mut all = words.iter();
    let denied = all.any(|word| UNREACHED.contains(word));
    let happens = words.iter().any(|word| HAPPENINGS.contains(word));
    denied || happens && words.iter().any(is_year)
}

/// Whether a denial stands right before `phrase` in the words.
pub(super) fn is_denied(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let mut all = words.windows(phrase.len() + 1);
    all.any(|window| match window.split_first() {
        Some((before, rest)) => DENIALS.contains(before) && rest == phrase.as_slice(),
        None => false,
    })
}
