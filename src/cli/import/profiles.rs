//! The profiles that the user kept: `profiles/*.ron` in the folder of the settings.

use crate::exchange::import::{Profile, profile};
use crate::report::Report;
use crate::store::disk::RealDisk;
use crate::store::folders;
use crate::store::save::{Expected, save_bytes};
use crate::text::Texts;

/// Keeps a profile, in the place of the one of that name; what is said of it.
pub(super) fn keep(kept: &Profile, texts: Texts) -> Result<String, Box<Report>> {
    let name = kept.name.as_str();
    let Some(settings) = folders::config_folder() else {
        let message = texts.get("cli-import-no-folder");
        return Err(Box::new(Report::usage(message, None)));
    };
    let Some(path) = profile::file_of(&settings, name) else {
        let message = texts.with("cli-import-bad-name", &[("name", name.into())]);
        return Err(Box::new(Report::usage(message, None)));
    };
    folders::private_folder(path.parent().unwrap_or(&settings)).map_err(|error| {
        let mut report = Report::refused(texts.get("cli-import-not-saved"), error.to_string());
        report.causes = std::mem::take(&mut report.hints);
        Box::new(report)
    })?;
    let text = kept.to_text();
    save_bytes(&path, text.as_bytes(), Expected::Anything, &RealDisk)
        .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
    let args = [
        ("name", name.into()),
        ("file", path.display().to_string().into()),
    ];
    Ok(texts.with("cli-import-saved-profile", &args))
}

/// The profile of that name, if the user kept one.
pub(super) fn named(name: &str, texts: Texts) -> Result<Option<Profile>, Box<Report>> {
    let settings = folders::config_folder();
    let Some(path) = settings.and_then(|settings| profile::file_of(&settings, name)) else {
        return Ok(None);
    };
    let Ok(text) = std::fs::read_to_string(&path) else {
        return Ok(None);
    };
    match Profile::from_text(&text) {
        Ok(profile) => Ok(Some(Profile {
            name: name.to_owned(),
            ..profile
        })),
        Err(error) => Err(Box::new(Report::of_profile(&error, &path, texts))),
    }
}

/// Every profile that can be read, by name. One that cannot is told when it is asked for.
pub(super) fn all() -> Vec<Profile> {
    let settings = folders::config_folder();
    settings.map_or_else(Vec::new, |settings| profile::kept(&settings))
}
