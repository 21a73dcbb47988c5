//! The messages that name fields, choices and kinds of records: tables by the names of the file.

/// The name of a field; `holder` is the field that it stands in.
pub(super) fn name_id(kind: &str, holder: Option<&str>, field: &str) -> Option<&'static str> {
    own_name_id(kind, holder, field)
        .or_else(|| general_name_id(field))
        .or_else(|| origin_name_id(field))
        .or_else(|| reference_name_id(field))
}

/// Names that depend on where the field stands.
fn own_name_id(kind: &str, holder: Option<&str>, field: &str) -> Option<&'static str> {
    Some(match (kind, holder, field) {
        ("party", None, "kind") => "field-party-kind",
        ("agreement", None, "kind") => "field-agreement-kind",
        ("source", None, "kind") => "field-source-kind",
        (_, Some("name"), "en") => "field-name-en",
        (_, Some("name"), "uk") => "field-name-uk",
        (_, Some("signatories"), "ukraine") => "field-signatories-ukraine",
        (_, Some("signatories"), "partner") => "field-signatories-partner",
        (_, Some("context"), "date") => "field-said-on",
        (_, Some("figure"), "date") => "field-figure-date",
        (_, Some("status"), "status") => "field-status-reached",
        (_, Some("status"), "date") => "field-status-date",
        (_, Some("quantity"), "value") => "field-quantity-value",
        (_, Some("quantity"), "unit") => "field-quantity-unit",
        (_, Some("quantity"), "form") => "field-quantity-form",
        (_, Some("quantity"), "by") => "field-quantity-by",
        (_, Some("origin"), "file") => "field-origin-file",
        (_, Some("origin"), "sheet") => "field-origin-sheet",
        (_, Some("origin"), "row") => "field-origin-row",
        (_, Some("origin"), "key") => "field-origin-key",
        (_, Some("origin"), "amount") => "field-origin-amount",
        (_, Some("origin"), "date") => "field-origin-date",
        (_, Some("origin"), "link") => "field-origin-link",
        (_, Some("archived"), "path") => "field-archived-path",
        (_, Some("accepted"), "record") => "field-record-accepted",
        ("gdp", _, "status") => "field-gdp-status",
        ("gdp", _, "value") => "field-gdp-value",
        _ => return None,
    })
}

/// Fields of agreements, commitments and aid entries.
pub(super) fn general_name_id(field: &str) -> Option<&'static str> {
    Some(match field {
        "agreement" => "field-agreement",
        "aid_type" => "field-aid-type",
        "amount" => "field-amount",
        "area" => "field-area",
        "as_counted_on" => "field-as-counted-on",
        "as_reported" => "field-as-reported",
        "commitment" => "field-commitment",
        "context" => "field-context",
        "counted_in" => "field-counted-in",
        "date" => "field-date",
        "declaration_date" => "field-declaration-date",
        "figure" => "field-figure",
        "fulfils" => "field-fulfils",
        "id" => "field-id",
        "in_force" => "field-in-force",
        "instrument" => "field-instrument",
        "joint" => "field-joint",
        "legally_binding" => "field-legally-binding",
        "locator" => "field-locator",
        "note" => "field-note",
        "notes" => "field-notes",
        "notice_months" => "field-notice-months",
        "other_figures" => "field-other-figures",
        "part_of" => "field-part-of",
        "parties" => "field-parties",
        "party" => "field-party",
        "period_as_written" => "field-period-as-written",
        "place" => "field-place",
        "preferred_because" => "field-preferred-because",
        "quantity" => "field-quantity",
        "origin" => "field-origin",
        "record" => "field-record",
        "review_years" => "field-review-years",
        "same_as" => "field-same-as",
        "share" => "field-share",
        "signatories" => "field-signatories",
        "signed" => "field-signed",
        "since" => "field-since",
        "sources" => "field-sources",
        "stage" => "field-stage",
        "status" => "field-status",
        "summary" => "field-summary",
        "supersedes" => "field-supersedes",
        "term_years" => "field-term-years",
        "title" => "field-title",
        "why_not_preferred" => "field-why-not-preferred",
        "wording" => "field-wording",
        _ => return None,
    })
}

/// Fields of sources, citations, parties and the header.
pub(super) fn origin_name_id(field: &str) -> Option<&'static str> {
    Some(match field {
        "about" => "field-about",
        "accepted" => "field-accepted",
        "also_in" => "field-also-in",
        "archived" => "field-archived",
        "check" => "field-check",
        "cite" => "field-cite",
        "conflicts" => "field-conflicts",
        "currency" => "field-currency",
        "cutoff" => "field-cutoff",
        "eu_since" => "field-eu-since",
        "euro_since" => "field-euro-since",
        "g7" => "field-g7",
        "iso3" => "field-iso3",
        "language" => "field-language",
        "licence" => "field-licence",
        "name" => "field-name",
        "nato_since" => "field-nato-since",
        "not_found" => "field-not-found",
        "official" => "field-official",
        "phrase" => "field-phrase",
        "published" => "field-published",
        "publisher" => "field-publisher",
        "read_from" => "field-read-from",
        "read_on" => "field-read-on",
        "reason" => "field-reason",
        "schema" => "field-schema",
        "sha256" => "field-sha256",
        "source" => "field-source",
        "url" => "field-url",
        "verified" => "field-verified",
        "vilnius" => "field-vilnius",
        _ => return None,
    })
}

/// Fields of reference series.
fn reference_name_id(field: &str) -> Option<&'static str> {
    Some(match field {
        "country" => "field-country",
        "days" => "field-days",
        "eur" => "field-eur",
        "eur_method" => "field-eur-method",
        "first_day" => "field-first-day",
        "last_day" => "field-last-day",
        "months" => "field-months",
        "per_eur" => "field-per-eur",
        "shares" => "field-shares",
        "usd" => "field-usd",
        "vintage" => "field-vintage",
        "years" => "field-years",
        _ => return None,
    })
}

/// One item of a list or one entry of a table, where it has a name of its own.
pub(super) fn item_id(field: &str) -> Option<&'static str> {
    Some(match field {
        "accepted" => "field-accepted-item",
        "also_in" => "field-also-in-item",
        "conflicts" => "field-conflicts-item",
        "context" => "field-context-item",
        "months" => "field-months-item",
        "not_found" => "field-not-found-item",
        "notes" => "field-note",
        "other_figures" => "field-other-figures-item",
        "parties" => "field-parties-item",
        "shares" => "field-share",
        "sources" => "field-sources-item",
        "status" => "field-status-item",
        "years" => "field-years-item",
        _ => return None,
    })
}

/// What the name of a field does not say.
pub(super) fn tip_id(kind: &str, holder: Option<&str>, field: &str) -> Option<&'static str> {
    Some(match (kind, holder, field) {
        (_, _, "accepted") => "field-tip-accepted",
        (_, _, "also_in") => "field-tip-also-in",
        (_, _, "amount") => "field-tip-amount",
        (_, _, "as_counted_on") => "field-tip-as-counted-on",
        (_, _, "as_reported") => "field-tip-as-reported",
        ("aid", None, "date") => "field-tip-aid-date",
        (_, Some("figure"), "date") => "field-tip-figure-date",
        (_, _, "conflicts") => "field-tip-conflicts",
        (_, _, "counted_in") => "field-tip-counted-in",
        ("party", None, "currency") => "field-tip-currency",
        (_, _, "cutoff") => "field-tip-cutoff",
        (_, _, "days") => "field-tip-days",
        (_, _, "declaration_date") => "field-tip-declaration-date",
        (_, _, "fulfils") => "field-tip-fulfils",
        (_, None, "id") => "field-tip-id",
        (_, _, "iso3") => "field-tip-iso3",
        (_, _, "joint") => "field-tip-joint",
        (_, _, "legally_binding") => "field-tip-legally-binding",
        (_, _, "locator") => "field-tip-locator",
        (_, _, "not_found") => "field-tip-not-found",
        (_, _, "notice_months") => "field-tip-notice-months",
        (_, _, "official") => "field-tip-official",
        (_, _, "other_figures") => "field-tip-other-figures",
        (_, _, "part_of") => "field-tip-part-of",
        (_, _, "period_as_written") => "field-tip-period-as-written",
        (_, _, "phrase") => "field-tip-phrase",
        (_, _, "preferred_because") => "field-tip-preferred-because",
        (_, _, "quantity") => "field-tip-quantity",
        (_, _, "origin") => "field-tip-origin",
        (_, _, "read_from") => "field-tip-read-from",
        (_, None, "record") => "field-tip-record",
        (_, _, "review_years") => "field-tip-review-years",
        (_, _, "same_as") => "field-tip-same-as",
        (_, Some("fulfils"), "share") => "field-tip-share",
        (_, _, "shares") => "field-tip-shares",
        (_, _, "since") => "field-tip-since",
        (_, _, "stage") => "field-tip-stage",
        (_, _, "summary") => "field-tip-summary",
        (_, _, "supersedes") => "field-tip-supersedes",
        (_, _, "term_years") => "field-tip-term-years",
        (_, _, "verified") => "field-tip-verified",
        (_, _, "vintage") => "field-tip-vintage",
        (_, _, "wording") => "field-tip-wording",
        _ => return None,
    })
}

/// Choices that only the file names.
pub(super) fn choice_id(field: &str, word: &str) -> Option<&'static str> {
    Some(match (field, word) {
        ("kind", "state") => "choice-state",
        ("kind", "union") => "choice-union",
        ("form", "exact") => "choice-exact",
        ("form", "about") => "choice-about",
        ("form", "up_to") => "choice-up-to",
        ("form", "at_least") => "choice-at-least",
        ("record", "package") => "choice-package",
        ("record", "running_total") => "choice-running-total",
        ("notes", "general") => "choice-note-general",
        ("notes", "term") => "choice-note-term",
        ("notes", "period") => "choice-note-period",
        _ => return None,
    })
}

/// A kind of record.
pub(super) fn kind_id(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "party" => "kind-party",
        "agreement" => "kind-agreement",
        "commitment" => "kind-commitment",
        "aid" => "kind-aid",
        "source" => "kind-source",
        "gdp" => "kind-gdp",
        "fx" => "kind-fx",
        "population" => "kind-population",
        "eu_shares" => "kind-eu-shares",
        "header" => "kind-header",
        _ => return None,
    })
}

/// Records of a kind, counted.
pub(super) fn kinds_id(kind: &str) -> &'static str {
    match kind {
        "party" => "kind-count-party",
        "agreement" => "kind-count-agreement",
        "commitment" => "kind-count-commitment",
        "aid" => "kind-count-aid",
        "source" => "kind-count-source",
        "gdp" => "kind-count-gdp",
        "fx" => "kind-count-fx",
        "population" => "kind-count-population",
        "eu_shares" => "kind-count-eu-shares",
        _ => "kind-count-record",
    }
}
