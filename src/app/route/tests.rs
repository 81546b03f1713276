//! Every address reads back, and what an address gets wrong is left at its default.

use super::{Address, Page};
use crate::app::choices::{Comparison, FieldView, Listed, ReportChoice, View, WarningFilter};
use crate::app::talk::Talk;
use crate::app::theme::Theme;
use crate::assess::{CutOffs, Disaggregation, Status, WarningKind};
use crate::catalogue::Dimension;
use crate::lang::Lang;
use crate::report::{Edition, Kind, Scope};

fn address(page: Page) -> Address {
    Address {
        page,
        ..Address::default()
    }
}

fn report(kind: Kind, scope: Scope) -> Page {
    Page::Report(ReportChoice {
        kind,
        scope,
        edition: Edition::Full,
    })
}

#[test]
fn every_page_has_an_address_that_reads_back() {
    let goal = "W1.02".parse().unwrap();
    let pages = [
        Page::Overview,
        Page::Fields(None),
        Page::Fields(Some(Status::NoData)),
        Page::field("C3"),
        Page::Field("C3".into(), FieldView::of_status(Some(Status::MovingAway))),
        Page::Agency("市卫生健康委".into()),
        Page::Goal(goal),
        Page::Text('W', None),
        Page::Text('W', Some("W.monitoring.05".parse().unwrap())),
        Page::Search("孕产妇 & 100%".into()),
        Page::Warnings(WarningFilter::default()),
        Page::Warnings(WarningFilter {
            kind: Some(Listed::Warnings(WarningKind::MetAtRisk)),
            field: Some("W1".into()),
            agency: Some("教育局（体育局） & 50%+".into()),
        }),
        Page::Compare(Comparison::default()),
        Page::Compare(Comparison {
            view: View::Pair,
            field: Some("C1".into()),
            indicator: Some("infant-mortality".into()),
            with: Some("under-5-mortality".into()),
            by: Dimension::Residence,
            indexed: true,
        }),
        Page::Data,
        Page::Method,
        Page::Privacy,
        report(Kind::Annual, Scope::Whole),
        report(Kind::MidTerm, Scope::Plan('W')),
        report(Kind::Final, Scope::Field("C3".into())),
        report(Kind::Annual, Scope::Agency("W".into())),
        report(
            Kind::Annual,
            Scope::Agency("市\u{3000}妇联? #1=/“%E5”:100%+".into()),
        ),
        Page::Family(None),
        Page::Family(Some("pregnant".into())),
        Page::Present(Talk::default()),
        Page::Present(Talk::parse(
            Some("overview,W,C1,warnings,W1.02".into()),
            Some("4".into()),
        )),
    ];
    for page in pages {
        let address = Address {
            by: page.has_groups().then_some(Disaggregation::Residence),
            indicator: page.has_groups().then(|| "maternal-mortality".to_owned()),
            page,
            area: Some("钦州市".into()),
            year: Some(2023),
            lang: Some(Lang::En),
            theme: Some(Theme::Contrast),
            large: true,
            embed: Some("孕产妇死亡率：全国".into()),
            changed: vec![("nearly_met".into(), 0.02)],
            figures: Some("q1-_Z".into()),
        };
        assert_eq!(Address::parse(&address.format()), address);
    }
}

#[test]
fn an_address_escaped_by_the_browser_reads_the_same() {
    let typed = Address::parse("#/goal/W1.02?area=%E5%85%A8%E5%9B%BD");
    assert_eq!(typed.area.as_deref(), Some("全国"));
}

#[test]
fn an_embedded_page_is_asked_for_with_a_word_and_a_chart_with_its_title() {
    assert_eq!(Address::parse("#/family?embed").embed.as_deref(), Some(""));
    let chart = Address::parse("#/goal/W1.02?embed=孕产妇死亡率");
    assert_eq!(chart.embed.as_deref(), Some("孕产妇死亡率"));
    assert_eq!(chart.at(Page::Data).embed.as_deref(), Some(""));
    assert_eq!(Address::parse("#/family").embed, None);
}

#[test]
fn another_catalogue_keeps_language_and_look_alone() {
    let here = Address::parse("#/goal/W1.02?area=全国&year=2023&lang=en&theme=dark&size=large");
    assert_eq!(here.start_over().format(), "#/?lang=en&theme=dark&size=large");
}

#[test]
fn cut_offs_in_an_address_are_used_and_nonsense_is_left_out() {
    let address = Address::parse("#/?cutoffs=on_track_pace:0.9,nearly_met:7,no_such:1,damping:x");
    assert_eq!(address.changed, [("on_track_pace".to_owned(), 0.9)]);
    assert_eq!(
        address.cutoffs(),
        CutOffs {
            on_track_pace: 0.9,
            ..CutOffs::default()
        }
    );
}

#[test]
fn an_empty_address_is_the_overview_and_nonsense_is_kept() {
    assert_eq!(Address::parse(""), address(Page::Overview));
    assert_eq!(
        Address::parse("#/goal/nonsense"),
        address(Page::Unknown("/goal/nonsense".into()))
    );
    assert_eq!(Address::parse("#/%"), address(Page::Unknown("/%".into())));
}
