//! The client whose approach is shown, for all its sections.

use leptos::prelude::*;

use crate::approach::{Alert, ApproachRules, ClientRecords, Section};
use crate::state::approach::{ApproachPart, ClientFacts, approach_rules, client_facts, client_records, edit_section};
use crate::ui::{Context, use_kontor};
use crate::workbook::{Day, RowId};

/// What the sections show and change.
#[derive(Clone, Copy)]
pub struct ClientApproach {
    kontor: Context,
    pub client: Memo<Option<RowId>>,
    /// Everything that is written down about the client.
    pub records: Memo<ClientRecords>,
    /// What the list says about it; nothing for a client that was not looked at yet.
    pub facts: Memo<Option<ClientFacts>>,
    pub rules: Memo<ApproachRules>,
    /// What has to be done, the most urgent first.
    pub alerts: Memo<Vec<Alert>>,
}

/// The client that [`super::ApproachSections`] provides.
pub fn use_client() -> ClientApproach {
    expect_context()
}

impl ClientApproach {
    pub fn new(client: Memo<Option<RowId>>) -> Self {
        let kontor = use_kontor();
        let (book, week) = (kontor.book, kontor.week);
        let records = Memo::new(move |_| client.get().map(|client| client_records(book, client)).unwrap_or_default());
        let facts = Memo::new(move |_| client_facts(book, week, client.get()?));
        let rules = Memo::new(move |_| approach_rules(book));
        let alerts = Memo::new(move |_| {
            let today = (book.host().today)();
            let facts = facts.get();
            let of =
                |facts: ClientFacts| records.with(|records| rules.with(|rules| facts.alerts(records, rules, today)));
            facts.map(of).unwrap_or_default()
        });
        Self { kontor, client, records, facts, rules, alerts }
    }

    /// Changes a section: one step of undo.
    pub fn edit(&self, section: Section, change: impl FnOnce(&mut ClientRecords)) {
        if let Some(client) = self.client.get_untracked() {
            edit_section(self.kontor.book, client, section, change);
        }
    }

    pub fn today(&self) -> Day {
        (self.kontor.book.host().today)()
    }

    /// The alerts that are dealt with in a part.
    pub fn alerts_of(&self, part: ApproachPart) -> Vec<Alert> {
        self.alerts.with(|alerts| {
            let is_here = |alert: &&Alert| ApproachPart::of_reason(&alert.reason) == Some(part);
            alerts.iter().filter(is_here).copied().collect()
        })
    }

    /// A figure out of the records, put into words. Each is nothing where something is missing for it.
    pub fn amount(
        self,
        figure: impl Fn(&ClientRecords, &Self) -> Option<f64> + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        self.shown(figure, |formats, figure| formats.number(figure, 2))
    }

    /// A share as a percentage.
    pub fn percent(
        self,
        figure: impl Fn(&ClientRecords, &Self) -> Option<f64> + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        self.shown(figure, |formats, figure| formats.percent(figure, 1))
    }

    fn shown(
        self,
        figure: impl Fn(&ClientRecords, &Self) -> Option<f64> + Send + Sync + 'static,
        write: fn(&crate::state::Formats, f64) -> String,
    ) -> Signal<Option<String>> {
        let formats = self.kontor.formats;
        Signal::derive(move || {
            let figure = self.records.with(|records| figure(records, &self))?;
            Some(formats.with(|formats| write(formats, figure)))
        })
    }

    /// The margin floor of the client: its own, else that of the settings. Followed.
    pub fn floor(&self) -> f64 {
        let own = self.records.with(|records| records.terms.margin_floor);
        own.unwrap_or_else(|| self.rules.with(|rules| rules.margin_floor))
    }
}
