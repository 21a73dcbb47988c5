//! A brief as a page of HTML: one file with nothing outside it. Its style stands in it, its charts are
//! elements of it, and a policy in its head forbids the browser to ask the network for anything.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::BriefError;
use super::model::{
    Block, Brief, Cell, Column, Fact, Listed, Row, Run, Section, Side, Table, Target, Text, Voice,
};
use crate::exchange::picture::palette::Rgb;
use crate::exchange::picture::{Look, Palette, Scene, Shape, svg};
use crate::text::{Lang, Texts};

/// The style of a page.
const STYLE: &str = include_str!("page.css");
/// Puts the rows of a table in another order; a page is whole without it.
const SORTING: &str = include_str!("sort.js");

/// What stands around a brief on a page of a site.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Around {
    /// Other pages: words, path from this page, and the language of the words where it is another.
    pub links: Vec<(String, String, Option<Lang>)>,
}

/// The page.
///
/// # Errors
/// When a chart is of a size that cannot be drawn.
pub fn write(brief: &Brief, around: &Around) -> Result<String, BriefError> {
    let mut page = Page {
        out: String::with_capacity(64 * 1024),
        texts: Texts::new(brief.lang),
        pictures: 0,
    };
    page.head(brief);
    page.top(brief, around);
    page.out.push_str("<main id=\"main\">\n");
    for section in &brief.sections {
        page.section(section)?;
    }
    page.out.push_str("</main>\n");
    let about = escaped(&format!("{} · {}", brief.program, brief.subtitle));
    let _ = writeln!(page.out, "<footer><p>{about}</p></footer>");
    if is_sortable(brief) {
        let _ = writeln!(page.out, "<script>{SORTING}</script>");
    }
    page.out.push_str("</body>\n</html>\n");
    Ok(page.out)
}

fn tables(brief: &Brief) -> impl Iterator<Item = &Table> {
    let blocks = brief.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn is_sortable(brief: &Brief) -> bool {
    tables(brief).any(|table| table.sortable)
}

struct Page {
    out: String,
    texts: Texts,
    pictures: usize,
}

impl Page {
    fn head(&mut self, brief: &Brief) {
        let lang = brief.lang.code();
        let (title, about) = (escaped(&brief.title), escaped(&brief.about));
        let program = escaped(&brief.program);
        let scripts = if is_sortable(brief) {
            "; script-src 'unsafe-inline'"
        } else {
            ""
        };
        let colors = dark_colors(brief);
        let wide = if brief.is_wide { " class=\"wide\"" } else { "" };
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'{scripts}; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"description\" content=\"{about}\">\n\
             <meta name=\"generator\" content=\"{program}\">\n\
             <title>{title}</title>\n<style>\n{STYLE}{colors}</style>\n</head>\n<body{wide}>\n"
        );
    }

    fn top(&mut self, brief: &Brief, around: &Around) {
        let skip = escaped(&self.texts.get("brief-skip"));
        let _ = writeln!(self.out, "<a class=\"skip\" href=\"#main\">{skip}</a>");
        let (title, subtitle) = (escaped(&brief.title), escaped(&brief.subtitle));
        let _ = writeln!(
            self.out,
            "<header>\n<h1>{title}</h1>\n<p class=\"sub\">{subtitle}</p>\n</header>"
        );
        if !around.links.is_empty() {
            let name = escaped(&self.texts.get("brief-site-pages"));
            let _ = write!(self.out, "<nav aria-label=\"{name}\"><ul>");
            for (words, path, lang) in &around.links {
                let lang = lang.map(Lang::code);
                let lang = lang.map(|lang| format!(" lang=\"{lang}\" hreflang=\"{lang}\""));
                let (words, path) = (escaped(words), escaped(path));
                let lang = lang.unwrap_or_default();
                let _ = write!(self.out, "<li><a href=\"{path}\"{lang}>{words}</a></li>");
            }
            self.out.push_str("</ul></nav>\n");
        }
        if brief.sections.len() > 1 {
            let name = escaped(&self.texts.get("brief-contents"));
            let _ = write!(self.out, "<nav aria-label=\"{name}\"><ul>");
            for section in &brief.sections {
                let title = escaped(&section.title);
                let _ = write!(self.out, "<li><a href=\"#{}\">{title}</a></li>", section.id);
            }
            self.out.push_str("</ul></nav>\n");
        }
    }

    fn section(&mut self, section: &Section) -> Result<(), BriefError> {
        let (id, title) = (section.id, escaped(&section.title));
        let _ = writeln!(
            self.out,
            "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>"
        );
        for block in &section.blocks {
            self.block(block)?;
        }
        self.out.push_str("</section>\n");
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), BriefError> {
        match block {
            Block::Heading(words) => {
                let _ = writeln!(self.out, "<h3>{}</h3>", escaped(words));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(self.out, "<p>{}</p>", runs(text));
            }
            Block::Note(text) => {
                let _ = writeln!(self.out, "<p class=\"note\">{}</p>", runs(text));
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Picture(scene) => self.picture(scene)?,
            Block::List(lines) => {
                self.out.push_str("<ul class=\"list\">\n");
                for line in lines {
                    let _ = writeln!(self.out, "<li>{}</li>", runs(line));
                }
                self.out.push_str("</ul>\n");
            }
            Block::Sources(listed) => self.sources(listed),
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.out.push_str("<dl>\n");
        for fact in facts {
            let label = escaped(&fact.label);
            let lines = paragraphs(&fact.lines);
            let _ = writeln!(self.out, "<dt>{label}</dt><dd>{lines}</dd>");
        }
        self.out.push_str("</dl>\n");
    }

    fn picture(&mut self, scene: &Scene) -> Result<(), BriefError> {
        self.pictures += 1;
        let prefix = format!("p{}-", self.pictures);
        let drawn = svg::inline(scene, Look::Light, &prefix)?;
        let _ = writeln!(self.out, "<figure>{drawn}</figure>");
        Ok(())
    }

    fn sources(&mut self, listed: &[Listed]) {
        self.out.push_str("<ol class=\"sources\">\n");
        for one in listed {
            let number = one.number;
            let lines: String = one.lines.iter().map(paragraph).collect();
            let _ = writeln!(
                self.out,
                "<li id=\"s{number}\" value=\"{number}\">{lines}</li>"
            );
        }
        self.out.push_str("</ol>\n");
    }

    fn table(&mut self, table: &Table) {
        let caption = escaped(&table.caption);
        let _ = write!(
            self.out,
            "<div class=\"scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table{}>\n\
             <caption>{caption}</caption>\n<thead><tr>",
            if table.sortable { " data-sortable" } else { "" }
        );
        for column in &table.columns {
            let title = escaped(&column.title);
            let _ = write!(self.out, "<th scope=\"col\"{}>{title}</th>", side(column));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for (at, row) in table.rows.iter().enumerate() {
            match row {
                Row::Group(text) => {
                    if at > 0 {
                        self.out.push_str("</tbody>\n<tbody>\n");
                    }
                    let wide = table.columns.len();
                    let _ = writeln!(
                        self.out,
                        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{wide}\">{}</th></tr>",
                        runs(text)
                    );
                }
                Row::Cells(cells) => self.cells("<tr>", cells, &table.columns),
                Row::Total(cells) => self.cells("<tr class=\"total\">", cells, &table.columns),
            }
        }
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    fn cells(&mut self, begin: &str, cells: &[Cell], columns: &[Column]) {
        self.out.push_str(begin);
        for (at, (cell, column)) in cells.iter().zip(columns).enumerate() {
            let lines = paragraphs(&cell.lines);
            let key = cell.key.as_deref().map(escaped);
            let key = key.map(|key| format!(" data-key=\"{key}\""));
            let key = key.unwrap_or_default();
            let side = side(column);
            let _ = if at == 0 {
                write!(self.out, "<th scope=\"row\"{side}{key}>{lines}</th>")
            } else {
                write!(self.out, "<td{side}{key}>{lines}</td>")
            };
        }
        self.out.push_str("</tr>\n");
    }
}

fn side(column: &Column) -> &'static str {
    match column.side {
        Side::Left => "",
        Side::Right => " class=\"right\"",
    }
}

fn paragraph(text: &Text) -> String {
    format!("<p>{}</p>", runs(text))
}

/// One paragraph stands as it is, several each for itself.
fn paragraphs(lines: &[Text]) -> String {
    match lines {
        [one] => runs(one),
        lines => lines.iter().map(paragraph).collect(),
    }
}

fn runs(text: &Text) -> String {
    text.0.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut words = escaped(&run.words);
    let lang = run.lang.as_deref().map(escaped);
    let lang = lang.map(|lang| format!(" lang=\"{lang}\""));
    let lang = lang.unwrap_or_default();
    words = match run.voice {
        Voice::Plain if lang.is_empty() => words,
        Voice::Plain => format!("<span{lang}>{words}</span>"),
        Voice::Strong => format!("<span class=\"strong\"{lang}>{words}</span>"),
        Voice::Weak => format!("<span class=\"weak\"{lang}>{words}</span>"),
        Voice::Quote => format!("<q{lang}>{words}</q>"),
    };
    match &run.to {
        None => words,
        Some(Target::Web(address)) => {
            let address = escaped(address);
            format!("<a href=\"{address}\" rel=\"noreferrer\">{words}</a>")
        }
        Some(Target::Source(number)) => {
            format!("<a class=\"mark\" href=\"#s{number}\">{words}</a>")
        }
        Some(Target::Page(path)) => format!("<a href=\"{}\">{words}</a>", escaped(path)),
    }
}

/// Text for HTML, in elements and in quotes. Signs that HTML does not have become “�”.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(sign),
            '\r' => out.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {
                out.push('\u{fffd}');
            }
            sign => out.push(sign),
        }
    }
    out
}

/// What each colour of the charts is on dark ground. The charts are drawn for light ground; a rule for
/// an attribute goes before the attribute.
fn dark_colors(brief: &Brief) -> String {
    let blocks = brief.sections.iter().flat_map(|section| &section.blocks);
    let mut pairs: BTreeSet<(Rgb, Rgb)> = BTreeSet::new();
    for block in blocks {
        if let Block::Picture(scene) = block {
            colors_of(scene, &mut pairs);
        }
    }
    if pairs.is_empty() {
        return String::new();
    }
    let mut rules = String::from("@media screen and (prefers-color-scheme:dark){");
    for (light, dark) in pairs {
        let hex = |[r, g, b]: Rgb| format!("#{r:02x}{g:02x}{b:02x}");
        let (light, dark) = (hex(light), hex(dark));
        let _ = write!(
            rules,
            "svg [fill=\"{light}\"]{{fill:{dark}}}svg [stroke=\"{light}\"]{{stroke:{dark}}}"
        );
    }
    rules.push_str("}\n");
    rules
}

fn colors_of(scene: &Scene, pairs: &mut BTreeSet<(Rgb, Rgb)>) {
    use crate::exchange::picture::Ink;
    let (light, dark) = (Palette::of(Look::Light), Palette::of(Look::Dark));
    let mut pair = |ink: Ink, strength: f32| {
        pairs.insert((light.mixed(ink, strength), dark.mixed(ink, strength)));
    };
    pair(Ink::Ground, 1.0);
    for item in &scene.items {
        let (fill, line) = match &item.shape {
            Shape::Rect { fill, line, .. } | Shape::Circle { fill, line, .. } => (*fill, *line),
            Shape::Path { line, .. } => (None, Some(*line)),
            Shape::Area { fill, .. } => (Some(*fill), None),
            Shape::Text { ink, .. } => {
                pair(*ink, 1.0);
                (None, None)
            }
        };
        if let Some(fill) = fill {
            pair(fill.ink, fill.strength);
        }
        if let Some(line) = line {
            pair(line.ink, line.strength);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_others_never_become_elements() {
        let text = Text::plain("<script>alert('a' & \"b\")</script>\u{0}\r\n");
        assert_eq!(
            runs(&text),
            "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;\u{fffd} \n"
        );
        let to = Target::Web("https://example.org/?a=1&b=\"'".to_owned());
        assert_eq!(
            runs(&Text::weak("a").leading(Some(to))),
            "<a href=\"https://example.org/?a=1&amp;b=&quot;&#39;\" rel=\"noreferrer\">\
             <span class=\"weak\">a</span></a>"
        );
    }
}
