//! The program's own folders, and the names that documents have in them.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk, behind_links};
use super::hash::FileHash;

/// The folder of the settings: `PLEDGEBOOK_CONFIG_DIR`, else the system's place for them. None
/// where the system has none; then nothing is remembered.
pub fn config_folder() -> Option<PathBuf> {
    told().or_else(|| folders().map(|folders| folders.config_dir().to_owned()))
}

/// The folder of the log and of who has what open: `PLEDGEBOOK_CONFIG_DIR`, else the system's
/// place for a program's state.
pub fn state_folder() -> Option<PathBuf> {
    told().or_else(|| {
        let folders = folders()?;
        let state = folders.state_dir().unwrap_or(folders.data_local_dir());
        Some(state.to_owned())
    })
}

/// The folder of backups and journals: `PLEDGEBOOK_CONFIG_DIR`, else the system's place for data
/// that stays on this machine.
pub fn data_folder() -> Option<PathBuf> {
    told().or_else(|| folders().map(|folders| folders.data_local_dir().to_owned()))
}

fn told() -> Option<PathBuf> {
    std::env::var_os("PLEDGEBOOK_CONFIG_DIR")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

fn folders() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "pledgebook")
}

/// Makes a folder, and those above it, for the user alone. One that is there stays as it is.
///
/// # Errors
/// When the system refuses.
pub fn private_folder(path: &Path) -> io::Result<()> {
    RealDisk.create_folder(path)
}

/// The most bytes of a document's own name in its key.
const READABLE: usize = 40;

/// A short name for a document, the same whenever and by whatever link it is opened: its own name
/// to be readable, and the beginning of the hash of its path to be the only one.
pub fn document_key(path: &Path) -> String {
    let whole = behind_links(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned());
    let stem = whole.file_stem().unwrap_or_default().to_string_lossy();
    let readable: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let readable = shortened(&readable, READABLE);
    let hash = FileHash::of(whole.as_os_str().as_encoded_bytes()).to_string();
    format!("{readable}-{}", hash.get(..16).unwrap_or_default())
}

/// The beginning of a text, of at most so many bytes.
pub(super) fn shortened(text: &str, most: usize) -> &str {
    let end = text.floor_char_boundary(most);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_one_key_and_two_documents_have_two() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Мої угоди 2026.ron");
        let key = document_key(&path);
        assert!(key.starts_with("Мої-угоди-2026-"), "{key}");
        RealDisk.create_private(&path).unwrap();
        assert_eq!(document_key(&path), key, "whether it is there or not");
        let by_way_of = folder.path().join(".").join("Мої угоди 2026.ron");
        assert_eq!(document_key(&by_way_of), key);
        assert_ne!(document_key(&path.with_extension("rom")), key);
        assert_ne!(document_key(Path::new("/nowhere/Мої угоди 2026.ron")), key);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_document_has_the_document_s_key() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(document_key(&link), document_key(&path));
    }

    #[test]
    fn a_key_is_a_name_that_every_system_takes() {
        for path in [
            "/a/b:c?*.ron",
            "/",
            "..",
            "",
            &"/x/є".repeat(300),
            "/a/.ron",
        ] {
            let key = document_key(Path::new(path));
            assert!(key.len() <= READABLE + 17, "{key}");
            let taken = |c: char| c.is_alphanumeric() || c == '-';
            assert!(key.chars().all(taken), "{key}");
        }
    }
}
