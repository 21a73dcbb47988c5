//! The profiles that the user kept: `profiles/*.ron` in the folder of the settings.

use std::path::{Path, PathBuf};

use crate::exchange::import::Profile;
use crate::report::Report;
use crate::store::disk::RealDisk;
use crate::store::folders;
use crate::store::save::{Expected, save_bytes};
use crate::text::Texts;

fn folder() -> Option<PathBuf> {
    folders::config_folder().map(|folder| folder.join("profiles"))
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.ron"))
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !name.is_empty() && name.chars().count() <= 60 && name.chars().all(fits)
}

/// Keeps a profile, in the place of the one of that name; what is said of it.
pub(super) fn keep(profile: &Profile, texts: Texts) -> Result<String, Box<Report>> {
    let name = profile.name.as_str();
    if !is_name(name) {
        let message = texts.with("cli-import-bad-name", &[("name", name.into())]);
        return Err(Box::new(Report::usage(message, None)));
    }
    let Some(folder) = folder() else {
        let message = texts.get("cli-import-no-folder");
        return Err(Box::new(Report::usage(message, None)));
    };
    folders::private_folder(&folder).map_err(|error| {
        let mut report = Report::refused(texts.get("cli-import-not-saved"), error.to_string());
        report.causes = std::mem::take(&mut report.hints);
        Box::new(report)
    })?;
    let path = file(&folder, name);
    let text = profile.to_text();
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
    let Some(folder) = folder().filter(|_| is_name(name)) else {
        return Ok(None);
    };
    let path = file(&folder, name);
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
    let entries = folder().and_then(|folder| std::fs::read_dir(folder).ok());
    let paths = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| Profile::from_text(&std::fs::read_to_string(path).ok()?).ok();
    paths.into_iter().filter_map(read).collect()
}
