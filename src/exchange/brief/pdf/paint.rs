//! Pages that were laid out, as a PDF file.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as To};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect as Bounds, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Artifact, TagKind};
use krilla::tagging::{
    ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag as Its,
    TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::lay::{Bookmark, Child, Item, Laid, Page, Spot, Tag};
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Brief, Target};
use crate::exchange::picture::pdf::{Drawing, Fonts, plain};
use crate::exchange::picture::{Anchor, Fill, Look, Rect};
use crate::task::TaskLine;

/// Points of a page in a point of a scene, which is what a scene is drawn at.
const POINT: f32 = 0.75;

/// The pages as a PDF file.
pub(super) fn write(brief: &Brief, laid: &Laid, line: &TaskLine) -> Result<Vec<u8>, BriefError> {
    let failed = |cause: &str| BriefError::Pages(cause.to_owned());
    let fonts = Fonts::new()?;
    let mut document = Document::new_with(SerializeSettings::default());
    let mut marks: Vec<Option<Identifier>> = vec![None; laid.marks];
    for page in &laid.pages {
        if line.is_cancelled() {
            return Err(BriefError::Cancelled);
        }
        let settings =
            PageSettings::from_wh(laid.width, laid.height).ok_or_else(|| failed("size"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        let drawing = Drawing::new(&mut surface, Look::Light, fonts.clone());
        paint(drawing, page, &mut marks);
        surface.finish();
        for item in &page.items {
            let Item::Link {
                rect,
                to,
                words,
                mark,
            } = item
            else {
                continue;
            };
            if let Some(annotation) = link(laid, *rect, to, words)
                && let Some(place) = marks.get_mut(*mark)
            {
                *place = Some(sheet.add_tagged_annotation(annotation));
            }
        }
        sheet.finish();
    }
    if line.is_cancelled() {
        return Err(BriefError::Cancelled);
    }
    let lang = brief.lang.code().to_owned();
    let mut tree = TagTree::new().with_lang(Some(lang.clone()));
    tree.push(group(laid, 0, &mut marks));
    document.set_tag_tree(tree);
    document.set_outline(outline(laid));
    document.set_metadata(
        Metadata::new()
            .title(plain(&brief.title))
            .description(plain(&brief.about))
            .language(lang)
            .creator(brief.program.clone())
            .producer(brief.program.clone()),
    );
    document
        .finish()
        .map_err(|error| BriefError::Pages(error.to_string()))
}

/// What stands on a page.
fn paint(mut drawing: Drawing<'_, '_>, page: &Page, marks: &mut [Option<Identifier>]) {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    let mut keep = |mark: usize, identifier: Identifier| {
        if let Some(place) = marks.get_mut(mark) {
            *place = Some(identifier);
        }
    };
    for item in &page.items {
        match item {
            Item::Fill(rect, ink, strength) => {
                drawing
                    .surface()
                    .start_tagged(artifact(ArtifactType::Layout));
                let fill = Fill {
                    strength: *strength,
                    ..Fill::solid(*ink)
                };
                drawing.filled(*rect, fill);
                drawing.surface().end_tagged();
            }
            Item::Text(text) => {
                let words = plain(&text.words);
                if let Some(mark) = text.mark {
                    let span = SpanTag::empty().with_lang(text.lang.as_deref());
                    let identifier = drawing.surface().start_tagged(ContentTag::Span(span));
                    keep(mark, identifier);
                } else {
                    let repeated = artifact(ArtifactType::PaginationOther);
                    drawing.surface().start_tagged(repeated);
                }
                let style = text.style;
                drawing.text(
                    text.at,
                    &words,
                    style.size,
                    (style.weight, style.ink),
                    Anchor::Start,
                );
                drawing.surface().end_tagged();
            }
            Item::Scene {
                at,
                scale,
                scene,
                mark,
            } => {
                let identifier = drawing.surface().start_tagged(ContentTag::Other);
                keep(*mark, identifier);
                let factor = scale / POINT;
                let place = Transform::from_row(factor, 0.0, 0.0, factor, at.0, at.1);
                drawing.surface().push_transform(&place);
                drawing.all(scene);
                drawing.surface().pop();
                drawing.surface().end_tagged();
            }
            Item::Link { .. } => {}
        }
    }
}

/// A place that leads somewhere; none: there is no such place.
fn link(laid: &Laid, rect: Rect, to: &Target, words: &str) -> Option<Annotation> {
    let bounds = Bounds::from_ltrb(rect.left, rect.top, rect.right(), rect.bottom())?;
    let target = match to {
        Target::Web(address) => To::Action(Action::Link(LinkAction::new(address.clone()))),
        Target::Source(number) => To::Destination(destination(*laid.sources.get(number)?).into()),
        Target::Page(_) => return None,
    };
    let link = LinkAnnotation::new(bounds, target);
    Some(Annotation::new_link(link, Some(plain(words))))
}

fn destination(spot: Spot) -> XyzDestination {
    XyzDestination::new(spot.page, Point::from_xy(0.0, (spot.y - 8.0).max(0.0)))
}

/// The bookmarks: sections, and the headings in them.
fn outline(laid: &Laid) -> Outline {
    let mut outline = Outline::new();
    for section in &laid.sections {
        let mark = |of: &Bookmark| OutlineNode::new(plain(&of.words), destination(of.spot));
        let mut node = mark(section);
        for heading in &section.inner {
            node.push_child(mark(heading));
        }
        outline.push_child(node);
    }
    outline
}

/// A part of the document with what is in it.
fn group(laid: &Laid, at: usize, marks: &mut [Option<Identifier>]) -> TagGroup {
    let Some(node) = laid.nodes.get(at) else {
        return TagGroup::new(Its::NonStruct);
    };
    let mut group = TagGroup::new(kind(&node.tag));
    for child in &node.children {
        match child {
            Child::Node(inner) => group.push(self::group(laid, *inner, marks)),
            Child::Mark(mark) => {
                if let Some(identifier) = marks.get_mut(*mark).and_then(Option::take) {
                    group.push(identifier);
                }
            }
        }
    }
    group
}

fn kind(tag: &Tag) -> TagKind {
    match tag {
        Tag::Part => Its::Part.into(),
        Tag::Section => Its::Section.into(),
        Tag::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Its::Hn(level, Some(plain(words))).into()
        }
        Tag::Paragraph => Its::P.into(),
        Tag::List => Its::L(ListNumbering::None).into(),
        Tag::Item => Its::LI.into(),
        Tag::Label => Its::Lbl.into(),
        Tag::Body => Its::LBody.into(),
        Tag::Table => Its::Table.into(),
        Tag::Caption => Its::Caption.into(),
        Tag::Head => Its::THead.into(),
        Tag::Rows => Its::TBody.into(),
        Tag::Row => Its::TR.into(),
        Tag::ColumnHead => Its::TH(TableHeaderScope::Column).into(),
        Tag::RowHead(columns) => {
            let wide = NonZeroU32::new(*columns).filter(|wide| wide.get() > 1);
            Its::TH(TableHeaderScope::Row).with_col_span(wide).into()
        }
        Tag::Cell => Its::TD.into(),
        Tag::Figure(alt) => Its::Figure(Some(plain(alt))).into(),
        Tag::Link => Its::Link.into(),
    }
}
