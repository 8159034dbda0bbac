//! The field of a formula: what may come next while one types, and what is wrong and where.

use leptos::{ev, html, prelude::*};

use super::state::ColumnState;
use crate::formula::{Completion, Problem, complete};
use crate::i18n::{formula, t, t_string, tag, use_i18n};
use crate::platform::dom;

/// So many functions and columns are offered at a time.
const MOST: usize = 8;

#[derive(Clone, Copy)]
struct Completions {
    state: ColumnState,
    field: NodeRef<html::Input>,
    offered: RwSignal<Vec<Completion>>,
    marked: RwSignal<usize>,
}

impl Completions {
    /// Where the caret stands, in bytes.
    fn caret(&self, text: &str) -> usize {
        let units = self.field.get_untracked().and_then(|field| field.selection_start().ok().flatten());
        let Some(units) = units else { return text.len() };
        let mut seen = 0;
        let ends = text.char_indices().find(|(_, c)| {
            let is_there = seen >= units;
            seen += c.len_utf16() as u32;
            is_there
        });
        ends.map_or(text.len(), |(at, _)| at)
    }

    fn typed(&self, language: &str) {
        let Some(field) = self.field.get_untracked() else { return };
        let text = field.value();
        let caret = self.caret(&text);
        self.marked.set(0);
        self.offered.set(complete(&text, caret, &self.state.titles(), language, MOST));
        self.state.draft.update(|draft| draft.formula = Some(text));
    }

    fn take(&self, at: usize) {
        let Some(completion) = self.offered.with_untracked(|offered| offered.get(at).cloned()) else { return };
        let mut text = self.state.draft.with_untracked(|draft| draft.formula.clone()).unwrap_or_default();
        if text.get(completion.span.clone()).is_none() {
            return;
        }
        text.replace_range(completion.span.clone(), &completion.text);
        let caret = text[..completion.span.start + completion.text.len()].encode_utf16().count() as u32;
        if let Some(field) = self.field.get_untracked() {
            field.set_value(&text);
            let _ = field.set_selection_range(caret, caret);
        }
        self.state.draft.update(|draft| draft.formula = Some(text));
        self.close();
        dom::focus("column-formula");
    }

    fn close(&self) {
        self.offered.set(Vec::new());
    }

    /// Says whether the key was for the list.
    fn pressed(&self, event: &ev::KeyboardEvent) -> bool {
        let count = self.offered.with_untracked(Vec::len);
        if count == 0 || event.is_composing() {
            return false;
        }
        match event.key().as_str() {
            "ArrowDown" => self.marked.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => self.marked.update(|at| *at = (*at + count - 1) % count),
            "Enter" | "Tab" if !event.shift_key() => self.take(self.marked.get_untracked()),
            "Escape" => self.close(),
            _ => return false,
        }
        true
    }
}

/// The formula with its list of completions and its message.
#[component]
pub fn FormulaField(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let field = NodeRef::<html::Input>::new();
    let (offered, marked) = (RwSignal::new(Vec::new()), RwSignal::new(0));
    let completions = Completions { state, field, offered, marked };
    let language = move || tag(i18n.get_locale_untracked());
    let first = state.draft.with_untracked(|draft| draft.formula.clone()).unwrap_or_default();
    let is_offered = move || offered.with(|offered| !offered.is_empty());
    let problem = Memo::new(move |_| state.reading.with(|reading| reading.clone().and_then(Result::err)));
    let is_wrong = move || problem.with(Option::is_some);
    let is_written = move || state.reading.with(|reading| matches!(reading, Some(Ok(_))));
    let pressed = move |event: ev::KeyboardEvent| {
        if completions.pressed(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <div class="column-formula">
            <label class="field" for="column-formula">{t!(i18n, column.formula)}</label>
            <input
                id="column-formula"
                type="text"
                role="combobox"
                node_ref=field
                value=first
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-expanded=move || is_offered().to_string()
                aria-controls="column-completions"
                aria-activedescendant=move || is_offered().then(|| format!("column-completion-{}", marked.get()))
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby="column-formula-state column-formula-hint"
                on:input=move |_| completions.typed(language())
                on:keydown=pressed
                on:blur=move |_| completions.close()
            />
            <CompletionList completions=completions />
            <div id="column-formula-state" class="column-formula-state" role="status">
                {move || match problem.get() {
                    Some(problem) => view! { <Wrong state=state problem=problem /> }.into_any(),
                    None if is_written() => view! { <p>{t!(i18n, column.formula_works)}</p> }.into_any(),
                    None => ().into_any(),
                }}
            </div>
            <p class="column-hint" id="column-formula-hint">{t!(i18n, column.formula_hint)}</p>
        </div>
    }
}

#[component]
fn CompletionList(completions: Completions) -> impl IntoView {
    let i18n = use_i18n();
    let offered = completions.offered;
    let item = move |(at, completion): (usize, Completion)| {
        view! {
            <li
                id=format!("column-completion-{at}")
                role="option"
                class:function=completion.is_function
                aria-selected=move || (completions.marked.get() == at).to_string()
                // The keyboard stays in the field.
                on:mousedown=move |event: ev::MouseEvent| event.prevent_default()
                on:click=move |_| completions.take(at)
            >
                {completion.text}
            </li>
        }
    };
    view! {
        <ul
            id="column-completions"
            class="column-completions"
            role="listbox"
            aria-label=move || t_string!(i18n, column.completions)
            hidden=move || offered.with(Vec::is_empty)
        >
            {move || offered.get().into_iter().enumerate().map(item).collect_view()}
        </ul>
    }
}

/// The formula once more with the place marked, and what is wrong there.
#[component]
fn Wrong(state: ColumnState, problem: Problem) -> impl IntoView {
    let i18n = use_i18n();
    let text = state.draft.with_untracked(|draft| draft.formula.clone()).unwrap_or_default();
    let part = |range: Option<&str>| range.unwrap_or("").to_owned();
    let before = part(text.get(..problem.span.start));
    let marked = part(text.get(problem.span.clone()));
    let after = part(text.get(problem.span.end..));
    // What is missing at the end has no letters of its own.
    let marked = if marked.trim().is_empty() { "\u{2038}".to_owned() } else { marked };
    let has_place = !text.trim().is_empty();
    let trouble = problem.trouble;
    view! {
        <p class="column-problem">{move || formula::trouble(i18n.get_locale(), &trouble)}</p>
        {has_place.then(|| view! { <code aria-hidden="true">{before} <mark>{marked}</mark> {after}</code> })}
    }
}
