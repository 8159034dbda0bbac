//! The dialog "Review changes".

mod actions;
mod changes;
mod item;
mod summary;

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use actions::Actions;
use changes::Changes;
use summary::Summary;

/// The dialog. Closed, it forgets the list: nothing of it has been done.
#[component]
pub fn ReviewDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_kontor().review;
    let has_differences =
        Memo::new(move |_| state.list.with(|list| list.as_ref().is_some_and(|list| !list.review.items.is_empty())));
    let close = move || {
        on_close();
        state.clear();
    };
    // However the dialog goes, the list goes with it: it may be large.
    on_cleanup(move || state.clear());
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, review.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, review.close).to_owned())
            class="review"
            on_close=close
        >
            <Show
                when=move || has_differences.get()
                fallback=move || {
                    view! {
                        <div class="review-nothing" role="status">
                            <p>
                                <strong>{t!(i18n, review.no_differences)}</strong>
                            </p>
                            <p class="review-hint">{t!(i18n, review.no_differences_hint)}</p>
                        </div>
                        <footer class="review-footer">
                            <div class="review-buttons">
                                <button type="button" class="button primary" autofocus on:click=move |_| close()>
                                    {t!(i18n, review.close)}
                                </button>
                            </div>
                        </footer>
                    }
                }
            >
                <Summary state=state />
                <Changes state=state />
                <Actions state=state on_close=close />
            </Show>
        </Dialog>
    }
}
