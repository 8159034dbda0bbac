//! What the keys of the grid mean.

use super::selection::Motion;

/// What a key asks for while no cell is being edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Move {
        motion: Motion,
        extends: bool,
    },
    SelectAll,
    SelectRows,
    SelectColumns,
    /// Opens the editor with what the cell holds.
    Edit,
    Clear,
    /// Fills the selection with its first row.
    FillDown,
    /// Fills the selection with its first column.
    FillRight,
    /// Writes today's date.
    Today,
    /// Opens "Find and replace".
    Find,
    /// Opens "Go to".
    GoTo,
    /// Opens the client in the side panel.
    OpenClient,
    DeleteRows,
    Undo,
    Redo,
    Sort {
        is_descending: bool,
    },
    /// Makes the column wider or narrower, by so many steps.
    Resize(i8),
    /// Lets the next Tab leave the grid.
    Leave,
}

/// A key with what is held down. Command on a Mac counts as Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke<'a> {
    pub key: &'a str,
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
}

impl Command {
    /// What a key asks for; nothing for a key that is not the grid's.
    pub fn of(stroke: Stroke) -> Option<Self> {
        let Stroke { key, ctrl, shift, alt } = stroke;
        if alt {
            return Self::with_alt(key, ctrl, shift);
        }
        let letter = key.to_ascii_lowercase();
        match (letter.as_str(), ctrl) {
            ("a" | "ф", true) if !shift => return Some(Self::SelectAll),
            ("z" | "я", true) => return Some(if shift { Self::Redo } else { Self::Undo }),
            ("y" | "н", true) if !shift => return Some(Self::Redo),
            ("d" | "в", true) if !shift => return Some(Self::FillDown),
            ("r" | "к", true) if !shift => return Some(Self::FillRight),
            (";" | "ж", true) if !shift => return Some(Self::Today),
            ("f" | "а" | "h" | "р", true) if !shift => return Some(Self::Find),
            ("g" | "п", true) | ("f5", false) if !shift => return Some(Self::GoTo),
            ("-", true) => return Some(Self::DeleteRows),
            (" ", true) => return Some(Self::SelectColumns),
            (" ", false) => return Some(if shift { Self::SelectRows } else { Self::OpenClient }),
            ("f2", false) => return Some(Self::Edit),
            ("delete" | "backspace", false) => return Some(Self::Clear),
            ("escape", _) => return Some(Self::Leave),
            _ => {}
        }
        let motion = match (key, ctrl) {
            ("ArrowUp", false) => Motion::Up,
            ("ArrowDown", false) => Motion::Down,
            ("ArrowLeft", false) => Motion::Left,
            ("ArrowRight", false) => Motion::Right,
            ("ArrowUp", true) => Motion::EdgeUp,
            ("ArrowDown", true) => Motion::EdgeDown,
            ("ArrowLeft", true) => Motion::EdgeLeft,
            ("ArrowRight", true) => Motion::EdgeRight,
            ("PageUp", false) => Motion::PageUp,
            ("PageDown", false) => Motion::PageDown,
            ("Home", false) => Motion::RowStart,
            ("End", false) => Motion::RowEnd,
            ("Home", true) => Motion::First,
            ("End", true) => Motion::Last,
            // With Shift these go back instead of extending.
            ("Enter", false) => return Some(Self::go(if shift { Motion::Up } else { Motion::Down })),
            ("Tab", false) => return Some(Self::go(if shift { Motion::Previous } else { Motion::Next })),
            _ => return None,
        };
        Some(Self::Move { motion, extends: shift })
    }

    fn go(motion: Motion) -> Self {
        Self::Move { motion, extends: false }
    }

    fn with_alt(key: &str, ctrl: bool, shift: bool) -> Option<Self> {
        match (key, ctrl, shift) {
            ("ArrowLeft", false, true) => Some(Self::Resize(-1)),
            ("ArrowRight", false, true) => Some(Self::Resize(1)),
            ("ArrowUp", false, true) => Some(Self::Sort { is_descending: false }),
            ("ArrowDown", false, true) => Some(Self::Sort { is_descending: true }),
            // As in Excel: opens the list of a choice.
            ("ArrowDown", false, false) => Some(Self::Edit),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes strokes as people do: "ctrl+shift+z".
    #[track_caller]
    fn check(stroke: &str, expected: Option<Command>) {
        let mut parts: Vec<&str> = stroke.split('+').collect();
        let key = parts.pop().filter(|key| !key.is_empty()).unwrap_or(" ");
        let has = |name: &str| parts.contains(&name);
        let stroke = Stroke { key, ctrl: has("ctrl"), shift: has("shift"), alt: has("alt") };
        assert_eq!(Command::of(stroke), expected, "{stroke:?}");
    }

    #[track_caller]
    fn check_move(stroke: &str, motion: Motion, extends: bool) {
        check(stroke, Some(Command::Move { motion, extends }));
    }

    #[test]
    fn hands_find_what_they_know_from_excel() {
        check_move("ArrowDown", Motion::Down, false);
        check_move("shift+ArrowDown", Motion::Down, true);
        check_move("ctrl+ArrowDown", Motion::EdgeDown, false);
        check_move("ctrl+shift+ArrowDown", Motion::EdgeDown, true);
        check_move("Enter", Motion::Down, false);
        check_move("shift+Enter", Motion::Up, false);
        check_move("Tab", Motion::Next, false);
        check_move("shift+Tab", Motion::Previous, false);
        check_move("ctrl+Home", Motion::First, false);
        check_move("End", Motion::RowEnd, false);
        check("F2", Some(Command::Edit));
        check("Delete", Some(Command::Clear));
        check("ctrl+a", Some(Command::SelectAll));
        check("ctrl+-", Some(Command::DeleteRows));
        check("shift+ ", Some(Command::SelectRows));
        check(" ", Some(Command::OpenClient));
        check("ctrl+d", Some(Command::FillDown));
        check("ctrl+;", Some(Command::Today));
        check("ctrl+f", Some(Command::Find));
        check("ctrl+h", Some(Command::Find));
        check("ctrl+g", Some(Command::GoTo));
        check("F5", Some(Command::GoTo));
        check_move("ctrl+shift+End", Motion::Last, true);
        check_move("ctrl+shift+Home", Motion::First, true);
        check("ctrl+z", Some(Command::Undo));
        check("ctrl+shift+Z", Some(Command::Redo));
        check("ctrl+y", Some(Command::Redo));
        check("alt+shift+ArrowRight", Some(Command::Resize(1)));
        check("alt+ArrowDown", Some(Command::Edit));
    }

    #[test]
    fn what_is_typed_and_what_is_the_browsers_is_left_alone() {
        for stroke in ["a", "я", "中", "ctrl+F5", "ctrl+c", "ctrl+v", "ctrl+shift+f", "alt+ArrowLeft", "ctrl+Tab"] {
            check(stroke, None);
        }
    }
}
