//! A dataset: one imported file with where it came from. Two are carried along: published reference figures,
//! and an invented example that is loaded only when the visitor asks for it.

use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, Year, builtin_example, builtin_reference};
use crate::import::{HostFile, Import, Log, import};
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

    /// A dataset of what was imported from a file of the host.
    pub fn of_host(host: HostFile, import: Import) -> Dataset {
        Dataset {
            host: Some(Arc::new(host.clone())),
            ..Dataset::new(format!("host/{}", host.file), Provenance::Host, 0.0, import)
        }
    }
}

static REFERENCE: OnceLock<Option<Dataset>> = OnceLock::new();
static EXAMPLE: OnceLock<Option<Dataset>> = OnceLock::new();

/// The published figures as a dataset, where the city has them. The catalogue is the same for as long as the page
/// lives.
pub fn bundled_reference(catalogue: &Catalogue) -> Option<Dataset> {
    let read = |csv| bundled("reference.csv", csv, Provenance::Reference, catalogue);
    REFERENCE.get_or_init(|| builtin_reference().map(read)).clone()
}

/// The invented example as a dataset, where the city has one.
pub fn bundled_example(catalogue: &Catalogue) -> Option<Dataset> {
    let read = |csv| bundled("example.csv", csv, Provenance::Example, catalogue);
    EXAMPLE.get_or_init(|| builtin_example().map(read)).clone()
}

fn bundled(name: &str, csv: &str, provenance: Provenance, catalogue: &Catalogue) -> Dataset {
    Dataset::new(
        name.to_owned(),
        provenance,
        0.0,
        import(name, csv.as_bytes(), catalogue, Year::MAX),
    )
}
