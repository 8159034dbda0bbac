//! How far an export is.

use leptos::prelude::*;

use super::request::{self, FileFormat};
use crate::export::CellProblems;
use crate::export::file_name;
use crate::export::protocol::Stage;
use crate::i18n::Locale;
use crate::platform;
use crate::platform::export::NotSaved;
use crate::ui::Context;

/// What the dialog shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    #[default]
    Choosing,
    /// The writer works: what on, and 0 to 1 of all of it.
    Working {
        stage: Stage,
        done: f32,
    },
    /// The file is there, and some of it was cut.
    Cut {
        file: String,
        problems: CellProblems,
    },
    Failed(NotSaved),
}

/// The dialog's own state, gone with it.
#[derive(Clone, Copy)]
pub struct ExportState {
    pub format: RwSignal<FileFormat>,
    pub phase: RwSignal<Phase>,
}

impl ExportState {
    pub fn new() -> Self {
        let (format, phase) = (RwSignal::new(FileFormat::default()), RwSignal::new(Phase::default()));
        // Its program is loaded while the person still chooses.
        platform::export::start();
        on_cleanup(move || {
            if phase.with_untracked(|phase| matches!(phase, Phase::Working { .. })) {
                platform::export::stop();
            }
        });
        Self { format, phase }
    }

    /// Whether the writer works; followed.
    pub fn is_working(&self) -> bool {
        self.phase.with(|phase| matches!(phase, Phase::Working { .. }))
    }

    /// Writes the file. `on_done` is called where there is nothing more to say.
    pub fn export(self, kontor: Context, locale: Locale, on_done: impl Fn() + 'static) {
        self.phase.set(Phase::Working { stage: Stage::Opening, done: 0.0 });
        let format = self.format.get_untracked();
        let host = kontor.book.host();
        let file = file_name(&request::title(&kontor, locale), "Kontor", (host.today)(), format.ending());
        let (phase, name) = (self.phase, file.clone());
        let end = move |end: Result<CellProblems, NotSaved>| match end {
            Ok(problems) if problems.count == 0 => {
                phase.try_set(Phase::Choosing);
                on_done();
            }
            Ok(problems) => drop(phase.try_set(Phase::Cut { file, problems })),
            Err(reason) => drop(phase.try_set(Phase::Failed(reason))),
        };
        let progress = move |stage, done| {
            phase.try_set(Phase::Working { stage, done: whole(stage, done) });
        };
        // The bar is seen first; a large workbook then takes some milliseconds to be copied.
        (host.later)(Box::new(move || {
            if phase.try_with_untracked(|phase| matches!(phase, Phase::Working { .. })) == Some(true) {
                let request = request::request(&kontor, locale, format);
                platform::export::save(name, &request, &request::snapshot(&kontor), progress, end);
            }
        }));
    }
}

/// How far the whole is, by what each stage takes of it.
fn whole(stage: Stage, done: f32) -> f32 {
    let (from, to) = match stage {
        Stage::Opening => (0.0, 0.1),
        Stage::Filling => (0.1, 0.5),
        Stage::Packing => (0.5, 1.0),
    };
    from + (to - from) * done
}
