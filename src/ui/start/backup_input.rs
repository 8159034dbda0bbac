//! Choosing a backup file.

use leptos::task::spawn_local;
use leptos::{html, prelude::*};

use crate::i18n::{t_string, use_i18n};
use crate::platform::{files, library};
use crate::state::Notice;
use crate::ui::use_kontor;

/// A hidden file input that opens the backup chosen in it.
#[derive(Clone, Copy, Default)]
pub struct BackupInput {
    input: NodeRef<html::Input>,
}

impl BackupInput {
    /// Lets the person choose a file.
    pub fn choose(&self) {
        if let Some(input) = self.input.get_untracked() {
            input.click();
        }
    }

    /// The input itself; it must stand somewhere in the page.
    pub fn view(self) -> impl IntoView {
        let i18n = use_i18n();
        let notices = use_kontor().book.notices();
        let open = move |_| {
            let Some(input) = self.input.get_untracked() else { return };
            let Some(file) = files::chosen(&input) else { return };
            files::forget_choice(&input);
            spawn_local(async move {
                match file.bytes().await {
                    Ok(bytes) => library::open_backup(&bytes).await,
                    Err(_) => notices.push(Notice::NotABackup),
                }
            });
        };
        view! {
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                accept=".kontor"
                aria-label=move || t_string!(i18n, start.backup_file)
                node_ref=self.input
                on:change=open
            />
        }
    }
}
