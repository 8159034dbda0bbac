//! All analyses of all clients: read in slices, and kept in step with what changes.

use crate::segment::{Segment, Sorted};
use crate::workbook::{ClientTable, ColumnId, Day};

use super::abc::{AbcClass, AbcLines};
use super::figures::{ClientFigures, Figures, Reading, Scope};
use super::gap::Gap;
use super::lines::Lines;
use super::overdue::{ChurnSource, Rhythm, churn};
use super::rfm::{RfmScores, ScoreLines};
use super::rules::{AbcBasis, AnalysisRules, Reference, RfmScoring};
use super::xyz::XyzClass;

/// The analyses of a client table.
#[derive(Clone, Debug)]
pub struct Analyses {
    rules: AnalysisRules,
    today: Day,
    scope: Scope,
    stage: Stage,
    pub(super) figures: Figures,
    pub(super) orders: Orders,
    pub(super) lines: Lines,
}

/// The figures of all clients, each kind in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Orders {
    /// What ABC ranks, known for any client.
    pub amount: Sorted,
    /// The measures of the clients of whom RFM knows all three.
    pub recency: Sorted,
    pub frequency: Sorted,
    pub monetary: Sorted,
}

/// How far the reading from nothing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    New,
    Reading,
    Amount,
    Recency,
    Frequency,
    Monetary,
    Done,
}

impl Analyses {
    /// Analyses that have read nothing yet. New rules, another day or another table (an import that came or went) need
    /// new analyses.
    pub fn new(rules: AnalysisRules, today: Day) -> Self {
        Self {
            rules,
            today,
            scope: Scope::default(),
            stage: Stage::New,
            figures: Figures::default(),
            orders: Orders::default(),
            lines: Lines::default(),
        }
    }

    /// The analyses of a whole table at once.
    pub fn of(table: &ClientTable, rules: &AnalysisRules, today: Day) -> Self {
        let mut analyses = Self::new(rules.clone(), today);
        while !analyses.advance(table, u32::MAX) {}
        analyses
    }

    /// Reads at most `rows` further clients, or sorts one of the figures, and says whether all is done. Between two steps
    /// the table may change: tell [`Analyses::update`] of it, as always.
    pub fn advance(&mut self, table: &ClientTable, rows: u32) -> bool {
        let figures = &self.figures;
        let rfm = |measure: fn(&ClientFigures) -> f64| {
            let scored = figures.clients().filter(|(_, client)| client.rfm_gap().is_none());
            Sorted::new(scored.map(|(_, client)| measure(&client)))
        };
        match self.stage {
            Stage::New => {
                self.scope = Scope::of(table, &self.rules, self.today);
                self.figures.reserve(table.row_count() as usize);
                self.stage = Stage::Reading;
            }
            Stage::Reading => {
                let begin = self.figures.len();
                let end = begin.saturating_add(rows.max(1)).min(table.row_count());
                let mut reading = Reading::of(table, self.scope);
                (begin..end).for_each(|row| self.figures.push(reading.client(row)));
                if end == table.row_count() {
                    self.stage = Stage::Amount;
                }
            }
            Stage::Amount => {
                self.orders.amount = Sorted::new(figures.clients().map(|(_, client)| self.amount_of(&client)));
                self.stage = Stage::Recency;
            }
            Stage::Recency => {
                self.orders.recency = rfm(|client| f64::from(client.last));
                self.stage = Stage::Frequency;
            }
            Stage::Frequency => {
                self.orders.frequency = rfm(|client| client.orders);
                self.stage = Stage::Monetary;
            }
            Stage::Monetary => {
                self.orders.monetary = rfm(|client| client.revenue);
                self.lines = self.drawn();
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    /// Takes in changes of some rows (changed, added, deleted, restored), and returns the rows of which a class or figure
    /// changed: others may be among them, where a line moved. In rising order, none twice; none before all is read.
    pub fn update(&mut self, table: &ClientTable, rows: &[u32]) -> Vec<u32> {
        if self.stage == Stage::New {
            return Vec::new();
        }
        let mut changed = self.read_again(table, rows);
        if self.stage != Stage::Done {
            return Vec::new();
        }
        let before = std::mem::take(&mut self.lines);
        self.lines = self.drawn();
        if self.lines.reference != before.reference {
            changed
                .extend(self.figures.clients().filter(|(_, client)| client.last_order().is_some()).map(|(row, _)| row));
        }
        changed.extend(self.moved(&before));
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// The rows that stand between where a line was and where it is, so that they have another class now.
    fn moved(&self, before: &Lines) -> Vec<u32> {
        let (now, figures) = (&self.lines, &self.figures);
        let mut rows = Vec::new();
        let mut collect = |was: f64, is: f64, value: &dyn Fn(usize) -> f64| {
            let (from, to) = (was.min(is), was.max(is));
            if from < to {
                let stands_between = |row: &u32| (from..to).contains(&value(*row as usize));
                rows.extend((0..figures.len()).filter(stands_between));
            }
        };
        let amounts = match self.rules.abc.basis {
            AbcBasis::Revenue => &figures.revenue,
            AbcBasis::Margin => &figures.margin,
        };
        collect(before.abc.a_from, now.abc.a_from, &|at| amounts[at]);
        collect(before.abc.b_from, now.abc.b_from, &|at| amounts[at]);
        for line in 0..4 {
            collect(before.recency.0[line], now.recency.0[line], &|at| f64::from(figures.last[at]));
            collect(before.frequency.0[line], now.frequency.0[line], &|at| figures.orders[at]);
            collect(before.monetary.0[line], now.monetary.0[line], &|at| figures.revenue[at]);
        }
        rows.retain(|row| figures.get(*row).is_alive);
        rows
    }

    /// Reads some rows again, and puts what changed into its order where there are orders.
    fn read_again(&mut self, table: &ClientTable, rows: &[u32]) -> Vec<u32> {
        let mut rows = rows.to_vec();
        if self.stage > Stage::Reading {
            // Rows that were added below stand in no slice any more.
            rows.extend(self.figures.len()..table.row_count());
            (self.figures.len()..table.row_count()).for_each(|_| self.figures.push(ClientFigures::NOBODY));
        }
        rows.retain(|row| *row < self.figures.len());
        rows.sort_unstable();
        rows.dedup();
        let mut reading = Reading::of(table, self.scope);
        let mut replaced = Replaced::default();
        for row in &rows {
            let before = self.figures.get(*row);
            let client = reading.client(*row);
            replaced.amount(self.amount_of(&before), self.amount_of(&client));
            replaced.measures(&before, &client);
            self.figures.set(*row, client);
        }
        if self.stage > Stage::Amount {
            self.orders.amount.replace(&replaced.amounts[0], &replaced.amounts[1]);
        }
        let measures = [
            (Stage::Recency, &mut self.orders.recency),
            (Stage::Frequency, &mut self.orders.frequency),
            (Stage::Monetary, &mut self.orders.monetary),
        ];
        for ((stage, order), [out, into]) in measures.into_iter().zip(&replaced.measures) {
            if self.stage > stage {
                order.replace(out, into);
            }
        }
        rows
    }

    fn drawn(&self) -> Lines {
        let reference = match self.rules.reference {
            Reference::Today => self.today,
            Reference::DataEnd => self.figures.data_end(self.today).unwrap_or(self.today),
        };
        let Orders { amount, recency, frequency, monetary } = &self.orders;
        let abc = AbcLines::draw(amount, &self.rules.abc);
        let draw: fn(&Sorted) -> ScoreLines = match self.scoring() {
            RfmScoring::Terciles => ScoreLines::terciles,
            RfmScoring::Cuts => return Lines { abc, reference: Some(reference), ..self.cuts(reference) },
            RfmScoring::Quintiles | RfmScoring::Automatic => ScoreLines::quintiles,
        };
        Lines {
            abc,
            recency: draw(recency),
            frequency: draw(frequency),
            monetary: draw(monetary),
            reference: Some(reference),
        }
    }

    fn cuts(&self, reference: Day) -> Lines {
        let cuts = &self.rules.rfm.cuts;
        let [five, four, three, two] = cuts.recency_days.map(|days| f64::from(reference.0) - f64::from(days));
        Lines {
            recency: ScoreLines([two, three, four, five]),
            frequency: ScoreLines(cuts.orders),
            monetary: ScoreLines(cuts.revenue),
            ..Lines::default()
        }
    }

    /// What ABC ranks a client by.
    pub(super) fn amount_of(&self, client: &ClientFigures) -> f64 {
        match self.rules.abc.basis {
            AbcBasis::Revenue => client.revenue,
            AbcBasis::Margin => client.margin,
        }
    }

    pub fn rules(&self) -> &AnalysisRules {
        &self.rules
    }

    /// Which months count.
    pub(super) fn scope(&self) -> Scope {
        self.scope
    }

    /// The day that the analyses were made for.
    pub fn today(&self) -> Day {
        self.today
    }

    /// Whether all clients were read.
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Where the classes part.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// How the clients are scored: quintiles, terciles or cuts.
    pub fn scoring(&self) -> RfmScoring {
        self.rules.rfm.scoring(self.orders.recency.len())
    }

    /// Whether a change of this column can change an analysis.
    pub fn depends_on(column: &ColumnId) -> bool {
        matches!(column, ColumnId::Field(field) if Reading::FIELDS.contains(field))
    }

    /// The rows of all clients.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.figures.clients().map(|(row, _)| row)
    }

    /// What we sell to a client in the window, as far as it is known.
    pub fn revenue(&self, row: u32) -> Option<f64> {
        known(self.figures.get(row).revenue)
    }

    /// Our margin on that revenue, as an amount.
    pub fn margin(&self, row: u32) -> Option<f64> {
        known(self.figures.get(row).margin)
    }

    /// A client's ABC class, or what is missing for it.
    pub fn abc(&self, row: u32) -> Result<AbcClass, Gap> {
        self.abc_of(&self.figures.get(row))
    }

    /// The coefficient of variation of a client's periods (1 is 100 %), or what is missing for it.
    pub fn variation(&self, row: u32) -> Result<f64, Gap> {
        self.figures.get(row).variation
    }

    /// A client's XYZ class, or what is missing for it.
    pub fn xyz(&self, row: u32) -> Result<XyzClass, Gap> {
        self.xyz_of(&self.figures.get(row))
    }

    /// A client's RFM scores, or what is missing for them.
    pub fn rfm(&self, row: u32) -> Result<RfmScores, Gap> {
        self.rfm_of(&self.figures.get(row))
    }

    pub(super) fn abc_of(&self, client: &ClientFigures) -> Result<AbcClass, Gap> {
        let gap = if client.revenue.is_nan() { Gap::NoRevenue } else { Gap::NoMargin };
        self.lines.abc.class(self.amount_of(client)).ok_or(gap)
    }

    pub(super) fn xyz_of(&self, client: &ClientFigures) -> Result<XyzClass, Gap> {
        client.variation.map(|variation| XyzClass::of(variation, &self.rules.xyz))
    }

    pub(super) fn rfm_of(&self, client: &ClientFigures) -> Result<RfmScores, Gap> {
        client.rfm_gap().map_or_else(|| Ok(self.lines.scores(client)), Err)
    }

    /// A client's rhythm of ordering: overdue ratio, state and the day of the next order; or what is missing for it.
    pub fn rhythm(&self, row: u32) -> Result<Rhythm, Gap> {
        let client = self.figures.get(row);
        let last = client.last_order().ok_or(Gap::NoLastOrder)?;
        let a_year = client.orders * 12.0 / f64::from(self.rules.window_months.max(1));
        let reference = self.lines.reference.unwrap_or(self.today);
        Rhythm::of(last, a_year, reference, &self.rules.overdue).ok_or(Gap::NoOrders)
    }

    /// The chance that a client of this segment is lost within a year, and what it rests on; nothing for a row without a
    /// client.
    pub fn churn(&self, row: u32, segment: Segment) -> Option<(f64, ChurnSource)> {
        let client = self.figures.get(row);
        let state = || self.rhythm(row).ok().map(|rhythm| rhythm.state);
        let in_sheet = known(client.churn);
        let state = if in_sheet.is_some() { None } else { state() };
        client.is_alive.then(|| churn(in_sheet, self.rules.churn.of(segment), state, &self.rules.churn))
    }
}

impl Lines {
    fn scores(&self, client: &ClientFigures) -> RfmScores {
        RfmScores {
            recency: self.recency.score(f64::from(client.last)),
            frequency: self.frequency.score(client.orders),
            monetary: self.monetary.score(client.revenue),
        }
    }
}

/// What goes out of the orders and what comes in.
#[derive(Default)]
struct Replaced {
    amounts: [Vec<f64>; 2],
    measures: [[Vec<f64>; 2]; 3],
}

impl Replaced {
    fn amount(&mut self, before: f64, now: f64) {
        self.amounts[0].push(before);
        self.amounts[1].push(now);
    }

    fn measures(&mut self, before: &ClientFigures, now: &ClientFigures) {
        for (at, client) in [before, now].into_iter().enumerate() {
            if client.rfm_gap().is_none() {
                let values = [f64::from(client.last), client.orders, client.revenue];
                for (measure, value) in self.measures.iter_mut().zip(values) {
                    measure[at].push(value);
                }
            }
        }
    }
}

pub(super) fn known(figure: f64) -> Option<f64> {
    Some(figure).filter(|figure| figure.is_finite())
}
