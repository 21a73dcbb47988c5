//! Walking over rows or marks by the arrow keys, while the whole of them has the focus.

use eframe::egui::{Event, EventFilter, Id, InputState, Key, Modifiers, Ui};

/// What was pressed in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Walk {
    /// Whether the keys are heard at all.
    pub focused: bool,
    /// Whether another one is stood on now.
    pub moved: bool,
    /// The one on which Enter was pressed.
    pub chosen: Option<usize>,
    /// The same, where Shift was held: not its form is wanted, but where it leads to.
    pub followed: Option<usize>,
    /// Whether a copy was asked for.
    pub copy: bool,
}

/// How far Page Up and Page Down go.
const PAGE: usize = 10;

/// Takes the press of a key. Whether Shift was held when it was pressed: by the end of a slow frame it
/// may be up again.
pub fn taken(input: &mut InputState, key: Key) -> Option<bool> {
    let with_shift = input.events.iter().any(|event| {
        matches!(event, Event::Key { key: of, pressed: true, modifiers, .. }
            if *of == key && modifiers.shift)
    });
    input
        .consume_key(Modifiers::NONE, key)
        .then_some(with_shift)
}

/// Moves `at` over `count` things while the widget `id` has the focus.
pub fn walk(ui: &Ui, id: Id, count: usize, at: &mut Option<usize>) -> Walk {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    let focused = ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        memory.has_focus(id)
    });
    let (true, Some(last)) = (focused, count.checked_sub(1)) else {
        return Walk::default();
    };
    let before = *at;
    let here = before.map_or(0, |at| at.min(last));
    let next = before.map_or(0, |_| here + 1);
    let ways = [
        (Key::ArrowDown, next),
        (Key::ArrowRight, next),
        (Key::ArrowUp, here.saturating_sub(1)),
        (Key::ArrowLeft, here.saturating_sub(1)),
        (Key::PageDown, here + PAGE),
        (Key::PageUp, here.saturating_sub(PAGE)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let (to, enter, copy) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let way = ways.into_iter().find(|(key, _)| pressed(*key));
        let enter = taken(input, Key::Enter);
        let copy = input.events.contains(&Event::Copy);
        let to = way.map_or(here, |(_, to)| to.min(last));
        (to, enter, copy)
    });
    *at = Some(to);
    Walk {
        focused,
        moved: *at != before,
        chosen: enter.map(|_| to),
        followed: (enter == Some(true)).then_some(to),
        copy,
    }
}
