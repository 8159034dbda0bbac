//! The dialog "Column": a column's title, type and formula, and a choice's values.

mod choices;
mod fit;
mod formula_field;
mod kind_field;
mod state;

use leptos::{ev, prelude::*};

use self::choices::ChoiceTable;
use self::fit::Fit;
use self::formula_field::FormulaField;
use self::kind_field::{KindField, ResultField};
use self::state::ColumnState;
use super::grid::FIELD;
use crate::i18n::{fields, t, t_string, use_i18n};
use crate::platform::dom;
use crate::ui::parts::Dialog;
use crate::workbook::ColumnId;

/// The dialog.
#[component]
pub fn ColumnDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let state = ColumnState::new();
    let later = state.kontor.book.host().later;
    let is_new = state.is_new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if state.submit() {
            on_close();
            if is_new {
                // After the keyboard went back to where it was.
                later(Box::new(move || later(Box::new(|| dom::focus(FIELD)))));
            }
        }
    };
    let remove = move |_| {
        if state.remove() {
            on_close();
        }
    };
    let heading =
        move || if is_new { t_string!(i18n, grid.add_column) } else { t_string!(i18n, column.title) }.to_owned();
    let is_choice = Memo::new(move |_| state.draft.with(crate::state::clients::ColumnDraft::has_choices));
    let is_retyped = Memo::new(move |_| state.is_retyped());
    let is_calculated = Memo::new(move |_| state.is_calculated());
    view! {
        <Dialog
            title=Signal::derive(heading)
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="column"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=submit>
                <TitleField state=state />
                <KindField state=state />
                <Show when=move || is_calculated.get()>
                    <FormulaField state=state />
                    <ResultField state=state />
                </Show>
                <Show when=move || is_retyped.get()>
                    <Fit state=state />
                </Show>
                <Show when=move || is_choice.get()>
                    <ChoiceTable state=state />
                </Show>
                <div class="dialog-actions">
                    {state
                        .can_be_removed()
                        .then(|| {
                            view! {
                                <button type="button" class="button column-remove" on:click=remove>
                                    {t!(i18n, column.remove)}
                                </button>
                            }
                        })}
                    <button type="button" class="button" on:click=move |_| on_close()>{t!(i18n, grid.cancel)}</button>
                    <button type="submit" class="button primary" disabled=move || !state.is_ready()>
                        {move || if is_new { t_string!(i18n, grid.add) } else { t_string!(i18n, column.save) }}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// The title, which for a field of Kontor's own is said and not asked.
#[component]
fn TitleField(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let id = state.before.with_value(|before| before.id.clone());
    match id {
        ColumnId::Field(field) => view! {
            <div class="column-fixed">
                <p class="column-fixed-title">{move || fields::field(i18n.get_locale(), field)}</p>
                <p>{t!(i18n, column.kontors)}</p>
            </div>
        }
        .into_any(),
        // What is found has no window of its own: there is nothing about it to change.
        ColumnId::Found(_) => ().into_any(),
        ColumnId::Own(_) => view! {
            <label class="field">
                {t!(i18n, column.name)}
                <input
                    type="text"
                    maxlength="120"
                    required
                    autofocus
                    autocomplete="off"
                    prop:value=move || state.draft.with(|draft| draft.title.clone())
                    on:input:target=move |event| state.draft.update(|draft| draft.title = event.target().value())
                />
            </label>
        }
        .into_any(),
    }
}
