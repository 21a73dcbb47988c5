//! What people do before the window, told as stories.
