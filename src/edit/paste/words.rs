//! Why a row cannot be taken, in words.

use crate::edit::record::Kind;
use crate::edit::shape::LinkTo;
use crate::text::{Texts, fields, typed};

use super::cells::Wrong;

/// Why a cell or row cannot be taken, and what to do about it.
pub fn told(wrong: &Wrong, kind: Kind, texts: Texts) -> String {
    match wrong {
        Wrong::Unread(why) => typed::told(why, texts),
        Wrong::NoRecord { to, text } => {
            texts.with(no_record_id(*to), &[("text", text.as_str().into())])
        }
        Wrong::Several { text, ids } => texts.with(
            "paste-wrong-several",
            &[
                ("text", text.as_str().into()),
                ("ids", ids.join(", ").into()),
            ],
        ),
        Wrong::NoAgreement(party) => texts.with(
            "paste-wrong-no-agreement",
            &[("party", party.as_str().into())],
        ),
        Wrong::NoWord { path, text, words } => {
            let path = path.to_string();
            let names = words.iter().map(|word| fields::choice(&path, word, texts));
            let names: Vec<String> = names.collect();
            texts.with(
                "paste-wrong-no-word",
                &[
                    ("text", text.as_str().into()),
                    ("names", names.join(", ").into()),
                ],
            )
        }
        Wrong::Missing(path) => {
            let name = fields::path(kind.key(), &path.to_string(), texts);
            texts.with("paste-wrong-missing", &[("field", name.into())])
        }
        Wrong::Refused(why) => texts.with("paste-wrong-refused", &[("why", why.as_str().into())]),
    }
}

fn no_record_id(to: LinkTo) -> &'static str {
    match to {
        LinkTo::Party => "paste-wrong-no-party",
        LinkTo::Agreement => "paste-wrong-no-agreement-so",
        LinkTo::Commitment => "paste-wrong-no-commitment",
        LinkTo::Money => "paste-wrong-no-money",
        LinkTo::Source => "paste-wrong-no-source",
    }
}
