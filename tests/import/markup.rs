//! Tables that systems export as web pages or as XML and name `.xls`.

use plan_tracker::tabular::Encoding;

use crate::support::{accounted, taken};

const VALUES: [(&str, &str, i32, f64); 2] = [
    ("infant-mortality", "示例市", 2020, 4.9),
    ("infant-mortality", "示例市", 2021, 4.5),
];

const PAGE: &str = "<div>\n<style>td {color: red}</style><div>妇幼年报（示例）</div>\n<table border=1>\
    <tr><th>地区<th>指标<th>2020年<th>2021年</tr>\
    <tr><td>示例市</td><td>婴儿死亡率&#40;&permil;&#41;</td><td align=right>4.9</td><td>4.5<sup>2</sup></td></tr>\
    </table></div>";

#[test]
fn a_web_page_is_read_whatever_it_begins_with_and_however_it_is_stored() {
    let starts = [
        "",
        "<html><head><meta charset=gb2312></head><body>",
        "<!-- 导出 -->\r\n",
    ];
    for start in starts {
        let text = format!("{start}{PAGE}");
        let utf8 = accounted("年报.xls", text.as_bytes());
        assert_eq!(taken(&utf8), VALUES, "{start}");
        let gbk = accounted("年报.xls", &encoding_rs::GB18030.encode(&text).0);
        assert_eq!(taken(&gbk), VALUES, "{start}");
        assert_eq!(gbk.log.encoding, Encoding::Gb18030);
    }
}

#[test]
fn a_workbook_written_as_xml_is_read_with_and_without_its_first_line() {
    let row = |cells: [&str; 4]| {
        let cell = |text: &str| {
            let kind = if text.parse::<f64>().is_ok() {
                "Number"
            } else {
                "String"
            };
            format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>")
        };
        format!("<Row>{}</Row>", cells.map(cell).concat())
    };
    let book = format!(
        "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"年报\"><Table>{}{}</Table></Worksheet></Workbook>",
        row(["地区", "指标", "2020年", "2021年"]),
        row(["示例市", "婴儿死亡率（‰）", "4.9", "4.5"])
    );
    for start in [
        "",
        "<?mso-application progid=\"Excel.Sheet\"?>",
        "\n  <?xml version=\"1.0\"?>\n",
    ] {
        let import = accounted("年报.xls", format!("{start}{book}").as_bytes());
        assert_eq!(taken(&import), VALUES, "{start}");
        assert_eq!(import.log.sheets, ["年报"]);
    }
}

#[test]
fn xml_of_another_kind_and_pages_without_a_table_are_named() {
    for text in [
        "<?xml version=\"1.0\"?><message:GenericData/>",
        "<div>登录已过期，请重新登录</div>",
    ] {
        let import = accounted("数据.xls", text.as_bytes());
        assert!(taken(&import).is_empty());
        assert_eq!(import.log.rejected[0].reason.code(), "not-text", "{text}");
    }
}
