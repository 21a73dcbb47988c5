//! How the program looks: colours by meaning, one table for both themes, three text sizes, an
//! eight-point rhythm, and the bundled fonts. The only home of colour values, but for those of charts:
//! they are those of pictures.

use eframe::egui;
use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow,
    Stroke, TextStyle, Vec2, Visuals,
};

use crate::exchange::picture::Ink;
use crate::exchange::picture::palette::{self, Rgb, Table};
use crate::exchange::picture::{Look, Palette, Vision, fonts as picture_fonts};
use crate::model::AidType;

/// The rhythm: distances are whole multiples of this many points, or half of it.
pub const UNIT: f32 = 8.0;
/// Half a unit.
pub const HALF: f32 = 4.0;
/// Height of one line in lists and tables.
pub const ROW: f32 = 24.0;
/// Size of small text: units, notes, labels of columns.
pub const SMALL: f32 = 11.5;
/// Size of the text that is read.
pub const BODY: f32 = 13.5;
/// Size of the one title of a pane.
pub const TITLE: f32 = 20.0;

/// Colours by meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Whether it is the dark table.
    pub dark: bool,
    /// Ground of what is read: detail, chart.
    pub surface: Color32,
    /// Ground of what stands beside: list, derivation, bars.
    pub side: Color32,
    /// Ground of what floats above: menus, dialogs.
    pub raised: Color32,
    /// Text.
    pub text: Color32,
    /// Text of the second rank: units, labels, dates.
    pub text_weak: Color32,
    /// Marks and hints that may be missed.
    pub text_faint: Color32,
    /// Hairlines between things.
    pub line: Color32,
    /// Borders of fields and chips.
    pub line_strong: Color32,
    /// The one accent: links, focus, what is chosen or changed.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Ground of what the pointer is on.
    pub hover: Color32,
    /// Ground of what is chosen.
    pub chosen: Color32,
    /// Ground on which a small bar stands.
    pub track: Color32,
    /// Military aid.
    pub military: Color32,
    /// Financial aid.
    pub financial: Color32,
    /// Humanitarian aid.
    pub humanitarian: Color32,
    /// Mixed and other aid.
    pub mixed: Color32,
    /// To be looked at.
    pub warning: Color32,
    /// Wrong.
    pub error: Color32,
    /// Done, fulfilled.
    pub good: Color32,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one table of colours is here"
)]
const fn shown([r, g, b]: Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    shown([r, g, b])
}

/// The colours of charts, here and in pictures.
const LIGHT: Table = palette::LIGHT;
const DARK: Table = palette::DARK;

impl Theme {
    /// Light.
    pub const LIGHT: Self = Self {
        dark: false,
        surface: shown(LIGHT.ground),
        side: hex(0x00F6_F6F4),
        raised: hex(0x00FF_FFFF),
        text: shown(LIGHT.text),
        text_weak: shown(LIGHT.text_weak),
        text_faint: hex(0x0080_868F),
        line: shown(LIGHT.line),
        line_strong: shown(LIGHT.line_strong),
        accent: shown(LIGHT.accent),
        on_accent: hex(0x00FF_FFFF),
        hover: hex(0x00EC_ECE9),
        chosen: hex(0x00E4_E2F5),
        track: hex(0x00E6_E6E2),
        military: shown(LIGHT.military),
        financial: shown(LIGHT.financial),
        humanitarian: shown(LIGHT.humanitarian),
        mixed: shown(LIGHT.mixed),
        warning: hex(0x0092_5500),
        error: hex(0x00B3_261E),
        good: hex(0x002F_6B2F),
    };

    /// Dark: the same hues at the same contrast.
    pub const DARK: Self = Self {
        dark: true,
        surface: shown(DARK.ground),
        side: hex(0x001F_2023),
        raised: hex(0x0028_2A2E),
        text: shown(DARK.text),
        text_weak: shown(DARK.text_weak),
        text_faint: hex(0x007D_838C),
        line: shown(DARK.line),
        line_strong: shown(DARK.line_strong),
        accent: shown(DARK.accent),
        on_accent: hex(0x0018_1640),
        hover: hex(0x002B_2D31),
        chosen: hex(0x0036_3358),
        track: hex(0x0034_363B),
        military: shown(DARK.military),
        financial: shown(DARK.financial),
        humanitarian: shown(DARK.humanitarian),
        mixed: shown(DARK.mixed),
        warning: hex(0x00E8_B04A),
        error: hex(0x00F2_877F),
        good: hex(0x008C_C98C),
    };

    /// The table for a theme.
    pub fn of(theme: egui::Theme) -> &'static Self {
        match theme {
            egui::Theme::Dark => &Self::DARK,
            egui::Theme::Light => &Self::LIGHT,
        }
    }

    /// The colour of an aid type.
    pub fn aid(&self, aid_type: AidType) -> Color32 {
        match aid_type {
            AidType::Military => self.military,
            AidType::Financial => self.financial,
            AidType::Humanitarian => self.humanitarian,
            AidType::Mixed => self.mixed,
        }
    }

    /// The colour of bars of one type, or of all types together.
    pub fn aid_or_all(&self, aid_type: Option<AidType>) -> Color32 {
        aid_type.map_or(self.mixed, |aid_type| self.aid(aid_type))
    }

    /// The colour of an ink of a chart.
    pub fn ink(&self, ink: Ink) -> Color32 {
        shown(self.palette().ink(ink))
    }

    /// The colour of an ink of a chart at a strength on the ground, as somebody sees it.
    pub fn ink_seen(&self, ink: Ink, strength: f32, vision: Vision) -> Color32 {
        shown(self.palette().seen_by(vision).mixed(ink, strength))
    }

    fn palette(&self) -> Palette {
        Palette::of(if self.dark { Look::Dark } else { Look::Light })
    }

    /// A colour at part strength on this theme's surface: the light part of a bar between low and high.
    pub fn light_part(&self, color: Color32) -> Color32 {
        color.gamma_multiply(0.35)
    }

    /// A hairline.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// Second-rank text.
    pub fn weak(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).color(self.text_weak)
    }

    /// Small second-rank text: units, notes, labels of columns.
    pub fn small(&self, text: impl Into<String>) -> RichText {
        RichText::new(text)
            .text_style(TextStyle::Small)
            .color(self.text_weak)
    }

    fn visuals(&self) -> Visuals {
        let base = if self.dark {
            Visuals::dark()
        } else {
            Visuals::light()
        };
        let mut visuals = Visuals {
            weak_text_color: Some(self.text_weak),
            hyperlink_color: self.accent,
            faint_bg_color: self.side,
            extreme_bg_color: self.surface,
            text_edit_bg_color: Some(self.surface),
            code_bg_color: self.hover,
            warn_fg_color: self.warning,
            error_fg_color: self.error,
            window_corner_radius: CornerRadius::same(6),
            menu_corner_radius: CornerRadius::same(6),
            window_shadow: shadow(24),
            popup_shadow: shadow(12),
            window_fill: self.raised,
            window_stroke: Stroke::new(1.0, self.line_strong),
            window_highlight_topmost: false,
            panel_fill: self.surface,
            indent_has_left_vline: false,
            disabled_alpha: 0.55,
            ..base
        };
        visuals.selection.bg_fill = self.chosen;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        visuals.text_cursor.stroke = Stroke::new(1.5, self.accent);
        // A cursor that blinks repaints the window twice a second for as long as a field has focus.
        visuals.text_cursor.blink = false;
        let radius = CornerRadius::same(4);
        let widgets = &mut visuals.widgets;
        for widget in [
            &mut widgets.noninteractive,
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
            &mut widgets.open,
        ] {
            widget.corner_radius = radius;
            widget.expansion = 0.0;
            widget.fg_stroke = Stroke::new(1.0, self.text);
            widget.bg_stroke = Stroke::NONE;
            widget.bg_fill = self.hover;
            widget.weak_bg_fill = Color32::TRANSPARENT;
        }
        widgets.noninteractive.bg_fill = self.surface;
        widgets.noninteractive.bg_stroke = self.hairline();
        widgets.inactive.bg_fill = self.track;
        widgets.inactive.bg_stroke = Stroke::new(1.0, self.line_strong);
        widgets.hovered.weak_bg_fill = self.hover;
        widgets.hovered.bg_stroke = Stroke::new(1.0, self.line_strong);
        widgets.open.weak_bg_fill = self.hover;
        widgets.open.bg_stroke = Stroke::new(1.0, self.line_strong);
        widgets.active.weak_bg_fill = self.chosen;
        // Focus is an accent ring on whatever has it.
        widgets.active.bg_stroke = Stroke::new(1.5, self.accent);
        visuals
    }
}

fn shadow(blur: u8) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur,
        spread: 0,
        color: Color32::from_black_alpha(40),
    }
}

/// The family of semibold text.
pub fn strong_family() -> FontFamily {
    FontFamily::Name(Arc::from("strong"))
}

/// Semibold text.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).family(strong_family())
}

/// The one title of a pane.
pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(TextStyle::Heading)
}

/// The font of body text.
pub fn body_font() -> FontId {
    FontId::proportional(BODY)
}

/// The font of small text.
pub fn small_font() -> FontId {
    FontId::proportional(SMALL)
}

/// The font of semibold body text.
pub fn strong_font() -> FontId {
    FontId::new(BODY, strong_family())
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 3] = [
        ("plex", picture_fonts::REGULAR),
        ("plex-strong", picture_fonts::SEMIBOLD),
        ("icons", include_bytes!("../../assets/icons/Phosphor.ttf")),
    ];
    for (name, bytes) in files {
        let mut data = FontData::from_static(bytes);
        data.tweak.thin_space_width = picture_fonts::THIN_SPACE;
        if name == "icons" {
            // The icons' em square hangs below the words' base line.
            data.tweak.y_offset_factor = 0.12;
            data.tweak.scale = 1.12;
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let families = [
        (FontFamily::Proportional, "plex"),
        // Plex Sans has tabular digits: ids and sums line up without a second family.
        (FontFamily::Monospace, "plex"),
        (strong_family(), "plex-strong"),
    ];
    for (family, first) in families {
        let names = vec![first.to_owned(), "icons".to_owned()];
        fonts.families.insert(family, names);
    }
    fonts
}

/// Gives a context the fonts, sizes, distances and colours of the program.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| {
        // Zoom is ours, so that it is remembered.
        options.zoom_with_keyboard = false;
        // A page to read, where the system does not say what it likes.
        options.fallback_theme = egui::Theme::Light;
    });
    for (theme, table) in [
        (egui::Theme::Light, &Theme::LIGHT),
        (egui::Theme::Dark, &Theme::DARK),
    ] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = table.visuals();
            style.text_styles = [
                (TextStyle::Small, small_font()),
                (TextStyle::Body, body_font()),
                (TextStyle::Button, body_font()),
                (TextStyle::Monospace, FontId::monospace(BODY)),
                (TextStyle::Heading, FontId::new(TITLE, strong_family())),
            ]
            .into();
            style.drag_value_text_style = TextStyle::Body;
            style.animation_time = 0.1;
            style.interaction.tooltip_delay = 0.35;
            let spacing = &mut style.spacing;
            spacing.item_spacing = Vec2::new(UNIT, HALF);
            spacing.button_padding = Vec2::new(UNIT, 3.0);
            spacing.interact_size = Vec2::new(ROW, ROW);
            spacing.menu_margin = Margin::same(4);
            spacing.menu_spacing = 2.0;
            spacing.window_margin = Margin::same(16);
            spacing.indent = 16.0;
            spacing.icon_width = 14.0;
            spacing.icon_spacing = 6.0;
            spacing.tooltip_width = 360.0;
            spacing.scroll = egui::style::ScrollStyle::thin();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f32 {
        let rgba = egui::Rgba::from(color);
        0.2126 * rgba.r() + 0.7152 * rgba.g() + 0.0722 * rgba.b()
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground_of_both_themes() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for ground in [
                theme.surface,
                theme.side,
                theme.raised,
                theme.hover,
                theme.chosen,
            ] {
                for (text, least) in [
                    (theme.text, 7.0),
                    (theme.text_weak, 4.5),
                    (theme.accent, 4.5),
                    (theme.error, 4.5),
                    (theme.warning, 4.5),
                    (theme.text_faint, 2.7),
                ] {
                    let seen = contrast(text, ground);
                    assert!(seen >= least, "{text:?} on {ground:?}: {seen}");
                }
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
        }
    }

    #[test]
    fn bars_stand_out_from_the_ground_in_both_themes() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for aid_type in AidType::ALL {
                let seen = contrast(theme.aid(*aid_type), theme.surface);
                assert!(seen >= 2.2, "{aid_type:?}: {seen}");
            }
        }
    }

    #[test]
    fn every_sign_that_the_program_shows_is_in_the_bundled_fonts() {
        let ctx = egui::Context::default();
        install(&ctx);
        let signs = "ABCabcĄČĖŠŽŁÖÅäößñéçîşğ АБВГҐДЕЄЖЗИІЇЙабвгґдеєжзиіїй’ʼ 0123456789 €£¥$₴ –—−≈≤≥±×÷…·•«»“”„‘→←↑↓✓%‰°§";
        let mut missing = String::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                for family in [FontFamily::Proportional, strong_family()] {
                    let font = FontId::new(BODY, family);
                    let all = signs.chars().chain("\u{2009}\u{202f}\u{a0}".chars());
                    missing.extend(all.filter(|sign| !fonts.has_glyph(&font, *sign)));
                    for icon in super::super::icons::ALL {
                        missing.extend(icon.chars().filter(|c| !fonts.has_glyph(&font, *c)));
                    }
                }
            });
        });
        output.textures_delta.clear();
        assert_eq!(missing, "");
    }
}
