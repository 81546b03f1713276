//! The sentences for files that cannot be opened, in both languages: what the file is, and what to do.

use super::{Error, FileKind};
use crate::lang::Lang;

impl Error {
    /// Why the file was not opened, and what to do about it.
    pub fn message(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Error::Empty { .. } => (
                "这个文件是空的。请检查是否选错了文件。",
                "This file is empty. Please check whether it is the right one.",
            ),
            Error::NotText { kind } => kind.advice(),
            Error::Password => (
                "这个工作簿有密码，不能读取。请在 Excel 或 WPS 中去掉密码后重新载入（Excel：文件 → 信息 → 保护工作簿 → 用密码进行加密，清空后保存）。",
                "This workbook has a password and cannot be read. Please remove the password in Excel or WPS and load \
                 it again (Excel: File → Info → Protect Workbook → Encrypt with Password, clear it and save).",
            ),
            Error::NoTable { .. } => (
                "这个文件里没有找到用逗号、分号或制表符分开的列。请另存为 CSV 文件后重新载入。",
                "No columns separated by commas, semicolons or tabs were found in this file. Please save it as CSV and \
                 load it again.",
            ),
        };
        lang.pick(zh, en)
    }
}

impl FileKind {
    /// What the file is and what to do, in Chinese and in English.
    fn advice(self) -> (&'static str, &'static str) {
        match self {
            FileKind::Damaged => (
                "这个文件打不开：工作簿或压缩包已损坏，或者没有下载完整。请重新下载；或者在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV 后重新载入。",
                "This file cannot be opened: it is a workbook or an archive that is damaged or was not downloaded \
                 whole. Please download it again, or open it in Excel or WPS, save it as .xlsx or CSV and load that.",
            ),
            FileKind::Xlsb => (
                "这是 Excel 二进制工作簿（.xlsb），不能直接读取。请在 Excel 中打开，另存为 .xlsx 后重新载入。",
                "This is a binary Excel workbook (.xlsb), which is not read. Please open it in Excel, save it as .xlsx \
                 and load that.",
            ),
            FileKind::TooLarge => (
                "这个文件解压后太大，不能打开。请只保留需要的表，另存为 CSV 后重新载入。",
                "This file unpacks to more than can be opened. Please keep only the tables that are needed, save them \
                 as CSV and load those.",
            ),
            FileKind::Document => (
                "这是文字文稿或演示文稿，不是表格。请把其中的表格复制到 Excel 或 WPS 表格里，存为 .xlsx 或 CSV 后载入。",
                "This is a text document or slides, not a sheet. Please copy its table into Excel or WPS, save it as \
                 .xlsx or CSV and load that.",
            ),
            FileKind::Zip => (
                "这个压缩包里没有能读取的表格。请载入 CSV 或 Excel 文件，或者只含这些文件的 .zip。",
                "This archive holds no table that can be read. Please load a CSV or Excel file, or a .zip of such files.",
            ),
            FileKind::LockedZip => (
                "这个压缩包有密码，不能读取。请先解压，再载入其中的 CSV 或 Excel 文件。",
                "This archive has a password and cannot be read. Please unpack it and load the CSV or Excel file inside.",
            ),
            FileKind::Archive => (
                "这是压缩包。请先解压，再载入其中的 CSV 或 Excel 文件。",
                "This is an archive. Please unpack it and load the CSV or Excel file inside.",
            ),
            FileKind::Pdf => (
                "这是 PDF 文件，不能直接读取。请把其中的表格存为 CSV 后载入。",
                "This is a PDF document. Please put the table in it into a CSV file and load that.",
            ),
            FileKind::Image => (
                "这是图片，不能直接读取。请把其中的表格录入为 CSV 后载入。",
                "This is a picture. Please type the table in it into a CSV file and load that.",
            ),
            FileKind::Html => (
                "这是网页，其中没有能读取的数据表（有些网站下载的“.xls”其实是网页）。请用 Excel 打开后另存为 CSV。",
                "This is a web page without a table of data that can be read (some sites name them “.xls”). Please \
                 open it in Excel and save it as CSV.",
            ),
            FileKind::WebArchive => (
                "这是单个文件网页（MHTML，有些系统导出时命名为“.xls”），不能直接读取。请在 Excel 中打开，另存为 .xlsx 或 CSV 后重新载入。",
                "This is a web page in a single file (MHTML; some systems name it “.xls”), which is not read. Please open \
                 it in Excel, save it as .xlsx or CSV and load that.",
            ),
            FileKind::Xml => (
                "这是 XML 文件。请改为下载 CSV 格式，或者用 Excel 打开后另存为 CSV。",
                "This is an XML file. Please download CSV instead, or open it in Excel and save it as CSV.",
            ),
            FileKind::Json => (
                "这是 JSON 文件。请改为下载 CSV 格式。",
                "This is a JSON file. Please download CSV instead.",
            ),
            FileKind::Binary => (
                "这个文件不是表格，无法读取。请载入 CSV 或 Excel 文件。",
                "This is not a text file and cannot be read. Please load a CSV file.",
            ),
        }
    }
}
