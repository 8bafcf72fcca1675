//! Reports, and what they are made of.

use crate::i18n::Reports;

pub const REPORTS: Reports = Reports { title: "Informes" };
