//! A figure that follows from what was entered.

use leptos::prelude::*;

use super::entry_input::Words;
use crate::i18n::{t, use_i18n};

/// A figure with its name and the formula it comes from. Stands in a `dl`; without a value it says so.
#[component]
pub fn Figure(
    label: Words,
    /// The formula in words.
    formula: Words,
    #[prop(into)] value: Signal<Option<String>>,
    /// Whether it is worse than it should be.
    #[prop(optional, into)]
    is_bad: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="figure-line" title=move || formula(i18n)>
            <dt>{move || label(i18n)} <span class="figure-formula">{move || formula(i18n)}</span></dt>
            <dd class:is-bad=move || is_bad.get()>
                {move || match value.get() {
                    Some(value) => value.into_any(),
                    None => view! { <span class="figure-none">{t!(i18n, approach.no_data)}</span> }.into_any(),
                }}
            </dd>
        </div>
    }
}
