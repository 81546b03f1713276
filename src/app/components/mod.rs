//! Parts that several pages share, one a file.

pub mod about_bar;
pub mod alert;
pub mod bring_catalogue;
pub mod bring_files;
pub mod chart;
pub mod chart_tools;
pub mod choice;
pub mod cutoffs;
pub mod family_promise;
pub mod field_options;
pub mod file_report;
pub mod goal_row;
pub mod groups;
pub mod indicator_card;
pub mod keys;
pub mod matrix;
pub mod official_text;
pub mod outlook;
pub mod promises;
pub mod records;
pub mod share;
pub mod status;
pub mod tabs;
pub mod top_bar;
pub mod units;
pub mod worked_examples;
