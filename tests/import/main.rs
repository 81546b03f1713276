//! The import over small files of the shapes that offices really send. Every file is named for what it
//! proves; its figures are invented and stand under the invented area 示例市.

mod archives;
mod cases;
mod count_properties;
mod damaged;
mod digest;
mod host;
mod laid_out;
mod mapping;
mod markup;
mod meaning;
mod nesting;
mod periods;
mod properties;
mod shapes;
mod support;
mod surroundings;
mod text_files;
mod workbooks;
