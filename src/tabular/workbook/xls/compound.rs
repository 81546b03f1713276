//! The compound file that an old workbook is stored in: a small file system of sectors, each naming the next.

/// Where a chain of sectors ends, and the first of the other numbers that are no sector.
const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;
/// Bytes of a directory entry.
const ENTRY: usize = 128;
/// Sectors that the header itself lists the table's sectors of.
const LISTED_IN_HEADER: usize = 109;

/// Streams smaller than this are cut into small sectors of a stream of their own.
const SMALL_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// An opened compound file.
pub struct Compound<'b> {
    bytes: &'b [u8],
    /// Size of a sector in bytes, which is also that of the header's place.
    sector: usize,
    /// Of each sector the next one.
    next: Vec<u32>,
    /// The entries of its streams, one after the other.
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    /// Opens the file; none where its header is cut off.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30).filter(|shift| matches!(shift, 9 | 12))?;
        let mut file = Compound {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            directory: Vec::new(),
        };
        let in_header = (0..LISTED_IN_HEADER).filter_map(|at| u32_at(bytes, 76 + 4 * at));
        let mut listed: Vec<u32> = in_header.collect();
        // Each further sector of the list ends with the number of the one after it.
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..bytes.len() / file.sector {
            let Some(sector) = file.sector_at(more) else { break };
            listed.extend(numbers(sector));
            more = listed.pop()?;
        }
        file.next = listed
            .into_iter()
            .filter_map(|number| file.sector_at(number))
            .flat_map(numbers)
            .collect();
        file.directory = file.chain(u32_at(bytes, 48)?);
        Some(file)
    }

    /// Whether the file has a stream of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The content of a stream; none where the file has none of that name or it is cut off.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let (start, size) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
        let mut content = if size < SMALL_STREAM {
            // The first entry's stream holds all the small ones.
            let small = self.chain(u32_at(&self.directory, 116)?);
            let next: Vec<u32> = numbers(&self.chain(u32_at(self.bytes, 60)?)).collect();
            chain(start, &next, small.len(), |number| {
                sector(&small, number as usize, SMALL_SECTOR)
            })
        } else {
            self.chain(start)
        };
        content.truncate(size);
        (content.len() == size).then_some(content)
    }

    fn entry(&self, name: &str) -> Option<&[u8]> {
        let mut entries = self.directory.chunks_exact(ENTRY);
        entries.find(|entry| name_of(entry) == name)
    }

    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        // The header takes the place of the first one.
        sector(self.bytes, (number as usize).checked_add(1)?, self.sector)
    }

    fn chain(&self, first: u32) -> Vec<u8> {
        chain(first, &self.next, self.bytes.len(), |number| {
            self.sector_at(number)
        })
    }
}

/// The sector of that number among those of one size.
fn sector(bytes: &[u8], number: usize, size: usize) -> Option<&[u8]> {
    let from = number.checked_mul(size)?;
    bytes.get(from..from.checked_add(size)?)
}

/// The bytes of a chain of sectors, as far as it goes on; one that turns in a circle ends after `most` bytes.
fn chain<'b>(first: u32, next: &[u32], most: usize, sector: impl Fn(u32) -> Option<&'b [u8]>) -> Vec<u8> {
    let mut content = Vec::new();
    let mut number = first;
    while number < FIRST_SPECIAL
        && content.len() < most
        && let Some(bytes) = sector(number)
    {
        content.extend_from_slice(bytes);
        let Some(following) = next.get(number as usize) else {
            break;
        };
        number = *following;
    }
    content
}

/// The name of a directory entry.
fn name_of(entry: &[u8]) -> String {
    let units = entry[..64]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&units)
}

fn numbers(sector: &[u8]) -> impl Iterator<Item = u32> {
    sector
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The number of two bytes there.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

/// The number of four bytes there.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    numbers(bytes.get(at..at + 4)?).next()
}
