//! The icons that the program uses, as characters of the bundled Phosphor font. One is shown only
//! beside words or with a name for the accessibility tree.

/// A looking glass.
pub const SEARCH: &str = "\u{E30C}";
/// A cross, to close or clear.
pub const CLOSE: &str = "\u{E4F6}";
/// Opens downwards.
pub const CARET_DOWN: &str = "\u{E136}";
/// Opens to the right; a closed group.
pub const CARET_RIGHT: &str = "\u{E13A}";
/// Back.
pub const BACK: &str = "\u{E058}";
/// Forward.
pub const FORWARD: &str = "\u{E06C}";
/// Previous.
pub const UP: &str = "\u{E13C}";
/// Open a file.
pub const OPEN: &str = "\u{E256}";
/// Save.
pub const SAVE: &str = "\u{E248}";
/// Read again.
pub const RELOAD: &str = "\u{E036}";
/// Leave.
pub const QUIT: &str = "\u{E42A}";
/// Larger.
pub const ZOOM_IN: &str = "\u{E310}";
/// Smaller.
pub const ZOOM_OUT: &str = "\u{E30E}";
/// Real size; take the whole window.
pub const FULL_SIZE: &str = "\u{E0A6}";
/// Light.
pub const LIGHT: &str = "\u{E472}";
/// Dark.
pub const DARK: &str = "\u{E330}";
/// As the system does.
pub const SYSTEM: &str = "\u{E18C}";
/// Language.
pub const LANGUAGE: &str = "\u{E4A2}";
/// A triangle: look at this.
pub const WARNING: &str = "\u{E4E0}";
/// A circle with a mark: this is wrong.
pub const ERROR: &str = "\u{E4E2}";
/// Worth knowing.
pub const INFO: &str = "\u{E2CE}";
/// Chosen.
pub const CHECK: &str = "\u{E182}";
/// Done.
pub const DONE: &str = "\u{E184}";
/// Goes to another place.
pub const GO: &str = "\u{E06E}";
/// A link.
pub const CHAIN: &str = "\u{E2E2}";
/// Opens outside the program.
pub const LINK: &str = "\u{E5DE}";
/// Paste.
pub const PASTE: &str = "\u{E196}";
/// Copy.
pub const COPY: &str = "\u{E1CA}";
/// The tree under a number.
pub const DERIVATION: &str = "\u{E67C}";
/// Bars.
pub const CHART: &str = "\u{E152}";
/// A line over time.
pub const CHART_LINE: &str = "\u{E154}";
/// Parties across, areas down.
pub const MATRIX: &str = "\u{E296}";
/// A picture.
pub const FIGURE: &str = "\u{E2CA}";
/// Comes in.
pub const IMPORT: &str = "\u{E20C}";
/// Goes out.
pub const EXPORT: &str = "\u{E4C0}";
/// A table.
pub const TABLE: &str = "\u{E476}";
/// Order.
pub const SORT: &str = "\u{E444}";
/// Narrow down.
pub const FILTER: &str = "\u{E266}";
/// Cannot be changed.
pub const READ_ONLY: &str = "\u{E308}";
/// Can be changed; was changed.
pub const EDIT: &str = "\u{E3B4}";
/// Keys.
pub const KEYBOARD: &str = "\u{E2D8}";
/// Commands.
pub const PALETTE: &str = "\u{E1C4}";
/// Back to how it was.
pub const RESET: &str = "\u{E038}";
/// What was done.
pub const HISTORY: &str = "\u{E1A0}";
/// A day.
pub const CALENDAR: &str = "\u{E10A}";
/// More.
pub const MORE: &str = "\u{E1FE}";
/// A phrase, verbatim.
pub const QUOTE: &str = "\u{E660}";
/// Time.
pub const CLOCK: &str = "\u{E19A}";
/// What is measured.
pub const MEASURE: &str = "\u{E434}";
/// The book.
pub const BOOK: &str = "\u{E0E6}";
/// Take back.
pub const UNDO: &str = "\u{E08A}";
/// Do again.
pub const REDO: &str = "\u{E08C}";
/// Begin a file.
pub const NEW: &str = "\u{E236}";
/// Earlier versions.
pub const BACKUPS: &str = "\u{E1A0}";
/// What was left unsaved: a lifebuoy.
pub const RECOVER: &str = "\u{E63A}";
/// Other windows, other people.
pub const OTHERS: &str = "\u{E4D6}";
/// Forget.
pub const FORGET: &str = "\u{E4A6}";
/// A flag: a party.
pub const PARTY: &str = "\u{E244}";
/// Left out.
pub const EXCLUDED: &str = "\u{E3DE}";

/// Add.
pub const ADD: &str = "\u{E3D4}";
/// Less.
pub const REMOVE: &str = "\u{E32A}";
/// Take out.
pub const DELETE: &str = "\u{E4A6}";
/// Show where it is.
pub const SHOW: &str = "\u{E1D6}";

/// Every icon, for the test that the bundled font draws each.
pub const ALL: &[&str] = &[
    SEARCH,
    CLOSE,
    CARET_DOWN,
    CARET_RIGHT,
    BACK,
    FORWARD,
    UP,
    OPEN,
    SAVE,
    RELOAD,
    QUIT,
    ZOOM_IN,
    ZOOM_OUT,
    FULL_SIZE,
    LIGHT,
    DARK,
    SYSTEM,
    LANGUAGE,
    WARNING,
    ERROR,
    INFO,
    CHECK,
    DONE,
    LINK,
    GO,
    CHAIN,
    PASTE,
    COPY,
    DERIVATION,
    CHART,
    CHART_LINE,
    MATRIX,
    FIGURE,
    IMPORT,
    EXPORT,
    TABLE,
    SORT,
    FILTER,
    READ_ONLY,
    EDIT,
    KEYBOARD,
    PALETTE,
    RESET,
    CALENDAR,
    MORE,
    QUOTE,
    CLOCK,
    MEASURE,
    BOOK,
    UNDO,
    HISTORY,
    REDO,
    NEW,
    BACKUPS,
    RECOVER,
    OTHERS,
    FORGET,
    PARTY,
    EXCLUDED,
    ADD,
    REMOVE,
    DELETE,
    SHOW,
];
