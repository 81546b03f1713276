//! The number of cases behind a value.

use plan_tracker::observation::Quantity;

use crate::support::{counts, load, rejected, taken};

#[test]
fn cases_stand_beside_the_values_and_count_as_none() {
    let import = load("tidy-with-cases.csv");
    assert_eq!(counts(&import), [6, 6, 4, 2]);
    assert_eq!(
        taken(&import),
        [
            ("maternal-mortality", "示例市", 2020, 14.5),
            ("maternal-mortality", "示例市", 2021, 12.1),
            ("maternal-mortality", "示例市", 2023, 10.0),
            ("maternal-mortality", "示例市", 2024, 9.0),
        ]
    );
    let cases = import.table.iter().filter(|row| row.quantity == Quantity::Cases);
    let cases: Vec<_> = cases
        .map(|row| (row.indicator, row.area, row.year, row.value))
        .collect();
    assert_eq!(cases, [("maternal-mortality", "示例市", 2022, 2.0)]);
    assert_eq!(
        rejected(&import),
        [
            (2, "例数", "3", "conflict"),
            (5, "例数", "两", "not-a-number"),
            (6, "例数", "1.5", "not-a-count"),
            (7, "例数", "4", "conflict")
        ]
    );
    assert!(import.log.rejected.iter().all(|rejection| rejection.cells == 0));
    assert!(import.log.ignored_columns.is_empty());
}
