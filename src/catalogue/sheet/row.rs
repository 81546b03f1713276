//! The rows of a sheet, each cell read for what it should be.

use super::super::table::TARGET_COLUMNS;
use super::super::{Form, ItemId, Op, Section, Trend, Unit, Year};
use super::EXTRA_COLUMNS;
use super::mistake::{Mistake, Wrong};

/// The year by which a target is due where its cell is blank.
const DEADLINE: Year = 2030;
/// Columns without which nothing can be judged.
const NEEDED: [&str; 6] = ["name", "plan", "field", "section", "item", "op"];

/// One row: a target at the place that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: u64,
    pub id: String,
    pub name: String,
    pub at: ItemId,
    pub op: Op,
    pub unit: Unit,
    pub year: Year,
    pub relative_to: String,
    pub quote: String,
    pub form: Option<Form>,
    pub limit: Option<f64>,
    pub base_year: Option<Year>,
    pub aliases: Vec<String>,
    pub area: String,
}

/// Every row of a sheet.
pub struct Rows(pub Vec<Row>);

impl Rows {
    /// Reads the rows, or says everything that is wrong with them.
    pub fn read(text: &str) -> Result<Rows, Vec<Mistake>> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let whole = |wrong| {
            vec![Mistake {
                line: 1,
                column: String::new(),
                cell: String::new(),
                wrong,
            }]
        };
        let header = reader.headers().map_err(|_| whole(Wrong::NotCsv))?.clone();
        let columns = Columns::find(&header)?;
        let (mut rows, mut mistakes) = (Vec::new(), Vec::new());
        for record in reader.records() {
            let Ok(record) = record else {
                return Err(whole(Wrong::NotCsv));
            };
            if record.iter().all(str::is_empty) {
                continue;
            }
            let line = record.position().map_or(0, csv::Position::line);
            let mut cells = Cells {
                columns: &columns,
                record: &record,
                line,
                mistakes: &mut mistakes,
            };
            rows.extend(cells.row());
        }
        match (mistakes.is_empty(), rows.is_empty()) {
            (false, _) => Err(mistakes),
            (true, true) => Err(whole(Wrong::Empty)),
            (true, false) => Ok(Rows(rows)),
        }
    }
}

/// The separator that the first line uses most.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |byte: &u8| first.bytes().filter(|other| other == byte).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Where each known column stands.
struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    fn find(header: &csv::StringRecord) -> Result<Columns, Vec<Mistake>> {
        let place = |name: &&'static str| {
            let at = header.iter().position(|title| title.eq_ignore_ascii_case(name));
            at.map(|at| (*name, at))
        };
        let known = TARGET_COLUMNS.iter().chain(&EXTRA_COLUMNS);
        let columns = Columns(known.filter_map(place).collect());
        let missing = NEEDED.into_iter().filter(|name| columns.at(name).is_none());
        let mistake = |name: &str| Mistake {
            line: 1,
            column: name.to_owned(),
            cell: String::new(),
            wrong: Wrong::NoColumn,
        };
        let mistakes: Vec<Mistake> = missing.map(mistake).collect();
        if mistakes.is_empty() {
            Ok(columns)
        } else {
            Err(mistakes)
        }
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, at)| *at)
    }
}

/// The cells of one record; what is wrong with them is collected.
struct Cells<'a> {
    columns: &'a Columns,
    record: &'a csv::StringRecord,
    line: u64,
    mistakes: &'a mut Vec<Mistake>,
}

impl Cells<'_> {
    fn row(&mut self) -> Option<Row> {
        let before = self.mistakes.len();
        let name = self.needed("name");
        let at = self.place();
        let (value, limit) = (self.number("value"), self.number("limit"));
        let (year, base_year) = (self.year("year"), self.year("base_year"));
        let direction = self.direction();
        let form = self.form();
        let relative_to = self.text("relative_to");
        let op = self.op(value, direction, &relative_to);
        if self.mistakes.len() > before {
            return None;
        }
        let id = Some(self.text("indicator"))
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| name.clone());
        let aliases = self.text("aliases");
        let aliases = aliases
            .split(['|', '、', ';', '；'])
            .map(str::trim)
            .filter(|alias| !alias.is_empty());
        Some(Row {
            line: self.line,
            id,
            at: at?,
            op: op?,
            unit: Unit::new(&self.text("unit")),
            year: year.unwrap_or(DEADLINE),
            relative_to,
            quote: Some(self.text("quote"))
                .filter(|quote| !quote.is_empty())
                .unwrap_or_else(|| name.clone()),
            form,
            limit,
            base_year,
            aliases: aliases.map(str::to_owned).collect(),
            area: self.text("area"),
            name,
        })
    }

    fn text(&self, column: &str) -> String {
        let at = self.columns.at(column);
        at.and_then(|at| self.record.get(at))
            .unwrap_or_default()
            .to_owned()
    }

    fn wrong(&mut self, column: &str, wrong: Wrong) {
        let cell = self.text(column);
        self.mistakes.push(Mistake {
            line: self.line,
            column: column.to_owned(),
            cell,
            wrong,
        });
    }

    fn needed(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.wrong(column, Wrong::Blank);
        }
        text
    }

    fn number(&mut self, column: &str) -> Option<f64> {
        let text = self.text(column).replace('−', "-");
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotANumber);
        }
        number
    }

    fn year(&mut self, column: &str) -> Option<Year> {
        let text = self.text(column);
        let year = text
            .trim_end_matches('年')
            .parse()
            .ok()
            .filter(|year| (1900..=2100).contains(year));
        if year.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotAYear);
        }
        year
    }

    fn direction(&mut self) -> Option<Trend> {
        match self.text("direction").to_lowercase().as_str() {
            "" => None,
            "up" => Some(Trend::Up),
            "down" => Some(Trend::Down),
            "narrow" => Some(Trend::Narrow),
            _ => {
                self.wrong("direction", Wrong::NotADirection);
                None
            }
        }
    }

    fn form(&mut self) -> Option<Form> {
        match self.text("form").to_lowercase().as_str() {
            "" => None,
            "compound" => Some(Form::Compound),
            "linear" => Some(Form::Linear),
            _ => {
                self.wrong("form", Wrong::NotAForm);
                None
            }
        }
    }

    fn place(&mut self) -> Option<ItemId> {
        let plan = self.needed("plan").chars().next();
        let plan = plan.filter(|letter| letter.is_ascii_uppercase() && self.text("plan").len() == 1);
        if plan.is_none() && !self.text("plan").is_empty() {
            self.wrong("plan", Wrong::NotAPlan);
        }
        let section = Section::from_slug(&self.needed("section").to_lowercase());
        if section.is_none() && !self.text("section").is_empty() {
            self.wrong("section", Wrong::NotASection);
        }
        let (field, item) = (self.count("field"), self.count("item"));
        Some(ItemId {
            plan: plan?,
            field: field?,
            section: section?,
            item: item?,
        })
    }

    fn count(&mut self, column: &str) -> Option<u8> {
        let text = self.needed(column);
        let count = text.parse().ok();
        if count.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotANumber);
        }
        count
    }

    fn op(&mut self, value: Option<f64>, direction: Option<Trend>, relative_to: &str) -> Option<Op> {
        let symbol = self.needed("op");
        let needs = match symbol.as_str() {
            "" => return None,
            ">=" | "<=" | "=" | "around" | "change" if value.is_none() => Some("value"),
            "compare" | "compare-around" if relative_to.is_empty() => Some("relative_to"),
            "trend" if direction.is_none() => Some("direction"),
            _ => None,
        };
        if let Some(needs) = needs {
            self.wrong("op", Wrong::OpNeeds(needs));
            return None;
        }
        let other = Some(relative_to.to_owned()).filter(|other| !other.is_empty());
        match Op::from_parts(&symbol, value, direction, other) {
            Ok(op) => Some(op),
            Err(_) => {
                self.wrong("op", Wrong::NotAnOp);
                None
            }
        }
    }
}
