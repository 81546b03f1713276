//! Tables as rows of cells, for what holds of them however they are laid out.

use std::fmt::Write;

/// The table as a text.
pub fn csv(rows: &[Vec<String>]) -> String {
    rows.iter().fold(String::new(), |mut text, row| {
        writeln!(text, "{}", row.join(",")).expect("a text takes everything");
        text
    })
}

/// Puts a value into the row of these keys, which is added where there is none, under one of the columns behind them.
pub fn put(rows: &mut Vec<Vec<String>>, keys: &[String], (columns, column): (&[String], &str), value: &str) {
    let known = rows.iter().position(|row| row[..keys.len()] == *keys);
    let at = known.unwrap_or_else(|| {
        let blanks = columns.iter().map(|_| String::new());
        rows.push(keys.iter().cloned().chain(blanks).collect());
        rows.len() - 1
    });
    let across = columns.iter().position(|known| known == column);
    value.clone_into(&mut rows[at][keys.len() + across.unwrap_or_default()]);
}

/// Columns in another order, by the same keys for every row.
pub fn reordered(rows: &[Vec<String>], keys: &[u32]) -> Vec<Vec<String>> {
    let mut order: Vec<usize> = (0..rows[0].len()).collect();
    order.sort_by_key(|at| keys.get(*at).copied().unwrap_or_default());
    rows.iter()
        .map(|row| order.iter().map(|at| row[*at].clone()).collect())
        .collect()
}

/// With one more column, at that place or the last one, of that title and these cells in turn.
pub fn with_column(rows: &[Vec<String>], at: usize, title: &String, cells: &[String]) -> Vec<Vec<String>> {
    let at = at.min(rows[0].len());
    let mut rows = rows.to_vec();
    for (row, cell) in rows
        .iter_mut()
        .zip(std::iter::once(title).chain(cells.iter().cycle()))
    {
        row.insert(at, cell.clone());
    }
    rows
}
