//! Saved views: records of the workbook, so that undo, other tabs and the file know them.

use leptos::prelude::*;

use super::definition::{LeftView, SavedView, ViewDefinition};
use super::view::ClientsView;
use crate::state::Part;
use crate::workbook::{Edit, Stored};

impl ClientsView {
    /// The saved views with their ids, by name; followed.
    pub fn saved_views(&self) -> Vec<(String, SavedView)> {
        self.book.follow(Part::Records);
        self.book.follow_layout();
        let mut views: Vec<(String, SavedView)> = self.book.with(|workbook| {
            let read = |(key, stored): (&str, &Stored)| {
                let id = SavedView::id_of(key)?.to_owned();
                let Stored::Text(text) = stored else { return None };
                serde_json::from_str(text).ok().map(|view| (id, view))
            };
            workbook.records("view/").filter_map(read).collect()
        });
        views.sort_by(|left, right| (&left.1.name, &left.0).cmp(&(&right.1.name, &right.0)));
        views
    }

    /// The saved view of this id.
    pub fn saved_view(&self, id: &str) -> Option<SavedView> {
        self.book.with(|workbook| match workbook.record(&SavedView::record(id))? {
            Stored::Text(text) => serde_json::from_str(text).ok(),
            _ => None,
        })
    }

    /// Opens a saved view, or with nothing shows all clients. Says whether there is such a view.
    pub fn open_saved(&self, id: Option<&str>) -> bool {
        let is_open = self.show_saved(id);
        if is_open {
            self.opened.update(|opened| *opened += 1);
        }
        is_open
    }

    fn show_saved(&self, id: Option<&str>) -> bool {
        let definition = match id {
            None => Some(ViewDefinition::default()),
            Some(id) => self.saved_view(id).map(|view| view.definition),
        };
        let Some(definition) = definition else { return false };
        self.editing.set(None);
        self.set_definition(definition);
        self.open_view.set(id.map(str::to_owned));
        true
    }

    /// Saves the sheet as it is now under a name, and opens that view. Says whether it was done.
    pub fn save_as(&self, name: &str) -> bool {
        let id = format!("{:x}", (self.book.host().random)());
        let view = SavedView { name: name.trim().to_owned(), definition: untrack(|| self.definition()) };
        let is_done = !view.name.is_empty() && self.write(&id, Some(&view));
        if is_done {
            self.open_view.set(Some(id));
            self.opened.update(|opened| *opened += 1);
        }
        is_done
    }

    /// Saves the sheet as it is now as what a view shows.
    pub fn update_saved(&self, id: &str) -> bool {
        let Some(view) = self.saved_view(id) else { return false };
        let definition = untrack(|| self.definition());
        let is_done = self.write(id, Some(&SavedView { definition, ..view }));
        if is_done {
            self.open_view.set(Some(id.to_owned()));
        }
        is_done
    }

    pub fn rename_saved(&self, id: &str, name: &str) -> bool {
        let name = name.trim().to_owned();
        match self.saved_view(id) {
            Some(view) if !name.is_empty() => self.write(id, Some(&SavedView { name, ..view })),
            _ => false,
        }
    }

    /// Deletes a saved view. What it shows stays on screen.
    pub fn delete_saved(&self, id: &str) -> bool {
        let is_done = self.write(id, None);
        if is_done && self.open_view.with_untracked(|open| open.as_deref() == Some(id)) {
            self.open_view.set(None);
        }
        is_done
    }

    /// Whether the sheet shows something else than the open view does; followed.
    pub fn is_changed(&self) -> bool {
        self.book.follow(Part::Records);
        let saved = match self.open_view.get() {
            None => Some(ViewDefinition::default()),
            Some(id) => self.saved_view(&id).map(|view| view.definition),
        };
        saved.is_none_or(|saved| saved != self.definition())
    }

    /// The sheet as it is now, to be found so again; followed.
    pub fn left(&self) -> LeftView {
        LeftView { view: self.open_view.get(), definition: self.definition() }
    }

    /// Shows the sheet as it was left; where `asked` names another view than the one that was open, that view.
    pub fn come_back(&self, left: LeftView, asked: Option<&str>) {
        if asked.is_some_and(|asked| left.view.as_deref() != Some(asked) && self.show_saved(Some(asked))) {
            return;
        }
        self.set_definition(left.definition);
        self.open_view.set(left.view.filter(|id| self.saved_view(id).is_some()));
    }

    fn write(&self, id: &str, view: Option<&SavedView>) -> bool {
        let value = match view.map(serde_json::to_string).transpose() {
            Ok(text) => text.map(Stored::Text),
            Err(_) => return false,
        };
        self.book.edit(Edit::SetRecord { key: SavedView::record(id), value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Book, Formats, Host, Notices};
    use crate::workbook::{Field, Origin, Workbook};

    fn with_view(test: impl FnOnce(ClientsView)) {
        let owner = Owner::new();
        owner.with(|| {
            let book = Book::new(Workbook::new(Origin(1)), Host::for_tests(), Notices::default());
            test(ClientsView::new(book, RwSignal::new(Formats::default())));
        });
    }

    #[test]
    fn a_view_is_saved_opened_renamed_and_deleted_and_undo_brings_it_back() {
        with_view(|view| {
            view.turn_sort(&Field::Name.into(), false);
            assert!(!view.save_as("  ") && view.save_as(" By name "));
            let (id, _) = view.saved_views().pop().expect("a view");
            assert_eq!(view.open_view.get().as_ref(), Some(&id));
            assert!(!view.is_changed());
            view.query.set("x".to_owned());
            assert!(view.is_changed());
            assert!(view.open_saved(None) && view.sort.get().is_empty());
            assert!(view.open_saved(Some(&id)) && view.sort.get().len() == 1);
            assert!(!view.open_saved(Some("none")));
            assert!(view.rename_saved(&id, "Names"));
            assert_eq!(view.saved_view(&id).map(|view| view.name), Some("Names".to_owned()));
            assert!(view.delete_saved(&id));
            assert_eq!((view.saved_views().len(), view.open_view.get()), (0, None));
            view.book.undo();
            assert_eq!(view.saved_views().len(), 1);
        });
    }

    #[test]
    fn what_the_person_opens_is_a_step_and_what_comes_back_by_itself_is_none() {
        with_view(|view| {
            let check = |steps| assert_eq!(view.opened.get(), steps);
            view.turn_sort(&Field::Name.into(), false);
            view.save_as("By name");
            check(1);
            let id = view.open_view.get();
            view.open_saved(None);
            check(2);
            view.open_saved(Some("none"));
            check(2);
            view.come_back(LeftView::default(), id.as_deref());
            assert_eq!(view.open_view.get(), id);
            check(2);
            view.delete_saved(id.as_deref().unwrap_or_default());
            check(2);
        });
    }

    #[test]
    fn the_sheet_comes_back_as_it_was_left_unless_another_view_is_asked_for() {
        with_view(|view| {
            view.save_as("All");
            let id = view.open_view.get();
            view.query.set("x".to_owned());
            let left = view.left();
            view.open_saved(None);
            view.come_back(left.clone(), id.as_deref());
            assert_eq!((view.query.get().as_str(), view.open_view.get()), ("x", id.clone()));
            view.come_back(LeftView { view: None, ..left.clone() }, id.as_deref());
            assert_eq!((view.query.get().as_str(), view.open_view.get()), ("", id));
            view.come_back(LeftView { view: Some("gone".to_owned()), ..left }, Some("gone"));
            assert_eq!((view.query.get().as_str(), view.open_view.get()), ("x", None));
        });
    }
}
