//! The board: clients in columns by segment or by any column of few different texts, with exact sums.

use std::collections::HashMap;

use crate::workbook::{ClientTable, ColumnData, ColumnId, Field, Sum, Value};

use super::finding::Findings;
use super::segment::Segment;

/// What the board's columns are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupBy {
    Segment,
    /// The different texts of a column: a field like the stage, or a choice column of the person's own.
    Column(ColumnId),
}

/// Which column of the board.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupKey {
    Segment(Segment),
    /// Clients with this text, compared without blanks around it.
    Text(String),
    /// Clients without a text.
    Blank,
}

impl GroupKey {
    /// A plain text for `data-group` and for keyed lists: a segment's key, the text itself, or "".
    pub fn id(&self) -> &str {
        match self {
            Self::Segment(segment) => segment.key(),
            Self::Text(text) => text,
            Self::Blank => "",
        }
    }
}

/// One column of the board. The sums are over all its clients.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub key: GroupKey,
    /// In the order of [`by_revenue`], unless another was asked for.
    pub rows: Vec<u32>,
    pub count: u32,
    /// How many of them ask whether they belong here (by segment only).
    pub asks: u32,
    /// The exact sum of our revenue, in the workbook's currency.
    pub revenue: f64,
    /// How many clients have a revenue.
    pub known: u32,
    /// The group's share of the revenue of all groups, 0 to 1 (negative for negative sums); nothing where the total is
    /// not positive.
    pub share: Option<f64>,
}

/// What to group.
#[derive(Clone, Copy, Debug)]
pub struct Grouping<'a> {
    pub by: &'a GroupBy,
    /// Only these rows, each group's in this order; all clients by revenue where there is nothing.
    pub rows: Option<&'a [u32]>,
    /// Texts that come first, in this order, where the order is known (stages). Others follow by revenue.
    pub order: &'a [String],
}

/// Groups clients: the four segments always, in their order; texts by the known order or by revenue; blank last.
pub fn group(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Vec<Group> {
    let all;
    let in_order = if let Some(rows) = grouping.rows {
        rows
    } else {
        all = by_revenue(table);
        &all
    };
    let tally = Tally::of(table, findings, Grouping { rows: Some(in_order), ..grouping }, true);
    let mut rows: Vec<Vec<u32>> = tally.groups.iter().map(|group| Vec::with_capacity(group.count as usize)).collect();
    for (row, group) in &tally.placed {
        if let Some(rows) = rows.get_mut(*group as usize) {
            rows.push(*row);
        }
    }
    tally.finished(rows, grouping.order)
}

/// All clients, the largest revenue first and unknown ones last, equal ones in the order of the sheet.
pub fn by_revenue(table: &ClientTable) -> Vec<u32> {
    let revenue = table.field(Field::Revenue);
    let mut keyed: Vec<(u64, u32)> = table.rows().map(|row| (descending(revenue.number(row)), row)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// The same groups in the same order without their rows: cheap enough for every edit.
pub fn sums(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Vec<Group> {
    let tally = Tally::of(table, findings, grouping, false);
    let no_rows = vec![Vec::new(); tally.groups.len()];
    tally.finished(no_rows, grouping.order)
}

/// What is counted for one group.
struct Counted {
    key: GroupKey,
    count: u32,
    asks: u32,
    known: u32,
    sum: Sum,
}

impl Counted {
    fn new(key: GroupKey) -> Self {
        Self { key, count: 0, asks: 0, known: 0, sum: Sum::new() }
    }
}

/// All groups while they are counted, and where each row belongs.
#[derive(Default)]
struct Tally {
    groups: Vec<Counted>,
    /// (row, group); left empty where no rows are wanted.
    placed: Vec<(u32, u32)>,
}

impl Tally {
    fn of(table: &ClientTable, findings: &Findings, grouping: Grouping, wants_rows: bool) -> Self {
        let mut tally = Self::default();
        if wants_rows {
            let rows = grouping.rows.map_or(table.client_count() as usize, <[u32]>::len);
            tally.placed.reserve(rows);
        }
        let revenue = table.field(Field::Revenue);
        match grouping.by {
            GroupBy::Segment => {
                tally.groups = Segment::ALL.map(|segment| Counted::new(GroupKey::Segment(segment))).into();
                tally.count(table, revenue, grouping.rows, wants_rows, |_, row| {
                    findings.get(row).map(|finding| (finding.segment as u32, finding.asks))
                });
            }
            GroupBy::Column(column) => {
                let data = table.data(column);
                let mut groups = TextGroups::default();
                tally.count(table, revenue, grouping.rows, wants_rows, |counted, row| {
                    Some((groups.of(data, row, counted), false))
                });
            }
        }
        tally
    }

    fn count(
        &mut self,
        table: &ClientTable,
        revenue: &ColumnData,
        rows: Option<&[u32]>,
        wants_rows: bool,
        mut group_of: impl FnMut(&mut Vec<Counted>, u32) -> Option<(u32, bool)>,
    ) {
        let mut place = |row: u32| {
            if !table.is_alive(row) {
                return;
            }
            let Some((at, asks)) = group_of(&mut self.groups, row) else { return };
            let Some(group) = self.groups.get_mut(at as usize) else { return };
            let amount = revenue.number(row);
            group.count += 1;
            group.asks += u32::from(asks);
            if let Some(amount) = amount {
                group.known += 1;
                group.sum.add(amount);
            }
            if wants_rows {
                self.placed.push((row, at));
            }
        };
        match rows {
            Some(rows) => rows.iter().for_each(|row| place(*row)),
            None => (0..table.row_count()).for_each(place),
        }
    }

    fn finished(self, rows: Vec<Vec<u32>>, order: &[String]) -> Vec<Group> {
        let mut total = Sum::new();
        self.groups.iter().for_each(|group| total.merge(&group.sum));
        let total = total.value();
        let finished = self.groups.into_iter().zip(rows).map(|(counted, rows)| {
            let Counted { key, count, asks, known, sum } = counted;
            let revenue = sum.value();
            let share = (total > 0.0).then_some(revenue / total);
            Group { key, rows, count, asks, revenue, known, share }
        });
        let mut groups: Vec<Group> = finished.collect();
        groups.sort_by(|one, other| {
            let place = |group: &Group| match &group.key {
                GroupKey::Segment(segment) => (0, *segment as usize),
                GroupKey::Text(text) => (1, order.iter().position(|known| known.trim() == text).unwrap_or(order.len())),
                GroupKey::Blank => (2, 0),
            };
            let by_revenue = || match (&one.key, &other.key) {
                (GroupKey::Text(first), GroupKey::Text(second)) => {
                    other.revenue.total_cmp(&one.revenue).then_with(|| first.cmp(second))
                }
                _ => std::cmp::Ordering::Equal,
            };
            place(one).cmp(&place(other)).then_with(by_revenue)
        });
        groups
    }
}

/// Groups by text, made as texts are met.
#[derive(Default)]
struct TextGroups {
    /// By code of the column's dictionary.
    by_code: Vec<Option<u32>>,
    by_text: HashMap<String, u32>,
}

impl TextGroups {
    fn of(&mut self, data: &ColumnData, row: u32, groups: &mut Vec<Counted>) -> u32 {
        let Some(texts) = data.texts() else {
            return self.of_text(&text_of(&data.get(row)), groups);
        };
        let code = texts.code(row);
        if let Some(Some(group)) = self.by_code.get(code as usize) {
            return *group;
        }
        let group = self.of_text(texts.of_code(code), groups);
        if self.by_code.len() <= code as usize {
            self.by_code.resize((code + 1).max(texts.code_count()) as usize, None);
        }
        if let Some(place) = self.by_code.get_mut(code as usize) {
            *place = Some(group);
        }
        group
    }

    fn of_text(&mut self, text: &str, groups: &mut Vec<Counted>) -> u32 {
        let text = text.trim();
        if let Some(group) = self.by_text.get(text) {
            return *group;
        }
        let group = groups.len() as u32;
        let key = if text.is_empty() { GroupKey::Blank } else { GroupKey::Text(text.to_owned()) };
        groups.push(Counted::new(key));
        self.by_text.insert(text.to_owned(), group);
        group
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Misfit(misfit) => misfit.text.clone(),
    }
}

/// A key that sorts the largest amount first and an unknown one last.
fn descending(amount: Option<f64>) -> u64 {
    let Some(amount) = amount else { return u64::MAX };
    // Zero has two forms that must not part.
    let bits = (amount + 0.0).to_bits();
    // The bits of doubles sort like integers once negative ones are turned over.
    let ascending = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    !ascending
}

#[cfg(test)]
mod tests {
    use super::super::fixture::List;
    use super::super::{SegmentRules, classify};
    use super::*;

    fn list() -> List {
        let rows = [
            ("a", "Offer", "100.1"),
            ("b", "Lead", "50.2"),
            ("c", " Offer ", ""),
            ("d", "", "7"),
            ("e", "Lead", "50.2"),
            ("f", "Lost", "-20"),
            ("g", "Offer", "1000000"),
        ];
        (0_u32..).zip(rows).fold(List::default(), |list, (row, (name, stage, revenue))| {
            let list = list.with(row, Field::Name, name).with(row, Field::Stage, stage);
            list.with(row, Field::Revenue, revenue)
        })
    }

    fn shown(groups: &[Group]) -> Vec<(&str, &[u32], u32, f64, u32)> {
        groups.iter().map(|group| (group.key.id(), &*group.rows, group.count, group.revenue, group.known)).collect()
    }

    #[test]
    fn columns_are_in_order_and_rows_by_revenue() {
        let table = list().table();
        let findings = classify(&table, &SegmentRules::default());
        let by = GroupBy::Column(Field::Stage.into());
        let grouping = Grouping { by: &by, rows: None, order: &[] };
        let groups = group(&table, &findings, grouping);
        let expected: [(&str, &[u32], u32, f64, u32); 4] = [
            ("Offer", &[6, 0, 2], 3, 1_000_100.1, 2),
            ("Lead", &[1, 4], 2, 100.4, 2),
            ("Lost", &[5], 1, -20.0, 1),
            ("", &[3], 1, 7.0, 1),
        ];
        assert_eq!(shown(&groups), expected);
        let order = ["Lost".to_owned(), "Lead".to_owned()];
        let ordered = group(&table, &findings, Grouping { order: &order, ..grouping });
        assert_eq!(ordered.iter().map(|group| group.key.id()).collect::<Vec<_>>(), ["Lost", "Lead", "Offer", ""]);
        let filtered = group(&table, &findings, Grouping { rows: Some(&[5, 4, 99]), ..grouping });
        assert_eq!(filtered.iter().map(|group| group.count).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(filtered[0].share, Some(50.2 / 30.2));
    }

    #[test]
    fn all_four_segments_stand_there_even_of_nobody() {
        let by = GroupBy::Segment;
        let grouping = Grouping { by: &by, rows: None, order: &[] };
        let nobody = List::default().table();
        let groups = group(&nobody, &classify(&nobody, &SegmentRules::default()), grouping);
        assert_eq!(
            groups.iter().map(|group| group.key.id()).collect::<Vec<_>>(),
            ["small", "medium", "large", "state"]
        );
        assert!(groups.iter().all(|group| group.count == 0 && group.share.is_none()));
    }

    #[test]
    fn deleted_clients_count_nowhere_and_sums_agree_with_groups() {
        let table = list().table().with_deleted(&[6]);
        let findings = classify(&table, &SegmentRules::default());
        for by in [GroupBy::Segment, GroupBy::Column(Field::Stage.into()), GroupBy::Column(Field::Revenue.into())] {
            let grouping = Grouping { by: &by, rows: None, order: &[] };
            let mut groups = group(&table, &findings, grouping);
            assert_eq!(groups.iter().map(|group| group.count).sum::<u32>(), 6);
            assert!(groups.iter().all(|group| group.count as usize == group.rows.len()));
            let total: Sum = groups.iter().map(|group| group.revenue).collect();
            assert_eq!(total.hundredths(), Some(18750));
            for group in &mut groups {
                group.rows.clear();
            }
            assert_eq!(sums(&table, &findings, grouping), groups);
        }
    }
}
