//! The dialog "Analyses": who brings the business, how much hangs on how few, and where the classes part.

mod concentration;
mod figures;
mod heat_map;
mod keeping;
mod lorenz;
mod matrices;
mod number_field;
mod opening;
mod settings;
mod shares;

pub use keeping::keep_analyses;

use leptos::prelude::*;

use self::concentration::ConcentrationPart;
use self::matrices::Matrices;
use self::settings::Settings;
use self::shares::AbcShares;
use crate::i18n::{t, t_string, use_i18n};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// The dialog. What it shows follows the settings at its end, and edits from other tabs.
#[component]
pub fn AnalysesDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let analyses = use_kontor().book.analyses();
    Effect::new(move || analyses.want());
    let is_ready = Memo::new(move |_| analyses.is_ready());
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, analysis.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, analysis.close).to_owned())
            class="analyses"
            on_close=on_close
        >
            <div class="dialog-body analyses-body">
                {move || {
                    if is_ready.get() {
                        view! {
                            <ConcentrationPart />
                            <AbcShares />
                            <Matrices />
                            <Settings />
                        }
                            .into_any()
                    } else {
                        view! { <p class="analyses-note" aria-busy="true">{t!(i18n, analysis.working)}</p> }.into_any()
                    }
                }}
            </div>
        </Dialog>
    }
}
