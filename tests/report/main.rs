//! The evaluation reports in the three states of data: nothing but reference figures, the city's own files,
//! and the invented example.

mod agencies;
mod contents;
mod editions;
mod files;
mod form;
mod kinds;
mod letters;
mod office;
mod support;
mod template;
mod workbook;
