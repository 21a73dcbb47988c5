//! What the program remembers between runs, in the user's configuration folder. Tolerant: what
//! cannot be read keeps its usual value and is told; nothing is lost by a newer version's fields.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Stage;
use crate::store::backup::Keep;
use crate::text::Lang;
use crate::views::{Measure, PartyFilter};

use super::panes::{ChartSettings, LedgerLayout};

/// Light, dark, or as the system is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// Where the window stood, in points.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Width and height.
    pub size: [f32; 2],
    /// Left and top on the screen; none where the system does not tell.
    pub position: Option<[f32; 2]>,
    /// Whether it filled the screen.
    pub maximized: bool,
}

/// Sizes of the panes, in points, and which are shown.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct PaneSizes {
    /// Width of the country list.
    pub list: f32,
    /// Width of the dock.
    #[serde(alias = "derivation")]
    pub dock: f32,
    /// Height of the chart below the detail.
    pub chart: f32,
    /// Whether the dock is shown.
    #[serde(alias = "derivation_shown")]
    pub dock_shown: bool,
    /// Whether the chart is shown.
    pub chart_shown: bool,
}

impl Default for PaneSizes {
    fn default() -> Self {
        Self {
            list: 304.0,
            dock: 320.0,
            chart: 304.0,
            dock_shown: true,
            chart_shown: true,
        }
    }
}

macro_rules! prefs {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $usual:expr;)*) => {
        /// What is remembered.
        #[derive(Clone, PartialEq, Debug)]
        pub struct Prefs { $($(#[$doc])* pub $name: $type,)* }

        impl Default for Prefs {
            fn default() -> Self {
                Self { $($name: $usual,)* }
            }
        }

        impl Prefs {
            fn from_map(mut map: Map<String, Value>, refused: &mut Vec<String>) -> Self {
                let usual = Self::default();
                Self { $($name: field(&mut map, stringify!($name), usual.$name, refused),)* }
            }

            fn to_map(&self) -> Map<String, Value> {
                let mut map = Map::new();
                $(if let Ok(value) = serde_json::to_value(&self.$name) {
                    map.insert(stringify!($name).to_owned(), value);
                })*
                map
            }
        }
    };
}

prefs! {
    /// Language; none: the system's.
    language: Option<Lang> = None;
    /// Light or dark.
    theme: ThemeChoice = ThemeChoice::System;
    /// How large everything is; 1 is its own size.
    zoom: f32 = 1.0;
    /// Where the window stood.
    window: Option<WindowPlace> = None;
    /// Sizes of the panes.
    panes: PaneSizes = PaneSizes::default();
    /// The file that was open; none: the sample.
    last_file: Option<PathBuf> = None;
    /// Files opened lately, latest first.
    recent_files: Vec<PathBuf> = Vec::new();
    /// How many of the last saves are kept as backups.
    backup_saves: usize = Keep::default().saves;
    /// Of how many days the last version is kept.
    backup_days: usize = Keep::default().days;
    /// What the list was narrowed to, and its order.
    filter: PartyFilter = PartyFilter::default();
    /// What the chart is set to.
    chart: ChartSettings = ChartSettings::default();
    /// What the bars of the list show.
    measure: Measure = Measure { stage: Stage::Pledged, aid_type: None };
    /// The columns of the page of aid entries.
    ledger: LedgerLayout = LedgerLayout::default();
}

fn field<T: DeserializeOwned>(
    map: &mut Map<String, Value>,
    name: &str,
    usual: T,
    refused: &mut Vec<String>,
) -> T {
    match map.remove(name) {
        None => usual,
        Some(value) => serde_json::from_value(value).unwrap_or_else(|error| {
            tracing::warn!(name, %error, "setting not understood");
            refused.push(name.to_owned());
            usual
        }),
    }
}

/// Why the settings could not be read or written whole.
#[derive(Debug, thiserror::Error)]
pub enum PrefsError {
    /// The file is there but cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is no JSON object: all settings have their usual values.
    #[error("{path} is no JSON object")]
    NotJson {
        /// The file.
        path: PathBuf,
    },
    /// Some settings are not understood and have their usual values.
    #[error("{path}: not understood: {}", names.join(", "))]
    Refused {
        /// The file.
        path: PathBuf,
        /// Their names.
        names: Vec<String>,
    },
}

/// How many recent files are remembered.
const RECENT: usize = 12;

impl Prefs {
    /// Reads them from a folder: what was understood, and what was not.
    pub fn read(folder: &Path) -> (Self, Option<PrefsError>) {
        let path = file_in(folder);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => {
                return (Self::default(), None);
            }
            Err(source) => return (Self::default(), Some(PrefsError::Io { path, source })),
        };
        let Ok(Value::Object(map)) = serde_json::from_str(&text) else {
            return (Self::default(), Some(PrefsError::NotJson { path }));
        };
        let mut names = Vec::new();
        let mut prefs = Self::from_map(map, &mut names);
        if !(0.5..=3.0).contains(&prefs.zoom) {
            prefs.zoom = 1.0;
            names.push("zoom".to_owned());
        }
        let error = (!names.is_empty()).then_some(PrefsError::Refused { path, names });
        (prefs, error)
    }

    /// Writes them into a folder, whole or not at all. Fields that this version does not know stay.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, folder: &Path) -> Result<(), PrefsError> {
        let path = file_in(folder);
        let io = |source| PrefsError::Io {
            path: path.clone(),
            source,
        };
        std::fs::create_dir_all(folder).map_err(io)?;
        let mut map = std::fs::read_to_string(&path)
            .ok()
            .and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok())
            .unwrap_or_default();
        map.extend(self.to_map());
        let text = serde_json::to_string_pretty(&map).map_err(|e| io(e.into()))?;
        let beside = path.with_extension("json.new");
        #[expect(
            clippy::disallowed_methods,
            reason = "written beside and renamed: settings are never torn"
        )]
        std::fs::write(&beside, text + "\n").map_err(io)?;
        std::fs::rename(&beside, &path).map_err(io)
    }

    /// Remembers a file as the open one.
    pub fn opened(&mut self, path: &Path) {
        self.last_file = Some(path.to_owned());
        self.used(path);
    }

    /// Remembers a file as one that was used.
    pub fn used(&mut self, path: &Path) {
        self.recent_files.retain(|recent| recent != path);
        self.recent_files.insert(0, path.to_owned());
        self.recent_files.truncate(RECENT);
    }
}

impl Prefs {
    /// How many backups are kept.
    pub fn keep(&self) -> Keep {
        Keep {
            saves: self.backup_saves,
            days: self.backup_days,
        }
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("settings.json")
}

/// A file to write the log to, made new.
///
/// # Errors
/// When the system refuses.
pub fn log_file(folder: &Path) -> std::io::Result<std::fs::File> {
    std::fs::create_dir_all(folder)?;
    std::fs::File::create(folder.join("pledgebook.log"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn settings(folder: &Path, text: &str) {
        let mut file = std::fs::File::create(file_in(folder)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn what_was_remembered_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut prefs = Prefs {
            language: Some(Lang::Uk),
            theme: ThemeChoice::Dark,
            zoom: 1.25,
            ..Prefs::default()
        };
        prefs.opened(Path::new("/a/book.ron"));
        prefs.write(folder.path()).unwrap();
        let (read, error) = Prefs::read(folder.path());
        assert!(error.is_none());
        assert_eq!(read, prefs);
    }

    #[test]
    fn one_bad_setting_leaves_the_others_alone_and_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let text = r#"{"theme": "dark", "zoom": "large", "from_a_newer_version": 7}"#;
        settings(folder.path(), text);
        let (read, error) = Prefs::read(folder.path());
        assert_eq!(read.theme, ThemeChoice::Dark);
        assert!(error.unwrap().to_string().contains("zoom"));
        read.write(folder.path()).unwrap();
        let text = std::fs::read_to_string(file_in(folder.path())).unwrap();
        assert!(text.contains("from_a_newer_version"));
    }

    #[test]
    fn a_broken_file_gives_the_usual_settings_and_is_told() {
        let folder = tempfile::tempdir().unwrap();
        settings(folder.path(), "theme = dark");
        let (read, error) = Prefs::read(folder.path());
        assert_eq!(read, Prefs::default());
        assert!(matches!(error, Some(PrefsError::NotJson { .. })));
        assert!(Prefs::read(Path::new("/nowhere/at/all")).1.is_none());
    }

    #[test]
    fn recent_files_are_few_and_each_stands_once() {
        let mut prefs = Prefs::default();
        for n in 0..20 {
            prefs.opened(Path::new(&format!("/a/{}.ron", n % 15)));
        }
        assert_eq!(prefs.recent_files.len(), RECENT);
        assert_eq!(prefs.recent_files[0], Path::new("/a/4.ron"));
    }
}
