//! The keys that work everywhere on the page.

use super::clients::Stroke;
use super::desk::Screen;
use super::sheet::Sheet;

/// What a key asks of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKey {
    /// The list of keys.
    Keys,
    /// Every command by name.
    Palette,
    /// Find and replace in the client list.
    Find,
    /// Go to a cell of the client list.
    GoTo,
    Undo,
    Redo,
}

/// What the page shows while a key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub screen: Screen,
    pub sheet: Sheet,
    /// Whether a window lies over the page.
    pub is_covered: bool,
    /// Whether a text is being typed.
    pub is_typing: bool,
}

impl PageKey {
    /// What a key asks for; nothing for a key that is left to the browser.
    pub fn of(stroke: Stroke, seen: Seen) -> Option<Self> {
        if stroke.alt {
            return None;
        }
        let is_open = seen.screen == Screen::Workbook && !seen.is_covered;
        // The browser's own search is of no use in a list of which it sees only what is drawn.
        let has_list = is_open && seen.sheet == Sheet::Clients;
        match (stroke.key.to_lowercase().as_str(), stroke.ctrl, stroke.shift) {
            ("f1", false, _) if !seen.is_covered => Some(Self::Keys),
            ("?", false, _) if !seen.is_typing && !seen.is_covered => Some(Self::Keys),
            ("k" | "л", true, false) if is_open => Some(Self::Palette),
            ("f" | "а" | "h" | "р", true, false) if has_list => Some(Self::Find),
            ("g" | "п", true, false) if has_list => Some(Self::GoTo),
            ("z" | "я", true, false) if !seen.is_typing => Some(Self::Undo),
            ("y" | "н", true, false) | ("z" | "я", true, true) if !seen.is_typing => Some(Self::Redo),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENTS: Seen = Seen { screen: Screen::Workbook, sheet: Sheet::Clients, is_covered: false, is_typing: false };

    #[track_caller]
    fn check(stroke: &str, seen: Seen, expected: Option<PageKey>) {
        let mut parts: Vec<&str> = stroke.split('+').collect();
        let key = parts.pop().unwrap_or_default();
        let has = |name: &str| parts.contains(&name);
        let stroke = Stroke { key, ctrl: has("ctrl"), shift: has("shift"), alt: has("alt") };
        assert_eq!(PageKey::of(stroke, seen), expected, "{stroke:?} {seen:?}");
    }

    #[test]
    fn find_and_go_to_are_there_wherever_the_keyboard_is_on_the_clients_sheet() {
        let typing = Seen { is_typing: true, ..CLIENTS };
        for seen in [CLIENTS, typing] {
            check("ctrl+f", seen, Some(PageKey::Find));
            check("ctrl+h", seen, Some(PageKey::Find));
            check("ctrl+g", seen, Some(PageKey::GoTo));
            check("ctrl+а", seen, Some(PageKey::Find));
            check("ctrl+П", seen, Some(PageKey::GoTo));
            check("ctrl+shift+f", seen, None);
            check("alt+f", seen, None);
        }
    }

    #[test]
    fn elsewhere_and_under_a_window_these_keys_are_the_browsers() {
        let others = [
            Seen { sheet: Sheet::Segments, ..CLIENTS },
            Seen { screen: Screen::Start, ..CLIENTS },
            Seen { is_covered: true, ..CLIENTS },
        ];
        for seen in others {
            for stroke in ["ctrl+f", "ctrl+h", "ctrl+g"] {
                check(stroke, seen, None);
            }
        }
    }

    #[test]
    fn undo_is_left_to_a_text_that_is_being_typed() {
        check("ctrl+z", CLIENTS, Some(PageKey::Undo));
        check("ctrl+shift+Z", CLIENTS, Some(PageKey::Redo));
        check("ctrl+z", Seen { is_typing: true, ..CLIENTS }, None);
        check("?", Seen { is_typing: true, ..CLIENTS }, None);
        check("F1", Seen { is_typing: true, ..CLIENTS }, Some(PageKey::Keys));
        check("ctrl+k", Seen { sheet: Sheet::Segments, ..CLIENTS }, Some(PageKey::Palette));
    }
}
