//! What the columns of a table can hold, under which names they stand there, and the words in them that
//! are stages, types and instruments; in English, Ukrainian, German, French and Norwegian.

mod bound;

use serde::{Deserialize, Serialize};

use crate::model::{AidType, Instrument, Stage};
use crate::text::fold::fold;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Who gives.
    Party,
    /// Who is given to: rows for others than Ukraine are left out.
    Recipient,
    /// When it was announced or reported.
    Date,
    /// The years that the money is for.
    Year,
    /// How far it got.
    Stage,
    /// Military, financial, humanitarian.
    Type,
    /// Grant, loan, guarantee, in kind.
    Instrument,
    /// How much.
    Amount,
    /// In which currency.
    Currency,
    /// In which scale: `million`.
    Scale,
    /// In words; several columns are joined.
    Summary,
    /// What the file itself calls the record.
    Key,
    /// The address of the file's own source.
    Link,
    /// How many goods.
    Quantity,
    /// Which goods.
    Item,
    /// A remark; several columns are joined.
    Note,
}

impl Field {
    /// Every field, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Party,
        Self::Recipient,
        Self::Date,
        Self::Year,
        Self::Stage,
        Self::Type,
        Self::Instrument,
        Self::Amount,
        Self::Currency,
        Self::Scale,
        Self::Summary,
        Self::Key,
        Self::Link,
        Self::Quantity,
        Self::Item,
        Self::Note,
    ];

    /// Its name on the command line and in profiles.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Recipient => "recipient",
            Self::Date => "date",
            Self::Year => "year",
            Self::Stage => "stage",
            Self::Type => "type",
            Self::Instrument => "instrument",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Scale => "scale",
            Self::Summary => "summary",
            Self::Key => "key",
            Self::Link => "link",
            Self::Quantity => "quantity",
            Self::Item => "item",
            Self::Note => "note",
        }
    }

    /// The field of that name.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// Whether several columns can hold it.
    #[must_use]
    pub fn joins(self) -> bool {
        matches!(self, Self::Summary | Self::Note)
    }

    /// The headings that mean it, without units, as [`plain`] leaves them, `|` between them.
    fn names(self) -> &'static str {
        match self {
            Self::Party => {
                "donor|donors|donor country|donor name|country|countries|country name|giver|givers|party|\
                 provider|provider org|contributor|source organization|srcorganization|source org|government|\
                 state|from|funder|\
                 iso|iso2|iso3|iso code|country code|donor code|\
                 донор|донори|країна|країни|країна донор|надавач|партнер|держава|сторона|від кого|\
                 geber|geberland|land|staat|spender|von|\
                 donateur|pays|pays donateur|bailleur|etat|\
                 giverland|donorland|avsender"
            }
            Self::Recipient => {
                "recipient|recipient country|beneficiary|destination|destination location|destlocations|to|\
                 отримувач|одержувач|кому|empfanger|empfangerland|beneficiaire|destinataire|mottaker"
            }
            Self::Date => {
                "date|dates|day|announcement date|announced|date announced|date of announcement|reported|\
                 report date|date reported|date became law|signed|published|when|month|decision date|\
                 transaction date|value date|\
                 дата|день|коли|дата оголошення|місяць|оголошено|\
                 datum|tag|ankundigungsdatum|monat|wann|\
                 date d annonce|jour|mois|dato|maned|kunngjoringsdato"
            }
            Self::Year => {
                "year|years|budget year|budgetyear|fiscal year|earmarked year|for year|period|\
                 рік|роки|за рік|бюджетний рік|період|jahr|jahre|haushaltsjahr|zeitraum|\
                 annee|annees|exercice|ar|budsjettar|periode"
            }
            Self::Stage => {
                "stage|status|measure|type of donation|donation type|commitment type|transaction type|event|\
                 стадія|стан|статус|етап|phase|stand|massnahme|stade|statut|etape|mal|maal|fase"
            }
            Self::Type => {
                "type|aid type|type of aid|type of aid general|aid type general|kind|kind of aid|category|\
                 sector|тип|вид|тип допомоги|вид допомоги|категорія|сектор|\
                 art|art der hilfe|hilfsart|kategorie|bereich|sektor|\
                 type d aide|categorie|secteur|kategori|hjelpetype|type hjelp"
            }
            Self::Instrument => {
                "instrument|form|form of aid|type of aid specific|aid type specific|modality|finance type|\
                 contribution type|contributiontype|інструмент|форма|форма допомоги|\
                 finanzinstrument|form der hilfe|modalite|forme|virkemiddel"
            }
            Self::Amount => {
                "amount|amounts|value|values|sum|total|total amount|total value|money|monetary value|cost|\
                 outlays|total outlays|converted value|monetary value as given by source|original amount|\
                 originalamount|aid|funding|contribution|commitment|commitments|allocation|allocations|\
                 pledge|pledged|disbursement|price|estimated value|\
                 сума|обсяг|вартість|розмір|кошти|гроші|усього|всього|разом|фінансування|\
                 betrag|wert|summe|gesamt|gesamtbetrag|gesamtwert|hohe|kosten|\
                 montant|valeur|somme|cout|verdi|belop|sum|totalt|kostnad"
            }
            Self::Currency => {
                "currency|original currency|originalcurrency|reporting currency|ccy|cur|currency code|\
                 валюта|код валюти|wahrung|originalwahrung|devise|monnaie|valuta"
            }
            Self::Scale => {
                "unit|units|scale|multiplier|unit of measure|in|одиниця|одиниці|масштаб|одиниця виміру|\
                 einheit|skalierung|unite|echelle|enhet"
            }
            Self::Summary => {
                "summary|description|explanation|details|title|text|what|purpose|activity|project|name|\
                 опис|пояснення|зміст|що|назва|призначення|\
                 beschreibung|erklarung|erlauterung|inhalt|titel|zweck|bezeichnung|\
                 description|explication|intitule|objet|titre|beskrivelse|forklaring|tittel|formal"
            }
            Self::Key => {
                "id|key|code|number|no|nr|reference|ref|ref code|refcode|record id|entry id|id number|\
                 activity id|package id|\
                 ідентифікатор|код|номер|ключ|kennung|nummer|schlussel|identifiant|numero|nokkel"
            }
            Self::Link => {
                "link|url|source|sources|source link|source url|source of aid|source of aid 1|reference link|\
                 web|address|official source|\
                 посилання|джерело|джерела|адреса|quelle|quellen|verweis|lien|source du lien|kilde|lenke"
            }
            Self::Quantity => {
                "quantity|count|number of units|no of units|units given|pieces|qty|how many|\
                 кількість|штук|скільки|menge|anzahl|stuck|quantite|nombre|antall|mengde"
            }
            Self::Item => {
                "item|items|goods|weapon|weapons|equipment|model|type of item|system|\
                 предмет|товар|озброєння|зброя|техніка|модель|\
                 gegenstand|ware|waffe|waffen|ausrustung|article|objet|arme|materiel|gjenstand|vapen|utstyr"
            }
            Self::Note => {
                "note|notes|remark|remarks|comment|comments|примітка|примітки|коментар|зауваження|\
                 bemerkung|anmerkung|kommentar|remarque|commentaire|merknad"
            }
        }
    }
}

/// Words of units, which a heading carries beside its name.
const UNITS: &[&str] = &[
    "eur",
    "usd",
    "gbp",
    "uah",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "chf",
    "cad",
    "aud",
    "jpy",
    "euro",
    "euros",
    "dollar",
    "dollars",
    "us",
    "m",
    "mn",
    "mil",
    "mill",
    "mio",
    "mln",
    "million",
    "millions",
    "bn",
    "b",
    "mrd",
    "billion",
    "billions",
    "k",
    "thousand",
    "thousands",
    "in",
    "млн",
    "млрд",
    "тис",
    "грн",
    "євро",
    "дол",
    "доларів",
    "гривень",
    "у",
    "в",
];

/// A heading without what people write differently: small letters, no accents, words with single blanks.
#[must_use]
pub fn plain(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len());
    let mut before = ' ';
    for c in heading.chars().take(200) {
        // `amountUSD`, `destLocations`
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let folded = fold(&spaced);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The same without units, where something is left then.
fn without_units(plain: &str) -> String {
    let words = plain.split(' ').filter(|word| !UNITS.contains(word));
    let words: Vec<&str> = words.collect();
    if words.is_empty() {
        plain.to_owned()
    } else {
        words.join(" ")
    }
}

/// How well a heading names a field, in per cent: 100 where it is its name, less where the name stands
/// among other words, 0 where it does not.
#[must_use]
pub fn names(field: Field, heading: &str) -> u8 {
    let whole = plain(heading);
    if whole.is_empty() {
        return 0;
    }
    let short = without_units(&whole);
    let joined = whole.replace(' ', "");
    let mut best = 0;
    for name in field.names().split('|') {
        let name = fold(name.trim());
        let found = if name == whole || name == short || name == joined {
            100
        } else if is_within(&name, &short) {
            // The more of the heading the name is, the surer.
            let (of, all) = (name.chars().count(), short.chars().count().max(1));
            let share = of.saturating_mul(40) / all;
            u8::try_from(40_usize.saturating_add(share)).unwrap_or(80)
        } else {
            0
        };
        best = best.max(found);
    }
    best
}

/// Whether the words of `name` stand in `heading` in this order, one after the other.
fn is_within(name: &str, heading: &str) -> bool {
    let long_enough = name.chars().count() > 2;
    let padded = format!(" {heading} ");
    long_enough && padded.contains(&format!(" {name} "))
}

/// Finds a text among phrases, whole, or its first phrase that it begins with.
fn among<T: Copy>(text: &str, table: &[(T, &str)]) -> Option<T> {
    // What is longer is prose, in which a word decides nothing.
    if text.len() > 120 || text.split_whitespace().count() > 8 {
        return None;
    }
    let text = plain(text);
    if text.is_empty() {
        return None;
    }
    let find = |fits: &dyn Fn(&str) -> bool| {
        let of = |(_, all): &&(T, &str)| all.split('|').any(|phrase| fits(&fold(phrase.trim())));
        table.iter().find(of).map(|(value, _)| *value)
    };
    let padded = format!(" {text} ");
    find(&|phrase| phrase == text).or_else(|| {
        // A word of it decides only where no other stage or type stands beside it.
        let words: Vec<&str> = text.split(' ').collect();
        let mut denied = false;
        let mut within = |phrase: &str| {
            let is_there = phrase.len() > 3 && padded.contains(&format!(" {phrase} "));
            denied |= is_there && bound::is_denied(&words, phrase);
            is_there
        };
        let mut hits = Vec::new();
        for (value, all) in table {
            let phrases = all.split('|');
            if phrases
                .filter(|phrase| within(&fold(phrase.trim())))
                .count()
                > 0
            {
                hits.push(*value);
            }
        }
        match hits.as_slice() {
            [one] if !denied => Some(*one),
            _ => None,
        }
    })
}

const STAGES: &[(Stage, &str)] = &[
    (
        Stage::Pledged,
        "pledged|pledge|pledges|promised|promise|announced|announcement|planned|outgoing pledge|\
         обіцяно|обіцянка|обіцянки|пообіцяно|оголошено|заплановано|анонсовано|\
         zugesagt|zusage|versprochen|angekundigt|geplant|promesse|promis|annonce|lovet|lofte|annonsert",
    ),
    (
        Stage::Committed,
        "committed|commitment|commitments|obligated|obligation|contracted|agreed|outgoing commitment|\
         зобов язання|зобовязання|узято зобов язання|законтрактовано|\
         verpflichtet|verpflichtung|gebunden|engagement|engage|forpliktet|forpliktelse|forpliktelser",
    ),
    (
        Stage::Allocated,
        "allocated|allocation|allocations|earmarked|approved|appropriated|appropriation|set aside|budgeted|\
         виділено|виділення|асигновано|затверджено|заплановано в бюджеті|розподілено|\
         bewilligt|zugewiesen|zuteilung|bereitgestellt|alloue|allocation|affecte|approuve|\
         tildelt|tildeling|bevilget|bevilgning|allokert|allokering",
    ),
    (
        Stage::Delivered,
        "delivered|delivery|deliveries|paid|payment|disbursed|disbursement|disbursements|spent|expenditure|\
         received|transferred|sent|provided|gave|\
         надано|доставлено|поставлено|передано|виплачено|сплачено|перераховано|отримано|поставка|\
         geliefert|lieferung|ausgezahlt|auszahlung|uberwiesen|\
         livre|livraison|verse|versement|decaisse|decaissement|paye|levert|leveranse|utbetalt|utbetaling",
    ),
    (
        Stage::Unclear,
        "unclear|неясно|нез ясовано|unklar|incertain|uklart",
    ),
];

/// The stage that a text names.
#[must_use]
pub fn stage(text: &str) -> Option<Stage> {
    let found = among(text, STAGES)?;
    // `not delivered`, `delivery in 2027`: a word of a stage that is not reached.
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    (!bound::is_unreached(&words)).then_some(found)
}

const TYPES: &[(AidType, &str)] = &[
    (
        AidType::Military,
        "military|military aid|military assistance|defence|defense|security|weapons|arms|weapons and equipment|\
         військова|військова допомога|військовий|оборона|оборонна|зброя|озброєння|\
         militarisch|militar|militarhilfe|verteidigung|waffen|militaire|aide militaire|defense|\
         militaer|militær|militar|forsvar|militær stotte",
    ),
    (
        AidType::Financial,
        "financial|loan|loans|cash|credit|позика|кредит|financial aid|financial assistance|budget support|macro financial|macrofinancial|economic|\
         macro financial assistance|фінансова|фінансова допомога|фінансовий|бюджетна підтримка|макрофінансова|\
         економічна|finanziell|finanzhilfe|budgethilfe|wirtschaftlich|financiere|financier|aide financiere|\
         economique|finansiell|okonomisk|budsjettstotte",
    ),
    (
        AidType::Humanitarian,
        "humanitarian|food|food aid|shelter|продовольство|humanitarian aid|humanitarian assistance|relief|emergency relief|refugees|\
         гуманітарна|гуманітарна допомога|гуманітарний|\
         humanitar|humanitare hilfe|humanitarhilfe|humanitaire|aide humanitaire|\
         humanitaer|humanitær|nodhjelp",
    ),
    (
        AidType::Mixed,
        "mixed|multiple|several|various|other|змішана|змішаний|різна|різне|gemischt|verschiedene|mixte|\
         divers|blandet",
    ),
];

/// The type of aid that a text names.
#[must_use]
pub fn aid_type(text: &str) -> Option<AidType> {
    among(text, TYPES)
}

const INSTRUMENTS: &[(Instrument, &str)] = &[
    (
        Instrument::Grant,
        "grant|grants|donation|gift|standard grant|грант|гранти|безповоротна|дарунок|zuschuss|spende|\
         schenkung|subvention|don|tilskudd|gave",
    ),
    (
        Instrument::Loan,
        "loan|loans|credit|concessional loan|позика|позики|кредит|kredit|darlehen|pret|lan",
    ),
    (
        Instrument::Guarantee,
        "guarantee|guarantees|guaranty|loan guarantee|credit guarantee|гарантія|гарантії|burgschaft|garantie|\
         garanti",
    ),
    (
        Instrument::InKindStock,
        "in kind|in kind stock|inkind|in_kind_stock|stock|stockpile|from stock|from stocks|equipment|\
         натуральна|натуральна допомога|в натуральній формі|зі складів|із запасів|\
         sachleistung|sachleistungen|sachspende|aus bestanden|en nature|naturalier|fra lager",
    ),
    (
        Instrument::InKindPurchase,
        "in kind purchase|in_kind_purchase|procurement|purchase|purchased|new purchase|закупівля|закуплено|\
         beschaffung|ankauf|achat|innkjop|anskaffelse",
    ),
];

/// The instrument that a text names.
#[must_use]
pub fn instrument(text: &str) -> Option<Instrument> {
    among(text, INSTRUMENTS)
}

/// Whether a text says that its row sums others up.
#[must_use]
pub fn is_total(text: &str) -> bool {
    let text = plain(text);
    matches!(
        text.as_str(),
        "total"
            | "totals"
            | "grand total"
            | "sum"
            | "subtotal"
            | "sub total"
            | "all"
            | "world"
            | "всього"
            | "усього"
            | "разом"
            | "підсумок"
            | "загалом"
            | "сума"
            | "gesamt"
            | "summe"
            | "insgesamt"
            | "total general"
            | "somme"
            | "totalt"
            | "i alt"
    ) || text.starts_with("total ") && text.split(' ').count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_five_languages_name_what_they_hold() {
        for (heading, field) in [
            ("Donor", Field::Party),
            ("countries", Field::Party),
            ("giver", Field::Party),
            ("Країна", Field::Party),
            ("Geberland", Field::Party),
            ("Pays donateur", Field::Party),
            ("Announcement Date", Field::Date),
            ("dato", Field::Date),
            ("Дата", Field::Date),
            ("kategori", Field::Type),
            ("Type of Aid General", Field::Type),
            ("maal", Field::Stage),
            ("status", Field::Stage),
            ("verdi_eur", Field::Amount),
            ("amountUSD", Field::Amount),
            ("Сума, млн євро", Field::Amount),
            ("Betrag (Mio. EUR)", Field::Amount),
            ("Montant", Field::Amount),
            ("Total outlays (mil USD)", Field::Amount),
            ("Original Currency", Field::Currency),
            ("Währung", Field::Currency),
            ("Explanation", Field::Summary),
            ("Опис", Field::Summary),
            ("refCode", Field::Key),
            ("Source of Aid 1", Field::Link),
            ("Quantity", Field::Quantity),
            ("destLocations", Field::Recipient),
        ] {
            assert_eq!(names(field, heading), 100, "{heading}");
        }
        assert!(
            names(
                Field::Amount,
                "Estimated ODA pledged to Ukraine (USD millions)"
            ) > 0
        );
        assert_eq!(names(Field::Amount, "weather"), 0);
        assert_eq!(names(Field::Amount, ""), 0);
    }

    #[test]
    fn words_in_cells_are_stages_types_and_instruments() {
        for (text, expected) in [
            ("Allocation", Some(Stage::Allocated)),
            ("Commitment ", Some(Stage::Committed)),
            ("paid", Some(Stage::Delivered)),
            ("pledge", Some(Stage::Pledged)),
            ("Outgoing Commitment", Some(Stage::Committed)),
            ("надано", Some(Stage::Delivered)),
            ("зобов’язання", Some(Stage::Committed)),
            ("bevilget", Some(Stage::Allocated)),
            ("geliefert", Some(Stage::Delivered)),
            ("pledged and delivered", None),
            ("delivered 2023", Some(Stage::Delivered)),
            ("not delivered", None),
            ("not yet disbursed", None),
            ("to be delivered", None),
            ("will be delivered", None),
            ("Delivery in 2027", None),
            ("partially delivered", None),
            ("Delivered: no", None),
            ("nicht geliefert", None),
            ("не передано", None),
            ("commitment withdrawn", None),
            ("perhaps", None),
            ("", None),
        ] {
            assert_eq!(stage(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Military", Some(AidType::Military)),
            ("militær", Some(AidType::Military)),
            ("Humanitarian ", Some(AidType::Humanitarian)),
            ("Фінансова допомога", Some(AidType::Financial)),
            ("Financial, Military", None),
            ("non-military", None),
            ("not military", None),
            ("Military and non-military", None),
            ("Military (non-lethal)", Some(AidType::Military)),
            ("Weapons and equipment", Some(AidType::Military)),
        ] {
            assert_eq!(aid_type(text), expected, "{text}");
        }
        assert_eq!(instrument("Concessional loan"), Some(Instrument::Loan));
        assert_eq!(instrument("Grant"), Some(Instrument::Grant));
        assert!(
            is_total("Total") && is_total("Усього") && !is_total("Total outlays of the whole year")
        );
    }
}
