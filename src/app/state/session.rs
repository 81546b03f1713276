//! The room of what is loaded: the visitor's files and entered assessments, and what follows from them. It is changed
//! by the actions here alone.

use std::sync::Arc;

use leptos::prelude::*;

use super::kept::Kept;
use super::preferences::Preferences;
use crate::app::dataset::{Bundle, Dataset, Provenance};
use crate::assess::Record;
use crate::browser::clock;
use crate::import::HostMistake;
use crate::kept::Shelf;
use crate::lang::Lang;
use crate::observation::{Collection, GoalAgencies, Settlement, Source, Table};

/// What is loaded; cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    /// The visitor's files, oldest first.
    pub files: ReadSignal<Vec<Dataset>>,
    set_files: WriteSignal<Vec<Dataset>>,
    /// The published figures and the invented example, as far as they are there.
    bundled: RwSignal<Bundle>,
    /// The host's own files, and what of its list could not be used.
    pub host: ReadSignal<(Vec<Dataset>, Vec<HostMistake>)>,
    set_host: WriteSignal<(Vec<Dataset>, Vec<HostMistake>)>,
    /// Assessments that the visitor has entered.
    pub entered: Memo<Vec<Record>>,
    kept: Kept,
    /// Every assessment recorded: from files, then entered.
    pub records: Memo<Vec<Record>>,
    /// Who answers for which goal, as files say.
    pub agencies: Memo<Vec<GoalAgencies>>,
    /// Everything loaded, oldest first: reference figures, the host's files, the example, the visitor's files.
    pub datasets: Memo<Vec<Dataset>>,
    /// Everything loaded, laid over one another.
    pub collection: Memo<Arc<Collection>>,
    preferences: Preferences,
    prepared: Prepared,
}

/// Figures that were laid over one another before they are shown, with how their contradictions were settled.
type Prepared = StoredValue<Option<(Settlement, Arc<Collection>)>>;

impl Session {
    /// A session without files yet, with the assessments entered on earlier visits; what is entered is kept.
    pub(super) fn start(figures: Bundle, kept: Kept, preferences: Preferences) -> Session {
        let (files, set_files) = signal(Vec::<Dataset>::new());
        let entered = Memo::new(move |_| {
            let all = kept.all::<Record>(Shelf::Records).into_iter();
            all.map(|(_, record)| record).collect::<Vec<_>>()
        });
        let (host, set_host) = signal((Vec::new(), Vec::new()));
        let bundled = RwSignal::new(figures);
        let datasets = datasets(bundled, preferences, host, files);
        let prepared = StoredValue::new(None);
        Session {
            bundled,
            files,
            set_files,
            host,
            set_host,
            entered,
            kept,
            records: Memo::new(move |_| {
                let mut all = of_files(host, files, |file| &file.records);
                all.extend(entered.get());
                all
            }),
            agencies: Memo::new(move |_| of_files(host, files, |file| &file.agencies)),
            datasets,
            collection: collection(datasets, preferences, prepared),
            preferences,
            prepared,
        }
    }

    /// Lays everything over one another as it will be with a file, so that to [add](Self::add_file) it is no more than to
    /// show it: of a million values both together would keep the page waiting.
    pub fn prepare(self, file: &Dataset) {
        let with_file = || {
            let mut files = self.files.get();
            insert(&mut files, file.clone());
            let host = self.host.with(|(files, _)| files.clone());
            all_of(self.bundled.get(), host, self.preferences.example(), files)
        };
        let (settlement, all) = untrack(|| (self.preferences.settlement(), with_file()));
        let collection = Collection::new(tables(&all), &settlement);
        self.prepared.set_value(Some((settlement, Arc::new(collection))));
    }

    /// Adds a file that was read.
    pub fn add_file(self, file: Dataset) {
        self.set_files.try_update(|files| insert(files, file));
    }

    /// Takes every file away that is not one of these, but for what is only looked at.
    pub fn keep_files(self, ids: &[String]) {
        self.set_files.try_update(|files| {
            files.retain(|file| file.provenance == Provenance::Link || ids.contains(&file.id));
        });
    }

    /// Shows figures that the app carries.
    pub fn show_bundled(self, figures: Dataset) {
        self.bundled.try_update(|bundle| match figures.provenance {
            Provenance::Reference => bundle.reference = Some(figures),
            _ => bundle.example = Some(figures),
        });
    }

    /// Whether the invented example is there, or on its way.
    pub fn has_example(self) -> bool {
        self.bundled
            .with(|bundle| bundle.example.is_some() || bundle.is_coming)
    }

    /// Notes whether the invented example is on its way.
    pub fn expect_example(self, is_coming: bool) {
        self.bundled.try_update(|bundle| bundle.is_coming = is_coming);
    }

    /// Shows the host's own files, in place of none.
    pub fn show_host(self, files: Vec<Dataset>, mistakes: Vec<HostMistake>) {
        self.set_host.try_set((files, mistakes));
    }

    /// Puts a file that was read anew in the place of what it was.
    pub fn replace_file(self, file: Dataset) {
        self.set_files.try_update(|files| {
            if let Some(known) = files.iter_mut().find(|known| known.id == file.id) {
                *known = file;
            }
        });
    }

    /// Takes a file away.
    pub fn remove_file(self, id: &str) {
        self.set_files
            .try_update(|files| files.retain(|dataset| dataset.id != id));
    }

    /// Adds an assessment that the visitor has entered.
    pub fn enter_record(self, record: Record) {
        // Two assessments of one moment, in two tabs, are two.
        let now = clock::now();
        let id = format!("{now}-{:08x}", clock::chance());
        self.kept.keep(Shelf::Records, &id, &record);
    }

    /// Takes an entered assessment away.
    pub fn remove_record(self, record: &Record) {
        let all = untrack(|| self.kept.all::<Record>(Shelf::Records));
        let found = all.into_iter().find(|(_, other)| other == record);
        if let Some((id, _)) = found {
            self.kept.forget_one((Shelf::Records.slug().to_owned(), id));
        }
    }

    /// Puts the files that the figures come from, named in a language.
    pub fn with_sources<R>(self, lang: Lang, then: impl FnOnce(&[Source<'_>]) -> R) -> R {
        self.datasets.with(|datasets| {
            let source = |dataset| Source {
                name: Dataset::name_in(dataset, lang),
                table: &dataset.table,
            };
            then(&datasets.iter().map(source).collect::<Vec<_>>())
        })
    }
}

/// The same file may come from here and from another tab.
fn insert(files: &mut Vec<Dataset>, file: Dataset) {
    files.retain(|other| other.id != file.id);
    let at = files.partition_point(|other| other.loaded_at <= file.loaded_at);
    files.insert(at, file);
}

fn datasets(
    bundled: RwSignal<Bundle>,
    preferences: Preferences,
    host: ReadSignal<(Vec<Dataset>, Vec<HostMistake>)>,
    files: ReadSignal<Vec<Dataset>>,
) -> Memo<Vec<Dataset>> {
    let example = Memo::new(move |_| preferences.example());
    Memo::new(move |_| {
        let host = host.with(|(files, _)| files.clone());
        all_of(bundled.get(), host, example.get(), files.get())
    })
}

/// Everything loaded, oldest first.
fn all_of(bundle: Bundle, host: Vec<Dataset>, example: bool, files: Vec<Dataset>) -> Vec<Dataset> {
    let mut all: Vec<Dataset> = bundle.reference.into_iter().collect();
    all.extend(host);
    all.extend(example.then_some(bundle.example).flatten());
    all.extend(files);
    all
}

fn tables(datasets: &[Dataset]) -> Vec<Arc<Table>> {
    datasets
        .iter()
        .map(|dataset| Arc::clone(&dataset.table))
        .collect()
}

fn collection(
    datasets: Memo<Vec<Dataset>>,
    preferences: Preferences,
    prepared: Prepared,
) -> Memo<Arc<Collection>> {
    let settlement = Memo::new(move |_| preferences.settlement());
    Memo::new(move |_| {
        let (tables, settlement) = (datasets.with(|sets| tables(sets)), settlement.get());
        let prepared = prepared.try_update_value(Option::take).flatten();
        let fitting = prepared.filter(|(settled, all)| *settled == settlement && all.is_of(&tables));
        match fitting {
            Some((_, collection)) => collection,
            None => Arc::new(Collection::new(tables, &settlement)),
        }
    })
}

/// One part of every file, the host's and then the visitor's, one after the other.
fn of_files<T: Clone>(
    host: ReadSignal<(Vec<Dataset>, Vec<HostMistake>)>,
    files: ReadSignal<Vec<Dataset>>,
    part: impl Fn(&Dataset) -> &Vec<T>,
) -> Vec<T> {
    let mut all: Vec<T> = host.with(|(files, _)| files.iter().flat_map(&part).cloned().collect());
    files.with(|files| all.extend(files.iter().flat_map(&part).cloned()));
    all
}
