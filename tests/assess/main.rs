//! The rules of judgement: every edge of every rule, the warnings, whole boards, and what has to hold of any
//! input at all.

mod backtest;
mod board;
mod city;
mod clear;
mod disaggregated;
mod official;
mod plan;
mod properties;
mod series;
mod support;
mod warnings;
