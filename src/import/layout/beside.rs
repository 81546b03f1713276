//! Columns that name a group alone, 男 and 女, directly beside the column of everyone: 婴儿死亡率, 男, 女. They are of
//! the same indicator, or of the same year, as that column.

use super::{Column, Use};
use crate::catalogue::Unit;
use crate::import::meaning::About;

/// Gives columns of groups what the column of their whole says. Behind two wholes it is not known whose they are.
pub fn name_groups(columns: &mut [Column]) {
    let mut at = 0;
    while at < columns.len() {
        let behind = at + 1;
        let end = behind + columns[behind..].iter().take_while(|it| is_group(it)).count();
        let alone = at == 0 || whole(&columns[at - 1]).is_none();
        if let Some((about, unit)) = whole(&columns[at]).filter(|_| alone) {
            for column in &mut columns[behind..end] {
                take_after(column, &about, unit.as_ref());
            }
        }
        at = end;
    }
}

/// What a column of everyone says that its groups may leave out: an indicator or a year, and the unit.
fn whole(column: &Column) -> Option<(About, Option<Unit>)> {
    let Use::Values { about, unit } = &column.used else {
        return None;
    };
    let of_everyone = about.sex.is_none() && about.residence.is_none() && about.age.is_none();
    let says = about.indicator.is_some() || about.year.is_some() || about.count.is_some();
    (of_everyone && says && about.figure.is_none()).then(|| (about.clone(), unit.clone()))
}

fn is_group(column: &Column) -> bool {
    matches!(&column.used, Use::Values { about, .. } if about.is_group() && about.figure.is_none())
}

fn take_after(column: &mut Column, whole: &About, of_whole: Option<&Unit>) {
    if let Use::Values { about, unit } = &mut column.used {
        about.fill(whole);
        *unit = unit.take().or_else(|| of_whole.cloned());
    }
}
