//! A dataset: one imported file with where it came from. Two are carried along: published reference figures, and an
//! invented example that comes only when the visitor asks for it.

use std::sync::Arc;

use crate::import::{HostFile, Import, Log};
use crate::lang::Lang;
use crate::observation::{GoalAgencies, Record, Table};

/// Where a dataset came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Published figures of the area, the region and the nation, each with its source.
    Reference,
    /// The invented example.
    Example,
    /// A file of the host, which lies beside the page.
    Host,
    /// A file of the visitor.
    File,
    /// Figures that a link carries, looked at and not kept.
    Link,
}

/// One imported file.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Unique among the datasets.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// Where it came from.
    pub provenance: Provenance,
    /// When the visitor loaded it, in milliseconds since 1970; 0 for what the app carries.
    pub loaded_at: f64,
    /// What the host says of it, where it is the host's.
    pub host: Option<Arc<HostFile>>,
    /// What was taken from it.
    pub table: Arc<Table>,
    /// Recorded assessments in it.
    pub records: Arc<Vec<Record>>,
    /// Responsible agencies in it.
    pub agencies: Arc<Vec<GoalAgencies>>,
    /// What was not taken, and why.
    pub log: Arc<Log>,
}

/// The figures that the app carries, as far as they are there.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// The published ones, where the city has any.
    pub reference: Option<Dataset>,
    /// The invented example, once it was asked for.
    pub example: Option<Dataset>,
    /// Whether the example is on its way.
    pub is_coming: bool,
}

impl PartialEq for Dataset {
    fn eq(&self, other: &Self) -> bool {
        // A dataset is never changed in place: one that is read anew has another log.
        self.id == other.id && Arc::ptr_eq(&self.log, &other.log)
    }
}

impl Dataset {
    /// What tells it from others, and from itself as it was read before.
    pub fn key(&self) -> (String, usize) {
        (self.id.clone(), Arc::as_ptr(&self.log).addr())
    }

    /// What it is called to readers: a file by its name, what the app carries by what it is.
    pub fn name_in(&self, lang: Lang) -> &str {
        match self.provenance {
            Provenance::Reference => lang.pick("已公布的参考数据", "published reference figures"),
            Provenance::Example => lang.pick("示例数据（虚构）", "example data (invented)"),
            Provenance::Host | Provenance::File | Provenance::Link => self.name_in_log(lang),
        }
    }

    /// What it is called where its log is shown: a file by its name, the host's by what the host calls it.
    pub fn name_in_log(&self, lang: Lang) -> &str {
        match &self.host {
            Some(host) => lang.pick(&host.name, &host.english),
            None => &self.name,
        }
    }

    /// A dataset of what was imported.
    pub fn new(id: String, provenance: Provenance, loaded_at: f64, import: Import) -> Dataset {
        Dataset {
            id,
            name: import.log.name.clone(),
            provenance,
            loaded_at,
            host: None,
            table: Arc::new(import.table),
            records: Arc::new(import.records),
            agencies: Arc::new(import.agencies),
            log: Arc::new(import.log),
        }
    }

    /// A dataset of what was imported from a table that the app carries.
    pub fn of_bundled(provenance: Provenance, import: Import) -> Dataset {
        Dataset::new(import.log.name.clone(), provenance, 0.0, import)
    }

    /// A dataset of what was imported from a file of the host.
    pub fn of_host(host: HostFile, import: Import) -> Dataset {
        Dataset {
            host: Some(Arc::new(host.clone())),
            ..Dataset::new(format!("host/{}", host.file), Provenance::Host, 0.0, import)
        }
    }
}
