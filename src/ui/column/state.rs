//! What the dialog holds while it is open.

use leptos::prelude::*;

use crate::formula::{Formula, Parsed, Problem};
use crate::i18n::{self, Locale, use_i18n};
use crate::state::clients::{ColumnDraft, Retype, SheetColumn};
use crate::ui::{Context, use_kontor};
use crate::workbook::{ColumnId, ColumnKind, Edit, Field};

/// So many rows are looked at in one go: well below what the page would be felt to stop for.
const SLICE: u32 = 4000;

/// What reading the formula came to; nothing where the column is not calculated.
type Reading = Option<Result<Parsed, Problem>>;

#[derive(Clone, Copy)]
pub struct ColumnState {
    pub kontor: Context,
    /// The column as it was when the dialog was opened.
    pub before: StoredValue<ColumnDraft>,
    pub draft: RwSignal<ColumnDraft>,
    /// Whether the kind is the one that the formula makes.
    pub is_automatic: RwSignal<bool>,
    pub reading: Memo<Reading>,
    /// What the change of type will do; nothing while it is looked at, and where the type stays.
    pub retype: RwSignal<Option<Retype>>,
    /// Grows with each type that is chosen, so that what was begun for another one ends.
    run: StoredValue<u64>,
    names: StoredValue<Vec<(String, ColumnId)>>,
}

impl ColumnState {
    pub fn new() -> Self {
        let kontor = use_kontor();
        let locale = use_i18n().get_locale_untracked();
        let names = StoredValue::new(names(kontor, locale));
        let title = move |id: &ColumnId| names.with_value(|names| title_of(names, id));
        let draft = ColumnDraft::of(kontor.book, kontor.dialog.column.get_untracked(), &title);
        let before = StoredValue::new(draft.clone());
        let draft = RwSignal::new(draft);
        let text = Memo::new(move |_| draft.with(|draft| draft.formula.clone()));
        let reading = Memo::new(move |_| {
            // Read, not only followed: a memo that nobody reads never begins to follow anything.
            text.with(|_| ());
            let find = |name: &str| names.with_value(|names| find(names, name));
            draft.with_untracked(|draft| draft.parsed(kontor.book, &find))
        });
        let is_automatic = RwSignal::new(before.with_value(|before| before.formula.is_none()));
        let (retype, run) = (RwSignal::new(None), StoredValue::new(0));
        let state = Self { kontor, before, draft, is_automatic, reading, retype, run, names };
        Effect::new(move || {
            if let (Some(kind), true) = (state.formula_kind(), is_automatic.get()) {
                draft.update(|draft| draft.kind = kind);
            }
        });
        state
    }

    /// The titles that a formula may name.
    pub fn titles(&self) -> Vec<String> {
        self.names.with_value(|names| names.iter().map(|(title, _)| title.clone()).collect())
    }

    pub fn is_new(&self) -> bool {
        self.before.with_value(|before| before.is_new)
    }

    pub fn is_calculated(&self) -> bool {
        self.draft.with(|draft| draft.formula.is_some())
    }

    /// The kind that the formula makes, if it can be read; followed.
    pub fn formula_kind(&self) -> Option<ColumnKind> {
        let kontor = self.kontor;
        let kind = |id: &ColumnId| {
            kontor.book.table(|table| match (table.column(id), id) {
                (Some(column), _) => Some(column.definition.kind),
                (None, ColumnId::Field(field)) => Some(field.kind()),
                (None, ColumnId::Own(_) | ColumnId::Found(_)) => None,
            })
        };
        let of = |formula: &Formula| formula.kind(&kind);
        self.reading.with(|reading| match reading {
            Some(Ok(parsed)) => Some(of(&parsed.formula)),
            _ => None,
        })
    }

    /// Chooses a type, or with nothing that the column is calculated.
    pub fn choose(&self, kind: Option<ColumnKind>) {
        let shown = self.before.with_value(|before| before.formula.clone());
        let book = self.kontor.book;
        self.draft.update(|draft| {
            match kind {
                Some(kind) => {
                    draft.formula = None;
                    draft.kind = kind;
                }
                None => {
                    draft.formula = Some(draft.formula.take().or(shown).unwrap_or_default());
                }
            }
            draft.read_choices(book);
        });
        self.look_at_values();
    }

    /// Whether the type changes under values that are there; followed.
    pub fn is_retyped(&self) -> bool {
        let kind = self.draft.with(|draft| draft.formula.is_none().then_some(draft.kind));
        self.before.with_value(|before| {
            !before.is_new
                && before.is_own()
                && before.formula.is_none()
                && kind.is_some_and(|kind| kind != before.kind)
        })
    }

    fn look_at_values(&self) {
        self.run.update_value(|run| *run += 1);
        self.retype.set(None);
        if untrack(|| self.is_retyped()) {
            self.look_on(self.run.get_value(), Retype::default());
        }
    }

    fn look_on(self, run: u64, mut retype: Retype) {
        if self.run.try_get_value() != Some(run) {
            return;
        }
        let (id, from) = self.before.with_value(|before| (before.id.clone(), before.kind));
        let to = self.draft.with_untracked(|draft| draft.kind);
        let book = self.kontor.book;
        let has_more = self
            .kontor
            .formats
            .with_untracked(|formats| book.table(|table| retype.advance(table, &id, (from, to), formats, SLICE)));
        if has_more {
            (book.host().later)(Box::new(move || self.look_on(run, retype)));
        } else {
            self.retype.set(Some(retype));
        }
    }

    /// Whether the column can be made as it is described; followed.
    pub fn is_ready(&self) -> bool {
        let is_read = self.reading.with(|reading| !matches!(reading, Some(Err(_))));
        let has_texts = self.draft.with(|draft| !draft.has_choices() || draft.choices.is_ready());
        is_read && has_texts && (!self.is_retyped() || self.retype.with(Option::is_some))
    }

    /// Makes the column. Says whether the dialog has done its work.
    pub fn submit(&self) -> bool {
        let draft = self.draft.get_untracked();
        if !untrack(|| self.is_ready()) || (draft.is_own() && draft.title.trim().is_empty()) {
            return false;
        }
        let parsed = self.reading.with_untracked(|reading| reading.clone().and_then(Result::ok));
        let retype = self.retype.get_untracked();
        match self.before.with_value(|before| draft.edit(self.kontor.book, before, parsed.as_ref(), retype)) {
            Some(edit) => self.kontor.clients.set_column(&draft, edit),
            None => true,
        }
    }

    /// Whether the sheet would be without the column if it were removed.
    pub fn can_be_removed(&self) -> bool {
        self.before.with_value(|before| {
            !before.is_new
                && before.id != ColumnId::Field(Field::Name)
                && self.kontor.book.table(|table| {
                    table.column(&before.id).is_some_and(crate::workbook::Column::is_shown)
                        && (before.is_own() || table.has_imports())
                })
        })
    }

    pub fn remove(&self) -> bool {
        self.kontor.book.edit(Edit::RemoveColumn(self.before.with_value(|before| before.id.clone())))
    }
}

/// The columns that a formula may name, by the titles of the page's language: those of the sheet, then the other fields.
fn names(kontor: Context, locale: Locale) -> Vec<(String, ColumnId)> {
    let title = |column: &SheetColumn| (i18n::column_title(locale, column), column.id.clone());
    let mut names: Vec<(String, ColumnId)> = kontor
        .clients
        .columns
        .with_untracked(|columns| columns.iter().filter(|column| !column.is_segment()).map(title).collect());
    for field in Field::ALL.iter().filter(|field| !field.is_beside_the_sheet()) {
        if names.iter().all(|(_, id)| *id != ColumnId::Field(*field)) {
            names.push(title(&SheetColumn::of_field(*field)));
        }
    }
    names
}

fn find(names: &[(String, ColumnId)], name: &str) -> Option<ColumnId> {
    let wanted = name.trim().to_lowercase();
    let by_title = names.iter().find(|(title, _)| title.trim().to_lowercase() == wanted);
    by_title.map(|(_, id)| id.clone()).or_else(|| wanted.parse().ok().map(ColumnId::Field))
}

/// The title under which a column is found again; nothing where another one has it too.
fn title_of(names: &[(String, ColumnId)], id: &ColumnId) -> Option<String> {
    let (title, _) = names.iter().find(|(_, other)| other == id)?;
    (find(names, title).as_ref() == Some(id)).then(|| title.clone())
}
