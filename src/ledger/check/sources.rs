//! Sources: are they cited, dated, told once, and can their addresses be opened.

use std::collections::{HashMap, HashSet};

use crate::model::{Source, SourceId, SourceKind};

use super::{Found, Severity, each_citation};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    let cited = cited(found);
    let mut seen: HashMap<(&str, &str), &Source> = HashMap::new();
    for source in dataset.sources.values() {
        let id = source.id.as_str();
        let mut note = |check, field| {
            found.tell(check, Severity::Note, id, field, Vec::new());
        };
        if !cited.contains(id) {
            note("source-unused", "");
        }
        if source.published.is_none() && source.kind != SourceKind::Statistics {
            note("source-undated", "published");
        }
        addresses(found, source);
        if let Some((read, published)) = source.read_on.zip(source.published)
            && read < published.first_day()
        {
            let facts = vec![("date", published.to_string())];
            let (check, severity) = ("read-before-published", Severity::Warning);
            found.tell(check, severity, id, "read_on", facts);
        }
        // One page can be several sources, of several of its tables; the title tells them apart.
        let address = source.url.trim().trim_end_matches('/');
        let page = (address, source.title.trim());
        if address.is_empty() {
            continue;
        }
        match seen.get(&page) {
            Some(first) => {
                let facts = vec![("target", first.id.to_string())];
                found.tell("source-twice", Severity::Note, id, "url", facts);
            }
            None => {
                seen.insert(page, source);
            }
        }
    }
}

/// The ids of all sources that something refers to.
fn cited<'a>(found: &Found<'a>) -> HashSet<&'a str> {
    let dataset = found.dataset;
    let mut cited: HashSet<&str> = HashSet::new();
    each_citation(dataset, |_, _, cite, _| {
        cited.extend(cite.source.iter().map(crate::model::SourceId::as_str));
        cited.extend(cite.also_in.iter().map(|voice| voice.source.as_str()));
    });
    let agreements = dataset.agreements.values();
    cited.extend(agreements.flat_map(|a| &a.sources).map(SourceId::as_str));
    let reference = &dataset.reference;
    cited.extend(reference.gdp.values().map(|s| s.source.as_str()));
    cited.extend(reference.fx.values().map(|s| s.source.as_str()));
    cited.extend(reference.population.values().map(|s| s.source.as_str()));
    cited.extend(reference.eu_shares.values().map(|s| s.source.as_str()));
    cited
}

fn addresses(found: &mut Found<'_>, source: &Source) {
    let own = Some(("url", source.url.as_str()));
    let copy = source.read_from.as_deref().map(|url| ("read_from", url));
    let official = source.official.as_deref().map(|url| ("official", url));
    for (field, url) in own.into_iter().chain(copy).chain(official) {
        if !url.trim().is_empty() && !is_address(url.trim()) {
            let facts = vec![("address", url.to_owned())];
            let (check, severity) = ("url-malformed", Severity::Warning);
            found.tell(check, severity, &source.id, field, facts);
        }
    }
}

/// Whether a browser can open it: `https://`, a host with a point in it, no space.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://");
    let Some(rest) = rest.or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let labels = host.split('.');
    let whole = labels.clone().count() > 1 && labels.clone().all(|label| !label.is_empty());
    whole && !url.contains(char::is_whitespace) && !url.contains(['<', '>', '"'])
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_can_be_opened_or_is_told_to_be_none() {
        for url in [
            "https://example.org",
            "http://example.org/a?b=c#d",
            "https://www.gov.example:8443/päge/%20x",
            "https://приклад.укр/сторінка",
        ] {
            assert!(is_address(url), "{url}");
        }
        for url in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https://localhost",
            "https://exam ple.org",
            "https://example..org/a",
            "https://example.org/a b",
            "https:/example.org",
            "see https://example.org",
        ] {
            assert!(!is_address(url), "{url}");
        }
    }
}
