//! A number among the settings, with what is wrong with it.

use leptos::prelude::*;

use crate::analysis::AnalysisRules;
use crate::i18n::{analysis, t_string, use_i18n};
use crate::state::Setting;

/// A labelled number. What makes no sense stays as it was typed, with the reason, and is not saved.
#[component]
pub fn NumberField(
    setting: Setting,
    #[prop(into)] label: Signal<String>,
    draft: RwSignal<AnalysisRules>,
    /// Takes the draft as it is now, where all of it makes sense.
    save: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_number = RwSignal::new(true);
    let shown = move || draft.with(|draft| setting.shown(draft));
    let problem = move || {
        if !is_number.get() {
            return Some(t_string!(i18n, analysis.problem.number));
        }
        let is_wrong = draft.with(|draft| draft.problems().contains(&setting.problem()));
        is_wrong.then(|| analysis::problem(i18n, setting.problem()))
    };
    let enter = move |event| match event_target_value(&event).trim().parse::<f64>() {
        Ok(number) if number.is_finite() => {
            is_number.set(true);
            draft.update(|draft| setting.put(draft, number));
            save();
        }
        _ => is_number.set(false),
    };
    view! {
        <div class="setting">
            <label class="setting-label">
                <span>{label}</span>
                <input
                    type="number"
                    step="any"
                    min="0"
                    aria-invalid=move || problem().map(|_| "true")
                    prop:value=move || shown().to_string()
                    on:change=enter
                />
            </label>
            {move || problem().map(|problem| view! { <span class="setting-problem" role="alert">{problem}</span> })}
        </div>
    }
}
