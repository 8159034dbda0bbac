//! ABC × XYZ and RFM as heat maps.

use leptos::prelude::*;

use super::heat_map::{HeatCell, HeatMap};
use crate::analysis::{AbcClass, Cell, Matrix, RfmCell, RfmRules, RfmScoring, XyzClass};
use crate::i18n::{Language, analysis, t_string, use_i18n};
use crate::state::{abc_xyz_filters, heat, rfm_filters};
use crate::ui::{Context, use_kontor};

/// The scores from the best down, as RFM's rows stand.
const RECENCIES: [u8; 5] = [5, 4, 3, 2, 1];
const VALUES: [u8; 5] = [1, 2, 3, 4, 5];

#[component]
pub fn Matrices() -> impl IntoView {
    view! {
        <section class="analyses-part">
            <AbcXyz />
        </section>
        <section class="analyses-part">
            <Rfm />
        </section>
    }
}

#[component]
fn AbcXyz() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let analyses = kontor.book.analyses();
    let matrix = Memo::new(move |_| {
        analyses.follow_found();
        analyses.with(crate::analysis::Analyses::abc_xyz)
    });
    let rows = move || {
        let Some(matrix) = matrix.get() else { return Vec::new() };
        let most = matrix.most_clients();
        let line = |(abc, cells): (AbcClass, [Cell; 3])| {
            let cell = |(xyz, cell): (XyzClass, Cell)| HeatCell {
                place: format!("{}, {}", abc.letter(), xyz.letter()),
                name: None,
                clients: cell.clients,
                revenue: cell.revenue.value(),
                heat: heat(cell.clients, most),
                filters: abc_xyz_filters(abc, xyz),
            };
            (abc.letter().to_owned(), XyzClass::ALL.into_iter().zip(cells).map(cell).collect())
        };
        AbcClass::ALL.into_iter().zip(matrix.cells).map(line).collect()
    };
    let note = move || {
        let text = t_string!(i18n, analysis.matrix.abc_xyz_note).to_owned();
        matrix
            .with(|matrix| matrix.as_ref().and_then(|matrix| without(i18n, &kontor, matrix)))
            .into_iter()
            .fold(text, joined)
    };
    view! {
        <HeatMap
            caption=Signal::derive(move || t_string!(i18n, analysis.matrix.abc_xyz).to_owned())
            note=Signal::derive(note)
            corner=Signal::derive(move || t_string!(i18n, analysis.matrix.corner_abc).to_owned())
            columns=Signal::stored(XyzClass::ALL.map(|class| class.letter().to_owned()).to_vec())
            rows=Signal::derive(rows)
            class="abc-xyz"
            id="analyses-abc-xyz"
        />
    }
}

#[component]
fn Rfm() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let analyses = kontor.book.analyses();
    let matrix = Memo::new(move |_| {
        analyses.follow_found();
        analyses.with(|analyses| (analyses.rfm_matrix(), analyses.scoring()))
    });
    let rows = move || {
        let locale = i18n.get_locale();
        let Some((matrix, _)) = matrix.get() else { return Vec::new() };
        let most = matrix.most_clients();
        let line = |recency: u8| {
            let head = t_string!(i18n, analysis.matrix.recency, score = recency);
            let cells = matrix.cells.get(usize::from(recency) - 1).copied().unwrap_or_default();
            let cell = |(value, cell): (u8, Cell)| {
                let name = analysis::rfm_cell(locale, RfmCell::at(recency, value));
                let column = t_string!(i18n, analysis.matrix.value, score = value);
                HeatCell {
                    place: format!("{name} ({head}, {column})"),
                    name: Some(name),
                    clients: cell.clients,
                    revenue: cell.revenue.value(),
                    heat: heat(cell.clients, most),
                    filters: rfm_filters(recency, value),
                }
            };
            (head.clone(), VALUES.into_iter().zip(cells).map(cell).collect())
        };
        RECENCIES.map(line).to_vec()
    };
    let note = move || {
        let text = t_string!(i18n, analysis.matrix.rfm_note).to_owned();
        let Some((matrix, scoring)) = matrix.get() else { return text };
        let scored: u32 = matrix.cells.iter().flatten().map(|cell| cell.clients).sum();
        let is_few = scored < RfmRules::QUINTILES_FROM as u32 && scoring != RfmScoring::Cuts;
        let few = is_few.then(|| t_string!(i18n, analysis.matrix.few).to_owned());
        [without(i18n, &kontor, &matrix), few].into_iter().flatten().fold(text, joined)
    };
    let columns = move || VALUES.map(|value| t_string!(i18n, analysis.matrix.value, score = value)).to_vec();
    view! {
        <HeatMap
            caption=Signal::derive(move || t_string!(i18n, analysis.matrix.rfm).to_owned())
            note=Signal::derive(note)
            corner=Signal::derive(move || t_string!(i18n, analysis.matrix.corner_rfm).to_owned())
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            class="rfm"
            id="analyses-rfm"
        />
    }
}

/// How many clients stand in no cell.
fn without<const ROWS: usize, const COLUMNS: usize>(
    i18n: Language,
    kontor: &Context,
    matrix: &Matrix<ROWS, COLUMNS>,
) -> Option<String> {
    let count = matrix.without.clients;
    let number = kontor.formats.with(|formats| formats.number(f64::from(count), 0));
    (count > 0).then(|| {
        let clients = t_string!(i18n, segment.board.clients, count = count, number = number);
        t_string!(i18n, analysis.matrix.without, clients = clients)
    })
}

fn joined(text: String, more: String) -> String {
    format!("{text} {more}")
}
