//! Pictures as files: the same bytes each time, readable by others, and their view read back.

use std::io::Write as _;
use std::sync::LazyLock;

use pledgebook::exchange::picture::envelope::{self, BEGIN};
use pledgebook::exchange::picture::file::LONGEST_SIDE;
use pledgebook::exchange::picture::{
    Anchor, DatasetMark, FigureError, FigureView, Fill, Ink, Item, Line, Look, PictureError,
    PictureFormat, Rect, Scale, Scene, Shape, Size, Weight, read, svg, write,
};
use pledgebook::ledger::Assumptions;
use pledgebook::model::PartyId;
use pledgebook::text::Lang;
use pledgebook::views::{ChartKind, ChartRequest};
use proptest::prelude::*;

use super::{BUNDLED, read as read_dataset};

const FORMATS: [PictureFormat; 3] = [
    PictureFormat::Svg,
    PictureFormat::Png(Scale::One),
    PictureFormat::Pdf,
];

fn view() -> FigureView {
    let dataset = read_dataset(BUNDLED);
    FigureView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        dataset: DatasetMark {
            title: dataset.header.title.clone(),
            licence: "CC BY 4.0".to_owned(),
            sha256: "0f".repeat(32),
            file: Some("книга “1” <b>.ron".to_owned()),
        },
        chart: ChartRequest {
            kind: ChartKind::PromisedAgainstArrived,
            parties: Some(vec![PartyId::new("deu").unwrap()]),
            ..ChartRequest::default()
        },
        assumptions: Assumptions::of(&dataset),
        lang: Lang::Uk,
        title: Some("Хто що \"дав\" & <коли>\nз рядком".to_owned()),
        note: None,
        size: Size::Free(300, 200),
        scale: Scale::default(),
        look: Look::Light,
    }
}

static VIEW: LazyLock<FigureView> = LazyLock::new(view);

fn text(at: (f32, f32), text: &str) -> Shape {
    Shape::Text {
        at,
        text: text.to_owned(),
        size: 11.5,
        weight: Weight::Regular,
        ink: Ink::Text,
        anchor: Anchor::End,
    }
}

/// A scene with one of each shape, of two marks.
fn scene() -> Scene {
    let line = Line::of(Ink::LineStrong, 0.75);
    let dashed = Line {
        dashed: true,
        ..line
    };
    let of = |mark: Option<usize>, shape: Shape| Item { shape, mark };
    let bar = Rect::sides(90.0, 40.0, 250.333, 56.0);
    Scene {
        width: 300.0,
        height: 200.0,
        items: vec![
            of(
                None,
                Shape::Path {
                    points: vec![(90.0, 30.0), (90.0, 180.0)],
                    line,
                },
            ),
            of(
                Some(0),
                Shape::Rect {
                    rect: bar,
                    fill: Some(Fill::light(Ink::Military).hatched_if(true)),
                    line: Some(dashed),
                },
            ),
            of(
                Some(0),
                text((84.0, 52.0), "Німеччина & “Co” <1\u{202f}234>"),
            ),
            of(
                Some(1),
                Shape::Circle {
                    centre: (120.0, 90.0),
                    radius: 12.0,
                    fill: Some(Fill::solid(Ink::Other(3)).hatched_if(true)),
                    line: Some(line),
                },
            ),
            of(
                Some(1),
                Shape::Area {
                    points: vec![(150.0, 80.0), (200.0, 120.0), (150.0, 120.0)],
                    fill: Fill::solid(Ink::Humanitarian),
                },
            ),
        ],
        spots: Vec::new(),
        legend: Vec::new(),
        title: "Хто що дав & <коли>".to_owned(),
        alt: "Дві смуги.\nПерша “довша” за другу\u{1}.".to_owned(),
        told: vec![
            "Німеччина: 1 млрд € & більше".to_owned(),
            "Точка".to_owned(),
        ],
    }
}

fn written(format: PictureFormat) -> Vec<u8> {
    write(&scene(), &view(), format).unwrap()
}

/// Each kind once, for tests that only read.
static WRITTEN: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| FORMATS.map(written));

#[test]
fn the_same_picture_has_the_same_bytes_each_time() {
    for format in FORMATS {
        assert!(written(format) == written(format), "{format:?}");
    }
}

#[test]
fn the_view_is_read_back_from_every_kind_of_picture() {
    for format in FORMATS {
        assert_eq!(read::view(&written(format)), Ok(view()), "{format:?}");
    }
}

#[test]
fn svg_is_xml_that_says_in_words_what_it_shows() {
    let svg = String::from_utf8(written(PictureFormat::Svg)).unwrap();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("lang"), Some("uk"));
    assert_eq!(root.attribute("viewBox"), Some("0 0 300 200"));
    let children: Vec<&str> = root
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| node.tag_name().name())
        .collect();
    assert_eq!(&children[..4], ["title", "desc", "metadata", "defs"]);
    let titles: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("title"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(
        titles,
        [
            "Хто що дав & <коли>",
            "Німеччина: 1 млрд € & більше",
            "Точка"
        ]
    );
    let label = document
        .descendants()
        .find_map(|node| node.attribute("aria-label"));
    assert_eq!(label, Some("Німеччина & “Co” <1\u{202f}234>"));
}

#[test]
fn svg_needs_no_font_and_draws_every_sign_that_it_uses() {
    let svg = String::from_utf8(written(PictureFormat::Svg)).unwrap();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let is = |name: &'static str| move |node: &roxmltree::Node<'_, '_>| node.has_tag_name(name);
    assert!(!document.descendants().any(|node| is("text")(&node)));
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    let uses: Vec<&str> = document
        .descendants()
        .filter(is("use"))
        .filter_map(|node| node.attribute(("http://www.w3.org/1999/xlink", "href")))
        .collect();
    assert!(uses.len() > 15);
    assert!(
        uses.iter()
            .all(|href| ids.contains(&href.trim_start_matches('#')))
    );
    let hatched = document
        .descendants()
        .filter_map(|node| node.attribute("fill")?.strip_prefix("url(#"))
        .filter(|rest| ids.contains(&rest.trim_end_matches(')')));
    assert_eq!(hatched.count(), 2);
}

#[test]
fn svg_has_no_number_of_more_than_two_decimals_but_scales() {
    let svg = String::from_utf8(written(PictureFormat::Svg)).unwrap();
    let (_, drawn) = svg.split_once("</metadata>").unwrap();
    let mut seen = 0;
    for part in drawn.split(|sign: char| !sign.is_ascii_digit() && sign != '.') {
        if let Some((_, decimals)) = part.split_once('.') {
            seen += 1;
            assert!(decimals.len() <= 2 || part == "0.0115", "{part}");
        }
    }
    assert!(seen > 10);
}

#[test]
fn pixels_are_as_many_as_the_scale_asks_for_and_tell_their_size_in_print() {
    for (scale, width, height, per_metre) in [
        (Scale::One, 300, 200, 3780),
        (Scale::Two, 600, 400, 7559),
        (Scale::Four, 1200, 800, 15118),
    ] {
        let bytes = written(PictureFormat::Png(scale));
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.height), (width, height));
        let dims = info.pixel_dims.unwrap();
        assert_eq!((dims.xppu, dims.unit), (per_metre, png::Unit::Meter));
        let texts: Vec<(&str, String)> = info
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.as_str(), chunk.get_text().unwrap()))
            .collect();
        assert_eq!(texts[0], ("Title", scene().title));
        assert_eq!(texts[1], ("Description", scene().alt));
        // The corner is ground, the middle of the triangle is its ink.
        assert_eq!(pixels[..3], [255, 255, 255]);
        let at = |x: usize, y: usize| {
            let factor = usize::from(scale.factor());
            let first = 3 * (y * factor * 300 * factor + x * factor);
            &pixels[first..first + 3]
        };
        assert_eq!(at(160, 110), [0xE6, 0x9F, 0x00]);
    }
}

#[test]
fn a_page_holds_its_text_as_text_and_says_what_it_shows() {
    let bytes = written(PictureFormat::Pdf);
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-"));
    for part in [
        "/MediaBox[0 0 225 150]",
        "/FontFile2",
        "/ToUnicode",
        "/S/Figure",
        "/Alt<",
        "/Lang(uk)",
        "/EmbeddedFiles",
        "pledgebook-figure.ron",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for part in ["/CreationDate", "/ModDate", "xmp:CreateDate"] {
        assert!(!text.contains(part), "{part}");
    }
}

#[test]
fn what_is_no_picture_or_not_ours_is_told_as_that() {
    for other in ["", "text", "<html><body/></html>", "\u{feff}", "%PD", "<"] {
        let found = read::view(other.as_bytes());
        assert_eq!(found, Err(FigureError::NotAPicture), "{other}");
    }
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'><figure>// pledgebook</figure></svg>";
    assert_eq!(read::view(svg.as_bytes()), Err(FigureError::NoView));
    assert_eq!(
        read::view(b"%PDF-1.7\nstream\nhello\nendstream"),
        Err(FigureError::NoView)
    );
    let icon = include_bytes!("../../assets/icons/pledgebook.png");
    assert_eq!(read::view(icon), Err(FigureError::NoView));
}

#[test]
fn a_view_of_a_later_program_is_told_with_its_version() {
    let sealed = envelope::seal(&view()).unwrap();
    let newer = |version: &str| {
        Err(FigureError::Newer {
            version: version.to_owned(),
        })
    };
    let later = sealed.replace("figure 1\n", "figure 2\n");
    assert_eq!(envelope::open(&later), newer(env!("CARGO_PKG_VERSION")));
    let ours = format!("version: \"{}\"", env!("CARGO_PKG_VERSION"));
    let unknown = sealed.replace(&ours, "version: \"999.1.0\"");
    assert!(envelope::open(&unknown).is_ok());
    let unknown = unknown.replace("promised_against_arrived", "in_the_round");
    assert_eq!(envelope::open(&unknown), newer("999.1.0"));
    let damaged = sealed.replace("promised_against_arrived", "in_the_round");
    assert!(matches!(
        envelope::open(&damaged),
        Err(FigureError::Damaged(_))
    ));
}

#[test]
fn damaged_pictures_are_told_as_damaged() {
    let is_damaged = |bytes: &[u8]| matches!(read::view(bytes), Err(FigureError::Damaged(_)));
    let svg = written(PictureFormat::Svg);
    assert!(is_damaged(&svg[..svg.len() / 2]));
    let png = written(PictureFormat::Png(Scale::One));
    let at = png.windows(4).position(|part| part == b"iTXt").unwrap();
    assert!(is_damaged(&png[..at]));
    let key = b"pledgebook-figure\0";
    let at = png.windows(key.len()).position(|part| part == key).unwrap();
    let mut changed = png.clone();
    changed[at + 40] ^= 1;
    assert!(is_damaged(&changed));
    let pdf = written(PictureFormat::Pdf);
    let begin = BEGIN.as_bytes();
    let at = pdf
        .windows(begin.len())
        .position(|part| part == begin)
        .unwrap();
    assert!(is_damaged(&pdf[..at + 60]));
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_page_that_another_program_wrote_again_still_has_its_view() {
    let sealed = envelope::seal(&view()).unwrap();
    let mut page = b"%PDF-2.0\n1 0 obj\nstream\r\n".to_vec();
    page.extend(deflated(b"something else"));
    page.extend(b"\nendstream\nendobj\nstream\n");
    page.extend(deflated(sealed.as_bytes()));
    page.extend(b"\nendstream");
    assert_eq!(read::view(&page), Ok(view()));
}

#[test]
fn a_view_that_grows_without_end_is_not_read() {
    let mut endless = BEGIN.as_bytes().to_vec();
    endless.resize(80 * 1024 * 1024, b' ');
    let endless = deflated(&endless);
    let mut page = b"%PDF-2.0\nstream\n".to_vec();
    page.extend(&endless);
    assert_eq!(read::view(&page), Err(FigureError::NoView));
    let mut chunk = b"iTXtpledgebook-figure\0\x01\0\0\0".to_vec();
    chunk.extend(&endless);
    let sum = crc32fast::hash(&chunk);
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    picture.extend(u32::try_from(chunk.len() - 4).unwrap().to_be_bytes());
    picture.extend(&chunk);
    picture.extend(sum.to_be_bytes());
    assert!(matches!(read::view(&picture), Err(FigureError::Damaged(_))));
}

#[test]
fn xml_without_bottom_is_read_or_refused() {
    let deep = format!(
        "<svg xmlns='http://www.w3.org/2000/svg'>{}{}</svg>",
        "<g>".repeat(200_000),
        "</g>".repeat(200_000)
    );
    assert!(read::view(deep.as_bytes()).is_err());
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>\
        <svg xmlns='http://www.w3.org/2000/svg'>&d;&d;&d;&d;&d;&d;&d;&d;</svg>";
    assert!(read::view(laughs.as_bytes()).is_err());
}

#[test]
fn a_picture_without_extent_or_with_too_much_is_refused() {
    for (width, height) in [
        (0.0, 10.0),
        (10.0, -1.0),
        (f32::NAN, 10.0),
        (LONGEST_SIDE * 2.0, 10.0),
    ] {
        let scene = Scene {
            width,
            height,
            ..scene()
        };
        for format in FORMATS {
            let refused = write(&scene, &view(), format);
            assert!(matches!(refused, Err(PictureError::Size { .. })));
        }
    }
    let huge = Scene {
        width: 9000.0,
        height: 9000.0,
        ..Scene::default()
    };
    let refused = write(&huge, &view(), PictureFormat::Png(Scale::Four));
    assert!(matches!(refused, Err(PictureError::Size { .. })));
}

fn any_number() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => -50.0_f32..400.0,
        1 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::MIN, f32::MAX, 0.0, -0.0]),
    ]
}

fn any_point() -> impl Strategy<Value = (f32, f32)> {
    (any_number(), any_number())
}

fn any_ink() -> impl Strategy<Value = Ink> {
    prop_oneof![
        Just(Ink::Text),
        Just(Ink::Ground),
        any::<u8>().prop_map(Ink::Other)
    ]
}

fn any_line() -> impl Strategy<Value = Line> {
    (any_ink(), any_number(), any_number(), any::<bool>()).prop_map(
        |(ink, strength, width, dashed)| Line {
            ink,
            strength,
            width,
            dashed,
        },
    )
}

fn any_fill() -> impl Strategy<Value = Fill> {
    (any_ink(), any_number(), any::<bool>()).prop_map(|(ink, strength, hatched)| Fill {
        ink,
        strength,
        hatched,
    })
}

fn any_shape() -> impl Strategy<Value = Shape> {
    use prop::option::of as maybe;
    let points = || prop::collection::vec(any_point(), 0..5);
    prop_oneof![
        (
            any_point(),
            any_point(),
            maybe(any_fill()),
            maybe(any_line())
        )
            .prop_map(|((left, top), (width, height), fill, line)| Shape::Rect {
                rect: Rect {
                    left,
                    top,
                    width,
                    height
                },
                fill,
                line
            }),
        (points(), any_line()).prop_map(|(points, line)| Shape::Path { points, line }),
        (points(), any_fill()).prop_map(|(points, fill)| Shape::Area { points, fill }),
        (
            any_point(),
            any_number(),
            maybe(any_fill()),
            maybe(any_line())
        )
            .prop_map(|(centre, radius, fill, line)| Shape::Circle {
                centre,
                radius,
                fill,
                line
            }),
        (any_point(), any::<String>(), any_number()).prop_map(|(at, text, size)| Shape::Text {
            at,
            text,
            size,
            weight: Weight::SemiBold,
            ink: Ink::TextWeak,
            anchor: Anchor::Middle,
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_drawn_and_typed_the_files_are_sound(
        shapes in prop::collection::vec((any_shape(), prop::option::of(0_usize..3)), 0..8),
        words in prop::collection::vec(any::<String>(), 4),
    ) {
        let [title, alt, told, note] = &words[..] else { unreachable!() };
        let scene = Scene {
            width: 120.0,
            height: 90.5,
            items: shapes.into_iter().map(|(shape, mark)| Item { shape, mark }).collect(),
            spots: Vec::new(),
        legend: Vec::new(),
            title: title.clone(),
            alt: alt.clone(),
            told: vec![told.clone()],
        };
        let view = FigureView {
            title: Some(title.clone()),
            note: Some(note.clone()),
            ..VIEW.clone()
        };
        let text = svg::write(&scene, &view).unwrap();
        prop_assert!(roxmltree::Document::parse(&text).is_ok());
        for format in FORMATS {
            let bytes = write(&scene, &view, format).unwrap();
            prop_assert_eq!(read::view(&bytes), Ok(view.clone()));
        }
    }

    #[test]
    fn reading_damaged_pictures_ends_in_a_view_or_an_error(
        which in 0_usize..3,
        at in any::<prop::sample::Index>(),
        cut in prop::option::of(any::<prop::sample::Index>()),
        bytes in prop::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut picture = WRITTEN[which].clone();
        let at = at.index(picture.len());
        for (place, byte) in picture[at..].iter_mut().zip(&bytes) {
            *place = *byte;
        }
        if let Some(cut) = cut {
            picture.truncate(cut.index(picture.len()));
        }
        if let Ok(found) = read::view(&picture) {
            prop_assert_eq!(found.version, env!("CARGO_PKG_VERSION"));
        }
    }

    #[test]
    fn reading_any_bytes_ends_in_an_error(
        which in 0_usize..4,
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let heads: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\nstream\n", b"<svg>"];
        let picture = [heads[which], &bytes].concat();
        prop_assert!(read::view(&picture).is_err());
    }
}
