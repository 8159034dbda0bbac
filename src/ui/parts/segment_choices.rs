//! Four buttons, one of them pressed: the choice of a segment.

use leptos::prelude::*;

use crate::i18n::{segment, use_i18n};
use crate::segment::Segment;

/// The buttons of all segments, in a group.
#[component]
pub fn SegmentChoices(
    /// What is chosen with them.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] chosen: Signal<Option<Segment>>,
    #[prop(default = "segment-choices")] class: &'static str,
    on_choose: impl Fn(Segment) + Copy + Send + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let choice = move |of: Segment| {
        view! {
            <button
                type="button"
                class="segment-choice"
                data-segment=of.key()
                aria-pressed=move || (chosen.get() == Some(of)).to_string()
                on:click=move |_| on_choose(of)
            >
                {move || segment::name(i18n, of)}
            </button>
        }
    };
    view! {
        <div class=class role="group" aria-label=label>
            {Segment::ALL.map(choice).collect_view()}
        </div>
    }
}
