//! From the enums of state and workbook to text.

use leptos_i18n::I18nContext;

use super::{Locale, t_string};
use crate::state::{Formats, Notice, NoticeAction};
use crate::workbook::{ChangeKind, EditKind, Refusal};

type I18n = I18nContext<Locale>;

/// The BCP 47 tag of a language.
pub fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::en => "en",
        Locale::zh_CN => "zh-CN",
        Locale::ru => "ru",
    }
}

/// What an edit did, for "Undo: …".
pub fn edit_kind(i18n: I18n, kind: EditKind) -> String {
    match kind {
        EditKind::SetCells => t_string!(i18n, shell.edit.set_cells),
        EditKind::AddRows => t_string!(i18n, shell.edit.add_rows),
        EditKind::DeleteRows => t_string!(i18n, shell.edit.delete_rows),
        EditKind::SetColumn => t_string!(i18n, shell.edit.set_column),
        EditKind::RemoveColumn => t_string!(i18n, shell.edit.remove_column),
        EditKind::Import => t_string!(i18n, shell.edit.import),
        EditKind::SetTitle => t_string!(i18n, shell.edit.set_title),
        EditKind::SetCurrency => t_string!(i18n, shell.edit.set_currency),
        EditKind::SetRecord => t_string!(i18n, shell.edit.set_record),
        EditKind::Change(ChangeKind::Paste) => t_string!(i18n, shell.edit.paste),
        EditKind::Change(ChangeKind::Fill) => t_string!(i18n, shell.edit.fill),
        EditKind::Change(ChangeKind::Replace) => t_string!(i18n, shell.edit.replace),
        EditKind::Change(ChangeKind::Review) => t_string!(i18n, shell.edit.review),
        EditKind::Change(ChangeKind::Merge) => t_string!(i18n, shell.edit.merge),
        EditKind::Change(ChangeKind::Unmerge) => t_string!(i18n, shell.edit.unmerge),
        EditKind::Change(ChangeKind::Retype) => t_string!(i18n, shell.edit.retype),
    }
    .to_owned()
}

/// What a notice says.
pub fn notice_text(i18n: I18n, notice: &Notice, formats: &Formats) -> String {
    match notice {
        Notice::Refused(refusal) => refusal_text(i18n, refusal),
        Notice::Imported { clients, misfits } => {
            let number = formats.number(f64::from(*clients), 0);
            let imported = t_string!(i18n, shell.notice.imported, count = *clients, number = number).clone();
            if *misfits == 0 {
                return imported;
            }
            let number = formats.number(f64::from(*misfits), 0);
            let kept = t_string!(i18n, shell.notice.misfits, count = *misfits, number = number).clone();
            format!("{imported} {kept}")
        }
        Notice::RolledUp { lines, clients, total } => super::rollup::notice(i18n, (*lines, *clients), *total, formats),
        Notice::Reviewed { taken } => {
            let number = formats.number(f64::from(*taken), 0);
            t_string!(i18n, review.taken, count = *taken, number = number).clone()
        }
        Notice::Pasted(pasted) => {
            let number = |value: u32| formats.number(f64::from(value), 0);
            let misfits = (pasted.misfits > 0).then(|| {
                let shown = number(pasted.misfits);
                t_string!(i18n, shell.notice.misfits, count = pasted.misfits, number = shown).clone()
            });
            let lost = (pasted.lost > 0).then(|| {
                let shown = number(pasted.lost);
                t_string!(i18n, shell.notice.lost, count = pasted.lost, number = shown).clone()
            });
            [misfits, lost].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Notice::RangesApart => t_string!(i18n, grid.block.ranges_apart).to_owned(),
        Notice::WorkbookDeleted { title, .. } => t_string!(i18n, shell.notice.deleted, title = title.as_str()).clone(),
        Notice::NotStored => t_string!(i18n, shell.notice.not_stored).to_owned(),
        Notice::Unreadable { parts } => {
            t_string!(i18n, shell.notice.unreadable, count = *parts as u32, number = parts.to_string()).clone()
        }
        Notice::NewerVersion => t_string!(i18n, shell.notice.newer).to_owned(),
        Notice::UpdateReady => t_string!(i18n, shell.notice.update_ready).to_owned(),
        Notice::BackupOpened { title } => t_string!(i18n, shell.notice.backup_opened, title = title.as_str()).clone(),
        Notice::NotExported => t_string!(i18n, export.not_exported).to_owned(),
        Notice::NoDemo => t_string!(i18n, shell.notice.no_demo).to_owned(),
        Notice::NotABackup => t_string!(i18n, shell.notice.not_a_backup).to_owned(),
    }
}

/// What a notice's button says.
pub fn notice_action(i18n: I18n, action: NoticeAction) -> &'static str {
    match action {
        NoticeAction::UndoDeletion => t_string!(i18n, shell.notice.undo_deletion),
        NoticeAction::SaveBackup => t_string!(i18n, shell.save_backup),
        NoticeAction::ShowMisfits => t_string!(i18n, shell.notice.show_misfits),
        NoticeAction::TakeUpdate => t_string!(i18n, shell.notice.take_update),
    }
}

fn refusal_text(i18n: I18n, refusal: &Refusal) -> String {
    match refusal {
        Refusal::ReadOnly => t_string!(i18n, shell.refused.read_only),
        Refusal::NoSuchRow => t_string!(i18n, shell.refused.no_such_row),
        Refusal::NoSuchColumn => t_string!(i18n, shell.refused.no_such_column),
        Refusal::DamagedImport => t_string!(i18n, shell.refused.damaged_import),
        Refusal::NoTitle => t_string!(i18n, shell.refused.no_title),
        Refusal::Calculated => t_string!(i18n, shell.refused.calculated),
        Refusal::Cycle => t_string!(i18n, shell.refused.cycle),
    }
    .to_owned()
}
