use super::super::fixture::List;
use super::super::{SegmentRules, Stage, classify};
use super::*;
use crate::workbook::Sum;

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
    let grouping = Grouping::by(&by);
    let groups = group(&table, &findings, grouping).columns;
    let expected: [(&str, &[u32], u32, f64, u32); 4] = [
        ("Offer", &[6, 0, 2], 3, 1_000_100.1, 2),
        ("Lead", &[1, 4], 2, 100.4, 2),
        ("Lost", &[5], 1, -20.0, 1),
        ("", &[3], 1, 7.0, 1),
    ];
    assert_eq!(shown(&groups), expected);
    let filtered = group(&table, &findings, Grouping { rows: Some(&[5, 4, 99]), ..grouping }).columns;
    assert_eq!(filtered.iter().map(|group| group.count).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(filtered[0].share, Some(50.2 / 30.2));
}

#[test]
fn all_four_segments_stand_there_even_of_nobody() {
    let by = GroupBy::Segment;
    let grouping = Grouping::by(&by);
    let nobody = List::default().table();
    let groups = group(&nobody, &classify(&nobody, &SegmentRules::default()), grouping).columns;
    assert_eq!(groups.iter().map(|group| group.key.id()).collect::<Vec<_>>(), ["small", "medium", "large", "state"]);
    assert!(groups.iter().all(|group| group.count == 0 && group.share.is_none()));
}

#[test]
fn deleted_clients_count_nowhere_and_sums_agree_with_groups() {
    let table = list().table().with_deleted(&[6]);
    let findings = classify(&table, &SegmentRules::default());
    for by in [GroupBy::Segment, GroupBy::Column(Field::Stage.into()), GroupBy::Column(Field::Revenue.into())] {
        let grouping = Grouping::by(&by);
        let mut groups = group(&table, &findings, grouping).columns;
        assert_eq!(groups.iter().map(|group| group.count).sum::<u32>(), 6);
        assert!(groups.iter().all(|group| group.count as usize == group.rows.len()));
        let total: Sum = groups.iter().map(|group| group.revenue).collect();
        assert_eq!(total.hundredths(), Some(18750));
        for group in &mut groups {
            group.rows.clear();
        }
        assert_eq!(sums(&table, &findings, grouping).columns, groups);
    }
}

fn stages(table: &ClientTable, plan: &StagePlan, lanes: Option<&GroupBy>, shown: Option<&[bool]>) -> Lanes {
    let findings = classify(table, &SegmentRules::default());
    let by = GroupBy::Column(Field::Stage.into());
    group(table, &findings, Grouping { lanes, shown, plan: Some(plan), ..Grouping::by(&by) })
}

fn plan() -> StagePlan {
    let stage = |name: &str, probability| Stage { name: name.to_owned(), probability, limit: Some(1) };
    let mut plan = StagePlan::default();
    for (segment, lead) in Segment::ALL.into_iter().zip([0.1, 0.2, 0.3, 0.4]) {
        plan.set_list(segment, vec![stage("Bid", None), stage("Lead", Some(lead)), stage("Offer", Some(0.55))]);
    }
    plan
}

#[test]
fn own_stages_come_first_in_their_order_even_of_nobody_and_weigh() {
    let board = stages(&list().table(), &plan(), None, None);
    assert_eq!(
        board.columns.iter().map(|group| group.key.id()).collect::<Vec<_>>(),
        ["Bid", "Lead", "Offer", "Lost", ""]
    );
    let weighted: Vec<Option<f64>> = board.columns.iter().map(|group| group.weighted).collect();
    assert_eq!((weighted[0], weighted[3], weighted[4]), (None, None, None));
    assert!((weighted[2].expect("weighted") - 550_055.055).abs() < 1e-6);
    assert_eq!(board.columns.iter().map(|group| group.held.iter().sum()).collect::<Vec<u32>>(), [0, 2, 3, 1, 1]);
}

#[test]
fn the_lanes_of_a_column_add_up_to_it() {
    let list = (0_u32..).zip(["Ida", "Tom", "Ida", "", "Tom", "Ida", "Tom"]);
    let table = list.fold(self::list(), |list, (row, name)| list.with(row, Field::Manager, name)).table();
    for lanes in [GroupBy::Segment, GroupBy::Column(Field::Manager.into()), GroupBy::Column(Field::Stage.into())] {
        let board = stages(&table, &plan(), Some(&lanes), None);
        let alone = stages(&table, &plan(), None, None).columns;
        for (at, column) in board.columns.iter().enumerate() {
            let cells: Vec<&Group> = board.lanes.iter().filter_map(|lane| lane.cells.get(at)).collect();
            assert!(cells.iter().all(|cell| cell.key == column.key));
            assert_eq!(cells.iter().map(|cell| cell.count).sum::<u32>(), column.count);
            let sum: Sum = cells.iter().map(|cell| cell.revenue).collect();
            assert!(
                (sum.value() - column.revenue).abs() < f64::EPSILON,
                "the amounts of the lanes are those of the column"
            );
            let weighted: Option<f64> =
                cells.iter().filter_map(|cell| cell.weighted).fold(None, |sum, part| Some(sum.unwrap_or(0.0) + part));
            let same = weighted.zip(column.weighted).is_none_or(|(one, other)| (one - other).abs() < 1e-6);
            assert!(same && weighted.is_some() == column.weighted.is_some());
            assert_eq!((column.count, column.revenue), (alone[at].count, alone[at].revenue));
            let mut rows: Vec<u32> = cells.iter().flat_map(|cell| cell.rows.clone()).collect();
            let mut expected = alone[at].rows.clone();
            rows.sort_unstable();
            expected.sort_unstable();
            assert_eq!(rows, expected);
        }
        let wholes: Sum = board.lanes.iter().map(|lane| lane.whole.revenue).collect();
        assert_eq!(wholes.hundredths(), Some(100_018_750));
    }
}

#[test]
fn what_a_filter_hides_is_in_no_sum_but_counts_for_the_limit() {
    let shown = [true, true, false, false, false, false, false];
    let board = stages(&list().table(), &plan(), None, Some(&shown));
    let found: Vec<(&str, u32, f64)> =
        board.columns.iter().map(|group| (group.key.id(), group.count, group.revenue)).collect();
    assert_eq!(found, [("Bid", 0, 0.0), ("Lead", 1, 50.2), ("Offer", 1, 100.1)]);
    assert_eq!(board.columns[2].held.iter().sum::<u32>(), 3);
    assert_eq!(board.columns[2].share.map(|share| (share * 1000.0).round()), Some(666.0));
}
