//! All parties as a small web site: an index and a page a party, in both languages, each page whole in
//! itself. Pages lead to each other by paths from where they stand, so the folder can lie anywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::html::{self, Around};
use super::make;
use super::{BriefError, BriefRequest};
use crate::ledger::Ledger;
use crate::model::PartyId;
use crate::task::TaskLine;
use crate::text::{Lang, Texts};

/// The name of the index in each folder.
const INDEX: &str = "index.html";

/// A file of a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SiteFile {
    /// Its path in the folder of the site, parts between `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Every file of the site, in the order of paths. `request` says of which dataset and on which day; its
/// parties are not heeded, as all are there, and its language is the one that a visitor is led to first.
///
/// # Errors
/// When a page cannot be drawn, or it was cancelled.
pub fn files(
    ledger: &Ledger,
    request: &BriefRequest,
    line: &TaskLine,
) -> Result<Vec<SiteFile>, BriefError> {
    let parties: Vec<PartyId> = ledger.dataset().parties.keys().cloned().collect();
    let pages = page_names(&parties);
    let all = Lang::ALL.len() * (parties.len() + 1);
    let mut files = vec![SiteFile {
        path: INDEX.to_owned(),
        bytes: door(ledger, request).into_bytes(),
    }];
    for lang in Lang::ALL {
        let asked = BriefRequest {
            lang: *lang,
            ..request.clone()
        };
        let folder = lang.code();
        let index = make::index(ledger, &asked, &pages, line)?;
        files.push(SiteFile {
            path: format!("{folder}/{INDEX}"),
            bytes: html::write(&index, &around(*lang, INDEX))?.into_bytes(),
        });
        for party in &parties {
            if line.is_cancelled() {
                return Err(BriefError::Cancelled);
            }
            let asked = BriefRequest {
                parties: vec![party.clone()],
                ..asked.clone()
            };
            let brief = make::brief(ledger, &asked, line)?;
            let name = pages.get(party).cloned().unwrap_or_default();
            files.push(SiteFile {
                path: format!("{folder}/{name}"),
                bytes: html::write(&brief, &around(*lang, &name))?.into_bytes(),
            });
            let percent = files.len() * 90 / all.max(1);
            line.progress(u8::try_from(percent).unwrap_or(90));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The name of each party's page: `lt.html`. Ids that differ in what file systems do not tell apart, or
/// that some system has for something else, get a number.
fn page_names(parties: &[PartyId]) -> BTreeMap<PartyId, String> {
    const TAKEN: [&str; 5] = ["index", "con", "prn", "aux", "nul"];
    let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
    let mut names = BTreeMap::new();
    for party in parties {
        let sign = |sign: char| {
            if sign.is_ascii_alphanumeric() || sign == '-' {
                sign.to_ascii_lowercase()
            } else {
                '_'
            }
        };
        let plain: String = party.as_str().chars().map(sign).collect();
        let mut name = plain.clone();
        let mut number = 2_u32;
        while !taken.insert(name.clone()) {
            name = format!("{plain}-{number}");
            number += 1;
        }
        names.insert(party.clone(), format!("{name}.html"));
    }
    names
}

/// What stands around a page: the index, and the same page in the other languages.
fn around(lang: Lang, page: &str) -> Around {
    let texts = Texts::new(lang);
    let mut links = Vec::new();
    if page != INDEX {
        links.push((texts.get("brief-site-all"), INDEX.to_owned(), None));
    }
    for other in Lang::ALL.iter().filter(|other| **other != lang) {
        let name = match other {
            Lang::En => texts.get("menu-language-english"),
            Lang::Uk => texts.get("menu-language-ukrainian"),
        };
        let path = format!("../{}/{page}", other.code());
        links.push((name, path, Some(*other)));
    }
    Around { links }
}

/// The page at the top of the folder, which leads on to the index in the language asked for.
fn door(ledger: &Ledger, request: &BriefRequest) -> String {
    let texts = Texts::new(request.lang);
    let title = html::escaped(&ledger.dataset().header.title);
    let lang = request.lang.code();
    let english = html::escaped(&texts.get("menu-language-english"));
    let ukrainian = html::escaped(&texts.get("menu-language-ukrainian"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={lang}/{INDEX}\">\n\
         <title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<ul>\n\
         <li><a href=\"en/{INDEX}\" lang=\"en\" hreflang=\"en\">{english}</a></li>\n\
         <li><a href=\"uk/{INDEX}\" lang=\"uk\" hreflang=\"uk\">{ukrainian}</a></li>\n\
         </ul>\n</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_party_has_a_page_of_its_own() {
        let ids = ["LT", "lt", "index", "CON", "а.б", "A_B"].map(|id| PartyId::new(id).unwrap());
        let names = page_names(&ids);
        let names: Vec<&str> = ids.iter().map(|id| names[id].as_str()).collect();
        let wanted = [
            "lt.html",
            "lt-2.html",
            "index-2.html",
            "con-2.html",
            "___.html",
            "a_b.html",
        ];
        assert_eq!(names, wanted);
    }
}
