//! Checks the catalogue's source files and embeds them; a mistake in them stops the build with its sentence.
//! `PLAN_CATALOGUE` names another folder of such files, to build the app for another city.

use std::io::ErrorKind;
use std::path::Path;
use std::{env, fs, process};

#[allow(dead_code, unused_imports)]
#[path = "src/catalogue/model/mod.rs"]
mod model;
#[path = "src/catalogue/source/mod.rs"]
mod source;
/// What the two take from the floor below them.
#[allow(dead_code)]
#[path = "src/tabular"]
mod tabular {
    pub mod fold;
    pub mod year;
}

const FOLDER: &str = "src/catalogue/qinzhou";
/// Tables that a city may have: they are carried as they are.
const TABLES: [&str; 3] = ["reference.csv", "example.csv", "context.csv"];
const OTHER_FOLDER: &str = "PLAN_CATALOGUE";

fn main() {
    let folder = env::var(OTHER_FOLDER).unwrap_or_else(|_| FOLDER.to_owned());
    println!("cargo::rerun-if-env-changed={OTHER_FOLDER}");
    println!("cargo::rerun-if-changed={folder}");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let (folder, out) = (Path::new(&folder), Path::new(&out));
    for name in TABLES {
        let table = match fs::read(folder.join(name)) {
            Err(why) if why.kind() != ErrorKind::NotFound => panic!("{name}: {why}"),
            found => found.unwrap_or_default(),
        };
        fs::write(out.join(name), table).expect("OUT_DIR can be written");
    }
    match source::read(folder) {
        Ok(catalogue) => {
            let json = serde_json::to_vec(&catalogue).expect("a catalogue has no map with odd keys");
            let bytes = borsh::to_vec(&catalogue).expect("the numbers of a catalogue are numbers");
            for (name, content) in [("catalogue.json", json), ("catalogue.borsh", bytes)] {
                fs::write(out.join(name), content).expect("OUT_DIR can be written");
            }
        }
        Err(mistakes) => {
            for mistake in mistakes {
                println!(
                    "cargo::error={}: {}",
                    folder.display(),
                    mistake.replace('\n', " ")
                );
            }
            process::exit(1);
        }
    }
}
