//! What colour each ink is: one table for light ground and one for dark, and how they look to eyes
//! that see fewer colours, or on a printer that has none.

use super::scene::{Ink, OTHERS};
use super::view::Look;

/// A colour in sRGB: red, green, blue.
pub type Rgb = [u8; 3];

/// The colours of a chart's inks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is the ink of the same name")]
pub struct Table {
    pub ground: Rgb,
    pub text: Rgb,
    pub text_weak: Rgb,
    pub line: Rgb,
    pub line_strong: Rgb,
    pub accent: Rgb,
    pub military: Rgb,
    pub financial: Rgb,
    pub humanitarian: Rgb,
    pub mixed: Rgb,
    /// Their lightness goes up and down in equal steps, so that each is told from all others in grey
    /// and clearly from its neighbours; their hues were searched for the greatest least difference
    /// in every [`Vision`].
    pub others: [Rgb; OTHERS as usize],
}

const fn hex(rgb: u32) -> Rgb {
    let [_, r, g, b] = rgb.to_be_bytes();
    [r, g, b]
}

/// On light ground.
pub const LIGHT: Table = Table {
    ground: hex(0x00FF_FFFF),
    text: hex(0x001D_1F23),
    text_weak: hex(0x0058_5E67),
    line: hex(0x00E3_E3DF),
    line_strong: hex(0x00C6_C7C3),
    accent: hex(0x0046_3EA8),
    military: hex(0x005B_7F1B),
    financial: hex(0x0000_72B2),
    humanitarian: hex(0x00E6_9F00),
    mixed: hex(0x0080_868F),
    others: [
        hex(0x0057_3E8D),
        hex(0x0085_935F),
        hex(0x008A_5609),
        hex(0x0029_D2B7),
        hex(0x0022_8389),
        hex(0x00CD_8CDE),
        hex(0x0000_4321),
    ],
};

/// On dark ground: the same hues at the same contrast.
pub const DARK: Table = Table {
    ground: hex(0x0018_191B),
    text: hex(0x00E4_E5E7),
    text_weak: hex(0x00A7_ACB4),
    line: hex(0x0030_3236),
    line_strong: hex(0x004C_4F56),
    accent: hex(0x00AE_A8FF),
    military: hex(0x008D_B84A),
    financial: hex(0x004D_A6DD),
    humanitarian: hex(0x00F0_B23C),
    mixed: hex(0x0098_9EA7),
    others: [
        hex(0x0086_6EC3),
        hex(0x0098_BDF9),
        hex(0x00A9_8D4F),
        hex(0x00E1_F097),
        hex(0x00F6_829B),
        hex(0x004D_E7E0),
        hex(0x003C_7352),
    ],
};

/// Who looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Vision {
    /// Eyes that see three colours.
    #[default]
    Normal,
    /// A printer without colours.
    Grey,
    /// Eyes without the cones for long waves: red is dark and like green.
    Protan,
    /// Eyes without the cones for middle waves: green is like red.
    Deutan,
    /// Eyes without the cones for short waves: blue is like green.
    Tritan,
}

impl Vision {
    /// Every vision, in the order of the menu.
    pub const ALL: [Self; 5] = [
        Self::Normal,
        Self::Grey,
        Self::Protan,
        Self::Deutan,
        Self::Tritan,
    ];

    /// How a colour looks. For eyes that see two colours by the matrices of Machado, Oliveira and
    /// Fernandes (2009) at full severity, for grey by relative luminance; both in linear light.
    pub fn sees(self, color: Rgb) -> Rgb {
        let matrix = match self {
            Self::Normal => return color,
            Self::Grey => [LUMINANCE; 3],
            Self::Protan => PROTAN,
            Self::Deutan => DEUTAN,
            Self::Tritan => TRITAN,
        };
        let light = color.map(to_linear);
        matrix.map(|row| {
            let parts = row.iter().zip(light).map(|(part, light)| part * light);
            to_srgb(parts.sum())
        })
    }
}

const LUMINANCE: [f32; 3] = [0.2126, 0.7152, 0.0722];

const PROTAN: [[f32; 3]; 3] = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];

const DEUTAN: [[f32; 3]; 3] = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

const TRITAN: [[f32; 3]; 3] = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

fn to_linear(part: u8) -> f32 {
    let part = f32::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

fn to_srgb(light: f32) -> u8 {
    let light = light.clamp(0.0, 1.0);
    byte(if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    })
}

/// A part of one as a byte.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it lies between 0 and 255"
)]
fn byte(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// The inks as colours: on which ground, and for whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    table: &'static Table,
    vision: Vision,
}

impl Palette {
    /// The inks on a ground.
    pub fn of(look: Look) -> Self {
        Self {
            table: match look {
                Look::Light => &LIGHT,
                Look::Dark => &DARK,
            },
            vision: Vision::Normal,
        }
    }

    /// The same as somebody sees them.
    #[must_use]
    pub fn seen_by(self, vision: Vision) -> Self {
        Self { vision, ..self }
    }

    /// The colour of an ink.
    pub fn ink(&self, ink: Ink) -> Rgb {
        self.vision.sees(self.plain(ink))
    }

    /// The colour of an ink at a strength on the ground: 1 is the ink, 0 the ground.
    pub fn mixed(&self, ink: Ink, strength: f32) -> Rgb {
        let strength = if strength.is_finite() {
            strength.clamp(0.0, 1.0)
        } else {
            1.0
        };
        let (ground, ink) = (self.table.ground, self.plain(ink));
        let mut color = ground;
        for ((part, from), to) in color.iter_mut().zip(ground).zip(ink) {
            let (from, to) = (f32::from(from), f32::from(to));
            *part = byte((from + (to - from) * strength) / 255.0);
        }
        self.vision.sees(color)
    }

    fn plain(&self, ink: Ink) -> Rgb {
        let table = self.table;
        match ink {
            Ink::Ground => table.ground,
            Ink::Text => table.text,
            Ink::TextWeak => table.text_weak,
            Ink::Line => table.line,
            Ink::LineStrong => table.line_strong,
            Ink::Accent => table.accent,
            Ink::Military => table.military,
            Ink::Financial => table.financial,
            Ink::Humanitarian => table.humanitarian,
            Ink::Mixed => table.mixed,
            Ink::Other(n) => table.others[usize::from(n % OTHERS)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: [Ink; 4] = [Ink::Military, Ink::Financial, Ink::Humanitarian, Ink::Mixed];

    /// CIE L*a*b* under D65.
    fn lab(color: Rgb) -> [f32; 3] {
        let [r, g, b] = color.map(to_linear);
        let f = |t: f32| {
            if t > 216.0 / 24389.0 {
                t.cbrt()
            } else {
                (24389.0 / 27.0 * t + 16.0) / 116.0
            }
        };
        let x = f((0.412_456 * r + 0.357_576 * g + 0.180_437 * b) / 0.950_47);
        let y = f(0.212_673 * r + 0.715_152 * g + 0.072_175 * b);
        let z = f((0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn difference(a: Rgb, b: Rgb) -> f32 {
        let pairs = lab(a).into_iter().zip(lab(b));
        pairs.map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
    }

    fn least(inks: &[Ink], look: Look, vision: Vision) -> f32 {
        let palette = Palette::of(look).seen_by(vision);
        let mut least = f32::INFINITY;
        for (at, a) in inks.iter().enumerate() {
            for b in &inks[..at] {
                least = least.min(difference(palette.ink(*a), palette.ink(*b)));
            }
        }
        least
    }

    #[test]
    fn instruments_are_told_apart_by_every_eye_and_in_grey() {
        let inks: Vec<Ink> = (0..OTHERS).map(Ink::Other).collect();
        for look in [Look::Light, Look::Dark] {
            for vision in Vision::ALL {
                let seen = least(&inks, look, vision);
                let wanted = if vision == Vision::Grey { 7.0 } else { 22.0 };
                assert!(seen >= wanted, "{look:?} {vision:?}: {seen}");
            }
            for pair in inks.windows(2) {
                let seen = least(pair, look, Vision::Grey);
                assert!(seen >= 14.0, "{look:?}, beside each other: {pair:?} {seen}");
            }
        }
    }

    #[test]
    fn types_are_told_apart_by_every_eye() {
        for look in [Look::Light, Look::Dark] {
            for vision in Vision::ALL.into_iter().filter(|v| *v != Vision::Grey) {
                let seen = least(&TYPES, look, vision);
                assert!(seen >= 10.0, "{look:?} {vision:?}: {seen}");
            }
        }
    }

    #[test]
    fn a_light_part_is_told_from_the_full_one_and_from_the_ground() {
        for look in [Look::Light, Look::Dark] {
            for vision in Vision::ALL {
                let palette = Palette::of(look).seen_by(vision);
                let others = (0..OTHERS).map(Ink::Other);
                for ink in TYPES.into_iter().chain(others) {
                    let light = palette.mixed(ink, 0.35);
                    assert!(difference(light, palette.ink(Ink::Ground)) > 7.0);
                    assert!(difference(light, palette.ink(ink)) > 14.0);
                }
            }
        }
    }

    #[test]
    fn strength_goes_from_the_ground_to_the_ink() {
        let palette = Palette::of(Look::Light);
        assert_eq!(palette.mixed(Ink::Financial, 1.0), LIGHT.financial);
        assert_eq!(palette.mixed(Ink::Financial, 0.0), LIGHT.ground);
        assert_eq!(palette.mixed(Ink::Financial, 7.0), LIGHT.financial);
        assert_eq!(palette.mixed(Ink::Financial, f32::NAN), LIGHT.financial);
        assert_eq!(palette.mixed(Ink::Text, 0.5), [142, 143, 145]);
    }

    #[test]
    fn grey_is_grey_and_white_stays_white_to_all() {
        let [r, g, b] = Vision::Grey.sees([0xE6, 0x9F, 0x00]);
        assert!(r == g && g == b);
        for vision in Vision::ALL {
            assert_eq!(vision.sees([255, 255, 255]), [255, 255, 255], "{vision:?}");
            assert_eq!(vision.sees([0, 0, 0]), [0, 0, 0], "{vision:?}");
        }
    }
}
