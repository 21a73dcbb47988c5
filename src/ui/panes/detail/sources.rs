//! Sources with what cites them; conflicts, other figures and what was looked for in vain.

use eframe::egui::{self, RichText, Ui};

use crate::edit::{Key, Kind};
use crate::ledger::Problem;
use crate::model::{Amount, OtherFigure};
use crate::text::{dates, numbers, words};
use crate::ui::PaneCtx;
use crate::ui::theme::strong;
use crate::ui::widgets::in_place;
use crate::views::{PartyDetail, SourceRow};

use super::{
    culled_ui, heading_ui, indented_ui, line_ui, phrase_ui, problems_ui, record_link_ui,
    small_value_ui,
};

/// So many of the records that cite a source are named.
const CITED: usize = 8;

pub(super) fn sources_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    reveal: Option<&str>,
    heights: &mut Vec<f32>,
) {
    for (index, row) in detail.sources.iter().enumerate() {
        let wanted = reveal == Some(row.source.id.as_str());
        culled_ui(ui, heights, index, wanted, |ui, over| {
            let key = Key::new(Kind::Source, &row.source.id);
            in_place::row_ui(ui, ctx, &key, over, |ui, ctx| source_ui(ui, ctx, &key, row));
            line_ui(ui, ctx);
        });
    }
}

fn source_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, row: &SourceRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let source = &row.source;
    let title = if source.url.is_empty() {
        ui.label(&source.title)
    } else {
        let title = egui::Link::new(source.title.as_str());
        let title = ui.add(title).on_hover_text(&source.url);
        if title.clicked() {
            ctx.act(crate::ui::Action::OpenLink(source.url.clone()));
        }
        title
    };
    in_place::value(ui, ctx, key, "title", &title);
    let published = match source.published {
        Some(date) => dates::date(date, texts),
        None => texts.get("detail-undated"),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut before = "";
        for (path, words) in [
            ("publisher", source.publisher.clone()),
            ("published", published),
            ("kind", words::source_kind(source.kind, texts)),
            ("language", source.language.clone()),
        ] {
            if !words.is_empty() {
                small_value_ui(ui, ctx, key, path, &format!("{before}{words}"));
                before = "· ";
            }
        }
    });
    in_place::hidden(ctx, key, "url");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let count = row.cited_by.len();
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        ui.label(theme.small(texts.with("detail-cited-by", &args)));
        for id in row.cited_by.iter().take(CITED) {
            record_link_ui(ui, ctx, id);
        }
        if count > CITED {
            ui.label(theme.small("…"))
                .on_hover_text(row.cited_by.join(", "));
        }
    });
    for (label, address) in [
        (texts.get("detail-read-from"), source.read_from.as_ref()),
        (texts.get("detail-official"), source.official.as_ref()),
    ] {
        if let Some(address) = address {
            let link = egui::Link::new(RichText::new(label).small());
            if ui.add(link).on_hover_text(address).clicked() {
                ctx.act(crate::ui::Action::OpenLink(address.clone()));
            }
        }
    }
    for note in source.notes.values() {
        ui.label(theme.small(note));
    }
}

pub(super) fn conflicts_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    heading_ui(ui, texts.get("detail-conflicts-heading"));
    if detail.party.conflicts.is_empty() {
        ui.label(theme.weak(texts.get("detail-no-conflicts")));
    }
    for conflict in &detail.party.conflicts {
        ui.label(conflict);
        line_ui(ui, ctx);
    }
    let commitments = detail.commitments.iter().flat_map(|group| &group.rows);
    let of_commitments = commitments.filter_map(|row| {
        let commitment = &row.commitment;
        let amount = commitment.amount.as_ref()?;
        Some(Disputed {
            id: commitment.id.as_str(),
            amount,
            because: commitment.preferred_because.as_deref(),
            others: &commitment.other_figures,
        })
    });
    let of_aid = detail.aid.iter().map(|row| Disputed {
        id: row.entry.id.as_str(),
        amount: &row.entry.figure.amount,
        because: row.entry.preferred_because.as_deref(),
        others: &row.entry.other_figures,
    });
    let all = of_commitments.chain(of_aid);
    let disputed: Vec<Disputed<'_>> = all.filter(|of| !of.others.is_empty()).collect();
    if !disputed.is_empty() {
        heading_ui(ui, texts.get("detail-other-figures"));
    }
    for of in disputed {
        disputed_ui(ui, ctx, &of);
        line_ui(ui, ctx);
    }
    let problems = detail.problems.iter();
    let open: Vec<&Problem> = problems
        .filter(|problem| problem.accepted.is_none())
        .collect();
    if !open.is_empty() {
        heading_ui(ui, texts.get("detail-problems-heading"));
    }
    for problem in open {
        indented_ui(ui, 0.0, |ui| {
            record_link_ui(ui, ctx, &problem.record);
            problems_ui(ui, ctx, std::slice::from_ref(problem));
        });
    }
    heading_ui(ui, texts.get("detail-not-found-heading"));
    for sought in &detail.party.not_found {
        ui.label(theme.weak(sought));
    }
}

/// A record of which sources give different figures.
struct Disputed<'a> {
    id: &'a str,
    amount: &'a Amount,
    because: Option<&'a str>,
    others: &'a [OtherFigure],
}

fn disputed_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, of: &Disputed<'_>) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    indented_ui(ui, 0.0, |ui| {
        record_link_ui(ui, ctx, of.id);
        ui.label(strong(numbers::form(&of.amount.form, texts)));
        if let Some(why) = of.because {
            let told = texts.with("detail-preferred-because", &[("why", why.into())]);
            ui.label(theme.small(told));
        }
    });
    for other in of.others {
        indented_ui(ui, 16.0, |ui| {
            ui.label(numbers::form(&other.figure.amount.form, texts));
            if let Some(why) = &other.why_not_preferred {
                let told = texts.with("detail-not-preferred", &[("why", why.as_str().into())]);
                ui.label(theme.small(told));
            }
            if let Some(phrase) = &other.figure.cite.phrase {
                let link = crate::views::link_to(ctx.ledger.dataset(), &other.figure.cite);
                phrase_ui(ui, ctx, &phrase.0, link.as_deref());
            }
        });
    }
}
