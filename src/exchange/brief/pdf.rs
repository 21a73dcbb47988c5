//! stub
use super::{Brief, BriefError};
use crate::task::TaskLine;
/// stub
pub fn write(_brief: &Brief, _line: &TaskLine) -> Result<Vec<u8>, BriefError> {
    Err(BriefError::Cancelled)
}
