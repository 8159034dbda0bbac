//! From a sheet to a proposal: a place for each column, with reasons. What is ambiguous is asked and never guessed.

use super::dates::OrderFinder;
use super::heading_row;
use super::headings::{Candidate, Heading};
use super::mapping::{Action, ColumnMapping};
use super::own_ids::OwnIds;
use super::profile::Profile;
use super::proposal::{ColumnProposal, Context, Doubt, Evidence, HeadingFound, Match, PreviewRow, Proposal, Question};
use super::rollup_proposal;
use super::sheet::Sheet;
use super::synonyms::{CONTACT_OR_MANAGER, WHOSE_REVENUE};
use super::tables::Tables;
use crate::workbook::{ColumnDefinition, ColumnId, ColumnKind, Field};

/// A field is proposed from this score on (DOMAIN section 6).
const SURE: i32 = 70;
/// Candidates this near to each other are asked about.
const NEAR: i32 = 10;
const PREVIEWED: usize = 20;
const ABOVE: usize = 5;

/// A column while its place is sought.
struct Draft {
    position: u32,
    heading: Heading,
    profile: Profile,
    own: Action,
    /// The workbook's own column of this name.
    is_known_own: bool,
    candidates: Vec<(Candidate, i32)>,
    chosen: Option<(Candidate, i32)>,
    doubt: Option<(Doubt, Vec<Field>)>,
}

/// Proposes what becomes of a sheet. `heading_row` counts from 1; 0 stands for none, `None` for finding it.
pub fn propose(sheet: &Sheet, number: u32, heading_row: Option<u32>, context: &Context) -> Proposal {
    let (row, heading_found) = match heading_row {
        None => heading_row::find(sheet),
        Some(0) => (None, HeadingFound::Given),
        Some(row) => (Some(row - 1), HeadingFound::Given),
    };
    let first = row.map_or(0, |row| row + 1);
    let mut drafts = drafts(sheet, row, first, context);
    assign(&mut drafts);
    settle_contact_or_manager(&mut drafts);
    settle_whose_revenue(&mut drafts);
    let (row_count, above, preview) = rows_around(sheet, row, first, &drafts);
    let columns = drafts.into_iter().map(|draft| draft.finish(sheet, first)).collect();
    let mut proposal = Proposal {
        sheet: number,
        heading_row: row.map_or(0, |row| row + 1),
        heading_found,
        row_count,
        columns,
        above,
        preview,
        tables: Tables::default(),
        rollup: None,
        months: Vec::new(),
        lacks_year: false,
        offered: None,
    };
    rollup_proposal::complete(&mut proposal, sheet, context);
    proposal
}

fn drafts(sheet: &Sheet, row: Option<u32>, first: u32, context: &Context) -> Vec<Draft> {
    let mut own_ids = OwnIds::default();
    let mut drafts = Vec::new();
    for position in 0..sheet.columns.len() as u32 {
        let text = row.map(|row| sheet.text(row, position)).unwrap_or_default();
        if text.is_empty() && sheet.cells(position, first).is_empty() {
            continue;
        }
        let heading = Heading::new(&text);
        let profile = Profile::new(sheet, position, first);
        let known = context.own_columns.iter().find(|own| is_same_column(own, &heading));
        let own = own_action(known, &heading, &profile, position, &mut own_ids);
        let candidates = if known.is_some() { Vec::new() } else { candidates(&heading, &profile) };
        let is_known_own = known.is_some();
        let draft = Draft { position, heading, profile, own, is_known_own, candidates, chosen: None, doubt: None };
        drafts.push(draft);
    }
    drafts
}

fn is_same_column(own: &ColumnDefinition, heading: &Heading) -> bool {
    let ColumnId::Own(id) = &own.id else { return false };
    !heading.full_key.is_empty() && (*id == heading.full_key || Heading::new(&own.title).full_key == heading.full_key)
}

fn own_action(
    known: Option<&ColumnDefinition>,
    heading: &Heading,
    profile: &Profile,
    position: u32,
    own_ids: &mut OwnIds,
) -> Action {
    if let Some(ColumnDefinition { id: ColumnId::Own(id), title, kind }) = known {
        own_ids.take(id);
        return Action::Own { id: id.clone(), title: title.clone(), kind: *kind };
    }
    let (id, title) = own_ids.name(heading, position);
    Action::Own { id, title, kind: profile.kind(heading) }
}

/// The fields that heading and values together make likely, the best first, each with its score.
fn candidates(heading: &Heading, profile: &Profile) -> Vec<(Candidate, i32)> {
    let mut named = heading.candidates();
    if heading.text.is_empty() {
        // Without a heading only values that can be nothing else say something.
        let field = match profile.evidence() {
            Evidence::Emails => Some(Field::Email),
            Evidence::TaxIds => Some(Field::TaxId),
            _ => None,
        };
        named.extend(field.map(|field| Candidate { field, score: 60, reason: Match::NoHeading }));
    }
    let mut scored: Vec<(Candidate, i32)> = named
        .into_iter()
        .map(|mut candidate| {
            let support = profile.support(candidate.field);
            let score = i32::from(candidate.score) + support;
            if i32::from(candidate.score) < SURE && score >= SURE {
                candidate.reason = Match::Values;
            }
            (candidate, score)
        })
        .collect();
    scored.sort_by_key(|(_, score)| -score);
    scored
}

/// Gives each field to the column that fits it best. A column that is about as near to two fields is asked about.
fn assign(drafts: &mut [Draft]) {
    let mut offers = Vec::new();
    for (at, draft) in drafts.iter_mut().enumerate() {
        if draft.is_special() {
            continue;
        }
        if let [(best, first), (other, second), ..] = draft.candidates.as_slice()
            && *first >= SURE - NEAR
            && best.score < 90
            && first - second < NEAR
        {
            draft.doubt = Some((Doubt::SeveralFields, vec![best.field, other.field]));
            continue;
        }
        let sure = draft.candidates.iter().filter(|(_, score)| *score >= SURE);
        offers.extend(sure.map(|(candidate, score)| (*score, at, candidate.clone())));
    }
    // The better score first; among equals the column further left.
    offers.sort_by_key(|(score, at, _)| (-score, *at));
    let mut taken = Vec::new();
    for (score, at, candidate) in offers {
        if let Some(draft) = drafts.get_mut(at)
            && draft.chosen.is_none()
            && !taken.contains(&candidate.field)
        {
            taken.push(candidate.field);
            draft.chosen = Some((candidate, score));
        }
    }
    for draft in drafts {
        if let Some((_, fields)) = &mut draft.doubt {
            fields.retain(|field| !taken.contains(field));
        }
        // One field left is no doubt, but not sure either: it stays with the person.
        draft.doubt.take_if(|(_, fields)| fields.is_empty());
    }
}

fn is_taken(drafts: &[Draft], field: Field) -> bool {
    drafts.iter().any(|draft| draft.chosen.as_ref().is_some_and(|(candidate, _)| candidate.field == field))
}

/// 负责人 is our manager where the contact has a column of its own; otherwise it is asked.
fn settle_contact_or_manager(drafts: &mut [Draft]) {
    let (contact, manager) = (is_taken(drafts, Field::Contact), is_taken(drafts, Field::Manager));
    settle(drafts, CONTACT_OR_MANAGER, (Field::Contact, contact), (Field::Manager, manager), Doubt::ContactOrManager);
}

/// Revenue is the client's own where ours has a column of its own, and the other way round; otherwise it is asked.
fn settle_whose_revenue(drafts: &mut [Draft]) {
    let (ours, theirs) = (is_taken(drafts, Field::Revenue), is_taken(drafts, Field::Turnover));
    settle(drafts, WHOSE_REVENUE, (Field::Revenue, ours), (Field::Turnover, theirs), Doubt::WhoseRevenue);
}

fn settle(drafts: &mut [Draft], names: &str, one: (Field, bool), other: (Field, bool), doubt: Doubt) {
    let free = match (one, other) {
        ((_, true), (_, true)) => return,
        ((_, true), (field, false)) | ((field, false), (_, true)) => Some(field),
        _ => None,
    };
    let mut columns = drafts.iter_mut().filter(|draft| !draft.is_known_own && draft.heading.is_one_of(names));
    let Some(draft) = columns.next() else { return };
    match free {
        Some(field) => {
            draft.chosen = Some((Candidate { field, score: 90, reason: Match::Synonym }, 90));
        }
        None => draft.doubt = Some((doubt, vec![one.0, other.0])),
    }
}

impl Draft {
    /// Whether the heading is one of those with a question of their own.
    fn is_special(&self) -> bool {
        self.heading.is_one_of(WHOSE_REVENUE) || self.heading.is_one_of(CONTACT_OR_MANAGER)
    }

    fn reason(&self) -> Match {
        match (&self.chosen, self.candidates.first()) {
            (Some((candidate, _)), _) => candidate.reason.clone(),
            _ if self.is_known_own => Match::OwnColumn,
            _ if self.heading.text.is_empty() => Match::NoHeading,
            (None, Some((best, score))) if *score >= SURE && self.doubt.is_none() => Match::Taken(best.field),
            _ => Match::Unknown,
        }
    }

    fn finish(self, sheet: &Sheet, first: u32) -> ColumnProposal {
        let reason = self.reason();
        let (action, confidence) = match &self.chosen {
            Some((candidate, score)) => (Action::Field(candidate.field), (*score).clamp(0, 100) as u8),
            None => (self.own.clone(), 0),
        };
        let mut questions = Vec::new();
        questions.extend(self.doubt.map(|(doubt, candidates)| Question::Field { doubt, candidates }));
        let mut mapping = ColumnMapping::new(self.position, action);
        let looks_like_dates = self.profile.date_texts * 2 >= self.profile.sampled && self.profile.date_texts > 0;
        if looks_like_dates || mapping.action.kind() == Some(ColumnKind::Date) {
            questions.extend(order_question(sheet, self.position, first));
        }
        if let Some(unit) = &self.heading.unit {
            mapping.unit = unit.factor;
        }
        mapping.is_markup = self.heading.is_markup();
        let evidence = self.profile.evidence();
        ColumnProposal {
            heading: self.heading.text,
            mapping,
            confidence,
            reason,
            evidence: (evidence != Evidence::Texts).then_some(evidence),
            unit: self.heading.unit,
            own: self.own,
            questions,
            samples: self.profile.samples,
            filled: self.profile.filled,
        }
    }
}

/// Asks for the order of dates where no value of the whole column decides it.
fn order_question(sheet: &Sheet, position: u32, first: u32) -> Option<Question> {
    let finder = order_finder(sheet, position, first);
    let (orders, example) = finder.orders();
    (orders.len() > 1).then(|| Question::DateOrder { orders, example: example.to_owned() })
}

/// Looks at all texts of a column.
pub fn order_finder(sheet: &Sheet, position: u32, first: u32) -> OrderFinder {
    let mut finder = OrderFinder::default();
    // A ledger has few days and many lines: each text is looked at once.
    let mut seen = vec![false; sheet.texts.code_count()];
    for cell in sheet.cells(position, first) {
        if let Some(code) = cell.text_code()
            && let Some(seen) = seen.get_mut(code as usize)
            && !*seen
        {
            *seen = true;
            finder.look(sheet.texts.get(code));
        }
    }
    finder
}

/// How many filled rows there are below the heading, the last ones above it and the first ones below.
fn rows_around(
    sheet: &Sheet,
    row: Option<u32>,
    first: u32,
    drafts: &[Draft],
) -> (u32, Vec<PreviewRow>, Vec<PreviewRow>) {
    let filled = sheet.filled_rows();
    let shown = |row: u32| {
        let cells = drafts.iter().map(|draft| sheet.text(row, draft.position)).collect();
        PreviewRow { number: row + 1, cells }
    };
    let rows = || (0..).zip(&filled).filter(|(_, filled)| **filled).map(|(row, _)| row);
    let above: Vec<u32> = rows().take_while(|other| row.is_some_and(|row| *other < row)).collect();
    let above = above.iter().skip(above.len().saturating_sub(ABOVE)).map(|row| shown(*row)).collect();
    let below = || rows().skip_while(|row| *row < first);
    (below().count() as u32, above, below().take(PREVIEWED).map(shown).collect())
}

#[cfg(test)]
#[path = "propose_tests.rs"]
mod tests;
