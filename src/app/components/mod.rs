//! Parts that several pages share, one a file.

pub mod about_bar;
pub mod bring_files;
pub mod chart;
pub mod file_report;
pub mod goal_row;
pub mod indicator_card;
pub mod official_text;
pub mod promises;
pub mod status;
pub mod top_bar;
