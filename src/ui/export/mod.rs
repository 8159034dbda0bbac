//! The dialog "Export": the workbook as a file for other programs.

mod choice;
mod outcome;
mod request;
mod state;

use leptos::{ev, prelude::*};

use self::choice::FormatChoice;
use self::outcome::Outcome;
use self::state::{ExportState, Phase};
use crate::i18n::{t, t_string, use_i18n};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// The dialog.
#[component]
pub fn ExportDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let state = ExportState::new();
    let is_working = Memo::new(move |_| state.is_working());
    let is_written = Memo::new(move |_| state.phase.with(|phase| matches!(phase, Phase::Cut { .. })));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !is_working.get_untracked() {
            state.export(kontor, i18n.get_locale_untracked(), on_close);
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, export.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="export"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=submit>
                <FormatChoice state=state />
                <Outcome state=state />
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| on_close()>
                        {move || {
                            if is_written.get() { t_string!(i18n, export.close) } else { t_string!(i18n, export.cancel) }
                        }}
                    </button>
                    // Not disabled while it works: that would throw the keyboard out of the dialog.
                    <button type="submit" class="button primary" aria-disabled=move || is_working.get().to_string()>
                        {t!(i18n, export.submit)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
