//! What is said where there is no warning.

use crate::app::state::State;
use crate::assess::Board;

/// Why there is no warning: no figures that show a change, or none that calls for one.
pub fn nothing(state: State, board: &Board) -> &'static str {
    if board.shows_change() {
        state.say("没有需要预警的指标。", "Nothing calls for a warning.")
    } else {
        state.say(
            "这里的数值还看不出变化，所以没有可以预警的。载入历年数据后，预计完成困难、波动较大的指标会列在这里。",
            "The figures here show no change yet, so there is nothing to warn about. Once files of several years are loaded, targets that will be hard to reach, or that swing, are listed here.",
        )
    }
}
