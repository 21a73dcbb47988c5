//! A site on the disk. It goes into a folder that is empty, or that holds a site which this program
//! wrote; what others put there, or changed there, is neither removed nor written over.
//!
//! In this order: see whose the folder is; write every page beside its place; note in the folder's own
//! list what it holds and is about to hold; put the pages in their places; remove those pages of the
//! former site that the new one has no more, unless somebody changed them; note what it holds. A failure
//! before the pages are put in their places leaves the folder as it was. One after that leaves each
//! page whole, old or new, and the list says whose it is, so that writing again finishes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::BriefError;
use super::site::SiteFile;
use crate::task::TaskLine;

/// The list of what the program wrote into a folder: a line a file, with the SHA-256 of its bytes.
pub const LIST: &str = ".pledgebook-site";
/// The first line of the list.
const HEAD: &str = "pledgebook site 1";
/// What stands beside its place begins so.
const BESIDE: &str = ".pledgebook-new";

/// Writes a site into a folder, which is made where it is not there.
///
/// # Errors
/// When the folder holds files of others and no site, or a file of others where a page is to stand; when
/// the disk fails; when it was cancelled.
pub fn write(folder: &Path, files: &[SiteFile], line: &TaskLine) -> Result<(), BriefError> {
    let was_there = folder.is_dir();
    let former = if was_there {
        former(folder)?
    } else {
        Written::new()
    };
    // A page may stand where one of the former site stands as it was written, and nowhere else where
    // something is.
    for file in files {
        let place = place(folder, &file.path);
        if place.symlink_metadata().is_ok() && !is_ours(&place, former.get(&file.path)) {
            return Err(BriefError::NotOurs {
                folder: folder.to_owned(),
                file: PathBuf::from(&file.path),
            });
        }
    }
    let beside = folder.join(BESIDE);
    let staged = stage(&beside, files, line);
    if let Err(error) = staged {
        // What was begun is taken away; that it could not be is no worse than the failure itself.
        let _ = fs::remove_dir_all(&beside);
        if !was_there {
            let _ = fs::remove_dir(folder);
        }
        return Err(error);
    }
    let mut now = Written::new();
    let mut both = former.clone();
    for file in files {
        let its = hash(&file.bytes);
        both.entry(file.path.clone())
            .or_default()
            .insert(its.clone());
        now.entry(file.path.clone()).or_default().insert(its);
    }
    write_list(folder, &both)?;
    for file in files {
        let (from, to) = (place(&beside, &file.path), place(folder, &file.path));
        in_folder(&to)?;
        fs::rename(&from, &to).map_err(|cause| failed(&to, cause))?;
    }
    for (path, its) in former.iter().filter(|(path, _)| !now.contains_key(*path)) {
        let old = place(folder, path);
        if is_ours(&old, Some(its)) {
            fs::remove_file(&old).map_err(|cause| failed(&old, cause))?;
        }
    }
    fs::remove_dir_all(&beside).map_err(|cause| failed(&beside, cause))?;
    write_list(folder, &now)
}

/// What the program wrote into a folder: of each file the hashes of what may stand in it, two while a
/// new site takes the place of another.
type Written = BTreeMap<String, BTreeSet<String>>;

/// Whether a file is as the program wrote it.
fn is_ours(file: &Path, hashes: Option<&BTreeSet<String>>) -> bool {
    let Some(hashes) = hashes else {
        return false;
    };
    let is_file = file
        .symlink_metadata()
        .is_ok_and(|about| about.file_type().is_file());
    is_file && fs::read(file).is_ok_and(|bytes| hashes.contains(&hash(&bytes)))
}

/// What the list of a folder says that the program wrote there. Empty where the folder is, but for what
/// systems and version control hide in it.
fn former(folder: &Path) -> Result<Written, BriefError> {
    let list = folder.join(LIST);
    let text = match fs::read_to_string(&list) {
        Ok(text) => text,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            for entry in fs::read_dir(folder).map_err(|cause| failed(folder, cause))? {
                let entry = entry.map_err(|cause| failed(folder, cause))?;
                let name = entry.file_name();
                if !name.to_string_lossy().starts_with('.') {
                    return Err(BriefError::NotOurs {
                        folder: folder.to_owned(),
                        file: PathBuf::from(name),
                    });
                }
            }
            return Ok(Written::new());
        }
        Err(cause) => return Err(failed(&list, cause)),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err(BriefError::NotOurs {
            folder: folder.to_owned(),
            file: PathBuf::from(LIST),
        });
    }
    let mut written = Written::new();
    for line in lines {
        let Some((hash, path)) = line.split_once(' ') else {
            continue;
        };
        // A list that somebody changed never leads out of its folder.
        let inside = path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains('\\'));
        if inside {
            written
                .entry(path.to_owned())
                .or_default()
                .insert(hash.to_owned());
        }
    }
    Ok(written)
}

/// Writes all files beside their places.
fn stage(beside: &Path, files: &[SiteFile], line: &TaskLine) -> Result<(), BriefError> {
    // Left over where the program was ended by force.
    if beside.is_dir() {
        fs::remove_dir_all(beside).map_err(|cause| failed(beside, cause))?;
    }
    fs::create_dir_all(beside).map_err(|cause| failed(beside, cause))?;
    for file in files {
        if line.is_cancelled() {
            return Err(BriefError::Cancelled);
        }
        let path = place(beside, &file.path);
        in_folder(&path)?;
        put(&path, &file.bytes)?;
    }
    Ok(())
}

fn place(folder: &Path, path: &str) -> PathBuf {
    path.split('/')
        .fold(folder.to_owned(), |folder, part| folder.join(part))
}

/// Makes the folder of a file where it is missing.
fn in_folder(path: &Path) -> Result<(), BriefError> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|cause| failed(folder, cause))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), BriefError> {
    let written = fs::File::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|cause| failed(path, cause))
}

fn write_list(folder: &Path, files: &Written) -> Result<(), BriefError> {
    let mut text = format!("{HEAD}\n");
    for (path, hashes) in files {
        for hash in hashes {
            text.push_str(&[hash, " ", path, "\n"].concat());
        }
    }
    let (list, new) = (folder.join(LIST), folder.join(format!("{LIST}.new")));
    put(&new, text.as_bytes())?;
    fs::rename(&new, &list).map_err(|cause| failed(&list, cause))
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text = String::new();
    for byte in digest {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn failed(path: &Path, cause: io::Error) -> BriefError {
    BriefError::Folder {
        path: path.to_owned(),
        cause,
    }
}
