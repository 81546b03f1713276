//! What came out of a file as bytes, for the way from the worker to the page: the observations as columns, so that the
//! page need not parse them, and before them everything else with its length, as `borsh` writes it.

use std::io::Read;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Import, Log};
use crate::observation::{BegunTable, GoalAgencies, Record, Rest};

/// Everything but the observations.
#[derive(BorshSerialize, BorshDeserialize)]
struct Beside<Records, Agencies, Said> {
    records: Records,
    agencies: Agencies,
    log: Said,
}

impl Import {
    /// The import as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let beside = Beside {
            records: &self.records,
            agencies: &self.agencies,
            log: &self.log,
        };
        // Only what is no number cannot be written, and none is taken; without this nothing is read back.
        let beside = borsh::to_vec(&beside).unwrap_or_default();
        let mut bytes = (beside.len() as u32).to_le_bytes().to_vec();
        bytes.extend(beside);
        self.table.write(&mut bytes);
        bytes
    }

    /// The import that was written; none of bytes of another version, or damaged ones.
    pub fn from_bytes(bytes: &[u8]) -> Option<Import> {
        BegunImport::new(bytes, bytes.len())?.finish()
    }
}

/// An import half read: of a million values each half takes a while.
pub struct BegunImport<R> {
    beside: Beside<Vec<Record>, Vec<GoalAgencies>, Log>,
    table: BegunTable<R>,
}

impl<R: Read> BegunImport<R> {
    /// Reads the first half of so many bytes that stand elsewhere.
    pub fn new(from: R, length: usize) -> Option<Self> {
        let mut rest = Rest::new(from, length);
        let length = rest.number()? as usize;
        Some(BegunImport {
            beside: borsh::from_slice(&rest.bytes(length)?).ok()?,
            table: BegunTable::new(rest)?,
        })
    }

    /// Reads the second half.
    pub fn finish(self) -> Option<Import> {
        let Beside {
            records,
            agencies,
            log,
        } = self.beside;
        Some(Import {
            table: self.table.finish()?,
            records,
            agencies,
            log,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::builtin;
    use crate::import::{Import, import};

    #[test]
    fn an_import_comes_back_as_it_was() {
        let known = &builtin().indicators[0].name;
        let file =
            format!("指标,地区,年份,数值\n{known},灵山县,2021,5\n{known},浦北县,2021,…\n不是指标,,2021,x\n");
        let import = import("a.csv", file.as_bytes(), builtin(), 2026);
        assert_eq!(Import::from_bytes(&import.to_bytes()), Some(import.clone()));
        assert_eq!(Import::from_bytes(&import.to_bytes()[1..]), None);
        assert_eq!(Import::from_bytes(b""), None);
    }
}
