//! The whole page in one file, which opens by double click without a server: what the edition's bundle holds, packed
//! (xz, then printable signs) between a small script that unpacks it and a security policy that names every script
//! by its digest and allows no connection at all.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use lzma_rust2::{CheckType, XzOptions, XzWriter};
use plan_tracker::catalogue::{Catalogue, from_json};
use plan_tracker::import::host_files;
use plan_tracker::lang::escape_markup;
use sha2::{Digest, Sha256};

use super::{Edition, split};
use crate::{paths, process};

/// What the file may weigh when it is published: it is carried by chat and e-mail.
const MOST: usize = 2_500_000;

/// Printable signs without a meaning in HTML or in text in quotes, in the order of their value.
const ALPHABET: &[u8; 85] =
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$()*+,./:;=?@[]^_{|}~";

/// Packs the bundle of an edition into one file beside it, called after the catalogue; returns the name.
pub fn write(edition: Edition) -> Result<String> {
    for script in ["boot", "main", "worker"] {
        let mut vite = edition.vite();
        vite.env("PLAN_SCRIPT", script);
        process::run(vite.args(["build", "--config", "vite/single.config.js"]))?;
    }
    let catalogue = from_json(&read(&edition.folder().join("data/catalogue.json"))?)
        .context("the catalogue that was embedded")?;
    let level = match edition {
        Edition::Published => 9,
        Edition::Dev | Edition::SmallCity => 0,
    };
    let host = host_block(&edition.bundle())?;
    let page = Parts::read(edition, &catalogue)?.page(level, &host)?;
    let name = format!("{}.html", catalogue.slug);
    let file = edition.bundle().join(&name);
    process::write(&file, &page)?;
    println!(
        "{}: {:.2} MB in one file",
        file.display(),
        page.len() as f64 / 1e6
    );
    if edition == Edition::Published && page.len() - host.len() > MOST {
        bail!("{} is to stay below {} MB", file.display(), MOST as f64 / 1e6);
    }
    Ok(name)
}

/// What goes into the file.
struct Parts {
    page: String,
    boot: String,
    app: String,
    style: String,
    /// Everything else that boot.js and the app's script take out, by its name.
    rest: Vec<(String, Vec<u8>)>,
}

impl Parts {
    fn read(edition: Edition, catalogue: &Catalogue) -> Result<Parts> {
        let scripts = edition.folder().join("single");
        let icon = format!(
            "data:image/svg+xml;base64,{}",
            BASE64.encode(read(&paths::root().join("public/icon.svg"))?)
        );
        let page = read(&paths::root().join("src/browser/single/page.html"))?;
        let folder = edition.folder();
        let bytes = |file: &str| {
            let path = folder.join(file);
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let named = ["reference.bin", "example.bin", "app_bg.wasm", "import_bg.wasm"];
        let mut rest = vec![("worker".to_owned(), bytes("single/worker.js")?)];
        for file in named.map(str::to_owned).into_iter().chain(modules(edition)?) {
            let content = bytes(&file)?;
            rest.push((file, content));
        }
        Ok(Parts {
            page: page
                .replace("%TITLE%", &escape_markup(&catalogue.title))
                .replace("%ICON%", &icon),
            // The end of a script's line is written by the bundler; the page's own digest is of what stands in it.
            boot: read(&scripts.join("boot.js"))?.trim().to_owned(),
            app: read(&scripts.join("main.js"))?,
            style: read(&style_sheet(&edition.bundle())?)?,
            rest,
        })
    }

    /// The file, with the host's own files in a block of theirs.
    fn page(&self, level: u32, host: &str) -> Result<String> {
        ensure!(
            !self.boot.contains("</script"),
            "the script would end within itself"
        );
        let template = self
            .page
            .replace("%POLICY%", &self.policy())
            .replace("%BOOT%", &self.boot);
        let texts = [
            ("template", &template),
            ("style", &self.style),
            ("app", &self.app),
        ];
        let texts = texts.map(|(name, text)| (name, text.as_bytes()));
        let rest = self
            .rest
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let parts: Vec<(&str, &[u8])> = texts.into_iter().chain(rest).collect();
        let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
        let names = serde_json::to_vec(&names)?;
        let mut packed = Vec::new();
        for part in [names.as_slice()]
            .into_iter()
            .chain(parts.iter().map(|(_, bytes)| *bytes))
        {
            packed.extend(u32::try_from(part.len())?.to_be_bytes());
            packed.extend(part);
        }
        let payload = printable(&compress(&packed, level)?)?;
        Ok(template.replace("%PAYLOAD%", &payload).replace("%HOST%", host))
    }

    fn policy(&self) -> String {
        let digest = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
        format!(
            "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
             worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types default",
            digest(&self.boot),
            digest(&self.app),
            digest(&self.style),
        )
    }
}

/// The host's own files with their mappings and their list, as JSON by their paths, each in base64; empty where there are none. What is
/// listed and is not there, the page names.
fn host_block(bundle: &Path) -> Result<String> {
    let Ok(list) = fs::read_to_string(bundle.join("data/index.json")) else {
        return Ok(String::new());
    };
    let (listed, _) = host_files(&list);
    let paths = listed
        .iter()
        .flat_map(|listed| [Some(&listed.file), listed.mapping.as_ref()]);
    let paths = paths.flatten().map(|path| format!("data/{path}"));
    let files = paths.filter_map(|path| fs::read(bundle.join(&path)).ok().map(|bytes| (path, bytes)));
    let files = files.chain([("data/index.json".to_owned(), list.clone().into_bytes())]);
    let block: BTreeMap<String, String> = files.map(|(path, bytes)| (path, BASE64.encode(bytes))).collect();
    // As in browser/carried.js: a name with this sign cannot end the block.
    Ok(serde_json::to_string(&block)?.replace('<', "\\u003c"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The names of the modules that the loader of the pages fetches.
fn modules(edition: Edition) -> Result<Vec<String>> {
    let loader = read(&edition.folder().join(split::LOADER))?;
    let names = loader.split("new URL(\"./").skip(1);
    let names = names.filter_map(|rest| rest.split_once('"').map(|(name, _)| name.to_owned()));
    Ok(names.collect())
}

/// The one style sheet of a bundle.
fn style_sheet(bundle: &Path) -> Result<PathBuf> {
    let folder = bundle.join("assets");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut sheets = entries
        .map(|entry| Ok(entry?.path()))
        .filter(|path| {
            path.as_ref()
                .is_ok_and(|path| path.extension().is_some_and(|it| it == "css"))
        })
        .collect::<Result<Vec<PathBuf>>>()?;
    match (sheets.pop(), sheets.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => bail!("{} does not hold exactly one style sheet", folder.display()),
    }
}

/// As .xz, of the simplest check: the reader in the page is a small one.
fn compress(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    let mut options = XzOptions::with_preset(level);
    options.set_check_sum_type(CheckType::Crc32);
    let mut writer = XzWriter::new(Vec::new(), options)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Bytes as signs that any mail, chat or editor leaves alone, five for four bytes, after their alphabet; the first
/// four bytes are the length.
fn printable(bytes: &[u8]) -> Result<String> {
    let mut all = u32::try_from(bytes.len())?.to_be_bytes().to_vec();
    all.extend(bytes);
    all.resize(all.len().next_multiple_of(4), 0);
    let mut signs = ALPHABET.to_vec();
    for four in all.chunks_exact(4) {
        let mut value = four
            .iter()
            .fold(0u32, |value, byte| value << 8 | u32::from(*byte));
        let mut five = [0; 5];
        for sign in five.iter_mut().rev() {
            *sign = ALPHABET[value as usize % 85];
            value /= 85;
        }
        signs.extend(five);
    }
    Ok(String::from_utf8(signs)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_signs_that_html_leaves_alone_and_each_stands_for_one_value() {
        let text = printable(&[0, 0, 0, 1, 255]).unwrap();
        assert_eq!(&text[..85], std::str::from_utf8(ALPHABET).unwrap());
        // 5 bytes; then 1; then 0xff000000, filled up with zeros.
        assert_eq!(&text[85..], "0000500001{{r30");
        let signs: std::collections::BTreeSet<u8> = ALPHABET.iter().copied().collect();
        assert_eq!(signs.len(), 85);
        assert!(
            signs
                .iter()
                .all(|sign| sign.is_ascii_graphic() && !b"<>&\"'`\\-%".contains(sign))
        );
    }

    #[test]
    fn files_of_the_host_are_carried_with_their_list_and_what_is_not_there_is_left_out() {
        let bundle = std::env::temp_dir().join(format!("host-block-{}", std::process::id()));
        let data = bundle.join("data");
        fs::create_dir_all(&data).unwrap();
        assert_eq!(host_block(&bundle).unwrap(), "");
        let entry = |file: &str| serde_json::json!({ "file": file, "name": "n", "source": "s", "date": "2025", "licence": "l" });
        let mut mapped = entry("<a>.csv");
        mapped["mapping"] = "a.json".into();
        let list = serde_json::json!({ "files": [mapped, entry("gone.csv")] }).to_string();
        fs::write(data.join("index.json"), &list).unwrap();
        fs::write(data.join("a.json"), "{}").unwrap();
        fs::write(data.join("<a>.csv"), "1,2").unwrap();
        let block = host_block(&bundle).unwrap();
        fs::remove_dir_all(&bundle).unwrap();
        assert!(!block.contains('<'), "{block}");
        let block: BTreeMap<String, String> = serde_json::from_str(&block).unwrap();
        let names: Vec<&str> = block.keys().map(String::as_str).collect();
        assert_eq!(names, ["data/<a>.csv", "data/a.json", "data/index.json"]);
        assert_eq!(block["data/<a>.csv"], BASE64.encode("1,2"));
    }

    #[test]
    fn the_policy_names_every_script_and_lets_nothing_out() {
        let parts = Parts {
            page: "%POLICY%\n%PAYLOAD%\n%BOOT%\n%HOST%".to_owned(),
            boot: "1".to_owned(),
            app: "2".to_owned(),
            style: "p{}".to_owned(),
            rest: vec![("app_bg.wasm".to_owned(), vec![0])],
        };
        let page = parts.page(0, "{}").unwrap();
        let [policy, payload, boot, host] = page.lines().collect::<Vec<_>>()[..] else {
            panic!("{page}");
        };
        // The digest of "1".
        assert!(
            policy.contains("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"),
            "{policy}"
        );
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
        assert_eq!((boot, host), ("1", "{}"));
        assert!(payload.len() > 85);
    }
}
