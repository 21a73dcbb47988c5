//! Pictures of screens: compared on Linux with the software renderer, so that they are the same on
//! every machine; elsewhere, or without a renderer, a line says that they were skipped.

use egui_kittest::{Harness, SnapshotOptions};

/// How much a picture may differ: what renderers differ in rounding, not what people see.
pub(crate) fn options() -> SnapshotOptions {
    SnapshotOptions::new()
        .threshold(0.6)
        .max_failed_pixels(10)
        .output_path("tests/stories/pictures")
}

#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
/// Compares the screen with the kept picture of that name. `UPDATE_SNAPSHOTS=1` keeps a new one.
pub(crate) fn picture<S>(harness: &mut Harness<'_, S>, name: &str) {
    if !cfg!(target_os = "linux") {
        println!("picture {name}: skipped, pictures are compared on Linux only");
        return;
    }
    if !renderer_found() {
        println!("picture {name}: skipped, there is no software Vulkan (lavapipe) here");
        return;
    }
    harness.snapshot_options(name, &options());
}

fn renderer_found() -> bool {
    let folders = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"];
    std::env::var_os("VK_ICD_FILENAMES").is_some()
        || folders.iter().any(|folder| {
            std::fs::read_dir(folder).is_ok_and(|files| {
                files
                    .flatten()
                    .any(|file| file.file_name().to_string_lossy().starts_with("lvp_icd"))
            })
        })
}
