//! The versions of the file's form. Each older one gets here its frozen shape and the step to the
//! next; so far there is only the first.

use crate::model::Header;

/// How a file's version stands to this program's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Version {
    /// The one that this program writes.
    Current,
    /// A later one: it opens read-only.
    Newer(u32),
    /// None that ever was.
    Unknown(u32),
}

pub(super) fn version(schema: u32) -> Version {
    match schema {
        Header::SCHEMA => Version::Current,
        0 => Version::Unknown(0),
        newer => Version::Newer(newer),
    }
}
