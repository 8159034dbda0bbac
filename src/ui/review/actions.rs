//! What the person does with what differs.

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::state::ReviewState;
use crate::ui::use_kontor;

/// The lower edge of the dialog: all, none, take, cancel.
#[component]
pub fn Actions(state: ReviewState, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let context = use_kontor();
    let count = Memo::new(move |_| state.taken_count());
    let is_taking = RwSignal::new(false);
    let text = move || {
        let number = context.formats.with(|formats| formats.number(f64::from(count.get()), 0));
        t_string!(i18n, review.take, count = count.get(), number = number).to_string()
    };
    let take = move |_| {
        // Once: a second click must not find the same list again.
        if !is_taking.get_untracked() {
            is_taking.set(true);
            if state.apply(context.book) {
                on_close();
            } else {
                is_taking.set(false);
            }
        }
    };
    view! {
        <footer class="review-footer">
            <div class="review-buttons">
                <button type="button" class="button" on:click=move |_| state.take_shown(true)>
                    {t!(i18n, review.all)}
                </button>
                <button type="button" class="button" on:click=move |_| state.take_shown(false)>
                    {t!(i18n, review.none)}
                </button>
            </div>
            <div class="review-buttons">
                <button type="button" class="button" on:click=move |_| on_close()>
                    {t!(i18n, review.cancel)}
                </button>
                <button
                    type="button"
                    class="button primary"
                    disabled=move || count.get() == 0 || is_taking.get()
                    on:click=take
                >
                    {text}
                </button>
            </div>
        </footer>
    }
}
