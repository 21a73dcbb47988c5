//! Whose organization it is. Identifiers are `AGENCY-NUMBER`: only those that stand for a government,
//! or an institution of the European Union, tell a giver. A register of companies and charities
//! (`GB-COH-…`, `CZ-ICO-…`) tells where somebody is registered, not whose money it is.

use crate::exchange::import::parties;

/// An organization, as it is told.
#[derive(Clone, Debug, Default)]
pub(super) struct Org {
    pub reference: String,
    pub kind: String,
    pub role: String,
    pub name: String,
}

/// Donor codes of the OECD's Development Assistance Committee, as in `XM-DAC-7-PPR`.
const DAC: &[(&str, &str)] = &[
    ("1", "AT"),
    ("2", "BE"),
    ("3", "DK"),
    ("4", "FR"),
    ("5", "DE"),
    ("6", "IT"),
    ("7", "NL"),
    ("8", "NO"),
    ("9", "PT"),
    ("10", "SE"),
    ("11", "CH"),
    ("12", "GB"),
    ("18", "FI"),
    ("20", "IS"),
    ("21", "IE"),
    ("22", "LU"),
    ("30", "CY"),
    ("40", "GR"),
    ("45", "MT"),
    ("50", "ES"),
    ("55", "TR"),
    ("61", "SI"),
    ("62", "HR"),
    ("68", "CZ"),
    ("69", "SK"),
    ("70", "LI"),
    ("72", "BG"),
    ("75", "HU"),
    ("76", "PL"),
    ("77", "RO"),
    ("82", "EE"),
    ("83", "LV"),
    ("84", "LT"),
    ("301", "CA"),
    ("302", "US"),
    ("546", "IL"),
    ("552", "KW"),
    ("561", "QA"),
    ("566", "SA"),
    ("576", "AE"),
    ("613", "KZ"),
    ("701", "JP"),
    ("742", "KR"),
    ("764", "TH"),
    ("801", "AU"),
    ("820", "NZ"),
    ("918", "EU"),
    // Channels of the Union: the Commission, the Development Fund, the Investment Bank.
    ("42001", "EU"),
    ("42003", "EU"),
    ("42004", "EU"),
];

/// The code of *government* among the types of organizations.
const GOVERNMENT: &str = "10";

impl Org {
    /// Whether nothing is told of it.
    pub(super) fn is_empty(&self) -> bool {
        self.reference.is_empty() && self.name.is_empty()
    }

    /// Who gives, in a text that names a party: the code of a state or the Union where the
    /// identifier tells it, else the name where it is a state's. None where it is neither.
    pub(super) fn state(&self) -> Option<String> {
        if let Some(state) = self.by_reference() {
            return Some(state.to_owned());
        }
        parties::named(&self.name).map(|_| self.name.clone())
    }

    /// How it is called, whoever it is.
    pub(super) fn called(&self) -> &str {
        if self.name.is_empty() {
            &self.reference
        } else {
            &self.name
        }
    }

    fn by_reference(&self) -> Option<&'static str> {
        let reference = self.reference.trim().to_uppercase();
        if let Some(rest) = reference.strip_prefix("XM-DAC-") {
            let donor = rest.split('-').next()?;
            let mut codes = DAC.iter();
            return codes.find(|(code, _)| *code == donor).map(|(_, id)| *id);
        }
        if reference.starts_with("XI-IATI-EC") {
            return parties::state("EU").map(|union| union.id);
        }
        let (agency, number) = reference.split_once('-')?;
        let state = parties::state(agency)?.id;
        // `GB-GOV-1`; `SE-6`, as the list of agencies had it before 1.04.
        let of_government = number.starts_with("GOV-")
            || (number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit()));
        (of_government || self.kind == GOVERNMENT).then_some(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(reference: &str, kind: &str, name: &str) -> Option<String> {
        let [reference, kind, name] = [reference, kind, name].map(str::to_owned);
        let org = Org {
            reference,
            kind,
            name,
            ..Org::default()
        };
        org.state()
    }

    #[test]
    fn an_identifier_of_a_government_tells_its_state() {
        for (reference, id) in [
            ("GB-GOV-1", "GB"),
            ("US-GOV-11", "US"),
            ("se-6", "SE"),
            ("XM-DAC-7-PPR", "NL"),
            ("XM-DAC-301-2", "CA"),
            ("XI-IATI-EC_NEAR", "EU"),
            ("XM-DAC-918-3", "EU"),
        ] {
            assert_eq!(state(reference, "", "").as_deref(), Some(id), "{reference}");
        }
        assert_eq!(state("NL-KVK-1", "10", "").as_deref(), Some("NL"));
    }

    #[test]
    fn a_register_of_companies_tells_nobody() {
        for reference in [
            "GB-COH-1762840",
            "CZ-ICO-25755277",
            "XM-DAC-41114",
            "XM-DAC-41127",
            "12711",
            "",
        ] {
            assert_eq!(
                state(reference, "21", "Example Relief"),
                None,
                "{reference}"
            );
        }
    }

    #[test]
    fn a_name_tells_a_state_only_where_it_is_one() {
        assert_eq!(state("", "", "Norway").as_deref(), Some("Norway"));
        assert_eq!(state("", "", "HelpAge Canada"), None);
    }
}
