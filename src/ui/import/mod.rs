//! The import dialog: a file, what Kontor proposes for it, and what the person makes of that.

mod again;
mod choices;
mod column_head;
mod currency;
mod drop_area;
mod extent;
mod flow;
mod footer;
mod left_out;
mod outcome;
mod preview;
mod problem_list;
mod question;
mod remembering;
mod rollup;
mod rollup_choice;
mod rollup_roles;
mod rollup_totals;
mod row_choices;
mod source;
mod state;
mod trouble;

use leptos::prelude::*;

pub use outcome::Outcome;
pub use state::ImportState;
pub use trouble::Trouble;

use crate::i18n::{problems, t, t_string, use_i18n};
use crate::platform::dom;
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use again::AimChoice;
use drop_area::DropArea;
use extent::Extent;
use flow::Flow;
use footer::Footer;
use left_out::LeftOutRows;
use preview::Preview;
use problem_list::ProblemList;
use rollup::Rollup;
use source::Source;
use state::Phase;

/// The import dialog, and the page as the place where a file can be dropped to open it. Mounted once, for good.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let i18n = use_i18n();
    let context = use_kontor();
    let flow = Flow::new(&context, Signal::derive(move || i18n.get_locale()));
    view! {
        <DropArea flow=flow />
        <Show when=move || context.import.is_open.get()>
            <Open flow=flow />
        </Show>
    }
}

#[component]
fn Open(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let opener = StoredValue::new_local(dom::focused());
    let later = flow.context().book.host().later;
    on_cleanup(move || {
        // What opened the dialog can be reached again only once the dialog is gone.
        if let Some(opener) = opener.try_get_value() {
            let opener = StoredValue::new_local(opener);
            later(Box::new(move || {
                opener.try_with_value(dom::Focus::restore);
            }));
        }
    });
    let title = Signal::derive(move || t_string!(i18n, import.title).to_owned());
    let close = Signal::derive(move || t_string!(i18n, import.close).to_owned());
    let is_listing = Memo::new(move |_| state.phase.get() == Phase::Listing);
    let has_table = Memo::new(move |_| state.choices.with(Option::is_some));
    view! {
        <Dialog title=title close=close class="import" on_close=move || state.close()>
            <Show when=move || !is_listing.get() fallback=move || view! { <ProblemList state=state /> }>
                <Source flow=flow />
                {move || {
                    let locale = i18n.get_locale();
                    let text = |trouble: &Trouble| problems::trouble(locale, trouble, &state.file.get());
                    let text = state.trouble.with(|trouble| trouble.as_ref().map(text));
                    text.map(|text| view! { <p class="import-alert" role="alert">{text}</p> })
                }}
                <Show
                    when=move || has_table.get()
                    fallback=move || view! { <p class="import-hint">{t!(i18n, import.kinds)} " " {t!(i18n, import.local)}</p> }
                >
                    <Extent flow=flow />
                    <Rollup flow=flow />
                    <Preview flow=flow />
                    <LeftOutRows flow=flow />
                </Show>
                <AimChoice flow=flow />
                <Footer flow=flow />
            </Show>
        </Dialog>
    }
}
