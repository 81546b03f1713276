//! `cargo xtask example`: makes the invented figures of 示例市, the same at every run. They show every case at
//! work (met, slow, swinging, moving away, gaps, counties, sexes, few cases) and are nobody's.

use anyhow::Result;
use plan_tracker::catalogue::{Direction, Each, Indicator, Kind, Op, Target, Trend, Year, builtin};

use crate::{paths, process};

const SEED: u64 = 20_212_030;
const AREA: &str = "示例市";
const PARTS: [&str; 3] = ["示例一区", "示例二县", "示例三县"];
const SOURCE: &str = "示例（虚构），由程序生成，不是真实数据";
const FIRST: Year = 2016;
const BASE: Year = 2020;
const LAST: Year = 2024;
const HEAD: [&str; 10] = [
    "指标", "地区", "年份", "性别", "城乡", "年龄", "数值", "例数", "单位", "来源",
];

/// What a series is to show.
#[derive(Clone, Copy, PartialEq)]
enum Story {
    /// Beyond the target by now.
    Met,
    /// Met, but sliding back.
    AtRisk,
    /// At this many times the pace needed (negative: the wrong way).
    Pace(f64),
    /// At pace, with large ups and downs.
    Swinging,
    /// One value.
    OneValue,
    /// At pace, with missing years.
    Gaps,
    /// Nothing.
    Nothing,
}

/// What well-known indicators are to show; all others draw from [`DRAWN`].
const TOLD: &[(&str, Story)] = &[
    ("maternal-mortality", Story::Swinging),
    ("infant-mortality", Story::Met),
    ("neonatal-mortality", Story::Pace(1.5)),
    ("under-5-mortality", Story::Pace(0.4)),
    ("injury-mortality", Story::Pace(0.75)),
    ("short-sight-primary", Story::Pace(-0.6)),
    ("preschool-enrolment", Story::Pace(1.5)),
    ("compulsory-retention", Story::AtRisk),
    ("nursery-places", Story::Pace(1.6)),
    ("rural-tap-water", Story::Gaps),
    ("women-senior-professionals", Story::Pace(0.3)),
    ("women-life-expectancy", Story::Pace(1.0)),
    ("caries-age-12", Story::OneValue),
    ("severe-thalassaemia-births", Story::Pace(0.8)),
];

/// What the others draw from.
const DRAWN: [Story; 9] = [
    Story::Met,
    Story::Met,
    Story::Pace(1.6),
    Story::Pace(0.8),
    Story::Pace(0.35),
    Story::Pace(-0.4),
    Story::OneValue,
    Story::Gaps,
    Story::Nothing,
];

/// Sizes that a city's figures have where the plans name no value to reach: invented, and nobody's.
#[rustfmt::skip]
const SIZES: &[(&str, f64)] = &[
    ("sex-ratio-at-birth", 110.0),
    ("women-schooling-years", 9.6),
    ("housework-gap-sex", 1.2),
    ("women-pension-level", 2_100.0),
    ("women-occupational-disease", 3.2),
    ("women-collective-contracts", 236.0),
    ("women-job-training", 8_600.0),
    ("product-injuries", 22.0),
    ("child-suicides", 3.0),
    ("newborn-disease-kinds", 29.0),
    ("thalassaemia-defects", 3.1),
    ("breast-cancer-screening", 62.0),
    ("reproductive-knowledge", 71.0),
    ("unintended-pregnancy", 8.0),
    ("prepregnancy-check", 91.0),
    ("hiv-early-test", 84.0),
    ("syphilis-early-test", 85.0),
    ("hepatitis-b-early-test", 86.0),
    ("syphilis-mother-to-child", 3.4),
    ("hepatitis-b-mother-to-child", 2.6),
    ("hiv-women-follow-up", 94.0),
    ("women-mental-health-knowledge", 58.0),
    ("women-health-literacy", 22.4),
    ("maternal-anaemia", 21.5),
    ("maternal-iron-anaemia", 9.6),
    ("nutrition-label-awareness", 42.0),
    ("women-exercise", 36.0),
    ("women-fitness", 90.4),
    ("caesarean", 41.0),
    ("women-ordinary-senior-secondary", 52.5),
    ("women-vocational-education", 44.0),
    ("women-higher-education-workforce", 19.6),
    ("women-science-literacy", 8.9),
    ("women-science-awards", 27.5),
    ("women-lifelong-learning", 31.0),
    ("young-women-illiteracy", 0.9),
    ("girls-dropout", 0.42),
    ("older-women-learning", 18.2),
    ("women-in-high-tech", 34.5),
    ("women-in-emerging", 32.0),
    ("women-in-services", 54.4),
    ("income-gap-sex", 24.5),
    ("women-labour-protection", 71.4),
    ("party-congress-women", 27.8),
    ("party-members-women", 26.4),
    ("party-committee-women", 16.8),
    ("congress-deputies-women", 28.1),
    ("cppcc-members-women", 24.6),
    ("cppcc-standing-women", 17.9),
    ("government-heads-women", 12.4),
    ("department-leaders-women", 19.5),
    ("department-heads-women", 14.1),
    ("institution-leaders-women", 25.2),
    ("service-sector-decision-women", 33.7),
    ("board-women", 30.2),
    ("supervisory-board-women", 31.5),
    ("company-managers-women", 29.3),
    ("company-congress-women", 30.8),
    ("company-workers-women", 39.4),
    ("institution-congress-women", 41.6),
    ("institution-workers-women", 48.2),
    ("village-party-secretary-women", 9.6),
    ("community-party-women", 46.8),
    ("community-party-secretary-women", 39.5),
    ("social-organisations-women", 38.2),
    ("minority-women-officials", 33.4),
    ("law-making-women", 28.6),
    ("social-security-gap-sex", 4.2),
    ("maternity-insurance", 78.5),
    ("newlywed-guidance", 43.0),
    ("urban-water-source-quality", 97.6),
    ("rural-central-water", 88.4),
    ("rural-water-reliability", 91.2),
    ("rural-water-quality", 76.3),
    ("rural-sanitary-toilets", 86.7),
    ("public-toilet-ratio", 61.8),
    ("women-environment-decisions", 23.4),
    ("protection-orders", 87.5),
    ("legal-aid-awareness", 76.9),
    ("child-health-literacy", 18.6),
    ("carer-health-literacy", 24.8),
    ("birth-defects", 178.0),
    ("disabling-birth-defects", 14.6),
    ("child-obesity", 11.8),
    ("tooth-sealing", 38.6),
    ("caries-milk-teeth", 58.3),
    ("caries-permanent-teeth", 31.4),
    ("sex-education", 42.5),
    ("preterm-births", 6.2),
    ("low-birth-weight", 4.6),
    ("falls-burns-poisoning", 640.0),
    ("falls-mortality", 1.9),
    ("burns-mortality", 0.35),
    ("poisoning-mortality", 0.52),
    ("drowning-mortality", 4.8),
    ("child-helmets", 63.0),
    ("goods-quality", 93.6),
    ("disabled-retention", 84.4),
    ("disabled-enrolment", 95.8),
    ("large-classes-compulsory", 6.4),
    ("large-classes-senior", 9.8),
    ("child-health-insurance", 96.2),
    ("disabled-rehabilitation", 78.3),
    ("children-homes", 84.6),
    ("children-homes-used", 52.8),
    ("child-venues-used", 37.2),
    ("juvenile-crime", 16.4),
    ("education-spending-per-pupil", 11_400.0),
    ("urban-school-places", 148_200.0),
    ("nursery-places-total", 11_600.0),
    ("women-pension-members", 842_000.0),
    ("women-unemployment-insurance", 118_000.0),
    ("women-injury-insurance", 163_000.0),
    ("nurseries", 214.0),
    ("nursing-beds", 3_100.0),
    ("basic-pension-standard", 128.0),
    ("women-welfare-level", 1_180.0),
    ("child-welfare-standard", 1_250.0),
    ("disabled-rehabilitation-standard", 15_600.0),
    ("women-out-of-poverty-income", 12_800.0),
    ("left-behind-children", 41_200.0),
    ("child-social-workers", 640.0),
    ("women-organisations", 86.0),
    ("child-organisations", 74.0),
    ("non-medical-abortions", 1_240.0),
    ("women-legal-aid", 1_460.0),
];

/// Writes the file into the catalogue's folder.
pub fn run() -> Result<()> {
    process::write(&paths::city().join("example.csv"), csv())
}

/// The file's text.
pub fn csv() -> String {
    let mut maker = Maker {
        random: fastrand::Rng::with_seed(SEED),
        rows: vec![HEAD.join(",")],
    };
    for indicator in builtin()
        .indicators
        .iter()
        .filter(|i| i.kind != Kind::Milestone && i.gap.is_none())
    {
        if let Some(target) = indicator.distinct_targets().first() {
            maker.indicator(indicator, target);
        }
    }
    maker.rows.join("\n") + "\n"
}

struct Maker {
    random: fastrand::Rng,
    rows: Vec<String>,
}

/// What a series is about.
#[derive(Clone, Copy)]
struct Group<'a> {
    /// What the file calls the indicator.
    name: &'a str,
    area: &'a str,
    sex: &'a str,
    residence: &'a str,
}

impl Maker {
    fn indicator(&mut self, indicator: &Indicator, target: &Target) {
        let drawn = DRAWN[self.random.usize(..DRAWN.len())];
        let told = TOLD
            .iter()
            .find(|(id, _)| *id == indicator.id)
            .map(|(_, story)| *story);
        let story = told.unwrap_or(drawn);
        let total = Group {
            name: general_name(indicator),
            area: AREA,
            sex: "",
            residence: "",
        };
        if target.each == Some(Each::County) {
            // Each part has to meet it by itself: the last one lags.
            for (at, area) in PARTS.into_iter().enumerate() {
                let story = if at == 2 && story == Story::Met {
                    Story::Pace(0.5)
                } else {
                    story
                };
                let line = line(indicator, target, story, self.spread());
                self.series(indicator, story, Group { area, ..total }, line);
            }
            return;
        }
        // Groups and parts are those of one area: they stand about its own line, not anywhere.
        let line = line(indicator, target, story, self.spread());
        self.series(indicator, story, total, line);
        if indicator.sex.is_some() {
            // Women's figure is the headline of their plan and keeps its pace.
            let women = line.of_group(1.015, 1.0);
            self.series(indicator, story, Group { sex: "女", ..total }, women);
            let men = line.of_group(0.985, self.tilt());
            self.series(indicator, story, Group { sex: "男", ..total }, men);
        }
        let mortality = indicator.kind == Kind::Rate && indicator.direction == Direction::Down;
        if mortality && told.is_some() {
            for (residence, factor) in [("城镇", 0.8), ("农村", 1.15)] {
                let group = line.of_group(factor, self.tilt());
                self.series(indicator, story, Group { residence, ..total }, group);
            }
            for (area, factor) in PARTS.into_iter().zip([0.85, 1.0, 1.2]) {
                let part = line.of_group(factor, self.tilt());
                self.series(indicator, story, Group { area, ..total }, part);
            }
        }
    }

    /// How far from its goal an area stands, about 1.
    fn spread(&mut self) -> f64 {
        0.5 + self.random.f64()
    }

    /// How fast a group goes beside the whole, about 1.
    fn tilt(&mut self) -> f64 {
        0.6 + 0.8 * self.random.f64()
    }

    fn series(&mut self, indicator: &Indicator, story: Story, group: Group<'_>, line: Line) {
        for year in FIRST..=LAST {
            let shown = match story {
                Story::Nothing => false,
                Story::OneValue => year == LAST - 1,
                Story::Gaps => !matches!(year, 2017 | 2018 | 2021 | 2023),
                _ => true,
            };
            let shake = match story {
                Story::Swinging => [0.10, -0.11][(year % 2) as usize],
                // Base and newest year stay on the line, so that the pace is the one told.
                _ if year == BASE || year == LAST => 0.0,
                _ if is_age(indicator) => 0.004 * (self.random.f64() - 0.5),
                _ if indicator.kind == Kind::Share => 0.012 * (self.random.f64() - 0.5),
                _ => 0.05 * (self.random.f64() - 0.5),
            };
            let value = (line.base + line.yearly * f64::from(year - BASE)) * (1.0 + shake);
            if shown {
                self.row(indicator, group, year, value);
            }
        }
    }

    fn row(&mut self, indicator: &Indicator, group: Group<'_>, year: Year, value: f64) {
        let value = match indicator.limit {
            Some(limit) => value.clamp(0.0, limit),
            None => value.max(0.0),
        };
        // Whole things are counted whole; the smallest of them would otherwise stand at a part of one.
        let whole = matches!(
            indicator.unit.as_str(),
            "所" | "家" | "支" | "处" | "项" | "次" | "起" | "例" | "份" | "种"
        );
        let many = value >= 50.0 && matches!(indicator.unit.as_str(), "人" | "人次" | "个" | "张" | "元");
        let digits = match value {
            _ if whole || many => 0,
            v if v >= 1000.0 => 0,
            v if v >= 10.0 => 1,
            _ => 2,
        };
        // The small part has so few cases of this that no trend can be told from them.
        let few = indicator.id == "maternal-mortality" && PARTS.contains(&group.area);
        let cases = if few {
            (value / 4.0).round().to_string()
        } else {
            String::new()
        };
        let Group {
            name,
            area,
            sex,
            residence,
        } = group;
        let name = quoted(name);
        let unit = &indicator.unit;
        self.rows.push(format!(
            "{name},{area},{year},{sex},{residence},,{value:.digits$},{cases},{unit},{SOURCE}"
        ));
    }
}

/// A name that leaves the sex to its column: 妇女人均预期寿命 is women's whatever the column says.
fn general_name(indicator: &Indicator) -> &str {
    let names = std::iter::once(&indicator.name).chain(&indicator.aliases);
    let general = names
        .clone()
        .find(|name| indicator.sex_implied_by(name).is_none());
    general.unwrap_or(&indicator.name)
}

/// Where a figure stands in the base year, and its change a year.
#[derive(Clone, Copy)]
struct Line {
    base: f64,
    yearly: f64,
}

impl Line {
    /// The line of a group that is so many times as high and goes so many times as fast.
    fn of_group(self, factor: f64, tilt: f64) -> Line {
        Line {
            base: self.base * factor,
            yearly: self.yearly * factor * tilt,
        }
    }
}

/// The line that tells a story.
fn line(indicator: &Indicator, target: &Target, story: Story, spread: f64) -> Line {
    let share = indicator.kind == Kind::Share;
    let goal = match target.op {
        Op::AtLeast(goal) | Op::AtMost(goal) | Op::Equal(goal) | Op::Around(goal) => Some(goal),
        _ => None,
    };
    let up = match target.op {
        Op::AtMost(_) | Op::Trend(Trend::Down | Trend::Narrow) => false,
        Op::Change(percent) => percent > 0.0,
        Op::Trend(Trend::Up) => true,
        _ => indicator.direction == Direction::Up,
    };
    let sign = if up { 1.0 } else { -1.0 };
    let (base, needed) = match (goal, &target.op) {
        (Some(goal), _) => {
            let distance = if share {
                // What is to be all but the whole is not far from it anywhere.
                let far = if goal >= 97.0 { 3.0 } else { 8.0 };
                (far * spread).min(goal * 0.6)
            } else {
                goal * 0.3 * spread
            };
            (goal - sign * distance, sign * distance / 10.0)
        }
        (None, Op::Change(percent)) => (18.0, 18.0 * percent / 100.0 / 10.0),
        // Nobody lives half as long again as others do: lives differ by a year, and grow by a quarter of one.
        (None, _) if is_age(indicator) => (usual_size(indicator) + spread - 1.0, sign * 0.25),
        (None, _) => {
            let size = SIZES.iter().find(|(id, _)| *id == indicator.id);
            let base = match size {
                Some((_, size)) => size * (0.9 + 0.1 * spread),
                None => usual_size(indicator) * spread,
            };
            (base, sign * yearly(indicator, base))
        }
    };
    let pace = match story {
        Story::Pace(pace) => pace,
        _ => 1.0,
    };
    let (base, yearly) = match (story, goal) {
        (Story::Met, Some(goal)) => (goal, sign * (goal - base).abs().max(0.01 * goal) / 20.0),
        // Well beyond the target in the base year, and back towards it ever since.
        (Story::AtRisk, Some(goal)) => {
            let beyond = if share { 4.0 } else { goal * 0.2 };
            (goal + sign * beyond, -sign * beyond / 5.0)
        }
        _ => (base, needed * pace),
    };
    Line { base, yearly }
}

/// How much a figure with only a direction moves a year where it moves well: less the nearer it is to its end.
fn yearly(indicator: &Indicator, base: f64) -> f64 {
    let usual = base * 0.02;
    match (indicator.unit.as_str(), indicator.limit) {
        // A sex ratio at birth lies a few points above 105 and falls by tenths of them.
        ("女=100", _) => 0.6,
        (_, Some(limit)) => usual.min((limit - base.min(limit)) * 0.12),
        _ => usual,
    }
}

/// A size that figures of this unit have in a city.
fn usual_size(indicator: &Indicator) -> f64 {
    match indicator.unit.as_str() {
        "元" => 1_800.0,
        "万元" => 420_000.0,
        "人" | "人次" => 24_000.0,
        "个" | "家" | "处" | "张" | "份" => 260.0,
        "岁" if indicator.id.contains("healthy") => 68.0,
        "岁" => 79.0,
        "年" => 9.4,
        "小时" => 1.6,
        "女=100" => 110.0,
        _ => 14.0,
    }
}

fn is_age(indicator: &Indicator) -> bool {
    indicator.unit.as_str() == "岁"
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_in_the_catalogue_is_the_one_that_this_makes() {
        let file = std::fs::read_to_string(paths::city().join("example.csv")).unwrap();
        assert!(file == csv(), "run `cargo xtask example` and commit the file");
    }

    #[test]
    fn every_row_says_that_it_is_invented() {
        for row in csv().lines().skip(1) {
            assert!(row.ends_with(SOURCE) && row.contains("示例"), "{row}");
        }
    }
}
